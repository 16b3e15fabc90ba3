// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/files/localfilestore.h"
#include "core/files/path.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

using base::Error;
using files::Content;
using files::SavedFile;
using files::Write;
using How = files::SavedFile::How;
using namespace Qt::StringLiterals;

class TestSave : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void nothingChangedWritesNothing();
    void newBytesReplaceOldOnes();
    void modeOwnerAndAttributesStay();
    void aclStays();
    void linkIsFollowed();
    void linkInACircleIsRefused();
    void hardLinkIsKept();
    void newFileGetsItsMode();
    void newFileThroughDanglingLink();
    void newFileThatIsThereAlready();
    void changedUnderneathIsNoticed_data();
    void changedUnderneathIsNoticed();
    void diskThatAlreadyHasTheNewBytesIsNoConflict();
    void conflictsCarryTheDisk();
    void oneRefusedFileLeavesAllAsTheyWere();
    void sameFileTwice();
    void mappedFileIsSavedUnlessTouched_data();
    void mappedFileIsSavedUnlessTouched();
    void cancelledSaveLeavesNoTrace();
    void reportSaysWhatTheFileIsNow();

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    QByteArray bytes(const QString &name) const { return files::pathToBytes(path(name)); }
    struct stat status(const QString &name) const
    {
        struct stat status = {};
        lstat(bytes(name).constData(), &status);
        return status;
    }
    void put(const QString &name, const QByteArray &content) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }
    QByteArray disk(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("missing");
    }
    /// A write of a file as it is opened now.
    Write writeOf(const QString &name, const Content &content) const
    {
        const auto read = m_store->read(path(name));
        Q_ASSERT(read);
        return {.path = path(name),
                .content = content,
                .opened = read->fingerprint,
                .openedContent = Content{read->bytes}};
    }
    QStringList everything() const
    {
        return QDir(m_folder->path())
                   .entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot)
            + QDir(path(QStringLiteral("state"))).entryList(QDir::Files | QDir::Hidden);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<files::LocalFileStore> m_store;
    const QString m_main = QStringLiteral("main.cf");
    const QString m_master = QStringLiteral("master.cf");
};

void TestSave::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_store = std::make_unique<files::LocalFileStore>(path(QStringLiteral("state")));
    put(m_main, "old main\n");
    put(m_master, "old master\n");
}

void TestSave::nothingChangedWritesNothing()
{
    const auto before = status(m_main);
    const auto saved = m_store->save({writeOf(m_main, {"old ", "main\n"})}, {});
    QVERIFY(saved);
    QCOMPARE(saved->files.first().how, How::Unchanged);
    const auto after = status(m_main);
    QCOMPARE(after.st_ino, before.st_ino);
    QCOMPARE(after.st_ctim.tv_nsec, before.st_ctim.tv_nsec);
    QCOMPARE(everything(), QStringList({m_main, m_master}));
}

void TestSave::newBytesReplaceOldOnes()
{
    const auto before = status(m_main);
    const auto saved =
        m_store->save({writeOf(m_main, {"new\0"_ba + "main\n", "\xff"}), writeOf(m_master, {})}, {});
    QVERIFY(saved);
    QCOMPARE(saved->files.size(), 2);
    QCOMPARE(saved->files[0].how, How::Replaced);
    QCOMPARE(saved->files[1].how, How::Replaced);
    QCOMPARE(disk(m_main), "new\0main\n\xff"_ba);
    QCOMPARE(disk(m_master), QByteArray());
    QVERIFY(status(m_main).st_ino != before.st_ino);
    QCOMPARE(everything(), QStringList({m_main, m_master, QStringLiteral("state")}));
}

void TestSave::modeOwnerAndAttributesStay()
{
    const QByteArray file = bytes(m_main);
    const bool hasAttributes = setxattr(file.constData(), "user.note", "kept", 4, 0) == 0;
    if (geteuid() == 0)
        QCOMPARE(chown(file.constData(), 123, 456), 0);
    QCOMPARE(chmod(file.constData(), 04751), 0);
    const auto before = status(m_main);

    const auto saved = m_store->save({writeOf(m_main, {"new"})}, {});
    QVERIFY(saved);
    QCOMPARE(saved->files.first().how, How::Replaced);
    const auto after = status(m_main);
    QCOMPARE(after.st_mode, before.st_mode);
    QCOMPARE(after.st_uid, before.st_uid);
    QCOMPARE(after.st_gid, before.st_gid);
    if (hasAttributes) {
        char value[16] = {};
        QCOMPARE(getxattr(file.constData(), "user.note", value, sizeof value), 4);
        QCOMPARE(QByteArray(value), QByteArray("kept"));
    }
}

