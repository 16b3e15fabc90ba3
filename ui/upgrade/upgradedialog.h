// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/upgrade/plan.h"

#include <QDialog>
#include <QHash>

class QComboBox;
class QLabel;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace ui {

class DiffView;
class EditSession;
class Knowledge;
class TextLabel;

/// What is to be done for another version of Postfix: a list to choose from, why each is in it, and what the
/// chosen ones change. They are made together, as one step of Undo.
class UpgradeDialog : public QDialog
{
    Q_OBJECT

public:
    /// Both outlive it.
    UpgradeDialog(EditSession &session, Knowledge &knowledge, QWidget *parent = nullptr);

    void accept() override;

private:
    QLayout *makeTop();
    QWidget *makeSteps();
    QWidget *makePreview();
    catalog::Version chosenVersion() const;
    upgrade::Steps chosenSteps() const;
    bool isChosen(const upgrade::Step &step) const;
    void plan();
    void fill();
    QTreeWidgetItem *addGroup(const QString &title);
    void addStep(QTreeWidgetItem *group, qsizetype index);
    void onChecked(QTreeWidgetItem *item);
    void showWhy();
    void refresh();

    EditSession &m_session;
    Knowledge &m_knowledge;
    upgrade::Steps m_steps;
    QHash<QByteArray, bool> m_decided; ///< by key: what the user has checked or unchecked
    QComboBox *m_versions = nullptr;
    QTreeWidget *m_list = nullptr;
    TextLabel *m_why = nullptr;
    QLabel *m_state = nullptr;
    DiffView *m_diff = nullptr;
    QPushButton *m_apply = nullptr;
    bool m_isFilling = false;
};

} // namespace ui
