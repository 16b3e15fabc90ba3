// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/effective/values.h"
#include "core/model/draft.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTest>

#include <memory>

using effective::Finding;
using effective::NameKind;
using effective::noService;
using effective::Source;
using effective::Values;
using model::FileId;

namespace {

const catalog::Catalog &theCatalog()
{
    static const base::Result<catalog::Catalog> loaded = catalog::Catalog::load();
    return *loaded;
}

/// One with a few parameters only, which makes reading anew quick.
const catalog::Catalog &smallCatalog()
{
    static const base::Result<catalog::Catalog> parsed = [] {
        const auto table = [](const QString &name) {
            QFile file(QStringLiteral(":/catalog/") + name);
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        QByteArray few;
        for (const QByteArray &line : table(QStringLiteral("parameters.tsv")).split('\n')) {
            if (line.startsWith("my") || line.startsWith("default_") || line.startsWith("process_")
                || line.startsWith("service_") || line.startsWith("compat") || line.startsWith("inet_")
                || line.startsWith("smtpd_b") || line.startsWith("smtpd_rest") || line.startsWith("append_")
                || line == "end")
                few += line + '\n';
        }
        return catalog::Catalog::parse({.parameters = few,
                                        .services = table(QStringLiteral("services.tsv")),
                                        .tableClients = table(QStringLiteral("tableclients.tsv")),
                                        .build = "end\n",
                                        .releases = table(QStringLiteral("releases.tsv"))});
    }();
    return *parsed;
}

effective::Target target(catalog::Version version = {3, 7, 11})
{
    effective::Target made{.catalog = theCatalog(), .version = version};
    made.host.name = "mail.example.org";
    return made;
}

model::Snapshot snapshotOf(const QByteArray &mainCf, const QByteArray &masterCf = {})
{
    model::Draft draft{model::Snapshot()};
    draft.replace(FileId::MainCf, {0, 0}, mainCf);
    draft.replace(FileId::MasterCf, {0, 0}, masterCf);
    return draft.snapshot();
}

QByteArray expandedIn(const Values &values, QByteArrayView name, qsizetype service = noService)
{
    const auto value = values.value(name, service);
    return value ? value->expanded : QByteArray("<not defined>");
}

const QByteArray masterCf = "smtp inet n - y - - smtpd\n"
                            "submission inet n - y - - smtpd\n"
                            "  -o smtpd_banner=$myhostname-$service_name\n"
                            "  -o level=high\n"
                            "  -o level=higher\n"
                            "relay unix - - y - - smtp\n"
                            "  -o syslog_name=$level\n"
                            "maildrop unix - n n - - pipe\n"
                            "  flags=DRhu user=vmail argv=/usr/bin/maildrop\n";

} // namespace

class TestEffective : public QObject
{
    Q_OBJECT

private slots:
    void valueAndSource_data();
    void valueAndSource();
    void serviceSeesItsOverrides();
    void kindOfName_data();
    void kindOfName();
    void originsNameTheirPlaces();
    void levelDecidesAboutDefaults();
    void findings_data();
    void findings();
    void circleOfManyNamesEnds();
    void doublingValuesEnd();
    void deepNestingEnds();
    void longValueIsKept();
    void longChainFollowsPostfixLimit();
    void valuesKeepTheirCatalog();
    void updateEqualsReadingAnew();
};

void TestEffective::valueAndSource_data()
{
    QTest::addColumn<QByteArray>("mainCf");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("expanded");
    QTest::addColumn<int>("source");
    const auto row = [](const char *title, const char *mainCf, const char *name, const char *expanded,
                        Source source) {
        QTest::newRow(title) << QByteArray(mainCf) << QByteArray(name) << QByteArray(expanded) << int(source);
    };
    row("default", "", "queue_directory", "/var/spool/postfix", Source::Default);
    row("default with names", "", "smtpd_banner", "mail.example.org ESMTP Postfix", Source::Default);
    row("set", "myorigin = a.b\n", "myorigin", "a.b", Source::MainCf);
    row("the last one counts", "a = 1\na = 2\n", "a", "2", Source::MainCf);
    row("default follows what is set", "myhostname = mx.example.com\n", "mydomain", "example.com",
        Source::Default);
    row("and what depends on it", "myhostname = mx.example.com\n", "mydestination",
        "mx.example.com, localhost.example.com, localhost", Source::Default);
    row("networks follow their style", "mynetworks_style = host\n", "mynetworks", "127.0.0.1/32 [::1]/128 ",
        Source::Default);
    row("made by a service", "default_destination_recipient_limit = 7\n", "relay_destination_recipient_limit",
        "7", Source::Default);
    row("made by a service and set", "relay_destination_recipient_limit = 3\n",
        "relay_destination_recipient_limit", "3", Source::MainCf);
    row("time limit of a pipe", "command_time_limit = 5s\n", "maildrop_time_limit", "5s", Source::Default);
    row("read-only", "process_name = x\n", "process_name", "postconf", Source::Default);
    row("not expanded", "default_rbl_reply = $rbl_code no\n", "default_rbl_reply", "$rbl_code no",
        Source::MainCf);
    row("raw, but expanded by name", "x = 5\nforward_path = $x\ny = $forward_path\n", "y", "5",
        Source::MainCf);
}

void TestEffective::valueAndSource()
{
    QFETCH(const QByteArray, mainCf);
    QFETCH(const QByteArray, name);
    QFETCH(const QByteArray, expanded);
    QFETCH(const int, source);
    const Values values(snapshotOf(mainCf, masterCf), target());
    const auto value = values.value(name);
    QVERIFY(value);
    QCOMPARE(value->expanded, expanded);
    QCOMPARE(int(value->source), source);
    QVERIFY(values.names().contains(name));
}

void TestEffective::serviceSeesItsOverrides()
{
    const Values values(snapshotOf("level = low\nshown = <$level>\nname = $service_name\n", masterCf),
                        target());
    QCOMPARE(values.services().size(), 4);
    QCOMPARE(expandedIn(values, "shown"), "<low>");
    QCOMPARE(expandedIn(values, "shown", 0), "<low>");
    QCOMPARE(expandedIn(values, "shown", 1), "<higher>");
    QCOMPARE(expandedIn(values, "smtpd_banner", 1), "mail.example.org-submission");
    QCOMPARE(expandedIn(values, "syslog_name", 2), "low");
    QCOMPARE(expandedIn(values, "name"), "");
    QCOMPARE(expandedIn(values, "name", 3), "maildrop");
    QCOMPARE(expandedIn(values, "process_name", 3), "pipe");
    QCOMPARE(values.differingNames(1),
             QByteArrayList({"level", "name", "postscreen_greet_banner", "process_name", "service_name",
                             "shown", "smtpd_banner"}));
    QVERIFY(!values.value("nosuch", 1));
}

void TestEffective::kindOfName_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<int>("kind");
    QTest::newRow("built in") << QByteArray("myorigin") << int(NameKind::BuiltIn);
    QTest::newRow("made") << QByteArray("relay_destination_recipient_limit") << int(NameKind::ServiceMade);
    QTest::newRow("class") << QByteArray("greylist") << int(NameKind::RestrictionClass);
    QTest::newRow("class in another") << QByteArray("strict") << int(NameKind::RestrictionClass);
    QTest::newRow("own") << QByteArray("mine") << int(NameKind::UserDefined);
    QTest::newRow("newer than the target")
        << QByteArray("smtpd_forbid_bare_newline_exclusions_x") << int(NameKind::UserDefined);
}

