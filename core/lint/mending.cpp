// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/mending.h"

#include "core/edits/parameteredits.h"
#include "core/edits/serviceedits.h"
#include "core/lint/movement.h"

namespace lint {

namespace {

using model::Draft;
using model::FileId;
using syntax::ByteRange;

/// What an assignment is to be known by later.
struct Key
{
    QByteArray name;
    QByteArray text;
    bool isInMainCf;
    qsizetype which; ///< among those alike
};

Key keyOf(const Assignment &assignment)
{
    return {assignment.name, assignment.definition.text, assignment.isInMainCf(), assignment.which};
}

/// The setting with that name and value, or the last one when there are fewer by now; -1 if none is left.
qsizetype settingOf(const Draft &draft, const Key &key)
{
    const syntax::MainCf &file = draft.mainCf();
    qsizetype found = -1;
    qsizetype which = 0;
    for (const qsizetype index : file.allOf(key.name)) {
        if (which <= key.which && file.valueOf(file.settings()[index]) == key.text) {
            found = index;
            ++which;
        }
    }
    return found;
}

struct OverridePlace
{
    qsizetype service = -1;
    qsizetype which = -1;
};

OverridePlace overrideOf(const Draft &draft, const Key &key)
{
    const syntax::MasterCf &file = draft.masterCf();
    OverridePlace found;
    qsizetype which = 0;
    for (qsizetype i = 0; i < file.services().size(); ++i) {
        const syntax::Service &service = file.services()[i];
        for (qsizetype j = 0; j < service.overrides.size() && service.enabled; ++j) {
            const syntax::Override &option = service.overrides[j];
            if (which > key.which || !option.enabled || file.nameOf(option) != key.name
                || file.valueOf(option) != key.text)
                continue;
            found = {i, j};
            ++which;
        }
    }
    return found;
}

void replaceAssignment(Draft &draft, const Key &key, const QByteArray &name, const QByteArray &value)
{
    if (key.isInMainCf) {
        const qsizetype index = settingOf(draft, key);
        if (index < 0)
            return;
        if (name != key.name)
            draft.replace(FileId::MainCf, draft.mainCf().settings()[index].name, name);
        if (value != key.text)
            edits::setSettingValue(draft, index, value);
        return;
    }
    const OverridePlace place = overrideOf(draft, key);
    if (place.which >= 0)
        edits::replaceOverride(draft, place.service, place.which, name, value);
}

} // namespace

Fix setValue(const Assignment &assignment, const char *title, const QByteArray &value)
{
    return {title, [key = keyOf(assignment), value](Draft &draft) {
                replaceAssignment(draft, key, key.name, value);
            }};
}

Fix setParameter(const char *title, const QByteArray &name, const QByteArray &value)
{
    return {title, [name, value](Draft &draft) { edits::setParameter(draft, name, value); }};
}

Fix removeAssignment(const Assignment &assignment, const char *title)
{
    return {title, [key = keyOf(assignment)](Draft &draft) {
                if (key.isInMainCf) {
                    if (const qsizetype index = settingOf(draft, key); index >= 0)
                        edits::removeSetting(draft, index);
                } else if (const OverridePlace place = overrideOf(draft, key); place.which >= 0) {
                    edits::removeOverrideAt(draft, place.service, place.which);
                }
            }};
}

Fix commentOut(const Assignment &assignment)
{
    return {QT_TRANSLATE_NOOP("lint", "Comment the setting out"), [key = keyOf(assignment)](Draft &draft) {
                if (key.isInMainCf) {
                    if (const qsizetype index = settingOf(draft, key); index >= 0)
                        edits::commentOutSetting(draft, index);
                } else if (const OverridePlace place = overrideOf(draft, key); place.which >= 0) {
                    edits::setOverrideEnabled(draft, place.service, place.which, false);
                }
            }};
}

Fix rename(const Assignment &assignment, const char *title, const QByteArray &name)
{
    return {title,
            [key = keyOf(assignment), name](Draft &draft) { replaceAssignment(draft, key, name, key.text); }};
}

Fix rewrite(const Assignment &assignment, const char *title, const QByteArray &name, const QByteArray &value)
{
    return {title, [key = keyOf(assignment), name, value](Draft &draft) {
                replaceAssignment(draft, key, name, value);
            }};
}

Fix replaceText(const char *title, FileId file, ByteRange range, const QByteArray &old, const QByteArray &by)
{
    return {title,
            [file, range, old, by](Draft &draft) {
                const syntax::Text &now = draft.snapshot().file(file).text();
                const ByteRange mended{range.begin, range.begin + by.size()};
                const bool isMended =
                    by.startsWith(old) && mended.end <= now.size() && now.bytes(mended) == by;
                if (range.end <= now.size() && now.bytes(range) == old && !isMended)
                    draft.replace(file, range, by);
            },
            [=](const Movement &movement) {
                const auto place = movement.moved(model::Place{file, range});
                return place ? std::optional(replaceText(title, file, place->range, old, by)) : std::nullopt;
            }};
}

Fix moveCommentUp(const Assignment &assignment, ByteRange comment)
{
    return {QT_TRANSLATE_NOOP("lint", "Move the comment to a line of its own"),
            [key = keyOf(assignment), back = comment.begin - assignment.namePlace.range.begin](Draft &draft) {
                if (!key.isInMainCf)
                    return;
                const qsizetype index = settingOf(draft, key);
                if (index < 0)
                    return;
                const syntax::Setting &setting = draft.mainCf().settings()[index];
                const QByteArray text = draft.mainCf().text();
                const qsizetype begin = setting.name.begin + back;
                qsizetype end = text.indexOf('\n', begin);
                if (end < 0)
                    end = text.size();
                const QByteArray moved = ByteRange{begin, end}.in(text).toByteArray().trimmed() + '\n';
                qsizetype blanks = begin;
                while (blanks > 0 && (text[blanks - 1] == ' ' || text[blanks - 1] == '\t'))
                    --blanks;
                const qsizetype line = setting.name.begin;
                draft.replace(FileId::MainCf, {blanks, end}, {});
                draft.replace(FileId::MainCf, {line, line}, moved);
            }};
}

Fix withMailboxRoom(const Context &context, const Assignment &assignment, const Fix &fix,
                    const QByteArray &value)
{
    bool isNumber = false;
    const qint64 wanted = value.trimmed().toLongLong(&isNumber);
    if (assignment.name != "message_size_limit" || !assignment.isInMainCf() || !isNumber)
        return fix;
    QList<Fix> parts{fix};
    for (const QByteArray limit : {"mailbox_size_limit", "virtual_mailbox_limit"}) {
        const auto room = context.number(limit);
        const bool isUsed = limit == "mailbox_size_limit" || context.isAssigned(limit)
            || (!context.value("virtual_mailbox_domains").isEmpty()
                && context.value("virtual_transport") == "virtual");
        if (isUsed && room && *room > 0 && (*room < wanted || wanted == 0))
            parts.append(setParameter(fix.title, limit, "0"));
    }
    return allOf(fix.title, parts);
}

Fix removeArgument(const Context &context, const char *title, ByteRange word)
{
    const QByteArray text = context.masterCf().text();
    ByteRange gone = word;
    while (gone.begin > 0 && (text[gone.begin - 1] == ' ' || text[gone.begin - 1] == '\t'))
        --gone.begin;
    const bool isFirst = gone.begin > 0 && text[gone.begin - 1] == '\n';
    if (isFirst && gone.end < text.size() && text[gone.end] == '\n')
        ++gone.end;
    else if (isFirst)
        gone = {word.begin, word.end}; // others follow on the line
    return replaceText(title, FileId::MasterCf, gone, gone.in(text).toByteArray(), {});
}

Fix allOf(const char *title, const QList<Fix> &fixes)
{
    const auto moved = [title, fixes](const Movement &movement) -> std::optional<Fix> {
        QList<Fix> all;
        for (const Fix &fix : fixes) {
            const auto now = fix.moved ? fix.moved(movement) : fix;
            if (!now)
                return std::nullopt;
            all.append(*now);
        }
        return allOf(title, all);
    };
    return {title,
            [fixes](Draft &draft) {
                for (const Fix &fix : fixes)
                    fix.apply(draft);
            },
            moved};
}

Fix commentLinesOut(FileId file, QByteArrayView text, ByteRange range)
{
    const QByteArray old = range.in(text).toByteArray();
    QByteArray out;
    for (qsizetype at = 0; at < old.size();) {
        const qsizetype newline = old.indexOf('\n', at);
        const qsizetype end = newline < 0 ? old.size() : newline + 1;
        const QByteArray line = old.sliced(at, end - at);
        const QByteArray words = line.trimmed();
        out += words.isEmpty() || words.startsWith('#') ? line : '#' + line;
        at = end;
    }
    return replaceText(QT_TRANSLATE_NOOP("lint", "Comment the lines out"), file, range, old, out);
}

Fix setField(const effective::Service &service, syntax::ServiceField field, const char *title,
             const QByteArray &value)
{
    return {title, [name = service.name, type = service.type, field, value](Draft &draft) {
                const qsizetype index = draft.masterCf().indexOf(name, type);
                if (index >= 0)
                    edits::setServiceField(draft, index, field, value);
            }};
}

} // namespace lint
