// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/edits/serviceedits.h"
#include "core/postscreen/state.h"
#include "core/postscreen/switching.h"

#include <QTest>

using model::FileId;

namespace {

const QByteArray stock = "# service type  private unpriv  chroot  wakeup  maxproc command + args\n"
                         "smtp      inet  n       -       y       -       -       smtpd\n"
                         "#smtp      inet  n       -       y       -       1       postscreen\n"
                         "#smtpd     pass  -       -       y       -       -       smtpd\n"
                         "#dnsblog   unix  -       -       y       -       0       dnsblog\n"
                         "#tlsproxy  unix  -       -       y       -       0       tlsproxy\n"
                         "# Choose one: enable submission for loopback clients only, or for any client.\n"
                         "#submission inet n       -       y       -       -       smtpd\n"
                         "#  -o syslog_name=postfix/submission\n"
                         "pickup    unix  n       -       y       60      1       pickup\n";

const QByteArray stockOn = "# service type  private unpriv  chroot  wakeup  maxproc command + args\n"
                           "#smtp      inet  n       -       y       -       -       smtpd\n"
                           "smtp      inet  n       -       y       -       1       postscreen\n"
                           "smtpd     pass  -       -       y       -       -       smtpd\n"
                           "dnsblog   unix  -       -       y       -       0       dnsblog\n"
                           "tlsproxy  unix  -       -       y       -       0       tlsproxy\n"
                           "# Choose one: enable submission for loopback clients only, or for any client.\n"
                           "#submission inet n       -       y       -       -       smtpd\n"
                           "#  -o syslog_name=postfix/submission\n"
                           "pickup    unix  n       -       y       60      1       pickup\n";

QByteArray withOverrides()
{
    QByteArray text = stock;
    return text.replace("smtpd\n#smtp ",
                        "smtpd\n  -o content_filter=scan:[127.0.0.1]:10024\n"
                        "#  -o smtpd_tls_security_level=may\n"
                        "  -o { smtpd_banner = $myhostname ESMTP }\n#smtp ");
}

model::Draft draftOf(const QByteArray &masterCf, const QByteArray &mainCf = {})
{
    model::Draft draft{model::Snapshot()};
    draft.replace(FileId::MainCf, {0, 0}, mainCf);
    draft.replace(FileId::MasterCf, {0, 0}, masterCf);
    return draft;
}

QByteArray valueAt(const syntax::MasterCf &file, const char *name, const char *type, const char *option)
{
    const qsizetype index = file.indexOf(name, type);
    if (index < 0)
        return "no such service";
    const syntax::Override *found = file.overrideOf(file.services()[index], option);
    return found ? file.valueOf(*found) : QByteArray("not overridden");
}

} // namespace

class TestPostscreen : public QObject
{
    Q_OBJECT

private slots:
    void stockLinesAreSwitchedOnInPlace();
    void thereAndBackIsNoChange_data();
    void thereAndBackIsNoChange();
    void resultIsComplete_data();
    void resultIsComplete();
    void overridesGoAlong();
    void whatIsOverriddenMeanwhileComesBack();
    void secondTimeChangesNothing();
    void partsThatOthersNeedStay();
    void severalListenersAreRefused();
    void lineThatIsNotThereIsWritten();
};

void TestPostscreen::stockLinesAreSwitchedOnInPlace()
{
    model::Draft draft = draftOf(stock);
    QVERIFY(!postscreen::switchOn(draft));
    QCOMPARE(draft.masterCf().text(), stockOn);
    QVERIFY(postscreen::stateOf(draft.masterCf()).isOn());
}

void TestPostscreen::thereAndBackIsNoChange_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("as it is delivered") << stock;
    QTest::newRow("with overrides at port 25") << withOverrides();
    QByteArray crlf = stock;
    QTest::newRow("CRLF") << crlf.replace("\n", "\r\n");
    QByteArray unended = stock;
    unended.chop(1);
    QTest::newRow("without a last line end") << unended;
    QByteArray tabs = stock;
    QTest::newRow("tabs") << tabs.replace("       ", "\t");
    QByteArray folders = stock;
    QTest::newRow("with a folder in front of the program")
        << folders.replace("-       smtpd\n#smtp ", "-       /usr/lib/postfix/smtpd\n#smtp ");
}

void TestPostscreen::thereAndBackIsNoChange()
{
    QFETCH(QByteArray, text);
    model::Draft draft = draftOf(text);
    QVERIFY(!postscreen::switchOn(draft));
    QVERIFY(postscreen::stateOf(draft.masterCf()).isOn());
    QVERIFY(postscreen::stateOf(draft.masterCf()).servers.isEmpty());
    QVERIFY(!postscreen::switchOff(draft));
    QCOMPARE(draft.masterCf().text(), text);
}

