// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/check/trialtables.h"

#include "core/lint/serverfiles.h"

#include <algorithm>

namespace check {

namespace {

/// A key that needs no quotes and no second thought.
bool isPlain(const QByteArray &key)
{
    return !key.isEmpty() && std::all_of(key.begin(), key.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || QByteArrayView("@._-").contains(c);
    });
}

/// The first, the middle and the last one that will do, each looked for in a few rows.
QByteArrayList keysOf(const syntax::Table &table)
{
    constexpr qsizetype tries = 20;
    QByteArrayList keys;
    const qsizetype last = table.rowCount() - 1;
    for (const qsizetype from : {qsizetype(0), last / 2, std::max<qsizetype>(0, last - tries + 1)}) {
        for (qsizetype i = from; i <= last && i < from + tries; ++i) {
            const syntax::Row row = table.row(i);
            const QByteArray key = table.keyOf(row);
            if (!row.enabled || row.form != syntax::Row::Form::Entry || !isPlain(key)
                || table.valueOf(row).trimmed().isEmpty() || keys.contains(key))
                continue;
            keys.append(key);
            break;
        }
    }
    return keys;
}

} // namespace

QList<tools::TableToCheck> trialTables(const model::Snapshot &snapshot, const lint::Target &target)
{
    const lint::Context context(snapshot, target);
    QList<tools::TableToCheck> tables;
    QSet<QByteArray> seen;
    lint::forEachTableFile(context, [&](const lint::Assignment &assignment, const lint::TableUse &table) {
        const QByteArray reference = table.type + ':' + table.name;
        if (!table.file || lint::isCache(assignment.name) || seen.contains(reference))
            return;
        seen.insert(reference);
        const model::File &file = snapshot.file(*table.file);
        const bool isCompiled = table.isIndexed();
        tables.append(tools::TableToCheck{.name = file.info().name,
                                          .type = table.type,
                                          .isCompiled = isCompiled,
                                          .isAliases = file.info().kind == model::FileKind::Aliases,
                                          .bytes = file.text().size() > tools::largestTable
                                              ? QByteArray(tools::largestTable + 1, '\n')
                                              : file.text().bytes(),
                                          .keys = isCompiled ? keysOf(*file.table()) : QByteArrayList()});
    });
    return tables;
}

} // namespace check
