// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/postconf/textlines.h"

#include "core/postconf/nameval.h"

namespace postconf {

void appendLine(QByteArray &out, QByteArrayView text, bool isFolded)
{
    qsizetype length = 0;
    for (QByteArrayView word = nextPlainWord(text, blanks); !word.isNull();
         word = nextPlainWord(text, blanks)) {
        if (length > 0 && (!isFolded || length + word.size() < lineLimit)) {
            out += ' ';
            ++length;
        } else if (length > 0) {
            out += '\n' + QByteArray(indent, ' ');
            length = indent;
        }
        out += word;
        length += word.size();
    }
    out += '\n';
}

} // namespace postconf
