// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/usages/usages.h"
#include "tests/support/markedconfig.h"
#include "tests/support/tablesnapshot.h"

#include <QElapsedTimer>
#include <QTest>

using support::MarkedConfig;
using usages::Symbol;
using usages::Usage;
using Kind = usages::Symbol::Kind;

namespace {

const catalog::Catalog &known()
{
    static const auto catalog = catalog::Catalog::load();
    return *catalog;
}

QByteArray shown(const model::Snapshot &snapshot, const QList<model::Place> &places)
{
    QByteArray text;
    for (const model::Place &place : places)
        text += '\n' + snapshot.file(place.file).info().name.toUtf8() + ' '
            + QByteArray::number(place.range.begin) + ' '
            + snapshot.file(place.file).text().bytes(place.range);
    return text;
}

const QByteArray transports = "smtp unix - - y - - smtp\nslow unix - - y - - smtp\n";

} // namespace

class TestUsages : public QObject
{
    Q_OBJECT

private slots:
    void everyUsageIsFound_data();
    void everyUsageIsFound();
    void caretTellsWhatStandsThere_data();
    void caretTellsWhatStandsThere();
    void definitionInForceComesFirst_data();
    void definitionInForceComesFirst();
    void switchedOffUsagesSaySo();
    void nothingIsUsedNowhere();
    void referencesOfEveryFormAreRead_data();
    void referencesOfEveryFormAreRead();
    void largeConfigurationIsQuick();
};