void TestEffective::kindOfName()
{
    QFETCH(const QByteArray, name);
    QFETCH(const int, kind);
    const Values values(snapshotOf("mine = strict\nsmtpd_restriction_classes = greylist, $mine\n", masterCf),
                        target());
    QCOMPARE(int(values.kindOf(name)), kind);
}

void TestEffective::originsNameTheirPlaces()
{
    const QByteArray mainCf = "smtpd_banner = one\nsmtpd_banner = $x\n two\n";
    const model::Snapshot snapshot = snapshotOf(mainCf, masterCf);
    const Values values(snapshot, target());
    const auto origins = values.originsOf("smtpd_banner", 1);
    QCOMPARE(origins.size(), 3);
    QCOMPARE(int(origins[0].source), int(Source::Override));
    QCOMPARE(origins[0].place->range.in(masterCf), "-o smtpd_banner=$myhostname-$service_name");
    QCOMPARE(int(origins[1].source), int(Source::MainCf));
    QCOMPARE(origins[1].value, "$x two");
    QCOMPARE(origins[1].place->range.in(mainCf), "smtpd_banner = $x\n two");
    QCOMPARE(int(origins[2].source), int(Source::Default));
    QCOMPARE(origins[2].value, "$myhostname ESMTP $mail_name");
    QCOMPARE(values.originsOf("smtpd_banner").size(), 2);
    QCOMPARE(values.referencesOf("smtpd_banner", 1), QByteArrayList({"myhostname", "service_name"}));
    QVERIFY(values.referrersOf("myhostname").contains("mydestination"));
}

