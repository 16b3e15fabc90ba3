// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/rules/protocols.h"

#include "core/lint/assigned.h"
#include "core/lint/mending.h"
#include "core/lint/tables.h"

#include <algorithm>
#include <array>

namespace lint {

namespace {

constexpr catalog::Version lowestBySign{3, 6, 0};

/// From old to new.
constexpr std::array protocolNames{"SSLv2", "SSLv3", "TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3"};
using Protocols = std::array<bool, protocolNames.size()>;

std::optional<size_t> protocolCalled(const QByteArray &name)
{
    for (size_t i = 0; i < protocolNames.size(); ++i) {
        if (name.compare(protocolNames[i], Qt::CaseInsensitive) == 0)
            return i;
    }
    return std::nullopt;
}

// tls_proto_mask_lims() in src/tls/tls_misc.c: names leave only themselves, exclusions and bounds take away.
/// Nothing for a list that can't be read.
std::optional<Protocols> protocolsIn(QByteArray text)
{
    Protocols named{};
    Protocols excluded{};
    size_t lowest = 0;
    size_t highest = protocolNames.size() - 1;
    for (const char separator : {',', ':', '\t', '\r', '\n'})
        text.replace(separator, ' ');
    for (const QByteArray &word : text.split(' ')) {
        if (word.isEmpty())
            continue;
        const bool isLowest = word.startsWith(">=");
        const bool isHighest = word.startsWith("<=");
        const bool isExcluded = word.startsWith('!');
        const auto protocol = protocolCalled(word.sliced(isLowest || isHighest ? 2 : isExcluded ? 1 : 0));
        if (!protocol)
            return std::nullopt;
        if (isLowest)
            lowest = *protocol;
        else if (isHighest)
            highest = *protocol;
        else
            (isExcluded ? excluded : named)[*protocol] = true;
    }
    const bool isAnyNamed = std::any_of(named.begin(), named.end(), [](bool is) { return is; });
    Protocols allowed{};
    for (size_t i = 0; i < allowed.size(); ++i)
        allowed[i] = i >= lowest && i <= highest && !excluded[i] && (!isAnyNamed || named[i]);
    return allowed;
}

/// Reports settings with such a name that allow something older than `wanted`.
void reportOlder(const Context &context, const char *ending, const char *wanted, Report &report)
{
    const size_t limit = protocolCalled(wanted).value_or(0);
    forEachValue(context, [&](const Assignment &assignment, const TracedValue &value) {
        if (!assignment.name.endsWith(ending))
            return;
        const auto allowed = protocolsIn(value.text());
        QByteArrayList old;
        QByteArrayList without;
        for (size_t i = 0; i < limit; ++i) {
            without.append(QByteArray("!") + protocolNames[i]);
            if (allowed && (*allowed)[i])
                old.append(protocolNames[i]);
        }
        if (old.isEmpty())
            return;
        report.add(assignment.place(), {old.join(", ")}).fixes = {
            setValue(assignment, QT_TRANSLATE_NOOP("lint", "Leave the old protocols out"),
                     context.version() >= lowestBySign ? QByteArray(">=") + wanted : without.join(", "))};
    });
}

bool isWeak(const QByteArray &digest)
{
    const QByteArray name = digest.toLower();
    return name == "md5" || name == "sha1";
}

} // namespace

void oldMandatoryProtocols(const Context &context, Report &report)
{
    reportOlder(context, "_tls_mandatory_protocols", "TLSv1.2", report);
}

void sslInOpportunistic(const Context &context, Report &report)
{
    reportOlder(context, "_tls_protocols", "TLSv1", report);
}

void weakFingerprint(const Context &context, Report &report)
{
    forEachValue(context, [&](const Assignment &assignment, const TracedValue &value) {
        if (assignment.name.endsWith("_tls_fingerprint_digest") && isWeak(value.text().trimmed()))
            report.add(assignment.place(), {value.text().trimmed()});
    });
    const auto isWeakByDefault = [&](const QByteArray &parameter, qsizetype service) {
        return !context.assignment(parameter, service) && isWeak(context.value(parameter, service));
    };
    forEachValue(context, [&](const Assignment &assignment, const TracedValue &value) {
        if (assignment.name != "relay_clientcerts" && !assignment.name.endsWith("_tls_security_level"))
            return;
        const QByteArray text = value.text().trimmed();
        QByteArray digest;
        for (const QByteArray family : {"smtp", "lmtp"}) {
            if (assignment.name == family + "_tls_security_level" && text.toLower() == "fingerprint")
                digest = family + "_tls_fingerprint_digest";
        }
        if (assignment.name == "relay_clientcerts" && !text.isEmpty())
            digest = "smtpd_tls_fingerprint_digest";
        if (!digest.isEmpty() && isWeakByDefault(digest, assignment.service))
            report.add(assignment.place(), {context.value(digest, assignment.service)});
    });
    for (const QByteArray family : {"smtp", "lmtp"}) {
        const QByteArray digest = family + "_tls_fingerprint_digest";
        if (!isWeakByDefault(digest, effective::noService))
            continue;
        for (const TableUse &table : tablesOf(context, family + "_tls_policy_maps")) {
            for (const TableRow &row : rowsOf(context, table)) {
                if (row.value.simplified().split(' ').first().toLower() == "fingerprint")
                    report.add(row.place, {context.value(digest)});
            }
        }
    }
}

} // namespace lint
