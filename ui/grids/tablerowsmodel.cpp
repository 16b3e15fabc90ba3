// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/grids/tablerowsmodel.h"

#include "core/base/displaytext.h"
#include "core/edits/rowremark.h"
#include "core/edits/tableedits.h"
#include "core/tables/patternkeys.h"
#include "ui/grids/celltext.h"
#include "ui/session/editsession.h"
#include "ui/session/severityicon.h"
#include "ui/widgets/colors.h"

#include <QApplication>
#include <QCoreApplication>
#include <QPalette>

#include <algorithm>
#include <numeric>

namespace ui {

using syntax::Row;

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
    m_shown.reset();
    m_marks.reset();
    m_idleRows.clear();
    const syntax::Table *table = current();
    m_count = table ? static_cast<int>(table->rowCount()) : 0;
    endResetModel();
}

void TableRowsModel::setShown(std::optional<QList<quint32>> rows)
{
    beginResetModel();
    m_shown = std::move(rows);
    endResetModel();
}

void TableRowsModel::appendShown(const QList<quint32> &rows)
{
    if (!m_shown || rows.isEmpty())
        return;
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(rows.size()) - 1);
    m_shown->append(rows);
    endInsertRows();
}

int TableRowsModel::shownRow(qsizetype tableRow) const
{
    if (!m_shown)
        return tableRow < m_count ? static_cast<int>(tableRow) : -1;
    const auto found =
        std::ranges::lower_bound(*m_shown, tableRow, {}, [](quint32 row) { return qsizetype(row); });
    return found != m_shown->end() && *found == tableRow ? static_cast<int>(found - m_shown->begin()) : -1;
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
    const auto at = table ? table->rowAt(offset) : 0;
    m_marks.reset();
    m_idleRows.clear();
    if (now > m_count)
        insertShown(std::clamp<qsizetype>(at, 0, m_count), now - m_count);
    else if (now < m_count)
        removeShown(std::clamp<qsizetype>(at, 0, now), m_count - now);
    refreshAll();
}

void TableRowsModel::insertShown(qsizetype at, qsizetype count)
{
    const auto first = static_cast<int>(
        m_shown ? std::ranges::lower_bound(*m_shown, at, {}, [](quint32 row) { return qsizetype(row); })
                - m_shown->begin()
                : at);
    beginInsertRows({}, first, first + static_cast<int>(count) - 1);
    m_count += static_cast<int>(count);
    if (m_shown) {
        for (auto row = m_shown->begin() + first; row != m_shown->end(); ++row)
            *row += static_cast<quint32>(count);
        QList<quint32> fresh(count);
        std::iota(fresh.begin(), fresh.end(), static_cast<quint32>(at));
        m_shown->insert(first, count, 0);
        std::ranges::copy(fresh, m_shown->begin() + first);
    }
    endInsertRows();
}

void TableRowsModel::removeShown(qsizetype at, qsizetype count)
{
    if (!m_shown) {
        const auto first = static_cast<int>(at);
        beginRemoveRows({}, first, first + static_cast<int>(count) - 1);
        m_count -= static_cast<int>(count);
        endRemoveRows();
        return;
    }
    const auto asSize = [](quint32 row) { return qsizetype(row); };
    const auto first = std::ranges::lower_bound(*m_shown, at, {}, asSize) - m_shown->begin();
    const auto end = std::ranges::lower_bound(*m_shown, at + count, {}, asSize) - m_shown->begin();
    if (end > first)
        beginRemoveRows({}, static_cast<int>(first), static_cast<int>(end) - 1);
    m_count -= static_cast<int>(count);
    for (auto row = m_shown->begin() + end; row != m_shown->end(); ++row)
        *row -= static_cast<quint32>(count);
    m_shown->remove(first, end - first);
    if (end > first)
        endRemoveRows();
}

