// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/catalog/host.h"

#include <QTest>

using catalog::Catalog;
using catalog::Host;
using catalog::InterfaceAddress;
using catalog::Version;

class TestHost : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void networksAreThoseOfPostfix_data();
    void networksAreThoseOfPostfix();
    void nameGetsADomain_data();
    void nameGetsADomain();
    void standInIsDebiansBuild_data();
    void standInIsDebiansBuild();
    void installedBuildIsCarriedOver_data();
    void installedBuildIsCarriedOver();
    void outputThatIsNoneGivesTheStandIn_data();
    void outputThatIsNoneGivesTheStandIn();
    void buildRecordIsRead();
    void targetIsRead_data();
    void targetIsRead();
    void levelIsAHint_data();
    void levelIsAHint();

private:
    QByteArray defaultOf(const char *name, const char *target, const Host &host) const
    {
        return catalog::defaultFor(*m_catalog, *m_catalog->find(name), *Version::parse(target), host);
    }

    std::optional<Catalog> m_catalog;
};

void TestHost::initTestCase()
{
    const auto catalog = Catalog::load();
    QVERIFY(catalog);
    m_catalog = *catalog;
}

void TestHost::networksAreThoseOfPostfix_data()
{
    QTest::addColumn<QByteArray>("style");
    QTest::addColumn<QByteArray>("interfaces");
    QTest::addColumn<QByteArray>("protocols");
    QTest::addColumn<QByteArray>("networks");
    const auto row = [](const char *name, const char *style, const char *interfaces, const char *protocols,
                        const char *networks) {
        QTest::newRow(name) << QByteArray(style) << QByteArray(interfaces) << QByteArray(protocols)
                            << QByteArray(networks);
    };
    row("subnets", "subnet", "all", "all", "127.0.0.0/8 10.1.2.128/25 [::1]/128 [2001:db8::]/64 [fe80::]/64");
    row("hosts", "host", "all", "all",
        "127.0.0.1/32 10.1.2.200/32 [::1]/128 [2001:db8::2]/128 [fe80::fc:ff:fe00:1]/128");
    row("classes", "class", "all", "ipv4", "127.0.0.0/8 10.0.0.0/8");
    row("IPv6 only", "subnet", "all", "ipv6", "[::1]/128 [2001:db8::]/64 [fe80::]/64");
    row("both by name", "host", "loopback-only", "ipv6, ipv4", "127.0.0.1/32 [::1]/128");
    row("the addresses that are told, each once", "subnet", "10.1.2.200, [::1] 10.1.2.200", "all",
        "10.1.2.128/25 [::1]/128");
    row("localhost by name", "host", "LocalHost", "all", "127.0.0.1/32 [::1]/128");
    row("an address of somebody else", "subnet", "10.9.9.9", "all", "(none)");
    row("a host name", "subnet", "mail.example.org", "all", "(none)");
    row("an unknown style", "street", "all", "all", "(none)");
    row("no protocol", "subnet", "all", "", "(none)");
}

void TestHost::networksAreThoseOfPostfix()
{
    QFETCH(const QByteArray, style);
    QFETCH(const QByteArray, interfaces);
    QFETCH(const QByteArray, protocols);
    QFETCH(const QByteArray, networks);
    QList<InterfaceAddress> addresses;
    for (const auto &[text, prefix] :
         {std::pair{"127.0.0.1", 8}, std::pair{"::1", 128}, std::pair{"10.1.2.200", 25},
          std::pair{"2001:db8::2", 64}, std::pair{"fe80::fc:ff:fe00:1", 64}})
        addresses.append({*catalog::addressBytes(text), prefix,
                          text == QByteArray("::1") || text == QByteArray("127.0.0.1")});
    const auto found = catalog::mynetworks(
        addresses, {.mynetworksStyle = style, .inetInterfaces = interfaces, .inetProtocols = protocols});
    QCOMPARE(found.value_or("(none)"), networks);
}

