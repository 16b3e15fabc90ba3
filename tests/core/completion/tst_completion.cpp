// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/completion/completion.h"
#include "tests/support/markedconfig.h"

#include <QElapsedTimer>
#include <QTest>

using completion::Candidate;
using completion::Completion;
using support::MarkedConfig;

namespace {

const catalog::Reference &reference()
{
    static const auto catalog = catalog::Catalog::load();
    static const auto reference = catalog::Reference::load(*catalog);
    return *reference;
}

Completion completed(const MarkedConfig &config, const catalog::Version &target = catalog::Catalog::newest)
{
    return completion::completionAt(config.snapshot(), {reference(), target}, config.caret.file,
                                    config.caret.range.begin);
}

QByteArrayList texts(const Completion &completion)
{
    QByteArrayList found;
    for (const Candidate &candidate : completion.candidates)
        found.append(candidate.text);
    return found;
}

const QByteArray services = "--- master.cf\nsmtp unix - - y - - smtp\nslow unix - - y - - smtp\n"
                            "bounce unix - - y - 0 bounce\nslowpolicy unix - n n - 0 spawn\n"
                            "submission inet n - y - - smtpd\n";

} // namespace

class TestCompletion : public QObject
{
    Q_OBJECT

private slots:
    void firstCandidatesAre_data();
    void firstCandidatesAre();
    void nothingIsOffered_data();
    void nothingIsOffered();
    void wordIsReplacedAsAWhole_data();
    void wordIsReplacedAsAWhole();
    void candidatesAreWrittenAsTheyGoOn_data();
    void candidatesAreWrittenAsTheyGoOn();
    void versionDecides();
    void helpComesAlong();
    void anyBytesAreSurvived();
    void largeConfigurationIsQuick();
};

