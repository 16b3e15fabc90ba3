// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/edits/tableedits.h"
#include "tests/support/tablesnapshot.h"

#include <QTest>

using edits::NewRow;
using model::FileId;
using model::FileKind;

/// Many rows in one step: what is pasted or imported.
class TestAddRows : public QObject
{
    Q_OBJECT

private slots:
    void rowsAreAdded_data();
    void rowsAreAdded();
    void oneBadRowAddsNone_data();
    void oneBadRowAddsNone();
    void tenThousandRowsAreAdded();
};

void TestAddRows::rowsAreAdded_data()
{
    QTest::addColumn<FileKind>("kind");
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<int>("at");
    QTest::addColumn<QList<NewRow>>("rows");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("into nothing") << FileKind::KeyValue << QByteArray() << 0
                                  << QList<NewRow>{{"a@x.test", "b"}, {"c@x.test", "d"}}
                                  << QByteArray("a@x.test    b\nc@x.test    d\n");
    QTest::newRow("between, aligned")
        << FileKind::KeyValue << QByteArray("a@x.test     b\nz@x.test     y\n") << 1
        << QList<NewRow>{{"c@x.test", "d"}, {"e@x.test", "f"}}
        << QByteArray("a@x.test     b\nc@x.test     d\ne@x.test     f\nz@x.test     y\n");
    QTest::newRow("switched off, with a remark") << FileKind::KeyValue << QByteArray("a@x.test b\n") << 1
                                                 << QList<NewRow>{{"c@x.test", "d", "Left in May", false}}
                                                 << QByteArray("a@x.test b\n# Left in May\n#c@x.test d\n");
    QTest::newRow("a remark that could be a row")
        << FileKind::KeyValue << QByteArray() << 0
        << QList<NewRow>{{"a@x.test", "b", "c@x.test d@x.test", false}, {"e@x.test", "f", "Why"}}
        << QByteArray("## c@x.test d@x.test\n#a@x.test    b\n\n# Why\ne@x.test    f\n");
    QTest::newRow("aliases") << FileKind::Aliases << QByteArray("root: ann\n") << 1
                             << QList<NewRow>{{"the office", "ann, bob"}}
                             << QByteArray("root: ann\n\"the office\": ann, bob\n");
    QTest::newRow("patterns with a condition")
        << FileKind::Pattern << QByteArray() << 0
        << QList<NewRow>{{"if /x/"}, {"/a/", "OK"}, {"endif"}, {"!/b/i", "REJECT"}}
        << QByteArray("if /x/\n/a/    OK\nendif\n!/b/i    REJECT\n");
    QTest::newRow("networks, CRLF") << FileKind::Cidr << QByteArray("10.0.0.0/8 OK\r\n") << 1
                                    << QList<NewRow>{{"192.0.2.0/24", "REJECT no"}}
                                    << QByteArray("10.0.0.0/8 OK\r\n192.0.2.0/24 REJECT no\r\n");
}

void TestAddRows::rowsAreAdded()
{
    QFETCH(FileKind, kind);
    QFETCH(QByteArray, before);
    QFETCH(int, at);
    QFETCH(QList<NewRow>, rows);
    model::Draft draft(support::snapshotWithTable(before, kind));
    const edits::Outcome outcome = edits::addRows(draft, FileId::FirstOther, at, rows);
    QVERIFY2(!outcome, outcome ? qPrintable(edits::refusalText(*outcome)) : "");
    QTEST(draft.snapshot().file(FileId::FirstOther).text().bytes(), "after");
}

void TestAddRows::oneBadRowAddsNone_data()
{
    QTest::addColumn<FileKind>("kind");
    QTest::addColumn<QList<NewRow>>("rows");
    QTest::newRow("without a value") << FileKind::KeyValue << QList<NewRow>{{"a@x.test", "b"}, {"c@x.test"}};
    QTest::newRow("key of two words") << FileKind::KeyValue << QList<NewRow>{{"a b", "c"}};
    QTest::newRow("row that is a comment")
        << FileKind::KeyValue << QList<NewRow>{{"this", "is some prose", {}, false}};
}

void TestAddRows::oneBadRowAddsNone()
{
    QFETCH(FileKind, kind);
    QFETCH(QList<NewRow>, rows);
    const QByteArray before = "z@x.test y\n";
    model::Draft draft(support::snapshotWithTable(before, kind));
    QVERIFY(edits::addRows(draft, FileId::FirstOther, 0, rows));
    QCOMPARE(draft.snapshot().file(FileId::FirstOther).text().bytes(), before);
    const syntax::TableKind table = draft.snapshot().file(FileId::FirstOther).table()->kind();
    QVERIFY(edits::refusedNewRow(table, rows.last()));
}

void TestAddRows::tenThousandRowsAreAdded()
{
    QList<NewRow> rows;
    for (int i = 0; i < 10'000; ++i)
        rows.append({QByteArray::number(i) + "@x.test", "somebody"});
    model::Draft draft(support::snapshotWithTable("a@x.test b\n", FileKind::KeyValue));
    QVERIFY(!edits::addRows(draft, FileId::FirstOther, 1, rows));
    const syntax::Table &table = *draft.snapshot().file(FileId::FirstOther).table();
    QCOMPARE(table.rowCount(), 10'001);
    QCOMPARE(table.keyOf(table.row(10'000)), QByteArray("9999@x.test"));
    QCOMPARE(draft.changes().size(), 1);
}

QTEST_GUILESS_MAIN(TestAddRows)
#include "tst_addrows.moc"
