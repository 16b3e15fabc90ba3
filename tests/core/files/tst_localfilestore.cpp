// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/files/localfilestore.h"
#include "core/files/path.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

using base::Error;
using files::Entry;

class TestLocalFileStore : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void listNamesEveryKindOfEntry();
    void listOfNoFolder_data();
    void listOfNoFolder();
    void readGivesBytesAndFingerprint();
    void blocksLaidEndToEndAreTheFile_data();
    void blocksLaidEndToEndAreTheFile();
    void whatIsNoFileIsRefusedWithoutWaiting_data();
    void whatIsNoFileIsRefusedWithoutWaiting();
    void unreadableFileNamesPathAndReason();
    void fileBeyondTheLimit();
    void cancelEndsReading();
    void kernelFileIsReadToItsEnd();
    void sameContentIsToldFromOther();

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    QByteArray bytes(const QString &name) const { return files::pathToBytes(path(name)); }
    void write(const QString &name, const QByteArray &content) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<files::LocalFileStore> m_store;
};

void TestLocalFileStore::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_store = std::make_unique<files::LocalFileStore>(path(QStringLiteral("state")));
}

void TestLocalFileStore::listNamesEveryKindOfEntry()
{
    write(QStringLiteral("main.cf"), "a = b\n");
    write(QStringLiteral("-rf"), "");
    write(QStringLiteral("two\nlines"), "");
    write(QStringLiteral(".postwright-save-0123456789abcdef-0.new"), "");
    QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("sasl")));
    const QByteArray latin = m_folder->path().toUtf8() + "/a\xe4";
    QCOMPARE(mknod(latin.constData(), S_IFREG | 0600, 0), 0);
    QCOMPARE(mkfifo(bytes(QStringLiteral("fifo")).constData(), 0600), 0);
    QCOMPARE(symlink("main.cf", bytes(QStringLiteral("link")).constData()), 0);
    QCOMPARE(symlink("ring", bytes(QStringLiteral("ring")).constData()), 0);
    QCOMPARE(symlink("nowhere", bytes(QStringLiteral("void")).constData()), 0);

    const auto listed = m_store->list(m_folder->path());
    QVERIFY(listed);
    QHash<QString, Entry> entries;
    for (const Entry &entry : *listed)
        entries.insert(entry.name, entry);
    QCOMPARE(entries.size(), 9);
    QVERIFY(std::ranges::is_sorted(*listed, {}, &Entry::name));
    QCOMPARE(entries[QStringLiteral("main.cf")].type, Entry::Type::File);
    QCOMPARE(entries[QStringLiteral("main.cf")].size, 6);
    QVERIFY(entries[QStringLiteral("main.cf")].isReadable);
    QCOMPARE(entries[QStringLiteral("sasl")].type, Entry::Type::Folder);
    QCOMPARE(entries[QStringLiteral("fifo")].type, Entry::Type::Special);
    QCOMPARE(entries[QStringLiteral("link")].type, Entry::Type::File);
    QVERIFY(entries[QStringLiteral("link")].isLink);
    QCOMPARE(entries[QStringLiteral("ring")].type, Entry::Type::BrokenLink);
    QCOMPARE(entries[QStringLiteral("void")].type, Entry::Type::BrokenLink);
    QVERIFY(entries.contains(QStringLiteral("-rf")));
    QVERIFY(entries.contains(QStringLiteral("two\nlines")));
    const QString odd = files::pathFromBytes("a\xe4");
    QVERIFY(entries.contains(odd));
    QVERIFY(m_store->read(path(odd)));
    QCOMPARE(unlink(latin.constData()), 0); // QTemporaryDir can't name it
}

void TestLocalFileStore::listOfNoFolder_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("missing") << QStringLiteral("missing");
    QTest::newRow("a file") << QStringLiteral("main.cf");
    QTest::newRow("with a NUL") << QStringLiteral("a\0b");
}

