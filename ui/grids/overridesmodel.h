// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/changes.h"
#include "ui/grids/keyedmodel.h"

namespace ui {

class EditSession;

/// The settings that one service overrides, in file order, switched-off ones among them. Row and index of the
/// override are the same number; its key is its name.
class OverridesModel : public KeyedModel
{
    Q_OBJECT

public:
    enum Column { OnColumn, NameColumn, ValueColumn, ColumnCount };

    explicit OverridesModel(EditSession &session, QObject *parent = nullptr);

    /// The index of a service; -1 for none. To be called again after every change.
    void setService(int service);
    int service() const { return m_service; }

    model::Place placeOf(const QModelIndex &index) const;

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

private:
    const syntax::Service *current() const;
    const syntax::Override *at(const QModelIndex &index) const;
    QByteArray rawText(const syntax::Override &option, int column) const;

    EditSession &m_session;
    int m_service = -1;
    QString m_title; ///< of the service
};

} // namespace ui
