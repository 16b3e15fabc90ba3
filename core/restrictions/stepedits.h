// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/edits/refusal.h"
#include "core/effective/target.h"
#include "core/model/draft.h"

namespace restrictions {

/// A list to edit: of main.cf, or as one service is to have it.
struct ListName
{
    QByteArray parameter;
    qsizetype service = -1; ///< in MasterCf::services()

    bool operator==(const ListName &) const = default;
};

/// The items of a step: Step::first and Step::count.
struct Items
{
    qsizetype first = 0;
    qsizetype count = 1;
};

/// The edits keep lines, separators and comments as those of edits::insertListItem() do; a step stays on one
/// line. A list that is not set where it is edited starts from what counts there: a service's from that of
/// main.cf, and main.cf's from the default. After a refusal the draft is as before.

/// `at` counts items; the number of items appends. `text` is a restriction with its argument, or several.
edits::Outcome insertStep(model::Draft &draft, const ListName &list, qsizetype at, const QByteArray &text,
                          const effective::Target &target);
edits::Outcome removeStep(model::Draft &draft, const ListName &list, Items step,
                          const effective::Target &target);
/// Only the items that differ are written.
edits::Outcome replaceStep(model::Draft &draft, const ListName &list, Items step, const QByteArray &text,
                           const effective::Target &target);
/// The step ends up in front of item `before` of `to`, as that list is now. From one list to another it
/// leaves its comment behind.
edits::Outcome moveStep(model::Draft &draft, const ListName &from, Items step, const ListName &to,
                        qsizetype before, const effective::Target &target);

/// The items of a list as an edit finds them.
QByteArrayList itemsNow(const model::Draft &draft, const ListName &list, const effective::Target &target);

} // namespace restrictions
