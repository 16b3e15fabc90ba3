// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/mainwindow.h"

#include "ui/session/checker.h"
#include "ui/session/editsession.h"
#include "ui/session/findings.h"
#include "ui/session/foldersession.h"
#include "ui/session/knowledge.h"
#include "ui/session/language.h"
#include "ui/settings/settings.h"
#include "ui/shell/actionset.h"
#include "ui/shell/adviceaction.h"
#include "ui/shell/bundleexport.h"
#include "ui/shell/findbox.h"
#include "ui/shell/foldercommands.h"
#include "ui/shell/messagearea.h"
#include "ui/shell/namecommands.h"
#include "ui/shell/pagelist.h"
#include "ui/shell/statusline.h"
#include "ui/shell/targetmenu.h"
#include "ui/shell/thememenu.h"
#include "ui/shell/welcomepage.h"
#include "ui/shell/windowtitle.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QCloseEvent>
#include <QCoreApplication>
#include <QDir>
#include <QDropEvent>
#include <QFileInfo>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QMimeData>
#include <QStackedWidget>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui {

MainWindow::MainWindow(PageContext &context, std::span<const Page> pages, std::span<const Dock> docks)
    : m_context(context), m_pages(pages)
{
    setObjectName(QStringLiteral("mainWindow"));
    setMinimumSize(640, 400);
    setAcceptDrops(true);
    setContextMenuPolicy(Qt::NoContextMenu);
    buildCentre();
    m_status = new StatusLine(context, this);
    setStatusBar(m_status);
    m_commands = new FolderCommands(context, *m_messages, *this);
    m_bundleExport = new BundleExport(context, *m_messages, *this);
    m_docks = new Docks(docks, context, *this);
    m_actions = new ActionSet(ui::actions(), *this);
    buildToolBar();
    fillMenus();
    connectContext();
    m_docks->setUsed(false);
    restoreLayout();
}

MainWindow::~MainWindow() = default;

void MainWindow::buildCentre()
{
    m_list = new PageList(m_pages);
    connect(m_list, &PageList::chosen, this, &MainWindow::showPage);
    m_stack = new QStackedWidget;
    m_stack->setObjectName(QStringLiteral("pages"));
    m_messages = new MessageArea;
    m_empty = new QWidget;
    m_stack->addWidget(m_empty);

    auto *right = new QVBoxLayout;
    right->setContentsMargins(0, 0, 0, 0);
    right->setSpacing(0);
    right->addWidget(m_messages);
    right->addWidget(m_stack, 1);
    auto *centre = new QWidget;
    auto *columns = new QHBoxLayout(centre);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(0);
    columns->addWidget(m_list);
    columns->addLayout(right, 1);
    setCentralWidget(centre);
}

void MainWindow::buildToolBar()
{
    m_toolBar = new QToolBar(tr("Tool bar"));
    m_toolBar->setObjectName(QStringLiteral("toolBar"));
    m_toolBar->setMovable(false);
    m_actions->fillToolBar(*m_toolBar);
    auto *open =
        qobject_cast<QToolButton *>(m_toolBar->widgetForAction(m_actions->find(QStringLiteral("open"))));
    auto *recent = new QMenu(open);
    connect(recent, &QMenu::aboutToShow, this, [this, recent] { fillRecent(*recent); });
    open->setMenu(recent);
    open->setPopupMode(QToolButton::MenuButtonPopup);

    auto *gap = new QWidget;
    gap->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_toolBar->addWidget(gap);
    m_findBox = new FindBox([this] {
        QList<FindEntry> entries;
        const auto goThere = [this](const model::Place &place) { goTo(place); };
        if (m_context.folder.state() != FolderSession::State::Closed) {
            entries += pageEntries(m_pages, [this](const QString &id) { showPage(id); });
            entries += configurationEntries(m_context.session.snapshot(), goThere);
            entries += namedEntries(m_pages, m_context, [this](const Page &page, const QByteArray &id) {
                page.open(bring(page), id);
                m_visits.add({.page = QString::fromLatin1(page.id)});
            });
        }
        return entries + m_actions->entries();
    });
    m_toolBar->addWidget(m_findBox);
    addToolBar(m_toolBar);
}

