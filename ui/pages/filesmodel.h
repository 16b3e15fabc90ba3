// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/changes.h"

#include <QAbstractListModel>

namespace ui {

class EditSession;
class Findings;

/// The files of the snapshot, in its order: row and FileId are the same number.
class FilesModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        ChangedRole = Qt::UserRole, ///< differs from what is on disk
        ProblemIconRole ///< of the worst that is wrong with it; null when nothing is
    };

    FilesModel(EditSession &session, Findings &findings, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    void reset();
    void include();
    void refreshChanged();
    QString toolTip(model::FileId file) const;

    EditSession &m_session;
    Findings &m_findings;
    qsizetype m_count = 0;
    QList<model::FileId> m_changed;
};

} // namespace ui
