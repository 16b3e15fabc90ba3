// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/submission/ports.h"
#include "core/submission/state.h"
#include "core/submission/switching.h"

#include <QTest>

using model::FileId;
using submission::Encryption;
using submission::Login;
using submission::Port;
using submission::Relaying;
using submission::State;

namespace {

const QByteArray stock = "# service type  private unpriv  chroot  wakeup  maxproc command + args\n"
                         "smtp      inet  n       -       y       -       -       smtpd\n"
                         "#127.0.0.1:submission inet n -   y       -       -       smtpd\n"
                         "#submission inet n       -       y       -       -       smtpd\n"
                         "#  -o syslog_name=postfix/submission\n"
                         "#  -o smtpd_tls_security_level=encrypt\n"
                         "#  -o smtpd_sasl_auth_enable=yes\n"
                         "#     Clients that have logged in, and nobody else.\n"
                         "#  -o smtpd_client_restrictions=\n"
                         "#  -o smtpd_relay_restrictions=\n"
                         "#  -o smtpd_recipient_restrictions=permit_sasl_authenticated,reject\n"
                         "#submissions     inet  n       -       y       -       -       smtpd\n"
                         "#  -o syslog_name=postfix/submissions\n"
                         "pickup    unix  n       -       y       60      1       pickup\n";

effective::Target target()
{
    static const base::Result<catalog::Catalog> loaded = catalog::Catalog::load();
    effective::Target made{.catalog = *loaded, .version = {3, 7, 11}};
    made.host.name = "mail.example.org";
    return made;
}

model::Draft draftOf(const QByteArray &mainCf, const QByteArray &masterCf)
{
    model::Draft draft{model::Snapshot()};
    draft.replace(FileId::MainCf, {0, 0}, mainCf);
    draft.replace(FileId::MasterCf, {0, 0}, masterCf);
    return draft;
}

/// The port in force with that number.
std::optional<Port> portAt(const model::Draft &draft, int number)
{
    for (const Port &port : submission::portsIn(draft.masterCf())) {
        if (port.isEnabled && port.number == number)
            return port;
    }
    return std::nullopt;
}

State stateAt(const model::Draft &draft, int number)
{
    const effective::Values values(draft.snapshot(), target());
    const std::optional<Port> port = portAt(draft, number);
    return submission::stateOf(values, port ? values.serviceAt(port->service) : effective::noService);
}

} // namespace

class TestSubmission : public QObject
{
    Q_OBJECT

private slots:
    void portsAreFoundByNameAndNumber();
    void stateIsWhatPostfixWouldDo_data();
    void stateIsWhatPostfixWouldDo();
    void portIsSwitchedOn_data();
    void portIsSwitchedOn();
    void stanzaIsSwitchedOnInPlace();
    void soundPortIsLeftAlone();
    void senderTestComesAndGoes_data();
    void senderTestComesAndGoes();
};

void TestSubmission::portsAreFoundByNameAndNumber()
{
    const syntax::MasterCf file("smtp inet n - n - - smtpd\n"
                                "[::1]:10025 inet n - n - - /usr/lib/postfix/sbin/smtpd\n"
                                "smtps inet n - n - - smtpd\n"
                                "mx inet n - n - - smtpd\n"
                                "smtp inet n - n - 1 postscreen\n"
                                "smtpd pass - - n - - smtpd\n"
                                "smtp unix - - n - - smtp\n"
                                "#587 inet n - n - - smtpd\n");
    QStringList seen;
    for (const Port &port : submission::portsIn(file))
        seen.append(QStringLiteral("%1|%2|%3|%4")
                        .arg(QString::fromLatin1(port.name), QString::fromLatin1(port.host))
                        .arg(port.number.value_or(0))
                        .arg(port.isEnabled));
    QCOMPARE(seen,
             QStringList({QStringLiteral("smtp||25|1"), QStringLiteral("[::1]:10025|[::1]|10025|1"),
                          QStringLiteral("smtps||465|1"), QStringLiteral("mx||0|1"),
                          QStringLiteral("smtpd||25|1"), QStringLiteral("587||587|0")}));
}

