// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/completion/gathering.h"
#include "core/syntax/logicallines.h"

namespace completion {

using Kind = Candidate::Kind;

namespace {

constexpr int typeField = 1;
constexpr int chrootField = 4;
constexpr int wakeupField = 5;
constexpr int processField = 6;
constexpr int commandField = 7;

void addPrograms(const Desk &desk, Gatherer &gatherer)
{
    for (const catalog::Program &program : desk.known.reference.programs()) {
        if (program.isInMasterCf && program.since <= desk.known.target)
            gatherer.add({.text = program.name.toByteArray(),
                          .kind = Kind::Program,
                          .help = program.purpose.toByteArray()});
    }
}

void addServiceNames(const Desk &desk, Gatherer &gatherer)
{
    for (const catalog::MasterRow &row : desk.known.reference.masterRows()) {
        if (row.since <= desk.known.target)
            gatherer.add({.text = row.name.toByteArray(),
                          .kind = Kind::Service,
                          .detail = row.type.toByteArray() + ' ' + row.command.toByteArray()});
    }
}

} // namespace

void addFields(const Desk &desk, const Context &context, Gatherer &gatherer)
{
    if (context.field == 0)
        return addServiceNames(desk, gatherer);
    if (context.field == typeField) {
        for (const catalog::MasterType &type : desk.known.reference.masterTypes()) {
            if (type.since <= desk.known.target)
                gatherer.add({.text = type.name.toByteArray(),
                              .kind = Kind::Value,
                              .help = type.meaning.toByteArray(),
                              .isDeprecated = type.isObsolete});
        }
        return;
    }
    if (context.field == commandField)
        return addPrograms(desk, gatherer);
    for (const catalog::MasterField &field : desk.known.reference.masterFields()) {
        if (field.index != context.field + 1)
            continue;
        for (const QByteArrayView value : field.values)
            gatherer.add({.text = value.toByteArray(),
                          .kind = Kind::Value,
                          .detail = value == "-" ? field.defaultValue.value_or(QByteArrayView()).toByteArray()
                                                 : QByteArray(),
                          .help = field.meaning.toByteArray()});
        if (context.field == wakeupField || context.field == processField || context.field == chrootField) {
            gatherer.add({.text = "-",
                          .kind = Kind::Value,
                          .detail = field.defaultValue.value_or(QByteArrayView()).toByteArray(),
                          .help = field.meaning.toByteArray()});
        }
        if (context.field == wakeupField || context.field == processField)
            gatherer.add({.text = "0", .kind = Kind::Value, .help = field.form.toByteArray()});
    }
}

void addArguments(const Desk &desk, const Context &context, Gatherer &gatherer)
{
    for (const catalog::MasterOption &option : desk.known.reference.masterOptions()) {
        const QByteArray name = option.name.toByteArray();
        const qsizetype blank = name.indexOf(' ');
        gatherer.add({.text = blank < 0 ? name : name.first(blank),
                      .inserted = blank < 0 ? name : name.first(blank + 1),
                      .kind = Kind::Option,
                      .help = option.meaning.toByteArray()});
    }
    const catalog::Program *program = desk.known.reference.program(context.program);
    if (!program)
        return;
    for (const catalog::ProgramOption &option : program->options) {
        if (!option.since || *option.since <= desk.known.target)
            gatherer.add({.text = option.name.toByteArray(),
                          .kind = Kind::Option,
                          .help = option.meaning.toByteArray()});
    }
}

bool addResults(const Desk &desk, const Context &context, Gatherer &gatherer)
{
    const usages::ValueForms forms = desk.roles.formsOf(desk.file);
    const QByteArray before = context.before.trimmed();
    QSet<QByteArray> formats;
    for (const QByteArray &parameter : desk.roles.parametersNaming(desk.file)) {
        const catalog::Facts *facts = desk.known.reference.factsOf(parameter);
        if (facts && !facts->tableFormat.isEmpty())
            formats.insert(facts->tableFormat.toByteArray());
    }
    if (forms & usages::ValueForm::Restrictions)
        formats.insert("access");
    if (forms & usages::ValueForm::CheckTables && formats.isEmpty())
        formats.insert("header_checks");
    if (forms & usages::ValueForm::TransportTables && before.isEmpty())
        addServices(desk, context.after.startsWith(':') ? QByteArray() : QByteArray(":"), true, gatherer);
    if (before.compare("FILTER", Qt::CaseInsensitive) == 0) {
        addServices(desk, ":", true, gatherer);
        return true;
    }
    for (const QByteArray &format : formats) {
        if (before.isEmpty()) {
            for (const catalog::TableAction *action : desk.known.reference.actions(format)) {
                const bool isWord = action->pattern.isEmpty() && action->action.toByteArray().isUpper()
                    && !(action->since && *action->since > desk.known.target) && action->isDocumented;
                if (!isWord)
                    continue;
                const QByteArray name = action->action.toByteArray();
                const bool hasArgument =
                    action->argument != "none" && !action->argument.startsWith("optional");
                gatherer.add(
                    {.text = name,
                     .inserted = hasArgument ? name + ' ' : name,
                     .kind = Kind::Action,
                     .detail = action->argument == "none" ? QByteArray() : action->argument.toByteArray(),
                     .help = action->note.toByteArray()});
            }
            const catalog::TableFormat *known = desk.known.reference.tableFormat(format);
            for (const QByteArrayView level : known ? known->levels : QList<QByteArrayView>())
                gatherer.add({.text = level.toByteArray(), .kind = Kind::Value});
        }
        if (format == "access")
            addRestrictions(desk, context, {}, gatherer);
    }
    return false;
}

} // namespace completion
