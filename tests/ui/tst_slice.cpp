// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/diff/filediff.h"
#include "tests/support/workbench.h"
#include "ui/editor/fileeditor.h"
#include "ui/editor/sourceeditor.h"
#include "ui/grids/gridview.h"
#include "ui/grids/parametersmodel.h"
#include "ui/grids/servicesmodel.h"
#include "ui/grids/treegrid.h"
#include "ui/pages/filespage.h"
#include "ui/pages/parameterspage.h"
#include "ui/pages/servicespage.h"
#include "ui/shell/mainwindow.h"

#include <QAction>
#include <QLineEdit>

using model::FileId;

namespace {

/// A window on a folder on the disk.
struct Desktop
{
    Desktop()
    {
        isOpen = bench.openSample();
        window.resize(1400, 900);
        window.show();
        window.activateWindow();
        isOpen = isOpen && QTest::qWaitForWindowActive(&window);
    }

    template<typename Page>
    Page *show(const char *id)
    {
        window.showPage(QString::fromLatin1(id));
        return window.findChild<Page *>();
    }

    static ui::GridView *grid(const QWidget *page, const char *name)
    {
        for (ui::GridView *view : page->findChildren<ui::GridView *>()) {
            if (view->accessibleName() == QLatin1String(name))
                return view;
        }
        return nullptr;
    }

    /// Goes to the row that has this in that column, and there to another column, with the mouse; false when
    /// there is no such row.
    static bool goTo(ui::GridView *view, int column, const QString &text, int to)
    {
        const QModelIndexList found =
            view->model()->match(view->model()->index(0, column), Qt::DisplayRole, text, 1, Qt::MatchExactly);
        if (found.isEmpty())
            return false;
        const QModelIndex cell = found.first().siblingAtColumn(to);
        view->setFocus();
        view->scrollTo(cell);
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(cell).center());
        return view->currentIndex() == cell;
    }

    static void type(QAbstractItemView *view, const QString &words)
    {
        QTest::keyClick(view, Qt::Key_F2);
        auto *line = view->viewport()->findChild<QLineEdit *>();
        QVERIFY(line);
        line->selectAll();
        QTest::keyClicks(line, words);
        QTest::keyClick(line, Qt::Key_Return);
        QCoreApplication::processEvents(); // editors commit after their key
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }

    QByteArray diffOf(FileId id) const
    {
        const ui::EditSession &session = bench.session;
        const diff::FileDiff diff =
            diff::fileDiff(session.baseline().file(id).text(), session.snapshot().file(id).text(), 0);
        QByteArray lines;
        for (const diff::Hunk &hunk : diff.hunks) {
            for (const diff::DiffLine &line : hunk.lines)
                lines += (line.origin == diff::LineOrigin::Added ? '+' : '-') + line.bytes + '\n';
        }
        return lines;
    }

    QByteArray text(FileId id) const { return bench.session.snapshot().file(id).text().bytes(); }

    Workbench bench;
    ui::MainWindow window{bench.context};
    bool isOpen = false;
};

} // namespace

/// From the disk to the window and back, with real keys and mouse.
class TestSlice : public QObject
{
    Q_OBJECT

private slots:
    void changeSeeUndoRedoSaveReopen();
    void editorAndGridShowEachOther();
    void editorAndParametersShowEachOther();
};