void TestUsages::everyUsageIsFound_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("marked");

    const auto parameter = [](const char *row, const QByteArray &name, const QByteArray &marked) {
        QTest::newRow(row) << Kind::Parameter << name << marked;
    };
    const auto service = [](const char *row, const QByteArray &name, const QByteArray &marked) {
        QTest::newRow(row) << Kind::Service << name << marked;
    };
    parameter("definition and plain reference", "mine", "«mine» = 1\nmyhostname = $«mine»\n");
    parameter("every form of a reference", "mine",
              "«mine» = 1\na = ${«mine»} $(«mine») ${«mine»?{x}:{$«mine»}} ${ «mine» } $$mine $mine2 mine\n");
    parameter("both sides of a comparison", "mine", "a = ${{$«mine»} == {x$«mine»} ? {y} : {$«mine»}}\n");
    parameter("value over several lines", "mine",
              "a =\n  $«mine»,\n# $mine is prose here\n  ${\n   «mine»}\n");
    parameter("what is switched off", "mine", "#«mine» = 1\n#b_c = $«mine»\n«mine» = 2\n");
    parameter("prose is left alone", "mine", "# see mine and $mine\n«mine» = 2\n");
    parameter("overrides in every form", "mine",
              "--- master.cf\nsmtp inet n - y - - smtpd\n  -o «mine»=1 -o smtpd_banner=$«mine»\n"
              "  -o { «mine» = 2 }\n  -vo «mine»=3\n# -o «mine»=4\n  -o{«mine»=5}\n");
    parameter("what a daemon's command expands is no parameter", "mine",
              "«mine» = 1\n--- master.cf\np unix - n n - - pipe argv=/bin/x ${mine}\n");
    parameter("what Postfix does not expand is no parameter", "user",
              "«user» = 1\nforward_path = $home/.forward${user}\nb = $«user»\n");
    parameter(
        "restriction class", "strict",
        "smtpd_restriction_classes = «strict», other\n«strict» = permit\nother = reject\n"
        "smtpd_recipient_restrictions =\n  check_recipient_access hash:/etc/postfix/access\n  «strict»\n"
        "mydestination = strict\n"
        "--- access hash\na.example OK\nb.example permit_mynetworks, «strict»\n");
    parameter("class in a list that is referred to", "strict",
              "smtpd_restriction_classes = «strict»\nmine = permit, «strict»\n"
              "--- master.cf\nsmtp inet n - y - - smtpd -o smtpd_client_restrictions=$mine,«strict»\n");

    service("transport in values", "slow",
            "default_transport = «slow»:[192.0.2.1]\ncontent_filter = «slow»:x\nrelay_transport = «slow»\n"
            "myhostname = slow\nmydomain = slow:x\n--- master.cf\n«slow» unix - - y - - smtp\n");
    service("transport by way of a parameter", "slow",
            "mine = «slow»:\nnexthop = slow\ndefault_transport = $mine\nrelay_transport = smtp:$nexthop\n"
            "--- master.cf\n«slow» unix - - y - - smtp\n");
    service(
        "transport in a condition", "slow",
        "default_transport = ${stress?{«slow»}:{smtp:slow}}\n--- master.cf\n«slow» unix - - y - - smtp\n");
    service("transport table", "slow",
            "transport_maps = hash:$config_directory/transport\n--- master.cf\n«slow» unix - - y - - smtp\n"
            "--- transport hash\na.example   «slow»:\nb.example «slow»:[x]:25\nslow smtp:slow\n"
            "# c.example «slow»:\n# Some of these are slow: the big ones.\nd.example «slow»\n");
    service("transport tables in other forms", "slow",
            "transport_maps = regexp:/etc/postfix/t1 cidr:/etc/postfix/t2\n"
            "sender_dependent_default_transport_maps = inline:{a.example=«slow»:, {b.example = «slow»:[x]}}, "
            "static:«slow», static:{«slow»:[y]}, pcre:{{/slow/ «slow»:}, {/x/ smtp:}}\n"
            "--- master.cf\n«slow» unix - - y - - smtp\n"
            "--- t1 regexp\n/^slow/  «slow»:\n--- t2 cidr\n192.0.2.0/24 «slow»:x\n");
    service("table that is not one of transports", "slow",
            "virtual_alias_maps = hash:/etc/postfix/transport\n--- master.cf\n«slow» unix - - y - - smtp\n"
            "--- transport hash\na.example   slow:\n");
    service("filters in access and header tables", "slow",
            "smtpd_sender_restrictions = check_sender_access hash:/etc/postfix/access\n"
            "header_checks = pcre:/etc/postfix/checks\n--- master.cf\n«slow» unix - - y - - smtp\n"
            "--- access hash\na.example FILTER «slow»:x\nb.example filter «slow»:\nc.example REJECT slow:\n"
            "--- checks pcre\n/^X-Slow/ FILTER «slow»:[127.0.0.1]:10025\n");
    service("parameters with its name in front", "slow",
            "«slow»_destination_rate_delay = 5s\n«slow»_time_limit = $«slow»_destination_rate_delay\n"
            "slow_start = 1\nvery_slow_time_limit = 1\n"
            "--- master.cf\n«slow» unix - - y - - pipe\nqmgr unix n - n 300 1 qmgr -o "
            "«slow»_recipient_limit=5\n");
    service("sockets of services", "policy",
            "smtpd_recipient_restrictions = check_policy_service unix:private/«policy»,\n"
            " check_policy_service { unix:private/«policy», timeout=1s }, check_policy_service "
            "unix:private/other\n"
            "smtpd_milters = unix:/x/private/policy, unix:$queue_directory/public/«policy»\n"
            "--- master.cf\n«policy» unix - n n - 0 spawn user=nobody argv=/x\n");
    service(
        "lists of services", "slow",
        "defer_transports = smtp, «slow»\nmaster_service_disable = «slow»/unix !«slow»/unix inet slow/inet\n"
        "--- master.cf\n«slow» unix - - y - - smtp\n");
    service("names of Postfix's own services", "mybounce",
            "bounce_service_name = «mybounce»\n--- master.cf\n«mybounce» unix - - y - 0 bounce\n");
    service("switched-off rows of that name", "slow",
            "--- master.cf\n«slow» unix - - y - - smtp\n#«slow» unix - - y - - lmtp\nslow inet n - y - - "
            "smtpd\n");
    service("a parameter that only looks like the service's", "smtpd",
            "smtpd_recipient_limit = 5\n--- master.cf\n«smtpd» pass - - y - - smtpd\n");
    QTest::newRow("file by all its spellings")
        << Kind::Table << QByteArray("/etc/postfix/access")
        << QByteArray(
               "here = /etc/postfix\na = hash:«/etc/postfix/access», proxy:hash:«$config_directory/access»\n"
               "b = check_client_access hash:«${here}/access» inet:/etc/postfix/access\n");
}

