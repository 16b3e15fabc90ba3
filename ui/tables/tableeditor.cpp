// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/tables/tableeditor.h"

#include "core/base/displaytext.h"
#include "core/base/errortext.h"
#include "ui/grids/gridview.h"
#include "ui/grids/newrowline.h"
#include "ui/grids/tabledelegate.h"
#include "ui/grids/tablerowsmodel.h"
#include "ui/session/editsession.h"
#include "ui/session/findings.h"
#include "ui/tables/findreplacebar.h"
#include "ui/tables/meanings.h"
#include "ui/tables/rowfilterline.h"
#include "ui/tables/rowshadows.h"
#include "ui/tables/targetdelegate.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/spacing.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/viewaction.h"

#include <QAction>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

TableEditor::TableEditor(EditSession &session, const Findings &findings, const tables::UsedTable &table,
                         QWidget *parent)
    : QWidget(parent),
      m_session(session),
      m_findings(findings),
      m_table(table),
      m_shape(table),
      m_title(base::displayText(table.table.name()))
{
    m_model = new TableRowsModel(session, m_shape.shape(), this);
    m_model->setTable(table.table.file);
    m_model->setFindings(findings);
    m_shadows = new RowShadows(session, *m_model, this);
    connect(m_shadows, &RowShadows::found, this, &TableEditor::refreshProblem);
    build();
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_model, signal, this, &TableEditor::refreshState);
    connect(m_model, &QAbstractItemModel::modelReset, this, &TableEditor::refreshState);
    connect(m_model, &QAbstractItemModel::dataChanged, this, [this] {
        refreshActions();
        refreshProblem();
    });
    connect(m_filter, &RowFilterLine::filtered, this, &TableEditor::refreshState);
    refreshState();
}

TableEditor::~TableEditor() = default;

bool TableEditor::canShow(const tables::UsedTable &table) const
{
    return table.table.name() == m_table.table.name() && table.meaning == m_table.meaning
        && table.table.kind == m_table.table.kind;
}

void TableEditor::setTable(const tables::UsedTable &table)
{
    const bool isOther = table.table.file != m_model->table();
    m_table = table;
    if (isOther)
        m_model->setTable(table.table.file);
    refreshState();
}

void TableEditor::build()
{
    m_newRow = new NewRowLine(m_shape.shape(), m_title);
    connect(m_newRow, &NewRowLine::wanted, this, &TableEditor::add);
    connect(m_newRow, &NewRowLine::left, this, [this] { setInserting(false); });
    buildGrid();
    m_filter = new RowFilterLine(m_session, *m_model);
    m_replace = new FindReplaceBar(m_session, *m_model, *m_grid);
    m_replace->hide();
    buildActions();
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins({});
    m_column->setSpacing(spacing::parts);
    m_column->addLayout(buildTools());
    m_column->addWidget(m_replace);
    m_column->addWidget(m_grid, 1);
    m_column->addLayout(buildProblem());
    m_column->addWidget(m_newRow);
}

/// Values are lists of addresses, commands and files.
bool TableEditor::hasTargets() const
{
    return m_table.meaning == "aliases" || m_table.meaning == "virtual";
}

void TableEditor::buildGrid()
{
    m_grid = new GridView(tr("Rows of %1").arg(m_title));
    m_grid->setModel(m_model);
    m_grid->setFrameShape(QFrame::StyledPanel);
    m_grid->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_grid->setSwitcher([this](const QList<qsizetype> &rows, bool isOn) { switchRows(rows, isOn); });
    m_grid->setItemDelegate(new TableDelegate(
        *m_model,
        [this](int column) {
            const bool isFirstOfValue = column == TableRowsModel::KeyColumn + m_shape.shape().firstValue();
            return isFirstOfValue ? m_choices : QList<FieldChoice>();
        },
        m_grid));
    if (hasTargets())
        m_grid->setItemDelegateForColumn(TableRowsModel::KeyColumn + m_shape.shape().firstValue(),
                                         new TargetDelegate(*m_model, m_grid));
    QHeaderView *header = m_grid->horizontalHeader();
    header->setSectionResizeMode(TableRowsModel::OnColumn, QHeaderView::Fixed);
    header->setStretchLastSection(true);
    connect(header, &QHeaderView::sectionResized, this, [this] {
        if (QGuiApplication::mouseButtons() != Qt::NoButton)
            m_areColumnsFitted = false;
    });
    m_grid->viewport()->installEventFilter(this);
    connect(m_grid->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &current) {
                refreshProblem();
                if (current.isValid() && isVisible())
                    m_session.setFocus(m_model->placeOf(current));
            });
    connect(m_grid->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &TableEditor::refreshActions);
}

