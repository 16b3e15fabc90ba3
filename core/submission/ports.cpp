// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/submission/ports.h"

namespace submission {

using syntax::ServiceField;

namespace {

constexpr int qmqpPort = 628;
constexpr int lmtpPort = 24;

struct NamedPort
{
    const char *name;
    int number;
};

// services(5) on Debian, and what others call port 465.
constexpr NamedPort namedPorts[] = {{"smtp", smtpPort},
                                    {"submission", submissionPort},
                                    {"submissions", submissionsPort},
                                    {"smtps", submissionsPort},
                                    {"ssmtp", submissionsPort},
                                    {"urd", submissionsPort},
                                    {"qmqp", qmqpPort},
                                    {"lmtp", lmtpPort}};

} // namespace

std::optional<int> numberOf(QByteArrayView port)
{
    for (const NamedPort &named : namedPorts) {
        if (port == QByteArrayView(named.name))
            return named.number;
    }
    constexpr int highest = 65535;
    bool isNumber = false;
    const int number = port.toInt(&isNumber);
    return isNumber && number > 0 && number <= highest ? std::optional(number) : std::nullopt;
}

namespace {

std::optional<int> portOfPostscreen(const syntax::MasterCf &file)
{
    for (const syntax::Service &service : file.services()) {
        const QByteArrayView name = file.fieldOf(service, ServiceField::Name);
        if (service.enabled && file.fieldOf(service, ServiceField::Type) == "inet"
            && file.programOf(service) == "postscreen")
            return numberOf(name.sliced(name.lastIndexOf(':') + 1));
    }
    return std::nullopt;
}

} // namespace

QList<Port> portsIn(const syntax::MasterCf &file)
{
    QList<Port> ports;
    for (qsizetype i = 0; i < file.services().size(); ++i) {
        const syntax::Service &service = file.services()[i];
        const QByteArrayView type = file.fieldOf(service, ServiceField::Type);
        const bool isPassed = type == "pass";
        if ((type != "inet" && !isPassed) || file.programOf(service) != "smtpd")
            continue;
        const QByteArrayView name = file.fieldOf(service, ServiceField::Name);
        const qsizetype colon = name.lastIndexOf(':');
        ports.append({.service = i,
                      .name = name.toByteArray(),
                      .host = colon < 0 ? QByteArray() : name.first(colon).toByteArray(),
                      .number = isPassed ? portOfPostscreen(file) : numberOf(name.sliced(colon + 1)),
                      .isBehindPostscreen = isPassed,
                      .isEnabled = service.enabled});
    }
    return ports;
}

} // namespace submission
