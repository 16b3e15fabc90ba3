// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/tlspolicy.h"

#include "core/syntax/listvalue.h"

#include <QSet>

namespace lint {

const QByteArrayList &tlsLevels()
{
    static const QByteArrayList levels{"none",      "may",         "encrypt", "dane",
                                       "dane-only", "fingerprint", "verify",  "secure"};
    return levels;
}

// tls_policy_lookup_one() in src/smtp/smtp_tls_policy.c.
QByteArray badTlsPolicyWord(QByteArrayView value)
{
    static const QSet<QByteArray> attributes{
        "ciphers",       "exclude",          "match",           "protocols",     "servername",
        "tafile",        "connection_reuse", "enable_rpk",      "policy_type",   "policy_domain",
        "policy_string", "policy_ttl",       "mx_host_pattern", "policy_failure"};
    static const QSet<QByteArray> withoutMatch{"none", "may", "encrypt", "dane"};
    QByteArray level;
    for (const syntax::ListItem &item : syntax::listItems(value)) {
        QByteArray word = item.range.in(value).toByteArray();
        if (level.isEmpty()) {
            level = word.toLower();
            if (!tlsLevels().contains(level))
                return word;
            continue;
        }
        if (item.isGroup)
            word = word.sliced(1, word.size() - 2);
        const qsizetype equals = word.indexOf('=');
        const QByteArray name = word.first(std::max<qsizetype>(0, equals)).trimmed().toLower();
        if (equals < 0 || !attributes.contains(name) || (name == "match" && withoutMatch.contains(level)))
            return word;
    }
    return {};
}

} // namespace lint
