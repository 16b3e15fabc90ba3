// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/files/filestore.h"

namespace files {

namespace {

bool isSame(const Content &content, const QByteArray &bytes)
{
    if (sizeOf(content) != bytes.size())
        return false;
    qsizetype offset = 0;
    for (const QByteArray &block : content) {
        if (QByteArrayView(bytes).sliced(offset, block.size()) != block)
            return false;
        offset += block.size();
    }
    return true;
}

bool isWhatWasOpened(const Write &write, const FileContent &disk)
{
    if (write.opened->isSettled) // what was mapped then is what is there now
        return isUntouched(*write.opened, disk.fingerprint);
    if (write.openedContent)
        return isSame(*write.openedContent, disk.bytes);
    if (!write.opened->contentHash.isEmpty())
        return write.opened->contentHash == hashOf({disk.bytes});
    return isUntouched(*write.opened, disk.fingerprint);
}

} // namespace

base::Result<FileContent> FileStore::read(const QString &path, const ReadOptions &options) const
{
    constexpr int attempts = 3;
    for (int attempt = 1;; ++attempt) {
        QByteArray bytes;
        const auto fingerprint = readBlocks(path, options, [&bytes](const QByteArray &block) {
            if (bytes.isEmpty())
                bytes = block;
            else
                bytes += block;
        });
        if (fingerprint)
            return FileContent{bytes, *fingerprint};
        if (fingerprint.error().code != base::Error::Code::ChangedOnDisk || attempt == attempts)
            return fingerprint.error();
    }
}

base::Result<bool> FileStore::isSameContent(const QString &path, const Fingerprint &then) const
{
    const auto now = fingerprint(path);
    if (!now)
        return now.error();
    if (then.contentHash.isEmpty())
        return isUntouched(then, *now);
    if (then.size != now->size)
        return false;
    const auto read = readBlocks(path, {.blockSize = 1 << 20, .withHash = true}, [](const QByteArray &) {});
    if (!read)
        return read.error();
    return read->contentHash == then.contentHash;
}

base::Result<QList<Conflict>> FileStore::conflicts(const QList<Write> &writes) const
{
    QList<Conflict> found;
    for (const Write &write : writes) {
        const auto disk = read(write.path);
        if (!disk && disk.error().code != base::Error::Code::NotFound)
            return disk.error();
        if (!disk && write.opened)
            found.append(Conflict{write.path, {}});
        else if (disk && !isSame(write.content, disk->bytes)
                 && (!write.opened || !isWhatWasOpened(write, *disk)))
            found.append(Conflict{write.path, *disk});
    }
    return found;
}

} // namespace files
