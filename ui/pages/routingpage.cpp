// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/routingpage.h"

#include "ui/forms/formsection.h"
#include "ui/forms/formview.h"
#include "ui/grids/tablerows.h"
#include "ui/pages/addressclasses.h"
#include "ui/pages/fieldpages.h"
#include "ui/pages/routeshapes.h"

namespace ui {

RoutingPage::RoutingPage(PageContext &context, const QString &title, const QString &purpose, QWidget *parent)
    : FormPage(context, title, purpose, routingGroups(), parent)
{
    for (const TableShape *shape : shapes::routes())
        view()
            ->section(shape->parameter)
            ->addWidget(new TableRows(context.session, context.knowledge, *shape));
    // Behind what leaves this server, in front of what it takes in.
    view()->addWidget(new AddressClasses(context));
    bool isBehind = false;
    for (const FormGroup &group : routingGroups()) {
        const char *first = group.fields.front().parameter;
        isBehind = isBehind || QByteArrayView(first) == "virtual_alias_domains";
        if (isBehind)
            view()->addWidget(view()->section(first));
    }
}

} // namespace ui
