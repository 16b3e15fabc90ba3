// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/completion/description.h"

#include "core/completion/context.h"
#include "core/usages/usages.h"

#include <algorithm>

namespace completion {

using model::FileId;
using syntax::ServiceField;
using usages::Symbol;
using Kind = Description::Kind;

namespace {

void describeParameter(Description &description, const Known &known, const usages::Index &index)
{
    const QByteArray &name = description.name;
    if (const catalog::Facts *facts = known.reference.factsOf(name)) {
        description.kind = Kind::Parameter;
        description.help = facts->help.toByteArray();
        description.defaultValue = facts->defaultFor(known.target).toByteArray();
        description.standing = catalog::standingIn(*facts, known.target);
        for (const QByteArrayView other : facts->replacedBy)
            description.replacedBy.append(other.toByteArray());
        return;
    }
    const catalog::PerService *made = known.reference.perServiceOf(name);
    if (made && !index.roles().serviceOf(name).isEmpty()) {
        description.kind = Kind::Parameter;
        description.help = made->help.toByteArray();
        description.defaultValue = made->defaultValue.toByteArray();
        return;
    }
    description.kind = Kind::OwnParameter;
    description.places = index.of(Symbol{Symbol::Kind::Parameter, name}).size();
}

void describeService(Description &description, const Known &known, const usages::Index &index,
                     const Symbol &symbol)
{
    description.kind = Kind::Service;
    description.places = index.of(symbol).size();
    const syntax::MasterCf &file = index.snapshot().masterCf();
    for (const syntax::Service &service : file.services()) {
        const bool isNetwork = file.fieldOf(service, ServiceField::Type) == "inet";
        if (file.fieldOf(service, ServiceField::Name) != symbol.name || isNetwork != symbol.isNetwork)
            continue;
        const QByteArrayView command = file.fieldOf(service, ServiceField::Command);
        description.detail =
            file.fieldOf(service, ServiceField::Type).toByteArray() + ' ' + command.toByteArray();
        if (const catalog::Program *program = known.reference.program(command))
            description.help = program->purpose.toByteArray();
        if (service.enabled)
            return;
    }
}

std::optional<Description> describeSymbol(const Known &known, const usages::Index &index,
                                          const usages::Usage &usage)
{
    Description description;
    description.range = usage.place.range;
    description.name = usage.symbol.name;
    switch (usage.symbol.kind) {
    case Symbol::Kind::Parameter:
        describeParameter(description, known, index);
        break;
    case Symbol::Kind::Service:
        describeService(description, known, index, usage.symbol);
        break;
    case Symbol::Kind::Table:
        description.kind = Kind::Table;
        if (const auto file = index.roles().fileOf(usage.symbol.name))
            description.detail = index.roles().parametersNaming(*file).join(", ");
        description.places = index.of(usage.symbol).size();
        break;
    }
    return description;
}

qsizetype serviceAround(const model::Snapshot &snapshot, FileId file, qsizetype offset)
{
    const QList<syntax::Service> &services = snapshot.masterCf().services();
    for (qsizetype i = 0; file == FileId::MasterCf && i < services.size(); ++i) {
        if (services[i].enabled && services[i].whole.contains(offset))
            return i;
    }
    return -1;
}

/// Words that have a meaning where they stand, and are no names.
std::optional<Description> describeWord(const model::Snapshot &snapshot, const Known &known, FileId file,
                                        const Context &context, const QByteArray &word)
{
    Description description;
    description.range = context.word;
    description.name = word;
    if (context.kind == Context::Kind::Field) {
        constexpr int typeField = 1;
        constexpr int commandField = 7;
        const catalog::Program *program = known.reference.program(word);
        if (context.field == commandField && program) {
            description.kind = Kind::Program;
            description.help = program->purpose.toByteArray();
            return description;
        }
        for (const catalog::MasterType &type : known.reference.masterTypes()) {
            if (context.field == typeField && type.name == word) {
                description.kind = Kind::Field;
                description.help = type.meaning.toByteArray();
                return description;
            }
        }
        for (const catalog::MasterField &field : known.reference.masterFields()) {
            if (context.field > typeField && context.field < commandField
                && field.index == context.field + 1) {
                description.kind = Kind::Field;
                description.name = field.name.toByteArray();
                description.help = field.meaning.toByteArray();
                description.detail = field.defaultValue.value_or(QByteArrayView()).toByteArray();
                return description;
            }
        }
        return {};
    }
    if (context.kind != Context::Kind::Value && context.kind != Context::Kind::Result)
        return {};
    if (context.after.startsWith(':')) {
        const catalog::TableType *type = known.reference.tableType(word);
        if (!type)
            return {};
        description.kind = Kind::TableType;
        description.help = type->summary.toByteArray();
        return description;
    }
    // A restriction can't be mistaken for anything else: their names are long. Short ones need their list.
    const usages::Roles roles(snapshot, known.reference.catalog());
    const usages::ValueForms forms =
        context.kind == Context::Kind::Value ? roles.formsOf(context.parameter) : roles.formsOf(file);
    const catalog::Restriction *restriction = known.reference.restriction(word);
    if (restriction && forms & usages::ValueForm::Restrictions) {
        description.kind = Kind::Restriction;
        description.help = restriction->help.toByteArray();
        description.detail = restriction->argumentForm.toByteArray();
        if (restriction->status != catalog::RestrictionStatus::Current)
            description.standing = catalog::Standing::Deprecated;
        for (const QByteArrayView other : restriction->replacedBy)
            description.replacedBy.append(other.toByteArray());
        return description;
    }
    const catalog::Facts *facts = known.reference.factsOf(context.parameter);
    for (const catalog::KnownValue &value : facts ? facts->values : QList<catalog::KnownValue>()) {
        if (value.value == word && !value.label.isEmpty()) {
            description.kind = Kind::Value;
            description.help = value.label.toByteArray();
            return description;
        }
    }
    return {};
}

} // namespace

std::optional<Description> descriptionAt(const model::Snapshot &snapshot, const Known &known, FileId file,
                                         qsizetype offset)
{
    if (!snapshot.contains(file) || offset < 0 || offset > snapshot.file(file).text().size())
        return {};
    const usages::Index index(snapshot, known.reference.catalog());
    std::optional<Description> description;
    usages::Usages there = index.at(file, offset);
    // A column of master.cf is a name, but the parameter is what one asks about where both stand.
    std::stable_sort(there.begin(), there.end(), [](const usages::Usage &a, const usages::Usage &b) {
        return a.symbol.kind == Symbol::Kind::Parameter && b.symbol.kind != Symbol::Kind::Parameter;
    });
    if (!there.isEmpty()) {
        description = describeSymbol(known, index, there.first());
    } else {
        const Context context = contextAt(snapshot.file(file), offset);
        const QByteArray word = snapshot.file(file).text().bytes(context.word);
        if (context.kind != Context::Kind::None && !word.isEmpty())
            description = describeWord(snapshot, known, file, context, word);
    }
    if (description)
        description->service = serviceAround(snapshot, file, offset);
    return description;
}

} // namespace completion