void TestEffective::levelDecidesAboutDefaults()
{
    const model::Snapshot old = snapshotOf("");
    QCOMPARE(expandedIn(Values(old, target()), "append_dot_mydomain"), "yes");
    const model::Snapshot now = snapshotOf("compatibility_level = 3.6\n");
    QCOMPARE(expandedIn(Values(now, target()), "append_dot_mydomain"), "no");
    QCOMPARE(expandedIn(Values(old, target()).updated(now), "append_dot_mydomain"), "no");
    QCOMPARE(expandedIn(Values(now, target({2, 11, 0})), "append_dot_mydomain"), "yes");
    QVERIFY(!Values(now, target({2, 11, 0})).value("postscreen_dnsbl_max_ttl"));
}

void TestEffective::findings_data()
{
    QTest::addColumn<QByteArray>("mainCf");
    QTest::addColumn<QByteArrayList>("expected"); // kind name names
    using Kind = Finding::Kind;
    const auto text = [](Kind kind, const QByteArray &rest) {
        return QByteArray::number(int(kind)) + ' ' + rest;
    };
    QTest::newRow("fine") << QByteArray("a = $myhostname ${b?x}\nb = 1\n") << QByteArrayList();
    QTest::newRow("undefined") << QByteArray("a = $nosuch\nb = $a\n")
                               << QByteArrayList{text(Kind::UndefinedName, "a nosuch")};
    QTest::newRow("asked for only") << QByteArray("a = ${nosuch?x}\n") << QByteArrayList();
    QTest::newRow("itself") << QByteArray("a = x $a\n") << QByteArrayList{text(Kind::Cycle, "a a")};
    QTest::newRow("circle and one outside")
        << QByteArray("a = $b\nb = $c\nc = $a\nd = $a\n")
        << QByteArrayList{text(Kind::Cycle, "a b,c"), text(Kind::Cycle, "b c,a"), text(Kind::Cycle, "c a,b")};
    QTest::newRow("circle in a comparison")
        << QByteArray("a = ${{$a} == {x}?{1}:{2}}\n") << QByteArrayList{text(Kind::Cycle, "a a")};
    QTest::newRow("circle that is never entered")
        << QByteArray("a = ${off?{$b}:{1}}\nb = ${off:{2}}${off?{$a}}\noff =\n") << QByteArrayList();
    QTest::newRow("never closed, and never read") << QByteArray("a = ${myorigin?{x}:$(y} $b\nb = $nosuch\n")
                                                  << QByteArrayList{text(Kind::UndefinedName, "b nosuch")};
    QTest::newRow("never closed") << QByteArray("a = ${b\nc = $a\n")
                                  << QByteArrayList{text(Kind::Malformed, "a ")};
}