void TestUsages::everyUsageIsFound()
{
    QFETCH(const Kind, kind);
    QFETCH(const QByteArray, name);
    QFETCH(const QByteArray, marked);
    const MarkedConfig config(marked);
    const usages::Index index(config.snapshot(), known());
    QList<model::Place> found;
    for (const Usage &usage : index.of(Symbol{kind, name}))
        found.append(usage.place);
    QVERIFY2(found == config.places,
             (shown(config.snapshot(), found) + "\n--- expected" + shown(config.snapshot(), config.places))
                 .constData());
    // Whoever stands there is told so.
    for (const model::Place &place : found) {
        for (const qsizetype offset : {place.range.begin, place.range.end}) {
            const usages::Usages there = index.at(place.file, offset);
            QVERIFY(std::any_of(there.begin(), there.end(), [&](const Usage &usage) {
                return usage.place == place && usage.symbol == Symbol{kind, name};
            }));
        }
    }
}

void TestUsages::caretTellsWhatStandsThere_data()
{
    QTest::addColumn<QByteArray>("marked");
    QTest::addColumn<QByteArrayList>("names");
    QTest::newRow("name of a setting") << QByteArray("my¦name = 1\n") << QByteArrayList{"myname"};
    QTest::newRow("behind a reference") << QByteArray("a = $mine¦\n") << QByteArrayList{"mine"};
    QTest::newRow("between two") << QByteArray("a = $one ¦ $two\n") << QByteArrayList{};
    QTest::newRow("service in front of a name")
        << QByteArray("sl¦ow_time_limit = 1\n--- master.cf\n" + transports)
        << QByteArrayList{"slow", "slow_time_limit"};
    QTest::newRow("rest of such a name") << QByteArray("slow_time¦_limit = 1\n--- master.cf\n" + transports)
                                         << QByteArrayList{"slow_time_limit"};
    QTest::newRow("plain text") << QByteArray("a = te¦xt\n") << QByteArrayList{};
    QTest::newRow("comment") << QByteArray("# prose about m¦yhostname\n") << QByteArrayList{};
    QTest::newRow("empty file") << QByteArray("¦") << QByteArrayList{};
    QTest::newRow("table nobody reads") << QByteArray("--- t hash\na slow¦:\n") << QByteArrayList{};
}

void TestUsages::caretTellsWhatStandsThere()
{
    QFETCH(const QByteArray, marked);
    const MarkedConfig config(marked);
    QByteArrayList names;
    for (const Usage &usage :
         usages::Index(config.snapshot(), known()).at(config.caret.file, config.caret.range.begin))
        names.append(usage.symbol.name);
    QTEST(names, "names");
}

void TestUsages::definitionInForceComesFirst_data()
{
    QTest::addColumn<QByteArray>("marked");
    QTest::addColumn<int>("expected"); ///< which of the marked places is the first one
    QTest::newRow("last of two settings") << QByteArray("«mine» = 1\n«mine» = 2\nb = $mine¦\n") << 1;
    QTest::newRow("setting in force before one switched off")
        << QByteArray("«mine» = 1\n#«mine» = 2\nb = $mine¦\n") << 0;
    QTest::newRow("own override before main.cf")
        << QByteArray("«mine» = 1\n--- master.cf\na unix - - - - - x\n -o «mine»=2\nb unix - - - - - x\n -o "
                      "«mine»=3 -o b=$mine¦\n")
        << 2;
    QTest::newRow("main.cf before another's override")
        << QByteArray("«mine» = 1\nb = $mine¦\n--- master.cf\na unix - - - - - x\n -o «mine»=2\n") << 0;
    QTest::newRow("service in force before one switched off") << QByteArray(
        "default_transport = s¦\n--- master.cf\n#«s» unix - - - - - smtp\n«s» unix - - - - - smtp\n")
                                                              << 1;
}

