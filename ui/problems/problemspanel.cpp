// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/problems/problemspanel.h"

#include "ui/problems/fixdialog.h"
#include "ui/problems/problembar.h"
#include "ui/problems/problemdetail.h"
#include "ui/problems/problemsmodel.h"
#include "ui/session/editsession.h"
#include "ui/session/ignoring.h"
#include "ui/settings/settings.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/spacing.h"
#include "ui/widgets/textlabel.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QMenu>
#include <QSplitter>
#include <QStackedLayout>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

ProblemsPanel::ProblemsPanel(EditSession &session, Findings &findings, Checker &checker, Ignoring &ignoring,
                             Settings &settings, QWidget *parent)
    : QWidget(parent), m_session(session), m_findings(findings), m_ignoring(ignoring), m_settings(settings)
{
    m_model = new ProblemsModel(session, findings, this);
    m_bar = new ProblemBar(findings, checker);
    m_bar->setGrouping(static_cast<ProblemGrouping>(settings.get(settings::problemGrouping)));
    m_model->setGrouping(m_bar->grouping());
    m_detail = new ProblemDetail(session);
    buildTree();
    buildActions();
    buildIgnore();
    m_empty = new TextLabel(TextLabel::Rank::Muted, {});
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_split = new QSplitter;
    m_split->setChildrenCollapsible(false);
    m_split->addWidget(m_tree);
    m_split->addWidget(m_detail);
    m_split->setStretchFactor(0, 3);
    m_split->setStretchFactor(1, 2);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_bar);
    m_stack = new QStackedLayout;
    m_stack->setContentsMargins(spacing::parts, 0, 0, 0); // as the bar above
    column->addLayout(m_stack, 1); // first: what a layout without a parent shows is a window
    m_stack->addWidget(m_split);
    m_stack->addWidget(m_empty);
    connectParts();
    refreshRows();
    refresh();
}

void ProblemsPanel::buildTree()
{
    m_tree = new QTreeView;
    m_tree->setAccessibleName(tr("Problems"));
    m_tree->setModel(m_model);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setUniformRowHeights(true);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setExpandsOnDoubleClick(false);
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_tree->setTextElideMode(Qt::ElideRight);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    QHeaderView *header = m_tree->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(ProblemsModel::MessageColumn, QHeaderView::Stretch);
    header->setSortIndicator(-1, Qt::AscendingOrder);
    header->setSortIndicatorClearable(true); // the third click is the order in which they were found
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_tree->setSortingEnabled(true);
    const int letter = fontMetrics().averageCharWidth();
    header->resizeSection(ProblemsModel::PlaceColumn, letter * 16);
    header->resizeSection(ProblemsModel::FoundByColumn, letter * 16);
}

void ProblemsPanel::buildActions()
{
    m_go = addAction(QStringLiteral("crosshair"), tr("&Go to the Place"), Qt::Key_Return, &ProblemsPanel::go);
    m_go->setShortcuts({QKeySequence(Qt::Key_Return), QKeySequence(Qt::Key_Enter)});
    m_goOnPage = addAction(QStringLiteral("panel-right"), tr("Show on Its &Page"), Qt::CTRL | Qt::Key_Return,
                           &ProblemsPanel::goOnPage);
    m_fix = addAction(QStringLiteral("wrench"), tr("&Fix…"), Qt::ALT | Qt::Key_Return, &ProblemsPanel::fix);
    m_fixAll = addAction(QStringLiteral("wrench"), tr("Fix &All of This Kind…"),
                         Qt::ALT | Qt::SHIFT | Qt::Key_Return, &ProblemsPanel::fixAll);
    m_copy =
        addAction(QStringLiteral("copy"), tr("&Copy the Message"), QKeySequence::Copy, &ProblemsPanel::copy);
    m_explain =
        addAction(QStringLiteral("circle-help"), tr("&Explain"), Qt::Key_Space, &ProblemsPanel::explain);
    for (QAction *action : {m_fix, m_fixAll}) {
        auto *button = new QToolButton;
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        button->setAccessibleName(QString(action->text()).remove(u'&').remove(u'…'));
        m_bar->addButton(button);
    }
}

QAction *ProblemsPanel::addAction(const QString &icon, const QString &text, const QKeySequence &key,
                                  void (ProblemsPanel::*run)())
{
    auto *action = new QAction(ui::icon(icon), text, m_tree);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetShortcut);
    connect(action, &QAction::triggered, this, run);
    m_tree->addAction(action);
    return action;
}

