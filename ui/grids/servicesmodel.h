// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/changes.h"
#include "ui/grids/keyedmodel.h"

namespace ui {

class EditSession;
class Findings;
struct Finding;
class Knowledge;

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

    /// With `findings` services that something is wrong with are marked. With `knowledge` names that a line
    /// needs which is switched on are defined. All of that outlives it.
    explicit ServicesModel(EditSession &session, QObject *parent = nullptr, Findings *findings = nullptr,
                           const Knowledge *knowledge = nullptr);

    /// The same in a column of the file for several services, as one step.
    bool writeAll(const QList<qsizetype> &rows, int column, const QByteArray &text);
    bool switchAll(const QList<qsizetype> &rows, bool isOn);
    /// The services in force that listen on the same, in a sentence; empty without any.
    QString rivalText(int row) const;

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
    QByteArray rawText(const syntax::Service &service, int column) const;
    QString shownText(const syntax::Service &service, int column) const;
    QString toolTip(int row, int column) const;
    QString editTitle(const QList<qsizetype> &rows, int column) const;
    bool isDefault(const syntax::Service &service, int column) const;
    /// Of the whole service beside its name, else of what stands in the cell.
    QList<Finding> findingsAt(const QModelIndex &index) const;

    EditSession &m_session;
    Findings *m_findings;
    const Knowledge *m_knowledge;
    QList<QList<qsizetype>> m_rivals; ///< by row
};

} // namespace ui
