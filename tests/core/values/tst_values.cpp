// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/values/complaint.h"
#include "core/values/meaning.h"
#include "core/values/timevalue.h"

#include <QTest>

using values::Choice;
using values::Domain;
using values::Kind;

namespace {

const Domain level{.kind = Kind::Choice,
                   .choices = {Choice{"none", "no TLS"}, Choice{"may", "offered"}, Choice{"encrypt"}},
                   .isOpen = false};
const Domain protocols{
    .kind = Kind::ChoiceList, .choices = {Choice{"ipv4"}, Choice{"ipv6"}, Choice{"all"}}, .isOpen = false};

} // namespace

Q_DECLARE_METATYPE(values::Domain)

class TestValues : public QObject
{
    Q_OBJECT

private slots:
    void times_data();
    void times();
    void sizes_data();
    void sizes();
    void whatPostfixAcceptsGetsNoComplaint_data();
    void whatPostfixAcceptsGetsNoComplaint();
    void whatPostfixRefusesIsNamed_data();
    void whatPostfixRefusesIsNamed();
    void meanings_data();
    void meanings();
};

void TestValues::times_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("seconds"); // -1: refused
    QTest::newRow("seconds") << QByteArray("30s") << qint64(30);
    QTest::newRow("no unit") << QByteArray("2") << qint64(2 * 3600);
    QTest::newRow("weeks") << QByteArray("1w") << qint64(7 * 86400);
    QTest::newRow("two letters") << QByteArray("5da") << qint64(-1);
    QTest::newRow("two units") << QByteArray("1h30m") << qint64(-1);
    QTest::newRow("unknown letter") << QByteArray("5y") << qint64(-1);
    QTest::newRow("capital letter") << QByteArray("5D") << qint64(-1);
    QTest::newRow("negative") << QByteArray("-5d") << qint64(-1);
    QTest::newRow("more seconds than an int has") << QByteArray("99999w") << qint64(-1);
    QTest::newRow("empty") << QByteArray() << qint64(-1);
}

void TestValues::times()
{
    QFETCH(const QByteArray, text);
    const auto time = values::parseTime(text);
    QTEST(time ? values::secondsOf(*time, 'h') : qint64(-1), "seconds");
}

void TestValues::sizes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("bytes"); // -1: not a size
    QTest::newRow("bytes") << QByteArray("10240000") << qint64(10240000);
    QTest::newRow("megabytes") << QByteArray("50 MB") << qint64(52428800);
    QTest::newRow("short") << QByteArray("50m") << qint64(52428800);
    QTest::newRow("gibibytes") << QByteArray("1 GiB") << qint64(1073741824);
    QTest::newRow("too many") << QByteArray("9999999999999 GB") << qint64(-1);
    QTest::newRow("a name") << QByteArray("$x") << qint64(-1);
}

void TestValues::sizes()
{
    QFETCH(const QByteArray, text);
    QTEST(values::parseSize(text).value_or(-1), "bytes");
}

void TestValues::whatPostfixAcceptsGetsNoComplaint_data()
{
    QTest::addColumn<Domain>("domain");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("yes in capitals") << Domain{.kind = Kind::YesNo} << QByteArray("YES");
    QTest::newRow("a number within its limits")
        << Domain{.kind = Kind::Number, .min = 1, .max = 9} << QByteArray("9");
    QTest::newRow("a signed number") << Domain{.kind = Kind::Number} << QByteArray("-1");
    QTest::newRow("a time") << Domain{.kind = Kind::Time, .min = 1} << QByteArray("5d");
    QTest::newRow("a large size") << Domain{.kind = Kind::Size} << QByteArray("99999999999");
    QTest::newRow("a choice") << level << QByteArray("may");
    QTest::newRow("a choice in capitals") << level << QByteArray("May");
    QTest::newRow("no choice where that is allowed") << level << QByteArray();
    QTest::newRow("something else in an open list")
        << Domain{.kind = Kind::Choice, .choices = {Choice{"a"}}} << QByteArray("b");
    QTest::newRow("some of the choices") << protocols << QByteArray("ipv4, ipv6");
    QTest::newRow("maps") << Domain{.kind = Kind::Maps} << QByteArray("hash:/a, $b, /c { x:y { z = a } }");
    QTest::newRow("text") << Domain{} << QByteArray("anything");
}

