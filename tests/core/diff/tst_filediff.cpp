// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/diff/filediff.h"
#include "tests/support/randomsource.h"
#include "tests/support/share.h"

#include <QElapsedTimer>
#include <QTest>

using diff::DiffLine;
using diff::FileDiff;
using diff::Hunk;
using diff::LineOrigin;
using syntax::Text;

namespace {

Text chunked(const QByteArray &bytes)
{
    return {bytes, Text::Layout::Chunked};
}

QByteArrayList linesOf(const QByteArray &bytes)
{
    QByteArrayList lines;
    for (qsizetype at = 0; at < bytes.size();) {
        const qsizetype newline = bytes.indexOf('\n', at);
        const qsizetype end = newline < 0 ? bytes.size() : newline + 1;
        lines += bytes.sliced(at, end - at);
        at = end;
    }
    return lines;
}

/// Makes `after` out of `before` by the hunks alone; empty with a word of what is wrong when they do not fit.
QByteArray patched(const QByteArray &before, const FileDiff &diff, QByteArray &wrong)
{
    const QByteArrayList old = linesOf(before);
    QByteArray result;
    qsizetype at = 0;
    qsizetype newLine = 0;
    for (const Hunk &hunk : diff.hunks) {
        if (hunk.oldBegin < at || hunk.oldBegin > old.size())
            wrong = "a hunk starts outside what is left";
        for (; at < hunk.oldBegin; ++at, ++newLine)
            result += old[at];
        if (hunk.newBegin != newLine)
            wrong = "new line number of the hunk";
        for (const DiffLine &line : hunk.lines) {
            const QByteArray bytes = line.endsWithNewline ? line.bytes + '\n' : line.bytes;
            if (line.origin != LineOrigin::Added) {
                if (at >= old.size() || old[at] != bytes || line.oldLine != at)
                    wrong = "an old line is not there";
                ++at;
            } else if (line.oldLine != -1) {
                wrong = "an added line has an old number";
            }
            if (line.origin != LineOrigin::Removed) {
                if (line.newLine != newLine++)
                    wrong = "new line number";
                result += bytes;
            } else if (line.newLine != -1) {
                wrong = "a removed line has a new number";
            }
        }
    }
    for (; at < old.size(); ++at)
        result += old[at];
    return result;
}

QByteArray manyRows(qsizetype rows)
{
    QByteArray bytes;
    for (qsizetype i = 0; i < rows; ++i)
        bytes +=
            "user" + QByteArray::number(i) + "@example.com  target" + QByteArray::number(i * 7919) + '\n';
    return bytes;
}

} // namespace

class FileDiffTest : public QObject
{
    Q_OBJECT

private slots:
    void unified_data();
    void unified();
    void namesInTheHeader();
    void hunksMakeTheOtherText_data();
    void hunksMakeTheOtherText();
    void oneEditIsOneSmallHunk();
    void scatteredEditsAreFoundOneByOne();
    void textsReadApartAreCompared();
    void unlikeTextsDoNotHang();
    void cutDiffIsTheBeginning_data();
    void cutDiffIsTheBeginning();
};

void FileDiffTest::unified_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<int>("context");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const char *before, const char *after, int context,
                        const char *expected) {
        QTest::newRow(name) << QByteArray(before) << QByteArray(after) << context << QByteArray(expected);
    };
    row("equal", "a\nb\n", "a\nb\n", 3, "");
    row("one line", "a\nb\nc\n", "a\nB\nc\n", 3, "@@ -1,3 +1,3 @@\n a\n-b\n+B\n c\n");
    row("context is cut", "1\n2\n3\n4\n5\n6\n", "1\n2\n3\nx\n5\n6\n", 1, "@@ -3,3 +3,3 @@\n 3\n-4\n+x\n 5\n");
    row("close changes share a hunk", "1\n2\n3\n4\n", "x\n2\n3\ny\n", 1,
        "@@ -1,4 +1,4 @@\n-1\n+x\n 2\n 3\n-4\n+y\n");
    row("distant changes do not", "1\n2\n3\n4\n5\n", "x\n2\n3\n4\ny\n", 1,
        "@@ -1,2 +1,2 @@\n-1\n+x\n 2\n@@ -4,2 +4,2 @@\n 4\n-5\n+y\n");
    row("inserted without context", "a\nb\n", "a\nx\nb\n", 0, "@@ -1,0 +2,1 @@\n+x\n");
    row("removed without context", "a\nx\nb\n", "a\nb\n", 0, "@@ -2,1 +1,0 @@\n-x\n");
    row("from nothing", "", "a\n", 3, "@@ -0,0 +1,1 @@\n+a\n");
    row("to nothing", "a\n", "", 3, "@@ -1,1 +0,0 @@\n-a\n");
    row("last newline removed", "a\nb\n", "a\nb", 3,
        "@@ -1,2 +1,2 @@\n a\n-b\n+b\n\\ No newline at end of file\n");
    row("line added where the last has no end", "a", "a\nb", 3,
        "@@ -1,1 +1,2 @@\n-a\n\\ No newline at end of file\n+a\n+b\n\\ No newline at end of file\n");
    row("context without a last newline", "a\nb", "x\nb", 3,
        "@@ -1,2 +1,2 @@\n-a\n+x\n b\n\\ No newline at end of file\n");
    row("line ends count", "a\r\nb\n", "a\nb\n", 0, "@@ -1,1 +1,1 @@\n-a\r\n+a\n");
    row("repeated line appended", "a\na\n", "a\na\na\n", 0, "@@ -2,0 +3,1 @@\n+a\n");
    QTest::newRow("NUL and invalid UTF-8") << QByteArray("a\0\xff\nb\n", 6) << QByteArray("a\0\xfe\nb\n", 6)
                                           << 0 << QByteArray("@@ -1,1 +1,1 @@\n-a\0\xff\n+a\0\xfe\n", 26);
}

