// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/rowresults.h"

#include "core/lint/nexthop.h"
#include "core/lint/tlspolicy.h"
#include "core/syntax/logicallines.h"

#include <algorithm>

namespace lint {

namespace {

constexpr TableRoles addressRoles =
    TableRoles(TableRole::VirtualAliases) | TableRole::Canonical | TableRole::Generic;
constexpr TableRoles checkRoles = TableRoles(TableRole::HeaderChecks) | TableRole::BodyChecks;
constexpr TableRoles routeRoles = TableRoles(TableRole::Transport) | TableRole::SenderRelayhost;

bool isSeparator(char c)
{
    return c == ',' || syntax::isSpace(c);
}

QByteArrayView firstWord(QByteArrayView text)
{
    const auto *end = std::find_if(text.begin(), text.end(), isSeparator);
    return text.first(end - text.begin());
}

template<typename Visit>
void forEachWord(QByteArrayView text, Visit visit)
{
    for (qsizetype at = 0; at < text.size();) {
        const QByteArrayView word = firstWord(text.sliced(at));
        if (!word.isEmpty())
            visit(word);
        at += word.size() + 1;
    }
}

bool isDigits(QByteArrayView text)
{
    return !text.isEmpty()
        && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// "$1", "${1}", "$(1)": what it will be is not known.
bool isSubstitution(QByteArrayView text)
{
    return text.startsWith('$');
}

// is_header() in src/global/is_header.c.
bool startsWithHeader(QByteArrayView text)
{
    const qsizetype colon = text.indexOf(':');
    return colon > 0
        && std::all_of(text.begin(), text.begin() + colon, [](char c) { return c > ' ' && c < 127; });
}

QSet<QByteArray> actionsOf(const Context &context, QByteArrayView format)
{
    QSet<QByteArray> actions;
    for (const catalog::TableAction *action : context.reference().actions(format)) {
        if (action->since && context.version() < *action->since)
            continue;
        actions.insert(action->action.toByteArray().toUpper());
        for (const QByteArrayView synonym : action->synonyms)
            actions.insert(synonym.toByteArray().toUpper());
    }
    return actions;
}

QSet<QByteArray> restrictionsOf(const Context &context)
{
    QSet<QByteArray> names;
    for (const catalog::Restriction &restriction : context.reference().restrictions()) {
        const bool isKnown = restriction.since <= context.version()
            && (!restriction.removedIn || context.version() < *restriction.removedIn);
        if (isKnown)
            names.insert(restriction.name.toByteArray().toLower());
    }
    for (const Word &word : context.traced("smtpd_restriction_classes").words())
        names.insert(word.text.toLower());
    return names;
}

// is_status() of dsn_valid() in src/util/dsn_util.c.
bool startsWithStatus(QByteArrayView text)
{
    if (text.size() < 2 || !(text[0] == '2' || text[0] == '4' || text[0] == '5') || text[1] != '.')
        return false;
    const auto digitsFrom = [&](qsizetype at) {
        while (at < text.size() && text[at] >= '0' && text[at] <= '9')
            ++at;
        return at;
    };
    const qsizetype dot = digitsFrom(2);
    return dot > 2 && dot < text.size() && text[dot] == '.' && digitsFrom(dot + 1) > dot + 1;
}

} // namespace

RowResults::RowResults(const Context &context, const KnownTable &table)
    : m_context(context), m_roles(table.roles), m_isPattern(!table.isKeyTable())
{
    m_isWanted = (m_roles
                  & (addressRoles | checkRoles | routeRoles | TableRole::Access | TableRole::TlsPolicy
                     | TableRole::StatusFilter))
        != TableRoles();
    if (m_roles.testFlag(TableRole::Access)) {
        m_actions = actionsOf(context, "access");
        m_restrictions = restrictionsOf(context);
    }
    if (m_roles & checkRoles) {
        if (m_roles.testFlag(TableRole::CleanupChecks))
            m_checkActions = actionsOf(
                context, m_roles.testFlag(TableRole::HeaderChecks) ? "header_checks" : "body_checks");
        else
            m_checkActions = actionsOf(context,
                                       m_roles.testFlag(TableRole::ClientChecks) ? "smtp_header_checks"
                                                                                 : "milter_header_checks");
    }
    m_smtpTransports = {"smtp", "relay"};
    m_lmtpTransports = {"lmtp"};
    for (const effective::Service &service : context.services()) {
        if (service.program == "smtp")
            m_smtpTransports.insert(service.name);
        else if (service.program == "lmtp")
            m_lmtpTransports.insert(service.name);
    }
}

void RowResults::judge(QByteArrayView value, syntax::ByteRange where, RowHits &hits) const
{
    if (m_isPattern && isSubstitution(value))
        return;
    if (m_roles.testFlag(TableRole::Access))
        judgeAccess(value, where, hits);
    if (m_roles & checkRoles)
        judgeChecks(value, where, hits);
    if (m_roles & routeRoles)
        judgeRoute(value, where, hits);
    if (m_roles.testFlag(TableRole::TlsPolicy)) {
        if (const QByteArray bad = badTlsPolicyWord(value); !bad.isEmpty())
            hits.add(RowProblem::TlsPolicy, where, {bad});
    }
    // What stands in parentheses may have brought the code along.
    const bool isInserted = m_isPattern && value.startsWith('$');
    if (m_roles.testFlag(TableRole::StatusFilter) && !isInserted && !startsWithStatus(value))
        hits.add(RowProblem::Status, where);
    if (m_roles & addressRoles) {
        bool isBad = false;
        forEachWord(value, [&](QByteArrayView word) {
            isBad = isBad || word.startsWith('|') || word.startsWith("\"|") || word.startsWith('/')
                || word.startsWith(":include:");
        });
        if (isBad)
            hits.add(RowProblem::NotAnAddress, where);
    }
}

// check_table_result() in src/smtpd/smtpd_check.c.
void RowResults::judgeAccess(QByteArrayView value, syntax::ByteRange where, RowHits &hits) const
{
    const QByteArrayView word = firstWord(value);
    const bool isReply = word.size() == 3 && (word[0] == '4' || word[0] == '5') && isDigits(word);
    if (isReply || isDigits(value) || word.isEmpty())
        return;
    const QByteArray action = word.toByteArray().toUpper();
    if (m_actions.contains(action)) {
        judgeArgument(action, value.sliced(word.size()).trimmed(), true, where, hits);
        return;
    }
    if (value.contains(':'))
        hits.add(RowProblem::TableInResult, where);
    else if (!m_restrictions.contains(action.toLower()))
        hits.add(RowProblem::UnknownAction, where, {word.toByteArray()});
}

// cleanup_act() in src/cleanup/cleanup_message.c, hbc_action() in src/global/header_body_checks.c.
void RowResults::judgeChecks(QByteArrayView value, syntax::ByteRange where, RowHits &hits) const
{
    const QByteArrayView word =
        value.first(std::find_if(value.begin(), value.end(), syntax::isSpace) - value.begin());
    const QByteArray action = word.toByteArray().toUpper();
    // Only in builds with an option that nobody sets.
    if (action == "DELAY" && m_roles.testFlag(TableRole::CleanupChecks))
        return;
    if (m_checkActions.contains(action))
        judgeArgument(action, value.sliced(word.size()).trimmed(), false, where, hits);
    else
        hits.add(RowProblem::UnknownCheckAction, where, {word.toByteArray()});
}

void RowResults::judgeArgument(const QByteArray &action, QByteArrayView text, bool isAccess,
                               syntax::ByteRange where, RowHits &hits) const
{
    if (m_isPattern && isSubstitution(text))
        return;
    const bool isHeader = isAccess || m_roles.testFlag(TableRole::HeaderChecks);
    QByteArray what;
    if (action == "FILTER" && !text.contains(':'))
        what = "transport:destination";
    else if ((action == "REDIRECT" || action == "BCC") && !text.contains('@'))
        what = "user@domain";
    else if (((action == "PREPEND" && isHeader) || (action == "REPLACE" && isHeader && !isAccess))
             && !startsWithHeader(text))
        what = "Name: text";
    if (!what.isEmpty())
        hits.add(RowProblem::ActionArgument, where, {action, what});
}

void RowResults::judgeRoute(QByteArrayView value, syntax::ByteRange where, RowHits &hits) const
{
    if (m_isPattern && value.contains('$'))
        return;
    QByteArrayView hops = value;
    bool isLmtp = false;
    if (m_roles.testFlag(TableRole::SenderRelayhost)) {
        if (value.toByteArray().compare("DUNNO", Qt::CaseInsensitive) == 0)
            return;
    } else {
        const qsizetype colon = value.indexOf(':');
        const QByteArray transport = value.first(std::max<qsizetype>(0, colon)).trimmed().toByteArray();
        isLmtp = m_lmtpTransports.contains(transport);
        if (colon < 0 || (!isLmtp && !m_smtpTransports.contains(transport)))
            return;
        hops = value.sliced(colon + 1);
    }
    QByteArray bad;
    forEachWord(hops, [&](QByteArrayView hop) {
        if (isLmtp && hop.startsWith("unix:") && hop.size() > 5)
            return;
        if (isLmtp && hop.startsWith("inet:"))
            hop = hop.sliced(5);
        if (bad.isEmpty() && !isNextHop(hop))
            bad = hop.toByteArray();
    });
    if (!bad.isEmpty())
        hits.add(RowProblem::NextHop, where, {bad});
}

} // namespace lint
