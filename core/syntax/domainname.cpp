// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/syntax/domainname.h"

#include <QUrl>

#include <algorithm>

namespace syntax {

QByteArray asciiDomain(const QByteArray &domain)
{
    const bool isAscii =
        std::all_of(domain.begin(), domain.end(), [](char c) { return static_cast<uchar>(c) < 0x80; });
    const QByteArray converted = isAscii ? domain : QUrl::toAce(QString::fromUtf8(domain));
    return converted.isEmpty() ? domain : converted;
}

QByteArray unicodeDomain(const QByteArray &domain)
{
    return domain.contains("xn--") ? QUrl::fromAce(domain, QUrl::IgnoreIDNWhitelist).toUtf8() : domain;
}

} // namespace syntax
