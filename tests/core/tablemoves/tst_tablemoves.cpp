// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lookup/open.h"
#include "core/tablemoves/leftovers.h"
#include "core/tablemoves/moving.h"
#include "core/tablemoves/patternrows.h"

#include <QTest>

#include <algorithm>

using lookup::KeyOrder;
using model::FileId;
using model::FileKind;
using tablemoves::Moved;
using tablemoves::TableName;

namespace {

const catalog::Catalog &catalogue()
{
    static const catalog::Catalog catalog = catalog::Catalog::load().value();
    return catalog;
}

const catalog::Reference &reference()
{
    static const catalog::Reference all = catalog::Reference::load(catalogue()).value();
    return all;
}

model::File file(const QString &name, FileKind kind, const QByteArray &text)
{
    const model::FileInfo info{.path = QStringLiteral("/etc/postfix/") + name, .name = name, .kind = kind};
    return {info, syntax::Text(text, model::File::layoutOf(kind))};
}

struct Bench
{
    explicit Bench(const QByteArray &mainCf, const QByteArray &masterCf = {},
                   const QByteArray &table = "a@example.org b@example.org\n")
        : snapshot({file(QStringLiteral("main.cf"), FileKind::MainCf, mainCf),
                    file(QStringLiteral("master.cf"), FileKind::MasterCf, masterCf),
                    file(QStringLiteral("virtual"), FileKind::KeyValue, table)}),
          values(snapshot, {.catalog = catalogue(), .version = catalog::Catalog::newest, .host = {}}),
          draft(snapshot)
    {
    }

    Moved move(const QByteArray &from, const TableName &to)
    {
        for (const tables::UsedTable &table : tables::usedTables(values, reference())) {
            if (table.table.name() == from)
                return tablemoves::move(draft, values, table, to);
        }
        return {.refusal = edits::Refusal{edits::Refusal::Reason::NotThere, from}};
    }
    QByteArray mainCf() const { return draft.mainCf().text(); }
    QByteArray masterCf() const { return draft.masterCf().text(); }

    model::Snapshot snapshot;
    effective::Values values;
    model::Draft draft;
};

} // namespace

class TestTableMoves : public QObject
{
    Q_OBJECT

private slots:
    void whatNothingReadsIsLeftOver_data();
    void whatNothingReadsIsLeftOver();
    void everyPlaceIsRenamed_data();
    void everyPlaceIsRenamed();
    void overridesAreRenamed();
    void newPathIsANewFile();
    void keysBecomePatterns();
    void patternFitsWhatTheKeyAnswers_data();
    void patternFitsWhatTheKeyAnswers();
    void whatCannotBeIsRefused_data();
    void whatCannotBeIsRefused();
    void patternsOfAnotherTypeAreLookedAt();
};

void TestTableMoves::everyPlaceIsRenamed_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    const auto row = [](const char *title, const char *before, const char *after) {
        QTest::newRow(title) << QByteArray(before) << QByteArray(after);
    };
    row("a list", "virtual_alias_maps = hash:/etc/postfix/virtual, pcre:/etc/postfix/x\n",
        "virtual_alias_maps = lmdb:/etc/postfix/new, pcre:/etc/postfix/x\n");
    row("proxied", "virtual_alias_maps = proxy:hash:/etc/postfix/virtual\n",
        "virtual_alias_maps = proxy:lmdb:/etc/postfix/new\n");
    row("a part of another", "virtual_alias_maps = unionmap:{static:x, hash:/etc/postfix/virtual}\n",
        "virtual_alias_maps = unionmap:{static:x, lmdb:/etc/postfix/new}\n");
    row("behind a restriction",
        "smtpd_sender_restrictions =\n  # why\n  check_sender_access hash:/etc/postfix/virtual,\n  permit\n",
        "smtpd_sender_restrictions =\n  # why\n  check_sender_access lmdb:/etc/postfix/new,\n  permit\n");
    row("a name in the path", "virtual_alias_maps = hash:$config_directory/virtual\n",
        "virtual_alias_maps = lmdb:$config_directory/new\n");
    row("a name for the type", "virtual_alias_maps = $default_database_type:/etc/postfix/virtual\n",
        "virtual_alias_maps = lmdb:/etc/postfix/new\n");
    row("a parameter of the user's", "mine = hash:/etc/postfix/virtual\nvirtual_alias_maps = $mine\n",
        "mine = lmdb:/etc/postfix/new\nvirtual_alias_maps = $mine\n");
    row("type and folder in a parameter",
        "at = hash:${config_directory}/\nvirtual_alias_maps = ${at}virtual\n",
        "at = hash:${config_directory}/\nvirtual_alias_maps = lmdb:/etc/postfix/new\n");
    row("switched off too",
        "#virtual_alias_maps = hash:/etc/postfix/virtual\nvirtual_alias_maps = hash:/etc/postfix/virtual\n",
        "#virtual_alias_maps = lmdb:/etc/postfix/new\nvirtual_alias_maps = lmdb:/etc/postfix/new\n");
    row("only the same type",
        "virtual_alias_maps = hash:/etc/postfix/virtual\nrelay_domains = btree:/etc/postfix/virtual\n",
        "virtual_alias_maps = lmdb:/etc/postfix/new\nrelay_domains = btree:/etc/postfix/virtual\n");
}