void TestValues::whatPostfixAcceptsGetsNoComplaint()
{
    QFETCH(const Domain, domain);
    QFETCH(const QByteArray, value);
    const auto complaint = values::complaintAbout(domain, value);
    QVERIFY2(!complaint, complaint ? qPrintable(complaint->message) : "");
}

void TestValues::whatPostfixRefusesIsNamed_data()
{
    QTest::addColumn<Domain>("domain");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("said");
    QTest::addColumn<QByteArray>("instead");
    const auto row = [](const char *name, const Domain &domain, const QByteArray &value, const char *said,
                        const QByteArray &instead) {
        QTest::newRow(name) << domain << value << QString::fromUtf8(said) << instead;
    };
    row("neither yes nor no", Domain{.kind = Kind::YesNo}, "maybe", "yes or no", {});
    row("another word for yes", Domain{.kind = Kind::YesNo}, "true", "Did you mean “yes”?", "yes");
    row("a typo", Domain{.kind = Kind::YesNo}, "yse", "Did you mean “yes”?", "yes");
    row("empty yes or no", Domain{.kind = Kind::YesNo}, "", "empty", {});
    row("a word for a number", Domain{.kind = Kind::Number}, "many", "whole number", {});
    row("a number with a unit", Domain{.kind = Kind::Number}, "5s", "whole number", {});
    row("too small", Domain{.kind = Kind::Number, .min = 1}, "0", "1 or more", {});
    row("too large", Domain{.kind = Kind::Number, .max = 9}, "10", "9 or less", {});
    row("more than an int", Domain{.kind = Kind::Number}, "3000000000", "count", {});
    row("a size with a unit", Domain{.kind = Kind::Size}, "50M", "bytes", "52428800");
    row("a time with two units", Domain{.kind = Kind::Time}, "1h30m", "not a time", {});
    row("a time that is too short", Domain{.kind = Kind::Time, .min = 60}, "1s", "1 minute", {});
    row("an unknown level", level, "encrpyt", "Did you mean “encrypt”?", "encrypt");
    row("nothing like a level", level, "xyzzy", "not a value", {});
    row("one of several choices", protocols, "ipv4 ipv7", "“ipv7”", "ipv4 ipv4");
    row("empty where that is refused", Domain{.mayBeEmpty = false}, "", "empty", {});
    row("a file without a type", Domain{.kind = Kind::Maps}, "hash:/a b", "“b” names no table", {});
}

void TestValues::whatPostfixRefusesIsNamed()
{
    QFETCH(const Domain, domain);
    QFETCH(const QByteArray, value);
    QFETCH(const QString, said);
    const auto complaint = values::complaintAbout(domain, value);
    QVERIFY(complaint);
    QVERIFY2(complaint->message.contains(said), qPrintable(complaint->message));
    QTEST(complaint->instead.value_or(QByteArray()), "instead");
}

void TestValues::meanings_data()
{
    QTest::addColumn<Domain>("domain");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("meaning");
    QTest::newRow("days") << Domain{.kind = Kind::Time} << QByteArray("5d") << QStringLiteral("5 day(s)");
    QTest::newRow("mixed") << Domain{.kind = Kind::Time} << QByteArray("5400s")
                           << QStringLiteral("1 hour(s) 30 minute(s)");
    QTest::newRow("no unit written") << Domain{.kind = Kind::Time, .unit = 'd'} << QByteArray("3")
                                     << QStringLiteral("3 day(s)");
    QTest::newRow("size") << Domain{.kind = Kind::Size} << QByteArray("52428800")
                          << QStringLiteral("50.0 MB");
    QTest::newRow("few bytes") << Domain{.kind = Kind::Size} << QByteArray("512") << QString();
    QTest::newRow("label of a choice") << level << QByteArray("may") << QStringLiteral("offered");
    QTest::newRow("list") << Domain{.kind = Kind::List} << QByteArray("a, b { c d }")
                          << QStringLiteral("3 item(s)");
    QTest::newRow("not a time") << Domain{.kind = Kind::Time} << QByteArray("x") << QString();
}

void TestValues::meanings()
{
    QFETCH(const Domain, domain);
    QFETCH(const QByteArray, value);
    QTEST(values::meaningOf(domain, value), "meaning");
}

QTEST_GUILESS_MAIN(TestValues)
#include "tst_values.moc"