void MainWindow::fillMenus()
{
    QMenu *view = m_actions->menu(Action::Menu::View);
    int number = 0;
    for (const Page &page : m_pages) {
        const QString id = QString::fromLatin1(page.id);
        QAction *action =
            view->addAction(icon(QLatin1String(page.icon)), QCoreApplication::translate("pages", page.title),
                            this, [this, id] { showPage(id); });
        action->setObjectName(QStringLiteral("page/") + id);
        if (++number < 10)
            action->setShortcut(QKeySequence(QStringLiteral("Ctrl+%1").arg(number)));
    }
    view->addSeparator();
    view->addActions(m_docks->actions());
    view->addSeparator();
    view->addMenu(new ThemeMenu(m_context.settings, this));
    view->addMenu(new TargetMenu(m_context, this));
    view->addAction(newAdviceAction(m_context, this));
    connect(&m_context.knowledge, &Knowledge::targetChanged, this,
            [this] { m_status->setTarget(targetText(m_context)); });

    auto *recent = new QMenu(tr("Open &Recent"), this);
    recent->setIcon(icon(QStringLiteral("history")));
    connect(recent, &QMenu::aboutToShow, this, [this, recent] { fillRecent(*recent); });
    m_actions->menu(Action::Menu::File)->insertMenu(m_actions->find(QStringLiteral("openSample")), recent);
}

void MainWindow::fillRecent(QMenu &menu)
{
    menu.clear();
    for (const QString &folder : recentFolders(m_context.settings)) {
        menu.addAction(icon(QStringLiteral("folder")), QString(folder).replace(u'&', QLatin1String("&&")),
                       this, [this, folder] { m_commands->open(folder); });
    }
    if (menu.isEmpty())
        menu.addAction(tr("No folders yet"))->setEnabled(false);
}

void MainWindow::connectContext()
{
    m_refresh.setSingleShot(true);
    connect(&m_refresh, &QTimer::timeout, this, &MainWindow::refresh);
    EditSession &session = m_context.session;
    connect(&session, &EditSession::opened, this, &MainWindow::scheduleRefresh);
    connect(&session, &EditSession::changed, this, &MainWindow::scheduleRefresh);
    connect(&session, &EditSession::baselineChanged, this, &MainWindow::scheduleRefresh);
    connect(&session, &EditSession::requested, this, &MainWindow::goTo);
    connect(&session, &EditSession::requestedOnPage, this, &MainWindow::goToPage);
    connect(session.undoStack(), &QUndoStack::indexChanged, this, &MainWindow::scheduleRefresh);
    connect(&m_context.findings, &Findings::changed, this, &MainWindow::scheduleRefresh);
    connect(&m_visits, &Visits::changed, this, &MainWindow::scheduleRefresh);
    connect(&m_context.folder, &FolderSession::stateChanged, this, &MainWindow::refreshFrame);
    connect(&m_context.folder, &FolderSession::opened, this, [this] {
        m_visits.clear();
        showOpened();
    });
    connect(&m_context.checker, &Checker::postfixKnown, this, &MainWindow::onPostfixKnown);
    connectLanguage();
    connect(m_status, &StatusLine::problemsAsked, this,
            [this] { m_docks->show(QStringLiteral("problems")); });
    connect(m_commands, &FolderCommands::done, this, [this](const QString &sentence) {
        constexpr int readable = 6000; // ms
        m_status->showMessage(sentence, readable);
    });
}

void MainWindow::connectLanguage()
{
    Language &language = m_context.language;
    connect(&language, &Language::placeChanged, this, &MainWindow::scheduleRefresh);
    connectNameCommands(m_context, *m_docks, *m_messages, *this);
}

/// F2 and the like belong to a list or a grid as long as that has the keyboard.
void MainWindow::onFocus(const QWidget *now)
{
    if (qobject_cast<const QAbstractItemView *>(now))
        m_context.language.setPlace({});
}

const Page *MainWindow::row(const QString &id) const
{
    for (const Page &page : m_pages) {
        if (id == QLatin1String(page.id))
            return &page;
    }
    return m_pages.empty() ? nullptr : &m_pages.front();
}

