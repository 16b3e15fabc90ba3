// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/servicespage.h"

#include "core/master/adding.h"
#include "ui/grids/fielddelegate.h"
#include "ui/grids/gridview.h"
#include "ui/grids/servicesmodel.h"
#include "ui/pages/actionbutton.h"
#include "ui/pages/columnmenu.h"
#include "ui/pages/effectivematrix.h"
#include "ui/pages/servicedetail.h"
#include "ui/pages/straybar.h"
#include "ui/pages/templatemenu.h"
#include "ui/session/editsession.h"
#include "ui/session/knowledge.h"
#include "ui/session/language.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/spacing.h"
#include "ui/widgets/textlabel.h"

#include <QAction>
#include <QApplication>
#include <QCoreApplication>
#include <QHeaderView>
#include <QMenu>
#include <QSplitter>
#include <QStackedLayout>
#include <QTabBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui {

ServicesPage::ServicesPage(PageContext &context, QWidget *parent) : QWidget(parent), m_context(context)
{
    m_model = new ServicesModel(context.session, this, &context.findings, &context.knowledge);
    buildGrid();
    buildActions();
    m_detail = new ServiceDetail(context.session, context.knowledge, *m_model);
    m_empty = new EmptyState(QStringLiteral("server"), tr("No services yet."));

    auto *header = new PageHeader(tr("Services"),
                                  tr("The programs that Postfix runs, and how: the lines of master.cf."));
    m_tools.append(buildAddButton());
    m_tools.append(buildColumnButton());
    for (QAction *action : {m_copy, m_up, m_down, m_remove})
        m_tools.append(actionButton(action));
    m_tools.append(buildMoreButton());
    for (QWidget *tool : std::as_const(m_tools))
        header->addWidget(tool);
    auto *top = new QWidget;
    m_stack = new QStackedLayout(top);
    m_stack->addWidget(m_grid);
    m_stack->addWidget(m_empty);
    m_several = new TextLabel(TextLabel::Rank::Muted, {});
    m_several->setMargin(spacing::parts);
    m_several->setWordWrap(true);
    m_several->hide();
    auto *upper = new QWidget;
    auto *lines = new QVBoxLayout(upper);
    lines->setContentsMargins({});
    lines->setSpacing(0);
    lines->addWidget(top, 1);
    lines->addWidget(m_several);
    auto *split = new QSplitter(Qt::Vertical);
    split->addWidget(upper);
    split->addWidget(m_detail);
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 2);
    split->setChildrenCollapsible(false);

    m_views = new QStackedLayout;
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(header);
    column->addWidget(buildTabs());
    column->addWidget(new StrayBar(context.session));
    column->addLayout(m_views, 1); // first: what a layout without a parent shows is a window
    m_views->addWidget(split);
    connectParts();
    onRefreshed();
}

/// A column that several services can have the same in.
bool ServicesPage::canShare(int column)
{
    return column >= ServicesModel::PrivateColumn && column <= ServicesModel::CommandColumn;
}

ServicesPage::~ServicesPage()
{
    hide(); // an editor that is open gives its text away when it loses the keyboard, and the page answers
}

void ServicesPage::buildGrid()
{
    m_grid = new GridView(tr("Services"));
    m_grid->setModel(m_model);
    auto *delegate = new FieldDelegate(m_grid, [this](int column) {
        const bool isField = column >= ServicesModel::NameColumn && column <= ServicesModel::CommandColumn;
        return isField ? fieldChoices(static_cast<syntax::ServiceField>(column - ServicesModel::NameColumn),
                                      m_context.session.snapshot().mainCf())
                       : QList<FieldChoice>();
    });
    delegate->setWriter([this](const QModelIndex &index, const QString &text) {
        const QList<qsizetype> rows = m_grid->selectedRows();
        if (canShare(index.column()) && rows.size() > 1 && rows.contains(index.row()))
            m_model->writeAll(rows, index.column(), text.trimmed().toUtf8());
        else
            m_model->setData(index, text);
    });
    m_grid->setItemDelegate(delegate);
    m_grid->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_grid->setSwitcher([this](const QList<qsizetype> &rows, bool isOn) { m_model->switchAll(rows, isOn); });
    const int letter = fontMetrics().averageCharWidth();
    constexpr int widths[] = {5, 16, 10, 8, 8, 8, 9, 8, 13, 14, 22};
    for (int column = 0; column < ServicesModel::ColumnCount; ++column)
        m_grid->setColumnWidth(column, letter * widths[column] + spacing::parts);
    m_grid->horizontalHeader()->setSectionResizeMode(ServicesModel::OnColumn, QHeaderView::Fixed);
    m_grid->horizontalHeader()->setStretchLastSection(true);
    setFocusProxy(m_grid);
}

