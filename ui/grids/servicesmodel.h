// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/changes.h"
#include "ui/grids/keyedmodel.h"

#include <QHash>

namespace ui {

class EditSession;
class Findings;
struct Finding;

/// master.cf as a table: one row per service in file order, switched-off ones too. Row and index of the
/// service are the same number; its key is "name/type".
class ServicesModel : public KeyedModel
{
    Q_OBJECT

public:
    /// The columns from Name on are those of the file, in its order.
    enum Column {
        OnColumn,
        NameColumn,
        TypeColumn,
        PrivateColumn,
        UnprivilegedColumn,
        ChrootColumn,
        WakeupColumn,
        LimitColumn,
        CommandColumn,
        ArgumentsColumn,
        OverridesColumn,
        ColumnCount
    };

    /// With `findings`, both of which outlive it, services that something is wrong with are marked.
    explicit ServicesModel(EditSession &session, QObject *parent = nullptr, Findings *findings = nullptr);

    /// The bytes that a cell stands for.
    model::Place placeOf(const QModelIndex &index) const;

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

signals:
    /// The rows are those of the configuration as it is now.
    void refreshed();

private:
    void refresh(bool anew);
    bool isDouble(const syntax::Service &service) const;
    QByteArray rawText(const syntax::Service &service, int column) const;
    QString shownText(const syntax::Service &service, int column) const;
    QString toolTip(const syntax::Service &service, int column) const;
    bool isDefault(const syntax::Service &service, int column) const;
    /// Of the whole service beside its name, else of what stands in the cell.
    QList<Finding> findingsAt(const QModelIndex &index) const;

    EditSession &m_session;
    Findings *m_findings;
    QHash<QByteArray, int> m_endpoints; ///< services in force for each
};

} // namespace ui
