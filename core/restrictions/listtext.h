// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/effective/values.h"

namespace restrictions {

/// The parameter of all restriction classes.
inline constexpr const char *classesParameter = "smtpd_restriction_classes";

/// A list as it is written where it counts.
struct ListText
{
    QByteArray value; ///< a default with its conditions decided
    effective::Source source = effective::Source::Default;
    std::optional<model::Place> place = {}; ///< of the setting or the override
};

/// `service` is an index into values.services().
ListText listText(const effective::Values &values, QByteArrayView parameter, qsizetype service);

/// The names of the restriction classes there.
QSet<QByteArray> classesIn(const effective::Values &values, qsizetype service);

/// A part of a value with its names replaced, as far as that goes.
QByteArray expandedText(const effective::Values &values, const QByteArray &text, qsizetype service);

/// The items of a value without line breaks.
QByteArrayList itemsOf(const QByteArray &value);

} // namespace restrictions
