// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/text/filefacts.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>

namespace ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::FileFacts)
};

qsizetype countCrLf(QByteArrayView bytes)
{
    qsizetype count = 0;
    for (qsizetype at = bytes.indexOf('\r'); at >= 0; at = bytes.indexOf('\r', at + 1))
        count += at + 1 < bytes.size() && bytes[at + 1] == '\n';
    return count;
}

} // namespace

FileFacts fileFacts(const syntax::Text &text)
{
    FileFacts facts;
    facts.bytes = text.size();
    facts.lines = text.lineCount() - (text.size() > 0 ? 1 : 0);
    // Pieces end at line ends, so no character and no line end is cut in two.
    for (qsizetype i = 0; i < text.chunkCount(); ++i) {
        const QByteArrayView piece = text.chunk(i)->bytes;
        if (i == 0)
            facts.hasByteOrderMark = piece.startsWith("\xef\xbb\xbf");
        facts.crlf += countCrLf(piece);
        facts.nul += std::count(piece.begin(), piece.end(), '\0');
        const bool ascii = std::all_of(piece.begin(), piece.end(),
                                       [](char c) { return static_cast<unsigned char>(c) < 0x80; });
        facts.isAscii = facts.isAscii && ascii;
        facts.isUtf8 = facts.isUtf8 && (ascii || piece.isValidUtf8());
        if (!piece.isEmpty())
            facts.endsWithNewline = piece.back() == '\n';
    }
    facts.lines += facts.endsWithNewline ? 0 : 1;
    return facts;
}

QString factsText(const FileFacts &facts)
{
    QStringList parts;
    parts.append(facts.lines == 1 ? Words::tr("1 line") : Words::tr("%1 lines").arg(facts.lines));
    parts.append(QLocale().formattedDataSize(facts.bytes, facts.bytes < 1024 ? 0 : 1));
    if (!facts.isUtf8)
        parts.append(Words::tr("not UTF-8: such bytes are shown as \\x and kept"));
    else if (!facts.isAscii)
        parts.append(QStringLiteral("UTF-8"));
    if (facts.hasByteOrderMark)
        parts.append(Words::tr("begins with a byte order mark"));
    if (facts.nul > 0)
        parts.append(facts.nul == 1 ? Words::tr("1 NUL byte") : Words::tr("%1 NUL bytes").arg(facts.nul));
    if (facts.crlf > 0)
        parts.append(facts.crlf >= facts.lines ? Words::tr("Windows line ends (CRLF)")
                                               : Words::tr("mixed line ends"));
    if (!facts.endsWithNewline)
        parts.append(Words::tr("no line end at the end"));
    return parts.join(QStringLiteral(" · "));
}

} // namespace ui
