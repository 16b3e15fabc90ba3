// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/restrictions/notes.h"

#include <algorithm>

namespace restrictions {

namespace {

using catalog::Restriction;
using effective::Values;
using Kind = Note::Kind;

QByteArray textOf(const Values &values, QByteArrayView name, qsizetype service)
{
    const auto value = values.value(name, service);
    return value ? value->expanded.trimmed() : QByteArray();
}

bool isOff(const Values &values, QByteArrayView name, qsizetype service)
{
    const QByteArray text = textOf(values, name, service).toLower();
    return text.isEmpty() || text == "no";
}

/// main.cf's lists are also those of services that have none of their own: one of these that has it on is
/// enough.
bool isOffEverywhere(const Values &values, QByteArrayView name, qsizetype service)
{
    if (!isOff(values, name, service))
        return false;
    for (qsizetype i = 0; service == effective::noService && i < values.services().size(); ++i) {
        if (values.services()[i].program == "smtpd" && !isOff(values, name, i))
            return false;
    }
    return true;
}

QByteArrayList texts(const QList<QByteArrayView> &views)
{
    QByteArrayList list;
    for (const QByteArrayView &view : views)
        list.append(view.toByteArray());
    return list;
}

void noteVersion(Step &step, const catalog::Version &version)
{
    const Restriction &restriction = *step.restriction;
    const QByteArrayList instead = texts(restriction.replacedBy);
    if (version < restriction.since)
        step.notes.append(Note{Kind::TooNew, {restriction.since.featureText().toLatin1()}});
    else if (restriction.removedIn && version >= *restriction.removedIn)
        step.notes.append(
            Note{Kind::Removed, QByteArrayList{restriction.removedIn->featureText().toLatin1()} + instead});
    else if (restriction.obsoleteSince && version >= *restriction.obsoleteSince)
        step.notes.append(Note{Kind::OldName, instead});
}

void noteStage(Step &step, Stage stage, bool isDelayed)
{
    const QByteArrayView name = factsOf(stage).name;
    const Restriction &restriction = *step.restriction;
    if (restriction.usefulIn.contains(name))
        return;
    if (!restriction.usefulWithDelayReject.contains(name))
        step.notes.append(Note{Kind::NotHere, {}});
    else
        step.notes.append(Note{isDelayed ? Kind::NeedsDelay : Kind::TooEarly, {}});
    step.isIdle = step.isIdle || step.notes.last().kind != Kind::NeedsDelay;
}

void noteNeeds(Step &step, const Values &values, qsizetype service)
{
    for (const QByteArrayView &need : step.restriction->needs) {
        if (!isOffEverywhere(values, need, service))
            continue;
        if (need == "smtpd_sasl_auth_enable") {
            step.notes.append(Note{Kind::NoLogin, {}});
            step.isIdle = true;
            return; // the rest does not matter then
        }
        if (need == "smtpd_helo_required")
            step.notes.append(Note{Kind::HeloOptional, {}});
        else
            step.notes.append(Note{Kind::Needs, {need.toByteArray()}});
    }
}

bool leadsTo(const Reach &reach, const Step &step, const QByteArray &name, QSet<QByteArray> &seen)
{
    if (seen.contains(step.text))
        return false;
    seen.insert(step.text);
    const QList<Step> inside = reach.stepsBehind(step);
    return std::ranges::any_of(inside, [&](const Step &inner) {
        return (inner.form == Form::Class && inner.word == name)
            || (inner.form == Form::Class && leadsTo(reach, inner, name, seen));
    });
}

} // namespace

void noteSteps(List &list, const Reach &reach, const Values &values, qsizetype service)
{
    const bool isDelayed = !isOff(values, "smtpd_delay_reject", service);
    for (Step &step : list.steps) {
        switch (step.form) {
        case Form::Restriction:
            noteVersion(step, values.target().version);
            if (step.restriction->isPrefix)
                step.notes.append(Note{Kind::NoTarget, {}});
            else if (step.isArgumentMissing)
                step.notes.append(Note{Kind::MissingArgument, {}});
            else if (reach.words().reference->restriction(step.argument))
                step.notes.append(Note{Kind::OddArgument, {step.argument}});
            if (list.stage)
                noteStage(step, *list.stage, isDelayed);
            noteNeeds(step, values, service);
            break;
        case Form::Class: {
            QSet<QByteArray> seen;
            if (reach.stepsBehind(step).isEmpty())
                step.notes.append(Note{Kind::Undefined, {step.word}});
            else if (leadsTo(reach, step, step.word, seen))
                step.notes.append(Note{Kind::Loop, {step.word}});
            break;
        }
        case Form::Part:
            if (reach.stepsBehind(step).isEmpty())
                step.notes.append(Note{Kind::Undefined, {step.word}});
            break;
        case Form::Table:
            if (list.stage == Stage::Data || list.stage == Stage::EndOfData)
                step.notes.append(Note{Kind::NoTableHere, {}});
            break;
        case Form::Unknown:
            step.notes.append(Note{Kind::Unknown, {step.word}});
            break;
        }
    }
}

void noteLists(Rules &rules, const Reach &reach, const Values &values, qsizetype service)
{
    const bool isDelayed = !isOff(values, "smtpd_delay_reject", service);
    const catalog::Version &version = values.target().version;
    const bool knowsRelay = version >= factsOf(Stage::Relay).since;
    bool isGuarded = false;
    for (const List &list : rules.lists) {
        if (list.stage == Stage::Recipient || (list.stage == Stage::Relay && knowsRelay))
            isGuarded = isGuarded || reach.hasRelayGuard(list.steps);
    }
    for (List &list : rules.lists) {
        if (!list.stage)
            continue;
        const StageFacts &facts = factsOf(*list.stage);
        if (version < facts.since)
            list.notes.append(Note{Kind::ListTooNew, {facts.since.featureText().toLatin1()}});
        else if (facts.isDelayed && isDelayed && !list.steps.isEmpty())
            list.notes.append(Note{Kind::Delayed, {}});
        const Stage guard = knowsRelay ? Stage::Relay : Stage::Recipient;
        if (!isGuarded && list.stage == guard)
            list.notes.append(Note{Kind::NoRelayGuard, {}});
    }
}

} // namespace restrictions