void TestTableMoves::everyPlaceIsRenamed()
{
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, after);
    Bench bench(before);
    const Moved moved = bench.move("hash:/etc/postfix/virtual", {"lmdb", "/etc/postfix/new"});
    QVERIFY2(!moved.refusal, moved.refusal ? qPrintable(edits::refusalText(*moved.refusal)) : "");
    QCOMPARE(bench.mainCf(), after);
    QVERIFY(moved.places > 0);
}

void TestTableMoves::overridesAreRenamed()
{
    Bench bench("virtual_alias_maps = hash:/etc/postfix/virtual\n",
                "smtp inet n - n - - smtpd\n"
                "  -o virtual_alias_maps=hash:/etc/postfix/virtual\n"
                "  -o { smtpd_client_restrictions = check_client_access hash:/etc/postfix/virtual }\n");
    const Moved moved = bench.move("hash:/etc/postfix/virtual", {"texthash", "/etc/postfix/virtual"});
    QVERIFY(!moved.refusal);
    QCOMPARE(moved.places, 3);
    QCOMPARE(bench.masterCf(),
             QByteArray(
                 "smtp inet n - n - - smtpd\n"
                 "  -o virtual_alias_maps=texthash:/etc/postfix/virtual\n"
                 "  -o { smtpd_client_restrictions = check_client_access texthash:/etc/postfix/virtual }\n"));
    QCOMPARE(bench.draft.snapshot().files().size(), 3); // the rows stay where they are
    QCOMPARE(moved.remarks, QStringList());
}

void TestTableMoves::newPathIsANewFile()
{
    const QByteArray rows = "# why\r\na@example.org\tb\xff\r\n\r\nlast";
    Bench bench("virtual_alias_maps = hash:/etc/postfix/virtual\n", {}, rows);
    const Moved moved = bench.move("hash:/etc/postfix/virtual", {"hash", "/etc/postfix/maps/aliases"});
    QVERIFY(!moved.refusal);
    const model::Snapshot &after = bench.draft.snapshot();
    QCOMPARE(after.files().size(), 4);
    QCOMPARE(after.files().last().info().path, QStringLiteral("/etc/postfix/maps/aliases"));
    QCOMPARE(after.files().last().text().bytes(), rows);
    QCOMPARE(after.file(FileId::FirstOther).text().bytes(), rows);
    QVERIFY2(moved.remarks.join(u' ').contains(QStringLiteral("virtual")),
             qPrintable(moved.remarks.join(u' ')));
}