void TestCompletion::firstCandidatesAre_data()
{
    QTest::addColumn<QByteArray>("marked");
    QTest::addColumn<QByteArrayList>("first");
    QTest::addColumn<bool>("areAll");
    const auto row = [](const char *name, const QByteArray &marked, const QByteArrayList &first,
                        bool areAll = false) { QTest::newRow(name) << marked << first << areAll; };

    row("parameter", "myhost¦\n", {"myhostname"});
    row("parameter by a later word", "tls_cert_f¦\n",
        {"lmtp_tls_cert_file", "postscreen_tls_cert_file", "smtp_tls_cert_file", "smtpd_tls_cert_file"});
    row("parameter whatever the case", "RELAYH¦\n", {"relayhost"});
    row("own parameters", "mua_list = x\n# a comment\nmua¦\n", {"mua_list"});
    row("class that is not defined yet", "smtpd_restriction_classes = strictly\nstrictl¦\n", {"strictly"},
        true);
    row("parameter of a service", "slow_dest¦ = 1\n" + services,
        {"slow_destination_concurrency_failed_cohort_limit", "slow_destination_concurrency_limit"});
    row("yes and no", "smtpd_helo_required = ¦\n", {"no", "yes"}, true);
    row("choice", "smtpd_tls_security_level = ¦\n", {"encrypt", "may", "none"});
    row("second word of a choice", "smtpd_tls_security_level = may e¦\n", {}, true);
    row("list of choices", "notify_classes = resource, soft¦\n", {"software"}, true);
    row("negated protocol", "smtpd_tls_protocols = !SSL¦\n", {"SSLv2", "SSLv3"}, true);
    row("on a continuation line",
        "smtpd_relay_restrictions =\n    permit_sasl_authenticated\n# why\n    reject_unauth_d¦\n",
        {"reject_unauth_destination"}, true);
    row("behind a blank line", "smtpd_relay_restrictions =\n\n  permit_myn¦\n", {"permit_mynetworks"}, true);
    row("restriction that asks what is known there first", "smtpd_helo_restrictions = check_helo_¦\n",
        {"check_helo_a_access", "check_helo_access", "check_helo_mx_access", "check_helo_ns_access"}, true);
    row("class among restrictions",
        "smtpd_restriction_classes = strictly\nstrictly = reject\n"
        "smtpd_sender_restrictions = strict¦\n",
        {"strictly"}, true);
    row("list by way of a parameter", "mine = reject_unauth_d¦\nsmtpd_client_restrictions = $mine\n",
        {"reject_unauth_destination"}, true);
    row("table of a restriction", "smtpd_client_restrictions = check_client_access has¦\n", {"hash:"}, true);
    row("policy service", "smtpd_relay_restrictions = check_policy_service un¦\n", {"unix:"}, true);
    row("socket of a policy service", "smtpd_relay_restrictions = check_policy_service unix:¦\n" + services,
        {"private/slowpolicy"}, true);
    row("table type", "virtual_alias_maps = pc¦\n", {"pcre:"}, true);
    row("table type behind proxy", "virtual_alias_maps = proxy:mys¦\n", {"mysql:"}, true);
    row("file of that type",
        "virtual_alias_maps = hash:¦\n" + services + "--- virtual hash\n--- checks pcre\n",
        {"/etc/postfix/virtual"}, true);
    row("file as the others are written",
        "alias_maps = hash:$config_directory/aliases\nvirtual_alias_maps = hash:¦\n" + services
            + "--- aliases aliases\n--- virtual hash\n",
        {"$config_directory/virtual", "$config_directory/aliases"}, true);
    row("file by the beginning of its name",
        "virtual_alias_maps = hash:vir¦\n" + services + "--- virtual hash\n--- other hash\n",
        {"/etc/postfix/virtual"}, true);
    row("reference", "mydest_x = 1\nmyorigin = $mydest¦\n", {"mydest_x", "mydestination"}, true);
    row("reference in braces", "myorigin = ${mydomai¦\n", {"mydomain"});
    row("reference in a list", "mydestination = a, $myhostn¦\n", {"myhostname"}, true);
    row("reference within a word", "alias_maps = hash:$config_d¦\n", {"config_directory"});
    row("transport", "default_transport = sl¦\n" + services, {"slow"}, true);
    row("service name", "bounce_service_name = boun¦\n" + services, {"bounce"}, true);
    row("transports for later", "defer_transports = smtp, ¦\n" + services, {"slow", "smtp"}, true);
    row("type of a service", "--- master.cf\nsmtp ¦\n", {"inet", "pass", "unix", "unix-dgram", "fifo"}, true);
    row("yes, no or the default", "--- master.cf\nsmtp inet ¦\n", {"-", "n", "y"}, true);
    row("program", "--- master.cf\nsmtp inet n - y - - smtp¦\n", {"smtp", "smtpd"}, true);
    row("name of a service", "--- master.cf\nsubmiss¦\n", {"submission", "submissions"}, true);
    row("override of what the program reads first",
        "--- master.cf\nsmtp inet n - y - - smtpd\n  -o smtpd_helo_req¦\n", {"smtpd_helo_required"}, true);
    row("override, any name", "--- master.cf\nsmtp inet n - y - - smtpd -o my_tabl¦\n", {}, true);
    row("glued to its letter", "--- master.cf\nsmtp inet n - y - - smtpd -osmtpd_helo_req¦\n",
        {"smtpd_helo_required"}, true);
    row("value of an override", "--- master.cf\nsmtp inet n - y - - smtpd\n  -o smtpd_helo_required=¦\n",
        {"no", "yes"}, true);
    row("value in braces",
        "--- master.cf\nsmtp inet n - y - - smtpd\n  -o { smtpd_relay_restrictions = permit_myn¦ }\n",
        {"permit_mynetworks"}, true);
    row("reference in an override", "mua_c = 1\n--- master.cf\nsmtp inet n - y - - smtpd -o x=$mua¦\n",
        {"mua_c"}, true);
    row("argument of pipe", "--- master.cf\nx unix - n n - - pipe us¦\n", {"user="}, true);
    row("transport in a table",
        "transport_maps = hash:/etc/postfix/transport\n" + services + "--- transport hash\na sl¦\n", {"slow"},
        true);
    row("action in an access table",
        "smtpd_sender_restrictions = check_sender_access hash:/etc/postfix/access\n" + services
            + "--- access hash\na.example  DEF¦\n",
        {"DEFER", "DEFER_IF_PERMIT", "DEFER_IF_REJECT"});
    row("action for a pattern",
        "header_checks = pcre:/etc/postfix/checks\n" + services + "--- checks pcre\n/^X a/i  IGN¦\n",
        {"IGNORE"}, true);
    row("filter",
        "header_checks = pcre:/etc/postfix/checks\n" + services + "--- checks pcre\n/^X/  FILTER ¦\n",
        {"slow", "smtp"}, true);
}

