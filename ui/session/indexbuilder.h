// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/indexes/building.h"

#include <QObject>

namespace ui {

class Checker;
class FolderSession;
class Knowledge;

/// Builds the index files of tables on this machine, when somebody asks for it, one after the other and
/// beside the window.
class IndexBuilder : public QObject
{
    Q_OBJECT

public:
    /// All of them outlive it.
    IndexBuilder(tools::Runner &runner, Checker &checker, const Knowledge &knowledge,
                 const FolderSession &folder, QObject *parent = nullptr);

    /// Whether the index of "hash:/etc/postfix/virtual" can be built from here: this machine has a Postfix,
    /// and the table is where that reads it. On a mounted server, only the server can.
    bool canBuild(const QByteArray &table) const;
    /// Of the tables as they are on disk.
    void build(const QByteArrayList &tables);
    bool isBuilding() const { return m_isBuilding; }

signals:
    /// After the last: the names of the files that are there now, and what was said about their tables.
    void built(const QStringList &files, const QByteArrayList &warnings);
    /// One could not be built; the old one is as it was. The others go on.
    void failed(const QByteArray &table, const base::Error &error);

private:
    std::optional<indexes::Job> jobFor(const QByteArray &table) const;
    void next();
    void run(const QByteArray &table, const indexes::Prepared &prepared);
    void take(const QByteArray &table, const base::Result<indexes::Built> &result);

    tools::Runner &m_runner;
    Checker &m_checker;
    const Knowledge &m_knowledge;
    const FolderSession &m_folder;
    QByteArrayList m_waiting;
    QStringList m_files;
    QByteArrayList m_warnings;
    bool m_isBuilding = false;
};

} // namespace ui
