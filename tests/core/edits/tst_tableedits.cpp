// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/edits/tableedits.h"
#include "tests/support/tablesnapshot.h"

#include <QTest>

#include <functional>

using edits::Outcome;
using edits::Refusal;
using model::Draft;
using model::FileId;
using model::FileKind;
using Edit = std::function<Outcome(Draft &)>;

Q_DECLARE_METATYPE(Edit)
Q_DECLARE_METATYPE(Refusal::Reason)

namespace {

constexpr FileId table = FileId::FirstOther;

Edit add(qsizetype before, const QByteArray &key, const QByteArray &value)
{
    return [=](Draft &draft) { return edits::addRow(draft, table, before, key, value); };
}
Edit setKey(qsizetype row, const QByteArray &key)
{
    return [=](Draft &draft) { return edits::setRowKey(draft, table, row, key); };
}
Edit setValue(qsizetype row, const QByteArray &value)
{
    return [=](Draft &draft) { return edits::setRowValue(draft, table, row, value); };
}
Edit drop(qsizetype row)
{
    return [=](Draft &draft) { return edits::removeRow(draft, table, row); };
}
Edit move(qsizetype row, qsizetype before)
{
    return [=](Draft &draft) { return edits::moveRow(draft, table, row, before); };
}
Edit enable(qsizetype row, bool enabled)
{
    return [=](Draft &draft) { return edits::setRowEnabled(draft, table, row, enabled); };
}
Edit negate(qsizetype row, bool negated)
{
    return [=](Draft &draft) { return edits::setRowNegated(draft, table, row, negated); };
}

} // namespace

class TableEditsTest : public QObject
{
    Q_OBJECT

private slots:
    void edits_data();
    void edits();
    void refusals_data();
    void refusals();
    void otherFilesAreRefused();
    void switchingOffAndOnIsExact_data();
    void switchingOffAndOnIsExact();
};

