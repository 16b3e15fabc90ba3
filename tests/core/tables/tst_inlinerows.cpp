// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tables/inlinerows.h"

#include <QTest>

using tables::InlineRow;

namespace {

model::File fileOf(const QString &name, model::FileKind kind, const QByteArray &text)
{
    return {model::FileInfo{.path = QStringLiteral("/etc/postfix/") + name, .name = name, .kind = kind},
            syntax::Text(text, model::File::layoutOf(kind))};
}

model::Snapshot snapshotOf(const QByteArray &mainCf, const QByteArray &masterCf)
{
    return model::Snapshot({fileOf(QStringLiteral("main.cf"), model::FileKind::MainCf, mainCf),
                            fileOf(QStringLiteral("master.cf"), model::FileKind::MasterCf, masterCf)});
}

tables::UsedTable inlineTable(const model::Snapshot &snapshot)
{
    static const catalog::Catalog catalog = catalog::Catalog::load().value();
    static const catalog::Reference reference = catalog::Reference::load(catalog).value();
    const effective::Values values(snapshot, {.catalog = catalog, .version = catalog::Catalog::newest});
    for (const tables::UsedTable &table : tables::usedTables(values, reference)) {
        if (tables::hasInlineRows(table.table))
            return table;
    }
    return {};
}

} // namespace

/// Tables whose rows stand in the setting itself.
class TestInlineRows : public QObject
{
    Q_OBJECT

private slots:
    void rowIsWritten_data();
    void rowIsWritten();
    void rowOfAnOverrideIsWritten();
    void whatCantBeWrittenIsRefused_data();
    void patternsAreRows();
    void rowsChangePlaces();
    void whatCantBeWrittenIsRefused();
};

void TestInlineRows::rowIsWritten_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<int>("at");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("changed") << QByteArray("transport_maps = inline:{ a=b,  {c = d e} }, hash:/x\n") << 0
                             << QByteArray("a") << QByteArray("z")
                             << QByteArray("transport_maps = inline:{ a=z,  {c = d e} }, hash:/x\n");
    QTest::newRow("with blanks") << QByteArray("transport_maps = inline:{ a=b }\n") << 0 << QByteArray("a")
                                 << QByteArray("error:go away")
                                 << QByteArray("transport_maps = inline:{ { a = error:go away } }\n");
    QTest::newRow("added") << QByteArray("transport_maps = inline:{ a=b }\n") << 1 << QByteArray("c")
                           << QByteArray("d") << QByteArray("transport_maps = inline:{ a=b, c=d }\n");
    QTest::newRow("removed") << QByteArray("transport_maps = inline:{ a=b, c=d, e=f }\n") << 1 << QByteArray()
                             << QByteArray() << QByteArray("transport_maps = inline:{ a=b, e=f }\n");
    QTest::newRow("the last one removed")
        << QByteArray("transport_maps = inline:{ a=b, c=d }\n") << 1 << QByteArray() << QByteArray()
        << QByteArray("transport_maps = inline:{ a=b }\n");
    QTest::newRow("behind a restriction") << QByteArray(
        "smtpd_client_restrictions = permit_mynetworks\n  check_client_access inline:{a=OK}\n  reject\n")
                                          << 0 << QByteArray("a") << QByteArray("DUNNO")
                                          << QByteArray("smtpd_client_restrictions = permit_mynetworks\n  "
                                                        "check_client_access inline:{a=DUNNO}\n  reject\n");
    QTest::newRow("pattern changed")
        << QByteArray("header_checks = pcre:{ {/^a, b{2}/i OK}, {#/x/ off},{!/c/ REJECT} }\n") << 0
        << QByteArray("/^z/i") << QByteArray("DUNNO")
        << QByteArray("header_checks = pcre:{ {/^z/i DUNNO}, {#/x/ off},{!/c/ REJECT} }\n");
    QTest::newRow("pattern behind one that is switched off")
        << QByteArray("header_checks = pcre:{ {/^a, b{2}/i OK}, {#/x/ off},{!/c/ REJECT} }\n") << 1
        << QByteArray("!/c/") << QByteArray("HOLD")
        << QByteArray("header_checks = pcre:{ {/^a, b{2}/i OK}, {#/x/ off},{!/c/ HOLD} }\n");
    QTest::newRow("pattern with dollars")
        << QByteArray("header_checks = regexp:{{/^(a)$$/ PREPEND X: $$1}}\n") << 0 << QByteArray("/^(b)$/")
        << QByteArray("PREPEND Y: $1") << QByteArray("header_checks = regexp:{{/^(b)$$/ PREPEND Y: $$1}}\n");
    QTest::newRow("pattern added")
        << QByteArray("header_checks = pcre:{{if /a/},{/b/ OK},{endif}}\n") << 3 << QByteArray("/d/")
        << QByteArray("REJECT go, away")
        << QByteArray("header_checks = pcre:{{if /a/},{/b/ OK},{endif}, {/d/ REJECT go, away}}\n");
    QTest::newRow("network")
        << QByteArray("smtpd_client_restrictions = check_client_access cidr:{{192.0.2.0/24 OK}}\n") << 0
        << QByteArray("!192.0.2.0/25") << QByteArray("REJECT")
        << QByteArray("smtpd_client_restrictions = check_client_access cidr:{{!192.0.2.0/25 REJECT}}\n");
    QTest::newRow("in a parameter of the user's")
        << QByteArray("mine = inline:{a=b}\ntransport_maps = $mine\n") << 0 << QByteArray("a")
        << QByteArray("c") << QByteArray("mine = inline:{a=c}\ntransport_maps = $mine\n");
}

