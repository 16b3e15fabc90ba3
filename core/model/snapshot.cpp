// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/snapshot.h"

namespace model {

namespace {

File emptyFile(const QString &name, FileKind kind)
{
    return {FileInfo{.path = name, .name = name, .kind = kind}, syntax::Text({}, File::layoutOf(kind))};
}

} // namespace

Snapshot::Snapshot()
    : m_files{emptyFile(QStringLiteral("main.cf"), FileKind::MainCf),
              emptyFile(QStringLiteral("master.cf"), FileKind::MasterCf)}
{
}

Snapshot::Snapshot(QList<File> files, quint64 revision) : m_files(std::move(files)), m_revision(revision)
{
    Q_ASSERT(m_files.size() >= 2 && m_files[0].mainCf() && m_files[1].masterCf());
}

QList<FileId> Snapshot::ids() const
{
    QList<FileId> all;
    all.reserve(m_files.size());
    for (qsizetype i = 0; i < m_files.size(); ++i)
        all.append(static_cast<FileId>(i));
    return all;
}

Snapshot Snapshot::with(FileId id, File file) const
{
    Snapshot next = *this;
    next.m_files[static_cast<qsizetype>(id)] = std::move(file);
    ++next.m_revision;
    return next;
}

Snapshot Snapshot::including(File file) const
{
    Snapshot next = *this;
    next.m_files.append(std::move(file));
    ++next.m_revision;
    return next;
}

} // namespace model
