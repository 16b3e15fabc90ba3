// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/parameterspage.h"

#include "core/base/displaytext.h"
#include "core/edits/parameteredits.h"
#include "core/edits/serviceedits.h"
#include "ui/forms/fieldframe.h"
#include "ui/grids/namevaluebar.h"
#include "ui/grids/parameternames.h"
#include "ui/grids/treegrid.h"
#include "ui/pages/actionbutton.h"
#include "ui/pages/parameterdetail.h"
#include "ui/pages/parametersearch.h"
#include "ui/session/editsession.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/spacing.h"

#include <QAction>
#include <QApplication>
#include <QHeaderView>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedLayout>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace ui {

namespace {

constexpr int wideEnough = 820; // for the detail beside the tree

/// From how many letters of width on a column is shown: what a row says best comes first.
struct Room
{
    ParametersModel::Column column;
    int letters;
};
constexpr std::array rooms{Room{ParametersModel::OriginColumn, 64}, Room{ParametersModel::VersionColumn, 92},
                           Room{ParametersModel::DefaultColumn, 100},
                           Room{ParametersModel::UsersColumn, 118}};

} // namespace

ParametersPage::ParametersPage(PageContext &context, QWidget *parent) : QWidget(parent), m_context(context)
{
    m_model = new ParametersModel(context.session, context.knowledge, this, &context.findings);
    buildTree();
    buildActions();
    m_detail = new ParameterDetail(context);
    m_search = new ParameterSearch([this] { return m_model->list().serviceNames(); },
                                   [this] { return m_model->list().topicNames(); });
    m_bar = new NameValueBar(tr("Parameter"), tr("Value in main.cf"), tr("Add Parameter"));
    m_bar->setNames([&context] { return parameterNames(context.session.snapshot()); });
    m_empty = new EmptyState(QStringLiteral("sliders-horizontal"), tr("No parameter is like that."));
    layOut();
    connectParts();
    if (!m_model->list().topics().isEmpty())
        m_openTopics = {m_model->list().topics().first().title};
    if (m_model->list().topics().size() > 1)
        m_openTopics.insert(m_model->list().topics()[1].title);
    onRefreshed(true);
}

ParametersPage::~ParametersPage()
{
    hide(); // an editor that is open gives its text away when it loses the keyboard, and the page answers
}

void ParametersPage::buildTree()
{
    m_tree = new TreeGrid(tr("Parameters"), ParametersModel::ValueColumn);
    m_tree->setModel(m_model);
    const int letter = fontMetrics().averageCharWidth();
    m_tree->setColumnWidth(ParametersModel::NameColumn, letter * 34);
    m_tree->setColumnWidth(ParametersModel::DefaultColumn, letter * 18);
    m_tree->setColumnWidth(ParametersModel::OriginColumn, letter * 14);
    m_tree->setColumnWidth(ParametersModel::UsersColumn, letter * 18);
    m_tree->setColumnWidth(ParametersModel::VersionColumn, letter * 18);
    m_tree->header()->setSectionResizeMode(ParametersModel::ValueColumn, QHeaderView::Stretch);
    m_tree->header()->setMinimumSectionSize(letter * 6);
    setFocusProxy(m_tree);
}

void ParametersPage::buildActions()
{
    m_add = pageAction(m_tree, QStringLiteral("plus"), tr("Add Parameter"), tr("Set a parameter by its name"),
                       QKeySequence(Qt::CTRL | Qt::Key_N));
    m_add->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(m_add);
    connect(m_add, &QAction::triggered, this, [this] {
        m_barBox->show();
        m_bar->start();
    });
    m_reset = pageAction(m_tree, QStringLiteral("rotate-ccw"), tr("Reset"),
                         tr("Remove every line that sets it, so that the default applies"),
                         QKeySequence(Qt::CTRL | Qt::Key_Backspace));
    connect(m_reset, &QAction::triggered, this, &ParametersPage::reset);
    m_show = pageAction(m_tree, QStringLiteral("code"), tr("Show in Source"), tr("Show the line in its file"),
                        QKeySequence(Qt::CTRL | Qt::Key_Return));
    connect(m_show, &QAction::triggered, this, [this] {
        if (const auto place = m_model->placeOf(m_tree->currentIndex()))
            m_context.session.request(*place);
    });
    m_rename = pageAction(m_tree, QStringLiteral("pencil"), tr("Rename"),
                          tr("Give a parameter of your own another name, wherever it is used"),
                          QKeySequence(Qt::SHIFT | Qt::Key_F2));
    connect(m_rename, &QAction::triggered, this, [this] { m_tree->edit(m_tree->currentRow()); });
    auto *find = new QAction(this);
    find->setShortcut(QKeySequence::Find);
    find->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(find, &QAction::triggered, this, [this] { m_search->takeKeyboard(); });
    addAction(find);
}

