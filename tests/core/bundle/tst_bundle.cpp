// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/bundle/bundle.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using bundle::Compression;
using bundle::Entry;
using model::File;
using model::FileInfo;
using model::FileKind;

namespace {

File file(const QString &name, FileKind kind, const QByteArray &bytes)
{
    return {FileInfo{.path = QStringLiteral("/etc/postfix/") + name, .name = name, .kind = kind},
            syntax::Text(bytes, File::layoutOf(kind))};
}

model::Snapshot
configuration(const QByteArray &mainCf = "smtp_sasl_password_maps = hash:/etc/postfix/relays\n")
{
    return model::Snapshot(
        {file(QStringLiteral("main.cf"), FileKind::MainCf, mainCf),
         file(QStringLiteral("master.cf"), FileKind::MasterCf, "smtp inet n - y - - smtpd\n"),
         file(QStringLiteral("relays"), FileKind::KeyValue, "[a]:587 user:secret\n"),
         file(QStringLiteral("key.pem"), FileKind::Other, "-----BEGIN PRIVATE KEY-----\n")});
}

QByteArray entry(const QList<Entry> &entries, const QByteArray &path)
{
    for (const Entry &one : entries) {
        if (one.path == path)
            return one.bytes;
    }
    return {};
}

} // namespace

class TestBundle : public QObject
{
    Q_OBJECT

private slots:
    void archiveComesBack_data();
    void archiveComesBack();
    void pathsThatLeaveTheTreeAreRefused_data();
    void pathsThatLeaveTheTreeAreRefused();
    void damagedArchiveIsAnError();
    void manifestSaysWhatIsIn();
    void manifestSaysWhatBuildsATable();
    void secretsStayOutUnlessAskedFor();
    void errorsMakeADraft();
    void nameHoldsFolderAndTime();
};

void TestBundle::archiveComesBack_data()
{
    QTest::addColumn<int>("compression");
    QTest::newRow("zstd") << int(Compression::Zstd);
    QTest::newRow("gzip") << int(Compression::Gzip);
}