void TestSubmission::stateIsWhatPostfixWouldDo_data()
{
    QTest::addColumn<QByteArray>("main");
    QTest::addColumn<QByteArray>("options");
    QTest::addColumn<int>("encryption");
    QTest::addColumn<int>("login");
    QTest::addColumn<int>("relaying");
    QTest::addColumn<bool>("isSenderChecked");

    const auto add = [](const char *name, const QByteArray &main, const QByteArray &options,
                        Encryption encryption, Login login, Relaying relaying, bool isSenderChecked = false) {
        QTest::newRow(name) << main << options << static_cast<int>(encryption) << static_cast<int>(login)
                            << static_cast<int>(relaying) << isSenderChecked;
    };
    const QByteArray closed = " -o smtpd_relay_restrictions=permit_sasl_authenticated,reject";
    add("nothing said", "", "", Encryption::None, Login::None, Relaying::Others);
    add("inherited",
        "compatibility_level = 3.6\nsmtpd_tls_security_level = may\nsmtpd_sasl_auth_enable = yes\n", "",
        Encryption::Offered, Login::Offered, Relaying::LoggedInAndOthers);
    add("login needs encryption", "smtpd_tls_security_level = may\nsmtpd_tls_auth_only = yes\n",
        " -o smtpd_sasl_auth_enable=yes" + closed, Encryption::Offered, Login::OfferedEncrypted,
        Relaying::LoggedIn);
    add("encryption comes first", "",
        " -o smtpd_tls_security_level=encrypt -o smtpd_sasl_auth_enable=yes" + closed, Encryption::Required,
        Login::OfferedEncrypted, Relaying::LoggedIn);
    add("wrapper mode", "", " -o smtpd_tls_wrappermode=yes -o smtpd_sasl_auth_enable=yes" + closed,
        Encryption::FromStart, Login::OfferedEncrypted, Relaying::LoggedIn);
    add("old switches", "smtpd_enforce_tls = yes\n", "", Encryption::Required, Login::None, Relaying::Others);
    add("by way of a parameter", "mua = permit_sasl_authenticated, reject\n",
        " -o smtpd_sasl_auth_enable=yes -o smtpd_relay_restrictions=$mua", Encryption::None, Login::Offered,
        Relaying::LoggedIn);
    add("recipients decide", "",
        " -o smtpd_sasl_auth_enable=yes -o smtpd_relay_restrictions="
        " -o smtpd_recipient_restrictions=permit_sasl_authenticated,reject",
        Encryption::None, Login::Offered, Relaying::LoggedIn);
    add("what is behind a refusal", "",
        " -o smtpd_sasl_auth_enable=yes"
        " -o smtpd_relay_restrictions=reject,permit_sasl_authenticated",
        Encryption::None, Login::Offered, Relaying::Others);
    add("sender tested", "smtpd_sender_restrictions = reject_sender_login_mismatch\n", closed,
        Encryption::None, Login::None, Relaying::Others, true);
    add("sender tested too late", "compatibility_level = 3.6\n",
        " -o smtpd_sasl_auth_enable=yes"
        " -o { smtpd_sender_restrictions = permit_sasl_authenticated, reject_sender_login_mismatch }",
        Encryption::None, Login::Offered, Relaying::LoggedInAndOthers);
    add("classes", "smtpd_restriction_classes = known\nknown = permit_sasl_authenticated, reject\n",
        "  -o smtpd_sasl_auth_enable=yes -o smtpd_relay_restrictions=known\n", Encryption::None,
        Login::Offered, Relaying::LoggedIn);
    add("a refusal that is only logged",
        "smtpd_relay_restrictions = permit_sasl_authenticated, warn_if_reject reject\n",
        "  -o smtpd_sasl_auth_enable=yes -o smtpd_recipient_restrictions=\n", Encryption::None,
        Login::Offered, Relaying::Others);
    add("sender test in a class",
        "smtpd_restriction_classes = own\nown = reject_sender_login_mismatch\nsmtpd_sender_restrictions = "
        "own\n",
        "", Encryption::None, Login::None, Relaying::Others, true);
}

void TestSubmission::stateIsWhatPostfixWouldDo()
{
    QFETCH(const QByteArray, main);
    QFETCH(const QByteArray, options);
    const model::Draft draft = draftOf(main, "587 inet n - n - - smtpd" + options + '\n');
    const State state = stateAt(draft, 587);
    QTEST(static_cast<int>(state.encryption), "encryption");
    QTEST(static_cast<int>(state.login), "login");
    QTEST(static_cast<int>(state.relaying), "relaying");
    QTEST(state.isSenderChecked, "isSenderChecked");
}

void TestSubmission::portIsSwitchedOn_data()
{
    QTest::addColumn<QByteArray>("main");
    QTest::addColumn<QByteArray>("master");
    QTest::addColumn<int>("port");
    const QByteArray smtp = "smtp inet n - y - - smtpd\n";
    const QByteArray openMain =
        "smtpd_recipient_restrictions = permit_mynetworks, reject_unauth_destination\n"
        "smtpd_relay_restrictions =\n";
    for (const int port : {587, 465}) {
        QTest::addRow("stock %d", port) << QByteArray() << stock << port;
        QTest::addRow("stock behind other rules %d", port) << openMain << stock << port;
        QTest::addRow("no stanza %d", port) << QByteArray() << smtp << port;
        QTest::addRow("no services at all %d", port) << QByteArray() << QByteArray() << port;
        QTest::addRow("bare stanza %d", port)
            << QByteArray() << smtp + '#' + QByteArray::number(port) + " inet n - y - - smtpd\n"
            << port;
        QTest::addRow("in force without anything %d", port)
            << openMain << smtp + QByteArray::number(port) + " inet n - y - - smtpd\n"
            << port;
        QTest::addRow("in force with too little %d", port) << openMain
                                                           << smtp + QByteArray::number(port)
                + " inet n - y - - smtpd\n  -o smtpd_tls_security_level=may\n  -o smtpd_sasl_auth_enable=no\n"
                                                           << port;
    }
}

