// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/usages/symbol.h"

#include <QAbstractTableModel>

namespace ui {

class Language;

/// Every place that names a symbol, one row each, file by file.
class UsagesModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { TextColumn, PlaceColumn, RoleColumn, ColumnCount };

    explicit UsagesModel(Language &language, QObject *parent = nullptr);

    /// Looks again; rows come and go, those that stay keep what is selected.
    void search(const usages::Symbol &symbol);
    const usages::Usage &usageOf(int row) const { return m_usages[row]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString lineOf(const usages::Usage &usage) const;
    QString placeOf(const usages::Usage &usage) const;

    Language &m_language;
    usages::Usages m_usages;
};

/// "Definition", "Reference", ...
QString usageText(const usages::Usage &usage);

} // namespace ui
