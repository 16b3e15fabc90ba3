// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/displaytext.h"
#include "core/lint/restrictionlists.h"
#include "core/upgrade/parts.h"

namespace upgrade {

namespace {

/// Replaces a word wherever a list has it by itself.
void replaceWord(model::Draft &draft, const model::Place &near, const QByteArray &word, const QByteArray &by)
{
    const QByteArray text = draft.snapshot().file(near.file).text().bytes();
    const auto isEnd = [&](qsizetype at) {
        return at < 0 || at >= text.size() || QByteArrayView(" \t\r\n,={}").contains(text[at]);
    };
    qsizetype best = -1;
    for (qsizetype at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
        if (!isEnd(at - 1) || !isEnd(at + word.size()))
            continue;
        if (best < 0 || std::abs(at - near.range.begin) < std::abs(best - near.range.begin))
            best = at;
    }
    if (best >= 0)
        draft.replace(near.file, {best, best + word.size()}, by);
}

} // namespace

void addRestrictions(const Work &work)
{
    for (const lint::ListPlace &list : lint::assignedLists(work.now)) {
        for (const lint::Check &check : lint::checksIn(work.now, list.parameter, list.service)) {
            const catalog::Restriction *old = check.restriction;
            if (!old || old->replacedBy.isEmpty() || !check.word.place || !check.word.isWhole)
                continue;
            const QByteArray better = old->replacedBy.first().toByteArray();
            const catalog::Restriction *known = work.now.reference().restriction(better);
            if (!known || work.to < known->since)
                continue;
            const bool isSame = known->argument == old->argument && old->replacedBy.size() == 1;
            Step step{.key = "restriction:" + check.word.text + ':'
                          + QByteArray::number(check.word.place->range.begin),
                      .weight = Weight::Advised,
                      .title = Words::tr("Write %1 instead of %2 in %3")
                                   .arg(base::displayText(better), base::displayText(check.word.text),
                                        base::displayText(list.parameter)),
                      .why = Words::tr("The restriction has another name now."),
                      .place = check.word.place};
            if (isSame)
                step.apply = [place = *check.word.place, word = check.word.text,
                              better](model::Draft &draft) { replaceWord(draft, place, word, better); };
            else
                step.why += u' ' + Words::tr("It takes another argument: change it by hand.");
            work.steps.append(step);
        }
    }
}

} // namespace upgrade
