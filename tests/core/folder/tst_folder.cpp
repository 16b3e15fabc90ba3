// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/files/localfilestore.h"
#include "core/folder/conflicts.h"
#include "core/folder/saving.h"
#include "core/model/draft.h"
#include "tests/support/corpus.h"

#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using base::Error;
using model::FileId;
using model::FileKind;

namespace {

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY2(file.open(QIODevice::WriteOnly), qPrintable(path));
    file.write(bytes);
}

model::Snapshot edited(const model::Snapshot &snapshot, FileId file, syntax::ByteRange range,
                       const QByteArray &bytes)
{
    model::Draft draft(snapshot);
    draft.replace(file, range, bytes);
    return draft.snapshot();
}

} // namespace

class TestFolder : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void everythingNamedIsOpened();
    void fileOfTheFolderOpensTheFolder();
    void pathsOfTheServerAreFoundHere_data();
    void pathsOfTheServerAreFoundHere();
    void oddFilesAreNoProblem();
    void problemStaysWithItsFile_data();
    void problemStaysWithItsFile();
    void folderWithoutConfigurationIsAnError();
    void openingAndSavingWritesNothing();
    void editIsSaved();
    void missingFileIsMadeBySaving();
    void changeOnDiskIsAConflict();
    void corpusOpensAndSavesUnchanged();

private:
    QString path(const char *name) const { return m_folder->filePath(QLatin1String(name)); }
    folder::Opened opened(const folder::OpenOptions &options = {})
    {
        const auto result = folder::open(*m_store, m_folder->path(), options);
        [&] { QVERIFY(result); }();
        return result ? *result : folder::Opened();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QTemporaryDir> m_state;
    std::unique_ptr<files::LocalFileStore> m_store;
};

void TestFolder::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_state = std::make_unique<QTemporaryDir>();
    m_store = std::make_unique<files::LocalFileStore>(m_state->path());
    write(path("main.cf"),
          "virtual_alias_maps = hash:/etc/postfix/virtual\nalias_maps = hash:/etc/aliases\n");
    write(path("master.cf"), "smtp inet n - y - - smtpd\n");
    write(path("virtual"), "a@example.org b\n");
    write(path("aliases"), "root: admin\n");
}

void TestFolder::everythingNamedIsOpened()
{
    write(path("notes.txt"), "remember\n");
    write(path("virtual.db"), QByteArray("\0\1\2", 3));
    const folder::Opened all = opened();
    QStringList names;
    QList<FileKind> kinds;
    for (const model::File &file : all.snapshot.files()) {
        names.append(file.info().name);
        kinds.append(file.info().kind);
    }
    QCOMPARE(names,
             (QStringList{QStringLiteral("main.cf"), QStringLiteral("master.cf"), QStringLiteral("virtual"),
                          QStringLiteral("aliases"), QStringLiteral("notes.txt")}));
    QCOMPARE(kinds,
             (QList<FileKind>{FileKind::MainCf, FileKind::MasterCf, FileKind::KeyValue, FileKind::Aliases,
                              FileKind::Other}));
    QCOMPARE(all.snapshot.files()[2].text().bytes(), QByteArray("a@example.org b\n"));
    QCOMPARE(all.snapshot.files()[2].table()->rowCount(), 1);
    QCOMPARE(opened({.scope = folder::Scope::MainAndMaster}).snapshot.files().size(), 2);
    const folder::Opened one = opened({.scope = folder::Scope::MasterCf});
    QVERIFY(one.snapshot.file(FileId::MasterCf).isEditable());
    QVERIFY(!one.snapshot.file(FileId::MainCf).isEditable());
    QCOMPARE(one.snapshot.file(FileId::MasterCf).text(), all.snapshot.file(FileId::MasterCf).text());
}

void TestFolder::fileOfTheFolderOpensTheFolder()
{
    const auto result = folder::open(*m_store, path("master.cf"));
    QVERIFY(result);
    QCOMPARE(result->path, m_folder->path());
}

