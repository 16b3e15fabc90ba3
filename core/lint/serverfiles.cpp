// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/serverfiles.h"

#include <algorithm>

namespace lint {

namespace {

/// "//" and "." in it mean nothing, and "/" at its end little.
QByteArray cleaned(const QByteArray &path)
{
    QByteArrayList parts;
    for (const QByteArray &part : path.split('/')) {
        if (part == ".." && !parts.isEmpty())
            parts.removeLast();
        else if (!part.isEmpty() && part != "." && part != "..")
            parts.append(part);
    }
    return '/' + parts.join('/');
}

bool isBelow(const QByteArray &path, const QByteArray &folder)
{
    return path.startsWith(folder + '/');
}

} // namespace

const FileFact *factOf(const Context &context, const QByteArray &path)
{
    const auto found = context.target().files.constFind(cleaned(path));
    return found == context.target().files.cend() ? nullptr : &*found;
}

Presence presenceOf(const Context &context, const QByteArray &path)
{
    const Target &target = context.target();
    const QByteArray wanted = cleaned(path);
    if (context.fileOf(wanted))
        return Presence::There;
    if (const FileFact *fact = factOf(context, wanted))
        return fact->exists ? Presence::There : Presence::Missing;
    const bool isListed = target.listing == Listing::All
        || (target.listing == Listing::Folder && isBelow(wanted, target.folder));
    if (!isListed)
        return Presence::Unknown;
    const bool isFolder = std::any_of(target.files.keyBegin(), target.files.keyEnd(),
                                      [&](const QByteArray &known) { return isBelow(known, wanted); });
    return isFolder ? Presence::There : Presence::Missing;
}

std::optional<int> modeOf(const Context &context, const QByteArray &path)
{
    const FileFact *fact = factOf(context, path);
    return fact && fact->exists ? fact->mode : std::nullopt;
}

QByteArray modeText(int mode)
{
    constexpr int octal = 8;
    return QByteArray::number(mode, octal).rightJustified(4, '0');
}

std::optional<QByteArrayList> pemBlocksOf(const Context &context, const QByteArray &path)
{
    if (const auto file = context.fileOf(cleaned(path))) {
        const QByteArray text = context.file(*file).text().bytes();
        return text.trimmed().isEmpty() ? std::nullopt : std::optional(pemBlocksIn(text));
    }
    const FileFact *fact = factOf(context, path);
    return fact && fact->exists && fact->size != 0 ? fact->pemBlocks : std::nullopt;
}

QByteArrayList filesInFolder(const Context &context)
{
    const QByteArray &folder = context.target().folder;
    QByteArrayList paths;
    for (auto it = context.target().files.cbegin(); it != context.target().files.cend(); ++it) {
        if (it->exists && isBelow(it.key(), folder))
            paths.append(it.key());
    }
    std::sort(paths.begin(), paths.end());
    return paths;
}

Finding &reportFile(const Context &context, Report &report, const QByteArray &path,
                    const QByteArrayList &arguments)
{
    if (const auto file = context.fileOf(path))
        return report.add(model::Place{*file, {0, 0}}, arguments);
    return report.addFile(path.sliced(context.target().folder.size() + 1), arguments);
}

// DICT_TYPE_xxx and their suffixes in src/util/dict_db.c, dict_lmdb.c, dict_cdb.c, dict_dbm.c, dict_sdbm.c.
QByteArray indexSuffix(QByteArrayView type)
{
    if (type == "hash" || type == "btree")
        return ".db";
    if (type == "lmdb" || type == "cdb")
        return '.' + type.toByteArray();
    return type == "dbm" || type == "sdbm" ? QByteArray(".pag") : QByteArray();
}

bool isCache(QByteArrayView parameter)
{
    return parameter.contains("_cache_") || parameter == "address_verify_map";
}

bool isListOfAllowed(QByteArrayView parameter)
{
    return parameter == "proxy_read_maps" || parameter == "proxy_write_maps";
}

} // namespace lint