void TestLocalFileStore::listOfNoFolder()
{
    QFETCH(const QString, name);
    write(QStringLiteral("main.cf"), "a = b\n");
    const auto listed = m_store->list(path(name));
    QVERIFY(!listed);
    QCOMPARE(listed.error().code, Error::Code::NotFound);
    QCOMPARE(listed.error().subject, files::displayPath(bytes(name)));
}

void TestLocalFileStore::readGivesBytesAndFingerprint()
{
    const QByteArray content("a\0b\r\n\xff", 6);
    write(QStringLiteral("main.cf"), content);
    QCOMPARE(chmod(bytes(QStringLiteral("main.cf")).constData(), 0640), 0);
    const auto read = m_store->read(path(QStringLiteral("main.cf")), {.withHash = true});
    QVERIFY(read);
    QCOMPARE(read->bytes, content);
    QCOMPARE(read->fingerprint.size, 6);
    QCOMPARE(read->fingerprint.mode, 0640U);
    QCOMPARE(read->fingerprint.uid, getuid());
    QCOMPARE(read->fingerprint.links, 1U);
    QCOMPARE(read->fingerprint.contentHash, files::hashOf({content}));
    QVERIFY(read->fingerprint.modifiedNs > 0);
    const auto fingerprint = m_store->fingerprint(path(QStringLiteral("main.cf")));
    QVERIFY(fingerprint);
    QVERIFY(isUntouched(*fingerprint, read->fingerprint));
}

void TestLocalFileStore::blocksLaidEndToEndAreTheFile_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<int>("blockSize");
    QTest::addColumn<int>("blocks");
    QTest::newRow("empty") << 0 << 4 << 0;
    QTest::newRow("less than a block") << 3 << 4 << 1;
    QTest::newRow("exactly a block") << 4 << 4 << 1;
    QTest::newRow("blocks and a rest") << 11 << 4 << 3;
    QTest::newRow("one block however large") << 9'000'000 << 0 << 1;
}

void TestLocalFileStore::blocksLaidEndToEndAreTheFile()
{
    QFETCH(const int, size);
    QFETCH(const int, blockSize);
    QFETCH(const int, blocks);
    QByteArray content(size, 'x');
    for (int i = 0; i < size; ++i)
        content[i] = static_cast<char>(i * 7 + i / 251);
    write(QStringLiteral("table"), content);
    files::Content seen;
    const auto read = m_store->readBlocks(path(QStringLiteral("table")), {.blockSize = blockSize},
                                          [&seen](const QByteArray &block) { seen.append(block); });
    QVERIFY(read);
    QCOMPARE(seen.join(), content);
    QCOMPARE(seen.size(), blocks);
}

void TestLocalFileStore::whatIsNoFileIsRefusedWithoutWaiting_data()
{
    QTest::addColumn<QString>("kind");
    for (const char *kind : {"folder", "fifo", "socket", "device", "ring"})
        QTest::newRow(kind) << QString::fromLatin1(kind);
}

void TestLocalFileStore::whatIsNoFileIsRefusedWithoutWaiting()
{
    QFETCH(const QString, kind);
    QString name = path(kind);
    const QByteArray raw = bytes(kind);
    if (kind == QStringLiteral("folder"))
        QVERIFY(QDir().mkdir(name));
    else if (kind == QStringLiteral("fifo"))
        QCOMPARE(mkfifo(raw.constData(), 0600), 0);
    else if (kind == QStringLiteral("ring"))
        QCOMPARE(symlink("ring", raw.constData()), 0);
    else if (kind == QStringLiteral("device"))
        name = QStringLiteral("/dev/zero");
    const int fd = socket(AF_UNIX, SOCK_STREAM, 0);
    sockaddr_un address = {.sun_family = AF_UNIX, .sun_path = {}};
    qstrncpy(address.sun_path, raw.constData(), sizeof address.sun_path);
    if (kind == QStringLiteral("socket"))
        QCOMPARE(bind(fd, reinterpret_cast<sockaddr *>(&address), sizeof address), 0);

    const auto read = m_store->read(name);
    QVERIFY(!read);
    QCOMPARE(read.error().code, Error::Code::NotAFile);
    QCOMPARE(read.error().subject, name);
    close(fd);
}

