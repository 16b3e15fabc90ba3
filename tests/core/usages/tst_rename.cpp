// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/usages/rename.h"
#include "tests/support/markedconfig.h"

#include <QTest>

using edits::Refusal;
using model::FileId;
using support::MarkedConfig;
using Reason = edits::Refusal::Reason;

namespace {

const catalog::Catalog &known()
{
    static const auto catalog = catalog::Catalog::load();
    return *catalog;
}

/// Every file, as MarkedConfig takes them.
QByteArray written(const model::Snapshot &snapshot)
{
    QByteArray all;
    for (const model::FileId id : snapshot.ids()) {
        if (id != FileId::MainCf)
            all += "--- " + snapshot.file(id).info().name.toUtf8() + "\n";
        all += snapshot.file(id).text().bytes();
    }
    return all;
}

edits::Outcome renameService(model::Draft &draft, const QByteArray &name, const QByteArray &type,
                             const QByteArray &to)
{
    return usages::renameService(draft, known(), catalog::Catalog::newest,
                                 draft.masterCf().indexOf(name, type), to);
}

} // namespace

class TestRename : public QObject
{
    Q_OBJECT

private slots:
    void parameterIsRenamedEverywhere_data();
    void parameterIsRenamedEverywhere();
    void parameterIsRefused_data();
    void parameterIsRefused();
    void serviceIsRenamedEverywhere_data();
    void serviceIsRenamedEverywhere();
    void serviceIsRefused_data();
    void serviceIsRefused();
};

void TestRename::parameterIsRenamedEverywhere_data()
{
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("every form") << QByteArray("yours")
                                << QByteArray(
                                       "mine = 1\na = $mine ${mine?x} $(mine)\n# $mine\n--- master.cf\n"
                                       "a unix - - - - - x\n  -o mine=$mine\n#  -o { mine = 2 }\n")
                                << QByteArray(
                                       "yours = 1\na = $yours ${yours?x} $(yours)\n# $mine\n--- master.cf\n"
                                       "a unix - - - - - x\n  -o yours=$yours\n#  -o { yours = 2 }\n");
    QTest::newRow("equals signs stay in their column")
        << QByteArray("m") << QByteArray("aaaaaa   = 1\nmine     = $aaaaaa\nb\t = 2\n")
        << QByteArray("aaaaaa   = 1\nm        = $aaaaaa\nb\t = 2\n");
    QTest::newRow("too long for the column")
        << QByteArray("much_longer_name") << QByteArray("aaa   = 1\nmine  = $aaa\nb     = 2\n")
        << QByteArray("aaa   = 1\nmuch_longer_name = $aaa\nb     = 2\n");
    QTest::newRow("back into the column")
        << QByteArray("m") << QByteArray("aaa   = 1\nmine_long = $aaa\nb     = 2\n")
        << QByteArray("aaa   = 1\nmine_long = $aaa\nb     = 2\n").replace("mine_long", "m    ");
    QTest::newRow("not aligned") << QByteArray("yours") << QByteArray("aaaaaa = 1\nmine = 2\n")
                                 << QByteArray("aaaaaa = 1\nyours = 2\n");
    QTest::newRow("no blanks, CRLF, no last newline")
        << QByteArray("yours") << QByteArray("mine=1\r\na=$mine\r\nb=${mine}")
        << QByteArray("yours=1\r\na=$yours\r\nb=${yours}");
    QTest::newRow("bytes that are no UTF-8")
        << QByteArray("yours") << QByteArray("# \xe9\nmine = \xff$mine2\na = \xff$mine\xff\n")
        << QByteArray("# \xe9\nyours = \xff$mine2\na = \xff$yours\xff\n");
    QTest::newRow("class, in tables too")
        << QByteArray("yours")
        << QByteArray("smtpd_restriction_classes = mine\nmine = permit\nsmtpd_client_restrictions = "
                      "check_client_access "
                      "hash:/etc/postfix/access\n--- master.cf\n--- access\na   mine\nb   reject\nmine "
                      "permit,mine\n")
        << QByteArray("smtpd_restriction_classes = yours\nyours = permit\nsmtpd_client_restrictions = "
                      "check_client_access "
                      "hash:/etc/postfix/access\n--- master.cf\n--- access\na   yours\nb   reject\nmine "
                      "permit,yours\n");
}

