// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/actionbutton.h"

#include "ui/widgets/icon.h"

#include <QAction>
#include <QToolButton>

namespace ui {

QAction *pageAction(QWidget *owner, const QString &iconName, const QString &text, const QString &toolTip,
                    const QKeySequence &shortcut)
{
    auto *action = new QAction(icon(iconName), text, owner);
    action->setShortcut(shortcut);
    action->setShortcutContext(Qt::WidgetShortcut);
    const QString keys = shortcut.toString(QKeySequence::NativeText);
    action->setToolTip(keys.isEmpty() ? toolTip : QStringLiteral("%1 (%2)").arg(toolTip, keys));
    owner->addAction(action);
    return action;
}

QToolButton *actionButton(QAction *action)
{
    auto *button = new QToolButton;
    button->setDefaultAction(action);
    button->setAutoRaise(true);
    button->setAccessibleName(action->text());
    button->setAccessibleDescription(action->toolTip());
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace ui