void TableRowsModel::refreshAll()
{
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

void TableRowsModel::setRevealed(bool isRevealed)
{
    m_isRevealed = isRevealed;
    refreshAll();
}

void TableRowsModel::setFindings(const Findings &findings)
{
    m_findings = &findings;
    connect(&findings, &Findings::changed, this, [this] {
        m_marks.reset();
        refreshAll();
    });
}

void TableRowsModel::setIdleRows(const QList<quint32> &rows)
{
    if (rows == m_idleRows)
        return;
    m_idleRows = rows;
    refreshAll();
}

const QList<std::pair<qsizetype, qsizetype>> &TableRowsModel::marks() const
{
    if (!m_marks) {
        m_marks.emplace();
        const syntax::Table *table = current();
        const QList<Finding> all = m_findings && table ? m_findings->all() : QList<Finding>();
        for (qsizetype i = 0; i < all.size(); ++i) {
            const auto &place = all[i].place;
            if (!place || place->file != *m_file)
                continue;
            const qsizetype row = table->rowAt(place->range.begin);
            if (row < table->rowCount())
                m_marks->append({row, i});
        }
        std::ranges::sort(*m_marks);
    }
    return *m_marks;
}

QList<Finding> TableRowsModel::findingsOf(int row) const
{
    QList<Finding> found;
    const auto &all = marks();
    const qsizetype wanted = tableRow(row);
    auto mark = std::ranges::lower_bound(all, std::pair<qsizetype, qsizetype>(wanted, 0));
    for (; mark != all.end() && mark->first == wanted; ++mark)
        found.append(m_findings->all()[mark->second]);
    return found;
}

bool TableRowsModel::isMasked(int column) const
{
    return column >= KeyColumn && column != remarkColumn()
        && m_shape.columns[static_cast<size_t>(column - KeyColumn)].isSecret && !m_isRevealed;
}

bool TableRowsModel::isMasked(const Row &row, int column) const
{
    const bool hasSecret =
        std::ranges::any_of(m_shape.columns, [](const TableColumn &one) { return one.isSecret; });
    if (m_isRevealed || !hasSecret || column == remarkColumn())
        return false;
    if (isMasked(column))
        return true;
    const syntax::Table *table = current();
    const bool isOfKey = column < KeyColumn + m_shape.firstValue();
    const QByteArray shown = isOfKey ? table->keyOf(row) : text(row, column);
    if (shown.contains(' ') || shown.contains('\t')) // neither a server nor a user has blanks
        return true;
    return !isOfKey && m_shape.value.separator && !table->valueOf(row).contains(m_shape.value.separator);
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
    if (!index.isValid() || index.row() >= rowCount() || tableRow(index.row()) >= table->rowCount())
        return {*m_file, {}};
    return {*m_file, table->row(tableRow(index.row())).whole};
}

int TableRowsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_shown ? static_cast<int>(m_shown->size()) : m_count;
}

int TableRowsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid()
        ? 0
        : KeyColumn + static_cast<int>(m_shape.columns.size()) + (m_shape.hasRemarks ? 1 : 0);
}

QVariant TableRowsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    if (section == OnColumn)
        return tr("On");
    if (section == remarkColumn())
        return tr("Comment");
    return QCoreApplication::translate("tables",
                                       m_shape.columns[static_cast<size_t>(section - KeyColumn)].title);
}

QByteArray TableRowsModel::text(const Row &row, int column) const
{
    const syntax::Table *table = current();
    if (column == remarkColumn())
        return edits::remarkText(*table, row);
    const int part = column - KeyColumn;
    if (part >= m_shape.firstValue())
        return tables::split(table->valueOf(row), m_shape.value).value(part - m_shape.firstValue());
    const QByteArray key = table->keyOf(row);
    if (part == 1)
        return tables::patternFlags(key);
    const QByteArray pattern =
        (row.negated ? "!" : "") + (m_shape.hasFlags ? key.chopped(tables::patternFlags(key).size()) : key);
    switch (row.form) {
    case Row::Form::If:
        return QByteArrayLiteral("if ") + pattern;
    case Row::Form::EndIf:
        return QByteArrayLiteral("endif");
    default:
        return pattern;
    }
}

QByteArray TableRowsModel::cell(int row, int column) const
{
    return text(current()->row(tableRow(row)), column);
}

QString TableRowsModel::keyOf(int row) const
{
    return base::displayText(cell(row, KeyColumn));
}

QVariant TableRowsModel::data(const QModelIndex &index, int role) const
{
    const syntax::Table *table = current();
    if (!index.isValid() || !table || index.row() >= rowCount() || tableRow(index.row()) >= table->rowCount())
        return {};
    const bool isBox = index.column() == OnColumn;
    if (role == Qt::DecorationRole) {
        const QList<Finding> found = isBox && m_findings ? findingsOf(index.row()) : QList<Finding>();
        if (!found.isEmpty())
            return severityIcon(found.first().severity);
        const bool isIdle =
            isBox && std::ranges::binary_search(m_idleRows, static_cast<quint32>(tableRow(index.row())));
        return isIdle ? severityIcon(Finding::Severity::Warning) : QVariant();
    }
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
    case Qt::EditRole:
    case Qt::CheckStateRole:
    case Qt::ForegroundRole:
        break;
    default:
        return {};
    }
    const Row row = table->row(tableRow(index.row()));
    switch (role) {
    case Qt::EditRole:
        return isBox ? QVariant() : editableCell(text(row, index.column()));
    case Qt::CheckStateRole:
        return isBox ? QVariant(row.enabled ? Qt::Checked : Qt::Unchecked) : QVariant();
    case Qt::ForegroundRole:
        return row.enabled && row.form != Row::Form::Stray && index.column() != remarkColumn()
            ? QVariant()
            : colorsFor(QApplication::palette()).muted;
    default:
        break;
    }
    if (isBox && role == Qt::ToolTipRole) {
        QStringList lines;
        for (const Finding &finding : m_findings ? findingsOf(index.row()) : QList<Finding>())
            lines.append(finding.message);
        lines.append(row.enabled ? tr("In force. Uncheck to comment it out.")
                                 : tr("Commented out. Check to switch it on."));
        return lines.join(u'\n');
    }
    if (isBox)
        return role == Qt::DisplayRole ? QVariant()
            : isMasked(row, KeyColumn) ? QVariant(tr("Hidden"))
                                       : keyOf(index.row());
    const QByteArray shown = text(row, index.column());
    if (isMasked(row, index.column()))
        return shown.isEmpty() ? QString() : role == Qt::DisplayRole ? hiddenText() : tr("Hidden");
    return base::displayText(shown);
}

