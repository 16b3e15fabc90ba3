// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/grids/tablerows.h"

#include "core/base/displaytext.h"
#include "core/base/errortext.h"
#include "core/edits/tableedits.h"
#include "ui/grids/gridview.h"
#include "ui/grids/newrowline.h"
#include "ui/grids/tabledelegate.h"
#include "ui/grids/tablerowsmodel.h"
#include "ui/session/editsession.h"
#include "ui/session/knowledge.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/spacing.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/viewaction.h"

#include <QAction>
#include <QComboBox>
#include <QCoreApplication>
#include <QHeaderView>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace ui {

namespace {

constexpr int fewestRows = 2;
constexpr int mostRows = 8;

} // namespace

TableRows::TableRows(EditSession &session, Knowledge &knowledge, const TableShape &shape, QWidget *parent)
    : QWidget(parent),
      m_session(session),
      m_knowledge(knowledge),
      m_shape(shape),
      m_title(QCoreApplication::translate("tables", shape.title))
{
    setAccessibleName(m_title);
    m_model = new TableRowsModel(session, shape, this);
    buildGrid();
    m_addLine = new NewRowLine(shape, m_title);
    connect(m_addLine, &NewRowLine::wanted, this, &TableRows::add);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::inset, 0, 0, 0);
    column->setSpacing(spacing::parts);
    column->addLayout(buildHead());
    column->addWidget(m_grid);
    column->addWidget(m_addLine);
    connect(&knowledge, &Knowledge::changed, this, [this] {
        m_isStale = !isVisible();
        if (!m_isStale)
            refresh();
    });
    refresh();
}

void TableRows::buildGrid()
{
    m_grid = new GridView(m_title);
    m_grid->setModel(m_model);
    m_grid->setFrameShape(QFrame::StyledPanel);
    m_grid->setItemDelegate(new TableDelegate(
        *m_model,
        [this](int column) {
            const auto found = m_choices.find(column - TableRowsModel::KeyColumn);
            return found == m_choices.end() ? QList<FieldChoice>() : found->second;
        },
        m_grid));
    const int letter = fontMetrics().averageCharWidth();
    QHeaderView *header = m_grid->horizontalHeader();
    header->setSectionResizeMode(TableRowsModel::OnColumn, QHeaderView::Fixed);
    m_grid->setColumnWidth(TableRowsModel::OnColumn, letter * 6);
    for (int i = TableRowsModel::KeyColumn; i < m_model->columnCount(); ++i) {
        m_grid->setColumnWidth(i, letter * (i == TableRowsModel::KeyColumn ? 34 : 22));
        if (i == m_model->columnCount() - 1)
            header->setSectionResizeMode(i, QHeaderView::Stretch);
    }
    connect(m_grid->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &current) {
                refreshActions();
                if (current.isValid() && isVisible())
                    m_session.setFocus(m_model->placeOf(current));
            });
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_model, signal, this, [this] { refreshState(); });
    connect(m_model, &QAbstractItemModel::dataChanged, this, &TableRows::refreshActions);
}

QLayout *TableRows::buildHead()
{
    m_state = new TextLabel(TextLabel::Rank::Muted, {});
    m_state->setWordWrap(true);
    m_which = new QComboBox;
    m_which->hide();
    m_which->setAccessibleName(tr("Table of %1").arg(m_title));
    connect(m_which, &QComboBox::activated, this, [this] {
        m_model->setTable(shownTable().file);
        refreshState();
    });
    m_buttons = new QWidget;
    auto *row = new QHBoxLayout(m_buttons);
    row->setContentsMargins({});
    row->setSpacing(spacing::tight);
    const bool hasSecret =
        std::ranges::any_of(m_shape.columns, [](const TableColumn &column) { return column.isSecret; });
    if (hasSecret) {
        m_reveal = new QToolButton;
        m_reveal->setCheckable(true);
        m_reveal->setAutoRaise(true);
        m_reveal->setFocusPolicy(Qt::TabFocus);
        m_reveal->setIcon(icon(QStringLiteral("eye")));
        connect(m_reveal, &QToolButton::toggled, this, &TableRows::reveal);
        row->addWidget(m_reveal);
        reveal(false);
    }
    m_up =
        newViewAction(m_grid, QStringLiteral("arrow-up"), tr("Move Up"), QKeySequence(Qt::ALT | Qt::Key_Up));
    m_down = newViewAction(m_grid, QStringLiteral("arrow-down"), tr("Move Down"),
                           QKeySequence(Qt::ALT | Qt::Key_Down));
    m_remove =
        newViewAction(m_grid, QStringLiteral("trash-2"), tr("Remove Row"), QKeySequence(Qt::Key_Delete));
    m_show = newViewAction(m_grid, QStringLiteral("crosshair"), tr("Show in Its File"));
    connect(m_up, &QAction::triggered, this, [this] { move(-1); });
    connect(m_down, &QAction::triggered, this, [this] { move(1); });
    connect(m_remove, &QAction::triggered, this, &TableRows::remove);
    connect(m_show, &QAction::triggered, this,
            [this] { m_session.request(m_model->placeOf(m_grid->currentIndex())); });
    for (QAction *action : {m_up, m_down, m_remove, m_show}) {
        auto *button = new QToolButton;
        button->setDefaultAction(action);
        button->setAutoRaise(true);
        //: "Remove Row: Passwords by server"
        button->setAccessibleName(tr("%1: %2").arg(action->text(), m_title));
        button->setFocusPolicy(Qt::TabFocus);
        row->addWidget(button);
    }
    auto *head = new QHBoxLayout;
    head->setSpacing(spacing::tight);
    head->addWidget(m_which);
    head->addWidget(m_state, 1);
    head->addWidget(m_buttons, 0, Qt::AlignTop);
    return head;
}

