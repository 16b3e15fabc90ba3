// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/grids/fielddelegate.h"

namespace ui {

class TableRowsModel;

/// Edits cells of a table: secret ones as dots, and where there are known values they are offered while any
/// other may be written.
class TableDelegate : public FieldDelegate
{
    Q_OBJECT

public:
    TableDelegate(const TableRowsModel &model, Choices choices, QObject *parent = nullptr);

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const override;

private:
    const TableRowsModel &m_model;
    Choices m_known;
};

} // namespace ui
