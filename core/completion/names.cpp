// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/completion/gathering.h"
#include "core/syntax/logicallines.h"
#include "core/usages/valueform.h"

namespace completion {

using Kind = Candidate::Kind;

namespace {

/// What comes between a name and its value, as in the setting above; nothing where it is there already.
QByteArray equalsFor(const Desk &desk, const Context &context)
{
    if (context.after.trimmed().startsWith('='))
        return {};
    if (context.kind == Context::Kind::OverrideName)
        return context.isBraced ? " = " : "=";
    const syntax::MainCf &file = desk.snapshot.mainCf();
    QByteArray equals = " = ";
    for (const syntax::Setting &setting : file.settings()) {
        if (setting.whole.begin >= context.word.begin)
            break;
        const QByteArray separator = setting.separator.in(file.text()).toByteArray();
        if (separator == "=" || separator == " = ")
            equals = separator;
    }
    return equals;
}

/// How names are put in front of others in a list of them.
enum Order { Usual, Rarer, Last };

void addOwnNames(const Desk &desk, const Context &context, const QByteArray &suffix, Gatherer &gatherer)
{
    const bool isForOverride = context.kind == Context::Kind::OverrideName;
    const auto add = [&](const QByteArray &name, const QByteArray &detail) {
        if (!desk.roles.catalog().find(name))
            gatherer.add(
                {.text = name, .inserted = name + suffix, .kind = Kind::OwnParameter, .detail = detail},
                isForOverride ? Rarer : Usual);
    };
    const syntax::MainCf &mainCf = desk.snapshot.mainCf();
    for (const syntax::Setting &setting : mainCf.settings()) {
        const bool isAtCaret = desk.file == model::FileId::MainCf && setting.name.begin == context.word.begin;
        if (!isAtCaret && gatherer.matches(mainCf.nameOf(setting)))
            add(mainCf.nameOf(setting).toByteArray(), mainCf.valueOf(setting));
    }
    for (const QByteArray &name : desk.roles.classes())
        add(name, {});
    const syntax::MasterCf &masterCf = desk.snapshot.masterCf();
    for (const syntax::Service &service : masterCf.services()) {
        for (const syntax::Override &option : service.overrides) {
            const bool isAtCaret =
                desk.file == model::FileId::MasterCf && option.name.begin == context.word.begin;
            if (!isAtCaret && gatherer.matches(masterCf.nameOf(option)))
                add(masterCf.nameOf(option).toByteArray(), masterCf.valueOf(option));
        }
    }
}

bool isOffered(const catalog::Facts &facts, const catalog::Version &target)
{
    const catalog::Standing standing = catalog::standingIn(facts, target);
    return standing == catalog::Standing::Current || standing == catalog::Standing::Deprecated;
}

void addBuiltInNames(const Desk &desk, const Context &context, const QByteArray &suffix, Gatherer &gatherer)
{
    const bool isOverride = context.kind == Context::Kind::OverrideName;
    for (const catalog::Facts &facts : desk.known.reference.parameters()) {
        if (!gatherer.matches(facts.name) || !isOffered(facts, desk.known.target))
            continue;
        const bool isRead = !isOverride || facts.isReadBy(context.program);
        const QByteArray name = facts.name.toByteArray();
        gatherer.add(
            {.text = name,
             .inserted = name + suffix,
             .kind = Kind::Parameter,
             .detail = facts.defaultFor(desk.known.target).toByteArray(),
             .help = facts.help.toByteArray(),
             .isDeprecated = catalog::standingIn(facts, desk.known.target) == catalog::Standing::Deprecated},
            isRead ? Usual : Last);
    }
}

/// "slow_destination_rate_delay" and its kin, once the name of the service has been typed.
void addServiceMadeNames(const Desk &desk, const Context &context, const QByteArray &suffix,
                         Gatherer &gatherer)
{
    const syntax::MasterCf &masterCf = desk.snapshot.masterCf();
    for (const syntax::Service &service : masterCf.services()) {
        const QByteArray name = masterCf.fieldOf(service, syntax::ServiceField::Name).toByteArray();
        const bool isBegun = context.typed.startsWith(name + '_')
            || (name.startsWith(context.typed) && context.typed.size() > 1);
        if (!isBegun)
            continue;
        const QByteArrayView program = masterCf.fieldOf(service, syntax::ServiceField::Command);
        for (const catalog::PerService &made : desk.known.reference.perService()) {
            if (made.since > desk.known.target || !made.appliesTo.contains(program))
                continue;
            const QByteArray parameter = name + made.name.toByteArray();
            gatherer.add({.text = parameter,
                          .inserted = parameter + suffix,
                          .kind = Kind::Parameter,
                          .detail = made.defaultValue.toByteArray(),
                          .help = made.help.toByteArray()},
                         Rarer);
        }
    }
}

} // namespace

void addParameterNames(const Desk &desk, const Context &context, Gatherer &gatherer)
{
    const QByteArray suffix = equalsFor(desk, context);
    addBuiltInNames(desk, context, suffix, gatherer);
    addOwnNames(desk, context, suffix, gatherer);
    addServiceMadeNames(desk, context, suffix, gatherer);
}

void addReferences(const Desk &desk, const Context &context, Gatherer &gatherer)
{
    addOwnNames(desk, context, {}, gatherer);
    for (const catalog::Facts &facts : desk.known.reference.parameters()) {
        if (!gatherer.matches(facts.name) || !isOffered(facts, desk.known.target))
            continue;
        const syntax::Setting *setting = desk.snapshot.mainCf().find(facts.name);
        gatherer.add({.text = facts.name.toByteArray(),
                      .kind = Kind::Parameter,
                      .detail = setting ? desk.snapshot.mainCf().valueOf(*setting)
                                        : facts.defaultFor(desk.known.target).toByteArray(),
                      .help = facts.help.toByteArray()},
                     setting ? Usual : Rarer);
    }
}

} // namespace completion
