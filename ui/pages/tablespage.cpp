// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/tablespage.h"

#include "core/tables/inlinerows.h"
#include "ui/pages/tableviews.h"
#include "ui/session/editsession.h"
#include "ui/session/indexbuilder.h"
#include "ui/session/knowledge.h"
#include "ui/session/language.h"
#include "ui/tables/tablehead.h"
#include "ui/tables/tablelistdelegate.h"
#include "ui/tables/tablelistmodel.h"
#include "ui/tabletools/indexbar.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/spacing.h"

#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

/// What it is for, its name, or who names it.
class TableFilter : public QSortFilterProxyModel
{
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override
    {
        const QModelIndex index = sourceModel()->index(row, 0, parent);
        const QString text = index.data().toString() + u'\n' + index.data(Qt::ToolTipRole).toString();
        return text.contains(filterRegularExpression());
    }
};

} // namespace

TablesPage::TablesPage(PageContext &context, const QString &title, const QString &purpose, QWidget *parent)
    : QWidget(parent), m_context(context)
{
    m_model = new TableListModel(context.session, context.knowledge, context.findings, context.checker, this);
    auto *split = new QSplitter;
    split->addWidget(buildList());
    split->addWidget(buildTable());
    split->setStretchFactor(1, 1);
    split->setChildrenCollapsible(false);
    constexpr int listWidth = 260;
    split->setSizes({listWidth, 4 * listWidth});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(new PageHeader(title, purpose));
    column->addWidget(split, 1);
    connect(&context.session, &EditSession::opened, this, [this] {
        delete m_view;
        m_view = nullptr;
        m_isStale = !isVisible();
        if (!m_isStale)
            refresh();
    });
    connect(&context.knowledge, &Knowledge::changed, this, [this] {
        m_isStale = !isVisible();
        if (!m_isStale)
            refresh();
    });
    connect(m_model, &QAbstractItemModel::modelReset, this, &TablesPage::showCurrent);
    m_list->setCurrentIndex(m_shown->index(0, 0));
    showCurrent();
}

QWidget *TablesPage::buildList()
{
    m_search = new QLineEdit;
    m_search->setPlaceholderText(tr("Filter tables"));
    m_search->setAccessibleName(tr("Filter tables"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon(QStringLiteral("search"), IconColor::Muted), QLineEdit::LeadingPosition);
    m_shown = new TableFilter(this);
    m_shown->setSourceModel(m_model);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_shown->setFilterRegularExpression(
            QRegularExpression(QRegularExpression::escape(text), QRegularExpression::CaseInsensitiveOption));
    });
    m_list = new QListView;
    m_list->setAccessibleName(tr("Tables"));
    m_list->setModel(m_shown);
    m_list->setItemDelegate(new TableListDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &TablesPage::showCurrent);
    auto *box = new QWidget;
    box->setMinimumWidth(180);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(spacing::parts, 0, 0, 0);
    column->setSpacing(spacing::parts);
    column->addWidget(m_search);
    column->addWidget(m_list, 1);
    return box;
}

QWidget *TablesPage::buildTable()
{
    m_head = new TableHead(m_context.session, m_context.knowledge);
    auto *ask = new QPushButton(icon(QStringLiteral("search")), tr("Look Up…"));
    ask->setToolTip(tr("Ask this table as Postfix would"));
    connect(ask, &QPushButton::clicked, this, &TablesPage::lookUp);
    m_head->addButton(ask);
    m_change = new QPushButton(icon(QStringLiteral("pencil")), tr("Name and Type…"));
    m_change->setToolTip(tr("Give this table another type or file, wherever it is named"));
    connect(m_change, &QPushButton::clicked, this, [this] { m_context.language.moveTable(currentName()); });
    m_head->addButton(m_change);
    auto *builder =
        new IndexBuilder(m_context.runner, m_context.checker, m_context.knowledge, m_context.folder, this);
    m_index = new IndexBar(m_context.session, m_context.checker, m_context.knowledge, *builder);
    m_table = new QWidget;
    m_tableColumn = new QVBoxLayout(m_table);
    m_tableColumn->setContentsMargins(spacing::fields, 0, spacing::fields, spacing::fields);
    m_tableColumn->setSpacing(spacing::parts);
    m_tableColumn->addWidget(m_head);
    m_tableColumn->addWidget(m_index);
    m_empty =
        new EmptyState(QStringLiteral("table"),
                       tr("This configuration names no lookup tables. Pages like Routing and Access rules "
                          "make them where they are needed."));
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins({});
    column->addWidget(m_table, 1);
    column->addWidget(m_empty, 1);
    return box;
}

void TablesPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_isStale)
        refresh();
}

QByteArray TablesPage::currentName() const
{
    const QModelIndex current = m_shown->mapToSource(m_list->currentIndex());
    return current.isValid() ? m_model->table(current.row()).table.name() : QByteArray();
}

/// The same table stays chosen.
void TablesPage::refresh()
{
    m_isStale = false;
    const QByteArray before = currentName();
    const int row = m_shown->mapToSource(m_list->currentIndex()).row();
    const qsizetype count = m_model->rowCount();
    m_model->refresh();
    if (currentName() == before)
        return showCurrent();
    // A table that is written in its setting has another name when its rows have changed.
    const bool isSame = m_model->rowOf(before) < 0 && m_model->rowCount() == count && row >= 0;
    const QModelIndex next =
        m_shown->mapFromSource(m_model->index(std::max(isSame ? row : m_model->rowOf(before), 0)));
    m_isRenamed = isSame;
    m_list->setCurrentIndex(next.isValid() ? next : m_shown->index(0, 0));
    showCurrent();
    m_isRenamed = false;
}

void TablesPage::showCurrent()
{
    const QModelIndex current = m_shown->mapToSource(m_list->currentIndex());
    m_empty->setVisible(m_model->rowCount() == 0);
    m_table->setVisible(m_model->rowCount() > 0 && (current.isValid() || m_view));
    if (!current.isValid()) {
        if (m_model->rowCount() == 0) {
            delete m_view;
            m_view = nullptr;
        }
        return;
    }
    const tables::UsedTable &table = m_model->table(current.row());
    m_head->setTable(table);
    m_index->setTable(table.table.name());
    m_change->setVisible(table.table.hasRows() && table.meaning != "cache");
    const QByteArray name = table.table.name();
    const bool isInline =
        tables::hasInlineRows(table.table) || table.table.type == "tcp" || table.table.type == "socketmap";
    const bool isSame = m_view && (m_view->objectName().toUtf8() == name || (isInline && m_isRenamed));
    if (isSame && m_view->setTable(table)) {
        m_view->setObjectName(QString::fromUtf8(name));
        return;
    }
    delete m_view;
    m_view = newTableView(m_context, table);
    m_view->setObjectName(QString::fromUtf8(table.table.name()));
    connect(m_view, &TableView::wanted, this, &TablesPage::showTable, Qt::QueuedConnection);
    m_tableColumn->addWidget(m_view, 1);
}

void TablesPage::showTable(const QByteArray &name)
{
    const int row = m_model->rowOf(name);
    if (row < 0)
        return;
    if (!m_shown->mapFromSource(m_model->index(row)).isValid())
        m_search->clear();
    m_list->setCurrentIndex(m_shown->mapFromSource(m_model->index(row)));
}

void TablesPage::showPlace(const model::Place &place)
{
    if (m_isStale)
        refresh();
    const int row = m_model->rowOf(place.file);
    if (row < 0)
        return;
    showTable(m_model->table(row).table.name());
    if (m_view)
        m_view->showPlace(place);
}

void TablesPage::lookUp()
{
    const QModelIndex current = m_shown->mapToSource(m_list->currentIndex());
    if (!current.isValid())
        return;
    const tables::UsedTable &table = m_model->table(current.row());
    const tables::Use use = table.uses.value(0);
    m_context.language.lookUp({.parameter = use.restriction.isEmpty() ? use.parameter : use.restriction,
                               .table = table.table.name()});
}

} // namespace ui
