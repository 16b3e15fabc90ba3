// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lookup/braces.h"

#include <QByteArrayList>
#include <QRandomGenerator>

#include <array>

/// Tables, and keys to ask them, made by chance from a fixed seed: what people write, and what they get
/// wrong.
namespace tables {

class Maker
{
public:
    Maker(quint32 seed, bool isUtf8) : m_random(seed), m_isUtf8(isUtf8) { }

    /// A table in the format of postmap(1); `keys` gets what may be asked of it.
    QByteArray keyValues(int rows, QByteArrayList &keys)
    {
        QByteArray text;
        for (int i = 0; i < rows; ++i) {
            const QByteArray key = chance(15) && !keys.isEmpty() ? recased(any(keys)) : this->key();
            keys.append(key);
            text += filler();
            text += key + pick<const char *>({" ", "\t", "   ", " \t "}) + value();
            if (chance(10))
                text += pick<const char *>({"\n  more words", "\n\t# a comment\n and more", "\n # x"});
            text += chance(5) ? "\r\n" : "\n";
        }
        return text;
    }

    QByteArray aliases(int rows, QByteArrayList &keys)
    {
        QByteArray text;
        for (int i = 0; i < rows; ++i) {
            const QByteArray name = chance(15) && !keys.isEmpty() ? recased(any(keys)) : word();
            keys.append(name);
            text += filler();
            text += chance(15) ? "\"" + name + (chance(40) ? " x\"" : "\"") : name;
            text += pick<const char *>({":", ": ", " : ", ":\t", " "});
            for (int targets = bounded(4); targets >= 0; --targets)
                text += target() + pick<const char *>({",", ", ", " ", " ,", ",\n  "});
            text += "\n";
        }
        return text;
    }

    QByteArray patterns(int rows, bool isPerl, QByteArrayList &keys)
    {
        QByteArray text;
        for (int i = 0; i < rows; ++i) {
            text += filler();
            if (chance(12)) {
                text += "if " + delimited(isPerl) + (chance(10) ? " extra\n" : "\n");
            } else if (chance(12)) {
                text += chance(30) ? "ENDIF\n" : "endif\n";
            } else {
                text += delimited(isPerl);
                if (!isPerl && chance(8))
                    text += "!/" + pattern(isPerl) + "/";
                text += " " + result() + "\n";
            }
            keys.append(key());
        }
        return text;
    }

    QByteArray networks(int rows, QByteArrayList &keys)
    {
        QByteArray text;
        for (int i = 0; i < rows; ++i) {
            text += filler();
            if (chance(12))
                text += "if " + network() + "\n";
            else if (chance(12))
                text += "endif\n";
            else
                text += network() + " " + value() + "\n";
            keys.append(address());
        }
        return text;
    }

    QByteArray inlined(int rows, QByteArrayList &keys)
    {
        QByteArrayList pairs;
        for (int i = 0; i < rows; ++i) {
            const QByteArray key = chance(15) && !keys.isEmpty() ? recased(any(keys)) : word();
            keys.append(key);
            pairs.append(chance(50) ? key + "=" + word() : "{ " + key + " = " + word() + " " + word() + " }");
        }
        return "{" + pairs.join(chance(50) ? ", " : " ") + "}";
    }

    /// Something like a key of the table, or something else.
    QByteArray question(const QByteArrayList &keys)
    {
        const int kind = bounded(10);
        if (kind < 5)
            return recased(any(keys));
        if (kind < 7)
            return any(keys) + word();
        return kind < 8 ? address() : key();
    }

    QByteArray word()
    {
        static const std::array words{"root", "Postmaster", "info",     "sales", "x",
                                      "a-b",  "j.doe",      "user+ext", "q_1"};
        static const std::array wide{"\xc3\xbc"
                                     "ber",
                                     "STRA\xc3\x9f"
                                     "E",
                                     "\xce\xa3\xcf\x82",
                                     "\xc3\x84x",
                                     "\xd0\x94\xd0\xb0",
                                     "\xc4\xb0i"};
        QByteArray text = chance(m_isUtf8 ? 20 : 8) ? wide[index(wide.size())] : words[index(words.size())];
        if (!m_isUtf8 && chance(4))
            text += '\xe9';
        return chance(60) ? text + QByteArray::number(bounded(40)) : text;
    }

private:
    quint32 bounded(quint32 limit) { return m_random.bounded(limit); }
    size_t index(size_t limit) { return bounded(static_cast<quint32>(limit)); }
    bool chance(quint32 percent) { return bounded(100) < percent; }
    const QByteArray &any(const QByteArrayList &list)
    {
        return list[static_cast<qsizetype>(index(static_cast<size_t>(list.size())))];
    }
    template<typename T>
    QByteArray pick(std::initializer_list<T> list)
    {
        return QByteArray(*(list.begin() + index(list.size())));
    }

    QByteArray domain()
    {
        return pick<const char *>(
            {"example.com", "Example.ORG", "a.b.example.net", "localhost", "mail.test"});
    }

