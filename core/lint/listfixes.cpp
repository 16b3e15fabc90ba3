// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/listfixes.h"

#include "core/edits/serviceedits.h"
#include "core/lint/mending.h"
#include "core/syntax/listvalue.h"

#include <algorithm>

namespace lint {

namespace {

using syntax::ByteRange;

/// The text of a list, changed word by word; what stands between the others stays.
class ListText
{
public:
    explicit ListText(QByteArray text) : m_text(std::move(text)) { read(); }

    const QByteArray &text() const { return m_text; }
    qsizetype count() const { return m_items.size(); }

    void remove(qsizetype index, qsizetype count)
    {
        const qsizetype next = index + count;
        const bool isLast = next >= m_items.size();
        ByteRange gone{m_items[index].range.begin, isLast ? m_text.size() : m_items[next].range.begin};
        if (isLast && index > 0)
            gone.begin = m_items[index - 1].range.end;
        m_text.remove(gone.begin, gone.size());
        read();
    }

    /// In front of the word with that number; behind all of them for count().
    void insert(qsizetype index, const QByteArray &words)
    {
        const QByteArray separator = separatorOfWords();
        if (m_items.isEmpty())
            m_text = words;
        else if (index < m_items.size())
            m_text.insert(m_items[index].range.begin, words + separator);
        else
            m_text.insert(m_items.last().range.end, separator + words);
        read();
    }

    QByteArray part(qsizetype index, qsizetype count) const
    {
        const ByteRange range{m_items[index].range.begin, m_items[index + count - 1].range.end};
        return range.in(m_text).toByteArray();
    }

private:
    void read() { m_items = syntax::listItems(m_text); }

    /// Without blanks where there are none: in master.cf they would end the value.
    QByteArray separatorOfWords() const
    {
        if (m_items.size() < 2)
            return ", ";
        if (!m_text.contains(' ') && !m_text.contains('\t'))
            return ",";
        return m_text.contains(',') ? ", " : " ";
    }

    QByteArray m_text;
    QList<syntax::ListItem> m_items;
};

/// A list without blanks can be written in master.cf as it is.
QByteArray writtenFor(const Assignment &assignment, const QByteArray &text)
{
    const bool isOption = !assignment.isInMainCf();
    if (!isOption || assignment.definition.text.contains(' '))
        return text;
    return QByteArray(text).replace(", ", ",").replace(' ', ',');
}

Fix written(const Assignment &assignment, const char *title, const ListText &list)
{
    return setValue(assignment, title, writtenFor(assignment, list.text()));
}

/// The number of the word in the value; -1 when it is no word of it.
qsizetype indexOf(const Assignment &assignment, const model::Place &place)
{
    qsizetype before = 0;
    for (const ByteRange &piece : assignment.definition.pieces) {
        if (!piece.contains(place.range.begin)) {
            before += piece.size() + 1;
            continue;
        }
        const qsizetype at = before + place.range.begin - piece.begin;
        const QList<syntax::ListItem> items = syntax::listItems(assignment.definition.text);
        for (qsizetype i = 0; i < items.size(); ++i) {
            if (items[i].range.begin == at)
                return i;
        }
        return -1;
    }
    return -1;
}

/// Neighbouring words of one list.
struct Run
{
    const Assignment *assignment = nullptr;
    qsizetype index = -1;
    qsizetype count = 0;

