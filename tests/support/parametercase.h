// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/edits/parameteredits.h"
#include "tests/support/postfixreading.h"
#include "tests/support/randomconfig.h"

#include <algorithm>

namespace support {

inline QByteArray quoted(const QByteArray &text)
{
    return '"' + text.toPercentEncoding(" =#,{}$/[]:.\n\t") + '"';
}

/// Without the blanks that separate no items: what they do in the middle of a list is Postfix's own riddle.
inline QByteArray withoutFeeds(QByteArray text)
{
    return text.replace('\v', ' ').replace('\f', ' ');
}

/// A list may have its commas at the start of its lines; that is a blank more.
inline QByteArray withoutLayout(QByteArray value)
{
    return value.replace(" ,", ",");
}

inline bool endsInGroup(const QByteArray &item)
{
    int level = 0;
    for (const char c : item) {
        if (c == '{')
            ++level;
        else if (c == '}' && level > 0)
            --level;
    }
    return level > 0;
}

/// One random edit of one random file, and what must be true after it.
class ParameterCase
{
    using Draft = model::Draft;
    using MainCf = syntax::MainCf;
    using Setting = syntax::Setting;
    using Reason = edits::Refusal::Reason;

public:
    ParameterCase(RandomSource &random, RandomMainCf &generator, const QByteArray &text)
        : m_random(random),
          m_generator(generator),
          m_text(text),
          m_draft(opened(text)),
          m_before(postfixReading(text))
    {
    }

    /// Empty when all is well.
    QByteArray run()
    {
        QByteArray wrong = edit();
        if (wrong.isEmpty())
            wrong = checkHistory();
        if (wrong.isEmpty() && after().refused + after().ignored != m_before.refused + m_before.ignored)
            wrong = "other stray lines";
        if (wrong.isEmpty())
            return {};
        return wrong + "\n" + m_what + "\nbefore: " + quoted(m_text) + "\nafter:  " + quoted(result());
    }

    const Draft &draft() const { return m_draft; }
    bool wasRefused() const { return m_refused; }

private:
    static Draft opened(const QByteArray &text)
    {
        QList<model::File> files = model::Snapshot().files();
        files[0] = files[0].withText(syntax::Text(text, syntax::Text::Layout::Whole));
        return Draft(model::Snapshot(files));
    }

    const QByteArray &result() const { return m_draft.mainCf().text(); }
    PostfixReading after() const { return postfixReading(result()); }
    const QList<Setting> &settings() const { return m_file.settings(); }
    QByteArray nameOf(qsizetype index) const { return m_file.nameOf(settings().at(index)).toByteArray(); }

    /// Which of the settings in force and overridden it is.
    qsizetype ordinalOf(qsizetype index) const
    {
        return std::count_if(settings().begin(), settings().begin() + index,
                             [](const Setting &setting) { return setting.enabled; });
    }

    QByteArray someName()
    {
        const bool existing = !settings().isEmpty() && !m_random.oneIn(4);
        return existing ? nameOf(m_random.below(settings().size())) : m_generator.name();
    }

    QByteArray edit()
    {
        const qsizetype count = settings().size();
        switch (m_random.below(count > 0 ? 12 : 1)) {
        case 0:
        case 1:
        case 2:
            return set(someName(), m_generator.value());
        case 3:
            return reset(someName());
        case 4:
            return commentOut(someName());
        case 5:
            return switchOn(m_random.below(count));
        case 6:
            return remove(m_random.below(count));
        case 7:
            return setOne(m_random.below(count), m_generator.value());
        case 8:
            return move(m_random.below(count), m_random.below(count + 1));
        default:
            return listEdit(someName());
        }
    }

    /// Nothing if the edit was made, or was refused for one of these reasons and left no trace.
    QByteArray unexpected(const edits::Outcome &outcome, const QList<Reason> &allowed)
    {
        m_refused = outcome.has_value();
        if (!outcome)
            return {};
        if (!allowed.contains(outcome->reason))
            return "refused: " + edits::refusalText(*outcome).toUtf8();
        return m_draft.changes().isEmpty() ? QByteArray() : "refused, but something changed";
    }

