// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/adviceaction.h"

#include "ui/session/checker.h"
#include "ui/settings/settings.h"
#include "ui/widgets/icon.h"

#include <QAction>
#include <QCoreApplication>

namespace ui {

QAction *newAdviceAction(const PageContext &context, QObject *parent)
{
    auto *action = new QAction(icon(QStringLiteral("lightbulb")),
                               QCoreApplication::translate("actions", "&Advice Among the Problems"), parent);
    action->setObjectName(QStringLiteral("advice"));
    action->setCheckable(true);
    Checker &checker = context.checker;
    Settings &settings = context.settings;
    QObject::connect(action, &QAction::toggled, &checker, &Checker::setAdviceWanted);
    QObject::connect(&checker, &Checker::adviceWantedChanged, action, [&settings, action](bool isWanted) {
        action->setChecked(isWanted);
        settings.set(settings::advice, isWanted);
    });
    action->setChecked(settings.get(settings::advice));
    return action;
}

} // namespace ui