    QByteArray key()
    {
        switch (bounded(8)) {
        case 0:
            return domain();
        case 1:
            return "@" + domain();
        case 2:
            return "." + domain();
        case 3:
            return word();
        case 4:
            return "\"" + word() + " " + word() + "\"" + (chance(50) ? "@" + domain() : "");
        case 5:
            return word() + pick<const char *>({":", "\\", "\"", "#", "\\ x", "="});
        default:
            return word() + "@" + domain();
        }
    }

    QByteArray value()
    {
        QByteArray text =
            pick<const char *>({"OK", "REJECT go away", "smtp:[x]:25", "a@b, c@d", "$1 x", "550  no"});
        if (chance(3))
            text = "";
        return chance(10) ? text + "  \t" : text;
    }

    QByteArray filler()
    {
        return chance(8) ? pick<const char *>({"# comment\n", "\n", "   \n", "#\n\n"}) : "";
    }

    QByteArray target()
    {
        return pick<const char *>({"root", "a@b.example", "|\"cmd -x 'y'\"", "/dev/null",
                                   ":include:/etc/list", "\"|cmd a b\"", "\"quoted name\"@x", "(note) me",
                                   "<x@y>", "\\bare", "a\\ b", "[1.2.3.4]", "x (y (z))", "\"\\\"q\\\\\"",
                                   "me;", "!bang", "no\"close"});
    }

    QByteArray atom(bool isPerl)
    {
        switch (bounded(9)) {
        case 0:
            return ".";
        case 1:
            return "[a-z]";
        case 2:
            return "(" + pattern(isPerl) + ")";
        case 3:
            return "[^@]";
        case 4:
            return "\\.";
        case 5:
            return isPerl ? pick<const char *>({"\\d", "\\w", "(?:o)", "\\S"}) : QByteArray("[[:digit:]]");
        default:
            return pick<const char *>({"a", "o", "x", "exam", "root", "R", "@", "\xc3\xbc", "com", "1"});
        }
    }

    QByteArray pattern(bool isPerl)
    {
        if (++m_depth > 4) {
            --m_depth;
            return "a";
        }
        QByteArray text = chance(25) ? "^" : "";
        for (quint32 atoms = 1 + bounded(3); atoms > 0; --atoms)
            text += atom(isPerl) + (chance(30) ? pick<const char *>({"*", "+", "?"}) : QByteArray());
        if (chance(15))
            text += "|" + atom(isPerl);
        if (chance(20))
            text += "$";
        if (chance(2))
            text += pick<const char *>({"(", "[", ")"});
        --m_depth;
        return text;
    }

    QByteArray delimited(bool isPerl)
    {
        const QByteArray text = pattern(isPerl);
        QByteArray row = (chance(10) ? "!" : "") + QByteArray(chance(3) ? "! " : "");
        row += chance(8) ? "%" + text + "%" : "/" + text + "/";
        if (chance(20))
            row += isPerl ? pick<const char *>({"i", "m", "s", "x", "A", "E", "U", "X", "Z", "is"})
                          : pick<const char *>({"i", "m", "x", "z", "im"});
        return row;
    }

    QByteArray result()
    {
        QByteArray text = pick<const char *>(
            {"OK", "$1", "${1}-x", "x$(1)y", "$$1", "$2 and $1", "a $$", "", "$0", "$x", "$"});
        return text;
    }

    QByteArray address()
    {
        if (chance(30))
            return pick<const char *>({"2001:db8::", "fe80::", "::"}) + QByteArray::number(bounded(9));
        return QByteArray::number(10 + bounded(2)) + '.' + QByteArray::number(bounded(3)) + ".0."
            + QByteArray::number(bounded(20));
    }

    QByteArray network()
    {
        QByteArray text = chance(15) ? "!" : "";
        switch (bounded(6)) {
        case 0:
            return text + address();
        case 1:
            return text + pick<const char *>({"2001:db8::/32", "::/0", "fe80::/10", "2001:db8::1/32"});
        case 2:
            return text + "[" + address() + "]" + (chance(30) ? "/32" : "");
        case 3:
            return text
                + pick<const char *>({"10.0.0.0/33", "10.0.0/8", "[10.0.0.0/8", "x", "10.0.0.1/8", "/8"});
        default:
            return text + QByteArray::number(10 + bounded(2))
                + pick<const char *>({".0.0.0/8", ".1.0.0/16", ".0.0.0/28", ".0.0.16/29", ".0.0.0/07"});
        }
    }

    QByteArray recased(const QByteArray &text)
    {
        return chance(40) ? text.toUpper() : chance(30) ? text.toLower() : text;
    }

    QRandomGenerator m_random;
    bool m_isUtf8;
    int m_depth = 0;
};

/// The lines of a table of patterns or networks as rows of a setting; without those that can't be such rows.
inline QByteArray inlinedLines(const QByteArray &text)
{
    QByteArrayList rows;
    for (const QByteArray &line : text.split('\n')) {
        const QByteArray row = "{" + line + "}";
        if (!line.trimmed().isEmpty() && !line.startsWith(' ') && !line.startsWith('\t')
            && lookup::bracedSize(row) == row.size())
            rows.append(row);
    }
    return "{ " + rows.join(", ") + " }";
}

} // namespace tables
