// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tables/exchange.h"
#include "tests/support/corpus.h"
#include "tests/support/tablesnapshot.h"

#include <QFileInfo>
#include <QHash>
#include <QTest>

using model::FileId;
using model::FileKind;
using syntax::TableKind;

namespace {

const tables::Layout actions{.titles = {"Client", "Action", "Text"}, .value = {.separator = ' '}};
const tables::Layout patterns{.titles = {"Pattern", "Flags", "Result"}, .hasFlags = true};

const syntax::Table &tableOf(const model::Snapshot &snapshot)
{
    return *snapshot.file(FileId::FirstOther).table();
}

/// What Postfix makes of the rows, line by line.
QByteArray meaningOf(const syntax::Table &table)
{
    QByteArray text;
    for (qsizetype i = 0; i < table.rowCount(); ++i) {
        const syntax::Row row = table.row(i);
        if (row.form != syntax::Row::Form::Stray)
            text += QByteArray(row.enabled ? "+" : "-") + tables::rowKey(table, row) + " -> "
                + (row.form == syntax::Row::Form::Entry ? table.valueOf(row) : QByteArray()) + '\n';
    }
    return text;
}

} // namespace

/// Rows that go out as CSV and come in again.
class TestExchange : public QObject
{
    Q_OBJECT

private slots:
    void rowsAreRead_data();
    void rowsAreRead();
    void badLineIsNamed_data();
    void badLineIsNamed();
    void rowsComeBack_data();
    void rowsComeBack();
};

void TestExchange::rowsAreRead_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArrayList>("rows");
    QTest::newRow("cells as the columns are")
        << QByteArray("192.0.2.1,REJECT,\"Go, away\"\nok.test,OK\n")
        << QByteArrayList{"192.0.2.1|REJECT Go, away||on", "ok.test|OK||on"};
    QTest::newRow("from a spreadsheet, with a comment")
        << QByteArray("a.test\tREJECT\tno\tSince May\n") << QByteArrayList{"a.test|REJECT no|Since May|on"};
    QTest::newRow("names of columns in any order")
        << QByteArray("Action,client,on\nOK,a.test,no\n") << QByteArrayList{"a.test|OK||off"};
    QTest::newRow("key and value") << QByteArray("On,Key,Value,Comment\nyes,a.test,REJECT x,Why\n")
                                   << QByteArrayList{"a.test|REJECT x|Why|on"};
    QTest::newRow("a name and nothing else") << QByteArray("key,value\n") << QByteArrayList{};
}

void TestExchange::rowsAreRead()
{
    QFETCH(QByteArray, text);
    const tables::Import import = tables::importedRows(text, actions, TableKind::KeyValue);
    QVERIFY2(import.problemLine == 0, qPrintable(import.problem));
    QByteArrayList rows;
    for (const edits::NewRow &row : import.rows)
        rows.append(QByteArrayList{row.key, row.value, row.remark, row.enabled ? "on" : "off"}.join('|'));
    QTEST(rows, "rows");
}

void TestExchange::badLineIsNamed_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qsizetype>("line");
    QTest::newRow("no value") << QByteArray("a.test,OK\nb.test\n") << qsizetype(2);
    QTest::newRow("open quote") << QByteArray("a.test,OK\n\"b.test,OK\n") << qsizetype(2);
    QTest::newRow("unknown column") << QByteArray("Key,Value,Colour\na,b,c\n") << qsizetype(1);
    QTest::newRow("neither on nor off") << QByteArray("on,key,value\n\nmaybe,a.test,OK\n") << qsizetype(3);
    QTest::newRow("behind a cell of two lines") << QByteArray("a.test,OK,\"x\ny\"\nb\n") << qsizetype(3);
}

void TestExchange::badLineIsNamed()
{
    QFETCH(QByteArray, text);
    const tables::Import import = tables::importedRows(text, actions, TableKind::KeyValue);
    QTEST(import.problemLine, "line");
    QVERIFY(import.rows.isEmpty());
    QVERIFY(!import.problem.isEmpty());
}

void TestExchange::rowsComeBack_data()
{
    QTest::addColumn<FileKind>("kind");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("keys") << FileKind::KeyValue
                          << QByteArray(
                                 "# header\n\na@a.test  b, \"c\"\n# why\n#d@d.test e\nf@f.test\n  g\n  h\n");
    QTest::newRow("aliases") << FileKind::Aliases
                             << QByteArray("root: ann, \"|/bin/x y\"\n\"a b\": :include:/x\n#old: gone\n");
    QTest::newRow("patterns") << FileKind::Pattern
                              << QByteArray(
                                     "if !/a,\"b/\n/^x\\/y$/i REJECT \"no\", really\n!/b/ OK\nendif\n");
    QTest::newRow("networks") << FileKind::Cidr << QByteArray("10.0.0.0/8 OK\n!192.0.2.0/24 REJECT\n");
    static const QHash<QString, FileKind> kinds{{QStringLiteral("map"), FileKind::KeyValue},
                                                {QStringLiteral("aliases"), FileKind::Aliases},
                                                {QStringLiteral("regexp"), FileKind::Pattern},
                                                {QStringLiteral("pcre"), FileKind::Pattern},
                                                {QStringLiteral("cidr"), FileKind::Cidr}};
    int count = 0;
    for (const QString &path : corpus::files()) {
        const auto kind = kinds.constFind(QFileInfo(path).suffix());
        if (kind == kinds.cend())
            continue;
        QTest::newRow(qPrintable(QFileInfo(path).fileName())) << *kind << corpus::read(path);
        ++count;
    }
    qInfo("%d tables of the corpus", count);
}

void TestExchange::rowsComeBack()
{
    QFETCH(FileKind, kind);
    QFETCH(QByteArray, bytes);
    const model::Snapshot snapshot = support::snapshotWithTable(bytes, kind);
    const syntax::Table &before = tableOf(snapshot);
    const QByteArray csv = tables::exportedCsv(before);
    const tables::Import import =
        tables::importedRows(csv, kind == FileKind::Pattern ? patterns : actions, before.kind());
    QVERIFY2(import.problemLine == 0,
             qPrintable(QStringLiteral("%1: %2").arg(import.problemLine).arg(import.problem)));
    model::Draft draft(support::snapshotWithTable({}, kind));
    const edits::Outcome outcome = edits::addRows(draft, FileId::FirstOther, 0, import.rows);
    QVERIFY2(!outcome, outcome ? qPrintable(edits::refusalText(*outcome)) : "");
    QCOMPARE(meaningOf(tableOf(draft.snapshot())), meaningOf(before));
}

QTEST_GUILESS_MAIN(TestExchange)
#include "tst_exchange.moc"
