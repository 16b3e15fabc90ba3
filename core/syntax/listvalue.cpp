// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/syntax/listvalue.h"

#include "core/syntax/logicallines.h"

namespace syntax {

namespace {

/// CHARS_COMMA_SP in src/global/mail_params.h.
bool isSeparator(char c)
{
    return c == ',' || c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

} // namespace

QList<ListItem> listItems(QByteArrayView bytes, const QList<ByteRange> &pieces)
{
    QList<ListItem> items;
    qsizetype begin = -1;
    qsizetype end = -1;
    int level = 0;
    const auto finish = [&] {
        if (begin >= 0)
            items.append(ListItem{{begin, end}, level == 0 && bytes[begin] == '{' && bytes[end - 1] == '}'});
        begin = -1;
    };
    for (const ByteRange &whole : pieces) {
        // A NUL ends a C string, which is then trimmed.
        const qsizetype nul = whole.in(bytes).indexOf('\0');
        const ByteRange piece = nul < 0 ? whole : trimmed(bytes, {whole.begin, whole.begin + nul});
        for (qsizetype at = piece.begin; at < piece.end; ++at) {
            const char c = bytes[at];
            if (level == 0 && isSeparator(c)) {
                finish();
                continue;
            }
            if (begin < 0)
                begin = at;
            end = at + 1;
            if (c == '{')
                ++level;
            else if (c == '}' && level > 0)
                --level;
        }
        // Lines are joined by a blank, which ends an item outside of braces only.
        if (level == 0)
            finish();
        if (nul >= 0)
            break;
    }
    finish();
    return items;
}

QList<ListItem> listItems(QByteArrayView value)
{
    return listItems(value, {ByteRange{0, value.size()}});
}

QByteArrayList itemTexts(QByteArrayView bytes, const QList<ByteRange> &pieces, const QList<ListItem> &items)
{
    QByteArrayList texts;
    texts.reserve(items.size());
    // Both are in file order, so one pass over the pieces serves all items.
    qsizetype at = 0;
    for (const ListItem &item : items) {
        while (at < pieces.size() && pieces[at].end <= item.range.begin)
            ++at;
        QList<ByteRange> parts;
        for (qsizetype i = at; i < pieces.size() && pieces[i].begin < item.range.end; ++i)
            parts.append(ByteRange{std::max(pieces[i].begin, item.range.begin),
                                   std::min(pieces[i].end, item.range.end)});
        texts.append(joinedPieces(bytes, parts));
    }
    return texts;
}

} // namespace syntax
