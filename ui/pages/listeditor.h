// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QAction;
class QLineEdit;
class QPushButton;

namespace ui {

class EditSession;
class GridView;
class ListItemsModel;

/// The items of a list value: change, add, remove and move them, whatever the value looks like in the file.
class ListEditor : public QWidget
{
    Q_OBJECT

public:
    explicit ListEditor(EditSession &session, QWidget *parent = nullptr);

    /// The setting of that name that is in force; nothing for an empty name. Again after every change.
    void setParameter(const QByteArray &name);
    int count() const;

private:
    void buildActions();
    QLayout *buildAddLine();
    void add();
    void move(int step);
    void remove();
    void refreshActions();

    ListItemsModel *m_model = nullptr;
    GridView *m_list = nullptr;
    QLineEdit *m_new = nullptr;
    QPushButton *m_add = nullptr;
    QAction *m_up = nullptr;
    QAction *m_down = nullptr;
    QAction *m_remove = nullptr;
};

} // namespace ui
