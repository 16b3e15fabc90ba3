// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/ownpostfix.h"
#include "tests/support/workbench.h"
#include "tests/ui/setups/hands.h"

#include <QRegularExpression>

namespace {

const QString stock = QStringLiteral("/usr/share/postfix/");

} // namespace

/// A mail server is made in the window from Debian's own configuration, started as it was saved, with Dovecot
/// for its logins, and mail is handed to it.
class TestMailFlow : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void serverAnswers_data();
    void serverAnswers();
    void acceptedMailIsDelivered();
    void cleanupTestCase();

private:
    void make();
    void start();
    /// swaks, a client of SMTP, where the server is: what it said and how it ended.
    QByteArray send(const QStringList &arguments, int *exitCode) const;

    Workbench m_bench;
    support::OwnPostfix m_server;
};

void TestMailFlow::initTestCase()
{
    const QString hindrance = support::OwnPostfix::hindrance(
        {QStringLiteral("dovecot"), QStringLiteral("swaks"), QStringLiteral("openssl")});
    if (!hindrance.isEmpty())
        QSKIP(qPrintable(hindrance));
    make();
    if (!QTest::currentTestFailed())
        start();
}

void TestMailFlow::make()
{
    QVERIFY(QDir().mkpath(m_bench.path()));
    QVERIFY(QFile::copy(stock + QStringLiteral("main.cf.debian"), m_bench.file(QStringLiteral("main.cf"))));
    QVERIFY(QFile::copy(stock + QStringLiteral("master.cf.dist"), m_bench.file(QStringLiteral("master.cf"))));
    QVERIFY(m_bench.write(QStringLiteral("aliases"), "anna: nobody\nben: nobody\n"));
    QVERIFY(m_bench.write(QStringLiteral("senders"), "anna@example.org anna\nben@example.org ben\n"));
    QSignalSpy opened(&m_bench.folder, &ui::FolderSession::opened);
    m_bench.folder.open(m_bench.path());
    QVERIFY(opened.wait(10000));
    ui::MainWindow window(m_bench.context);
    window.resize(1280, 720);
    window.show();
    Hands hands(window);
    hands.goTo(QStringLiteral("Identity"));
    hands.set("myhostname", "mail.example.org");
    hands.set("mydestination", "example.org, mail.example.org, localhost");
    hands.set("mynetworks", "127.0.0.0/8");
    hands.set("inet_protocols", "ipv4");
    hands.set("maillog_file", "/var/log/postfix.log");
    hands.goTo(QStringLiteral("Routing"));
    hands.set("alias_maps", "hash:/etc/postfix/aliases");
    hands.goTo(QStringLiteral("TLS"));
    hands.set("smtpd_tls_security_level", "may");
    hands.set("smtpd_tls_cert_file", "/etc/postfix/cert.pem");
    hands.set("smtpd_tls_key_file", "/etc/postfix/key.pem");
    hands.goTo(QStringLiteral("Authentication"));
    hands.set("smtpd_sasl_type", "dovecot");
    hands.set("smtpd_sasl_path", "private/auth");
    hands.set("smtpd_sender_login_maps", "hash:/etc/postfix/senders");
    hands.goTo(QStringLiteral("Submission"));
    for (const char *port : {"Port 587 (submission)", "Port 465 (submissions)"}) {
        hands.check(QLatin1String(port) + QStringLiteral(" on"));
        hands.check(QLatin1String(port) + QStringLiteral(": own addresses only"));
    }
    if (QTest::currentTestFailed())
        return;
    QSignalSpy saved(&m_bench.folder, &ui::FolderSession::saved);
    m_bench.folder.save(m_bench.session.changedFiles());
    QVERIFY(saved.wait(10000));
}

void TestMailFlow::start()
{
    QFile users(m_server.workFile(QStringLiteral("users")));
    QVERIFY(users.open(QIODevice::WriteOnly));
    users.write("anna:secret1\nben:secret2\n");
    users.close();
    const QString scripts = QStringLiteral(SOURCE_DIR "/tests/ui/setups/");
    const QByteArray failure = m_server.start(m_bench.path(),
                                              {.before = scripts + QStringLiteral("mailserver.sh"),
                                               .after = scripts + QStringLiteral("logins.sh")});
    QVERIFY2(failure.isEmpty(), failure.constData());
}

