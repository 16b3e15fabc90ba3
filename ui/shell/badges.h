// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/file.h"
#include "ui/shell/pages.h"

namespace ui {

Page::Badge problemsIn(const PageContext &context, model::FileId file);
Page::Badge problemBadge(qsizetype count);
Page::Badge unsavedFiles(const PageContext &context);

} // namespace ui
