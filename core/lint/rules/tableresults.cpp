// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/rules/tableresults.h"

#include "core/lint/mending.h"
#include "core/lint/nexthop.h"
#include "core/lint/rowreport.h"
#include "core/lint/tlspolicy.h"
#include "core/lint/words.h"

namespace lint {

namespace {

/// Replaces a word of the result, the last time it stands in the row's first line.
void offerWord(Finding &finding, const KnownTable &table, const RowHit &hit, const char *title,
               const QByteArray &by)
{
    const syntax::ByteRange line = firstLineOf(table, hit.where);
    const QByteArray &word = hit.arguments.first();
    const QByteArray text = table.content->text().bytes(line);
    const qsizetype at = text.lastIndexOf(word);
    if (at > 0 && !by.isEmpty())
        finding.fixes = {replaceInTable(title, table, {line.begin + at, line.begin + at + word.size()}, by)};
}

} // namespace

void unknownAccessAction(const Context &context, Report &report)
{
    static const QHash<QByteArray, QByteArray> meant{{"ALLOW", "OK"},      {"ACCEPT", "OK"},
                                                     {"PERMIT_ALL", "OK"}, {"DENY", "REJECT"},
                                                     {"BLOCK", "REJECT"},  {"DROP", "REJECT"}};
    reportRows(context, RowProblem::UnknownAction, report,
               [](Finding &finding, const KnownTable &table, const RowHit &hit) {
                   offerWord(finding, table, hit, QT_TRANSLATE_NOOP("lint", "Write the action that is meant"),
                             meant.value(hit.arguments.first().toUpper()));
               });
}

void tableInAccessResult(const Context &context, Report &report)
{
    reportRows(context, RowProblem::TableInResult, report);
}

void commandInVirtual(const Context &context, Report &report)
{
    reportRows(context, RowProblem::NotAnAddress, report);
}

void badTlsPolicy(const Context &context, Report &report)
{
    reportRows(context, RowProblem::TlsPolicy, report,
               [](Finding &finding, const KnownTable &table, const RowHit &hit) {
                   const auto closest = closestOf(hit.arguments.first(), tlsLevels());
                   if (closest && badTlsPolicyWord(*closest).isEmpty())
                       offerWord(finding, table, hit,
                                 QT_TRANSLATE_NOOP("lint", "Write the level that is most similar"), *closest);
               });
}

void actionArgument(const Context &context, Report &report)
{
    reportRows(context, RowProblem::ActionArgument, report);
}

void unknownCheckAction(const Context &context, Report &report)
{
    static const QHash<QByteArray, QByteArray> meant{
        {"DELETE", "IGNORE"}, {"REMOVE", "IGNORE"}, {"DENY", "REJECT"}};
    reportRows(context, RowProblem::UnknownCheckAction, report,
               [](Finding &finding, const KnownTable &table, const RowHit &hit) {
                   const QByteArray action = meant.value(hit.arguments.first().toUpper());
                   if (action == "REJECT" && table.roles.testFlag(TableRole::ClientChecks))
                       return;
                   offerWord(finding, table, hit, QT_TRANSLATE_NOOP("lint", "Write the action that is meant"),
                             action);
               });
}

void deliveryStatusResult(const Context &context, Report &report)
{
    reportRows(context, RowProblem::Status, report);
}

void nextHopInTable(const Context &context, Report &report)
{
    reportRows(context, RowProblem::NextHop, report,
               [](Finding &finding, const KnownTable &table, const RowHit &hit) {
                   offerWord(finding, table, hit, QT_TRANSLATE_NOOP("lint", "Write it as a next hop"),
                             mendedNextHop(hit.arguments.first()));
               });
}

} // namespace lint
