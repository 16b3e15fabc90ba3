// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/edits/parameteredits.h"

#include <QTest>

using model::Draft;
using model::FileId;

namespace {

Draft draftOf(const QByteArray &mainCf)
{
    Draft draft{model::Snapshot()};
    draft.replace(FileId::MainCf, {0, 0}, mainCf);
    return Draft(draft.snapshot());
}

QByteArray valueOf(const Draft &draft, QByteArrayView name)
{
    const syntax::Setting *setting = draft.mainCf().find(name);
    return setting ? draft.mainCf().valueOf(*setting) : QByteArray("(default)");
}

} // namespace

/// What other programs do to a main.cf, seen and measured, and what must come out here instead.
class TestPeerFailuresMainCf : public QObject
{
    Q_OBJECT

private slots:
    void edits_data();
    void edits();
    void reads_data();
    void reads();
};

void TestPeerFailuresMainCf::edits_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value"); ///< null resets
    QTest::addColumn<QByteArray>("after");

    const QByteArray reset;
    QTest::newRow("webmin: reset removes all down to the last line with a tab")
        << QByteArray(
               "mydestination = a,\n\tb\n# TLS\nsmtpd_tls_security_level = may\nmynetworks = c,\n\td\n")
        << QByteArray("mydestination") << reset
        << QByteArray("# TLS\nsmtpd_tls_security_level = may\nmynetworks = c,\n\td\n");
    QTest::newRow("webmin: reset leaves lines indented with blanks to the setting above")
        << QByteArray("myorigin = x\nmydestination = a,\n    b\nmynetworks = c\n")
        << QByteArray("mydestination") << reset << QByteArray("myorigin = x\nmynetworks = c\n");
    QTest::newRow("webmin: edits the first of two, Postfix uses the last")
        << QByteArray("relayhost = a\nmyorigin = x\nrelayhost = b\n") << QByteArray("relayhost")
        << QByteArray("c") << QByteArray("relayhost = a\nmyorigin = x\nrelayhost = c\n");
    QTest::newRow("webmin: reset of one of two brings the old value back")
        << QByteArray("relayhost = a\nmyorigin = x\nrelayhost = b\n") << QByteArray("relayhost") << reset
        << QByteArray("myorigin = x\n");
    QTest::newRow("webmin: does not see names with capitals")
        << QByteArray("smtpd_tls_CAfile = /a\n") << QByteArray("smtpd_tls_CAfile") << QByteArray("/b")
        << QByteArray("smtpd_tls_CAfile = /b\n");
    QTest::newRow("webmin: does not see names with a dash")
        << QByteArray("policy-spf_time_limit = 1\n") << QByteArray("policy-spf_time_limit") << QByteArray("2")
        << QByteArray("policy-spf_time_limit = 2\n");
    QTest::newRow("webmin: appends behind what rejects and drops the commas")
        << QByteArray("smtpd_relay_restrictions = reject_unauth_destination,\n    permit\n")
        << QByteArray("smtpd_relay_restrictions")
        << QByteArray("permit_mynetworks, reject_unauth_destination, permit")
        << QByteArray(
               "smtpd_relay_restrictions = permit_mynetworks,\n    reject_unauth_destination,\n    permit\n");
    QTest::newRow("postconf: flattens a value over several lines")
        << QByteArray("mynetworks =\n    127.0.0.0/8,\n    10.0.0.0/8\n") << QByteArray("mynetworks")
        << QByteArray("127.0.0.0/8, 10.0.0.0/8, [::1]/128")
        << QByteArray("mynetworks =\n    127.0.0.0/8,\n    10.0.0.0/8,\n    [::1]/128\n");
    QTest::newRow("postconf: moves comments behind the value")
        << QByteArray("mynetworks = 127.0.0.0/8,\n# office\n    10.0.0.0/8,\n# home\n    [::1]/128\n")
        << QByteArray("mynetworks") << QByteArray("127.0.0.0/8, 10.1.0.0/16, [::1]/128")
        << QByteArray("mynetworks = 127.0.0.0/8,\n# office\n    10.1.0.0/16,\n# home\n    [::1]/128\n");
    QTest::newRow("postconf: rewrites all copies")
        << QByteArray("relayhost=a\n relay=b\nrelayhost   =   b\n") << QByteArray("relayhost")
        << QByteArray("c") << QByteArray("relayhost=a\n relay=b\nrelayhost   =   c\n");
    QTest::newRow("postconf: writes to the end, away from the example")
        << QByteArray("# INTERNET OR INTRANET\n#\n#relayhost = $mydomain\n\nmyorigin = x\n")
        << QByteArray("relayhost") << QByteArray("[mail.example.org]")
        << QByteArray("# INTERNET OR INTRANET\n#\n#relayhost = $mydomain\nrelayhost = "
                      "[mail.example.org]\n\nmyorigin = x\n");
    QTest::newRow("cockpit: a page that is saved writes what nobody touched")
        << QByteArray("mydestination=a,\n   b\n") << QByteArray("mydestination") << QByteArray("a, b")
        << QByteArray("mydestination=a,\n   b\n");
    QTest::newRow("mailu: the next line is glued to one without an end")
        << QByteArray("myorigin = x") << QByteArray("relayhost") << QByteArray("y")
        << QByteArray("myorigin = x\nrelayhost = y");
    QTest::newRow("mailcow: lines that only mention the name are changed")
        << QByteArray("# set myhostname below\nmydestination = $myhostname\nmyhostname = a\n")
        << QByteArray("myhostname") << QByteArray("b")
        << QByteArray("# set myhostname below\nmydestination = $myhostname\nmyhostname = b\n");
    QTest::newRow("salt: a name that starts the same is changed")
        << QByteArray("smtpd_tls_cert_file_old = a\nsmtpd_tls_cert_file = b\n")
        << QByteArray("smtpd_tls_cert_file") << QByteArray("c")
        << QByteArray("smtpd_tls_cert_file_old = a\nsmtpd_tls_cert_file = c\n");
}