void TestFolder::pathsOfTheServerAreFoundHere_data()
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QByteArray>("configDirectory");
    QTest::addColumn<QByteArray>("aliases"); // where /etc/aliases is
    QTest::addColumn<QByteArray>("table"); // where $config_directory/virtual is
    const auto row = [](const char *name, const char *folder, const char *configDirectory,
                        const char *aliases, const char *table) {
        QTest::newRow(name) << QString::fromLatin1(folder) << QByteArray(configDirectory)
                            << QByteArray(aliases) << QByteArray(table);
    };
    row("this machine", "/etc/postfix", "/etc/postfix", "/etc/aliases", "/etc/postfix/virtual");
    row("another instance", "/etc/postfix-out", "/etc/postfix-out", "/etc/aliases",
        "/etc/postfix-out/virtual");
    row("a mounted server", "/mnt/a/etc/postfix", "/etc/postfix", "/mnt/a/etc/aliases",
        "/mnt/a/etc/postfix/virtual");
    row("another instance of it", "/mnt/a/etc/postfix-out", "/etc/postfix-out", "/mnt/a/etc/aliases",
        "/mnt/a/etc/postfix-out/virtual");
    row("a mounted FreeBSD", "/mnt/a/usr/local/etc/postfix", "/usr/local/etc/postfix", "/mnt/a/etc/aliases",
        "/mnt/a/usr/local/etc/postfix/virtual");
    row("a copy", "/home/me/mail", "/etc/postfix", "", "/home/me/mail/virtual");
    row("a copy that only looks alike", "/home/me/etc/mail", "/etc/postfix", "", "/home/me/etc/mail/virtual");
}

void TestFolder::pathsOfTheServerAreFoundHere()
{
    QFETCH(const QString, folder);
    QTEST(folder::configDirectory(folder), "configDirectory");
    QTEST(folder::localPath(folder, "/etc/aliases").toUtf8(), "aliases");
    QTEST(folder::localPath(folder, folder::configDirectory(folder) + "/virtual").toUtf8(), "table");
}

void TestFolder::oddFilesAreNoProblem()
{
    write(path("-n"), "dash\n");
    write(path("two\nlines"), "x\n");
    QVERIFY(::symlink("loop", qPrintable(path("loop"))) == 0);
    QVERIFY(::mkfifo(qPrintable(path("fifo")), 0600) == 0);
    QVERIFY(QDir().mkpath(path("folder.cf")));
    write(path("binary"), QByteArray("x\0y", 3));
    QStringList names;
    const folder::Opened all = opened();
    for (const model::File &file : all.snapshot.files().sliced(4))
        names.append(file.info().name);
    names.sort();
    QCOMPARE(names, (QStringList{QStringLiteral("-n"), QStringLiteral("two\nlines")}));
}

void TestFolder::problemStaysWithItsFile_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<int>("code");
    QTest::newRow("a folder in its place") << "folder" << int(Error::Code::NotAFile);
    QTest::newRow("missing") << "missing" << int(Error::Code::NotFound);
    QTest::newRow("larger than the limit") << "large" << int(Error::Code::TooLarge);
    QTest::newRow("one line longer than the limit") << "line" << int(Error::Code::TooLarge);
}

void TestFolder::problemStaysWithItsFile()
{
    QFETCH(const QString, what);
    QFETCH(const int, code);
    QVERIFY(QFile::remove(path("main.cf")));
    folder::Limits limits;
    if (what == QLatin1String("folder"))
        QVERIFY(QDir().mkpath(path("main.cf")));
    if (what == QLatin1String("large")) {
        limits.configurationFile = 1000;
        write(path("main.cf"), QByteArray("a = b\n").repeated(1000));
    }
    if (what == QLatin1String("line")) {
        limits.line = 1000;
        write(path("main.cf"), "a = " + QByteArray(2000, 'b') + '\n');
    }
    const folder::Opened all = opened({.limits = limits});
    const model::File &file = all.snapshot.file(FileId::MainCf);
    QVERIFY(file.info().problem);
    QCOMPARE(int(file.info().problem->code), code);
    QCOMPARE(file.text().size(), 0);
    QCOMPARE(file.isEditable(), code == int(Error::Code::NotFound));
    QCOMPARE(all.snapshot.masterCf().services().size(), 1);
}

void TestFolder::folderWithoutConfigurationIsAnError()
{
    QTemporaryDir empty;
    const auto result = folder::open(*m_store, empty.path());
    QVERIFY(!result);
    QCOMPARE(result.error().code, Error::Code::NotFound);
    const auto missing = folder::open(*m_store, empty.filePath(QStringLiteral("nosuch")));
    QVERIFY(!missing);
    QCOMPARE(missing.error().code, Error::Code::NotFound);
}