void TestEffective::findings()
{
    QFETCH(const QByteArray, mainCf);
    QFETCH(const QByteArrayList, expected);
    const Values values(snapshotOf(mainCf), target());
    QByteArrayList found;
    for (const Finding &finding : values.findings())
        found.append(QByteArray::number(int(finding.kind)) + ' ' + finding.name + ' '
                     + finding.names.join(','));
    QCOMPARE(found, expected);
}

void TestEffective::circleOfManyNamesEnds()
{
    constexpr int count = 500;
    QByteArray mainCf;
    for (int i = 0; i < count; ++i)
        mainCf += "n" + QByteArray::number(i) + " = $n" + QByteArray::number((i + 1) % count) + '\n';
    const Values values(snapshotOf(mainCf), target());
    QVERIFY(values.value("n17")->isBroken);
    QCOMPARE(values.findingsOf("n17").first().names.size(), count - 1);
    QCOMPARE(int(values.findingsOf("n17").first().kind), int(Finding::Kind::Cycle));
}

void TestEffective::doublingValuesEnd()
{
    constexpr int count = 64;
    QByteArray mainCf = "n64 = 1234567890\n";
    for (int i = 0; i < count; ++i)
        mainCf += "n" + QByteArray::number(i) + " = $n" + QByteArray::number(i + 1) + "$n"
            + QByteArray::number(i + 1) + '\n';
    const Values values(snapshotOf(mainCf), target());
    QVERIFY(values.value("n0")->isBroken);
    QCOMPARE(values.value("n60")->expanded, QByteArray("1234567890").repeated(16));
    QVERIFY(values.value("n0")->expanded.size() <= 4 * 1024 * 1024);
    const auto findings = values.findings();
    QCOMPARE(findings.size(), 1);
    QCOMPARE(int(findings.first().kind), int(Finding::Kind::TooLarge));
}

void TestEffective::deepNestingEnds()
{
    constexpr int depth = 10'000;
    const QByteArray inName =
        "a = " + QByteArray("${myorigin?{").repeated(depth) + QByteArray("}}").repeated(depth) + '\n';
    const QByteArray inOperand =
        "b = " + QByteArray("${{").repeated(depth) + QByteArray("} == {x}?{1}:{2}}").repeated(depth) + '\n';
    const Values values(snapshotOf(inName + inOperand), target());
    QVERIFY(values.value("a")->isBroken);
    QVERIFY(values.value("b")->isBroken);
    QVERIFY(!values.findingsOf("a").isEmpty());
}

void TestEffective::longValueIsKept()
{
    const QByteArray million(1'000'000, 'x');
    const Values values(snapshotOf("a = " + million + "\nb = $a\nc = <$a>\n"), target());
    QCOMPARE(values.value("b")->expanded, million);
    QCOMPARE(values.value("c")->expanded, '<' + million + '>');
}

void TestEffective::longChainFollowsPostfixLimit()
{
    QByteArray mainCf = "n300 = end\n";
    for (int i = 0; i < 300; ++i)
        mainCf += "n" + QByteArray::number(i) + " = $n" + QByteArray::number(i + 1) + '\n';
    const Values values(snapshotOf(mainCf), target());
    QCOMPARE(expandedIn(values, "n200"), "end");
    QVERIFY(values.value("n199")->isBroken);
    QVERIFY(values.value("n0")->isBroken);
    QCOMPARE(int(values.findings().first().kind), int(Finding::Kind::TooDeep));
    QCOMPARE(values.findings().size(), 1);
}

void TestEffective::valuesKeepTheirCatalog()
{
    auto catalog = std::make_unique<catalog::Catalog>(catalog::Catalog::load().value());
    const Values values(snapshotOf("mydomain = example.org\n"), {.catalog = *catalog, .version = {3, 7, 11}});
    catalog.reset();
    QCOMPARE(expandedIn(values, "smtp_dns_support_level"), "");
    QCOMPARE(expandedIn(values, "line_length_limit"), "2048");
    QCOMPARE(int(values.kindOf("mydomain")), int(effective::NameKind::BuiltIn));
}

