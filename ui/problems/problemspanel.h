// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/session/findings.h"

#include <QWidget>

#include <array>
#include <optional>

class QAction;
class QMenu;
class QStackedLayout;
class QToolButton;

namespace ui {

class PlaceTable;
class ProblemsModel;
class TextLabel;

/// What is wrong with the configuration, worst first: a click goes there, a button mends it.
class ProblemsPanel : public QWidget
{
    Q_OBJECT

public:
    ProblemsPanel(EditSession &session, Findings &findings, QWidget *parent = nullptr);

private:
    void buildTable();
    void buildFix();
    QLayout *buildTop();
    void refresh();
    void refreshFixes();
    void keepChoice();
    void go(int row);
    void fix(int which);

    EditSession &m_session;
    Findings &m_findings;
    ProblemsModel *m_model = nullptr;
    PlaceTable *m_table = nullptr;
    TextLabel *m_empty = nullptr;
    QStackedLayout *m_stack = nullptr;
    std::array<QToolButton *, 3> m_filters{};
    QAction *m_fix = nullptr;
    QMenu *m_fixes = nullptr;
    QToolButton *m_fixButton = nullptr;
    std::optional<Finding> m_chosen;
    int m_row = -1; ///< of the one that is chosen
};

} // namespace ui
