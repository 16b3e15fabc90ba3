// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/pages/pagecontext.h"

class QWidget;

namespace ui {

/// Each puts together what takes several edits, as one step.
QWidget *newMilterForm(PageContext &context);
QWidget *newContentFilterForm(PageContext &context);
QWidget *newPolicyForm(PageContext &context);
QWidget *newDnsListForm(PageContext &context);

/// The milters that are asked, in plain words and in their order.
QWidget *newMilterOrder(PageContext &context);

} // namespace ui
