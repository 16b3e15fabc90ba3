// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/edits/tableedits.h"

#include "core/edits/rowremark.h"
#include "core/edits/rowtext.h"
#include "core/edits/rowvalue.h"
#include "core/edits/tabletrial.h"
#include "core/syntax/rowcursor.h"

#include <QCoreApplication>

namespace edits {

using model::Draft;
using model::FileId;
using syntax::ByteRange;
using syntax::Row;
using syntax::Table;
using syntax::TableKind;
using syntax::Text;
using Reason = Refusal::Reason;
using Replacements = QList<Draft::Replacement>;

namespace {

QString detail(const char *text)
{
    return QCoreApplication::translate("edits", text);
}

/// Why the table, or the row in it, cannot be edited at all.
Outcome refusedTable(const Draft &draft, FileId file)
{
    if (!draft.snapshot().contains(file))
        return Refusal{Reason::NotThere, {}};
    const model::File &target = draft.snapshot().file(file);
    if (!target.table() || !target.isEditable())
        return Refusal{Reason::NotEditable, target.info().name.toUtf8()};
    return {};
}

Outcome refusedRow(const Draft &draft, FileId file, qsizetype row)
{
    if (Outcome refusal = refusedTable(draft, file))
        return refusal;
    const model::File &target = draft.snapshot().file(file);
    if (row < 0 || row >= target.table()->rowCount())
        return Refusal{Reason::NotThere, target.info().name.toUtf8()};
    return {};
}

const Table &tableOf(const Draft &draft, FileId file)
{
    return *draft.snapshot().file(file).table();
}

Refusal wouldChangeNeighbour(const QByteArray &subject)
{
    return {
        Reason::BadValue, subject,
        detail(QT_TRANSLATE_NOOP(
            "edits", "A row next to it would be read differently. Put an empty line between them first."))};
}

/// The row with the remark that goes where it goes.
ByteRange blockOf(const Table &table, const Row &row)
{
    return {table.remarkOf(row).begin, row.whole.end};
}

/// Where a row goes that is put in front of row `before`.
qsizetype placeBefore(const Table &table, qsizetype before)
{
    if (before < table.rowCount())
        return table.remarkOf(table.row(before)).begin;
    // At the end, but above blank lines.
    const Text &text = table.text();
    qsizetype at = text.size();
    while (at > 0) {
        const ByteRange line = text.lineAround(at - 1);
        if (!text.view(line).trimmed().isEmpty())
            break;
        at = line.begin;
    }
    return at;
}

/// Whole lines put in at `place`; a file whose last line has no end keeps that.
Draft::Replacement insertion(const Text &text, qsizetype place, const QByteArray &lines,
                             const QByteArray &lineEnd)
{
    const bool isUnfinished = place == text.size() && place > 0 && text.view({place - 1, place}) != "\n";
    if (isUnfinished)
        return {{place, place}, lineEnd + lines};
    return {{place, place}, lines + lineEnd};
}

/// Whole lines taken out; where the last line has no end, the one before it is then the one without.
Draft::Replacement removal(const Text &text, ByteRange lines)
{
    const bool isUnfinished =
        lines.end == text.size() && lines.begin > 0 && text.view({lines.end - 1, lines.end}) != "\n";
    if (isUnfinished)
        lines.begin -= text.view(text.lineAround(lines.begin - 1)).endsWith("\r\n") ? 2 : 1;
    return {lines, {}};
}

/// A row as it is written, for a key that is written already.
QByteArray rowLines(const Table &table, qsizetype at, const QByteArray &key, const QByteArrayList &value,
                    const QByteArray &lineEnd)
{
    if (value.isEmpty())
        return table.kind() == TableKind::Aliases ? key + ':' : key;
    return key + separatorFor(table, at, key) + value.join(lineEnd + indentFor(table, at));
}

/// What a row of those lines means when it stands alone; nothing when it is not one row in force.
std::optional<RowMeaning> meaningOfLines(const QByteArray &lines, TableKind kind)
{
    const Table alone(Text(lines, Text::Layout::Whole), kind);
    if (alone.rowCount() != 1 || alone.row(0).form == Row::Form::Stray || !alone.row(0).enabled)
        return {};
    return meaningOf(alone, 0);
}

Refusal badValue(TableKind kind, const QByteArray &value)
{
    Refusal refusal{Reason::BadValue, value};
    if (value.trimmed().isEmpty())
        refusal.detail = kind == TableKind::Aliases
            ? detail(QT_TRANSLATE_NOOP("edits", "An alias needs a value; write \"\" for an empty one."))
            : detail(QT_TRANSLATE_NOOP("edits",
                                       "Postfix ignores a row without a value. Type one or remove the row."));
    return refusal;
}

/// A new row as it is written, with its remark, without the last line's end.
std::variant<QByteArray, Refusal> newLines(const Table &table, qsizetype at, const NewRow &row,
                                           const QByteArray &lineEnd)
{
    const auto written = writtenKey(table.kind(), row.key);
    if (const Refusal *refusal = std::get_if<Refusal>(&written))
        return *refusal;
    const auto value = rowValueLines(row.value);
    if (const Refusal *refusal = std::get_if<Refusal>(&value))
        return *refusal;
    const auto &valueLines = std::get<QByteArrayList>(value);
    QByteArray lines = rowLines(table, at, std::get<QByteArray>(written), valueLines, lineEnd);
    std::optional<RowMeaning> meaning = meaningOfLines(lines, table.kind());
    const bool takesValue = meaning && meaning->form == Row::Form::Entry;
    if (!meaning || (!takesValue && !meaning->value.isEmpty()) || meaning->value != valueLines.join(' '))
        return badValue(table.kind(), row.value);
    if (!row.enabled)
        lines = '#' + lines.replace(lineEnd, lineEnd + '#');
    const QByteArray remark = row.remark.simplified();
    meaning->enabled = row.enabled;
    // With a second '#' nothing passes for a row that is switched off.
    for (const char *mark : {"# ", "## "}) {
        const QByteArray all = remark.isEmpty() ? lines : mark + remark + lineEnd + lines;
        const Table alone(Text(all, Text::Layout::Whole), table.kind());
        if (alone.rowCount() == 1 && meaningOf(alone, 0) == *meaning)
            return all;
    }
    return Refusal{Reason::BadValue, row.key,
                   detail(QT_TRANSLATE_NOOP("edits", "Switched off it would pass for a comment."))};
}

} // namespace

Outcome addRow(Draft &draft, FileId file, qsizetype before, const QByteArray &key, const QByteArray &value)
{
    if (Outcome refusal = refusedTable(draft, file))
        return refusal;
    const Table &table = tableOf(draft, file);
    if (before < 0 || before > table.rowCount())
        return Refusal{Reason::NotThere, key};
    const auto written = writtenKey(table.kind(), key);
    if (const Refusal *refusal = std::get_if<Refusal>(&written))
        return *refusal;
    const auto lines = rowValueLines(value);
    if (const Refusal *refusal = std::get_if<Refusal>(&lines))
        return *refusal;

    const qsizetype place = placeBefore(table, before);
    const QByteArray lineEnd = lineEndAt(table.text(), place);
    const QByteArray fresh =
        rowLines(table, before, std::get<QByteArray>(written), std::get<QByteArrayList>(lines), lineEnd);
    const std::optional<RowMeaning> meaning = meaningOfLines(fresh, table.kind());
    const bool takesValue = meaning && meaning->form == Row::Form::Entry;
    if (!meaning || (!takesValue && !meaning->value.isEmpty())
        || meaning->value != std::get<QByteArrayList>(lines).join(' '))
        return badValue(table.kind(), value);

    ExpectedRows expected(table, 1);
    expected.add(before, *meaning);
    expected.keep(before, before + 1);
    expected.keepAround(before, 1);
    if (tryReplace(draft, file, {insertion(table.text(), place, fresh, lineEnd)}, expected))
        return {};
    return wouldChangeNeighbour(key);
}

Outcome refusedNewRow(TableKind kind, const NewRow &row)
{
    const auto lines = newLines(Table(Text({}, Text::Layout::Whole), kind), 0, row, "\n");
    if (const Refusal *refusal = std::get_if<Refusal>(&lines))
        return *refusal;
    return {};
}

Outcome addRows(Draft &draft, FileId file, qsizetype before, const QList<NewRow> &rows)
{
    if (Outcome refusal = refusedTable(draft, file))
        return refusal;
    const Table &table = tableOf(draft, file);
    if (before < 0 || before > table.rowCount())
        return Refusal{Reason::NotThere, draft.snapshot().file(file).info().name.toUtf8()};
    const qsizetype place = placeBefore(table, before);
    const QByteArray lineEnd = lineEndAt(table.text(), place);
    QByteArrayList all;
    all.reserve(rows.size());
    for (const NewRow &row : rows) {
        const auto lines = newLines(table, before, row, lineEnd);
        if (const Refusal *refusal = std::get_if<Refusal>(&lines))
            return *refusal;
        // A comment below a row that is switched off could be one of its lines.
        const bool isApart = !all.isEmpty() && !rows[all.size() - 1].enabled && !row.remark.isEmpty();
        all.append((isApart ? lineEnd : QByteArray()) + std::get<QByteArray>(lines));
    }
    if (all.isEmpty())
        return {};
    ExpectedRows expected(table, rows.size());
    expected.keep(before - 2, before - 2);
    expected.keep(before - 1, before - 1);
    expected.keep(before, before + rows.size());
    expected.keep(before + 1, before + 1 + rows.size());
    const QByteArray remark = rows.first().remark.simplified();
    Draft plain = draft;
    const auto insert = [&](Draft &trial) {
        return tryReplace(trial, file, {insertion(table.text(), place, all.join(lineEnd), lineEnd)},
                          expected);
    };
    if (!insert(plain))
        return wouldChangeNeighbour(rows.first().key);
    const Table &after = tableOf(plain, file);
    if (!remark.isEmpty() && remarkText(after, after.row(before)) != remark) {
        // Above several rows it would be their heading.
        all.first() += lineEnd;
        if (insert(draft))
            return {};
    }
    draft = std::move(plain);
    return {};
}

Outcome setRowKey(Draft &draft, FileId file, qsizetype index, const QByteArray &key)
{
    if (Outcome refusal = refusedRow(draft, file, index))
        return refusal;
    const Table &table = tableOf(draft, file);
    const Row row = table.row(index);
    RowMeaning meaning = meaningOf(table, index);
    if (key == meaning.key)
        return {};
    const auto written = writtenKey(table.kind(), key);
    if (const Refusal *refusal = std::get_if<Refusal>(&written))
        return *refusal;
    if (row.form == Row::Form::EndIf || row.key.isEmpty())
        return Refusal{Reason::BadKey, key, detail(QT_TRANSLATE_NOOP("edits", "This row has no key."))};

    QByteArray fresh = std::get<QByteArray>(written);
    meaning.key = table.kind() == TableKind::Aliases ? key : fresh;
    ByteRange range = row.key;
    if (table.kind() == TableKind::Pattern || table.kind() == TableKind::Cidr) {
        const Table alone(Text(fresh + " x", Text::Layout::Whole), table.kind());
        const Row rule = alone.row(0);
        if (rule.form != Row::Form::Entry)
            return Refusal{Reason::BadKey, key};
        meaning.key = alone.keyOf(rule);
        fresh = meaning.key;
        if (key.startsWith('!')) {
            meaning.negated = rule.negated;
            range.begin = frontOf(table, row).begin;
            fresh.prepend(rule.negated ? "!" : "");
        }
    }
    const ByteRange whole{range.begin, row.separator.end};
    const QByteArray separator =
        row.value.isEmpty() ? table.text().bytes(row.separator) : separatorAfterRename(table, index, fresh);
    ExpectedRows expected(table);
    expected.add(index, meaning);
    expected.keepAround(index, 0);
    for (const Replacements &replacements :
         {Replacements{{whole, fresh + separator}}, Replacements{{range, fresh}}}) {
        if (tryReplace(draft, file, replacements, expected))
            return {};
    }
    return Refusal{Reason::BadKey, key};
}

Outcome setRowValue(Draft &draft, FileId file, qsizetype index, const QByteArray &value)
{
    if (Outcome refusal = refusedRow(draft, file, index))
        return refusal;
    const Table &table = tableOf(draft, file);
    const Row row = table.row(index);
    const auto lines = rowValueLines(value);
    if (const Refusal *refusal = std::get_if<Refusal>(&lines))
        return *refusal;
    RowMeaning meaning = meaningOf(table, index);
    const QByteArray joined = std::get<QByteArrayList>(lines).join(' ');
    if (joined == meaning.value)
        return {};
    const bool mayBeEmpty = row.form == Row::Form::Entry && table.kind() == TableKind::Pattern;
    const bool takesValue =
        row.form == Row::Form::Entry || (row.form == Row::Form::Stray && !row.key.isEmpty());
    if (!takesValue || (joined.isEmpty() && !mayBeEmpty))
        return badValue(table.kind(), value);

    meaning.value = joined;
    for (const Replacements &replacements :
         valueReplacements(table, index, std::get<QByteArrayList>(lines))) {
        // A row that was none for want of a value becomes one.
        for (const Row::Form form : {row.form, Row::Form::Entry}) {
            meaning.form = form;
            ExpectedRows expected(table);
            expected.add(index, meaning);
            expected.keepAround(index, 0);
            if (tryReplace(draft, file, replacements, expected))
                return {};
        }
    }
    return badValue(table.kind(), value);
}

Outcome removeRow(Draft &draft, FileId file, qsizetype index)
{
    if (Outcome refusal = refusedRow(draft, file, index))
        return refusal;
    const Table &table = tableOf(draft, file);
    const ByteRange block = blockOf(table, table.row(index));
    ExpectedRows expected(table, -1);
    expected.keepAround(index, -1);
    // What is below could otherwise continue what is above.
    const QByteArray lineEnd = lineEndAt(table.text(), block.begin);
    for (const Replacements &replacements :
         {Replacements{removal(table.text(), block)}, Replacements{{block, lineEnd}}}) {
        if (tryReplace(draft, file, replacements, expected))
            return {};
    }
    return wouldChangeNeighbour(meaningOf(table, index).key);
}

Outcome moveRow(Draft &draft, FileId file, qsizetype index, qsizetype before)
{
    if (Outcome refusal = refusedRow(draft, file, index))
        return refusal;
    const Table &table = tableOf(draft, file);
    if (before < 0 || before > table.rowCount())
        return Refusal{Reason::NotThere, meaningOf(table, index).key};
    if (before == index || before == index + 1)
        return {};
    const ByteRange block = blockOf(table, table.row(index));
    const qsizetype place = placeBefore(table, before);
    const QByteArray lineEnd = lineEndAt(table.text(), block.begin);
    QByteArray lines = table.text().bytes(block);
    if (lines.endsWith('\n'))
        lines.chop(lines.endsWith("\r\n") ? 2 : 1);

    const qsizetype target = before > index ? before - 1 : before;
    ExpectedRows expected(table);
    const auto newIndex = [&](qsizetype old) {
        const qsizetype without = old > index ? old - 1 : old;
        return old == index ? target : without >= target ? without + 1 : without;
    };
    for (const qsizetype old : {index - 1, index, index + 1, before - 2, before - 1, before, before + 1})
        expected.keep(old, newIndex(old));

    const QByteArray remark = remarkText(table, table.row(index));
    const Draft::Replacement out = removal(table.text(), block);
    std::optional<Draft> moved;
    // Above several rows the remark would be their heading: then a blank line follows.
    for (const QByteArray &tail : {QByteArray(), lineEnd}) {
        const Draft::Replacement in = insertion(table.text(), place, lines + tail, lineEnd);
        for (const QByteArray &left : {QByteArray(), lineEnd}) {
            const Draft::Replacement gap = left.isEmpty() ? out : Draft::Replacement{block, left};
            if (in.range.begin > gap.range.begin && in.range.begin < gap.range.end)
                continue;
            const bool upwards = in.range.begin <= gap.range.begin;
            Draft trial = draft;
            if (!tryReplace(trial, file, upwards ? Replacements{in, gap} : Replacements{gap, in}, expected))
                continue;
            const Table &after = tableOf(trial, file);
            if (remarkText(after, after.row(target)) == remark) {
                draft = std::move(trial);
                return {};
            }
            if (!moved)
                moved = std::move(trial);
        }
        if (remark.isEmpty())
            break;
    }
    if (moved) {
        draft = *std::move(moved);
        return {};
    }
    return wouldChangeNeighbour(meaningOf(table, index).key);
}

Outcome setRowEnabled(Draft &draft, FileId file, qsizetype index, bool enabled)
{
    if (Outcome refusal = refusedRow(draft, file, index))
        return refusal;
    const Table &table = tableOf(draft, file);
    const Row row = table.row(index);
    if (row.enabled == enabled)
        return {};
    Replacements replacements;
    for (qsizetype at = row.whole.begin; at < row.whole.end;) {
        const ByteRange line = table.text().lineAround(at);
        const qsizetype mark = syntax::offMarkSize(table.text().view(line), at == row.whole.begin);
        replacements.append(enabled ? Draft::Replacement{{at, at + mark}, {}}
                                    : Draft::Replacement{{at, at}, "#"});
        at = line.end;
    }
    RowMeaning meaning = meaningOf(table, index);
    meaning.enabled = enabled;
    ExpectedRows expected(table);
    expected.add(index, meaning);
    expected.keepAround(index, 0);
    if (tryReplace(draft, file, replacements, expected))
        return {};
    // A line that Postfix does not read as a row is none when it is commented out either.
    if (row.form == Row::Form::Stray) {
        ExpectedRows gone(table, -1);
        gone.keepAround(index, -1);
        if (tryReplace(draft, file, replacements, gone))
            return {};
    }
    return Refusal{
        Reason::BadValue, meaning.key,
        enabled ? detail(QT_TRANSLATE_NOOP("edits", "A line next to it would become part of it."))
                : detail(QT_TRANSLATE_NOOP(
                    "edits", "Commented out, it would pass for a remark. Remove it, or edit the source."))};
}

Outcome setRowNegated(Draft &draft, FileId file, qsizetype index, bool negated)
{
    if (Outcome refusal = refusedRow(draft, file, index))
        return refusal;
    const Table &table = tableOf(draft, file);
    const Row row = table.row(index);
    RowMeaning meaning = meaningOf(table, index);
    if (row.negated == negated)
        return {};
    meaning.negated = negated;
    ExpectedRows expected(table);
    expected.add(index, meaning);
    expected.keepAround(index, 0);
    const ByteRange front = frontOf(table, row);
    if (tryReplace(draft, file, {{front, negated ? QByteArray("!") : QByteArray()}}, expected))
        return {};
    return Refusal{Reason::BadKey, meaning.key,
                   detail(QT_TRANSLATE_NOOP("edits", "Only patterns and networks can be negated."))};
}

} // namespace edits