const Page *MainWindow::rowForPlaces() const
{
    if (const Page *current = row(currentPage()); current && current->show)
        return current;
    for (const Page &page : m_pages) {
        if (page.show)
            return &page;
    }
    return nullptr;
}

QWidget *MainWindow::page(const Page &row)
{
    QWidget *&created = m_created[QString::fromLatin1(row.id)];
    if (!created) {
        created = row.create(m_context, m_stack);
        created->setObjectName(QString::fromLatin1(row.id));
        created->setAccessibleName(QCoreApplication::translate("pages", row.title));
        m_stack->addWidget(created);
    }
    return created;
}

QString MainWindow::currentPage() const
{
    return m_context.settings.get(settings::page);
}

QWidget *MainWindow::bring(const Page &row)
{
    const QString id = QString::fromLatin1(row.id);
    m_context.settings.set(settings::page, id);
    m_list->setCurrentPage(id);
    QWidget *shown = page(row);
    m_stack->setCurrentWidget(shown);
    return shown;
}

void MainWindow::showPage(const QString &id)
{
    const Page *wanted = row(id);
    if (!wanted || m_context.folder.state() == FolderSession::State::Closed)
        return;
    bring(*wanted);
    m_visits.add({.page = QString::fromLatin1(wanted->id)});
}

/// The file that was asked for, where there is one.
void MainWindow::showOpened()
{
    const model::Snapshot &snapshot = m_context.session.snapshot();
    const QString &wanted = m_context.folder.askedFile();
    for (const model::FileId id : snapshot.ids()) {
        if (wanted.isEmpty() || snapshot.file(id).info().path != wanted)
            continue;
        const model::Place beginning{id, {}};
        if (snapshot.file(id).table())
            m_context.session.requestOnPage(beginning);
        else
            m_context.session.request(beginning);
        return;
    }
    showPage(currentPage());
}

void MainWindow::goTo(const model::Place &place)
{
    const Page *wanted = rowForPlaces();
    if (!wanted || !m_context.session.snapshot().contains(place.file))
        return;
    wanted->show(bring(*wanted), place);
    m_visits.add({.page = QString::fromLatin1(wanted->id), .place = place});
}

void MainWindow::goToPage(const model::Place &place)
{
    for (const Page &page : m_pages) {
        if (page.reveal && page.reveal(nullptr, m_context, place)) {
            page.reveal(bring(page), m_context, place);
            m_visits.add({.page = QString::fromLatin1(page.id)});
            return;
        }
    }
    goTo(place);
}

void MainWindow::visit(const Visit &visit)
{
    const Page *wanted = row(visit.page);
    if (!wanted)
        return;
    QWidget *shown = bring(*wanted);
    if (visit.place && wanted->show && m_context.session.snapshot().contains(visit.place->file))
        wanted->show(shown, *visit.place);
}

void MainWindow::goBack()
{
    if (m_visits.canGoBack())
        visit(m_visits.back());
}

void MainWindow::goForward()
{
    if (m_visits.canGoForward())
        visit(m_visits.forward());
}

void MainWindow::goToProblem(int step)
{
    if (const auto place = m_problems.step(m_context.findings.all(), step))
        goTo(*place);
}

void MainWindow::find()
{
    m_findBox->start();
}