    bool isThere() const { return assignment && index >= 0; }
};

Run runOf(const Context &context, const QList<Word> &words)
{
    Run run;
    for (const Word &word : words) {
        if (!word.place || !word.isWhole)
            return {};
        const Assignment *holder = assignmentAt(context, *word.place);
        const qsizetype index = holder ? indexOf(*holder, *word.place) : -1;
        const bool isNext = run.count == 0 || (holder == run.assignment && index == run.index + run.count);
        if (index < 0 || !isNext)
            return {};
        if (run.count == 0)
            run = {holder, index, 0};
        ++run.count;
    }
    return run;
}

Run runOf(const Context &context, const Check &check)
{
    Run run = runOf(context, QList<Word>{check.word} + check.arguments);
    if (!run.isThere() || !check.isWarned || run.index == 0)
        return run;
    const QList<syntax::ListItem> items = syntax::listItems(run.assignment->definition.text);
    const QByteArrayView before = items[run.index - 1].range.in(run.assignment->definition.text);
    if (before.compare("warn_if_reject", Qt::CaseInsensitive) == 0) {
        --run.index;
        ++run.count;
    }
    return run;
}

Fixes moved(const Context &context, const char *title, const Check &check, const Check &other, bool isBehind)
{
    const Run what = runOf(context, check);
    const Run where = runOf(context, other);
    if (!what.isThere() || !where.isThere() || what.assignment != where.assignment)
        return {};
    ListText list(what.assignment->definition.text);
    const QByteArray text = list.part(what.index, what.count);
    qsizetype target = isBehind ? where.index + where.count : where.index;
    list.remove(what.index, what.count);
    if (target > what.index)
        target -= what.count;
    list.insert(target, text);
    return {written(*what.assignment, title, list)};
}

} // namespace

const Assignment *assignmentAt(const Context &context, const model::Place &place)
{
    for (qsizetype i = 0; i < context.assignmentCount(); ++i) {
        const Assignment &assignment = context.assignmentAt(i);
        const ByteRange &value = assignment.valuePlace.range;
        if (assignment.valuePlace.file == place.file && value.begin <= place.range.begin
            && place.range.end <= value.end)
            return &assignment;
    }
    return nullptr;
}

Fixes removeWords(const Context &context, const char *title, const QList<Word> &words)
{
    const Run run = runOf(context, words);
    if (!run.isThere())
        return {};
    ListText list(run.assignment->definition.text);
    list.remove(run.index, run.count);
    return {written(*run.assignment, title, list)};
}

Fixes removeCheck(const Context &context, const char *title, const Check &check)
{
    const Run run = runOf(context, check);
    if (!run.isThere())
        return {};
    ListText list(run.assignment->definition.text);
    list.remove(run.index, run.count);
    return {written(*run.assignment, title, list)};
}

Fixes insertBefore(const Context &context, const char *title, const Word &word, const QByteArray &text)
{
    const Run run = runOf(context, QList<Word>{word});
    if (!run.isThere())
        return {};
    return {insertedBehind(*run.assignment, title, run.index - 1, text)};
}

Fixes moveBefore(const Context &context, const char *title, const Check &check, const Check &other)
{
    return moved(context, title, check, other, false);
}

Fixes moveBehind(const Context &context, const char *title, const Check &check, const Check &other)
{
    return moved(context, title, check, other, true);
}

Fix prepended(const Assignment &assignment, const char *title, const QByteArray &text)
{
    return insertedBehind(assignment, title, -1, text);
}

Fix appended(const Assignment &assignment, const char *title, const QByteArray &text)
{
    ListText list(assignment.definition.text);
    list.insert(list.count(), text);
    return written(assignment, title, list);
}

Fix insertedBehind(const Assignment &assignment, const char *title, qsizetype index, const QByteArray &text)
{
    ListText list(assignment.definition.text);
    list.insert(index + 1, text);
    return written(assignment, title, list);
}

Fix setOverride(const effective::Service &service, const char *title, const QByteArray &name,
                const QByteArray &value)
{
    return {title, [serviceName = service.name, type = service.type, name, value](model::Draft &draft) {
                const qsizetype index = draft.masterCf().indexOf(serviceName, type);
                if (index >= 0)
                    edits::setOverride(draft, index, name, value);
            }};
}

Fix addService(const char *title, const NewService &service)
{
    const edits::ServiceSpec spec{.name = service.name,
                                  .type = service.type,
                                  .isPrivate = service.isPrivate,
                                  .chroot = service.chroot,
                                  .processLimit = service.processLimit,
                                  .command = service.command,
                                  .arguments = service.arguments};
    return {title, [spec](model::Draft &draft) {
                if (draft.masterCf().indexOf(spec.name, spec.type) < 0)
                    edits::addService(draft, draft.masterCf().services().size(), spec);
            }};
}

} // namespace lint
