// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/randomsource.h"

namespace support {

/// A master.cf as people and accidents write them: services in force and commented out, overrides of every
/// form, prose, rules, gaps, lines of nobody, odd bytes, CRLF, no last line end.
inline QByteArray randomMasterCf(RandomSource &random)
{
    static const QByteArrayList names{
        "smtp", "submission", "127.0.0.1:10025", "[::1]:25", "2001:db8::1:smtp", "pickup", "smtps", "relay",
        "a",    "b",          "caf\xc3\xa9",     "\xff\xfe"};
    static const QByteArrayList types{"inet", "unix", "fifo", "pass", "unix-dgram"};
    static const QByteArrayList flags{"y", "n", "-"};
    static const QByteArrayList gaps{" ", "  ", "       ", "\t", "\t\t", "      "};
    static const QByteArrayList indents{" ", "  ", "        ", "\t", "   "};
    static const QByteArrayList options{"-o a=b",
                                        "-o syslog_name=postfix/x",
                                        "-oc=d",
                                        "-o { e = f g }",
                                        "-o {h=i}",
                                        "-v",
                                        "-vo j=k",
                                        "-o empty=",
                                        "-o l=m,n",
                                        "-o q={x y}",
                                        "-o r=${s?{t u}}",
                                        "-o a=2",
                                        "-o { v = }",
                                        "-D",
                                        "-o x=1 -o y=2",
                                        "-o\n  late=1",
                                        "-o { w =\n   1\n   2 }"};
    static const QByteArrayList arguments{"flags=R user=a argv=b ${c}",
                                          "argv=d -e",
                                          "{ f g }",
                                          "word",
                                          "--",
                                          "-",
                                          "user=h",
                                          "${nexthop} ${user}",
                                          "smtp inet n - y - - smtpd"};
    static const QByteArrayList comments{
        "# prose",
        "#",
        "# =====",
        "########",
        "#  Instead of this, use that",
        "#  -o off=1",
        "#-o off=2",
        "# -o a=3 -o b=4",
        "##  -o more=5",
        "# #  -o twice=6",
        "  # -o indented=7",
        "  # indented prose",
        "#  flags=R user=z argv=y",
        "#  ${nexthop} ${user}",
        "## note",
        "# service type  private unpriv  chroot  wakeup  maxproc command + args",
        "#  -o { off = 8 9 }",
        "#  -o open={",
        "#smtp inet n - y - 1 postscreen",
        "# relay unix - - y - - smtp -o a=b"};
    QByteArrayList lines;
    const auto service = [&] {
        const QByteArray mark = random.oneIn(3) ? (random.oneIn(4) ? "# " : "#") : "";
        QByteArray line = mark + random.oneOf(names);
        const bool aligned = random.oneIn(2);
        const auto field = [&](const QByteArray &value) {
            line += (aligned ? random.oneOf(gaps) : QByteArray(" ")) + value;
        };
        field(random.oneOf(types));
        for (int i = 0; i < 3; ++i)
            field(random.oneOf(flags));
        field(random.oneOf(QByteArrayList{"-", "60", "1000?"}));
        field(random.oneOf(QByteArrayList{"-", "0", "1"}));
        field(random.oneOf(QByteArrayList{"smtpd", "smtp", "pipe", "/usr/bin/x"}));
        const QByteArray indent = random.oneOf(indents);
        const auto add = [&](QByteArray words, bool inlined) {
            if (!mark.isEmpty())
                words.replace('\n', "\n#");
            if (inlined && !words.contains('\n'))
                line += ' ' + words;
            else
                line += '\n' + mark + indent + words;
        };
        const bool inlined = random.oneIn(4);
        for (qsizetype left = random.below(5); left > 0; --left) {
            add(random.oneOf(options), inlined);
            if (random.oneIn(3))
                line += '\n' + random.oneOf(comments);
            if (random.oneIn(12))
                line += '\n';
        }
        if (random.oneIn(3))
            add(random.oneOf(arguments), random.oneIn(2));
        if (random.oneIn(8))
            add(random.oneOf(arguments), false);
        lines.append(line);
    };
    for (qsizetype left = random.below(8); left > 0; --left) {
        switch (random.below(10)) {
        case 0:
            lines.append(QByteArray());
            break;
        case 1:
        case 2:
            lines.append(random.oneOf(comments));
            break;
        case 3:
            if (random.oneIn(4))
                lines.append(
                    random.oneOf(QByteArrayList{"  orphan or not", "too few fields", "\f", " \t", "x\\"}));
            break;
        default:
            service();
        }
    }
    QByteArray text = lines.join('\n');
    if (!random.oneIn(4))
        text += '\n';
    if (random.oneIn(6))
        text.replace("\n", "\r\n");
    if (random.oneIn(20))
        text.prepend("\xef\xbb\xbf");
    for (qsizetype left = random.oneIn(6) ? random.below(4) : 0; left > 0; --left) {
        static const QByteArrayList bytes{"{",  "}", "#",   "\n", " ", "\t", "=", QByteArray("\0", 1),
                                          "\r", "-", "\x0b"};
        const qsizetype at = random.below(text.size() + 1);
        if (random.oneIn(2))
            text.insert(at, random.oneOf(bytes));
        else
            text.remove(at, random.below(4));
    }
    return text;
}

} // namespace support