/// In parts of the room there is, as long as nobody has chosen other widths.
void TableEditor::fitColumns()
{
    if (!m_areColumnsFitted)
        return;
    constexpr int onLetters = 8; // a box and an icon
    constexpr int flagLetters = 7;
    constexpr int fewestKeyLetters = 18;
    constexpr int fewestLetters = 11;
    constexpr int mostLetters = 44;
    const TableShape &shape = m_shape.shape();
    const int letter = fontMetrics().averageCharWidth();
    const int last = m_model->columnCount() - 1;
    int room = m_grid->viewport()->width() - letter * onLetters;
    int parts = 0;
    const auto isFlags = [&](int column) {
        return shape.hasFlags && column == TableRowsModel::KeyColumn + 1;
    };
    // Tokens need more room than words.
    const auto weight = [&](int column) {
        const bool isTargets = hasTargets() && column == TableRowsModel::KeyColumn + shape.firstValue();
        return column == TableRowsModel::KeyColumn ? 3 : isTargets ? 4 : 2;
    };
    for (int column = TableRowsModel::KeyColumn; column <= last; ++column) {
        room -= isFlags(column) ? letter * flagLetters : 0;
        parts += isFlags(column) ? 0 : weight(column);
    }
    m_grid->setColumnWidth(TableRowsModel::OnColumn, letter * onLetters);
    for (int column = TableRowsModel::KeyColumn; column < last; ++column) {
        const bool isKey = column == TableRowsModel::KeyColumn;
        const int share =
            std::clamp(room * weight(column) / parts, letter * (isKey ? fewestKeyLetters : fewestLetters),
                       letter * mostLetters);
        m_grid->setColumnWidth(column, isFlags(column) ? letter * flagLetters : share);
    }
}

bool TableEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        fitColumns();
    return QWidget::eventFilter(watched, event);
}

void TableEditor::buildActions()
{
    m_insert =
        newViewAction(m_grid, QStringLiteral("plus"), tr("Insert Row Above"), QKeySequence(Qt::Key_Insert));
    m_up =
        newViewAction(m_grid, QStringLiteral("arrow-up"), tr("Move Up"), QKeySequence(Qt::ALT | Qt::Key_Up));
    m_down = newViewAction(m_grid, QStringLiteral("arrow-down"), tr("Move Down"),
                           QKeySequence(Qt::ALT | Qt::Key_Down));
    m_remove =
        newViewAction(m_grid, QStringLiteral("trash-2"), tr("Remove Rows"), QKeySequence(Qt::Key_Delete));
    m_copy =
        newViewAction(m_grid, QStringLiteral("copy"), tr("Copy Rows"), QKeySequence(Qt::CTRL | Qt::Key_C));
    m_paste =
        newViewAction(m_grid, QStringLiteral("table"), tr("Paste Rows"), QKeySequence(Qt::CTRL | Qt::Key_V));
    m_find = newViewAction(m_grid, QStringLiteral("search"), tr("Find and Replace"),
                           QKeySequence(Qt::CTRL | Qt::Key_F));
    m_sortUp = newViewAction(m_grid, QStringLiteral("arrow-down"), tr("Sort by This Column"));
    m_sortDown = newViewAction(m_grid, QStringLiteral("arrow-up"), tr("Sort Backwards by This Column"));
    m_import = newViewAction(m_grid, QStringLiteral("download"), tr("Import CSV…"));
    m_export = newViewAction(m_grid, QStringLiteral("save"), tr("Export CSV…"));
    m_show = newViewAction(m_grid, QStringLiteral("crosshair"), tr("Show in Its File"));
    connect(m_insert, &QAction::triggered, this, &TableEditor::beginInserting);
    connect(m_up, &QAction::triggered, this, [this] { move(-1); });
    connect(m_down, &QAction::triggered, this, [this] { move(1); });
    connect(m_remove, &QAction::triggered, this, &TableEditor::remove);
    connect(m_copy, &QAction::triggered, this, &TableEditor::copy);
    connect(m_paste, &QAction::triggered, this, &TableEditor::paste);
    connect(m_find, &QAction::triggered, this, [this] { m_replace->open(m_filter->text()); });
    connect(m_sortUp, &QAction::triggered, this, [this] { sort(Qt::AscendingOrder); });
    connect(m_sortDown, &QAction::triggered, this, [this] { sort(Qt::DescendingOrder); });
    connect(m_import, &QAction::triggered, this, &TableEditor::askForImport);
    connect(m_export, &QAction::triggered, this, &TableEditor::askForExport);
    connect(m_show, &QAction::triggered, this,
            [this] { m_session.request(m_model->placeOf(m_grid->currentIndex())); });
    m_grid->setContextMenuPolicy(Qt::ActionsContextMenu);
}

