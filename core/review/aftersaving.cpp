// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/review/aftersaving.h"

#include "core/folder/opening.h"
#include "core/folder/tablereferences.h"
#include "core/review/changecounts.h"

#include <algorithm>
#include <array>

namespace review {

namespace {

using folder::TableReference;

/// What postconf(5) says needs a stop and a start, and the folders and accounts that the running processes
/// hold.
constexpr std::array restartParameters{
    "command_directory", "config_directory", "daemon_directory", "data_directory",
    "inet_interfaces",   "inet_protocols",   "mail_owner",       "meta_directory",
    "queue_directory",   "setgid_group",     "shlib_directory",  "tcp_windowsize",
};

/// Types that postmap(1) compiles; the others are read as they are.
constexpr std::array indexedTypes{"btree", "cdb", "dbm", "hash", "lmdb", "sdbm"};

template<size_t size>
bool contains(const std::array<const char *, size> &names, QByteArrayView name)
{
    return std::any_of(names.begin(), names.end(),
                       [name](const char *candidate) { return name == QByteArrayView(candidate); });
}

/// `after` where it is saved, `before` elsewhere.
model::Snapshot saved(const model::Snapshot &before, const model::Snapshot &after,
                      const QList<model::FileId> &files)
{
    model::Snapshot result = after;
    for (const model::FileId id : after.ids()) {
        if (!files.contains(id) && before.contains(id))
            result = result.with(id, before.file(id));
    }
    return result;
}

/// The index of certificates by name holds the files themselves: postmap(1), -F.
AfterSaving::Rebuild rebuildOf(const TableReference &reference, const model::File &file)
{
    const bool isAliases = file.info().kind == model::FileKind::Aliases;
    const bool isOfFiles = reference.parameter == "tls_server_sni_maps";
    const QByteArray program = isAliases ? "postalias" : isOfFiles ? "postmap -F" : "postmap";
    return {program, reference.type + ':' + reference.path};
}

void ask(AfterSaving &result, AfterSaving::Postfix what)
{
    result.postfix = std::max(result.postfix, what);
}

} // namespace

AfterSaving afterSaving(const model::Snapshot &before, const model::Snapshot &after,
                        const QList<model::FileId> &files, const QString &folder,
                        const QByteArray &configDirectory)
{
    const model::Snapshot now = saved(before, after, files);
    AfterSaving result;
    for (const QByteArray &name : changedSettings(before.mainCf(), now.mainCf())) {
        ask(result, AfterSaving::Postfix::Reload);
        if (contains(restartParameters, name)) {
            ask(result, AfterSaving::Postfix::Restart);
            result.restartFor.append(name);
        }
    }
    if (!changedServices(before.masterCf(), now.masterCf()).isEmpty())
        ask(result, AfterSaving::Postfix::Reload);

    const QList<TableReference> old =
        folder::tableReferences(before.mainCf(), before.masterCf(), configDirectory);
    const auto wasNamed = [&old](const TableReference &reference) {
        return std::any_of(old.begin(), old.end(), [&](const TableReference &other) {
            return other.type == reference.type && other.path == reference.path;
        });
    };
    for (const TableReference &reference :
         folder::tableReferences(now.mainCf(), now.masterCf(), configDirectory)) {
        const QString path = folder::localPath(folder, reference.path);
        const QList<model::FileId> ids = now.ids();
        const auto id = std::find_if(ids.begin(), ids.end(), [&](model::FileId candidate) {
            return now.file(candidate).info().path == path;
        });
        if (id == ids.end())
            continue;
        const bool isChanged = files.contains(*id)
            && (!before.contains(*id) || !(before.file(*id).text() == now.file(*id).text()));
        if (contains(indexedTypes, reference.type)) {
            if (isChanged || !wasNamed(reference))
                result.rebuilds.append(rebuildOf(reference, now.file(*id)));
        } else if (isChanged) {
            ask(result, AfterSaving::Postfix::Reload); // read once, when a process starts
        }
    }
    return result;
}

QList<AfterSaving::Rebuild> rebuildsOf(const model::Snapshot &snapshot, model::FileId file,
                                       const QString &folder, const QByteArray &configDirectory)
{
    QList<AfterSaving::Rebuild> rebuilds;
    for (const TableReference &reference :
         folder::tableReferences(snapshot.mainCf(), snapshot.masterCf(), configDirectory)) {
        if (contains(indexedTypes, reference.type)
            && folder::localPath(folder, reference.path) == snapshot.file(file).info().path)
            rebuilds.append(rebuildOf(reference, snapshot.file(file)));
    }
    return rebuilds;
}

} // namespace review
