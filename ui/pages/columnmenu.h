// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMenu>

namespace ui {

class EditSession;

/// What a column of master.cf can be set to, for all services that are selected.
class ColumnMenu : public QMenu
{
    Q_OBJECT

public:
    explicit ColumnMenu(const EditSession &session, QWidget *parent = nullptr);

signals:
    /// `column` is one of ServicesModel::Column.
    void chosen(int column, const QByteArray &value);

private:
    void fill();

    const EditSession &m_session;
};

} // namespace ui
