// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/check/certificateproblems.h"
#include "tests/support/certificatemaker.h"

#include <QDateTime>
#include <QTest>

using check::Problem;
using model::FileKind;

namespace {

const catalog::Reference &theReference()
{
    static const catalog::Catalog catalog = *catalog::Catalog::load();
    static const base::Result<catalog::Reference> loaded = catalog::Reference::load(catalog);
    return *loaded;
}

model::Snapshot snapshotOf(const QByteArray &mainCf, const QByteArray &table)
{
    const auto file = [](const char *name, const QByteArray &bytes, FileKind kind) {
        const model::FileInfo info{.path = QStringLiteral("/etc/postfix/") + QLatin1String(name),
                                   .name = QLatin1String(name),
                                   .kind = kind};
        return model::File(info, syntax::Text(bytes, model::File::layoutOf(kind)));
    };
    return model::Snapshot({file("main.cf", mainCf, FileKind::MainCf),
                            file("master.cf", {}, FileKind::MasterCf),
                            file("sni", table, FileKind::KeyValue)});
}

constexpr qint64 day = 86400;

} // namespace

class TestCertificateProblems : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void problemIsFoundAtItsSetting_data();
    void problemIsFoundAtItsSetting();
    void datesDecide_data();
    void datesDecide();

private:
    QStringList found(const QByteArray &mainCf, qint64 daysFromNow = 1, const QByteArray &table = {}) const;

    CertificateMaker m_maker;
    QHash<QByteArray, QList<certificates::Item>> m_pemFiles;
};

void TestCertificateProblems::initTestCase()
{
    if (!CertificateMaker::isPossible())
        QSKIP("The program openssl, which makes the certificates, is not installed.");
    const QString authority = QStringLiteral("basicConstraints=critical,CA:TRUE");
    QVERIFY(m_maker.make(
        {.name = QStringLiteral("root"), .subject = QStringLiteral("/CN=Root"), .extensions = authority}));
    QVERIFY(m_maker.make({.name = QStringLiteral("middle"),
                          .subject = QStringLiteral("/CN=Middle"),
                          .extensions = authority,
                          .issuer = QStringLiteral("root")}));
    QVERIFY(m_maker.make({.name = QStringLiteral("host"),
                          .extensions = QStringLiteral("subjectAltName=DNS:mail.example.com"),
                          .issuer = QStringLiteral("middle"),
                          .days = 90}));
    QVERIFY(m_maker.make({.name = QStringLiteral("weak"),
                          .issuer = QStringLiteral("root"),
                          .key = {QStringLiteral("-newkey"), QStringLiteral("rsa:1024")},
                          .digest = QStringLiteral("sha1")}));
    const QByteArray host = m_maker.certificate("host");
    const QByteArray middle = m_maker.certificate("middle");
    const QHash<QByteArray, QByteArray> files{
        {"/host.pem", host},
        {"/host.key", m_maker.key("host")},
        {"/other.key", m_maker.key("root")},
        {"/locked.key", m_maker.encryptedKey("host")},
        {"/full.pem", host + middle},
        {"/turned.pem", middle + host},
        {"/all.pem", m_maker.key("host") + host + middle},
        {"/wrong.pem", m_maker.key("root") + host},
        {"/weak.pem", m_maker.key("weak") + m_maker.certificate("weak")},
        {"/cut.pem", host.first(200)},
    };
    for (auto it = files.cbegin(); it != files.cend(); ++it)
        m_pemFiles.insert(it.key(), certificates::itemsIn(it.value()));
}

QStringList TestCertificateProblems::found(const QByteArray &mainCf, qint64 daysFromNow,
                                           const QByteArray &table) const
{
    const model::Snapshot snapshot = snapshotOf(mainCf, table);
    const lint::Target target{.reference = &theReference()};
    const qint64 now = QDateTime::currentSecsSinceEpoch() + daysFromNow * day;
    QStringList all;
    for (const Problem &problem : check::certificateProblems(snapshot, target, m_pemFiles, now)) {
        const qsizetype line =
            snapshot.file(problem.place->file).text().lineAt(problem.place->range.begin) + 1;
        all.append(QStringLiteral("%1 %2:%3").arg(problem.rule, problem.file).arg(line));
        if (problem.origin != check::Origin::Files || problem.message.contains(u'%'))
            all.append(problem.message);
    }
    all.sort();
    return all;
}

