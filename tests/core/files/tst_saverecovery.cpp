// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/files/localfilestore.h"
#include "faults.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

using files::Content;
using files::RecoveredFile;
using files::Write;
using How = RecoveredFile::How;
using namespace Qt::StringLiterals;

/// Recovery when the world has gone on between the interrupted save and the next start.
class TestSaveRecovery : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void untouchedIsPutBack();
    void filesEditedSinceAreLeftAlone();
    void halfWrittenFileMendedByHandIsLeftAlone();
    void removedFileStaysRemoved();
    void folderReplacedByNothingIsTriedAgain();
    void runningSaveIsLeftAlone();
    void unknownTemporariesAreReported();
    void damagedJournalDoesNoHarm_data();
    void damagedJournalDoesNoHarm();
    void stateIsPrivate();

private:
    QString path(const QString &name) const { return m_temporary->filePath(name); }
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
    QStringList leftovers(const QString &folder) const
    {
        return QDir(path(folder)).entryList({u"*save-*"_s}, QDir::Files | QDir::Hidden);
    }
    /// Saves both files and is killed when all is done but for saying so in the journal.
    void saveAndDie() const;
    QHash<QString, RecoveredFile> recover() const;

    std::unique_ptr<QTemporaryDir> m_temporary;
    const QByteArray m_old = QByteArray(300'000, 'o');
    const QByteArray m_new = QByteArray(290'000, 'n');
};

void TestSaveRecovery::init()
{
    if (!faults::isSupported())
        QSKIP("Stepping through system calls is written for x86-64 only.");
    m_temporary = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir(m_temporary->path()).mkdir(u"conf"_s));
    put(u"conf/main.cf"_s, "old\n");
    put(u"conf/twin"_s, m_old);
    QCOMPARE(link(path(u"conf/twin"_s).toUtf8().constData(), path(u"other"_s).toUtf8().constData()), 0);
}

void TestSaveRecovery::saveAndDie() const
{
    const auto save = [this] {
        const auto write = [this](const QString &name, const Content &content) {
            return Write{.path = path(name),
                         .content = content,
                         .opened = files::Fingerprint{},
                         .openedContent = Content{disk(name)}};
        };
        const QList<Write> writes = {write(u"conf/main.cf"_s, {"new\n"}),
                                     write(u"conf/twin"_s, {m_new}),
                                     {.path = path(u"conf/fresh"_s), .content = {"fresh\n"}}};
        return files::LocalFileStore(path(u"state"_s)).save(writes, {}) ? 0 : 1;
    };
    // A first run in a copy of the folder tells how many calls there are.
    const auto copy = [this](const QString &from, const QString &to) {
        QDir().mkpath(path(to));
        for (const QString &name : QDir(path(from)).entryList(QDir::Files))
            QFile::copy(path(from + u'/' + name), path(to + u'/' + name));
    };
    copy(u"conf"_s, u"spare"_s);
    const QList<long> calls = faults::run({.run = save}, {}).calls;
    QVERIFY(QDir(path(u"conf"_s)).removeRecursively());
    QFile::remove(path(u"other"_s));
    QVERIFY(QDir().rename(path(u"spare"_s), path(u"conf"_s)));
    QCOMPARE(link(path(u"conf/twin"_s).toUtf8().constData(), path(u"other"_s).toUtf8().constData()), 0);

    const int last = static_cast<int>(calls.lastIndexOf(SYS_rename));
    QVERIFY(!faults::run({.run = save}, {.killAfter = last - 1}).exitCode);
    QCOMPARE(disk(u"conf/main.cf"_s), "new\n"_ba);
    QCOMPARE(disk(u"conf/twin"_s), m_new);
    QCOMPARE(disk(u"conf/fresh"_s), "fresh\n"_ba);
}

QHash<QString, RecoveredFile> TestSaveRecovery::recover() const
{
    const auto report = files::LocalFileStore(path(u"state"_s)).recoverInterruptedSaves(path(u"conf"_s));
    QHash<QString, RecoveredFile> files;
    for (const RecoveredFile &file : report ? report->files : QList<RecoveredFile>())
        files.insert(QFileInfo(file.path).fileName(), file);
    return files;
}

void TestSaveRecovery::untouchedIsPutBack()
{
    saveAndDie();
    const auto files = recover();
    QCOMPARE(files.size(), 3);
    for (const RecoveredFile &file : files)
        QCOMPARE(file.how, How::PutBack);
    QCOMPARE(disk(u"conf/main.cf"_s), "old\n"_ba);
    QCOMPARE(disk(u"conf/twin"_s), m_old);
    QCOMPARE(disk(u"conf/fresh"_s), "missing"_ba);
    QVERIFY(leftovers(u"conf"_s).isEmpty() && leftovers(u"state"_s).isEmpty());
    QVERIFY(recover().isEmpty());
}

