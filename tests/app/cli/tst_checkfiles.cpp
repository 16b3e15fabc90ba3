// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/certificatemaker.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <sys/stat.h>

/// What `postwright-cli check` says of the files of a server that is mounted here.
class TestCheckFiles : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void filesOfTheServerAreJudged();
    void certificatesAreRead();
    void copyIsJudgedByItsContent();

private:
    void write(const QString &path, const QByteArray &bytes, mode_t mode = 0644) const;
    QStringList found(const QString &folder) const;

    std::unique_ptr<QTemporaryDir> m_root;
};

void TestCheckFiles::init()
{
    m_root = std::make_unique<QTemporaryDir>();
    write(QStringLiteral("etc/passwd"), "root:x:0:0::/:/bin/sh\n");
    write(QStringLiteral("usr/bin/something"), {});
    write(QStringLiteral("etc/postfix/master.cf"), "pickup unix n - n 60 1 pickup\n");
}

void TestCheckFiles::write(const QString &path, const QByteArray &bytes, mode_t mode) const
{
    const QString full = m_root->filePath(path);
    QVERIFY(QDir().mkpath(QFileInfo(full).path()));
    QFile file(full);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    file.close();
    QCOMPARE(::chmod(QFile::encodeName(full).constData(), mode), 0);
}

/// The rules of interest with their places.
QStringList TestCheckFiles::found(const QString &folder) const
{
    QProcess cli;
    cli.start(QStringLiteral(CLI),
              {QStringLiteral("check"), QStringLiteral("--postfix"), QStringLiteral("never"),
               QStringLiteral("--format"), QStringLiteral("json"), QStringLiteral("-c"), folder});
    cli.waitForFinished();
    QStringList all;
    const QJsonObject answer = QJsonDocument::fromJson(cli.readAllStandardOutput()).object();
    const QJsonArray findings = answer[QStringLiteral("findings")].toArray();
    for (const auto &finding : findings) {
        const QString rule = finding[QStringLiteral("rule")].toString();
        if (rule == QLatin1String("PF-FILE-009"))
            continue; // whoever runs the tests may be root or not
        if (rule.startsWith(QLatin1String("PF-FILE")) || rule.startsWith(QLatin1String("certificate")))
            all.append(QStringLiteral("%1 %2:%3")
                           .arg(rule, finding[QStringLiteral("file")].toString())
                           .arg(finding[QStringLiteral("line")].toInt()));
    }
    all.sort();
    return all;
}

void TestCheckFiles::filesOfTheServerAreJudged()
{
    write(QStringLiteral("etc/postfix/main.cf"),
          "virtual_alias_maps = hash:/etc/postfix/virtual\n"
          "transport_maps = hash:/etc/postfix/transport\n"
          "smtp_sasl_password_maps = texthash:/etc/postfix/sasl_passwd\n"
          "smtpd_tls_cert_file = /etc/ssl/mail.pem\n"
          "smtpd_tls_key_file = /etc/ssl/mail.key\n");
    write(QStringLiteral("etc/postfix/virtual"), "a@example.com b\n");
    write(QStringLiteral("etc/postfix/sasl_passwd"), "[example.net] a:b\n");
    write(QStringLiteral("etc/postfix/sasl_passwd~"), "[example.net] a:b\n", 0664);
    write(QStringLiteral("etc/ssl/mail.key"), "no key\n", 0640);
    QCOMPARE(
        found(m_root->filePath(QStringLiteral("etc/postfix"))),
        (QStringList{QStringLiteral("PF-FILE-001 main.cf:2"), QStringLiteral("PF-FILE-002 main.cf:1"),
                     QStringLiteral("PF-FILE-005 main.cf:4"), QStringLiteral("PF-FILE-007 main.cf:3"),
                     QStringLiteral("PF-FILE-008 sasl_passwd~:1"), QStringLiteral("PF-FILE-012 main.cf:5"),
                     QStringLiteral("PF-FILE-014 sasl_passwd~:1")}));
}

void TestCheckFiles::certificatesAreRead()
{
    if (!CertificateMaker::isPossible())
        QSKIP("The program openssl, which makes the certificates, is not installed.");
    const CertificateMaker maker;
    QVERIFY(maker.make({.name = QStringLiteral("one"), .days = 3}));
    QVERIFY(maker.make({.name = QStringLiteral("other")}));
    write(QStringLiteral("etc/ssl/mail.pem"), maker.certificate("one"));
    write(QStringLiteral("etc/ssl/mail.key"), maker.key("other"), 0600);
    write(QStringLiteral("etc/ssl/all.pem"), maker.key("other") + maker.certificate("other"), 0600);
    write(QStringLiteral("etc/postfix/main.cf"),
          "myhostname = mx.example.com\n"
          "smtpd_tls_cert_file = /etc/ssl/mail.pem\n"
          "smtpd_tls_key_file = /etc/ssl/mail.key\n"
          "smtp_tls_chain_files = /etc/ssl/all.pem\n");
    QStringList expected{QStringLiteral("certificate-key-mismatch main.cf:2"),
                         QStringLiteral("certificate-name main.cf:2")};
    QCOMPARE(found(m_root->filePath(QStringLiteral("etc/postfix"))), expected);
}

void TestCheckFiles::copyIsJudgedByItsContent()
{
    write(QStringLiteral("home/copy/master.cf"), "pickup unix n - n 60 1 pickup\n", 0666);
    write(QStringLiteral("home/copy/main.cf"),
          "virtual_alias_maps = hash:/etc/postfix/virtual\n"
          "smtpd_tls_key_file = /etc/postfix/key.pem\n"
          "smtpd_tls_cert_file = /etc/passwd\n",
          0666);
    write(QStringLiteral("home/copy/virtual"), "a@example.com b\n");
    write(QStringLiteral("home/copy/key.pem"), "no key\n");
    QCOMPARE(found(m_root->filePath(QStringLiteral("home/copy"))),
             QStringList{QStringLiteral("PF-FILE-012 main.cf:2")});
}

QTEST_GUILESS_MAIN(TestCheckFiles)
#include "tst_checkfiles.moc"
