// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tables/rowfilter.h"
#include "core/tables/rowsearch.h"
#include "tests/support/randomtable.h"
#include "tests/support/tablesnapshot.h"

#include <QTest>

using model::File;
using model::FileId;
using model::FileKind;
using tables::RowFilter;
using tables::RowNumbers;

namespace {

File fileOf(const QByteArray &bytes, FileKind kind)
{
    return support::snapshotWithTable(bytes, kind).file(FileId::FirstOther);
}

RowNumbers all(RowFilter filter, qsizetype wanted = 1000000, qsizetype bytes = 1000000)
{
    RowNumbers rows;
    while (!filter.atEnd())
        rows += filter.next(wanted, bytes);
    return rows;
}

/// Row by row, with its remark.
RowNumbers naive(const File &file, const QByteArray &text)
{
    RowNumbers rows;
    const syntax::Table &table = *file.table();
    for (qsizetype i = 0; i < table.rowCount() && !text.isEmpty(); ++i) {
        const syntax::Row row = table.row(i);
        const syntax::ByteRange block{table.remarkOf(row).begin, row.whole.end};
        if (table.text().bytes(block).toLower().contains(text.toLower()))
            rows.append(static_cast<quint32>(i));
    }
    return rows;
}

/// Of several chunks.
QByteArray largeTable(support::RandomSource &random, FileKind kind)
{
    QByteArray bytes;
    while (bytes.size() < 200000)
        bytes += support::randomTable(random, kind);
    return bytes;
}

} // namespace

class TestRowFilter : public QObject
{
    Q_OBJECT

private slots:
    void needleIsFound_data();
    void needleIsFound();
    void needleFindsWhatQtFinds();
    void rowsAreFound_data();
    void rowsAreFound();
    void filterEqualsNaiveFilter_data();
    void filterEqualsNaiveFilter();
    void firstRowsComeFirst();
    void searchNarrows();
    void cancelledSearchEnds();
    void anotherTableIsNotRemembered();
};

void TestRowFilter::needleIsFound_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<qsizetype>("place");
    QTest::newRow("an empty text is nowhere") << QByteArray() << QByteArray("abc") << qsizetype(-1);
    QTest::newRow("case of letters is ignored") << QByteArray("aBc") << QByteArray("xxAbC") << qsizetype(2);
    QTest::newRow("case is that of letters only")
        << QByteArray("@") << QByteArray("``````````@") << qsizetype(10);
    QTest::newRow("longer than the bytes") << QByteArray("abcd") << QByteArray("abc") << qsizetype(-1);
    QTest::newRow("all of the bytes") << QByteArray("abc") << QByteArray("ABC") << qsizetype(0);
    QTest::newRow("bytes that are no ASCII")
        << QByteArray("\xc3\xa4") << QByteArray("01234567\xc3\xa4") << qsizetype(8);
    QTest::newRow("a NUL") << QByteArray("\0x", 2) << QByteArray("0123456789\0X", 12) << qsizetype(10);
}

void TestRowFilter::needleIsFound()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, bytes);
    QTEST(tables::Needle(text).findIn(bytes), "place");
}

void TestRowFilter::needleFindsWhatQtFinds()
{
    support::RandomSource random("a needle is found where Qt finds it");
    for (int round = 0; round < 20000; ++round) {
        const QByteArray bytes = random.text({"a", "B", "b", "A", "[", "{", "\xe4", "\xc4"}, 60);
        const QByteArray text = random.text({"a", "B", "[", "\xe4"}, 5);
        const qsizetype from = random.below(bytes.size() + 1);
        const bool isStrict = random.oneIn(2);
        const tables::Needle needle(text, isStrict ? Qt::CaseSensitive : Qt::CaseInsensitive);
        const qsizetype expected = text.isEmpty() ? -1
            : isStrict                            ? bytes.indexOf(text, from)
                                                  : bytes.toLower().indexOf(text.toLower(), from);
        QCOMPARE(needle.findIn(bytes, from), expected);
    }
}

void TestRowFilter::rowsAreFound_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<RowNumbers>("rows");
    const QByteArray table("a b\n# Anna's\nc D,\n  e\n\n#x@y.z OK\n# no row of its own\n\nd a\n");
    QTest::newRow("in keys and values") << table << QByteArray("A") << RowNumbers{0, 1, 3};
    QTest::newRow("in a line that continues") << table << QByteArray("e") << RowNumbers{1};
    QTest::newRow("in the remark of a row") << table << QByteArray("anna") << RowNumbers{1};
    QTest::newRow("in a row that is switched off") << table << QByteArray("ok") << RowNumbers{2};
    QTest::newRow("not in a comment that is no row's") << table << QByteArray("own") << RowNumbers();
    QTest::newRow("nowhere") << table << QByteArray("zzz") << RowNumbers();
}

