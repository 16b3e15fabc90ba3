// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/tablecommand.h"

#include "app/cli/environment.h"
#include "app/cli/tablecall.h"
#include "core/base/errortext.h"
#include "core/diff/filediff.h"
#include "core/edits/tableedits.h"
#include "core/files/path.h"
#include "core/folder/maskeddiff.h"
#include "core/folder/saving.h"
#include "core/folder/tablereferences.h"
#include "core/tables/replacing.h"
#include "core/tables/rowkeys.h"
#include "core/tables/sorting.h"

#include <QFileInfo>

#include <algorithm>
#include <csignal>
#include <unistd.h>

namespace cli {

namespace {

using model::FileId;
using Verb = TableCall::Verb;

constexpr FileId tableId = FileId::FirstOther;
constexpr qsizetype everything = std::numeric_limits<qsizetype>::max();

int fail(const QString &why)
{
    sayError("postwright-cli: " + why.toUtf8());
    return CouldNot;
}

/// The file is mapped, and another program has cut it short. What is written is not in place before all of it
/// has been read.
void onCutShort(int /*signal*/)
{
    constexpr char text[] =
        "postwright-cli: another program cut the file short while it was read; nothing was "
        "changed. Try again.\n";
    (void)!::write(STDERR_FILENO, text, sizeof text - 1);
    ::_exit(CouldNot);
}

/// How the rows of the table are written: as main.cf uses it, where it names it.
std::optional<model::FileKind> kindOf(files::FileStore &store, const TableCall &call)
{
    if (call.areAliases)
        return model::FileKind::Aliases;
    if (const auto opened = folder::open(store, call.folder, {.scope = folder::Scope::MainAndMaster})) {
        const model::Snapshot &snapshot = opened->snapshot;
        for (const folder::TableReference &reference : folder::tableReferences(
                 snapshot.mainCf(), snapshot.masterCf(), folder::configDirectory(call.folder))) {
            if (reference.type == call.type && reference.path == call.path)
                return reference.kind;
        }
    }
    return folder::kindOfTable(call.type, {});
}

/// The file alone, in a folder that has nothing else.
base::Result<folder::Opened> openTable(files::FileStore &store, const TableCall &call, model::FileKind kind)
{
    const QString seen = folder::localPath(call.folder, call.path);
    const QString path =
        QFileInfo(seen.isEmpty() ? files::pathFromBytes(call.path) : seen).absoluteFilePath();
    folder::Opened opened{.path = QFileInfo(path).path()};
    const auto mountPoint = store.mountPoint(opened.path);
    if (!mountPoint)
        return mountPoint.error();
    opened.mountPoint = *mountPoint;
    const folder::Found found = folder::readFile(store, opened.path, path, kind, true);
    if (!found.file.isEditable())
        return *found.file.info().problem;
    opened.snapshot = opened.snapshot.including(found.file);
    opened.fingerprints = {std::nullopt, std::nullopt, found.fingerprint};
    return opened;
}

int find(const TableCall &call, const model::File &file)
{
    tables::RowFilter filter(file, call.words[0]);
    bool isFound = false;
    const syntax::Table &table = *file.table();
    constexpr qsizetype slice = qsizetype(4) << 20U;
    while (!filter.atEnd()) {
        QByteArray lines;
        for (const quint32 number : filter.next(everything, slice)) {
            const syntax::ByteRange whole = table.wholeOf(number);
            lines += QByteArray::number(table.text().lineAt(whole.begin) + 1) + ':';
            lines += table.text().view(whole);
            if (!lines.endsWith('\n'))
                lines += '\n';
            isFound = true;
        }
        say(lines);
    }
    return isFound ? Done : Found;
}

/// An edit of the row, or the rows, that the call is about; nothing where there is none.
std::optional<edits::Outcome> edited(const TableCall &call, model::Draft &draft)
{
    const model::File &file = draft.snapshot().file(tableId);
    if (call.verb == Verb::Replace) {
        const auto plan = tables::planReplacing(file, {.find = call.words[0], .by = call.words[1]});
        for (const quint32 row : plan.left)
            sayError("postwright-cli: " + call.path + ", line "
                     + QByteArray::number(file.text().lineAt(file.table()->rowBegin(row)) + 1)
                     + ": it would be read as something else and stays as it is");
        if (plan.count == 0)
            return std::nullopt;
        return tables::replace(draft, tableId, plan);
    }
    if (call.verb == Verb::Sort) {
        const auto plan = tables::planSorting(file, {});
        if (plan.changesMeaning)
            sayError("postwright-cli: " + call.path
                     + ": rows are tried from top to bottom; look whether the new order means the same");
        return tables::sort(draft, tableId, plan);
    }
    const tables::RowNumbers rows = tables::rowsOfKey(file, call.words[0], call.verb == Verb::On);
    if (rows.size() > 1)
        sayError("postwright-cli: " + call.path + ": " + QByteArray::number(rows.size())
                 + " rows have that key; this is about the first");
    if (rows.isEmpty()) {
        if (call.verb != Verb::Set)
            return std::nullopt;
        return edits::addRow(draft, tableId, file.table()->rowCount(), call.words[0], call.words[1]);
    }
    switch (call.verb) {
    case Verb::Set:
        return edits::setRowValue(draft, tableId, rows[0], call.words[1]);
    case Verb::Remove:
        return edits::removeRow(draft, tableId, rows[0]);
    default:
        return edits::setRowEnabled(draft, tableId, rows[0], call.verb == Verb::On);
    }
}

void sayDiff(const TableCall &call, const model::Snapshot &before, const model::Snapshot &after)
{
    const diff::FileDiff found = diff::fileDiff(before.file(tableId).text(), after.file(tableId).text());
    say(diff::unifiedDiff(folder::maskedDiff(found, before, after, tableId), call.path, call.path));
}

void sayWhatCounts(const TableCall &call, model::FileKind kind)
{
    constexpr const char *indexed[] = {"hash", "btree", "cdb", "lmdb", "dbm", "sdbm"};
    if (std::find(std::begin(indexed), std::end(indexed), call.type) != std::end(indexed))
        sayError("postwright-cli: for Postfix to see it, run: "
                 + QByteArray(kind == model::FileKind::Aliases ? "postalias " : "postmap ") + call.name());
}

} // namespace

int runTable(const Invocation &invocation)
{
    const auto call = tableCallFrom(invocation);
    if (!call)
        return BadCall;
    const auto store = localFileStore();
    const auto kind = kindOf(*store, *call);
    if (!kind || *kind == model::FileKind::Other) {
        sayError("postwright-cli: a table of type " + call->type + " has no file of rows");
        return BadCall;
    }
    (void)std::signal(SIGBUS, onCutShort);
    base::Result<folder::Opened> opened = openTable(*store, *call, *kind);
    if (!opened)
        return fail(base::errorText(opened.error()));
    if (call->verb == Verb::Find)
        return find(*call, opened->snapshot.file(tableId));
    model::Draft draft(opened->snapshot);
    const auto outcome = edited(*call, draft);
    if (!outcome) {
        sayError("postwright-cli: " + call->name() + " has no such row");
        return Found;
    }
    if (*outcome)
        return fail(edits::refusalText(**outcome));
    const model::Snapshot &after = draft.snapshot();
    if (call->isTrial) {
        sayDiff(*call, opened->snapshot, after);
        return Done;
    }
    if (draft.changes().isEmpty())
        return Done;
    folder::Opened before = std::move(opened).value();
    const auto saved = folder::save(*store, before, after, {tableId});
    if (!saved)
        return fail(base::errorText(saved.error()));
    sayWhatCounts(*call, *kind);
    return Done;
}

} // namespace cli
