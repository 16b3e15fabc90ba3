// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/targetmenu.h"

#include "ui/session/checker.h"
#include "ui/session/knowledge.h"
#include "ui/settings/settings.h"
#include "ui/widgets/icon.h"

namespace ui {

TargetMenu::TargetMenu(const PageContext &context, QWidget *parent) : QMenu(parent), m_context(context)
{
    setObjectName(QStringLiteral("targetMenu"));
    setTitle(tr("Postfix &Version"));
    setIcon(ui::icon(QStringLiteral("history")));
    const QByteArray kept = m_context.settings.get(settings::target).toUtf8();
    if (const auto version = catalog::targetFrom(kept); version)
        m_context.knowledge.chooseTarget(*version);
    connect(this, &QMenu::aboutToShow, this, &TargetMenu::fill);
}

void TargetMenu::fill()
{
    clear();
    const Knowledge &knowledge = m_context.knowledge;
    const auto &postfix = m_context.checker.postfix();
    addChoice(postfix && postfix->isInstalled ? tr("That of This Machine, %1").arg(postfix->mailVersion)
                                              : tr("The Newest Known"),
              std::nullopt);
    addSeparator();
    if (!knowledge.reference())
        return;
    const QList<catalog::Release> &releases = knowledge.reference()->catalog().releases();
    for (auto release = releases.crbegin(); release != releases.crend(); ++release)
        addChoice(release->newest().toString(), release->newest());
}

void TargetMenu::addChoice(const QString &text, const std::optional<catalog::Version> &version)
{
    QAction *action = addAction(text, this, [this, version] {
        m_context.settings.set(settings::target, version ? version->toString() : QString());
        m_context.knowledge.chooseTarget(version);
    });
    action->setCheckable(true);
    action->setChecked(m_context.knowledge.chosenTarget() == version);
}

QString targetText(const PageContext &context)
{
    const auto &chosen = context.knowledge.chosenTarget();
    if (chosen)
        return TargetMenu::tr("for Postfix %1").arg(chosen->toString());
    const auto &postfix = context.checker.postfix();
    if (!postfix)
        return {};
    return postfix->isInstalled ? TargetMenu::tr("Postfix %1 (this machine)").arg(postfix->mailVersion)
                                : TargetMenu::tr("no Postfix on this machine");
}

} // namespace ui
