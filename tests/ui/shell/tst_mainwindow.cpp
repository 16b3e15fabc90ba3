// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/workbench.h"
#include "ui/shell/actions.h"
#include "ui/shell/findbox.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/pagelist.h"
#include "ui/shell/statusline.h"
#include "ui/shell/welcomepage.h"

#include <QAccessible>
#include <QDockWidget>
#include <QDropEvent>
#include <QListView>
#include <QMenuBar>
#include <QMimeData>
#include <QPushButton>
#include <QSet>
#include <QTest>

using namespace ui;
using model::FileId;

namespace {

QString nameOf(QWidget *widget)
{
    QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
    return interface ? interface->text(QAccessible::Name) : QString();
}

} // namespace

/// The parts of the window, and getting about in it by keyboard.
class tst_MainWindow : public QObject
{
    Q_OBJECT

private slots:
    void everyPageHasAnIconAndAPurpose();
    void everyActionHasAnIconATipAndItsOwnKeys();
    void everyPartHasAName();
    void withoutAFolderThereIsTheWelcomePage();
    void anOpenFolderIsInTheTitleAndTheStatusLine();
    void theVersionToWorkForCanBeChosen();
    void findGoesToAFileByKeyboard();
    void escapeGivesTheKeyboardBack();
    void aNarrowWindowFoldsThePreview();
    void theLayoutIsRememberedUnfolded();
    void undoSaysWhatItTakesBack();
    void aDroppedFolderOpens_data();
    void aDroppedFolderOpens();
    void backLeadsToThePageBefore();
    void noPartIsAWindowForAMoment();
    void tablesAreAskedByKeyboard();
};

void tst_MainWindow::everyPageHasAnIconAndAPurpose()
{
    QSet<QString> ids;
    for (const Page &page : pages()) {
        QVERIFY2(QFile::exists(QStringLiteral(":/icons/%1.svg").arg(QLatin1String(page.icon))), page.id);
        QVERIFY2(QLatin1String(page.title).size() > 0, page.id);
        QVERIFY2(QLatin1String(page.purpose).endsWith(QLatin1Char('.')), page.id);
        QVERIFY2(page.create != nullptr, page.id);
        ids.insert(QString::fromLatin1(page.id));
    }
    QCOMPARE(static_cast<size_t>(ids.size()), pages().size());
    for (const Dock &dock : docks()) {
        QVERIFY2(QFile::exists(QStringLiteral(":/icons/%1.svg").arg(QLatin1String(dock.icon))), dock.id);
        QVERIFY2(!QKeySequence(QLatin1String(dock.shortcut)).isEmpty(), dock.id);
    }
}

void tst_MainWindow::everyActionHasAnIconATipAndItsOwnKeys()
{
    for (const Action &action : actions()) {
        QVERIFY2(QFile::exists(QStringLiteral(":/icons/%1.svg").arg(QLatin1String(action.icon))), action.id);
        QVERIFY2(QLatin1String(action.tip).size() > 0, action.id);
        QVERIFY2(QLatin1String(action.text).contains(QLatin1Char('&')), action.id);
    }
    Workbench bench;
    MainWindow window(bench.context);
    QHash<QString, QString> owners;
    const QList<QAction *> all = window.findChildren<QAction *>();
    for (const QAction *action : all) {
        const QString keys = action->shortcut().toString();
        if (keys.isEmpty() || action->shortcutContext() == Qt::WidgetShortcut)
            continue;
        QVERIFY2(!owners.contains(keys), qPrintable(keys + owners.value(keys) + action->text()));
        owners.insert(keys, action->text());
    }
    QVERIFY(owners.size() >= 10);
}

