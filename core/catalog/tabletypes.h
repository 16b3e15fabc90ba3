// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/catalog/version.h"

#include <QByteArray>
#include <QList>

/// What is known about lookup tables. Text points into the Reference it came from.
namespace catalog {

/// A type of lookup table, as it stands before the colon in "hash:/etc/aliases".
struct TableType
{
    QByteArrayView name;
    QByteArrayView summary = {};
    QByteArrayView syntaxFamily = {}; ///< "key_value", "regexp", "cidr", "client_config", ...
    /// What stands behind the colon: "file", "config", "content", "table", "tables", "endpoint", "label",
    /// "choice", "ignored", ...
    QByteArrayView nameIs = {};
    QByteArrayView nameForm = {};
    QList<QByteArrayView> choices = {}; ///< names it takes
    QList<QByteArrayView> fileSuffixes = {}; ///< of the compiled file
    QList<QByteArrayView> compileWith = {};
    QList<QByteArrayView> operations = {}; ///< "lookup", "update", "delete", "enumerate"
    QByteArrayView requiresBuild = {}; ///< "LMDB"; empty: always built in
    bool needsCompile = false;
    bool isWritable = false;
    bool isPatternBased = false;
    bool isRefusedForSensitiveTables = false;
    bool isUsableAsCache = false;
    Version since = {};
    std::optional<Version> inlineSince = std::nullopt; ///< its content may stand in main.cf
};

/// A setting of a database client (LDAP, MySQL, ...) in its own file, or in main.cf as NAME_KEY.
struct ClientKey
{
    QByteArrayView name; ///< the table type
    QByteArrayView key = {};
    QByteArrayView kind = {}; ///< "string", "int", "bool"
    std::optional<QByteArrayView> defaultValue = std::nullopt;
    std::optional<qint64> minimum = std::nullopt;
    std::optional<qint64> maximum = std::nullopt;
    QList<QByteArrayView> values = {};
    QList<QByteArrayView> replacedBy = {};
    bool isRequired = false;
    bool isSecret = false;
    bool isObsolete = false;
    std::optional<Version> since = std::nullopt;
};

/// An attribute behind a value, as in "secure match=nexthop".
struct FormatAttribute
{
    QByteArrayView name;
    std::optional<Version> since = std::nullopt;
    QList<QByteArrayView> levels = {}; ///< security levels it goes with; all if empty
};

/// What the keys and the values of a table mean; named by Facts::tableFormat.
struct TableFormat
{
    QByteArrayView name;
    QByteArrayView manual = {}; ///< "access(5)"
    QByteArrayView family = {}; ///< of the syntax that suits it
    QByteArrayView key = {};
    QByteArrayView value = {};
    QByteArrayView note = {};
    QList<QByteArrayView> keyForms = {};
    QList<QByteArrayView> valueForms = {};
    QList<QByteArrayView> nexthopForms = {};
    QList<QByteArrayView> levels = {}; ///< of TLS security
    QList<FormatAttribute> attributes = {};
    QList<QByteArrayView> pluginAttributes = {};
    QByteArrayView attributeSeparator = {};
    QList<QByteArrayView> compileWith = {};
    QList<QByteArrayView> compileOptions = {};
    QList<FormatAttribute> laterValues = {}; ///< values that came later than the format
    bool isWritable = false; ///< Postfix writes it
    bool looksUpExtensions = false; ///< user+extension@domain, then user@domain
    bool isRecursive = false;
    bool isSecuritySensitive = false;
    bool isSecret = false;
    bool isObsolete = false;
    std::optional<Version> since = std::nullopt;
};

/// What a value of an access or header_checks table may begin with.
struct TableAction
{
    QByteArrayView name; ///< of the format
    QByteArrayView action = {};
    QByteArrayView kind = {}; ///< "accept", "reject", "log", ...
    QByteArrayView argument = {}; ///< "none", "text", "optional_text", "address", ...
    QByteArrayView pattern = {};
    QByteArrayView note = {};
    QByteArrayView scope = {}; ///< "message"
    QList<QByteArrayView> synonyms = {};
    QList<QByteArrayView> notIn = {}; ///< restriction lists where it is refused
    bool stops = false;
    bool isDocumented = true;
    std::optional<Version> since = std::nullopt;
};

base::Result<QList<TableType>> readTableTypes(const QByteArray &text);
base::Result<QList<ClientKey>> readClientKeys(const QByteArray &text);
base::Result<QList<TableFormat>> readTableFormats(const QByteArray &text);
base::Result<QList<TableAction>> readTableActions(const QByteArray &text);

} // namespace catalog