void TableRows::addTool(QWidget *tool)
{
    m_addLine->addTool(tool);
}

QLineEdit *TableRows::input(int column) const
{
    return m_addLine->input(column);
}

void TableRows::say(const QString &text)
{
    m_state->setText(text);
}

void TableRows::setChoices(int column, const QList<FieldChoice> &choices)
{
    m_choices[column] = choices;
    m_addLine->setChoices(column, choices);
}

tables::NamedTable TableRows::newTable() const
{
    const QByteArray known = m_knowledge.defaultOf("default_database_type");
    const QByteArray type = m_shape.type ? QByteArray(m_shape.type)
        : known.isEmpty()                ? QByteArrayLiteral("hash")
                                         : m_knowledge.expanded("$default_database_type").value_or(known);
    const QByteArray folder = m_knowledge.expanded("$config_directory").value_or("/etc/postfix");
    return tables::namedTable(m_session.snapshot(), m_shape.parameter,
                              type + ':' + (folder.isEmpty() ? QByteArray("/etc/postfix") : folder) + '/'
                                  + m_shape.fileName);
}

tables::NamedTable TableRows::shownTable() const
{
    const qsizetype at = m_tables.size() > 1 ? m_which->currentIndex() : 0;
    return at >= 0 && at < m_tables.size() ? m_tables[at] : newTable();
}

/// Shows the table of that name if there still is one, else the first that can have rows.
void TableRows::fillWhich(const QByteArray &before)
{
    const QSignalBlocker quiet(m_which);
    m_which->clear();
    int shown = -1;
    for (const tables::NamedTable &table : std::as_const(m_tables)) {
        m_which->addItem(m_session.shownText(table.name()));
        const bool isBetter = shown < 0 && table.canHaveRows();
        if (isBetter || table.name() == before)
            shown = m_which->count() - 1;
    }
    m_which->setCurrentIndex(std::max(shown, m_tables.isEmpty() ? -1 : 0));
    m_which->setVisible(m_tables.size() > 1);
}

void TableRows::refresh()
{
    m_isStale = false;
    const QByteArray value = m_knowledge.expanded(QByteArray("$") + m_shape.parameter).value_or(QByteArray());
    const QByteArray before = shownTable().name();
    const auto oldTables =
        std::exchange(m_tables, tables::tablesIn(m_session.snapshot(), m_shape.parameter, value));
    // Filling the list lays the page out anew, and most edits are of other things.
    if (!std::ranges::equal(oldTables, m_tables, {}, &tables::NamedTable::name, &tables::NamedTable::name))
        fillWhich(before);
    if (m_model->table() != shownTable().file)
        m_model->setTable(shownTable().file);
    refreshState();
}

void TableRows::refreshState()
{
    const tables::NamedTable table = shownTable();
    const QString name = m_session.shownText(table.name());
    const model::File *file = table.file ? &m_session.snapshot().file(*table.file) : nullptr;
    QString text;
    if (!table.hasRows())
        text = tr("%1 has no rows that could be shown here.").arg(name);
    else if (!table.canHaveRows())
        text = tr("%1 can't be seen from here: its rows can be edited on the server.").arg(name);
    else if (file && !file->isEditable())
        text = base::errorText(*file->info().problem);
    else if (m_tables.isEmpty())
        text = tr("%1 The first row makes the table %2 and sets %3.")
                   .arg(QCoreApplication::translate("tables", m_shape.empty), name,
                        QString::fromLatin1(m_shape.parameter));
    else if (m_model->rowCount() == 0)
        text = tr("%1 The table %2 has no rows yet.")
                   .arg(QCoreApplication::translate("tables", m_shape.empty), name);
    else if (m_tables.size() > 1)
        text = tr("%n row(s)", nullptr, m_model->rowCount());
    else
        text = tr("%1: %n row(s)", nullptr, m_model->rowCount()).arg(name);
    m_state->setText(text);
    m_grid->setVisible(m_model->rowCount() > 0);
    m_buttons->setVisible(m_model->rowCount() > 0);
    fit();
    refreshActions();
}

