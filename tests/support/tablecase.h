// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/edits/tableedits.h"
#include "tests/support/randomtable.h"
#include "tests/support/tablereading.h"
#include "tests/support/tablesnapshot.h"

#include <algorithm>

namespace support {

using model::FileId;
using syntax::Row;
using syntax::Table;

/// One random edit of one table, and whether it did what was asked and nothing else.
class TableCase
{
public:
    /// How far the row that is edited is looked at: with any bytes in it, only that the others stay.
    enum class Rows { Ordinary, Any };

    TableCase(RandomSource &random, FileKind kind, const QByteArray &before, Rows rows = Rows::Ordinary)
        : m_random(random),
          m_kind(kind),
          m_rows(rows),
          m_before(before),
          m_start(snapshotWithTable(before, kind)),
          m_draft(m_start),
          m_old(*m_start.file(tableId).table())
    {
    }

    /// What went wrong, for a person; empty when nothing did.
    QByteArray run()
    {
        const QByteArray wrong = check();
        return wrong.isEmpty() ? wrong : wrong + ": " + story();
    }
    bool wasRefused() const { return m_refused; }
    QByteArray after() const { return m_draft.snapshot().file(tableId).text().bytes(); }

private:
    static constexpr FileId tableId = FileId::FirstOther;
    enum class Action { Add, SetKey, SetValue, Remove, Move, Switch };

    edits::Outcome edit()
    {
        const qsizetype rows = m_old.rowCount();
        m_row = m_random.below(rows);
        m_other = m_random.below(rows + 1);
        m_key = randomKey(m_random, m_kind);
        m_value = randomValue(m_random);
        m_action = rows == 0 ? Action::Add : static_cast<Action>(m_random.below(6));
        switch (m_action) {
        case Action::Add:
            return edits::addRow(m_draft, tableId, m_other, m_key, m_value);
        case Action::SetKey:
            return edits::setRowKey(m_draft, tableId, m_row, m_key);
        case Action::SetValue:
            return edits::setRowValue(m_draft, tableId, m_row, m_value);
        case Action::Remove:
            return edits::removeRow(m_draft, tableId, m_row);
        case Action::Move:
            return edits::moveRow(m_draft, tableId, m_row, m_other);
        case Action::Switch:
            break;
        }
        return edits::setRowEnabled(m_draft, tableId, m_row, !m_old.row(m_row).enabled);
    }

    QByteArray check()
    {
        const QByteArrayList before = reading::logicalLines(m_before);
        if (lineOf(m_old.rowCount()) != before.size())
            return "the rows are not Postfix's logical lines";
        m_refused = edit().has_value();
        const QByteArray bytes = after();
        if (m_refused)
            return bytes == m_before && m_draft.changes().isEmpty() ? "" : "refused, and changed";
        if (model::applied(m_draft.snapshot(), m_draft.inverse()).file(tableId).text().bytes() != m_before)
            return "undone, it is not what it was";
        if (model::applied(m_start, m_draft.changes()).file(tableId).text().bytes() != bytes)
            return "the changes do not make the result";
        if (bytes == m_before)
            return m_action == Action::Add ? "nothing was added" : "";
        const QByteArray wrong = checkLines(before, reading::logicalLines(bytes));
        return wrong.isEmpty() ? checkBytes(bytes) : wrong;
    }

    /// All lines but that of the row are what they were, in their order; the row's means what was asked.
    QByteArray checkLines(QByteArrayList expected, const QByteArrayList &now) const
    {
        const bool isRead = m_action != Action::Add && this->isRead(m_row);
        const qsizetype at = lineOf(m_action == Action::Add ? m_other : m_row);
        const bool adds =
            m_action == Action::Add || (m_action == Action::Switch && !m_old.row(m_row).enabled);
        if (adds) {
            if (now.size() != expected.size() + 1)
                return "not one line more";
            expected.insert(at, now[at]);
        } else if (isRead && (m_action == Action::Remove || m_action == Action::Switch)) {
            expected.removeAt(at);
        } else if (isRead && m_action == Action::Move) {
            const qsizetype to = lineOf(m_other);
            expected.move(at, to > at ? to - 1 : to);
        } else if (isRead) {
            if (now.size() != expected.size())
                return "another number of lines";
            expected[at] = now[at];
        }
        if (now != expected)
            return "another line is not what it was";
        const bool isWritten =
            adds || (isRead && (m_action == Action::SetKey || m_action == Action::SetValue));
        if (isWritten && m_rows == Rows::Ordinary && !meansWhatWasAsked(now[at]))
            return "the row does not mean what was asked";
        return {};
    }

