// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/displaytext.h"
#include "core/base/whendone.h"
#include "ui/grids/gridview.h"
#include "ui/grids/newrowline.h"
#include "ui/grids/tablerowsmodel.h"
#include "ui/session/editsession.h"
#include "ui/tables/rowclipboard.h"
#include "ui/tables/rowfilterline.h"
#include "ui/tables/tableeditor.h"

#include <QClipboard>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QSaveFile>
#include <QToolButton>
#include <QtConcurrent>

#include <algorithm>

namespace ui {

namespace {

/// What a file holds, or the system's words for why it can't be read.
struct Read
{
    QByteArray bytes = {};
    QString problem = {};
};

Read readAll(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {.problem = file.errorString()};
    return {.bytes = file.readAll()};
}

QString writeAll(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return file.errorString();
    return {};
}

} // namespace

QByteArray TableEditor::keyText(int row) const
{
    return m_model->cell(row, TableRowsModel::KeyColumn);
}

bool TableEditor::addRows(const QString &title, qsizetype at, const QList<edits::NewRow> &rows)
{
    return m_session.edit(title, [&](model::Draft &draft) -> edits::Outcome {
        const auto file = tables::includedFile(draft, m_table.table);
        if (!file)
            return edits::Refusal{edits::Refusal::Reason::NotEditable, m_table.table.name()};
        return withoutSecret(edits::addRows(draft, *file, at, rows), m_shape.shape());
    });
}

void TableEditor::add()
{
    const edits::NewRow row = tables::rowOfCells(m_newRow->cells(), m_shape.layout());
    const bool isAbove = m_isInserting && m_grid->currentIndex().isValid();
    const qsizetype at = isAbove ? m_model->tableRow(m_grid->currentRow()) : m_model->tableRowCount();
    if (!addRows(tr("Add a row for %1").arg(base::displayText(row.key)), at, {row}))
        return;
    m_newRow->clear();
    if (const int shown = m_model->shownRow(at); shown >= 0)
        m_grid->setCurrentCell(shown, TableRowsModel::KeyColumn);
    if (isAbove)
        setInserting(false);
    else
        m_newRow->setFocus(Qt::OtherFocusReason);
}

/// Where order counts, a row has to go in front of another: the line below the grid makes it.
void TableEditor::beginInserting()
{
    setInserting(true);
    m_newRow->input(0)->setFocus(Qt::ShortcutFocusReason);
}

void TableEditor::setInserting(bool isInserting)
{
    const bool isOver = m_isInserting && !isInserting;
    m_isInserting = isInserting;
    m_newRow->setAddText(isInserting ? tr("Add Above") : tr("Add Row"));
    if (isOver)
        m_grid->setFocus(Qt::OtherFocusReason);
}

void TableEditor::remove()
{
    const QList<qsizetype> rows = m_grid->selectedRows();
    if (rows.isEmpty())
        return;
    const QString title = rows.size() == 1
        ? tr("Remove the row of %1").arg(base::displayText(keyText(static_cast<int>(rows.first()))))
        : tr("Remove %n row(s)", nullptr, static_cast<int>(rows.size()));
    QList<qsizetype> inTable;
    for (const qsizetype row : rows)
        inTable.append(m_model->tableRow(static_cast<int>(row)));
    const bool isRemoved = m_session.edit(title, [&](model::Draft &draft) {
        return withoutSecret(edits::removeRows(draft, *m_model->table(), inTable), m_shape.shape());
    });
    if (isRemoved && m_model->rowCount() > 0) {
        const int next = std::min(static_cast<int>(rows.first()), m_model->rowCount() - 1);
        m_grid->setCurrentCell(next, std::max(m_grid->currentIndex().column(), 0));
    }
}

/// The row in the way goes to the other side of those that are selected.
void TableEditor::move(int step)
{
    const QList<qsizetype> rows = m_grid->selectedRows();
    const int column = m_grid->currentIndex().column();
    const int current = m_grid->currentRow();
    if (rows.isEmpty())
        return;
    const auto first = static_cast<int>(rows.first());
    const auto last = static_cast<int>(rows.last());
    const qsizetype from =
        rows.size() == 1 ? m_model->tableRow(first) : m_model->tableRow(step < 0 ? first - 1 : last + 1);
    const qsizetype before = rows.size() == 1
        ? (step < 0 ? m_model->tableRow(first - 1) : m_model->tableRow(first + 1) + 1)
        : (step < 0 ? m_model->tableRow(last) + 1 : m_model->tableRow(first));
    const QString title = rows.size() == 1 ? tr("Move the row of %1").arg(base::displayText(keyText(first)))
                                           : tr("Move %n row(s)", nullptr, static_cast<int>(rows.size()));
    const bool isMoved = m_session.edit(title, [&](model::Draft &draft) {
        return withoutSecret(edits::moveRow(draft, *m_model->table(), from, before), m_shape.shape());
    });
    if (!isMoved || m_model->isFiltered())
        return;
    QItemSelection moved;
    moved.select(m_model->index(first + step, 0), m_model->index(last + step, m_model->columnCount() - 1));
    m_grid->setCurrentCell(current + step, column);
    m_grid->selectionModel()->select(moved, QItemSelectionModel::ClearAndSelect);
}

void TableEditor::switchRows(const QList<qsizetype> &rows, bool isOn)
{
    const auto count = static_cast<int>(rows.size());
    QList<qsizetype> inTable;
    for (const qsizetype row : rows)
        inTable.append(m_model->tableRow(static_cast<int>(row)));
    m_session.edit(isOn ? tr("Switch on %n row(s)", nullptr, count)
                        : tr("Switch off %n row(s)", nullptr, count),
                   [&](model::Draft &draft) {
                       return withoutSecret(edits::setRowsEnabled(draft, *m_model->table(), inTable, isOn),
                                            m_shape.shape());
                   });
}

void TableEditor::copy()
{
    if (m_reveal && !m_reveal->isChecked()) {
        complain(tr("A copy would hold the passwords as they are. Show them first, then copy."));
        return;
    }
    const QList<qsizetype> rows = m_grid->selectedRows();
    if (!rows.isEmpty())
        QGuiApplication::clipboard()->setText(copiedText(*m_model, rows));
}

void TableEditor::paste()
{
    const QString text = QGuiApplication::clipboard()->text();
    if (text.trimmed().isEmpty() || !isWritable())
        return;
    const QModelIndex current = m_grid->currentIndex();
    if (isOneCell(text) && current.isValid() && (current.flags() & Qt::ItemIsEditable))
        m_model->setData(current, text.trimmed());
    else
        pasteRows(text);
}

/// Below the current row, or at the end.
void TableEditor::pasteRows(const QString &text)
{
    const syntax::TableKind kind = tables::kindOf(*m_table.table.kind);
    const tables::Import import = pastedRows(text, m_shape.layout(), kind);
    if (import.problemLine > 0) {
        complain(tr("Nothing was pasted. Line %1 of the clipboard: %2")
                     .arg(import.problemLine)
                     .arg(import.problem));
        return;
    }
    const int current = m_grid->currentRow();
    const qsizetype at = current >= 0 && current < m_model->rowCount() ? m_model->tableRow(current) + 1
                                                                       : m_model->tableRowCount();
    const auto count = static_cast<int>(import.rows.size());
    if (addRows(tr("Paste %n row(s)", nullptr, count), at, import.rows)) {
        if (const int shown = m_model->shownRow(at); shown >= 0)
            m_grid->setCurrentCell(shown, TableRowsModel::KeyColumn);
    }
}

void TableEditor::askForImport()
{
    auto *dialog = new QFileDialog(this, tr("Import Rows"), {},
                                   tr("Comma or tab separated (*.csv *.tsv *.txt);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setLabelText(QFileDialog::Accept, tr("Import"));
    connect(dialog, &QFileDialog::fileSelected, this, &TableEditor::importFrom);
    dialog->open();
}

void TableEditor::importFrom(const QString &path)
{
    const QString name = QFileInfo(path).fileName();
    struct Outcome
    {
        QString problem;
        tables::Import import;
    };
    const auto work = [path, layout = m_shape.layout(), kind = tables::kindOf(*m_table.table.kind)] {
        const Read read = readAll(path);
        return Outcome{read.problem,
                       read.problem.isEmpty() ? tables::importedRows(read.bytes, layout, kind)
                                              : tables::Import()};
    };
    base::whenDone(QtConcurrent::run(work), this, [this, name](const Outcome &outcome) {
        const tables::Import &import = outcome.import;
        if (!outcome.problem.isEmpty()) {
            complain(tr("%1 can’t be read: %2. Nothing was imported.").arg(name, outcome.problem));
            return;
        }
        if (import.problemLine > 0) {
            complain(tr("%1, line %2: %3 Nothing was imported.")
                         .arg(name)
                         .arg(import.problemLine)
                         .arg(import.problem));
            return;
        }
        const auto count = static_cast<int>(import.rows.size());
        addRows(tr("Import %n row(s)", nullptr, count), m_model->tableRowCount(), import.rows);
    });
}

void TableEditor::askForExport()
{
    if (m_reveal && !m_reveal->isChecked()) {
        complain(tr("The file would hold the passwords as they are. Show them first, then export."));
        return;
    }
    auto *dialog = new QFileDialog(this, tr("Export Rows"), {}, tr("Comma separated (*.csv);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->selectFile(QFileInfo(base::displayText(m_table.table.path)).fileName() + QStringLiteral(".csv"));
    dialog->setLabelText(QFileDialog::Accept, tr("Export"));
    connect(dialog, &QFileDialog::fileSelected, this, &TableEditor::exportTo);
    dialog->open();
}

/// The rows that are shown.
void TableEditor::exportTo(const QString &path)
{
    if (!m_model->table())
        return;
    std::optional<QList<quint32>> shown;
    if (m_model->isFiltered()) {
        shown.emplace();
        for (int row = 0; row < m_model->rowCount(); ++row)
            shown->append(static_cast<quint32>(m_model->tableRow(row)));
    }
    const model::File file = m_session.snapshot().file(*m_model->table());
    const auto work = [file, path, shown] {
        return writeAll(path, tables::exportedCsv(*file.table(), ',', shown));
    };
    base::whenDone(QtConcurrent::run(work), this, [this, path](const QString &problem) {
        if (!problem.isEmpty())
            complain(tr("%1 can’t be written: %2.").arg(QFileInfo(path).fileName(), problem));
    });
}

} // namespace ui
