// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tables/csv.h"
#include "tests/support/randomsource.h"

#include <QTest>

/// Rows that come from a spreadsheet and go into one.
class TestCsv : public QObject
{
    Q_OBJECT

private slots:
    void cellsAreRead_data();
    void cellsAreRead();
    void badInputIsNamedByLine_data();
    void badInputIsNamedByLine();
    void separatorIsTold_data();
    void separatorIsTold();
    void anyCellsComeBack();
};

void TestCsv::cellsAreRead_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QList<QByteArrayList>>("cells");
    QTest::newRow("nothing") << QByteArray() << QList<QByteArrayList>();
    QTest::newRow("two lines") << QByteArray("a,b\nc,d\n") << QList<QByteArrayList>{{"a", "b"}, {"c", "d"}};
    QTest::newRow("CRLF, no last line end")
        << QByteArray("a,b\r\nc,d") << QList<QByteArrayList>{{"a", "b"}, {"c", "d"}};
    QTest::newRow("quotes") << QByteArray("\"a,b\",\"say \"\"x\"\"\"\n")
                            << QList<QByteArrayList>{{"a,b", "say \"x\""}};
    QTest::newRow("a line break in a cell")
        << QByteArray("\"a\nb\",c\nd,e\n") << QList<QByteArrayList>{{"a\nb", "c"}, {"d", "e"}};
    QTest::newRow("empty cells and lines")
        << QByteArray("\n,\n\na,\n") << QList<QByteArrayList>{{"", ""}, {"a", ""}};
    QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbf\x61,b\n")
                                     << QList<QByteArrayList>{{"a", "b"}};
    QTest::newRow("a quote within") << QByteArray("a\"b,c\n") << QList<QByteArrayList>{{"a\"b", "c"}};
}

void TestCsv::cellsAreRead()
{
    QFETCH(QByteArray, text);
    const tables::CsvReading reading = tables::readCsv(text, ',');
    QCOMPARE(reading.problemLine, 0);
    QList<QByteArrayList> cells;
    for (const tables::CsvRecord &record : reading.records)
        cells.append(record.cells);
    QTEST(cells, "cells");
}

void TestCsv::badInputIsNamedByLine_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qsizetype>("line");
    QTest::newRow("never closed") << QByteArray("a,b\n\"c\nd,e\n") << qsizetype(2);
    QTest::newRow("something behind it") << QByteArray("a,b\nc,\"d\"e\n") << qsizetype(2);
}

void TestCsv::badInputIsNamedByLine()
{
    QFETCH(QByteArray, text);
    const tables::CsvReading reading = tables::readCsv(text, ',');
    QTEST(reading.problemLine, "line");
    QVERIFY(!reading.problem.isEmpty());
}

void TestCsv::separatorIsTold_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<char>("separator");
    QTest::newRow("tab") << QByteArray("a, b\tc\n") << '\t';
    QTest::newRow("comma") << QByteArray("a,b;c\n") << ',';
    QTest::newRow("semicolon") << QByteArray("a;b\n") << ';';
    QTest::newRow("quoted") << QByteArray("\"a\tb\",c\n") << ',';
}

void TestCsv::separatorIsTold()
{
    QFETCH(QByteArray, text);
    QTEST(tables::separatorOf(text), "separator");
}

void TestCsv::anyCellsComeBack()
{
    support::RandomSource random(7);
    for (int round = 0; round < 2000; ++round) {
        const char separator = random.below(2) ? ',' : '\t';
        QList<QByteArrayList> records;
        for (qsizetype i = random.below(4); i >= 0; --i) {
            QByteArrayList cells;
            for (qsizetype j = random.below(3); j >= 0; --j) {
                QByteArray cell;
                for (qsizetype k = random.below(6); k > 0; --k)
                    cell += "a,\t\"\n\r ;\xff"[random.below(9)];
                cells.append(cell);
            }
            records.append(cells);
        }
        QList<QByteArrayList> back;
        for (const tables::CsvRecord &record :
             tables::readCsv(tables::writtenCsv(records, separator), separator).records)
            back.append(record.cells);
        records.removeAll(QByteArrayList{QByteArray()}); // reads as an empty line
        QCOMPARE(back, records);
    }
}

QTEST_GUILESS_MAIN(TestCsv)
#include "tst_csv.moc"
