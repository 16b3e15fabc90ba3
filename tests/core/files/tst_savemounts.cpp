// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/files/localfilestore.h"
#include "faults.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>
#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

using base::Error;
using files::Content;
using files::Write;
using How = files::SavedFile::How;
using namespace Qt::StringLiterals;

namespace {

constexpr int exitRight = 0;
constexpr int exitNoMount = 77;

void write(const char *path, const QByteArray &text)
{
    const int fd = open(path, O_WRONLY | O_CLOEXEC);
    if (fd >= 0)
        (void)!::write(fd, text.constData(), static_cast<size_t>(text.size()));
    close(fd);
}

/// Mounts of this process alone; as root of a user namespace where one is not root already.
bool enterPrivateMounts()
{
    const QByteArray user = QByteArray::number(geteuid());
    const QByteArray group = QByteArray::number(getegid());
    if (unshare(geteuid() == 0 ? CLONE_NEWNS : CLONE_NEWNS | CLONE_NEWUSER) != 0)
        return false;
    if (user != "0") {
        write("/proc/self/setgroups", "deny");
        write("/proc/self/uid_map", "0 " + user + " 1");
        write("/proc/self/gid_map", "0 " + group + " 1");
    }
    return mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
}

} // namespace

/// Saves on real file systems that are full, read-only, or put together of several. Everything happens in
/// child processes with mounts of their own; a child says with its exit code which check failed.
class TestSaveMounts : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void fullDisk_data();
    void fullDisk();
    void fullStateFolder();
    void readOnlyFolder();
    void fileThatIsAMountOfItsOwn();
    void writableFileInAReadOnlyFolder();

private:
    QByteArray bytes(const QString &name) const { return m_temporary->filePath(name).toUtf8(); }
    QString path(const QString &name) const { return m_temporary->filePath(name); }
    Write writeOf(const QString &name, const QByteArray &before, const QByteArray &after) const
    {
        return {.path = path(name),
                .content = {after},
                .opened = files::Fingerprint{},
                .openedContent = Content{before}};
    }
    bool put(const QString &name, const QByteArray &content) const
    {
        QFile file(path(name));
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.flush();
    }
    QByteArray disk(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("missing");
    }
    bool hasLeftovers() const
    {
        return !QDir(path(u"disk"_s)).entryList({u"*save-*"_s}, QDir::Files | QDir::Hidden).isEmpty()
            || !QDir(path(u"state"_s)).entryList({u"*save-*"_s}, QDir::Files | QDir::Hidden).isEmpty();
    }
    void runChild(const std::function<int()> &work) const;
    int saveOnFullDisk(qsizetype freeBytes, bool isInPlace, bool &isSaved) const;

    std::unique_ptr<QTemporaryDir> m_temporary;
};

void TestSaveMounts::init()
{
    m_temporary = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir(m_temporary->path()).mkdir(u"disk"_s));
}

void TestSaveMounts::runChild(const std::function<int()> &work) const
{
    const int code =
        faults::runFreely({.run = [&work] { return enterPrivateMounts() ? work() : exitNoMount; }});
    if (code == exitNoMount)
        QSKIP("This user can't have mounts of its own here: the system allows no user namespaces.");
    QCOMPARE(code, exitRight);
}

void TestSaveMounts::fullDisk_data()
{
    QTest::addColumn<bool>("isInPlace");
    QTest::newRow("replaced") << false;
    QTest::newRow("in place") << true;
}

