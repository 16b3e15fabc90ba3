// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/tracedvalue.h"

#include "core/syntax/expansion.h"
#include "core/syntax/listvalue.h"

#include <algorithm>

namespace lint {

namespace {

using syntax::ByteRange;

constexpr int deepest = 60;
constexpr qsizetype longest = 1024 * 1024;

bool isNameByte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

qsizetype nameEnd(QByteArrayView text, qsizetype from, qsizetype end)
{
    while (from < end && isNameByte(text[from]))
        ++from;
    return from;
}

/// Where the bracket that is open in front of `from` is closed; -1 if nowhere.
qsizetype closing(QByteArrayView text, qsizetype from, qsizetype end, char open, char close)
{
    int level = 1;
    for (qsizetype at = from; at < end; ++at) {
        if (text[at] == open)
            ++level;
        else if (text[at] == close && --level == 0)
            return at;
    }
    return -1;
}

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

} // namespace

TracedValue::TracedValue(const Definition &definition, const Lookup &lookup)
{
    m_frames.append(Frame{.file = definition.file, .pieces = definition.pieces});
    if (definition.isRaw)
        appendLiteral(definition.text, 0, definition.text.size(), 0);
    else
        expand(definition.text, 0, definition.text.size(), 0, lookup, 0);
}

// mac_expand() in src/util/mac_expand.c, for what is written in practice; the rest is read by
// syntax::expand() and counts as one piece.
void TracedValue::expand(QByteArrayView text, qsizetype begin, qsizetype end, int frame, const Lookup &lookup,
                         int depth)
{
    if (depth > deepest || m_text.size() > longest) {
        m_isBroken = true;
        return;
    }
    for (qsizetype at = begin; at < end;) {
        const qsizetype dollar = text.first(end).indexOf('$', at);
        appendLiteral(text, at, dollar < 0 ? end : dollar, frame);
        if (dollar < 0)
            return;
        at = dollar + 1;
        if (at >= end) {
            m_isBroken = true;
            return;
        }
        const char next = text[at];
        if (next == '$') {
            append("$", frame, sourceOf(dollar, at + 1, frame), false);
            ++at;
            continue;
        }
        if (next != '{' && next != '(') {
            const qsizetype stop = nameEnd(text, at, end);
            if (stop == at)
                m_isBroken = true;
            appendName(text.sliced(at, stop - at), sourceOf(dollar, stop, frame), frame, lookup, depth);
            at = stop;
            continue;
        }
        const qsizetype stop = closing(text, at + 1, end, next, next == '{' ? '}' : ')');
        if (stop < 0) {
            m_isBroken = true;
            return;
        }
        qsizetype inner = at + 1;
        while (inner < stop && isBlank(text[inner]))
            ++inner;
        const qsizetype nameStop = nameEnd(text, inner, stop);
        const QByteArrayView name = text.sliced(inner, nameStop - inner);
        const ByteRange source = sourceOf(dollar, stop + 1, frame);
        const QByteArrayView rest = text.sliced(nameStop, stop - nameStop).trimmed();
        at = stop + 1;
        if (!name.isEmpty() && rest.isEmpty()) {
            appendName(name, source, frame, lookup, depth);
            continue;
        }
        const bool isPlainCondition = !name.isEmpty() && (text[nameStop] == '?' || text[nameStop] == ':')
            && nameStop + 1 < stop && text[nameStop + 1] != '{' && !isBlank(text[nameStop + 1]);
        if (isPlainCondition) {
            const auto definition = lookup(name);
            const bool isSet = definition && !definition->text.isEmpty();
            if (isSet == (text[nameStop] == '?'))
                expand(text, nameStop + 1, stop, frame, lookup, depth + 1);
            continue;
        }
        const syntax::Expansion expansion = syntax::expand(
            text.sliced(dollar, stop + 1 - dollar),
            [&](QByteArrayView wanted) -> std::optional<syntax::NamedValue> {
                const auto definition = lookup(wanted);
                return definition ? std::optional(syntax::NamedValue(definition->text)) : std::nullopt;
            });
        m_isBroken = m_isBroken || expansion.failed();
        append(expansion.text, frame, source, false);
    }
}

void TracedValue::append(QByteArrayView bytes, int frame, ByteRange source, bool isDirect)
{
    if (bytes.isEmpty())
        return;
    m_runs.append(Run{.begin = m_text.size(), .frame = frame, .source = source, .isDirect = isDirect});
    m_text += bytes;
}

void TracedValue::appendLiteral(QByteArrayView text, qsizetype begin, qsizetype end, int frame)
{
    const QList<ByteRange> pieces = m_frames[frame].pieces;
    if (pieces.isEmpty() || !m_frames[frame].file) {
        append(text.sliced(begin, end - begin), frame, {}, false);
        return;
    }
    qsizetype at = 0; // of the piece, in the text; one blank stands between pieces
    for (const ByteRange &piece : pieces) {
        const qsizetype from = std::max(begin, at);
        const qsizetype to = std::min(end, at + piece.size());
        if (from < to)
            append(text.sliced(from, to - from), frame, {piece.begin + from - at, piece.begin + to - at},
                   true);
        at += piece.size();
        if (at >= begin && at < end)
            append(text.sliced(at, 1), frame, {piece.end, piece.end}, false);
        ++at;
    }
}

void TracedValue::appendName(QByteArrayView name, ByteRange source, int frame, const Lookup &lookup,
                             int depth)
{
    const auto definition = lookup(name);
    if (!definition) {
        m_isUndefined = true;
        return;
    }
    m_frames.append(
        Frame{.parent = frame, .reference = source, .file = definition->file, .pieces = definition->pieces});
    expand(definition->text, 0, definition->text.size(), static_cast<int>(m_frames.size() - 1), lookup,
           depth + 1);
}

/// Where bytes of the frame's text are in its file.
ByteRange TracedValue::sourceOf(qsizetype begin, qsizetype end, int frame) const
{
    ByteRange source;
    qsizetype at = 0;
    bool isFirst = true;
    for (const ByteRange &piece : m_frames[frame].pieces) {
        if (isFirst && begin <= at + piece.size()) {
            source.begin = piece.begin + std::max<qsizetype>(0, begin - at);
            isFirst = false;
        }
        if (end > at)
            source.end = std::min(piece.end, piece.begin + end - at);
        at += piece.size() + 1;
    }
    return source;
}

int TracedValue::commonFrame(int a, int b) const
{
    while (a != b) {
        // A frame is always made after its parent.
        if (a > b)
            a = m_frames[a].parent;
        else
            b = m_frames[b].parent;
    }
    return a;
}

ByteRange TracedValue::liftedTo(int ancestor, int frame, ByteRange source) const
{
    for (; frame != ancestor; frame = m_frames[frame].parent)
        source = m_frames[frame].reference;
    return source;
}

Word TracedValue::part(qsizetype begin, qsizetype end) const
{
    Word word{.text = m_text.sliced(begin, end - begin)};
    if (m_runs.isEmpty() || begin >= m_text.size())
        return word;
    const auto after = std::upper_bound(m_runs.begin(), m_runs.end(), begin,
                                        [](qsizetype offset, const Run &run) { return offset < run.begin; });
    const auto first = after - 1;
    auto last = first;
    int frame = first->frame;
    for (auto run = first; run != m_runs.end() && run->begin < end; ++run) {
        frame = commonFrame(frame, run->frame);
        last = run;
    }
    while (frame >= 0 && !m_frames[frame].file)
        frame = m_frames[frame].parent;
    if (frame < 0)
        return word;
    ByteRange where;
    for (auto run = first; run != last + 1; ++run) {
        ByteRange source = run->source;
        if (run->isDirect) {
            const qsizetype stop = run + 1 == m_runs.end() ? m_text.size() : (run + 1)->begin;
            source.begin += std::max<qsizetype>(0, begin - run->begin);
            source.end -= std::max<qsizetype>(0, stop - end);
        }
        source = liftedTo(frame, run->frame, source);
        where.begin = run == first ? source.begin : std::min(where.begin, source.begin);
        where.end = run == first ? source.end : std::max(where.end, source.end);
        word.isWhole = word.isWhole && run->isDirect && run->frame == frame;
    }
    word.place = model::Place{*m_frames[frame].file, where};
    return word;
}

QList<Word> TracedValue::words() const
{
    QList<Word> words;
    for (const syntax::ListItem &item : syntax::listItems(m_text))
        words.append(part(item.range.begin, item.range.end));
    return words;
}

} // namespace lint
