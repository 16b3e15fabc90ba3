// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/files/crashjournal.h"
#include "faults.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <unistd.h>

using base::Error;
using files::CrashJournal;
using files::ReplacedRange;
using files::UnsavedFile;
using namespace Qt::StringLiterals;

class TestCrashJournal : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void editsSurviveACrash();
    void editsOfARunningProgramAreItsOwn();
    void clearedEditsAreGone();
    void foldersAreKeptApart();
    void lastRecordCounts();
    void latestCrashComesFirst();
    void onlyTheUserMayRead();
    void killedWhileRecording();
    void damagedRecordIsNoRecord();
    void rangesAreApplied_data();
    void rangesAreApplied();
    void fewBytesForALargeTable();

private:
    /// A program of its own that does this and then dies on the spot.
    static void crash(const std::function<void(CrashJournal &)> &work, const QString &state)
    {
        faults::runFreely({.run = [&] {
            CrashJournal journal(state);
            work(journal);
            return raise(SIGKILL);
        }});
    }
    QStringList filesOf(const QString &pattern) const
    {
        return QDir(m_state).entryList({pattern}, QDir::Files | QDir::Hidden);
    }

    std::unique_ptr<QTemporaryDir> m_temporary;
    QString m_state;
    const QString m_folder = u"/etc/postfix"_s;
    const QList<UnsavedFile> m_edits = {
        {u"/etc/postfix/main.cf"_s, QByteArray(32, 'h'), {{10, 3, QByteArray("a\0b", 3)}, {20, 0, "\xff"}}},
        {u"/etc/postfix/new\n"_s, {}, {{0, 0, "x"}}}};
};

void TestCrashJournal::init()
{
    m_temporary = std::make_unique<QTemporaryDir>();
    m_state = m_temporary->filePath(u"deep/state"_s);
}

void TestCrashJournal::editsSurviveACrash()
{
    QVERIFY(CrashJournal(m_state).find(m_folder)->isEmpty());
    crash([this](CrashJournal &journal) { (void)journal.record(m_folder, m_edits); }, m_state);

    CrashJournal journal(m_state);
    const auto found = journal.find(m_folder + u'/');
    QVERIFY(found);
    QCOMPARE(found->size(), 1);
    QCOMPARE(found->first().folder, m_folder);
    QCOMPARE(found->first().files, m_edits);
    QVERIFY(found->first().recordedMs > 0);

    QVERIFY(journal.discard(found->first().id));
    QVERIFY(journal.find(m_folder)->isEmpty());
}

void TestCrashJournal::editsOfARunningProgramAreItsOwn()
{
    CrashJournal running(m_state);
    CrashJournal other(m_state);
    QVERIFY(running.record(m_folder, m_edits));
    QVERIFY(other.record(m_folder, m_edits.first(1)));
    QVERIFY(running.find(m_folder)->isEmpty());
    QVERIFY(other.find(m_folder)->isEmpty());
}

void TestCrashJournal::clearedEditsAreGone()
{
    crash(
        [this](CrashJournal &journal) {
            (void)journal.record(m_folder, m_edits);
            (void)journal.clear(m_folder);
        },
        m_state);
    crash(
        [this](CrashJournal &journal) {
            (void)journal.record(m_folder, m_edits);
            (void)journal.record(m_folder, {});
        },
        m_state);
    CrashJournal journal(m_state);
    QVERIFY(journal.find(m_folder)->isEmpty());
    QVERIFY(journal.record(m_folder, m_edits));
    QCOMPARE(filesOf(u"*.lock"_s).size(), 1);
}

void TestCrashJournal::foldersAreKeptApart()
{
    crash(
        [this](CrashJournal &journal) {
            (void)journal.record(m_folder, m_edits);
            (void)journal.record(u"/srv/other"_s, m_edits.first(1));
        },
        m_state);
    const CrashJournal journal(m_state);
    QCOMPARE(journal.find(m_folder)->first().files.size(), 2);
    QCOMPARE(journal.find(u"/srv/other"_s)->first().files.size(), 1);
    QVERIFY(journal.find(u"/srv/third"_s)->isEmpty());
}

void TestCrashJournal::lastRecordCounts()
{
    crash(
        [this](CrashJournal &journal) {
            (void)journal.record(m_folder, m_edits);
            (void)journal.record(m_folder, m_edits.last(1));
        },
        m_state);
    const auto found = CrashJournal(m_state).find(m_folder);
    QCOMPARE(found->size(), 1);
    QCOMPARE(found->first().files, m_edits.last(1));
}

void TestCrashJournal::latestCrashComesFirst()
{
    crash([this](CrashJournal &journal) { (void)journal.record(m_folder, m_edits.first(1)); }, m_state);
    const qint64 first = CrashJournal(m_state).find(m_folder)->first().recordedMs;
    while (QDateTime::currentMSecsSinceEpoch() <= first) { }
    crash([this](CrashJournal &journal) { (void)journal.record(m_folder, m_edits.last(1)); }, m_state);
    const auto found = CrashJournal(m_state).find(m_folder);
    QCOMPARE(found->size(), 2);
    QCOMPARE(found->first().files, m_edits.last(1));
}