void tst_MainWindow::everyPartHasAName()
{
    Workbench bench;
    QVERIFY(bench.openSample());
    bench.settings.set(settings::geometry, {});
    MainWindow window(bench.context);
    window.show();
    QStringList nameless;
    int seen = 0;
    const auto look = [&](const QString &where) {
        const QList<QWidget *> widgets = window.findChildren<QWidget *>();
        for (QWidget *widget : widgets) {
            if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus)
                continue;
            ++seen;
            if (nameOf(widget).isEmpty())
                nameless.append(QStringLiteral("%1: %2 %3 in %4")
                                    .arg(where, QLatin1String(widget->metaObject()->className()),
                                         widget->objectName(),
                                         QLatin1String(widget->parentWidget()->metaObject()->className())));
        }
    };
    for (const Page &page : pages()) {
        window.showPage(QString::fromLatin1(page.id));
        QCoreApplication::processEvents();
        look(QString::fromLatin1(page.id));
    }
    bench.folder.close();
    QCoreApplication::processEvents();
    look(QStringLiteral("welcome"));
    nameless.removeDuplicates();
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u'\n')));
    QVERIFY(seen >= 10);
}

void tst_MainWindow::withoutAFolderThereIsTheWelcomePage()
{
    Workbench bench;
    addRecentFolder(bench.settings, QStringLiteral("/srv/mail/etc"));
    MainWindow window(bench.context);
    window.show();
    const auto *welcome = window.findChild<WelcomePage *>();
    QVERIFY(welcome && welcome->isVisible());
    const auto *recent = welcome->findChild<QListWidget *>(QStringLiteral("recentFolders"));
    QCOMPARE(recent->count(), 1);
    QVERIFY(!window.findChild<PageList *>()->isVisible());
    for (const QDockWidget *dock : window.findChildren<QDockWidget *>())
        QVERIFY(!dock->isVisible());
}

void tst_MainWindow::anOpenFolderIsInTheTitleAndTheStatusLine()
{
    Workbench bench;
    MainWindow window(bench.context);
    window.show();
    QVERIFY(bench.openSample());
    QTRY_VERIFY(window.windowTitle().contains(bench.folder.path()));
    QVERIFY(!window.isWindowModified());
    QCOMPARE(recentFolders(bench.settings), QStringList(bench.folder.path()));
    bench.append(FileId::MainCf, "# mine\n");
    QTRY_VERIFY(window.isWindowModified());
    QVERIFY(window.statusLine().text().contains(QStringLiteral("1 file")));
    bench.session.undoStack()->undo();
    QTRY_VERIFY(!window.isWindowModified());
    QVERIFY(window.statusLine().text().contains(QStringLiteral("nothing unsaved")));
}

void tst_MainWindow::theVersionToWorkForCanBeChosen()
{
    Workbench bench;
    QVERIFY(bench.openSample());
    MainWindow window(bench.context);
    window.show();
    auto *menu = window.findChild<QMenu *>(QStringLiteral("targetMenu"));
    QVERIFY(menu);
    const auto click = [&](const QString &text) {
        menu->popup(QPoint());
        for (QAction *action : menu->actions()) {
            if (action->text().startsWith(text))
                QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
        }
        menu->close();
    };
    const catalog::Version found = bench.context.knowledge.target();
    click(QStringLiteral("3.4."));
    QCOMPARE(bench.context.knowledge.target().minor, 4);
    QVERIFY(!bench.context.knowledge.isKnown("smtp_bind_address_enforce")); // since 3.7
    QTRY_VERIFY(window.statusLine().text().contains(QStringLiteral("for Postfix 3.4.")));
    {
        bench.context.knowledge.chooseTarget(std::nullopt);
        const MainWindow next(bench.context); // remembered
        QCOMPARE(bench.context.knowledge.target().minor, 4);
    }
    click(QStringLiteral("Th")); // "That of This Machine" or "The Newest Known"
    QCOMPARE(bench.context.knowledge.chosenTarget(), std::nullopt);
    QCOMPARE(bench.context.knowledge.target().toString(), found.toString());
    QVERIFY(bench.context.knowledge.isKnown("smtp_bind_address_enforce"));
}

