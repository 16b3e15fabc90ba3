// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/routing/moving.h"

#include "core/edits/parameteredits.h"
#include "core/edits/tableedits.h"
#include "core/syntax/listvalue.h"

#include <QCoreApplication>

#include <algorithm>

namespace routing {

using edits::Outcome;
using edits::Refusal;

namespace {

QList<Domain> placesOf(const QList<AddressClass> &classes, ClassKind kind, const QByteArray &name)
{
    QList<Domain> places;
    for (const AddressClass &one : classes) {
        if (one.kind != kind)
            continue;
        std::ranges::copy_if(one.domains, std::back_inserter(places),
                             [&](const Domain &domain) { return domain.name == name; });
    }
    return places;
}

Outcome removeItem(model::Draft &draft, const effective::Values &values, const QByteArray &parameter,
                   qsizetype item)
{
    if (draft.mainCf().find(parameter))
        return edits::removeListItem(draft, parameter, item);
    // The default, as if it were written: without the item.
    const auto value = values.value(parameter);
    QByteArrayList items;
    for (const syntax::ListItem &read : syntax::listItems(value->unexpanded))
        items.append(read.range.in(value->unexpanded).toByteArray());
    items.removeAt(item);
    return edits::setParameter(draft, parameter, items.join(", "));
}

/// At the end of the list; behind the default where that is what counts.
Outcome addItem(model::Draft &draft, const effective::Target &target, ClassKind kind, const QByteArray &name)
{
    const char *parameter = domainsParameter(kind);
    if (draft.mainCf().find(parameter))
        return edits::insertListItem(draft, parameter, edits::listItemsOf(draft.snapshot(), parameter).size(),
                                     name);
    const auto value = effective::Values(draft.snapshot(), target).value(parameter);
    const bool hasDefault = value && kind != ClassKind::Relay && !value->unexpanded.trimmed().isEmpty();
    return edits::setParameter(draft, parameter, hasDefault ? value->unexpanded + ", " + name : name);
}

} // namespace

Outcome removeDomain(model::Draft &draft, const effective::Target &target, ClassKind kind,
                     const QByteArray &name)
{
    const char *parameter = domainsParameter(kind);
    const effective::Values values(draft.snapshot(), target);
    const QByteArray wanted = name.toLower();
    QList<Domain> places = placesOf(addressClasses(values), kind, wanted);
    if (!parameter || places.isEmpty())
        return Refusal{Refusal::Reason::NotThere, name};
    model::Draft trial = draft;
    // From the end, so that the places of the others stay.
    std::ranges::reverse(places);
    for (const Domain &place : std::as_const(places)) {
        if (!place.isAlone)
            return Refusal{
                Refusal::Reason::BadValue, name,
                QCoreApplication::translate(
                    "routing", "It stands there together with other domains, by a $name. Change the list.")};
        if (Outcome refused = place.table ? edits::removeRow(trial, *place.table, place.row)
                                          : removeItem(trial, values, parameter, place.item))
            return refused;
    }
    draft = trial;
    return {};
}

Outcome moveDomain(model::Draft &draft, const effective::Target &target, ClassKind kind,
                   const QByteArray &name)
{
    const QByteArray wanted = name.toLower();
    model::Draft trial = draft;
    const QList<AddressClass> classes = addressClasses(effective::Values(draft.snapshot(), target));
    for (const AddressClass &one : classes) {
        if (one.kind == kind || placesOf(classes, one.kind, wanted).isEmpty())
            continue;
        if (Outcome refused = removeDomain(trial, target, one.kind, name))
            return refused;
    }
    const char *parameter = domainsParameter(kind);
    if (parameter && placesOf(classes, kind, wanted).isEmpty()) {
        if (Outcome refused = addItem(trial, target, kind, name))
            return refused;
    }
    draft = trial;
    return {};
}

} // namespace routing