int TestSaveMounts::saveOnFullDisk(qsizetype freeBytes, bool isInPlace, bool &isSaved) const
{
    const QByteArray mountPoint = bytes(u"disk"_s);
    if (mount("none", mountPoint.constData(), "tmpfs", 0, "size=256k") != 0)
        return exitNoMount;
    const QByteArray oldTable(20'000, 'o');
    const QByteArray newTable(40'000, 'n');
    if (!put(u"disk/main.cf"_s, "old\n") || !put(u"disk/table"_s, oldTable))
        return 1;
    if (isInPlace && link(bytes(u"disk/table"_s).constData(), bytes(u"disk/twin"_s).constData()) != 0)
        return 2;
    // Fill it, then give back the room that is to be free.
    const int filler = open(bytes(u"disk/filler"_s).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    const QByteArray block(4096, 'f');
    off_t filled = 0;
    while (::write(filler, block.constData(), static_cast<size_t>(block.size())) > 0)
        filled += block.size();
    if (ftruncate(filler, std::max<off_t>(0, filled - freeBytes)) != 0)
        return 3;
    close(filler);

    files::LocalFileStore store(path(u"state"_s));
    const auto saved = store.save(
        {writeOf(u"disk/main.cf"_s, "old\n", "new\n"), writeOf(u"disk/table"_s, oldTable, newTable)}, {});
    isSaved = saved.has_value();
    if (!isSaved && saved.error().code != Error::Code::NoSpace)
        return 4;
    if (!isSaved && !saved.error().subject.startsWith(path(u"disk"_s)))
        return 5;
    if (disk(u"disk/main.cf"_s) != (isSaved ? "new\n" : "old\n"))
        return 6;
    if (disk(u"disk/table"_s) != (isSaved ? newTable : oldTable))
        return 7;
    if (hasLeftovers())
        return 8;
    return umount(mountPoint.constData()) == 0 ? exitRight : 9;
}

void TestSaveMounts::fullDisk()
{
    QFETCH(const bool, isInPlace);
    runChild([this, isInPlace] {
        int runs = 0;
        int saves = 0;
        for (qsizetype freeBytes = 0; freeBytes <= 163'840; freeBytes += 4096) {
            bool isSaved = false;
            const int code = saveOnFullDisk(freeBytes, isInPlace, isSaved);
            if (code != exitRight)
                return code;
            ++runs;
            saves += isSaved ? 1 : 0;
        }
        std::printf("%d full disks, %d saves found room, 0 losses\n", runs, saves);
        std::fflush(stdout);
        return saves > 0 && saves < runs ? exitRight : 10;
    });
}

void TestSaveMounts::fullStateFolder()
{
    QVERIFY(QDir(m_temporary->path()).mkdir(u"state"_s));
    QVERIFY(put(u"disk/main.cf"_s, "old\n"));
    runChild([this] {
        if (mount("none", bytes(u"state"_s).constData(), "tmpfs", 0, "size=4k,mode=700") != 0)
            return exitNoMount;
        if (!put(u"state/filler"_s, QByteArray(4096, 'f')))
            return 1;
        files::LocalFileStore store(path(u"state"_s));
        const auto saved = store.save({writeOf(u"disk/main.cf"_s, "old\n", "new\n")}, {});
        if (saved || saved.error().code != Error::Code::NoSpace)
            return 2;
        if (!saved.error().subject.startsWith(path(u"state"_s)))
            return 3;
        return disk(u"disk/main.cf"_s) == "old\n" && !hasLeftovers() ? exitRight : 4;
    });
}

void TestSaveMounts::readOnlyFolder()
{
    QVERIFY(put(u"disk/main.cf"_s, "old\n"));
    runChild([this] {
        const QByteArray folder = bytes(u"disk"_s);
        if (mount(folder.constData(), folder.constData(), nullptr, MS_BIND, nullptr) != 0
            || mount(nullptr, folder.constData(), nullptr, MS_BIND | MS_REMOUNT | MS_RDONLY, nullptr) != 0)
            return exitNoMount;
        files::LocalFileStore store(path(u"state"_s));
        const auto saved = store.save({writeOf(u"disk/main.cf"_s, "old\n", "new\n")}, {});
        if (saved || saved.error().code != Error::Code::ReadOnly)
            return 1;
        if (saved.error().subject != path(u"disk/main.cf"_s))
            return 2;
        const auto created = store.save({{.path = path(u"disk/virtual"_s), .content = {"a b\n"}}}, {});
        if (created || created.error().code != Error::Code::ReadOnly)
            return 3;
        // Nothing to write is nothing to complain about.
        if (!store.save({writeOf(u"disk/main.cf"_s, "old\n", "old\n")}, {}))
            return 4;
        return disk(u"disk/main.cf"_s) == "old\n" && !hasLeftovers() ? exitRight : 5;
    });
}

// As in a container whose main.cf comes from the host.
void TestSaveMounts::fileThatIsAMountOfItsOwn()
{
    QVERIFY(put(u"host.cf"_s, "old\n"));
    QVERIFY(put(u"disk/main.cf"_s, {}));
    runChild([this] {
        if (mount(bytes(u"host.cf"_s).constData(), bytes(u"disk/main.cf"_s).constData(), nullptr, MS_BIND,
                  nullptr)
            != 0)
            return exitNoMount;
        files::LocalFileStore store(path(u"state"_s));
        const auto saved = store.save({writeOf(u"disk/main.cf"_s, "old\n", "new and longer\n")}, {});
        if (!saved || saved->files.first().how != How::WrittenInPlace)
            return 1;
        return disk(u"host.cf"_s) == "new and longer\n" && !hasLeftovers() ? exitRight : 2;
    });
}

void TestSaveMounts::writableFileInAReadOnlyFolder()
{
    QVERIFY(put(u"host.cf"_s, "old\n"));
    QVERIFY(put(u"disk/main.cf"_s, {}));
    runChild([this] {
        const QByteArray folder = bytes(u"disk"_s);
        if (mount(folder.constData(), folder.constData(), nullptr, MS_BIND, nullptr) != 0
            || mount(bytes(u"host.cf"_s).constData(), bytes(u"disk/main.cf"_s).constData(), nullptr, MS_BIND,
                     nullptr)
                != 0
            || mount(nullptr, folder.constData(), nullptr, MS_BIND | MS_REMOUNT | MS_RDONLY, nullptr) != 0)
            return exitNoMount;
        files::LocalFileStore store(path(u"state"_s));
        const auto saved = store.save({writeOf(u"disk/main.cf"_s, "old\n", "n\n")}, {});
        if (!saved || saved->files.first().how != How::WrittenInPlace)
            return 1;
        return disk(u"host.cf"_s) == "n\n" && !hasLeftovers() ? exitRight : 2;
    });
}

QTEST_GUILESS_MAIN(TestSaveMounts)
#include "tst_savemounts.moc"
