// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/filters/steps.h"

#include "core/edits/parameteredits.h"
#include "core/restrictions/stepedits.h"

namespace filters {

using edits::Outcome;

namespace {

constexpr const char *list = "smtpd_recipient_restrictions";

qsizetype placeIn(const QByteArrayList &items)
{
    for (const char *gate : {"reject_unauth_destination", "defer_unauth_destination"}) {
        if (const qsizetype at = items.lastIndexOf(gate); at >= 0)
            return at + 1;
    }
    qsizetype end = items.size();
    while (end > 0 && (items[end - 1] == "permit" || items[end - 1] == "reject" || items[end - 1] == "defer"))
        --end;
    return end;
}

bool contains(const QByteArrayList &items, const QByteArray &name, const QByteArray &argument)
{
    for (qsizetype i = 0; i + 1 < items.size(); ++i) {
        if (items[i] == name && items[i + 1] == argument)
            return true;
    }
    return false;
}

} // namespace

Outcome addRecipientTest(model::Draft &draft, const QByteArray &name, const QByteArray &argument,
                         const effective::Target &target)
{
    const QByteArrayList items = edits::listItemsOf(draft.snapshot(), list);
    if (contains(items, name, argument))
        return {};
    if (items.isEmpty())
        return edits::setParameter(draft, list,
                                   "permit_mynetworks, permit_sasl_authenticated, reject_unauth_destination, "
                                       + name + ' ' + argument);
    return restrictions::insertStep(draft, {list}, placeIn(items), name + ' ' + argument, target);
}

} // namespace filters
