// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/changes.h"
#include "ui/grids/keyedmodel.h"

#include <QSet>

namespace ui {

class EditSession;

/// Every setting of the files: those of main.cf in file order, in force, overridden by a later line or
/// switched off, and below them what each service of master.cf overrides.
class ParametersModel : public KeyedModel
{
    Q_OBJECT

public:
    enum Column { OnColumn, NameColumn, ValueColumn, PlaceColumn, StateColumn, ColumnCount };
    enum class Shown { All, InForce, SwitchedOff, Changed, Overrides };
    enum class State { InForce, Overridden, Off, OffWithService };

    /// Where a row is in the snapshot.
    struct Source
    {
        qsizetype service = -1; ///< -1: main.cf
        qsizetype item = 0; ///< of settings(), or of the overrides of the service
    };

    explicit ParametersModel(EditSession &session, QObject *parent = nullptr);

    void setShown(Shown shown);
    /// Only rows whose name or value contains this, whatever the case.
    void setSearch(const QString &text);

    const Source &sourceOf(int row) const { return m_rows[row]; }
    QByteArray nameOf(int row) const;
    QByteArray valueOf(int row) const;
    /// The value as it is written, one line for each line of the file that holds a part of it.
    QByteArray linesOf(int row) const;
    State stateOf(int row) const;
    model::Place placeOf(int row) const;
    QString placeText(int row) const;
    QString stateText(int row) const;
    bool isEditable(int row) const;

    /// Gives the row this value; line breaks become continuation lines.
    bool setValue(int row, const QByteArray &value);

    /// The row of the setting of main.cf that is in force; -1 when it is not among those shown.
    int rowInForce(const QByteArray &name) const;

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

signals:
    /// The rows are those of the configuration as it is now.
    void refreshed();

private:
    void refresh();
    void readBaseline();
    bool isShown(const Source &source) const;
    bool isChanged(const Source &source) const;
    QByteArray nameOf(const Source &source) const;
    QByteArray valueOf(const Source &source) const;
    State stateOf(const Source &source) const;
    QByteArray keyFor(const Source &source) const;
    bool exists(const QModelIndex &index) const;
    bool setOn(int row, bool isOn);
    QString toolTip(int row, int column) const;

    EditSession &m_session;
    QList<Source> m_rows;
    QSet<QByteArray> m_baseline; ///< every setting as it was opened
    Shown m_shown = Shown::All;
    QByteArray m_search;
};

} // namespace ui
