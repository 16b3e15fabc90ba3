// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/displaytext.h"
#include "core/edits/parameteredits.h"
#include "core/upgrade/parts.h"
#include "core/upgrade/scope.h"

#include <QSet>

namespace upgrade {

namespace {

using catalog::Facts;
using catalog::Standing;
using catalog::Status;
using lint::Assignment;

QString shown(QByteArrayView name)
{
    return base::displayText(name.toByteArray());
}

/// Covered by addTlsLevels().
bool isTlsSwitch(QByteArrayView name)
{
    return name.endsWith("_use_tls") || name.endsWith("_enforce_tls")
        || name.endsWith("_tls_enforce_peername");
}

/// The step for a name that another one has replaced without a change of meaning.
Step renamed(const Work &work, const Assignment &assignment, const QByteArray &better, const QString &why)
{
    const Scope scope = scopeOf(work.now, assignment.service);
    const QByteArray name = assignment.name;
    const Assignment *other = work.now.assignment(better, assignment.service);
    Step step{.why = why};
    if (other && other->service == assignment.service) {
        step.title = Words::tr("Remove %1 (%2)").arg(shown(name), scope.toString());
        step.why += u' ' + Words::tr("%1 is set too, and counts.").arg(shown(better));
        step.apply = [scope, name](model::Draft &draft) { remove(draft, scope, name); };
    } else {
        step.title = Words::tr("Rename %1 to %2 (%3)").arg(shown(name), shown(better), scope.toString());
        step.apply = [scope, name, better, value = assignment.definition.text](model::Draft &draft) {
            rename(draft, scope, name, better, value);
        };
    }
    return step;
}

Step removed(const Work &work, const Assignment &assignment, const QString &why)
{
    const Scope scope = scopeOf(work.now, assignment.service);
    return {.title = Words::tr("Remove %1 (%2)").arg(shown(assignment.name), scope.toString()),
            .why = why,
            .apply = [scope, name = assignment.name](model::Draft &draft) { remove(draft, scope, name); }};
}

/// "disable_dns_lookups = yes" is "smtp_dns_support_level = disabled", for LMTP as well: both clients take
/// it where their own level is not set.
Step dnsLookups(const Work &work, const Assignment &assignment)
{
    const Scope scope = scopeOf(work.now, assignment.service);
    if (!work.now.isOn(assignment.name, assignment.service))
        return removed(work, assignment, Words::tr("It says what is the default, and is deprecated."));
    return {.title = Words::tr("Write smtp_dns_support_level = disabled instead of disable_dns_lookups (%1)")
                         .arg(scope.toString()),
            .why = Words::tr("The old switch is deprecated. The level says the same for SMTP and for LMTP."),
            .apply = [scope](model::Draft &draft) {
                if (!isSet(draft, scope, "smtp_dns_support_level"))
                    rename(draft, scope, "disable_dns_lookups", "smtp_dns_support_level", "disabled");
                remove(draft, scope, "disable_dns_lookups");
                if (!isSet(draft, scope, "lmtp_dns_support_level"))
                    set(draft, scope, "lmtp_dns_support_level", "disabled");
            }};
}

/// Names with a reason to be looked at by a person.
QString byHandText(QByteArrayView name)
{
    if (name == "maps_rbl_domains")
        return Words::tr(
            "Lists of unwanted clients are named in restrictions now: write reject_rbl_client and "
            "the list into smtpd_recipient_restrictions for each of them. Since Postfix 3.9 the "
            "old list has no effect.");
    if (name.endsWith("_tls_per_site"))
        return Words::tr("A policy table has other words than this one: write NONE as none, MAY as may, MUST "
                         "as verify and MUST_NOPEERMATCH as encrypt in a new table, and name that in %1.")
            .arg(QString::fromLatin1(name.toByteArray().replace("_per_site", "_policy_maps")));
    return {};
}

std::optional<Step> stepFor(const Work &work, const Assignment &assignment, const Facts &facts,
                            Standing standing)
{
    const QByteArray name = assignment.name;
    if (const QString byHand = byHandText(name); !byHand.isEmpty())
        return Step{.title = Words::tr("Replace %1").arg(shown(name)), .why = byHand};
    if (work.isMentioned(name))
        return Step{.title = Words::tr("Replace %1").arg(shown(name)),
                    .why = Words::tr("It is out of date, but other settings mention it: change them too.")};
    if (name == "disable_dns_lookups")
        return dnsLookups(work, assignment);
    const QByteArray better =
        facts.replacedBy.isEmpty() ? QByteArray() : facts.replacedBy.first().toByteArray();
    if (facts.status == Status::LegacyAlias && work.has(better))
        return renamed(
            work, assignment, better,
            Words::tr("%1 is the former name. The old one goes in a later version.").arg(shown(name)));
    const QString note = facts.statusNote.isEmpty()
        ? QString()
        : u' ' + Words::tr("Note: %1.").arg(QString::fromUtf8(facts.statusNote));
    switch (standing) {
    case Standing::Removed:
        return removed(work, assignment,
                       facts.removedIn
                           ? Words::tr("It is gone since Postfix %1.").arg(facts.removedIn->featureText())
                               + note
                           : Words::tr("That version no longer reads it.") + note);
    case Standing::Ignored:
        return removed(work, assignment, Words::tr("That version reads it, and ignores it.") + note);
    case Standing::Deprecated:
        return removed(work, assignment,
                       Words::tr("It is deprecated: the default is what is wanted.") + note);
    default:
        return std::nullopt;
    }
}

void addFormer(const Work &work, const Assignment &assignment)
{
    for (const catalog::RemovedName &former : work.now.reference().removedNames()) {
        if (former.name != assignment.name || work.isMentioned(assignment.name))
            continue;
        Step step = removed(work, assignment, Words::tr("Postfix no longer has it."));
        step.key = "name:" + assignment.name;
        step.weight = Weight::Needed;
        step.place = assignment.namePlace;
        work.steps.append(step);
    }
}

/// A name that is too new: on the way back to an older version.
void addTooNew(const Work &work, const Assignment &assignment, const Facts &facts)
{
    const Scope scope = scopeOf(work.now, assignment.service);
    work.steps.append(
        Step{.key = "new:" + assignment.name + ':' + scope.service,
             .weight = Weight::Needed,
             .title = Words::tr("Remove %1 (%2)").arg(shown(assignment.name), scope.toString()),
             .why = Words::tr("Postfix has it since %1; the version to come does not know it.")
                        .arg(facts.since.featureText()),
             .place = assignment.namePlace,
             .apply = [scope, name = assignment.name](model::Draft &draft) { remove(draft, scope, name); }});
}

} // namespace

void addNames(const Work &work)
{
    QSet<QByteArray> seen;
    for (const Assignment &assignment : work.now.assignments()) {
        if (!assignment.isInForce || isTlsSwitch(assignment.name))
            continue;
        const Facts *facts = work.now.factsOf(assignment.name);
        if (!facts) {
            addFormer(work, assignment);
            continue;
        }
        const Standing standing = standingIn(*facts, work.to);
        if (standing == Standing::NotYet) {
            addTooNew(work, assignment, *facts);
            continue;
        }
        const bool isOld = standing == Standing::Removed || standing == Standing::Ignored
            || standing == Standing::Renamed || standing == Standing::Deprecated;
        std::optional<Step> step = isOld ? stepFor(work, assignment, *facts, standing) : std::nullopt;
        if (!step)
            continue;
        step->key = "name:" + assignment.name + ':' + scopeOf(work.now, assignment.service).service;
        const bool isGone = standing == Standing::Removed || standing == Standing::Ignored;
        step->weight = isGone ? Weight::Needed : Weight::Advised;
        step->place = assignment.namePlace;
        if (!seen.contains(step->key))
            work.steps.append(*step);
        seen.insert(step->key);
    }
}

} // namespace upgrade
