// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/rules/commands.h"

#include "core/lint/masterwords.h"
#include "core/lint/mending.h"
#include "core/lint/transports.h"

#include <algorithm>

namespace lint {

namespace {

using model::Place;

bool isUnsafeUser(const Context &context, const QByteArray &user)
{
    const QByteArray name =
        user.first(std::max<qsizetype>(0, user.indexOf(':') < 0 ? user.size() : user.indexOf(':')));
    return name == "root" || name == "postfix" || name == "$mail_owner" || name == "${mail_owner}"
        || name == context.value("mail_owner");
}

bool startsWithOneOf(const QByteArray &text, const QByteArrayList &heads)
{
    return std::any_of(heads.begin(), heads.end(),
                       [&](const QByteArray &head) { return text.startsWith(head); });
}

/// What is wrong with the attributes of pipe(8) or spawn(8); empty if nothing is.
QByteArray problemOf(const Context &context, const effective::Service &service, const QByteArrayList &allowed)
{
    static const QByteArray flagLetters = "BDFORXhqu.>";
    bool hasUser = false;
    bool hasCommand = false;
    for (const MasterWord &word : optionsOf(context, service).operands) {
        const QByteArray text = attributeText(word);
        if (text == "\\" || text.startsWith('#'))
            continue;
        if (text.startsWith("argv=")) {
            hasCommand = true;
            break;
        }
        if (!startsWithOneOf(text, allowed))
            return "“" + text + "” is no attribute";
        if (text.startsWith("user=")) {
            hasUser = true;
            if (isUnsafeUser(context, text.sliced(5)))
                return "the user must not be “" + text.sliced(5) + "”";
        }
        if (text.startsWith("flags=")) {
            for (const char letter : text.sliced(6)) {
                if (!flagLetters.contains(letter))
                    return "there is no flag “" + QByteArray(1, letter) + "”";
            }
        }
    }
    if (!hasUser)
        return "“user=” is missing";
    return hasCommand ? QByteArray() : QByteArray("“argv=” is missing");
}

void reportAttributes(const Context &context, QByteArrayView program, const QByteArrayList &allowed,
                      Report &report)
{
    for (const effective::Service &service : context.services()) {
        if (service.program != program)
            continue;
        if (const QByteArray problem = problemOf(context, service, allowed); !problem.isEmpty())
            report.add(context.placeOf(service), {problem});
    }
}

} // namespace

// get_service_attr() in src/pipe/pipe.c.
void pipeAttributes(const Context &context, Report &report)
{
    reportAttributes(context, "pipe",
                     {"chroot=", "directory=", "eol=", "flags=", "null_sender=", "nexthop", "size=", "user="},
                     report);
}

// get_service_attr() in src/spawn/spawn.c.
void spawnAttributes(const Context &context, Report &report)
{
    reportAttributes(context, "spawn", {"user="}, report);
}

void recipientLimitForFlags(const Context &context, Report &report)
{
    constexpr catalog::Version clientFlags{3, 5, 0};
    for (const effective::Service &service : context.services()) {
        const bool isClient =
            (service.program == "smtp" || service.program == "lmtp") && context.version() >= clientFlags;
        if (service.program != "pipe" && !isClient)
            continue;
        const QByteArray limit = service.name + "_destination_recipient_limit";
        if (context.value(limit) == "1" || !usedTransports(context).contains(service.name))
            continue;
        for (const MasterWord &word : optionsOf(context, service).operands) {
            const QByteArray text = attributeText(word);
            if (text.startsWith("argv="))
                break;
            if (text.startsWith("flags=") && (text.contains('D') || text.sliced(6).contains('O')))
                report.add(word.place(), {service.name}).fixes = {setParameter(
                    QT_TRANSLATE_NOOP("lint", "Deliver to one recipient at a time"), limit, "1")};
        }
    }
}

namespace {

/// The command in the hands of a shell. What pipe(8) puts in for a `$name` comes from strangers, and must not
/// get there.
QList<Fix> throughShell(const Context &context, const QList<MasterWord> &operands)
{
    const auto first = std::find_if(operands.begin(), operands.end(),
                                    [](const MasterWord &word) { return word.text.startsWith("argv="); });
    if (first == operands.end() || context.version() < catalog::Version{3, 0, 0})
        return {};
    const syntax::ByteRange range{first->range.begin, operands.last().range.end};
    const QByteArray old = range.in(context.masterText()).toByteArray();
    const bool isPlain =
        std::none_of(old.begin(), old.end(), [](char c) { return QByteArrayView("$\n\r{}#").contains(c); });
    if (!isPlain)
        return {};
    return {replaceText(QT_TRANSLATE_NOOP("lint", "Run it in a shell"), model::FileId::MasterCf, range, old,
                        "argv=/bin/sh -c {" + old.sliced(5) + '}')};
}

} // namespace

void shellSyntax(const Context &context, Report &report)
{
    static const QSet<QByteArray> signs{"|", "||", "&&", ";", ">", ">>", "<", "&", "2>&1"};
    for (const effective::Service &service : context.services()) {
        if (service.program != "pipe" && service.program != "spawn")
            continue;
        bool isCommand = false;
        const QList<MasterWord> operands = optionsOf(context, service).operands;
        for (const MasterWord &word : operands) {
            QByteArray text = word.text;
            if (text.startsWith("argv=")) {
                isCommand = true;
                text = text.sliced(5);
            }
            const auto isQuote = [](char c) { return c == '"' || c == '\''; };
            if (isCommand && !text.isEmpty()
                && (signs.contains(text) || text.startsWith("~/") || isQuote(text.front())
                    || isQuote(text.back())))
                report.add(word.place()).fixes = throughShell(context, operands);
        }
    }
}

} // namespace lint