void TableEditsTest::edits_data()
{
    QTest::addColumn<FileKind>("kind");
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<QByteArray>("after");
    const auto row = [](const char *name, FileKind kind, const char *before, const Edit &edit,
                        const char *after) {
        QTest::newRow(name) << kind << QByteArray(before) << edit << QByteArray(after);
    };
    using enum FileKind;

    row("add to nothing", KeyValue, "", add(0, "a", "b"), "a    b\n");
    row("add to nothing, alias", Aliases, "", add(0, "a", "b"), "a: b\n");
    row("add below, one blank", KeyValue, "a b\nccc d\n", add(2, "ee", "f"), "a b\nccc d\nee f\n");
    row("add in the column of tabs", KeyValue, "a@b.c\t\td\nlonger@b.c\te\n", add(1, "x", "y"),
        "a@b.c\t\td\nx\t\ty\nlonger@b.c\te\n");
    row("add in the column of blanks", KeyValue, "a    b\nccc  d\n", add(1, "ee", "f"),
        "a    b\nee   f\nccc  d\n");
    row("add a key longer than the column", KeyValue, "a    b\nccc  d\n", add(2, "eeeeee", "f"),
        "a    b\nccc  d\neeeeee f\n");
    row("add with CRLF", KeyValue, "a b\r\nc d\r\n", add(1, "e", "f"), "a b\r\ne f\r\nc d\r\n");
    row("add where the last line has no end", KeyValue, "a b\nc d", add(2, "e", "f"), "a b\nc d\ne f");
    row("add above blank lines at the end", KeyValue, "a b\n\n\n", add(1, "c", "d"), "a b\nc d\n\n\n");
    row("add below a closing comment", KeyValue, "a b\n# end of it\n", add(1, "c", "d"),
        "a b\n# end of it\nc d\n");
    row("add above a row's remark", KeyValue, "a b\n\n# about c\nc d\n", add(1, "e", "f"),
        "a b\n\ne f\n# about c\nc d\n");
    row("add below a heading", KeyValue, "x y\n\n# All of sales\na b\nc d\n", add(1, "e", "f"),
        "x y\n\n# All of sales\ne f\na b\nc d\n");
    row("add several lines", Aliases, "a: b,\n   c\n", add(1, "d", "e,\nf"), "a: b,\n   c\nd: e,\n   f\n");
    row("add a line that would be a comment", KeyValue, "", add(0, "a", "b\n#c\n\nd"), "a    b #c\n    d\n");
    row("add between logical lines", KeyValue, "a b,\n# why\n  c\nd e\n", add(1, "f", "g"),
        "a b,\n# why\n  c\nf g\nd e\n");
    row("add an alias with blanks", Aliases, "a: b\n", add(1, "John Doe", "john"),
        "a: b\n\"John Doe\": john\n");
    row("add an alias with a colon and a quote", Aliases, "a: b\n", add(1, "x:\"y\\", "z"),
        "a: b\n\"x:\\\"y\\\\\": z\n");
    row("add an alias with tabs", Aliases, "root:\t\tyou\n", add(1, "news", "root"),
        "root:\t\tyou\nnews:\t\troot\n");
    row("add a bare pattern", Pattern, "/a/ OK\n", add(1, "^b$", "REJECT"), "/a/ OK\n/^b$/ REJECT\n");
    row("add a pattern with slashes", Pattern, "/a/ OK\n", add(1, "^http://", "REJECT"),
        "/a/ OK\n%^http://% REJECT\n");
    row("add a pattern with its delimiters", Pattern, "/a/ OK\n", add(1, "!|b|i", "REJECT"),
        "/a/ OK\n!|b|i REJECT\n");
    row("add an if", Pattern, "/a/ OK\n", add(0, "if /b/", ""), "if /b/\n/a/ OK\n");
    row("add an endif", Cidr, "if 10.0.0.0/8\n10.1.1.1 OK\n", add(2, "endif", ""),
        "if 10.0.0.0/8\n10.1.1.1 OK\nendif\n");
    row("add a pattern without a result", Pattern, "", add(0, "/b/", ""), "/b/\n");
    row("add a network", Cidr, "10.0.0.0/8     OK\n192.168.0.0/16 OK\n", add(1, "2001:db8::/32", "REJECT"),
        "10.0.0.0/8     OK\n2001:db8::/32  REJECT\n192.168.0.0/16 OK\n");

    row("rename keeps the column", KeyValue, "a    b\nccc  d\n", setKey(0, "aa"), "aa   b\nccc  d\n");
    row("rename keeps a single blank", KeyValue, "a b\nc d\n", setKey(0, "aaa"), "aaa b\nc d\n");
    row("rename a quoted alias", Aliases, "\"a b\": c\n", setKey(0, "a c"), "\"a c\": c\n");
    row("rename to a plain alias", Aliases, "\"a b\": c\n", setKey(0, "ab"), "ab: c\n");
    row("rename a pattern keeps the negation", Pattern, "!/a/ b\n", setKey(0, "/c/i"), "!/c/i b\n");
    row("rename a switched-off row", KeyValue, "#user@example.com  x\n", setKey(0, "other@example.com"),
        "#other@example.com  x\n");
    row("rename the condition of an if", Pattern, "if /a/\nendif\n", setKey(0, "/b/"), "if /b/\nendif\n");
    row("rename with the value below", KeyValue, "a\n   b\n", setKey(0, "c"), "c\n   b\n");
    row("negate", Cidr, "10.0.0.0/8 x\n", negate(0, true), "!10.0.0.0/8 x\n");
    row("negate no more", Pattern, "if !/x/\n", negate(0, false), "if /x/\n");

    row("change a value", KeyValue, "a  b\n", setValue(0, "c"), "a  c\n");
    row("change a value, CRLF", KeyValue, "a  b \r\n", setValue(0, "c"), "a  c \r\n");
    row("change one item among lines", Aliases, "a: b,\n   c,\n# about d\n   d\n", setValue(0, "b, x, d"),
        "a: b,\n   x,\n# about d\n   d\n");
    row("remove one item among lines", Aliases, "a: b,\n# about c\n   c,\n# about d\n   d\n",
        setValue(0, "b, d"), "a: b,\n# about c\n# about d\n   d\n");
    row("remove the last item", Aliases, "a: b,\n   c,\n   d\n", setValue(0, "b, c"), "a: b,\n   c\n");
    row("add an item", Aliases, "a: b,\n   c\n", setValue(0, "b, c, d"), "a: b,\n   c, d\n");
    row("the same value in another layout", Aliases, "a: b,\n   c\n", setValue(0, "b, c"), "a: b,\n   c\n");
    row("value with a line break", KeyValue, "a b\n", setValue(0, "c,\nd"), "a c,\n    d\n");
    row("value of a switched-off row", KeyValue, "#u@example.com a,\n#  b\n", setValue(0, "a, c"),
        "#u@example.com a,\n#  c\n");
    row("value for a key without one", KeyValue, "a b\nc\n", setValue(1, "d"), "a b\nc d\n");
    row("value for an alias without one", Aliases, "a: b\nc:\n", setValue(1, "d"), "a: b\nc: d\n");
    row("no result for a pattern", Pattern, "/a/ b\n", setValue(0, ""), "/a/\n");
    row("a value that starts with a hash", KeyValue, "a\n  b\n", setValue(0, "#c"), "a    #c\n");

    row("remove", KeyValue, "a b\nc d\ne f\n", drop(1), "a b\ne f\n");
    row("remove with its remark", KeyValue, "a b\n\n# about c\nc d\n\ne f\n", drop(1), "a b\n\n\ne f\n");
    row("remove keeps a heading", KeyValue, "x y\n\n# Sales\nq1 b\nc d\n", drop(1), "x y\n\n# Sales\nc d\n");
    row("remove all lines", KeyValue, "a b,\n# why\n  c\nd e\n", drop(0), "d e\n");
    row("remove the last line without an end", KeyValue, "a b\nc d", drop(1), "a b");
    row("remove the only one", KeyValue, "a b", drop(0), "");
    row("remove where the row above would go on", KeyValue,
        "#u@example.com a,\n#v@example.com b\n#\tdeep prose\nx y\n", drop(1),
        "#u@example.com a,\n\n#\tdeep prose\nx y\n");

    row("move down", KeyValue, "a b\nc d\ne f\n", move(0, 2), "c d\na b\ne f\n");
    row("move up", KeyValue, "a b\nc d\ne f\n", move(2, 0), "e f\na b\nc d\n");
    row("move to the end without a line end", KeyValue, "a b\nc d", move(0, 2), "c d\na b");
    row("move the one without a line end up", KeyValue, "a b\nc d", move(1, 0), "c d\na b");
    row("move with remark and all lines", KeyValue, "x y\n# about a\na b,\n# why\n  c\nd e\n", move(1, 3),
        "x y\nd e\n# about a\na b,\n# why\n  c\n");
    row("move nowhere", KeyValue, "a b\nc d\n", move(0, 1), "a b\nc d\n");

    row("switch off", KeyValue, "a@b.c d\n", enable(0, false), "#a@b.c d\n");
    row("switch off all lines", Aliases, "a: b,\n\n# why\n   c\nd: e\n", enable(0, false),
        "#a: b,\n#\n## why\n#   c\nd: e\n");
    row("switch on", Aliases, "# a: b\n", enable(0, true), "a: b\n");
    row("switch off what is no row", KeyValue, "a\nb c\n", enable(0, false), "#a\nb c\n");
    row("switch off an if", Pattern, "if /a/\nendif\n", enable(0, false), "#if /a/\nendif\n");
}