    bool meansWhatWasAsked(const QByteArray &line) const
    {
        QByteArray key = m_key;
        QByteArray value = m_value;
        if (m_action != Action::Add) {
            const Row row = m_old.row(m_row);
            // What is no row keeps what it has; only its value or its '#' was asked for.
            if (row.form == Row::Form::Stray || (m_action == Action::Switch && row.form != Row::Form::Entry))
                return true;
            if (m_action != Action::SetKey)
                key = m_old.keyOf(row);
            if (m_action != Action::SetValue)
                value = m_old.valueOf(row);
        }
        const reading::Entry entry = reading::split(line, m_kind);
        const bool negated = key.startsWith('!') && key.size() > 1;
        const QByteArray plain = negated ? key.sliced(1) : key;
        const bool isRule = m_kind == FileKind::Pattern || m_kind == FileKind::Cidr;
        const bool sameKey = entry.key == plain
            || (m_kind == FileKind::Pattern && entry.key.size() > 2
                && entry.key.sliced(1).chopped(1) == plain)
            || (isRule && plain.startsWith("if ") && entry.key == plain.sliced(3))
            || (isRule && plain == "endif" && line == plain);
        return sameKey && entry.value == reading::simplified(value) && (!negated || entry.negated);
    }

    /// Bytes outside the row, or the place it comes to, never change.
    QByteArray checkBytes(const QByteArray &now) const
    {
        if (m_action == Action::Add)
            return isOnePlace(now, commonHead(now), commonHead(now)) ? "" : "bytes elsewhere were changed";
        const syntax::ByteRange whole = m_old.row(m_row).whole;
        if (m_action == Action::Move)
            return sortedLines(m_before) == sortedLines(now) ? "" : "moved lines are not the same lines";
        if (m_action != Action::Remove)
            return isOnePlace(now, whole.begin, whole.end) ? "" : "bytes outside the row were changed";
        // The line end above goes when the last line has none.
        const qsizetype from = m_old.remarkOf(m_old.row(m_row)).begin;
        const qsizetype lineEnd = m_before.first(from).endsWith("\r\n") ? 2 : from > 0 ? 1 : 0;
        return isOnePlace(now, from - lineEnd, whole.end) ? "" : "bytes outside the removed row were changed";
    }

    qsizetype commonHead(const QByteArray &now) const
    {
        const auto ends = std::mismatch(m_before.begin(), m_before.end(), now.begin(), now.end());
        return ends.first - m_before.begin();
    }

    /// What was before and after the place `from` to `to` still is.
    bool isOnePlace(const QByteArray &now, qsizetype from, qsizetype to) const
    {
        const qsizetype tail = m_before.size() - to;
        return now.size() >= from + tail && now.startsWith(m_before.first(from))
            && now.endsWith(m_before.sliced(to));
    }

    static QByteArrayList sortedLines(QByteArray bytes)
    {
        QByteArrayList lines = bytes.replace('\r', "").split('\n');
        lines.removeAll({});
        std::sort(lines.begin(), lines.end());
        return lines;
    }

    /// What Postfix reads: not switched off, and no indented line with nothing above it.
    bool isRead(qsizetype index) const
    {
        const Row row = m_old.row(index);
        const bool isOrphan = row.form == Row::Form::Stray && reading::isBlank(m_before.at(row.whole.begin));
        return row.enabled && !isOrphan;
    }

    /// Where the line of row `index` is among the logical lines.
    qsizetype lineOf(qsizetype index) const
    {
        qsizetype line = 0;
        for (qsizetype i = 0; i < index; ++i)
            line += isRead(i) ? 1 : 0;
        return line;
    }

    QByteArray story() const
    {
        static const QByteArrayList names{"add", "key", "value", "remove", "move", "switch"};
        return names[static_cast<int>(m_action)] + " row " + QByteArray::number(m_row) + " place "
            + QByteArray::number(m_other) + " key " + m_key.toPercentEncoding(" ") + " value "
            + m_value.toPercentEncoding(" ") + "\nbefore:\n" + m_before.toPercentEncoding("\n #")
            + "\nafter:\n" + after().toPercentEncoding("\n #") + '\n';
    }

    RandomSource &m_random;
    FileKind m_kind;
    Rows m_rows;
    QByteArray m_before;
    model::Snapshot m_start;
    model::Draft m_draft;
    const Table &m_old;
    Action m_action = Action::Add;
    qsizetype m_row = 0;
    qsizetype m_other = 0;
    QByteArray m_key;
    QByteArray m_value;
    bool m_refused = false;
};

} // namespace support
