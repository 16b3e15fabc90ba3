// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/postconf/masterentry.h"

#include <optional>

namespace postconf {

/// NAME, NAME/TYPE or NAME/TYPE/REST, where '*' and a missing part stand for anything.
struct ServicePattern
{
    QByteArray text;
    QByteArrayList parts;
    bool wasMatched = false;

    bool matches(QByteArrayView name, QByteArrayView type) const;
    /// What stands in the third part; nothing for '*'.
    std::optional<QByteArray> rest() const;
};

/// Nothing when it has fewer or more parts than that, or a '*' beside other text:
/// pcf_parse_service_pattern() in src/postconf/postconf_match.c.
std::optional<ServicePattern> servicePatternOf(const QByteArray &text, qsizetype fewest, qsizetype most);

/// Index of a column by its name; -1 for '*'. Another name ends the run: pcf_parse_field_pattern().
int fieldOf(const QByteArray &name, Log &log);

} // namespace postconf