void TestSave::aclStays()
{
    // Version 2; owner rw-, user 1 rw-, group r--, mask rw-, other ---, as acl(5) lays them out.
    const QByteArray acl = QByteArray::fromHex("02000000"
                                               "01000600ffffffff"
                                               "0200060001000000"
                                               "04000400ffffffff"
                                               "10000600ffffffff"
                                               "20000000ffffffff");
    constexpr char name[] = "system.posix_acl_access";
    const QByteArray file = bytes(m_main);
    if (setxattr(file.constData(), name, acl.constData(), size_t(acl.size()), 0) != 0)
        QSKIP("The file system of the temporary folder has no ACLs.");
    // The folder gives new files an ACL of its own, which must not stick to the file without one.
    QCOMPARE(
        setxattr(bytes({}).constData(), "system.posix_acl_default", acl.constData(), size_t(acl.size()), 0),
        0);

    QVERIFY(m_store->save({writeOf(m_main, {"new"}), writeOf(m_master, {"new"})}, {}));
    QByteArray value(256, '\0');
    value.truncate(getxattr(file.constData(), name, value.data(), size_t(value.size())));
    QCOMPARE(value, acl);
    QCOMPARE(getxattr(bytes(m_master).constData(), name, nullptr, 0), ssize_t(-1));
    QCOMPARE(status(m_master).st_mode & 07777U, 0644U);
}

void TestSave::linkIsFollowed()
{
    QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("sub")));
    QCOMPARE(symlink("../main.cf", bytes(QStringLiteral("sub/one")).constData()), 0);
    QCOMPARE(symlink("sub/one", bytes(QStringLiteral("two")).constData()), 0);
    QVERIFY(m_store->save({writeOf(QStringLiteral("two"), {"new"})}, {}));
    QCOMPARE(disk(m_main), QByteArray("new"));
    QVERIFY(S_ISLNK(status(QStringLiteral("two")).st_mode));
    QVERIFY(S_ISLNK(status(QStringLiteral("sub/one")).st_mode));
}

void TestSave::linkInACircleIsRefused()
{
    QCOMPARE(symlink("ring", bytes(QStringLiteral("ring")).constData()), 0);
    const auto saved = m_store->save({{.path = path(QStringLiteral("ring")), .content = {"new"}}}, {});
    QVERIFY(!saved);
    QCOMPARE(saved.error().code, Error::Code::NotAFile);
    QCOMPARE(saved.error().subject, path(QStringLiteral("ring")));
}

void TestSave::hardLinkIsKept()
{
    QCOMPARE(link(bytes(m_main).constData(), bytes(QStringLiteral("twin")).constData()), 0);
    const auto before = status(m_main);
    for (const QByteArray &content : {"longer than it was\n"_ba, "s"_ba, QByteArray()}) {
        const auto saved = m_store->save({writeOf(m_main, {content})}, {});
        QVERIFY(saved);
        QCOMPARE(saved->files.first().how, How::WrittenInPlace);
        QCOMPARE(disk(m_main), content);
        QCOMPARE(disk(QStringLiteral("twin")), content);
    }
    QCOMPARE(status(m_main).st_ino, before.st_ino);
    QCOMPARE(status(m_main).st_nlink, before.st_nlink);
    QCOMPARE(everything().size(), 4);
}

void TestSave::newFileGetsItsMode()
{
    const mode_t mask = umask(022);
    const auto saved =
        m_store->save({{.path = path(QStringLiteral("virtual")), .content = {"a b\n"}},
                       {.path = path(QStringLiteral("sasl")), .content = {"p\n"}, .isSecret = true}},
                      {});
    umask(mask);
    QVERIFY(saved);
    QCOMPARE(saved->files[0].how, How::Created);
    QCOMPARE(disk(QStringLiteral("virtual")), QByteArray("a b\n"));
    QCOMPARE(status(QStringLiteral("virtual")).st_mode & 07777U, 0644U);
    QCOMPARE(status(QStringLiteral("sasl")).st_mode & 07777U, 0600U);
}

