// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/edits/serviceedits.h"
#include "core/filters/contentfilter.h"
#include "core/filters/dnslists.h"
#include "core/filters/milters.h"
#include "core/filters/policies.h"
#include "core/filters/steps.h"

#include <QTest>

using filters::Endpoint;
using model::FileId;

namespace {

const QByteArray masterCf = "smtp      inet  n       -       y       -       -       smtpd\n"
                            "submission inet n       -       y       -       -       smtpd\n"
                            "  -o syslog_name=postfix/submission\n"
                            "127.0.0.1:2525 inet n   -       y       -       -       smtpd\n"
                            "smtp      unix  -       -       y       -       -       smtp\n";

const catalog::Reference &reference()
{
    static const auto loaded = catalog::Reference::load(*catalog::Catalog::load());
    return *loaded;
}

effective::Target target()
{
    return {.catalog = reference().catalog(), .version = {3, 7, 0}};
}

model::Draft draftOf(const QByteArray &mainCf)
{
    model::Draft draft{model::Snapshot()};
    draft.replace(FileId::MainCf, {0, 0}, mainCf);
    draft.replace(FileId::MasterCf, {0, 0}, masterCf);
    return draft;
}

QByteArray overrideAt(const model::Draft &draft, const char *name, const char *type, const char *option)
{
    const syntax::MasterCf &file = draft.masterCf();
    const qsizetype index = file.indexOf(name, type);
    if (index < 0)
        return "no such service";
    const syntax::Override *found = file.overrideOf(file.services()[index], option);
    return found ? file.valueOf(*found) : QByteArray("not overridden");
}

} // namespace

class TestFilters : public QObject
{
    Q_OBJECT

private slots:
    void endpointsAreRead_data();
    void endpointsAreRead();
    void miltersAreRead_data();
    void miltersAreRead();
    void milterIsAdded();
    void dnsListsAreRead_data();
    void dnsListsAreRead();
    void dnsListsAreAdded();
    void testStandsBehindTheGate_data();
    void testStandsBehindTheGate();
    void policyGetsItsService();
    void filterOverSmtpIsComplete();
    void filterByProgramIsComplete();
    void incompleteIsRefused();
};

void TestFilters::endpointsAreRead_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<QByteArray>("port");
    QTest::addColumn<QByteArray>("path");
    const auto row = [](const char *text, const char *host, const char *port, const char *path) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(host) << QByteArray(port) << QByteArray(path);
    };
    row("inet:127.0.0.1:8891", "127.0.0.1", "8891", "");
    row("inet:8891@localhost", "localhost", "8891", "");
    row("inet6:[::1]:8891", "[::1]", "8891", "");
    row("unix:/run/opendkim.sock", "", "", "/run/opendkim.sock");
    row("local:private/x", "", "", "private/x");
}

void TestFilters::endpointsAreRead()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, host);
    QFETCH(QByteArray, port);
    QFETCH(QByteArray, path);
    const auto read = filters::readEndpoint(text);
    QVERIFY(read && read->isComplete());
    QCOMPARE(read->host, host);
    QCOMPARE(read->port, port);
    QCOMPARE(read->path, path);
    for (const char *none : {"", "inet:", "inet:8891", "$milter", "unix:", "unix:a b", "tcp:a:1"})
        QVERIFY2(!filters::readEndpoint(none), none);
}

void TestFilters::miltersAreRead_data()
{
    QTest::addColumn<QByteArray>("item");
    QTest::addColumn<int>("settings");
    QTest::newRow("plain") << QByteArray("inet:127.0.0.1:8891") << 0;
    QTest::newRow("with settings") << QByteArray(
        "{ unix:/run/a.sock, connect_timeout = 10s, default_action = accept }")
                                   << 2;
}

void TestFilters::miltersAreRead()
{
    QFETCH(QByteArray, item);
    QFETCH(int, settings);
    const auto read = filters::readMilter(item);
    QVERIFY(read);
    QCOMPARE(read->settings.size(), settings);
    QCOMPARE(filters::writtenMilter(*read), item);
    QVERIFY(!filters::readMilter("$other_milters"));
    QVERIFY(!filters::readMilter("{ inet:a:1, broken }"));
}

