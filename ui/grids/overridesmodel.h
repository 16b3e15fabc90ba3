// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/changes.h"
#include "ui/grids/switchedmodel.h"

namespace ui {

class EditSession;
class Knowledge;

/// The settings that one service overrides, in file order, switched-off ones among them. Row and index of the
/// override are the same number; its key is its name.
class OverridesModel : public SwitchedModel
{
    Q_OBJECT

public:
    enum Column { NameColumn = OnColumn + 1, ValueColumn, ColumnCount };

    /// With `knowledge`, which outlives it, names that a line needs which is switched on are defined.
    explicit OverridesModel(EditSession &session, QObject *parent = nullptr,
                            const Knowledge *knowledge = nullptr);

    /// The index of a service; -1 for none. To be called again after every change.
    void setService(int service);
    int service() const { return m_service; }

    model::Place placeOf(const QModelIndex &index) const;

    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
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
    const syntax::Service *current() const;
    /// Null when the snapshot does not have it any more.
    const syntax::Override *at(int row) const;

    /// Of several with its name it is the one that counts.
    bool isLast(int row) const;

    EditSession &m_session;
    const Knowledge *m_knowledge;
    int m_service = -1;
    QString m_title; ///< of the service
};

} // namespace ui
