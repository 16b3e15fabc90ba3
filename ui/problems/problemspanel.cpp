// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/problems/problemspanel.h"

#include "ui/problems/problemsmodel.h"
#include "ui/session/editsession.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/placetable.h"
#include "ui/widgets/spacing.h"
#include "ui/widgets/textlabel.h"

#include <QAction>
#include <QMenu>
#include <QStackedLayout>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

constexpr std::array severities{Finding::Severity::Error, Finding::Severity::Warning,
                                Finding::Severity::Info};

} // namespace

ProblemsPanel::ProblemsPanel(EditSession &session, Findings &findings, QWidget *parent)
    : QWidget(parent), m_session(session), m_findings(findings)
{
    m_model = new ProblemsModel(session, findings, this);
    buildTable();
    buildFix();
    m_empty = new TextLabel(TextLabel::Rank::Muted, {});
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addLayout(buildTop());
    m_stack = new QStackedLayout;
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    column->addLayout(m_stack, 1);

    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &current) {
                if (current.isValid()) {
                    m_row = current.row();
                    m_chosen = m_model->findingOf(m_row);
                }
                refreshFixes();
            });
    connect(m_model, &QAbstractItemModel::modelReset, this, &ProblemsPanel::refresh);
    connect(&findings, &Findings::checkingChanged, this, &ProblemsPanel::refresh);
    refresh();
}

void ProblemsPanel::buildTable()
{
    m_table = new PlaceTable(m_model, ProblemsModel::MessageColumn);
    m_table->setAccessibleName(tr("Problems"));
    const int letter = fontMetrics().averageCharWidth();
    m_table->setColumnWidth(ProblemsModel::PlaceColumn, letter * 18);
    m_table->setColumnWidth(ProblemsModel::OriginColumn, letter * 16);
    connect(m_table, &PlaceTable::asked, this, &ProblemsPanel::go);
}

void ProblemsPanel::buildFix()
{
    m_fixes = new QMenu(this);
    m_fixes->setAccessibleName(tr("Fixes"));
    m_fix = new QAction(icon(QStringLiteral("wrench")), tr("Fix"), m_table);
    m_fix->setShortcut(QKeySequence(Qt::ALT | Qt::Key_Return));
    m_fix->setShortcutContext(Qt::WidgetShortcut);
    m_table->addAction(m_fix);
    m_fixButton = new QToolButton;
    m_fixButton->setDefaultAction(m_fix);
    m_fixButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_fixButton->setAutoRaise(true);
    m_fixButton->setFocusPolicy(Qt::TabFocus);
    m_fixButton->setAccessibleName(m_fix->text());
    connect(m_fix, &QAction::triggered, this, [this] {
        if (m_fixButton->menu())
            m_fixButton->showMenu();
        else
            fix(0);
    });
}

QLayout *ProblemsPanel::buildTop()
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(spacing::parts, spacing::tight, spacing::parts, spacing::tight);
    row->setSpacing(spacing::tight);
    for (const Finding::Severity severity : severities) {
        auto *filter = new QToolButton;
        filter->setIcon(severityIcon(severity));
        filter->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        filter->setCheckable(true);
        filter->setChecked(true);
        filter->setAutoRaise(true);
        connect(filter, &QToolButton::toggled, this,
                [this, severity](bool isOn) { m_model->setShown(severity, isOn); });
        m_filters.at(static_cast<size_t>(severity)) = filter;
        row->addWidget(filter);
    }
    row->addStretch();
    row->addWidget(m_fixButton);
    return row;
}

void ProblemsPanel::refresh()
{
    const auto say = [this](Finding::Severity severity, const QString &sentence) {
        QToolButton *filter = m_filters.at(static_cast<size_t>(severity));
        filter->setText(QString::number(m_findings.count(severity)));
        filter->setToolTip(sentence);
        filter->setAccessibleName(sentence);
    };
    const auto count = [this](Finding::Severity severity) {
        return static_cast<int>(m_findings.count(severity));
    };
    say(Finding::Severity::Error, tr("Show %n error(s)", nullptr, count(Finding::Severity::Error)));
    say(Finding::Severity::Warning, tr("Show %n warning(s)", nullptr, count(Finding::Severity::Warning)));
    say(Finding::Severity::Info, tr("Show %n hint(s)", nullptr, count(Finding::Severity::Info)));

    if (!m_findings.all().isEmpty())
        m_empty->setText(tr("All problems are of kinds that are hidden. Show them with the buttons above."));
    else if (m_findings.isChecking())
        m_empty->setText(tr("No problems found so far. Postfix is still checking."));
    else
        m_empty->setText(tr("No problems found."));
    m_stack->setCurrentWidget(m_model->rowCount() > 0 ? static_cast<QWidget *>(m_table) : m_empty);
    keepChoice();
    refreshFixes();
}

void ProblemsPanel::keepChoice()
{
    if (m_table->currentIndex().isValid() || !m_chosen)
        return;
    const int row = m_model->rowLike(*m_chosen, m_row);
    const int beside = std::min(m_row, m_model->rowCount() - 1); // it is gone: on with the next
    if (row >= 0 || beside >= 0)
        m_table->setCurrentIndex(m_model->index(row >= 0 ? row : beside, 0));
}

void ProblemsPanel::refreshFixes()
{
    const QModelIndex current = m_table->currentIndex();
    const QList<Finding::Fix> fixes =
        current.isValid() ? m_model->findingOf(current.row()).fixes : QList<Finding::Fix>();
    m_fixes->clear();
    for (int i = 0; i < fixes.size(); ++i)
        m_fixes->addAction(QString(fixes[i].title).replace(u'&', QLatin1String("&&")), this,
                           [this, i] { fix(i); });
    m_fixButton->setMenu(fixes.size() > 1 ? m_fixes : nullptr);
    m_fixButton->setPopupMode(QToolButton::InstantPopup);
    m_fix->setEnabled(!fixes.isEmpty());
    const QString what = fixes.isEmpty() ? tr("No fix is known for the selected problem")
        : fixes.size() == 1              ? fixes.first().title
                                         : tr("Choose between the fixes of the selected problem");
    m_fix->setToolTip(tr("%1 (%2)").arg(what, m_fix->shortcut().toString(QKeySequence::NativeText)));
    m_fixButton->setAccessibleDescription(what);
}

void ProblemsPanel::go(int row)
{
    if (row < 0 || row >= m_model->rowCount())
        return;
    if (const auto place = m_model->findingOf(row).place)
        m_session.request(*place);
}

void ProblemsPanel::fix(int which)
{
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid())
        return;
    const QList<Finding::Fix> fixes = m_model->findingOf(current.row()).fixes;
    if (which < fixes.size())
        m_session.edit(fixes[which].title, fixes[which].apply);
}

} // namespace ui