QToolButton *TableEditor::newButton(QAction *action)
{
    auto *button = new QToolButton;
    button->setDefaultAction(action);
    button->setAutoRaise(true);
    //: "Remove Rows: hash:/etc/postfix/virtual"
    button->setAccessibleName(tr("%1: %2").arg(action->text(), m_title));
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

QLayout *TableEditor::buildTools()
{
    m_state = new TextLabel(TextLabel::Rank::Muted, {});
    auto *row = new QHBoxLayout;
    row->setSpacing(spacing::tight);
    row->addWidget(m_filter, 1);
    row->addWidget(m_state);
    row->addSpacing(spacing::parts);
    if (m_shape.hasSecret()) {
        m_reveal = new QToolButton;
        m_reveal->setCheckable(true);
        m_reveal->setAutoRaise(true);
        m_reveal->setFocusPolicy(Qt::TabFocus);
        connect(m_reveal, &QToolButton::toggled, this, &TableEditor::reveal);
        row->addWidget(m_reveal);
        reveal(false);
    }
    for (QAction *action : {m_find, m_up, m_down, m_remove, m_show})
        row->addWidget(newButton(action));
    auto *more = new QToolButton;
    more->setIcon(icon(QStringLiteral("ellipsis")));
    more->setAutoRaise(true);
    more->setFocusPolicy(Qt::TabFocus);
    more->setPopupMode(QToolButton::InstantPopup);
    more->setToolTip(tr("Insert, copy, paste, sort, import and export"));
    more->setAccessibleName(tr("More: %1").arg(m_title));
    auto *menu = new QMenu(more);
    menu->addActions({m_insert, m_copy, m_paste});
    menu->addSeparator();
    menu->addActions({m_sortUp, m_sortDown});
    menu->addSeparator();
    menu->addActions({m_import, m_export});
    more->setMenu(menu);
    row->addWidget(more);
    return row;
}

QLayout *TableEditor::buildProblem()
{
    m_problem = new QWidget;
    m_problemIcon = new QLabel;
    m_problemText = new TextLabel(TextLabel::Rank::Body, {});
    m_problemText->setWordWrap(true);
    m_problemText->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_fix = new QPushButton(tr("Fix"));
    connect(m_fix, &QPushButton::clicked, this, &TableEditor::fixCurrent);
    auto *row = new QHBoxLayout(m_problem);
    row->setContentsMargins({});
    row->setSpacing(spacing::parts);
    row->addWidget(m_problemIcon, 0, Qt::AlignTop);
    row->addWidget(m_problemText, 1);
    row->addWidget(m_fix, 0, Qt::AlignTop);
    m_problem->hide();
    auto *box = new QVBoxLayout;
    box->addWidget(m_problem);
    return box;
}

void TableEditor::setChoices(const QList<FieldChoice> &choices)
{
    m_choices = choices;
    const int column = m_shape.shape().firstValue();
    if (!m_newRow->input(column)->hasFocus())
        m_newRow->setChoices(column, choices);
}

bool TableEditor::isWritable() const
{
    return m_table.table.canHaveRows() && (!m_table.table.file || m_model->isEditable());
}

void TableEditor::refreshState()
{
    const model::File *file = m_table.table.file ? &m_session.snapshot().file(*m_table.table.file) : nullptr;
    const QLocale locale;
    QString text;
    if (!m_table.table.canHaveRows())
        text = tr("It can’t be seen from here: its rows can be edited on the server.");
    else if (file && !file->isEditable())
        text = base::errorText(*file->info().problem);
    else if (!file || (m_model->tableRowCount() == 0 && file->info().problem))
        text = tr("There is no such file yet. The first row makes it.");
    else if (m_model->isFiltered())
        text = tr("%1 of %2 rows")
                   .arg(locale.toString(m_model->rowCount()), locale.toString(m_model->tableRowCount()));
    m_filter->setPlaceholderText(tr("Filter %n row(s)", nullptr, static_cast<int>(m_model->tableRowCount())));
    m_state->setText(text);
    m_state->setVisible(!text.isEmpty());
    refreshActions();
    refreshProblem();
}

void TableEditor::refreshActions()
{
    const GridView::Span rows = m_grid->selectedSpan();
    const bool canEdit = isWritable();
    const bool isBlock = rows.count > 0 && rows.last - rows.first == rows.count - 1
        && (rows.count == 1 || !m_model->isFiltered());
    m_insert->setEnabled(canEdit && m_grid->currentIndex().isValid());
    if (!m_insert->isEnabled() && m_isInserting)
        setInserting(false);
    m_up->setEnabled(canEdit && isBlock && rows.first > 0);
    m_down->setEnabled(canEdit && isBlock && rows.last < m_model->rowCount() - 1);
    m_remove->setEnabled(canEdit && rows.count > 0);
    m_copy->setEnabled(rows.count > 0);
    m_paste->setEnabled(canEdit);
    for (QAction *action : {m_sortUp, m_sortDown})
        action->setEnabled(canEdit && m_model->tableRowCount() > 1);
    m_import->setEnabled(canEdit);
    m_export->setEnabled(m_model->tableRowCount() > 0);
    m_find->setEnabled(m_model->tableRowCount() > 0);
    m_filter->setEnabled(m_model->tableRowCount() > 0);
    m_show->setEnabled(m_table.table.file.has_value());
    m_newRow->setWritable(canEdit);
}

void TableEditor::refreshProblem()
{
    const int row = m_grid->currentRow();
    const QList<Finding> found =
        row >= 0 && row < m_model->rowCount() ? m_model->findingsOf(row) : QList<Finding>();
    QStringList sentences;
    for (const Finding &finding : found)
        sentences.append(finding.message);
    if (row >= 0 && row < m_model->rowCount() && found.isEmpty())
        sentences.append(m_shadows->sentence(m_model->tableRow(row)));
    sentences.removeAll(QString());
    m_problem->setVisible(!sentences.isEmpty());
    if (sentences.isEmpty())
        return;
    constexpr int iconSize = 16;
    m_problemIcon->setPixmap(m_model->index(row, TableRowsModel::OnColumn)
                                 .data(Qt::DecorationRole)
                                 .value<QIcon>()
                                 .pixmap(iconSize, iconSize));
    m_problemText->setText(sentences.join(u'\n'));
    const bool canFix = !found.isEmpty() && !found.first().fixes.isEmpty();
    m_fix->setVisible(canFix);
    m_fix->setToolTip(canFix ? found.first().fixes.first().title : QString());
}

void TableEditor::fixCurrent()
{
    const QList<Finding> found = m_model->findingsOf(m_grid->currentRow());
    if (found.isEmpty() || found.first().fixes.isEmpty())
        return;
    const Finding::Fix fix = found.first().fixes.first();
    m_session.edit(fix.title, [&](model::Draft &draft) { return fix.apply(draft); });
}

void TableEditor::beginRow(const QString &key, const QString &value)
{
    m_newRow->input(0)->setText(key);
    QLineEdit *second = m_newRow->input(m_shape.shape().firstValue());
    second->setText(value);
    second->setFocus(Qt::OtherFocusReason);
}

void TableEditor::showRow(qsizetype tableRow)
{
    if (m_model->shownRow(tableRow) < 0)
        m_filter->clear();
    const int row = m_model->shownRow(tableRow);
    if (row >= 0) {
        m_grid->setCurrentCell(row, TableRowsModel::KeyColumn);
        m_grid->setFocus(Qt::OtherFocusReason);
    }
}

void TableEditor::reveal(bool isRevealed)
{
    m_reveal->setIcon(icon(isRevealed ? QStringLiteral("eye-off") : QStringLiteral("eye")));
    const QString text = isRevealed ? tr("Hide Passwords") : tr("Show Passwords");
    m_reveal->setToolTip(text);
    m_reveal->setAccessibleName(text);
    m_model->setRevealed(isRevealed);
    m_newRow->setRevealed(isRevealed);
}

void TableEditor::complain(const QString &sentence)
{
    auto *bar = new MessageBar(MessageBar::Kind::Error, sentence);
    connect(bar, &MessageBar::dismissed, bar, &QObject::deleteLater);
    m_column->insertWidget(0, bar);
}

} // namespace ui