void TestTableMoves::keysBecomePatterns()
{
    Bench bench("recipient_delimiter = +\nvirtual_alias_maps = hash:/etc/postfix/virtual\n", {},
                "# all of it\n@example.net  all@example.org\n\n# Joe\nJoe.D@example.org\ta$b@example.org,\n"
                "  c@example.org\nroot me@example.org\n#off@example.org x@example.org\n");
    const Moved moved = bench.move("hash:/etc/postfix/virtual", {"pcre", "/etc/postfix/virtual.pcre"});
    QVERIFY2(!moved.refusal, moved.refusal ? qPrintable(edits::refusalText(*moved.refusal)) : "");
    QCOMPARE(bench.mainCf(),
             QByteArray("recipient_delimiter = +\nvirtual_alias_maps = pcre:/etc/postfix/virtual.pcre\n"));
    QCOMPARE(bench.draft.snapshot().files().last().text().bytes(),
             QByteArray("\n# Joe\n/^Joe\\.D([\\+][^@]*)?@example\\.org$/  a$$b@example.org,  c@example.org\n"
                        "# root me@example.org\n"
                        "#/^off([\\+][^@]*)?@example\\.org$/  x@example.org\n"
                        "# all of it\n/@example\\.net$/  all@example.org\n"));
    const QString remarks = moved.remarks.join(u' ');
    QVERIFY2(remarks.contains(QStringLiteral("become comments: 1 (root)")), qPrintable(remarks));
    QVERIFY2(remarks.contains(QStringLiteral("extension is no longer")), qPrintable(remarks));
}

void TestTableMoves::patternFitsWhatTheKeyAnswers_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<KeyOrder>("order");
    QTest::addColumn<QByteArrayList>("asked");
    const auto row = [](const char *title, const char *key, KeyOrder order, const QByteArrayList &asked) {
        QTest::newRow(title) << QByteArray(key) << order << asked;
    };
    const QByteArrayList addresses{"joe@example.org",     "JOE@Example.Org",     "joe+x@example.org",
                                   "ann@example.org",     "joe@sub.example.org", "joe@example.net",
                                   "joeseph@example.org", "example.org",         "joe@xexample.org"};
    row("an address", "joe@example.org", KeyOrder::Address, addresses);
    row("a mailbox", "joe@example.org", KeyOrder::Mailbox, addresses);
    row("a domain of addresses", "@example.org", KeyOrder::Address, addresses);
    row("a transport of a domain", "example.org", KeyOrder::Transport, addresses);
    row("a transport below a domain", ".example.org", KeyOrder::Transport, addresses);
    row("access by address", "joe@example.org", KeyOrder::AccessAddress, addresses);
    row("access by user", "joe@", KeyOrder::AccessAddress, addresses);
    row("access by domain", "example.org", KeyOrder::AccessAddress, addresses);
    const QByteArrayList clients{"mail.example.org", "example.org", "xexample.org", "192.0.2.1",
                                 "192.0.20.1"};
    row("a client below a domain", ".example.org", KeyOrder::AccessName, clients);
    row("a client by network", "192.0.2", KeyOrder::AccessClient, clients);
    row("a whole key", "a.c", KeyOrder::Whole, {"a.c", "abc"});
}

/// Both tables are asked as Postfix asks them, and must agree for every address.
void TestTableMoves::patternFitsWhatTheKeyAnswers()
{
    QFETCH(const QByteArray, key);
    QFETCH(const KeyOrder, order);
    QFETCH(const QByteArrayList, asked);
    const bool hasParents = order == KeyOrder::AccessAddress && !key.contains('@');
    const lookup::Site site{.recipientDelimiters = "+", .parentsMatchSubdomains = hasParents};
    const auto pattern = tablemoves::patternFor(key, order, "+");
    QVERIFY(pattern);
    const auto open = [](const QByteArray &type, const QByteArray &text) {
        return lookup::open(type + ":/t", {.read = [text](const QByteArray &, syntax::TableKind kind) {
                                return base::Result<syntax::Table>(
                                    syntax::Table(syntax::Text(text, syntax::Text::Layout::Chunked), kind));
                            }});
    };
    const lookup::MapPointer keys = open("hash", key + " found\n");
    for (const QByteArray type : {"pcre", "regexp"}) {
        const lookup::MapPointer patterns = open(type, '/' + *pattern + "/ found\n");
        QVERIFY2(patterns->warnings().isEmpty(), pattern->constData());
        for (const QByteArray &address : asked) {
            bool isKeyFound = false;
            bool isPatternFound = false;
            for (const lookup::AddressKey &part : lookup::addressKeys(address, order, site)) {
                isKeyFound = isKeyFound || keys->find(part.key).isFound();
                isPatternFound = isPatternFound || (!part.isPart && patterns->find(part.key).isFound());
            }
            QVERIFY2(
                isKeyFound == isPatternFound,
                (type + ' ' + *pattern + " for " + address + (isKeyFound ? " should fit" : " must not fit"))
                    .constData());
        }
    }
}

