// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/references.h"

#include "core/syntax/expansion.h"

#include <algorithm>

namespace lint {

namespace {

using syntax::ByteRange;

bool isNameByte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

class Reader
{
public:
    explicit Reader(QByteArrayView text) : m_text(text) { }

    const QList<Reference> &found() const { return m_found; }

    void read(qsizetype begin, qsizetype end)
    {
        for (qsizetype at = begin; at < end;) {
            const qsizetype dollar = m_text.first(end).indexOf('$', at);
            if (dollar < 0)
                return;
            at = readOne(dollar, end);
        }
    }

private:
    void add(Reference::Kind kind, ByteRange range, ByteRange name = {}, const QByteArray &detail = {})
    {
        m_found.append(Reference{.kind = kind,
                                 .name = name.in(m_text).toByteArray(),
                                 .range = range,
                                 .nameRange = name,
                                 .detail = detail});
    }

    qsizetype readOne(qsizetype dollar, qsizetype end)
    {
        const qsizetype at = dollar + 1;
        if (at < end && m_text[at] == '$')
            return at + 1;
        if (at < end && (m_text[at] == '{' || m_text[at] == '('))
            return readBracket(dollar, end);
        qsizetype stop = at;
        while (stop < end && isNameByte(m_text[stop]))
            ++stop;
        if (stop == at)
            add(Reference::Kind::Empty, {dollar, at});
        else
            add(Reference::Kind::Name, {dollar, stop}, {at, stop});
        return stop;
    }

    qsizetype readBracket(qsizetype dollar, qsizetype end)
    {
        const char open = m_text[dollar + 1];
        const char close = open == '{' ? '}' : ')';
        int level = 0;
        qsizetype stop = dollar + 1;
        for (; stop < end; ++stop) {
            if (m_text[stop] == open)
                ++level;
            else if (m_text[stop] == close && --level == 0)
                break;
        }
        if (stop >= end) {
            add(Reference::Kind::Truncated, {dollar, end});
            return end;
        }
        const ByteRange whole{dollar, stop + 1};
        qsizetype begin = dollar + 2;
        while (begin < stop && (m_text[begin] == ' ' || m_text[begin] == '\t'))
            ++begin;
        qsizetype nameEnd = begin;
        while (nameEnd < stop && isNameByte(m_text[nameEnd]))
            ++nameEnd;
        qsizetype rest = nameEnd;
        while (rest < stop && (m_text[rest] == ' ' || m_text[rest] == '\t'))
            ++rest;
        const ByteRange name{begin, nameEnd};
        if (begin == stop) {
            add(Reference::Kind::Empty, whole);
        } else if (!name.isEmpty() && rest == stop) {
            add(open == '(' ? Reference::Kind::OldStyle : Reference::Kind::Name, whole, name);
        } else {
            const auto errors = syntax::scanNames(whole.in(m_text), [](QByteArrayView) {});
            if (!errors.isEmpty())
                add(Reference::Kind::Malformed, whole, {}, errors.first().warning);
            else if (name.isEmpty())
                add(Reference::Kind::Relation, whole);
            else
                add(Reference::Kind::Name, whole, name);
            if (errors.isEmpty())
                read(rest, stop);
        }
        return stop + 1;
    }

    QByteArrayView m_text;
    QList<Reference> m_found;
};

} // namespace

ByteRange fileRange(const Definition &definition, ByteRange inText)
{
    ByteRange range;
    qsizetype at = 0;
    bool isFirst = true;
    for (const ByteRange &piece : definition.pieces) {
        if (isFirst && inText.begin <= at + piece.size()) {
            range.begin = piece.begin + std::max<qsizetype>(0, inText.begin - at);
            isFirst = false;
        }
        if (inText.end > at)
            range.end = std::min(piece.end, piece.begin + inText.end - at);
        at += piece.size() + 1;
    }
    return range;
}

QList<Reference> referencesIn(const Definition &definition)
{
    Reader reader(definition.text);
    reader.read(0, definition.text.size());
    QList<Reference> found = reader.found();
    for (Reference &reference : found) {
        reference.range = fileRange(definition, reference.range);
        if (!reference.nameRange.isEmpty())
            reference.nameRange = fileRange(definition, reference.nameRange);
    }
    return found;
}

QByteArrayList namesIn(QByteArrayView text)
{
    Reader reader(text);
    reader.read(0, text.size());
    QByteArrayList names;
    for (const Reference &reference : reader.found()) {
        if (!reference.name.isEmpty())
            names.append(reference.name);
    }
    return names;
}

} // namespace lint
