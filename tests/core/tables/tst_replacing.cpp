// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tables/replacing.h"
#include "tests/support/randomtable.h"
#include "tests/support/tablesnapshot.h"

#include <QTest>

using model::Draft;
using model::FileId;
using model::FileKind;
using tables::ReplacePlan;
using tables::Replacing;
using tables::RowNumbers;
using tables::RowPart;

namespace {

constexpr FileId tableId = FileId::FirstOther;

QByteArray bytesOf(const model::Snapshot &snapshot)
{
    return snapshot.file(tableId).text().bytes();
}

/// What the key and the value are, all other bytes being equal.
struct Meaning
{
    QByteArray key;
    QByteArray value;
    syntax::Row::Form form = syntax::Row::Form::Entry;
    bool enabled = true;

    bool operator==(const Meaning &) const = default;
};

Meaning meaningOf(const syntax::Table &table, qsizetype index)
{
    const syntax::Row row = table.row(index);
    return {table.text().bytes(row.key), table.valueOf(row), row.form, row.enabled};
}

} // namespace

Q_DECLARE_METATYPE(tables::Replacing)

class TestReplacing : public QObject
{
    Q_OBJECT

private slots:
    void replaces_data();
    void replaces();
    void onlyRowsThatAreGiven();
    void changedTableIsRefused();
    void aLargeTableIsReplacedAsAWhole();
    void cancelEnds();
    void replacingEqualsNaiveReplacing_data();
    void replacingEqualsNaiveReplacing();
};

void TestReplacing::replaces_data()
{
    QTest::addColumn<FileKind>("kind");
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<Replacing>("replacing");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<qsizetype>("count");
    QTest::addColumn<RowNumbers>("left");
    const auto row = [](const char *name, FileKind kind, const QByteArray &before, const Replacing &replacing,
                        const QByteArray &after, qsizetype count, const RowNumbers &left = {}) {
        QTest::newRow(name) << kind << before << replacing << after << count << left;
    };
    row("in keys and values", FileKind::KeyValue, "# old\nold.com x@OLD.com\n#old.org old\n",
        {.find = "old", .by = "new"}, "# old\nnew.com x@new.com\n#new.org new\n", 4);
    row("with its case", FileKind::KeyValue, "old Old\n",
        {.find = "Old", .by = "x", .sensitivity = Qt::CaseSensitive}, "old x\n", 1);
    row("in keys only", FileKind::KeyValue, "a a\n", {.find = "a", .by = "bb", .part = RowPart::Key},
        "bb a\n", 1);
    row("in values only", FileKind::KeyValue, "a a,\n  a\n",
        {.find = "a", .by = "bb", .part = RowPart::Value}, "a bb,\n  bb\n", 2);
    row("what would end the key is left", FileKind::KeyValue, "a x\nb y\n",
        {.find = "a", .by = "a b", .part = RowPart::Key}, "a x\nb y\n", 0, {0});
    row("what would empty a key is left", FileKind::KeyValue, "a x\nb y\n", {.find = "a", .by = ""},
        "a x\nb y\n", 0, {0});
    row("what would be a comment is left", FileKind::KeyValue, "a x\nab y\n", {.find = "a", .by = "#"},
        "a x\nab y\n", 0, {0, 1});
    row("a line break is left", FileKind::KeyValue, "a x\n", {.find = "x", .by = "y\nb z"}, "a x\n", 0, {0});
    row("the name of an alias", FileKind::Aliases, "a: a\n\"a b\": |a\n", {.find = "a", .by = "c"},
        "c: c\n\"c b\": |c\n", 4);
    row("a colon in the name of an alias is left", FileKind::Aliases, "a: x\n", {.find = "a", .by = "a:"},
        "a: x\n", 0, {0});
    row("in a pattern", FileKind::Pattern, "/a/ OK\nif /a/\nendif\n", {.find = "a", .by = "b"},
        "/b/ OK\nif /b/\nendif\n", 2);
    row("the end of a pattern is left", FileKind::Pattern, "/a/ OK\n", {.find = "a", .by = "a/ x"},
        "/a/ OK\n", 0, {0});
    row("by nothing", FileKind::KeyValue, "k a, b\n", {.find = ", b", .by = ""}, "k a\n", 1);
    row("nothing is nowhere", FileKind::KeyValue, "k a, b\n", {.find = "", .by = "x"}, "k a, b\n", 0);
}

void TestReplacing::replaces()
{
    QFETCH(FileKind, kind);
    QFETCH(QByteArray, before);
    QFETCH(Replacing, replacing);
    const model::Snapshot snapshot = support::snapshotWithTable(before, kind);
    const ReplacePlan plan = tables::planReplacing(snapshot.file(tableId), replacing);
    QTEST(plan.count, "count");
    QTEST(plan.left, "left");
    Draft draft(snapshot);
    QVERIFY(!tables::replace(draft, tableId, plan));
    QTEST(bytesOf(draft.snapshot()), "after");
    QCOMPARE(bytesOf(model::applied(draft.snapshot(), draft.inverse())), before);
}

void TestReplacing::onlyRowsThatAreGiven()
{
    const model::Snapshot snapshot = support::snapshotWithTable("a x\nb x\nc x\n", FileKind::KeyValue);
    const ReplacePlan plan =
        tables::planReplacing(snapshot.file(tableId), {.find = "x", .by = "y"}, RowNumbers{0, 2});
    Draft draft(snapshot);
    QVERIFY(!tables::replace(draft, tableId, plan));
    QCOMPARE(bytesOf(draft.snapshot()), QByteArray("a y\nb x\nc y\n"));
}

