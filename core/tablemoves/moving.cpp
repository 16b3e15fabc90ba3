// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tablemoves/moving.h"

#include "core/folder/opening.h"
#include "core/folder/tablereferences.h"
#include "core/syntax/logicallines.h"
#include "core/tablemoves/patternrows.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace tablemoves {

using edits::Refusal;
using model::FileId;
using model::FileKind;
using Reason = Refusal::Reason;

namespace {

const QByteArrayList keyTypes{"hash", "lmdb", "cdb", "btree", "dbm", "sdbm"};
const QByteArrayList patternTypes{"pcre", "regexp"};

QString said(const char *text)
{
    return QCoreApplication::translate("tablemoves", text);
}

bool isPattern(const QByteArray &type)
{
    return patternTypes.contains(type);
}

bool isPathOfATable(const QByteArray &path)
{
    return path.startsWith('/') && path.size() > 1 && !path.endsWith('/')
        && std::none_of(path.begin(), path.end(), [](char c) {
               return syntax::isSpace(c) || c == ',' || c == '{' || c == '}' || c == '$' || c == '\0';
           });
}

/// How it is asked; several ways that differ can't be kept by one table of patterns.
std::optional<lookup::KeyOrder> commonOrder(const tables::UsedTable &table)
{
    std::optional<lookup::KeyOrder> order;
    for (const tables::Use &use : table.uses) {
        const lookup::KeyOrder own = use.order.value_or(lookup::KeyOrder::Whole);
        if (order && *order != own)
            return {};
        order = own;
    }
    return order;
}

class Move
{
public:
    Move(model::Draft &draft, const effective::Values &values, const tables::UsedTable &table,
         const TableName &to)
        : m_draft(draft), m_values(values), m_table(table), m_to(to)
    {
    }

    Moved run()
    {
        const TableName from{m_table.table.type, m_table.table.path};
        if (const edits::Outcome refusal = checked(from))
            return {.refusal = refusal};
        if (m_to == from)
            return m_moved;
        model::Draft trial = m_draft;
        if (const edits::Outcome refusal = moveRows(trial, from))
            return {.refusal = refusal};
        m_moved.places = rename(trial, m_values, from, m_to);
        if (m_moved.places == 0)
            return {.refusal = Refusal{Reason::NotThere, from.text(),
                                       said(QT_TRANSLATE_NOOP("tablemoves",
                                                              "No setting names it; it is a default of "
                                                              "Postfix. Set the parameter first."))}};
        m_draft = trial;
        return m_moved;
    }

private:
    edits::Outcome checked(const TableName &from) const
    {
        if (!isPathOfATable(m_to.path))
            return Refusal{Reason::BadName, m_to.path,
                           said(QT_TRANSLATE_NOOP("tablemoves",
                                                  "Write the whole path of a file, from “/” on, without "
                                                  "blanks, commas, braces and “$”."))};
        if (!typesFor(m_table).contains(m_to.type))
            return Refusal{Reason::BadValue, m_to.type,
                           said(QT_TRANSLATE_NOOP("tablemoves", "These rows can’t be written for it."))};
        if (m_to.path != from.path) {
            const auto file = tables::fileNamed(m_draft.snapshot(), m_to.path);
            if (file && m_draft.snapshot().file(*file).text().size() > 0)
                return Refusal{Reason::AlreadyThere, m_to.path,
                               said(QT_TRANSLATE_NOOP("tablemoves", "There is a file of that name."))};
        }
        if (isPattern(m_to.type) != isPattern(from.type) && m_to.path == from.path)
            return Refusal{
                Reason::BadName, m_to.path,
                said(QT_TRANSLATE_NOOP("tablemoves",
                                       "The rows are written in another way for that type, so they "
                                       "need another file."))};
        return {};
    }

    edits::Outcome moveRows(model::Draft &trial, const TableName &from)
    {
        const std::optional<FileId> old = m_table.table.file;
        const syntax::Table *rows = old ? trial.snapshot().file(*old).table() : nullptr;
        QByteArray text = old ? trial.snapshot().file(*old).text().bytes() : QByteArray();
        if (rows && isPattern(m_to.type) && !isPattern(from.type)) {
            const auto order = commonOrder(m_table);
            if (!order)
                return Refusal{Reason::BadValue, m_to.type,
                               said(QT_TRANSLATE_NOOP("tablemoves",
                                                      "Several parameters ask this table in different ways, "
                                                      "which patterns can’t serve at once."))};
            const auto delimiters = m_values.value("recipient_delimiter");
            const Converted converted =
                asPatterns(*rows, *order, delimiters ? delimiters->expanded : QByteArray());
            text = converted.text;
            m_moved.remarks += converted.remarks;
        } else if (rows && isPattern(m_to.type) && m_to.type != from.type) {
            m_moved.remarks += patternsLostIn(
                *rows, m_to.type == "pcre" ? patterns::PatternSyntax::Perl : patterns::PatternSyntax::Posix);
        }
        if (m_to.path == from.path || !old)
            return {};
        return writeNew(trial, text, trial.snapshot().file(*old).info().name);
    }

    edits::Outcome writeNew(model::Draft &trial, const QByteArray &text, const QString &oldName)
    {
        const QString folder = QFileInfo(trial.snapshot().file(FileId::MainCf).info().path).path();
        const QString path = folder::localPath(folder, m_to.path);
        const auto kind = folder::kindOfTable(
            m_to.type, m_table.uses.isEmpty() ? QByteArrayView() : m_table.uses.first().parameter);
        if (path.isEmpty() || !kind)
            return Refusal{Reason::BadName, m_to.path,
                           said(QT_TRANSLATE_NOOP("tablemoves", "That place can’t be seen from here."))};
        const auto there = tables::fileNamed(trial.snapshot(), m_to.path);
        const FileKind wanted = m_table.table.kind == FileKind::Aliases ? FileKind::Aliases : *kind;
        const FileId file = there ? *there : trial.include(folder::missingFile(folder, path, wanted));
        trial.replace(file, {0, 0}, text);
        m_moved.remarks.append(
            said(QT_TRANSLATE_NOOP("tablemoves",
                                   "%1 is written as a new file. %2 and its index stay where they are."))
                .arg(trial.snapshot().file(file).info().name, oldName));
        return {};
    }

    model::Draft &m_draft;
    const effective::Values &m_values;
    const tables::UsedTable &m_table;
    const TableName &m_to;
    Moved m_moved;
};

} // namespace

QByteArrayList typesFor(const tables::UsedTable &table)
{
    const QByteArray &type = table.table.type;
    QByteArrayList types{type};
    const bool isKeyed = keyTypes.contains(type) || type == "texthash";
    if (isKeyed)
        types += keyTypes;
    if (isKeyed && table.table.kind == FileKind::KeyValue)
        types += QByteArrayList{"texthash"} + patternTypes;
    if (isPattern(type))
        types += patternTypes;
    // The first is kept: it is the one that the table has.
    for (qsizetype i = types.size() - 1; i > 0; --i) {
        if (types.indexOf(types[i]) < i)
            types.removeAt(i);
    }
    return types;
}

QByteArray pathFor(const tables::UsedTable &table, const QByteArray &type)
{
    const QByteArray &path = table.table.path;
    if (isPattern(type) == isPattern(table.table.type))
        return path;
    return path + '.' + type;
}

Moved move(model::Draft &draft, const effective::Values &values, const tables::UsedTable &table,
           const TableName &to)
{
    return Move(draft, values, table, to).run();
}

} // namespace tablemoves
