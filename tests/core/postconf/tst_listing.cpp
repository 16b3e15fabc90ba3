// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/postconf/listing.h"

#include <QTest>

using postconf::Configuration;
using postconf::Output;

namespace {

const QByteArray pickup = "pickup unix n - y 60 1 pickup\n";

} // namespace

class TestListing : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void settingsAreListed_data();
    void settingsAreListed();
    void settingsAreWarnedOf_data();
    void settingsAreWarnedOf();
    void fatalThingsEndTheRun_data();
    void fatalThingsEndTheRun();
    void servicesAreListed_data();
    void servicesAreListed();
    void overridesAreListed();
    void patternsChoose();

private:
    Configuration configuration(const QByteArray &mainCf, const QByteArray &masterCf = pickup) const
    {
        return {.mainCf = syntax::MainCf(mainCf),
                .masterCf = syntax::MasterCf(masterCf),
                .directory = "/etc/postfix",
                .catalog = *m_catalog,
                .target = {3, 7, 11},
                .readClientFile = {}};
    }

    std::optional<catalog::Catalog> m_catalog;
};

void TestListing::initTestCase()
{
    const auto loaded = catalog::Catalog::load();
    QVERIFY(loaded);
    m_catalog = *loaded;
}

void TestListing::settingsAreListed_data()
{
    QTest::addColumn<QByteArray>("mainCf");
    QTest::addColumn<QByteArray>("out");
    QTest::newRow("sorted") << QByteArray("myorigin = b\nmydomain = a\n")
                            << QByteArray("mydomain = a\nmyorigin = b\n");
    QTest::newRow("the last one counts")
        << QByteArray("mydomain = a\nmydomain = b\n") << QByteArray("mydomain = b\n");
    QTest::newRow("blanks are squeezed")
        << QByteArray("mydomain = a  \t b\n  c\r\n") << QByteArray("mydomain = a b c\n");
    QTest::newRow("an empty value") << QByteArray("relayhost =\n") << QByteArray("relayhost =\n");
    QTest::newRow("an unused name is left out") << QByteArray("nosuch = a\n") << QByteArray("");
    QTest::newRow("a name that is referred to")
        << QByteArray("mine = a\nmydomain = $mine\n") << QByteArray("mine = a\nmydomain = $mine\n");
    QTest::newRow("a restriction class")
        << QByteArray("smtpd_restriction_classes = one, two\none = permit\n")
        << QByteArray("one = permit\nsmtpd_restriction_classes = one, two\n");
    QTest::newRow("a database client")
        << QByteArray("virtual_alias_maps = ldap:acct\nacct_bind = no\nacct_x = 1\n")
        << QByteArray("acct_bind = no\nvirtual_alias_maps = ldap:acct\n");
    QTest::newRow("a name that only a default refers to")
        << QByteArray("postscreen_blacklist_action = drop\n")
        << QByteArray("postscreen_blacklist_action = drop\n");
    QTest::newRow("what is commented out does not count") << QByteArray("#mydomain = a\n") << QByteArray("");
}

void TestListing::settingsAreListed()
{
    QFETCH(const QByteArray, mainCf);
    QFETCH(const QByteArray, out);
    const Output output = postconf::listSettings(configuration(mainCf));
    QCOMPARE(output.fatal, QByteArray());
    QCOMPARE(output.out, out);
}

void TestListing::settingsAreWarnedOf_data()
{
    QTest::addColumn<QByteArray>("mainCf");
    QTest::addColumn<QByteArray>("masterCf");
    QTest::addColumn<QByteArray>("warning");
    QTest::newRow("unused") << QByteArray("nosuch = a\n") << pickup
                            << QByteArray("/etc/postfix/main.cf: unused parameter: nosuch=a");
    QTest::newRow("unused override") << QByteArray() << QByteArray("smtp inet n - y - - smtpd -o nosuch=a\n")
                                     << QByteArray("/etc/postfix/master.cf: unused parameter: nosuch=a");
    QTest::newRow("undefined") << QByteArray("mydomain = $nosuch\n") << pickup
                               << QByteArray("/etc/postfix/main.cf: undefined parameter: nosuch");
    QTest::newRow("undefined in an override")
        << QByteArray() << QByteArray("smtp inet n - y - - smtpd -o mydomain=$nosuch\n")
        << QByteArray("/etc/postfix/master.cf: undefined parameter: nosuch");
    QTest::newRow("overriding") << QByteArray("mydomain = a\n\nmydomain = b\n") << pickup
                                << QByteArray(
                                       "/etc/postfix/main.cf, line 3: overriding earlier entry: mydomain=a");
    QTest::newRow("indented first line")
        << QByteArray("  mydomain = a\nmyorigin = b\n") << pickup
        << QByteArray(
               "/etc/postfix/main.cf: logical line must not start with whitespace: \"  mydomain = a\"");
}

void TestListing::settingsAreWarnedOf()
{
    QFETCH(const QByteArray, mainCf);
    QFETCH(const QByteArray, masterCf);
    QFETCH(const QByteArray, warning);
    const Output output = postconf::listSettings(configuration(mainCf, masterCf));
    QCOMPARE(output.warnings + output.lateWarnings, QByteArrayList{warning});
}

