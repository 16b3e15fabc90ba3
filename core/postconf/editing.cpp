// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/postconf/editing.h"

#include "core/edits/parameteredits.h"
#include "core/edits/serviceedits.h"
#include "core/postconf/masterentry.h"
#include "core/syntax/logicallines.h"

#include <algorithm>
#include <optional>

namespace postconf {

namespace {

using model::Draft;
using syntax::ServiceField;

struct Assignment
{
    QByteArray name;
    QByteArray value;
};

/// split_nameval() in src/util/split_nameval.c.
std::optional<Assignment> assignmentOf(const QByteArray &argument, EditReport &report)
{
    const qsizetype equals = argument.indexOf('=');
    const QByteArray name = argument.first(std::max<qsizetype>(0, equals)).trimmed();
    const bool isOneWord = std::none_of(name.begin(), name.end(), syntax::isSpace);
    if (equals < 0 || !isOneWord)
        report.fatal = "missing '=' after attribute name: \"" + argument + '"';
    else if (name.isEmpty())
        report.fatal = "missing attribute name: \"" + argument + '"';
    else
        return Assignment{name, argument.sliced(equals + 1).trimmed()};
    return std::nullopt;
}

void refuse(const edits::Outcome &outcome, EditReport &report)
{
    if (outcome && report.fatal.isEmpty())
        report.fatal = edits::refusalText(*outcome).toUtf8();
}

/// Indexes of the services in force that NAME/TYPE stands for; '*' is any.
QList<qsizetype> matching(const syntax::MasterCf &masterCf, const QByteArrayList &parts)
{
    QList<qsizetype> found;
    const auto matches = [](const QByteArray &pattern, QByteArrayView value) {
        return pattern == "*" || value == pattern;
    };
    for (qsizetype i = 0; i < masterCf.services().size(); ++i) {
        const syntax::Service &service = masterCf.services()[i];
        if (service.enabled && matches(parts[0], masterCf.fieldOf(service, ServiceField::Name))
            && matches(parts[1], masterCf.fieldOf(service, ServiceField::Type)))
            found.append(i);
    }
    return found;
}

/// The words of NAME/TYPE/REST, the rest of which may hold slashes of its own.
std::optional<QByteArrayList> partsOf(const QByteArray &place)
{
    const qsizetype first = place.indexOf('/');
    const qsizetype second = first < 0 ? -1 : place.indexOf('/', first + 1);
    if (second < 0)
        return std::nullopt;
    return QByteArrayList{place.first(first), place.sliced(first + 1, second - first - 1),
                          place.sliced(second + 1)};
}

edits::ServiceSpec specOf(const syntax::MasterCf &file)
{
    const syntax::Service &service = file.services().first();
    const auto field = [&](ServiceField which) { return file.fieldOf(service, which).toByteArray(); };
    return {.name = field(ServiceField::Name),
            .type = field(ServiceField::Type),
            .isPrivate = field(ServiceField::Private),
            .unprivileged = field(ServiceField::Unprivileged),
            .chroot = field(ServiceField::Chroot),
            .wakeup = field(ServiceField::Wakeup),
            .processLimit = field(ServiceField::ProcessLimit),
            .command = field(ServiceField::Command),
            .arguments = file.normalizedArguments(service)};
}

/// Turns the service into what the spec says, field by field, so that what is the same stays as it is
/// written.
edits::Outcome become(Draft &draft, qsizetype index, const syntax::MasterCf &wanted)
{
    const syntax::Service &target = wanted.services().first();
    for (int i = 0; i < syntax::serviceFieldCount; ++i) {
        const auto field = static_cast<ServiceField>(i);
        const QByteArray value = wanted.fieldOf(target, field).toByteArray();
        if (auto refusal = edits::setServiceField(draft, index, field, value))
            return refusal;
    }
    const QByteArrayList words = wanted.normalizedArguments(target);
    const QMap<QByteArray, QByteArray> overrides = overridesIn(words);
    const syntax::Service before = draft.masterCf().services()[index];
    QByteArrayList superfluous;
    for (const syntax::Override &option : before.overrides) {
        const QByteArray name = draft.masterCf().nameOf(option).toByteArray();
        if (option.enabled && !overrides.contains(name) && !superfluous.contains(name))
            superfluous.append(name);
    }
    for (const QByteArray &name : std::as_const(superfluous)) {
        if (auto refusal = edits::removeOverride(draft, index, name))
            return refusal;
    }
    for (auto it = overrides.cbegin(); it != overrides.cend(); ++it) {
        if (auto refusal = edits::setOverride(draft, index, it.key(), *it))
            return refusal;
    }
    QByteArrayList plain;
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (words[i] == "-o")
            ++i;
        else
            plain.append(words[i]);
    }
    return edits::setServiceArguments(draft, index, plain);
}

} // namespace