void TestSave::newFileThroughDanglingLink()
{
    QCOMPARE(symlink("later", bytes(QStringLiteral("link")).constData()), 0);
    QVERIFY(m_store->save({{.path = path(QStringLiteral("link")), .content = {"new"}}}, {}));
    QCOMPARE(disk(QStringLiteral("later")), QByteArray("new"));
    QVERIFY(S_ISLNK(status(QStringLiteral("link")).st_mode));
}

void TestSave::newFileThatIsThereAlready()
{
    const auto saved = m_store->save({{.path = path(m_main), .content = {"new"}}}, {});
    QVERIFY(!saved);
    QCOMPARE(saved.error().code, Error::Code::ChangedOnDisk);
    QCOMPARE(disk(m_main), QByteArray("old main\n"));
}

void TestSave::changedUnderneathIsNoticed_data()
{
    QTest::addColumn<QString>("known");
    QTest::addColumn<QString>("change");
    for (const char *known : {"content", "hash", "times"})
        for (const char *change : {"same size and time", "longer", "removed"})
            QTest::addRow("%s, %s", known, change)
                << QString::fromLatin1(known) << QString::fromLatin1(change);
}

void TestSave::changedUnderneathIsNoticed()
{
    QFETCH(const QString, known);
    QFETCH(const QString, change);
    Write write = writeOf(m_main, {"new"});
    if (known != QStringLiteral("content"))
        write.openedContent.reset();
    if (known == QStringLiteral("hash"))
        write.opened->contentHash = files::hashOf({"old main\n"});

    if (change == QStringLiteral("removed")) {
        QVERIFY(QFile::remove(path(m_main)));
    } else if (change == QStringLiteral("longer")) {
        put(m_main, "someone else's line\n");
    } else {
        const timespec times[] = {status(m_main).st_atim, status(m_main).st_mtim};
        put(m_main, "OLD main\n");
        QCOMPARE(utimensat(AT_FDCWD, bytes(m_main).constData(), times, 0), 0);
    }
    const QByteArray before = disk(m_main);
    const auto saved = m_store->save({writeOf(m_master, {"new"}), write}, {});
    QVERIFY(!saved);
    QCOMPARE(saved.error().code, Error::Code::ChangedOnDisk);
    QCOMPARE(saved.error().subject, path(m_main));
    QCOMPARE(disk(m_main), before);
    QCOMPARE(disk(m_master), QByteArray("old master\n"));
}

void TestSave::diskThatAlreadyHasTheNewBytesIsNoConflict()
{
    const Write write = writeOf(m_main, {"new"});
    put(m_main, "new");
    const auto conflicts = m_store->conflicts({write});
    QVERIFY(conflicts);
    QVERIFY(conflicts->isEmpty());
    const auto saved = m_store->save({write}, {});
    QVERIFY(saved);
    QCOMPARE(saved->files.first().how, How::Unchanged);
}

void TestSave::conflictsCarryTheDisk()
{
    const QList<Write> writes = {writeOf(m_main, {"new"}), writeOf(m_master, {"new"})};
    QVERIFY(m_store->conflicts(writes)->isEmpty());
    put(m_main, "theirs\n");
    QVERIFY(QFile::remove(path(m_master)));
    const auto conflicts = m_store->conflicts(writes);
    QVERIFY(conflicts);
    QCOMPARE(conflicts->size(), 2);
    QCOMPARE(conflicts->at(0).path, path(m_main));
    QCOMPARE(conflicts->at(0).disk->bytes, QByteArray("theirs\n"));
    QVERIFY(!conflicts->at(1).disk);
}

void TestSave::oneRefusedFileLeavesAllAsTheyWere()
{
    QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("gone")));
    put(QStringLiteral("gone/table"), "x\n");
    Write lost{.path = path(QStringLiteral("nowhere/table")), .content = {"y\n"}};
    const auto before = status(m_main);
    const auto saved = m_store->save({writeOf(m_main, {"new"}), lost}, {});
    QVERIFY(!saved);
    QCOMPARE(saved.error().code, Error::Code::NotFound);
    QCOMPARE(disk(m_main), QByteArray("old main\n"));
    QCOMPARE(status(m_main).st_ino, before.st_ino);
    QCOMPARE(everything(), QStringList({QStringLiteral("gone"), m_main, m_master, QStringLiteral("state")}));
}

