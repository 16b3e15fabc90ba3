// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/session/indexbuilder.h"

#include "core/base/whendone.h"
#include "core/files/path.h"
#include "ui/session/checker.h"
#include "ui/session/foldersession.h"
#include "ui/session/knowledge.h"
#include "ui/session/mounts.h"

#include <QtConcurrentRun>

#include <algorithm>

namespace ui {

IndexBuilder::IndexBuilder(tools::Runner &runner, Checker &checker, const Knowledge &knowledge,
                           const FolderSession &folder, QObject *parent)
    : QObject(parent), m_runner(runner), m_checker(checker), m_knowledge(knowledge), m_folder(folder)
{
}

bool IndexBuilder::canBuild(const QByteArray &table) const
{
    const auto &postfix = m_checker.postfix();
    const QByteArray path = table.sliced(table.indexOf(':') + 1);
    if (!postfix || !postfix->isInstalled || m_folder.path().isEmpty())
        return false;
    const QString local = folder::localPath(m_folder.path(), path);
    if (local.isEmpty() || files::pathToBytes(local) != path)
        return false;
    const Mount mount = mountOf(local.section(u'/', 0, -2));
    return mount.host.isEmpty() && !mount.isReadOnly && !mount.type.startsWith(QLatin1String("fuse"));
}

std::optional<indexes::Job> IndexBuilder::jobFor(const QByteArray &table) const
{
    const effective::Values *values = m_knowledge.values();
    const catalog::Reference *reference = m_knowledge.reference();
    if (!values || !reference || !canBuild(table))
        return {};
    const QList<tables::UsedTable> all = tables::usedTables(*values, *reference);
    const auto used = std::find_if(all.begin(), all.end(),
                                   [&](const tables::UsedTable &one) { return one.table.name() == table; });
    const auto command = used == all.end() ? std::nullopt : tables::indexCommand(*used, *reference);
    if (!command)
        return {};
    return indexes::Job{.type = used->table.type,
                        .source = files::pathFromBytes(used->table.path),
                        .command = *command,
                        .folder = m_folder.path()};
}

void IndexBuilder::build(const QByteArrayList &tables)
{
    for (const QByteArray &table : tables) {
        if (!m_waiting.contains(table))
            m_waiting.append(table);
    }
    if (!m_isBuilding)
        next();
}

void IndexBuilder::next()
{
    m_isBuilding = !m_waiting.isEmpty();
    if (!m_isBuilding) {
        m_checker.lookAtFiles();
        emit built(std::exchange(m_files, {}), std::exchange(m_warnings, {}));
        return;
    }
    const QByteArray table = m_waiting.takeFirst();
    const std::optional<indexes::Job> job = jobFor(table);
    if (!job) {
        next();
        return;
    }
    base::whenDone(QtConcurrent::run([job = *job] { return indexes::prepare(job); }), this,
                   [this, table](const base::Result<indexes::Prepared> &prepared) {
                       if (prepared)
                           run(table, *prepared);
                       else
                           take(table, prepared.error());
                   });
}

void IndexBuilder::run(const QByteArray &table, const indexes::Prepared &prepared)
{
    base::whenDone(
        m_runner.run(indexes::command(prepared, *m_checker.postfix())), this,
        [this, table, prepared](const base::Result<tools::Output> &output) {
            base::whenDone(
                QtConcurrent::run([prepared, output] { return indexes::finish(prepared, output); }), this,
                [this, table](const base::Result<indexes::Built> &result) { take(table, result); });
        });
}

void IndexBuilder::take(const QByteArray &table, const base::Result<indexes::Built> &result)
{
    if (result) {
        for (const QString &file : result->files)
            m_files.append(file.section(u'/', -1));
        m_warnings += result->warnings;
    } else {
        emit failed(table, result.error());
    }
    next();
}

} // namespace ui
