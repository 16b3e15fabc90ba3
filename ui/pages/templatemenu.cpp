// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/templatemenu.h"

#include "core/base/displaytext.h"
#include "ui/session/knowledge.h"

#include <QCoreApplication>

namespace ui {

namespace {

QString groupTitle(master::Group group)
{
    switch (group) {
    case master::Group::Incoming:
        return TemplateMenu::tr("&Incoming");
    case master::Group::Queue:
        return TemplateMenu::tr("&Queue");
    case master::Group::Delivery:
        return TemplateMenu::tr("&Delivery");
    case master::Group::Programs:
        return TemplateMenu::tr("&Other Programs");
    case master::Group::Helpers:
        return TemplateMenu::tr("&Helpers");
    case master::Group::Ports:
        break;
    }
    return {};
}

/// "smtp inet: postscreen", and a title where it has one.
QString titleOf(const master::Template &made)
{
    const QString line = base::displayText(made.spec.name) + u' ' + base::displayText(made.spec.type);
    if (made.title)
        return QCoreApplication::translate("templates", made.title);
    //: A service and the program it runs: "rewrite unix, runs trivial-rewrite"
    return made.spec.name == made.spec.command
        ? line
        : TemplateMenu::tr("%1, runs %2").arg(line, base::displayText(made.spec.command));
}

} // namespace

TemplateMenu::TemplateMenu(const Knowledge &knowledge, QWidget *parent)
    : QMenu(parent), m_knowledge(knowledge)
{
    setToolTipsVisible(true);
    connect(&knowledge, &Knowledge::targetChanged, this, &TemplateMenu::fill);
    fill();
}

void TemplateMenu::fill()
{
    clear();
    const catalog::Reference *reference = m_knowledge.reference();
    if (!reference)
        return;
    QMenu *menu = this;
    auto group = master::Group::Ports;
    for (const master::Template &made : master::templatesFor(*reference, m_knowledge.target())) {
        if (made.group != group) {
            if (group == master::Group::Ports)
                addSeparator();
            group = made.group;
            menu = addMenu(groupTitle(group));
            menu->setToolTipsVisible(true);
        }
        QAction *action = menu->addAction(titleOf(made), this, [this, made] { emit chosen(made); });
        action->setToolTip(base::displayText(made.purpose));
    }
}

} // namespace ui
