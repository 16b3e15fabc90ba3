// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/catalog/catalog.h"

#include <QDateTime>
#include <QFile>
#include <QProcess>
#include <QSet>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using catalog::Catalog;
using catalog::Parameter;
using catalog::Version;

class TestCatalog : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void versionIsRead_data();
    void versionIsRead();
    void parameterIsKnownToItsVersions_data();
    void parameterIsKnownToItsVersions();
    void defaultFollowsTheVersion_data();
    void defaultFollowsTheVersion();
    void clientKeysAreKnown();
    void damagedTableNamesItsLine_data();
    void damagedTableNamesItsLine();
    void namesAreThoseOfTheInstalledPostconf();

private:
    std::optional<Catalog> m_catalog;
};

void TestCatalog::initTestCase()
{
    auto loaded = Catalog::load();
    QVERIFY(loaded);
    m_catalog = *loaded;
    QVERIFY(m_catalog->parameters().size() > 900);
}

void TestCatalog::versionIsRead_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("version");
    QTest::newRow("patch level") << QByteArray("3.7.11") << "3.7.11";
    QTest::newRow("feature release") << QByteArray("2.10") << "2.10.0";
    QTest::newRow("snapshot") << QByteArray("3.12-20260821") << "3.12.0";
    QTest::newRow("one number") << QByteArray("3") << "";
    QTest::newRow("trailing dot") << QByteArray("3.7.") << "";
    QTest::newRow("words") << QByteArray("newest") << "";
    QTest::newRow("nothing") << QByteArray() << "";
    QTest::newRow("text behind it") << QByteArray("3.7x") << "";
    QTest::newRow("absurdly long") << QByteArray("3.99999999999999999999") << "";
}

void TestCatalog::versionIsRead()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, version);
    const std::optional<Version> read = Version::parse(text);
    QCOMPARE(read ? read->toString() : QString(), version);
}

void TestCatalog::parameterIsKnownToItsVersions_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("version");
    QTest::addColumn<bool>("isKnown");
    QTest::newRow("old one") << QByteArray("myhostname") << QByteArray("2.10") << true;
    QTest::newRow("since 3.4") << QByteArray("smtpd_tls_chain_files") << QByteArray("3.3.22") << false;
    QTest::newRow("from 3.4 on") << QByteArray("smtpd_tls_chain_files") << QByteArray("3.4.0") << true;
    QTest::newRow("not yet back-ported")
        << QByteArray("smtpd_forbid_bare_newline") << QByteArray("3.7.8") << false;
    QTest::newRow("back-ported") << QByteArray("smtpd_forbid_bare_newline") << QByteArray("3.7.9") << true;
    QTest::newRow("removed") << QByteArray("tls_dane_digest_agility") << QByteArray("3.7.11") << false;
    QTest::newRow("before its removal")
        << QByteArray("tls_dane_digest_agility") << QByteArray("3.3.0") << true;
    QTest::newRow("renamed") << QByteArray("postscreen_blacklist_action") << QByteArray("3.7.11") << false;
    QTest::newRow("legacy names stay") << QByteArray("virtual_maps") << QByteArray("3.7.11") << true;
    QTest::newRow("never") << QByteArray("smtpd_tls_receivedheader") << QByteArray("3.7.11") << false;
    QTest::newRow("a name of the manual only")
        << QByteArray("transport_recipient_limit") << QByteArray("3.7.11") << false;
}

void TestCatalog::parameterIsKnownToItsVersions()
{
    QFETCH(const QByteArray, name);
    QFETCH(const QByteArray, version);
    QFETCH(const bool, isKnown);
    const Parameter *parameter = m_catalog->find(name);
    QCOMPARE(parameter && parameter->isKnownTo(*Version::parse(version)), isKnown);
}

void TestCatalog::defaultFollowsTheVersion_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("version");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("never changed") << QByteArray("biff") << QByteArray("3.7.11") << QByteArray("yes");
    QTest::newRow("before a change") << QByteArray("address_verify_sender") << QByteArray("2.4")
                                     << QByteArray("postmaster");
    QTest::newRow("after a change") << QByteArray("address_verify_sender") << QByteArray("2.5")
                                    << QByteArray("$double_bounce_sender");
    QTest::newRow("in a back-port") << QByteArray("smtpd_forbid_bare_newline") << QByteArray("3.7.11")
                                    << QByteArray("no");
    QTest::newRow("newest") << QByteArray("smtpd_forbid_bare_newline") << QByteArray("3.12")
                            << QByteArray("normalize");
}

void TestCatalog::defaultFollowsTheVersion()
{
    QFETCH(const QByteArray, name);
    QFETCH(const QByteArray, version);
    QFETCH(const QByteArray, value);
    const Parameter *parameter = m_catalog->find(name);
    QVERIFY(parameter);
    QCOMPARE(parameter->defaultFor(*Version::parse(version)).toByteArray(), value);
}

void TestCatalog::clientKeysAreKnown()
{
    QVERIFY(m_catalog->tableClientKeys("ldap").contains(QByteArrayView("bind_pw")));
    QVERIFY(m_catalog->tableClientKeys("mysql").contains(QByteArrayView("query")));
    QVERIFY(m_catalog->tableClientKeys("hash").isEmpty());
}

