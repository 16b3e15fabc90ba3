// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QKeySequence>
#include <QString>

class QAction;
class QWidget;

namespace ui {

/// An action of a list or a grid, whose keys count while that has the focus, and stand in the tip.
QAction *newViewAction(QWidget *view, const QString &iconName, const QString &text,
                       const QKeySequence &keys = {});

} // namespace ui
