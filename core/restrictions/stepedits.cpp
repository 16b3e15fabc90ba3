// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/restrictions/stepedits.h"

#include "core/edits/parameteredits.h"
#include "core/edits/serviceedits.h"
#include "core/edits/settingvalue.h"
#include "core/restrictions/listtext.h"
#include "core/syntax/listvalue.h"

#include <algorithm>
#include <functional>

namespace restrictions {

namespace {

using edits::ListEntry;
using edits::Outcome;
using edits::Refusal;
using effective::Target;
using model::Draft;
using syntax::MainCf;
using syntax::MasterCf;
using Reason = Refusal::Reason;

const syntax::Override *overrideIn(const MasterCf &file, const ListName &list)
{
    const syntax::Override *found = nullptr; // of an option given twice the program uses the last
    if (list.service < 0 || list.service >= file.services().size())
        return nullptr;
    for (const syntax::Override &option : file.services()[list.service].overrides) {
        if (option.enabled && file.nameOf(option) == list.parameter)
            found = &option;
    }
    return found;
}

/// What counts there now, where nothing is set in that place.
QByteArray inheritedValue(const Draft &draft, const ListName &list, const Target &target)
{
    if (const syntax::Setting *setting = draft.mainCf().find(list.parameter))
        return draft.mainCf().valueOf(*setting);
    return listText(effective::Values(draft.snapshot(), target), list.parameter, effective::noService).value;
}

/// A list that is being edited: its items, what each is to be, and how those of one step are joined.
struct Work
{
    QByteArrayList items;
    QList<ListEntry> entries = {};
    QByteArray glue = " ";
    std::function<bool(qsizetype)> isBrokenBehind = {}; ///< a line ends between that item and the next
};

using Change = std::function<Outcome(Work &work)>;

QList<syntax::ByteRange> placesOf(const MainCf &file, qsizetype index)
{
    QList<syntax::ByteRange> ranges;
    for (const syntax::ListItem &item : syntax::listItems(file.text(), file.piecesOf(file.settings()[index])))
        ranges.append(item.range);
    return ranges;
}

Work workOn(const MainCf &file, qsizetype index)
{
    const QList<syntax::ByteRange> pieces = file.piecesOf(file.settings()[index]);
    Work work{.items = syntax::itemTexts(file.text(), pieces, syntax::listItems(file.text(), pieces))};
    for (qsizetype i = 0; i < work.items.size(); ++i)
        work.entries.append(ListEntry{i});
    work.isBrokenBehind = [places = placesOf(file, index), text = file.text()](qsizetype at) {
        return at + 1 < places.size()
            && syntax::ByteRange{places[at].end, places[at + 1].begin}.in(text).contains('\n');
    };
    return work;
}

/// Changes the setting in force.
Outcome changeSetting(Draft &draft, const QByteArray &name, const QByteArray &glue, const Change &change)
{
    const qsizetype index = draft.mainCf().indexOf(name);
    Work work = workOn(draft.mainCf(), index);
    work.glue = glue;
    const bool wasEmpty = work.items.isEmpty();
    if (Outcome refusal = change(work))
        return refusal;
    if (!wasEmpty)
        return edits::writeList(draft, index, work.entries, work.items);
    QByteArrayList texts;
    for (const ListEntry &entry : std::as_const(work.entries))
        texts.append(entry.text.value_or(QByteArray()));
    return edits::setParameter(draft, name, texts.join(glue == "," ? "," : ", "));
}

QByteArray settingLines(const MainCf &file, const syntax::Setting &setting)
{
    QByteArrayList lines;
    for (const syntax::ByteRange &piece : file.piecesOf(setting))
        lines.append(piece.in(file.text()).toByteArray());
    return lines.join('\n');
}

/// Changes a copy of the value that a main.cf of its own has, and gives it back.
Outcome changeCopy(const QByteArray &name, QByteArray &value, const QByteArray &glue, const Change &change)
{
    Draft scratch{model::Snapshot()};
    if (Outcome refusal = edits::setParameter(scratch, name, value))
        return refusal;
    if (Outcome refusal = changeSetting(scratch, name, glue, change))
        return refusal;
    value = settingLines(scratch.mainCf(), *scratch.mainCf().find(name));
    return {};
}

Outcome changeOverride(Draft &draft, const ListName &list, const Target &target, const Change &change)
{
    const syntax::Override *option = overrideIn(draft.masterCf(), list);
    QByteArray value =
        option ? draft.masterCf().valueOf(*option) : itemsOf(inheritedValue(draft, list, target)).join(',');
    // Without blanks an override needs no braces.
    const bool isSpaced = option && option->braced;
    if (Outcome refusal = changeCopy(list.parameter, value, isSpaced ? " " : ",", change))
        return refusal;
    const QByteArray written = isSpaced ? value.simplified() : itemsOf(value).join(',');
    return edits::setOverride(draft, list.service, list.parameter, written);
}

Outcome changeList(Draft &draft, const ListName &list, const Target &target, const Change &change)
{
    Draft trial = draft;
    Outcome refusal;
    if (list.service >= 0) {
        refusal = changeOverride(trial, list, target, change);
    } else if (!draft.snapshot().file(model::FileId::MainCf).isEditable()) {
        refusal =
            Refusal{Reason::NotEditable, draft.snapshot().file(model::FileId::MainCf).info().name.toUtf8()};
    } else if (trial.mainCf().indexOf(list.parameter) >= 0) {
        refusal = changeSetting(trial, list.parameter, " ", change);
    } else {
        // A default of several steps gets a line for each.
        QByteArray value = inheritedValue(draft, list, target);
        value.replace(", ", ",\n");
        refusal = changeCopy(list.parameter, value, " ", change);
        if (!refusal)
            refusal = edits::setParameter(trial, list.parameter, value);
    }
    if (!refusal)
        draft = trial;
    return refusal;
}

/// The items that `text` is read as; none with a refusal.
Outcome readStep(const QByteArray &text, QByteArrayList &items)
{
    const QByteArray line = text.simplified();
    if (line.contains('\0'))
        return Refusal{Reason::NulByte, text};
    if (line.count('{') != line.count('}'))
        return Refusal{Reason::UnbalancedBraces, text};
    items = itemsOf(line);
    if (items.isEmpty() || line.startsWith('#'))
        return Refusal{Reason::BadValue, text};
    return {};
}

bool isWithin(const Work &work, Items step)
{
    return step.first >= 0 && step.count > 0 && step.first + step.count <= work.items.size();
}

void removeRange(Work &work, Items step)
{
    work.items.remove(step.first, step.count);
    work.entries.remove(step.first, step.count);
}

} // namespace

QByteArrayList itemsNow(const Draft &draft, const ListName &list, const Target &target)
{
    if (const syntax::Override *option = overrideIn(draft.masterCf(), list))
        return itemsOf(draft.masterCf().valueOf(*option));
    return itemsOf(inheritedValue(draft, list, target));
}

Outcome insertStep(Draft &draft, const ListName &list, qsizetype at, const QByteArray &text,
                   const Target &target)
{
    QByteArrayList items;
    if (Outcome refusal = readStep(text, items))
        return refusal;
    return changeList(draft, list, target, [&](Work &work) -> Outcome {
        if (at < 0 || at > work.items.size())
            return Refusal{Reason::NotThere, QByteArray::number(at + 1)};
        work.entries.insert(at, ListEntry{-1, false, items.join(work.glue)});
        for (qsizetype i = 0; i < items.size(); ++i)
            work.items.insert(at + i, items[i]);
        return {};
    });
}

Outcome removeStep(Draft &draft, const ListName &list, Items step, const Target &target)
{
    return changeList(draft, list, target, [&](Work &work) -> Outcome {
        if (!isWithin(work, step))
            return Refusal{Reason::NotThere, QByteArray::number(step.first + 1)};
        removeRange(work, step);
        return {};
    });
}

Outcome replaceStep(Draft &draft, const ListName &list, Items step, const QByteArray &text,
                    const Target &target)
{
    QByteArrayList items;
    if (Outcome refusal = readStep(text, items))
        return refusal;
    if (itemsNow(draft, list, target).mid(step.first, step.count) == items)
        return {};
    return changeList(draft, list, target, [&](Work &work) -> Outcome {
        if (!isWithin(work, step))
            return Refusal{Reason::NotThere, QByteArray::number(step.first + 1)};
        if (items.size() == step.count) {
            for (qsizetype i = 0; i < step.count; ++i) {
                if (work.items[step.first + i] != items[i])
                    work.entries[step.first + i].text = items[i];
                work.items[step.first + i] = items[i];
            }
            return {};
        }
        work.entries[step.first].text = items.join(work.glue);
        work.items[step.first] = items.first();
        removeRange(work, {step.first + 1, step.count - 1});
        for (qsizetype i = 1; i < items.size(); ++i)
            work.items.insert(step.first + i, items[i]);
        return {};
    });
}

namespace {

Outcome moveWithin(Draft &draft, const ListName &list, Items step, qsizetype before, const Target &target)
{
    if (before >= step.first && before <= step.first + step.count)
        return {};
    return changeList(draft, list, target, [&](Work &work) -> Outcome {
        if (!isWithin(work, step) || before < 0 || before > work.items.size())
            return Refusal{Reason::NotThere, QByteArray::number(step.first + 1)};
        const QByteArrayList items = work.items.mid(step.first, step.count);
        bool isBroken = false;
        for (qsizetype i = 0; i + 1 < step.count; ++i)
            isBroken = isBroken || work.isBrokenBehind(step.first + i);
        QList<ListEntry> entries = work.entries.mid(step.first, step.count);
        for (ListEntry &entry : entries)
            entry.moved = true;
        if (!isBroken) {
            entries.first().text = items.join(work.glue);
            entries.resize(1);
        }
        removeRange(work, step);
        const qsizetype at = before > step.first ? before - step.count : before;
        for (qsizetype i = 0; i < entries.size(); ++i)
            work.entries.insert(at + i, entries[i]);
        for (qsizetype i = 0; i < items.size(); ++i)
            work.items.insert(at + i, items[i]);
        return {};
    });
}

} // namespace

Outcome moveStep(Draft &draft, const ListName &from, Items step, const ListName &to, qsizetype before,
                 const Target &target)
{
    if (from == to)
        return moveWithin(draft, from, step, before, target);
    const QByteArray text = itemsNow(draft, from, target).mid(step.first, step.count).join(' ');
    Draft trial = draft;
    Outcome refusal = removeStep(trial, from, step, target);
    if (!refusal)
        refusal = insertStep(trial, to, before, text, target);
    if (!refusal)
        draft = trial;
    return refusal;
}

} // namespace restrictions
