// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

class QAction;
class QKeySequence;
class QToolButton;
class QWidget;

namespace ui {

/// An action of a page, with the shortcut in its tooltip. It works while `owner` itself has the keyboard.
QAction *pageAction(QWidget *owner, const QString &iconName, const QString &text, const QString &toolTip,
                    const QKeySequence &shortcut);

/// A flat button that shows the icon of the action and is called what the action is called.
QToolButton *actionButton(QAction *action);

} // namespace ui
