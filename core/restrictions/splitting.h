// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/catalog/reference.h"
#include "core/restrictions/step.h"
#include "core/syntax/byterange.h"

#include <QSet>

namespace restrictions {

/// The words that a list can be made of.
struct Vocabulary
{
    const catalog::Reference *reference = nullptr; ///< not null
    QSet<QByteArray> classes = {};
};

/// The items of a list, put together to steps; every item is in one of them. What a step does is not told
/// yet.
QList<Step> splitSteps(const QByteArrayList &items, const Vocabulary &words);

/// The same for a value in one line: where each step stands.
QList<syntax::ByteRange> stepRanges(const QByteArray &value, const Vocabulary &words);

} // namespace restrictions
