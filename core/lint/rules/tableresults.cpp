// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/rules/tableresults.h"

#include "core/lint/listfixes.h"
#include "core/lint/mending.h"
#include "core/lint/nexthop.h"
#include "core/lint/rowreport.h"
#include "core/lint/tlspolicy.h"
#include "core/lint/words.h"
#include "core/patterns/pattern.h"

#include <algorithm>

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

/// The row as it would have to be in one line; nothing where it takes several.
std::optional<syntax::Row> plainRow(const KnownTable &table, syntax::ByteRange where)
{
    const qsizetype index = table.content->rowAt(where.begin);
    if (index >= table.content->rowCount())
        return std::nullopt;
    const syntax::Row row = table.content->row(index);
    const QByteArray text =
        table.content->text().bytes({row.key.begin, std::max(row.key.end, row.value.end)});
    return row.enabled && !row.value.isEmpty() && !text.contains('\n') ? std::optional(row) : std::nullopt;
}

/// A restriction class of what the result says, which is named in its place.
QList<Fix> makeClass(const Context &context, const KnownTable &table, const RowHit &hit)
{
    const auto row = plainRow(table, hit.where);
    const QByteArray value = row ? table.content->text().bytes(row->value) : QByteArray();
    const QByteArray first = value.simplified().replace(',', ' ').split(' ').first();
    if (!context.reference().restriction(first) || value.contains('$') || value.contains('#'))
        return {};
    const char *title = QT_TRANSLATE_NOOP("lint", "Make a restriction class of it");
    QByteArray name = "access_class";
    for (int i = 2; context.definition(name); ++i)
        name = "access_class_" + QByteArray::number(i);
    const Assignment *classes = context.assignment("smtpd_restriction_classes");
    return {allOf(
        title,
        {setParameter(title, name, value),
         classes ? appended(*classes, title, name) : setParameter(title, "smtpd_restriction_classes", name),
         replaceInTable(title, table, row->value, name)})};
}

/// The pattern takes the code into a group, and the result begins with it.
QList<Fix> takeCodeAlong(const KnownTable &table, const RowHit &hit)
{
    const auto row = plainRow(table, hit.where);
    if (!row || table.kind != syntax::TableKind::Pattern)
        return {};
    const QByteArray key = table.content->text().bytes(row->key);
    const QByteArray value = table.content->text().bytes(row->value);
    const patterns::PatternText pattern = patterns::patternAt(
        key, 0,
        table.named.use.type == "pcre" ? patterns::PatternSyntax::Perl : patterns::PatternSyntax::Posix);
    const qsizetype at = key.indexOf(pattern.body, 1);
    if (!pattern.problem.isEmpty() || pattern.isNegated || at < 0 || pattern.body.contains('(')
        || value.contains('$'))
        return {};
    const QByteArray &body = pattern.body;
    const qsizetype blank = body.indexOf(' ');
    const bool hasCode =
        blank > 0 && (body.startsWith("^2") || body.startsWith("^4") || body.startsWith("^5"));
    QByteArray mended = "^([245][^ ]+ )";
    if (hasCode)
        mended = "^(" + body.sliced(1, blank) + ')' + body.sliced(blank + 1);
    else
        mended += body.startsWith('^') ? body.sliced(1) : ".*" + body;
    const char *title = QT_TRANSLATE_NOOP("lint", "Take the code along");
    QByteArray whole = table.content->text().bytes({row->key.begin, row->value.end});
    whole.replace(row->value.begin - row->key.begin, value.size(), "${1}" + value);
    whole.replace(at, body.size(), mended);
    return {replaceInTable(title, table, {row->key.begin, row->value.end}, whole)};
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
    reportRows(context, RowProblem::TableInResult, report,
               [&](Finding &finding, const KnownTable &table, const RowHit &hit) {
                   finding.fixes = makeClass(context, table, hit);
               });
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
    reportRows(context, RowProblem::Status, report,
               [](Finding &finding, const KnownTable &table, const RowHit &hit) {
                   finding.fixes = takeCodeAlong(table, hit);
               });
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
