// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/grids/servicetemplates.h"

#include "core/syntax/servicewords.h"

#include <QCoreApplication>

#include <algorithm>

namespace ui {

using syntax::ServiceField;

std::span<const ServiceTemplate> serviceTemplates()
{
    static constexpr ServiceTemplate table[] = {
        {QT_TRANSLATE_NOOP("templates", "Port 25: Mail from Other Servers"), "smtp inet n - n - - smtpd"},
        {QT_TRANSLATE_NOOP("templates", "Port 587: Mail Programs, with STARTTLS"),
         "submission inet n - n - - smtpd -o syslog_name=postfix/submission"
         " -o smtpd_tls_security_level=encrypt -o smtpd_sasl_auth_enable=yes -o smtpd_tls_auth_only=yes"
         " -o smtpd_relay_restrictions=permit_sasl_authenticated,reject"
         " -o smtpd_recipient_restrictions="},
        {QT_TRANSLATE_NOOP("templates", "Port 465: Mail Programs, with TLS from the Start"),
         "submissions inet n - n - - smtpd -o syslog_name=postfix/submissions"
         " -o smtpd_tls_wrappermode=yes -o smtpd_sasl_auth_enable=yes"
         " -o smtpd_relay_restrictions=permit_sasl_authenticated,reject"
         " -o smtpd_recipient_restrictions="},
        {QT_TRANSLATE_NOOP("templates", "Delivery to Other Servers"), "smtp unix - - n - - smtp"},
        {QT_TRANSLATE_NOOP("templates", "Delivery over LMTP"), "lmtp unix - - n - - lmtp"},
        {QT_TRANSLATE_NOOP("templates", "Delivery to a Program"),
         "program unix - n n - 10 pipe flags=DRhu user=nobody argv=/usr/local/bin/deliver ${recipient}"},
        {QT_TRANSLATE_NOOP("templates", "Policy Service"),
         "policy unix - n n - 0 spawn user=nobody argv=/usr/local/bin/policy"},
    };
    return table;
}

edits::ServiceSpec specOf(const ServiceTemplate &row)
{
    const QByteArray line(row.spec);
    QByteArrayList words;
    for (const syntax::ByteRange &range : syntax::serviceWords(line))
        words.append(range.in(line).toByteArray());
    const auto field = [&words](ServiceField which) { return words[static_cast<qsizetype>(which)]; };
    return {.name = field(ServiceField::Name),
            .type = field(ServiceField::Type),
            .isPrivate = field(ServiceField::Private),
            .unprivileged = field(ServiceField::Unprivileged),
            .chroot = field(ServiceField::Chroot),
            .wakeup = field(ServiceField::Wakeup),
            .processLimit = field(ServiceField::ProcessLimit),
            .command = field(ServiceField::Command),
            .arguments = words.sliced(syntax::serviceFieldCount)};
}

QByteArray freeName(const syntax::MasterCf &file, const QByteArray &name, const QByteArray &type)
{
    const auto isTaken = [&](const QByteArray &candidate) {
        return std::any_of(file.services().begin(), file.services().end(), [&](const auto &service) {
            return file.fieldOf(service, ServiceField::Name) == candidate
                && file.fieldOf(service, ServiceField::Type) == type;
        });
    };
    QByteArray free;
    if (type == "inet") {
        // A port: the next one, or one that nobody else uses.
        const QByteArray host = name.first(name.lastIndexOf(':') + 1);
        constexpr int firstFree = 10025;
        bool isNumber = false;
        int port = name.sliced(host.size()).toInt(&isNumber);
        port = isNumber ? port : firstFree - 1;
        do
            free = host + QByteArray::number(++port);
        while (isTaken(free));
        return free;
    }
    int number = 2;
    do
        free = name + '-' + QByteArray::number(number++);
    while (isTaken(free));
    return free;
}

} // namespace ui
