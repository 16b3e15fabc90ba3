// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/catalog/reference.h"
#include "core/restrictions/stepedits.h"

namespace restrictions {

/// Gives these steps of the list a name, so that other lists and tables can use them: a new restriction class
/// takes their place. Refused for a name that is in use, or that Postfix would not take.
edits::Outcome makeClass(model::Draft &draft, const ListName &list, Items steps, const QByteArray &name,
                         const catalog::Reference &reference, const effective::Target &target);

/// Takes the class away: wherever a list uses it, in main.cf or for a service, its steps take its place.
edits::Outcome dissolveClass(model::Draft &draft, const QByteArray &name, const catalog::Reference &reference,
                             const effective::Target &target);

/// Why this can't be the name of a new class; nothing when it can.
edits::Outcome classNameRefused(const model::Draft &draft, const QByteArray &name,
                                const catalog::Reference &reference);

} // namespace restrictions