    QByteArray set(const QByteArray &name, const QByteArray &value)
    {
        m_what = "set " + quoted(name) + " to " + quoted(value);
        const qsizetype index = m_file.indexOf(name);
        const bool hasNul = value.contains('\0');
        const edits::Outcome outcome = edits::setParameter(m_draft, name, value);
        if (hasNul)
            return outcome && outcome->reason == Reason::NulByte ? unexpected(outcome, {Reason::NulByte})
                                                                 : "a NUL was written";
        if (index >= 0) {
            const QByteArray wrong = unexpected(outcome, {});
            return wrong.isEmpty() ? hasValue(index, value) : wrong;
        }
        const bool isOdd = std::any_of(name.begin(), name.end(), [](char c) {
            return (c >= '\0' && c <= ' ') || c == '\x7f' || c == '=';
        });
        const QByteArray wrong = unexpected(outcome, isOdd ? QList{Reason::BadName} : QList<Reason>{});
        if (!wrong.isEmpty() || outcome)
            return wrong;
        // One more, and nothing else but it.
        if (m_draft.changes().size() != 1 || !m_draft.changes().first().range.isEmpty())
            return "more than an insertion";
        QList<PostfixSetting> now = after().settings;
        if (now.removeAll({name, withSingleBlanks(value)}) != 1 || now != m_before.settings)
            return "not one more setting";
        return {};
    }

    QByteArray hasValue(qsizetype index, const QByteArray &value, bool asList = false)
    {
        const Setting &setting = settings().at(index);
        if (!result().startsWith(m_text.first(setting.whole.begin))
            || !result().endsWith(m_text.sliced(setting.whole.end)))
            return "bytes outside of the setting changed";
        QList<PostfixSetting> now = after().settings;
        const qsizetype ordinal = ordinalOf(index);
        if (now.size() != m_before.settings.size())
            return "another number of settings";
        const QByteArray meant = withSingleBlanks(value);
        const QByteArray read = now[ordinal].value;
        const bool isRight = withoutLayout(read) == withoutLayout(meant)
            || (asList && postfixItems(read) == postfixItems(meant));
        if (!isRight)
            return "reads as " + quoted(read);
        now[ordinal].value = m_before.settings[ordinal].value;
        return now == m_before.settings ? QByteArray() : "another setting changed";
    }

    QByteArray isGone(const QByteArray &name)
    {
        QList<PostfixSetting> expected = m_before.settings;
        expected.removeIf([&](const PostfixSetting &setting) { return setting.name == name; });
        return after().settings == expected ? QByteArray() : "not what is left without it";
    }

    QByteArray reset(const QByteArray &name)
    {
        m_what = "reset " + quoted(name);
        const QByteArray wrong = unexpected(edits::resetParameter(m_draft, name), {});
        return wrong.isEmpty() ? isGone(name) : wrong;
    }

    QByteArray commentOut(const QByteArray &name)
    {
        m_what = "comment out " + quoted(name);
        const QByteArray wrong = unexpected(edits::commentOutParameter(m_draft, name), {});
        if (!wrong.isEmpty())
            return wrong;
        for (const model::Change &change : m_draft.changes())
            if (!change.range.isEmpty() || change.bytes != "#")
                return "more than '#' was inserted";
        return isGone(name);
    }

    QByteArray switchOn(qsizetype index)
    {
        m_what = "switch on " + QByteArray::number(index);
        const Setting &setting = settings().at(index);
        const QByteArray wrong = unexpected(edits::switchOnParameter(m_draft, index), {});
        if (!wrong.isEmpty())
            return wrong;
        if (setting.enabled)
            return m_draft.changes().isEmpty() ? QByteArray() : "it was on already";
        const QByteArray name = nameOf(index);
        QList<PostfixSetting> now = after().settings;
        QList<PostfixSetting> expected = m_before.settings;
        expected.removeIf([&](const PostfixSetting &other) { return other.name == name; });
        const bool isThere = now.removeAll({name, withSingleBlanks(m_file.valueOf(setting))}) == 1;
        return isThere && now == expected ? QByteArray() : "not in force, or something else is not";
    }

    QByteArray remove(qsizetype index)
    {
        m_what = "remove " + QByteArray::number(index);
        const QByteArray wrong = unexpected(edits::removeSetting(m_draft, index), {});
        if (!wrong.isEmpty())
            return wrong;
        const Setting &setting = settings().at(index);
        const QByteArray tail = m_text.sliced(setting.whole.end);
        if (!result().endsWith(tail) || !m_text.startsWith(result().first(result().size() - tail.size())))
            return "bytes outside of the setting changed";
        QList<PostfixSetting> expected = m_before.settings;
        if (setting.enabled)
            expected.removeAt(ordinalOf(index));
        return after().settings == expected ? QByteArray() : "not what is left without it";
    }

