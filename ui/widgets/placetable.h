// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTableView>

namespace ui {

/// A list of places, a row each, without headers: a click or Return asks to go there.
class PlaceTable : public QTableView
{
    Q_OBJECT

public:
    /// `stretched` is the column that gets the room that is left.
    PlaceTable(QAbstractItemModel *model, int stretched, QWidget *parent = nullptr);

signals:
    void asked(int row);
};

} // namespace ui
