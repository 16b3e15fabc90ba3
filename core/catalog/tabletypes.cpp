// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/catalog/tabletypes.h"

#include "core/catalog/records.h"

namespace catalog {

using base::Result;

namespace {

// "NAME|SINCE|LEVEL,LEVEL"
std::optional<FormatAttribute> formatAttribute(const QList<QByteArrayView> &parts)
{
    FormatAttribute attribute{.name = part(parts, 0), .levels = split(part(parts, 2), ',')};
    const bool isSound = parts.size() <= 3 && readVersion(part(parts, 1), attribute.since);
    return isSound ? std::optional(attribute) : std::nullopt;
}

using columns::composed;
using columns::statement;
using columns::value;
using columns::words;

constexpr std::array typeColumns{
    Column<TableType>{"choices", words<&TableType::choices>},
    Column<TableType>{"compile_with", words<&TableType::compileWith>},
    Column<TableType>{"file_suffix", words<&TableType::fileSuffixes>},
    Column<TableType>{"inline_since", value<&TableType::inlineSince>},
    Column<TableType>{"name_form", value<&TableType::nameForm>},
    Column<TableType>{"name_is", value<&TableType::nameIs>},
    Column<TableType>{"needs_compile", statement<&TableType::needsCompile>},
    Column<TableType>{"operations", words<&TableType::operations>},
    Column<TableType>{"pattern_based", statement<&TableType::isPatternBased>},
    Column<TableType>{"refused_for_sensitive_tables", statement<&TableType::isRefusedForSensitiveTables>},
    Column<TableType>{"requires_build", value<&TableType::requiresBuild>},
    Column<TableType>{"since", value<&TableType::since>},
    Column<TableType>{"summary", value<&TableType::summary>},
    Column<TableType>{"syntax_family", value<&TableType::syntaxFamily>},
    Column<TableType>{"usable_as_cache", statement<&TableType::isUsableAsCache>},
    Column<TableType>{"writable", statement<&TableType::isWritable>},
};

constexpr std::array clientKeyColumns{
    Column<ClientKey>{"default", value<&ClientKey::defaultValue>},
    Column<ClientKey>{"kind", value<&ClientKey::kind>},
    Column<ClientKey>{"max", value<&ClientKey::maximum>},
    Column<ClientKey>{"min", value<&ClientKey::minimum>},
    Column<ClientKey>{"name", value<&ClientKey::key>},
    Column<ClientKey>{"obsolete", statement<&ClientKey::isObsolete>},
    Column<ClientKey>{"replaced_by", words<&ClientKey::replacedBy>},
    Column<ClientKey>{"required", statement<&ClientKey::isRequired>},
    Column<ClientKey>{"secret", statement<&ClientKey::isSecret>},
    Column<ClientKey>{"since", value<&ClientKey::since>},
    Column<ClientKey>{"values", value<&ClientKey::values>},
};

constexpr std::array formatColumns{
    Column<TableFormat>{"attribute", composed<&TableFormat::attributes, formatAttribute>},
    Column<TableFormat>{"attribute_separator", value<&TableFormat::attributeSeparator>},
    Column<TableFormat>{"compile_options", words<&TableFormat::compileOptions>},
    Column<TableFormat>{"compile_with", words<&TableFormat::compileWith>},
    Column<TableFormat>{"extension_lookup", statement<&TableFormat::looksUpExtensions>},
    Column<TableFormat>{"family", value<&TableFormat::family>},
    Column<TableFormat>{"key", value<&TableFormat::key>},
    Column<TableFormat>{"key_forms", value<&TableFormat::keyForms>},
    Column<TableFormat>{"levels", words<&TableFormat::levels>},
    Column<TableFormat>{"manual", value<&TableFormat::manual>},
    Column<TableFormat>{"nexthop_forms", value<&TableFormat::nexthopForms>},
    Column<TableFormat>{"note", value<&TableFormat::note>},
    Column<TableFormat>{"obsolete", statement<&TableFormat::isObsolete>},
    Column<TableFormat>{"plugin_attributes", words<&TableFormat::pluginAttributes>},
    Column<TableFormat>{"recursive", statement<&TableFormat::isRecursive>},
    Column<TableFormat>{"secret", statement<&TableFormat::isSecret>},
    Column<TableFormat>{"security_sensitive", statement<&TableFormat::isSecuritySensitive>},
    Column<TableFormat>{"since", value<&TableFormat::since>},
    Column<TableFormat>{"value", value<&TableFormat::value>},
    Column<TableFormat>{"value_forms", value<&TableFormat::valueForms>},
    Column<TableFormat>{"value_since", composed<&TableFormat::laterValues, formatAttribute>},
    Column<TableFormat>{"writable", statement<&TableFormat::isWritable>},
};

constexpr std::array actionColumns{
    Column<TableAction>{"action", value<&TableAction::action>},
    Column<TableAction>{"argument", value<&TableAction::argument>},
    Column<TableAction>{"kind", value<&TableAction::kind>},
    Column<TableAction>{"not_in", words<&TableAction::notIn>},
    Column<TableAction>{"note", value<&TableAction::note>},
    Column<TableAction>{"pattern", value<&TableAction::pattern>},
    Column<TableAction>{"scope", value<&TableAction::scope>},
    Column<TableAction>{"since", value<&TableAction::since>},
    Column<TableAction>{"stops", statement<&TableAction::stops>},
    Column<TableAction>{"synonyms", words<&TableAction::synonyms>},
    Column<TableAction>{"undocumented", statement<&TableAction::isDocumented, false>},
};

} // namespace

Result<QList<TableType>> readTableTypes(const QByteArray &text)
{
    return readRecords("tabletypes.tsv", text, typeColumns);
}

Result<QList<ClientKey>> readClientKeys(const QByteArray &text)
{
    return readRecords("clientkeys.tsv", text, clientKeyColumns);
}

Result<QList<TableFormat>> readTableFormats(const QByteArray &text)
{
    return readRecords("tableformats.tsv", text, formatColumns);
}

Result<QList<TableAction>> readTableActions(const QByteArray &text)
{
    return readRecords("tableactions.tsv", text, actionColumns);
}

} // namespace catalog
