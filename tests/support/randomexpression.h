// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayList>
#include <QRandomGenerator>

namespace support {

/// Values as they could stand in main.cf, made of everything that mac_expand() reads, in any nesting. Most
/// are well formed; some have a byte too many or too few.
class RandomExpression
{
public:
    RandomExpression(QRandomGenerator &random, QByteArrayList names)
        : m_random(random), m_given(static_cast<int>(names.size())), m_names(std::move(names))
    {
    }

    void addName(const QByteArray &name) { m_names.append(name); }

    QByteArray next()
    {
        QByteArray text = expression(m_random.bounded(5));
        if (m_random.bounded(12) == 0)
            damage(text);
        return text.trimmed();
    }

private:
    QByteArray any(const QByteArrayList &list) { return list[m_random.bounded(int(list.size()))]; }

    QByteArray blank()
    {
        static const QByteArrayList blanks{"", "", "", " ", "  ", "\t"};
        return any(blanks);
    }

    QByteArray name()
    {
        // Most are there from the start; of those made here the latest are the likelier ones, so that chains
        // grow without everything hanging together.
        const int kind = m_random.bounded(12);
        if (kind > 3)
            return m_names[m_random.bounded(m_given)];
        const auto reach =
            static_cast<int>(kind > 0 ? std::min<qsizetype>(20, m_names.size()) : m_names.size());
        return m_names[m_names.size() - 1 - m_random.bounded(reach)];
    }

    QByteArray literal()
    {
        static const QByteArrayList words{"x",   "0",   "1",   "007", "9",     "10",   "2.5", "-3",   "yes",
                                          "a b", "$$",  "$$x", ",",   "a:b",   "c?d",  "=",   "==",   "<",
                                          "!",   "(y)", "#",   "@",   "/path", "z-_9", "3.6", "3.10", "A"};
        return any(words);
    }

    QByteArray number() { return QByteArray::number(m_random.bounded(m_random.bounded(2) ? 12 : 2000)); }

    QByteArray level()
    {
        QByteArray text = QByteArray::number(m_random.bounded(5));
        for (int i = m_random.bounded(3); i > 0; --i)
            text += '.' + QByteArray::number(m_random.bounded(12));
        return m_random.bounded(4) ? text : QByteArray("$compatibility_level");
    }

    QByteArray reference()
    {
        switch (m_random.bounded(4)) {
        case 0:
            return '$' + name();
        case 1:
            return "$(" + name() + ')';
        case 2:
            return "${" + blank() + name() + blank() + '}';
        default:
            return "${" + name() + '}';
        }
    }

    QByteArray group(int depth) { return blank() + '{' + expression(depth) + '}' + blank(); }

    QByteArray branches(int depth)
    {
        switch (m_random.bounded(6)) {
        case 0:
            return '?' + group(depth);
        case 1:
            return ':' + group(depth);
        case 2:
            return '?' + expression(depth);
        case 3:
            return ':' + expression(depth);
        case 4:
            return '?' + group(depth) + ':' + expression(depth);
        default:
            return '?' + group(depth) + ':' + group(depth);
        }
    }

    QByteArray condition(int depth)
    {
        const bool isRound = m_random.bounded(6) == 0;
        return (isRound ? "$(" : "${") + blank() + name() + blank() + branches(depth) + (isRound ? ")" : "}");
    }

    QByteArray relation(int depth)
    {
        static const QByteArrayList operators{"==", "!=", "<", "<=", ">=", ">"};
        const auto operand = [&](int kind) {
            const QByteArray text = kind == 0 ? expression(depth) : kind == 1 ? number() : level();
            return kind == 0 && m_random.bounded(2) ? group(depth) : blank() + '{' + text + '}' + blank();
        };
        const int kind = m_random.bounded(3);
        const QByteArray op = any(operators) + (kind == 2 ? "level" : "");
        return "${" + operand(kind) + op + operand(kind)
            + (m_random.bounded(6) ? branches(depth) : QByteArray()) + '}';
    }

    QByteArray expression(int depth)
    {
        QByteArray text;
        for (int i = m_random.bounded(3) + 1; i > 0; --i) {
            const int kind = depth > 0 ? m_random.bounded(6) : m_random.bounded(3);
            if (kind < 2)
                text += literal() + (m_random.bounded(4) ? " " : "");
            else if (kind == 2)
                text += reference();
            else if (kind == 3)
                text += relation(depth - 1);
            else
                text += condition(depth - 1);
        }
        return text;
    }

    void damage(QByteArray &text)
    {
        static const QByteArrayList bytes{"$", "{", "}", "(", ")", "?", ":", "=", "<", " ", "_", "~", "x"};
        const qsizetype at = m_random.bounded(int(text.size()) + 1);
        if (m_random.bounded(2) && at < text.size())
            text.remove(at, 1);
        else
            text.insert(at, any(bytes));
    }

    QRandomGenerator &m_random;
    int m_given; ///< the first of m_names
    QByteArrayList m_names;
};

} // namespace support