Qt::ItemFlags TableRowsModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    const syntax::Table *table = current();
    if (!index.isValid() || !isEditable() || index.row() >= rowCount()
        || tableRow(index.row()) >= table->rowCount())
        return flags;
    if (index.column() == OnColumn)
        return flags | Qt::ItemIsUserCheckable;
    const Row::Form form = table->row(tableRow(index.row())).form;
    const bool isCondition = form == Row::Form::If || form == Row::Form::EndIf;
    const bool isPart = index.column() - KeyColumn < m_shape.firstValue();
    const bool isWritten =
        index.column() == remarkColumn() || !isCondition || (form == Row::Form::If && isPart);
    return isWritten && data(index, Qt::EditRole).isValid() ? flags | Qt::ItemIsEditable : flags;
}

edits::Outcome TableRowsModel::set(model::Draft &draft, qsizetype row, int column,
                                   const QByteArray &wanted) const
{
    if (column == remarkColumn())
        return edits::setRowRemark(draft, *m_file, row, wanted);
    const syntax::Table *table = current();
    const Row old = table->row(row);
    const int part = column - KeyColumn;
    if (part >= m_shape.firstValue()) {
        const QByteArray fresh =
            tables::withPart(table->valueOf(old), m_shape.value, part - m_shape.firstValue(), wanted);
        return withoutSecret(edits::setRowValue(draft, *m_file, row, fresh), m_shape);
    }
    const QByteArray key = table->keyOf(old);
    const QByteArray flags = tables::patternFlags(key);
    if (part == 1)
        return edits::setRowKey(draft, *m_file, row, key.chopped(flags.size()) + wanted);
    QByteArray pattern = wanted;
    if (old.form == Row::Form::If && pattern.startsWith("if "))
        pattern = pattern.sliced(3).trimmed();
    // The flags stay unless others are typed behind the pattern.
    const bool isDelimited =
        m_shape.hasFlags && tables::patternFlags(pattern).isEmpty() && tables::isDelimitedPattern(pattern);
    if (isDelimited)
        pattern += flags;
    if (old.negated && !pattern.startsWith('!')) {
        if (edits::Outcome refusal = edits::setRowNegated(draft, *m_file, row, false))
            return refusal;
    }
    return edits::setRowKey(draft, *m_file, row, pattern);
}

bool TableRowsModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!(flags(index) & (Qt::ItemIsEditable | Qt::ItemIsUserCheckable)))
        return false;
    const qsizetype row = tableRow(index.row());
    if (role == Qt::CheckStateRole && index.column() == OnColumn) {
        const bool isOn = value.toInt() == Qt::Checked;
        return m_session.edit((isOn ? tr("Switch On %1") : tr("Switch Off %1")).arg(keyOf(index.row())),
                              [&, file = *m_file](model::Draft &draft) {
                                  return withoutSecret(edits::setRowEnabled(draft, file, row, isOn), m_shape);
                              });
    }
    if (role != Qt::EditRole || index.column() == OnColumn)
        return false;
    const QByteArray wanted = value.toString().trimmed().toUtf8();
    if (wanted == cell(index.row(), index.column()))
        return true;
    const QString title = index.column() == remarkColumn() ? tr("Comment on %1") : tr("Change the row of %1");
    return m_session.edit(title.arg(keyOf(index.row())),
                          [&](model::Draft &draft) { return set(draft, row, index.column(), wanted); });
}

edits::Outcome withoutSecret(edits::Outcome outcome, const TableShape &shape)
{
    const auto isSecret = [](const TableColumn &column) { return column.isSecret; };
    if (outcome && std::ranges::any_of(shape.columns, isSecret))
        outcome->subject = QCoreApplication::translate("tables", shape.title).toUtf8();
    return outcome;
}

} // namespace ui
