// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tables/exchange.h"

#include "core/base/displaytext.h"
#include "core/edits/rowremark.h"
#include "core/tables/csv.h"
#include "core/tables/patternkeys.h"

#include <QCoreApplication>

namespace tables {

namespace {

using syntax::Row;

QString sentence(const char *text)
{
    return QCoreApplication::translate("tables", text);
}

/// Which cell is what: -1 where there is none.
struct Places
{
    qsizetype on = -1;
    qsizetype key = -1;
    qsizetype value = -1;
    qsizetype comment = -1;
    QList<qsizetype> parts = {}; ///< one for each title of the layout
    bool isHeader = false;
    QString problem = {};
};

bool isNamed(const QByteArray &cell, const char *name)
{
    return cell.trimmed().compare(name, Qt::CaseInsensitive) == 0;
}

Places placesOf(const QByteArrayList &cells, const Layout &layout)
{
    Places places;
    places.parts = QList<qsizetype>(layout.titles.size(), -1);
    QByteArrayList unknown;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        qsizetype *which = isNamed(cells[i], "On") ? &places.on
            : isNamed(cells[i], "Key")             ? &places.key
            : isNamed(cells[i], "Value")           ? &places.value
            : isNamed(cells[i], "Comment")         ? &places.comment
                                                   : nullptr;
        for (qsizetype part = 0; part < layout.titles.size() && !which; ++part) {
            if (isNamed(cells[i], layout.titles[part].constData()))
                which = &places.parts[part];
        }
        if (which)
            *which = i;
        else
            unknown.append(cells[i]);
    }
    places.isHeader = places.key >= 0 || places.parts.value(0, -1) >= 0;
    if (places.isHeader && !unknown.isEmpty())
        places.problem =
            sentence(QT_TRANSLATE_NOOP("tables", "There is no column “%1”. Name it On, %2 or Comment."))
                .arg(base::displayText(unknown.first()),
                     base::displayText("Key, Value, " + layout.titles.join(", ")));
    return places;
}

edits::NewRow rowOf(const QByteArrayList &cells, const Places &places, const Layout &layout)
{
    QByteArrayList parts;
    for (const qsizetype part : places.parts)
        parts.append(part < 0 ? QByteArray() : cells.value(part));
    edits::NewRow row = rowOfCells(parts, layout);
    if (places.key >= 0)
        row.key = cells.value(places.key).trimmed();
    if (places.value >= 0)
        row.value = cells.value(places.value).trimmed();
    if (places.comment >= 0)
        row.remark = cells.value(places.comment).trimmed();
    return row;
}

std::optional<bool> isOn(const QByteArray &cell)
{
    const QByteArray word = cell.trimmed().toLower();
    for (const char *yes : {"", "yes", "on", "true", "1", "x"}) {
        if (word == yes)
            return true;
    }
    for (const char *no : {"no", "off", "false", "0"}) {
        if (word == no)
            return false;
    }
    return {};
}

} // namespace

syntax::TableKind kindOf(model::FileKind kind)
{
    switch (kind) {
    case model::FileKind::Aliases:
        return syntax::TableKind::Aliases;
    case model::FileKind::Pattern:
        return syntax::TableKind::Pattern;
    case model::FileKind::Cidr:
        return syntax::TableKind::Cidr;
    default:
        return syntax::TableKind::KeyValue;
    }
}

QByteArray rowKey(const syntax::Table &table, const Row &row)
{
    if (row.form == Row::Form::EndIf)
        return QByteArrayLiteral("endif");
    return QByteArray(row.form == Row::Form::If ? "if " : "") + (row.negated ? "!" : "") + table.keyOf(row);
}

edits::NewRow rowOfCells(const QByteArrayList &cells, const Layout &layout)
{
    edits::NewRow row{.key = cells.value(0).trimmed()};
    if (layout.hasFlags && isDelimitedPattern(row.key) && patternFlags(row.key).isEmpty())
        row.key += cells.value(1).trimmed();
    QByteArrayList parts;
    for (qsizetype i = layout.firstValue(); i < layout.titles.size(); ++i)
        parts.append(cells.value(i).trimmed());
    const bool isEmpty =
        std::all_of(parts.begin(), parts.end(), [](const QByteArray &part) { return part.isEmpty(); });
    row.value = isEmpty ? QByteArray() : joined(parts, layout.value);
    row.remark = cells.value(layout.titles.size()).trimmed();
    return row;
}

QByteArray exportedCsv(const syntax::Table &table, char separator, const std::optional<QList<quint32>> &rows)
{
    QByteArray text = writtenCsv({{"On", "Key", "Value", "Comment"}}, separator);
    const qsizetype count = rows ? rows->size() : table.rowCount();
    for (qsizetype i = 0; i < count; ++i) {
        const Row row = table.row(rows ? qsizetype((*rows)[i]) : i);
        if (row.form == Row::Form::Stray)
            continue;
        text += writtenCsv({{row.enabled ? "yes" : "no", rowKey(table, row),
                             row.form == Row::Form::Entry ? table.valueOf(row) : QByteArray(),
                             edits::remarkText(table, row)}},
                           separator);
    }
    return text;
}

Import importedRows(const QByteArray &bytes, const Layout &layout, syntax::TableKind kind)
{
    const CsvReading reading = readCsv(bytes, separatorOf(bytes));
    Import result{.problemLine = reading.problemLine, .problem = reading.problem};
    if (result.problemLine > 0 || reading.records.isEmpty())
        return result;
    Places places = placesOf(reading.records.first().cells, layout);
    const auto fail = [&result](qsizetype line, const QString &problem) {
        result.rows.clear();
        result.problemLine = line;
        result.problem = problem;
    };
    if (places.isHeader && !places.problem.isEmpty()) {
        fail(reading.records.first().line, places.problem);
        return result;
    }
    for (qsizetype i = places.isHeader ? 1 : 0; i < reading.records.size(); ++i) {
        const CsvRecord &record = reading.records[i];
        edits::NewRow row =
            places.isHeader ? rowOf(record.cells, places, layout) : rowOfCells(record.cells, layout);
        const std::optional<bool> on =
            places.isHeader && places.on >= 0 ? isOn(record.cells.value(places.on)) : std::optional(true);
        if (!on) {
            fail(record.line,
                 sentence(
                     QT_TRANSLATE_NOOP("tables", "“%1” is neither yes nor no, for a row that is on or off."))
                     .arg(base::displayText(record.cells.value(places.on))));
            return result;
        }
        row.enabled = *on;
        if (const edits::Outcome refusal = edits::refusedNewRow(kind, row)) {
            fail(record.line, edits::refusalText(*refusal));
            return result;
        }
        result.rows.append(row);
    }
    return result;
}

} // namespace tables