QTabBar *ServicesPage::buildTabs()
{
    auto *tabs = m_tabs = new QTabBar;
    tabs->setDocumentMode(true);
    tabs->setDrawBase(true);
    tabs->setExpanding(false);
    for (QToolButton *button : tabs->findChildren<QToolButton *>())
        button->setToolTip(button->accessibleName()); // those that scroll a bar with many tabs
    tabs->setAccessibleName(tr("Views of the services"));
    tabs->addTab(tr("&Lines of master.cf"));
    tabs->addTab(tr("&Values per service"));
    tabs->setTabToolTip(1, tr("What every service uses, and where it comes from"));
    connect(tabs, &QTabBar::currentChanged, this, &ServicesPage::showTab);
    return tabs;
}

void ServicesPage::showService(int row)
{
    m_tabs->setCurrentIndex(0);
    m_grid->setCurrentCell(row, ServicesModel::NameColumn);
    m_grid->setFocus();
}

void ServicesPage::showTab(int tab)
{
    if (tab == 1 && !m_matrix) {
        m_matrix = new EffectiveMatrix(m_context);
        m_views->addWidget(m_matrix);
    }
    m_views->setCurrentIndex(tab);
    for (QWidget *tool : std::as_const(m_tools))
        tool->setVisible(tab == 0);
}

void ServicesPage::buildActions()
{
    m_copy = pageAction(m_grid, QStringLiteral("copy"), tr("Copy Service"),
                        tr("Copy the service with its overrides, under another name"),
                        QKeySequence(Qt::CTRL | Qt::Key_D));
    connect(m_copy, &QAction::triggered, this, &ServicesPage::copy);
    m_up = pageAction(m_grid, QStringLiteral("arrow-up"), tr("Move Up"),
                      tr("Move the service and its comment up"), QKeySequence(Qt::ALT | Qt::Key_Up));
    connect(m_up, &QAction::triggered, this, [this] { move(-1); });
    m_down = pageAction(m_grid, QStringLiteral("arrow-down"), tr("Move Down"),
                        tr("Move the service and its comment down"), QKeySequence(Qt::ALT | Qt::Key_Down));
    connect(m_down, &QAction::triggered, this, [this] { move(1); });
    m_remove =
        pageAction(m_grid, QStringLiteral("trash-2"), tr("Remove Service"),
                   tr("Remove the service with its overrides and its comment"), QKeySequence(Qt::Key_Delete));
    connect(m_remove, &QAction::triggered, this, &ServicesPage::remove);
    m_rename =
        pageAction(m_grid, QStringLiteral("pencil"), tr("Rename Everywhere…"),
                   tr("Give the service another name, with every parameter, value and table that names it"),
                   QKeySequence(Qt::SHIFT | Qt::Key_F2));
    connect(m_rename, &QAction::triggered, this,
            [this] { m_context.language.renameSymbol(currentSymbol()); });
    m_usages =
        pageAction(m_grid, QStringLiteral("list"), tr("Usages"),
                   tr("List every place that names the service"), QKeySequence(Qt::SHIFT | Qt::Key_F12));
    connect(m_usages, &QAction::triggered, this,
            [this] { m_context.language.findUsagesOf(currentSymbol()); });
    m_show =
        pageAction(m_grid, QStringLiteral("code"), tr("Show in Source"),
                   tr("Show the lines of the service in master.cf"), QKeySequence(Qt::CTRL | Qt::Key_Return));
    connect(m_show, &QAction::triggered, this,
            [this] { m_context.session.request(m_model->placeOf(m_grid->currentIndex())); });
}

QToolButton *ServicesPage::buildAddButton()
{
    m_add = new QAction(icon(QStringLiteral("plus")), tr("Add Service"), this);
    m_add->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_N));
    m_add->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_add->setToolTip(tr("Add a service below the selected one (%1)")
                          .arg(m_add->shortcut().toString(QKeySequence::NativeText)));
    addAction(m_add);
    auto *menu = new TemplateMenu(m_context.knowledge, this);
    connect(menu, &TemplateMenu::chosen, this, &ServicesPage::add);
    QToolButton *button = actionButton(m_add);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setMenu(menu);
    button->setPopupMode(QToolButton::InstantPopup);
    connect(m_add, &QAction::triggered, button, &QToolButton::showMenu);
    return button;
}