void TestReplacing::changedTableIsRefused()
{
    const model::Snapshot snapshot = support::snapshotWithTable("a x\n", FileKind::KeyValue);
    const ReplacePlan plan = tables::planReplacing(snapshot.file(tableId), {.find = "x", .by = "y"});
    Draft draft(snapshot);
    draft.replace(tableId, {0, 1}, "b");
    QVERIFY(tables::replace(draft, tableId, plan));
    QCOMPARE(bytesOf(draft.snapshot()), QByteArray("b x\n"));
}

/// Dense and sparse, over many chunks; one undo step.
void TestReplacing::aLargeTableIsReplacedAsAWhole()
{
    QByteArray bytes;
    for (int i = 0; i < 30000; ++i)
        bytes += "user" + QByteArray::number(i) + "@example.com\tmailbox" + QByteArray::number(i) + "\n";
    const model::Snapshot snapshot = support::snapshotWithTable(bytes, FileKind::KeyValue);
    for (const QByteArray &find : {QByteArray("example"), QByteArray("user2999"), QByteArray("box777")}) {
        const ReplacePlan plan =
            tables::planReplacing(snapshot.file(tableId), {.find = find, .by = "other.place"});
        Draft draft(snapshot);
        QVERIFY(!tables::replace(draft, tableId, plan));
        QByteArray expected = bytes;
        QCOMPARE(bytesOf(draft.snapshot()), expected.replace(find, "other.place"));
        QCOMPARE(bytesOf(model::applied(draft.snapshot(), draft.inverse())), bytes);
        QVERIFY(plan.left.isEmpty());
        // Not every row is a change of its own.
        QVERIFY(draft.changes().size() < 1000);
    }
}

void TestReplacing::cancelEnds()
{
    QByteArray bytes;
    for (int i = 0; i < 100000; ++i)
        bytes += "user" + QByteArray::number(i) + " x\n";
    const model::Snapshot snapshot = support::snapshotWithTable(bytes, FileKind::KeyValue);
    int asked = 0;
    const ReplacePlan plan = tables::planReplacing(snapshot.file(tableId), {.find = "user", .by = "y"}, {},
                                                   [&] { return ++asked > 1; });
    QCOMPARE(asked, 2);
    QVERIFY(plan.count < 100000);
}

void TestReplacing::replacingEqualsNaiveReplacing_data()
{
    QTest::addColumn<FileKind>("kind");
    QTest::newRow("key and value") << FileKind::KeyValue;
    QTest::newRow("aliases") << FileKind::Aliases;
    QTest::newRow("patterns") << FileKind::Pattern;
    QTest::newRow("networks") << FileKind::Cidr;
}

/// Rows that are replaced mean what they should, all others what they meant, and undo is exact.
void TestReplacing::replacingEqualsNaiveReplacing()
{
    QFETCH(FileKind, kind);
    support::RandomSource random("replacing means what it says");
    const QByteArrayList texts{"a", "b", "x", "ok", "1", "/", ".", "user", "tar", ",", "#", " "};
    qsizetype replaced = 0;
    for (int round = 0; round < 4000; ++round) {
        const QByteArray bytes = support::randomTable(random, kind);
        const model::Snapshot snapshot = support::snapshotWithTable(bytes, kind);
        const Replacing replacing{.find = random.text(texts, 2),
                                  .by = random.text({"y", "Z", " ", "#", ":", "/", "\"", "0"}, 2),
                                  .sensitivity = random.oneIn(2) ? Qt::CaseSensitive : Qt::CaseInsensitive,
                                  .part = random.oneOf(QList{RowPart::Both, RowPart::Key, RowPart::Value})};
        const ReplacePlan plan = tables::planReplacing(snapshot.file(tableId), replacing);
        Draft draft(snapshot);
        if (tables::replace(draft, tableId, plan))
            continue;
        replaced += plan.rows.size();
        const syntax::Table &before = *snapshot.file(tableId).table();
        const syntax::Table &after = *draft.snapshot().file(tableId).table();
        QCOMPARE(after.rowCount(), before.rowCount());
        const QString find = QString::fromLatin1(replacing.find);
        const auto naive = [&](const QByteArray &text) {
            return QString::fromLatin1(text)
                .replace(find, QString::fromLatin1(replacing.by), replacing.sensitivity)
                .toLatin1();
        };
        for (qsizetype row = 0; row < before.rowCount(); ++row) {
            Meaning expected = meaningOf(before, row);
            Meaning found = meaningOf(after, row);
            const bool isOneLine = before.piecesOf(before.row(row)).size() < 2;
            if (plan.rows.contains(row)) {
                if (replacing.part != RowPart::Value && expected.form != syntax::Row::Form::Stray)
                    expected.key = naive(expected.key);
                // Blanks at the ends are no part of a value, but for those in front of a NUL.
                found.value = found.value.trimmed();
                if (replacing.part != RowPart::Key)
                    expected.value = isOneLine ? naive(expected.value) : found.value;
                expected.value = expected.value.trimmed();
            }
            QVERIFY2(found == expected, bytes.toPercentEncoding(" #/@:,.").constData());
        }
        QCOMPARE(bytesOf(model::applied(draft.snapshot(), draft.inverse())), bytes);
        QCOMPARE(bytesOf(model::applied(snapshot, draft.changes())), bytesOf(draft.snapshot()));
    }
    QVERIFY(replaced > 50);
}

QTEST_GUILESS_MAIN(TestReplacing)
#include "tst_replacing.moc"
