// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/files/path.h"
#include "tests/support/workbench.h"
#include "ui/session/crashkeeper.h"

#include <cstdio>

using namespace ui;
using model::FileId;

class tst_FolderSession : public QObject
{
    Q_OBJECT

private slots:
    void opensWithoutBlocking();
    void missingFolderLeavesWhatIsOpen();
    void savesOnlyWhatChanged();
    void whatIsTypedWhileSavingStaysUnsaved();
    void changeOutsideIsMergedAsAnEdit();
    void saveOverAChangeOutsideIsRefusedFirst();
    void readOnlyFolderKeepsTheEdits();
    void editsSurviveACrash();
    void endingInOrderLeavesNothing();
    void pathOfAnyBytes();
};

void tst_FolderSession::opensWithoutBlocking()
{
    Workbench bench;
    QVERIFY(bench.writeSample());
    QSignalSpy opened(&bench.folder, &FolderSession::opened);
    bench.folder.open(bench.path());
    QCOMPARE(bench.folder.state(), FolderSession::State::Opening);
    QVERIFY(opened.wait(10000));
    QCOMPARE(bench.folder.state(), FolderSession::State::Open);
    QCOMPARE(bench.folder.path(), QFileInfo(bench.path()).canonicalFilePath());
    QVERIFY(bench.session.snapshot().mainCf().find("myhostname"));
    QVERIFY(bench.session.snapshot().files().size() > 5);
    QVERIFY(bench.session.changedFiles().isEmpty());
}

void tst_FolderSession::missingFolderLeavesWhatIsOpen()
{
    Workbench bench;
    QVERIFY(bench.openSample());
    bench.append(FileId::MainCf, "# mine\n");
    QSignalSpy failed(&bench.folder, &FolderSession::openFailed);
    bench.folder.open(QStringLiteral("/no/such/folder"));
    QVERIFY(failed.wait(10000));
    QCOMPARE(failed.first().at(0).toString(), QStringLiteral("/no/such/folder"));
    QCOMPARE(bench.folder.state(), FolderSession::State::Open);
    QVERIFY(bench.session.snapshot().file(FileId::MainCf).text().bytes().endsWith("# mine\n"));
}

void tst_FolderSession::savesOnlyWhatChanged()
{
    Workbench bench;
    QVERIFY(bench.openSample());
    const QByteArray master = bench.onDisk(QStringLiteral("master.cf"));
    const QDateTime masterTime = QFileInfo(bench.file(QStringLiteral("master.cf"))).lastModified();
    bench.append(FileId::MainCf, "relayhost = [mail.example.org]:587\n");
    QCOMPARE(bench.session.changedFiles(), QList<FileId>{FileId::MainCf});

    QSignalSpy saved(&bench.folder, &FolderSession::saved);
    bench.folder.save(bench.session.changedFiles());
    QCOMPARE(bench.folder.state(), FolderSession::State::Saving);
    QVERIFY(saved.wait(10000));
    QCOMPARE(saved.first().first().toStringList(), QStringList(QStringLiteral("main.cf")));
    QVERIFY(bench.onDisk(QStringLiteral("main.cf")).endsWith("\nrelayhost = [mail.example.org]:587\n"));
    QCOMPARE(bench.onDisk(QStringLiteral("master.cf")), master);
    QCOMPARE(QFileInfo(bench.file(QStringLiteral("master.cf"))).lastModified(), masterTime);
    QVERIFY(bench.session.changedFiles().isEmpty());
}

void tst_FolderSession::whatIsTypedWhileSavingStaysUnsaved()
{
    Workbench bench;
    QVERIFY(bench.openSample());
    bench.append(FileId::MainCf, "# first\n");
    QSignalSpy saved(&bench.folder, &FolderSession::saved);
    bench.folder.save(bench.session.changedFiles());
    bench.append(FileId::MainCf, "# second\n");
    QVERIFY(saved.wait(10000));
    QVERIFY(bench.onDisk(QStringLiteral("main.cf")).endsWith("# first\n"));
    QCOMPARE(bench.session.changedFiles(), QList<FileId>{FileId::MainCf});
}

void tst_FolderSession::changeOutsideIsMergedAsAnEdit()
{
    Workbench bench;
    QVERIFY(bench.openSample());
    const QByteArray before = bench.onDisk(QStringLiteral("main.cf"));
    bench.append(FileId::MainCf, "# mine\n");
    const QByteArray mine = before + "# mine\n";
    QVERIFY(bench.write(QStringLiteral("main.cf"), "# theirs\n" + before));

    QSignalSpy conflicted(&bench.folder, &FolderSession::conflicted);
    bench.folder.lookOutside();
    QVERIFY(conflicted.wait(10000));
    const auto conflicts = conflicted.first().first().value<QList<folder::Conflict>>();
    QCOMPARE(conflicts.size(), 1);
    QVERIFY(!conflicts.first().merge.hasConflicts);
    bench.folder.takeOver(conflicts);
    QCOMPARE(bench.session.snapshot().file(FileId::MainCf).text().bytes(), "# theirs\n" + mine);

    QSignalSpy saved(&bench.folder, &FolderSession::saved);
    bench.folder.save(bench.session.changedFiles());
    QVERIFY(saved.wait(10000));
    QCOMPARE(bench.onDisk(QStringLiteral("main.cf")), "# theirs\n" + mine);
    bench.session.undoStack()->undo();
    QCOMPARE(bench.session.snapshot().file(FileId::MainCf).text().bytes(), mine);
}