void TestLocalFileStore::unreadableFileNamesPathAndReason()
{
    if (geteuid() == 0)
        QCOMPARE(chmod(bytes({}).constData(), 0755), 0);
    write(QStringLiteral("secret"), "x");
    QCOMPARE(chmod(bytes(QStringLiteral("secret")).constData(), 0), 0);
    // File access checks follow the effective user; root is never refused.
    constexpr uid_t nobody = 65534;
    const uid_t before = geteuid();
    if (before == 0)
        QCOMPARE(seteuid(nobody), 0);
    const auto read = m_store->read(path(QStringLiteral("secret")));
    const auto listed = m_store->list(m_folder->path());
    if (before == 0)
        QCOMPARE(seteuid(0), 0);
    QVERIFY(!read);
    QCOMPARE(read.error().code, Error::Code::NotPermitted);
    QCOMPARE(read.error().subject, path(QStringLiteral("secret")));
    QCOMPARE(read.error().detail, QStringLiteral("Permission denied"));
    QVERIFY(listed);
    QCOMPARE(listed->size(), 1);
    QVERIFY(!listed->first().isReadable);
}

void TestLocalFileStore::fileBeyondTheLimit()
{
    write(QStringLiteral("table"), QByteArray(100, 'x'));
    QVERIFY(m_store->read(path(QStringLiteral("table")), {.limit = 100}));
    const auto read = m_store->read(path(QStringLiteral("table")), {.limit = 99});
    QVERIFY(!read);
    QCOMPARE(read.error().code, Error::Code::TooLarge);
}

void TestLocalFileStore::cancelEndsReading()
{
    write(QStringLiteral("table"), QByteArray(100, 'x'));
    QList<qint64> reports;
    files::Progress progress([&](qint64 done, qint64 total) {
        QCOMPARE(total, 100);
        reports.append(done);
        if (done == 20)
            progress.cancel();
    });
    const auto read = m_store->readBlocks(path(QStringLiteral("table")),
                                          {.blockSize = 10, .progress = progress}, [](const QByteArray &) {});
    QVERIFY(!read);
    QCOMPARE(read.error().code, Error::Code::Cancelled);
    QCOMPARE(reports, QList<qint64>({10, 20}));
}

void TestLocalFileStore::kernelFileIsReadToItsEnd()
{
    const auto read = m_store->read(QStringLiteral("/proc/self/status"));
    QVERIFY(read);
    QVERIFY(read->bytes.startsWith("Name:"));
}

void TestLocalFileStore::sameContentIsToldFromOther()
{
    const QString name = path(QStringLiteral("main.cf"));
    write(QStringLiteral("main.cf"), "a = b\n");
    const auto hashed = m_store->read(name, {.withHash = true});
    const auto plain = m_store->read(name);
    QVERIFY(hashed && plain);
    QVERIFY(*m_store->isSameContent(name, hashed->fingerprint));
    QVERIFY(*m_store->isSameContent(name, plain->fingerprint));

    QVERIFY(QFile::remove(name));
    write(QStringLiteral("main.cf"), "a = b\n");
    QVERIFY(*m_store->isSameContent(name, hashed->fingerprint));
    QVERIFY(!*m_store->isSameContent(name, plain->fingerprint));

    write(QStringLiteral("main.cf"), "a = c\n");
    QVERIFY(!*m_store->isSameContent(name, hashed->fingerprint));
    QVERIFY(!m_store->isSameContent(path(QStringLiteral("missing")), hashed->fingerprint));
}

QTEST_GUILESS_MAIN(TestLocalFileStore)
#include "tst_localfilestore.moc"
