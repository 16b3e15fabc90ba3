// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/tables/inlineeditor.h"

#include "core/base/displaytext.h"
#include "core/tables/patternkeys.h"
#include "ui/grids/celltext.h"
#include "ui/grids/fielddelegate.h"
#include "ui/grids/gridview.h"
#include "ui/grids/newrowline.h"
#include "ui/grids/tablerowsmodel.h"
#include "ui/session/editsession.h"
#include "ui/widgets/elidedlabel.h"
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

bool isCondition(const tables::InlineRow &row)
{
    return row.key == "endif" || row.key.startsWith("if ");
}

/// Without the "if".
QByteArray patternOf(const tables::InlineRow &row)
{
    return row.key.startsWith("if ") ? row.key.sliced(3).trimmed() : row.key;
}

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
      m_rows(tables::inlineRows(table.table))
{
}

void InlineRowsModel::setTable(const tables::UsedTable &table)
{
    const QList<tables::InlineRow> rows = tables::inlineRows(table.table);
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

bool InlineRowsModel::insert(int before, const tables::InlineRow &fresh)
{
    return m_session.edit(
        tr("Add a row for %1").arg(base::displayText(fresh.key)), [&, table = m_table](model::Draft &draft) {
            return withoutSecret(tables::insertInlineRow(draft, table, before, fresh), m_shape);
        });
}

bool InlineRowsModel::move(int row, int step)
{
    return m_session.edit(
        tr("Move the row of %1").arg(keyText(row)), [&, table = m_table](model::Draft &draft) {
            return withoutSecret(tables::moveInlineRow(draft, table, row, row + step), m_shape);
        });
}

QString InlineRowsModel::keyText(int row) const
{
    return base::displayText(m_rows[row].key);
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
    const int firstValue = static_cast<int>(m_shape.firstValue());
    if (index.column() >= firstValue)
        return tables::split(row.value, m_shape.value).value(index.column() - firstValue);
    const QByteArray flags = m_shape.hasFlags ? tables::patternFlags(patternOf(row)) : QByteArray();
    return index.column() == 0 ? row.key.chopped(flags.size()) : flags;
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
    if (m_isRevealed || index.column() < m_shape.firstValue()
        || std::ranges::none_of(m_shape.columns, isSecret))
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
    if (!index.isValid() || !data(index, Qt::EditRole).isValid())
        return flags;
    const tables::InlineRow &row = m_rows[index.row()];
    const bool isPart = m_shape.hasFlags && isCondition(row)
        && (row.key == "endif" || index.column() >= m_shape.firstValue());
    return isPart ? flags : flags | Qt::ItemIsEditable;
}

bool InlineRowsModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !index.isValid() || index.row() >= rowCount())
        return false;
    const QByteArray wanted = value.toString().trimmed().toUtf8();
    if (wanted == cell(index))
        return true;
    return set(index.row(), withCell(index, wanted), tr("Change the row of %1").arg(keyText(index.row())));
}

tables::InlineRow InlineRowsModel::withCell(const QModelIndex &index, const QByteArray &wanted) const
{
    tables::InlineRow row = m_rows[index.row()];
    const int firstValue = static_cast<int>(m_shape.firstValue());
    const QByteArray flags = m_shape.hasFlags ? tables::patternFlags(patternOf(row)) : QByteArray();
    if (index.column() >= firstValue) {
        row.value = tables::withPart(row.value, m_shape.value, index.column() - firstValue, wanted);
    } else if (index.column() > 0) {
        row.key = row.key.chopped(flags.size()) + wanted;
    } else {
        // The flags stay unless others are typed behind the pattern.
        const tables::InlineRow fresh{wanted};
        const bool keepsFlags =
            tables::isDelimitedPattern(patternOf(fresh)) && tables::patternFlags(patternOf(fresh)).isEmpty();
        row.key = wanted + (keepsFlags ? flags : QByteArray());
    }
    return row;
}

