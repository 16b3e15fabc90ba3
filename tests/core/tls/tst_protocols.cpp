// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tls/protocols.h"

#include <QTest>

using tls::Protocol;

/// "At least TLS 1.2", as versions of Postfix write it.
class TestProtocols : public QObject
{
    Q_OBJECT

private slots:
    void oldestIsRead_data();
    void oldestIsRead();
    void listIsWhatTheVersionKnows_data();
    void listIsWhatTheVersionKnows();
};

void TestProtocols::oldestIsRead_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("oldest");
    QTest::newRow("lower bound") << QByteArray(">=TLSv1.2") << QByteArray("TLS 1.2");
    QTest::newRow("in hexadecimal") << QByteArray(">=0303") << QByteArray("TLS 1.2");
    QTest::newRow("in lower case") << QByteArray(">=tlsv1") << QByteArray("TLS 1.0");
    QTest::newRow("exclusions") << QByteArray("!SSLv2, !SSLv3") << QByteArray("TLS 1.0");
    QTest::newRow("exclusions with colons") << QByteArray("!SSLv3:!TLSv1:!TLSv1.1") << QByteArray("TLS 1.2");
    QTest::newRow("both") << QByteArray(">=TLSv1.1, !TLSv1.1") << QByteArray("TLS 1.2");
    QTest::newRow("everything") << QByteArray() << QByteArray();
    QTest::newRow("without SSLv2 only") << QByteArray("!SSLv2") << QByteArray();
    QTest::newRow("a gap") << QByteArray("!SSLv3, !TLSv1.1") << QByteArray();
    QTest::newRow("nothing left") << QByteArray("!SSLv3 !TLSv1 !TLSv1.1 !TLSv1.2 !TLSv1.3") << QByteArray();
    QTest::newRow("upper bound") << QByteArray(">=TLSv1, <=TLSv1.2") << QByteArray();
    QTest::newRow("names of what is wanted") << QByteArray("TLSv1.2, TLSv1.3") << QByteArray();
    QTest::newRow("unknown") << QByteArray(">=TLSv9") << QByteArray();
}

void TestProtocols::oldestIsRead()
{
    QFETCH(QByteArray, value);
    const auto oldest = tls::oldestIn(value);
    QTEST(oldest ? tls::nameOf(*oldest) : QByteArray(), "oldest");
}

void TestProtocols::listIsWhatTheVersionKnows_data()
{
    QTest::addColumn<Protocol>("oldest");
    QTest::addColumn<catalog::Version>("version");
    QTest::addColumn<QByteArray>("list");
    QTest::newRow("3.5") << Protocol::Tls12 << catalog::Version{3, 5, 0}
                         << QByteArray("!SSLv2, !SSLv3, !TLSv1, !TLSv1.1");
    QTest::newRow("3.6") << Protocol::Tls12 << catalog::Version{3, 6, 0} << QByteArray(">=TLSv1.2");
    QTest::newRow("3.4, TLS 1.3") << Protocol::Tls13 << catalog::Version{3, 4, 0}
                                  << QByteArray("!SSLv2, !SSLv3, !TLSv1, !TLSv1.1, !TLSv1.2");
    QTest::newRow("2.10") << Protocol::Tls10 << catalog::Version{2, 10, 0} << QByteArray("!SSLv2, !SSLv3");
}

void TestProtocols::listIsWhatTheVersionKnows()
{
    QFETCH(Protocol, oldest);
    QFETCH(catalog::Version, version);
    const QByteArray list = tls::listFrom(oldest, version);
    QTEST(list, "list");
    QCOMPARE(tls::oldestIn(list), std::optional(oldest));
}

QTEST_GUILESS_MAIN(TestProtocols)
#include "tst_protocols.moc"
