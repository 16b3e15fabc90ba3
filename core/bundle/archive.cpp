// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/bundle/archive.h"

#include "core/base/displaytext.h"

#include <algorithm>
#include <archive.h>
#include <archive_entry.h>
#include <memory>
#include <sys/stat.h>

namespace bundle {

namespace {

using base::Error;
using base::Result;

using Writer = std::unique_ptr<struct archive, decltype(&archive_write_free)>;
using Reader = std::unique_ptr<struct archive, decltype(&archive_read_free)>;
using Header = std::unique_ptr<struct archive_entry, decltype(&archive_entry_free)>;

Error malformed(const QByteArray &path, const QString &why)
{
    return Error{Error::Code::Malformed, base::displayText(path), why};
}

bool staysInTree(const QByteArray &path)
{
    if (path.isEmpty() || path.startsWith('/') || path.contains('\0'))
        return false;
    const QByteArrayList parts = path.split('/');
    return std::none_of(parts.begin(), parts.end(),
                        [](const QByteArray &part) { return part.isEmpty() || part == "." || part == ".."; });
}

Error problemOf(struct archive *archive)
{
    const char *why = archive_error_string(archive);
    return Error{Error::Code::Malformed, QStringLiteral("tar"), QString::fromLocal8Bit(why ? why : "")};
}

la_ssize_t append(struct archive *, void *into, const void *bytes, size_t size)
{
    static_cast<QByteArray *>(into)->append(static_cast<const char *>(bytes), static_cast<qsizetype>(size));
    return static_cast<la_ssize_t>(size);
}

} // namespace

Result<QByteArray> archive(QList<Entry> entries, Compression compression)
{
    std::ranges::sort(entries, {}, &Entry::path);
    for (qsizetype i = 0; i < entries.size(); ++i) {
        if (!staysInTree(entries[i].path))
            return malformed(entries[i].path, QStringLiteral("the path leaves the archive"));
        if (i > 0 && entries[i].path == entries[i - 1].path)
            return malformed(entries[i].path, QStringLiteral("the path comes twice"));
    }
    QByteArray bytes;
    const Writer writer(archive_write_new(), archive_write_free);
    archive_write_set_format_pax_restricted(writer.get());
    if (compression == Compression::Zstd) {
        archive_write_add_filter_zstd(writer.get());
    } else {
        archive_write_add_filter_gzip(writer.get());
        // gzip's header holds the time of the run otherwise.
        archive_write_set_filter_option(writer.get(), "gzip", "timestamp", nullptr);
    }
    archive_write_set_bytes_in_last_block(writer.get(), 1);
    if (archive_write_open2(writer.get(), &bytes, nullptr, append, nullptr, nullptr) != ARCHIVE_OK)
        return problemOf(writer.get());
    for (const Entry &entry : std::as_const(entries)) {
        const Header header(archive_entry_new(), archive_entry_free);
        archive_entry_set_pathname(header.get(), entry.path.constData());
        archive_entry_set_filetype(header.get(), AE_IFREG);
        archive_entry_set_perm(header.get(), entry.mode);
        archive_entry_set_size(header.get(), entry.bytes.size());
        archive_entry_set_mtime(header.get(), 0, 0);
        archive_entry_set_uid(header.get(), 0);
        archive_entry_set_gid(header.get(), 0);
        archive_entry_set_uname(header.get(), "root");
        archive_entry_set_gname(header.get(), "root");
        if (archive_write_header(writer.get(), header.get()) != ARCHIVE_OK)
            return problemOf(writer.get());
        const la_ssize_t written = archive_write_data(writer.get(), entry.bytes.constData(),
                                                      static_cast<size_t>(entry.bytes.size()));
        if (written != entry.bytes.size())
            return problemOf(writer.get());
    }
    if (archive_write_close(writer.get()) != ARCHIVE_OK)
        return problemOf(writer.get());
    return bytes;
}

Result<QList<Entry>> entriesOf(const QByteArray &archive)
{
    const Reader reader(archive_read_new(), archive_read_free);
    archive_read_support_format_tar(reader.get());
    archive_read_support_filter_zstd(reader.get());
    archive_read_support_filter_gzip(reader.get());
    if (archive_read_open_memory(reader.get(), archive.constData(), static_cast<size_t>(archive.size()))
        != ARCHIVE_OK)
        return problemOf(reader.get());
    QList<Entry> entries;
    struct archive_entry *header = nullptr;
    for (;;) {
        const int status = archive_read_next_header(reader.get(), &header);
        if (status == ARCHIVE_EOF)
            return entries;
        if (status != ARCHIVE_OK)
            return problemOf(reader.get());
        const QByteArray path = archive_entry_pathname(header);
        if (archive_entry_filetype(header) != AE_IFREG || archive_entry_hardlink(header)
            || !staysInTree(path))
            return malformed(path, QStringLiteral("not a plain file within the archive"));
        Entry entry{.path = path, .mode = static_cast<quint32>(archive_entry_perm(header))};
        char block[65536];
        la_ssize_t size = 0;
        while ((size = archive_read_data(reader.get(), block, sizeof block)) > 0)
            entry.bytes.append(block, size);
        if (size < 0)
            return problemOf(reader.get());
        entries.append(entry);
    }
}

} // namespace bundle
