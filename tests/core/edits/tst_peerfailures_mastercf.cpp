// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/edits/serviceedits.h"
#include "tests/support/masterfile.h"

#include <QTest>

#include <functional>

using edits::Outcome;
using model::Draft;
using syntax::MasterCf;
using syntax::Service;
using syntax::ServiceField;

namespace {

using Action = std::function<Outcome(Draft &)>;

const QByteArray smtp = "smtp      inet  n       -       y       -       -       smtpd\n";

/// A block as the wikis have it: options that are on, some that are off between them.
const QByteArray submission = "submission inet n       -       y       -       -       smtpd\n"
                              "  -o syslog_name=postfix/submission\n"
                              "  -o smtpd_tls_security_level=encrypt\n"
                              "#  -o smtpd_tls_auth_only=yes\n"
                              "  -o smtpd_sasl_auth_enable=yes\n"
                              "#  -o smtpd_reject_unlisted_recipient=no\n"
                              "  -o smtpd_client_restrictions=permit_sasl_authenticated,reject\n";

} // namespace

Q_DECLARE_METATYPE(Action)

/// What other programs are known to break in master.cf, each with the name of the program.
class TestPeerFailuresMasterCf : public QObject
{
    Q_OBJECT

private slots:
    void edit_data();
    void edit();
    void read_data();
    void read();
};

void TestPeerFailuresMasterCf::edit_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<Action>("action");
    QTest::addColumn<QByteArray>("after");
    const auto row = [](const char *name, const QByteArray &before, const Action &action,
                        const QByteArray &after) { QTest::newRow(name) << before << action << after; };

    row(
        "webmin: prose below a disabled service becomes its arguments",
        "#tlsproxy  unix  -       -       y       -       0       tlsproxy\n"
        "# Choose one: enable submission for loopback clients only, or for any client.\n"
            + smtp,
        [](Draft &draft) { return edits::setServiceEnabled(draft, 0, true); },
        "tlsproxy  unix  -       -       y       -       0       tlsproxy\n"
        "# Choose one: enable submission for loopback clients only, or for any client.\n"
            + smtp);
    row(
        "webmin: deleting a service leaves its options to the one above", smtp + submission,
        [](Draft &draft) { return edits::removeService(draft, 1); }, smtp);
    row(
        "webmin: an edit flattens the first half and orphans the rest", smtp + submission,
        [](Draft &draft) { return edits::setServiceField(draft, 1, ServiceField::ProcessLimit, "20"); },
        smtp + QByteArray(submission).replace("-       -       smtpd", "-       20      smtpd"));
    row(
        "webmin: options are one line of text", submission,
        [](Draft &draft) { return edits::setOverride(draft, 0, "smtpd_sasl_auth_enable", "no"); },
        QByteArray(submission).replace("auth_enable=yes", "auth_enable=no"));
    row(
        "webmin: disabling a service with options that are off, and enabling it again", smtp + submission,
        [](Draft &draft) {
            const Outcome refused = edits::setServiceEnabled(draft, 1, false);
            return refused ? refused : edits::setServiceEnabled(draft, 1, true);
        },
        smtp + submission);
    row(
        "postconf: aligns the entry anew and indents by four", "smtp inet n - y - - smtpd\n  -o a=b\n",
        [](Draft &draft) { return edits::setServiceField(draft, 0, ServiceField::Chroot, "n"); },
        "smtp inet n - n - - smtpd\n  -o a=b\n");
    row(
        "postconf: moves a commented option above the service", submission,
        [](Draft &draft) { return edits::setOverride(draft, 0, "syslog_name", "x"); },
        QByteArray(submission).replace("postfix/submission", "x"));
    row(
        "postconf: can comment a service out but not in again", "#" + smtp,
        [](Draft &draft) { return edits::setServiceEnabled(draft, 0, true); }, smtp);
    row(
        "cockpit: drops every option", submission,
        [](Draft &draft) { return edits::setServiceField(draft, 0, ServiceField::Name, "587"); },
        QByteArray(submission).replace("submission inet", "587        inet"));
}

void TestPeerFailuresMasterCf::edit()
{
    QFETCH(const QByteArray, before);
    QFETCH(const Action, action);
    QFETCH(const QByteArray, after);
    Draft draft(support::withMasterCf(before));
    QVERIFY(!action(draft));
    QCOMPARE(draft.masterCf().text(), after);
    QCOMPARE(model::applied(draft.snapshot(), draft.inverse()).masterCf().text(), before);
}

void TestPeerFailuresMasterCf::read_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArrayList>("names");
    QTest::addColumn<int>("words"); // overrides and arguments of the last service

    QTest::newRow("webmin: does not see pass and unix-dgram")
        << QByteArray("smtpd     pass  -       -       y       -       -       smtpd\n"
                      "postlog   unix-dgram n  -       n       -       1       postlogd\n")
        << QByteArrayList{"smtpd/pass", "postlog/unix-dgram"} << 0;
    QTest::newRow("webmin: a commented option ends the service")
        << smtp + submission << QByteArrayList{"smtp/inet", "submission/inet"} << 6;
    QTest::newRow("augeas: rejects a service name with an IPv6 address")
        << QByteArray("[::1]:10025 inet n - n - - smtpd\n2001:db8::1:smtp inet n - n - - smtpd\n")
        << QByteArrayList{"[::1]:10025/inet", "2001:db8::1:smtp/inet"} << 0;
    QTest::newRow("augeas: rejects a commented option between others")
        << submission << QByteArrayList{"submission/inet"} << 6;
    QTest::newRow("augeas: rejects some signs in the arguments of pipe")
        << QByteArray("a unix - n n - - pipe\n  flags=R user=~b argv=/bin/c %d ~/e\n")
        << QByteArrayList{"a/unix"} << 5;
    QTest::newRow("cockpit, ansible: do not know the long form")
        << QByteArray("a unix - - n - - smtp\n  -o { b = c d }\n") << QByteArrayList{"a/unix"} << 1;
}

void TestPeerFailuresMasterCf::read()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArrayList, names);
    QFETCH(const int, words);
    const MasterCf file(text);
    QByteArrayList found;
    for (const Service &service : file.services()) {
        found.append(file.fieldOf(service, ServiceField::Name).toByteArray() + '/'
                     + file.fieldOf(service, ServiceField::Type).toByteArray());
    }
    QCOMPARE(found, names);
    const Service &last = file.services().last();
    QCOMPARE(last.overrides.size() + last.arguments.size(), words);
    QVERIFY(file.strays().isEmpty());
}

QTEST_GUILESS_MAIN(TestPeerFailuresMasterCf)
#include "tst_peerfailures_mastercf.moc"