// The law that makes an incremental answer worth anything.
void TestEffective::updateEqualsReadingAnew()
{
    const quint32 seed = qEnvironmentVariableIsSet("POSTWRIGHT_SEED")
        ? qEnvironmentVariable("POSTWRIGHT_SEED").toUInt()
        : QRandomGenerator::global()->generate();
    qInfo("POSTWRIGHT_SEED=%u", seed);
    QRandomGenerator random(seed);
    effective::Target few = target();
    few.catalog = smallCatalog();
    QVERIFY(few.catalog.find("smtpd_banner"));
    const auto pick = [&random](const QByteArrayList &list) {
        return list[random.bounded(int(list.size()))];
    };
    const QByteArrayList names{"a",
                               "b",
                               "c",
                               "d",
                               "myhostname",
                               "mydomain",
                               "compatibility_level",
                               "smtpd_banner",
                               "relay_destination_recipient_limit",
                               "process_name",
                               "default_rbl_reply",
                               "smtpd_restriction_classes",
                               "inet_interfaces"};
    const QByteArrayList texts{"1",
                               "",
                               "$a",
                               "$b $c",
                               "${d?{$a}:{$b}}",
                               "$nosuch",
                               "$service_name",
                               "${{$a} == {$b}?{$c}:{$d}}",
                               "3.6",
                               "x.$mydomain",
                               "${broken",
                               "$relay_destination_recipient_limit",
                               "c, d"};
    const auto setting = [&] { return pick(names) + " = " + pick(texts) + '\n'; };
    const auto service = [&] {
        QByteArray text = pick({"smtp inet", "relay unix", "local unix", "#off unix"}) + " - - y - - "
            + pick({"smtpd", "smtp", "pipe", "local"}) + '\n';
        for (int i = random.bounded(3); i > 0; --i)
            text += "  -o {" + pick(names) + " = " + pick(texts) + "}\n";
        return text;
    };
    model::Snapshot snapshot = snapshotOf(setting() + setting(), service() + service());
    Values values(snapshot, few);
    for (int round = 0; round < 150; ++round) {
        model::Draft draft(snapshot);
        const FileId file = random.bounded(3) == 0 ? FileId::MasterCf : FileId::MainCf;
        const QByteArray bytes = snapshot.file(file).text().bytes();
        QByteArrayList lines = bytes.split('\n');
        const int at = random.bounded(int(lines.size()));
        const QByteArray fresh = file == FileId::MainCf ? setting() : service();
        qsizetype begin = 0;
        for (int i = 0; i < at; ++i)
            begin += lines[i].size() + 1;
        const qsizetype end =
            random.bounded(2) ? begin : std::min(begin + lines[at].size() + 1, bytes.size());
        draft.replace(file, {begin, end}, random.bounded(4) && lines.size() < 40 ? fresh : QByteArray());
        snapshot = draft.snapshot();
        values = values.updated(snapshot);
        const Values anew(snapshot, few);
        const QByteArray context = snapshot.mainCf().text() + "\n---\n" + snapshot.masterCf().text();
        QVERIFY2(values.names() == anew.names(), context.constData());
        QVERIFY2(values.services() == anew.services(), context.constData());
        QVERIFY2(values.findings() == anew.findings(), context.constData());
        for (qsizetype of = noService; of < anew.services().size(); ++of) {
            for (const QByteArray &name : of == noService ? anew.names() : names) {
                QVERIFY2(values.value(name, of) == anew.value(name, of), (name + '\n' + context).constData());
                QVERIFY2(values.referencesOf(name, of) == anew.referencesOf(name, of), context.constData());
            }
            if (of != noService)
                QCOMPARE(values.differingNames(of), anew.differingNames(of));
        }
        for (const QByteArray &name : names)
            QVERIFY2(values.referrersOf(name) == anew.referrersOf(name), (name + '\n' + context).constData());
    }
}

QTEST_GUILESS_MAIN(TestEffective)
#include "tst_effective.moc"
