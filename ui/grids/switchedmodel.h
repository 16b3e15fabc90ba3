// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/grids/keyedmodel.h"

namespace ui {

/// Rows that stand for what can be commented out: a box in the first column that says whether it is in force,
/// and texts in the others, each edited as it is written.
class SwitchedModel : public KeyedModel
{
    Q_OBJECT

public:
    enum { OnColumn = 0 };

    using KeyedModel::KeyedModel;

    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

protected:
    /// The snapshot still has what the row stands for.
    virtual bool exists(int row) const = 0;
    virtual bool isOn(int row) const = 0;
    /// It is what Postfix uses; other rows are grey.
    virtual bool counts(int row) const = 0;
    virtual QString name(int row) const = 0;
    virtual QByteArray text(int row, int column) const = 0;
    /// The same as it may be seen; where that is another, it can't be edited here.
    virtual QByteArray shown(int row, int column) const { return text(row, column); }
    virtual QString boxHint(int row) const = 0;
    virtual bool isEditable(int row, int column) const = 0;

    virtual bool switchTo(int row, bool isOn) = 0;
    virtual bool write(int row, int column, const QByteArray &text) = 0;

private:
    bool isThere(const QModelIndex &index) const { return has(index) && exists(index.row()); }
};

} // namespace ui