void ProblemsPanel::connectParts()
{
    connect(m_tree, &QTreeView::doubleClicked, this, &ProblemsPanel::go);
    connect(m_tree, &QTreeView::customContextMenuRequested, this, &ProblemsPanel::openMenu);
    connect(m_tree, &QTreeView::collapsed, this,
            [this](const QModelIndex &index) { m_closed.insert(m_model->groupKeyOf(index)); });
    connect(m_tree, &QTreeView::expanded, this,
            [this](const QModelIndex &index) { m_closed.remove(m_model->groupKeyOf(index)); });
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &ProblemsPanel::onCurrentChanged);
    connect(m_model, &QAbstractItemModel::modelReset, this, &ProblemsPanel::refreshRows);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &ProblemsPanel::refresh);
    connect(&m_findings, &Findings::changed, this, &ProblemsPanel::refresh);
    connect(&m_findings, &Findings::checkingChanged, this, &ProblemsPanel::refresh);
    connect(m_bar, &ProblemBar::filterChanged, this, [this] { m_model->setFilter(m_bar->filter()); });
    connect(m_bar, &ProblemBar::groupingChanged, this, [this] {
        m_settings.set(settings::problemGrouping, static_cast<int>(m_bar->grouping()));
        m_model->setGrouping(m_bar->grouping());
    });
    connect(m_detail, &ProblemDetail::fixAsked, this, &ProblemsPanel::fixWith);
}

void ProblemsPanel::refreshRows()
{
    const bool isGrouped = m_model->grouping() != ProblemGrouping::None;
    m_tree->setRootIsDecorated(isGrouped);
    for (int row = 0; isGrouped && row < m_model->rowCount(); ++row) {
        const QModelIndex group = m_model->index(row, 0);
        m_tree->setFirstColumnSpanned(row, {}, true);
        m_tree->setExpanded(group, !m_closed.contains(m_model->groupKeyOf(group)));
    }
    keepChoice();
    refresh();
}

void ProblemsPanel::refresh()
{
    if (!m_findings.all().isEmpty())
        m_empty->setText(tr("All problems are of kinds that are hidden. Show them with the buttons above."));
    else if (m_findings.isChecking())
        m_empty->setText(tr("No problems found so far. Postfix is still checking."));
    else
        m_empty->setText(tr("No problems found."));
    m_stack->setCurrentWidget(m_model->findingCount() > 0 ? static_cast<QWidget *>(m_split) : m_empty);
    refreshActions();
}

void ProblemsPanel::keepChoice()
{
    if (m_tree->currentIndex().isValid() || !m_chosen)
        return;
    const QModelIndex same = m_model->indexLike(*m_chosen, m_position);
    // It is gone: on with the next.
    const QModelIndex next =
        same.isValid() ? same : m_model->indexAt(std::min(m_position, m_model->findingCount() - 1));
    if (next.isValid())
        m_tree->setCurrentIndex(next);
}

void ProblemsPanel::onCurrentChanged()
{
    if (const Finding *finding = current()) {
        m_chosen = *finding;
        m_position = m_model->positionOf(m_tree->currentIndex());
    }
    refreshActions();
}

const Finding *ProblemsPanel::current() const
{
    return m_model->findingOf(m_tree->currentIndex());
}

/// In the whole configuration, whatever is shown of it.
QList<Finding> ProblemsPanel::allLikeCurrent() const
{
    const Finding *finding = current();
    QList<Finding> like;
    for (const Finding &other : m_findings.all()) {
        if (finding && !kindOf(*finding).isEmpty() && kindOf(other) == kindOf(*finding))
            like.append(other);
    }
    return like;
}

void ProblemsPanel::refreshActions()
{
    const Finding *finding = current();
    m_detail->show(finding ? std::optional(*finding) : std::nullopt);
    m_go->setEnabled(finding && finding->place);
    m_goOnPage->setEnabled(finding && finding->place);
    m_copy->setEnabled(finding);
    m_explain->setEnabled(finding);
    const bool isFixable = finding && !finding->fixes.isEmpty();
    m_fix->setEnabled(isFixable);
    const QList<Finding> like = allLikeCurrent();
    const auto fixable =
        std::count_if(like.begin(), like.end(), [](const Finding &one) { return !one.fixes.isEmpty(); });
    m_fixAll->setEnabled(fixable > 1);
    const auto say = [](QAction *action, const QString &what) {
        //: What a button does, and its keys
        action->setToolTip(tr("%1 (%2)").arg(what, action->shortcut().toString(QKeySequence::NativeText)));
    };
    refreshIgnore();
    say(m_fix,
        isFixable ? tr("See what a fix of the selected problem changes, and make it")
                  : tr("No fix is known for the selected problem"));
    say(m_fixAll,
        fixable > 1 ? tr("Fix all problems of the kind of the selected one, after a look at what changes")
                    : tr("There is no other problem of this kind that can be fixed"));
}

