// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/tabletools/clientwords.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace ui {

namespace {

struct Words
{
    const char *key;
    const char *words; ///< translation context "clients"
};

constexpr std::array words{
    Words{"backup", QT_TRANSLATE_NOOP("clients", "Table behind the cache")},
    Words{"bind", QT_TRANSLATE_NOOP("clients", "Log in to the server")},
    Words{"bind_dn", QT_TRANSLATE_NOOP("clients", "Log in as (DN)")},
    Words{"bind_pw", QT_TRANSLATE_NOOP("clients", "Password")},
    Words{"charset", QT_TRANSLATE_NOOP("clients", "Character set")},
    Words{"chase_referrals", QT_TRANSLATE_NOOP("clients", "Follow referrals")},
    Words{"collection", QT_TRANSLATE_NOOP("clients", "Collection")},
    Words{"data_size_limit", QT_TRANSLATE_NOOP("clients", "Longest value, in bytes")},
    Words{"dbname", QT_TRANSLATE_NOOP("clients", "Database")},
    Words{"dbpath", QT_TRANSLATE_NOOP("clients", "File of the database")},
    Words{"debuglevel", QT_TRANSLATE_NOOP("clients", "Debugging level")},
    Words{"dereference", QT_TRANSLATE_NOOP("clients", "Follow aliases of the directory")},
    Words{"domain", QT_TRANSLATE_NOOP("clients", "Only for these domains")},
    Words{"encoding", QT_TRANSLATE_NOOP("clients", "Character encoding")},
    Words{"expansion_limit", QT_TRANSLATE_NOOP("clients", "Most results, 0 for any number")},
    Words{"flags", QT_TRANSLATE_NOOP("clients", "Flags of stored values")},
    Words{"hosts", QT_TRANSLATE_NOOP("clients", "Servers")},
    Words{"idle_interval", QT_TRANSLATE_NOOP("clients", "Close an idle connection after, in seconds")},
    Words{"key_format", QT_TRANSLATE_NOOP("clients", "Key of the cache")},
    Words{"leaf_result_attribute", QT_TRANSLATE_NOOP("clients", "Result attributes of leaves")},
    Words{"line_size_limit", QT_TRANSLATE_NOOP("clients", "Longest line, in bytes")},
    Words{"max_try", QT_TRANSLATE_NOOP("clients", "Tries")},
    Words{"memcache", QT_TRANSLATE_NOOP("clients", "Cache server")},
    Words{"option_file", QT_TRANSLATE_NOOP("clients", "Option file of the client")},
    Words{"option_group", QT_TRANSLATE_NOOP("clients", "Group in the option file")},
    Words{"password", QT_TRANSLATE_NOOP("clients", "Password")},
    Words{"projection", QT_TRANSLATE_NOOP("clients", "Projection")},
    Words{"query", QT_TRANSLATE_NOOP("clients", "Query, %s stands for the key")},
    Words{"query_filter", QT_TRANSLATE_NOOP("clients", "Filter, %s stands for the key")},
    Words{"recursion_limit", QT_TRANSLATE_NOOP("clients", "Deepest nesting")},
    Words{"require_result_set", QT_TRANSLATE_NOOP("clients", "The query must return a result set")},
    Words{"result_attribute", QT_TRANSLATE_NOOP("clients", "Attributes with the result")},
    Words{"result_format", QT_TRANSLATE_NOOP("clients", "Result, %s stands for what was found")},
    Words{"retry_interval", QT_TRANSLATE_NOOP("clients", "Wait after a failure, in seconds")},
    Words{"retry_pause", QT_TRANSLATE_NOOP("clients", "Pause between tries, in seconds")},
    Words{"sasl_authz_id", QT_TRANSLATE_NOOP("clients", "SASL identity")},
    Words{"sasl_mechs", QT_TRANSLATE_NOOP("clients", "SASL mechanisms")},
    Words{"sasl_minssf", QT_TRANSLATE_NOOP("clients", "Least SASL strength")},
    Words{"sasl_realm", QT_TRANSLATE_NOOP("clients", "SASL realm")},
    Words{"scope", QT_TRANSLATE_NOOP("clients", "How deep to search")},
    Words{"search_base", QT_TRANSLATE_NOOP("clients", "Where to search (base DN)")},
    Words{"server_host", QT_TRANSLATE_NOOP("clients", "Servers")},
    Words{"server_port", QT_TRANSLATE_NOOP("clients", "Port")},
    Words{"size_limit", QT_TRANSLATE_NOOP("clients", "Most entries of one search")},
    Words{"special_result_attribute", QT_TRANSLATE_NOOP("clients", "Attributes with more DNs or URLs")},
    Words{"start_tls", QT_TRANSLATE_NOOP("clients", "Encrypt with STARTTLS")},
    Words{"terminal_result_attribute", QT_TRANSLATE_NOOP("clients", "Result attribute that ends the search")},
    Words{"timeout", QT_TRANSLATE_NOOP("clients", "Wait for an answer, in seconds")},
    Words{"tls_CAfile", QT_TRANSLATE_NOOP("clients", "Trusted certificates (file)")},
    Words{"tls_CApath", QT_TRANSLATE_NOOP("clients", "Trusted certificates (folder)")},
    Words{"tls_ca_cert_dir", QT_TRANSLATE_NOOP("clients", "Trusted certificates (folder)")},
    Words{"tls_ca_cert_file", QT_TRANSLATE_NOOP("clients", "Trusted certificates (file)")},
    Words{"tls_cert", QT_TRANSLATE_NOOP("clients", "Own certificate")},
    Words{"tls_cert_file", QT_TRANSLATE_NOOP("clients", "Own certificate")},
    Words{"tls_cipher_suite", QT_TRANSLATE_NOOP("clients", "Ciphers")},
    Words{"tls_ciphers", QT_TRANSLATE_NOOP("clients", "Ciphers")},
    Words{"tls_key", QT_TRANSLATE_NOOP("clients", "Own private key")},
    Words{"tls_key_file", QT_TRANSLATE_NOOP("clients", "Own private key")},
    Words{"tls_random_file", QT_TRANSLATE_NOOP("clients", "Source of random bytes")},
    Words{"tls_require_cert", QT_TRANSLATE_NOOP("clients", "Insist on a good certificate")},
    Words{"tls_verify_cert", QT_TRANSLATE_NOOP("clients", "Insist on a good certificate")},
    Words{"ttl", QT_TRANSLATE_NOOP("clients", "Keep values for, in seconds")},
    Words{"uri", QT_TRANSLATE_NOOP("clients", "Server (URI, with the password)")},
    Words{"user", QT_TRANSLATE_NOOP("clients", "User")},
    Words{"version", QT_TRANSLATE_NOOP("clients", "Protocol version")},
};

struct Usual
{
    const char *type;
    const char *keys;
    const char *title; ///< translation context "clients"
};

constexpr std::array usual{
    Usual{"ldap",
          "server_host version start_tls bind bind_dn bind_pw search_base query_filter result_attribute",
          QT_TRANSLATE_NOOP("clients", "LDAP")},
    Usual{"mysql", "hosts user password dbname query", QT_TRANSLATE_NOOP("clients", "MySQL or MariaDB")},
    Usual{"pgsql", "hosts user password dbname query", QT_TRANSLATE_NOOP("clients", "PostgreSQL")},
    Usual{"sqlite", "dbpath query", QT_TRANSLATE_NOOP("clients", "SQLite")},
    Usual{"mongodb", "uri dbname collection query_filter result_attribute",
          QT_TRANSLATE_NOOP("clients", "MongoDB")},
    Usual{"memcache", "memcache backup key_format ttl", QT_TRANSLATE_NOOP("clients", "memcached")},
};

const Usual *usualOf(const QByteArray &type)
{
    const auto *found =
        std::find_if(usual.begin(), usual.end(), [&](const Usual &one) { return type == one.type; });
    return found == usual.end() ? nullptr : found;
}

} // namespace

QString clientSettingWords(const QByteArray &key)
{
    const auto *found =
        std::find_if(words.begin(), words.end(), [&](const Words &one) { return key == one.key; });
    if (found != words.end())
        return QCoreApplication::translate("clients", found->words);
    return QString::fromUtf8(key).replace(u'_', u' ');
}

qsizetype usualPlace(const QByteArray &type, const QByteArray &key)
{
    const Usual *one = usualOf(type);
    return one ? QByteArray(one->keys).split(' ').indexOf(key) : -1;
}

QString clientTitle(const QByteArray &type)
{
    const Usual *one = usualOf(type);
    return one ? QCoreApplication::translate("clients", one->title) : QString::fromUtf8(type);
}

} // namespace ui
