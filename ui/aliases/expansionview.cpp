// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/aliases/expansionview.h"

#include "ui/aliases/expansionmodel.h"
#include "ui/aliases/follower.h"
#include "ui/aliases/nodeplace.h"
#include "ui/session/editsession.h"
#include "ui/widgets/spacing.h"
#include "ui/widgets/textlabel.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

using delivery::Step;
using delivery::Tree;

namespace {

/// One sentence for all of the tree.
QString summaryOf(const Tree &tree)
{
    if (tree.nodes.isEmpty())
        return ExpansionView::tr(
            "Write an address or a name, or choose a row above, to see who gets its mail.");
    const QList<int> ends = tree.ends();
    const auto isStep = [&](auto... steps) {
        return [&tree, steps...](int end) { return ((tree.nodes[end].step == steps) || ...); };
    };
    const bool hasLost = std::ranges::any_of(ends, isStep(Step::Bounced, Step::Deferred, Step::Discarded));
    const bool hasUnknown = std::ranges::any_of(ends, isStep(Step::Unknown))
        || std::ranges::any_of(ends,
                               [&](int end) { return tree.nodes[end].why == delivery::Why::UsersNotSeen; });
    const bool hasReached =
        std::ranges::any_of(ends, isStep(Step::Mailbox, Step::Command, Step::File, Step::Relayed));
    if (hasLost)
        return hasReached ? ExpansionView::tr("Some of these do not get the mail: look for the marked rows.")
                          : ExpansionView::tr("Nobody gets the mail.");
    if (hasUnknown)
        return ExpansionView::tr("Not all of this can be told from here.");
    return ExpansionView::tr("All of these get the mail.");
}

} // namespace

ExpansionView::ExpansionView(EditSession &session, Follower &follower, QWidget *parent)
    : QWidget(parent), m_session(session), m_follower(follower)
{
    m_address = new QLineEdit;
    m_address->setAccessibleName(tr("Address or name to follow"));
    m_address->setPlaceholderText(tr("info@example.org or postmaster"));
    m_address->setClearButtonEnabled(true);
    m_address->installEventFilter(this);
    connect(m_address, &QLineEdit::textChanged, this,
            [this](const QString &text) { m_follower.follow(text.trimmed().toUtf8()); });
    auto *label = new QLabel(tr("Mail &for"));
    label->setBuddy(m_address);
    m_summary = new TextLabel(TextLabel::Rank::Muted, summaryOf({}));
    m_summary->setWordWrap(true);

    m_model = new ExpansionModel(this);
    m_tree = new QTreeView;
    m_tree->setModel(m_model);
    m_tree->setAccessibleName(tr("Who gets the mail"));
    m_tree->setUniformRowHeights(true);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setTabKeyNavigation(false);
    m_tree->setTextElideMode(Qt::ElideMiddle);
    m_tree->setExpandsOnDoubleClick(false);
    m_tree->installEventFilter(this);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(ExpansionModel::WordsColumn, QHeaderView::Stretch);
    const int letter = fontMetrics().averageCharWidth();
    m_tree->setColumnWidth(ExpansionModel::AddressColumn, letter * 38);
    m_tree->setColumnWidth(ExpansionModel::PlaceColumn, letter * 26);
    connect(m_tree, &QTreeView::doubleClicked, this, &ExpansionView::go);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &current) {
                if (!current.isValid() || !m_tree->hasFocus())
                    return;
                if (const auto place = placeOf(m_model->node(current), m_session.snapshot()))
                    m_session.setFocus(*place);
            });

    auto *row = new QHBoxLayout;
    row->setSpacing(spacing::parts);
    row->addWidget(label);
    row->addWidget(m_address, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(spacing::parts);
    column->addLayout(row);
    column->addWidget(m_summary);
    column->addWidget(m_tree, 1);
    connect(&follower, &Follower::followed, this, &ExpansionView::take);
}

void ExpansionView::show(const QString &address)
{
    m_address->setText(address);
}

void ExpansionView::offer(const QString &address)
{
    if (!m_address->hasFocus())
        show(address);
}

void ExpansionView::take(const Tree &tree)
{
    m_model->setTree(tree);
    m_summary->setText(summaryOf(tree));
    // A list of thousands is opened by hand.
    constexpr qsizetype most = 500;
    if (tree.nodes.size() <= most)
        m_tree->expandAll();
    else
        m_tree->expandToDepth(1);
}

void ExpansionView::go(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    if (const auto place = placeOf(m_model->node(index), m_session.snapshot()))
        m_session.request(*place);
}

bool ExpansionView::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (watched == m_tree && (key == Qt::Key_Return || key == Qt::Key_Enter)) {
        go(m_tree->currentIndex());
        return true;
    }
    if (watched == m_address && key == Qt::Key_Down && m_model->rowCount() > 0) {
        m_tree->setFocus(Qt::OtherFocusReason);
        m_tree->setCurrentIndex(m_model->index(0, 0));
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace ui
