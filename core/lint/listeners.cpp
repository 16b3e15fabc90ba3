// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/listeners.h"

namespace lint {

bool isMailExchanger(const Listener &listener)
{
    constexpr int smtpPort = 25;
    return listener.port == smtpPort;
}

bool isSubmission(const Listener &listener)
{
    return listener.place && !listener.isPass
        && (listener.port == submissionPort || listener.port == smtpsPort);
}

bool hasLogin(const Context &context, const Listener &listener)
{
    return context.isOn("smtpd_sasl_auth_enable", listener.service);
}

// main() in src/smtpd/smtpd.c: the level comes before the old switches.
QByteArray serverTlsLevel(const Context &context, qsizetype service)
{
    const QByteArray level = context.value("smtpd_tls_security_level", service).toLower();
    if (!level.isEmpty())
        return level;
    if (context.isOn("smtpd_enforce_tls", service))
        return "encrypt";
    return context.isOn("smtpd_use_tls", service) ? QByteArray("may") : QByteArray();
}

bool isTlsOffered(const Context &context, qsizetype service)
{
    const QByteArray level = serverTlsLevel(context, service);
    return context.isOn("smtpd_tls_wrappermode", service) || (!level.isEmpty() && level != "none");
}

} // namespace lint
