// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/access/stepchoices.h"

#include "core/base/displaytext.h"
#include "ui/widgets/colors.h"

#include <QApplication>
#include <QPalette>

#include <algorithm>
#include <tuple>

namespace ui {

using catalog::Restriction;
using catalog::RestrictionStatus;

StepChoices::StepChoices(QObject *parent) : QAbstractTableModel(parent) { }

void StepChoices::fill(const catalog::Reference &reference, const catalog::Version &version,
                       std::optional<restrictions::Stage> stage, bool isDelayed,
                       const QByteArrayList &classes)
{
    m_all.clear();
    const QByteArrayView list = stage ? restrictions::factsOf(*stage).name : "";
    for (const Restriction &restriction : reference.restrictions()) {
        const bool isOffered = restriction.status == RestrictionStatus::Current && restriction.isDocumented
            && !restriction.isPrefix && version >= restriction.since;
        if (!isOffered)
            continue;
        Choice choice{restriction.name.toByteArray(), base::displayText(restriction.help), &restriction};
        const bool isLate = restriction.usefulWithDelayReject.contains(list);
        if (stage && !restriction.usefulIn.contains(list) && !(isLate && isDelayed))
            choice.hindrance = isLate
                ? tr("It does nothing in this list while smtpd_delay_reject is off.")
                : tr("It does nothing in this list: what it asks about is not known there.");
        m_all.append(choice);
    }
    for (const QByteArray &name : classes)
        m_all.append(Choice{name, tr("The steps of this class.")});
    std::ranges::stable_sort(m_all, {}, [](const Choice &choice) { return !choice.hindrance.isEmpty(); });
    search({});
}

void StepChoices::search(const QString &text)
{
    beginResetModel();
    m_shown.clear();
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    for (qsizetype i = 0; i < m_all.size(); ++i) {
        const QString all = base::displayText(m_all[i].word) + u' ' + m_all[i].sentence;
        if (std::ranges::all_of(words,
                                [&](const QString &word) { return all.contains(word, Qt::CaseInsensitive); }))
            m_shown.append(i);
    }
    // What is searched for comes first where it is a word, then what begins with it.
    const auto rank = [&](qsizetype at) {
        const QString word = base::displayText(m_all[at].word);
        return word == text ? 0 : !text.isEmpty() && word.startsWith(text) ? 1 : 2;
    };
    // Of the others a short word is nearer to what was written.
    std::ranges::stable_sort(m_shown, {}, [&](qsizetype at) {
        return std::tuple(rank(at), !m_all[at].hindrance.isEmpty(),
                          words.isEmpty() ? 0 : m_all[at].word.size());
    });
    endResetModel();
}

const StepChoices::Choice *StepChoices::choice(int row) const
{
    return row < 0 || row >= m_shown.size() ? nullptr : &m_all[m_shown[row]];
}

const StepChoices::Choice *StepChoices::find(QByteArrayView word) const
{
    const auto found = std::ranges::find_if(m_all, [&](const Choice &choice) { return choice.word == word; });
    return found == m_all.end() ? nullptr : &*found;
}

int StepChoices::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int StepChoices::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 2;
}

QVariant StepChoices::data(const QModelIndex &index, int role) const
{
    const Choice *here = choice(index.row());
    if (!here)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == 0 ? base::displayText(here->word) : here->sentence;
    case Qt::ToolTipRole:
    case Qt::AccessibleDescriptionRole:
        return here->hindrance.isEmpty() ? here->sentence : here->hindrance;
    case Qt::ForegroundRole:
        if (index.column() == 1 || !here->hindrance.isEmpty())
            return colorsFor(QApplication::palette()).muted;
        return {};
    default:
        return {};
    }
}

} // namespace ui