void TableEditsTest::edits()
{
    QFETCH(FileKind, kind);
    QFETCH(QByteArray, before);
    QFETCH(Edit, edit);
    QFETCH(QByteArray, after);
    const model::Snapshot start = support::snapshotWithTable(before, kind);
    Draft draft(start);
    const Outcome outcome = edit(draft);
    QVERIFY2(!outcome, qPrintable(outcome ? edits::refusalText(*outcome) : QString()));
    QCOMPARE(draft.snapshot().file(table).text().bytes(), after);
    const model::Snapshot undone = model::applied(draft.snapshot(), draft.inverse());
    QCOMPARE(undone.file(table).text().bytes(), before);
}

void TableEditsTest::refusals_data()
{
    QTest::addColumn<FileKind>("kind");
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<Refusal::Reason>("reason");
    const auto row = [](const char *name, FileKind kind, const char *before, const Edit &edit,
                        Refusal::Reason reason) {
        QTest::newRow(name) << kind << QByteArray(before) << edit << reason;
    };
    using enum FileKind;
    using Reason = Refusal::Reason;

    row("key with a blank", KeyValue, "a b\n", add(0, "x y", "z"), Reason::BadKey);
    row("key with a hash in front", KeyValue, "a b\n", add(0, "#x", "z"), Reason::BadKey);
    row("key with a blank in front", KeyValue, "a b\n", setKey(0, " x"), Reason::BadKey);
    row("key with an open quote", KeyValue, "a b\n", setKey(0, "\"x"), Reason::BadKey);
    row("no key", KeyValue, "a b\n", setKey(0, ""), Reason::EmptyName);
    row("key with a line break", KeyValue, "a b\n", setKey(0, "x\ny"), Reason::LineBreak);
    QTest::newRow("key with a NUL") << KeyValue << QByteArray("a b\n") << setKey(0, QByteArray("x\0y", 3))
                                    << Reason::NulByte;
    QTest::newRow("value with a NUL")
        << KeyValue << QByteArray("a b\n") << setValue(0, QByteArray("x\0y", 3)) << Reason::NulByte;
    row("empty value", KeyValue, "a b\n", setValue(0, "  \n"), Reason::BadValue);
    row("empty value of an alias", Aliases, "a: b\n", setValue(0, ""), Reason::BadValue);
    row("empty value of a network", Cidr, "10.0.0.1 b\n", setValue(0, ""), Reason::BadValue);
    row("alias with a tab", Aliases, "a: b\n", setKey(0, "a\tb"), Reason::BadKey);
    row("not a network", Cidr, "10.0.0.1 b\n", setKey(0, "example.com"), Reason::BadKey);
    row("pattern with every delimiter", Pattern, "/a/ b\n", setKey(0, "x/%~@,;='"), Reason::BadPattern);
    row("row that is not there", KeyValue, "a b\n", drop(1), Reason::NotThere);
    row("row before the first", KeyValue, "a b\n", setValue(-1, "x"), Reason::NotThere);
    row("place that is not there", KeyValue, "a b\n", move(0, 5), Reason::NotThere);
    row("key of an endif", Pattern, "endif\n", setKey(0, "/x/"), Reason::BadKey);
    row("value of an if", Pattern, "if /x/\n", setValue(0, "y"), Reason::BadValue);
    row("above an indented first line", KeyValue, "  a b\n", add(0, "c", "d"), Reason::BadValue);
    row("switch off what would be prose", KeyValue, "foo bar baz qux\n", enable(0, false), Reason::BadValue);
    row("switch on above an indented line", KeyValue, "#u@example.com c\n  a b\n", enable(0, true),
        Reason::BadValue);
    row("negate a key", KeyValue, "a b\n", negate(0, true), Reason::BadKey);
}