InlineEditor::InlineEditor(EditSession &session, const tables::UsedTable &table, QWidget *parent)
    : QWidget(parent), m_shape(table), m_type(table.table.type)
{
    const QString title = tr("rows in the setting");
    m_model = new InlineRowsModel(session, m_shape.shape(), table, this);
    m_grid = new GridView(tr("Rows in the setting"));
    m_grid->setModel(m_model);
    m_grid->setItemDelegate(new InlineDelegate(*m_model, m_grid));
    m_grid->setFrameShape(QFrame::StyledPanel);
    m_grid->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    if (m_shape.shape().hasFlags) {
        constexpr int flagLetters = 7;
        m_grid->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Fixed);
        m_grid->setColumnWidth(1, flagLetters * fontMetrics().averageCharWidth());
    }
    const QList<QToolButton *> buttons{
        newButton(QStringLiteral("plus"), tr("Insert Row Above"), QKeySequence(Qt::Key_Insert), m_insert),
        newButton(QStringLiteral("arrow-up"), tr("Move Up"), QKeySequence(Qt::ALT | Qt::Key_Up), m_up),
        newButton(QStringLiteral("arrow-down"), tr("Move Down"), QKeySequence(Qt::ALT | Qt::Key_Down),
                  m_down),
        newButton(QStringLiteral("trash-2"), tr("Remove Row"), QKeySequence(Qt::Key_Delete), m_remove)};
    connect(m_insert, &QAction::triggered, this, &InlineEditor::beginInserting);
    connect(m_up, &QAction::triggered, this, [this] { move(-1); });
    connect(m_down, &QAction::triggered, this, [this] { move(1); });
    connect(m_remove, &QAction::triggered, this, &InlineEditor::remove);
    connect(m_grid->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &InlineEditor::refreshActions);
    m_grid->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_newRow = new NewRowLine(m_shape.shape(), title);
    connect(m_newRow, &NewRowLine::wanted, this, &InlineEditor::add);
    connect(m_newRow, &NewRowLine::left, this, [this] { setInserting(false); });
    auto *sentence =
        new ElidedLabel(tr("These rows stand in the setting itself. A change of them is one of the setting."),
                        Qt::ElideRight, nullptr, TextLabel::Rank::Muted);
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
    for (QToolButton *button : buttons)
        head->addWidget(button);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(spacing::parts);
    column->addLayout(head);
    column->addWidget(m_grid, 1);
    column->addWidget(m_newRow);
    refreshActions();
}

void InlineEditor::setTable(const tables::UsedTable &table)
{
    const int row = m_grid->currentRow();
    m_model->setTable(table);
    if (row >= 0 && !m_grid->currentIndex().isValid() && m_model->rowCount() > 0)
        m_grid->setCurrentCell(std::min(row, m_model->rowCount() - 1), 0);
    refreshActions();
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
    const bool isAbove = m_isInserting && m_grid->currentIndex().isValid();
    const int before = isAbove ? m_grid->currentRow() : m_model->rowCount();
    if (!m_model->insert(before, tables::InlineRow{row.key, row.value}))
        return;
    m_newRow->clear();
    m_grid->setCurrentCell(before, 0);
    if (isAbove)
        setInserting(false);
}

void InlineEditor::beginInserting()
{
    setInserting(true);
    m_newRow->input(0)->setFocus(Qt::ShortcutFocusReason);
}

void InlineEditor::setInserting(bool isInserting)
{
    const bool isOver = m_isInserting && !isInserting;
    m_isInserting = isInserting;
    m_newRow->setAddText(isInserting ? tr("Add Above") : tr("Add Row"));
    if (isOver)
        m_grid->setFocus(Qt::OtherFocusReason);
}

void InlineEditor::move(int step)
{
    const QModelIndex current = m_grid->currentIndex();
    if (m_model->move(current.row(), step))
        m_grid->setCurrentCell(current.row() + step, current.column());
}

void InlineEditor::refreshActions()
{
    const QModelIndex current = m_grid->currentIndex();
    m_insert->setEnabled(current.isValid());
    m_remove->setEnabled(current.isValid());
    m_up->setEnabled(current.isValid() && current.row() > 0);
    m_down->setEnabled(current.isValid() && current.row() + 1 < m_model->rowCount());
}

QToolButton *InlineEditor::newButton(const QString &iconName, const QString &text, const QKeySequence &keys,
                                     QAction *&action)
{
    action = new QAction(icon(iconName), text, m_grid);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetShortcut);
    //: A button's tooltip with its keys: "Move Up (Alt+Up)"
    action->setToolTip(tr("%1 (%2)").arg(text, keys.toString(QKeySequence::NativeText)));
    m_grid->addAction(action);
    auto *button = new QToolButton;
    button->setDefaultAction(action);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(text);
    return button;
}

void InlineEditor::remove()
{
    const QModelIndex current = m_grid->currentIndex();
    if (current.isValid())
        m_model->set(current.row(), {}, tr("Remove the row of %1").arg(m_model->keyText(current.row())));
}

} // namespace ui
