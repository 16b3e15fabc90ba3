// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/tables/findreplacebar.h"

#include "core/base/whendone.h"
#include "ui/grids/gridview.h"
#include "ui/grids/tablerowsmodel.h"
#include "ui/session/editsession.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/spacing.h"
#include "ui/widgets/textlabel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QtConcurrent>

#include <algorithm>

namespace ui {

using tables::RowPart;

FindReplaceBar::FindReplaceBar(EditSession &session, TableRowsModel &model, GridView &grid, QWidget *parent)
    : QFrame(parent), m_session(session), m_model(model), m_grid(grid)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(spacing::tight);
    column->addLayout(buildFind());
    column->addLayout(buildReplace());
    m_state = new TextLabel(TextLabel::Rank::Muted, {});
    m_state->hide();
    column->addWidget(m_state);
}

QLayout *FindReplaceBar::buildFind()
{
    m_find = new QLineEdit;
    m_find->setPlaceholderText(tr("Find"));
    m_find->setAccessibleName(tr("Find"));
    connect(m_find, &QLineEdit::textChanged, this, [this] {
        m_isFresh = true;
        say({});
    });
    connect(m_find, &QLineEdit::returnPressed, this, [this] { go(1); });
    m_case = new QToolButton;
    m_case->setIcon(icon(QStringLiteral("case-sensitive")));
    m_case->setCheckable(true);
    m_case->setAutoRaise(true);
    m_case->setFocusPolicy(Qt::TabFocus);
    m_case->setToolTip(tr("Capital and small letters differ"));
    m_case->setAccessibleName(m_case->toolTip());
    m_part = new QComboBox;
    m_part->setAccessibleName(tr("Where to find it"));
    m_part->addItems({tr("Keys and values"), tr("Keys"), tr("Values")});
    auto *row = new QHBoxLayout;
    row->setSpacing(spacing::tight);
    row->addWidget(m_find, 1);
    row->addWidget(m_case);
    row->addWidget(m_part);
    for (const int step : {-1, 1}) {
        auto *button = new QToolButton;
        button->setIcon(icon(step < 0 ? QStringLiteral("chevron-up") : QStringLiteral("chevron-down")));
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        button->setToolTip(step < 0 ? tr("Previous row with it") : tr("Next row with it (Enter)"));
        button->setAccessibleName(step < 0 ? tr("Find Previous") : tr("Find Next"));
        connect(button, &QToolButton::clicked, this, [this, step] { go(step); });
        row->addWidget(button);
    }
    auto *close = new QToolButton;
    close->setIcon(icon(QStringLiteral("x")));
    close->setAutoRaise(true);
    close->setFocusPolicy(Qt::TabFocus);
    close->setToolTip(tr("Close (Esc)"));
    close->setAccessibleName(tr("Close Find and Replace"));
    connect(close, &QToolButton::clicked, this, &FindReplaceBar::leave);
    row->addWidget(close);
    return row;
}

QLayout *FindReplaceBar::buildReplace()
{
    m_by = new QLineEdit;
    m_by->setPlaceholderText(tr("Replace by"));
    m_by->setAccessibleName(tr("Replace by"));
    connect(m_by, &QLineEdit::returnPressed, this, &FindReplaceBar::replaceOne);
    auto *one = new QPushButton(icon(QStringLiteral("replace")), tr("Replace"));
    connect(one, &QPushButton::clicked, this, &FindReplaceBar::replaceOne);
    auto *all = new QPushButton(icon(QStringLiteral("replace-all")), tr("Replace All"));
    connect(all, &QPushButton::clicked, this, &FindReplaceBar::replaceAll);
    m_replaceAll = all;
    auto *row = new QHBoxLayout;
    row->setSpacing(spacing::tight);
    row->addWidget(m_by, 1);
    row->addWidget(one);
    row->addWidget(all);
    return row;
}

void FindReplaceBar::open(const QString &text)
{
    if (!text.isEmpty())
        m_find->setText(text);
    show();
    m_find->setFocus(Qt::ShortcutFocusReason);
    m_find->selectAll();
}

void FindReplaceBar::leave()
{
    hide();
    m_grid.setFocus(Qt::OtherFocusReason);
}

void FindReplaceBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        leave();
        return;
    }
    QFrame::keyPressEvent(event);
}