void TableEditsTest::refusals()
{
    QFETCH(FileKind, kind);
    QFETCH(QByteArray, before);
    QFETCH(Edit, edit);
    QFETCH(Refusal::Reason, reason);
    Draft draft(support::snapshotWithTable(before, kind));
    const Outcome outcome = edit(draft);
    QVERIFY(outcome);
    QCOMPARE(outcome->reason, reason);
    QVERIFY(!edits::refusalText(*outcome).isEmpty());
    QVERIFY(draft.changes().isEmpty());
    QCOMPARE(draft.snapshot().file(table).text().bytes(), before);
}

void TableEditsTest::otherFilesAreRefused()
{
    Draft draft(support::snapshotWithTable("a b\n", FileKind::KeyValue));
    QCOMPARE(edits::removeRow(draft, FileId::MainCf, 0)->reason, Refusal::Reason::NotEditable);
    QCOMPARE(edits::removeRow(draft, static_cast<FileId>(7), 0)->reason, Refusal::Reason::NotThere);
}

void TableEditsTest::switchingOffAndOnIsExact_data()
{
    QTest::addColumn<FileKind>("kind");
    QTest::addColumn<QByteArray>("bytes");
    using enum FileKind;
    QTest::newRow("address") << KeyValue << QByteArray("user@example.com\ttarget \n");
    QTest::newRow("local name") << KeyValue << QByteArray("root admin@example.com\n");
    QTest::newRow("action") << KeyValue << QByteArray("bad.example REJECT Go away\n");
    QTest::newRow("list of lines") << Aliases << QByteArray("team: a,\n\tb,\n \n  # why\n\tc\n");
    QTest::newRow("pipe") << Aliases << QByteArray("list: \"|/bin/x y: z, a\"\n");
    QTest::newRow("CRLF") << Aliases << QByteArray("a: b,\r\n\r\n\tc\r\n");
    QTest::newRow("no last newline") << Aliases << QByteArray("a: b");
    QTest::newRow("pattern") << Pattern << QByteArray("/^a b$/i  REJECT c d\n");
    QTest::newRow("network") << Cidr << QByteArray("!10.0.0.0/8  REJECT c d\n");
}

void TableEditsTest::switchingOffAndOnIsExact()
{
    QFETCH(FileKind, kind);
    QFETCH(QByteArray, bytes);
    Draft draft(support::snapshotWithTable(bytes, kind));
    QVERIFY(!edits::setRowEnabled(draft, table, 0, false));
    QVERIFY(!draft.snapshot().file(table).table()->row(0).enabled);
    QVERIFY(!edits::setRowEnabled(draft, table, 0, true));
    QCOMPARE(draft.snapshot().file(table).text().bytes(), bytes);
}

QTEST_GUILESS_MAIN(TableEditsTest)
#include "tst_tableedits.moc"
