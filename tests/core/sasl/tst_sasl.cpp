// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/catalog/catalog.h"
#include "core/sasl/server.h"

#include <QTest>

using model::FileKind;
using sasl::Checker;

namespace {

model::Snapshot configuration(const QByteArray &mainCf, const QByteArray &masterCf)
{
    const auto fileOf = [](const char *name, FileKind kind, const QByteArray &text) {
        return model::File(model::FileInfo{.path = {}, .name = QString::fromLatin1(name), .kind = kind},
                           syntax::Text(text, model::File::layoutOf(kind)));
    };
    return model::Snapshot(
        {fileOf("main.cf", FileKind::MainCf, mainCf), fileOf("master.cf", FileKind::MasterCf, masterCf)});
}

const QByteArray smtp = "smtp inet n - y - - smtpd\n";
const QByteArray submission = smtp
    + "submission inet n - y - - smtpd\n  -o smtpd_sasl_auth_enable=yes\n"
      "  -o smtpd_tls_security_level=encrypt\n";

} // namespace

/// Who checks logins, and what is offered.
class TestSasl : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void serverIsRead_data();
    void serverIsRead();
    void choosingIsOneEdit_data();
    void choosingIsOneEdit();
    void offerIsWhatClientsSee_data();
    void offerIsWhatClientsSee();
    void socketIsBelowTheQueueDirectory();

private:
    effective::Values valuesOf(const QByteArray &mainCf, const QByteArray &masterCf) const
    {
        const effective::Target target{.catalog = *m_catalog, .version = catalog::Catalog::newest};
        return {configuration(mainCf, masterCf), target};
    }

    std::optional<catalog::Catalog> m_catalog;
};

Q_DECLARE_METATYPE(Checker)

void TestSasl::initTestCase()
{
    const auto loaded = catalog::Catalog::load();
    QVERIFY(loaded);
    m_catalog = *loaded;
}

void TestSasl::serverIsRead_data()
{
    QTest::addColumn<QByteArray>("mainCf");
    QTest::addColumn<QByteArray>("masterCf");
    QTest::addColumn<Checker>("checker");
    QTest::addColumn<QByteArrayList>("services");
    QTest::newRow("nothing set") << QByteArray() << smtp << Checker::None << QByteArrayList();
    QTest::newRow("type alone") << QByteArray("smtpd_sasl_type = dovecot\n") << smtp << Checker::None
                                << QByteArrayList();
    QTest::newRow("everywhere") << QByteArray("smtpd_sasl_auth_enable = yes\nsmtpd_sasl_type = dovecot\n")
                                << smtp << Checker::Dovecot << QByteArrayList();
    QTest::newRow("at one port") << QByteArray() << submission << Checker::Cyrus
                                 << QByteArrayList{"submission/inet"};
    QTest::newRow("another type") << QByteArray("smtpd_sasl_auth_enable = yes\nsmtpd_sasl_type = mine\n")
                                  << smtp << Checker::Other << QByteArrayList();
}

void TestSasl::serverIsRead()
{
    QFETCH(QByteArray, mainCf);
    QFETCH(QByteArray, masterCf);
    const sasl::Server server = sasl::serverIn(valuesOf(mainCf, masterCf));
    QTEST(server.checker, "checker");
    QTEST(server.services, "services");
}

