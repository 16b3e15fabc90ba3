// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/syntax/remarkblock.h"

#include <algorithm>

namespace syntax {

namespace {

enum class CommentKind { Empty, Prose, Heading };

CommentKind kindOf(QByteArrayView comment)
{
    const bool isEmpty = std::all_of(comment.begin(), comment.end(),
                                     [](char c) { return c == '#' || c == ' ' || c == '\t' || c == '\r'; });
    if (isEmpty)
        return comment.size() < 3 ? CommentKind::Empty : CommentKind::Heading;
    bool hasCapital = false;
    bool isRule = true;
    for (const char c : comment) {
        if ((c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80)
            return CommentKind::Prose;
        hasCapital = hasCapital || (c >= 'A' && c <= 'Z');
        isRule = isRule && !(c >= '0' && c <= '9');
    }
    return hasCapital || isRule ? CommentKind::Heading : CommentKind::Prose;
}

} // namespace

void RemarkBlock::blankLine()
{
    m_begin = -1;
    m_isHeader = false;
}

void RemarkBlock::commentLine(QByteArrayView bytes, ByteRange text, qsizetype begin)
{
    if (m_isHeader)
        return;
    switch (kindOf(text.in(bytes))) {
    case CommentKind::Empty:
        break;
    case CommentKind::Prose:
        if (m_begin < 0)
            m_begin = begin;
        break;
    case CommentKind::Heading:
        m_begin = -1;
        break;
    }
}

void RemarkBlock::reset()
{
    m_begin = -1;
    m_isHeader = false;
}

ByteRange RemarkBlock::take(qsizetype begin)
{
    const ByteRange remark{m_begin < 0 ? begin : m_begin, begin};
    reset();
    return remark;
}

} // namespace syntax
