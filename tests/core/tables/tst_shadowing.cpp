// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tables/shadowing.h"
#include "tests/support/randomtable.h"
#include "tests/support/tablesnapshot.h"

#include <QHash>
#include <QTest>

using model::FileId;
using model::FileKind;
using tables::Shadow;
using tables::Shadows;

namespace {

model::File fileOf(const QByteArray &bytes, FileKind kind)
{
    return support::snapshotWithTable(bytes, kind).file(FileId::FirstOther);
}

} // namespace

class TestShadowing : public QObject
{
    Q_OBJECT

private slots:
    void shadowsAreFound_data();
    void shadowsAreFound();
    void keysEqualNaiveKeys_data();
    void keysEqualNaiveKeys();
    void cancelEnds();
};

void TestShadowing::shadowsAreFound_data()
{
    QTest::addColumn<FileKind>("kind");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<Shadows>("shadows");
    QTest::newRow("whatever the case of the key")
        << FileKind::KeyValue << QByteArray("a 1\nb 2\nA 3\na 4\n") << Shadows{{2, 0}, {3, 0}};
    QTest::newRow("a row that is switched off shadows none")
        << FileKind::KeyValue << QByteArray("#a@b.c 1\na@b.c 2\n#a@b.c 3\n") << Shadows();
    QTest::newRow("a row without a value is none")
        << FileKind::KeyValue << QByteArray("a\na 2\n") << Shadows();
    QTest::newRow("quotes are part of a key")
        << FileKind::KeyValue << QByteArray("\"a b\" 1\na 2\n\"A b\" 3\n") << Shadows{{2, 0}};
    QTest::newRow("quotes around an alias mean nothing")
        << FileKind::Aliases << QByteArray("a: x\n\"a\": y\n") << Shadows{{1, 0}};
    QTest::newRow("a network in another")
        << FileKind::Cidr << QByteArray("10.0.0.0/8 a\n10.1.0.0/16 b\n::1 c\n")
        << Shadows{{1, 0, Shadow::Reason::Covered}};
    QTest::newRow("the larger one below")
        << FileKind::Cidr << QByteArray("10.1.0.0/16 b\n10.0.0.0/8 a\n") << Shadows();
    QTest::newRow("networks in an if are not judged")
        << FileKind::Cidr << QByteArray("if 10.0.0.0/8\n10.1.0.0/16 b\nendif\n10.1.0.0/16 c\n") << Shadows();
    QTest::newRow("below what matches all") << FileKind::Pattern << QByteArray("/a/ 1\n/./ 2\n/b/ 3\n")
                                            << Shadows{{2, 1, Shadow::Reason::CatchAll}};
    QTest::newRow("the same pattern") << FileKind::Pattern << QByteArray("/a/ 1\n/A/ 2\n/a/ 3\n")
                                      << Shadows{{2, 0, Shadow::Reason::SameKey}};
}

void TestShadowing::shadowsAreFound()
{
    QFETCH(FileKind, kind);
    QFETCH(QByteArray, bytes);
    const Shadows found = tables::shadowedRows(fileOf(bytes, kind));
    QTEST(found, "shadows");
    for (const Shadow &shadow : found)
        QCOMPARE(*tables::shadowOf(found, shadow.row), shadow);
    QVERIFY(!tables::shadowOf(found, 1000));
}

void TestShadowing::keysEqualNaiveKeys_data()
{
    QTest::addColumn<FileKind>("kind");
    QTest::newRow("key and value") << FileKind::KeyValue;
    QTest::newRow("aliases") << FileKind::Aliases;
}

void TestShadowing::keysEqualNaiveKeys()
{
    QFETCH(FileKind, kind);
    support::RandomSource random("keys that are there twice");
    qsizetype count = 0;
    for (int round = 0; round < 1000; ++round) {
        const model::File file =
            fileOf(support::randomTable(random, kind) + support::randomTable(random, kind), kind);
        const syntax::Table &table = *file.table();
        Shadows expected;
        QHash<QByteArray, quint32> first;
        for (qsizetype i = 0; i < table.rowCount(); ++i) {
            const syntax::Row row = table.row(i);
            const QByteArray key = table.keyOf(row).toLower();
            if (!row.enabled || row.form != syntax::Row::Form::Entry || key.isEmpty() || row.value.isEmpty())
                continue;
            const auto number = static_cast<quint32>(i);
            if (const auto before = first.constFind(key); before != first.cend())
                expected.append({number, *before});
            else
                first.insert(key, number);
        }
        QCOMPARE(tables::shadowedRows(file), expected);
        count += expected.size();
    }
    QVERIFY(count > 100);
}

void TestShadowing::cancelEnds()
{
    QByteArray bytes;
    for (int i = 0; i < 20000; ++i)
        bytes += "same x\n";
    const model::File file = fileOf(bytes, FileKind::KeyValue);
    int asked = 0;
    QVERIFY(tables::shadowedRows(file, [&] { return ++asked == 3; }).isEmpty());
    QCOMPARE(asked, 3);
    QCOMPARE(tables::shadowedRows(file).size(), qsizetype(19999));
}

QTEST_GUILESS_MAIN(TestShadowing)
#include "tst_shadowing.moc"
