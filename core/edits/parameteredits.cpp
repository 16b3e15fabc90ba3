// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/edits/parameteredits.h"

#include "core/edits/settinglines.h"
#include "core/edits/settingplace.h"
#include "core/edits/settingvalue.h"
#include "core/edits/valuewriter.h"
#include "core/syntax/logicallines.h"

#include <algorithm>

namespace edits {

namespace {

using model::Draft;
using model::FileId;
using syntax::ByteRange;
using syntax::MainCf;
using syntax::Setting;
using Reason = Refusal::Reason;

Outcome notEditable(const Draft &draft)
{
    const model::File &file = draft.snapshot().file(FileId::MainCf);
    if (file.isEditable())
        return {};
    return Refusal{Reason::NotEditable, file.info().name.toUtf8()};
}

Outcome noSuchSetting(const Draft &draft, qsizetype index)
{
    if (index >= 0 && index < draft.mainCf().settings().size())
        return {};
    return Refusal{Reason::NotThere, QByteArray::number(index + 1)};
}

Outcome badName(QByteArrayView name)
{
    if (name.isEmpty())
        return Refusal{Reason::EmptyName, {}};
    const bool hasBadByte = std::any_of(name.begin(), name.end(), [](char c) {
        return c == '=' || syntax::isSpace(c) || (c >= '\0' && c < ' ') || c == '\x7f';
    });
    if (hasBadByte || name.startsWith('#'))
        return Refusal{Reason::BadName, name.toByteArray()};
    return {};
}

Outcome addSetting(Draft &draft, QByteArrayView name, const QByteArray &value)
{
    if (Outcome refusal = badName(name))
        return refusal;
    const MainCf &file = draft.mainCf();
    const QByteArrayView text = file.text();
    const SettingPlace place = placeFor(file, name);
    const QByteArray lineEnd = lineEndAt(text, std::max<qsizetype>(0, place.offset - 1));
    const QByteArrayList lines = valueLines(value);
    QByteArray head = settingHead(file, place.model, name);
    if (lines.isEmpty()) // `name =`, as an empty value is written
        head = head.first(syntax::trimmed(head, {0, head.size()}).end);
    const QByteArray prefix = lines.size() > 1 ? newContinuationPrefix(file, place.model) : QByteArray();
    const QByteArray written = settingText(head, lines, prefix, lineEnd);
    // A file whose last line has no end keeps it so.
    const bool endsMidLine = place.offset > 0 && text[place.offset - 1] != '\n';
    draft.replace(FileId::MainCf, {place.offset, place.offset},
                  endsMidLine ? lineEnd + written : written + lineEnd);
    return {};
}

} // namespace

Outcome setParameter(Draft &draft, QByteArrayView name, const QByteArray &value)
{
    if (Outcome refusal = notEditable(draft))
        return refusal;
    const qsizetype index = draft.mainCf().indexOf(name);
    if (index >= 0)
        return setSettingValue(draft, index, value);
    if (value.contains('\0'))
        return Refusal{Reason::NulByte, value};
    return addSetting(draft, name, value);
}

Outcome setSettingValue(Draft &draft, qsizetype index, const QByteArray &value)
{
    if (Outcome refusal = notEditable(draft))
        return refusal;
    if (Outcome refusal = noSuchSetting(draft, index))
        return refusal;
    if (value.contains('\0'))
        return Refusal{Reason::NulByte, value};
    return writeValue(draft, index, value);
}

Outcome resetParameter(Draft &draft, QByteArrayView name)
{
    if (Outcome refusal = notEditable(draft))
        return refusal;
    const MainCf &file = draft.mainCf();
    QList<ByteRange> ranges;
    for (const qsizetype index : file.allOf(name))
        ranges.append(file.settings().at(index).whole);
    replaceInMainCf(draft, removeLines(file.text(), ranges));
    return {};
}

Outcome removeSetting(Draft &draft, qsizetype index)
{
    if (Outcome refusal = notEditable(draft))
        return refusal;
    if (Outcome refusal = noSuchSetting(draft, index))
        return refusal;
    const MainCf &file = draft.mainCf();
    const Setting &setting = file.settings().at(index);
    replaceInMainCf(draft, removeLines(file.text(), {ByteRange{setting.remark.begin, setting.whole.end}}));
    return {};
}

Outcome commentOutParameter(Draft &draft, QByteArrayView name)
{
    if (Outcome refusal = notEditable(draft))
        return refusal;
    const MainCf &file = draft.mainCf();
    Replacements replacements;
    for (const qsizetype index : file.allOf(name))
        replacements += commentOutLines(file.text(), file.settings().at(index).whole);
    replaceInMainCf(draft, replacements);
    return {};
}

Outcome commentOutSetting(Draft &draft, qsizetype index)
{
    if (Outcome refusal = notEditable(draft))
        return refusal;
    if (Outcome refusal = noSuchSetting(draft, index))
        return refusal;
    const MainCf &file = draft.mainCf();
    const Setting &setting = file.settings().at(index);
    if (setting.enabled)
        replaceInMainCf(draft, commentOutLines(file.text(), setting.whole));
    return {};
}

Outcome switchOnParameter(Draft &draft, qsizetype index)
{
    if (Outcome refusal = notEditable(draft))
        return refusal;
    if (Outcome refusal = noSuchSetting(draft, index))
        return refusal;
    const MainCf &file = draft.mainCf();
    const Setting &setting = file.settings().at(index);
    if (setting.enabled)
        return {};
    const QByteArray name = file.nameOf(setting).toByteArray();
    const QByteArray value = file.valueOf(setting);
    Replacements replacements = switchOnLines(file, setting);
    for (const qsizetype other : file.allOf(name))
        replacements += commentOutLines(file.text(), file.settings().at(other).whole);
    std::sort(replacements.begin(), replacements.end(),
              [](const auto &a, const auto &b) { return a.range.begin < b.range.begin; });
    Draft attempt = draft;
    replaceInMainCf(attempt, replacements);
    const Setting *inForce = attempt.mainCf().find(name);
    if (!inForce || attempt.mainCf().valueOf(*inForce) != value)
        return Refusal{Reason::BadValue, value};
    draft = attempt;
    return {};
}

Outcome moveSetting(Draft &draft, qsizetype from, qsizetype to)
{
    if (Outcome refusal = notEditable(draft))
        return refusal;
    if (Outcome refusal = noSuchSetting(draft, from))
        return refusal;
    const MainCf &file = draft.mainCf();
    if (to != file.settings().size())
        if (Outcome refusal = noSuchSetting(draft, to))
            return refusal;
    const Setting &setting = file.settings().at(from);
    // Of two settings of one name the last counts, so one must not pass the other.
    for (const qsizetype other : file.allOf(file.nameOf(setting)))
        if (setting.enabled && ((from < other && other < to) || (to <= other && other < from)))
            return Refusal{Reason::AlreadyThere, file.nameOf(setting).toByteArray()};
    const qsizetype target =
        to < file.settings().size() ? file.settings().at(to).remark.begin : file.text().size();
    replaceInMainCf(draft, moveLines(file.text(), {setting.remark.begin, setting.whole.end}, target));
    return {};
}

} // namespace edits