void TestRowFilter::rowsAreFound()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, text);
    QTEST(all(RowFilter(fileOf(bytes, FileKind::KeyValue), text)), "rows");
}

void TestRowFilter::filterEqualsNaiveFilter_data()
{
    QTest::addColumn<FileKind>("kind");
    QTest::newRow("key and value") << FileKind::KeyValue;
    QTest::newRow("aliases") << FileKind::Aliases;
    QTest::newRow("patterns") << FileKind::Pattern;
    QTest::newRow("networks") << FileKind::Cidr;
}

void TestRowFilter::filterEqualsNaiveFilter()
{
    QFETCH(FileKind, kind);
    support::RandomSource random("a filter finds what a look at each row finds");
    const QByteArrayList pieces{"a",   "B", "x", "ok", "re", "m",  " ",
                                "10.", "/", "#", "wo", ",",  "\t", "deep"};
    for (int round = 0; round < 400; ++round) {
        const bool isLarge = round % 200 == 0;
        const File file =
            fileOf(isLarge ? largeTable(random, kind) : support::randomTable(random, kind), kind);
        const QByteArray shorter = random.text(pieces, 1);
        const QByteArray longer = shorter + random.text(pieces, 1);
        const RowNumbers some = all(RowFilter(file, shorter), 1 + random.below(4), 1 + random.below(5000));
        QCOMPARE(some, naive(file, shorter));
        if (shorter.isEmpty())
            continue;
        const RowNumbers fewer = all(RowFilter(file, longer, some), 1 + random.below(4));
        QCOMPARE(fewer, naive(file, longer));
        QCOMPARE(all(RowFilter(file, longer)), fewer);
    }
}

void TestRowFilter::firstRowsComeFirst()
{
    QByteArray bytes;
    for (int i = 0; i < 100000; ++i)
        bytes += "user" + QByteArray::number(i) + " x\n";
    RowFilter filter(fileOf(bytes, FileKind::KeyValue), "USER");
    const RowNumbers first = filter.next(50, 1000000000);
    QVERIFY(first.size() >= 50 && first.size() < 50000);
    QVERIFY(!filter.atEnd());
    QCOMPARE(first.size() + all(filter).size(), qsizetype(100000));
}

void TestRowFilter::searchNarrows()
{
    support::RandomSource random("a search that remembers finds the same");
    const File file = fileOf(largeTable(random, FileKind::KeyValue), FileKind::KeyValue);
    tables::RowSearch search;
    for (const char *text : {"u", "us", "user", "us", "user@example.com\ttar", "e", "exa", "EXAM"}) {
        QFuture<RowNumbers> future = search.start(file, text);
        future.waitForFinished();
        RowNumbers rows;
        for (const RowNumbers &slice : future.results())
            rows += slice;
        QCOMPARE(rows, naive(file, text));
    }
}

void TestRowFilter::cancelledSearchEnds()
{
    QByteArray bytes;
    for (int i = 0; i < 200000; ++i)
        bytes += "user" + QByteArray::number(i) + "@example.com mailbox\n";
    const File file = fileOf(bytes, FileKind::KeyValue);
    tables::RowSearch search;
    QFuture<RowNumbers> first = search.start(file, "user");
    QFuture<RowNumbers> second = search.start(file, "user199999@");
    QVERIFY(first.isCanceled());
    second.waitForFinished();
    QCOMPARE(second.results(), QList<RowNumbers>{RowNumbers{199999}});
    first.waitForFinished();
    // What was given up half done is not taken for the whole.
    QFuture<RowNumbers> third = search.start(file, "user2");
    third.waitForFinished();
    qsizetype count = 0;
    for (const RowNumbers &slice : third.results())
        count += slice.size();
    QCOMPARE(count, qsizetype(11111));
    search.start(file, "u");
    search.cancel();
}

void TestRowFilter::anotherTableIsNotRemembered()
{
    tables::RowSearch search;
    const File before = fileOf("a x\nb x\n", FileKind::KeyValue);
    search.start(before, "a").waitForFinished();
    const File after = before.replaced({4, 4}, "aa x\n");
    QFuture<RowNumbers> rows = search.start(after, "aa");
    rows.waitForFinished();
    QCOMPARE(rows.results(), QList<RowNumbers>{RowNumbers{1}});
}

QTEST_GUILESS_MAIN(TestRowFilter)
#include "tst_rowfilter.moc"
