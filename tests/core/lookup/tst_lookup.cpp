// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lookup/open.h"

#include <QElapsedTimer>
#include <QTest>

using lookup::Answer;
using lookup::MapPointer;

namespace {

lookup::Opening openingOf(const QByteArray &text)
{
    return {.read = [text](const QByteArray &, syntax::TableKind kind) {
        return base::Result<syntax::Table>(
            syntax::Table(syntax::Text(text, syntax::Text::Layout::Chunked), kind));
    }};
}

} // namespace

class TestLookup : public QObject
{
    Q_OBJECT

private slots:
    void rowAnswers_data();
    void rowAnswers();
    void aliasIsStoredAsPostaliasWritesIt_data();
    void aliasIsStoredAsPostaliasWritesIt();
    void everyRowThatMatchesIsSaid();
    void duplicatesAreSaidAfterTheRowThatCounts();
    void whatPostfixWarnsOfIsSaid_data();
    void whatPostfixWarnsOfIsSaid();
    void substitutionMayBeForbidden();
    void onlyTheServerIsAskedForDatabases_data();
    void onlyTheServerIsAskedForDatabases();
    void otherLettersFoldWithUtf8();
    void badUtf8IsNoKeyAndNoValue();
    void hungryPatternEnds();
    void chainsSayAllTheirRows();
};

void TestLookup::rowAnswers_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("value"); // null: none
    QTest::addColumn<int>("line");
    const auto row = [](const char *title, const char *name, const QByteArray &text, const char *key,
                        const char *value, int line) {
        QTest::newRow(title) << QByteArray(name) << text << QByteArray(key) << QByteArray(value) << line;
    };
    row("a key", "hash:/t", "# c\na b\nc d\n", "c", "d", 3);
    row("case does not matter", "lmdb:/t", "Joe@Example.com x\n", "jOE@example.COM", "x", 1);
    row("the first of two counts", "btree:/t", "a 1\nA 2\n", "a", "1", 1);
    row("lines are joined with all their blanks", "hash:/t", "a b\n   c\n# no\n d\n", "a", "b   c d", 1);
    row("a key in quotes keeps them", "hash:/t", "\"a b\" c\n", "\"a b\"", "c", 1);
    row("nothing without a value", "hash:/t", "a\nb c\n", "a", nullptr, 0);
    row("a switched off row is none", "hash:/t", "#a b\n", "a", nullptr, 0);
    row("without a type it is the default one", "/t", "a b\n", "a", "b", 1);
    row("proxied", "proxy:hash:/t", "a b\n", "a", "b", 1);
    row("a pattern", "regexp:/t", "/no/ x\n/^(.*)@(.*)$/ $2:${1}:$(2) $$\n", "a@b", "b:a:b $", 2);
    row("the first pattern counts", "pcre:/t", "/a/ 1\n/a/ 2\n", "a", "1", 1);
    row("patterns ignore case by default", "pcre:/t", "/ABC/ x\n", "abc", "x", 1);
    row("and do not with a flag", "pcre:/t", "/ABC/i x\n", "abc", nullptr, 0);
    row("a negated pattern", "regexp:/t", "!/a/ x\n", "b", "x", 1);
    row("a second pattern that must not match", "regexp:/t", "/a/!/b/ x\n", "ab", nullptr, 0);
    row("a group that took no part", "pcre:/t", "/(a)|(b)/ <$2>\n", "a", "<>", 1);
    row("inside of an if", "regexp:/t", "if /a/\n/b/ x\nendif\n", "ab", "x", 2);
    row("outside of an if", "regexp:/t", "if /a/\n/b/ x\nendif\n/b/ y\n", "b", "y", 4);
    row("an if without an end ends all", "regexp:/t", "if /a/\n/b/ x\n/b/ y\n", "b", nullptr, 0);
    row("ifs nest", "pcre:/t", "if /a/\nif !/b/\n/c/ x\nendif\n/c/ y\nendif\n", "abc", "y", 5);
    row("a network", "cidr:/t", "10.0.0.0/8 x\n", "10.9.8.7", "x", 1);
    row("an address in brackets", "cidr:/t", "[2001:db8::]/32 x\n", "2001:db8:1::9", "x", 1);
    row("host bits make no network", "cidr:/t", "10.0.0.1/8 x\n", "10.0.0.1", nullptr, 0);
    row("not in a network", "cidr:/t", "!10.0.0.0/8 x\n", "11.0.0.1", "x", 1);
    row("of the other family", "cidr:/t", "!10.0.0.0/8 x\n", "::1", nullptr, 0);
    row("a network in an if", "cidr:/t", "if 10.0.0.0/8\n10.1.0.0/16 x\nendif\n0.0.0.0/0 y\n", "10.1.1.1",
        "x", 2);
    row("rows in main.cf", "cidr:{{10.0.0.0/8 x}, {0.0.0.0/0 y}}", "", "1.2.3.4", "y", 2);
    row("inline", "inline:{a=1, { b = c d }}", "", "B", "c d", 0);
    row("the last of two inline", "inline:{a=1 a=2}", "", "a", "2", 0);
    row("static", "static:{ x y }", "", "whatever", "x y", 0);
    row("a union", "unionmap:{inline:{a=1}, static:2}", "", "a", "1,2", 0);
    row("a pipe", "pipemap:{inline:{a=b}, inline:{b=c}}", "", "a", "c", 0);
    row("a pipe that breaks", "pipemap:{inline:{a=b}, inline:{x=c}}", "", "a", nullptr, 0);
    row("by chance", "randmap:{x, y}", "", "a", "x", 0);
}

