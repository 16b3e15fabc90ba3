// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/syntax/maincf.h"

#include "core/syntax/commentedsetting.h"
#include "core/syntax/logicallines.h"
#include "core/syntax/remarkblock.h"

#include <algorithm>
#include <optional>

namespace syntax {

namespace {

/// Reads line by line, once, and never goes back.
class Reader
{
public:
    Reader(QByteArrayView bytes, QList<Setting> &settings, QList<StrayLine> &strays)
        : m_bytes(bytes), m_settings(settings), m_strays(strays)
    {
    }

    void run()
    {
        LineScanner scanner(m_bytes);
        for (PhysicalLine line; scanner.next(line); ++m_line) {
            switch (line.kind) {
            case LineKind::Blank:
                m_off.reset();
                m_remarks.blankLine();
                break;
            case LineKind::Comment:
                comment(line);
                break;
            case LineKind::Start:
                start(line);
                break;
            case LineKind::Continuation:
                dropSwitchedOff();
                continuation(line);
                break;
            case LineKind::Orphan:
                dropSwitchedOff();
                orphan(line);
                break;
            }
        }
        finishLogicalLine();
    }

private:
    /// What the logical line that is being read has turned out to be.
    enum class Open : quint8 {
        Nothing,
        Name, ///< a name; '=' may follow on a continuation line
        Value,
        Stray
    };

    void start(const PhysicalLine &line)
    {
        finishLogicalLine();
        m_off.reset();
        m_setting = Setting();
        m_setting.whole = line.range;
        m_setting.line = m_line;
        m_setting.remark = takeRemark(line.range.begin);
        qsizetype at = line.text.begin;
        while (at < line.text.end && m_bytes[at] != '=' && m_bytes[at] != '\0' && !isSpace(m_bytes[at]))
            ++at;
        m_setting.name = {line.text.begin, at};
        if (m_setting.name.isEmpty()) {
            stray(StrayLine::Kind::MissingName);
            return;
        }
        m_open = Open::Name;
        while (at < line.text.end && isSpace(m_bytes[at]))
            ++at;
        if (at < line.text.end)
            equals(line, at);
    }

    /// `at` is where the '=' has to be; what follows it on this line is value.
    void equals(const PhysicalLine &line, qsizetype at)
    {
        if (m_bytes[at] != '=') {
            stray(StrayLine::Kind::MissingEquals);
            return;
        }
        ++at;
        const qsizetype end = at < line.text.end ? line.text.end : lineEndOf(line.range);
        while (at < end && isSpace(m_bytes[at]))
            ++at;
        m_setting.value = {at, std::max(at, line.text.end)};
        m_setting.separator = {m_setting.name.end, at};
        m_settings.append(m_setting);
        m_settled = m_settings.size();
        m_open = Open::Value;
    }

    void continuation(const PhysicalLine &line)
    {
        if (m_open == Open::Value) {
            Setting &setting = m_settings.last();
            setting.whole.end = line.range.end;
            if (setting.value.isEmpty()) {
                setting.value.begin = line.text.begin;
                setting.separator.end = line.text.begin;
            }
            setting.value.end = line.text.end;
        } else if (m_open == Open::Name) {
            m_setting.whole.end = line.range.end;
            equals(line, line.text.begin);
        } else {
            m_strays.last().range.end = line.range.end;
        }
    }

    void orphan(const PhysicalLine &line)
    {
        m_remarks.reset();
        const bool continued = !m_strays.isEmpty() && m_strays.last().kind == StrayLine::Kind::Orphan;
        if (continued)
            m_strays.last().range.end = line.range.end;
        else
            m_strays.append(StrayLine{line.range, m_line, StrayLine::Kind::Orphan});
    }

    void stray(StrayLine::Kind kind)
    {
        m_strays.append(StrayLine{m_setting.whole, m_setting.line, kind});
        m_open = Open::Stray;
    }

    void finishLogicalLine()
    {
        if (m_open == Open::Name)
            stray(StrayLine::Kind::MissingEquals);
        m_open = Open::Nothing;
        m_settled = m_settings.size();
    }

