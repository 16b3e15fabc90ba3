// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/catalog/records.h"

namespace catalog {

std::optional<qint64> numberOf(QByteArrayView text)
{
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber);
    return isNumber ? std::optional(number) : std::nullopt;
}

bool readVersion(QByteArrayView text, std::optional<Version> &version)
{
    if (!text.isEmpty())
        version = Version::parse(text);
    return text.isEmpty() || version.has_value();
}

} // namespace catalog