void TestLookup::rowAnswers()
{
    QFETCH(const QByteArray, name);
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, key);
    QFETCH(const QByteArray, value);
    QFETCH(const int, line);
    const Answer answer = lookup::open(name, openingOf(text))->find(key);
    QVERIFY2(!answer.isError(), qPrintable(answer.problem));
    QCOMPARE(answer.isFound(), !value.isNull());
    QCOMPARE(answer.value, value);
    if (answer.isFound())
        QCOMPARE(answer.rows.first().line, line);
}

void TestLookup::aliasIsStoredAsPostaliasWritesIt_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("value");
    const auto row = [](const char *title, const char *text, const char *key, const char *value) {
        QTest::newRow(title) << QByteArray(text) << QByteArray(key) << QByteArray(value);
    };
    row("blanks", "root:  a,b ,c\n", "root", "a, b, c");
    row("over lines", "root: a,\n  b\n", "root", "a, b");
    row("a name in quotes", "\"x y\": z\n", "x y", "z");
    row("a command", "n: |prog\n", "n", "|prog");
    row("a command in quotes", "n: \"|prog 'a b'\"\n", "n", "\"|prog 'a b'\"");
    row("a file and a list", "n: /var/x, :include:/y\n", "n", "/var/x, :include:/y");
    row("no name with a domain", "a@b: c\n", "a", "");
    row("no value", "a:\n", "a", "");
    row("the mark of a whole database", "a: b\n", "@", "@");
    row("case", "Root: a\n", "rOOT", "a");
}

void TestLookup::aliasIsStoredAsPostaliasWritesIt()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, key);
    QFETCH(const QByteArray, value);
    lookup::Opening opening = openingOf(text);
    opening.areAliases = true;
    QCOMPARE(lookup::open("hash:/t", opening)->find(key).value, value);
}

void TestLookup::everyRowThatMatchesIsSaid()
{
    const MapPointer map =
        lookup::open("pcre:/t", openingOf("/(a)(x)?/ 1\nif /b/\n/c/ no\n/b/ $$2\nendif\n/./ 3\n"));
    const QList<lookup::Match> rows = map->matches("ab");
    QCOMPARE(rows.size(), 3);
    QCOMPARE(rows[0].groups, QByteArrayList({"a", "a", QByteArray()}));
    QVERIFY(rows[0].groups[2].isNull());
    QCOMPARE(rows[1].line, 4);
    QCOMPARE(rows[1].conditions, QList<qsizetype>{2});
    QCOMPARE(rows[1].value, QByteArray("$2"));
    QCOMPARE(rows[2].line, 6);
    QVERIFY(rows[2].conditions.isEmpty());
}

void TestLookup::duplicatesAreSaidAfterTheRowThatCounts()
{
    const MapPointer map = lookup::open("hash:/t", openingOf("a 1\nb 2\nA 3\na 4\n"));
    const QList<lookup::Match> rows = map->matches("a");
    QCOMPARE(rows.size(), 3);
    QCOMPARE(rows[0].line, 1);
    QCOMPARE(rows[1].line, 3);
    QCOMPARE(rows[2].value, QByteArray("4"));
    QCOMPARE(map->matches("b").size(), 1);
}

