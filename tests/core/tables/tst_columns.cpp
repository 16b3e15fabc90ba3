// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tables/columns.h"

#include <QTest>

using tables::Columns;

/// The value of a row as columns.
class TestColumns : public QObject
{
    Q_OBJECT

private slots:
    void valueIsSplit_data();
    void valueIsSplit();
    void onePartIsChanged_data();
    void onePartIsChanged();
};

void TestColumns::valueIsSplit_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<char>("separator");
    QTest::addColumn<QByteArrayList>("parts");
    QTest::newRow("one column") << QByteArray("a:b c") << '\0' << QByteArrayList{"a:b c"};
    QTest::newRow("user and password") << QByteArray("me:secret") << ':' << QByteArrayList{"me", "secret"};
    QTest::newRow("password with a colon")
        << QByteArray("me:se:cret") << ':' << QByteArrayList{"me", "se:cret"};
    QTest::newRow("user alone") << QByteArray("me") << ':' << QByteArrayList{"me", ""};
    QTest::newRow("blanks between") << QByteArray("secure \t match=a protocols=b") << ' '
                                    << QByteArrayList{"secure", "match=a protocols=b"};
    QTest::newRow("nothing") << QByteArray() << ':' << QByteArrayList{"", ""};
}

void TestColumns::valueIsSplit()
{
    QFETCH(QByteArray, value);
    QFETCH(char, separator);
    QTEST(tables::split(value, {.separator = separator}), "parts");
}

void TestColumns::onePartIsChanged_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<char>("separator");
    QTest::addColumn<bool>("isNeeded");
    QTest::addColumn<int>("which");
    QTest::addColumn<QByteArray>("part");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("blanks stay") << QByteArray("may \t x=y") << ' ' << false << 0 << QByteArray("encrypt")
                                 << QByteArray("encrypt \t x=y");
    QTest::newRow("attributes come") << QByteArray("may") << ' ' << false << 1 << QByteArray("x=y")
                                     << QByteArray("may x=y");
    QTest::newRow("attributes go") << QByteArray("may  x=y") << ' ' << false << 1 << QByteArray()
                                   << QByteArray("may");
    QTest::newRow("colon stays") << QByteArray("relay:[a]") << ':' << true << 1 << QByteArray()
                                 << QByteArray("relay:");
    QTest::newRow("colon comes") << QByteArray("relay") << ':' << true << 0 << QByteArray("smtp")
                                 << QByteArray("smtp:");
    QTest::newRow("whole value") << QByteArray("a b") << '\0' << false << 0 << QByteArray("c")
                                 << QByteArray("c");
}

void TestColumns::onePartIsChanged()
{
    QFETCH(QByteArray, value);
    QFETCH(char, separator);
    QFETCH(bool, isNeeded);
    QFETCH(int, which);
    QFETCH(QByteArray, part);
    QTEST(tables::withPart(value, {.separator = separator, .isNeeded = isNeeded}, which, part), "expected");
}

QTEST_GUILESS_MAIN(TestColumns)
#include "tst_columns.moc"
