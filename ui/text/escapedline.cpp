// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/text/escapedline.h"

#include <algorithm>

namespace ui {

namespace {

constexpr char16_t firstStandIn = 0xdc00; ///< plus the byte, which is 0x80 or more

bool isStandIn(QChar c)
{
    return c.unicode() >= firstStandIn + 0x80 && c.unicode() <= firstStandIn + 0xff;
}

} // namespace

QString editableText(QByteArrayView bytes)
{
    if (bytes.isValidUtf8())
        return QString::fromUtf8(bytes);
    QString text;
    for (qsizetype at = 0; at < bytes.size();) {
        qsizetype length = std::min<qsizetype>(4, bytes.size() - at);
        while (length > 0 && !bytes.sliced(at, length).isValidUtf8())
            --length;
        if (length > 0)
            text += QString::fromUtf8(bytes.sliced(at, length));
        else
            text += QChar(static_cast<char16_t>(firstStandIn + static_cast<unsigned char>(bytes[at])));
        at += std::max<qsizetype>(length, 1);
    }
    return text;
}

QByteArray editedBytes(const QString &text)
{
    QByteArray bytes;
    qsizetype plain = 0; // where the text that is simply UTF-8 begins
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isPair = i > 0 && text[i - 1].isHighSurrogate();
        if (!isStandIn(text[i]) || isPair)
            continue;
        bytes += QStringView(text).sliced(plain, i - plain).toUtf8();
        bytes += static_cast<char>(text[i].unicode() - firstStandIn);
        plain = i + 1;
    }
    return bytes + QStringView(text).sliced(plain).toUtf8();
}

} // namespace ui
