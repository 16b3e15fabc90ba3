// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/session/findings.h"

#include <QSet>
#include <QWidget>

#include <optional>

class QAction;
class QMenu;
class QSplitter;
class QStackedLayout;
class QTreeView;

namespace ui {

class Checker;
class Ignoring;
class ProblemBar;
class ProblemDetail;
class ProblemsModel;
class Settings;
class TextLabel;

/// What is wrong with the configuration: a double click or Enter goes there, what is selected is explained
/// beside the list, and it can be fixed, alone or with all of its kind, after a look at what changes.
class ProblemsPanel : public QWidget
{
    Q_OBJECT

public:
    /// All of them outlive it.
    ProblemsPanel(EditSession &session, Findings &findings, Checker &checker, Ignoring &ignoring,
                  Settings &settings, QWidget *parent = nullptr);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildTree();
    void buildActions();
    QAction *addAction(const QString &icon, const QString &text, const QKeySequence &key,
                       void (ProblemsPanel::*run)());
    void connectParts();
    void refresh();
    void refreshRows();
    void keepChoice();
    void refreshActions();
    void onCurrentChanged();
    void openMenu(const QPoint &at);
    void buildIgnore();
    void refreshIgnore();
    void go();
    void goOnPage();
    void fix();
    void fixAll();
    void fixWith(const QString &title);
    void copy();
    void explain();
    const Finding *current() const;
    QList<Finding> allLikeCurrent() const;

    EditSession &m_session;
    Findings &m_findings;
    Ignoring &m_ignoring;
    Settings &m_settings;
    ProblemsModel *m_model = nullptr;
    QTreeView *m_tree = nullptr;
    ProblemBar *m_bar = nullptr;
    ProblemDetail *m_detail = nullptr;
    QSplitter *m_split = nullptr;
    TextLabel *m_empty = nullptr;
    QStackedLayout *m_stack = nullptr;
    QAction *m_go = nullptr;
    QAction *m_goOnPage = nullptr;
    QAction *m_fix = nullptr;
    QAction *m_fixAll = nullptr;
    QAction *m_copy = nullptr;
    QAction *m_explain = nullptr;
    QMenu *m_ignore = nullptr;
    QList<QAction *> m_byComment; ///< of m_ignore: what is written into the file itself
    QAction *m_stopIgnoring = nullptr;
    QSet<QString> m_closed; ///< keys of groups
    std::optional<Finding> m_chosen; ///< survives the list being found anew
    int m_position = 0; ///< of the chosen one
};

} // namespace ui
