// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/master/endpoints.h"

#include <QHash>

#include <array>

namespace master {

using syntax::ServiceField;

namespace {

struct KnownPort
{
    QByteArrayView name;
    QByteArrayView number;
};

// services(5), and what port 465 was called before.
constexpr std::array knownPorts{
    KnownPort{"smtp", "25"},   KnownPort{"mail", "25"},   KnownPort{"submission", "587"},
    KnownPort{"urd", "465"},   KnownPort{"ssmtp", "465"}, KnownPort{"submissions", "465"},
    KnownPort{"smtps", "465"}, KnownPort{"qmqp", "628"},  KnownPort{"lmtp", "24"},
};

struct Endpoint
{
    QByteArray host; ///< of inet only
    QByteArray rest; ///< port or name, and type
};

Endpoint endpointOf(const syntax::MasterCf &file, const syntax::Service &service)
{
    const QByteArrayView name = file.fieldOf(service, ServiceField::Name);
    const QByteArrayView type = file.fieldOf(service, ServiceField::Type);
    if (type != "inet")
        return {{}, name.toByteArray() + '/' + type.toByteArray()};
    const qsizetype colon = name.lastIndexOf(':');
    QByteArrayView port = name.sliced(colon + 1);
    for (const KnownPort &known : knownPorts) {
        if (port == known.name)
            port = known.number;
    }
    QByteArray host = name.first(std::max<qsizetype>(colon, 0)).toByteArray();
    if (host.startsWith('[') && host.endsWith(']'))
        host = host.sliced(1, host.size() - 2);
    return {host, port.toByteArray() + "/inet"};
}

} // namespace

QList<QList<qsizetype>> rivals(const syntax::MasterCf &file, bool hearsAll)
{
    QHash<QByteArray, QList<qsizetype>> alike; // by port
    QList<Endpoint> endpoints;
    for (qsizetype i = 0; i < file.services().size(); ++i) {
        endpoints.append(endpointOf(file, file.services()[i]));
        if (file.services()[i].enabled)
            alike[endpoints.last().rest].append(i);
    }
    QList<QList<qsizetype>> found(file.services().size());
    for (const QList<qsizetype> &candidates : std::as_const(alike)) {
        if (candidates.size() < 2)
            continue;
        for (const qsizetype one : candidates) {
            for (const qsizetype other : candidates) {
                const QByteArray &host = endpoints[one].host;
                const QByteArray &otherHost = endpoints[other].host;
                const bool isSame =
                    host == otherHost || (hearsAll && (host.isEmpty() || otherHost.isEmpty()));
                if (one != other && isSame)
                    found[one].append(other);
            }
        }
    }
    return found;
}

} // namespace master