void TestBundle::archiveComesBack()
{
    QFETCH(const int, compression);
    const auto how = static_cast<Compression>(compression);
    const QList<Entry> entries{{"z/two", 0600, QByteArray("\0\xff\n", 3)},
                               {"a", 0644, QByteArray(300'000, 'x')}};
    const auto first = bundle::archive(entries, how);
    QVERIFY(first);
    QTest::qSleep(1100); // another second must not make another archive
    const auto second = bundle::archive({entries[1], entries[0]}, how);
    QVERIFY(second);
    QCOMPARE(*first, *second);
    const auto back = bundle::entriesOf(*first);
    QVERIFY(back);
    QCOMPARE(back->size(), 2);
    QCOMPARE(back->at(0).path, QByteArray("a"));
    QCOMPARE(back->at(0).bytes, entries[1].bytes);
    QCOMPARE(back->at(1).mode, 0600U);
    QCOMPARE(back->at(1).bytes, entries[0].bytes);
}

void TestBundle::pathsThatLeaveTheTreeAreRefused_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::newRow("absolute") << QByteArray("/etc/passwd");
    QTest::newRow("upwards") << QByteArray("etc/../../x");
    QTest::newRow("nothing") << QByteArray("");
    QTest::newRow("double slash") << QByteArray("etc//x");
    QTest::newRow("twice") << QByteArray("good");
}

void TestBundle::pathsThatLeaveTheTreeAreRefused()
{
    QFETCH(const QByteArray, path);
    const auto made = bundle::archive({{"good", 0644, "x"}, {path, 0644, "y"}}, Compression::Zstd);
    QVERIFY(!made);
    QCOMPARE(made.error().code, base::Error::Code::Malformed);
}

void TestBundle::damagedArchiveIsAnError()
{
    const auto made = bundle::archive({{"good", 0644, QByteArray(10'000, 'x')}}, Compression::Gzip);
    QVERIFY(made);
    QVERIFY(!bundle::entriesOf(made->first(made->size() / 2)));
    QVERIFY(!bundle::entriesOf("no archive at all"));
}

void TestBundle::manifestSaysWhatIsIn()
{
    const auto made = bundle::exported(configuration(), {}, {.target = QStringLiteral("3.7.11")});
    QVERIFY(made);
    QVERIFY(!made->isDraft);
    const auto entries = bundle::entriesOf(made->bytes);
    QVERIFY(entries);
    const QJsonObject manifest = QJsonDocument::fromJson(entry(*entries, "manifest.json")).object();
    QCOMPARE(manifest[QStringLiteral("target")].toString(), QStringLiteral("3.7.11"));
    QCOMPARE(manifest[QStringLiteral("validated")].toBool(), true);
    const QJsonArray files = manifest[QStringLiteral("files")].toArray();
    QCOMPARE(files.size(), 2);
    for (const auto &value : files) {
        const QJsonObject row = value.toObject();
        const QByteArray bytes = entry(*entries, row[QStringLiteral("path")].toString().mid(1).toUtf8());
        QVERIFY(!bytes.isEmpty());
        QCOMPARE(row[QStringLiteral("sha256")].toString().toLatin1(),
                 QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
        QCOMPARE(row[QStringLiteral("mode")].toString(), QStringLiteral("0644"));
    }
}

void TestBundle::manifestSaysWhatBuildsATable()
{
    const QByteArray mainCf = "virtual_alias_maps = lmdb:/etc/postfix/relays\n"
                              "transport_maps = hash:$config_directory/relays\n";
    const auto made = bundle::exported(configuration(mainCf), {}, {});
    QVERIFY(made);
    const auto entries = bundle::entriesOf(made->bytes);
    QVERIFY(entries);
    const QJsonObject manifest = QJsonDocument::fromJson(entry(*entries, "manifest.json")).object();
    const QJsonArray files = manifest[QStringLiteral("files")].toArray();
    for (const auto &value : files) {
        const QJsonObject row = value.toObject();
        const bool isTable = row[QStringLiteral("path")] == QStringLiteral("/etc/postfix/relays");
        const QJsonArray commands{QStringLiteral("postmap lmdb:/etc/postfix/relays")};
        QCOMPARE(row[QStringLiteral("build")].toArray(), isTable ? commands : QJsonArray());
    }
}

void TestBundle::secretsStayOutUnlessAskedFor()
{
    const auto without = bundle::exported(configuration(), {}, {});
    QVERIFY(without);
    QVERIFY(!without->hasSecrets);
    QCOMPARE(without->leftOut, (QStringList{QStringLiteral("relays"), QStringLiteral("key.pem")}));
    const auto with = bundle::exported(configuration(), {}, {.withSecrets = true});
    QVERIFY(with);
    QVERIFY(with->hasSecrets);
    const auto entries = bundle::entriesOf(with->bytes);
    QVERIFY(entries);
    for (const Entry &one : *entries)
        QCOMPARE(one.mode == 0600, one.path.endsWith("relays") || one.path.endsWith("key.pem"));
}

void TestBundle::errorsMakeADraft()
{
    const model::Snapshot broken = configuration("relayhost x\n");
    const auto made = bundle::exported(broken, check::ownProblems(broken), {});
    QVERIFY(made);
    QVERIFY(made->isDraft);
    const auto entries = bundle::entriesOf(made->bytes);
    QVERIFY(entries);
    QVERIFY(entry(*entries, "report.json").contains("PF-SYN-001"));
    QVERIFY(entry(*entries, "manifest.json").contains("\"validated\": false"));
}

void TestBundle::nameHoldsFolderAndTime()
{
    const QDateTime time(QDate(2026, 1, 2), QTime(3, 4, 5));
    QCOMPARE(bundle::fileName(QStringLiteral("/srv/mail"), time, Compression::Zstd),
             QStringLiteral("mail-20260102-030405.tar.zst"));
    QCOMPARE(bundle::compressionOf(QStringLiteral("x.tar.gz")), Compression::Gzip);
}

QTEST_GUILESS_MAIN(TestBundle)
#include "tst_bundle.moc"
