// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/rules/hardening.h"

#include "core/lint/assigned.h"
#include "core/lint/listfixes.h"
#include "core/lint/mending.h"
#include "core/lint/tables.h"

#include <algorithm>

namespace lint {

namespace {

bool isDangerous(const QByteArray &text)
{
    static const QSet<QByteArray> names{"IFS", "BASH_ENV", "ENV", "SHELLOPTS", "PERL5LIB", "PYTHONPATH"};
    const qsizetype equals = text.indexOf('=');
    const QByteArray name = equals < 0 ? text : text.first(equals);
    return name.startsWith("LD_") || names.contains(name) || (name == "PATH" && equals < 0);
}

} // namespace

void debugLeftOn(const Context &context, Report &report)
{
    const Assignment *peers = context.assignment("debug_peer_list");
    if (peers && !context.value("debug_peer_list").isEmpty())
        report.add(peers->place()).fixes = {
            removeAssignment(*peers, QT_TRANSLATE_NOOP("lint", "Remove the setting"))};
    for (const effective::Service &service : context.services()) {
        for (const syntax::Argument &argument : context.row(service).arguments) {
            if (argument.range.in(context.masterText()) == "-D" && context.isAssigned("debugger_command"))
                report.add({model::FileId::MasterCf, argument.range});
        }
    }
}

void privilegedAccount(const Context &context, Report &report)
{
    const QByteArray owner = context.value("mail_owner");
    const QByteArray rights = context.value("default_privs");
    static const QSet<QByteArray> groups{"root", "wheel", "postfix"};
    for (const char *name : {"default_privs", "mail_owner"}) {
        const Assignment *assigned = context.assignment(name);
        const QByteArray account = context.value(name);
        const bool isLast = assigned
            && (!context.isAssigned("default_privs") || !context.isAssigned("mail_owner")
                || assigned->namePlace.range.begin
                    >= std::max(context.assignment("default_privs")->namePlace.range.begin,
                                context.assignment("mail_owner")->namePlace.range.begin));
        if (assigned && (account == "root" || account == "0" || (isLast && owner == rights)))
            report.add(assigned->place(), {account}).fixes = {
                setValue(*assigned, QT_TRANSLATE_NOOP("lint", "Use the usual account"),
                         QByteArrayView(name) == "mail_owner" ? "postfix" : "nobody")};
    }
    const Assignment *group = context.assignment("setgid_group");
    if (group && groups.contains(context.value("setgid_group")))
        report.add(group->place(), {context.value("setgid_group")}).fixes = {
            setValue(*group, QT_TRANSLATE_NOOP("lint", "Use the usual group"), "postdrop")};
}

void commandsFromInclude(const Context &context, Report &report)
{
    for (const char *name : {"allow_mail_to_commands", "allow_mail_to_files"}) {
        forEachValueOf(context, name, [&](const Assignment &assignment, const TracedValue &value) {
            for (const Word &word : value.words()) {
                if (word.text.toLower() == "include")
                    report.add(assignment.place()).fixes =
                        removeWords(context, QT_TRANSLATE_NOOP("lint", "Remove the word"), {word});
            }
        });
    }
}

void dangerousEnvironment(const Context &context, Report &report)
{
    for (const char *name : {"import_environment", "export_environment"}) {
        forEachValueOf(context, name, [&](const Assignment &assignment, const TracedValue &value) {
            for (const Word &word : value.words()) {
                if (isDangerous(word.text))
                    report
                        .add(context.placeOf(word, name, assignment.service), {word.text.split('=').first()})
                        .fixes = removeWords(context, QT_TRANSLATE_NOOP("lint", "Remove the word"), {word});
            }
        });
    }
}

void passwordInMainCf(const Context &context, Report &report)
{
    forEachAssignment(context, [&](const Assignment &assignment) {
        if (!assignment.isInForce)
            return;
        const bool isClientSecret =
            (assignment.name.endsWith("_password") || assignment.name.endsWith("_bind_pw"))
            && !assignment.facts && !assignment.definition.text.isEmpty();
        bool isInline = false;
        if (assignment.name.endsWith("_sasl_password_maps")) {
            for (const TableUse &table : tablesOf(context, assignment.name, assignment.service)) {
                isInline = isInline || table.type == "inline"
                    || (table.type == "static" && table.name.contains(':'));
            }
        }
        if (isClientSecret || isInline)
            report.add(assignment.place());
    });
}

void leadingDashRecipients(const Context &context, Report &report)
{
    forEachValueOf(context, "allow_min_user", [&](const Assignment &assignment, const TracedValue &value) {
        if (value.text().trimmed().toLower() == "yes")
            report.add(assignment.place()).fixes = {
                removeAssignment(assignment, QT_TRANSLATE_NOOP("lint", "Use the default"))};
    });
}

} // namespace lint
