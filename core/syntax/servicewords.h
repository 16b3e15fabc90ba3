// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/syntax/byterange.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QVarLengthArray>

namespace syntax {

/// A logical line of master.cf as Postfix holds it: the pieces of its lines behind one another without the
/// newlines, cut at the first NUL. Places in it can be mapped back to the file.
class LogicalLine
{
public:
    /// The pieces of most services fit without an allocation of their own.
    using Pieces = QVarLengthArray<ByteRange, 16>;
    LogicalLine(QByteArrayView bytes, const Pieces &pieces);

    QByteArrayView text() const { return m_text; }
    ByteRange inFile(ByteRange range) const;

private:
    struct Part
    {
        qsizetype begin = 0; ///< in m_text
        ByteRange piece;
    };
    QByteArray m_text;
    QVarLengthArray<Part, 16> m_parts;
};

/// The words of a logical line; what braces hold together is one: argv_splitq() in src/util/argv_splitq.c
/// with the separators of src/master/master_ent.c.
using ServiceWords = QVarLengthArray<ByteRange, 32>;
ServiceWords serviceWords(QByteArrayView line);

/// `name=value`, or the same in braces: extpar() in src/util/extpar.c, split_nameval() in
/// src/util/split_nameval.c. The blanks around both are left out.
struct NameAndValue
{
    ByteRange name;
    ByteRange value;
    bool braced = false;
    bool valid = false;
};
NameAndValue nameAndValue(QByteArrayView line, ByteRange word);

/// The words after the command, in the form of postconf -M: "-oa=b" in two words, braces taken off.
/// pcf_normalize_daemon_args() in src/postconf/postconf_master.c, its oddities included.
QByteArrayList normalizedWords(const QByteArrayList &words);

} // namespace syntax
