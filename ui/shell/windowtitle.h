// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace ui {

/// For the window that shows the folder; a mounted one by its server. For QWidget::setWindowTitle().
QString titleOf(const QString &folder);

} // namespace ui
