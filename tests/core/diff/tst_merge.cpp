// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/diff/merge.h"
#include "tests/support/randomsource.h"

#include <QTest>

class MergeTest : public QObject
{
    Q_OBJECT

private slots:
    void merges_data();
    void merges();
    void changesApartAreBothThere();
};

void MergeTest::merges_data()
{
    QTest::addColumn<QByteArray>("base");
    QTest::addColumn<QByteArray>("ours");
    QTest::addColumn<QByteArray>("theirs");
    QTest::addColumn<QByteArray>("expected");
    QTest::addColumn<bool>("conflicts");
    const auto row = [](const char *name, const char *base, const char *ours, const char *theirs,
                        const char *expected, bool conflicts = false) {
        QTest::newRow(name) << QByteArray(base) << QByteArray(ours) << QByteArray(theirs)
                            << QByteArray(expected) << conflicts;
    };
    row("nothing changed", "a\n", "a\n", "a\n", "a\n");
    row("only ours", "a\nb\n", "a\nB\n", "a\nb\n", "a\nB\n");
    row("only theirs", "a\nb\n", "a\nb\n", "A\nb\n", "A\nb\n");
    row("the same on both sides", "a\n", "x\n", "x\n", "x\n");
    row("different places", "1\n2\n3\n4\n5\n", "x\n2\n3\n4\n5\n", "1\n2\n3\n4\ny\n", "x\n2\n3\n4\ny\n");
    row("the same line", "a\nb\nc\n", "a\nx\nc\n", "a\ny\nc\n",
        "a\n<<<<<<< yours\nx\n=======\ny\n>>>>>>> on disk\nc\n", true);
    row("removed here, changed there", "a\nb\n", "a\n", "a\nB\n",
        "a\n<<<<<<< yours\n=======\nB\n>>>>>>> on disk\n", true);
    row("both new", "", "a\n", "b\n", "<<<<<<< yours\na\n=======\nb\n>>>>>>> on disk\n", true);
    row("line ends stay", "a\r\nb\r\nc\r\nd\r\n", "A\r\nb\r\nc\r\nd\r\n", "a\r\nb\r\nc\r\nD\r\n",
        "A\r\nb\r\nc\r\nD\r\n");
    row("no last newline", "a\nb\nc\nd", "A\nb\nc\nd", "a\nb\nc\nD", "A\nb\nc\nD");
    QTest::newRow("NUL and invalid UTF-8")
        << QByteArray("\0a\n1\n2\n3\n\xff\n", 11) << QByteArray("\0b\n1\n2\n3\n\xff\n", 11)
        << QByteArray("\0a\n1\n2\n3\n\xfe\n", 11) << QByteArray("\0b\n1\n2\n3\n\xfe\n", 11) << false;
}

void MergeTest::merges()
{
    QFETCH(QByteArray, base);
    QFETCH(QByteArray, ours);
    QFETCH(QByteArray, theirs);
    QFETCH(QByteArray, expected);
    QFETCH(bool, conflicts);
    const auto merged = diff::merge(base, ours, theirs);
    QVERIFY(merged);
    QCOMPARE(merged->bytes, expected);
    QCOMPARE(merged->hasConflicts, conflicts);
}

void MergeTest::changesApartAreBothThere()
{
    support::RandomSource random("changes apart are both there");
    for (int i = 0; i < 500; ++i) {
        QByteArrayList lines;
        for (int line = 0; line < 60; ++line)
            lines += "line " + QByteArray::number(line) + '\n';
        QByteArrayList ours = lines;
        QByteArrayList theirs = lines;
        QByteArrayList both = lines;
        for (qsizetype change = random.below(5) + 1; change > 0; --change) {
            const qsizetype mine = random.below(25);
            const qsizetype other = 30 + random.below(25);
            ours[mine] = both[mine] = "mine\n";
            theirs[other] = both[other] = "theirs\n";
        }
        const auto merged = diff::merge(lines.join(), ours.join(), theirs.join());
        QVERIFY(merged);
        QVERIFY(!merged->hasConflicts);
        QCOMPARE(merged->bytes, both.join());
    }
}

QTEST_GUILESS_MAIN(MergeTest)
#include "tst_merge.moc"