void FileDiffTest::unified()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QFETCH(int, context);
    QFETCH(QByteArray, expected);
    if (!expected.isEmpty())
        expected.prepend("--- a/x\n+++ b/x\n");
    for (const Text::Layout layout : {Text::Layout::Chunked, Text::Layout::Whole}) {
        const FileDiff diff = diff::fileDiff(Text(before, layout), Text(after, layout), context);
        QCOMPARE(diff::unifiedDiff(diff, "a/x", "b/x"), expected);
        QCOMPARE(diff.isEmpty(), before == after);
    }
}

void FileDiffTest::namesInTheHeader()
{
    const FileDiff diff = diff::fileDiff(chunked("a\n"), chunked("b\n"));
    QVERIFY(diff::unifiedDiff(diff, "old name", "new\n\"x")
                .startsWith("--- old name\n+++ \"new\\012\\\"x\"\n@@"));
}

void FileDiffTest::hunksMakeTheOtherText_data()
{
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<int>("cases");
    QTest::newRow("small texts") << QByteArray("a\nb\n\nc\nb\n") << support::share(10000);
    QTest::newRow("repeated lines") << QByteArray("}\n{\n\n").repeated(500) << 200;
    QTest::newRow("many chunks") << manyRows(8000) << 60;
    QTest::newRow("no last newline") << manyRows(3000).chopped(1) << 300;
}

void FileDiffTest::hunksMakeTheOtherText()
{
    QFETCH(QByteArray, start);
    QFETCH(int, cases);
    support::RandomSource random("hunks make the other text");
    const QByteArrayList pieces{"a",
                                "b\n",
                                "\n",
                                "{\n",
                                "}\n",
                                "c",
                                "\r\n",
                                QByteArray("\0", 1),
                                "user7@example.com  t\n",
                                start.left(40),
                                "\xff"};
    for (int i = 0; i < cases; ++i) {
        const Text before(start, random.oneIn(2) ? Text::Layout::Chunked : Text::Layout::Whole);
        Text after = random.oneIn(3) ? Text(start, Text::Layout::Chunked) : before;
        for (qsizetype edits = random.below(12); edits > 0; --edits) {
            const qsizetype begin = random.below(after.size() + 1);
            const qsizetype most = random.oneIn(8) ? start.size() : 20;
            const qsizetype end = std::min(after.size(), begin + random.below(most));
            after = after.replaced({begin, end}, random.text(pieces, random.oneIn(8) ? 200 : 4));
        }
        const FileDiff diff = diff::fileDiff(before, after, static_cast<int>(random.below(5)));
        QByteArray wrong;
        const QByteArray made = patched(start, diff, wrong);
        QVERIFY2(wrong.isEmpty(), wrong.constData());
        QVERIFY2(made == after.bytes(), "the hunks do not make the other text");
    }
}

void FileDiffTest::oneEditIsOneSmallHunk()
{
    const Text before = chunked(manyRows(100000));
    const qsizetype at = before.lineStart(50000);
    const FileDiff diff = diff::fileDiff(before, before.replaced({at, at}, "new@example.com  here\n"));
    QCOMPARE(diff.hunks.size(), 1);
    QCOMPARE(diff.added, 1);
    QCOMPARE(diff.removed, 0);
    QCOMPARE(diff.hunks.first().lines.size(), 7);
    QCOMPARE(diff.hunks.first().lines.at(3).newLine, 50000);
}

