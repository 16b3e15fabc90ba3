// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tls/dane.h"

#include "core/edits/parameteredits.h"

namespace tls {

namespace {

QByteArray textOf(const effective::Values &values, const char *name)
{
    const auto value = values.value(name);
    return value ? value->expanded.trimmed() : QByteArray();
}

} // namespace

Dane daneIn(const effective::Values &values)
{
    constexpr catalog::Version withDane{2, 11, 0};
    const QByteArray level = textOf(values, "smtp_tls_security_level");
    const QByteArray lookup = textOf(values, "smtp_host_lookup");
    return {.isOn = level == "dane" || level == "dane-only",
            .isDemanded = level == "dane-only",
            .hasDnssec = textOf(values, "smtp_dns_support_level") == "dnssec",
            .asksDns = lookup.isEmpty() || lookup == "dns",
            .isKnown = values.target().version >= withDane};
}

edits::Outcome setDane(model::Draft &draft, bool isOn)
{
    if (edits::Outcome refusal = edits::setParameter(draft, "smtp_tls_security_level", isOn ? "dane" : "may"))
        return refusal;
    return isOn ? edits::setParameter(draft, "smtp_dns_support_level", "dnssec")
                : edits::resetParameter(draft, "smtp_dns_support_level");
}

} // namespace tls
