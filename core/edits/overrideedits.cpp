// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/edits/serviceedits.h"
#include "core/edits/servicewriting.h"
#include "core/edits/stanzaplaces.h"

#include <algorithm>

namespace edits {

using syntax::ByteRange;
using syntax::MasterCf;
using syntax::Override;
using syntax::Service;

namespace {

Outcome checkedOverride(const model::Draft &draft, qsizetype index, qsizetype which)
{
    if (const Outcome refused = checkedService(draft, index))
        return refused;
    if (which < 0 || which >= draft.masterCf().services()[index].overrides.size())
        return Refusal{Refusal::Reason::NotThere, "-o"};
    return {};
}

/// How many overrides in front of override `which` are on or off as it is: its place in ServiceMeaning.
qsizetype placeAmong(const Service &service, qsizetype which, bool enabled)
{
    return std::count_if(service.overrides.begin(), service.overrides.begin() + which,
                         [enabled](const Override &option) { return option.enabled == enabled; });
}

/// The bytes of a line in front of an override that is switched on there: without the signs that comment it
/// out, and in the column of its neighbours where that is meant.
QByteArray leadSwitchedOn(const QByteArray &lead, bool serviceEnabled, const QByteArray &indent)
{
    const qsizetype kept = serviceEnabled ? 0 : lead.indexOf('#') + 1;
    QByteArray blanks = lead.sliced(kept);
    const qsizetype width = blanks.size();
    blanks.replace("#", "");
    if (blanks.isEmpty() || width == indent.size())
        blanks = indent;
    return lead.first(kept) + blanks;
}

/// Writes another name and value into the override where it stands.
Replacements rewritten(const MasterCf &file, const Override &option, const QByteArray &name,
                       const WrittenOverride &written)
{
    Replacements made;
    if (file.nameOf(option) != name)
        made.append(Replacement{option.name, name});
    if (file.valueOf(option) == written.value)
        return made;
    // `{ name = }` has its value behind the '='; a blank in front of that asks for one behind it.
    const bool isSpaced =
        option.braced && option.value.isEmpty() && syntax::isSpace(file.text()[option.value.begin - 2]);
    made.append(Replacement{option.value, isSpaced ? ' ' + written.value : written.value});
    return made;
}

/// The whole override anew, behind its "-o".
Replacements respelled(const MasterCf &file, const Override &option, const QByteArray &name,
                       const WrittenOverride &written)
{
    const bool isWord = file.text()[option.whole.begin] == '-';
    return {Replacement{option.whole, (isWord ? "-o " : "o ") + written.text(name)}};
}

Outcome change(model::Draft &draft, qsizetype index, qsizetype which, const QByteArray &name,
               const WrittenOverride &written)
{
    const MasterCf &file = draft.masterCf();
    const Service &service = file.services()[index];
    const Override &option = service.overrides[which];
    ServiceMeaning meaning = meaningOf(file, service);
    const qsizetype place = placeAmong(service, which, option.enabled);
    ServiceMeaning::Option &meant = option.enabled ? meaning.inForce[place] : meaning.off[place];
    if (meant.name == name && meant.value == written.value)
        return {};
    meant.name = name;
    meant.value = written.value;
    QList<Replacements> ways;
    if (option.braced ? written.mayBeBraced : !written.braced)
        ways.append(rewritten(file, option, name, written));
    ways.append(respelled(file, option, name, written));
    return attempt(draft, {index, index + 1, {meaning}}, ways, name);
}

/// Removes override `which`; comments that only its line kept apart from other services get another '#'.
Outcome removeAt(model::Draft &draft, qsizetype index, qsizetype which)
{
    const MasterCf &file = draft.masterCf();
    const Service &service = file.services()[index];
    const Override &option = service.overrides[which];
    ServiceMeaning meaning = meaningOf(file, service);
    QList<ServiceMeaning::Option> &list = option.enabled ? meaning.inForce : meaning.off;
    list.removeAt(placeAmong(service, which, option.enabled));
    const StanzaPlaces places(file, service);
    const Replacement without = places.without(option.whole);
    return attempt(draft, {index, index + 1, {meaning}},
                   {{without},
                    places.escapes(false) + Replacements{without},
                    places.escapes(true) + Replacements{without}},
                   file.nameOf(option).toByteArray());
}

Outcome switchOff(model::Draft &draft, qsizetype index, qsizetype which)
{
    const MasterCf &file = draft.masterCf();
    const Service &service = file.services()[index];
    const Override &option = service.overrides[which];
    const QByteArray name = file.nameOf(option).toByteArray();
    ServiceMeaning meaning = meaningOf(file, service);
    ServiceMeaning::Option meant = meaning.inForce.takeAt(placeAmong(service, which, true));
    meant.enabled = false;
    meaning.off.insert(placeAmong(service, which, false), meant);
    const StanzaPlaces places(file, service);
    QList<Replacements> ways;
    if (places.isAlone(option.whole)) {
        Replacements marks;
        for (qsizetype at = places.lineAt(option.whole.begin).begin; at < option.whole.end;
             at = places.lineAt(at).end)
            marks.append(Replacement{{at, at}, "#"});
        ways.append(marks);
        ways.append(places.escapes(false) + marks);
        ways.append(places.escapes(true) + marks);
    }
    // On a line of its own below, written on one line.
    WrittenOverride written;
    if (const Outcome refused = writeOverride(meant.value, written))
        return refused;
    Replacement line = places.lineBehind(option.whole.end, "-o " + written.text(name));
    line.bytes.insert(line.bytes.startsWith('\r') ? 2 : line.bytes.startsWith('\n') ? 1 : 0, '#');
    const Replacements moved{places.without(option.whole), line};
    ways += {moved, places.escapes(false) + moved, places.escapes(true) + moved};
    return attempt(draft, {index, index + 1, {meaning}}, ways, name);
}

/// Switches a commented-out override on and gives it a value.
Outcome switchOn(model::Draft &draft, qsizetype index, qsizetype which, const WrittenOverride &written)
{
    const MasterCf &file = draft.masterCf();
    const Service &service = file.services()[index];
    const Override &option = service.overrides[which];
    const QByteArray name = file.nameOf(option).toByteArray();
    ServiceMeaning meaning = meaningOf(file, service);
    meaning.off.removeAt(placeAmong(service, which, false));
    ServiceMeaning inPlace = meaning;
    inPlace.inForce.insert(placeAmong(service, which, true), {name, written.value, true});
    ServiceMeaning atEnd = meaning;
    atEnd.inForce.append({name, written.value, true});

    const StanzaPlaces places(file, service);
    const QByteArray words = "-o " + written.text(name);
    const QByteArray lead = places.lead(option.whole.begin);
    QList<ServicePlan> plans;
    const ServiceIntent here{index, index + 1, {inPlace}};
    if (places.isAlone(option.whole)) {
        // Every line of it loses its signs.
        Replacements signs;
        for (qsizetype at = places.lineAt(option.whole.begin).begin; at < option.whole.end;
             at = places.lineAt(at).end) {
            const ByteRange text = trimmed(file.text(), places.lineAt(at));
            qsizetype end = text.begin;
            while (end < text.end && (file.text()[end] == '#' || syntax::isSpace(file.text()[end])))
                ++end;
            signs.append(
                Replacement{{at, end}, leadSwitchedOn(places.lead(end), service.enabled, places.indent())});
        }
        const bool fits = option.braced ? written.mayBeBraced : !written.braced;
        if (fits)
            plans.append({here, signs + rewritten(file, option, name, written)});
        plans.append({here, Replacements{signs.first()} + respelled(file, option, name, written)});
    }
    if (places.startsLine(option.whole)) {
        const Replacement line = places.lineInFrontOf(
            option.whole.begin, leadSwitchedOn(lead, service.enabled, places.indent()), words);
        plans.append({here, {line, places.without(option.whole)}});
    } else {
        plans.append({here, {places.without(option.whole), places.lineBehind(option.whole.end, words)}});
    }
    for (const Replacements &way : places.overridePlaces(words))
        plans.append({{index, index + 1, {atEnd}}, way + Replacements{places.without(option.whole)}});
    return attempt(draft, plans, name);
}

} // namespace

Outcome setOverride(model::Draft &draft, qsizetype index, QByteArrayView name, const QByteArray &value)
{
    if (const Outcome refused = checkedService(draft, index))
        return refused;
    if (const Outcome refused = checkedOverrideName(name))
        return refused;
    WrittenOverride written;
    if (const Outcome refused = writeOverride(value, written))
        return refused;
    const MasterCf &file = draft.masterCf();
    const Service &service = file.services()[index];
    qsizetype off = -1;
    for (qsizetype i = service.overrides.size() - 1; i >= 0; --i) {
        if (file.nameOf(service.overrides[i]) != name)
            continue;
        if (service.overrides[i].enabled)
            return change(draft, index, i, name.toByteArray(), written);
        if (off < 0)
            off = i;
    }
    if (off >= 0)
        return switchOn(draft, index, off, written);
    ServiceMeaning meaning = meaningOf(file, service);
    meaning.inForce.append({name.toByteArray(), written.value, true});
    return attempt(draft, {index, index + 1, {meaning}},
                   StanzaPlaces(file, service).overridePlaces("-o " + written.text(name)),
                   name.toByteArray());
}

Outcome removeOverride(model::Draft &draft, qsizetype index, QByteArrayView name)
{
    if (const Outcome refused = checkedService(draft, index))
        return refused;
    model::Draft trial = draft;
    bool found = false;
    for (qsizetype i = draft.masterCf().services()[index].overrides.size() - 1; i >= 0; --i) {
        const Override &option = trial.masterCf().services()[index].overrides[i];
        if (!option.enabled || trial.masterCf().nameOf(option) != name)
            continue;
        if (const Outcome refused = removeAt(trial, index, i))
            return refused;
        found = true;
    }
    if (!found)
        return Refusal{Refusal::Reason::NotThere, name.toByteArray()};
    draft = trial;
    return {};
}

Outcome setOverrideEnabled(model::Draft &draft, qsizetype index, qsizetype which, bool enabled)
{
    if (const Outcome refused = checkedOverride(draft, index, which))
        return refused;
    const MasterCf &file = draft.masterCf();
    const Override &option = file.services()[index].overrides[which];
    if (option.enabled == enabled)
        return {};
    if (!enabled)
        return switchOff(draft, index, which);
    WrittenOverride written;
    if (const Outcome refused = writeOverride(file.valueOf(option), written))
        return refused;
    return switchOn(draft, index, which, written);
}

Outcome replaceOverride(model::Draft &draft, qsizetype index, qsizetype which, const QByteArray &name,
                        const QByteArray &value)
{
    if (const Outcome refused = checkedOverride(draft, index, which))
        return refused;
    if (const Outcome refused = checkedOverrideName(name))
        return refused;
    WrittenOverride written;
    if (const Outcome refused = writeOverride(value, written))
        return refused;
    return change(draft, index, which, name, written);
}

Outcome removeOverrideAt(model::Draft &draft, qsizetype index, qsizetype which)
{
    if (const Outcome refused = checkedOverride(draft, index, which))
        return refused;
    return removeAt(draft, index, which);
}

} // namespace edits