void FileDiffTest::scatteredEditsAreFoundOneByOne()
{
    const Text before = chunked(manyRows(100000));
    Text after = before;
    for (qsizetype line = 50; line < 100000; line += 100) {
        const qsizetype at = after.lineStart(line);
        after = after.replaced({at, at + 4}, "changed");
    }
    const FileDiff diff = diff::fileDiff(before, after);
    QCOMPARE(diff.hunks.size(), 1000);
    QCOMPARE(diff.added, 1000);
    QCOMPARE(diff.removed, 1000);
}

void FileDiffTest::textsReadApartAreCompared()
{
    const QByteArray bytes = manyRows(60000);
    QByteArray other = bytes;
    other.insert(bytes.size() / 2, "inserted\n");
    other.insert(10, "x");
    QVERIFY(diff::fileDiff(chunked(bytes), chunked(QByteArray(bytes.constData(), bytes.size()))).isEmpty());
    const FileDiff diff = diff::fileDiff(chunked(bytes), chunked(other));
    QCOMPARE(diff.hunks.size(), 2);
    QVERIFY(diff.added <= 3);
}

void FileDiffTest::unlikeTextsDoNotHang()
{
    // Nothing in common, every second line in common, and one line of many megabytes.
    QByteArray odd;
    QByteArray alternating;
    for (int i = 0; i < 60000; ++i) {
        odd += "other" + QByteArray::number(i * 31) + '\n';
        alternating += i % 2 ? "same\n" : "line" + QByteArray::number(i) + '\n';
    }
    const QByteArray rows = manyRows(60000);
    const QList<QPair<QByteArray, QByteArray>> pairs{
        {rows, odd},
        {alternating, odd},
        {QByteArray(alternating).replace("line", "lime"), alternating},
        {QByteArray(8 * 1024 * 1024, 'x'), QByteArray(8 * 1024 * 1024 - 1, 'x') + 'y'},
    };
    for (const auto &[before, after] : pairs) {
        QElapsedTimer timer;
        timer.start();
        const FileDiff diff = diff::fileDiff(chunked(before), chunked(after));
        QVERIFY2(timer.elapsed() < 20000, "a comparison takes time in proportion to the size");
        QByteArray wrong;
        QVERIFY(patched(before, diff, wrong) == after);
        QVERIFY2(wrong.isEmpty(), wrong.constData());
    }
}

void FileDiffTest::cutDiffIsTheBeginning_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<bool>("isCut");
    const QByteArray rows = manyRows(30000);
    QByteArray replaced = rows;
    replaced.replace("example", "elsewhere");
    QByteArrayList turned = linesOf(rows);
    std::reverse(turned.begin(), turned.end());
    QByteArray little = rows;
    little.replace("user777@", "user@");
    QTest::newRow("nothing") << rows << rows << false;
    QTest::newRow("a line") << rows << little << false;
    QTest::newRow("every line") << rows << replaced << true;
    QTest::newRow("another order") << rows << turned.join() << true;
    QTest::newRow("all removed") << rows << QByteArray() << true;
    QTest::newRow("all added") << QByteArray() << rows << true;
}

void FileDiffTest::cutDiffIsTheBeginning()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    constexpr qsizetype most = 500;
    const FileDiff diff = diff::fileDiffUpTo(most, chunked(before), chunked(after));
    QTEST(diff.isCut, "isCut");
    QVERIFY(diff.added + diff.removed <= 3 * most);
    QVERIFY(!diff.isCut || diff.added + diff.removed >= most);
    const QByteArrayList old = linesOf(before);
    const QByteArrayList fresh = linesOf(after);
    for (const Hunk &hunk : diff.hunks) {
        for (const DiffLine &line : hunk.lines) {
            if (line.oldLine >= 0)
                QCOMPARE(line.bytes + '\n', old.value(line.oldLine));
            if (line.newLine >= 0)
                QCOMPARE(line.bytes + '\n', fresh.value(line.newLine));
        }
    }
    if (!diff.isCut) {
        QByteArray wrong;
        QCOMPARE(patched(before, diff, wrong), after);
        QCOMPARE(wrong, QByteArray());
    }
}

QTEST_GUILESS_MAIN(FileDiffTest)
#include "tst_filediff.moc"