void TestCatalog::damagedTableNamesItsLine_data()
{
    QTest::addColumn<QByteArray>("parameters");
    QTest::addColumn<QByteArray>("services");
    QTest::addColumn<QByteArray>("clients");
    QTest::addColumn<QByteArray>("build");
    QTest::addColumn<QByteArray>("releases");
    QTest::addColumn<QString>("table");
    QTest::addColumn<int>("line");
    const QByteArray end = "end\n";
    const QByteArray good = "a\t1.0\t\t\t\t1.0 x\n";
    const auto damaged = [&](const char *name, const QByteArray &table, const char *where, int line) {
        QTest::newRow(name) << (qstrcmp(where, "parameters.tsv") == 0 ? table : good + end)
                            << (qstrcmp(where, "services.tsv") == 0 ? table : end)
                            << (qstrcmp(where, "tableclients.tsv") == 0 ? table : end)
                            << (qstrcmp(where, "build.tsv") == 0 ? table : end)
                            << (qstrcmp(where, "releases.tsv") == 0 ? table : end)
                            << QString::fromLatin1(where) << line;
    };
    const auto bad = [&](const char *name, const QByteArray &line) {
        damaged(name, good + line + end, "parameters.tsv", 2);
    };
    bad("too few columns", "b\t1.0\n");
    bad("no version", "b\tx\t\t\t\t1.0 x\n");
    bad("bad end of its life", "b\t1.0\tx\t\t\t1.0 x\n");
    bad("bad back-port", "b\t1.0\t\t3.x\t\t1.0 x\n");
    bad("unknown flag", "b\t1.0\t\t\twild\t1.0 x\n");
    bad("default without a version", "b\t1.0\t\t\t\tx\n");
    bad("empty line", "\n");
    bad("NUL", QByteArray("b\t1.0\t\t\t\t1.0 \0\n", 14));
    bad("a line without an end in sight", "b\t1.0\t\t\t\t1.0 " + QByteArray(100000, 'x') + '\n');
    damaged("cut off behind a line", good + good, "parameters.tsv", 3);
    damaged("cut off inside a line", good + "b\t1.0", "parameters.tsv", 2);
    damaged("cut off inside the last line", good + "end", "parameters.tsv", 2);
    damaged("nothing", QByteArray(), "parameters.tsv", 1);
    damaged("services", "_x\t1.0\tpipe\t$a\n_y\nend\n", "services.tsv", 2);
    damaged("clients", "ldap\ta,b\nmysql\nend\n", "tableclients.tsv", 2);
    damaged("a build that sets nothing", "a\t1.0 x\nb\nend\n", "build.tsv", 2);
    damaged("a release that is no version", "3.7\t11\nnew\t1\nend\n", "releases.tsv", 2);
    damaged("a release without its newest patch", "3.7\t11\n3.8\nend\n", "releases.tsv", 2);
    damaged("a day without its patch", "3.7\t11\t11 20240304\n3.8\t1\t20240304\nend\n", "releases.tsv", 2);
}

void TestCatalog::damagedTableNamesItsLine()
{
    QFETCH(const QByteArray, parameters);
    QFETCH(const QByteArray, services);
    QFETCH(const QByteArray, clients);
    QFETCH(const QByteArray, build);
    QFETCH(const QByteArray, releases);
    QFETCH(const QString, table);
    QFETCH(const int, line);
    const auto parsed = Catalog::parse({.parameters = parameters,
                                        .services = services,
                                        .tableClients = clients,
                                        .build = build,
                                        .releases = releases});
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().code, base::Error::Code::Malformed);
    QCOMPARE(parsed.error().subject, table);
    QCOMPARE(parsed.error().detail, QStringLiteral("line %1").arg(line));
}

void TestCatalog::namesAreThoseOfTheInstalledPostconf()
{
    const QString postconf = QStandardPaths::findExecutable(
        QStringLiteral("postconf"), {QStringLiteral("/usr/sbin"), QStringLiteral("/usr/bin")});
    if (postconf.isEmpty())
        QSKIP("Postfix is not installed");
    // An empty configuration: no service makes names of its own.
    QTemporaryDir folder;
    for (const char *name : {"main.cf", "master.cf"}) {
        QFile file(folder.filePath(QLatin1String(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(
            file.setFileTime(QDateTime::currentDateTime().addSecs(-60), QFileDevice::FileModificationTime));
    }
    const auto output = [&](const QStringList &arguments) {
        QProcess process;
        process.start(postconf, QStringList{QStringLiteral("-c"), folder.path()} + arguments);
        return process.waitForFinished() ? process.readAllStandardOutput() : QByteArray();
    };
    const std::optional<Version> version =
        Version::parse(output({QStringLiteral("-h"), QStringLiteral("mail_version")}).trimmed());
    QVERIFY(version);
    QByteArrayList theirs;
    for (const QByteArray &line : output({QStringLiteral("-d")}).split('\n')) {
        if (const qsizetype end = line.indexOf(" ="); end > 0)
            theirs.append(line.first(end));
    }
    QVERIFY(theirs.size() > 500);
    QByteArrayList ours;
    for (const Parameter &parameter : m_catalog->parameters()) {
        // postconf -d lists neither the names it keeps for old files nor what a build leaves out.
        if (parameter.isKnownTo(*version) && !parameter.isLegacy)
            ours.append(parameter.name.toByteArray());
    }
    const QSet<QByteArray> oursSet(ours.begin(), ours.end());
    for (const QByteArray &name : theirs)
        QVERIFY2(oursSet.contains(name), name.constData());
    const QSet<QByteArray> theirsSet(theirs.begin(), theirs.end());
    for (const QByteArray &name : ours)
        QVERIFY2(theirsSet.contains(name), name.constData());
}

QTEST_GUILESS_MAIN(TestCatalog)
#include "tst_catalog.moc"
