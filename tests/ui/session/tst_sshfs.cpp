// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/errortext.h"
#include "core/files/localfilestore.h"
#include "sshserver.h"
#include "ui/session/editsession.h"
#include "ui/session/foldersession.h"
#include "ui/shell/sample.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTest>
#include <QThread>
#include <QTimer>

#include <array>
#include <climits>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

using base::Error;
using model::FileId;
using ui::FolderSession;

namespace {

constexpr int patience = 30'000; // ms

/// Says when it has written how many blocks of a save.
class WatchedStore : public files::LocalFileStore
{
public:
    using LocalFileStore::LocalFileStore;

    base::Result<files::SaveReport> save(const QList<files::Write> &writes,
                                         const files::Progress & /*progress*/) override
    {
        int blocks = 0;
        return LocalFileStore::save(writes, files::Progress([&](qint64, qint64) { written(++blocks); }));
    }

    std::function<void(int blocks)> written = [](int) {};
};

const QStringList savedNames{QStringLiteral("main.cf"), QStringLiteral("master.cf"),
                             QStringLiteral("virtual")};

/// The sample on a server, opened through the mount.
struct Desk
{
    explicit Desk(const QString &sftpOptions = {}) : server(sftpOptions)
    {
        isReady = server.start() && QDir().mkpath(server.there(folderName))
            && ui::copySample(server.there(folderName)).has_value() && server.mount();
    }

    bool open()
    {
        QSignalSpy opened(&folder, &FolderSession::opened);
        folder.open(server.here(folderName));
        return opened.wait(patience);
    }

    /// Through the model, as a page would, to each of the files.
    void edit()
    {
        for (const QString &name : savedNames)
            append(name, "# mine\n");
    }

    void append(const QString &name, const QByteArray &bytes)
    {
        for (const FileId id : session.snapshot().ids()) {
            if (session.snapshot().file(id).info().name != name)
                continue;
            session.edit(name, [&](model::Draft &draft) {
                const qsizetype end = draft.snapshot().file(id).text().size();
                draft.replace(id, {end, end}, bytes);
            });
        }
    }

    QByteArray text(const QString &name) const
    {
        for (const model::File &file : session.snapshot().files()) {
            if (file.info().name == name)
                return file.text().bytes();
        }
        return {};
    }

    QString there(const QString &name) const { return server.there(folderName + u'/' + name); }

