// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/fakerunner.h"
#include "ui/editor/fileeditor.h"
#include "ui/editor/sourceeditor.h"
#include "ui/pages/filesmodel.h"
#include "ui/pages/filespage.h"
#include "ui/session/checker.h"
#include "ui/session/editsession.h"
#include "ui/session/filepresence.h"
#include "ui/session/findings.h"
#include "ui/session/foldersession.h"
#include "ui/session/ignoring.h"
#include "ui/session/knowledge.h"
#include "ui/session/language.h"
#include "ui/settings/settings.h"

#include <QAbstractItemModelTester>
#include <QIcon>
#include <QListView>
#include <QTemporaryDir>
#include <QTest>

using model::FileId;

namespace {

model::File fileOf(const QString &name, const QByteArray &text)
{
    model::FileInfo info{
        .path = QStringLiteral("/etc/postfix/") + name, .name = name, .kind = model::FileKind::KeyValue};
    return {info, syntax::Text(text, syntax::Text::Layout::Chunked)};
}

struct Desk
{
    Desk()
    {
        const model::Snapshot empty;
        QList<model::File> files = empty.files();
        files.append(fileOf(QStringLiteral("virtual"), "a b\nc d\n"));
        files.append(fileOf(QStringLiteral("odd\nname"), "x y\n"));
        session.open(model::Snapshot(files));
    }

    QTemporaryDir scratch;
    QSettings store{scratch.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat};
    ui::Settings settings{store};
    ui::EditSession session;
    ui::Findings findings{session};
    ui::FolderSession folder{session, nullptr};
    support::FakeRunner runner;
    ui::Knowledge knowledge{session};
    ui::Checker checker{session, findings, knowledge, runner};
    ui::Language language{session, knowledge};
    ui::FilePresence presence;
    ui::Ignoring ignoring{session, folder, nullptr};
    ui::PageContext context{session,  folder,    findings, checker,  settings,
                            language, knowledge, presence, ignoring, runner};
};

} // namespace

class TestFilesPage : public QObject
{
    Q_OBJECT

private slots:
    void listShowsEveryFile();
    void placeIsShown();
    void editorsAreMadeWhenChosen();
    void openingAnotherFolderStartsAnew();
};

void TestFilesPage::listShowsEveryFile()
{
    Desk desk;
    ui::FilesModel files(desk.session, desk.findings);
    const QAbstractItemModelTester tester(&files, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(files.rowCount(), 4);
    QCOMPARE(files.index(0).data().toString(), QStringLiteral("main.cf"));
    QCOMPARE(files.index(3).data().toString(), QStringLiteral("odd\\nname"));
    QVERIFY(files.index(2).data(Qt::ToolTipRole).toString().contains(QStringLiteral("/etc/postfix/virtual")));

    QVERIFY(!files.index(2).data(ui::FilesModel::ChangedRole).toBool());
    desk.session.edit(QStringLiteral("e"), [](model::Draft &draft) {
        draft.replace(FileId::FirstOther, {0, 1}, "z");
    });
    QVERIFY(files.index(2).data(ui::FilesModel::ChangedRole).toBool());
    desk.session.undoStack()->undo();
    QVERIFY(!files.index(2).data(ui::FilesModel::ChangedRole).toBool());

    QVERIFY(files.index(2).data(ui::FilesModel::ProblemIconRole).value<QIcon>().isNull());
    desk.findings.set(
        ui::Finding::Origin::Lint,
        {ui::Finding{.message = QStringLiteral("Odd."), .place = model::Place{FileId::FirstOther, {0, 1}}}});
    QVERIFY(!files.index(2).data(ui::FilesModel::ProblemIconRole).value<QIcon>().isNull());
}

void TestFilesPage::placeIsShown()
{
    Desk desk;
    ui::FilesPage page(desk.context);
    page.resize(800, 500);
    page.show();
    page.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    page.showPlace({FileId::FirstOther, {4, 7}});
    ui::SourceEditor *editor = page.editor(FileId::FirstOther)->sourceEditor();
    QVERIFY(editor->isVisible());
    QVERIFY(editor->hasFocus());
    QCOMPARE(editor->selectedRange(), (syntax::ByteRange{4, 7}));
    QTest::keyClicks(editor, QStringLiteral("new"));
    QCOMPARE(desk.session.snapshot().file(FileId::FirstOther).text().bytes(), "a b\nnew\n");
    QTRY_COMPARE(desk.session.focus(), (model::Place{FileId::FirstOther, {4, 7}}));
    page.showPlace({static_cast<FileId>(99), {0, 0}}); // gone: nothing happens
    QVERIFY(editor->isVisible());
}

void TestFilesPage::editorsAreMadeWhenChosen()
{
    Desk desk;
    ui::FilesPage page(desk.context);
    page.show();
    QCOMPARE(page.findChildren<ui::FileEditor *>().size(), 1);
    auto *list = page.findChild<QListView *>();
    QTest::keyClick(list, Qt::Key_Down);
    QCOMPARE(page.findChildren<ui::FileEditor *>().size(), 2);
    QTest::keyClick(list, Qt::Key_Up);
    QCOMPARE(page.findChildren<ui::FileEditor *>().size(), 2);
}

void TestFilesPage::openingAnotherFolderStartsAnew()
{
    Desk desk;
    ui::FilesPage page(desk.context);
    page.show();
    page.showPlace({FileId::FirstOther, {0, 0}});
    desk.session.open(model::Snapshot());
    QCOMPARE(page.findChildren<ui::FileEditor *>().size(), 1);
    QCOMPARE(page.findChild<QListView *>()->model()->rowCount(), 2);
    QVERIFY(page.editor(FileId::MainCf)->isVisible());
    QVERIFY(!page.editor(FileId::FirstOther));
}

QTEST_MAIN(TestFilesPage)
#include "tst_filespage.moc"
