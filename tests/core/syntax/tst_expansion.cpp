// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/syntax/expansion.h"

#include <QHash>
#include <QTest>

using syntax::ExpansionError;

class TestExpansion : public QObject
{
    Q_OBJECT

private slots:
    void namesAreScanned_data();
    void namesAreScanned();
    void badReferenceIsReported_data();
    void badReferenceIsReported();
    void valueIsExpanded_data();
    void valueIsExpanded();
    void endlessValuesEnd_data();
    void endlessValuesEnd();
};

void TestExpansion::namesAreScanned_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("names");
    QTest::newRow("plain") << QByteArray("a $b c") << QByteArray("b");
    QTest::newRow("braces and parentheses") << QByteArray("${a}$(b)") << QByteArray("a b");
    QTest::newRow("ends at the first other byte") << QByteArray("$a-b $c.d") << QByteArray("a c");
    QTest::newRow("doubled dollar") << QByteArray("$$a") << QByteArray("");
    QTest::newRow("both branches") << QByteArray("${a?$b}${c:$d}") << QByteArray("a b c d");
    QTest::newRow("braced branches") << QByteArray("${a?{$b}:{$c}}") << QByteArray("a b c");
    QTest::newRow("blanks inside") << QByteArray("${ a ? {$b} : {$c} }") << QByteArray("a b c");
    QTest::newRow("comparison") << QByteArray("${{$a} == {$b} ? {$c} : {$d}}") << QByteArray("a b c d");
    QTest::newRow("level comparison") << QByteArray("${{$compatibility_level} <level {3.6} ? {$a} : {$b}}")
                                      << QByteArray("compatibility_level a b");
}

void TestExpansion::namesAreScanned()
{
    QFETCH(const QByteArray, value);
    QFETCH(const QByteArray, names);
    QByteArrayList found;
    const auto errors =
        syntax::scanNames(value, [&](QByteArrayView name) { found.append(name.toByteArray()); });
    QVERIFY(errors.isEmpty());
    QCOMPARE(found.join(' '), names);
}

void TestExpansion::badReferenceIsReported_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<int>("kind");
    using Kind = ExpansionError::Kind;
    QTest::newRow("never closed") << QByteArray("${a") << int(Kind::Truncated);
    QTest::newRow("parenthesis never closed") << QByteArray("$(a") << int(Kind::Truncated);
    QTest::newRow("inner brace never closed") << QByteArray("${a?{x}") << int(Kind::Truncated);
    QTest::newRow("lone dollar") << QByteArray("a $ b") << int(Kind::EmptyName);
    QTest::newRow("dollar at the end") << QByteArray("a$") << int(Kind::EmptyName);
    QTest::newRow("not an operator") << QByteArray("${a!b}") << int(Kind::NameSyntax);
    QTest::newRow("unknown comparison") << QByteArray("${{a} ~ {b}?x}") << int(Kind::BadOperator);
    QTest::newRow("nothing to compare with") << QByteArray("${{a} == b}") << int(Kind::MissingBrace);
}

void TestExpansion::badReferenceIsReported()
{
    QFETCH(const QByteArray, value);
    QFETCH(const int, kind);
    const auto errors = syntax::scanNames(value, [](QByteArrayView) {});
    QVERIFY(!errors.isEmpty());
    QCOMPARE(int(errors.first().kind), kind);
    QVERIFY(!syntax::expanded(value, [](QByteArrayView) { return std::optional(QByteArray("x")); }));
}

void TestExpansion::valueIsExpanded_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("expanded");
    QTest::newRow("nothing to do") << QByteArray("a, b") << QByteArray("a, b");
    QTest::newRow("in turn") << QByteArray("<$outer>") << QByteArray("<in and out>");
    QTest::newRow("undefined is empty") << QByteArray("[$nosuch]") << QByteArray("[]");
    QTest::newRow("if set") << QByteArray("${inner?yes}${nosuch?no}") << QByteArray("yes");
    QTest::newRow("if not set") << QByteArray("${inner:no}${nosuch:yes}") << QByteArray("yes");
    QTest::newRow("set to nothing is not set") << QByteArray("${empty:yes}") << QByteArray("yes");
    QTest::newRow("then and else") << QByteArray("${nosuch?{a}:{b}}") << QByteArray("b");
    QTest::newRow("numbers compare as numbers")
        << QByteArray("${{9} < {10}?{yes}:{no}}") << QByteArray("yes");
    QTest::newRow("words compare as words") << QByteArray("${{a9} < {a10}?{yes}:{no}}") << QByteArray("no");
    QTest::newRow("levels compare by parts")
        << QByteArray("${{3.10} <level {3.9}?{yes}:{no}}") << QByteArray("no");
    QTest::newRow("doubled dollar") << QByteArray("$$inner") << QByteArray("$inner");
}

void TestExpansion::valueIsExpanded()
{
    QFETCH(const QByteArray, value);
    QFETCH(const QByteArray, expanded);
    const QHash<QByteArray, QByteArray> values{{"inner", "in"}, {"outer", "$inner and out"}, {"empty", ""}};
    const auto result = syntax::expanded(value, [&](QByteArrayView name) {
        const auto found = values.constFind(name.toByteArray());
        return found == values.cend() ? std::nullopt : std::optional(*found);
    });
    QVERIFY(result);
    QCOMPARE(*result, expanded);
}

void TestExpansion::endlessValuesEnd_data()
{
    QTest::addColumn<QByteArray>("inner");
    QTest::newRow("itself") << QByteArray("$a");
    QTest::newRow("doubling") << QByteArray("$a$a");
}

void TestExpansion::endlessValuesEnd()
{
    QFETCH(const QByteArray, inner);
    QVERIFY(!syntax::expanded("$a", [&](QByteArrayView) { return std::optional(inner); }));
    QVERIFY(!syntax::expanded(QByteArray("${a?{").repeated(5000) + QByteArray("}}").repeated(5000),
                              [](QByteArrayView) { return std::optional(QByteArray("x")); }));
}

QTEST_GUILESS_MAIN(TestExpansion)
#include "tst_expansion.moc"
