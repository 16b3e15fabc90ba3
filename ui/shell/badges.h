// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/file.h"
#include "ui/session/findings.h"
#include "ui/shell/pages.h"

namespace ui {

Page::Badge problemsIn(const PageContext &context, model::FileId file);
Page::Badge problemBadge(qsizetype count);
/// The same with the shape of the first, which is the worst.
Page::Badge problemBadge(const QList<Finding> &found);
Page::Badge unsavedFiles(const PageContext &context);

} // namespace ui
