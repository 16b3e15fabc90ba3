// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/viewaction.h"

#include "ui/widgets/icon.h"

#include <QAction>
#include <QWidget>

namespace ui {

QAction *newViewAction(QWidget *view, const QString &iconName, const QString &text, const QKeySequence &keys)
{
    auto *action = new QAction(icon(iconName), text, view);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetShortcut);
    const QString shown = keys.toString(QKeySequence::NativeText);
    action->setToolTip(shown.isEmpty() ? text : QStringLiteral("%1 (%2)").arg(text, shown));
    view->addAction(action);
    return action;
}

} // namespace ui