void TestCompletion::firstCandidatesAre()
{
    QFETCH(const QByteArray, marked);
    QFETCH(const QByteArrayList, first);
    QFETCH(const bool, areAll);
    const QByteArrayList found = texts(completed(MarkedConfig(marked)));
    const QByteArray shown = found.mid(0, 12).join(", ");
    QVERIFY2(areAll ? found == first : found.mid(0, first.size()) == first, shown.constData());
}

void TestCompletion::nothingIsOffered_data()
{
    QTest::addColumn<QByteArray>("marked");
    QTest::newRow("comment") << QByteArray("# myhost¦\n");
    QTest::newRow("comment within a value") << QByteArray("mydestination = a\n# $myhost¦\n  b\n");
    QTest::newRow("second word in front of '='") << QByteArray("myhostname myhost¦\n");
    QTest::newRow("free text") << QByteArray("smtpd_banner = my¦\n");
    QTest::newRow("literal dollar") << QByteArray("smtpd_banner = $$my¦\n");
    QTest::newRow("own parameter nobody refers to") << QByteArray("mine = reject¦\n");
    QTest::newRow("key of a table") << QByteArray("transport_maps = hash:/etc/postfix/t\n" + services
                                                  + "--- t hash\nslo¦\n");
    QTest::newRow("table that is none of ours") << QByteArray("x = 1\n" + services + "--- t hash\na slo¦\n");
    QTest::newRow("nexthop") << QByteArray("default_transport = slow:sl¦\n" + services);
    QTest::newRow("aliases") << QByteArray("alias_maps = hash:/etc/postfix/a\n--- a aliases\nroot: sl¦\n");
    QTest::newRow("what a daemon runs")
        << QByteArray("--- master.cf\nx unix - n n - - pipe argv=/bin/x -o myhost¦\n");
}

void TestCompletion::nothingIsOffered()
{
    QFETCH(const QByteArray, marked);
    const QByteArrayList found = texts(completed(MarkedConfig(marked)));
    QVERIFY2(found.isEmpty(), found.mid(0, 12).join(", ").constData());
}

void TestCompletion::wordIsReplacedAsAWhole_data()
{
    QTest::addColumn<QByteArray>("marked");
    QTest::newRow("name") << QByteArray("«smtpd_tls¦_cert» = 1\n");
    QTest::newRow("nothing yet") << QByteArray("smtpd_helo_required = ¦\n");
    QTest::newRow("behind a comma") << QByteArray("notify_classes = a,«re¦so», b\n");
    QTest::newRow("reference") << QByteArray("a = x$«my¦host».y\n");
    QTest::newRow("reference in braces") << QByteArray("a = ${«my¦»?x}\n");
    QTest::newRow("table name") << QByteArray("alias_maps = hash:«/etc/¦al», x\n");
    QTest::newRow("override") << QByteArray("--- master.cf\na unix - - - - - smtpd -o «smtpd_¦tls»=x\n");
    QTest::newRow("bytes that are no UTF-8") << QByteArray("# \xff\xfe\nmydestination = \xe9, $«my¦»\n");
    QTest::newRow("CRLF") << QByteArray("a = 1\r\nmydestination = $«my¦»\r\n");
}

void TestCompletion::wordIsReplacedAsAWhole()
{
    QFETCH(const QByteArray, marked);
    const MarkedConfig config(marked);
    const Completion found = completed(config);
    const syntax::ByteRange expected =
        config.places.isEmpty() ? config.caret.range : config.places.first().range;
    QCOMPARE(found.range.begin, expected.begin);
    QCOMPARE(found.range.end, expected.end);
    QCOMPARE(found.typed.size(), config.caret.range.begin - expected.begin);
}

