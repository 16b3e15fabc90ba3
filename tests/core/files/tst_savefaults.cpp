// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/files/localfilestore.h"
#include "core/files/path.h"
#include "faults.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <grp.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

using base::Error;
using faults::Fault;
using files::Write;
using namespace Qt::StringLiterals;
using How = files::SavedFile::How;

namespace {

// Forking a process under AddressSanitizer takes ten times as long; that run is about memory, not about
// order.
constexpr int stride = TEST_SHARE == 1 ? 1 : 13;

constexpr int exitSaved = 0;
constexpr int exitError = 10; // plus the code of the error
constexpr int exitWrongPath = 2;
constexpr int exitWrongHow = 3;
constexpr int exitNoUser = 4;

// Not those of root, nor of anyone who is likely to exist.
constexpr uid_t admin = 54001;
constexpr uid_t owner = 54002;
constexpr gid_t mailAdmins = 54003;

/// A file of a scenario: what it is before the save, what it is to be, and what is special about it.
struct Subject
{
    QString name;
    QByteArray before; ///< not there: a new file
    QByteArray after;
    How how = How::Replaced;
    QString linkFrom = {}; ///< saved through this symbolic link
    QString twin = {}; ///< another name of the same file
    mode_t mode = 0640;
};

struct Scenario
{
    QList<Subject> subjects;
    bool isForeign = false; ///< saved by `admin`, who only shares a group with the owner
    mode_t folderMode = 0755;

