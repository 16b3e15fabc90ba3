// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/grids/tablerowsmodel.h"

#include "core/base/displaytext.h"
#include "core/edits/tableedits.h"
#include "ui/grids/celltext.h"
#include "ui/session/editsession.h"
#include "ui/widgets/colors.h"

#include <QApplication>
#include <QCoreApplication>
#include <QPalette>

#include <algorithm>

namespace ui {

using syntax::Row;

namespace {

/// As long for every secret: its length is one as well.
QString mask()
{
    return QString(8, QChar(0x2022));
}

} // namespace

TableRowsModel::TableRowsModel(EditSession &session, const TableShape &shape, QObject *parent)
    : QAbstractTableModel(parent), m_session(session), m_shape(shape)
{
    connect(&session, &EditSession::changed, this, &TableRowsModel::follow);
}

const syntax::Table *TableRowsModel::current() const
{
    const model::Snapshot &snapshot = m_session.snapshot();
    return m_file && snapshot.contains(*m_file) ? snapshot.file(*m_file).table() : nullptr;
}

void TableRowsModel::setTable(std::optional<model::FileId> file)
{
    beginResetModel();
    m_file = file;
    const syntax::Table *table = current();
    m_count = table ? static_cast<int>(table->rowCount()) : 0;
    endResetModel();
}

/// Rows come and go where the first change was.
void TableRowsModel::follow(const model::Changes &changes)
{
    const syntax::Table *table = current();
    const auto now = table ? static_cast<int>(table->rowCount()) : 0;
    const auto change = std::ranges::find_if(
        changes, [&](const model::Change &one) { return m_file && one.file == *m_file; });
    if (change == changes.end() && now == m_count)
        return;
    const qsizetype offset = change == changes.end() ? 0 : change->range.begin;
    const int at = table ? static_cast<int>(table->rowAt(offset)) : 0;
    if (now > m_count) {
        const int first = std::clamp(at, 0, m_count);
        beginInsertRows({}, first, first + now - m_count - 1);
        m_count = now;
        endInsertRows();
    } else if (now < m_count) {
        const int gone = m_count - now;
        const int first = std::clamp(at, 0, now);
        beginRemoveRows({}, first, first + gone - 1);
        m_count = now;
        endRemoveRows();
    }
    if (m_count > 0)
        emit dataChanged(index(0, 0), index(m_count - 1, columnCount() - 1));
}

void TableRowsModel::setRevealed(bool isRevealed)
{
    m_isRevealed = isRevealed;
    if (m_count > 0)
        emit dataChanged(index(0, 0), index(m_count - 1, columnCount() - 1));
}

bool TableRowsModel::isMasked(int column) const
{
    return column >= KeyColumn && m_shape.columns[static_cast<size_t>(column - KeyColumn)].isSecret
        && !m_isRevealed;
}

bool TableRowsModel::isEditable() const
{
    return current() && m_session.snapshot().file(*m_file).isEditable();
}

model::Place TableRowsModel::placeOf(const QModelIndex &index) const
{
    const syntax::Table *table = current();
    if (!table)
        return {};
    if (!index.isValid() || index.row() >= table->rowCount())
        return {*m_file, {}};
    return {*m_file, table->row(index.row()).whole};
}

int TableRowsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_count;
}

int TableRowsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : KeyColumn + static_cast<int>(m_shape.columns.size());
}

QVariant TableRowsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    if (section == OnColumn)
        return tr("On");
    return QCoreApplication::translate("tables",
                                       m_shape.columns[static_cast<size_t>(section - KeyColumn)].title);
}

QByteArray TableRowsModel::text(const Row &row, int column) const
{
    const syntax::Table *table = current();
    if (column == KeyColumn) {
        const QByteArray key = table->keyOf(row);
        switch (row.form) {
        case Row::Form::If:
            return QByteArrayLiteral("if ") + (row.negated ? "!" : "") + key;
        case Row::Form::EndIf:
            return QByteArrayLiteral("endif");
        default:
            return (row.negated ? "!" : "") + key;
        }
    }
    return tables::split(table->valueOf(row), m_shape.value).value(column - KeyColumn - 1);
}