    void comment(const PhysicalLine &line)
    {
        if (const std::optional<CommentedName> head = commentedName(m_bytes, line.text)) {
            Setting setting;
            setting.enabled = false;
            setting.whole = line.range;
            setting.line = m_line;
            setting.remark = takeRemark(line.range.begin);
            setting.name = head->name;
            setting.separator = {head->name.end, head->value.begin};
            setting.value = head->value;
            m_settings.append(setting);
            m_off = CommentedValue(m_bytes, *head);
            return;
        }
        if (m_off && m_settings.size() > m_settled) {
            ByteRange text;
            switch (m_off->next(m_bytes, line.text, text)) {
            case CommentedValue::Continues: {
                Setting &setting = m_settings.last();
                setting.whole.end = line.range.end;
                if (setting.value.isEmpty()) {
                    setting.value.begin = text.begin;
                    setting.separator.end = text.begin;
                }
                setting.value.end = text.end;
                m_remarks.reset();
                return;
            }
            case CommentedValue::Unsure: // a comment within, if the value goes on below it
                break;
            case CommentedValue::Ends:
                m_off.reset();
                break;
            }
        }
        m_remarks.commentLine(m_bytes, line.text, line.range.begin);
    }

    /// Comments in front of a continuation line are inside the logical line above: there is nothing in them
    /// that could be switched on by itself.
    void dropSwitchedOff()
    {
        m_off.reset();
        m_remarks.reset();
        if (m_settings.size() > m_settled)
            m_settings.resize(m_settled);
    }

    /// A comment above several settings in a row speaks of all of them, so it belongs to none.
    ByteRange takeRemark(qsizetype begin)
    {
        const ByteRange remark = m_remarks.take(begin);
        if (!m_settings.isEmpty() && remark.isEmpty() && m_settings.last().whole.end == begin) {
            const qsizetype above = m_settings.last().whole.begin;
            m_settings.last().remark = {above, above};
        }
        return remark;
    }

    qsizetype lineEndOf(ByteRange range) const
    {
        qsizetype end = range.end;
        if (end > range.begin && m_bytes[end - 1] == '\n')
            --end;
        while (end > range.begin && m_bytes[end - 1] == '\r')
            --end;
        return end;
    }

    QByteArrayView m_bytes;
    QList<Setting> &m_settings;
    QList<StrayLine> &m_strays;
    int m_line = 0;
    Open m_open = Open::Nothing;
    Setting m_setting; ///< the one being read, until its '=' is found
    qsizetype m_settled = 0; ///< settings beyond are switched off, and inside of a logical line if it goes on
    std::optional<CommentedValue> m_off; ///< the switched-off setting right above, whose value may go on
    RemarkBlock m_remarks;
};

} // namespace

MainCf::MainCf(QByteArray text) : m_text(std::move(text))
{
    const QByteArrayView bytes(m_text);
    Reader(bytes, m_settings, m_strays).run();
    m_inForce.reserve(m_settings.size());
    for (qsizetype i = 0; i < m_settings.size(); ++i)
        if (m_settings.at(i).enabled)
            m_inForce.insert(m_settings.at(i).name.in(bytes), i);
}

QByteArray MainCf::valueOf(const Setting &setting) const
{
    return joinedPieces(m_text, piecesOf(setting));
}

QList<ByteRange> MainCf::piecesOf(const Setting &setting) const
{
    if (setting.enabled)
        return valuePieces(m_text, setting.value);
    const QByteArrayView mark = trimmed(m_text, {setting.whole.begin, setting.name.begin}).in(m_text);
    return commentedPieces(m_text, setting.value, mark.size());
}

const Setting *MainCf::find(QByteArrayView name) const
{
    const qsizetype index = indexOf(name);
    return index < 0 ? nullptr : &m_settings.at(index);
}

const Setting *MainCf::settingAt(qsizetype offset) const
{
    const auto after =
        std::upper_bound(m_settings.begin(), m_settings.end(), offset,
                         [](qsizetype place, const Setting &setting) { return place < setting.whole.begin; });
    if (after == m_settings.begin() || !std::prev(after)->whole.contains(offset))
        return nullptr;
    return &*std::prev(after);
}

qsizetype MainCf::indexOf(QByteArrayView name) const
{
    return m_inForce.value(name, -1);
}

QList<qsizetype> MainCf::allOf(QByteArrayView name) const
{
    QList<qsizetype> all;
    for (qsizetype i = 0; i < m_settings.size(); ++i)
        if (m_settings.at(i).enabled && nameOf(m_settings.at(i)) == name)
            all.append(i);
    return all;
}

QList<qsizetype> MainCf::switchedOff(QByteArrayView name) const
{
    QList<qsizetype> all;
    for (qsizetype i = 0; i < m_settings.size(); ++i)
        if (!m_settings.at(i).enabled && nameOf(m_settings.at(i)) == name)
            all.append(i);
    return all;
}

} // namespace syntax
