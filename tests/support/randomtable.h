// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/file.h"
#include "tests/support/randomsource.h"

/// Tables, keys and values as people write them, well and badly.
namespace support {

using model::FileKind;

inline const QByteArrayList &rowPieces(FileKind kind)
{
    static const QByteArrayList keyValue{"a b\n",
                                         "user@example.com\ttarget\n",
                                         "example.org   OK\n",
                                         "key  a,\n  b\n",
                                         "\"q r\"@x.y  z\n",
                                         "#off@example.com x\n",
                                         "# on.example.com\ty\n",
                                         "#m@n.o a,\n#  b\n",
                                         "d\n",
                                         "e REJECT go away\n"};
    static const QByteArrayList aliases{"a: b\n",
                                        "root:\t\tyou\n",
                                        "\"q r\": s, t\n",
                                        "list: a,\n  b,\n# why\n  c\n",
                                        "pipe: \"|/bin/x y\"\n",
                                        "#off: x\n",
                                        "# alsooff: y\n",
                                        "#m: a,\n#\tb\n",
                                        "none:\n",
                                        "f : /var/x\n"};
    static const QByteArrayList patterns{
        "/a/ OK\n",     "/^b c$/i  REJECT x\n", "!/d/\tDUNNO\n",  "if /e/\n",
        "endif\n",      "|/f|  FILTER x:y\n",   "#/off/ OK\n",    "# /alsooff/ OK\n",
        "/g\n  h/ i\n", "/j/ k\n   l\n",        "nonsense here\n"};
    static const QByteArrayList cidr{"10.0.0.0/8 OK\n",   "192.168.0.0/16\tREJECT x\n",
                                     "!::1/128  DUNNO\n", "if 10.0.0.0/8\n",
                                     "endif\n",           "#172.16.0.0/12 OK\n",
                                     "# 127.0.0.1 OK\n",  "2001:db8::/32 x\n   y\n",
                                     "nonsense OK\n",     "10.1.1.1\n"};
    switch (kind) {
    case FileKind::Aliases:
        return aliases;
    case FileKind::Pattern:
        return patterns;
    case FileKind::Cidr:
        return cidr;
    default:
        return keyValue;
    }
}

inline QByteArray randomTable(RandomSource &random, FileKind kind)
{
    static const QByteArrayList between{"\n",        "# a remark\n",   "# two\n# lines\n", "   \n",
                                        "#\n",       "  # indented\n", "#\tdeep prose\n",  "\r\n",
                                        "\xe4\xf6\n"};
    QByteArray bytes;
    if (random.oneIn(25))
        bytes += "  an orphan\n";
    for (qsizetype left = random.below(9); left > 0; --left)
        bytes += random.oneIn(3) ? random.oneOf(between) : random.oneOf(rowPieces(kind));
    if (random.oneIn(8))
        bytes.replace('\n', "\r\n");
    if (random.oneIn(4) && bytes.endsWith('\n'))
        bytes.chop(bytes.endsWith("\r\n") ? 2 : 1);
    if (random.oneIn(40))
        bytes.insert(random.below(bytes.size() + 1), '\0');
    return bytes;
}

inline QByteArray randomKey(RandomSource &random, FileKind kind)
{
    static const QByteArrayList odd{"", " x", "#y", "a b", "\"open", "x\ny", "if /q/", "endif", "/", "!"};
    if (random.oneIn(10))
        return random.oneOf(odd);
    switch (kind) {
    case FileKind::Aliases:
        return random.oneOf(
            QByteArrayList{"new", "John Doe", "a:b", "x\"y", "back\\slash", "owner-new", "user@host"});
    case FileKind::Pattern:
        return random.oneOf(QByteArrayList{"/new/", "/new/i", "^bare$", "http://x", "|p/q|", "!/not/"});
    case FileKind::Cidr:
        return random.oneOf(QByteArrayList{"10.9.0.0/16", "::/0", "2001:db8::1", "!10.8.0.0/16"});
    default:
        return random.oneOf(
            QByteArrayList{"new", "new@example.com", "\"a b\"@c", ".example.com", "[host]:25"});
    }
}

inline QByteArray randomValue(RandomSource &random)
{
    return random.oneOf(QByteArrayList{"x", "x, y", "REJECT now", "a,\nb", "a,\n#c\nb", "", "#z", "  s  ",
                                       "x,\r\ny", "b", "a, b, c", "OK"});
}

} // namespace support
