// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/pages/pagecontext.h"

class QAction;
class QObject;

namespace ui {

/// Switches on and off, for good, whether the checker also says what could be better.
QAction *newAdviceAction(const PageContext &context, QObject *parent);

} // namespace ui
