// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tls/selftest.h"
#include "core/tools/localrunner.h"
#include "tests/support/tlsserver.h"

#include <QTest>

using tls::Answer;
using tls::Asker;
using tls::Peer;

/// Asking a server for its TLS: what is run, what its words mean, and a server that is really there.
class TestSelfTest : public QObject
{
    Q_OBJECT

private slots:
    void peerIsRead_data();
    void peerIsRead();
    void commandNamesThePeer();
    void wordsAreUnderstood_data();
    void wordsAreUnderstood();
    void realServerIsAsked_data();
    void realServerIsAsked();
};

Q_DECLARE_METATYPE(Asker)
Q_DECLARE_METATYPE(Answer::Trust)

void TestSelfTest::peerIsRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("name") << QStringLiteral(" mail.example.org ") << QStringLiteral("mail.example.org 25");
    QTest::newRow("port") << QStringLiteral("mail.example.org:587") << QStringLiteral("mail.example.org 587");
    QTest::newRow("wrapped") << QStringLiteral("mail.example.org:465")
                             << QStringLiteral("mail.example.org 465 wrapped");
    QTest::newRow("brackets") << QStringLiteral("[mail.example.org]:25")
                              << QStringLiteral("mail.example.org 25");
    QTest::newRow("IPv6") << QStringLiteral("[::1]:25") << QStringLiteral("::1 25");
    QTest::newRow("empty") << QString() << QString();
    QTest::newRow("an option") << QStringLiteral("-starttls") << QString();
    QTest::newRow("two words") << QStringLiteral("a b") << QString();
    QTest::newRow("no such port") << QStringLiteral("a:99999") << QString();
}

void TestSelfTest::peerIsRead()
{
    QFETCH(QString, text);
    const auto peer = tls::peerFrom(text);
    QString said;
    if (peer)
        said = QStringLiteral("%1 %2%3")
                   .arg(peer->host)
                   .arg(peer->port)
                   .arg(peer->isWrapped ? QStringLiteral(" wrapped") : QString());
    QTEST(said, "expected");
}

void TestSelfTest::commandNamesThePeer()
{
    const Peer peer{.host = QStringLiteral("a.example"), .port = 465, .isWrapped = true};
    const tools::Command finger = tls::commandFor(Asker::PosttlsFinger, peer);
    QVERIFY(finger.arguments.contains(QStringLiteral("-w")));
    QVERIFY(finger.arguments.contains(QStringLiteral("[a.example]:465")));
    const tools::Command openssl = tls::commandFor(Asker::OpenSsl, peer);
    QVERIFY(openssl.arguments.contains(QStringLiteral("a.example:465")));
    QVERIFY(!openssl.arguments.contains(QStringLiteral("-starttls")));
    QVERIFY(openssl.timeout > std::chrono::seconds(0));
}

void TestSelfTest::wordsAreUnderstood_data()
{
    QTest::addColumn<Asker>("asker");
    QTest::addColumn<QByteArray>("words");
    QTest::addColumn<bool>("isEncrypted");
    QTest::addColumn<QByteArray>("protocol");
    QTest::addColumn<QByteArray>("cipher");
    QTest::addColumn<Answer::Trust>("trust");
    QTest::addColumn<QByteArray>("reason");
    QTest::newRow("posttls-finger, verified")
        << Asker::PosttlsFinger
        << QByteArray(
               "posttls-finger: Verified TLS connection established to a.example[192.0.2.1]:25: TLSv1.3 "
               "with cipher TLS_AES_256_GCM_SHA384 (256/256 bits)\n")
        << true << QByteArray("TLSv1.3") << QByteArray("TLS_AES_256_GCM_SHA384") << Answer::Trust::Verified
        << QByteArray();
    QTest::newRow("posttls-finger, untrusted")
        << Asker::PosttlsFinger
        << QByteArray(
               "posttls-finger: certificate verification failed for 127.0.0.1[127.0.0.1]:2525: untrusted "
               "issuer /CN=x\n"
               "posttls-finger: Untrusted TLS connection established to 127.0.0.1[127.0.0.1]:2525: TLSv1.2 "
               "with cipher X (128/128 bits)\n")
        << true << QByteArray("TLSv1.2") << QByteArray("X") << Answer::Trust::Untrusted
        << QByteArray("untrusted issuer /CN=x");
    QTest::newRow("posttls-finger, nobody there")
        << Asker::PosttlsFinger
        << QByteArray("posttls-finger: connect to 127.0.0.1[127.0.0.1]:9: Connection refused\n") << false
        << QByteArray() << QByteArray() << Answer::Trust::Unknown
        << QByteArray("connect to 127.0.0.1[127.0.0.1]:9: Connection refused");
    QTest::newRow("openssl, verified")
        << Asker::OpenSsl
        << QByteArray("---\nNew, TLSv1.3, Cipher is TLS_AES_128_GCM_SHA256\nVerify return code: 0 (ok)\n")
        << true << QByteArray("TLSv1.3") << QByteArray("TLS_AES_128_GCM_SHA256") << Answer::Trust::Verified
        << QByteArray();
    QTest::newRow("openssl, signed by itself")
        << Asker::OpenSsl
        << QByteArray("New, TLSv1.2, Cipher is Y\n    Verify return code: 18 (self-signed certificate)\n")
        << true << QByteArray("TLSv1.2") << QByteArray("Y") << Answer::Trust::Untrusted
        << QByteArray("self-signed certificate");
    QTest::newRow("openssl, no TLS") << Asker::OpenSsl
                                     << QByteArray(
                                            "New, (NONE), Cipher is (NONE)\nVerify return code: 0 (ok)\n")
                                     << false << QByteArray() << QByteArray() << Answer::Trust::Unknown
                                     << QByteArray("Verify return code: 0 (ok)");
}

