// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/session/findings.h"

#include <QDialog>

class QButtonGroup;
class QLabel;
class QPushButton;

namespace ui {

class DiffView;
class EditSession;

/// Shows what a fix of one finding, or of several of a kind, changes before it is made. Where there are
/// several ways, one is chosen here.
class FixDialog : public QDialog
{
    Q_OBJECT

public:
    /// All findings are of one kind and at least one of them has a fix. `title` is the way to begin with.
    FixDialog(EditSession &session, QList<Finding> findings, const QString &title = {},
              QWidget *parent = nullptr);

    void accept() override;

private:
    QWidget *makeWays(const QString &title);
    QString chosenTitle() const;
    void refresh();

    EditSession &m_session;
    QList<Finding> m_findings;
    QStringList m_titles;
    QButtonGroup *m_ways = nullptr;
    QLabel *m_state = nullptr;
    DiffView *m_diff = nullptr;
    QPushButton *m_fix = nullptr;
};

} // namespace ui
