// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/files/path.h"

#include "core/base/displaytext.h"

#include <QStringDecoder>

#include <algorithm>

namespace files {

namespace {

constexpr char16_t escapeBase = 0xdc00;

// The length a UTF-8 sequence claims by its first byte; whether it keeps the promise is for the decoder to
// say.
qsizetype claimedLength(uchar first)
{
    if (first >= 0xf0)
        return 4;
    if (first >= 0xe0)
        return 3;
    return first >= 0xc0 ? 2 : 1;
}

bool decode(QByteArrayView bytes, QString &text)
{
    QStringDecoder decoder(QStringDecoder::Utf8,
                           QStringDecoder::Flag::Stateless | QStringDecoder::Flag::ConvertInitialBom);
    text = decoder(bytes);
    return !decoder.hasError();
}

} // namespace

QString pathFromBytes(QByteArrayView bytes)
{
    QString path;
    if (decode(bytes, path))
        return path;

    path.clear();
    QString character;
    for (qsizetype i = 0; i < bytes.size();) {
        const auto first = static_cast<uchar>(bytes[i]);
        const qsizetype length = std::min(claimedLength(first), bytes.size() - i);
        if (decode(bytes.sliced(i, length), character)) {
            path += character;
            i += length;
        } else {
            path += QChar(static_cast<char16_t>(escapeBase + first));
            ++i;
        }
    }
    return path;
}

QByteArray pathToBytes(QStringView path)
{
    QByteArray bytes;
    qsizetype plainFrom = 0;
    for (qsizetype i = 0; i < path.size(); ++i) {
        const bool isEscaped = path[i].unicode() >= escapeBase + 0x80
            && path[i].unicode() <= escapeBase + 0xff && (i == 0 || !path[i - 1].isHighSurrogate());
        if (!isEscaped)
            continue;
        bytes += path.sliced(plainFrom, i - plainFrom).toUtf8();
        bytes += static_cast<char>(path[i].unicode() - escapeBase);
        plainFrom = i + 1;
    }
    return bytes + path.sliced(plainFrom).toUtf8();
}

QString displayPath(QByteArrayView bytes)
{
    QString shown;
    for (const QChar character : base::displayText(bytes)) {
        if (character.unicode() < 0x20 || character.unicode() == 0x7f)
            shown += QStringLiteral("\\x%1").arg(uint(character.unicode()), 2, 16, QLatin1Char('0'));
        else
            shown += character;
    }
    return shown;
}

} // namespace files
