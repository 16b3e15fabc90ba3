// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tools/localrunner.h"
#include "tests/support/installedpostfix.h"
#include "tests/support/workbench.h"
#include "ui/preview/savedialog.h"
#include "ui/session/indexbuilder.h"
#include "ui/shell/foldercommands.h"
#include "ui/shell/mainwindow.h"
#include "ui/tabletools/indexbar.h"
#include "ui/widgets/elidedlabel.h"

#include <QCheckBox>
#include <QClipboard>
#include <QPushButton>
#include <QToolButton>

using model::FileId;

namespace {

/// A folder whose main.cf names a table by where it really is, on this machine and its Postfix.
struct Place
{
    Place()
    {
        QDir().mkpath(folder());
        support::InstalledPostfix::write(folder(), QStringLiteral("main.cf"),
                                         "virtual_alias_maps = hash:" + table() + "\n");
        support::InstalledPostfix::write(folder(), QStringLiteral("master.cf"), "smtp unix - - n - - smtp\n");
        support::InstalledPostfix::write(folder(), QStringLiteral("virtual"),
                                         "a@example.org b@example.org\n");
    }

    QString folder() const { return root.filePath(QStringLiteral("mail")); }
    QByteArray table() const { return (folder() + QStringLiteral("/virtual")).toUtf8(); }
    bool open()
    {
        QSignalSpy opened(&session, &ui::FolderSession::opened);
        session.open(folder());
        if (!opened.wait(10000))
            return false;
        checker.setFolder(folder());
        QSignalSpy known(&checker, &ui::Checker::postfixKnown);
        checker.findPostfix();
        return known.wait(30000);
    }

    QTemporaryDir root;
    QSettings store{root.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat};
    ui::Settings settings{store};
    tools::LocalRunner runner;
    ui::EditSession edits;
    ui::Findings findings{edits};
    std::shared_ptr<files::LocalFileStore> fileStore =
        std::make_shared<files::LocalFileStore>(root.filePath(QStringLiteral("state")));
    ui::FolderSession session{edits, fileStore};
    ui::Knowledge knowledge{edits};
    ui::Checker checker{edits, findings, knowledge, runner};
    ui::Language language{edits, knowledge};
    ui::FilePresence presence;
    ui::Ignoring ignoring{edits, session, fileStore};
    ui::PageContext context{edits,    session,   findings, checker,  settings,
                            language, knowledge, presence, ignoring, runner};
};

} // namespace

class TestIndexBar : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void indexIsBuiltFromTheBar();
    void commandIsCopied();
    void tableOfAMountedServerHasOnlyTheCommand();
    void savingBuildsWhatIsWanted_data();
    void savingBuildsWhatIsWanted();
};

void TestIndexBar::initTestCase()
{
    if (!support::InstalledPostfix().isInstalled())
        QSKIP("There is no Postfix on this machine, so nothing to build with.");
}

void TestIndexBar::indexIsBuiltFromTheBar()
{
    Place place;
    QVERIFY(place.open());
    ui::IndexBuilder builder(place.runner, place.checker, place.knowledge, place.session);
    ui::IndexBar bar(place.edits, place.checker, place.knowledge, builder);
    bar.setTable("hash:" + place.table());
    bar.show();
    bar.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&bar));
    QVERIFY(bar.index());
    auto *build = bar.findChild<QPushButton *>();
    QVERIFY(build->isVisible() && build->isEnabled());
    const QSignalSpy built(&builder, &ui::IndexBuilder::built);
    build->setFocus();
    QTest::keyClick(build, Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(built.size(), 1, 60000);
    QVERIFY(QFile::exists(QString::fromUtf8(place.table()) + QStringLiteral(".db")));
    // With edits that are not saved there is nothing to build from yet.
    place.edits.edit(QStringLiteral("Edit"), [](model::Draft &draft) {
        draft.replace(FileId::FirstOther, {0, 1}, "c");
    });
    QCOMPARE(bar.index()->state, indexes::State::Unsaved);
    QVERIFY(!build->isEnabled());
    place.edits.undoStack()->undo();
    QVERIFY(build->isEnabled());
    bar.setTable("pcre:/etc/postfix/rules");
    QVERIFY(bar.isHidden());
}

void TestIndexBar::commandIsCopied()
{
    Place place;
    QVERIFY(place.open());
    ui::IndexBuilder builder(place.runner, place.checker, place.knowledge, place.session);
    ui::IndexBar bar(place.edits, place.checker, place.knowledge, builder);
    bar.setTable("hash:" + place.table());
    bar.show();
    auto *copy = bar.findChild<QToolButton *>();
    copy->setFocus();
    QTest::keyClick(copy, Qt::Key_Space);
    QCOMPARE(QApplication::clipboard()->text(),
             QStringLiteral("postmap hash:") + QString::fromUtf8(place.table()));
}

void TestIndexBar::tableOfAMountedServerHasOnlyTheCommand()
{
    Workbench bench; // a copy of /etc/postfix elsewhere
    QVERIFY(bench.openSample());
    ui::IndexBuilder builder(bench.runner, bench.checker, bench.knowledge, bench.folder);
    ui::IndexBar bar(bench.session, bench.checker, bench.knowledge, builder);
    bar.setTable("hash:/etc/postfix/virtual");
    bar.show();
    QVERIFY(!bar.isHidden());
    QVERIFY(bar.findChild<QPushButton *>()->isHidden());
    const auto *command = bar.findChild<ui::ElidedLabel *>();
    QCOMPARE(command->text(), QStringLiteral("postmap hash:/etc/postfix/virtual"));
    QVERIFY(command->accessibleName().endsWith(command->text()));
}

void TestIndexBar::savingBuildsWhatIsWanted_data()
{
    QTest::addColumn<bool>("isWanted");
    QTest::newRow("ticked") << true;
    QTest::newRow("not ticked") << false;
}

void TestIndexBar::savingBuildsWhatIsWanted()
{
    QFETCH(const bool, isWanted);
    Place place;
    ui::MainWindow window(place.context);
    QVERIFY(place.open());
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    place.edits.edit(QStringLiteral("Edit"), [](model::Draft &draft) {
        draft.replace(FileId::FirstOther, {0, 1}, "c");
    });
    window.commands().save();
    auto *dialog = window.findChild<ui::SaveDialog *>();
    QVERIFY(dialog);
    auto *box = dialog->findChild<QCheckBox *>();
    QVERIFY(box && box->isVisible() && !box->isChecked());
    box->setFocus();
    if (isWanted)
        QTest::keyClick(box, Qt::Key_Space);
    QSignalSpy saved(&place.session, &ui::FolderSession::saved);
    QSignalSpy done(&window.commands(), &ui::FolderCommands::done);
    dialog->accept();
    QVERIFY(saved.size() == 1 || saved.wait(20000));
    const QString index = QString::fromUtf8(place.table()) + QStringLiteral(".db");
    if (isWanted)
        QTRY_COMPARE_WITH_TIMEOUT(done.size(), 2, 60000);
    QCOMPARE(QFile::exists(index), isWanted);
    QCOMPARE(place.settings.get(ui::settings::buildIndexes), isWanted);
}

QTEST_MAIN(TestIndexBar)
#include "tst_indexbar.moc"