EditReport setSettings(Draft &draft, const QByteArrayList &arguments)
{
    EditReport report;
    for (const QByteArray &argument : arguments) {
        const auto assignment = assignmentOf(argument, report);
        if (!assignment)
            return report;
        refuse(edits::setParameter(draft, assignment->name, assignment->value), report);
    }
    return report;
}

EditReport commentOutSettings(Draft &draft, const QByteArrayList &names)
{
    EditReport report;
    for (const QByteArray &name : names)
        refuse(edits::commentOutParameter(draft, name), report);
    return report;
}

EditReport removeSettings(Draft &draft, const QByteArrayList &names)
{
    EditReport report;
    for (const QByteArray &name : names)
        refuse(edits::resetParameter(draft, name), report);
    return report;
}

EditReport setServices(Draft &draft, const QByteArrayList &arguments)
{
    EditReport report;
    for (const QByteArray &argument : arguments) {
        const auto assignment = assignmentOf(argument, report);
        if (!assignment)
            return report;
        const QByteArrayList place = assignment->name.split('/');
        const syntax::MasterCf entry(assignment->value + '\n');
        if (place.size() != 2 || entry.services().size() != 1 || !entry.services().first().enabled) {
            report.fatal = "bad field count: \"" + argument + '"';
            return report;
        }
        report.fatal = fieldProblem(entry, entry.services().first());
        if (!report.fatal.isEmpty())
            return report;
        const QList<qsizetype> found = matching(draft.masterCf(), place);
        if (found.isEmpty())
            refuse(edits::addService(draft, draft.masterCf().services().size(), specOf(entry)), report);
        for (const qsizetype index : found)
            refuse(become(draft, index, entry), report);
    }
    return report;
}

EditReport setFields(Draft &draft, const QByteArrayList &arguments)
{
    EditReport report;
    for (const QByteArray &argument : arguments) {
        const auto assignment = assignmentOf(argument, report);
        if (!assignment)
            return report;
        const auto place = partsOf(assignment->name);
        if (!place) {
            report.fatal = "-F option requires service_name/type/field";
            return report;
        }
        const auto field = std::find(std::begin(fieldNames), std::end(fieldNames), place->last());
        if (field == std::end(fieldNames)) {
            report.fatal = "invalid service attribute name: \"" + place->last() + '"';
            return report;
        }
        const auto which = static_cast<ServiceField>(field - std::begin(fieldNames));
        const QList<qsizetype> found = matching(draft.masterCf(), *place);
        if (found.isEmpty())
            report.warnings.append("unmatched service_name/type: \"" + argument + '"');
        for (const qsizetype index : found) {
            if (which != ServiceField::Command) {
                refuse(edits::setServiceField(draft, index, which, assignment->value), report);
                continue;
            }
            // A command comes with all its words.
            const syntax::MasterCf entry("a unix - - - - - " + assignment->value + '\n');
            if (entry.services().size() != 1) {
                report.fatal = "missing command: \"" + argument + '"';
                return report;
            }
            const syntax::MasterCf &file = draft.masterCf();
            QByteArray line;
            for (int i = 0; i + 1 < syntax::serviceFieldCount; ++i)
                line +=
                    file.fieldOf(file.services()[index], static_cast<ServiceField>(i)).toByteArray() + ' ';
            refuse(become(draft, index, syntax::MasterCf(line + assignment->value + '\n')), report);
        }
    }
    return report;
}

EditReport setOverrides(Draft &draft, const QByteArrayList &arguments)
{
    EditReport report;
    for (const QByteArray &argument : arguments) {
        const auto assignment = assignmentOf(argument, report);
        if (!assignment)
            return report;
        const auto place = partsOf(assignment->name);
        if (!place) {
            report.fatal = "-P option requires service_name/type/parameter";
            return report;
        }
        const QList<qsizetype> found = matching(draft.masterCf(), *place);
        if (found.isEmpty())
            report.warnings.append("unmatched service_name/type: \"" + argument + '"');
        for (const qsizetype index : found)
            refuse(edits::setOverride(draft, index, place->last(), assignment->value), report);
    }
    return report;
}

} // namespace postconf
