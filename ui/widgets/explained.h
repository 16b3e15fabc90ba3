// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

class QLayout;
class QRadioButton;

namespace ui {

/// A choice above a sentence that says what it does; the sentence is also its accessible description.
QLayout *explained(QRadioButton *button, const QString &sentence);

} // namespace ui
