// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/share.h"
#include "tests/support/tablecase.h"

#include <QTest>

using model::FileKind;

class TablePropertiesTest : public QObject
{
    Q_OBJECT

private slots:
    void editsMeanWhatWasAsked_data();
    void editsMeanWhatWasAsked();
};

void TablePropertiesTest::editsMeanWhatWasAsked_data()
{
    QTest::addColumn<FileKind>("kind");
    QTest::newRow("key/value tables") << FileKind::KeyValue;
    QTest::newRow("aliases") << FileKind::Aliases;
    QTest::newRow("patterns") << FileKind::Pattern;
    QTest::newRow("networks") << FileKind::Cidr;
}

void TablePropertiesTest::editsMeanWhatWasAsked()
{
    QFETCH(FileKind, kind);
    support::RandomSource random("edits mean what was asked");
    constexpr int tables = support::share(4000);
    constexpr int editsOfEach = 3;
    int refused = 0;
    for (int i = 0; i < tables; ++i) {
        QByteArray bytes = support::randomTable(random, kind);
        for (int edit = 0; edit < editsOfEach; ++edit) {
            support::TableCase one(random, kind, bytes);
            const QByteArray wrong = one.run();
            QVERIFY2(wrong.isEmpty(), wrong.constData());
            refused += one.wasRefused() ? 1 : 0;
            bytes = one.after();
        }
    }
    qInfo("%d edits, %d of them refused", tables * editsOfEach, refused);
    QVERIFY2(refused < tables * editsOfEach / 2, "most edits are possible");
}

QTEST_GUILESS_MAIN(TablePropertiesTest)
#include "tst_tableproperties.moc"