void TestSubmission::portIsSwitchedOn()
{
    QFETCH(const QByteArray, main);
    QFETCH(const QByteArray, master);
    QFETCH(const int, port);
    model::Draft draft = draftOf(main, master);
    const auto refusal = submission::switchOn(draft, port, target());
    QVERIFY2(!refusal, qPrintable(refusal ? edits::refusalText(*refusal) : QString()));
    QVERIFY(portAt(draft, port));
    const State state = stateAt(draft, port);
    QCOMPARE(static_cast<int>(state.encryption),
             static_cast<int>(port == 465 ? Encryption::FromStart : Encryption::Required));
    QCOMPARE(static_cast<int>(state.login), static_cast<int>(Login::OfferedEncrypted));
    QCOMPARE(static_cast<int>(state.relaying), static_cast<int>(Relaying::LoggedIn));
    QCOMPARE(draft.mainCf().text(), main);

    const QByteArray once = draft.masterCf().text();
    QVERIFY(!submission::switchOn(draft, port, target()));
    QCOMPARE(draft.masterCf().text(), once);
}

void TestSubmission::stanzaIsSwitchedOnInPlace()
{
    model::Draft draft = draftOf({}, stock);
    QVERIFY(!submission::switchOn(draft, 587, target()));
    QByteArray expected = stock;
    expected.replace("#submission inet", "submission inet");
    expected.replace("#  -o syslog_name=postfix/submission\n", "  -o syslog_name=postfix/submission\n");
    for (const char *name :
         {"smtpd_tls_security_level", "smtpd_sasl_auth_enable", "smtpd_client_restrictions",
          "smtpd_relay_restrictions", "smtpd_recipient_restrictions"})
        expected.replace(QByteArray("#  -o ") + name, QByteArray("  -o ") + name);
    QCOMPARE(QString::fromLatin1(draft.masterCf().text()), QString::fromLatin1(expected));
}

void TestSubmission::soundPortIsLeftAlone()
{
    const QByteArray sound = "127.0.0.1:587 inet n - y - - smtpd\n"
                             "submission inet n - y - - smtpd -o smtpd_enforce_tls=yes\n"
                             "  -o smtpd_sasl_auth_enable=yes\n"
                             "  -o smtpd_relay_restrictions=permit_sasl_authenticated,defer\n"
                             "  -o smtpd_tls_security_level=\n";
    model::Draft draft = draftOf({}, sound);
    QVERIFY(!submission::switchOn(draft, 587, target()));
    QCOMPARE(QString::fromLatin1(draft.masterCf().text()), QString::fromLatin1(sound));
}

void TestSubmission::senderTestComesAndGoes_data()
{
    QTest::addColumn<QByteArray>("main");
    QTest::addColumn<QByteArray>("options");
    QTest::addColumn<QByteArray>("expected");
    const QByteArray test = "smtpd_sender_restrictions=reject_authenticated_sender_login_mismatch";
    QTest::newRow("nothing there") << QByteArray() << QByteArray() << "  -o " + test;
    QTest::newRow("empty for the service")
        << QByteArray("smtpd_sender_restrictions = reject_unknown_sender_domain\n")
        << QByteArray("  -o smtpd_sender_restrictions=\n") << "  -o " + test;
    QTest::newRow("inherited") << QByteArray("smtpd_sender_restrictions = reject_unknown_sender_domain\n")
                               << QByteArray() << "  -o " + test + ",reject_unknown_sender_domain";
}

void TestSubmission::senderTestComesAndGoes()
{
    QFETCH(const QByteArray, main);
    QFETCH(const QByteArray, options);
    QFETCH(const QByteArray, expected);
    const QByteArray master = "587 inet n - y - - smtpd\n  -o smtpd_sasl_auth_enable=yes\n" + options;
    model::Draft draft = draftOf(main, master);
    QVERIFY(!submission::setSenderChecked(draft, 0, true, target()));
    QVERIFY2(draft.masterCf().text().contains(expected), draft.masterCf().text().constData());
    QVERIFY(stateAt(draft, 587).isSenderChecked);
    QVERIFY(!submission::setSenderChecked(draft, 0, false, target()));
    QVERIFY(!stateAt(draft, 587).isSenderChecked);
    if (!options.contains("sender_restrictions"))
        QCOMPARE(QString::fromLatin1(draft.masterCf().text()), QString::fromLatin1(master));
}

QTEST_GUILESS_MAIN(TestSubmission)
#include "tst_submission.moc"
