// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/problems/problembar.h"

#include "ui/problems/findingwords.h"
#include "ui/session/checker.h"
#include "ui/session/severityicon.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/spacing.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QToolButton>

namespace ui {

namespace {

constexpr std::array severities{Finding::Severity::Error, Finding::Severity::Warning,
                                Finding::Severity::Info};
constexpr std::array origins{Finding::Origin::Lint, Finding::Origin::Postconf, Finding::Origin::PostfixCheck,
                             Finding::Origin::Files};

} // namespace

ProblemBar::ProblemBar(Findings &findings, Checker &checker, QWidget *parent)
    : QWidget(parent), m_findings(findings)
{
    m_row = new QHBoxLayout(this);
    m_row->setContentsMargins({spacing::parts, spacing::tight, spacing::parts, spacing::tight});
    m_row->setSpacing(spacing::tight);
    buildSeverities();
    buildAdvice(checker);
    buildIgnored();
    m_search = new QLineEdit;
    m_search->setPlaceholderText(tr("Filter"));
    m_search->setAccessibleName(tr("Filter the problems"));
    m_search->setToolTip(tr("Show the problems with these words in their text, place or rule"));
    m_search->setClearButtonEnabled(true);
    m_search->setMaximumWidth(fontMetrics().averageCharWidth() * 32);
    m_row->addWidget(m_search, 1);
    connect(m_search, &QLineEdit::textChanged, this, &ProblemBar::filterChanged);
    buildChoices();
    m_row->addStretch();
    connect(&findings, &Findings::changed, this, &ProblemBar::refresh);
    refresh();
}

void ProblemBar::buildSeverities()
{
    for (const Finding::Severity severity : severities) {
        auto *button = new QToolButton;
        button->setIcon(severityIcon(severity));
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setCheckable(true);
        button->setChecked(true);
        button->setAutoRaise(true);
        connect(button, &QToolButton::toggled, this, &ProblemBar::filterChanged);
        m_severities.at(static_cast<size_t>(severity)) = button;
        m_row->addWidget(button);
    }
}

void ProblemBar::buildAdvice(Checker &checker)
{
    auto *advice = new QToolButton;
    advice->setIcon(icon(QStringLiteral("lightbulb")));
    advice->setText(tr("Advice"));
    advice->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    advice->setToolTip(tr("Also say what could be better although nothing is wrong"));
    advice->setAccessibleName(tr("Show advice"));
    advice->setCheckable(true);
    advice->setChecked(checker.isAdviceWanted());
    advice->setAutoRaise(true);
    connect(advice, &QToolButton::toggled, &checker, &Checker::setAdviceWanted);
    connect(&checker, &Checker::adviceWantedChanged, advice, &QToolButton::setChecked);
    m_row->addWidget(advice);
}

void ProblemBar::buildIgnored()
{
    m_ignored = new QToolButton;
    m_ignored->setIcon(icon(QStringLiteral("eye-off")));
    m_ignored->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_ignored->setCheckable(true);
    m_ignored->setAutoRaise(true);
    connect(m_ignored, &QToolButton::toggled, this, &ProblemBar::filterChanged);
    m_row->addWidget(m_ignored);
}

void ProblemBar::buildChoices()
{
    m_origin = new QComboBox;
    m_origin->setAccessibleName(tr("Found by"));
    m_origin->setToolTip(tr("Show the problems that one source has found"));
    m_origin->addItem(tr("All sources"), -1);
    for (const Finding::Origin origin : origins)
        m_origin->addItem(originText(origin), static_cast<int>(origin));
    m_grouping = new QComboBox;
    m_grouping->setAccessibleName(tr("Group the problems"));
    m_grouping->setToolTip(tr("What stands together"));
    const auto add = [this](ProblemGrouping grouping, const QString &text) {
        m_grouping->addItem(text, static_cast<int>(grouping));
    };
    add(ProblemGrouping::None, tr("No groups"));
    add(ProblemGrouping::File, tr("By file"));
    add(ProblemGrouping::Kind, tr("By kind"));
    add(ProblemGrouping::Severity, tr("By severity"));
    m_row->addWidget(m_origin);
    m_row->addWidget(m_grouping);
    connect(m_origin, &QComboBox::currentIndexChanged, this, &ProblemBar::filterChanged);
    connect(m_grouping, &QComboBox::currentIndexChanged, this, &ProblemBar::groupingChanged);
}

void ProblemBar::addButton(QToolButton *button)
{
    m_row->addWidget(button);
}

ProblemFilter ProblemBar::filter() const
{
    ProblemFilter filter{.text = m_search->text()};
    for (size_t i = 0; i < m_severities.size(); ++i)
        filter.isShown.at(i) = m_severities.at(i)->isChecked();
    if (const int origin = m_origin->currentData().toInt(); origin >= 0)
        filter.origin = static_cast<Finding::Origin>(origin);
    filter.isIgnoredShown = m_ignored->isChecked();
    return filter;
}

ProblemGrouping ProblemBar::grouping() const
{
    return static_cast<ProblemGrouping>(m_grouping->currentData().toInt());
}

void ProblemBar::setGrouping(ProblemGrouping grouping)
{
    m_grouping->setCurrentIndex(std::max(0, m_grouping->findData(static_cast<int>(grouping))));
}

void ProblemBar::refresh()
{
    const auto say = [this](Finding::Severity severity, const QString &sentence) {
        QToolButton *button = m_severities.at(static_cast<size_t>(severity));
        button->setText(QString::number(m_findings.count(severity)));
        button->setToolTip(sentence);
        button->setAccessibleName(sentence);
    };
    const auto count = [this](Finding::Severity severity) {
        return static_cast<int>(m_findings.count(severity));
    };
    say(Finding::Severity::Error, tr("Show %n error(s)", nullptr, count(Finding::Severity::Error)));
    say(Finding::Severity::Warning, tr("Show %n warning(s)", nullptr, count(Finding::Severity::Warning)));
    const auto ignored = static_cast<int>(m_findings.ignored().size());
    const QString sentence = tr("Show %n ignored problem(s)", nullptr, ignored);
    m_ignored->setText(QString::number(ignored));
    m_ignored->setToolTip(sentence);
    m_ignored->setAccessibleName(sentence);
    m_ignored->setVisible(ignored > 0 || m_ignored->isChecked());
    say(Finding::Severity::Info, tr("Show %n hint(s)", nullptr, count(Finding::Severity::Info)));
}

} // namespace ui
