// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/parameterspage.h"

#include "core/base/displaytext.h"
#include "core/edits/parameteredits.h"
#include "core/edits/serviceedits.h"
#include "ui/grids/fielddelegate.h"
#include "ui/grids/gridview.h"
#include "ui/grids/namevaluebar.h"
#include "ui/grids/parameternames.h"
#include "ui/grids/parametersmodel.h"
#include "ui/pages/actionbutton.h"
#include "ui/pages/parameterdetail.h"
#include "ui/session/editsession.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/spacing.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QSplitter>
#include <QStackedLayout>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int wideEnough = 900; // for the detail beside the table
constexpr int roomForState = 84; // letters, for all columns

} // namespace

ParametersPage::ParametersPage(PageContext &context, QWidget *parent) : QWidget(parent), m_context(context)
{
    m_model = new ParametersModel(context.session, this);
    buildGrid();
    buildActions();
    m_detail = new ParameterDetail(context.session, *m_model);
    m_bar = new NameValueBar(tr("Parameter"), tr("Value in main.cf"), tr("Add Parameter"));
    m_bar->setNames([&context] { return parameterNames(context.session.snapshot()); });
    m_empty = new EmptyState(QStringLiteral("sliders-horizontal"), tr("No setting is like that."));

    auto *header = new PageHeader(tr("Parameters"),
                                  tr("Every setting of main.cf, and what services override in master.cf."));
    for (QAction *action : {m_add, m_reset, m_remove, m_show})
        header->addWidget(actionButton(action));
    auto *table = new QWidget;
    m_stack = new QStackedLayout;
    m_stack->addWidget(m_grid);
    m_stack->addWidget(m_empty);
    auto *bottom = new QVBoxLayout;
    bottom->setContentsMargins(spacing::fields, spacing::parts, spacing::fields, spacing::parts);
    bottom->addWidget(m_bar);
    auto *left = new QVBoxLayout(table);
    left->setContentsMargins({});
    left->setSpacing(0);
    left->addLayout(buildFilters());
    left->addLayout(m_stack, 1);
    left->addLayout(bottom);
    m_split = new QSplitter(Qt::Vertical);
    m_split->addWidget(table);
    m_split->addWidget(m_detail);
    m_split->setStretchFactor(0, 3);
    m_split->setStretchFactor(1, 2);
    m_split->setChildrenCollapsible(false);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(header);
    column->addWidget(m_split, 1);
    connectParts();
    onRefreshed();
}

ParametersPage::~ParametersPage()
{
    hide(); // an editor that is open gives its text away when it loses the keyboard, and the page answers
}

void ParametersPage::buildGrid()
{
    m_grid = new GridView(tr("Parameters"));
    m_grid->setModel(m_model);
    m_grid->setItemDelegate(new FieldDelegate(m_grid));
    const int letter = fontMetrics().averageCharWidth();
    m_grid->setColumnWidth(ParametersModel::OnColumn, letter * 5 + spacing::parts);
    m_grid->setColumnWidth(ParametersModel::NameColumn, letter * 26);
    m_grid->setColumnWidth(ParametersModel::PlaceColumn, letter * 14);
    m_grid->setColumnWidth(ParametersModel::StateColumn, letter * 12);
    QHeaderView *header = m_grid->horizontalHeader();
    header->setSectionResizeMode(ParametersModel::OnColumn, QHeaderView::Fixed);
    header->setSectionResizeMode(ParametersModel::ValueColumn, QHeaderView::Stretch);
    setFocusProxy(m_grid);
}

void ParametersPage::buildActions()
{
    m_add = pageAction(m_grid, QStringLiteral("plus"), tr("Add Parameter"), tr("Set another parameter"),
                       QKeySequence(Qt::CTRL | Qt::Key_N));
    m_add->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(m_add);
    connect(m_add, &QAction::triggered, this, [this] { m_bar->start(); });
    m_reset = pageAction(m_grid, QStringLiteral("rotate-ccw"), tr("Reset"),
                         tr("Remove every line that sets it, so that the default applies"),
                         QKeySequence(Qt::CTRL | Qt::Key_Backspace));
    connect(m_reset, &QAction::triggered, this, &ParametersPage::reset);
    m_remove = pageAction(m_grid, QStringLiteral("trash-2"), tr("Remove"),
                          tr("Remove this one setting and its comment"), QKeySequence(Qt::Key_Delete));
    connect(m_remove, &QAction::triggered, this, &ParametersPage::remove);
    m_show = pageAction(m_grid, QStringLiteral("code"), tr("Show in Source"), tr("Show the line in its file"),
                        QKeySequence(Qt::CTRL | Qt::Key_Return));
    connect(m_show, &QAction::triggered, this,
            [this] { m_context.session.request(m_model->placeOf(m_grid->currentRow())); });
}

QLayout *ParametersPage::buildFilters()
{
    m_search = new QLineEdit;
    m_search->setPlaceholderText(tr("Search names and values"));
    m_search->setAccessibleName(tr("Search names and values"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon(QStringLiteral("search"), IconColor::Muted), QLineEdit::LeadingPosition);
    m_shown = new QComboBox;
    m_shown->setAccessibleName(tr("Settings to show"));
    m_shown->addItem(tr("All"));
    m_shown->addItem(tr("In force"));
    m_shown->addItem(tr("Switched off"));
    m_shown->addItem(tr("Changed since opened"));
    m_shown->addItem(tr("Overrides of services"));

    auto *find = new QAction(this);
    find->setShortcut(QKeySequence::Find);
    find->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(find, &QAction::triggered, m_search, [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
    addAction(find);

    auto *row = new QHBoxLayout;
    row->setContentsMargins(spacing::fields, 0, spacing::fields, spacing::parts);
    row->setSpacing(spacing::parts);
    row->addWidget(m_search, 1);
    row->addWidget(m_shown);
    return row;
}

void ParametersPage::connectParts()
{
    connect(m_model, &ParametersModel::refreshed, this, &ParametersPage::onRefreshed);
    connect(m_grid->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &ParametersPage::onCurrentChanged);
    connect(m_grid, &GridView::opened, this, [this](const QModelIndex &index) {
        if (index.column() != ParametersModel::OnColumn)
            m_context.session.request(m_model->placeOf(index.row()));
    });
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_detail->apply();
        m_model->setSearch(text);
    });
    connect(m_shown, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_detail->apply();
        m_model->setShown(static_cast<ParametersModel::Shown>(index));
    });
    connect(m_bar, &NameValueBar::added, this, &ParametersPage::add);
    connect(m_detail, &ParameterDetail::resetWanted, this, &ParametersPage::reset);
    connect(qApp, &QApplication::focusChanged, this, [this] { publishFocus(); });
}

void ParametersPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const Qt::Orientation wanted = width() >= wideEnough ? Qt::Horizontal : Qt::Vertical;
    if (wanted != m_split->orientation()) {
        m_split->setOrientation(wanted);
        const int room = wanted == Qt::Horizontal ? width() : height();
        m_split->setSizes({room * 3 / 5, room * 2 / 5});
    }
    // The value comes first; what a row's grey text and box say already can go.
    m_grid->setColumnHidden(ParametersModel::StateColumn,
                            m_grid->width() < fontMetrics().averageCharWidth() * roomForState);
}

void ParametersPage::onCurrentChanged()
{
    if (m_model->isUpdating())
        return;
    // What is being written belongs to the row that is left, as long as that is where it was.
    const int row = m_grid->currentRow();
    const bool isLeft =
        m_row >= 0 && row != m_row && m_row < m_model->rowCount() && m_model->keyOf(m_row) == m_key;
    m_row = row;
    m_key = row >= 0 && row < m_model->rowCount() ? m_model->keyOf(row) : QByteArray();
    if (isLeft)
        m_detail->apply();
    showCurrent();
    publishFocus();
}

void ParametersPage::onRefreshed()
{
    const int row = m_grid->currentRow();
    if (row < 0 && m_model->rowCount() > 0) {
        m_grid->setCurrentCell(0, ParametersModel::ValueColumn);
    } else if (row >= 0 && m_model->keyOf(row) != m_key) {
        if (const int found = m_model->rowOf(m_key); found >= 0)
            m_grid->setCurrentCell(found, m_grid->currentIndex().column());
    }
    showEmpty();
    showCurrent();
    publishFocus();
}

void ParametersPage::showEmpty()
{
    const bool isFiltered = !m_search->text().isEmpty() || m_shown->currentIndex() > 0;
    const bool isReadable = m_context.session.snapshot().file(model::FileId::MainCf).isEditable();
    if (isFiltered)
        m_empty->setText(tr("No setting is like that. Clear the search, or show all of them."));
    else if (isReadable)
        m_empty->setText(tr("Nothing is set: Postfix uses its defaults. Add a parameter below."));
    else
        m_empty->setText(tr("main.cf could not be read, so there is nothing to edit."));
    m_bar->setEnabled(isReadable);
    m_stack->setCurrentWidget(m_model->rowCount() > 0 ? static_cast<QWidget *>(m_grid) : m_empty);
}

void ParametersPage::showCurrent()
{
    const int row = m_grid->currentRow();
    m_row = row < m_model->rowCount() ? row : -1;
    m_key = m_row < 0 ? QByteArray() : m_model->keyOf(m_row);
    m_detail->showRow(m_row);
    const bool isEditable = m_row >= 0 && m_model->isEditable(m_row);
    m_add->setEnabled(m_bar->isEnabled());
    m_reset->setEnabled(isEditable && m_model->stateOf(m_row) != ParametersModel::State::Off);
    m_remove->setEnabled(isEditable);
    m_show->setEnabled(m_row >= 0);
}

void ParametersPage::publishFocus()
{
    const QWidget *focus = QApplication::focusWidget();
    if (isVisible() && focus && isAncestorOf(focus) && m_row >= 0)
        m_context.session.setFocus(m_model->placeOf(m_row));
}

void ParametersPage::add(const QString &name, const QString &value)
{
    const QByteArray key = name.toUtf8();
    const bool isSet = m_context.session.edit(tr("Set %1").arg(name), [&](model::Draft &draft) {
        return edits::setParameter(draft, key, value.toUtf8());
    });
    if (!isSet)
        return;
    m_bar->clear();
    m_search->clear();
    m_shown->setCurrentIndex(0);
    m_grid->setCurrentCell(m_model->rowInForce(key), ParametersModel::ValueColumn);
    m_grid->setFocus(Qt::OtherFocusReason);
}

void ParametersPage::reset()
{
    if (m_row < 0)
        return;
    const ParametersModel::Source source = m_model->sourceOf(m_row);
    const QByteArray name = m_model->nameOf(m_row);
    m_context.session.edit(tr("Reset %1").arg(base::displayText(name)), [&](model::Draft &draft) {
        return source.service < 0 ? edits::resetParameter(draft, name)
                                  : edits::removeOverrideAt(draft, source.service, source.item);
    });
}

void ParametersPage::remove()
{
    if (m_row < 0)
        return;
    const ParametersModel::Source source = m_model->sourceOf(m_row);
    const QString title = base::displayText(m_model->nameOf(m_row));
    m_context.session.edit(tr("Remove %1").arg(title), [&](model::Draft &draft) {
        return source.service < 0 ? edits::removeSetting(draft, source.item)
                                  : edits::removeOverrideAt(draft, source.service, source.item);
    });
}

} // namespace ui