QToolButton *ServicesPage::buildColumnButton()
{
    auto *menu = new ColumnMenu(m_context.session, this);
    connect(menu, &ColumnMenu::chosen, this, [this](int column, const QByteArray &value) {
        if (const QList<qsizetype> rows = m_grid->selectedRows(); !rows.isEmpty())
            m_model->writeAll(rows, column, value);
    });
    m_columns = pageAction(m_grid, QStringLiteral("table"), tr("Set a Column"),
                           tr("Set a column of all selected services"), QKeySequence(Qt::CTRL | Qt::Key_E));
    m_columns->setMenu(menu);
    QToolButton *button = actionButton(m_columns);
    button->setPopupMode(QToolButton::InstantPopup);
    connect(m_columns, &QAction::triggered, button, &QToolButton::showMenu);
    m_suited = pageAction(m_grid, QStringLiteral("check"), tr("Select What Can Be Chrooted"),
                          tr("Select the services that find all they need inside the queue’s folder"),
                          QKeySequence());
    connect(m_suited, &QAction::triggered, this, &ServicesPage::selectForChroot);
    m_grid->setContextMenuPolicy(Qt::ActionsContextMenu);
    return button;
}

/// What is not done every day; all of it is in the context menu too.
QToolButton *ServicesPage::buildMoreButton()
{
    auto *menu = new QMenu(this);
    menu->addActions({m_rename, m_usages, m_show, m_suited});
    auto *more = new QToolButton;
    more->setIcon(icon(QStringLiteral("ellipsis")));
    more->setToolTip(tr("More to do with the service"));
    more->setAccessibleName(more->toolTip());
    more->setAutoRaise(true);
    more->setFocusPolicy(Qt::TabFocus);
    more->setMenu(menu);
    more->setPopupMode(QToolButton::InstantPopup);
    return more;
}

void ServicesPage::connectParts()
{
    connect(m_model, &ServicesModel::refreshed, this, &ServicesPage::onRefreshed);
    connect(m_grid->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        if (m_model->isUpdating())
            return;
        showCurrent();
        publishFocus();
    });
    connect(m_grid->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        if (!m_model->isUpdating())
            refreshActions();
    });
    connect(m_grid, &GridView::opened, m_detail, &ServiceDetail::editOverrides);
}

void ServicesPage::onRefreshed()
{
    const int row = m_grid->currentRow();
    if (row < 0 && m_model->rowCount() > 0) {
        m_grid->setCurrentCell(0, ServicesModel::NameColumn);
    } else if (row >= 0 && m_model->keyOf(row) != m_key) {
        // What was chosen is somewhere else now, or is called something else.
        if (const int found = m_model->rowOf(m_key); found >= 0)
            m_grid->setCurrentCell(found, m_grid->currentIndex().column());
    }
    const model::File &file = m_context.session.snapshot().file(model::FileId::MasterCf);
    m_empty->setText(file.isEditable() ? tr("No services yet. Add Service puts in the first.")
                                       : tr("master.cf could not be read, so there is nothing to edit."));
    m_stack->setCurrentWidget(m_model->rowCount() > 0 ? static_cast<QWidget *>(m_grid) : m_empty);
    showCurrent();
    publishFocus();
}

void ServicesPage::showCurrent()
{
    const int row = m_grid->currentRow();
    m_key = row >= 0 && row < m_model->rowCount() ? m_model->keyOf(row) : QByteArray();
    m_detail->showService(row);
    refreshActions();
}

void ServicesPage::publishFocus()
{
    const QWidget *focus = QApplication::focusWidget();
    if (!isVisible() || !focus || !isAncestorOf(focus) || m_grid->currentRow() < 0)
        return;
    m_context.session.setFocus(m_detail->isAncestorOf(focus) ? m_detail->focusPlace()
                                                             : m_model->placeOf(m_grid->currentIndex()));
}

void ServicesPage::refreshActions()
{
    const int row = m_grid->currentRow();
    const bool isEditable = m_context.session.snapshot().file(model::FileId::MasterCf).isEditable();
    const bool hasRow = row >= 0 && isEditable;
    m_add->setEnabled(isEditable);
    const auto selected = static_cast<int>(m_grid->selectedRows().size());
    const bool hasOne = hasRow && selected <= 1;
    m_several->setVisible(selected > 1);
    m_several->setText(
        tr("%n service(s) selected: Space, Remove and all but name and type go to all.", nullptr, selected));
    m_columns->setEnabled(hasRow);
    m_suited->setEnabled(isEditable);
    m_copy->setEnabled(hasOne);
    m_up->setEnabled(hasOne && row > 0);
    m_down->setEnabled(hasOne && row + 1 < m_model->rowCount());
    m_remove->setEnabled(hasRow);
    m_rename->setEnabled(hasOne);
    m_usages->setEnabled(row >= 0);
    m_show->setEnabled(row >= 0);
}