    QByteArray setOne(qsizetype index, const QByteArray &value)
    {
        m_what = "set number " + QByteArray::number(index) + " to " + quoted(value);
        const Setting &setting = settings().at(index);
        const edits::Outcome outcome = edits::setSettingValue(m_draft, index, value);
        QList<Reason> allowed;
        if (value.contains('\0'))
            allowed.append(Reason::NulByte);
        else if (!setting.enabled) // what would no longer be taken for a setting
            allowed.append(Reason::BadValue);
        const QByteArray wrong = unexpected(outcome, allowed);
        if (!wrong.isEmpty() || outcome)
            return wrong;
        if (setting.enabled)
            return hasValue(index, value);
        const Setting &now = m_draft.mainCf().settings().at(index);
        const QByteArray read = withSingleBlanks(m_draft.mainCf().valueOf(now));
        const QByteArray meant = withSingleBlanks(value);
        if (withoutLayout(read) != withoutLayout(meant))
            return "reads as " + quoted(read);
        return after().settings == m_before.settings ? QByteArray() : "something in force changed";
    }

    QByteArray move(qsizetype from, qsizetype to)
    {
        m_what = "move " + QByteArray::number(from) + " to " + QByteArray::number(to);
        const bool enabled = settings().at(from).enabled;
        const edits::Outcome outcome = edits::moveSetting(m_draft, from, to);
        const QByteArray wrong = unexpected(outcome, {Reason::AlreadyThere});
        if (!wrong.isEmpty())
            return wrong;
        QList<PostfixSetting> expected = m_before.settings;
        if (enabled && !outcome) {
            const qsizetype source = ordinalOf(from);
            const qsizetype target = ordinalOf(to);
            expected.move(source, target > source ? target - 1 : target);
        }
        return after().settings == expected ? QByteArray() : "not the same in another order";
    }

    QByteArray listEdit(const QByteArray &name)
    {
        const qsizetype index = m_file.indexOf(name);
        if (index < 0)
            return {};
        QByteArrayList items = postfixItems(m_before.settings[ordinalOf(index)].value);
        const QByteArrayList now = edits::listItemsOf(m_draft.snapshot(), name);
        if (now.size() != items.size())
            return "other items: " + now.join('|');
        const qsizetype count = items.size();
        const qsizetype at = m_random.below(count);
        const QByteArray item = m_generator.item();
        edits::Outcome outcome;
        const qsizetype kind = m_random.below(count > 0 ? 4 : 1);
        if (kind == 0) {
            const qsizetype place = m_random.below(count + 1);
            m_what = "insert " + quoted(item) + " at " + QByteArray::number(place) + " of " + name;
            items.insert(place, item);
            outcome = edits::insertListItem(m_draft, name, place, item);
        } else if (kind == 1) {
            m_what = "remove item " + QByteArray::number(at) + " of " + name;
            items.removeAt(at);
            outcome = edits::removeListItem(m_draft, name, at);
        } else if (kind == 2) {
            m_what = "replace item " + QByteArray::number(at) + " of " + name + " by " + quoted(item);
            items[at] = item;
            outcome = edits::replaceListItem(m_draft, name, at, item);
        } else {
            const qsizetype to = m_random.below(count);
            m_what = "move item " + QByteArray::number(at) + " to " + QByteArray::number(to) + " of " + name;
            items.move(at, to);
            outcome = edits::moveListItem(m_draft, name, at, to);
        }
        // A group that is left open takes in whatever would follow it.
        const bool hasOpenGroup = count > 0 && endsInGroup(now.last());
        const QByteArray wrong =
            unexpected(outcome, hasOpenGroup ? QList{Reason::BadValue} : QList<Reason>{});
        if (!wrong.isEmpty() || outcome)
            return wrong;
        const QByteArray value = after().settings.value(ordinalOf(index)).value;
        if (postfixItems(value) != items)
            return "reads as " + quoted(value);
        return hasValue(index, items.join(", "), true);
    }

    QByteArray checkHistory()
    {
        const model::Snapshot again = model::applied(opened(m_text).snapshot(), m_draft.changes());
        if (again.mainCf().text() != result())
            return "the changes do not lead to the result";
        const model::Snapshot undone = model::applied(m_draft.snapshot(), m_draft.inverse());
        return undone.mainCf().text() == m_text ? QByteArray() : "undo does not lead back";
    }

    RandomSource &m_random;
    RandomMainCf &m_generator;
    QByteArray m_text;
    Draft m_draft;
    MainCf m_file{m_text};
    PostfixReading m_before;
    QByteArray m_what;
    bool m_refused = false;
};

} // namespace support