void tst_FolderSession::saveOverAChangeOutsideIsRefusedFirst()
{
    Workbench bench;
    QVERIFY(bench.openSample());
    bench.append(FileId::MainCf, "# mine\n");
    const QByteArray mine = bench.session.snapshot().file(FileId::MainCf).text().bytes();
    QVERIFY(bench.write(QStringLiteral("main.cf"), "theirs = 1\n"));
    QSignalSpy conflicted(&bench.folder, &FolderSession::conflicted);
    bench.folder.save(bench.session.changedFiles());
    QVERIFY(conflicted.wait(10000));
    QVERIFY(conflicted.first().at(1).toBool());
    QCOMPARE(bench.onDisk(QStringLiteral("main.cf")), QByteArray("theirs = 1\n"));

    bench.folder.keepOurs(conflicted.first().first().value<QList<folder::Conflict>>());
    QSignalSpy saved(&bench.folder, &FolderSession::saved);
    bench.folder.save(bench.session.changedFiles());
    QVERIFY(saved.wait(10000));
    QCOMPARE(bench.onDisk(QStringLiteral("main.cf")), mine);
}

void tst_FolderSession::readOnlyFolderKeepsTheEdits()
{
    Workbench bench;
    QVERIFY(bench.openSample());
    bench.append(FileId::MainCf, "# mine\n");
    const QByteArray before = bench.onDisk(QStringLiteral("main.cf"));
    // In place of the file stands a folder: not even root can write that.
    QVERIFY(QFile::remove(bench.file(QStringLiteral("main.cf"))));
    QVERIFY(QDir().mkpath(bench.file(QStringLiteral("main.cf"))));
    QSignalSpy failed(&bench.folder, &FolderSession::saveFailed);
    QSignalSpy conflicted(&bench.folder, &FolderSession::conflicted);
    bench.folder.save(bench.session.changedFiles());
    QTRY_COMPARE_WITH_TIMEOUT(failed.size() + conflicted.size(), 1, 10000);
    QCOMPARE(bench.folder.state(), FolderSession::State::Open);
    QCOMPARE(bench.session.changedFiles(), QList<FileId>{FileId::MainCf});
    QCOMPARE(bench.session.snapshot().file(FileId::MainCf).text().bytes(), before + "# mine\n");
}

void tst_FolderSession::editsSurviveACrash()
{
    QTemporaryDir notes;
    Workbench bench;
    QVERIFY(bench.openSample());
    {
        // What another program wrote down before it died: its lock went with it.
        files::CrashJournal died(notes.path());
        const QByteArray opened = bench.onDisk(QStringLiteral("main.cf"));
        files::UnsavedFile file{.path = bench.session.snapshot().file(FileId::MainCf).info().path,
                                .openedHash = files::hashOf({opened}),
                                .ranges = {{.offset = opened.size(), .length = 0, .bytes = "# lost\n"}}};
        QVERIFY(died.record(bench.folder.path(), {file}));
    }
    CrashKeeper keeper(bench.session, bench.folder, std::make_shared<files::CrashJournal>(notes.path()));
    QSignalSpy found(&keeper, &CrashKeeper::found);
    bench.folder.open(bench.path());
    QVERIFY(found.wait(10000));
    const auto edits = found.first().first().value<files::UnsavedEdits>();
    QCOMPARE(edits.files.size(), 1);
    QVERIFY(keeper.restore(edits).isEmpty());
    QVERIFY(bench.session.snapshot().file(FileId::MainCf).text().bytes().endsWith("\n# lost\n"));
    QVERIFY(bench.session.undoStack()->canUndo());
}

void tst_FolderSession::endingInOrderLeavesNothing()
{
    QTemporaryDir notes;
    Workbench bench;
    {
        CrashKeeper keeper(bench.session, bench.folder, std::make_shared<files::CrashJournal>(notes.path()));
        QVERIFY(bench.openSample());
        const auto written = [&notes] {
            return QDir(notes.path()).entryList(QDir::Files | QDir::Hidden).size();
        };
        const auto before = written();
        bench.append(FileId::MainCf, "# mine\n");
        QTRY_VERIFY_WITH_TIMEOUT(written() > before, 10000);
    }
    files::CrashJournal later(notes.path());
    const auto left = later.find(bench.folder.path());
    QVERIFY(left.has_value());
    QVERIFY(left->isEmpty());
}

void tst_FolderSession::pathOfAnyBytes()
{
    Workbench bench;
    const QByteArray odd = QFile::encodeName(bench.root.path()) + "/caf\xe9\nx";
    QVERIFY(bench.writeSample());
    QCOMPARE(rename(QFile::encodeName(bench.path()).constData(), odd.constData()), 0);
    QSignalSpy opened(&bench.folder, &FolderSession::opened);
    bench.folder.open(files::pathFromBytes(odd));
    QVERIFY(opened.wait(10000));
    bench.append(FileId::MainCf, "# mine\n");
    QSignalSpy saved(&bench.folder, &FolderSession::saved);
    bench.folder.save(bench.session.changedFiles());
    QVERIFY(saved.wait(10000));
    QVERIFY(bench.session.changedFiles().isEmpty());
    QCOMPARE(rename(odd.constData(), QFile::encodeName(bench.path()).constData()), 0); // can be removed so
}

QTEST_MAIN(tst_FolderSession)
#include "tst_foldersession.moc"
