// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/delivery/roles.h"
#include "core/tables/opentables.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace ui {

class FolderSession;
class Knowledge;

/// Follows mail for an address, and for root, postmaster and their like, through the configuration as it is
/// here, saved or not; in a thread of its own, and again after every change.
class Follower : public QObject
{
    Q_OBJECT

public:
    Follower(FolderSession &folder, const Knowledge &knowledge, QObject *parent = nullptr);

    /// Empty: nobody.
    void follow(const QByteArray &address);
    const QByteArray &address() const { return m_address; }
    /// Nothing is worked out while nobody looks.
    void setWatched(bool isWatched);

signals:
    /// For the address that was asked last.
    void followed(const delivery::Tree &tree);
    void received(const QList<delivery::Reception> &receptions);

private:
    struct Answer
    {
        QByteArray address;
        delivery::Tree tree;
        QList<delivery::Reception> receptions;
    };

    void start();
    void give(const Answer &answer);
    delivery::Surroundings surroundings() const;

    FolderSession &m_folder;
    const Knowledge &m_knowledge;
    std::shared_ptr<tables::OpenTables> m_tables;
    QByteArray m_address;
    QTimer m_settle;
    bool m_isWatched = false;
    bool m_isRunning = false;
    bool m_isStale = true; ///< asked for again meanwhile
};

} // namespace ui
