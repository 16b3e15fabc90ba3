// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/syntax/listvalue.h"
#include "core/syntax/maincf.h"
#include "tests/support/postfixreading.h"
#include "tests/support/randomconfig.h"

#include <QTest>

using syntax::ByteRange;
using syntax::ListItem;
using syntax::MainCf;

class TestListValue : public QObject
{
    Q_OBJECT

private slots:
    void items_data();
    void items();
    void acrossLines_data();
    void acrossLines();
    void randomValuesSplitAsPostfixSplitsThem();
};

void TestListValue::items_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArrayList>("items");
    QTest::addColumn<QList<bool>>("groups");

    const auto row = [](const char *name, const QByteArray &value, const QByteArrayList &items,
                        const QList<bool> &groups) { QTest::newRow(name) << value << items << groups; };
    row("empty", "", {}, {});
    row("separators only", " ,,\t, ", {}, {});
    row("words", "a, b c,d", {"a", "b", "c", "d"}, {false, false, false, false});
    row("group", "{ a, b }, c", {"{ a, b }", "c"}, {true, false});
    row("groups within", "{ a { b, c } d } e", {"{ a { b, c } d }", "e"}, {true, false});
    row("brace in a word", "a{b c}d e", {"a{b c}d", "e"}, {false, false});
    row("expansion", "${a?{b c}} d", {"${a?{b c}}", "d"}, {false, false});
    row("brace left open", "a { b, c", {"a", "{ b, c"}, {false, false});
    row("brace not opened", "a } b", {"a", "}", "b"}, {false, false, false});
    row("no blank behind a group", "{a}{b}", {"{a}{b}"}, {true});
    row("a NUL ends the value", QByteArray("a b\0c d", 7), {"a", "b"}, {false, false});
    row("not UTF-8", "\xff,\xfe", {"\xff", "\xfe"}, {false, false});
    row("vertical tab is no separator", "a\vb", {"a\vb"}, {false});
}

void TestListValue::items()
{
    QFETCH(QByteArray, value);
    QByteArrayList texts;
    QList<bool> groups;
    for (const ListItem &item : syntax::listItems(value)) {
        texts.append(item.range.in(value).toByteArray());
        groups.append(item.isGroup);
    }
    QTEST(texts, "items");
    QTEST(groups, "groups");
}

void TestListValue::acrossLines_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArrayList>("items");
    QTest::addColumn<QByteArrayList>("bytes");

    QTest::newRow("words") << QByteArray("a = b,\n# x, y\n  c d\n") << QByteArrayList{"b", "c", "d"}
                           << QByteArrayList{"b", "c", "d"};
    QTest::newRow("a line end separates")
        << QByteArray("a = b\n  c\n") << QByteArrayList{"b", "c"} << QByteArrayList{"b", "c"};
    QTest::newRow("a group over lines")
        << QByteArray("a = { b,\n# x }\n  c }, d\n") << QByteArrayList{"{ b, c }", "d"}
        << QByteArrayList{"{ b,\n# x }\n  c }", "d"};
    QTest::newRow("an open brace") << QByteArray("a = { b\n  c\n# d\n") << QByteArrayList{"{ b c"}
                                   << QByteArrayList{"{ b\n  c"};
    QTest::newRow("switched off") << QByteArray("#a_b = { b,\n#   c }, d,\n## x\n#   e\n")
                                  << QByteArrayList{"{ b, c }", "d", "e"}
                                  << QByteArrayList{"{ b,\n#   c }", "d", "e"};
}

void TestListValue::acrossLines()
{
    QFETCH(QByteArray, text);
    const MainCf file(text);
    const QList<ByteRange> pieces = file.piecesOf(file.settings().first());
    const QList<ListItem> items = syntax::listItems(text, pieces);
    QByteArrayList bytes;
    for (const ListItem &item : items)
        bytes.append(item.range.in(text).toByteArray());
    QTEST(bytes, "bytes");
    QTEST(syntax::itemTexts(text, pieces, items), "items");
}

void TestListValue::randomValuesSplitAsPostfixSplitsThem()
{
    support::RandomSource random("tst_listvalue");
    support::RandomMainCf generator(random);
    for (int round = 0; round < 10000; ++round) {
        const QByteArray text = generator.file();
        const MainCf file(text);
        for (const syntax::Setting &setting : file.settings()) {
            const QList<ByteRange> pieces = file.piecesOf(setting);
            const QByteArrayList found = syntax::itemTexts(text, pieces, syntax::listItems(text, pieces));
            QCOMPARE(found, support::postfixItems(file.valueOf(setting)));
        }
    }
}

QTEST_GUILESS_MAIN(TestListValue)
#include "tst_listvalue.moc"
