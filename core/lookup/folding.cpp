// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lookup/folding.h"

#include "core/lookup/fullfolding.h"

#include <QStringDecoder>

#include <algorithm>

namespace lookup {

namespace {

std::optional<QString> decoded(QByteArrayView text)
{
    QStringDecoder decoder(QStringDecoder::Utf8,
                           QStringDecoder::Flag::Stateless | QStringDecoder::Flag::ConvertInitialBom);
    const QString string = decoder(text);
    return decoder.hasError() ? std::nullopt : std::optional(string);
}

} // namespace

bool isAscii(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<signed char>(c) >= 0; });
}

bool isUtf8(QByteArrayView text)
{
    return isAscii(text) || decoded(text);
}

QByteArray folded(const QByteArray &text, bool isUtf8)
{
    if (isUtf8 && !isAscii(text)) {
        const std::optional<QString> string = decoded(text);
        return string ? fullyFolded(*string).toUtf8() : text;
    }
    if (std::none_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; }))
        return text;
    QByteArray small = text;
    std::transform(small.cbegin(), small.cend(), small.begin(), foldedAscii);
    return small;
}

} // namespace lookup
