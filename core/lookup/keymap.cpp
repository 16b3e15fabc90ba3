// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lookup/keymap.h"

#include "core/lookup/folding.h"

#include <algorithm>

namespace lookup {

using syntax::LogicalRow;
using syntax::RowLines;

namespace {

/// More of the same help nobody.
constexpr qsizetype maxWarnings = 1000;

/// A view of bytes that live longer than what is made of it.
QByteArray shared(QByteArrayView view)
{
    return QByteArray::fromRawData(view.data(), view.size());
}

} // namespace

KeyMap::KeyMap(const QByteArray &name, const syntax::Table &table, const Rules &rules)
    : Map(name, Keys::Fixed, rules), m_table(table), m_index(table.rowCount())
{
    read();
}

KeyMap::Entry KeyMap::entryOf(QByteArrayView text) const
{
    if (rules().isUtf8 && !isUtf8(text))
        return {.problem = "non-UTF-8 input"};
    if (isOfAliases()) {
        const Alias alias = aliasOf(text);
        return {alias.name, alias.value, alias.problem};
    }
    const KeyValue pair = keyValueOf(text);
    return {shared(pair.key), shared(pair.value), pair.problem};
}

QByteArray KeyMap::comparable(const QByteArray &key) const
{
    return rules().foldsKeys ? folded(key, rules().isUtf8) : key;
}

void KeyMap::read()
{
    QByteArray small;
    m_table.forEachRowInForce([&](const RowLines &lines) {
        const LogicalRow row(lines);
        const QByteArray whole = isOfAliases() ? untrimmedText(lines) : QByteArray();
        const QByteArrayView text = isOfAliases() ? QByteArrayView(whole) : readText(row);
        if (text.isEmpty())
            return true;
        const Entry entry = entryOf(text);
        if (entry.problem || entry.key.endsWith(':'))
            warnOfRow(row, text, entry);
        if (entry.problem)
            return true;
        // One buffer for a million keys.
        const bool isPlain = isAscii(entry.key);
        if (rules().foldsKeys && isPlain) {
            small.resize(entry.key.size());
            std::transform(entry.key.begin(), entry.key.end(), small.begin(), foldedAscii);
        } else {
            small = comparable(entry.key);
        }
        const quint32 tag = KeyIndex::tagOf(small);
        if (const auto first = offsetOf(small, tag)) {
            m_duplicates.append({*first, row.where.begin});
            if (m_duplicates.size() <= maxWarnings)
                warn(lineOf(row.where.begin), "duplicate entry: \"" + small + '"');
        } else {
            m_index.insert(tag, row.where.begin);
        }
        return true;
    });
}

void KeyMap::warnOfRow(const LogicalRow &row, QByteArrayView text, const Entry &entry)
{
    if (warnings().size() >= maxWarnings)
        return;
    const qsizetype line = lineOf(row.where.begin);
    if (!entry.problem) {
        if (!isOfAliases())
            warn(line, "record is in \"key: value\" format; is this an alias file?");
        return;
    }
    QByteArray said = entry.problem;
    if (said.startsWith("unbalanced"))
        said += " in '" + text.toByteArray() + "' -- ignoring this line";
    else if (said.startsWith("non-UTF-8"))
        said += " \"" + text.toByteArray() + "\" -- ignoring this line";
    warn(line, said);
}

KeyMap::Entry KeyMap::entryAt(qsizetype offset) const
{
    const qsizetype index = m_table.rowAt(offset);
    const syntax::ByteRange whole = m_table.row(index).whole;
    const QByteArrayView bytes = m_table.text().view(whole);
    const RowLines lines{.bytes = bytes,
                         .whole = {0, bytes.size()},
                         .isOneLine = bytes.indexOf('\n') < 0 || bytes.indexOf('\n') + 1 == bytes.size()};
    const LogicalRow row(lines);
    Entry entry = isOfAliases() ? entryOf(untrimmedText(lines)) : entryOf(readText(row));
    entry.key.detach();
    entry.value.detach();
    return entry;
}

std::optional<qsizetype> KeyMap::offsetOf(const QByteArray &key, quint32 tag) const
{
    return m_index.find(tag, [&](qsizetype offset) { return comparable(entryAt(offset).key) == key; });
}

Match KeyMap::matchAt(qsizetype offset) const
{
    return {.table = name(), .line = lineOf(offset), .value = entryAt(offset).value};
}

Answer KeyMap::lookUp(const QByteArray &key) const
{
    if (const auto offset = offsetOf(key, KeyIndex::tagOf(key))) {
        const Match match = matchAt(*offset);
        return {.state = Answer::State::Found, .value = match.value, .rows = {match}};
    }
    // postalias() in src/postalias/postalias.c marks with it that a database is complete.
    if (isOfAliases() && key == "@")
        return {.state = Answer::State::Found, .value = "@", .rows = {Match{.table = name(), .value = "@"}}};
    return {};
}

Trial KeyMap::tryAllRows(const QByteArray &key) const
{
    QList<Match> rows = lookUp(key).rows;
    const auto offset = offsetOf(key, KeyIndex::tagOf(key));
    for (const auto &[first, again] : m_duplicates) {
        if (offset && first == *offset)
            rows.append(matchAt(again));
    }
    return {.matches = rows};
}

} // namespace lookup
