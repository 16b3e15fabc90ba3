// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/folder/writes.h"

#include "core/folder/secrets.h"

#include <algorithm>

namespace folder {

using model::FileId;

namespace {

/// The chunks as they are; they live as long as the text does.
files::Content contentOf(const syntax::Text &text)
{
    files::Content content;
    content.reserve(text.chunkCount());
    for (qsizetype i = 0; i < text.chunkCount(); ++i) {
        const QByteArrayView bytes = text.chunk(i)->bytes;
        content.append(QByteArray::fromRawData(bytes.data(), bytes.size()));
    }
    return content;
}

} // namespace

files::Write writeFor(const Opened &opened, const model::Snapshot &snapshot, FileId id)
{
    const model::File &file = snapshot.file(id);
    files::Write write{.path = file.info().path, .content = contentOf(file.text())};
    write.opened = opened.fingerprints[static_cast<qsizetype>(id)];
    if (write.opened)
        write.openedContent = contentOf(opened.snapshot.file(id).text());
    else
        write.isSecret = isPrivate(snapshot, id);
    return write;
}

QList<files::Write> writesFor(const Opened &opened, const model::Snapshot &snapshot, const QList<FileId> &ids)
{
    QList<files::Write> writes;
    for (const FileId id : ids) {
        const model::File &file = snapshot.file(id);
        if (file.isEditable() && !(file.text() == opened.snapshot.file(id).text()))
            writes.append(writeFor(opened, snapshot, id));
    }
    return writes;
}

base::Status stillMounted(const files::FileStore &store, const Opened &opened)
{
    const base::Result<QString> mountPoint = store.mountPoint(opened.path);
    if (mountPoint && *mountPoint == opened.mountPoint)
        return base::Unit{};
    if (!mountPoint && mountPoint.error().code != base::Error::Code::NotFound)
        return mountPoint.error();
    return base::Error{.code = base::Error::Code::Unreachable, .subject = opened.path};
}

model::FileId fileWithPath(const model::Snapshot &snapshot, const QString &path)
{
    const auto &all = snapshot.files();
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](const model::File &file) { return file.info().path == path; });
    Q_ASSERT(found != all.end());
    return static_cast<FileId>(found - all.begin());
}

} // namespace folder