void tst_MainWindow::findGoesToAFileByKeyboard()
{
    Workbench bench;
    QVERIFY(bench.openSample());
    MainWindow window(bench.context);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QTest::keyClick(&window, Qt::Key_K, Qt::ControlModifier);
    QTRY_VERIFY(window.findBox().isListOpen());
    QTest::keyClicks(&window.findBox(), QStringLiteral("myhostname"));
    auto *list = window.findChild<QFrame *>(QStringLiteral("findResults"))->findChild<QListView *>();
    QCOMPARE(list->currentIndex().data().toString(), QStringLiteral("myhostname"));
    QTest::keyClick(&window.findBox(), Qt::Key_Down);
    QTest::keyClick(&window.findBox(), Qt::Key_Up);
    QTest::keyClick(&window.findBox(), Qt::Key_Return);
    QVERIFY(!window.findBox().isListOpen());
    QVERIFY(window.findBox().text().isEmpty());

    QTest::keyClick(&window, Qt::Key_K, Qt::ControlModifier);
    QTest::keyClicks(&window.findBox(), QStringLiteral("close folder"));
    QTest::keyClick(&window.findBox(), Qt::Key_Return);
    QTRY_COMPARE(bench.folder.state(), FolderSession::State::Closed);
}

void tst_MainWindow::escapeGivesTheKeyboardBack()
{
    Workbench bench;
    MainWindow window(bench.context);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    auto *button = window.findChild<WelcomePage *>()->findChild<QPushButton *>();
    button->setFocus();
    QTest::keyClick(&window, Qt::Key_K, Qt::ControlModifier);
    QTRY_VERIFY(window.findBox().hasFocus());
    QTest::keyClicks(&window.findBox(), QStringLiteral("zzzz"));
    QTest::keyClick(&window.findBox(), Qt::Key_Return); // nothing there: stays
    QVERIFY(window.findBox().isListOpen());
    QTest::keyClick(&window.findBox(), Qt::Key_Escape);
    QVERIFY(!window.findBox().isListOpen());
    QVERIFY(button->hasFocus());
}

void tst_MainWindow::aNarrowWindowFoldsThePreview()
{
    Workbench bench;
    MainWindow window(bench.context);
    window.resize(1280, 800);
    window.show();
    QVERIFY(bench.openSample());
    auto *preview = window.findChild<QDockWidget *>(QStringLiteral("preview"));
    QTRY_VERIFY(preview->isVisible());
    QCOMPARE(window.dockWidgetArea(preview), Qt::RightDockWidgetArea);
    window.resize(900, 700);
    QTRY_COMPARE(window.dockWidgetArea(preview), Qt::BottomDockWidgetArea);
    window.resize(1280, 800);
    QTRY_COMPARE(window.dockWidgetArea(preview), Qt::RightDockWidgetArea);

    window.addDockWidget(Qt::LeftDockWidgetArea, preview); // the user's own choice stands
    window.resize(900, 700);
    QCoreApplication::processEvents();
    QCOMPARE(window.dockWidgetArea(preview), Qt::LeftDockWidgetArea);
}

void tst_MainWindow::theLayoutIsRememberedUnfolded()
{
    Workbench bench;
    QVERIFY(bench.openSample());
    {
        MainWindow window(bench.context);
        window.resize(900, 700);
        window.show();
        window.close();
        QTRY_VERIFY(window.isHidden());
    }
    MainWindow window(bench.context);
    window.resize(1280, 800);
    window.show();
    QCOMPARE(window.dockWidgetArea(window.findChild<QDockWidget *>(QStringLiteral("preview"))),
             Qt::RightDockWidgetArea);
}

void tst_MainWindow::undoSaysWhatItTakesBack()
{
    Workbench bench;
    QVERIFY(bench.openSample());
    MainWindow window(bench.context);
    window.show();
    auto *undo = window.findChild<QAction *>(QStringLiteral("undo"));
    QVERIFY(!undo->isEnabled());
    bench.append(FileId::MainCf, "# mine\n");
    QTRY_VERIFY(undo->isEnabled());
    QVERIFY(undo->text().contains(QStringLiteral("Append")));
    undo->trigger();
    QVERIFY(bench.session.changedFiles().isEmpty());
    QTRY_VERIFY(!undo->isEnabled());
    QTRY_VERIFY(
        window.findChild<QAction *>(QStringLiteral("redo"))->text().contains(QStringLiteral("Append")));
}

