// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/edits/rowremark.h"
#include "core/edits/tableedits.h"
#include "tests/support/tablesnapshot.h"

#include <QTest>

using model::FileId;
using model::FileKind;

/// The comment beside a row.
class TestRowRemark : public QObject
{
    Q_OBJECT

private slots:
    void remarkIsWritten_data();
    void remarkIsWritten();
    void remarkGoesWhereItsRowGoes();
};

void TestRowRemark::remarkIsWritten_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<int>("row");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("between rows") << QByteArray("a@x.test b\nc@x.test d\n") << 1 << QByteArray("Left in May")
                                  << QByteArray("a@x.test b\n# Left in May\nc@x.test d\n");
    QTest::newRow("another text") << QByteArray("a@x.test b\n#left\nc@x.test d\n") << 1
                                  << QByteArray("Came back.")
                                  << QByteArray("a@x.test b\n# Came back.\nc@x.test d\n");
    QTest::newRow("the same text") << QByteArray("a@x.test b\n#   left\nc@x.test d\n") << 1
                                   << QByteArray("left") << QByteArray("a@x.test b\n#   left\nc@x.test d\n");
    QTest::newRow("no text") << QByteArray("a@x.test b\n# Left\nc@x.test d\n") << 1 << QByteArray()
                             << QByteArray("a@x.test b\nc@x.test d\n");
    QTest::newRow("above the first of several")
        << QByteArray("a@x.test b\n\nc@x.test d\ne@x.test f\n") << 1 << QByteArray("Left in May")
        << QByteArray("a@x.test b\n\n# Left in May\nc@x.test d\n\ne@x.test f\n");
    QTest::newRow("below the heading of several")
        << QByteArray("a@x.test b\n\n# SALES\nc@x.test d\ne@x.test f\n") << 1 << QByteArray("Left in May")
        << QByteArray("a@x.test b\n\n# SALES\n\n# Left in May\nc@x.test d\n\ne@x.test f\n");
    QTest::newRow("that could be a row")
        << QByteArray("a@x.test b\nc@x.test d\n") << 1 << QByteArray("old@x.test gone@x.test")
        << QByteArray("a@x.test b\n## old@x.test gone@x.test\nc@x.test d\n");
    QTest::newRow("with CRLF") << QByteArray("a@x.test b\r\nc@x.test d\r\n") << 1 << QByteArray("Left in May")
                               << QByteArray("a@x.test b\r\n# Left in May\r\nc@x.test d\r\n");
}

void TestRowRemark::remarkIsWritten()
{
    QFETCH(QByteArray, before);
    QFETCH(int, row);
    QFETCH(QByteArray, text);
    model::Draft draft(support::snapshotWithTable(before, FileKind::KeyValue));
    QVERIFY(!edits::setRowRemark(draft, FileId::FirstOther, row, text));
    const model::File &file = draft.snapshot().file(FileId::FirstOther);
    QTEST(file.text().bytes(), "after");
    QCOMPARE(edits::remarkText(*file.table(), file.table()->row(row)), text);
}

void TestRowRemark::remarkGoesWhereItsRowGoes()
{
    model::Draft draft(support::snapshotWithTable("a@x.test b\nc@x.test d\n", FileKind::KeyValue));
    QVERIFY(!edits::setRowRemark(draft, FileId::FirstOther, 1, "Left in May"));
    QVERIFY(!edits::moveRow(draft, FileId::FirstOther, 1, 0));
    QVERIFY(draft.snapshot().file(FileId::FirstOther).text().bytes().contains("# Left in May\nc@x.test d\n"));
}

QTEST_GUILESS_MAIN(TestRowRemark)
#include "tst_rowremark.moc"
