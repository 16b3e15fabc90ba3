// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sasl/server.h"

#include "core/edits/parameteredits.h"
#include "core/syntax/listvalue.h"

#include <algorithm>

namespace sasl {

using effective::Values;

namespace {

QByteArray textOf(const Values &values, const char *name, qsizetype service = effective::noService)
{
    const auto value = values.value(name, service);
    return value ? value->expanded.trimmed() : QByteArray();
}

bool isYes(const Values &values, const char *name, qsizetype service = effective::noService)
{
    return textOf(values, name, service).compare("yes", Qt::CaseInsensitive) == 0;
}

bool hasOption(const QByteArray &options, const char *name)
{
    const QList<syntax::ListItem> items = syntax::listItems(options);
    return std::any_of(items.begin(), items.end(), [&](const syntax::ListItem &item) {
        return item.range.in(options).compare(QByteArrayView(name), Qt::CaseInsensitive) == 0;
    });
}

} // namespace

Server serverIn(const Values &values)
{
    Server server;
    server.isOnEverywhere = isYes(values, "smtpd_sasl_auth_enable");
    for (qsizetype i = 0; i < values.services().size(); ++i) {
        const effective::Service &service = values.services()[i];
        const auto value = values.value("smtpd_sasl_auth_enable", i);
        if (service.program == "smtpd" && value && value->source == effective::Source::Override
            && isYes(values, "smtpd_sasl_auth_enable", i))
            server.services.append(service.name + '/' + service.type);
    }
    server.type = textOf(values, "smtpd_sasl_type");
    server.path = textOf(values, "smtpd_sasl_path");
    if (!server.isOnEverywhere && server.services.isEmpty())
        return server;
    if (server.type == "dovecot")
        server.checker = Checker::Dovecot;
    else
        server.checker = server.type == "cyrus" ? Checker::Cyrus : Checker::Other;
    return server;
}

QByteArray socketPath(const Values &values, const QByteArray &path)
{
    QByteArray name = path;
    if (name.startsWith("inet:"))
        return {};
    if (name.startsWith("unix:"))
        name = name.sliced(5);
    return name.startsWith('/') ? name : textOf(values, "queue_directory") + '/' + name;
}

edits::Outcome setChecker(model::Draft &draft, Checker checker, const Server &before)
{
    if (checker == Checker::None) {
        for (const char *name : {"smtpd_sasl_auth_enable", "smtpd_sasl_type", "smtpd_sasl_path"}) {
            if (edits::Outcome refusal = edits::resetParameter(draft, name))
                return refusal;
        }
        return {};
    }
    const bool isDovecot = checker == Checker::Dovecot;
    if (edits::Outcome refusal =
            edits::setParameter(draft, "smtpd_sasl_type", isDovecot ? "dovecot" : "cyrus"))
        return refusal;
    // Where it is stays, when it is the same as before.
    if (before.type != (isDovecot ? "dovecot" : "cyrus")) {
        edits::Outcome refusal = isDovecot ? edits::setParameter(draft, "smtpd_sasl_path", "private/auth")
                                           : edits::resetParameter(draft, "smtpd_sasl_path");
        if (refusal)
            return refusal;
    }
    return before.services.isEmpty() ? edits::setParameter(draft, "smtpd_sasl_auth_enable", "yes")
                                     : edits::Outcome();
}

Offer offerAt(const Values &values, qsizetype service, bool isEncrypted)
{
    if (!isYes(values, "smtpd_sasl_auth_enable", service))
        return {};
    const QByteArray level = textOf(values, "smtpd_tls_security_level", service);
    const bool isWrapped = isYes(values, "smtpd_tls_wrappermode", service);
    const bool canEncrypt = isWrapped || level == "may" || level == "encrypt"
        || isYes(values, "smtpd_use_tls", service) || isYes(values, "smtpd_enforce_tls", service);
    const bool mustEncrypt = isWrapped || level == "encrypt" || isYes(values, "smtpd_enforce_tls", service)
        || isYes(values, "smtpd_tls_auth_only", service);
    if (isEncrypted ? !canEncrypt : mustEncrypt)
        return {};
    const QByteArray options = textOf(
        values, isEncrypted ? "smtpd_sasl_tls_security_options" : "smtpd_sasl_security_options", service);
    return {.isOffered = true,
            .hasPlaintext = !hasOption(options, "noplaintext"),
            .hasAnonymous = !hasOption(options, "noanonymous")};
}

} // namespace sasl