void TestListing::fatalThingsEndTheRun_data()
{
    QTest::addColumn<QByteArray>("mainCf");
    QTest::addColumn<QByteArray>("masterCf");
    QTest::addColumn<QByteArray>("fatal");
    QTest::newRow("no equals sign") << QByteArray("mydomain = a\nfoo bar\n") << pickup
                                    << QByteArray("/etc/postfix/main.cf, line 2: missing '=' after attribute "
                                                  "name: \"foo bar\"");
    QTest::newRow("no name") << QByteArray("= a\n") << pickup
                             << QByteArray("/etc/postfix/main.cf, line 1: missing attribute name: \"= a\"");
    QTest::newRow("too few fields") << QByteArray() << QByteArray("\nsmtp inet n - y - -\n")
                                    << QByteArray("file /etc/postfix/master.cf: line 2: bad field count");
    QTest::newRow("no such type") << QByteArray() << QByteArray("smtp tcp n - y - - smtpd\n")
                                  << QByteArray("invalid type field \"tcp\" in \"smtp tcp n - y - - smtpd\"");
    QTest::newRow("neither yes nor no")
        << QByteArray() << QByteArray("smtp inet yes - y - - smtpd\n")
        << QByteArray("invalid private field \"yes\" in \"smtp inet yes - y - - smtpd\"");
    QTest::newRow("reference never closed")
        << QByteArray("mydomain = ${a\n") << pickup << QByteArray("macro processing error");
}

void TestListing::fatalThingsEndTheRun()
{
    QFETCH(const QByteArray, mainCf);
    QFETCH(const QByteArray, masterCf);
    QFETCH(const QByteArray, fatal);
    const Output output = postconf::listSettings(configuration(mainCf, masterCf));
    QCOMPARE(output.fatal, fatal);
    QCOMPARE(output.out, QByteArray());
}

void TestListing::servicesAreListed_data()
{
    QTest::addColumn<QByteArray>("masterCf");
    QTest::addColumn<QByteArray>("out");
    QTest::newRow("columns are aligned")
        << pickup << QByteArray("pickup     unix  n       -       y       60      1       pickup\n");
    QTest::newRow("a long name moves them")
        << QByteArray("127.0.0.1:10025 inet n - n - - smtpd\n")
        << QByteArray("127.0.0.1:10025 inet n   -       n       -       -       smtpd\n");
    QTest::newRow("every form of an option")
        << QByteArray("smtp inet n - y - - smtpd -o a=b -oc=d -v\n  -o { e = f  g }\n#  -o h=i\n  x\n")
        << QByteArray("smtp       inet  n       -       y       -       -       smtpd -o a=b -o c=d -v "
                      "-o {e=f  g} x\n");
    QTest::newRow("arguments in braces")
        << QByteArray("x unix - n n - - pipe user=a argv=/bin/x { b c } {d}\n")
        << QByteArray(
               "x          unix  -       n       n       -       -       pipe user=a argv=/bin/x {b c} d\n");
    QTest::newRow("switched off") << QByteArray("#smtp inet n - y - - smtpd\n") << QByteArray();
}

void TestListing::servicesAreListed()
{
    QFETCH(const QByteArray, masterCf);
    QFETCH(const QByteArray, out);
    QCOMPARE(postconf::listServices(configuration({}, masterCf)).out, out);
}

void TestListing::overridesAreListed()
{
    const QByteArray masterCf = "smtp inet n - y - - smtpd -o myorigin=b -o mydomain=a\n -o myorigin=c\n";
    QCOMPARE(postconf::listOverrides(configuration({}, masterCf)).out,
             QByteArray("smtp/inet/mydomain = a\nsmtp/inet/myorigin = c\n"));
}

void TestListing::patternsChoose()
{
    const Configuration both = configuration(
        "mydomain = a\n", pickup + "smtp inet n - y - - smtpd -o mydomain=a\nsmtp unix - - y - - smtp\n");
    QCOMPARE(postconf::listServices(both, {"smtp/unix"}).out.count('\n'), 1);
    QCOMPARE(postconf::listServices(both, {"smtp"}).out.count('\n'), 2);
    QCOMPARE(postconf::listServices(both, {"*/inet"}).out.count('\n'), 1);
    QCOMPARE(postconf::listServices(both, {"nosuch"}).lateWarnings,
             QByteArrayList{"unmatched request: \"nosuch\""});
    QCOMPARE(postconf::listOverrides(both, {"smtp/inet/mydomain"}).out,
             QByteArray("smtp/inet/mydomain = a\n"));
    QCOMPARE(postconf::listSettings(both, {"mydomain", "myorigin"}).out, QByteArray("mydomain = a\n"));
    QCOMPARE(postconf::listSettings(both, {"nosuch"}).lateWarnings,
             QByteArrayList{"nosuch: unknown parameter"});
}

QTEST_GUILESS_MAIN(TestListing)
#include "tst_listing.moc"
