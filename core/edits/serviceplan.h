// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/edits/servicemeaning.h"
#include "core/edits/valuewriter.h"

namespace edits {

using Replacement = model::Draft::Replacement;
using Replacements = QList<Replacement>;

/// `lines` (each with its line end) as they are put in at `at`: at the end of a file whose last line has no
/// end, the last of them has none either.
Replacement insertion(QByteArrayView text, qsizetype at, QByteArray lines);

/// `range` of whole lines and, where it reaches to the end of a file without a last line end, the line end in
/// front of it: then the file still ends without one.
syntax::ByteRange removal(QByteArrayView text, syntax::ByteRange range);

/// One way to do what is meant, and what the services then are.
struct ServicePlan
{
    ServiceIntent intent;
    Replacements replacements; ///< in any order, apart
};

/// Makes the first plan after which the file reads as that plan means it, all other services unchanged.
Outcome attempt(model::Draft &draft, const QList<ServicePlan> &plans, const QByteArray &subject);
/// The same for several ways to one end.
Outcome attempt(model::Draft &draft, const ServiceIntent &intent, const QList<Replacements> &ways,
                const QByteArray &subject);

} // namespace edits