void TestCrashJournal::onlyTheUserMayRead()
{
    CrashJournal journal(m_state);
    QVERIFY(journal.record(m_folder, m_edits));
    constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(m_state) & others));
    const QStringList names = filesOf(u"*"_s);
    QCOMPARE(names.size(), 2);
    for (const QString &name : names)
        QVERIFY(!(QFile::permissions(m_state + u'/' + name) & others));
}

void TestCrashJournal::killedWhileRecording()
{
    if (!faults::isSupported())
        QSKIP("Stepping through system calls is written for x86-64 only.");
    for (int call = 0, run = 0;; ++call, ++run) {
        m_state = m_temporary->filePath(QString::number(run));
        const faults::Work work{.run = [this] {
            CrashJournal journal(m_state);
            const bool isRecorded =
                journal.record(m_folder, m_edits.first(1)) && journal.record(m_folder, m_edits);
            _exit(isRecorded ? 0 : 1); // without the destructor, as a crash would
            return 0;
        }};
        const faults::Outcome outcome = faults::run(work, {.killAfter = call});
        const auto found = CrashJournal(m_state).find(m_folder);
        QVERIFY(found);
        QVERIFY(found->size() <= 1);
        const bool isWhole =
            found->isEmpty() || found->first().files == m_edits.first(1) || found->first().files == m_edits;
        QVERIFY2(isWhole, qPrintable(u"killed after call %1"_s.arg(call)));
        if (!outcome.exitCode)
            continue;
        QCOMPARE(outcome.exitCode, 0);
        QCOMPARE(found->first().files, m_edits);
        QVERIFY(run > 10);
        return;
    }
}

void TestCrashJournal::damagedRecordIsNoRecord()
{
    crash([this](CrashJournal &journal) { (void)journal.record(m_folder, m_edits); }, m_state);
    const QStringList names = filesOf(u"unsaved-*"_s).filter(QRegularExpression(u"-[0-9a-f]{16}$"_s));
    QCOMPARE(names.size(), 1);
    QFile file(m_state + u'/' + names.first());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray whole = file.readAll();
    file.close();
    for (qsizetype size = 0; size < whole.size(); ++size) {
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(whole.first(size)), size);
        file.close();
        const auto found = CrashJournal(m_state).find(m_folder);
        QVERIFY(found);
        QVERIFY(found->isEmpty());
    }
}

void TestCrashJournal::rangesAreApplied_data()
{
    QTest::addColumn<QByteArray>("opened");
    QTest::addColumn<QList<ReplacedRange>>("ranges");
    QTest::addColumn<QByteArray>("edited");
    using Ranges = QList<ReplacedRange>;
    QTest::newRow("none") << "abcdef"_ba << Ranges{} << "abcdef"_ba;
    QTest::newRow("all") << "abcdef"_ba << Ranges{{0, 6, "xy"}} << "xy"_ba;
    QTest::newRow("several") << "abcdef"_ba << Ranges{{0, 1, "A"}, {1, 2, {}}, {4, 0, "--"}, {6, 0, "!"}}
                             << "Ad--ef!"_ba;
    QTest::newRow("new file") << QByteArray() << Ranges{{0, 0, "abc"}} << "abc"_ba;
    QTest::newRow("overlapping") << "abcdef"_ba << Ranges{{0, 3, "A"}, {2, 1, "B"}} << QByteArray();
    QTest::newRow("beyond the end") << "abcdef"_ba << Ranges{{5, 2, "A"}} << QByteArray();
    QTest::newRow("far beyond the end") << "abc"_ba << Ranges{{9, 0, "A"}} << QByteArray();
    QTest::newRow("before the start") << "abc"_ba << Ranges{{-1, 1, "A"}} << QByteArray();
    QTest::newRow("length overflows")
        << "abc"_ba << Ranges{{1, std::numeric_limits<qint64>::max(), "A"}} << QByteArray();
}

void TestCrashJournal::rangesAreApplied()
{
    QFETCH(const QByteArray, opened);
    QFETCH(const QList<ReplacedRange>, ranges);
    QFETCH(const QByteArray, edited);
    UnsavedFile file{u"main.cf"_s, files::hashOf({opened}), ranges};
    const auto result = withEdits(file, opened);
    if (edited.isNull()) {
        QVERIFY(!result);
        QCOMPARE(result.error().code, Error::Code::Malformed);
    } else {
        QVERIFY(result);
        QCOMPARE(*result, edited);
    }
    const auto other = withEdits(file, opened + '\n');
    QVERIFY(!other);
    QCOMPARE(other.error().code, Error::Code::ChangedOnDisk);
}

void TestCrashJournal::fewBytesForALargeTable()
{
    CrashJournal journal(m_state);
    const UnsavedFile table{
        u"/etc/postfix/virtual"_s, QByteArray(32, 'h'), {{30'000'000, 57, QByteArray(60, 'x')}}};
    QVERIFY(journal.record(m_folder, {table}));
    qint64 written = 0;
    for (const QString &name : filesOf(u"*"_s))
        written += QFileInfo(m_state + u'/' + name).size();
    QVERIFY(written < 500);
}

QTEST_GUILESS_MAIN(TestCrashJournal)
#include "tst_crashjournal.moc"
