// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/listeners.h"

#include "core/submission/state.h"

namespace lint {

bool isMailExchanger(const Listener &listener)
{
    return listener.port == submission::smtpPort;
}

bool isSubmission(const Listener &listener)
{
    return listener.place && !listener.isPass
        && (listener.port == submissionPort || listener.port == smtpsPort);
}

bool hasLogin(const Context &context, const Listener &listener)
{
    context.note("smtpd_sasl_auth_enable");
    return submission::offersLogin(context.valuesWithoutNote(), listener.service);
}

QByteArray serverTlsLevel(const Context &context, qsizetype service)
{
    for (const char *name : {"smtpd_tls_security_level", "smtpd_enforce_tls", "smtpd_use_tls"})
        context.note(name);
    return submission::tlsLevelOf(context.valuesWithoutNote(), service);
}

bool isTlsOffered(const Context &context, qsizetype service)
{
    const QByteArray level = serverTlsLevel(context, service);
    return context.isOn("smtpd_tls_wrappermode", service) || (!level.isEmpty() && level != "none");
}

} // namespace lint