void TestFilters::milterIsAdded()
{
    model::Draft draft = draftOf("smtpd_milters = inet:127.0.0.1:1\n  # dkim\n  unix:/run/x\n");
    QVERIFY(
        !filters::addMilter(draft, {Endpoint{"127.0.0.1", "8891"}, {{"default_action", "accept"}}}, true));
    QVERIFY2(draft.mainCf().text().startsWith("smtpd_milters = inet:127.0.0.1:1\n  # dkim\n  unix:/run/x\n"),
             draft.mainCf().text().constData());
    QVERIFY(draft.mainCf().text().contains("{ inet:127.0.0.1:8891, default_action = accept }\n"));
    QVERIFY(draft.mainCf().text().contains("non_smtpd_milters = $smtpd_milters\n"));
    const QByteArray once = draft.mainCf().text();
    QVERIFY(
        !filters::addMilter(draft, {Endpoint{"127.0.0.1", "8891"}, {{"default_action", "accept"}}}, true));
    QCOMPARE(draft.mainCf().text(), once);
    QVERIFY(filters::addMilter(draft, {Endpoint{"127.0.0.1"}}, false));
}

void TestFilters::dnsListsAreRead_data()
{
    QTest::addColumn<QByteArray>("item");
    QTest::addColumn<QByteArray>("domain");
    QTest::addColumn<QByteArray>("answers");
    QTest::addColumn<int>("weight");
    QTest::newRow("domain") << QByteArray("zen.example.org") << QByteArray("zen.example.org") << QByteArray()
                            << 1;
    QTest::newRow("weight") << QByteArray("zen.example.org*3") << QByteArray("zen.example.org")
                            << QByteArray() << 3;
    QTest::newRow("all") << QByteArray("list.example.org=127.0.0.[2..11]*-2")
                         << QByteArray("list.example.org") << QByteArray("127.0.0.[2..11]") << -2;
}

void TestFilters::dnsListsAreRead()
{
    QFETCH(QByteArray, item);
    QFETCH(QByteArray, domain);
    QFETCH(QByteArray, answers);
    QFETCH(int, weight);
    const auto read = filters::readDnsList(item);
    QVERIFY(read);
    QCOMPARE(*read, (filters::DnsList{domain, answers, weight}));
    QCOMPARE(filters::writtenDnsList(*read), item);
    for (const char *none : {"", "list", "a.b*x", "a b.c", "=127.0.0.1"})
        QVERIFY2(!filters::readDnsList(none), none);
}

void TestFilters::dnsListsAreAdded()
{
    model::Draft draft = draftOf("postscreen_dnsbl_sites =\n  zen.example.org*2,\n  other.example.org\n");
    QVERIFY(!filters::addToPostscreen(draft, {"zen.example.org", {}, 3}));
    QCOMPARE(draft.mainCf().text(), "postscreen_dnsbl_sites =\n  zen.example.org*3,\n  other.example.org\n");
    QVERIFY(!filters::addToPostscreen(draft, {"new.example.org", "127.0.0.2", 1}));
    QCOMPARE(draft.mainCf().text(),
             "postscreen_dnsbl_sites =\n  zen.example.org*3,\n  other.example.org,\n  "
             "new.example.org=127.0.0.2\n");
    QVERIFY(filters::addToPostscreen(draft, {"none", {}, 1}));
}

void TestFilters::testStandsBehindTheGate_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("no list") << QByteArray()
                             << QByteArray("permit_mynetworks, permit_sasl_authenticated, "
                                           "reject_unauth_destination, reject_rbl_client zen.example.org");
    QTest::newRow("behind the gate")
        << QByteArray("permit_mynetworks, reject_unauth_destination, permit")
        << QByteArray(
               "permit_mynetworks, reject_unauth_destination, reject_rbl_client zen.example.org, permit");
    QTest::newRow("in front of the end")
        << QByteArray("permit_mynetworks reject")
        << QByteArray("permit_mynetworks reject_rbl_client zen.example.org reject");
    QTest::newRow("it is there") << QByteArray("reject_rbl_client zen.example.org")
                                 << QByteArray("reject_rbl_client zen.example.org");
}

void TestFilters::testStandsBehindTheGate()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    model::Draft draft =
        draftOf(before.isEmpty() ? QByteArray() : "smtpd_recipient_restrictions = " + before + "\n");
    QVERIFY(!filters::addToSmtpd(draft, {"zen.example.org", {}, 5}, target()));
    QCOMPARE(draft.mainCf().text(), "smtpd_recipient_restrictions = " + after + "\n");
}

