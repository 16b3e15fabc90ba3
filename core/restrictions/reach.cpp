// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/restrictions/reach.h"

#include <algorithm>

namespace restrictions {

namespace {

using catalog::Effect;
using catalog::Version;

constexpr int deepest = 20;

bool mayPermit(Verdict verdict)
{
    return verdict == Verdict::MayPermit || verdict == Verdict::Either || verdict == Verdict::Permits;
}

bool mayReject(Verdict verdict)
{
    return verdict == Verdict::MayReject || verdict == Verdict::Either || verdict == Verdict::Rejects
        || verdict == Verdict::Fails;
}

Verdict verdictFor(bool permits, bool rejects)
{
    if (permits)
        return rejects ? Verdict::Either : Verdict::MayPermit;
    return rejects ? Verdict::MayReject : Verdict::Neither;
}

bool isNamed(const Step &step, QByteArrayView name)
{
    return step.restriction && step.restriction->name == name;
}

/// Two that are equal ask the same; an argument counts as it is written.
QByteArray question(const Step &step)
{
    const QByteArray word = step.restriction ? step.restriction->name.toByteArray() : step.word;
    return (step.isWarning ? "?" : "") + word + ' ' + step.argument;
}

} // namespace

Reach::Reach(const effective::Values &values, const catalog::Reference &reference, qsizetype service)
    : m_values(values),
      m_service(service),
      m_words{.reference = &reference, .classes = classesIn(values, service)}
{
}

QList<Step> Reach::stepsBehind(const Step &step) const
{
    if (step.form == Form::Class) {
        const auto value = m_values.value(step.word, m_service);
        return splitSteps(itemsOf(value ? value->expanded : QByteArray()), m_words);
    }
    if (step.form == Form::Part)
        return splitSteps(itemsOf(expandedText(m_values, step.word, m_service)), m_words);
    return {};
}

Verdict Reach::knownVerdict(const Step &step) const
{
    const catalog::Restriction &restriction = *step.restriction;
    const Version &version = m_values.target().version;
    const bool isKnown =
        version >= restriction.since && (!restriction.removedIn || version < *restriction.removedIn);
    // A block list without a name is passed over, with a warning in the log.
    const bool failsWithout = restriction.argument == catalog::Argument::Table
        || restriction.argument == catalog::Argument::Service
        || restriction.argument == catalog::Argument::Seconds;
    if (!isKnown || (step.isArgumentMissing && failsWithout))
        return Verdict::Fails;
    if (restriction.isPrefix)
        return Verdict::Neither;
    switch (restriction.effect) {
    case Effect::Any: {
        const bool permits = restriction.isOkAllowed || restriction.argument != catalog::Argument::Table;
        return verdictFor(permits, !step.isWarning);
    }
    case Effect::Permit:
        return restriction.endsList ? Verdict::Permits : Verdict::MayPermit;
    case Effect::Reject:
        if (step.isWarning)
            return Verdict::Neither;
        return restriction.endsList ? Verdict::Rejects : Verdict::MayReject;
    case Effect::Neutral:
        break;
    }
    return isNamed(step, "defer_if_permit") ? Verdict::MayReject : Verdict::Neither;
}

/// Of a class or a `$name`: all that its steps can do; one that is final ends the list around it as well.
Verdict Reach::insideVerdict(const Step &step, std::optional<Stage> stage, int depth) const
{
    if (depth > deepest)
        return Verdict::Fails; // generic_checks() gives up on classes that lead to themselves
    bool permits = false;
    bool rejects = false;
    bool isFirst = true;
    for (Step inner : stepsBehind(step)) {
        // A name in the list is replaced before the list is read: the warning is for its first step.
        const bool isWarned = step.isWarning && (step.form == Form::Class || isFirst);
        inner.isWarning = inner.isWarning || isWarned;
        isFirst = false;
        const Verdict verdict = verdictOf(inner, stage, depth + 1);
        permits = permits || mayPermit(verdict);
        rejects = rejects || mayReject(verdict);
        if (isFinal(verdict)) {
            // What comes before it may have said otherwise.
            const bool isSure = verdict == Verdict::Permits ? !rejects : !permits;
            return isSure ? verdict : Verdict::Either;
        }
    }
    return verdictFor(permits, rejects);
}

Verdict Reach::verdictOf(const Step &step, std::optional<Stage> stage, int depth) const
{
    switch (step.form) {
    case Form::Restriction:
        return knownVerdict(step);
    case Form::Class:
    case Form::Part:
        return insideVerdict(step, stage, depth);
    case Form::Table:
        // NO_DEF_ACL: these two have no test of their own for a table.
        if (stage == Stage::Data || stage == Stage::EndOfData)
            return Verdict::Fails;
        return verdictFor(true, !step.isWarning);
    case Form::Unknown:
        break;
    }
    return Verdict::Fails;
}

void Reach::judge(QList<Step> &steps, std::optional<Stage> stage) const
{
    QSet<QByteArray> asked;
    QByteArray end; // the step that ends the list
    bool defersPermit = false;
    bool defersReject = false;
    for (Step &step : steps) {
        step.verdict = verdictOf(step, stage, 0);
        if (!end.isEmpty()) {
            step.isIdle = true;
            step.notes.append(Note{Note::Kind::Unreachable, {end}});
            continue;
        }
        const QByteArray now = question(step);
        const bool isTest = step.form == Form::Restriction && !isNamed(step, "sleep");
        if (isTest && asked.contains(now)) {
            const bool isTheSame = step.restriction->effect != Effect::Any;
            step.isIdle = isTheSame;
            step.notes.append(Note{isTheSame ? Note::Kind::Repeated : Note::Kind::AskedTwice, {step.text}});
        }
        asked.insert(now);
        defersPermit = defersPermit || isNamed(step, "defer_if_permit");
        defersReject = defersReject || isNamed(step, "defer_if_reject");
        if (endsList(step, stage) || (defersPermit && defersReject))
            end = step.text;
    }
}

bool Reach::endsList(const Step &step, std::optional<Stage> stage, int depth) const
{
    if (step.form != Form::Class && step.form != Form::Part)
        return isFinal(verdictOf(step, stage, depth))
            || (isNamed(step, "check_relay_domains") && !step.isWarning);
    if (depth > deepest)
        return true;
    bool isFirst = true;
    for (Step inner : stepsBehind(step)) {
        inner.isWarning = inner.isWarning || (step.isWarning && (step.form == Form::Class || isFirst));
        isFirst = false;
        if (endsList(inner, stage, depth + 1))
            return true;
    }
    return false;
}

bool Reach::hasRelayGuard(const QList<Step> &steps, int depth) const
{
    constexpr Version guardless{3, 9, 0};
    for (const Step &step : steps) {
        if (step.isWarning)
            continue;
        if (isNamed(step, "permit"))
            return false;
        const bool isOldGuard = isNamed(step, "check_relay_domains") && m_values.target().version < guardless;
        if ((step.restriction && step.restriction->isRelayGuard) || isOldGuard)
            return true;
        if (depth < deepest && (step.form == Form::Class || step.form == Form::Part)
            && hasRelayGuard(stepsBehind(step), depth + 1))
            return true;
    }
    return false;
}

bool Reach::hasRelayGuard(const QList<Step> &steps) const
{
    return hasRelayGuard(steps, 0);
}

} // namespace restrictions
