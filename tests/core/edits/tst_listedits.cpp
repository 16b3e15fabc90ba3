// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/maincfedit.h"

#include <QTest>

using model::Draft;
using support::draftOf;
using support::edited;

/// The items of a list value of main.cf.
class TestListEdits : public QObject
{
    Q_OBJECT

private slots:
    void insertItem_data();
    void insertItem();
    void removeItem_data();
    void removeItem();
    void replaceItem_data();
    void replaceItem();
    void moveItem_data();
    void moveItem();
    void onlyTheItemThatDiffersIsTouched();
};

void TestListEdits::insertItem_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<int>("at");
    QTest::addColumn<QByteArray>("item");
    QTest::addColumn<QByteArray>("after");

    const auto row = [](const char *title, const char *before, int at, const char *item, const char *after) {
        QTest::newRow(title) << QByteArray(before) << at << QByteArray(item) << QByteArray(after);
    };
    row("into nothing", "a =\n", 0, "x", "a = x\n");
    row("into commas only", "a = ,\n", 0, "x", "a = x\n");
    row("behind one", "a = b\n", 1, "x", "a = b, x\n");
    row("in front of one", "a = b\n", 0, "x", "a = x, b\n");
    row("blanks", "a = b c\n", 1, "x", "a = b x c\n");
    row("commas without blanks", "a = b,c\n", 1, "x", "a = b,x,c\n");
    row("a group", "a = b, c\n", 2, "{ x, y }", "a = b, c, { x, y }\n");
    row("behind a trailing comma", "a = b, c,\n", 2, "x", "a = b, c, x,\n");
    row("first, in the line of the name, a comment below", "a = b,\n# why c\n  c\n", 0, "x",
        "a = x,\n  b,\n# why c\n  c\n");
    row("a number sign behind an item", "a = b,\n  c\n", 2, "#x", "a = b,\n  c, #x\n");
    row("a number sign at the start", "a =\n  b,\n  c\n", 0, "#x", "a = #x, b, c\n");
}

void TestListEdits::insertItem()
{
    QFETCH(QByteArray, before);
    QFETCH(int, at);
    QFETCH(QByteArray, item);
    QTEST(edited(before, [&](Draft &draft) { return edits::insertListItem(draft, "a", at, item); }), "after");
}

void TestListEdits::removeItem_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<int>("at");
    QTest::addColumn<QByteArray>("after");

    QTest::newRow("the only one") << QByteArray("a = b\n") << 0 << QByteArray("a =\n");
    QTest::newRow("first") << QByteArray("a = b, c, d\n") << 0 << QByteArray("a = c, d\n");
    QTest::newRow("middle") << QByteArray("a = b,  c, d\n") << 1 << QByteArray("a = b, d\n");
    QTest::newRow("last") << QByteArray("a = b, c\n") << 1 << QByteArray("a = b\n");
    QTest::newRow("a number sign does not become a comment")
        << QByteArray("a = b,\n  c #d\n") << 1 << QByteArray("a = b, #d\n");
}

void TestListEdits::removeItem()
{
    QFETCH(QByteArray, before);
    QFETCH(int, at);
    QTEST(edited(before, [&](Draft &draft) { return edits::removeListItem(draft, "a", at); }), "after");
}

void TestListEdits::replaceItem_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<int>("at");
    QTest::addColumn<QByteArray>("item");
    QTest::addColumn<QByteArray>("after");

    QTest::newRow("in a line") << QByteArray("a = b,c, d\n") << 1 << QByteArray("x")
                               << QByteArray("a = b,x, d\n");
    QTest::newRow("below its comment")
        << QByteArray("a = b,\n# why\n  c\n") << 1 << QByteArray("x") << QByteArray("a = b,\n# why\n  x\n");
}

void TestListEdits::replaceItem()
{
    QFETCH(QByteArray, before);
    QFETCH(int, at);
    QFETCH(QByteArray, item);
    QTEST(edited(before, [&](Draft &draft) { return edits::replaceListItem(draft, "a", at, item); }),
          "after");
}

void TestListEdits::moveItem_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    QTest::addColumn<QByteArray>("after");

    const auto row = [](const char *title, const char *before, int from, int to, const char *after) {
        QTest::newRow(title) << QByteArray(before) << from << to << QByteArray(after);
    };
    row("in a line", "a = b, c, d\n", 2, 0, "a = d, b, c\n");
    row("in a line, down", "a = b, c, d\n", 0, 2, "a = c, d, b\n");
    row("with its comment", "a =\n  b,\n  c,\n# why d\n  d\n", 2, 0, "a =\n# why d\n  d,\n  b,\n  c\n");
    row("a comment that is apart stays", "a =\n  b,\n# apart\n\n  c,\n# why d\n  d\n", 2, 0,
        "a =\n# why d\n  d,\n  b,\n# apart\n\n  c\n");
    row("to the end", "a =\n  b,\n  c,\n  d\n", 0, 2, "a =\n  c,\n  d,\n  b\n");
    row("from the line of the name", "a = b,\n  c,\n  d\n", 0, 1, "a = c,\n  b,\n  d\n");
}

void TestListEdits::moveItem()
{
    QFETCH(QByteArray, before);
    QFETCH(int, from);
    QFETCH(int, to);
    QTEST(edited(before, [&](Draft &draft) { return edits::moveListItem(draft, "a", from, to); }), "after");
}

void TestListEdits::onlyTheItemThatDiffersIsTouched()
{
    Draft draft = draftOf("x = 1\na = b,\n# why\n    c,\n    d\ny = 2\n");
    QVERIFY(!edits::setParameter(draft, "a", "b, c, e, d"));
    QCOMPARE(draft.changes().size(), 1);
    QCOMPARE(draft.changes().first().range.size(), 0);
    QCOMPARE(draft.changes().first().bytes.size(), QByteArray("    e,\n").size());
}

QTEST_GUILESS_MAIN(TestListEdits)
#include "tst_listedits.moc"