void TestSave::sameFileTwice()
{
    QCOMPARE(symlink("main.cf", bytes(QStringLiteral("link")).constData()), 0);
    const QString linkName = QStringLiteral("link");
    const auto refused = m_store->save({writeOf(m_main, {"one"}), writeOf(linkName, {"two"})}, {});
    QVERIFY(!refused);
    QCOMPARE(disk(m_main), QByteArray("old main\n"));
    const auto saved = m_store->save({writeOf(m_main, {"one"}), writeOf(linkName, {"o", "ne"})}, {});
    QVERIFY(saved);
    QCOMPARE(disk(m_main), QByteArray("one"));
    QCOMPARE(saved->files[0].fingerprint.inode, saved->files[1].fingerprint.inode);
}

void TestSave::mappedFileIsSavedUnlessTouched_data()
{
    QTest::addColumn<bool>("isTouched");
    QTest::newRow("left alone") << false;
    QTest::newRow("written by someone else with a byte of the same size") << true;
}

/// Of a large quiet file nothing is read again before it is replaced; its times tell.
void TestSave::mappedFileIsSavedUnlessTouched()
{
    QFETCH(bool, isTouched);
    const QByteArray old = QByteArray("a row of a table\n").repeated(600000);
    put(m_main, old);
    const files::ReadOptions brief{.isBrief = true};
    QTRY_VERIFY_WITH_TIMEOUT(m_store->read(path(m_main), brief)->fingerprint.isSettled, 10000);
    const auto read = m_store->read(path(m_main), brief);
    QCOMPARE(read->bytes, old);
    QVERIFY(!m_store->read(path(m_master), brief)->fingerprint.isSettled); // it is small
    QVERIFY(!m_store->read(path(m_main))->fingerprint.isSettled);
    const Write write{.path = path(m_main),
                      .content = {"first\n", QByteArray::fromRawData(read->bytes.constData(), 17000), "last"},
                      .opened = read->fingerprint,
                      .openedContent = Content{read->bytes}};
    if (isTouched) {
        QFile file(path(m_main));
        QVERIFY(file.open(QIODevice::ReadWrite) && file.write("A") == 1);
    }
    const auto saved = m_store->save({write}, {});
    QCOMPARE(bool(saved), !isTouched);
    if (isTouched) {
        QCOMPARE(saved.error().code, Error::Code::ChangedOnDisk);
        QCOMPARE(disk(m_main), "A" + old.sliced(1));
    } else {
        QCOMPARE(saved->files.first().how, How::Replaced);
        QCOMPARE(disk(m_main), "first\n" + old.first(17000) + "last");
    }
    QVERIFY(std::ranges::none_of(everything(), [](const QString &name) { return name.startsWith(u'.'); }));
}

void TestSave::cancelledSaveLeavesNoTrace()
{
    files::Progress progress([&progress](qint64, qint64) { progress.cancel(); });
    const auto saved = m_store->save({writeOf(m_main, {"new"})}, progress);
    QVERIFY(!saved);
    QCOMPARE(saved.error().code, Error::Code::Cancelled);
    QCOMPARE(disk(m_main), QByteArray("old main\n"));
    QCOMPARE(everything(), QStringList({m_main, m_master, QStringLiteral("state")}));
}

void TestSave::reportSaysWhatTheFileIsNow()
{
    const auto saved = m_store->save({writeOf(m_main, {"new"})}, {});
    QVERIFY(saved);
    const SavedFile &file = saved->files.first();
    QVERIFY(isUntouched(file.fingerprint, *m_store->fingerprint(path(m_main))));
    const auto again =
        m_store->save({{.path = path(m_main), .content = {"newer"}, .opened = file.fingerprint}}, {});
    QVERIFY(again);
    QCOMPARE(disk(m_main), QByteArray("newer"));
}

QTEST_GUILESS_MAIN(TestSave)
#include "tst_save.moc"
