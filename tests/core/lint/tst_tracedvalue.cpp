// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/tracedvalue.h"
#include "core/syntax/maincf.h"
#include "tests/support/markedconfig.h"

#include <QTest>

using lint::Definition;
using lint::TracedValue;
using lint::Word;
using support::unmarked;

namespace {

/// The value of `list`; `built_in` is a name with a default.
TracedValue listIn(const syntax::MainCf &file)
{
    const auto lookup = [&](QByteArrayView name) -> std::optional<Definition> {
        if (const syntax::Setting *setting = file.find(name))
            return Definition{.text = file.valueOf(*setting),
                              .file = model::FileId::MainCf,
                              .pieces = file.piecesOf(*setting)};
        return name == "built_in" ? std::optional(Definition{.text = "one $inner three"})
            : name == "inner"     ? std::optional(Definition{.text = "two"})
                                  : std::nullopt;
    };
    return TracedValue(*lookup("list"), lookup);
}

} // namespace

class TestTracedValue : public QObject
{
    Q_OBJECT

private slots:
    void wordPointsToWhereItCanBeChanged_data();
    void wordPointsToWhereItCanBeChanged();
    void wordOfABuiltInTextHasNoPlace();
    void valuesThatCantBeReadAreUncertain();
};

void TestTracedValue::wordPointsToWhereItCanBeChanged_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("index");
    QTest::addColumn<QByteArray>("word");
    QTest::addColumn<bool>("isWhole");

    QTest::newRow("literal word") << QByteArray("list = a, «b» c\n") << 1 << QByteArray("b") << true;
    QTest::newRow("continuation line")
        << QByteArray("list = a\n# no\n  «b» c\n") << 1 << QByteArray("b") << true;
    QTest::newRow("group") << QByteArray("list = a «{b, c}»\n") << 1 << QByteArray("{b, c}") << true;
    QTest::newRow("out of a name, in its definition")
        << QByteArray("x = b «c»\nlist = a $x\n") << 2 << QByteArray("c") << false;
    QTest::newRow("through two names")
        << QByteArray("y = «c»\nx = b ${y}\nlist = a $x\n") << 2 << QByteArray("c") << false;
    QTest::newRow("put together where it is put together")
        << QByteArray("x = b\nlist = a «$x.c»\n") << 1 << QByteArray("b.c") << false;
    QTest::newRow("put together of two names, in a third")
        << QByteArray("x = b\ny = c\nz = «$x.$y»\nlist = a $z\n") << 1 << QByteArray("b.c") << false;
    QTest::newRow("out of a default, at the name")
        << QByteArray("list = a «$built_in»\n") << 2 << QByteArray("two") << false;
    QTest::newRow("behind a condition")
        << QByteArray("x = y\nlist = a ${x?«b»}\n") << 1 << QByteArray("b") << true;
}

void TestTracedValue::wordPointsToWhereItCanBeChanged()
{
    QFETCH(const QByteArray, text);
    QFETCH(const int, index);
    QFETCH(const QByteArray, word);
    QFETCH(const bool, isWhole);
    syntax::ByteRange range;
    const syntax::MainCf file(unmarked(text, range));
    const QList<Word> words = listIn(file).words();
    QVERIFY(index < words.size());
    QCOMPARE(words[index].text, word);
    QVERIFY(words[index].place.has_value());
    QCOMPARE(words[index].place->range.begin, range.begin);
    QCOMPARE(words[index].place->range.end, range.end);
    if (isWhole)
        QVERIFY(words[index].isWhole);
}

void TestTracedValue::wordOfABuiltInTextHasNoPlace()
{
    const TracedValue value(Definition{.text = "a b"}, [](QByteArrayView) { return std::nullopt; });
    QCOMPARE(value.words().size(), 2);
    QVERIFY(!value.words().first().place.has_value());
}

void TestTracedValue::valuesThatCantBeReadAreUncertain()
{
    QVERIFY(listIn(syntax::MainCf("list = a $nothing\n")).isUncertain());
    QVERIFY(listIn(syntax::MainCf("list = a $list\n")).isBroken());
    QVERIFY(listIn(syntax::MainCf("list = a ${built_in\n")).isBroken());
    QVERIFY(!listIn(syntax::MainCf("list = a $$b $built_in\n")).isUncertain());
}

QTEST_GUILESS_MAIN(TestTracedValue)
#include "tst_tracedvalue.moc"
