// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tables/sorting.h"
#include "tests/support/randomtable.h"
#include "tests/support/tablesnapshot.h"

#include <QTest>

using model::Draft;
using model::FileId;
using model::FileKind;
using tables::RowNumbers;
using tables::Sorting;
using tables::SortPlan;

namespace {

constexpr FileId tableId = FileId::FirstOther;

QByteArray bytesOf(const model::Snapshot &snapshot)
{
    return snapshot.file(tableId).text().bytes();
}

/// The lines of each row, its end of line left out, and the remark above it.
QList<QByteArrayList> blocksOf(const syntax::Table &table)
{
    QList<QByteArrayList> blocks;
    for (qsizetype i = 0; i < table.rowCount(); ++i) {
        const syntax::Row row = table.row(i);
        QByteArray lines = table.text().bytes(row.whole);
        while (lines.endsWith('\n') || lines.endsWith('\r'))
            lines.chop(1);
        blocks.append({lines, table.text().bytes({table.remarkOf(row).begin, row.whole.begin})});
    }
    return blocks;
}

} // namespace

Q_DECLARE_METATYPE(tables::Sorting)

class TestSorting : public QObject
{
    Q_OBJECT

private slots:
    void sorts_data();
    void sorts();
    void orderThatCountsIsTold_data();
    void orderThatCountsIsTold();
    void whatIsInOrderStays();
    void changedTableIsRefused();
    void cancelLeavesItAsItIs();
    void rowsKeepTheirRemarks_data();
    void rowsKeepTheirRemarks();
    void aLargeTableIsSorted();
};

void TestSorting::sorts_data()
{
    QTest::addColumn<FileKind>("kind");
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<Sorting>("sorting");
    QTest::addColumn<QByteArray>("after");
    const auto row = [](const char *name, FileKind kind, const QByteArray &before, const Sorting &sorting,
                        const QByteArray &after) {
        QTest::newRow(name) << kind << before << sorting << after;
    };
    row("by key, whatever its case", FileKind::KeyValue, "b 1\nC 2\na 3\n", {}, "a 3\nb 1\nC 2\n");
    row("downwards", FileKind::KeyValue, "b 1\nC 2\na 3\n", {.order = Qt::DescendingOrder},
        "C 2\nb 1\na 3\n");
    row("by value", FileKind::KeyValue, "a z\nb y\n", {.by = Sorting::By::Value}, "b y\na z\n");
    row("by a column", FileKind::KeyValue, "a smtp:z\nb lmtp:y\n",
        {.by = Sorting::By::Column, .columns = {.separator = ':'}, .column = 1}, "b lmtp:y\na smtp:z\n");
    row("equals stay in order", FileKind::KeyValue, "b 1\nA 2\nB 3\na 4\n", {}, "A 2\na 4\nb 1\nB 3\n");
    row("rows that are switched off too", FileKind::KeyValue, "b@x.y 1\n#a@x.y 2\n", {},
        "#a@x.y 2\nb@x.y 1\n");
    row("with comments and lines that continue", FileKind::KeyValue,
        "# about b\nb 1,\n# in it\n  2\n\n# about a\na 3\n", {},
        "# about a\na 3\n\n# about b\nb 1,\n# in it\n  2\n");
    row("below their headings", FileKind::KeyValue, "# People\nb 1\na 2\n\n# Lists\nz 3\ny 4\n", {},
        "# People\na 2\nb 1\n\n# Lists\ny 4\nz 3\n");
    row("across headings", FileKind::KeyValue, "# People\nz 1\ny 2\n\n# Lists\nb 3\na 4\n",
        {.acrossHeadings = true}, "# People\na 4\nb 3\n\n# Lists\ny 2\nz 1\n");
    row("a missing line end stays missing", FileKind::KeyValue, "b 1\na 2", {}, "a 2\nb 1");
    row("the same with CRLF", FileKind::KeyValue, "b 1\r\na 2", {}, "a 2\r\nb 1");
    row("aliases by the name that is meant", FileKind::Aliases, "b: x\n\"a c\": y\n", {},
        "\"a c\": y\nb: x\n");
    row("networks by number", FileKind::Cidr, "10.0.0.0/8 a\n9.0.0.0/8 b\n::1 c\n", {},
        "9.0.0.0/8 b\n10.0.0.0/8 a\n::1 c\n");
    row("nothing leaves an if", FileKind::Pattern, "/d/ 1\n/c/ 2\nif /x/\n/b/ 3\n/a/ 4\nendif\n", {},
        "/c/ 2\n/d/ 1\nif /x/\n/a/ 4\n/b/ 3\nendif\n");
    row("an orphan stays", FileKind::KeyValue, "  orphan\nb 1\na 2\n", {}, "  orphan\na 2\nb 1\n");
}