void TestPostscreen::resultIsComplete_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing but smtpd") << QByteArray("smtp inet n - n - - smtpd\n");
    QTest::newRow("an address") << QByteArray(
        "192.0.2.1:smtp inet n - n - - smtpd -v\nqmgr unix n - n 300 1 qmgr\n");
    QTest::newRow("the port by number") << QByteArray("25 inet n - y - - smtpd\n  -o a=b\n");
    QTest::newRow("two helpers are there") << QByteArray(
        "smtp inet n - n - - smtpd\ntlsproxy unix - - n - 0 tlsproxy\n#dnsblog unix - - n - 0 dnsblog\n");
    QTest::newRow("postscreen without its helpers") << QByteArray("smtp inet n - n - 1 postscreen\n");
    QTest::newRow("without a last line end") << QByteArray("smtp inet n - n - - smtpd");
}

void TestPostscreen::resultIsComplete()
{
    QFETCH(QByteArray, text);
    model::Draft draft = draftOf(text);
    QVERIFY(!postscreen::switchOn(draft));
    const postscreen::State on = postscreen::stateOf(draft.masterCf());
    QVERIFY(on.isOn() && on.servers.isEmpty());
    QCOMPARE(on.screens.size(), 1);
    const QByteArray once = draft.masterCf().text();
    QVERIFY(!postscreen::switchOff(draft));
    const postscreen::State off = postscreen::stateOf(draft.masterCf());
    QVERIFY(off.screens.isEmpty());
    QCOMPARE(off.servers.size(), 1);
    QVERIFY(!postscreen::switchOn(draft));
    QVERIFY(postscreen::stateOf(draft.masterCf()).isOn());
    QVERIFY(once.size() <= draft.masterCf().text().size());
}

void TestPostscreen::overridesGoAlong()
{
    model::Draft draft = draftOf(withOverrides());
    QVERIFY(!postscreen::switchOn(draft));
    QCOMPARE(valueAt(draft.masterCf(), "smtpd", "pass", "content_filter"), "scan:[127.0.0.1]:10024");
    QCOMPARE(valueAt(draft.masterCf(), "smtpd", "pass", "smtpd_banner"), "$myhostname ESMTP");
    QCOMPARE(valueAt(draft.masterCf(), "smtpd", "pass", "smtpd_tls_security_level"), "not overridden");
}

void TestPostscreen::whatIsOverriddenMeanwhileComesBack()
{
    model::Draft draft = draftOf(withOverrides());
    QVERIFY(!postscreen::switchOn(draft));
    const qsizetype pass = draft.masterCf().indexOf("smtpd", "pass");
    QVERIFY(!edits::setOverride(draft, pass, "content_filter", "other:"));
    QVERIFY(!edits::removeOverride(draft, pass, "smtpd_banner"));
    QVERIFY(!edits::setOverride(draft, pass, "smtpd_sasl_auth_enable", "no"));
    QVERIFY(!postscreen::switchOff(draft));
    QCOMPARE(valueAt(draft.masterCf(), "smtp", "inet", "content_filter"), "other:");
    QCOMPARE(valueAt(draft.masterCf(), "smtp", "inet", "smtpd_banner"), "not overridden");
    QCOMPARE(valueAt(draft.masterCf(), "smtp", "inet", "smtpd_sasl_auth_enable"), "no");
}

void TestPostscreen::secondTimeChangesNothing()
{
    model::Draft draft = draftOf(stockOn);
    QVERIFY(!postscreen::switchOn(draft));
    QCOMPARE(draft.masterCf().text(), stockOn);
    model::Draft off = draftOf(stock);
    QVERIFY(!postscreen::switchOff(off));
    QCOMPARE(off.masterCf().text(), stock);
}

void TestPostscreen::partsThatOthersNeedStay()
{
    model::Draft draft = draftOf(stockOn, "smtp_tls_connection_reuse = yes\n");
    QVERIFY(!postscreen::switchOff(draft));
    QVERIFY(draft.masterCf().indexOf("tlsproxy", "unix") >= 0);
    QCOMPARE(draft.masterCf().indexOf("dnsblog", "unix"), qsizetype(-1));
}

void TestPostscreen::severalListenersAreRefused()
{
    const QByteArray text = "192.0.2.1:25 inet n - n - - smtpd\n192.0.2.2:25 inet n - n - - smtpd\n";
    model::Draft draft = draftOf(text);
    const edits::Outcome refused = postscreen::switchOn(draft);
    QVERIFY(refused);
    QVERIFY(edits::refusalText(*refused).contains(QStringLiteral("Services")));
    QCOMPARE(draft.masterCf().text(), text);
    QVERIFY(draft.changes().isEmpty() || draft.masterCf().text() == text);
}

void TestPostscreen::lineThatIsNotThereIsWritten()
{
    model::Draft draft = draftOf("smtp inet n - y - 1 postscreen\nsmtpd pass - - y - - smtpd\n  -o a=b\n"
                                 "dnsblog unix - - y - 0 dnsblog\ntlsproxy unix - - y - 0 tlsproxy\n");
    QVERIFY(!postscreen::switchOff(draft));
    QCOMPARE(valueAt(draft.masterCf(), "smtp", "inet", "a"), "b");
    QCOMPARE(postscreen::stateOf(draft.masterCf()).servers.size(), 1);
}

QTEST_GUILESS_MAIN(TestPostscreen)
#include "tst_postscreen.moc"
