// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/problems/problemrows.h"

#include <QWidget>

class QComboBox;
class QHBoxLayout;
class QLineEdit;
class QToolButton;

namespace ui {

class Checker;

/// Which of the problems are shown, and in which groups.
class ProblemBar : public QWidget
{
    Q_OBJECT

public:
    /// Both outlive it.
    ProblemBar(Findings &findings, Checker &checker, QWidget *parent = nullptr);

    ProblemFilter filter() const;
    ProblemGrouping grouping() const;
    void setGrouping(ProblemGrouping grouping);
    /// Behind all else.
    void addButton(QToolButton *button);

signals:
    void filterChanged();
    void groupingChanged();

private:
    void buildSeverities();
    void buildAdvice(Checker &checker);
    void buildIgnored();
    void buildChoices();
    void refresh();

    Findings &m_findings;
    QHBoxLayout *m_row = nullptr;
    std::array<QToolButton *, 3> m_severities{};
    QToolButton *m_ignored = nullptr;
    QLineEdit *m_search = nullptr;
    QComboBox *m_origin = nullptr;
    QComboBox *m_grouping = nullptr;
};

} // namespace ui