QString TableRowsModel::keyOf(int row) const
{
    return base::displayText(text(current()->row(row), KeyColumn));
}

QVariant TableRowsModel::data(const QModelIndex &index, int role) const
{
    const syntax::Table *table = current();
    if (!index.isValid() || !table || index.row() >= table->rowCount())
        return {};
    const Row row = table->row(index.row());
    const bool isBox = index.column() == OnColumn;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole: {
        if (isBox && role == Qt::ToolTipRole)
            return row.enabled ? tr("In force. Uncheck to comment it out.")
                               : tr("Commented out. Check to switch it on.");
        if (isBox)
            return role == Qt::DisplayRole ? QVariant() : keyOf(index.row());
        const QByteArray shown = text(row, index.column());
        if (isMasked(index.column()))
            return shown.isEmpty() ? QString() : role == Qt::DisplayRole ? mask() : tr("Hidden");
        return base::displayText(shown);
    }
    case Qt::EditRole:
        return isBox ? QVariant() : editableCell(text(row, index.column()));
    case Qt::CheckStateRole:
        return isBox ? QVariant(row.enabled ? Qt::Checked : Qt::Unchecked) : QVariant();
    case Qt::ForegroundRole:
        return row.enabled && row.form != Row::Form::Stray ? QVariant()
                                                           : colorsFor(QApplication::palette()).muted;
    default:
        return {};
    }
}

Qt::ItemFlags TableRowsModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    const syntax::Table *table = current();
    if (!index.isValid() || !isEditable() || index.row() >= table->rowCount())
        return flags;
    if (index.column() == OnColumn)
        return flags | Qt::ItemIsUserCheckable;
    const Row::Form form = table->row(index.row()).form;
    const bool isWritten = form == Row::Form::Entry || form == Row::Form::Stray;
    return isWritten && data(index, Qt::EditRole).isValid() ? flags | Qt::ItemIsEditable : flags;
}

bool TableRowsModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!(flags(index) & (Qt::ItemIsEditable | Qt::ItemIsUserCheckable)))
        return false;
    const model::FileId file = *m_file;
    const int row = index.row();
    if (role == Qt::CheckStateRole && index.column() == OnColumn) {
        const bool isOn = value.toInt() == Qt::Checked;
        return m_session.edit((isOn ? tr("Switch On %1") : tr("Switch Off %1")).arg(keyOf(row)),
                              [&](model::Draft &draft) {
                                  return withoutSecret(edits::setRowEnabled(draft, file, row, isOn), m_shape);
                              });
    }
    if (role != Qt::EditRole || index.column() == OnColumn)
        return false;
    const QByteArray wanted = value.toString().trimmed().toUtf8();
    const Row old = current()->row(row);
    if (wanted == text(old, index.column()))
        return true;
    const QByteArray whole = current()->valueOf(old);
    return m_session.edit(tr("Change the row of %1").arg(keyOf(row)), [&](model::Draft &draft) {
        if (index.column() == KeyColumn)
            return edits::setRowKey(draft, file, row, wanted);
        const QByteArray fresh =
            tables::withPart(whole, m_shape.value, index.column() - KeyColumn - 1, wanted);
        return withoutSecret(edits::setRowValue(draft, file, row, fresh), m_shape);
    });
}

edits::Outcome withoutSecret(edits::Outcome outcome, const TableShape &shape)
{
    const auto isSecret = [](const TableColumn &column) { return column.isSecret; };
    if (outcome && std::ranges::any_of(shape.columns, isSecret))
        outcome->subject = QCoreApplication::translate("tables", shape.title).toUtf8();
    return outcome;
}

} // namespace ui
