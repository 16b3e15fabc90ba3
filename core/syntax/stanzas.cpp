// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/syntax/stanzas.h"

namespace syntax {

namespace {

using Kind = MasterComment::Kind;
using Role = StanzaLine::Role;

/// A value in braces that is commented out may span this many lines; the limit keeps reading linear.
constexpr qsizetype longestGroup = 100;

bool isItem(const MasterComment &comment)
{
    return comment.kind == Kind::Option || comment.kind == Kind::Argument;
}

/// The line from `begin` without its newline.
ByteRange pieceFrom(QByteArrayView bytes, qsizetype begin, const PhysicalLine &line)
{
    const qsizetype end = line.range.end;
    return {begin, end > begin && bytes[end - 1] == '\n' ? end - 1 : end};
}

/// Where the content starts behind `hashes` signs, blanks included that indent it.
qsizetype behindHashes(QByteArrayView bytes, const PhysicalLine &line, int hashes)
{
    qsizetype at = line.text.begin;
    for (int seen = 0; at < line.text.end && seen < hashes; ++at)
        seen += bytes[at] == '#' ? 1 : 0;
    return at;
}

} // namespace

StanzaReader::StanzaReader(QByteArrayView bytes) : m_bytes(bytes)
{
    constexpr qsizetype usualLine = 40;
    m_lines.reserve(bytes.size() / usualLine);
    m_comments.reserve(bytes.size() / usualLine);
    LineScanner scanner(bytes);
    for (PhysicalLine line; scanner.next(line);) {
        m_lines.append(line);
        const bool isComment = line.kind == LineKind::Comment;
        m_comments.append(isComment ? masterComment(bytes, line.text, line.range.begin) : MasterComment());
    }
}

bool StanzaReader::next(Stanza &stanza)
{
    while (m_at < m_lines.size()) {
        const qsizetype first = m_at;
        const LineKind kind = m_lines[first].kind;
        const bool inForce = kind == LineKind::Start;
        if (kind == LineKind::Orphan) {
            readOrphans();
        } else if (inForce
                   || (kind == LineKind::Comment && commentAt(first).kind == Kind::Head
                       && commentAt(first).hashes == 1)) {
            stanza.firstLine = first;
            stanza.enabled = inForce;
            stanza.lines.clear();
            if (inForce)
                readInForce(first, stanza);
            else
                readSwitchedOff(first, stanza);
            m_at = first + stanza.lines.size();
            return true;
        } else {
            ++m_at;
        }
    }
    return false;
}

void StanzaReader::readOrphans()
{
    Orphans orphans{m_at, m_lines[m_at].range};
    for (++m_at; m_at < m_lines.size() && m_lines[m_at].kind == LineKind::Orphan; ++m_at)
        orphans.range.end = m_lines[m_at].range.end;
    m_orphans.append(orphans);
}

void StanzaReader::appendComment(Stanza &stanza, qsizetype line, const MasterComment &comment,
                                 Role role) const
{
    StanzaLine added{m_lines[line], role, comment};
    if (role == Role::Text)
        added.piece = pieceFrom(m_bytes, behindHashes(m_bytes, m_lines[line], 1), m_lines[line]);
    else if (role == Role::OffText)
        added.piece = pieceFrom(m_bytes, behindHashes(m_bytes, m_lines[line], comment.hashes), m_lines[line]);
    stanza.lines.append(added);
}

/// The last line of the words that begin in line `first`: another one when a brace is closed there only.
/// -1 when it is never closed.
qsizetype StanzaReader::groupEnd(qsizetype first, const MasterComment &opening) const
{
    int open = openBraces(opening.content.in(m_bytes));
    qsizetype line = first;
    while (open > 0) {
        ++line;
        if (line >= m_lines.size() || line - first > longestGroup || m_lines[line].kind != LineKind::Comment)
            return -1;
        const MasterComment &comment = commentAt(line);
        if (comment.kind == Kind::Head || comment.hashes != opening.hashes
            || comment.indented != opening.indented)
            return -1;
        open = openBraces(comment.content.in(m_bytes), open);
    }
    return line;
}

void StanzaReader::readInForce(qsizetype first, Stanza &stanza)
{
    qsizetype last = first;
    for (qsizetype i = first + 1; i < m_lines.size() && m_lines[i].kind != LineKind::Start; ++i) {
        if (m_lines[i].kind == LineKind::Continuation)
            last = i;
    }
    // A commented-out service between two lines of another is no service: what follows it is not its own.
    bool belowHead = false;
    for (qsizetype i = first; i <= last; ++i) {
        const PhysicalLine &line = m_lines[i];
        if (line.kind == LineKind::Blank) {
            stanza.lines.append(StanzaLine{line});
        } else if (line.kind == LineKind::Comment) {
            const MasterComment &comment = commentAt(i);
            belowHead = belowHead || comment.kind == Kind::Head;
            const qsizetype end = !belowHead && isItem(comment) ? groupEnd(i, comment) : -1;
            if (end < 0 || end > last)
                appendComment(stanza, i, comment, Role::Comment);
            for (; end >= i && end <= last; ++i)
                appendComment(stanza, i, commentAt(i), Role::OffText);
            if (end >= 0 && end <= last)
                --i;
        } else {
            belowHead = false;
            stanza.lines.append(StanzaLine{line, Role::Text, {}, pieceFrom(m_bytes, line.range.begin, line)});
        }
    }
    readBelow(last + 1, stanza, true);
}

void StanzaReader::readSwitchedOff(qsizetype first, Stanza &stanza)
{
    const MasterComment &head = commentAt(first);
    stanza.lines.append(
        StanzaLine{m_lines[first], Role::Text, head, pieceFrom(m_bytes, head.content.begin, m_lines[first])});
    const int open = openBraces(head.content.in(m_bytes));
    const qsizetype end = open > 0 ? groupEnd(first, head) : first;
    for (qsizetype i = first + 1; i <= end; ++i)
        appendComment(stanza, i, commentAt(i), Role::Text);
    readBelow(first + stanza.lines.size(), stanza, false);
}

void StanzaReader::readBelow(qsizetype from, Stanza &stanza, bool inForce)
{
    qsizetype accepted = from; // first line that does not belong to it
    bool gap = false; // a blank line or a bare '#' since the last line that belongs to it
    bool prose = false;
    MasterComment command; // the line with argv=, as long as nothing came between
    command.hashes = 0;
    const auto setCommand = [&](const MasterComment &comment) {
        const QByteArrayView content = comment.content.in(m_bytes);
        if (content.startsWith("argv=") || content.contains(" argv=") || content.contains("\targv="))
            command = comment;
    };
    if (!inForce)
        setCommand(stanza.lines.last().comment);
    for (qsizetype i = from; i < m_lines.size(); ++i) {
        const PhysicalLine &line = m_lines[i];
        MasterComment comment;
        if (line.kind == LineKind::Comment)
            comment = commentAt(i);
        else if (line.kind != LineKind::Blank)
            break;
        if (line.kind == LineKind::Blank || comment.kind == Kind::Bare) {
            if (prose)
                break;
            gap = true;
            command.hashes = 0;
            continue;
        }
        const bool off = inForce || comment.hashes > 1 || comment.indented;
        const bool more =
            !inForce && !off && command.hashes == 1 && continuesCommand(m_bytes, command, comment);
        const qsizetype end = more ? i : isItem(comment) ? groupEnd(i, comment) : -1;
        if (end >= 0) {
            for (; accepted < i; ++accepted) {
                if (m_lines[accepted].kind == LineKind::Blank)
                    stanza.lines.append(StanzaLine{m_lines[accepted]});
                else
                    appendComment(stanza, accepted, commentAt(accepted), Role::Comment);
            }
            for (; accepted <= end; ++accepted)
                appendComment(stanza, accepted, commentAt(accepted), off ? Role::OffText : Role::Text);
            gap = false;
            prose = false;
            if (!more)
                command.hashes = 0;
            if (!off && !more)
                setCommand(comment);
            i = end;
        } else if (comment.hashes > 1 && (!inForce || comment.kind != Kind::Rule)) {
            // A comment within a comment never ends it.
            command.hashes = 0;
        } else if (gap || comment.kind == Kind::Rule || comment.kind == Kind::Head) {
            break;
        } else {
            prose = true;
            command.hashes = 0;
        }
    }
}

} // namespace syntax
