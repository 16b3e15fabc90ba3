// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/columnmenu.h"

#include "ui/grids/servicesmodel.h"
#include "ui/grids/servicewords.h"
#include "ui/session/editsession.h"

namespace ui {

namespace {

/// Numbers that services of Postfix's own have in these columns.
QList<FieldChoice> usualNumbers(int column, const syntax::MainCf &file)
{
    const auto choice = [](const char *value, const QString &meaning) {
        return FieldChoice{QString::fromLatin1(value), meaning};
    };
    if (column == ServicesModel::WakeupColumn) {
        QList<FieldChoice> choices{choice("-", defaultMeaning(syntax::ServiceField::Wakeup, file))};
        for (const char *value : {"60", "300", "1000?"})
            choices.append(choice(value, wakeupMeaning(value)));
        return choices;
    }
    return {
        choice(
            "-",
            ColumnMenu::tr("the default: %1").arg(defaultMeaning(syntax::ServiceField::ProcessLimit, file))),
        choice("0", ColumnMenu::tr("any number of processes")), choice("1", ColumnMenu::tr("one process"))};
}

} // namespace

ColumnMenu::ColumnMenu(const EditSession &session, QWidget *parent) : QMenu(parent), m_session(session)
{
    connect(this, &QMenu::aboutToShow, this, &ColumnMenu::fill);
    fill();
}

/// What '-' stands for depends on main.cf.
void ColumnMenu::fill()
{
    clear();
    const syntax::MainCf &file = m_session.snapshot().mainCf();
    const auto add = [&](int column, const QString &title) {
        QMenu *menu = addMenu(title);
        const bool isNumber = column == ServicesModel::WakeupColumn || column == ServicesModel::LimitColumn;
        const auto field = static_cast<syntax::ServiceField>(column - ServicesModel::NameColumn);
        for (const FieldChoice &choice : isNumber ? usualNumbers(column, file) : fieldChoices(field, file)) {
            //: A value of a column of master.cf and what it means
            menu->addAction(tr("%1 – %2").arg(choice.value, choice.meaning), this,
                            [this, column, value = choice.value.toLatin1()] { emit chosen(column, value); });
        }
    };
    add(ServicesModel::PrivateColumn, tr("&Private"));
    add(ServicesModel::UnprivilegedColumn, tr("&Unprivileged"));
    add(ServicesModel::ChrootColumn, tr("&Chroot"));
    add(ServicesModel::WakeupColumn, tr("&Wakeup"));
    add(ServicesModel::LimitColumn, tr("Process &Limit"));
}

} // namespace ui