void TestSlice::changeSeeUndoRedoSaveReopen()
{
    Desktop desk;
    QVERIFY(desk.isOpen);
    const QByteArray mainCf = desk.text(FileId::MainCf);
    const QByteArray masterCf = desk.text(FileId::MasterCf);

    auto *parameters = desk.show<ui::ParametersPage>("parameters");
    parameters->showParameter("message_size_limit");
    Desktop::type(parameters->findChild<ui::TreeGrid *>(), QStringLiteral("52428800"));
    QCOMPARE(desk.diffOf(FileId::MainCf), "-message_size_limit = 41943040\n+message_size_limit = 52428800\n");

    const auto *page = desk.show<ui::ServicesPage>("services");
    ui::GridView *services = Desktop::grid(page, "Services");
    using Service = ui::ServicesModel;
    QVERIFY(Desktop::goTo(services, Service::NameColumn, QStringLiteral("pickup"), Service::WakeupColumn));
    Desktop::type(services, QStringLiteral("30"));
    QVERIFY(Desktop::goTo(services, Service::NameColumn, QStringLiteral("relay"), Service::NameColumn));
    ui::GridView *overrides = Desktop::grid(page, "Overrides of the selected service");
    QVERIFY(Desktop::goTo(overrides, 1, QStringLiteral("syslog_name"), 2));
    Desktop::type(overrides, QStringLiteral("postfix/out"));
    QCOMPARE(desk.diffOf(FileId::MasterCf),
             "-pickup       unix       n       -       n       60      1       pickup\n"
             "+pickup       unix       n       -       n       30      1       pickup\n"
             "-    -o syslog_name=postfix/relay\n"
             "+    -o syslog_name=postfix/out\n");
    const QByteArray newMainCf = desk.text(FileId::MainCf);
    const QByteArray newMasterCf = desk.text(FileId::MasterCf);

    const auto press = [&desk](const char *action, Qt::KeyboardModifiers modifiers) {
        const auto *pressed = desk.window.findChild<QAction *>(QLatin1String(action));
        QTRY_VERIFY(pressed && pressed->isEnabled()); // it is told a moment later
        desk.window.activateWindow(); // which the offscreen platform forgets
        QVERIFY(QTest::qWaitForWindowActive(&desk.window));
        QTest::keyClick(&desk.window, Qt::Key_Z, modifiers);
    };
    for (int i = 0; i < 3; ++i)
        press("undo", Qt::ControlModifier);
    QCOMPARE(desk.bench.session.undoStack()->index(), 0);
    QCOMPARE(desk.text(FileId::MainCf), mainCf);
    QCOMPARE(desk.text(FileId::MasterCf), masterCf);
    QVERIFY(desk.bench.session.changedFiles().isEmpty());
    for (int i = 0; i < 3; ++i)
        press("redo", Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(desk.text(FileId::MainCf), newMainCf);
    QCOMPARE(desk.text(FileId::MasterCf), newMasterCf);

    QSignalSpy saved(&desk.bench.folder, &ui::FolderSession::saved);
    desk.bench.folder.save(desk.bench.session.changedFiles());
    QVERIFY(saved.wait(10000));
    QCOMPARE(desk.bench.onDisk(QStringLiteral("main.cf")), newMainCf);
    QCOMPARE(desk.bench.onDisk(QStringLiteral("master.cf")), newMasterCf);
    QVERIFY(desk.diffOf(FileId::MasterCf).isEmpty());

    QSignalSpy opened(&desk.bench.folder, &ui::FolderSession::opened);
    desk.bench.folder.open(desk.bench.path());
    QVERIFY(opened.wait(10000));
    QVERIFY(Desktop::goTo(services, Service::NameColumn, QStringLiteral("pickup"), Service::WakeupColumn));
    QCOMPARE(services->currentIndex().data().toString(), QStringLiteral("30"));
    QVERIFY(!desk.bench.session.undoStack()->canUndo());
}

void TestSlice::editorAndGridShowEachOther()
{
    Desktop desk;
    QVERIFY(desk.isOpen);
    ui::GridView *services = Desktop::grid(desk.show<ui::ServicesPage>("services"), "Services");
    using Service = ui::ServicesModel;
    QVERIFY(Desktop::goTo(services, Service::NameColumn, QStringLiteral("qmgr"), Service::WakeupColumn));
    const QModelIndex cell = services->currentIndex();

    auto *files = desk.show<ui::FilesPage>("files");
    const QByteArray before = desk.text(FileId::MasterCf);
    const qsizetype at = before.indexOf("300", before.indexOf("\nqmgr "));
    files->showPlace({FileId::MasterCf, {at, at + 3}});
    ui::SourceEditor *editor = files->editor(FileId::MasterCf)->sourceEditor();
    QTest::keyClicks(editor, QStringLiteral("600"));
    QCOMPARE(cell.data().toString(), QStringLiteral("600"));

    desk.show<ui::ServicesPage>("services");
    QCOMPARE(services->currentIndex(), cell);
    Desktop::type(services, QStringLiteral("900"));
    const QByteArray after = desk.text(FileId::MasterCf);
    QCOMPARE(after.sliced(at, 3), "900");
    QCOMPARE(editor->bytes(), after);
}

void TestSlice::editorAndParametersShowEachOther()
{
    Desktop desk;
    QVERIFY(desk.isOpen);
    auto *page = desk.show<ui::ParametersPage>("parameters");
    auto *settings = page->findChild<ui::TreeGrid *>();
    using Parameter = ui::ParametersModel;
    page->showParameter("mydomain");
    // To the source and on from there.
    settings->setFocus();
    QTest::keyClick(settings, Qt::Key_Return, Qt::ControlModifier);
    auto *files = desk.window.findChild<ui::FilesPage *>();
    QVERIFY(files && files->isVisible());
    ui::SourceEditor *editor = files->editor(FileId::MainCf)->sourceEditor();
    QTest::keyClicks(editor, QStringLiteral("mydomain = example.com"));
    QCOMPARE(settings->currentIndex().siblingAtColumn(Parameter::NameColumn).data().toString(),
             QStringLiteral("mydomain"));
    QCOMPARE(settings->currentIndex().siblingAtColumn(Parameter::ValueColumn).data().toString(),
             QStringLiteral("example.com"));
    QCOMPARE(desk.diffOf(FileId::MainCf), "-mydomain = example.org\n+mydomain = example.com\n");
}

QTEST_MAIN(TestSlice)
#include "tst_slice.moc"
