// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/changes.h"
#include "ui/grids/switchedmodel.h"

namespace ui {

class EditSession;

/// All lines that set one parameter, in force or not: those of main.cf in file order, below them what
/// services override. Each is switched, changed and removed by itself.
class SettingsModel : public SwitchedModel
{
    Q_OBJECT

public:
    enum Column { ValueColumn = OnColumn + 1, PlaceColumn, StateColumn, ColumnCount };
    enum class State : quint8 { InForce, Overridden, Off, OffWithService };

    explicit SettingsModel(EditSession &session, QObject *parent = nullptr);

    /// Nothing for an empty name. To be called again after every change.
    void setParameter(const QByteArray &name);

    State stateOf(int row) const;
    model::Place placeOf(int row) const;
    bool remove(int row);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    bool exists(int row) const override;
    bool isOn(int row) const override;
    bool counts(int row) const override;
    QString name(int row) const override;
    QByteArray text(int row, int column) const override;
    QByteArray shown(int row, int column) const override;
    QString boxHint(int row) const override;
    bool isEditable(int row, int column) const override;
    bool switchTo(int row, bool isOn) override;
    bool write(int row, int column, const QByteArray &text) override;

private:
    /// Where a row is in the snapshot.
    struct Source
    {
        qsizetype service = -1; ///< -1: main.cf
        qsizetype item = 0; ///< of settings(), or of the overrides of the service
    };

    QByteArray valueOf(const Source &source) const;
    State stateOf(const Source &source) const;
    QString placeText(const Source &source) const;
    QString stateText(State state) const;
    QString titleOf(const Source &source) const;

    EditSession &m_session;
    QByteArray m_name;
    QList<Source> m_rows;
};

} // namespace ui
