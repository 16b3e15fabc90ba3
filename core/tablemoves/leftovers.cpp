// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tablemoves/leftovers.h"

#include <algorithm>
#include <cctype>

namespace tablemoves {

namespace {

/// The file of rows and those of the index.
QByteArrayList filesOf(const TableName &name, const catalog::Reference &reference)
{
    QByteArrayList files{name.path};
    const catalog::TableType *type = reference.tableType(name.type);
    for (const QByteArrayView suffix :
         type && type->needsCompile ? type->fileSuffixes : QList<QByteArrayView>())
        files.append(name.path + suffix.toByteArray());
    return files;
}

/// As a word for a shell.
QByteArray quoted(QByteArray word)
{
    const bool isPlain = std::all_of(word.begin(), word.end(), [](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) || QByteArrayView("/._-+:@%").contains(c);
    });
    return isPlain ? word : '\'' + word.replace('\'', "'\\''") + '\'';
}

} // namespace

QByteArrayList leftovers(const QList<tables::UsedTable> &all, const tables::UsedTable &table,
                         const TableName &to, const catalog::Reference &reference)
{
    const TableName from{table.table.type, table.table.path};
    if (!from.path.startsWith('/'))
        return {};
    QByteArrayList needed = filesOf(to, reference);
    for (const tables::UsedTable &other : all) {
        if (other.table.name() != table.table.name())
            needed += filesOf({other.table.type, other.table.path}, reference);
    }
    QByteArrayList files = filesOf(from, reference);
    files.removeIf([&](const QByteArray &file) { return needed.contains(file); });
    return files;
}

QByteArray removingCommand(const QByteArrayList &files)
{
    if (files.isEmpty())
        return {};
    QByteArray command = "rm -f";
    for (const QByteArray &file : files)
        command += ' ' + quoted(file);
    return command;
}

} // namespace tablemoves
