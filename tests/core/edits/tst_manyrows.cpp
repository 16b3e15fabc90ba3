// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/edits/tableedits.h"
#include "core/edits/tabletrial.h"
#include "tests/support/randomtable.h"
#include "tests/support/tablesnapshot.h"

#include <QTest>

using model::FileId;
using model::FileKind;

namespace {

const syntax::Table &tableOf(const model::Draft &draft)
{
    return *draft.snapshot().file(FileId::FirstOther).table();
}

QByteArray bytesOf(const model::Draft &draft)
{
    return draft.snapshot().file(FileId::FirstOther).text().bytes();
}

} // namespace

/// Edits of many rows at once do what the edits of each would do.
class TestManyRows : public QObject
{
    Q_OBJECT

private slots:
    void rowsAreRemoved_data();
    void rowsAreRemoved();
    void rowsAreSwitched();
    void othersStay_data();
    void othersStay();
    void manyRowsAreQuick();
};

void TestManyRows::rowsAreRemoved_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QList<qsizetype>>("rows");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("all") << QByteArray("a b\n# why\nc d\n") << QList<qsizetype>{0, 1} << QByteArray();
    QTest::newRow("apart, with a remark") << QByteArray("x y\na b\nk l\n# why\nc d\ne f\n")
                                          << QList<qsizetype>{1, 3} << QByteArray("x y\nk l\ne f\n");
    QTest::newRow("the last has no end")
        << QByteArray("a b\nc d\ne f") << QList<qsizetype>{0, 1} << QByteArray("e f");
}

void TestManyRows::rowsAreRemoved()
{
    QFETCH(QByteArray, before);
    QFETCH(QList<qsizetype>, rows);
    model::Draft draft(support::snapshotWithTable(before, FileKind::KeyValue));
    QVERIFY(!edits::removeRows(draft, FileId::FirstOther, rows));
    QTEST(bytesOf(draft), "after");
}

void TestManyRows::rowsAreSwitched()
{
    const QByteArray before = "a@x.test b\nc@x.test d\n#f@x.test g\nh@x.test i\n";
    model::Draft draft(support::snapshotWithTable(before, FileKind::KeyValue));
    QVERIFY(!edits::setRowsEnabled(draft, FileId::FirstOther, {0, 1, 2}, false));
    QCOMPARE(bytesOf(draft), QByteArray("#a@x.test b\n#c@x.test d\n#f@x.test g\nh@x.test i\n"));
    QVERIFY(!edits::setRowsEnabled(draft, FileId::FirstOther, {0, 1}, true));
    QCOMPARE(bytesOf(draft), before);
}

void TestManyRows::othersStay_data()
{
    QTest::addColumn<FileKind>("kind");
    QTest::newRow("keys and values") << FileKind::KeyValue;
    QTest::newRow("aliases") << FileKind::Aliases;
    QTest::newRow("patterns") << FileKind::Pattern;
    QTest::newRow("networks") << FileKind::Cidr;
}

void TestManyRows::othersStay()
{
    QFETCH(FileKind, kind);
    support::RandomSource random("many rows");
    int made = 0;
    for (int round = 0; round < 500; ++round) {
        const QByteArray before = support::randomTable(random, kind);
        model::Draft draft(support::snapshotWithTable(before, kind));
        const syntax::Table old = tableOf(draft);
        QList<qsizetype> rows;
        QList<qsizetype> others;
        for (qsizetype i = 0; i < old.rowCount(); ++i)
            (random.oneIn(2) ? rows : others).append(i);
        const bool isSwitched = random.oneIn(2);
        const bool isOn = random.oneIn(2);
        const edits::Outcome outcome = isSwitched
            ? edits::setRowsEnabled(draft, FileId::FirstOther, rows, isOn)
            : edits::removeRows(draft, FileId::FirstOther, rows);
        if (outcome) {
            QCOMPARE(bytesOf(draft), before);
            continue;
        }
        ++made;
        const syntax::Table &now = tableOf(draft);
        if (isSwitched && now.rowCount() != old.rowCount())
            continue; // what Postfix does not read as a row is a comment then
        QCOMPARE(now.rowCount(), isSwitched ? old.rowCount() : others.size());
        for (qsizetype i = 0; i < others.size(); ++i) {
            const qsizetype where = isSwitched ? others[i] : i;
            QVERIFY2(edits::meaningOf(now, where) == edits::meaningOf(old, others[i]),
                     before.toPercentEncoding().constData());
        }
    }
    QVERIFY(made > 100);
}

void TestManyRows::manyRowsAreQuick()
{
    QByteArray bytes;
    QList<qsizetype> rows;
    for (int i = 0; i < 50'000; ++i) {
        bytes += QByteArray::number(i) + "@x.test somebody\n";
        if (i % 2)
            rows.append(i);
    }
    model::Draft draft(support::snapshotWithTable(bytes, FileKind::KeyValue));
    QVERIFY(!edits::setRowsEnabled(draft, FileId::FirstOther, rows, false));
    QVERIFY(!tableOf(draft).row(49'999).enabled);
    QVERIFY(!edits::removeRows(draft, FileId::FirstOther, rows));
    QCOMPARE(tableOf(draft).rowCount(), 25'000);
}

QTEST_GUILESS_MAIN(TestManyRows)
#include "tst_manyrows.moc"