void TestInlineRows::rowIsWritten()
{
    QFETCH(QByteArray, before);
    QFETCH(int, at);
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, value);
    model::Draft draft(snapshotOf(before, {}));
    const std::optional<InlineRow> row = key.isEmpty() ? std::nullopt : std::optional(InlineRow{key, value});
    const edits::Outcome outcome = tables::setInlineRow(draft, inlineTable(draft.snapshot()), at, row);
    QVERIFY2(!outcome, outcome ? qPrintable(edits::refusalText(*outcome)) : "");
    QTEST(draft.snapshot().mainCf().text(), "after");
}

void TestInlineRows::rowOfAnOverrideIsWritten()
{
    model::Draft draft(snapshotOf(
        {},
        "submission inet n - y - - smtpd\n  -o { smtpd_sender_login_maps = inline:{a@a.example=ann} }\n"));
    const auto table = inlineTable(draft.snapshot());
    QVERIFY(!tables::setInlineRow(draft, table, 1, InlineRow{"b@a.example", "bob, ann"}));
    QCOMPARE(draft.snapshot().masterCf().text(),
             QByteArray("submission inet n - y - - smtpd\n  -o { smtpd_sender_login_maps = "
                        "inline:{a@a.example=ann, { b@a.example = bob, ann }} }\n"));
}

void TestInlineRows::whatCantBeWrittenIsRefused_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("brace") << QByteArray("transport_maps = inline:{ a=b }\n") << QByteArray("a")
                           << QByteArray("x}");
    QTest::newRow("brace in a pattern")
        << QByteArray("header_checks = pcre:{ {/a/ OK} }\n") << QByteArray("/\\{/") << QByteArray("OK");
    QTest::newRow("no pattern") << QByteArray("header_checks = pcre:{ {/a/ OK} }\n") << QByteArray("/a")
                                << QByteArray("OK");
    QTest::newRow("no network") << QByteArray("mynetworks = cidr:{ {192.0.2.1 OK} }\n")
                                << QByteArray("a.example") << QByteArray("OK");
    QTest::newRow("no rows") << QByteArray("transport_maps = inline:{ a=b }\n") << QByteArray()
                             << QByteArray();
    QTest::newRow("put together") << QByteArray("one = a=b\ntransport_maps = inline:{ $one }\n")
                                  << QByteArray("a") << QByteArray("c");
}

void TestInlineRows::whatCantBeWrittenIsRefused()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, value);
    model::Draft draft(snapshotOf(before, {}));
    const std::optional<InlineRow> row = key.isEmpty() ? std::nullopt : std::optional(InlineRow{key, value});
    QVERIFY(tables::setInlineRow(draft, inlineTable(draft.snapshot()), 0, row));
    QCOMPARE(draft.snapshot().mainCf().text(), before);
}

void TestInlineRows::patternsAreRows()
{
    const tables::UsedTable table = inlineTable(snapshotOf(
        "header_checks = pcre:{ {if !/^a, {2}/i}, { /b$$/x  REJECT  go }, {# why}, {endif}}\n", {}));
    QCOMPARE(tables::inlineRows(table.table),
             (QList<InlineRow>{{"if !/^a, {2}/i"}, {"/b$/x", "REJECT  go"}, {"endif"}}));
    model::Draft draft(snapshotOf("header_checks = regexp:{{/a/ OK}}\n", {}));
    const edits::Outcome outcome =
        tables::setInlineRow(draft, inlineTable(draft.snapshot()), 0, InlineRow{"/}/", "OK"});
    QVERIFY(outcome && edits::refusalText(*outcome).contains(QStringLiteral("Keep the table in a file")));
}

void TestInlineRows::rowsChangePlaces()
{
    const QByteArray before = "header_checks = pcre:{ {/a/ OK},\n  {/b/ OK}, {/c/ OK} }\n";
    model::Draft draft(snapshotOf(before, {}));
    QVERIFY(!tables::insertInlineRow(draft, inlineTable(draft.snapshot()), 1, InlineRow{"/x/", "HOLD"}));
    QCOMPARE(draft.snapshot().mainCf().valueOf(*draft.snapshot().mainCf().find("header_checks")),
             QByteArray("pcre:{ {/a/ OK}, {/x/ HOLD}, {/b/ OK}, {/c/ OK} }"));
    QVERIFY(!tables::moveInlineRow(draft, inlineTable(draft.snapshot()), 3, 2));
    QCOMPARE(draft.snapshot().mainCf().valueOf(*draft.snapshot().mainCf().find("header_checks")),
             QByteArray("pcre:{ {/a/ OK}, {/x/ HOLD}, {/c/ OK}, {/b/ OK} }"));
    QVERIFY(tables::moveInlineRow(draft, inlineTable(draft.snapshot()), 0, -1));
    QVERIFY(tables::moveInlineRow(draft, inlineTable(draft.snapshot()), 3, 4));
}

QTEST_GUILESS_MAIN(TestInlineRows)
#include "tst_inlinerows.moc"