void ParametersPage::layOut()
{
    auto *header = new PageHeader(
        tr("Parameters"),
        tr("Every parameter of Postfix: what it is, where that comes from and what it means."));
    for (QAction *action : {m_add, m_rename, m_reset, m_show})
        header->addWidget(actionButton(action));
    auto *left = new QWidget;
    m_stack = new QStackedLayout;
    m_barBox = new QWidget;
    auto *bottom = new QVBoxLayout(m_barBox);
    bottom->setContentsMargins(spacing::fields, spacing::parts, spacing::fields, spacing::parts);
    bottom->addWidget(m_bar);
    m_barBox->hide();
    auto *list = new QVBoxLayout(left);
    list->setContentsMargins({});
    list->setSpacing(0);
    list->addWidget(m_search);
    list->addLayout(m_stack, 1); // first: what a layout without a parent shows is a window
    m_stack->addWidget(m_tree);
    m_stack->addWidget(m_empty);
    list->addWidget(m_barBox);
    m_split = new QSplitter(Qt::Vertical);
    m_split->addWidget(left);
    m_split->addWidget(m_detail);
    m_split->setStretchFactor(0, 3);
    m_split->setStretchFactor(1, 2);
    m_split->setChildrenCollapsible(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(header);
    column->addWidget(m_split, 1);
}

void ParametersPage::connectParts()
{
    connect(m_model, &ParametersModel::refreshed, this, &ParametersPage::onRefreshed);
    connect(m_model, &ParametersModel::renamed, this, &ParametersPage::showParameter);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &ParametersPage::onCurrentChanged);
    connect(m_tree, &TreeGrid::opened, this, [this](const QModelIndex &index) {
        if (const auto place = m_model->placeOf(index))
            m_context.session.request(*place);
    });
    const auto remember = [this](const QModelIndex &index, bool isOpen) {
        const QString topic = m_model->topicAt(index);
        if (m_isOpening || topic.isEmpty() || !m_search->isEmpty())
            return;
        if (isOpen)
            m_openTopics.insert(topic);
        else
            m_openTopics.remove(topic);
    };
    connect(m_tree, &QTreeView::expanded, this,
            [remember](const QModelIndex &index) { remember(index, true); });
    connect(m_tree, &QTreeView::collapsed, this,
            [remember](const QModelIndex &index) { remember(index, false); });
    connect(m_search, &ParameterSearch::changed, this, &ParametersPage::setQuery);
    m_pause.setSingleShot(true);
    m_pause.setInterval(100);
    connect(&m_pause, &QTimer::timeout, this, &ParametersPage::showCurrent);
    connect(m_search, &ParameterSearch::left, this, [this] {
        showCurrent();
        m_tree->setFocus(Qt::OtherFocusReason);
    });
    connect(m_bar, &NameValueBar::added, this, &ParametersPage::add);
    connect(m_bar, &NameValueBar::left, this, &ParametersPage::leaveBar);
    m_tree->installEventFilter(this);
}

void ParametersPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const Qt::Orientation wanted = width() >= wideEnough ? Qt::Horizontal : Qt::Vertical;
    if (wanted != m_split->orientation()) {
        m_split->setOrientation(wanted);
        const bool isWide = wanted == Qt::Horizontal;
        const int room = isWide ? width() : height();
        m_split->setSizes(isWide ? QList<int>{room * 3 / 5, room * 2 / 5} : QList<int>{room / 2, room / 2});
    }
}

bool ParametersPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_tree && event->type() == QEvent::Resize)
        hideColumns();
    return QWidget::eventFilter(watched, event);
}

void ParametersPage::hideColumns()
{
    const int letter = fontMetrics().averageCharWidth();
    const int letters = m_tree->width() / letter;
    for (const Room &room : rooms)
        m_tree->setColumnHidden(room.column, letters < room.letters);
    m_tree->setColumnWidth(ParametersModel::NameColumn, letter * std::clamp(letters * 2 / 5, 18, 42));
}

void ParametersPage::search(const QString &query)
{
    m_search->setText(query);
}