void TestFolder::openingAndSavingWritesNothing()
{
    folder::Opened all = opened();
    struct stat before
    {
    };
    QVERIFY(::stat(qPrintable(path("main.cf")), &before) == 0);
    const auto report = folder::save(*m_store, all, all.snapshot, all.snapshot.ids());
    QVERIFY(report);
    QVERIFY(report->files.isEmpty());
    struct stat after
    {
    };
    QVERIFY(::stat(qPrintable(path("main.cf")), &after) == 0);
    QCOMPARE(after.st_ino, before.st_ino);
    QCOMPARE(after.st_ctim.tv_nsec, before.st_ctim.tv_nsec);
}

void TestFolder::editIsSaved()
{
    folder::Opened all = opened();
    const model::Snapshot once = edited(all.snapshot, FileId::MainCf, {0, 0}, "# mine\n");
    QVERIFY(folder::save(*m_store, all, once, once.ids()));
    QVERIFY(corpus::read(path("main.cf")).startsWith("# mine\nvirtual_alias_maps"));
    // What was saved is what the next save compares with.
    const model::Snapshot twice = edited(once, FileId::MainCf, {0, 7}, {});
    QVERIFY(folder::save(*m_store, all, twice, twice.ids()));
    QVERIFY(corpus::read(path("main.cf")).startsWith("virtual_alias_maps"));
}

void TestFolder::missingFileIsMadeBySaving()
{
    QVERIFY(QFile::remove(path("master.cf")));
    folder::Opened all = opened();
    const QByteArray service = "smtp inet n - y - - smtpd\n";
    const model::Snapshot next = edited(all.snapshot, FileId::MasterCf, {0, 0}, service);
    QVERIFY(folder::save(*m_store, all, next, {FileId::MasterCf}));
    QCOMPARE(corpus::read(path("master.cf")), service);
}

void TestFolder::changeOnDiskIsAConflict()
{
    write(path("main.cf"), "a = 1\nb = 2\nc = 3\nd = 4\ne = 5\n");
    folder::Opened all = opened();
    const model::Snapshot ours = edited(all.snapshot, FileId::MainCf, {4, 5}, "one");
    write(path("main.cf"), "a = 1\nb = 2\nc = 3\nd = 4\ne = five\n");
    const auto refused = folder::save(*m_store, all, ours, ours.ids());
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, Error::Code::ChangedOnDisk);
    QVERIFY(corpus::read(path("main.cf")).endsWith("five\n"));

    const auto found = folder::conflicts(*m_store, all, ours, ours.ids());
    QVERIFY(found);
    QCOMPARE(found->size(), 1);
    const folder::Conflict &conflict = found->first();
    QCOMPARE(conflict.file, FileId::MainCf);
    QVERIFY(!conflict.merge.hasConflicts);
    const QByteArray merged = "a = one\nb = 2\nc = 3\nd = 4\ne = five\n";
    QCOMPARE(conflict.merge.bytes, merged);

    // Taken over, it can be saved.
    folder::Opened known = folder::acknowledged(all, *found);
    const model::Snapshot next =
        edited(ours, FileId::MainCf, {0, ours.file(FileId::MainCf).text().size()}, conflict.merge.bytes);
    QVERIFY(folder::save(*m_store, known, next, next.ids()));
    QCOMPARE(corpus::read(path("main.cf")), merged);
}

void TestFolder::corpusOpensAndSavesUnchanged()
{
    const QStringList all = corpus::files();
    if (all.isEmpty() && !corpus::isNamed())
        QSKIP("no further configurations at hand");
    QVERIFY2(!all.isEmpty(), "the named folder is empty");
    int count = 0;
    for (const QString &file : all) {
        const QByteArray bytes = corpus::read(file);
        write(path("main.cf"), bytes);
        write(path("master.cf"), bytes);
        folder::Opened both = opened({.scope = folder::Scope::MainAndMaster});
        QCOMPARE(both.snapshot.file(FileId::MainCf).text().bytes(), bytes);
        const auto report = folder::save(*m_store, both, both.snapshot, both.snapshot.ids());
        QVERIFY(report && report->files.isEmpty());
        QCOMPARE(corpus::read(path("main.cf")), bytes);
        ++count;
    }
    qInfo("%d files opened and saved without a write", count);
}

QTEST_GUILESS_MAIN(TestFolder)
#include "tst_folder.moc"