void TestUsages::definitionInForceComesFirst()
{
    QFETCH(const QByteArray, marked);
    QFETCH(const int, expected);
    const MarkedConfig config(marked);
    const usages::Index index(config.snapshot(), known());
    const usages::Usages there = index.at(config.caret.file, config.caret.range.begin);
    QCOMPARE(there.size(), 1);
    const QList<model::Place> found = index.definitionsOf(there.first());
    QCOMPARE(found.size(), config.places.size());
    QVERIFY2(found.first() == config.places[expected], shown(config.snapshot(), found).constData());
}

void TestUsages::switchedOffUsagesSaySo()
{
    const MarkedConfig config("#mine = 1\n#b_c = $mine\n--- master.cf\n#a unix - - - - - x\n#  -o mine=2\nb "
                              "unix - - - - - x\n#  -o mine=3\n");
    const usages::Usages found =
        usages::Index(config.snapshot(), known()).of(Symbol{Kind::Parameter, "mine"});
    QCOMPARE(found.size(), 4);
    for (const Usage &usage : found)
        QVERIFY(!usage.enabled);
}

/// An empty name stands at every place of a table.
void TestUsages::nothingIsUsedNowhere()
{
    const model::Snapshot bare = support::snapshotWithTable("a slow:\n", model::FileKind::KeyValue);
    const syntax::Text text("transport_maps = hash:/etc/postfix/table\n", syntax::Text::Layout::Whole);
    const model::File mainCf(bare.file(model::FileId::MainCf).info(), text);
    const model::Snapshot snapshot = bare.with(model::FileId::MainCf, mainCf);
    QCOMPARE(usages::Index(snapshot, known()).of(Symbol{Kind::Service, "slow"}).size(), 1);
    QVERIFY(usages::Index(snapshot, known()).of(Symbol()).isEmpty());
}

void TestUsages::referencesOfEveryFormAreRead_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("none") << QByteArray("plain $ $$a $$$$b ${ $( $-x");
    QTest::newRow("function") << QByteArray("${domain_to_ascii{$«a»}} ${«b»}");
    QTest::newRow("odd dollars") << QByteArray("$$$«a»$«b»$");
    QTest::newRow("unclosed") << QByteArray("${«a»?{$«b»");
    QTest::newRow("bytes") << QByteArray("\xff$«a»\xff\0${«b»}", 16);
}

void TestUsages::referencesOfEveryFormAreRead()
{
    QFETCH(const QByteArray, value);
    const MarkedConfig config("x = " + value + "\n");
    QByteArrayList names;
    for (const QByteArray &name : {QByteArray("a"), QByteArray("b")}) {
        const usages::Usages found =
            usages::Index(config.snapshot(), known()).of(Symbol{Kind::Parameter, name});
        for (const Usage &usage : found)
            QVERIFY(config.places.contains(usage.place));
        names += QByteArrayList(found.size(), name);
    }
    // Postfix reads no further than a NUL.
    const bool isCut = value.contains('\0');
    QCOMPARE(names.size(), isCut ? 1 : config.places.size());
}

void TestUsages::largeConfigurationIsQuick()
{
    QByteArray text;
    for (int i = 0; i < 1000; ++i)
        text += "name_" + QByteArray::number(i) + " = $name_" + QByteArray::number(i / 2)
            + ", hash:/etc/postfix/t" + QByteArray::number(i) + "\n";
    const MarkedConfig config(text + "default_transport = $name_1\n--- master.cf\n" + transports);
    const usages::Index index(config.snapshot(), known());
    QBENCHMARK
    {
        QCOMPARE(index.of(Symbol{Kind::Parameter, "name_7"}).size(), 3);
    }
}

QTEST_GUILESS_MAIN(TestUsages)
#include "tst_usages.moc"
