// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/rules/patterntables.h"

#include "core/edits/tableedits.h"
#include "core/lint/patternwords.h"
#include "core/lint/rowreport.h"
#include "core/lint/words.h"
#include "core/syntax/logicallines.h"

#include <algorithm>

namespace lint {

namespace {

using syntax::ByteRange;

QByteArray firstWord(const QByteArray &text)
{
    return text.first(std::find_if(text.begin(), text.end(), syntax::isSpace) - text.begin());
}

QByteArray escaped(const QByteArray &key)
{
    QByteArray text;
    for (const char c : key) {
        if (QByteArrayView("\\.[](){}*+?^$|/").contains(c))
            text += '\\';
        text += c;
    }
    return text;
}

/// The pattern with `\.` where a name has a dot, and with an end.
QByteArray closed(const QByteArray &body)
{
    QByteArray text;
    for (qsizetype i = 0; i < body.size(); ++i) {
        if (body[i] == '\\' && i + 1 < body.size()) {
            text += body.sliced(i++, 2);
            continue;
        }
        if (body[i] == '.' && i > 0 && i + 1 < body.size() && isOpenEnded(body.sliced(i - 1, 3) + '$'))
            text += '\\';
        text += body[i];
    }
    return isOpenEnded(text) ? text + '$' : text;
}

Fix moveTo(const char *title, const KnownTable &table, ByteRange row, ByteRange before)
{
    const syntax::Text &text = table.content->text();
    return {title,
            [file = *table.file, row, before, rowText = text.bytes(row),
             beforeText = text.bytes(before)](model::Draft &draft) {
                const model::File now = draft.snapshot().file(file);
                const auto isThere = [&](ByteRange range, const QByteArray &old) {
                    return range.end <= now.text().size() && now.text().bytes(range) == old;
                };
                if (!now.table() || !isThere(row, rowText) || !isThere(before, beforeText))
                    return;
                const syntax::Table &rows = *now.table();
                edits::moveRow(draft, file, rows.rowAt(row.begin),
                               before.isEmpty() ? rows.rowCount() : rows.rowAt(before.begin));
            }};
}

/// The line whose number the finding names.
ByteRange namedLine(const KnownTable &table, const RowHit &hit)
{
    const syntax::Text &text = table.content->text();
    return firstLineOf(table, {text.lineStart(hit.arguments.first().toLongLong() - 1), 0});
}

} // namespace

void literalInPatternTable(const Context &context, Report &report)
{
    reportRows(context, RowProblem::NoPattern, report,
               [](Finding &finding, const KnownTable &table, const RowHit &hit) {
                   const ByteRange line = firstLineOf(table, hit.where);
                   const QByteArray text = table.content->text().bytes(line);
                   const QByteArray key = firstWord(text);
                   if (key.size() == text.size() || QByteArrayView("!\"'*").contains(key.front()))
                       return;
                   const QByteArray pattern = (key.startsWith('@') ? "/" : "/^") + escaped(key) + "$/";
                   finding.fixes = {replaceInTable(QT_TRANSLATE_NOOP("lint", "Write it as a pattern"), table,
                                                   {line.begin, line.begin + key.size()}, pattern)};
               });
}

void badCidrEntry(const Context &context, Report &report)
{
    reportRows(context, RowProblem::BadNetwork, report,
               [](Finding &finding, const KnownTable &table, const RowHit &hit) {
                   const ByteRange line = firstLineOf(table, hit.where);
                   const QByteArray key = firstWord(table.content->text().bytes(line));
                   const auto network = networkOf(key);
                   if (network && network->hasHostBits)
                       finding.fixes = {replaceInTable(QT_TRANSLATE_NOOP("lint", "Write the network"), table,
                                                       {line.begin, line.begin + key.size()},
                                                       networkText(*network))};
               });
}

void badPattern(const Context &context, Report &report)
{
    reportRows(context, RowProblem::BadPattern, report);
}

void openEndedPermitPattern(const Context &context, Report &report)
{
    reportRows(context, RowProblem::OpenEnded, report,
               [](Finding &finding, const KnownTable &table, const RowHit &hit) {
                   const ByteRange line = firstLineOf(table, hit.where);
                   const QByteArray text = table.content->text().bytes(line);
                   const auto pattern = patterns::patternAt(text, 0, patterns::PatternSyntax::Perl);
                   const qsizetype at = text.indexOf(pattern.body, 1);
                   const QByteArray body = closed(pattern.body);
                   if (pattern.problem.isEmpty() && at > 0 && !isOpenEnded(body))
                       finding.fixes = {
                           replaceInTable(QT_TRANSLATE_NOOP("lint", "Close the pattern"), table,
                                          {line.begin + at, line.begin + at + pattern.body.size()}, body)};
               });
}

void cidrShadowed(const Context &context, Report &report)
{
    reportRows(context, RowProblem::CoveredNetwork, report,
               [](Finding &finding, const KnownTable &table, const RowHit &hit) {
                   const ByteRange before = namedLine(table, hit);
                   const ByteRange row = firstLineOf(table, hit.where);
                   const syntax::Text &text = table.content->text();
                   finding.related = {model::Place{*table.file, before}};
                   if (firstWord(text.bytes(row)) != firstWord(text.bytes(before)))
                       finding.fixes = {moveTo(QT_TRANSLATE_NOOP("lint", "Move it above the wider network"),
                                               table, row, before)};
               });
}

void patternShadowed(const Context &context, Report &report)
{
    reportRows(context, RowProblem::Unreachable, report,
               [](Finding &finding, const KnownTable &table, const RowHit &hit) {
                   const ByteRange catchAll = namedLine(table, hit);
                   finding.related = {model::Place{*table.file, catchAll}};
                   finding.fixes = {
                       moveTo(QT_TRANSLATE_NOOP("lint", "Move the pattern that matches all to the end"),
                              table, catchAll, {})};
               });
}

void receivedRemoved(const Context &context, Report &report)
{
    const QByteArray host = escaped(context.value("myhostname"));
    const QByteArray ownHop =
        "^Received: .*" + (host.isEmpty() ? QByteArray() : "by " + host + " .*") + "with ESMTPS?A ";
    reportRows(context, RowProblem::AllReceived, report,
               [&](Finding &finding, const KnownTable &table, const RowHit &hit) {
                   const ByteRange line = firstLineOf(table, hit.where);
                   const QByteArray text = table.content->text().bytes(line);
                   const patterns::PatternText pattern =
                       patterns::patternAt(text, 0,
                                           table.named.use.type == "pcre" ? patterns::PatternSyntax::Perl
                                                                          : patterns::PatternSyntax::Posix);
                   const qsizetype at = text.indexOf(pattern.body, 1);
                   if (pattern.problem.isEmpty() && at > 0 && text[at - 1] == '/')
                       finding.fixes = {replaceInTable(
                           QT_TRANSLATE_NOOP("lint", "Only where one has logged in here"), table,
                           {line.begin + at, line.begin + at + pattern.body.size()}, ownHop)};
               });
}

} // namespace lint