void TestSasl::choosingIsOneEdit_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("masterCf");
    QTest::addColumn<Checker>("checker");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("Dovecot at all ports")
        << QByteArray("# ours\n") << smtp << Checker::Dovecot
        << QByteArray("# ours\nsmtpd_sasl_type = dovecot\nsmtpd_sasl_path = private/auth\n"
                      "smtpd_sasl_auth_enable = yes\n");
    QTest::newRow("Dovecot where a service offers login")
        << QByteArray() << submission << Checker::Dovecot
        << QByteArray("smtpd_sasl_type = dovecot\nsmtpd_sasl_path = private/auth\n");
    QTest::newRow("a socket of its own stays")
        << QByteArray("smtpd_sasl_type = dovecot\nsmtpd_sasl_path = inet:localhost:12345\n") << smtp
        << Checker::Dovecot
        << QByteArray("smtpd_sasl_type = dovecot\nsmtpd_sasl_path = inet:localhost:12345\n"
                      "smtpd_sasl_auth_enable = yes\n");
    QTest::newRow("from Dovecot to Cyrus")
        << QByteArray(
               "smtpd_sasl_auth_enable = yes\nsmtpd_sasl_type = dovecot\nsmtpd_sasl_path = private/auth\n")
        << smtp << Checker::Cyrus << QByteArray("smtpd_sasl_auth_enable = yes\nsmtpd_sasl_type = cyrus\n");
    QTest::newRow("nobody") << QByteArray("a = b\nsmtpd_sasl_auth_enable = yes\nsmtpd_sasl_type = dovecot\n")
                            << smtp << Checker::None << QByteArray("a = b\n");
}

void TestSasl::choosingIsOneEdit()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, masterCf);
    QFETCH(Checker, checker);
    model::Draft draft(configuration(before, masterCf));
    QVERIFY(!sasl::setChecker(draft, checker, sasl::serverIn(valuesOf(before, masterCf))));
    QTEST(draft.mainCf().text(), "after");
    QCOMPARE(draft.masterCf().text(), masterCf);
}

void TestSasl::offerIsWhatClientsSee_data()
{
    QTest::addColumn<QByteArray>("mainCf");
    QTest::addColumn<QByteArray>("plain");
    QTest::addColumn<QByteArray>("encrypted");
    const QByteArray on = "smtpd_sasl_auth_enable = yes\n";
    QTest::newRow("off") << QByteArray() << QByteArray() << QByteArray();
    QTest::newRow("without TLS") << on + "smtpd_tls_security_level = none\n"
                                 << QByteArray("plaintext") << QByteArray();
    QTest::newRow("offered") << on + "smtpd_tls_security_level = may\n"
                             << QByteArray("plaintext") << QByteArray("plaintext");
    QTest::newRow("only when encrypted") << on + "smtpd_tls_security_level = may\nsmtpd_tls_auth_only = yes\n"
                                         << QByteArray() << QByteArray("plaintext");
    QTest::newRow("required") << on + "smtpd_tls_security_level = encrypt\n"
                              << QByteArray() << QByteArray("plaintext");
    QTest::newRow("no plain passwords unless encrypted") << on
            + "smtpd_tls_security_level = may\nsmtpd_sasl_security_options = noanonymous, noplaintext\n"
              "smtpd_sasl_tls_security_options = noanonymous\n"
                                                         << QByteArray("other") << QByteArray("plaintext");
    QTest::newRow("anybody") << on + "smtpd_tls_security_level = none\nsmtpd_sasl_security_options =\n"
                             << QByteArray("plaintext anonymous") << QByteArray();
}

void TestSasl::offerIsWhatClientsSee()
{
    QFETCH(QByteArray, mainCf);
    const effective::Values values = valuesOf(mainCf, smtp);
    const auto words = [&](bool isEncrypted) {
        const sasl::Offer offer = sasl::offerAt(values, 0, isEncrypted);
        QByteArrayList said;
        if (offer.isOffered)
            said.append(offer.hasPlaintext ? "plaintext" : "other");
        if (offer.isOffered && offer.hasAnonymous)
            said.append("anonymous");
        return said.join(' ');
    };
    QTEST(words(false), "plain");
    QTEST(words(true), "encrypted");
}

void TestSasl::socketIsBelowTheQueueDirectory()
{
    const effective::Values values = valuesOf("queue_directory = /var/spool/mail\n", smtp);
    QCOMPARE(sasl::socketPath(values, "private/auth"), QByteArray("/var/spool/mail/private/auth"));
    QCOMPARE(sasl::socketPath(values, "unix:/run/auth"), QByteArray("/run/auth"));
    QCOMPARE(sasl::socketPath(values, "inet:localhost:12345"), QByteArray());
}

QTEST_GUILESS_MAIN(TestSasl)
#include "tst_sasl.moc"