void TableRows::setTall()
{
    m_isTall = true;
    m_grid->setMinimumHeight(m_grid->horizontalHeader()->sizeHint().height()
                             + fewestRows * m_grid->verticalHeader()->defaultSectionSize());
    m_grid->setMaximumHeight(QWIDGETSIZE_MAX);
    // Without rows the line for the first one stays at the top.
    auto *column = static_cast<QVBoxLayout *>(layout());
    column->setStretchFactor(m_grid, 1);
    column->addStretch();
}

/// As high as its rows, up to a limit.
void TableRows::fit()
{
    if (m_isTall)
        return;
    const int rows = std::clamp(m_model->rowCount(), fewestRows, mostRows);
    m_grid->setFixedHeight(m_grid->horizontalHeader()->sizeHint().height()
                           + rows * m_grid->verticalHeader()->defaultSectionSize()
                           + 2 * m_grid->frameWidth());
}

void TableRows::refreshActions()
{
    const tables::NamedTable table = shownTable();
    const bool isWritable = table.canHaveRows() && (!table.file || m_model->isEditable());
    const int row = m_grid->currentRow();
    const int count = m_model->rowCount();
    m_up->setEnabled(isWritable && row > 0);
    m_down->setEnabled(isWritable && row >= 0 && row < count - 1);
    m_remove->setEnabled(isWritable && row >= 0 && row < count);
    m_show->setEnabled(table.file.has_value());
    m_addLine->setWritable(isWritable);
}

void TableRows::add()
{
    const tables::NamedTable table = shownTable();
    QByteArrayList parts = m_addLine->cells();
    const QByteArray key = parts.takeFirst();
    const QByteArray value = tables::joined(parts, m_shape.value);
    const int at = m_model->rowCount();
    const bool isAdded =
        m_session.edit(tr("Add a row for %1").arg(base::displayText(key)), [&](model::Draft &draft) {
            return withoutSecret(tables::addRow(draft, m_shape.parameter, table, at, key, value), m_shape);
        });
    if (!isAdded)
        return;
    m_addLine->clear();
    refresh();
    m_grid->setCurrentCell(at, TableRowsModel::KeyColumn);
    m_addLine->input(0)->setFocus(Qt::OtherFocusReason);
}

void TableRows::remove()
{
    const QModelIndex current = m_grid->currentIndex();
    if (!current.isValid())
        return;
    const QString key = current.siblingAtColumn(TableRowsModel::KeyColumn).data().toString();
    const model::FileId file = *m_model->table();
    m_session.edit(tr("Remove the row of %1").arg(key), [&, row = current.row()](model::Draft &draft) {
        return withoutSecret(edits::removeRow(draft, file, row), m_shape);
    });
}

void TableRows::move(int step)
{
    const QModelIndex current = m_grid->currentIndex();
    const int to = current.row() + step;
    if (!current.isValid() || to < 0 || to >= m_model->rowCount())
        return;
    const QString key = current.siblingAtColumn(TableRowsModel::KeyColumn).data().toString();
    const model::FileId file = *m_model->table();
    const bool isMoved =
        m_session.edit(tr("Move the row of %1").arg(key), [&, row = current.row()](model::Draft &draft) {
            return withoutSecret(edits::moveRow(draft, file, row, step < 0 ? to : to + 1), m_shape);
        });
    if (isMoved)
        m_grid->setCurrentCell(to, current.column());
}

void TableRows::reveal(bool isRevealed)
{
    m_reveal->setIcon(icon(isRevealed ? QStringLiteral("eye-off") : QStringLiteral("eye")));
    const QString text = isRevealed ? tr("Hide Passwords") : tr("Show Passwords");
    m_reveal->setToolTip(text);
    m_reveal->setAccessibleName(text);
    m_model->setRevealed(isRevealed);
    m_addLine->setRevealed(isRevealed);
}

void TableRows::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_isStale)
        refresh();
}

} // namespace ui