void TestLookup::whatPostfixWarnsOfIsSaid_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("line");
    QTest::addColumn<QByteArray>("warning");
    const auto row = [](const char *name, const char *text, int line, const char *warning) {
        QTest::newRow(warning) << QByteArray(name) << QByteArray(text) << line << QByteArray(warning);
    };
    row("hash:/t", "a b\n\nA c\n", 3, "duplicate entry: \"a\"");
    row("hash:/t", "a\n", 1, "expected format: key whitespace value");
    row("hash:/t", "a: b\n", 1, "record is in \"key: value\" format; is this an alias file?");
    row("hash:/t", "\"a b\n", 1, "unbalanced '\"' in '\"a b' -- ignoring this line");
    row("regexp:/t", "endif\n", 1, "ignoring ENDIF without matching IF");
    row("regexp:/t", "\nif /a/\n", 2, "IF has no matching ENDIF");
    row("regexp:/t", "abc d\n", 1, "ignoring unrecognized request");
    row("pcre:/t", "/a/\n", 1, "no replacement text: using empty string");
    row("pcre:/t", "/(a)/ $2\n", 1, "out of range replacement index \"2\": skipping this rule");
    row("pcre:/t", "!/(a)/ $1\n", 1, "$number found in negative match replacement text: skipping this rule");
    row("cidr:/t", "10.0.0.1/8 x\n", 1,
        "non-null host address bits in \"10.0.0.1/8\", perhaps you should use \"10.0.0.0/8\" instead: "
        "skipping "
        "this rule");
    row("cidr:/t", "10.0.0.0/8\n", 1, "no lookup result: skipping this rule");
}

void TestLookup::whatPostfixWarnsOfIsSaid()
{
    QFETCH(const QByteArray, name);
    QFETCH(const QByteArray, text);
    QFETCH(const int, line);
    QFETCH(const QByteArray, warning);
    const QList<lookup::Warning> warnings = lookup::open(name, openingOf(text))->warnings();
    QCOMPARE(warnings.size(), 1);
    QCOMPARE(warnings.first().text, warning);
    QCOMPARE(warnings.first().line, line);
}

void TestLookup::substitutionMayBeForbidden()
{
    lookup::Opening opening = openingOf("/(a)/ $1\n/a/ b\n");
    QCOMPARE(lookup::open("pcre:/t", opening)->find("a").value, QByteArray("a"));
    opening.rules.allowsSubstitution = false;
    QCOMPARE(lookup::open("pcre:/t", opening)->find("a").value, QByteArray("b"));
}

void TestLookup::onlyTheServerIsAskedForDatabases_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const char *name :
         {"ldap:/etc/x", "mysql:/x", "pgsql:/x", "sqlite:/x", "mongodb:/x", "memcache:/x", "tcp:h:1",
          "socketmap:inet:h:1:n", "proxy:ldap:/x", "unix:passwd.byname", "pipemap:{static:x,mysql:/x}"})
        QTest::newRow(name) << QByteArray(name);
}

void TestLookup::onlyTheServerIsAskedForDatabases()
{
    QFETCH(const QByteArray, name);
    const Answer answer = lookup::open(name, openingOf(""))->find("a");
    QCOMPARE(answer.state, Answer::State::NotAsked);
    QVERIFY(!answer.problem.isEmpty());
}

void TestLookup::otherLettersFoldWithUtf8()
{
    lookup::Opening opening = openingOf("STRA\xc3\x9f"
                                        "E x\n");
    QVERIFY(!lookup::open("hash:/t", opening)->find("strasse").isFound());
    opening.rules.isUtf8 = true;
    QCOMPARE(lookup::open("hash:/t", opening)->find("Strasse").value, QByteArray("x"));
}

void TestLookup::badUtf8IsNoKeyAndNoValue()
{
    lookup::Opening opening = openingOf("a\xff b\n");
    QVERIFY(lookup::open("hash:/t", opening)->find("a\xff").isFound());
    opening.rules.isUtf8 = true;
    QVERIFY(!lookup::open("hash:/t", opening)->find("a\xff").isFound());
    lookup::Opening patterns = openingOf("/a/ \xff\n");
    patterns.rules.isUtf8 = true;
    QCOMPARE(lookup::open("pcre:/t", patterns)->find("a").state, Answer::State::Failed);
}

void TestLookup::hungryPatternEnds()
{
    const MapPointer map = lookup::open("pcre:/t", openingOf("/^(a+)+$/ never\n/b/ next\n"));
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(map->find(QByteArray(60, 'a') + 'b').value, QByteArray("next"));
    QVERIFY(timer.elapsed() < 20000);
}

void TestLookup::chainsSayAllTheirRows()
{
    const Answer answer =
        lookup::open("pipemap:{hash:/t, pcre:{{/^(.)/ <$1>}}}", openingOf("x y\na bc\n"))->find("A");
    QCOMPARE(answer.value, QByteArray("<b>"));
    QCOMPARE(answer.rows.size(), 2);
    QCOMPARE(answer.rows[0].line, 2);
    QCOMPARE(answer.rows[0].value, QByteArray("bc"));
    QCOMPARE(answer.rows[1].groups, QByteArrayList({"b", "b"}));
}

QTEST_GUILESS_MAIN(TestLookup)
#include "tst_lookup.moc"