void TestHost::nameGetsADomain_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("mydomain");
    QTest::addColumn<QByteArray>("myhostname");
    QTest::addColumn<QByteArray>("domainOfThat");
    QTest::newRow("short") << QByteArray("vm") << QByteArray() << QByteArray("vm.localdomain")
                           << QByteArray("localdomain");
    QTest::newRow("short, in a domain") << QByteArray("vm") << QByteArray("example.org")
                                        << QByteArray("vm.example.org") << QByteArray("example.org");
    QTest::newRow("full") << QByteArray("a.b.example") << QByteArray("example.org")
                          << QByteArray("a.b.example") << QByteArray("b.example");
}

void TestHost::nameGetsADomain()
{
    QFETCH(const QByteArray, name);
    QFETCH(const QByteArray, mydomain);
    QFETCH(const QByteArray, myhostname);
    QFETCH(const QByteArray, domainOfThat);
    Host host;
    host.name = name;
    QCOMPARE(catalog::myhostnameOf(host, mydomain), myhostname);
    QCOMPARE(catalog::mydomainOf(myhostname), domainOfThat);
}

void TestHost::standInIsDebiansBuild_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("value");
    const auto row = [](const char *name, const char *target, const char *value) {
        QTest::addRow("%s in %s", name, target)
            << QByteArray(name) << QByteArray(target) << QByteArray(value);
    };
    row("daemon_directory", "2.11", "/usr/lib/postfix");
    row("daemon_directory", "3.7.11", "/usr/lib/postfix/sbin");
    row("command_directory", "3.7.11", "/usr/sbin");
    row("alias_maps", "3.7.11", "hash:/etc/aliases, nis:mail.aliases");
    row("myhostname", "3.7.11", "localhost.localdomain");
    row("mydomain", "3.7.11", "localdomain");
    row("mynetworks", "3.7.11", "127.0.0.0/8 [::1]/128");
    row("mail_version", "3.7.11", "3.7.11");
    row("mail_version", "3.5", "3.5.0");
    row("mail_version", "3.12", "3.12-20260821");
    row("mail_release_date", "3.7.11", "20240304");
    row("process_name", "3.7.11", "postconf");
    row("append_dot_mydomain", "2.11", "yes");
    row("append_dot_mydomain", "3.7", "${{$compatibility_level} <level {1} ? {yes} : {no}}");
}

void TestHost::standInIsDebiansBuild()
{
    QFETCH(const QByteArray, name);
    QFETCH(const QByteArray, target);
    QFETCH(const QByteArray, value);
    QCOMPARE(defaultOf(name.constData(), target.constData(), Host()), value);
}

void TestHost::installedBuildIsCarriedOver_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("told");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("value");
    const auto row = [](const char *what, const char *name, const char *told, const char *target,
                        const char *value) {
        QTest::newRow(what) << QByteArray(name) << QByteArray(told) << QByteArray(target)
                            << QByteArray(value);
    };
    row("its own version", "queue_directory", "/srv/mail", "3.7.11", "/srv/mail");
    row("a path of its own", "queue_directory", "/srv/mail", "3.12", "/srv/mail");
    row("the path of a plain build", "daemon_directory", "/usr/libexec/postfix", "3.12",
        "/usr/libexec/postfix");
    row("Debian's path, in Debian's later build", "daemon_directory", "/usr/lib/postfix/sbin", "2.11",
        "/usr/lib/postfix");
    row("what follows the code", "alias_maps", "hash:/etc/aliases", "3.12",
        "$default_database_type:/etc/aliases");
    row("what adds to the code", "alias_maps", "hash:/etc/aliases, dbm:/etc/x", "3.12",
        "$default_database_type:/etc/aliases, dbm:/etc/x");
    row("the name of the host", "myhostname", "mail.example.org", "3.12", "mail.example.org");
    row("a name without a domain", "myhostname", "vm.localdomain", "3.12", "vm.localdomain");
    row("its networks", "mynetworks", "192.0.2.0/24", "3.12", "192.0.2.0/24");
    row("its snapshot", "mail_version", "3.7-20210815", "3.7", "3.7-20210815");
    row("not the version of another", "mail_version", "3.7.11", "3.7.10", "3.7.10");
    row("what is no matter of the build", "biff", "no", "3.7.11", "yes");
}

