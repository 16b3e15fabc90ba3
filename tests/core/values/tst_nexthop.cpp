// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/values/nexthop.h"

#include <QTest>

class TestNextHop : public QObject
{
    Q_OBJECT

private slots:
    void isReadAndWritten_data();
    void isReadAndWritten();
    void othersAreNot_data();
    void othersAreNot();
};

void TestNextHop::isReadAndWritten_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<QByteArray>("port");
    QTest::addColumn<bool>("looksUpMx");
    const auto row = [](const char *text, const char *host, const char *port, bool looksUpMx) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(host) << QByteArray(port) << looksUpMx;
    };
    row("mail.example.org", "mail.example.org", "", true);
    row("mail.example.org:587", "mail.example.org", "587", true);
    row("[mail.example.org]", "mail.example.org", "", false);
    row("[mail.example.org]:submission", "mail.example.org", "submission", false);
    row("[192.0.2.1]:25", "192.0.2.1", "25", false);
    row("[ipv6:2001:db8::1]:25", "ipv6:2001:db8::1", "25", false);
    row("$mydomain", "$mydomain", "", true);
    row("[$myrelay]:$port", "$myrelay", "$port", false);
}

void TestNextHop::isReadAndWritten()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, host);
    QFETCH(QByteArray, port);
    QFETCH(bool, looksUpMx);
    const auto read = values::readNextHop(text);
    QVERIFY(read);
    QCOMPARE(*read, (values::NextHop{host, port, looksUpMx}));
    QCOMPARE(values::writtenNextHop(*read), text);
}

void TestNextHop::othersAreNot_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"", "[]", "[]:587", ":587", "[a", "a]", "[a]587", "[a]:", "a:", "a:b:c", "a, b",
                             "[a] [b]", "{a}", "${a?{b}}", "a b"})
        QTest::addRow("“%s”", text) << QByteArray(text);
}

void TestNextHop::othersAreNot()
{
    QFETCH(QByteArray, text);
    QVERIFY(!values::readNextHop(text));
}

QTEST_GUILESS_MAIN(TestNextHop)
#include "tst_nexthop.moc"
