// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/rules/names.h"

#include "core/lint/assigned.h"
#include "core/lint/listfixes.h"
#include "core/lint/mending.h"
#include "core/lint/references.h"
#include "core/lint/words.h"

#include <algorithm>
#include <array>

namespace lint {

namespace {

using catalog::Standing;
using catalog::Status;
using model::Place;

constexpr std::array<QByteArrayView, 18> serviceSuffixes{"_destination_concurrency_failed_cohort_limit",
                                                         "_destination_concurrency_positive_feedback",
                                                         "_destination_concurrency_negative_feedback",
                                                         "_initial_destination_concurrency",
                                                         "_destination_concurrency_limit",
                                                         "_destination_recipient_limit",
                                                         "_destination_rate_delay",
                                                         "_transport_rate_delay",
                                                         "_extra_recipient_limit",
                                                         "_recipient_refill_limit",
                                                         "_recipient_refill_delay",
                                                         "_delivery_slot_discount",
                                                         "_minimum_delivery_slots",
                                                         "_delivery_slot_cost",
                                                         "_delivery_slot_loan",
                                                         "_recipient_limit",
                                                         "_time_limit",
                                                         ""};

/// The service in a name like "slow_time_limit", and the ending; nothing for other names.
struct ServiceName
{
    QByteArray service;
    QByteArrayView suffix;
};

std::optional<ServiceName> serviceNameIn(QByteArrayView name)
{
    for (const QByteArrayView suffix : serviceSuffixes) {
        if (!suffix.isEmpty() && name.endsWith(suffix) && name.size() > suffix.size())
            return ServiceName{name.first(name.size() - suffix.size()).toByteArray(), suffix};
    }
    return std::nullopt;
}

bool isEverKnown(const Context &context, QByteArrayView name)
{
    if (context.factsOf(name) || context.reference().catalog().find(name))
        return true;
    const auto &removed = context.reference().removedNames();
    return std::any_of(removed.begin(), removed.end(),
                       [&](const catalog::RemovedName &one) { return one.name == name; });
}

/// Names that somebody reads although Postfix does not know them.
class UsedNames
{
public:
    /// Whoever asks about a name looks again when something that mentions it changes.
    explicit UsedNames(const Context &context)
    {
        context.note(lookupClients);
        for (qsizetype i = 0; i < context.assignmentCount(); ++i) {
            const QByteArray &text = context.assignmentAt(i).definition.text;
            if (text.contains('$'))
                add(namesIn(text));
            if (text.contains(':'))
                addClients(text);
        }
        for (const effective::Service &service : context.services()) {
            for (const syntax::Argument &argument : context.row(service).arguments)
                add(namesIn(argument.range.in(context.masterText())));
        }
        for (const Word &word : context.traced("smtpd_restriction_classes").words())
            m_referred.insert(word.text);
    }

    bool contains(const QByteArray &name) const
    {
        return m_referred.contains(name)
            || std::any_of(m_clients.begin(), m_clients.end(),
                           [&](const QByteArray &client) { return name.startsWith(client + '_'); });
    }

private:
    void add(const QByteArrayList &names)
    {
        for (const QByteArray &name : names)
            m_referred.insert(name);
    }

    void addClients(const QByteArray &text)
    {
        static const std::array<QByteArray, 6> types{
            "ldap:", "mysql:", "pgsql:", "sqlite:", "memcache:", "mongodb:"};
        for (const QByteArray &type : types) {
            for (qsizetype at = text.indexOf(type); at >= 0; at = text.indexOf(type, at + 1)) {
                qsizetype end = at + type.size();
                while (end < text.size() && !QByteArrayView(" \t\r\n,{}").contains(text[end]))
                    ++end;
                m_clients.insert(text.sliced(at + type.size(), end - at - type.size()));
            }
        }
    }

