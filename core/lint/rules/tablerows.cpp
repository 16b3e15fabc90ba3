// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/rules/tablerows.h"

#include "core/edits/tableedits.h"
#include "core/lint/mending.h"
#include "core/lint/rowreport.h"
#include "core/lint/rowwords.h"
#include "core/syntax/logicallines.h"

#include <algorithm>
#include <optional>

namespace lint {

namespace {

using syntax::ByteRange;

/// Whether the rows would do in a table of another kind.
bool wouldBeFine(const Context &context, const KnownTable &table, syntax::TableKind kind,
                 const QByteArray &type)
{
    KnownTable other = table;
    other.kind = kind;
    other.named.use.type = type;
    other.content = std::make_shared<const syntax::Table>(
        syntax::Text(table.content->text().bytes(), syntax::Text::Layout::Chunked), kind);
    const RowHits hits =
        kind == syntax::TableKind::Pattern ? patternRowHits(context, other) : networkRowHits(context, other);
    return hits.all().isEmpty();
}

void offerType(const Context &context, Finding &finding, const KnownTable &table, const char *title,
               syntax::TableKind kind, const QByteArray &type)
{
    constexpr qsizetype most = 10'000;
    if (table.content->rowCount() > most || !context.target().tableTypes.contains(type)
        || !wouldBeFine(context, table, kind, type))
        return;
    if (const auto fix = retype(table.named, title, type))
        finding.fixes.append(*fix);
}

QByteArray textOf(const KnownTable &table, ByteRange range)
{
    return table.content->text().bytes(range);
}

/// The number of the row in force with that key; -1 without one.
qsizetype rowOf(const syntax::Table *table, const QByteArray &key)
{
    for (qsizetype i = 0; table && i < table->rowCount(); ++i) {
        const syntax::Row row = table->row(i);
        if (row.enabled && table->keyOf(row) == key)
            return i;
    }
    return -1;
}

/// Addresses can be written there, but neither commands nor files.
QList<Fix> moveToVirtual(const KnownTable &table, const RowHit &hit, model::FileId goal)
{
    const qsizetype index = table.content->rowAt(hit.where.begin);
    if (index >= table.content->rowCount())
        return {};
    const syntax::Row row = table.content->row(index);
    const QByteArray key = table.content->keyOf(row);
    const QByteArray value = table.content->valueOf(row).simplified();
    const bool isPlain =
        std::none_of(value.begin(), value.end(), [](char c) { return QByteArrayView("|/:\"#").contains(c); });
    if (!isPlain || value.isEmpty() || key.contains('"') || key.contains(' '))
        return {};
    return {Fix{QT_TRANSLATE_NOOP("lint", "Move it to the virtual aliases"),
                [file = *table.file, goal, key, value](model::Draft &draft) {
                    const syntax::Table *rows = draft.snapshot().file(goal).table();
                    const qsizetype from = rowOf(draft.snapshot().file(file).table(), key);
                    if (from < 0 || !rows || rowOf(rows, key) >= 0)
                        return;
                    edits::addRow(draft, goal, rows->rowCount(), key, value);
                    edits::removeRow(draft, file, from);
                }}};
}

} // namespace

void patternInKeyTable(const Context &context, Report &report)
{
    reportRows(context, RowProblem::PatternKey, report,
               [&](Finding &finding, const KnownTable &table, const RowHit &) {
                   finding.arguments = {table.named.use.type};
                   offerType(context, finding, table, QT_TRANSLATE_NOOP("lint", "Change the type to pcre"),
                             syntax::TableKind::Pattern, "pcre");
                   offerType(context, finding, table, QT_TRANSLATE_NOOP("lint", "Change the type to regexp"),
                             syntax::TableKind::Pattern, "regexp");
               });
}

void aliasStyleKey(const Context &context, Report &report)
{
    reportRows(
        context, RowProblem::ColonKey, report, [](Finding &finding, const KnownTable &table, const RowHit &) {
            // The others of the file have been left out, but are meant as well.
            finding.fixes = {{QT_TRANSLATE_NOOP("lint", "Remove the colons behind keys"),
                              [file = *table.file](model::Draft &draft) {
                                  const model::File now = draft.snapshot().file(file);
                                  const syntax::Table *rows = now.table();
                                  QList<model::Draft::Replacement> replacements;
                                  for (qsizetype i = 0; rows && i < rows->rowCount(); ++i) {
                                      const syntax::Row row = rows->row(i);
                                      if (row.enabled && rows->keyOf(row).endsWith(':'))
                                          replacements.append(
                                              model::Draft::Replacement{{row.key.end - 1, row.key.end}, {}});
                                  }
                                  draft.replaceAll(file, replacements);
                              }}};
        });
}

void aliasWithoutColon(const Context &context, Report &report)
{
    reportRows(context, RowProblem::NoColon, report,
               [](Finding &finding, const KnownTable &table, const RowHit &hit) {
                   const QByteArray line = textOf(table, firstLineOf(table, hit.where));
                   const qsizetype size =
                       std::find_if(line.begin(), line.end(), syntax::isSpace) - line.begin();
                   if (size < line.size() && !line.startsWith('"'))
                       finding.fixes = {replaceInTable(QT_TRANSLATE_NOOP("lint", "Insert the colon"), table,
                                                       {hit.where.begin, hit.where.begin + size},
                                                       line.first(size) + ':')};
               });
}

void keyWithoutValue(const Context &context, Report &report)
{
    reportRows(context, RowProblem::NoValue, report,
               [](Finding &finding, const KnownTable &table, const RowHit &hit) {
                   if (table.roles == TableRoles(TableRole::DomainList))
                       finding.fixes = {replaceInTable(QT_TRANSLATE_NOOP("lint", "Write OK behind it"), table,
                                                       hit.where, textOf(table, hit.where) + " OK")};
               });
}

void duplicateKey(const Context &context, Report &report)
{
    reportRows(context, RowProblem::Duplicate, report,
               [](Finding &finding, const KnownTable &table, const RowHit &hit) {
                   finding.fixes = {{QT_TRANSLATE_NOOP("lint", "Remove the row"),
                                     [file = *table.file, where = hit.where,
                                      key = textOf(table, hit.where)](model::Draft &draft) {
                                         const model::File now = draft.snapshot().file(file);
                                         if (now.table() && where.end <= now.text().size()
                                             && now.text().bytes(where) == key)
                                             edits::removeRow(draft, file, now.table()->rowAt(where.begin));
                                     }}};
               });
}

void networkInIndexedAccess(const Context &context, Report &report)
{
    reportRows(context, RowProblem::NetworkKey, report,
               [&](Finding &finding, const KnownTable &table, const RowHit &) {
                   offerType(context, finding, table, QT_TRANSLATE_NOOP("lint", "Change the type to cidr"),
                             syntax::TableKind::Cidr, "cidr");
               });
}

void wildcardInIndexedKey(const Context &context, Report &report)
{
    reportRows(context, RowProblem::Wildcard, report,
               [](Finding &finding, const KnownTable &table, const RowHit &hit) {
                   const QByteArray key = textOf(table, hit.where);
                   if ((key.startsWith("*@") || key.startsWith("*.")) && key.lastIndexOf('*') == 0)
                       finding.fixes = {replaceInTable(QT_TRANSLATE_NOOP("lint", "Leave the star out"), table,
                                                       hit.where, key.sliced(1))};
               });
}

void swallowedEntry(const Context &context, Report &report)
{
    reportRows(context, RowProblem::Swallowed, report,
               [](Finding &finding, const KnownTable &table, const RowHit &hit) {
                   const ByteRange line = table.content->text().lineAround(hit.where.begin);
                   finding.fixes = {replaceInTable(QT_TRANSLATE_NOOP("lint", "Remove the indentation"), table,
                                                   {line.begin, hit.where.begin}, {})};
               });
}

void trailingCommentInEntry(const Context &context, Report &report)
{
    reportRows(context, RowProblem::Comment, report,
               [](Finding &finding, const KnownTable &table, const RowHit &hit) {
                   const ByteRange line = firstLineOf(table, hit.where);
                   const ByteRange whole = table.content->text().lineAround(hit.where.begin);
                   const QByteArray before = textOf(table, {whole.begin, hit.where.begin});
                   qsizetype end = before.size();
                   while (end > 0 && syntax::isSpace(before[end - 1]))
                       --end;
                   // A row that would be left without a value is another mistake.
                   const bool isFirst = !before.isEmpty() && !syntax::isSpace(before.front());
                   if (isFirst && !before.first(end).contains(' ') && !before.first(end).contains('\t'))
                       return;
                   const QByteArray comment = textOf(table, {hit.where.begin, line.end});
                   finding.fixes = {replaceInTable(QT_TRANSLATE_NOOP("lint", "Move the comment above"), table,
                                                   {whole.begin, line.end},
                                                   comment + '\n' + before.first(end))};
               });
}

void parameterInTable(const Context &context, Report &report)
{
    reportRows(context, RowProblem::Parameter, report,
               [&](Finding &finding, const KnownTable &table, const RowHit &hit) {
                   const QByteArray name = hit.arguments.first();
                   const ByteRange line = firstLineOf(table, hit.where);
                   const QByteArray text = textOf(table, line);
                   for (const QByteArray &reference : {'$' + name, "${" + name + '}', "$(" + name + ')'}) {
                       const qsizetype at = text.indexOf(reference);
                       const QByteArray value = context.value(name);
                       if (at < 0 || value.isEmpty() || value.contains(' ') || value.contains('$'))
                           continue;
                       finding.fixes = {replaceInTable(QT_TRANSLATE_NOOP("lint", "Write the value"), table,
                                                       {line.begin + at, line.begin + at + reference.size()},
                                                       value)};
                       break;
                   }
               });
}

void aliasWithDomain(const Context &context, Report &report)
{
    std::optional<model::FileId> goal;
    for (const TableUse &use : tablesOf(context, "virtual_alias_maps")) {
        if (use.file && (use.isIndexed() || use.type == "texthash") && !goal)
            goal = use.file;
    }
    reportRows(context, RowProblem::AliasDomain, report,
               [&](Finding &finding, const KnownTable &table, const RowHit &hit) {
                   if (goal)
                       finding.fixes = moveToVirtual(table, hit, *goal);
               });
}

} // namespace lint
