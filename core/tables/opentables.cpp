// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tables/opentables.h"

#include "core/files/path.h"
#include "core/tables/namedtable.h"

#include <algorithm>

namespace tables {

namespace {

/// What the answers of a table depend on besides its files.
QByteArray keyOf(const QByteArray &name, const lookup::Opening &opening)
{
    const lookup::Rules &rules = opening.rules;
    QByteArray key = name + '\0' + opening.defaultType + '\0';
    for (const bool flag :
         {rules.isUtf8, rules.foldsKeys, rules.allowsSubstitution, opening.areAliases, opening.isThisMachine})
        key += flag ? '1' : '0';
    return key;
}

base::Result<syntax::Table> tableIn(const model::Snapshot &snapshot, const QByteArray &path,
                                    syntax::TableKind kind)
{
    const std::optional<model::FileId> id = fileNamed(snapshot, path);
    if (!id)
        return base::Error{base::Error::Code::NotFound, files::pathFromBytes(path)};
    const model::File &file = snapshot.file(*id);
    const std::optional<base::Error> &problem = file.info().problem;
    if (problem && (problem->code != base::Error::Code::NotFound || file.text().size() == 0))
        return *problem;
    if (file.table() && file.table()->kind() == kind)
        return *file.table();
    return syntax::Table(file.text(), kind);
}

} // namespace

lookup::ReadTable readerOf(const model::Snapshot &snapshot)
{
    return
        [snapshot](const QByteArray &path, syntax::TableKind kind) { return tableIn(snapshot, path, kind); };
}

lookup::MapPointer OpenTables::open(const QByteArray &name, const lookup::Opening &opening,
                                    const model::Snapshot &snapshot)
{
    const QByteArray key = keyOf(name, opening);
    const auto isSame = [&](const Source &source) {
        const auto now = tableIn(snapshot, source.path, source.kind);
        return now ? source.text && now->text() == *source.text : !source.text;
    };
    {
        const std::lock_guard lock(m_mutex);
        const auto kept = m_kept.constFind(key);
        if (kept != m_kept.cend() && std::all_of(kept->sources.begin(), kept->sources.end(), isSame))
            return kept->map;
    }
    Kept fresh;
    lookup::Opening reading = opening;
    reading.read = [&](const QByteArray &path, syntax::TableKind kind) {
        auto table = tableIn(snapshot, path, kind);
        fresh.sources.append(Source{path, kind, table ? std::optional(table->text()) : std::nullopt});
        return table;
    };
    fresh.map = lookup::open(name, reading);
    const std::lock_guard lock(m_mutex);
    m_kept.insert(key, fresh);
    return fresh.map;
}

} // namespace tables