void TestRename::parameterIsRenamedEverywhere()
{
    QFETCH(const QByteArray, to);
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, after);
    const MarkedConfig config(before);
    const QByteArray name = before.contains("mine_long") ? QByteArray("mine_long") : QByteArray("mine");
    model::Draft draft(config.snapshot());
    const edits::Outcome refused = usages::renameParameter(draft, known(), name, to);
    QVERIFY2(!refused, qPrintable(refused ? edits::refusalText(*refused) : QString()));
    const QByteArray got = written(draft.snapshot());
    QCOMPARE(before.contains("--- master.cf") ? got : QByteArray(got).replace("--- master.cf\n", ""), after);
    QVERIFY(!usages::renameParameter(draft, known(), to, name));
    QCOMPARE(written(draft.snapshot()), written(config.snapshot()));
}

void TestRename::parameterIsRefused_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<Reason>("reason");
    const auto row = [](const char *name, const char *from, const char *to, Reason reason) {
        QTest::newRow(name) << QByteArray(from) << QByteArray(to) << reason;
    };
    row("one of Postfix's own", "myhostname", "x", Reason::BuiltIn);
    row("one of a service", "slow_time_limit", "x", Reason::BuiltIn);
    row("one of a database client", "src_server_host", "x", Reason::BuiltIn);
    row("not there", "nothing", "x", Reason::NotThere);
    row("empty", "mine", "", Reason::EmptyName);
    row("a blank in it", "mine", "a b", Reason::BadName);
    row("a dash in it", "mine", "a-b", Reason::BadName);
    row("a letter outside ASCII", "mine", "m\xc3\xa4in", Reason::BadName);
    row("a name of Postfix", "mine", "relayhost", Reason::BuiltIn);
    row("a name of a service", "mine", "slow_destination_rate_delay", Reason::BuiltIn);
    row("a name of a database client", "mine", "src_search_base", Reason::BuiltIn);
    row("set already", "mine", "other", Reason::AlreadyThere);
    row("referred to already", "mine", "undefined", Reason::AlreadyThere);
    row("set in a service", "mine", "inservice", Reason::AlreadyThere);
    row("switched off", "mine", "off_name", Reason::AlreadyThere);
    row("a class that would be a restriction", "strict", "reject_me", Reason::BuiltIn);
}

void TestRename::parameterIsRefused()
{
    QFETCH(const QByteArray, from);
    QFETCH(const QByteArray, to);
    QFETCH(const Reason, reason);
    const MarkedConfig config("mine = 1\nother = $undefined\nmyhostname = $mine\n#off_name = 1\n"
                              "slow_time_limit = 1\nvirtual_alias_maps = ldap:src\nsrc_server_host = x\n"
                              "smtpd_restriction_classes = strict\nstrict = permit\n"
                              "--- master.cf\nslow unix - - y - - smtp -o inservice=1\n");
    model::Draft draft(config.snapshot());
    const edits::Outcome refused = usages::renameParameter(draft, known(), from, to);
    QVERIFY(refused);
    QCOMPARE(refused->reason, reason);
    QVERIFY(!edits::refusalText(*refused).isEmpty());
    QVERIFY(draft.changes().isEmpty());
}