void TestSelfTest::wordsAreUnderstood()
{
    QFETCH(Asker, asker);
    QFETCH(QByteArray, words);
    const Answer answer = tls::answerIn(asker, {.exitCode = 0, .out = words, .err = {}});
    QTEST(answer.isEncrypted, "isEncrypted");
    QTEST(answer.protocol, "protocol");
    QTEST(answer.cipher, "cipher");
    QTEST(answer.trust, "trust");
    QTEST(answer.reason, "reason");
}

void TestSelfTest::realServerIsAsked_data()
{
    QTest::addColumn<Asker>("asker");
    QTest::addColumn<bool>("isWrapped");
    QTest::newRow("openssl, STARTTLS") << Asker::OpenSsl << false;
    QTest::newRow("openssl, wrapped") << Asker::OpenSsl << true;
    QTest::newRow("posttls-finger, STARTTLS") << Asker::PosttlsFinger << false;
    QTest::newRow("posttls-finger, wrapped") << Asker::PosttlsFinger << true;
}

void TestSelfTest::realServerIsAsked()
{
    QFETCH(Asker, asker);
    QFETCH(bool, isWrapped);
    if (!CertificateMaker::isPossible())
        QSKIP("openssl is not there to make certificates and to be the server");
    const CertificateMaker maker;
    QVERIFY(maker.make({.name = QStringLiteral("root"),
                        .subject = QStringLiteral("/CN=The Root"),
                        .extensions = QStringLiteral("basicConstraints=critical,CA:TRUE")}));
    QVERIFY(maker.make({.name = QStringLiteral("leaf"),
                        .extensions = QStringLiteral("subjectAltName=DNS:mail.example.com"),
                        .issuer = QStringLiteral("root")}));
    support::TlsServer server(maker, QStringLiteral("leaf"), QStringLiteral("root"));
    QVERIFY(server.isRunning());
    if (asker == Asker::PosttlsFinger)
        server.say(QByteArray(isWrapped ? "220 sham.example ESMTP\r\n" : "")
                   + "250 sham.example\r\n221 bye\r\n");
    tools::LocalRunner runner;
    const Peer peer{.host = QStringLiteral("127.0.0.1"),
                    .port = isWrapped ? server.wrappedPort() : server.smtpPort(),
                    .isWrapped = isWrapped};
    auto future = runner.run(tls::commandFor(asker, peer));
    future.waitForFinished();
    const base::Result<tools::Output> output = future.result();
    if (!output && output.error().code == base::Error::Code::NotFound)
        QSKIP("posttls-finger of Postfix is not installed");
    QVERIFY(output);
    const Answer answer = tls::answerIn(asker, *output);
    QVERIFY2(answer.isEncrypted, answer.transcript.constData());
    QVERIFY(answer.protocol.startsWith("TLSv1."));
    QVERIFY(!answer.cipher.isEmpty());
    QCOMPARE(answer.trust, Answer::Trust::Untrusted);
    QVERIFY2(!answer.reason.isEmpty(), answer.transcript.constData());
    QVERIFY(answer.certificates.size() >= 1);
    QCOMPARE(answer.certificates.first().names, QByteArrayList{"mail.example.com"});
}

QTEST_GUILESS_MAIN(TestSelfTest)
#include "tst_selftest.moc"
