// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/certificates/chain.h"
#include "tests/support/certificatemaker.h"

#include <QTest>

using certificates::Certificate;
using certificates::Chain;

/// Chains of certificates as files hold them.
class TestChain : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void chainIsRead_data();
    void chainIsRead();
    void severalChainsInOneFile();
    void fingerprintIsThatOfOpenSsl_data();
    void fingerprintIsThatOfOpenSsl();

private:
    QByteArray joined(const QByteArrayList &parts) const;

    CertificateMaker m_maker;
};

Q_DECLARE_METATYPE(Chain::End)
Q_DECLARE_METATYPE(Chain::Key)

void TestChain::initTestCase()
{
    if (!CertificateMaker::isPossible())
        QSKIP("openssl is not there to make certificates");
    const QString authority = QStringLiteral("basicConstraints=critical,CA:TRUE");
    QVERIFY(m_maker.make({.name = QStringLiteral("root"),
                          .subject = QStringLiteral("/CN=The Root"),
                          .extensions = authority}));
    QVERIFY(m_maker.make({.name = QStringLiteral("middle"),
                          .subject = QStringLiteral("/CN=The Middle"),
                          .extensions = authority,
                          .issuer = QStringLiteral("root")}));
    QVERIFY(m_maker.make({.name = QStringLiteral("leaf"),
                          .extensions = QStringLiteral("subjectAltName=DNS:mail.example.com"),
                          .issuer = QStringLiteral("middle")}));
    QVERIFY(m_maker.make({.name = QStringLiteral("alone"), .subject = QStringLiteral("/CN=alone")}));
}

/// "leaf" is a certificate, "leaf.key" its key.
QByteArray TestChain::joined(const QByteArrayList &parts) const
{
    QByteArray text;
    for (const QByteArray &part : parts) {
        if (part == "encrypted.key")
            text += m_maker.encryptedKey("leaf");
        else
            text += part.endsWith(".key") ? m_maker.key(part.chopped(4)) : m_maker.certificate(part);
    }
    return text;
}

void TestChain::chainIsRead_data()
{
    QTest::addColumn<QByteArrayList>("file");
    QTest::addColumn<bool>("isRootKnown");
    QTest::addColumn<int>("links");
    QTest::addColumn<Chain::End>("end");
    QTest::addColumn<Chain::Key>("key");
    QTest::addColumn<bool>("isInOrder");
    QTest::addColumn<int>("strays");
    QTest::newRow("full chain") << QByteArrayList{"leaf", "middle", "leaf.key"} << true << 2
                                << Chain::End::KnownRoot << Chain::Key::Fits << true << 0;
    QTest::newRow("with its root") << QByteArrayList{"leaf.key", "leaf", "middle", "root"} << true << 3
                                   << Chain::End::SelfSigned << Chain::Key::Fits << true << 0;
    QTest::newRow("private authority") << QByteArrayList{"leaf", "middle"} << false << 2
                                       << Chain::End::Intermediate << Chain::Key::Missing << true << 0;
    QTest::newRow("intermediate missing")
        << QByteArrayList{"leaf", "alone.key"} << true << 1 << Chain::End::MissingIntermediate
        << Chain::Key::DoesNotFit << true << 0;
    QTest::newRow("signed by itself") << QByteArrayList{"alone", "alone.key"} << true << 1
                                      << Chain::End::SelfSigned << Chain::Key::Fits << true << 0;
    QTest::newRow("root before intermediate") << QByteArrayList{"leaf", "root", "middle"} << true << 3
                                              << Chain::End::SelfSigned << Chain::Key::Missing << false << 0;
    QTest::newRow("strangers in between")
        << QByteArrayList{"leaf", "alone", "middle", "encrypted.key"} << true << 2 << Chain::End::KnownRoot
        << Chain::Key::Encrypted << false << 1;
}

void TestChain::chainIsRead()
{
    QFETCH(QByteArrayList, file);
    QFETCH(bool, isRootKnown);
    QList<Certificate> roots;
    if (isRootKnown)
        roots.append(*certificates::itemsIn(m_maker.certificate("root")).first().certificate);
    const auto chain = certificates::chainOf(certificates::itemsIn(joined(file)), roots);
    QVERIFY(chain);
    QTEST(static_cast<int>(chain->links.size()), "links");
    QTEST(chain->end, "end");
    QTEST(chain->key, "key");
    QTEST(chain->isInOrder, "isInOrder");
    QTEST(static_cast<int>(chain->strays), "strays");
}

void TestChain::severalChainsInOneFile()
{
    const auto chains = certificates::chainsOf(
        certificates::itemsIn(joined({"leaf.key", "leaf", "middle", "alone.key", "alone"})), {});
    QCOMPARE(chains.size(), 2);
    QCOMPARE(chains[0].links.size(), 2);
    QCOMPARE(chains[1].links.first().subject, QByteArray("CN=alone"));
    QVERIFY(chains[0].key == Chain::Key::Fits && chains[1].key == Chain::Key::Fits);
    QVERIFY(certificates::chainsOf({}, {}).isEmpty());
}

void TestChain::fingerprintIsThatOfOpenSsl_data()
{
    QTest::addColumn<QByteArray>("digest");
    for (const char *digest : {"md5", "sha1", "sha256", "sha512"})
        QTest::newRow(digest) << QByteArray(digest);
}

void TestChain::fingerprintIsThatOfOpenSsl()
{
    QFETCH(QByteArray, digest);
    QProcess openssl;
    openssl.start(QStringLiteral("openssl"),
                  {QStringLiteral("x509"), QStringLiteral("-noout"), QStringLiteral("-fingerprint"),
                   QLatin1Char('-') + QString::fromLatin1(digest), QStringLiteral("-in"),
                   m_maker.path(QStringLiteral("leaf.pem"))});
    QVERIFY(openssl.waitForFinished());
    const QByteArray said = openssl.readAllStandardOutput().trimmed();
    const Certificate leaf = *certificates::itemsIn(m_maker.certificate("leaf")).first().certificate;
    QCOMPARE(certificates::fingerprintOf(leaf, digest), said.sliced(said.indexOf('=') + 1));
    QVERIFY(certificates::fingerprintOf(leaf, "nonsense").isEmpty());
}

QTEST_GUILESS_MAIN(TestChain)
#include "tst_chain.moc"