void TestCertificateProblems::problemIsFoundAtItsSetting_data()
{
    QTest::addColumn<QByteArray>("mainCf");
    QTest::addColumn<QByteArray>("table");
    QTest::addColumn<QStringList>("problems");
    const auto at = [](const char *name, const QByteArray &mainCf, const QStringList &problems,
                       const QByteArray &table = {}) { QTest::newRow(name) << mainCf << table << problems; };
    at("all is well",
       "myhostname = mail.example.com\nsmtpd_tls_cert_file = /full.pem\nsmtpd_tls_key_file = /host.key\n",
       {});
    at("chain file, all is well", "myhostname = mail.example.com\nsmtpd_tls_chain_files = /all.pem\n", {});
    at("key of another", "smtpd_tls_cert_file = /host.pem\nsmtpd_tls_key_file = /other.key\n",
       {QStringLiteral("certificate-key-mismatch main.cf:1")});
    at("key of another in a chain", "a = b\nsmtp_tls_chain_files =\n  /wrong.pem\n",
       {QStringLiteral("certificate-key-mismatch main.cf:3")});
    at("encrypted key", "smtpd_tls_cert_file = /host.pem\nsmtpd_tls_key_file = /locked.key\n",
       {QStringLiteral("certificate-key-encrypted main.cf:1")});
    at("key that can't be read", "smtpd_tls_eccert_file = /host.pem\nsmtpd_tls_eckey_file = /secret.key\n",
       {QStringLiteral("certificate-key-unknown main.cf:1")});
    at("issuer first", "smtp_tls_cert_file = /turned.pem\nsmtp_tls_key_file = /host.key\n",
       {QStringLiteral("certificate-chain-order main.cf:1"),
        QStringLiteral("certificate-key-mismatch main.cf:1")});
    at("issuer missing",
       "myhostname = mail.example.com\nsmtpd_tls_cert_file = /host.pem\nsmtpd_tls_key_file = /host.key\n",
       {QStringLiteral("certificate-chain-short main.cf:2")});
    at("other name", "myhostname = mx.example.com\nsmtpd_tls_chain_files = /all.pem\n",
       {QStringLiteral("certificate-name main.cf:2")});
    at("clients need no name", "myhostname = mx.example.com\nsmtp_tls_chain_files = /all.pem\n", {});
    at("weak in two ways", "smtpd_tls_cert_file = /weak.pem\n",
       {QStringLiteral("certificate-weak-key main.cf:1"),
        QStringLiteral("certificate-weak-signature main.cf:1")});
    at("cut off", "smtpd_tls_cert_file = /cut.pem\nsmtpd_tls_key_file = /host.key\n",
       {QStringLiteral("certificate-malformed main.cf:1")});
    at("once for both uses", "smtpd_tls_cert_file = /weak.pem\nsmtp_tls_cert_file = $smtpd_tls_cert_file\n",
       {QStringLiteral("certificate-weak-key main.cf:1"),
        QStringLiteral("certificate-weak-signature main.cf:1")});
    at("by host name", "tls_server_sni_maps = hash:/etc/postfix/sni\n",
       {QStringLiteral("certificate-key-mismatch sni:2"), QStringLiteral("certificate-name sni:3")},
       "mail.example.com /all.pem\n.example.com /wrong.pem\nmx.example.org /all.pem\n");
    at("not on the disk", "smtpd_tls_cert_file = /none.pem\nsmtpd_tls_chain_files = /none.pem\n", {});
}

void TestCertificateProblems::problemIsFoundAtItsSetting()
{
    QFETCH(const QByteArray, mainCf);
    QFETCH(const QByteArray, table);
    QFETCH(const QStringList, problems);
    QCOMPARE(found(mainCf, 1, table), problems);
}

void TestCertificateProblems::datesDecide_data()
{
    QTest::addColumn<qint64>("days");
    QTest::addColumn<QStringList>("problems");
    QTest::newRow("before") << qint64(-2)
                            << QStringList{QStringLiteral("certificate-not-yet-valid main.cf:1")};
    QTest::newRow("in time") << qint64(70) << QStringList{};
    QTest::newRow("the last days") << qint64(80)
                                   << QStringList{QStringLiteral("certificate-expires-soon main.cf:1")};
    QTest::newRow("too late") << qint64(91) << QStringList{QStringLiteral("certificate-expired main.cf:1")};
}

void TestCertificateProblems::datesDecide()
{
    QFETCH(const qint64, days);
    QFETCH(const QStringList, problems);
    QCOMPARE(found("smtpd_tls_cert_file = /host.pem\nsmtpd_tls_key_file = /host.key\n", days), problems);
}

QTEST_GUILESS_MAIN(TestCertificateProblems)
#include "tst_certificateproblems.moc"