void TestCompletion::candidatesAreWrittenAsTheyGoOn_data()
{
    QTest::addColumn<QByteArray>("marked");
    QTest::addColumn<QByteArray>("inserted");
    QTest::newRow("name and equals sign") << QByteArray("myhostna¦\n") << QByteArray("myhostname = ");
    QTest::newRow("as the setting above") << QByteArray("a=1\nmyhostna¦\n") << QByteArray("myhostname=");
    QTest::newRow("equals sign is there") << QByteArray("myhostna¦ = x\n") << QByteArray("myhostname");
    QTest::newRow("override") << QByteArray("--- master.cf\na unix - - - - - x -o myhostna¦\n")
                              << QByteArray("myhostname=");
    QTest::newRow("override in braces")
        << QByteArray("--- master.cf\na unix - - - - - x -o { myhostna¦ }\n") << QByteArray("myhostname = ");
    QTest::newRow("restriction with an argument")
        << QByteArray("smtpd_relay_restrictions = check_recipient_acc¦\n")
        << QByteArray("check_recipient_access ");
    QTest::newRow("restriction without")
        << QByteArray("smtpd_relay_restrictions = permit_myn¦\n") << QByteArray("permit_mynetworks");
    QTest::newRow("transport in a table")
        << QByteArray("transport_maps = hash:/etc/postfix/t\n" + services + "--- t hash\na slo¦\n")
        << QByteArray("slow:");
}

void TestCompletion::candidatesAreWrittenAsTheyGoOn()
{
    QFETCH(const QByteArray, marked);
    const Completion found = completed(MarkedConfig(marked));
    QVERIFY(!found.candidates.isEmpty());
    QTEST(found.candidates.first().inserted, "inserted");
}

void TestCompletion::versionDecides()
{
    const MarkedConfig name("smtpd_relay_before¦\n");
    QCOMPARE(texts(completed(name)), QByteArrayList{"smtpd_relay_before_recipient_restrictions"});
    QVERIFY(texts(completed(name, {3, 5, 0})).isEmpty());
    const MarkedConfig table("alias_maps = mongo¦\n");
    QCOMPARE(texts(completed(table)), QByteArrayList{"mongodb:"});
    QVERIFY(texts(completed(table, {3, 7, 0})).isEmpty());
}

void TestCompletion::helpComesAlong()
{
    const Completion found = completed(MarkedConfig("relayhos¦\n"));
    QCOMPARE(found.candidates.first().kind, Candidate::Kind::Parameter);
    QVERIFY(found.candidates.first().help.endsWith('.'));
}

void TestCompletion::anyBytesAreSurvived()
{
    const QByteArray soup("a_b = $\xff{hash:\0 -o {x=\n #\r\t,:!", 31);
    QByteArray text;
    for (int i = 0; i < 400; ++i)
        text += soup[(i * 7 + i / 5) % soup.size()];
    for (qsizetype at = 0; at <= text.size(); ++at) {
        const QByteArray marked = text.first(at) + "¦" + text.sliced(at);
        for (const QByteArray &head :
             {QByteArray(), QByteArray("--- master.cf\n"), QByteArray("--- t hash\n")}) {
            const MarkedConfig config(head + marked);
            const Completion found = completed(config);
            QVERIFY(found.candidates.isEmpty() || found.range.begin <= config.caret.range.begin);
            QVERIFY(found.candidates.isEmpty() || found.range.end >= config.caret.range.begin);
        }
    }
}

void TestCompletion::largeConfigurationIsQuick()
{
    QByteArray text;
    for (int i = 0; i < 1000; ++i)
        text += "name_" + QByteArray::number(i) + " = $name_" + QByteArray::number(i / 2)
            + ", hash:/etc/postfix/t" + QByteArray::number(i) + "\n";
    const MarkedConfig config(text + "smtpd_recipient_restrictions = permit_mynetworks, rej¦\n" + services);
    const model::Snapshot snapshot = config.snapshot();
    const completion::Known known{reference(), catalog::Catalog::newest};
    QBENCHMARK
    {
        QVERIFY(completion::completionAt(snapshot, known, config.caret.file, config.caret.range.begin)
                    .candidates.size()
                > 10);
    }
}

QTEST_GUILESS_MAIN(TestCompletion)
#include "tst_completion.moc"
