// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/edits/parameteredits.h"
#include "core/edits/servicefields.h"
#include "core/usages/beginnings.h"
#include "core/usages/rename.h"
#include "core/usages/renaming.h"

namespace usages {

using edits::Outcome;
using edits::Refusal;
using Reason = Refusal::Reason;
using syntax::ServiceField;

namespace {

constexpr auto serviceKind = Symbol::Kind::Service;

/// A setting that takes the place of a default.
struct Explicit
{
    QByteArray parameter;
    QByteArray value;
};

/// A default that names the service, with the new name; empty for all others.
QByteArray renamedDefault(const catalog::Parameter &parameter, QByteArrayView value, const QByteArray &from,
                          const QByteArray &to)
{
    const ValueForms forms = formsOf(parameter.name);
    const bool isNexthop = forms.testFlag(ValueForm::Nexthop) && value.startsWith(from + ':');
    if (!isNexthop && (!(forms & (ValueForm::Nexthop | ValueForm::ServiceName)) || value != from))
        return {};
    return to + value.sliced(from.size()).toByteArray();
}

/// The defaults that would no longer be found under the new name.
QList<Explicit> defaultsOf(const model::Draft &draft, const Roles &roles, const catalog::Version &target,
                           const QByteArray &from, const QByteArray &to)
{
    QList<Explicit> found;
    for (const catalog::Parameter &parameter : roles.catalog().parameters()) {
        if (!parameter.isKnownTo(target) || parameter.isLegacy || draft.mainCf().find(parameter.name))
            continue;
        const QByteArrayView value = parameter.defaultFor(target);
        if (const QByteArray renamed = renamedDefault(parameter, value, from, to); !renamed.isEmpty())
            found.append({parameter.name.toByteArray(), renamed});
        // Postfix knows a default for this service alone: local_destination_concurrency_limit.
        else if (!value.startsWith('$') && roles.serviceOf(parameter.name) == from)
            found.append({to + parameter.name.sliced(from.size()).toByteArray(), value.toByteArray()});
    }
    return found;
}

/// Refuses names of which something is there already, so that two would become one.
Outcome checkedNew(const Index &index, const Symbol &renamed, const Usages &usages)
{
    if (Outcome refused = checkedUnused(index, renamed))
        return refused;
    for (const Usage &usage : usages) {
        if (usage.role != Usage::Role::Derived)
            continue;
        const model::File &file = index.snapshot().file(usage.place.file);
        const qsizetype begin = usage.place.range.end;
        const QByteArray rest = file.text().bytes({begin, std::min(begin + 64, file.text().size())});
        for (const QByteArrayView suffix : derivedSuffixes()) {
            const Symbol parameter{Symbol::Kind::Parameter, renamed.name + suffix.toByteArray()};
            if (!rest.startsWith(suffix))
                continue;
            if (Outcome refused = checkedUnused(index, parameter))
                return refused;
            break;
        }
    }
    return {};
}

/// Whether a parameter of the service is referred to: `$` ends at the first byte that is no name's.
bool isReferredTo(const Index &index, const Usages &usages)
{
    return std::any_of(usages.begin(), usages.end(), [&](const Usage &usage) {
        if (usage.role != Usage::Role::Derived)
            return false;
        const Usages there = index.at(usage.place.file, usage.place.range.begin);
        return std::any_of(there.begin(), there.end(),
                           [](const Usage &other) { return other.role == Usage::Role::Reference; });
    });
}

bool hasOtherBytes(const QByteArray &name)
{
    return std::any_of(name.begin(), name.end(), [](char c) {
        return !((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_');
    });
}

} // namespace

Outcome renameService(model::Draft &draft, const catalog::Catalog &catalog, const catalog::Version &target,
                      qsizetype index, const QByteArray &to)
{
    if (Outcome refused = edits::checkedService(draft, index))
        return refused;
    const syntax::Service &service = draft.masterCf().services()[index];
    const QByteArray from = draft.masterCf().fieldOf(service, ServiceField::Name).toByteArray();
    const bool isNetwork = draft.masterCf().fieldOf(service, ServiceField::Type) == "inet";
    const Symbol symbol{serviceKind, from, isNetwork};
    if (to == from)
        return {};
    const Index before(draft.snapshot(), catalog);
    if (Outcome refused = renamingRefused(before, symbol))
        return refused;
    if (Outcome refused = edits::checkedField(ServiceField::Name, to))
        return refused;
    const Usages usages = before.of(symbol);
    const Symbol renamed{serviceKind, to, isNetwork};
    if (Outcome refused = checkedNew(before, renamed, usages))
        return refused;
    const bool isNextHop =
        !isNetwork && (to.contains(':') || to.contains('$') || to.contains(',') || to.contains('['));
    if (isNextHop || (hasOtherBytes(to) && isReferredTo(before, usages)))
        return Refusal{Reason::BadName, to};

    const QList<Explicit> defaults =
        isNetwork ? QList<Explicit>() : defaultsOf(draft, before.roles(), target, from, to);
    model::Draft trial = draft;
    replaceNames(trial, usages, from, to);
    for (const Explicit &setting : defaults) {
        if (Outcome refused = edits::setParameter(trial, setting.parameter, setting.value))
            return refused;
    }
    const Index after(trial.snapshot(), catalog);
    if (!after.of(symbol).isEmpty() || after.of(renamed).size() < usages.size()
        || trial.masterCf().services().size() != draft.masterCf().services().size())
        return Refusal{Reason::BadValue, to};
    draft = trial;
    return {};
}

} // namespace usages
