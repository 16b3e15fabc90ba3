// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/syntax/text.h"
#include "tests/support/randomsource.h"

#include <QTest>

using syntax::ByteRange;
using syntax::Text;

namespace {

/// What every Text promises about its chunks.
bool isSound(const Text &text)
{
    qsizetype at = 0;
    qsizetype newlines = 0;
    for (qsizetype i = 0; i < text.chunkCount(); ++i) {
        const QByteArrayView bytes = text.chunk(i)->bytes;
        const bool isLast = i + 1 == text.chunkCount();
        if (text.chunkBegin(i) != at || text.chunk(i)->newlines != bytes.count('\n'))
            return false;
        if (bytes.isEmpty() && text.chunkCount() > 1)
            return false;
        if (i > 0 && !Text::mayStartRow(bytes.front()))
            return false;
        if (!isLast && !bytes.endsWith('\n'))
            return false;
        at += bytes.size();
        newlines += text.chunk(i)->newlines;
    }
    return text.size() == at && text.newlines() == newlines;
}

QByteArray manyLines(qsizetype lines)
{
    QByteArray bytes;
    for (qsizetype i = 0; i < lines; ++i) {
        bytes += "user" + QByteArray::number(i) + "@example.com  target" + QByteArray::number(i) + '\n';
        if (i % 7 == 0)
            bytes += "# a comment\n";
        if (i % 5 == 0)
            bytes += "   , more\n";
    }
    return bytes;
}

} // namespace

class TextTest : public QObject
{
    Q_OBJECT

private slots:
    void isItsBytes_data();
    void isItsBytes();
    void wholeIsOneChunk();
    void chunksBeginWhereARowMayBegin();
    void linesAreFoundByNumberAndOffset();
    void replacingSharesTheOtherChunks();
    void replacingIsThatOfByteArrays_data();
    void replacingIsThatOfByteArrays();
    void manyAreReplacedAtOnce();
    void equalityIsThatOfBytes();
};

void TextTest::isItsBytes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no last newline") << QByteArray("a\nb");
    QTest::newRow("only a newline") << QByteArray("\n");
    QTest::newRow("indented first line") << QByteArray("  a\nb\n");
    QTest::newRow("NUL, CR and invalid UTF-8") << QByteArray("a\0b\r\n\xff\xfe\n", 8);
    QTest::newRow("many chunks") << manyLines(20000);
    QTest::newRow("one line of a megabyte") << QByteArray(1024 * 1024, 'x');
    QTest::newRow("comments only") << QByteArray("# nothing starts a row here\n").repeated(10000);
}

void TextTest::isItsBytes()
{
    QFETCH(QByteArray, bytes);
    for (const Text::Layout layout : {Text::Layout::Whole, Text::Layout::Chunked}) {
        const Text text(bytes, layout);
        QVERIFY(isSound(text));
        QCOMPARE(text.bytes(), bytes);
        QCOMPARE(text.size(), bytes.size());
        QCOMPARE(text.newlines(), bytes.count('\n'));
        QCOMPARE(text.layout(), layout);
    }
}

void TextTest::wholeIsOneChunk()
{
    const QByteArray bytes = manyLines(20000);
    const Text text(bytes, Text::Layout::Whole);
    QCOMPARE(text.chunkCount(), 1);
    QVERIFY2(text.bytes().constData() == bytes.constData(), "the bytes of a whole text are not copied");
    QCOMPARE(text.replaced({0, 4}, "x").chunkCount(), 1);
}

void TextTest::chunksBeginWhereARowMayBegin()
{
    const Text text(manyLines(50000), Text::Layout::Chunked);
    QVERIFY(text.chunkCount() > 10);
    for (qsizetype i = 1; i < text.chunkCount(); ++i) {
        QVERIFY(Text::mayStartRow(text.chunk(i)->bytes.front()));
        QVERIFY(text.chunk(i)->bytes.size() < 100 * 1024);
    }
    for (const char c : {' ', '\t', '\n', '\r', '\v', '\f', '#'})
        QVERIFY(!Text::mayStartRow(c));
    for (const char c : {'a', '0', '/', '"', '\0', '\xc3', '\xff'})
        QVERIFY(Text::mayStartRow(c));
}

void TextTest::linesAreFoundByNumberAndOffset()
{
    const QByteArray bytes = manyLines(5000) + "unfinished";
    const Text text(bytes, Text::Layout::Chunked);
    QVERIFY(text.chunkCount() > 2);
    qsizetype begin = 0;
    for (qsizetype line = 0; line < text.lineCount(); ++line) {
        QCOMPARE(text.lineStart(line), begin);
        QCOMPARE(text.lineAt(begin), line);
        const qsizetype newline = bytes.indexOf('\n', begin);
        const ByteRange expected{begin, newline < 0 ? bytes.size() : newline + 1};
        QCOMPARE(text.lineAround(expected.end - 1), expected);
        QCOMPARE(text.lineAround(begin), expected);
        QCOMPARE(text.view(expected), QByteArrayView(bytes).sliced(begin, expected.size()));
        begin = expected.end;
    }
    QCOMPARE(text.lineStart(text.lineCount()), bytes.size());
    QCOMPARE(text.lineStart(-1), 0);
    QCOMPARE(text.lineAt(bytes.size() + 100), text.lineCount() - 1);
}