    /// One rename is the whole save: there is nothing half-done to take back.
    bool isAtomic() const { return subjects.size() == 1 && subjects.first().how != How::WrittenInPlace; }
};

/// The call with which the save is done: the rename of the journal, or to sync the folder after the only
/// rename.
int lastStep(const Scenario &scenario, const QList<long> &calls)
{
    return static_cast<int>(calls.lastIndexOf(scenario.isAtomic() ? SYS_fsync : SYS_rename));
}

QByteArray manyLines(char letter, int lines)
{
    return QByteArray(59, letter).append('\n').repeated(lines);
}

// Larger than the blocks a file is copied in, so that a kill can come between two of them.
const QByteArray longOld = manyLines('o', 5'000);
const QByteArray longNew = manyLines('n', 4'500);

void becomeSaver(const Scenario &scenario)
{
    if (scenario.isForeign && (setgroups(0, nullptr) != 0 || setgid(mailAdmins) != 0 || setuid(admin) != 0))
        _exit(exitNoUser);
}

} // namespace

class TestSaveFaults : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase() const;
    void everyKindIsWrittenItsWay_data() { scenarios(); }
    void everyKindIsWrittenItsWay();
    void killedAfterEveryCall_data() { scenarios(); }
    void killedAfterEveryCall();
    void killedWhilePuttingBack_data() { scenarios(); }
    void killedWhilePuttingBack();
    void killedWhileRecovering_data() { scenarios(); }
    void killedWhileRecovering();
    void everyCallFails_data();
    void everyCallFails();
    void mountVanishes_data() { scenarios(); }
    void mountVanishes();

private:
    static void scenarios();
    void setUp(const Scenario &scenario);
    base::Result<files::SaveReport> saveAll(const Scenario &scenario) const;
    int save(const Scenario &scenario) const;
    int recover() const;
    faults::Work saving(const Scenario &scenario) const;
    faults::Work recovering(const Scenario &scenario) const;
    /// Empty when all files are old, or all new; else what is wrong. `wanted` narrows it to one of the two.
    enum class Wanted { OldOrNew, Old, New };
    QString fault(const Scenario &scenario, Wanted wanted) const;
    void verifyAfter(const Scenario &scenario, const Fault &fault, Wanted wanted);

    QString path(const QString &name) const { return m_folder + u'/' + name; }
    QByteArray bytes(const QString &name) const { return files::pathToBytes(path(name)); }

    std::unique_ptr<QTemporaryDir> m_temporary;
    QString m_folder;
    QString m_state;
    int m_runs = 0;
    int m_losses = 0;
};

void TestSaveFaults::scenarios()
{
    QTest::addColumn<Scenario>("scenario");
    const Subject main{u"main.cf"_s, "old main\n", "new main\n"};
    const Subject master{u"master.cf"_s, "old master\n", ""};
    const Subject fresh{
        .name = u"virtual"_s, .before = {}, .after = "a b\n", .how = How::Created, .mode = 0644};
    const Subject linked{.name = u"elsewhere/aliases"_s,
                         .before = "root: old\n",
                         .after = "root: new\n",
                         .linkFrom = u"aliases"_s};
    const Subject twin{.name = u"twin"_s,
                       .before = "old twin\n",
                       .after = "new twin, longer\n",
                       .how = How::WrittenInPlace,
                       .twin = u"elsewhere/twin"_s};
    const Subject shorter{.name = u"shrinks"_s,
                          .before = longOld,
                          .after = longNew,
                          .how = How::WrittenInPlace,
                          .twin = u"elsewhere/shrinks"_s};
    const Subject longer{.name = u"grows"_s,
                         .before = longNew,
                         .after = longOld,
                         .how = How::WrittenInPlace,
                         .twin = u"elsewhere/grows"_s};
    const Subject shared{.name = u"shared"_s,
                         .before = "old shared\n",
                         .after = "new and longer\n",
                         .how = How::WrittenInPlace,
                         .mode = 0664};
    QTest::newRow("one file") << Scenario{{main}};
    QTest::newRow("files of several kinds") << Scenario{{main, linked, twin, fresh, master}};
    QTest::newRow("symbolic link") << Scenario{{linked}};
    QTest::newRow("hard link, shorter") << Scenario{{shorter}};
    QTest::newRow("hard link, longer") << Scenario{{longer}};
    QTest::newRow("new file") << Scenario{{fresh}};
    if (geteuid() != 0)
        return;
    QTest::newRow("group-writable file of another user") << Scenario{{shared}, true, 0775};
    QTest::newRow("the same in a folder that may not be written") << Scenario{{shared}, true, 0755};
    QTest::newRow("the same in a folder with the sticky bit") << Scenario{{shared}, true, 01775};
}

void TestSaveFaults::initTestCase()
{
    if (!faults::isSupported())
        QSKIP("Stepping through system calls is written for x86-64 only.");
    if (geteuid() != 0)
        qInfo("Not root: the rows with files of another user are left out.");
    // In memory, where thousands of fsync() take no time.
    const bool hasMemory = access("/dev/shm", W_OK) == 0;
    m_temporary = std::make_unique<QTemporaryDir>((hasMemory ? u"/dev/shm"_s : QDir::tempPath())
                                                  + u"/postwright-faults-XXXXXX"_s);
    QVERIFY(m_temporary->isValid());
    QCOMPARE(chmod(m_temporary->path().toUtf8().constData(), 0755), 0);
}

void TestSaveFaults::cleanupTestCase() const
{
    std::printf("%d fault runs, %d losses\n", m_runs, m_losses);
}

void TestSaveFaults::setUp(const Scenario &scenario)
{
    m_folder = m_temporary->filePath(u"postfix"_s);
    m_state = m_temporary->filePath(u"state"_s);
    QDir(m_folder).removeRecursively();
    QDir(m_state).removeRecursively();
    for (const QString &folder : {m_folder, m_state, path(u"elsewhere"_s)})
        QVERIFY(QDir().mkdir(folder));
    for (const Subject &subject : scenario.subjects) {
        const QByteArray name = bytes(subject.name);
        if (!subject.linkFrom.isEmpty())
            QCOMPARE(symlink(subject.name.toUtf8().constData(), bytes(subject.linkFrom).constData()), 0);
        if (subject.before.isNull())
            continue;
        QFile file(path(subject.name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(subject.before), subject.before.size());
        file.close();
        if (!subject.twin.isEmpty())
            QCOMPARE(link(name.constData(), bytes(subject.twin).constData()), 0);
        if (scenario.isForeign)
            QCOMPARE(chown(name.constData(), owner, mailAdmins), 0);
        QCOMPARE(chmod(name.constData(), subject.mode), 0);
    }
    if (scenario.isForeign) {
        QCOMPARE(chown(m_folder.toUtf8().constData(), 0, mailAdmins), 0);
        QCOMPARE(chown(m_state.toUtf8().constData(), admin, mailAdmins), 0);
    }
    QCOMPARE(chmod(m_folder.toUtf8().constData(), scenario.folderMode), 0);
}

// The work of the child processes, from here to recovering().
base::Result<files::SaveReport> TestSaveFaults::saveAll(const Scenario &scenario) const
{
    umask(022);
    QList<Write> writes;
    for (const Subject &subject : scenario.subjects) {
        const QString &name = subject.linkFrom.isEmpty() ? subject.name : subject.linkFrom;
        Write write{.path = path(name), .content = {subject.after}};
        if (!subject.before.isNull()) {
            write.opened = files::Fingerprint{};
            write.openedContent = files::Content{subject.before};
        }
        writes.append(write);
    }
    return files::LocalFileStore(m_state).save(writes, {});
}

int TestSaveFaults::save(const Scenario &scenario) const
{
    const auto saved = saveAll(scenario);
    if (saved)
        return exitSaved;
    const bool isNamed = saved.error().subject.startsWith(m_temporary->path());
    return isNamed ? exitError + static_cast<int>(saved.error().code) : exitWrongPath;
}

int TestSaveFaults::recover() const
{
    const auto recovered = files::LocalFileStore(m_state).recoverInterruptedSaves(m_folder);
    if (!recovered || !recovered->strays.isEmpty())
        return exitError;
    const bool isAllPutBack = std::ranges::all_of(recovered->files, [](const files::RecoveredFile &file) {
        return file.how == files::RecoveredFile::How::PutBack;
    });
    return isAllPutBack ? 0 : exitError;
}

faults::Work TestSaveFaults::saving(const Scenario &scenario) const
{
    return {.run = [this, &scenario] { return save(scenario); },
            .before = [&scenario] { becomeSaver(scenario); }};
}

faults::Work TestSaveFaults::recovering(const Scenario &scenario) const
{
    return {.run = [this] { return recover(); }, .before = [&scenario] { becomeSaver(scenario); }};
}

QString TestSaveFaults::fault(const Scenario &scenario, Wanted wanted) const
{
    int oldFiles = 0;
    int newFiles = 0;
    QStringList names = {u"elsewhere"_s};
    for (const Subject &subject : scenario.subjects) {
        names += {subject.name, subject.linkFrom, subject.twin};
        const QByteArray name = bytes(subject.name);
        struct stat status = {};
        const bool isThere = lstat(name.constData(), &status) == 0;
        QFile file(path(subject.name));
        const QByteArray content = isThere && file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        if (isThere && content == subject.after)
            ++newFiles;
        else if (isThere != subject.before.isNull() && content == subject.before)
            ++oldFiles;
        else
            return subject.name + (isThere ? u" is neither old nor new"_s : u" is missing"_s);
        if (!isThere)
            continue;
        if (!S_ISREG(status.st_mode) || (status.st_mode & 07777U) != subject.mode)
            return subject.name + u" has the wrong mode"_s;
        if (scenario.isForeign && (status.st_uid != owner || status.st_gid != mailAdmins))
            return subject.name + u" has the wrong owner"_s;
        struct stat twin = {};
        if (!subject.twin.isEmpty()
            && (lstat(bytes(subject.twin).constData(), &twin) != 0 || twin.st_ino != status.st_ino))
            return subject.name + u" has lost its other name"_s;
        if (status.st_nlink != (subject.twin.isEmpty() ? 1 : 2))
            return subject.name + u" has a name too many"_s;
        struct stat symbolic = {};
        if (!subject.linkFrom.isEmpty()
            && (lstat(bytes(subject.linkFrom).constData(), &symbolic) != 0 || !S_ISLNK(symbolic.st_mode)))
            return subject.linkFrom + u" is no link any more"_s;
    }
    if (oldFiles != 0 && newFiles != 0)
        return u"some files are old, some new"_s;
    if ((wanted == Wanted::Old && newFiles != 0) || (wanted == Wanted::New && oldFiles != 0))
        return wanted == Wanted::Old ? u"the files are new"_s : u"the files are old"_s;

    constexpr auto all = QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot;
    QStringList found = QDir(m_folder).entryList(all);
    for (const QString &name : QDir(path(u"elsewhere"_s)).entryList(all))
        found += u"elsewhere/"_s + name;
    for (const QString &name : std::as_const(found))
        if (!names.contains(name))
            return name + u" is left over"_s;
    const QStringList journals = QDir(m_state).entryList(all);
    return journals.isEmpty() ? QString() : journals.first() + u" is left over"_s;
}

void TestSaveFaults::verifyAfter(const Scenario &scenario, const Fault &fault, Wanted wanted)
{
    ++m_runs;
    const QString wrong = this->fault(scenario, wanted);
    if (!wrong.isEmpty())
        ++m_losses;
    QVERIFY2(wrong.isEmpty(),
             qPrintable(u"%1 (killed after %2, failing at %3 with %4)"_s.arg(wrong)
                            .arg(fault.killAfter)
                            .arg(fault.failAt)
                            .arg(fault.error)));
}

void TestSaveFaults::everyKindIsWrittenItsWay()
{
    QFETCH(const Scenario, scenario);
    setUp(scenario);
    const auto check = [this, &scenario] {
        const auto saved = saveAll(scenario);
        const bool isRight = saved
            && std::ranges::equal(saved->files, scenario.subjects, {}, &files::SavedFile::how, &Subject::how);
        return isRight ? exitSaved : exitWrongHow;
    };
    QCOMPARE(faults::runFreely({.run = check, .before = [&scenario] { becomeSaver(scenario); }}), exitSaved);
    verifyAfter(scenario, {}, Wanted::New);
}

void TestSaveFaults::killedAfterEveryCall()
{
    QFETCH(const Scenario, scenario);
    setUp(scenario);
    const faults::Outcome whole = faults::run(saving(scenario), {});
    QCOMPARE(whole.exitCode, exitSaved);
    verifyAfter(scenario, {}, Wanted::New);

    for (int call = 0;; call += stride) {
        setUp(scenario);
        const Fault fault{.killAfter = call};
        const faults::Outcome outcome = faults::run(saving(scenario), fault);
        QCOMPARE(faults::runFreely(recovering(scenario)), 0);
        verifyAfter(scenario, fault, Wanted::OldOrNew);
        if (outcome.exitCode || QTest::currentTestFailed())
            return;
    }
}

// The last step of the save fails, so that everything has to be put back; then the process is killed as well.
void TestSaveFaults::killedWhilePuttingBack()
{
    QFETCH(const Scenario, scenario);
    setUp(scenario);
    const QList<long> calls = faults::run(saving(scenario), {}).calls;
    const int last = lastStep(scenario, calls);
    QVERIFY(last > 0);
    for (int call = last;; call += stride) {
        setUp(scenario);
        const Fault fault{.killAfter = call, .failAt = last, .error = EIO};
        const faults::Outcome outcome = faults::run(saving(scenario), fault);
        QCOMPARE(faults::runFreely(recovering(scenario)), 0);
        verifyAfter(scenario, fault, scenario.isAtomic() ? Wanted::OldOrNew : Wanted::Old);
        if (outcome.exitCode || QTest::currentTestFailed())
            return;
    }
}

void TestSaveFaults::killedWhileRecovering()
{
    QFETCH(const Scenario, scenario);
    setUp(scenario);
    const QList<long> calls = faults::run(saving(scenario), {}).calls;
    const int last = lastStep(scenario, calls);
    for (int call = 0;; call += stride) {
        setUp(scenario);
        faults::run(saving(scenario), {.killAfter = last - 1});
        const Fault fault{.killAfter = call};
        const faults::Outcome outcome = faults::run(recovering(scenario), fault);
        QCOMPARE(faults::runFreely(recovering(scenario)), 0);
        verifyAfter(scenario, fault, scenario.isAtomic() ? Wanted::OldOrNew : Wanted::Old);
        if (outcome.exitCode || QTest::currentTestFailed())
            return;
    }
}

void TestSaveFaults::everyCallFails_data()
{
    scenarios();
}

void TestSaveFaults::everyCallFails()
{
    QFETCH(const Scenario, scenario);
    const QHash<int, Error::Code> failures = {{EACCES, Error::Code::NotPermitted},
                                              {EROFS, Error::Code::ReadOnly},
                                              {EIO, Error::Code::Unreachable},
                                              {ENOTCONN, Error::Code::Unreachable},
                                              {ENOSPC, Error::Code::NoSpace}};
    setUp(scenario);
    const QList<long> calls = faults::run(saving(scenario), {}).calls;
    for (auto failure = failures.cbegin(); failure != failures.cend(); ++failure) {
        for (int call = 0; call < calls.size(); call += stride) {
            setUp(scenario);
            const Fault fault{.failAt = call, .error = failure.key()};
            const faults::Outcome outcome = faults::run(saving(scenario), fault);
            const bool isSaved = outcome.exitCode == exitSaved;
            if (!isSaved)
                QCOMPARE(outcome.exitCode, exitError + static_cast<int>(*failure));
            // The disk is right before recovery has a chance; that only removes what could not be removed.
            faults::runFreely(recovering(scenario));
            verifyAfter(scenario, fault, isSaved ? Wanted::New : Wanted::Old);
            if (QTest::currentTestFailed())
                return;
        }
    }
}

void TestSaveFaults::mountVanishes()
{
    QFETCH(const Scenario, scenario);
    setUp(scenario);
    const QList<long> calls = faults::run(saving(scenario), {}).calls;
    for (int call = 0; call < calls.size(); call += stride) {
        setUp(scenario);
        const Fault fault{.failAt = call, .error = ENOTCONN, .failsFromThereOn = true};
        const faults::Outcome outcome = faults::run(saving(scenario), fault);
        const bool isSaved = outcome.exitCode == exitSaved;
        if (!isSaved)
            QCOMPARE(outcome.exitCode, exitError + static_cast<int>(Error::Code::Unreachable));
        QCOMPARE(faults::runFreely(recovering(scenario)), 0);
        const Wanted otherwise = scenario.isAtomic() ? Wanted::OldOrNew : Wanted::Old;
        verifyAfter(scenario, fault, isSaved ? Wanted::New : otherwise);
        if (QTest::currentTestFailed())
            return;
    }
}

QTEST_GUILESS_MAIN(TestSaveFaults)
#include "tst_savefaults.moc"
