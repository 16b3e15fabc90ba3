// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/tables/inlineeditor.h"

#include "core/base/displaytext.h"
#include "ui/grids/celltext.h"
#include "ui/grids/fielddelegate.h"
#include "ui/grids/gridview.h"
#include "ui/grids/newrowline.h"
#include "ui/grids/tablerowsmodel.h"
#include "ui/session/editsession.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/spacing.h"
#include "ui/widgets/textlabel.h"

#include <QAction>
#include <QCoreApplication>
#include <QHeaderView>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

/// Passwords are typed as dots as well.
class InlineDelegate : public FieldDelegate
{
public:
    InlineDelegate(const InlineRowsModel &model, QObject *parent) : FieldDelegate(parent), m_model(model) { }

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const override
    {
        QWidget *editor = FieldDelegate::createEditor(parent, option, index);
        if (auto *line = qobject_cast<QLineEdit *>(editor); line && m_model.isMasked(index))
            line->setEchoMode(QLineEdit::Password);
        return editor;
    }

private:
    const InlineRowsModel &m_model;
};

} // namespace

InlineRowsModel::InlineRowsModel(EditSession &session, const TableShape &shape,
                                 const tables::UsedTable &table, QObject *parent)
    : QAbstractTableModel(parent),
      m_session(session),
      m_shape(shape),
      m_table(table),
      m_rows(tables::inlineRows(table.table.path))
{
}

void InlineRowsModel::setTable(const tables::UsedTable &table)
{
    const QList<tables::InlineRow> rows = tables::inlineRows(table.table.path);
    m_table = table;
    if (rows.size() == m_rows.size()) {
        m_rows = rows;
        if (!rows.isEmpty())
            emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        return;
    }
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

bool InlineRowsModel::set(int row, const std::optional<tables::InlineRow> &fresh, const QString &title)
{
    return m_session.edit(title, [&, table = m_table](model::Draft &draft) {
        return withoutSecret(tables::setInlineRow(draft, table, row, fresh), m_shape);
    });
}

int InlineRowsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int InlineRowsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shape.columns.size());
}

QVariant InlineRowsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return QCoreApplication::translate("tables", m_shape.columns[static_cast<size_t>(section)].title);
}

QByteArray InlineRowsModel::cell(const QModelIndex &index) const
{
    const tables::InlineRow &row = m_rows[index.row()];
    return index.column() == 0 ? row.key : tables::split(row.value, m_shape.value).value(index.column() - 1);
}

void InlineRowsModel::setRevealed(bool isRevealed)
{
    m_isRevealed = isRevealed;
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

bool InlineRowsModel::isMasked(const QModelIndex &index) const
{
    const auto isSecret = [](const TableColumn &column) { return column.isSecret; };
    if (m_isRevealed || index.column() == 0 || std::ranges::none_of(m_shape.columns, isSecret))
        return false;
    // Without the separator, the password may be in any column.
    const char separator = m_shape.value.separator;
    return m_shape.columns[static_cast<size_t>(index.column())].isSecret
        || (separator && !m_rows[index.row()].value.contains(separator));
}

QVariant InlineRowsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return isMasked(index) && !cell(index).isEmpty() ? hiddenText() : base::displayText(cell(index));
    return role == Qt::EditRole ? editableCell(cell(index)) : QVariant();
}

Qt::ItemFlags InlineRowsModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.isValid() && data(index, Qt::EditRole).isValid() ? flags | Qt::ItemIsEditable : flags;
}

bool InlineRowsModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !index.isValid() || index.row() >= rowCount())
        return false;
    const QByteArray wanted = value.toString().trimmed().toUtf8();
    if (wanted == cell(index))
        return true;
    tables::InlineRow row = m_rows[index.row()];
    const QString title = tr("Change the row of %1").arg(base::displayText(row.key));
    if (index.column() == 0)
        row.key = wanted;
    else
        row.value = tables::withPart(row.value, m_shape.value, index.column() - 1, wanted);
    return set(index.row(), row, title);
}

InlineEditor::InlineEditor(EditSession &session, const tables::UsedTable &table, QWidget *parent)
    : QWidget(parent), m_shape(table)
{
    const QString title = tr("rows in the setting");
    m_model = new InlineRowsModel(session, m_shape.shape(), table, this);
    m_grid = new GridView(tr("Rows in the setting"));
    m_grid->setModel(m_model);
    m_grid->setItemDelegate(new InlineDelegate(*m_model, m_grid));
    m_grid->setFrameShape(QFrame::StyledPanel);
    m_grid->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_remove = new QAction(icon(QStringLiteral("trash-2")), tr("Remove Row"), m_grid);
    m_remove->setShortcut(QKeySequence(Qt::Key_Delete));
    m_remove->setShortcutContext(Qt::WidgetShortcut);
    m_grid->addAction(m_remove);
    connect(m_remove, &QAction::triggered, this, &InlineEditor::remove);
    auto *button = new QToolButton;
    button->setDefaultAction(m_remove);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    m_newRow = new NewRowLine(m_shape.shape(), title);
    connect(m_newRow, &NewRowLine::wanted, this, &InlineEditor::add);
    auto *sentence =
        new TextLabel(TextLabel::Rank::Muted,
                      tr("These rows stand in the setting itself. A change of them is one of the setting."));
    sentence->setWordWrap(true);
    auto *head = new QHBoxLayout;
    head->addWidget(sentence, 1);
    if (m_shape.hasSecret()) {
        m_reveal = new QToolButton;
        m_reveal->setCheckable(true);
        m_reveal->setAutoRaise(true);
        m_reveal->setFocusPolicy(Qt::TabFocus);
        connect(m_reveal, &QToolButton::toggled, this, &InlineEditor::reveal);
        head->addWidget(m_reveal);
        reveal(false);
    }
    head->addWidget(button);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(spacing::parts);
    column->addLayout(head);
    column->addWidget(m_grid, 1);
    column->addWidget(m_newRow);
}

void InlineEditor::setTable(const tables::UsedTable &table)
{
    const int row = m_grid->currentRow();
    m_model->setTable(table);
    if (row >= 0 && !m_grid->currentIndex().isValid() && m_model->rowCount() > 0)
        m_grid->setCurrentCell(std::min(row, m_model->rowCount() - 1), 0);
}

void InlineEditor::reveal(bool isRevealed)
{
    m_reveal->setIcon(icon(isRevealed ? QStringLiteral("eye-off") : QStringLiteral("eye")));
    m_reveal->setToolTip(isRevealed ? tr("Hide Passwords") : tr("Show Passwords"));
    m_reveal->setAccessibleName(m_reveal->toolTip());
    m_model->setRevealed(isRevealed);
    m_newRow->setRevealed(isRevealed);
}

void InlineEditor::add()
{
    const edits::NewRow row = tables::rowOfCells(m_newRow->cells(), m_shape.layout());
    if (m_model->set(m_model->rowCount(), tables::InlineRow{row.key, row.value},
                     tr("Add a row for %1").arg(base::displayText(row.key))))
        m_newRow->clear();
}

void InlineEditor::remove()
{
    const QModelIndex current = m_grid->currentIndex();
    if (current.isValid())
        m_model->set(current.row(), {},
                     tr("Remove the row of %1").arg(current.siblingAtColumn(0).data().toString()));
}

} // namespace ui
