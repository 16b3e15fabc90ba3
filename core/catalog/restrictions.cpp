// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/catalog/restrictions.h"

#include "core/catalog/records.h"

namespace catalog {

using base::Result;

namespace {

using Parts = QList<QByteArrayView>;

// "NAME|WORD,WORD|SINCE|DOCUMENTED,DOCUMENTED"
std::optional<ArgumentOption> argumentOption(const Parts &parts)
{
    ArgumentOption option{.name = part(parts, 0),
                          .words = split(part(parts, 1), ','),
                          .documentedWords = split(part(parts, 3), ',')};
    const bool isSound = parts.size() <= 4 && readVersion(part(parts, 2), option.since);
    return isSound ? std::optional(option) : std::nullopt;
}

// "NAME|PARAMETER|SINCE|WORD,WORD"
std::optional<EndpointAttribute> endpointAttribute(const Parts &parts)
{
    EndpointAttribute attribute{
        .name = part(parts, 0), .overrides = part(parts, 1), .words = split(part(parts, 3), ',')};
    const bool isSound = parts.size() <= 4 && readVersion(part(parts, 2), attribute.since);
    return isSound ? std::optional(attribute) : std::nullopt;
}

using columns::choice;
using columns::composed;
using columns::statement;
using columns::value;
using columns::words;

constexpr std::array restrictionColumns{
    Column<Restriction>{"accepted_in", words<&Restriction::acceptedIn>},
    Column<Restriction>{"alias_for", words<&Restriction::aliasFor>},
    Column<Restriction>{"argument", choice<&Restriction::argument, argumentNames>},
    Column<Restriction>{"argument_form", value<&Restriction::argumentForm>},
    Column<Restriction>{"argument_option", composed<&Restriction::argumentOptions, argumentOption>},
    Column<Restriction>{"attributes_since", value<&Restriction::attributesSince>},
    Column<Restriction>{"effect", choice<&Restriction::effect, effectNames>},
    Column<Restriction>{"ends_list", statement<&Restriction::endsList>},
    Column<Restriction>{"filter_pattern_since", value<&Restriction::filterPatternSince>},
    Column<Restriction>{"filter_since", value<&Restriction::filterSince>},
    Column<Restriction>{"needs", words<&Restriction::needs>},
    Column<Restriction>{"note", value<&Restriction::note>},
    Column<Restriction>{"obsolete_since", value<&Restriction::obsoleteSince>},
    Column<Restriction>{"ok_result_allowed", statement<&Restriction::isOkAllowed>},
    Column<Restriction>{"prefix", statement<&Restriction::isPrefix>},
    Column<Restriction>{"relay_guard", statement<&Restriction::isRelayGuard>},
    Column<Restriction>{"removed_in", value<&Restriction::removedIn>},
    Column<Restriction>{"replaced_by", words<&Restriction::replacedBy>},
    Column<Restriction>{"reply_code_parameter", value<&Restriction::replyCodeParameter>},
    Column<Restriction>{"result_format", value<&Restriction::resultFormat>},
    Column<Restriction>{"since", value<&Restriction::since>},
    Column<Restriction>{"status", choice<&Restriction::status, restrictionStatusNames>},
    Column<Restriction>{"subject", value<&Restriction::subject>},
    Column<Restriction>{"summary", value<&Restriction::help>},
    Column<Restriction>{"undocumented", statement<&Restriction::isDocumented, false>},
    Column<Restriction>{"useful_in", words<&Restriction::usefulIn>},
    Column<Restriction>{"useful_with_smtpd_delay_reject", words<&Restriction::usefulWithDelayReject>},
};

constexpr std::array listColumns{
    Column<RestrictionList>{"default_table_check", value<&RestrictionList::defaultTableCheck>},
    Column<RestrictionList>{"evaluated_at", value<&RestrictionList::evaluatedAt>},
    Column<RestrictionList>{"order", value<&RestrictionList::order>},
    Column<RestrictionList>{"parameter", value<&RestrictionList::parameter>},
    Column<RestrictionList>{"since", value<&RestrictionList::since>},
};

constexpr std::array endpointColumns{
    Column<Endpoint>{"attribute", composed<&Endpoint::attributes, endpointAttribute>},
    Column<Endpoint>{"form", value<&Endpoint::form>},
    Column<Endpoint>{"since", value<&Endpoint::since>},
    Column<Endpoint>{"used_in", words<&Endpoint::usedIn>},
};

} // namespace

Result<QList<Restriction>> readRestrictions(const QByteArray &text)
{
    return readRecords("restrictions.tsv", text, restrictionColumns);
}

Result<QList<RestrictionList>> readRestrictionLists(const QByteArray &text)
{
    return readRecords("restrictionlists.tsv", text, listColumns);
}

Result<QList<Endpoint>> readEndpoints(const QByteArray &text)
{
    return readRecords("endpoints.tsv", text, endpointColumns);
}

} // namespace catalog
