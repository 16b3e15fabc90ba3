// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tables/namedtable.h"

#include "core/edits/parameteredits.h"
#include "core/edits/tableedits.h"
#include "core/folder/opening.h"
#include "core/folder/tablereferences.h"
#include "core/syntax/listvalue.h"

#include <QFileInfo>

#include <algorithm>

namespace tables {

using edits::Outcome;
using edits::Refusal;
using model::FileKind;

namespace {

QString folderOf(const model::Snapshot &snapshot)
{
    return QFileInfo(snapshot.file(model::FileId::MainCf).info().path).path();
}

std::optional<model::FileId> fileAt(const model::Snapshot &snapshot, const QByteArray &path,
                                    const QString &localPath)
{
    const QString name = QString::fromUtf8(path);
    for (const model::FileId id : snapshot.ids()) {
        const model::FileInfo &info = snapshot.file(id).info();
        if ((!localPath.isEmpty() && info.path == localPath) || info.name == name)
            return id;
    }
    return {};
}

} // namespace

bool NamedTable::hasRows() const
{
    return kind && *kind != FileKind::Other;
}

std::optional<model::FileId> fileNamed(const model::Snapshot &snapshot, const QByteArray &path)
{
    return fileAt(snapshot, path, folder::localPath(folderOf(snapshot), path));
}

NamedTable namedTable(const model::Snapshot &snapshot, QByteArrayView parameter, const QByteArray &name)
{
    QByteArray rest = name;
    while (rest.startsWith("proxy:") || rest.startsWith("debug:"))
        rest = rest.sliced(6);
    const qsizetype colon = rest.indexOf(':');
    NamedTable table{.type = colon < 0 ? QByteArray() : rest.first(colon), .path = rest.sliced(colon + 1)};
    if (table.path.startsWith('{')) // its rows stand in the value
        return table;
    table.kind = folder::kindOfTable(table.type, parameter);
    if (!table.kind)
        return table;
    table.localPath = folder::localPath(folderOf(snapshot), table.path);
    table.file = fileAt(snapshot, table.path, table.localPath);
    return table;
}

QList<NamedTable> tablesIn(const model::Snapshot &snapshot, QByteArrayView parameter, const QByteArray &value)
{
    QList<NamedTable> tables;
    for (const syntax::ListItem &item : syntax::listItems(value)) {
        const QByteArray name = item.range.in(value).toByteArray();
        if (!item.isGroup && name.contains(':'))
            tables.append(namedTable(snapshot, parameter, name));
    }
    return tables;
}

std::optional<model::FileId> includedFile(model::Draft &draft, const NamedTable &table)
{
    if (!table.canHaveRows())
        return {};
    if (table.file && draft.snapshot().contains(*table.file))
        return table.file;
    if (const auto file = fileAt(draft.snapshot(), table.path, table.localPath))
        return file;
    return draft.include(folder::missingFile(folderOf(draft.snapshot()), table.localPath, *table.kind));
}

Outcome addRow(model::Draft &draft, QByteArrayView parameter, const NamedTable &table, qsizetype before,
               const QByteArray &key, const QByteArray &value)
{
    const NamedTable now = namedTable(draft.snapshot(), parameter, table.name());
    const auto file = includedFile(draft, now);
    if (!file)
        return Refusal{Refusal::Reason::NotEditable, table.name()};
    if (Outcome refusal = edits::addRow(draft, *file, before, key, value))
        return refusal;
    const syntax::Setting *setting = draft.mainCf().find(parameter);
    if (setting && !draft.mainCf().valueOf(*setting).trimmed().isEmpty())
        return {};
    return edits::setParameter(draft, parameter, table.name());
}

} // namespace tables
