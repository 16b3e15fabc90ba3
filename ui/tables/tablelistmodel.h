// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/tables/usedtables.h"

#include <QAbstractListModel>

namespace ui {

class Checker;
class EditSession;
class Findings;
class Knowledge;

/// Every table that the configuration names, by what it is for.
class TableListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        NameRole = Qt::UserRole, ///< "hash:/etc/postfix/virtual"
        RowsRole, ///< "12 rows"; empty where there are none to count
        StateIconRole,
        ChangedRole ///< has unsaved changes
    };

    /// All of them outlive it.
    TableListModel(EditSession &session, Knowledge &knowledge, const Findings &findings,
                   const Checker &checker, QObject *parent = nullptr);

    const tables::UsedTable &table(int row) const { return m_tables[row]; }
    /// -1 when it is not there.
    int rowOf(const QByteArray &name) const;
    int rowOf(model::FileId file) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    /// Reads the configuration again, if what it names may have changed.
    void refresh();

private:
    QString rowsText(const tables::UsedTable &table) const;
    /// What is wrong, as sentences; the worst first.
    QStringList troublesOf(const tables::UsedTable &table) const;
    QIcon stateIcon(const tables::UsedTable &table) const;
    /// What is to be said of the files that Postfix asks in its place; empty where all is well.
    QString indexTrouble(const tables::UsedTable &table) const;
    void refreshAll();

    EditSession &m_session;
    Knowledge &m_knowledge;
    const Findings &m_findings;
    const Checker &m_checker;
    QList<tables::UsedTable> m_tables;
    QByteArray m_mainCf; ///< what m_tables was read from
    QByteArray m_masterCf;
    qsizetype m_fileCount = -1; ///< -1: it is to be read again
};

} // namespace ui
