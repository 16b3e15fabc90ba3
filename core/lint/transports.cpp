// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/transports.h"

#include "core/lint/restrictionlists.h"

namespace lint {

namespace {

using effective::noService;

const QByteArrayList &transportParameters()
{
    static const QByteArrayList names{"local_transport",
                                      "relay_transport",
                                      "virtual_transport",
                                      "default_transport",
                                      "mailbox_transport",
                                      "fallback_transport",
                                      "address_verify_default_transport",
                                      "address_verify_local_transport",
                                      "address_verify_relay_transport",
                                      "address_verify_virtual_transport"};
    return names;
}

/// "transport:nexthop", or a transport alone where it stands in a setting.
QByteArray transportOf(const QByteArray &text, bool mayStandAlone)
{
    const qsizetype colon = text.indexOf(':');
    return (colon < 0 ? (mayStandAlone ? text : QByteArray()) : text.first(colon)).trimmed();
}

void addSetting(const Context &context, const QByteArray &name, bool isFilter, QList<TransportUse> &uses)
{
    for (const Context::Judged &one : context.judged(name)) {
        const QByteArray transport = transportOf(one.value->text().trimmed(), true);
        if (!transport.isEmpty())
            uses.append(TransportUse{transport, one.assignment->place(), isFilter});
    }
}

void addFilters(const Context &context, const TableUse &table, QList<TransportUse> &uses)
{
    for (const TableRow &row : rowsOf(context, table)) {
        const QByteArray value = row.value.trimmed();
        const QByteArray head = value.left(7).toUpper();
        if (head != "FILTER " && head != "FILTER\t")
            continue;
        const QByteArray transport = transportOf(value.sliced(7).trimmed(), false);
        if (!transport.isEmpty())
            uses.append(TransportUse{transport, row.place, true});
    }
}

} // namespace

namespace {

struct AllUses
{
    QList<TransportUse> uses;
    QSet<QByteArray> names;
};

AllUses readUses(const Context &context)
{
    QList<TransportUse> uses;
    for (const QByteArray &name : transportParameters())
        addSetting(context, name, false, uses);
    addSetting(context, "content_filter", true, uses);
    for (const QByteArray name : {"transport_maps", "sender_dependent_default_transport_maps",
                                  "mailbox_transport_maps", "fallback_transport_maps"}) {
        for (const TableUse &table : tablesOf(context, name)) {
            for (const TableRow &row : rowsOf(context, table)) {
                const QByteArray value = row.value.trimmed();
                const QByteArray transport = transportOf(value, false);
                if (!transport.isEmpty() && value.compare("DUNNO", Qt::CaseInsensitive) != 0)
                    uses.append(TransportUse{transport, row.place, false});
            }
        }
    }
    for (const QByteArray name :
         {"header_checks", "mime_header_checks", "nested_header_checks", "body_checks"}) {
        for (const TableUse &table : tablesOf(context, name))
            addFilters(context, table, uses);
    }
    for (const ListPlace &list : assignedLists(context)) {
        for (const Check &check : checksIn(context, list.parameter, list.service)) {
            if (check.arguments.isEmpty() || !check.name.endsWith("_access"))
                continue;
            if (const auto table = tableIn(context, check.arguments.first()))
                addFilters(context, *table, uses);
        }
    }
    AllUses all{uses, {}};
    for (const TransportUse &use : uses)
        all.names.insert(use.transport);
    return all;
}

} // namespace

QList<TransportUse> transportUses(const Context &context)
{
    return context.once<AllUses>(readUses).uses;
}

QSet<QByteArray> usedTransports(const Context &context)
{
    return context.once<AllUses>(readUses).names;
}

} // namespace lint
