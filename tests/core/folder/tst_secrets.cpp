// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/folder/secrets.h"

#include <QTest>

using model::FileKind;

namespace {

model::File fileOf(const QString &name, FileKind kind, const QByteArray &text)
{
    return {model::FileInfo{.path = QStringLiteral("/etc/postfix/") + name, .name = name, .kind = kind},
            syntax::Text(text, model::File::layoutOf(kind))};
}

} // namespace

/// Which files are not for everybody, and how they are shown.
class TestSecrets : public QObject
{
    Q_OBJECT

private slots:
    void fileIsSecretByWhoNamesIt_data();
    void fileIsSecretByWhoNamesIt();
    void lineIsMasked_data();
    void lineIsMasked();
    void settingIsMasked_data();
    void settingIsMasked();
    void fileKeepsItsLines();
};

void TestSecrets::fileIsSecretByWhoNamesIt_data()
{
    QTest::addColumn<QByteArray>("mainCf");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<bool>("isSecret");
    QTest::addColumn<bool>("isPrivate");
    QTest::newRow("nobody") << QByteArray() << QByteArray("a b\n") << false << false;
    QTest::newRow("passwords") << QByteArray("smtp_sasl_password_maps = lmdb:/etc/postfix/table\n")
                               << QByteArray() << true << true;
    QTest::newRow("transports") << QByteArray("transport_maps = hash:/etc/postfix/table\n") << QByteArray()
                                << false << false;
    QTest::newRow("certificates by name")
        << QByteArray("tls_server_sni_maps = hash:/etc/postfix/table\n") << QByteArray() << false << true;
    QTest::newRow("database") << QByteArray("virtual_alias_maps = mysql:/etc/postfix/table\n") << QByteArray()
                              << true << true;
    QTest::newRow("key") << QByteArray() << QByteArray("-----BEGIN PRIVATE KEY-----\n") << true << true;
}

void TestSecrets::fileIsSecretByWhoNamesIt()
{
    QFETCH(QByteArray, mainCf);
    QFETCH(QByteArray, content);
    const model::Snapshot snapshot({fileOf(QStringLiteral("main.cf"), FileKind::MainCf, mainCf),
                                    fileOf(QStringLiteral("master.cf"), FileKind::MasterCf, {}),
                                    fileOf(QStringLiteral("table"), FileKind::KeyValue, content)});
    QTEST(folder::isSecret(snapshot, model::FileId::FirstOther), "isSecret");
    QTEST(folder::isPrivate(snapshot, model::FileId::FirstOther), "isPrivate");
}

void TestSecrets::lineIsMasked_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("shown");
    QTest::newRow("password") << QByteArray("[a.example]:587  me:secret")
                              << QStringLiteral("[a.example]:587  me:…");
    QTest::newRow("password with colons") << QByteArray("a\tme:se:cret") << QStringLiteral("a\tme:…");
    QTest::newRow("switched off") << QByteArray("#[a]:25 me:secret") << QStringLiteral("#[a]:25 me:…");
    QTest::newRow("without a colon") << QByteArray("a me") << QStringLiteral("a …");
    QTest::newRow("other separators") << QByteArray("[a]:25 me=se=cret") << QStringLiteral("[a]:25 …");
    QTest::newRow("key alone") << QByteArray("[a.example]:587") << QStringLiteral("[a.example]:587");
    QTest::newRow("continued") << QByteArray("   me:secret") << QStringLiteral("   me:…");
    QTest::newRow("continued, password alone") << QByteArray("   secret") << QStringLiteral("   …");
    QTest::newRow("empty") << QByteArray() << QString();
}

void TestSecrets::settingIsMasked_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("shown");
    QTest::newRow("password") << QByteArray("password = secret") << QStringLiteral("password = …");
    QTest::newRow("of LDAP") << QByteArray("bind_pw=secret") << QStringLiteral("bind_pw= …");
    QTest::newRow("switched off") << QByteArray("# password = x") << QStringLiteral("# password = …");
    QTest::newRow("a URL with one") << QByteArray("hosts = pgsql://me:secret@db/mail")
                                    << QStringLiteral("hosts = …");
    QTest::newRow("a URL without") << QByteArray("server_host = ldap://a.example:389")
                                   << QStringLiteral("server_host = ldap://a.example:389");
    QTest::newRow("continued") << QByteArray("  secret") << QStringLiteral("  …");
    QTest::newRow("another setting") << QByteArray("hosts = a b") << QStringLiteral("hosts = a b");
}

void TestSecrets::settingIsMasked()
{
    QFETCH(const QByteArray, line);
    QString shown = QString::fromUtf8(folder::maskedLine(line, folder::Secret::Client));
    shown.replace(QString(8, QChar(0x2022)), QStringLiteral("…"));
    QTEST(shown, "shown");
}

void TestSecrets::fileKeepsItsLines()
{
    const model::File key = fileOf(QStringLiteral("key.pem"), FileKind::Other,
                                   "-----BEGIN PRIVATE KEY-----\nMIIE\n\n-----END PRIVATE KEY-----");
    const model::File other = fileOf(QStringLiteral("other"), FileKind::Other, "MIIE\n");
    const model::Snapshot snapshot({fileOf(QStringLiteral("main.cf"), FileKind::MainCf, {}),
                                    fileOf(QStringLiteral("master.cf"), FileKind::MasterCf, {}), key, other});
    const QByteArray masked = folder::maskedFile(snapshot, model::FileId::FirstOther).text().bytes();
    QVERIFY(!masked.contains("MIIE"));
    QCOMPARE(masked.count('\n'), 3);
    QVERIFY(masked.endsWith("-----END PRIVATE KEY-----"));
    QCOMPARE(folder::maskedFile(snapshot, snapshot.ids().last()).text().bytes(), other.text().bytes());
}

void TestSecrets::lineIsMasked()
{
    QFETCH(QByteArray, line);
    QString shown = QString::fromUtf8(folder::maskedLine(line, folder::Secret::Passwords));
    shown.replace(QString(8, QChar(0x2022)), QStringLiteral("…"));
    QTEST(shown, "shown");
}

QTEST_GUILESS_MAIN(TestSecrets)
#include "tst_secrets.moc"