void TextTest::replacingSharesTheOtherChunks()
{
    const Text before(manyLines(50000), Text::Layout::Chunked);
    const qsizetype middle = before.lineStart(before.lineCount() / 2);
    const Text after = before.replaced({middle, middle + 1}, "z");
    qsizetype shared = 0;
    for (qsizetype i = 0, j = 0; i < before.chunkCount(); ++i) {
        while (j < after.chunkCount() && after.chunk(j) != before.chunk(i))
            ++j;
        if (j == after.chunkCount())
            j = 0;
        else
            ++shared;
    }
    QVERIFY2(shared >= before.chunkCount() - 2, "a change makes new chunks only where it happened");
}

void TextTest::replacingIsThatOfByteArrays_data()
{
    QTest::addColumn<QByteArray>("start");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("small") << QByteArray("a b\n# c\n  d\n\ne f\n");
    QTest::newRow("many chunks") << manyLines(6000);
    QTest::newRow("few places to cut")
        << ("a\n" + QByteArray("# comment\n").repeated(6000) + "b\n").repeated(3);
}

void TextTest::replacingIsThatOfByteArrays()
{
    QFETCH(QByteArray, start);
    support::RandomSource random("replacing");
    const QByteArrayList pieces{"a",    "\n",       "\n\n", " ", "# x\n", "key value\n", "\t", "\r\n",
                                "\xff", "  more\n", "#",    "q", "\n ",   manyLines(20), "y\n"};
    const int rounds = start.size() > 1000 ? 200 : 3000;
    for (const Text::Layout layout : {Text::Layout::Chunked, Text::Layout::Whole}) {
        QByteArray expected = start;
        Text text(start, layout);
        for (int i = 0; i < rounds; ++i) {
            ByteRange range;
            // Often right at the border of a chunk, where the rules are.
            range.begin = random.oneIn(2) ? random.below(expected.size() + 1)
                                          : text.chunkBegin(random.below(text.chunkCount()));
            const qsizetype most = random.oneIn(20) ? 200000 : 12;
            range.end = std::min(expected.size(), range.begin + random.below(most));
            const QByteArray bytes = random.text(pieces, random.oneIn(10) ? 400 : 3);
            text = text.replaced(range, bytes);
            expected.replace(range.begin, range.size(), bytes);
            QVERIFY(isSound(text));
            QCOMPARE(text.size(), expected.size());
            if (i % 10 == 0)
                QCOMPARE(text.bytes(), expected);
            if (expected.size() > 3 * 1024 * 1024)
                break;
        }
        QCOMPARE(text.bytes(), expected);
    }
}

/// Several at once are the same as the last one first, and leave chunks where they may be.
void TextTest::manyAreReplacedAtOnce()
{
    support::RandomSource random("replacing many at once");
    const QByteArrayList pieces{"a",   "\n",       " ", "# x\n",      "key value\n",
                                "\n ", "  more\n", "#", manyLines(20)};
    for (const Text::Layout layout : {Text::Layout::Chunked, Text::Layout::Whole}) {
        for (int round = 0; round < 40; ++round) {
            const Text text(manyLines(random.oneIn(10) ? random.below(5) : 12000), layout);
            QList<syntax::Splice> splices;
            qsizetype at = 0;
            for (qsizetype left = random.below(12); left > 0; --left) {
                const qsizetype chunk = random.below(text.chunkCount());
                at = random.oneIn(3) ? at : std::max(at, text.chunkBegin(chunk) - random.below(3));
                const qsizetype most = random.oneIn(5) ? 200000 : 4;
                const qsizetype end = std::min(text.size(), at + random.below(most));
                splices.append({{at, end}, random.text(pieces, random.oneIn(4) ? 2 : 1)});
                at = end;
            }
            QByteArray expected = text.bytes();
            for (auto splice = splices.rbegin(); splice != splices.rend(); ++splice)
                expected.replace(splice->range.begin, splice->range.size(), splice->bytes);
            const Text result = text.replaced(splices);
            QVERIFY(isSound(result));
            QCOMPARE(result.bytes(), expected);
        }
    }
}

void TextTest::equalityIsThatOfBytes()
{
    const QByteArray bytes = manyLines(20000);
    const Text text(bytes, Text::Layout::Chunked);
    Text cutElsewhere = text.replaced({100, 100}, "z");
    cutElsewhere = cutElsewhere.replaced({100, 101}, "");
    QVERIFY(text == cutElsewhere);
    QVERIFY(text == Text(bytes, Text::Layout::Whole));
    QVERIFY(!(text == text.replaced({bytes.size() - 2, bytes.size() - 1}, "!")));
    QVERIFY(!(text == text.replaced({0, 1}, "")));
}

QTEST_GUILESS_MAIN(TextTest)
#include "tst_text.moc"