void ProblemsPanel::buildIgnore()
{
    m_ignore = new QMenu(tr("&Ignore"), this);
    m_ignore->setIcon(icon(QStringLiteral("eye-off")));
    const auto add = [this](const QString &text, check::Reach reach, bool isComment) {
        QAction *action = m_ignore->addAction(text, this, [this, reach, isComment] {
            const Finding *finding = current();
            if (!finding)
                return;
            const Finding chosen = *finding;
            if (isComment)
                m_ignoring.ignoreByComment(chosen, reach);
            else
                m_ignoring.ignoreInProject(chosen, reach);
        });
        if (isComment)
            m_byComment.append(action);
    };
    using check::Reach;
    m_ignore->addSection(tr("With a comment in the file"));
    add(tr("&This One"), Reach::Finding, true);
    add(tr("This &Kind in This File"), Reach::File, true);
    //: %1 is the name of a file
    m_ignore->addSection(tr("In %1, beside main.cf").arg(QString::fromLatin1(check::projectFileName)));
    add(tr("This &One"), Reach::Finding, false);
    add(tr("This Kind in This &File"), Reach::File, false);
    add(tr("This Kind &Everywhere"), Reach::Folder, false);
    m_stopIgnoring = new QAction(icon(QStringLiteral("eye")), tr("&No Longer Ignore"), this);
    connect(m_stopIgnoring, &QAction::triggered, this, [this] {
        if (const Finding *finding = current())
            m_ignoring.stop(Finding(*finding));
    });
}

void ProblemsPanel::refreshIgnore()
{
    const Finding *finding = current();
    m_ignore->menuAction()->setEnabled(finding && !finding->rule.isEmpty() && !finding->ignored);
    for (QAction *action : std::as_const(m_byComment))
        action->setEnabled(finding && m_ignoring.canComment(*finding));
    m_stopIgnoring->setEnabled(finding && finding->ignored);
}

void ProblemsPanel::openMenu(const QPoint &at)
{
    if (!current())
        return;
    QMenu menu(this);
    menu.addActions({m_go, m_goOnPage, m_explain});
    menu.addSeparator();
    menu.addActions({m_fix, m_fixAll});
    menu.addSeparator();
    menu.addMenu(m_ignore);
    menu.addAction(m_stopIgnoring);
    menu.addSeparator();
    menu.addAction(m_copy);
    menu.exec(m_tree->viewport()->mapToGlobal(at));
}

void ProblemsPanel::go()
{
    if (const Finding *finding = current()) {
        if (const auto place = finding->place)
            m_session.request(*place);
    } else if (const QModelIndex group = m_tree->currentIndex(); group.isValid()) {
        m_tree->setExpanded(group, !m_tree->isExpanded(group));
    }
}

void ProblemsPanel::goOnPage()
{
    const Finding *finding = current();
    if (finding && finding->place)
        m_session.requestOnPage(*finding->place);
}

void ProblemsPanel::fix()
{
    fixWith({});
}

void ProblemsPanel::fixWith(const QString &title)
{
    const Finding *finding = current();
    if (!finding || finding->fixes.isEmpty())
        return;
    auto *dialog = new FixDialog(m_session, {*finding}, title, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void ProblemsPanel::fixAll()
{
    const QList<Finding> like = allLikeCurrent();
    if (like.size() < 2)
        return;
    auto *dialog = new FixDialog(m_session, like, {}, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void ProblemsPanel::copy()
{
    if (const Finding *finding = current())
        QApplication::clipboard()->setText(
            QStringLiteral("%1: %2 [%3]")
                .arg(whereText(*finding, m_session.snapshot()), finding->message, foundBy(*finding)));
}

void ProblemsPanel::explain()
{
    m_detail->setFocus();
}

/// Beside the list where there is room for both, else below it.
void ProblemsPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    constexpr int wide = 640;
    m_split->setOrientation(width() < wide ? Qt::Vertical : Qt::Horizontal);
}

} // namespace ui
