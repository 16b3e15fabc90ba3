// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/completion/gathering.h"
#include "core/syntax/listvalue.h"
#include "core/syntax/logicallines.h"
#include "core/usages/tablewords.h"

#include <algorithm>
#include <array>

namespace completion {

using catalog::ValueType;
using Kind = Candidate::Kind;

namespace {

/// What the value of a parameter is: its own type, or for the user's parameters that of those it is used by.
ValueType typeOf(const Desk &desk, const QByteArray &parameter, const catalog::Facts *facts)
{
    if (facts)
        return facts->valueType;
    if (const catalog::PerService *made = desk.known.reference.perServiceOf(parameter);
        made && !desk.roles.serviceOf(parameter).isEmpty())
        return made->valueType;
    const usages::ValueForms forms = desk.roles.formsOf(parameter);
    using Form = usages::ValueForm;
    if (forms & Form::Restrictions)
        return ValueType::RestrictionList;
    if (forms & Form::Nexthop)
        return ValueType::TransportNexthop;
    if (forms & (Form::TransportTables | Form::CheckTables))
        return ValueType::TableList;
    if (forms & Form::ServiceName)
        return ValueType::ServiceName;
    if (forms & Form::TransportList)
        return ValueType::TransportNameList;
    return ValueType::Text;
}

/// Values among whose items `type:name` may stand.
bool takesTables(ValueType type)
{
    static constexpr std::array types{
        ValueType::Table,           ValueType::TableList,         ValueType::AddressMatchList,
        ValueType::CertMatchList,   ValueType::CommandMatchList,  ValueType::DomainMatchList,
        ValueType::HostMatchList,   ValueType::NameMatchList,     ValueType::PostscreenAccessList,
        ValueType::RestrictionList, ValueType::RewriteClientList, ValueType::RequiretlsPolicyList,
        ValueType::FingerprintList};
    return std::find(types.begin(), types.end(), type) != types.end();
}

/// The type of table whose name the word is; empty when it is none.
QByteArray tableTypeBefore(const Desk &desk, const QByteArray &before)
{
    if (!before.endsWith(':'))
        return {};
    qsizetype begin = before.size() - 1;
    while (begin > 0 && !syntax::isSpace(before[begin - 1])
           && !QByteArrayView(",{}:=").contains(before[begin - 1]))
        --begin;
    const QByteArray type = before.sliced(begin, before.size() - 1 - begin);
    return desk.known.reference.tableType(type) ? type : QByteArray();
}

void addKnownValues(const Desk &desk, const QList<catalog::KnownValue> &values, Gatherer &gatherer)
{
    for (const catalog::KnownValue &value : values) {
        if (value.isKnownTo(desk.known.target))
            gatherer.add({.text = value.value.toByteArray(),
                          .kind = Kind::Value,
                          .detail = value.label.toByteArray()});
    }
}

void addClassNames(const Desk &desk, Gatherer &gatherer)
{
    const syntax::MainCf &file = desk.snapshot.mainCf();
    for (const syntax::Setting &setting : file.settings()) {
        if (!desk.roles.catalog().find(file.nameOf(setting)))
            gatherer.add({.text = file.nameOf(setting).toByteArray(),
                          .kind = Kind::OwnParameter,
                          .detail = file.valueOf(setting)});
    }
}

/// The value is so far nothing but the word at the caret: what may stand only once may stand here.
bool isFirst(const Context &context)
{
    return context.before.trimmed().isEmpty();
}

void addOfType(const Desk &desk, const Context &context, ValueType type, Gatherer &gatherer)
{
    switch (type) {
    case ValueType::Boolean:
        if (isFirst(context)) {
            gatherer.add({.text = "yes"});
            gatherer.add({.text = "no"});
        }
        break;
    case ValueType::TransportNexthop:
        if (isFirst(context))
            addServices(desk, {}, true, gatherer);
        break;
    case ValueType::TransportNameList:
        addServices(desk, {}, true, gatherer);
        break;
    case ValueType::ServiceName:
        if (isFirst(context))
            addServices(desk, {}, false, gatherer);
        break;
    case ValueType::ServiceMatchList:
        for (const syntax::Service &service : desk.snapshot.masterCf().services()) {
            const auto field = [&](syntax::ServiceField which) {
                return desk.snapshot.masterCf().fieldOf(service, which).toByteArray();
            };
            gatherer.add({.text = field(syntax::ServiceField::Name) + '/' + field(syntax::ServiceField::Type),
                          .kind = Kind::Service,
                          .detail = field(syntax::ServiceField::Command)});
        }
        break;
    case ValueType::RestrictionClassNames:
        addClassNames(desk, gatherer);
        break;
    case ValueType::TableType:
        for (const catalog::TableType &table : desk.known.reference.tableTypes()) {
            if (table.since <= desk.known.target)
                gatherer.add({.text = table.name.toByteArray(),
                              .kind = Kind::TableType,
                              .detail = table.summary.toByteArray()});
        }
        break;
    default:
        break;
    }
}

} // namespace

bool addValues(const Desk &desk, const Context &context, Gatherer &gatherer)
{
    const catalog::Facts *facts = desk.known.reference.factsOf(context.parameter);
    const ValueType valueType = typeOf(desk, context.parameter, facts);
    const QByteArray type = tableTypeBefore(desk, context.before);
    if (usages::isNamedTableType(type)) {
        addTableNames(desk, type, gatherer);
        return true;
    }
    if (valueType == ValueType::RestrictionList) {
        QByteArrayView list;
        for (const catalog::RestrictionList &known : desk.known.reference.restrictionLists()) {
            if (known.parameter == context.parameter)
                list = known.name;
        }
        addRestrictions(desk, context, list, gatherer);
        return context.before.endsWith("unix:");
    }
    const bool isInTable = context.before.endsWith(':') && type.isEmpty();
    if (isInTable)
        return false;
    const bool isOnlyOne = valueType == ValueType::Choice || valueType == ValueType::FilenameOrChoice;
    if (facts && (!isOnlyOne || isFirst(context)))
        addKnownValues(desk, facts->values, gatherer);
    addOfType(desk, context, valueType, gatherer);
    if (takesTables(valueType))
        addTableTypes(desk, gatherer);
    return false;
}

void addRestrictions(const Desk &desk, const Context &context, QByteArrayView list, Gatherer &gatherer)
{
    const QByteArrayList words = [&] {
        QByteArrayList found;
        for (const syntax::ListItem &item : syntax::listItems(context.before))
            found.append(item.range.in(context.before).toByteArray());
        return found;
    }();
    const bool isSameWord =
        !context.before.isEmpty() && !syntax::isSpace(context.before.back()) && context.before.back() != ',';
    if (isSameWord && !context.before.endsWith(':') && !context.before.endsWith('{'))
        return;
    if (isSameWord && context.before.endsWith("unix:")) {
        for (const syntax::Service &service : desk.snapshot.masterCf().services()) {
            const syntax::MasterCf &file = desk.snapshot.masterCf();
            if (service.enabled && file.fieldOf(service, syntax::ServiceField::Command) == "spawn")
                gatherer.add(
                    {.text = "private/" + file.fieldOf(service, syntax::ServiceField::Name).toByteArray(),
                     .kind = Kind::Service});
        }
        return;
    }
    const catalog::Restriction *last =
        words.isEmpty() || isSameWord ? nullptr : desk.known.reference.restriction(words.last());
    if (last && last->argument == catalog::Argument::Table)
        return addTableTypes(desk, gatherer);
    if (last && last->argument == catalog::Argument::Service) {
        gatherer.add({.text = "unix:", .kind = Kind::TableType});
        gatherer.add({.text = "inet:", .kind = Kind::TableType});
        return;
    }
    if (last && last->argument != catalog::Argument::None)
        return;
    for (const QByteArray &name : desk.roles.classes())
        gatherer.add({.text = name, .kind = Kind::OwnParameter});
    for (const catalog::Restriction &restriction : desk.known.reference.restrictions()) {
        const bool isGone = restriction.removedIn && *restriction.removedIn <= desk.known.target;
        const bool isAccepted = list.isEmpty() || restriction.acceptedIn.contains(list);
        if (isGone || restriction.since > desk.known.target || !isAccepted || !restriction.isDocumented)
            continue;
        const bool isUseful = list.isEmpty() || restriction.usefulIn.contains(list)
            || restriction.usefulWithDelayReject.contains(list);
        const bool hasArgument = restriction.argument != catalog::Argument::None || restriction.isPrefix;
        const QByteArray name = restriction.name.toByteArray();
        gatherer.add({.text = name,
                      .inserted = hasArgument ? name + ' ' : name,
                      .kind = Kind::Restriction,
                      .detail = restriction.argumentForm.toByteArray(),
                      .help = restriction.help.toByteArray(),
                      .isDeprecated = restriction.status != catalog::RestrictionStatus::Current},
                     isUseful ? 0 : 1);
    }
}

} // namespace completion