    QSet<QByteArray> m_referred;
    QSet<QByteArray> m_clients;
};

/// Names of the catalog, of which one may be meant.
struct KnownNames
{
    SimilarNames names;
    mutable QHash<QByteArray, std::optional<QByteArray>> asked = {}; ///< also for the states before

    std::optional<QByteArray> closestTo(const QByteArray &name) const
    {
        const auto known = asked.constFind(name);
        return known != asked.cend() ? *known : *asked.insert(name, names.closestTo(name));
    }
};

KnownNames knownNames(const Context &context)
{
    if (const auto *known = context.previous<KnownNames>())
        return *known;
    QByteArrayList known;
    for (const catalog::Parameter &parameter : context.reference().catalog().parameters()) {
        if (parameter.isKnownTo(context.version()))
            known.append(parameter.name.toByteArray());
    }
    return KnownNames{SimilarNames(known)};
}

bool isUsed(const Context &context, const QByteArray &name)
{
    return !context.valuesWithoutNote().referrersOf(name).isEmpty()
        || context.valuesWithoutNote().kindOf(name) != effective::NameKind::UserDefined
        || context.once<UsedNames>([](const Context &all) { return UsedNames(all); }).contains(name);
}

template<typename Visit>
void forEachStrangeName(const Context &context, Visit visit)
{
    forEachAssignment(context, [&](const Assignment &assignment) {
        if (!assignment.isInForce || assignment.facts || hasTypographicCharacter(assignment.name)
            || isEverKnown(context, assignment.name) || isUsed(context, assignment.name)
            || serviceNameIn(assignment.name))
            return;
        visit(assignment, context.once<KnownNames>(knownNames).closestTo(assignment.name));
    });
}

template<typename Visit>
void forEachFacts(const Context &context, Visit visit)
{
    forEachAssignment(context, [&](const Assignment &assignment) {
        if (assignment.isInForce && assignment.facts)
            visit(assignment, *assignment.facts);
    });
}

/// The switch became one of the words of another parameter.
Fix withoutNameServers(const Context &context, const Assignment &assignment)
{
    const char *title = QT_TRANSLATE_NOOP("lint", "Use the new name");
    const Fix removal = removeAssignment(assignment, title);
    if (context.value(assignment.name, assignment.service).toLower() != "yes")
        return removal;
    const char *name = "smtp_dns_support_level";
    return rewrite(assignment, title, name, "disabled");
}

} // namespace

void misspeltParameter(const Context &context, Report &report)
{
    forEachStrangeName(context, [&](const Assignment &assignment, const std::optional<QByteArray> &closest) {
        if (closest)
            report.add(assignment.place(), {assignment.name, *closest}).fixes = {
                rename(assignment, QT_TRANSLATE_NOOP("lint", "Correct the name"), *closest)};
    });
}

void unusedName(const Context &context, Report &report)
{
    forEachStrangeName(context, [&](const Assignment &assignment, const std::optional<QByteArray> &closest) {
        if (!closest)
            report.add(assignment.place(), {assignment.name}).fixes = {commentOut(assignment)};
    });
}

void newerThanTarget(const Context &context, Report &report)
{
    forEachFacts(context, [&](const Assignment &assignment, const catalog::Facts &facts) {
        if (standingIn(facts, context.version()) == Standing::NotYet)
            report.add(assignment.place(),
                       {assignment.name, facts.since.featureText().toLatin1(),
                        context.version().toString().toLatin1()});
    });
}

void deprecatedParameter(const Context &context, Report &report)
{
    forEachFacts(context, [&](const Assignment &assignment, const catalog::Facts &facts) {
        const bool isOld = facts.status == Status::Deprecated || facts.status == Status::Ignored
            || facts.status == Status::LegacyAlias;
        const Standing standing = standingIn(facts, context.version());
        if (!isOld || !facts.warnedSince || standing == Standing::Removed || standing == Standing::NotYet)
            return;
        if (facts.replacedBy.isEmpty()) {
            if (context.version() >= *facts.warnedSince)
                report.add(assignment.place(), {assignment.name, {}}).fixes = {commentOut(assignment)};
            return;
        }
        const QByteArray better = facts.replacedBy.first().toByteArray();
        const catalog::Parameter *parameter = context.reference().catalog().find(better);
        if (!parameter || !parameter->isKnownTo(context.version()))
            return;
        Finding &finding = report.add(assignment.place(), {assignment.name, better});
        const bool isSwitch = better.endsWith("_tls_security_level");
        if (context.assignment(better, assignment.service)) {
            finding.fixes = {
                removeAssignment(assignment, QT_TRANSLATE_NOOP("lint", "Remove the old setting"))};
        } else if (better == "smtp_dns_support_level") {
            finding.fixes = {withoutNameServers(context, assignment)};
        } else if (!isSwitch) {
            finding.fixes = {rename(assignment, QT_TRANSLATE_NOOP("lint", "Use the new name"), better)};
        }
    });
}

void removedParameter(const Context &context, Report &report)
{
    forEachFacts(context, [&](const Assignment &assignment, const catalog::Facts &facts) {
        if (standingIn(facts, context.version()) != Standing::Removed)
            return;
        const QByteArray version = facts.removedIn ? facts.removedIn->featureText().toLatin1() : QByteArray();
        report.add(assignment.place(), {assignment.name, version}).fixes = {commentOut(assignment)};
    });
    forEachAssignment(context, [&](const Assignment &assignment) {
        if (!assignment.isInForce || assignment.facts)
            return;
        for (const catalog::RemovedName &removed : context.reference().removedNames()) {
            if (removed.name == assignment.name)
                report
                    .add(assignment.place(),
                         {assignment.name,
                          removed.lastRelease ? removed.lastRelease->featureText().toLatin1() : QByteArray()})
                    .fixes = {commentOut(assignment)};
        }
    });
}

void readOnlyName(const Context &context, Report &report)
{
    static const QSet<QByteArray> names{"process_name", "service_name", "process_id"};
    forEachAssignment(context, [&](const Assignment &assignment) {
        if (assignment.isInForce && names.contains(assignment.name))
            report.add(assignment.place(), {assignment.name}).fixes = {
                removeAssignment(assignment, QT_TRANSLATE_NOOP("lint", "Remove the setting"))};
    });
}

void limitWithoutService(const Context &context, Report &report)
{
    if (!context.hasMasterCf())
        return;
    static const QSet<QByteArray> agents{"local", "error", "virtual", "smtp", "lmtp", "pipe"};
    forEachAssignment(context, [&](const Assignment &assignment) {
        const auto name = serviceNameIn(assignment.name);
        if (!assignment.isInForce || !assignment.isInMainCf() || !name
            || isEverKnown(context, assignment.name))
            return;
        QByteArrayList services;
        for (const effective::Service &service : context.services()) {
            if (agents.contains(service.program)
                || (service.program == "spawn" && name->suffix == "_time_limit"))
                services.append(service.name);
        }
        if (services.contains(name->service))
            return;
        Finding &finding = report.add(assignment.place(), {name->service});
        if (const auto closest = closestOf(name->service, services))
            finding.fixes = {rename(assignment, QT_TRANSLATE_NOOP("lint", "Write the service's name"),
                                    *closest + name->suffix.toByteArray())};
    });
}

void undefinedClass(const Context &context, Report &report)
{
    for (const Word &word : context.traced("smtpd_restriction_classes").words()) {
        const Assignment *assigned = context.assignment(word.text);
        if (!assigned || assigned->definition.text.isEmpty())
            report.add(context.placeOf(word, "smtpd_restriction_classes", effective::noService), {word.text})
                .fixes =
                removeWords(context, QT_TRANSLATE_NOOP("lint", "Remove it from the classes"), {word});
    }
}

} // namespace lint