void TestSorting::sorts()
{
    QFETCH(FileKind, kind);
    QFETCH(QByteArray, before);
    QFETCH(Sorting, sorting);
    const model::Snapshot snapshot = support::snapshotWithTable(before, kind);
    const SortPlan plan = tables::planSorting(snapshot.file(tableId), sorting);
    Draft draft(snapshot);
    QVERIFY(!tables::sort(draft, tableId, plan));
    QTEST(bytesOf(draft.snapshot()), "after");
    QCOMPARE(bytesOf(model::applied(draft.snapshot(), draft.inverse())), before);
}

void TestSorting::orderThatCountsIsTold_data()
{
    QTest::addColumn<FileKind>("kind");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("byValue");
    QTest::addColumn<bool>("counts");
    QTest::newRow("each key once") << FileKind::KeyValue << QByteArray("b 1\na 0\n") << true << false;
    QTest::newRow("a key twice, by key")
        << FileKind::KeyValue << QByteArray("b 2\nb 1\na 3\n") << false << false;
    QTest::newRow("a key twice, by value")
        << FileKind::KeyValue << QByteArray("b 2\nB 1\na 3\n") << true << true;
    QTest::newRow("patterns") << FileKind::Pattern << QByteArray("/b/ 1\n/a/ 0\n") << false << true;
    QTest::newRow("networks") << FileKind::Cidr << QByteArray("::2 1\n::1 0\n") << false << true;
}

void TestSorting::orderThatCountsIsTold()
{
    QFETCH(FileKind, kind);
    QFETCH(QByteArray, bytes);
    QFETCH(bool, byValue);
    const model::Snapshot snapshot = support::snapshotWithTable(bytes, kind);
    const SortPlan plan =
        tables::planSorting(snapshot.file(tableId), {.by = byValue ? Sorting::By::Value : Sorting::By::Key});
    QVERIFY(!plan.replacements.isEmpty());
    QTEST(plan.changesMeaning, "counts");
}

void TestSorting::whatIsInOrderStays()
{
    const model::Snapshot snapshot = support::snapshotWithTable("a 1\nb 2\n", FileKind::KeyValue);
    const SortPlan plan = tables::planSorting(snapshot.file(tableId), {});
    QVERIFY(plan.replacements.isEmpty());
    QVERIFY(plan.order.isEmpty());
    Draft draft(snapshot);
    QVERIFY(!tables::sort(draft, tableId, plan));
    QVERIFY(draft.changes().isEmpty());
}

void TestSorting::changedTableIsRefused()
{
    const model::Snapshot snapshot = support::snapshotWithTable("b 1\na 2\n", FileKind::KeyValue);
    const SortPlan plan = tables::planSorting(snapshot.file(tableId), {});
    Draft draft(snapshot);
    draft.replace(tableId, {0, 1}, "c");
    QVERIFY(tables::sort(draft, tableId, plan));
    QCOMPARE(bytesOf(draft.snapshot()), QByteArray("c 1\na 2\n"));
}

