// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/certificates/pemfile.h"
#include "tests/support/certificatemaker.h"

#include <QDateTime>
#include <QTest>

using certificates::Item;
using certificates::itemsIn;

class TestPemFile : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void certificateSaysWhatItIs();
    void namesCoverHosts_data();
    void namesCoverHosts();
    void keyFitsItsCertificate_data();
    void keyFitsItsCertificate();
    void encryptedKeyIsKnownAsSuch();
    void issuerIsFound();
    void garbageIsReported();

private:
    CertificateMaker m_maker;
};

void TestPemFile::initTestCase()
{
    if (!CertificateMaker::isPossible())
        QSKIP("The program openssl, which makes the certificates, is not installed.");
    QVERIFY(m_maker.make({.name = QStringLiteral("root"),
                          .subject = QStringLiteral("/O=Grün/CN=Root"),
                          .extensions = QStringLiteral("basicConstraints=critical,CA:TRUE")}));
    QVERIFY(
        m_maker.make({.name = QStringLiteral("host"),
                      .extensions = QStringLiteral("subjectAltName=DNS:Mail.Example.com,DNS:*.example.org"),
                      .issuer = QStringLiteral("root")}));
    QVERIFY(m_maker.make({.name = QStringLiteral("rsa"),
                          .key = {QStringLiteral("-newkey"), QStringLiteral("rsa:1024")},
                          .days = 30,
                          .digest = QStringLiteral("sha1")}));
    QVERIFY(m_maker.make(
        {.name = QStringLiteral("ed"), .key = {QStringLiteral("-newkey"), QStringLiteral("ed25519")}}));
}

void TestPemFile::certificateSaysWhatItIs()
{
    const QList<Item> items =
        itemsIn("some words\n" + m_maker.certificate("host") + m_maker.certificate("rsa"));
    QCOMPARE(items.size(), 2);
    const certificates::Certificate &host = *items[0].certificate;
    QCOMPARE(host.subject, QByteArray("CN=mail.example.com"));
    QCOMPARE(host.issuer, QByteArray("CN=Root,O=Gr\xc3\xbcn"));
    QCOMPARE(host.names, (QByteArrayList{"mail.example.com", "*.example.org"}));
    QCOMPARE(host.keyType, QByteArray("EC"));
    QCOMPARE(host.keyBits, 256);
    QCOMPARE(host.signatureDigest, QByteArray("sha256"));
    QCOMPARE(host.fingerprint.count(':'), 31);
    QVERIFY(!host.isSelfSigned && !host.isAuthority);
    QCOMPARE(host.notAfter - host.notBefore, qint64(365) * 86400);
    QVERIFY(qAbs(host.notBefore - QDateTime::currentSecsSinceEpoch()) < 3600);
    const certificates::Certificate &rsa = *items[1].certificate;
    QCOMPARE(rsa.keyType, QByteArray("RSA"));
    QCOMPARE(rsa.keyBits, 1024);
    QCOMPARE(rsa.signatureDigest, QByteArray("sha1"));
    QCOMPARE(rsa.names, QByteArrayList{"mail.example.com"});
    QVERIFY(rsa.isSelfSigned);
    QVERIFY(itemsIn(m_maker.certificate("root")).first().certificate->isAuthority);
}

void TestPemFile::namesCoverHosts_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<bool>("isFor");
    QTest::newRow("the name") << QByteArray("MAIL.example.com") << true;
    QTest::newRow("another") << QByteArray("example.com") << false;
    QTest::newRow("one label for the star") << QByteArray("mx.example.org") << true;
    QTest::newRow("two labels") << QByteArray("a.mx.example.org") << false;
    QTest::newRow("none") << QByteArray("example.org") << false;
}

void TestPemFile::namesCoverHosts()
{
    QFETCH(const QByteArray, host);
    QTEST(itemsIn(m_maker.certificate("host")).first().certificate->isFor(host), "isFor");
}

void TestPemFile::keyFitsItsCertificate_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const char *name : {"host", "rsa", "ed"})
        QTest::newRow(name) << QByteArray(name);
}

void TestPemFile::keyFitsItsCertificate()
{
    QFETCH(const QByteArray, name);
    const QList<Item> items = itemsIn(m_maker.key(name) + m_maker.certificate(name) + m_maker.key("root"));
    QCOMPARE(items.size(), 3);
    QVERIFY(!items[0].key->publicKey.isEmpty());
    QCOMPARE(items[0].key->publicKey, items[1].certificate->publicKey);
    QVERIFY(items[2].key->publicKey != items[1].certificate->publicKey);
}

void TestPemFile::encryptedKeyIsKnownAsSuch()
{
    const QList<Item> items = itemsIn(m_maker.encryptedKey("host"));
    QCOMPARE(items.size(), 1);
    QVERIFY(items[0].key->isEncrypted);
    QVERIFY(items[0].key->publicKey.isEmpty());
}

void TestPemFile::issuerIsFound()
{
    const auto one = [&](const char *name) {
        return *itemsIn(m_maker.certificate(name)).first().certificate;
    };
    QVERIFY(certificates::isIssuedBy(one("host"), one("root")));
    QVERIFY(!certificates::isIssuedBy(one("root"), one("host")));
    QVERIFY(!certificates::isIssuedBy(one("host"), one("rsa")));
    QVERIFY(certificates::isIssuedBy(one("rsa"), one("rsa")));
}

void TestPemFile::garbageIsReported()
{
    QVERIFY(itemsIn({}).isEmpty());
    QVERIFY(itemsIn("no certificate here\n").isEmpty());
    const QList<Item> wrong =
        itemsIn("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n" + m_maker.key("host"));
    QCOMPARE(wrong.size(), 2);
    QCOMPARE(wrong[0].malformed, QByteArray("CERTIFICATE"));
    QVERIFY(wrong[1].key);
    const QList<Item> cut = itemsIn(m_maker.certificate("host").first(200));
    QCOMPARE(cut.size(), 1);
    QCOMPARE(cut[0].malformed, QByteArray("PEM"));
}

QTEST_GUILESS_MAIN(TestPemFile)
#include "tst_pemfile.moc"
