// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/grids/keyedmodel.h"

namespace ui {

class EditSession;

/// The items of a list value of main.cf, one row each: the setting of that name that is in force.
class ListItemsModel : public KeyedModel
{
    Q_OBJECT

public:
    explicit ListItemsModel(EditSession &session, QObject *parent = nullptr);

    /// Nothing for an empty name. To be called again after every change.
    void setParameter(const QByteArray &name);
    const QByteArray &parameter() const { return m_name; }

    /// In front of row `at`; rowCount() appends. False when it was refused.
    bool insertItem(int at, const QByteArray &item);
    bool removeItem(int at);
    bool moveItem(int from, int to);

    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : 1; }
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

private:
    EditSession &m_session;
    QByteArray m_name;
};

} // namespace ui