void TestRename::serviceIsRenamedEverywhere_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    const auto row = [](const char *title, const char *service, const char *to, const QByteArray &before,
                        const QByteArray &after) {
        const QByteArrayList words = QByteArray(service).split('/');
        QTest::newRow(title) << words[0] << words[1] << QByteArray(to) << before << after;
    };
    row("with all that is named after it", "slow/unix", "lazy",
        "slow_destination_rate_delay = 5s\nmine = $slow_destination_rate_delay\ndefault_transport = "
        "slow:[x]\n"
        "transport_maps = hash:/etc/postfix/transport\n--- master.cf\n"
        "slow      unix  -       -       y       -       -       smtp\n  -o slow_x=1\n"
        "qmgr      unix  n       -       n       300     1       qmgr\n  -o slow_recipient_limit=5\n"
        "--- transport\n# the slow ones\na.example  slow:\nslow       slow:[slow]\n",
        "lazy_destination_rate_delay = 5s\nmine = $lazy_destination_rate_delay\ndefault_transport = "
        "lazy:[x]\n"
        "transport_maps = hash:/etc/postfix/transport\n--- master.cf\n"
        "lazy      unix  -       -       y       -       -       smtp\n  -o slow_x=1\n"
        "qmgr      unix  n       -       n       300     1       qmgr\n  -o lazy_recipient_limit=5\n"
        "--- transport\n# the slow ones\na.example  lazy:\nslow       lazy:[slow]\n");
    row("columns stay", "slow/unix", "slowly-does-it",
        "--- master.cf\nslow             unix - - y - - smtp\nfast             unix - - y - - smtp\n",
        "--- master.cf\nslowly-does-it   unix - - y - - smtp\nfast             unix - - y - - smtp\n");
    row("switched off as well", "slow/unix", "lazy",
        "--- master.cf\n#slow unix - - y - - lmtp\nslow unix - - y - - smtp\nslow inet n - y - - smtpd\n",
        "--- master.cf\n#lazy unix - - y - - lmtp\nlazy unix - - y - - smtp\nslow inet n - y - - smtpd\n");
    row("the default of a parameter", "relay/unix", "out",
        "myhostname = x\n--- master.cf\nrelay unix - - y - - smtp\n",
        "myhostname = x\nrelay_transport = out\n--- master.cf\nout unix - - y - - smtp\n");
    row("limits that Postfix has for it alone", "local/unix", "lokal",
        "mydestination = x\n--- master.cf\nlocal unix - n n - - local\n",
        "mydestination = x\nlokal_destination_concurrency_limit = 2\nlokal_destination_recipient_limit = 1\n"
        "local_transport = lokal:$myhostname\n--- master.cf\nlokal unix - n n - - local\n");
    row("an internal service", "bounce/unix", "bouncer",
        "bounce_service_name = bounce\n--- master.cf\nbounce unix - - y - 0 bounce\n",
        "bounce_service_name = bouncer\n--- master.cf\nbouncer unix - - y - 0 bounce\n");
    row("a port", "2525/inet", "2526",
        "master_service_disable = 2525/inet\n--- master.cf\n2525 inet n - y - - smtpd\n",
        "master_service_disable = 2526/inet\n--- master.cf\n2526 inet n - y - - smtpd\n");
    row("bytes that are no UTF-8", "slow/unix", "lazy",
        "# \xe9\ndefault_transport = slow:\xff\n--- master.cf\n# \xe9\nslow unix - - y - - smtp -o x=\xff\n",
        "# \xe9\ndefault_transport = lazy:\xff\n--- master.cf\n# \xe9\nlazy unix - - y - - smtp -o x=\xff\n");
}

void TestRename::serviceIsRenamedEverywhere()
{
    QFETCH(const QByteArray, name);
    QFETCH(const QByteArray, type);
    QFETCH(const QByteArray, to);
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, after);
    const MarkedConfig config(before);
    model::Draft draft(config.snapshot());
    const edits::Outcome refused = renameService(draft, name, type, to);
    QVERIFY2(!refused, qPrintable(refused ? edits::refusalText(*refused) : QString()));
    QCOMPARE(written(draft.snapshot()), after);
    QCOMPARE(written(model::applied(draft.snapshot(), draft.inverse())), written(config.snapshot()));
}

void TestRename::serviceIsRefused_data()
{
    QTest::addColumn<QByteArray>("service");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<Reason>("reason");
    const auto row = [](const char *title, const char *service, const char *to, Reason reason) {
        QTest::newRow(title) << QByteArray(service) << QByteArray(to) << reason;
    };
    row("named in Postfix itself", "anvil", "x", Reason::BuiltIn);
    row("empty", "slow", "", Reason::EmptyName);
    row("a blank", "slow", "a b", Reason::BadField);
    row("a colon", "slow", "a:b", Reason::BadName);
    row("there already", "slow", "fast", Reason::AlreadyThere);
    row("named already", "slow", "missing", Reason::AlreadyThere);
    row("its parameter is set already", "slow", "set", Reason::AlreadyThere);
    row("referred to with a dash", "slow", "a-b", Reason::BadName);
    row("not there", "nothing", "x", Reason::NotThere);
}

void TestRename::serviceIsRefused()
{
    QFETCH(const QByteArray, service);
    QFETCH(const QByteArray, to);
    QFETCH(const Reason, reason);
    const MarkedConfig config("slow_time_limit = 1\nset_time_limit = 2\nmine = $slow_time_limit\n"
                              "relay_transport = missing:\n--- master.cf\nslow unix - - y - - smtp\n"
                              "fast unix - - y - - smtp\nanvil unix - - y - 1 anvil\n");
    model::Draft draft(config.snapshot());
    const edits::Outcome refused = renameService(draft, service, "unix", to);
    QVERIFY(refused);
    QCOMPARE(refused->reason, reason);
    QVERIFY(draft.changes().isEmpty());
}

QTEST_GUILESS_MAIN(TestRename)
#include "tst_rename.moc"