QByteArray TestMailFlow::send(const QStringList &arguments, int *exitCode) const
{
    return m_server.run(QStringList{QStringLiteral("swaks"), QStringLiteral("--helo"),
                                    QStringLiteral("client.example"), QStringLiteral("--timeout"),
                                    QStringLiteral("30"), QStringLiteral("--local-interface"),
                                    QStringLiteral("192.0.2.20")}
                            + arguments,
                        exitCode);
}

void TestMailFlow::serverAnswers_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QString>("answer"); ///< the last line of the server before QUIT
    const QString in =
        QStringLiteral("--from someone@example.net --to anna@example.org --server 192.0.2.10:");
    const QString out =
        QStringLiteral("--from anna@example.org --to someone@example.com --server 192.0.2.10:");
    const QString anna = QStringLiteral(" --auth PLAIN --auth-user anna --auth-password secret1");
    const QString ben = QStringLiteral(" --auth PLAIN --auth-user ben --auth-password secret2");
    const QString taken = QStringLiteral("^250 .*queued");
    const auto row = [](const char *name, const QString &arguments, const QString &answer) {
        QTest::newRow(name) << arguments << answer;
    };
    row("587, STARTTLS and login", out + QStringLiteral("587 --tls") + anna, taken);
    row("465, login", out + QStringLiteral("465 --tls-on-connect") + anna, taken);
    row("587, no login", out + QStringLiteral("587 --tls"), QStringLiteral("^554 .*ccess denied"));
    row("465, no login", out + QStringLiteral("465 --tls-on-connect"), QStringLiteral("^554 .*ccess denied"));
    row("587, no login, to us", in + QStringLiteral("587 --tls"), QStringLiteral("^5[0-9][0-9] "));
    row("587, no TLS", out + QStringLiteral("587"), QStringLiteral("^530 .*STARTTLS"));
    row("587, login offered only under TLS", out + QStringLiteral("587") + anna,
        QStringLiteral("^(250 |530 .*STARTTLS)"));
    row("587, wrong password",
        out + QStringLiteral("587 --tls --auth PLAIN --auth-user anna --auth-password secret2"),
        QStringLiteral("^535 "));
    row("25, foreign destination", out + QStringLiteral("25"),
        QStringLiteral("^[45]5[0-9] .*Relay access denied"));
    row("25, our own domain", in + QStringLiteral("25"), taken);
    row("25, unknown user of our domain",
        QStringLiteral("--from someone@example.net --to nobody-like-that@example.org --server 192.0.2.10:25"),
        QStringLiteral("^550 .*User unknown"));
    row("587, another's sender", out + QStringLiteral("587 --tls") + ben,
        QStringLiteral("^553 .*not owned by user"));
    row("465, another's sender", out + QStringLiteral("465 --tls-on-connect") + ben,
        QStringLiteral("^553 .*not owned by user"));
}

void TestMailFlow::serverAnswers()
{
    QFETCH(const QString, arguments);
    QFETCH(const QString, answer);
    int exitCode = 0;
    const QByteArray said = send(arguments.split(u' '), &exitCode);
    QString last;
    static const QRegularExpression reply(QStringLiteral("^<[-~*]{1,2}[ *]+([0-9]{3}[ -].*)$"));
    for (const QByteArray &line : said.split('\n')) {
        const QRegularExpressionMatch match = reply.match(QString::fromUtf8(line));
        if (match.hasMatch() && !match.captured(1).startsWith(QLatin1String("221")))
            last = match.captured(1);
    }
    QVERIFY2(QRegularExpression(answer).match(last).hasMatch(), said.constData());
    QCOMPARE(exitCode == 0, answer.contains(QLatin1String("queued")));
}

void TestMailFlow::acceptedMailIsDelivered()
{
    const auto isThere = [this] {
        return m_server.contentOf(QStringLiteral("/var/mail/nobody"))
            .contains("X-Original-To: anna@example.org");
    };
    if (!QTest::qWaitFor(isThere, support::OwnPostfix::patience))
        qWarning().noquote() << m_server.log();
    QVERIFY(isThere());
}

void TestMailFlow::cleanupTestCase()
{
    QVERIFY(m_server.stop());
}

QTEST_MAIN(TestMailFlow)
#include "tst_mailflow.moc"