void TestSaveRecovery::filesEditedSinceAreLeftAlone()
{
    saveAndDie();
    put(u"conf/main.cf"_s, "by hand\n");
    put(u"conf/fresh"_s, "by hand\n");
    const auto files = recover();
    QCOMPARE(files[u"main.cf"_s].how, How::ChangedSince);
    QCOMPARE(files[u"fresh"_s].how, How::ChangedSince);
    QCOMPARE(files[u"twin"_s].how, How::PutBack);
    QCOMPARE(disk(u"conf/main.cf"_s), "by hand\n"_ba);
    QCOMPARE(disk(u"conf/fresh"_s), "by hand\n"_ba);
    // What was there before the save is not thrown away, and not looked at a second time.
    QFile kept(files[u"main.cf"_s].keptCopy);
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), "old\n"_ba);
    QCOMPARE(leftovers(u"conf"_s).size(), 1);
    QVERIFY(recover().isEmpty());
    QCOMPARE(disk(u"conf/main.cf"_s), "by hand\n"_ba);
}

void TestSaveRecovery::halfWrittenFileMendedByHandIsLeftAlone()
{
    saveAndDie();
    QByteArray torn = m_new.first(1000) + m_old.sliced(1000);
    put(u"conf/twin"_s, torn);
    QCOMPARE(recover()[u"twin"_s].how, How::PutBack);
    QCOMPARE(disk(u"conf/twin"_s), m_old);

    init();
    saveAndDie();
    torn[500] = '!';
    put(u"conf/twin"_s, torn);
    QCOMPARE(recover()[u"twin"_s].how, How::ChangedSince);
    QCOMPARE(disk(u"conf/twin"_s), torn);
}

void TestSaveRecovery::removedFileStaysRemoved()
{
    saveAndDie();
    QVERIFY(QFile::remove(path(u"conf/main.cf"_s)));
    QVERIFY(QFile::remove(path(u"conf/fresh"_s)));
    const auto files = recover();
    QCOMPARE(files[u"main.cf"_s].how, How::ChangedSince);
    QVERIFY(QFile::exists(files[u"main.cf"_s].keptCopy));
    QCOMPARE(disk(u"conf/main.cf"_s), "missing"_ba);
    QVERIFY(leftovers(u"state"_s).isEmpty());
}

// As when the folder is a mount that is not there yet.
void TestSaveRecovery::folderReplacedByNothingIsTriedAgain()
{
    saveAndDie();
    QVERIFY(QDir().rename(path(u"conf"_s), path(u"away"_s)));
    QVERIFY(QDir().mkdir(path(u"conf"_s)));
    QCOMPARE(recover()[u"main.cf"_s].how, How::Postponed);
    QVERIFY(QDir().rmdir(path(u"conf"_s)));
    QCOMPARE(recover()[u"main.cf"_s].how, How::Postponed);

    QVERIFY(QDir().rename(path(u"away"_s), path(u"conf"_s)));
    QCOMPARE(recover()[u"main.cf"_s].how, How::PutBack);
    QCOMPARE(disk(u"conf/main.cf"_s), "old\n"_ba);
    QVERIFY(leftovers(u"conf"_s).isEmpty() && leftovers(u"state"_s).isEmpty());
}

void TestSaveRecovery::runningSaveIsLeftAlone()
{
    files::LocalFileStore store(path(u"state"_s));
    int calls = 0;
    files::Progress progress([&](qint64, qint64) {
        ++calls;
        QVERIFY(!leftovers(u"conf"_s).isEmpty());
        const auto report = store.recoverInterruptedSaves(path(u"conf"_s));
        QVERIFY(report && report->files.isEmpty() && report->strays.isEmpty());
        QVERIFY(!leftovers(u"conf"_s).isEmpty());
    });
    const Write write{.path = path(u"conf/main.cf"_s),
                      .content = {"new\n"},
                      .opened = files::Fingerprint{},
                      .openedContent = Content{"old\n"}};
    QVERIFY(store.save({write}, progress));
    QCOMPARE(calls, 1);
    QCOMPARE(disk(u"conf/main.cf"_s), "new\n"_ba);
}

void TestSaveRecovery::unknownTemporariesAreReported()
{
    const QString name = u"conf/.postwright-save-0123456789abcdef-0.old"_s;
    put(name, "someone's only copy\n");
    const auto report = files::LocalFileStore(path(u"state"_s)).recoverInterruptedSaves(path(u"conf"_s));
    QVERIFY(report);
    QCOMPARE(report->strays, QStringList(path(name)));
    QVERIFY(QFile::exists(path(name)));
}

void TestSaveRecovery::damagedJournalDoesNoHarm_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("text") << "not a journal\n"_ba;
    QTest::newRow("zeros") << QByteArray(4096, '\0');
}

void TestSaveRecovery::damagedJournalDoesNoHarm()
{
    QFETCH(const QByteArray, content);
    QVERIFY(QDir().mkdir(path(u"state"_s)));
    for (const QString &phase : {u"preparing"_s, u"committing"_s, u"done"_s})
        put(u"state/save-0123456789abcdef."_s + phase, content);
    QVERIFY(recover().isEmpty());
    QCOMPARE(disk(u"conf/main.cf"_s), "old\n"_ba);
    QVERIFY(leftovers(u"state"_s).isEmpty());
}

void TestSaveRecovery::stateIsPrivate()
{
    saveAndDie();
    constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(path(u"state"_s)) & others));
    const QStringList names = leftovers(u"state"_s);
    QCOMPARE(names.size(), 1);
    QVERIFY(!(QFile::permissions(path(u"state/"_s + names.first())) & others));
}

QTEST_GUILESS_MAIN(TestSaveRecovery)
#include "tst_saverecovery.moc"
