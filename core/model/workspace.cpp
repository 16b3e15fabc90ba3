// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/workspace.h"

#include "core/model/draft.h"

namespace model {

QList<FileId> Workspace::changedFiles() const
{
    QList<FileId> changed;
    for (const FileId id : m_snapshot.ids()) {
        const bool isNew = !m_baseline.contains(id);
        if (isNew || !(m_snapshot.file(id).text() == m_baseline.file(id).text()))
            changed.append(id);
    }
    return changed;
}

void Workspace::open(const Snapshot &snapshot)
{
    m_snapshot = snapshot;
    m_baseline = snapshot;
    emit opened();
}

void Workspace::describe(FileId id, const FileInfo &info)
{
    m_snapshot = m_snapshot.with(id, File(info, m_snapshot.file(id).text()));
    m_baseline = m_baseline.with(id, File(info, m_baseline.file(id).text()));
}

void Workspace::include(const File &file)
{
    m_snapshot = m_snapshot.including(file);
    m_baseline = m_baseline.including(file);
    emit included();
}

void Workspace::apply(const Changes &changes)
{
    m_snapshot = applied(m_snapshot, changes);
    emit changed(changes);
}

void Workspace::setBaseline(const Snapshot &saved)
{
    m_baseline = saved;
    emit baselineChanged();
}

} // namespace model