tables::Replacing FindReplaceBar::wanted() const
{
    constexpr RowPart parts[] = {RowPart::Both, RowPart::Key, RowPart::Value};
    return {.find = m_find->text().toUtf8(),
            .by = m_by->text().toUtf8(),
            .sensitivity = m_case->isChecked() ? Qt::CaseSensitive : Qt::CaseInsensitive,
            .part = parts[std::max(m_part->currentIndex(), 0)]};
}

bool FindReplaceBar::isHit(int row) const
{
    const syntax::Table *table =
        m_model.table() ? m_session.snapshot().file(*m_model.table()).table() : nullptr;
    const tables::Replacing what = wanted();
    return table
        && !tables::occurrencesIn(*table, table->row(m_model.tableRow(row)),
                                  tables::Needle(what.find, what.sensitivity), what.part)
                .isEmpty();
}

/// From row to row in the order they are shown, and around the end.
void FindReplaceBar::go(int step)
{
    const int count = m_model.rowCount();
    if (m_find->text().isEmpty() || count == 0 || !m_model.table())
        return;
    // Rows that can be the next are found in the bytes of the whole table, which is quick.
    tables::RowFilter filter(m_session.snapshot().file(*m_model.table()), m_find->text().toUtf8());
    QList<int> hits;
    constexpr qsizetype all = std::numeric_limits<qsizetype>::max();
    while (!filter.atEnd()) {
        for (const quint32 found : filter.next(all, all)) {
            if (const int row = m_model.shownRow(found); row >= 0)
                hits.append(row);
        }
    }
    // The current row may be the first that is found.
    const int current = m_grid.currentRow() - (m_isFresh && step > 0 ? 1 : 0);
    m_isFresh = false;
    const auto next =
        step > 0 ? std::ranges::upper_bound(hits, current) : std::ranges::lower_bound(hits, current);
    const qsizetype first = (next - hits.begin()) - (step > 0 ? 0 : 1);
    for (qsizetype i = 0; i < hits.size(); ++i) {
        const qsizetype which = ((first + i * step) % hits.size() + hits.size()) % hits.size();
        if (isHit(hits[which])) {
            m_grid.setCurrentCell(hits[which], TableRowsModel::KeyColumn);
            say({});
            return;
        }
    }
    say(tr("“%1” is in no row.").arg(m_find->text()));
}

void FindReplaceBar::replaceOne()
{
    const int row = m_grid.currentRow();
    if (m_find->text().isEmpty() || !m_model.table())
        return;
    if (row >= 0 && isHit(row)) {
        const tables::RowNumbers here{static_cast<quint32>(m_model.tableRow(row))};
        make(tables::planReplacing(m_session.snapshot().file(*m_model.table()), wanted(), here));
    }
    go(1);
}

void FindReplaceBar::replaceAll()
{
    if (m_find->text().isEmpty() || !m_model.table())
        return;
    std::optional<tables::RowNumbers> within;
    if (m_model.isFiltered()) {
        within.emplace();
        for (int row = 0; row < m_model.rowCount(); ++row)
            within->append(static_cast<quint32>(m_model.tableRow(row)));
    }
    m_replaceAll->setEnabled(false);
    say(tr("Looking through all rows…"));
    const model::File file = m_session.snapshot().file(*m_model.table());
    base::whenDone(QtConcurrent::run(
                       [file, what = wanted(), within] { return tables::planReplacing(file, what, within); }),
                   this, [this](const tables::ReplacePlan &plan) {
                       m_replaceAll->setEnabled(true);
                       make(plan);
                   });
}

void FindReplaceBar::make(const tables::ReplacePlan &plan)
{
    if (plan.count == 0 && plan.left.isEmpty()) {
        say(tr("“%1” is in no row.").arg(m_find->text()));
        return;
    }
    const bool isMade = plan.replacements.isEmpty()
        || m_session.edit(
            tr("Replace “%1” by “%2”").arg(m_find->text(), m_by->text()),
            [&](model::Draft &draft) { return tables::replace(draft, *m_model.table(), plan); });
    if (!isMade)
        return;
    QString text =
        plan.count > 0 ? tr("Replaced in %n place(s).", nullptr, static_cast<int>(plan.count)) : QString();
    if (!plan.left.isEmpty())
        text += u' '
            + tr("%n row(s) stay as they are: Postfix would read them as something else.", nullptr,
                 static_cast<int>(plan.left.size()));
    say(text.trimmed());
}

void FindReplaceBar::say(const QString &text)
{
    m_state->setText(text);
    m_state->setVisible(!text.isEmpty());
}

} // namespace ui
