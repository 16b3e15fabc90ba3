// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/indexes/indexstate.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace indexes {

namespace {

QString said(const char *text)
{
    return QCoreApplication::translate("indexes", text);
}

State stateOf(const Index &index, const QByteArray &source, const facts::Known &known)
{
    const auto table = known.files.constFind(source);
    if (table == known.files.cend() || !table->exists || !table->modified)
        return State::Unknown;
    State state = State::UpToDate;
    for (const QByteArray &file : index.files()) {
        const auto built = known.files.constFind(file);
        const bool isSeen = built != known.files.cend();
        // What is in the folder is listed; what is not in the list is not there.
        if ((isSeen && !built->exists) || (!isSeen && known.listing == lint::Listing::Folder))
            return State::Missing;
        if (!isSeen || !built->modified)
            return State::Unknown;
        if (*built->modified < *table->modified)
            state = State::Older;
    }
    return state;
}

} // namespace

QByteArray Index::commandLine() const
{
    QByteArray line = command.program;
    for (const QByteArray &option : command.options)
        line += ' ' + option;
    return line + ' ' + table;
}

QByteArrayList Index::files() const
{
    QByteArrayList names;
    const QByteArray path = table.sliced(table.indexOf(':') + 1);
    for (const QByteArray &suffix : command.suffixes)
        names.append(path + suffix);
    return names;
}

std::optional<Index> indexOf(const tables::UsedTable &table, const catalog::Reference &reference,
                             const facts::Known &known, bool isChanged)
{
    const auto command = tables::indexCommand(table, reference);
    if (!command)
        return {};
    Index index{.table = table.table.name(), .command = *command};
    index.isMadeByNewaliases = std::any_of(table.uses.begin(), table.uses.end(), [](const tables::Use &use) {
        return use.parameter == "alias_database" && use.service.isEmpty();
    });
    index.state = isChanged ? State::Unsaved : stateOf(index, table.table.path, known);
    return index;
}

QString stateText(const Index &index)
{
    QStringList names;
    for (const QByteArray &file : index.files())
        names.append(QString::fromUtf8(file.sliced(file.lastIndexOf('/') + 1)));
    const QString files = names.join(QStringLiteral(", "));
    switch (index.state) {
    case State::UpToDate:
        return said(QT_TRANSLATE_NOOP("indexes", "%1 is newer than the table: Postfix sees every row."))
            .arg(files);
    case State::Missing:
        return said(QT_TRANSLATE_NOOP("indexes",
                                      "%1 is missing: as long as it is not built, every lookup in this table "
                                      "fails, and mail waits."))
            .arg(files);
    case State::Older:
        return said(QT_TRANSLATE_NOOP("indexes",
                                      "%1 is older than the table: Postfix still sees the rows from before."))
            .arg(files);
    case State::Unsaved:
        return said(QT_TRANSLATE_NOOP("indexes",
                                      "The rows are not saved yet. Once they are, %1 has to be built anew "
                                      "before Postfix sees them."))
            .arg(files);
    case State::Unknown:
        return said(QT_TRANSLATE_NOOP("indexes",
                                      "Postfix reads %1, which is built from this table on the server. "
                                      "Whether it is up to date can’t be seen from here."))
            .arg(files);
    }
    return {};
}

} // namespace indexes
