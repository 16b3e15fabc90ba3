// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/edits/rowtext.h"

#include "core/edits/linecolumn.h"
#include "core/syntax/logicallines.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstring>
#include <optional>

namespace edits {

using syntax::ByteRange;
using syntax::Row;
using syntax::Table;
using syntax::TableKind;
using syntax::Text;

namespace {

/// How far around a row its style is looked for.
constexpr qsizetype nearby = 4;

QString keyDetail(const char *text)
{
    return QCoreApplication::translate("edits", text);
}

std::optional<Row> onlyRow(const QByteArray &line, TableKind kind)
{
    const Table table(Text(line, Text::Layout::Whole), kind);
    if (table.rowCount() != 1)
        return {};
    return table.row(0);
}

QByteArray writtenAlias(const QByteArray &name)
{
    const auto isOrdinary = [](char c) {
        return c < 0
            || (c > ' ' && c != '\x7f' && c != '\\' && c != '#' && !std::strchr("|%!(),:;<>@[]\"", c));
    };
    if (std::all_of(name.begin(), name.end(), isOrdinary))
        return name;
    QByteArray quoted = "\"";
    for (const char c : name) {
        if (c == '"' || c == '\\')
            quoted += '\\';
        quoted += c;
    }
    return quoted + '"';
}

/// Already with delimiters (and perhaps "!" or "if" in front), so that nothing is left to write around it.
bool isWrittenRule(const QByteArray &key, TableKind kind)
{
    std::optional<Row> row = onlyRow(key, kind);
    if (row && (row->form == Row::Form::EndIf || row->form == Row::Form::If))
        return row->value.isEmpty();
    // Without a result, a network is no row.
    if (kind == TableKind::Cidr)
        row = onlyRow(key + " x", kind);
    if (!row || row->form != Row::Form::Entry)
        return false;
    // "^a^" and ".a." are more likely patterns than delimiters.
    return kind == TableKind::Cidr ? row->key.end == key.size()
                                   : row->value.isEmpty() && std::strchr("/|%~@,;:='\"", key[row->key.begin]);
}

std::variant<QByteArray, Refusal> writtenPattern(const QByteArray &key)
{
    if (isWrittenRule(key, TableKind::Pattern))
        return key;
    for (const char delimiter : {'/', '%', '~', '@', ',', ';', '=', '\''}) {
        const QByteArray written = delimiter + key + delimiter;
        if (!key.contains(delimiter) && isWrittenRule(written, TableKind::Pattern))
            return written;
    }
    return Refusal{Refusal::Reason::BadPattern, key};
}

/// Where the value of a row would stand in an editor, counted in blanks; -1 unless key and value share a
/// line.
int column(QByteArrayView text)
{
    return text.contains('\n') ? -1 : columnAfter(text);
}

/// A neighbour whose style can be followed: in force, key and value on one line.
struct Model
{
    QByteArray colon; ///< of an alias: the separator up to and with its colon
    QByteArray blanks;
    int valueColumn = 0;
};

std::optional<Model> modelOf(const Table &table, qsizetype index)
{
    if (index < 0 || index >= table.rowCount())
        return {};
    const Row row = table.row(index);
    if (row.form != Row::Form::Entry || !row.enabled || row.value.isEmpty())
        return {};
    const QByteArrayView separator = table.text().view(row.separator);
    Model model;
    model.valueColumn = column(table.text().view({row.whole.begin, row.value.begin}));
    if (model.valueColumn < 0)
        return {};
    const qsizetype colon = table.kind() == TableKind::Aliases ? separator.indexOf(':') + 1 : 0;
    model.colon = separator.first(colon).toByteArray();
    model.blanks = separator.sliced(colon).toByteArray();
    return model;
}

/// Blanks like the model's that bring the value to the model's column, or as near behind it as they can.
QByteArray padded(const Model &model, QByteArrayView key)
{
    const QByteArray before = key.toByteArray() + model.colon;
    const bool needsBlank = model.colon.isEmpty();
    int at = column(before);
    QByteArray blanks;
    const bool tabs = std::all_of(model.blanks.begin(), model.blanks.end(), [](char c) { return c == '\t'; });
    const bool spaces =
        std::all_of(model.blanks.begin(), model.blanks.end(), [](char c) { return c == ' '; });
    if (model.blanks.isEmpty() || (!tabs && !spaces))
        return model.colon + model.blanks;
    while (at < model.valueColumn) {
        blanks += tabs ? '\t' : ' ';
        at += tabs ? tabWidth - at % tabWidth : 1;
    }
    if (blanks.isEmpty() && needsBlank)
        blanks = tabs ? "\t" : " ";
    if (blanks.isEmpty() && !model.blanks.isEmpty())
        blanks = model.blanks.first(1);
    return model.colon + blanks;
}

} // namespace

std::variant<QByteArray, Refusal> writtenKey(TableKind kind, const QByteArray &key)
{
    using Reason = Refusal::Reason;
    if (key.isEmpty())
        return Refusal{Reason::EmptyName, key};
    if (key.contains('\0'))
        return Refusal{Reason::NulByte, key};
    if (key.contains('\n') || key.contains('\r'))
        return Refusal{Reason::LineBreak, key};

    if (kind == TableKind::Aliases) {
        const QByteArray written = writtenAlias(key);
        const QByteArray line = written + ": x";
        const Table table(Text(line, Text::Layout::Whole), kind);
        if (table.rowCount() == 1 && table.row(0).form == Row::Form::Entry
            && table.keyOf(table.row(0)) == key)
            return written;
        return Refusal{Reason::BadKey, key,
                       keyDetail(QT_TRANSLATE_NOOP("edits", "Leave out tabs and other control characters."))};
    }
    if (kind == TableKind::Pattern)
        return writtenPattern(key);
    if (kind == TableKind::Cidr) {
        if (isWrittenRule(key, kind))
            return key;
        return Refusal{
            Reason::BadKey, key,
            keyDetail(QT_TRANSLATE_NOOP("edits", "Write a network like 192.0.2.0/24 or 2001:db8::/32."))};
    }
    const std::optional<Row> row = onlyRow(key + " x", kind);
    if (row && row->enabled && row->form == Row::Form::Entry && row->key == ByteRange{0, key.size()})
        return key;
    return Refusal{
        Reason::BadKey, key,
        keyDetail(QT_TRANSLATE_NOOP(
            "edits", "Put the part of an address that has blanks into quotes, and do not start with “#”."))};
}

std::variant<QByteArrayList, Refusal> rowValueLines(const QByteArray &value)
{
    if (value.contains('\0'))
        return Refusal{Refusal::Reason::NulByte, value};
    QByteArrayList lines;
    for (const QByteArray &part : value.split('\n')) {
        const QByteArray line = part.trimmed();
        if (line.isEmpty())
            continue;
        if (line.startsWith('#') && !lines.isEmpty())
            lines.last() += ' ' + line;
        else
            lines += line;
    }
    return lines;
}

QByteArray separatorFor(const Table &table, qsizetype at, QByteArrayView key)
{
    std::optional<Model> first;
    for (qsizetype distance = 0; distance < nearby; ++distance) {
        for (const qsizetype index : {at - 1 - distance, at + distance}) {
            const std::optional<Model> model = modelOf(table, index);
            if (!model)
                continue;
            if (!first) {
                first = model;
                continue;
            }
            // Two rows tell whether values are kept in a column or just separated.
            const bool isJustSeparated = model->blanks == first->blanks
                && (model->valueColumn != first->valueColumn || first->blanks == " ");
            return isJustSeparated ? first->colon + first->blanks : padded(*first, key);
        }
    }
    if (!first)
        return table.kind() == TableKind::Aliases ? QByteArray(": ") : QByteArray("    ");
    return first->blanks.size() <= 1 && first->blanks != "\t" ? first->colon + first->blanks
                                                              : padded(*first, key);
}

QByteArray separatorAfterRename(const Table &table, qsizetype at, QByteArrayView newKey)
{
    const Row row = table.row(at);
    QByteArray separator = table.text().bytes(row.separator);
    std::optional<Model> own = modelOf(table, at);
    if (!own || own->blanks.isEmpty())
        return separator;
    bool isAligned = false;
    for (const qsizetype index : {at - 1, at + 1}) {
        const std::optional<Model> model = modelOf(table, index);
        isAligned = isAligned || (model && model->valueColumn == own->valueColumn);
    }
    const bool isSingleBlank = own->blanks == " ";
    if (!isAligned || isSingleBlank)
        return separator;
    // What stands in front of the key ("!") takes its room as well.
    const QByteArray front = table.text().bytes({row.whole.begin, row.key.begin});
    return padded(*own, front + newKey.toByteArray());
}

QByteArray indentFor(const Table &table, qsizetype at)
{
    for (qsizetype distance = 0; distance < nearby; ++distance) {
        for (const qsizetype index : {at + distance, at - distance}) {
            if (index < 0 || index >= table.rowCount())
                continue;
            const Row row = table.row(index);
            const QList<ByteRange> pieces = table.piecesOf(row);
            if (pieces.size() < 2 || !row.enabled)
                continue;
            const ByteRange line = table.text().lineAround(pieces.last().begin);
            return table.text().bytes({line.begin, pieces.last().begin});
        }
    }
    return "    ";
}

QByteArray lineEndAt(const Text &text, qsizetype offset)
{
    for (const qsizetype at : {offset, offset - 1}) {
        if (at < 0 || at >= text.size())
            continue;
        const QByteArrayView line = text.view(text.lineAround(at));
        if (line.endsWith("\r\n"))
            return "\r\n";
        if (line.endsWith('\n'))
            return "\n";
    }
    return "\n";
}

} // namespace edits