void TestTableMoves::whatCannotBeIsRefused_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("path");
    QTest::newRow("no path") << QByteArray("lmdb") << QByteArray("virtual");
    QTest::newRow("a blank") << QByteArray("lmdb") << QByteArray("/etc/postfix/a b");
    QTest::newRow("networks") << QByteArray("cidr") << QByteArray("/etc/postfix/x");
    QTest::newRow("patterns in the same file") << QByteArray("pcre") << QByteArray("/etc/postfix/virtual");
    QTest::newRow("a file that is there") << QByteArray("hash") << QByteArray("/etc/postfix/master.cf");
}

void TestTableMoves::whatCannotBeIsRefused()
{
    QFETCH(const QByteArray, type);
    QFETCH(const QByteArray, path);
    const QByteArray mainCf = "virtual_alias_maps = hash:/etc/postfix/virtual\n";
    Bench bench(mainCf, "smtp unix - - n - - smtp\n");
    const Moved moved = bench.move("hash:/etc/postfix/virtual", {type, path});
    QVERIFY(moved.refusal);
    QVERIFY(!edits::refusalText(*moved.refusal).isEmpty());
    QCOMPARE(bench.mainCf(), mainCf);
    QVERIFY(bench.draft.changes().isEmpty());
}

void TestTableMoves::patternsOfAnotherTypeAreLookedAt()
{
    const syntax::Table table(syntax::Text("/(?i)x/ a\n/y/ b\n", syntax::Text::Layout::Chunked),
                              syntax::TableKind::Pattern);
    QCOMPARE(tablemoves::patternsLostIn(table, patterns::PatternSyntax::Perl), QStringList());
    QCOMPARE(tablemoves::patternsLostIn(table, patterns::PatternSyntax::Posix).size(), 1);
}

void TestTableMoves::whatNothingReadsIsLeftOver_data()
{
    QTest::addColumn<QByteArray>("mainCf");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("command");
    const QByteArray main = "virtual_alias_maps = hash:/etc/postfix/virtual\n";
    QTest::newRow("another type") << main << QByteArray("lmdb") << QByteArray("/etc/postfix/virtual")
                                  << QByteArray("rm -f /etc/postfix/virtual.db");
    QTest::newRow("the same index") << main << QByteArray("btree") << QByteArray("/etc/postfix/virtual")
                                    << QByteArray();
    QTest::newRow("another file") << main << QByteArray("hash") << QByteArray("/etc/postfix/people")
                                  << QByteArray("rm -f /etc/postfix/virtual /etc/postfix/virtual.db");
    QTest::newRow("rows that another table has") << main + "relay_domains = texthash:/etc/postfix/virtual\n"
                                                 << QByteArray("lmdb") << QByteArray("/etc/postfix/people")
                                                 << QByteArray("rm -f /etc/postfix/virtual.db");
    QTest::newRow("an odd name") << QByteArray("virtual_alias_maps = texthash:/etc/it's\n")
                                 << QByteArray("texthash") << QByteArray("/etc/postfix/people")
                                 << QByteArray("rm -f '/etc/it'\\''s'");
    QTest::newRow("no whole path") << QByteArray("virtual_alias_maps = texthash:virtual\n")
                                   << QByteArray("texthash") << QByteArray("/etc/postfix/people")
                                   << QByteArray();
}

void TestTableMoves::whatNothingReadsIsLeftOver()
{
    QFETCH(const QByteArray, mainCf);
    QFETCH(const QByteArray, type);
    QFETCH(const QByteArray, path);
    const Bench bench(mainCf);
    const QList<tables::UsedTable> all = tables::usedTables(bench.values, reference());
    const auto table = std::find_if(all.begin(), all.end(),
                                    [](const tables::UsedTable &one) { return one.isUsedAs("virtual"); });
    QVERIFY(table != all.end());
    QTEST(tablemoves::removingCommand(tablemoves::leftovers(all, *table, {type, path}, reference())),
          "command");
}

QTEST_GUILESS_MAIN(TestTableMoves)
#include "tst_tablemoves.moc"
