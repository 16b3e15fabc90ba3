// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/edits/settingvalue.h"

#include "core/edits/listseparators.h"
#include "core/syntax/listvalue.h"

#include <functional>

namespace edits {

namespace {

using model::Draft;
using syntax::ByteRange;
using syntax::MainCf;
using syntax::Setting;

QByteArrayList itemsOf(const MainCf &file, const Setting &setting)
{
    const QList<ByteRange> pieces = file.piecesOf(setting);
    return syntax::itemTexts(file.text(), pieces, syntax::listItems(file.text(), pieces));
}

QByteArrayList itemsOf(const QByteArray &value)
{
    QByteArrayList items;
    for (const syntax::ListItem &item : syntax::listItems(value))
        items.append(item.range.in(value).toByteArray());
    return items;
}

/// Whether the value has a form worth keeping: it spans lines, and is a list rather than a text that wraps.
bool isListOverLines(const MainCf &file, const Setting &setting, const QByteArray &value)
{
    const QByteArrayView zone = ByteRange{behindEquals(file, setting), setting.value.end}.in(file.text());
    if (!zone.contains('\n') || setting.value.in(file.text()).contains('\0'))
        return false;
    return (value.isEmpty() || file.piecesOf(setting).size() > 1) && !itemsOf(file, setting).isEmpty();
}

/// The value as it is compared: one blank for several, and commas at the end of what they follow even where
/// they stand at the start of a line.
QByteArray withoutLayout(const QByteArray &value)
{
    return value.simplified().replace(" ,", ",");
}

using Check = std::function<bool(const MainCf &, const Setting &)>;

/// Makes the replacements if the setting then reads as it should.
bool attempt(Draft &draft, qsizetype index, const Replacements &replacements, const Check &isRight)
{
    const Setting before = draft.mainCf().settings().at(index);
    const QByteArray name = draft.mainCf().nameOf(before).toByteArray();
    Draft changed = draft;
    replaceInMainCf(changed, replacements);
    const MainCf &file = changed.mainCf();
    if (index >= file.settings().size())
        return false;
    const Setting &setting = file.settings().at(index);
    if (setting.enabled != before.enabled || file.nameOf(setting) != name || !isRight(file, setting))
        return false;
    draft = changed;
    return true;
}

Outcome replaceValue(Draft &draft, qsizetype index, const QByteArrayList &lines, const Check &isRight)
{
    if (attempt(draft, index, replaceWholeValue(draft.mainCf(), index, lines), isRight))
        return {};
    const QByteArrayList oneLine = lines.isEmpty() ? lines : QByteArrayList{lines.join(' ')};
    if (attempt(draft, index, replaceWholeValue(draft.mainCf(), index, oneLine), isRight))
        return {};
    return Refusal{Refusal::Reason::BadValue, lines.join(' ')};
}

} // namespace

Outcome writeValue(Draft &draft, qsizetype index, const QByteArray &value)
{
    const QByteArrayList lines = valueLines(value);
    const QByteArray meant = lines.join(' ');
    const MainCf &file = draft.mainCf();
    const Setting &setting = file.settings().at(index);
    if (file.valueOf(setting) == meant)
        return {};
    if (isListOverLines(file, setting, meant)) {
        const QByteArrayList items = itemsOf(meant);
        const auto hasItems = [&](const MainCf &after, const Setting &changed) {
            return isListOverLines(after, changed, meant) ? itemsOf(after, changed) == items
                                                          : after.valueOf(changed) == meant;
        };
        const auto isRight = [&](const MainCf &after, const Setting &changed) {
            return withoutLayout(after.valueOf(changed)) == withoutLayout(meant);
        };
        // First the items, then the commas between them, so that lines and comments stay.
        Draft changed = draft;
        const bool isSame = hasItems(file, setting);
        if (isSame
            || attempt(changed, index, rewriteList(file, index, entriesFor(file, index, meant)), hasItems)) {
            const Replacements commas = separatorsAs(changed.mainCf(), index, meant);
            if (attempt(changed, index, commas, isRight)) {
                draft = changed;
                return {};
            }
        }
    }
    return replaceValue(draft, index, lines, [&](const MainCf &after, const Setting &changed) {
        return after.valueOf(changed) == meant;
    });
}

Outcome writeList(Draft &draft, qsizetype index, const QList<ListEntry> &entries, const QByteArrayList &items)
{
    const auto isRight = [&](const MainCf &file, const Setting &setting) {
        return itemsOf(file, setting) == items;
    };
    const MainCf &file = draft.mainCf();
    const Setting &setting = file.settings().at(index);
    const bool endsEarly = setting.value.in(file.text()).contains('\0');
    if (!endsEarly && !itemsOf(file, setting).isEmpty()
        && attempt(draft, index, rewriteList(file, index, entries), isRight))
        return {};
    return replaceValue(draft, index, valueLines(items.join(", ")), isRight);
}

} // namespace edits
