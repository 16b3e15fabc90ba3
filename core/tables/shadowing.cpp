// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tables/shadowing.h"

#include "core/lint/keyset.h"
#include "core/lint/networkcover.h"
#include "core/lint/patternwords.h"
#include "core/syntax/logicalrow.h"

#include <algorithm>

namespace tables {

using syntax::RowLines;
using syntax::Table;
using syntax::TableKind;

namespace {

/// Postfix warns of the second one and keeps the first: postmap() in src/postmap/postmap.c, postalias() in
/// src/postalias/postalias.c.
class Keys
{
public:
    explicit Keys(const Table &table) : m_table(table), m_keys(table) { }

    void look(const RowLines &lines, Shadows &shadows)
    {
        if (lines.isOneLine && m_table.kind() == TableKind::KeyValue && lookQuickly(lines, shadows))
            return;
        const syntax::Row row = m_table.row(lines.row);
        const QByteArray key = m_table.keyOf(row);
        if (!key.isEmpty() && !row.value.isEmpty() && row.form == syntax::Row::Form::Entry)
            insert(key, lines.row, shadows);
    }

private:
    /// A key without quotes, and a value.
    bool lookQuickly(const RowLines &lines, Shadows &shadows)
    {
        const QByteArrayView bytes = lines.whole.in(lines.bytes);
        const auto isEnd = [](char c) { return syntax::isSpace(c) || c == '"' || c == '\\' || c == '\0'; };
        const qsizetype end = std::find_if(bytes.begin(), bytes.end(), isEnd) - bytes.begin();
        if (end == 0 || end == bytes.size() || !syntax::isSpace(bytes[end]))
            return false;
        const QByteArrayView value = bytes.sliced(end).trimmed();
        if (value.startsWith('\0'))
            return false;
        if (!value.isEmpty())
            insert(bytes.first(end), lines.row, shadows);
        return true;
    }

    void insert(QByteArrayView key, qsizetype row, Shadows &shadows)
    {
        if (const auto before = m_keys.insert(key, row))
            shadows.append({static_cast<quint32>(row), static_cast<quint32>(*before)});
    }

    const Table &m_table;
    lint::KeySet m_keys;
};

/// Rules that are tried one after the other, outside of `if` and `endif`: dict_cidr_lookup() in
/// src/util/dict_cidr.c, dict_regexp_lookup() in src/util/dict_regexp.c.
class Rules
{
public:
    explicit Rules(const Table &table) : m_table(table), m_keys(table) { }

    void look(const RowLines &lines, Shadows &shadows)
    {
        const syntax::Row row = m_table.row(lines.row);
        const auto number = static_cast<quint32>(lines.row);
        if (row.form == syntax::Row::Form::If)
            ++m_depth;
        else if (row.form == syntax::Row::Form::EndIf && m_depth > 0)
            --m_depth;
        if (m_depth > 0 || row.form != syntax::Row::Form::Entry)
            return;
        if (m_table.kind() == TableKind::Cidr)
            lookAtNetwork(row, number);
        else
            lookAtPattern(row, number, shadows);
    }

    void settle(Shadows &shadows) const
    {
        for (const lint::NetworkCover::Covered &covered : m_cover.covered()) {
            const quint32 row = m_numbers[covered.rule];
            shadows.append({row, m_numbers[covered.by], Shadow::Reason::Covered});
        }
    }

private:
    void lookAtNetwork(const syntax::Row &row, quint32 number)
    {
        const auto network = row.negated ? std::nullopt : lint::readRange(m_table.keyOf(row));
        if (!network || network->hasHostBits)
            return;
        m_cover.add(network->range);
        m_numbers.append(number);
    }

    void lookAtPattern(const syntax::Row &row, quint32 number, Shadows &shadows)
    {
        if (m_catchAll) {
            shadows.append({number, *m_catchAll, Shadow::Reason::CatchAll});
            return;
        }
        if (row.negated)
            return;
        const QByteArray key = m_table.keyOf(row);
        const patterns::PatternText pattern = patterns::patternAt(key, 0, patterns::PatternSyntax::Perl);
        if (!pattern.problem.isEmpty())
            return;
        if (lint::isCatchAllPattern(pattern.body))
            m_catchAll = number;
        const auto before = m_keys.insert(key, number);
        // The set is one of keys, to which case means nothing.
        if (before && m_table.keyOf(m_table.row(*before)) == key)
            shadows.append({number, static_cast<quint32>(*before)});
    }

    const Table &m_table;
    int m_depth = 0;
    std::optional<quint32> m_catchAll;
    lint::KeySet m_keys;
    lint::NetworkCover m_cover;
    QList<quint32> m_numbers; ///< of the rows of those networks
};

template<typename Judge>
Shadows judged(const Table &table, Judge &judge, const IsCancelled &isCancelled)
{
    constexpr qsizetype often = 4096;
    Shadows shadows;
    bool isGivenUp = false;
    table.forEachRowInForce([&](const RowLines &lines) {
        isGivenUp = lines.row % often == 0 && isCancelled && isCancelled();
        if (!isGivenUp)
            judge.look(lines, shadows);
        return !isGivenUp;
    });
    return isGivenUp ? Shadows() : shadows;
}

} // namespace

Shadows shadowedRows(const model::File &file, const IsCancelled &isCancelled)
{
    const Table &table = *file.table();
    if (table.kind() == TableKind::KeyValue || table.kind() == TableKind::Aliases) {
        Keys keys(table);
        return judged(table, keys, isCancelled);
    }
    Rules rules(table);
    Shadows shadows = judged(table, rules, isCancelled);
    if (!isCancelled || !isCancelled())
        rules.settle(shadows);
    return shadows;
}

const Shadow *shadowOf(const Shadows &shadows, quint32 row)
{
    const auto found =
        std::lower_bound(shadows.begin(), shadows.end(), row,
                         [](const Shadow &shadow, quint32 wanted) { return shadow.row < wanted; });
    return found != shadows.end() && found->row == row ? &*found : nullptr;
}

} // namespace tables
