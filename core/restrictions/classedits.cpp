// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/restrictions/classedits.h"

#include "core/edits/parameteredits.h"
#include "core/edits/serviceedits.h"
#include "core/restrictions/listtext.h"
#include "core/restrictions/splitting.h"
#include "core/restrictions/stages.h"
#include "core/syntax/expansion.h"

#include <QCoreApplication>

#include <algorithm>

namespace restrictions {

namespace {

using edits::Outcome;
using edits::Refusal;
using effective::Target;
using model::Draft;
using Reason = Refusal::Reason;

/// Where classes are named for that list: with the service only where that has a list of its own.
ListName classesOf(const Draft &draft, qsizetype service)
{
    if (service < 0 || service >= draft.masterCf().services().size())
        return ListName{classesParameter};
    const syntax::MasterCf &file = draft.masterCf();
    const bool isOwn =
        std::ranges::any_of(file.services()[service].overrides, [&](const syntax::Override &option) {
            return option.enabled && file.nameOf(option) == classesParameter;
        });
    return ListName{classesParameter, isOwn ? service : -1};
}

/// Every list that is set somewhere: main.cf's settings, and the overrides of services in force.
QList<ListName> listsSet(const Draft &draft, const QSet<QByteArray> &classes)
{
    const auto isList = [&](const QByteArray &name) { return stageOf(name) || classes.contains(name); };
    QList<ListName> lists;
    const auto add = [&](const ListName &list) {
        if (isList(list.parameter) && !lists.contains(list))
            lists.append(list);
    };
    for (const syntax::Setting &setting : draft.mainCf().settings()) {
        if (setting.enabled)
            add(ListName{draft.mainCf().nameOf(setting).toByteArray()});
    }
    const syntax::MasterCf &file = draft.masterCf();
    for (qsizetype i = 0; i < file.services().size(); ++i) {
        for (const syntax::Override &option : file.services()[i].overrides) {
            if (file.services()[i].enabled && option.enabled)
                add(ListName{file.nameOf(option).toByteArray(), i});
        }
    }
    return lists;
}

/// Puts the steps of the class where that list has its name.
Outcome unfold(Draft &draft, const ListName &list, const QByteArray &name, const QList<Step> &inside,
               const Vocabulary &words, const Target &target)
{
    const QList<Step> steps = splitSteps(itemsNow(draft, list, target), words);
    for (qsizetype i = steps.size() - 1; i >= 0; --i) {
        const Step &step = steps[i];
        if (step.form != Form::Class || step.word != name)
            continue;
        if (Outcome refusal = removeStep(draft, list, {step.first, step.count}, target))
            return refusal;
        qsizetype at = step.first;
        for (const Step &inner : inside) {
            const bool isWarning = step.isWarning && !inner.isWarning;
            const QByteArray text = (isWarning ? "warn_if_reject " : "") + inner.text;
            if (Outcome refusal = insertStep(draft, list, at, text, target))
                return refusal;
            at += inner.count + (isWarning ? 1 : 0);
        }
    }
    return {};
}

Outcome dissolve(Draft &draft, const QByteArray &name, const catalog::Reference &reference,
                 const Target &target)
{
    const effective::Values values(draft.snapshot(), target);
    const Vocabulary words{.reference = &reference, .classes = classesIn(values, effective::noService)};
    const QList<Step> inside = splitSteps(itemsNow(draft, ListName{name}, target), words);
    if (std::ranges::any_of(inside, [&](const Step &step) { return step.word == name; }))
        return Refusal{Reason::BadValue, name};
    for (const ListName &list : listsSet(draft, words.classes)) {
        if (list.parameter == name)
            continue;
        if (Outcome refusal = unfold(draft, list, name, inside, words, target))
            return refusal;
    }
    const ListName classes{classesParameter};
    const qsizetype at = itemsNow(draft, classes, target).indexOf(name);
    if (at >= 0) {
        if (Outcome refusal = removeStep(draft, classes, {at, 1}, target))
            return refusal;
    }
    if (itemsNow(draft, classes, target).isEmpty()) {
        if (Outcome refusal = edits::resetParameter(draft, classesParameter))
            return refusal;
    }
    return edits::resetParameter(draft, name);
}

} // namespace

Outcome classNameRefused(const Draft &draft, const QByteArray &name, const catalog::Reference &reference)
{
    if (name.isEmpty())
        return Refusal{Reason::EmptyName, name};
    if (!std::ranges::all_of(name, syntax::isNameByte))
        return Refusal{Reason::BadName, name,
                       QCoreApplication::translate("restrictions", "Letters, digits and “_” can be used.")};
    if (reference.restriction(name) || reference.factsOf(name))
        return Refusal{
            Reason::BuiltIn, name,
            QCoreApplication::translate("restrictions", "Postfix itself has something of that name.")};
    if (draft.mainCf().indexOf(name) >= 0)
        return Refusal{Reason::AlreadyThere, name};
    return {};
}

Outcome makeClass(Draft &draft, const ListName &list, Items steps, const QByteArray &name,
                  const catalog::Reference &reference, const Target &target)
{
    if (Outcome refusal = classNameRefused(draft, name, reference))
        return refusal;
    const QByteArrayList items = itemsNow(draft, list, target).mid(steps.first, steps.count);
    const ListName classes = classesOf(draft, list.service);
    Draft trial = draft;
    Outcome refusal = replaceStep(trial, list, steps, name, target);
    if (!refusal)
        refusal = insertStep(trial, classes, itemsNow(trial, classes, target).size(), name, target);
    if (!refusal) {
        const Vocabulary words{.reference = &reference};
        QByteArrayList texts;
        for (const Step &step : splitSteps(items, words))
            texts.append(step.text);
        refusal = edits::setParameter(trial, name, texts.join(", "));
    }
    if (!refusal)
        draft = trial;
    return refusal;
}

Outcome dissolveClass(Draft &draft, const QByteArray &name, const catalog::Reference &reference,
                      const Target &target)
{
    Draft trial = draft;
    Outcome refusal = dissolve(trial, name, reference, target);
    if (!refusal)
        draft = trial;
    return refusal;
}

} // namespace restrictions