void TestSorting::cancelLeavesItAsItIs()
{
    const model::Snapshot snapshot = support::snapshotWithTable("b 1\na 2\n", FileKind::KeyValue);
    QVERIFY(tables::planSorting(snapshot.file(tableId), {}, [] { return true; }).replacements.isEmpty());
}

void TestSorting::rowsKeepTheirRemarks_data()
{
    QTest::addColumn<FileKind>("kind");
    QTest::newRow("key and value") << FileKind::KeyValue;
    QTest::newRow("aliases") << FileKind::Aliases;
    QTest::newRow("patterns") << FileKind::Pattern;
    QTest::newRow("networks") << FileKind::Cidr;
}

/// The same rows with the same bytes, each below its remark, and one step back to what was.
void TestSorting::rowsKeepTheirRemarks()
{
    QFETCH(FileKind, kind);
    support::RandomSource random("sorted rows are the same rows");
    qsizetype moved = 0;
    for (int round = 0; round < 1000; ++round) {
        const QByteArray bytes = support::randomTable(random, kind) + support::randomTable(random, kind);
        const model::Snapshot snapshot = support::snapshotWithTable(bytes, kind);
        const Sorting sorting{.by = random.oneIn(2) ? Sorting::By::Key : Sorting::By::Value,
                              .order = random.oneIn(2) ? Qt::AscendingOrder : Qt::DescendingOrder,
                              .acrossHeadings = random.oneIn(2)};
        const SortPlan plan = tables::planSorting(snapshot.file(tableId), sorting);
        Draft draft(snapshot);
        if (tables::sort(draft, tableId, plan) || plan.order.isEmpty())
            continue;
        const syntax::Table &before = *snapshot.file(tableId).table();
        const syntax::Table &after = *draft.snapshot().file(tableId).table();
        RowNumbers rows = plan.order;
        std::sort(rows.begin(), rows.end());
        for (qsizetype i = 0; i < rows.size(); ++i)
            QCOMPARE(qsizetype(rows[i]), i);
        QCOMPARE(after.rowCount(), before.rowCount());
        const QList<QByteArrayList> blocks = blocksOf(before);
        const QList<QByteArrayList> sorted = blocksOf(after);
        for (qsizetype i = 0; i < sorted.size(); ++i) {
            const QByteArrayList &block = blocks[plan.order[i]];
            QCOMPARE(sorted[i][0], block[0]);
            // The remark is right above, whatever it is now taken for.
            const QByteArray above = after.text().bytes({0, after.row(i).whole.begin});
            QVERIFY2(above.endsWith(block[1]), bytes.toPercentEncoding(" #/@:,.").constData());
            moved += plan.order[i] == i ? 0 : 1;
        }
        QCOMPARE(bytesOf(model::applied(draft.snapshot(), draft.inverse())), bytes);
    }
    QVERIFY(moved > 150);
}

void TestSorting::aLargeTableIsSorted()
{
    support::RandomSource random("a large table is sorted");
    QByteArrayList lines;
    for (int i = 0; i < 30000; ++i)
        lines.append("user" + QByteArray::number(random.below(1000000)) + "@example.com\tmailbox"
                     + QByteArray::number(i));
    const QByteArray bytes = lines.join('\n') + '\n';
    const model::Snapshot snapshot = support::snapshotWithTable(bytes, FileKind::KeyValue);
    const SortPlan plan = tables::planSorting(snapshot.file(tableId), {});
    Draft draft(snapshot);
    QVERIFY(!tables::sort(draft, tableId, plan));
    const auto keyOf = [](const QByteArray &line) { return line.first(line.indexOf('\t')); };
    std::stable_sort(lines.begin(), lines.end(),
                     [&](const QByteArray &a, const QByteArray &b) { return keyOf(a) < keyOf(b); });
    QVERIFY(bytesOf(draft.snapshot()) == lines.join('\n') + '\n');
}

QTEST_GUILESS_MAIN(TestSorting)
#include "tst_sorting.moc"
