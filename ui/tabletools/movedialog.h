// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/tablemoves/moving.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace ui {

class DiffView;
class EditSession;
class Knowledge;

/// Asks for another type or path of a table and shows every line that it changes before it is given, and
/// what has another meaning then. What can't be is refused here, with the reason.
class MoveDialog : public QDialog
{
    Q_OBJECT

public:
    /// `table` is "type:path", or just the path; it is one that the configuration names.
    MoveDialog(EditSession &session, const Knowledge &knowledge, const QByteArray &table,
               QWidget *parent = nullptr);

    /// The table that the configuration names so; nothing when it names none, or one without rows.
    static std::optional<tables::UsedTable> tableNamed(const Knowledge &knowledge, const QByteArray &table);

    void accept() override;

private:
    tablemoves::TableName wanted() const;
    tablemoves::Moved move(model::Draft &draft) const;
    void onType();
    void refresh();
    QWidget *buildRemoval();
    QByteArray removingCommand() const;

    EditSession &m_session;
    const Knowledge &m_knowledge;
    tables::UsedTable m_table;
    QComboBox *m_type = nullptr;
    QLineEdit *m_path = nullptr;
    QLabel *m_state = nullptr;
    DiffView *m_diff = nullptr;
    QWidget *m_removal = nullptr; ///< where files are left over
    QLineEdit *m_command = nullptr;
    QPushButton *m_move = nullptr;
};

} // namespace ui
