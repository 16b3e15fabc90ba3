// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/patterns/substitution.h"

#include "core/syntax/expansion.h"

#include <QCoreApplication>

#include <algorithm>

namespace patterns {

namespace {

/// Behind the bracket that closes the one before `at`; -1 when none does.
qsizetype closing(QByteArrayView text, qsizetype at, char open)
{
    const char close = open == '{' ? '}' : ')';
    int level = 1;
    for (; at < text.size(); ++at) {
        level += text[at] == open ? 1 : text[at] == close ? -1 : 0;
        if (level == 0)
            return at + 1;
    }
    return -1;
}

} // namespace

Substitution::Substitution(QByteArrayView result)
{
    const auto literal = [this](QByteArrayView text) {
        if (m_pieces.isEmpty() || m_pieces.last().group > 0)
            m_pieces.append(Piece{});
        m_pieces.last().text += text;
    };
    for (qsizetype at = 0; at < result.size() && m_problem.isEmpty();) {
        if (result[at] != '$') {
            const qsizetype next = result.indexOf('$', at);
            const qsizetype end = next < 0 ? result.size() : next;
            literal(result.sliced(at, end - at));
            at = end;
            continue;
        }
        const char open = at + 1 < result.size() ? result[at + 1] : '\0';
        if (open == '$') {
            literal("$");
            at += 2;
            continue;
        }
        const bool isBracketed = open == '{' || open == '(';
        const qsizetype begin = at + (isBracketed ? 2 : 1);
        qsizetype end = begin;
        if (isBracketed)
            end = closing(result, begin, open);
        else
            while (end < result.size() && syntax::isNameByte(result[end]))
                ++end;
        const qsizetype nameEnd = isBracketed ? end - 1 : end;
        if (end < 0 || nameEnd <= begin) {
            m_problem = QCoreApplication::translate("patterns", "“$” stands alone or is not closed").toUtf8();
            return;
        }
        addGroup(result.sliced(begin, nameEnd - begin).toByteArray());
        at = end;
    }
}

void Substitution::addGroup(const QByteArray &name)
{
    const bool isNumber = std::all_of(name.begin(), name.end(), [](char c) { return c >= '0' && c <= '9'; });
    const int number = isNumber ? name.toInt() : 0;
    m_pieces.append(Piece{{}, number});
    m_highest = std::max(m_highest, number);
    if (number < 1)
        m_problem = QCoreApplication::translate("patterns", "“$%1” is no number of a group")
                        .arg(QString::fromUtf8(name))
                        .toUtf8();
}

QByteArray Substitution::applied(const QByteArrayList &groups) const
{
    QByteArray text;
    for (const Piece &piece : m_pieces)
        text += piece.group > 0 ? groups.value(piece.group) : piece.text;
    return text;
}

} // namespace patterns