    QByteArray onServer(const QString &name) const
    {
        QFile file(there(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(not readable)");
    }

    QStringList namesOnServer() const
    {
        return QDir(server.there(folderName)).entryList(QDir::Files | QDir::Hidden | QDir::System);
    }

    /// Why it failed; empty when it did not.
    QString save()
    {
        QSignalSpy saved(&folder, &FolderSession::saved);
        QSignalSpy failed(&folder, &FolderSession::saveFailed);
        folder.save(session.changedFiles());
        [&] { QTRY_VERIFY_WITH_TIMEOUT(!saved.isEmpty() || !failed.isEmpty(), patience); }();
        return failed.isEmpty() ? QString() : base::errorText(failed.first().first().value<Error>());
    }

    static inline const QString folderName = QStringLiteral("etc/postfix");
    SshServer server;
    QTemporaryDir state;
    std::shared_ptr<WatchedStore> store = std::make_shared<WatchedStore>(state.path());
    ui::EditSession session;
    FolderSession folder{session, store};
    bool isReady = false;
};

/// "1234:5678 640"
QByteArray ownerAndMode(const QString &path)
{
    struct stat status = {};
    if (stat(qPrintable(path), &status) != 0)
        return "missing";
    return QByteArray::number(status.st_uid) + ':' + QByteArray::number(status.st_gid) + ' '
        + QByteArray::number(status.st_mode & 07777, 8);
}

} // namespace

/// A configuration on another machine, mounted with sshfs from a real SSH server.
class TestSshfs : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void savesWithOwnerAndMode_data();
    void savesWithOwnerAndMode();
    void serverThatRefusesIsAnErrorWithARemedy_data();
    void serverThatRefusesIsAnErrorWithARemedy();
    void changeOnTheServerIsAConflict();
    void slowServerDoesNotHoldTheWindowUp();
    void serverThatDiesLosesNothing_data();
    void serverThatDiesLosesNothing();
    void serverThatDiesBetweenTwoFilesLosesNothing_data();
    void serverThatDiesBetweenTwoFilesLosesNothing();
};

void TestSshfs::initTestCase()
{
    const QString obstacle = SshServer::obstacle();
    if (!obstacle.isEmpty())
        QSKIP(qPrintable(obstacle));
}

void TestSshfs::savesWithOwnerAndMode_data()
{
    QTest::addColumn<QString>("options");
    const auto row = [](const char *name, const char *options) {
        QTest::newRow(name) << QString::fromLatin1(options);
    };
    row("a server that does everything", "");
    row("none may be renamed over another", "-P posix-rename");
    row("nothing may be renamed", "-P posix-rename,rename");
    row("no links and no fsync", "-P hardlink,symlink,fsync");
    row("new files are private", "-u 0077");
}

void TestSshfs::savesWithOwnerAndMode()
{
    QFETCH(const QString, options);
    Desk desk(options);
    QVERIFY2(desk.isReady, qPrintable(desk.server.problem()));
    const std::array modes{0640U, 0664U, 0600U};
    for (int i = 0; i < 3; ++i) {
        const QByteArray path = desk.there(savedNames[i]).toLocal8Bit();
        if (geteuid() == 0)
            QCOMPARE(chown(path.constData(), 1234, 4321), 0);
        QCOMPARE(chmod(path.constData(), modes.at(static_cast<size_t>(i))), 0);
    }
    const auto all = [&desk](auto property) {
        QList<QByteArray> result;
        for (const QString &name : savedNames)
            result.append(property(name));
        return result;
    };
    const auto owners = [&] {
        return all([&](const QString &name) { return ownerAndMode(desk.there(name)); });
    };
    const auto bytes = [&] { return all([&](const QString &name) { return desk.onServer(name); }); };
    const QList<QByteArray> ownersBefore = owners();
    const QStringList namesBefore = desk.namesOnServer();

    QVERIFY(desk.open());
    desk.edit();
    QCOMPARE(desk.save(), QString());
    QCOMPARE(bytes(), all([&](const QString &name) { return desk.text(name); }));
    QVERIFY(desk.onServer(QStringLiteral("virtual")).endsWith("\n# mine\n"));
    QCOMPARE(owners(), ownersBefore);
    QTRY_COMPARE(desk.namesOnServer().join(u' '),
                 namesBefore.join(u' ')); // sshfs removes what was open a moment later
    QVERIFY(desk.session.changedFiles().isEmpty());

    QVERIFY(desk.open());
    QCOMPARE(bytes(), all([&](const QString &name) { return desk.text(name); }));
}

void TestSshfs::serverThatRefusesIsAnErrorWithARemedy_data()
{
    QTest::addColumn<QString>("options");
    QTest::newRow("nothing may be written") << QStringLiteral("-R");
    // Neither can a new file be given what the old one has, nor the old one be made shorter.
    QTest::newRow("owner, mode and size may not be changed") << QStringLiteral("-P setstat,fsetstat");
}

void TestSshfs::serverThatRefusesIsAnErrorWithARemedy()
{
    QFETCH(const QString, options);
    Desk desk(options);
    QVERIFY2(desk.isReady, qPrintable(desk.server.problem()));
    QVERIFY(desk.open());
    const QByteArray before = desk.onServer(QStringLiteral("main.cf"));
    const QStringList namesBefore = desk.namesOnServer();
    desk.edit();
    QSignalSpy failed(&desk.folder, &FolderSession::saveFailed);
    desk.folder.save(desk.session.changedFiles());
    QVERIFY(failed.wait(patience));
    const auto error = failed.first().first().value<Error>();
    QVERIFY(error.code == Error::Code::NotPermitted || error.code == Error::Code::ReadOnly);
    QCOMPARE(error.subject, desk.server.here(Desk::folderName + QStringLiteral("/main.cf")));
    QCOMPARE(desk.onServer(QStringLiteral("main.cf")), before);
    QTRY_COMPARE(desk.namesOnServer().join(u' '), namesBefore.join(u' '));
    QCOMPARE(desk.session.changedFiles().size(), 3);
}

// sshfs remembers sizes and times for a while; the bytes are what counts.
void TestSshfs::changeOnTheServerIsAConflict()
{
    Desk desk;
    QVERIFY2(desk.isReady, qPrintable(desk.server.problem()));
    QVERIFY(desk.open());
    QByteArray theirs = desk.onServer(QStringLiteral("main.cf"));
    desk.edit();
    theirs[0] = '%';
    QFile file(desk.there(QStringLiteral("main.cf")));
    QVERIFY(file.open(QIODevice::ReadWrite) && file.write("%") == 1);
    file.close();

    QSignalSpy conflicted(&desk.folder, &FolderSession::conflicted);
    desk.folder.save(desk.session.changedFiles());
    QVERIFY(conflicted.wait(patience));
    QCOMPARE(desk.onServer(QStringLiteral("main.cf")), theirs);
    const auto conflicts = conflicted.first().first().value<QList<folder::Conflict>>();
    QCOMPARE(conflicts.size(), 1);
    desk.folder.takeOver(conflicts);
    QCOMPARE(desk.save(), QString());
    QCOMPARE(desk.onServer(QStringLiteral("main.cf")), theirs + "# mine\n");
}

void TestSshfs::slowServerDoesNotHoldTheWindowUp()
{
    Desk desk;
    QVERIFY2(desk.isReady, qPrintable(desk.server.problem()));
    QVERIFY(desk.open());
    desk.edit();
    desk.server.hang();
    QSignalSpy saved(&desk.folder, &FolderSession::saved);
    desk.folder.save(desk.session.changedFiles());
    QTimer timer;
    QSignalSpy ticks(&timer, &QTimer::timeout);
    timer.start(10);
    QTRY_VERIFY(ticks.size() >= 10);
    desk.append(savedNames.first(), "# typed meanwhile\n");
    QCOMPARE(desk.folder.state(), FolderSession::State::Saving);
    desk.server.goOn();
    QVERIFY(saved.wait(patience));
    QVERIFY(desk.onServer(savedNames.first()).endsWith("# mine\n"));
    QCOMPARE(desk.session.changedFiles(), QList<FileId>{FileId::MainCf});
}

void TestSshfs::serverThatDiesLosesNothing_data()
{
    QTest::addColumn<int>("blocks");
    QTest::newRow("before the save") << 0;
    QTest::newRow("when the first file is being written") << 1;
    QTest::newRow("when the second file is being written") << 2;
    QTest::newRow("when all are about to be replaced") << 3;
}

void TestSshfs::serverThatDiesLosesNothing()
{
    QFETCH(const int, blocks);
    Desk desk;
    QVERIFY2(desk.isReady, qPrintable(desk.server.problem()));
    QVERIFY(desk.open());
    QByteArrayList before;
    QByteArrayList after;
    for (const QString &name : savedNames)
        before.append(desk.text(name));
    desk.edit();
    for (const QString &name : savedNames)
        after.append(desk.text(name));
    desk.store->written = [&](int count) {
        if (count == blocks)
            desk.server.die();
    };
    if (blocks == 0)
        desk.server.die();

    QSignalSpy failed(&desk.folder, &FolderSession::saveFailed);
    desk.folder.save(desk.session.changedFiles());
    QVERIFY(failed.wait(patience));
    const auto error = failed.first().first().value<Error>();
    QCOMPARE(error.code, Error::Code::Unreachable);
    QVERIFY2(error.subject.startsWith(desk.server.here(Desk::folderName)), qPrintable(error.subject));
    QVERIFY(base::errorText(error).contains(QStringLiteral("Check the mount")));
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(desk.text(savedNames[i]), after[i]);
        QCOMPARE(desk.onServer(savedNames[i]), before[i]);
    }
    // Looking around again does not take the files for removed.
    QSignalSpy conflicted(&desk.folder, &FolderSession::conflicted);
    desk.folder.save(desk.session.changedFiles());
    QVERIFY(failed.wait(patience));
    QVERIFY(conflicted.isEmpty());

