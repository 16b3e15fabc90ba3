// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/edits/parameteredits.h"
#include "core/edits/settingvalue.h"
#include "core/syntax/listvalue.h"

#include <QCoreApplication>

namespace edits {

namespace {

using model::Draft;
using syntax::MainCf;
using Reason = Refusal::Reason;

QByteArrayList itemsAt(const MainCf &file, qsizetype index)
{
    const QList<syntax::ByteRange> pieces = file.piecesOf(file.settings().at(index));
    return syntax::itemTexts(file.text(), pieces, syntax::listItems(file.text(), pieces));
}

/// The list that is being edited, or why it is not.
struct Target
{
    Outcome refusal;
    qsizetype index = -1;
    QByteArrayList items = {};
    QList<ListEntry> entries = {};
};

Target targetOf(const Draft &draft, QByteArrayView name)
{
    const model::File &file = draft.snapshot().file(model::FileId::MainCf);
    if (!file.isEditable())
        return {Refusal{Reason::NotEditable, file.info().name.toUtf8()}};
    const qsizetype index = draft.mainCf().indexOf(name);
    if (index < 0)
        return {Refusal{Reason::NotThere, name.toByteArray()}};
    Target target{{}, index, itemsAt(draft.mainCf(), index)};
    for (qsizetype i = 0; i < target.items.size(); ++i)
        target.entries.append(ListEntry{i});
    return target;
}

/// One item in one line, as Postfix would read it; refused when it reads more or less than one.
Outcome asOneItem(const QByteArray &item, QByteArray &text)
{
    if (item.contains('\0'))
        return Refusal{Reason::NulByte, item};
    text = valueLines(item).join(' ');
    const QList<syntax::ListItem> items = syntax::listItems(text);
    if (items.size() == 1 && items.first().range == syntax::ByteRange{0, text.size()}) {
        const bool isClosed = text.count('{') == text.count('}') || !text.contains('{');
        if (isClosed)
            return {};
        return Refusal{Reason::UnbalancedBraces, item};
    }
    const auto count = static_cast<int>(items.size());
    return Refusal{Reason::BadValue, item,
                   QCoreApplication::translate("edits", "It would be %n item(s).", nullptr, count)};
}

Outcome noSuchItem(const Target &target, qsizetype at)
{
    if (at >= 0 && at < target.items.size())
        return {};
    return Refusal{Reason::NotThere, QByteArray::number(at + 1)};
}

} // namespace

QByteArrayList listItemsOf(const model::Snapshot &snapshot, QByteArrayView name)
{
    const qsizetype index = snapshot.mainCf().indexOf(name);
    return index < 0 ? QByteArrayList() : itemsAt(snapshot.mainCf(), index);
}

Outcome insertListItem(Draft &draft, QByteArrayView name, qsizetype at, const QByteArray &item)
{
    Target target = targetOf(draft, name);
    if (target.refusal)
        return target.refusal;
    if (at < 0 || at > target.items.size())
        return noSuchItem(target, at);
    QByteArray text;
    if (Outcome refusal = asOneItem(item, text))
        return refusal;
    target.items.insert(at, text);
    target.entries.insert(at, ListEntry{-1, false, text});
    return writeList(draft, target.index, target.entries, target.items);
}

Outcome removeListItem(Draft &draft, QByteArrayView name, qsizetype at)
{
    Target target = targetOf(draft, name);
    if (target.refusal)
        return target.refusal;
    if (Outcome refusal = noSuchItem(target, at))
        return refusal;
    target.items.removeAt(at);
    target.entries.removeAt(at);
    return writeList(draft, target.index, target.entries, target.items);
}

Outcome replaceListItem(Draft &draft, QByteArrayView name, qsizetype at, const QByteArray &item)
{
    Target target = targetOf(draft, name);
    if (target.refusal)
        return target.refusal;
    if (Outcome refusal = noSuchItem(target, at))
        return refusal;
    QByteArray text;
    if (Outcome refusal = asOneItem(item, text))
        return refusal;
    if (target.items[at] == text)
        return {};
    target.items[at] = text;
    target.entries[at].text = text;
    return writeList(draft, target.index, target.entries, target.items);
}

Outcome moveListItem(Draft &draft, QByteArrayView name, qsizetype from, qsizetype to)
{
    Target target = targetOf(draft, name);
    if (target.refusal)
        return target.refusal;
    for (const qsizetype at : {from, to})
        if (Outcome refusal = noSuchItem(target, at))
            return refusal;
    if (from == to)
        return {};
    target.items.move(from, to);
    target.entries[from].moved = true;
    target.entries.move(from, to);
    return writeList(draft, target.index, target.entries, target.items);
}

} // namespace edits