void tst_MainWindow::aDroppedFolderOpens_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("page");
    QTest::newRow("the folder") << QString() << QStringLiteral("identity");
    QTest::newRow("a table of it") << QStringLiteral("/aliases") << QStringLiteral("aliases");
    QTest::newRow("a table that no other page has")
        << QStringLiteral("/transport") << QStringLiteral("tables");
    QTest::newRow("master.cf") << QStringLiteral("/master.cf") << QStringLiteral("files");
}

/// A file is shown where it is edited.
void tst_MainWindow::aDroppedFolderOpens()
{
    QFETCH(QString, file);
    Workbench bench;
    QVERIFY(bench.writeSample());
    MainWindow window(bench.context);
    window.show();
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(bench.path() + file)});
    QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&window, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QSignalSpy opened(&bench.folder, &FolderSession::opened);
    QCoreApplication::sendEvent(&window, &drop);
    QVERIFY(opened.wait(10000));
    QTEST(window.currentPage(), "page");
    QCOMPARE(bench.folder.path(), bench.path());
    QCOMPARE(bench.folder.askedFile(), file.isEmpty() ? QString() : bench.path() + file);
}

/// Remembers every widget that is shown as a window of its own.
class ShownWindows : public QObject
{
public:
    QStringList names;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        const auto *widget = qobject_cast<QWidget *>(watched);
        if (event->type() == QEvent::Show && widget && widget->isWindow())
            names.append(QString::fromLatin1(widget->metaObject()->className()));
        return false;
    }
};

/// What is shown before it has a parent flashes, takes the keyboard away and makes the start slow.
void tst_MainWindow::noPartIsAWindowForAMoment()
{
    Workbench bench;
    ShownWindows shown;
    qApp->installEventFilter(&shown);
    QVERIFY(bench.openSample());
    MainWindow window(bench.context);
    window.show();
    for (const Page &page : window.pages()) {
        window.showPage(QString::fromLatin1(page.id));
        QCoreApplication::processEvents();
    }
    for (QDockWidget *dock : window.findChildren<QDockWidget *>())
        dock->show();
    QCoreApplication::processEvents();
    QCOMPARE(shown.names.join(u' '), QStringLiteral("ui::MainWindow"));
}

void tst_MainWindow::backLeadsToThePageBefore()
{
    const auto create = [](PageContext &, QWidget *parent) { return new QWidget(parent); };
    const Page two[] = {
        {"first", "First", "house", "Group", "The first page.", create},
        {"second", "Second", "house", "Group", "The second page.", create},
    };
    Workbench bench;
    MainWindow window(bench.context, two);
    window.show();
    QVERIFY(bench.openSample());
    QTRY_COMPARE(window.currentPage(), QStringLiteral("first"));
    auto *list = window.findChild<PageList *>();
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Down);
    QCOMPARE(window.currentPage(), QStringLiteral("second"));
    QVERIFY(window.visits().canGoBack());
    window.goBack();
    QCOMPARE(window.currentPage(), QStringLiteral("first"));
    QVERIFY(window.visits().canGoForward());
    window.goForward();
    QCOMPARE(window.currentPage(), QStringLiteral("second"));
}

void tst_MainWindow::tablesAreAskedByKeyboard()
{
    Workbench bench;
    QVERIFY(bench.openSample());
    MainWindow window(bench.context);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    auto *dock = window.findChild<QDockWidget *>(QStringLiteral("lookup"));
    QVERIFY(dock && !dock->isVisible());
    QTest::keyClick(&window, Qt::Key_L, Qt::ControlModifier);
    QTRY_VERIFY(dock->isVisible());
    auto *key = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(key && dock->isAncestorOf(key));
    QTest::keyClicks(key, QStringLiteral("info@example.org"));
    const auto *table = dock->findChild<QAbstractItemView *>();
    QTRY_VERIFY(table->model()->rowCount() > 0);
}

QTEST_MAIN(tst_MainWindow)
#include "tst_mainwindow.moc"