    desk.store->written = [](int) {};
    desk.server.unmount();
    QVERIFY2(desk.server.start() && desk.server.mount(), qPrintable(desk.server.problem()));
    QCOMPARE(desk.save(), QString());
    for (int i = 0; i < 3; ++i)
        QCOMPARE(desk.onServer(savedNames[i]), after[i]);
}

void TestSshfs::serverThatDiesBetweenTwoFilesLosesNothing_data()
{
    QTest::addColumn<quint32>("event");
    QTest::newRow("when the first file is in place") << quint32(IN_MOVED_TO);
    QTest::newRow("when the first old copy is removed") << quint32(IN_DELETE);
}

void TestSshfs::serverThatDiesBetweenTwoFilesLosesNothing()
{
    QFETCH(quint32, event);
    Desk desk;
    QVERIFY2(desk.isReady, qPrintable(desk.server.problem()));
    QVERIFY(desk.open());
    QByteArrayList before;
    for (const QString &name : savedNames)
        before.append(desk.text(name));
    desk.edit();
    const QStringList namesBefore = desk.namesOnServer();

    const int events = inotify_init1(IN_CLOEXEC);
    QVERIFY(inotify_add_watch(events, qPrintable(desk.server.there(Desk::folderName)), event) >= 0);
    const std::unique_ptr<QThread> killer(QThread::create([&] {
        std::array<char, sizeof(inotify_event) + NAME_MAX + 1> seen = {};
        if (read(events, seen.data(), seen.size()) > 0)
            desk.server.die();
    }));
    killer->start();
    QSignalSpy saved(&desk.folder, &FolderSession::saved);
    QSignalSpy failed(&desk.folder, &FolderSession::saveFailed);
    desk.folder.save(desk.session.changedFiles());
    QTRY_VERIFY_WITH_TIMEOUT(saved.size() + failed.size() == 1, patience);
    QVERIFY(killer->wait(patience));
    close(events);
    int written = 0;
    for (int i = 0; i < 3; ++i) {
        const bool isNew = desk.onServer(savedNames[i]) == before[i] + "# mine\n";
        QVERIFY(isNew || desk.onServer(savedNames[i]) == before[i]);
        written += isNew ? 1 : 0;
    }
    qInfo("The server died with %d of 3 files written.", written);
    QVERIFY(written == 3 || saved.isEmpty());

    // Opening the folder again puts back what was interrupted.
    desk.server.unmount();
    QVERIFY2(desk.server.start() && desk.server.mount(), qPrintable(desk.server.problem()));
    QVERIFY(desk.open());
    for (int i = 0; i < 3; ++i)
        QCOMPARE(desk.onServer(savedNames[i]), saved.isEmpty() ? before[i] : before[i] + "# mine\n");
    QTRY_COMPARE(desk.namesOnServer().join(u' '), namesBefore.join(u' '));
}

QTEST_GUILESS_MAIN(TestSshfs)
#include "tst_sshfs.moc"
