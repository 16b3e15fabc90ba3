// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/rules/options.h"

#include "core/lint/assigned.h"
#include "core/lint/masterwords.h"
#include "core/lint/mending.h"
#include "core/lint/words.h"

#include <algorithm>

namespace lint {

namespace {

using model::FileId;
using model::Place;

constexpr catalog::Version clientFlags{3, 5, 0};

bool takesOperands(const Context &context, const effective::Service &service, const MasterWord &word)
{
    if (service.program == "pipe" || service.program == "spawn")
        return true;
    return (service.program == "smtp" || service.program == "lmtp") && context.version() >= clientFlags
        && attributeText(word).startsWith("flags=");
}

bool isRead(const catalog::Facts &facts, QByteArrayView program)
{
    return facts.usedBy.isEmpty() || facts.usedBy.contains(QByteArrayView("all"))
        || facts.usedBy.contains(QByteArrayView("master")) || facts.usedBy.contains(program);
}

/// Whether a program reads something that has the parameter's value in it. Who refers to what is looked at
/// again for each name that a changed value mentions.
bool isReadIndirectly(const Context &context, const QByteArray &name, const effective::Service &service,
                      qsizetype index)
{
    const effective::Values &values = context.valuesWithoutNote();
    QByteArrayList open{name};
    QSet<QByteArray> seen{name};
    while (!open.isEmpty()) {
        const QByteArray next = open.takeLast();
        for (const QByteArray &referrer : values.referrersOf(next)) {
            const catalog::Facts *facts = context.factsOf(referrer);
            if (facts && isRead(*facts, service.program))
                return true;
            if (!seen.contains(referrer)) {
                seen.insert(referrer);
                open.append(referrer);
            }
        }
    }
    for (qsizetype i = 0; i < context.assignmentCount(); ++i) {
        const Assignment &one = context.assignmentAt(i);
        if (one.service == index && values.referencesOf(one.name, index).contains(name))
            return true;
    }
    return false;
}

/// Replaces what stands between some words; nothing when a comment is among it.
QList<Fix> respaced(const Context &context, const char *title, syntax::ByteRange range, const QByteArray &by)
{
    const QByteArray old = range.in(context.masterCf().text()).toByteArray();
    if (old.contains('#') || old.contains('\\'))
        return {};
    return {replaceText(title, FileId::MasterCf, range, old, by)};
}

/// "-o name=a, b c" was meant as one value.
QList<Fix> joinedWithOption(const Context &context, const effective::Service &service,
                            const MasterWord &stray)
{
    const QList<MasterWord> words = wordsOf(context, service);
    qsizetype first = -1;
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (words[i].range == stray.range)
            first = i;
    }
    if (first < 2 || words[first - 2].text != "-o" || words[first - 1].isGroup
        || !words[first - 1].text.contains('='))
        return {};
    QByteArray text = words[first - 1].text;
    qsizetype last = first;
    for (qsizetype i = first; i < words.size() && !words[i].text.startsWith('-') && !words[i].isGroup; ++i) {
        if (!text.endsWith(',') && !text.endsWith('=') && !words[i].text.startsWith(','))
            text += ',';
        text += words[i].text;
        last = i;
    }
    return respaced(context, QT_TRANSLATE_NOOP("lint", "Join the words with commas"),
                    {words[first - 1].range.begin, words[last].range.end}, text);
}

/// "-o name = value" was meant as "-o name=value".
QList<Fix> joinedEquals(const Context &context, const effective::Service &service, const MasterWord &name)
{
    const QList<MasterWord> words = wordsOf(context, service);
    for (qsizetype i = 0; i + 1 < words.size(); ++i) {
        if (words[i].range != name.range || name.text == "-o" || !words[i + 1].text.startsWith('='))
            continue;
        QByteArray text = name.text + words[i + 1].text;
        qsizetype last = i + 1;
        if (words[last].text == "=" && last + 1 < words.size() && !words[last + 1].text.startsWith('-'))
            text += words[++last].text;
        return respaced(context, QT_TRANSLATE_NOOP("lint", "Remove the blanks around the equals sign"),
                        {name.range.begin, words[last].range.end}, text);
    }
    return {};
}

} // namespace

void strayArgument(const Context &context, Report &report)
{
    for (const effective::Service &service : context.services()) {
        // Programs of others take what they like.
        if (!context.reference().program(service.program))
            continue;
        for (const MasterWord &word : optionsOf(context, service).operands) {
            if (takesOperands(context, service, word))
                continue;
            if (!hasTypographicCharacter(word.text) && !word.text.startsWith('#'))
                report.add(word.place(), {word.text}).fixes = joinedWithOption(context, service, word);
            break;
        }
    }
}

void optionWithoutValue(const Context &context, Report &report)
{
    for (const effective::Service &service : context.services()) {
        for (const MasterOptions::Bad &bad : optionsOf(context, service).withoutValue) {
            if (!hasTypographicCharacter(bad.word.text))
                report.add(bad.word.place(), {bad.word.text}).fixes =
                    joinedEquals(context, service, bad.word);
        }
    }
}

void verboseService(const Context &context, Report &report)
{
    for (const effective::Service &service : context.services()) {
        for (const MasterWord &word : optionsOf(context, service).verbose)
            report.add(word.place()).fixes = {
                removeArgument(context, QT_TRANSLATE_NOOP("lint", "Remove the option"), word.range)};
    }
}

void optionRepeated(const Context &context, Report &report)
{
    const QList<Assignment> &all = context.assignments();
    for (qsizetype i = 0; i < all.size(); ++i) {
        for (qsizetype j = i + 1; j < all.size() && !all[i].isInMainCf() && all[j].service == all[i].service;
             ++j) {
            if (all[j].name != all[i].name)
                continue;
            Finding &finding = report.add(all[j].place(), {all[j].name});
            finding.related = {all[i].place()};
            finding.fixes = {removeAssignment(all[i], QT_TRANSLATE_NOOP("lint", "Remove the first one"))};
            break;
        }
    }
}

void optionNotRead(const Context &context, Report &report)
{
    forEachAssignment(context, [&](const Assignment &assignment) {
        if (assignment.isInMainCf() || !assignment.isInForce)
            return;
        const effective::Service &service = context.services()[assignment.service];
        const catalog::Facts *facts = assignment.facts;
        if (!facts || !context.reference().program(service.program) || isRead(*facts, service.program)
            || isReadIndirectly(context, assignment.name, service, assignment.service))
            return;
        report.add(assignment.place(), {service.program, assignment.name});
    });
}

void unbalancedBrace(const Context &context, Report &report)
{
    for (const effective::Service &service : context.services()) {
        for (const MasterWord &word : wordsOf(context, service)) {
            if (word.isGroup && !word.isClosed)
                report.add(word.place());
        }
    }
}

// pcf_normalize_daemon_args() in src/postconf/postconf_master.c.
void optionGlued(const Context &context, Report &report)
{
    for (const effective::Service &service : context.services()) {
        for (const MasterWord &word : optionsOf(context, service).glued) {
            if (word.text.indexOf('o', 2) >= 0)
                report.add(word.place()).fixes = {
                    replaceText(QT_TRANSLATE_NOOP("lint", "Put a blank behind “-o”"), FileId::MasterCf,
                                {word.range.begin, word.range.begin + 2}, "-o", "-o ")};
        }
    }
}

} // namespace lint
