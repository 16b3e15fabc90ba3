// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/routingpage.h"

#include "core/base/displaytext.h"
#include "core/effective/services.h"
#include "ui/forms/formsection.h"
#include "ui/forms/formview.h"
#include "ui/grids/tablerows.h"
#include "ui/pages/addressclasses.h"
#include "ui/pages/fieldpages.h"
#include "ui/pages/tablechoices.h"
#include "ui/session/editsession.h"
#include "ui/tables/routeshapes.h"

#include <QLineEdit>

#include <algorithm>
#include <array>

namespace ui {

namespace {

/// In the second column, as long as nobody is writing there.
void offerTransports(PageContext &context, TableRows *rows)
{
    const auto offer = [&context, rows] {
        if (!rows->input(1)->hasFocus())
            rows->setChoices(1, transportsIn(context.session.snapshot().masterCf()));
    };
    QObject::connect(&context.session, &EditSession::opened, rows, offer);
    QObject::connect(&context.session, &EditSession::changed, rows, [offer](const model::Changes &changes) {
        const bool isMaster = std::ranges::any_of(
            changes, [](const model::Change &change) { return change.file == model::FileId::MasterCf; });
        if (isMaster)
            offer();
    });
    offer();
}

} // namespace

RoutingPage::RoutingPage(PageContext &context, const QString &title, const QString &purpose, QWidget *parent)
    : FormPage(context, title, purpose, routingGroups(), parent)
{
    for (const TableShape *shape : shapes::routes()) {
        auto *rows = new TableRows(context.session, context.knowledge, *shape);
        view()->section(shape->parameter)->addWidget(rows);
        if (shape->value.separator == ':')
            offerTransports(context, rows);
    }
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
