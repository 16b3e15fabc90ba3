// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tables/namedtable.h"

#include <QTest>

using model::FileId;
using model::FileKind;

namespace {

model::File fileOf(const QString &name, FileKind kind, const QByteArray &text)
{
    return {model::FileInfo{.path = QStringLiteral("/etc/postfix/") + name, .name = name, .kind = kind},
            syntax::Text(text, model::File::layoutOf(kind))};
}

model::Snapshot configuration(const QByteArray &mainCf)
{
    return model::Snapshot({fileOf(QStringLiteral("main.cf"), FileKind::MainCf, mainCf),
                            fileOf(QStringLiteral("master.cf"), FileKind::MasterCf, {}),
                            fileOf(QStringLiteral("transport"), FileKind::KeyValue, "a.example smtp:\n")});
}

} // namespace

/// Tables that parameters name, there or still to be made.
class TestNamedTable : public QObject
{
    Q_OBJECT

private slots:
    void tablesAreFound_data();
    void tablesAreFound();
    void firstRowMakesTheTable();
    void rowIsAddedToATableThatIsThere();
    void setParameterStays();
    void tableWithoutRowsTakesNone();
};

void TestNamedTable::tablesAreFound_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArrayList>("names");
    QTest::addColumn<QList<bool>>("canHaveRows");
    QTest::addColumn<QList<bool>>("isOpen");
    QTest::newRow("none") << QByteArray() << QByteArrayList() << QList<bool>() << QList<bool>();
    QTest::newRow("open") << QByteArray("hash:/etc/postfix/transport")
                          << QByteArrayList{"hash:/etc/postfix/transport"} << QList<bool>{true}
                          << QList<bool>{true};
    QTest::newRow("through the proxy")
        << QByteArray("proxy:lmdb:/etc/postfix/transport") << QByteArrayList{"lmdb:/etc/postfix/transport"}
        << QList<bool>{true} << QList<bool>{true};
    QTest::newRow("not there yet, and a database")
        << QByteArray("pcre:/etc/postfix/new, mysql:/etc/postfix/sql.cf static:x")
        << QByteArrayList{"pcre:/etc/postfix/new", "mysql:/etc/postfix/sql.cf", "static:x"}
        << QList<bool>{true, false, false} << QList<bool>{false, false, false};
    QTest::newRow("no path") << QByteArray("hash:relative") << QByteArrayList{"hash:relative"}
                             << QList<bool>{false} << QList<bool>{false};
}

void TestNamedTable::tablesAreFound()
{
    QFETCH(QByteArray, value);
    QByteArrayList names;
    QList<bool> canHaveRows;
    QList<bool> isOpen;
    for (const tables::NamedTable &table : tables::tablesIn(configuration({}), "transport_maps", value)) {
        names.append(table.name());
        canHaveRows.append(table.canHaveRows());
        isOpen.append(table.file.has_value());
    }
    QTEST(names, "names");
    QTEST(canHaveRows, "canHaveRows");
    QTEST(isOpen, "isOpen");
}

void TestNamedTable::firstRowMakesTheTable()
{
    model::Draft draft(configuration("myhostname = a.example\n"));
    const auto table =
        tables::namedTable(draft.snapshot(), "smtp_sasl_password_maps", "hash:/etc/postfix/new");
    QVERIFY(!tables::addRow(draft, "smtp_sasl_password_maps", table, 0, "relay", "me:secret"));
    QCOMPARE(draft.included().size(), 1);
    QCOMPARE(draft.included().first().info().name, QStringLiteral("new"));
    QCOMPARE(draft.snapshot().file(draft.snapshot().ids().last()).text().bytes(),
             QByteArray("relay    me:secret\n"));
    QVERIFY(draft.mainCf().text().contains("smtp_sasl_password_maps = hash:/etc/postfix/new\n"));
}

void TestNamedTable::rowIsAddedToATableThatIsThere()
{
    const QByteArray main = "transport_maps = hash:/etc/postfix/transport\n";
    model::Draft draft(configuration(main));
    const auto table = tables::namedTable(draft.snapshot(), "transport_maps", "hash:/etc/postfix/transport");
    QVERIFY(!tables::addRow(draft, "transport_maps", table, 0, "b.example", "relay:"));
    QVERIFY(draft.included().isEmpty());
    QCOMPARE(draft.mainCf().text(), main);
    QCOMPARE(draft.snapshot().file(FileId::FirstOther).text().bytes(),
             QByteArray("b.example relay:\na.example smtp:\n"));
}

void TestNamedTable::setParameterStays()
{
    const QByteArray main = "transport_maps = hash:${config_directory}/other\n";
    model::Draft draft(configuration(main));
    const auto table = tables::namedTable(draft.snapshot(), "transport_maps", "hash:/etc/postfix/other");
    QVERIFY(!tables::addRow(draft, "transport_maps", table, 0, "b.example", "relay:"));
    QCOMPARE(draft.mainCf().text(), main);
    QCOMPARE(draft.included().size(), 1);
}

void TestNamedTable::tableWithoutRowsTakesNone()
{
    model::Draft draft(configuration({}));
    const auto table = tables::namedTable(draft.snapshot(), "transport_maps", "mysql:/etc/postfix/sql.cf");
    const edits::Outcome refusal = tables::addRow(draft, "transport_maps", table, 0, "a", "b");
    QVERIFY(refusal);
    QCOMPARE(refusal->reason, edits::Refusal::Reason::NotEditable);
    QVERIFY(draft.changes().isEmpty());
}

QTEST_GUILESS_MAIN(TestNamedTable)
#include "tst_namedtable.moc"
