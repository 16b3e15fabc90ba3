// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/grids/tabledelegate.h"

namespace ui {

/// Shows the targets of an alias as tokens, each with what it is; they are written with commas between them,
/// and what could be meant is offered for the last one.
class TargetDelegate : public TableDelegate
{
    Q_OBJECT

public:
    TargetDelegate(const TableRowsModel &model, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

private:
    const TableRowsModel &m_rows;
};

} // namespace ui