void TestPeerFailuresMainCf::edits()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    Draft draft = draftOf(before);
    QVERIFY(!(value.isNull() ? edits::resetParameter(draft, name) : edits::setParameter(draft, name, value)));
    QTEST(draft.mainCf().text(), "after");
}

void TestPeerFailuresMainCf::reads_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("value"); ///< of "a"

    QTest::newRow("augeas: a comment inside of a value")
        << QByteArray("a = b,\n# c\n  d\n") << QByteArray("b, d");
    QTest::newRow("augeas: a blank line inside of a value")
        << QByteArray("a = b,\n\n  d\n") << QByteArray("b, d");
    QTest::newRow("augeas: an indented first line") << QByteArray("  x = y\na = b\n") << QByteArray("b");
    QTest::newRow("augeas: a value that starts with '#'") << QByteArray("a = #b\n") << QByteArray("#b");
    QTest::newRow("docker-mailserver: a value over several lines")
        << QByteArray("a =\n  b\n  c\n") << QByteArray("b c");
    QTest::newRow("docker-mailserver: an empty line ends everything")
        << QByteArray("\n\na = b\n") << QByteArray("b");
    QTest::newRow("mailu: a comment is fatal") << QByteArray("# x = y\n\na = b\n") << QByteArray("b");
    QTest::newRow("vim: '#' anywhere is taken for a comment")
        << QByteArray("a = b # c\n") << QByteArray("b # c");
}

void TestPeerFailuresMainCf::reads()
{
    QFETCH(QByteArray, text);
    const Draft draft = draftOf(text);
    QTEST(valueOf(draft, "a"), "value");
    // And a neighbour can be edited without touching it.
    Draft edited = draft;
    QVERIFY(!edits::setParameter(edited, "relayhost", "x"));
    QTEST(valueOf(edited, "a"), "value");
    QVERIFY(!edits::resetParameter(edited, "relayhost"));
    QCOMPARE(edited.mainCf().text(), text);
}

QTEST_GUILESS_MAIN(TestPeerFailuresMainCf)
#include "tst_peerfailures_maincf.moc"