usages::Symbol ServicesPage::currentSymbol() const
{
    const syntax::MasterCf &file = m_context.session.snapshot().masterCf();
    const syntax::Service &service = file.services()[m_grid->currentRow()];
    return {usages::Symbol::Kind::Service, file.fieldOf(service, syntax::ServiceField::Name).toByteArray(),
            file.fieldOf(service, syntax::ServiceField::Type) == "inet"};
}

QString ServicesPage::titleOf(int row) const
{
    return m_model->index(row, ServicesModel::OnColumn).data(Qt::AccessibleTextRole).toString();
}

void ServicesPage::add(const master::Template &made)
{
    const edits::ServiceSpec &spec = made.spec;
    const int before = m_grid->currentRow() + 1;
    const qsizetype at = before > 0 ? before : m_model->rowCount();
    const bool isAdded =
        m_context.session.edit(tr("Add %1").arg(QString::fromUtf8(spec.name + ' ' + spec.type)),
                               [&](model::Draft &draft) { return master::addTemplate(draft, at, made); });
    if (!isAdded)
        return;
    const qsizetype added = m_context.session.snapshot().masterCf().indexOf(spec.name, spec.type);
    m_grid->setCurrentCell(static_cast<int>(added), ServicesModel::NameColumn);
    m_grid->setFocus(Qt::OtherFocusReason);
}

void ServicesPage::copy()
{
    const int row = m_grid->currentRow();
    const syntax::MasterCf &file = m_context.session.snapshot().masterCf();
    const syntax::Service &service = file.services()[row];
    const QByteArray type = file.fieldOf(service, syntax::ServiceField::Type).toByteArray();
    const QByteArray name =
        master::freeName(file, file.fieldOf(service, syntax::ServiceField::Name).toByteArray(), type);
    const bool isCopied = m_context.session.edit(tr("Copy %1").arg(titleOf(row)), [&](model::Draft &draft) {
        return edits::copyService(draft, row, name, type);
    });
    if (!isCopied)
        return;
    // The name is a guess: it is what one writes next.
    m_grid->setCurrentCell(row + 1, ServicesModel::NameColumn);
    m_grid->setFocus(Qt::OtherFocusReason);
    m_grid->edit(m_grid->currentIndex());
}

void ServicesPage::move(int step)
{
    const int row = m_grid->currentRow();
    const int column = m_grid->currentIndex().column();
    const bool isMoved = m_context.session.edit(tr("Move %1").arg(titleOf(row)), [&](model::Draft &draft) {
        return edits::moveService(draft, row, step < 0 ? row - 1 : row + 2);
    });
    if (isMoved)
        m_grid->setCurrentCell(row + step, column);
}

void ServicesPage::remove()
{
    const QList<qsizetype> rows = m_grid->selectedRows();
    if (rows.isEmpty())
        return;
    const auto count = static_cast<int>(rows.size());
    const QString title = count == 1 ? tr("Remove %1").arg(titleOf(static_cast<int>(rows.first())))
                                     : tr("Remove %n Service(s)", nullptr, count);
    m_context.session.edit(title, [&](model::Draft &draft) -> edits::Outcome {
        for (auto row = rows.crbegin(); row != rows.crend(); ++row) {
            if (edits::Outcome refusal = edits::removeService(draft, *row))
                return refusal;
        }
        return {};
    });
}

/// Those that find all they need inside the queue's folder. qmgr could, and is left out by custom.
void ServicesPage::selectForChroot()
{
    const catalog::Reference *reference = m_context.knowledge.reference();
    const syntax::MasterCf &file = m_context.session.snapshot().masterCf();
    if (!reference)
        return;
    QItemSelection suited;
    int first = -1;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QByteArrayView name = file.programOf(file.services()[row]);
        const catalog::Program *program = reference->program(name);
        if (!program || program->onlyChroot != "optional" || name == "qmgr" || name == "oqmgr")
            continue;
        first = first < 0 ? row : first;
        suited.select(m_model->index(row, 0), m_model->index(row, ServicesModel::ColumnCount - 1));
    }
    if (first < 0)
        return;
    m_grid->setCurrentCell(first, ServicesModel::ChrootColumn);
    m_grid->selectionModel()->select(suited, QItemSelectionModel::ClearAndSelect);
    m_grid->setFocus(Qt::OtherFocusReason);
}

} // namespace ui
