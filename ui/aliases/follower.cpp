// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/aliases/follower.h"

#include "core/base/ownthread.h"
#include "core/base/whendone.h"
#include "core/files/path.h"
#include "core/folder/opening.h"
#include "ui/session/foldersession.h"
#include "ui/session/knowledge.h"

namespace ui {

namespace {

/// The open files first, then those of the server that are not part of the configuration.
lookup::ReadTable readerOf(const model::Snapshot &snapshot, const FolderSession::ReadServerFile &serverFile)
{
    return [open = tables::readerOf(snapshot),
            serverFile](const QByteArray &path, syntax::TableKind kind) -> base::Result<syntax::Table> {
        auto table = open(path, kind);
        if (table || table.error().code != base::Error::Code::NotFound)
            return table;
        auto bytes = serverFile(path);
        if (!bytes)
            return bytes.error();
        return syntax::Table(syntax::Text(*bytes, syntax::Text::Layout::Chunked), kind);
    };
}

} // namespace

Follower::Follower(FolderSession &folder, const Knowledge &knowledge, QObject *parent)
    : QObject(parent),
      m_folder(folder),
      m_knowledge(knowledge),
      m_tables(std::make_shared<tables::OpenTables>())
{
    constexpr int pause = 120; // ms, behind the last key
    m_settle.setSingleShot(true);
    m_settle.setInterval(pause);
    connect(&m_settle, &QTimer::timeout, this, &Follower::start);
    connect(&knowledge, &Knowledge::changed, this, [this] {
        m_isStale = true;
        if (m_isWatched)
            m_settle.start();
    });
}

void Follower::follow(const QByteArray &address)
{
    m_address = address;
    m_isStale = true;
    if (m_isWatched)
        m_settle.start();
}

void Follower::setWatched(bool isWatched)
{
    m_isWatched = isWatched;
    constexpr int shortly = 40; // ms; the rows are to be seen first
    QTimer::singleShot(shortly, this, [this] {
        if (m_isWatched && m_isStale)
            start();
    });
}

delivery::Surroundings Follower::surroundings() const
{
    const effective::Values &values = *m_knowledge.values();
    const QString &path = m_folder.path();
    const FolderSession::ReadServerFile serverFile = m_folder.serverFiles();
    delivery::Surroundings around{.values = values,
                                  .read = readerOf(values.snapshot(), serverFile),
                                  .isThisMachine = folder::configDirectory(path) == files::pathToBytes(path)};
    around.open = [tables = m_tables, snapshot = values.snapshot()](const QByteArray &name,
                                                                    const lookup::Opening &opening) {
        return tables->open(name, opening, snapshot);
    };
    return around;
}

void Follower::start()
{
    m_settle.stop();
    m_isStale = true;
    if (m_isRunning || !m_knowledge.values())
        return;
    m_isStale = false;
    m_isRunning = true;
    auto work = [around = surroundings(), address = m_address,
                 serverFile = m_folder.serverFiles()]() mutable {
        if (around.isThisMachine)
            around.findUser = delivery::usersOfThisMachine();
        else if (const auto passwd = serverFile("/etc/passwd"))
            around.findUser = delivery::usersOf(*passwd);
        delivery::Expander expander(around);
        Answer answer{.address = address, .tree = {}, .receptions = {}};
        if (!address.isEmpty())
            answer.tree = expander.expand(address);
        for (const delivery::Role &role : delivery::roles())
            answer.receptions.append(delivery::receptionOf(expander, role));
        return answer;
    };
    base::whenDone(base::inOwnThread(std::move(work)), this, [this](const Answer &answer) { give(answer); });
}

void Follower::give(const Answer &answer)
{
    m_isRunning = false;
    if (answer.address == m_address)
        emit followed(answer.tree);
    emit received(answer.receptions);
    if (m_isStale && m_isWatched)
        start();
}

} // namespace ui
