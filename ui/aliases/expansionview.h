// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/delivery/tree.h"

#include <QWidget>

class QLineEdit;
class QTreeView;

namespace ui {

class EditSession;
class ExpansionModel;
class Follower;
class TextLabel;

/// Where mail for an address ends, as a tree below the line in which the address is written.
class ExpansionView : public QWidget
{
    Q_OBJECT

public:
    ExpansionView(EditSession &session, Follower &follower, QWidget *parent = nullptr);

    /// Follows this one.
    void show(const QString &address);
    /// The same without taking anything from what is being written there.
    void offer(const QString &address);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void take(const delivery::Tree &tree);
    void go(const QModelIndex &index);

    EditSession &m_session;
    Follower &m_follower;
    QLineEdit *m_address = nullptr;
    TextLabel *m_summary = nullptr;
    ExpansionModel *m_model = nullptr;
    QTreeView *m_tree = nullptr;
};

} // namespace ui