void TestFilters::policyGetsItsService()
{
    model::Draft draft =
        draftOf("smtpd_recipient_restrictions = permit_mynetworks reject_unauth_destination\n");
    QVERIFY(!filters::addPolicy(
        draft, {.name = "policy-spf", .user = "nobody", .command = "/usr/bin/policyd-spf --debug"},
        target()));
    QVERIFY(draft.masterCf().text().startsWith(masterCf));
    const syntax::MasterCf &file = draft.masterCf();
    const qsizetype index = file.indexOf("policy-spf", "unix");
    QVERIFY(index >= 0);
    QCOMPARE(file.programOf(file.services()[index]), "spawn");
    QCOMPARE(file.argumentOf(file.services()[index].arguments.last()), "--debug");
    QVERIFY(draft.mainCf().text().contains("policy-spf_time_limit = 3600\n"));
    QVERIFY(draft.mainCf().text().contains(
        "reject_unauth_destination check_policy_service unix:private/policy-spf\n"));
    model::Draft by = draftOf({});
    QVERIFY(!filters::addPolicy(by, {.endpoint = {"127.0.0.1", "10030"}}, target()));
    QVERIFY(by.mainCf().text().endsWith(
        "reject_unauth_destination, check_policy_service inet:127.0.0.1:10030\n"));
    QCOMPARE(by.masterCf().text(), masterCf);
}

void TestFilters::filterOverSmtpIsComplete()
{
    model::Draft draft = draftOf({});
    const filters::ContentFilter filter{
        .name = "amavis", .endpoint = {"127.0.0.1", "10024"}, .returnPort = "10025"};
    QVERIFY(!filters::setUp(draft, filter, reference(), {3, 7, 0}));
    QCOMPARE(draft.mainCf().text(), "content_filter = amavis:[127.0.0.1]:10024\n");
    QVERIFY(draft.masterCf().text().startsWith(masterCf));
    QCOMPARE(overrideAt(draft, "amavis", "unix", "smtp_send_xforward_command"), "yes");
    QCOMPARE(overrideAt(draft, "127.0.0.1:10025", "inet", "content_filter"), ""); // never twice
    QCOMPARE(overrideAt(draft, "127.0.0.1:10025", "inet", "smtpd_relay_restrictions"),
             "permit_mynetworks,reject");
    QCOMPARE(overrideAt(draft, "127.0.0.1:10025", "inet", "mynetworks"), "127.0.0.0/8");
}

void TestFilters::filterByProgramIsComplete()
{
    model::Draft draft = draftOf({});
    const filters::ContentFilter filter{
        .name = "spam",
        .user = "spamd",
        .command = "/usr/bin/spamc -e /usr/sbin/sendmail -oi -f ${sender} ${recipient}"};
    QVERIFY(!filters::setUp(draft, filter, reference(), {3, 7, 0}));
    QVERIFY(draft.mainCf().text().isEmpty()); // mail from sendmail comes back and must not go round
    QCOMPARE(overrideAt(draft, "smtp", "inet", "content_filter"), "spam:dummy");
    QCOMPARE(overrideAt(draft, "submission", "inet", "content_filter"), "spam:dummy");
    QCOMPARE(overrideAt(draft, "127.0.0.1:2525", "inet", "content_filter"), "not overridden");
    QVERIFY(draft.masterCf().text().contains(
        "argv=/usr/bin/spamc -e /usr/sbin/sendmail -oi -f ${sender} ${recipient}"));
}

void TestFilters::incompleteIsRefused()
{
    model::Draft draft = draftOf({});
    QVERIFY(filters::setUp(draft, {.name = "a"}, reference(), {3, 7, 0}));
    QVERIFY(filters::setUp(draft, {.name = "a", .endpoint = {"h", "1"}}, reference(), {3, 7, 0}));
    QVERIFY(filters::setUp(draft, {.name = "a", .command = "/x"}, reference(), {3, 7, 0}));
    QVERIFY(filters::addPolicy(draft, {.name = "a"}, target()));
    QVERIFY(filters::addPolicy(draft, {}, target()));
    QVERIFY(draft.mainCf().text().isEmpty());
    QCOMPARE(draft.masterCf().text(), masterCf);
}

QTEST_GUILESS_MAIN(TestFilters)
#include "tst_filters.moc"