void MainWindow::about()
{
    auto *box = new QMessageBox(this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(tr("About Postwright"));
    box->setIconPixmap(
        QIcon(QStringLiteral(":/icons/postwright.svg")).pixmap(QSize(64, 64), devicePixelRatioF()));
    box->setText(tr("Postwright %1").arg(QStringLiteral(POSTWRIGHT_VERSION)));
    box->setInformativeText(
        tr("An editor for the configuration of Postfix mail servers.\n\nFree software under the GNU General "
           "Public License, version 3 or later.\nIcons: Lucide, ISC licence. Source editor: QScintilla."));
    box->open();
}

void MainWindow::onPostfixKnown()
{
    const tools::PostfixInstallation &postfix = *m_context.checker.postfix();
    m_status->setTarget(targetText(m_context));
    if (!postfix.isInstalled && !m_context.settings.get(settings::postfixMissingSaid)) {
        m_context.settings.set(settings::postfixMissingSaid, true);
        m_messages->say(QStringLiteral("postfix"), MessageBar::Kind::Info,
                        tr("Postfix is not installed on this machine, so its own checks can’t be run here. "
                           "Everything else works."));
    }
    scheduleRefresh();
}

void MainWindow::scheduleRefresh()
{
    if (!m_refresh.isActive())
        m_refresh.start(0);
}

void MainWindow::refresh()
{
    m_actions->refresh();
    for (const Page &page : m_pages) {
        if (page.badge)
            m_list->setBadge(QString::fromLatin1(page.id), page.badge(m_context));
    }
    refreshTitle();
}

void MainWindow::refreshFrame()
{
    const FolderSession &folder = m_context.folder;
    const bool isClosed = folder.state() == FolderSession::State::Closed;
    const bool isFirstOpening = folder.state() == FolderSession::State::Opening && m_created.isEmpty();
    m_list->setVisible(!isClosed && !isFirstOpening);
    if (isClosed) {
        if (!m_welcome) {
            m_welcome = new WelcomePage(m_context.settings);
            connect(m_welcome, &WelcomePage::folderChosen, m_commands, &FolderCommands::open);
            connect(m_welcome, &WelcomePage::browseChosen, m_commands, &FolderCommands::browse);
            connect(m_welcome, &WelcomePage::sampleChosen, m_commands, &FolderCommands::openSample);
            m_stack->addWidget(m_welcome);
        }
        m_stack->setCurrentWidget(m_welcome);
    } else if (isFirstOpening) {
        m_stack->setCurrentWidget(m_empty);
    }
    m_docks->setUsed(!isClosed && !isFirstOpening);
    m_actions->refresh();
    refreshTitle();
    scheduleRefresh(); // all pages have something to say
}

void MainWindow::refreshTitle()
{
    const FolderSession &folder = m_context.folder;
    if (folder.state() == FolderSession::State::Closed) {
        setWindowModified(false);
        setWindowTitle(QStringLiteral("Postwright"));
        return;
    }
    setWindowTitle(titleOf(folder.path()));
    setWindowModified(!m_context.session.changedFiles().isEmpty());
}

void MainWindow::restoreLayout()
{
    const QByteArray geometry = m_context.settings.get(settings::geometry);
    if (geometry.isEmpty() || !restoreGeometry(geometry))
        resize(1280, 800);
    m_docks->setLayout(m_context.settings.get(settings::layout));
}

void MainWindow::saveLayout()
{
    m_context.settings.set(settings::geometry, saveGeometry());
    m_context.settings.set(settings::layout, m_docks->layout());
}

void MainWindow::showEvent(QShowEvent *event)
{
    if (!event->spontaneous()) { // not before: by now it is known whether a folder is being opened
        refreshFrame();
        if (m_context.folder.state() == FolderSession::State::Open)
            showPage(currentPage());
    }
    QMainWindow::showEvent(event);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_mayClose) {
        event->ignore();
        m_commands->whenNothingIsLost([this] {
            m_mayClose = true;
            QTimer::singleShot(0, this, &QWidget::close);
        });
        return;
    }
    saveLayout();
    QMainWindow::closeEvent(event);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    constexpr int roomForWords = 760;
    for (QToolButton *button : m_toolBar->findChildren<QToolButton *>()) {
        if (button->property("words").toBool())
            button->setToolButtonStyle(width() < roomForWords ? Qt::ToolButtonIconOnly
                                                              : Qt::ToolButtonTextBesideIcon);
    }
    m_docks->fold(width());
}

bool MainWindow::event(QEvent *event)
{
    if (event->type() == QEvent::ThemeChange)
        applyTheme(static_cast<Theme>(m_context.settings.get(settings::theme)));
    else if (event->type() == QEvent::WindowActivate)
        m_context.folder.lookOutside();
    return QMainWindow::event(event);
}

static QString droppedPath(const QMimeData &data)
{
    const QList<QUrl> urls = data.urls();
    return urls.size() == 1 ? urls.first().toLocalFile() : QString();
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!droppedPath(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    m_commands->open(droppedPath(*event->mimeData()));
    event->acceptProposedAction();
}

} // namespace ui