void ParametersPage::showParameter(const QByteArray &name)
{
    if (!m_model->indexOf({.name = name}).isValid())
        m_search->setText({});
    m_tree->setCurrentRow(m_model->indexOf({.name = name}));
    showCurrent();
}

void ParametersPage::setQuery(const QString &text)
{
    m_detail->apply();
    m_isSearching = true;
    m_model->setQuery(text);
    m_isSearching = false;
    if (m_tree->currentIndex().isValid())
        m_tree->scrollTo(m_tree->currentIndex());
}

void ParametersPage::onRefreshed(bool anew)
{
    if (anew) {
        openTopics();
        const int scrolled = m_tree->verticalScrollBar()->value();
        QModelIndex current = m_model->indexOf(m_node);
        if (!current.isValid() && !m_node.service.isEmpty())
            current = m_model->indexOf({.name = m_node.name}); // the service has nothing of its own any more
        if (!current.isValid() && m_model->rowCount() > 0)
            current = m_model->index(0, 0, m_model->index(0, 0));
        if (m_search->isEmpty() || m_model->indexOf(m_node).isValid())
            m_tree->setCurrentIndex(current); // where it is, without opening its topic
        else
            m_tree->setCurrentRow(current);
        m_tree->verticalScrollBar()->setValue(scrolled);
    }
    showState();
    followCurrent();
}

/// All of them while something is searched for.
void ParametersPage::openTopics()
{
    m_isOpening = true;
    if (!m_search->isEmpty()) {
        m_tree->expandToDepth(0);
    } else {
        for (int row = 0; row < m_model->rowCount(); ++row) {
            const QModelIndex topic = m_model->index(row, 0);
            m_tree->setExpanded(topic, m_openTopics.contains(m_model->topicAt(topic)));
        }
    }
    m_isOpening = false;
}

void ParametersPage::onCurrentChanged()
{
    if (m_model->nodeAt(m_tree->currentIndex()) == m_node)
        return;
    if (!m_isSearching) // which has done so
        m_detail->apply(); // what is being written belongs to the row that is left
    followCurrent();
}

/// At once, but for a search, whose next key may come before the detail is made.
void ParametersPage::followCurrent()
{
    if (m_isSearching) {
        m_node = m_model->nodeAt(m_tree->currentIndex());
        m_pause.start();
        return;
    }
    showCurrent();
    publishFocus();
}

void ParametersPage::showState()
{
    const bool isReadable = m_context.session.snapshot().file(model::FileId::MainCf).isEditable();
    m_empty->setText(isReadable ? tr("No parameter is like that. Clear the search to see all of them.")
                                : tr("main.cf could not be read, so there is nothing to edit."));
    m_bar->setEnabled(isReadable);
    m_add->setEnabled(isReadable);
    m_stack->setCurrentWidget(m_model->rowCount() > 0 ? static_cast<QWidget *>(m_tree) : m_empty);
    m_search->showResult(m_model->shownCount(), m_model->list().rows().size(), m_model->problems());
}

void ParametersPage::showCurrent()
{
    m_pause.stop();
    m_node = m_model->nodeAt(m_tree->currentIndex());
    m_detail->showNode(m_node);
    const FieldFrame *field = m_detail->field();
    const QString reset = field ? field->binding().resetText() : QString();
    m_reset->setEnabled(!reset.isEmpty());
    m_reset->setToolTip(reset.isEmpty() ? tr("It is not set") : reset);
    m_rename->setEnabled(m_model->isOwn(m_tree->currentIndex()));
    m_show->setEnabled(m_model->placeOf(m_tree->currentIndex()).has_value());
}

void ParametersPage::publishFocus()
{
    const QWidget *focus = QApplication::focusWidget();
    if (!isVisible() || !focus || !isAncestorOf(focus))
        return;
    if (const auto place = m_model->placeOf(m_tree->currentIndex()))
        m_context.session.setFocus(*place);
}

void ParametersPage::add(const QString &name, const QString &value)
{
    const QByteArray key = name.toUtf8();
    const bool isSet = m_context.session.edit(tr("Set %1").arg(name), [&](model::Draft &draft) {
        return edits::setParameter(draft, key, value.toUtf8());
    });
    if (!isSet)
        return;
    showParameter(key);
    leaveBar();
}

void ParametersPage::leaveBar()
{
    m_bar->clear();
    m_tree->setFocus(Qt::OtherFocusReason);
    m_barBox->hide();
}

void ParametersPage::reset()
{
    showCurrent(); // what is chosen, even if the detail is still behind
    if (m_detail->field())
        m_detail->field()->reset();
}

} // namespace ui
