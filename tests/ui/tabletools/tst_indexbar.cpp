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
struct Place : WorkbenchWith<tools::LocalRunner>
{
    Place()
    {
        QDir().mkpath(path());
        support::InstalledPostfix::write(path(), QStringLiteral("main.cf"),
                                         "virtual_alias_maps = hash:" + table() + "\n");
        support::InstalledPostfix::write(path(), QStringLiteral("master.cf"), "smtp unix - - n - - smtp\n");
        support::InstalledPostfix::write(path(), QStringLiteral("virtual"), "a@example.org b@example.org\n");
    }

    QByteArray table() const { return file(QStringLiteral("virtual")).toUtf8(); }
    bool open()
    {
        QSignalSpy opened(&folder, &ui::FolderSession::opened);
        folder.open(path());
        if (!opened.wait(10000))
            return false;
        checker.setFolder(path());
        QSignalSpy known(&checker, &ui::Checker::postfixKnown);
        checker.findPostfix();
        return known.wait(30000);
    }
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
    ui::IndexBuilder builder(place.runner, place.checker, place.knowledge, place.folder);
    ui::IndexBar bar(place.session, place.checker, place.knowledge, builder);
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
    place.session.edit(QStringLiteral("Edit"), [](model::Draft &draft) {
        draft.replace(FileId::FirstOther, {0, 1}, "c");
    });
    QCOMPARE(bar.index()->state, indexes::State::Unsaved);
    QVERIFY(!build->isEnabled());
    place.session.undoStack()->undo();
    QVERIFY(build->isEnabled());
    bar.setTable("pcre:/etc/postfix/rules");
    QVERIFY(bar.isHidden());
}

void TestIndexBar::commandIsCopied()
{
    Place place;
    QVERIFY(place.open());
    ui::IndexBuilder builder(place.runner, place.checker, place.knowledge, place.folder);
    ui::IndexBar bar(place.session, place.checker, place.knowledge, builder);
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
    place.session.edit(QStringLiteral("Edit"), [](model::Draft &draft) {
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
    QSignalSpy saved(&place.folder, &ui::FolderSession::saved);
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
