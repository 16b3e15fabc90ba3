// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/randomsource.h"

namespace support {

/// The nasty bytes, for files and for what is typed: NUL, control bytes, Latin-1, a BOM, half of a CRLF.
inline const QByteArrayList &oddBytes()
{
    static const QByteArrayList odd{QByteArray(1, '\0'),
                                    "\x01",
                                    "\x7f",
                                    "\xff",
                                    "\xe9t\xe9",
                                    "\xef\xbb\xbf",
                                    "\r",
                                    "\v",
                                    "\f",
                                    "\\",
                                    "\"",
                                    "=",
                                    "#",
                                    "{",
                                    "}",
                                    ",",
                                    "$"};
    return odd;
}

inline const QByteArrayList &listWords()
{
    static const QByteArrayList words{"permit",
                                      "permit_mynetworks",
                                      "reject_unauth_destination",
                                      "check_client_access hash:/etc/postfix/access",
                                      "10.0.0.0/8",
                                      "[::1]/128",
                                      "$mydomain",
                                      "${stress?{10}:{30}}",
                                      "{ inet:[::1]:10025, timeout=10s }",
                                      "#odd",
                                      "a",
                                      "b"};
    return words;
}

/// Random main.cf files: mostly such as people write, in every layout; some that nobody would.
class RandomMainCf
{
public:
    explicit RandomMainCf(RandomSource &random) : m_random(random) { }

    QByteArray file()
    {
        static const QByteArrayList soup{
            "a",    "b_c",  "=",          " = ", "#", " ",    "\t", "\n",
            "\n",   "\n ",  ",",          "{",   "}", "\r\n", "\v", QByteArray(1, '\0'),
            "\xff", "\\\n", "# b_c = a\n"};
        if (m_random.oneIn(10))
            return m_random.text(soup, 40);
        m_lineEnd = m_random.oneIn(4) ? "\r\n" : "\n";
        QByteArray text;
        if (m_random.oneIn(30))
            text += "\xef\xbb\xbf";
        if (m_random.oneIn(10))
            text += "  indented = first" + m_lineEnd + (m_random.oneIn(2) ? "  and more" + m_lineEnd : "");
        for (qsizetype left = m_random.below(12); left > 0; --left)
            text += block();
        if (m_random.oneIn(5))
            text += oneSetting();
        while (m_random.oneIn(6) && !text.isEmpty())
            text.insert(m_random.below(text.size()), m_random.oneOf(oddBytes()));
        if (m_random.oneIn(4) && text.endsWith('\n'))
            text.chop(text.endsWith("\r\n") ? 2 : 1);
        return text;
    }

    QByteArray name() { return m_random.oneOf(names()); }

    /// What somebody might type into a field.
    QByteArray value()
    {
        static const QByteArrayList texts{"",
                                          " ",
                                          "x",
                                          "a b",
                                          "yes",
                                          "#5",
                                          "$a, b",
                                          "a,b",
                                          "no  blanks  lost",
                                          "one\ntwo",
                                          "one,\n#two\nthree",
                                          "\n\nlate",
                                          "a\\",
                                          "x = y",
                                          "\xff\xfe",
                                          "caf\xc3\xa9",
                                          "a\r\nb",
                                          "{ a",
                                          "a }"};
        if (m_random.oneIn(3))
            return m_random.oneOf(texts);
        QByteArray value;
        static const QByteArrayList separators{", ", " ", ",\n", "\n", ","};
        const QByteArray separator = m_random.oneOf(separators);
        for (qsizetype left = m_random.below(6); left >= 0; --left)
            value += m_random.oneOf(listWords()) + (left > 0 ? separator : QByteArray());
        return value;
    }

    QByteArray item()
    {
        static const QByteArrayList items{"new",   "permit",   "a",          "b",   "{ x, y }",
                                          "#hash", "[::1]:25", "${a?{b c}}", "\xff"};
        return m_random.oneOf(items);
    }

    /// Names that Postfix knows, so that its own postconf can be asked.
    static const QByteArrayList &names()
    {
        static const QByteArrayList all{"relayhost",
                                        "myorigin",
                                        "mydestination",
                                        "mynetworks",
                                        "smtpd_banner",
                                        "smtpd_tls_CAfile",
                                        "smtpd_tls_cert_file",
                                        "smtpd_client_restrictions",
                                        "smtpd_relay_restrictions",
                                        "smtp_helo_name",
                                        "virtual_alias_maps",
                                        "virtual_alias_domains"};
        return all;
    }

private:
    QByteArray block()
    {
        switch (m_random.below(9)) {
        case 0:
            return m_lineEnd;
        case 1:
            return "# some words on what follows" + m_lineEnd;
        case 2:
            return "#" + name() + " = " + m_random.oneOf(listWords()) + m_lineEnd;
        case 3:
            return "# " + name() + " =" + m_lineEnd + "#    " + m_random.oneOf(listWords()) + "," + m_lineEnd
                + "#    " + m_random.oneOf(listWords()) + m_lineEnd;
        case 4:
            if (m_random.oneIn(10))
                return m_random.oneIn(2) ? "= no name" + m_lineEnd : "no equals sign" + m_lineEnd;
            return oneSetting();
        default:
            return oneSetting();
        }
    }

    QByteArray oneSetting()
    {
        static const QByteArrayList separators{" = ", " = ", " = ", "=", "\t=\t", " =", "   = ", "= "};
        QByteArray text = name();
        if (m_random.oneIn(20))
            text += m_lineEnd + (m_random.oneIn(2) ? "# a = b" + m_lineEnd : "") + " = ";
        else
            text += m_random.oneOf(separators);
        if (m_random.oneIn(4))
            text += between();
        for (qsizetype left = m_random.below(6); left > 0; --left) {
            text += m_random.oneOf(listWords());
            if (left > 1 || m_random.oneIn(8))
                text += m_random.oneIn(3) ? " " : ",";
            if (left > 1)
                text += m_random.oneIn(2) ? between() : QByteArray(" ");
        }
        return text + (m_random.oneIn(10) ? "  " : "") + m_lineEnd;
    }

    /// A line break inside a value, with what may stand in there.
    QByteArray between()
    {
        static const QByteArrayList lines{"# on the next", "  # on the next",       "",   "   ",
                                          "#   off_item,", "#relayhost = [inside]", "  ,"};
        static const QByteArrayList prefixes{"    ", "    ", "\t", " ", "  , "};
        QByteArray text = m_lineEnd;
        while (m_random.oneIn(3))
            text += m_random.oneOf(lines) + m_lineEnd;
        return text + m_random.oneOf(prefixes);
    }

    RandomSource &m_random;
    QByteArray m_lineEnd = "\n";
};

} // namespace support