void TestHost::installedBuildIsCarriedOver()
{
    QFETCH(const QByteArray, name);
    QFETCH(const QByteArray, told);
    QFETCH(const QByteArray, target);
    QFETCH(const QByteArray, value);
    const QByteArray output = "mail_version = 3.7.11\n" + name + " = " + told + "\nmail_name = Postfix\n";
    const Host host = catalog::hostFromDefaults(*m_catalog, output);
    QVERIFY(host.version);
    QCOMPARE(defaultOf(name.constData(), target.constData(), host), value);
}

void TestHost::outputThatIsNoneGivesTheStandIn_data()
{
    QTest::addColumn<QByteArray>("output");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("an error") << QByteArray("postconf: fatal: open /etc/postfix/main.cf: No such file\n");
    QTest::newRow("no version") << QByteArray("myhostname = x.y\n");
    QTest::newRow("a version that is none") << QByteArray("mail_version = new\nmyhostname = x.y\n");
    QTest::newRow("a line that ends early") << QByteArray("mail_version =");
    QTest::newRow("a long line") << QByteArray(1000000, 'x') + " = y\n";
}

void TestHost::outputThatIsNoneGivesTheStandIn()
{
    QFETCH(const QByteArray, output);
    const Host host = catalog::hostFromDefaults(*m_catalog, output);
    QVERIFY(!host.version);
    QCOMPARE(defaultOf("myhostname", "3.7.11", host), QByteArray("localhost.localdomain"));
}

void TestHost::buildRecordIsRead()
{
    Host host;
    catalog::takeBuildRecord(
        host,
        R"(CC	= gcc -DHAS_PCRE=2 -DDEF_DAEMON_DIR=\"/opt/pf/libexec\" -DUSE_TLS)"
        "\n"
        R"(EXPORT = CCARGS='-DDEF_DAEMON_DIR=\"/opt/pf/libexec\"' -DDEF_DB_TYPE=\"lmdb\)");
    QCOMPARE(host.build.value("daemon_directory"), QByteArray("/opt/pf/libexec"));
    QVERIFY(!host.build.contains("default_database_type")); // cut off
    QCOMPARE(defaultOf("daemon_directory", "3.7", host), QByteArray("/opt/pf/libexec"));
}

void TestHost::targetIsRead_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("version"); ///< or a part of the message
    QTest::newRow("a patch release") << QByteArray("3.7.11") << "3.7.11";
    QTest::newRow("a feature release") << QByteArray("2.10") << "2.10.0";
    QTest::newRow("a snapshot") << QByteArray("3.12-20260821") << "3.12.0";
    QTest::newRow("too old") << QByteArray("2.9.14") << "Postfix 2.9.14 is not known";
    QTest::newRow("never was one") << QByteArray("2.12.3") << "Postfix 2.12.3 is not known";
    QTest::newRow("too new") << QByteArray("3.13") << "Postfix 3.13 is not known";
    QTest::newRow("none") << QByteArray("newest") << "is not a Postfix version.";
    QTest::newRow("nothing") << QByteArray() << "Choose one from 2.10 to 3.12";
}

void TestHost::targetIsRead()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, version);
    const auto target = catalog::targetFrom(text);
    if (target) {
        QCOMPARE(target->toString(), version);
        QVERIFY(m_catalog->release(*target));
    }
    if (!target)
        QVERIFY2(target.error().detail.contains(version), qPrintable(target.error().detail));
}

void TestHost::levelIsAHint_data()
{
    QTest::addColumn<QByteArray>("level");
    QTest::addColumn<QString>("version");
    QTest::newRow("none") << QByteArray() << "";
    QTest::newRow("0") << QByteArray("0") << "3.0.0";
    QTest::newRow("2") << QByteArray("2") << "3.0.0";
    QTest::newRow("3.6") << QByteArray("3.6") << "3.6.0";
    QTest::newRow("a patch level") << QByteArray("3.6.4") << "3.6.0";
    QTest::newRow("from the future") << QByteArray("9999") << "3.12.0";
    QTest::newRow("no level") << QByteArray("high") << "";
    QTest::newRow("below zero") << QByteArray("-1") << "";
}

void TestHost::levelIsAHint()
{
    QFETCH(const QByteArray, level);
    QFETCH(const QString, version);
    const auto oldest = catalog::oldestFor(level);
    QCOMPARE(oldest ? oldest->toString() : QString(), version);
}

QTEST_GUILESS_MAIN(TestHost)
#include "tst_host.moc"
