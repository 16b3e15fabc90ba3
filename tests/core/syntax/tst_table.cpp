// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/syntax/table.h"
#include "tests/support/randomsource.h"
#include "tests/support/share.h"

#include <QTest>

using syntax::Row;
using syntax::Table;
using syntax::TableKind;
using syntax::Text;

Q_DECLARE_METATYPE(TableKind)

namespace {

Table tableOf(const QByteArray &bytes, TableKind kind)
{
    return {Text(bytes, Text::Layout::Chunked), kind};
}

/// One row in a word: + in force, - switched off; if, endif and ? for strays; key and value in brackets.
QByteArray described(const Table &table, qsizetype index)
{
    const Row row = table.row(index);
    QByteArray text = row.enabled ? "+" : "-";
    if (row.form == Row::Form::If)
        text += "if";
    else if (row.form == Row::Form::EndIf)
        text += "endif";
    else if (row.form == Row::Form::Stray)
        text += "?";
    if (row.negated)
        text += '!';
    return text + '[' + table.keyOf(row) + "][" + table.valueOf(row) + ']';
}

QByteArrayList described(const Table &table)
{
    QByteArrayList rows;
    for (qsizetype i = 0; i < table.rowCount(); ++i)
        rows += described(table, i);
    return rows;
}

/// What the ranges of every row promise.
bool isSound(const Table &table)
{
    qsizetype end = 0;
    const qsizetype size = table.text().size();
    for (qsizetype i = 0; i < table.rowCount(); ++i) {
        const Row row = table.row(i);
        const bool inOrder = end <= row.whole.begin && row.whole.begin < row.whole.end
            && row.whole.end <= size && row.whole.begin <= row.key.begin && row.key.begin <= row.key.end
            && row.key.end == row.separator.begin && row.separator.end == row.value.begin
            && row.value.begin <= row.value.end && row.value.end <= row.whole.end;
        const bool isFound =
            table.rowAt(row.whole.begin) == i && table.rowAt(row.whole.end - 1) == i && table.rowAt(end) == i;
        if (!inOrder || !isFound)
            return false;
        end = row.whole.end;
    }
    return table.rowAt(size) == table.rowCount();
}

} // namespace

class TableTest : public QObject
{
    Q_OBJECT

private slots:
    void rows_data();
    void rows();
    void storedValueKeepsTheBlanks();
    void remarkBelongsToItsRow_data();
    void remarkBelongsToItsRow();
    void everyTextIsSomeTable();
    void changesReadOnlyWhatChanged();
};

void TableTest::rows_data()
{
    QTest::addColumn<TableKind>("kind");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArrayList>("expected");
    const auto row = [](const char *name, TableKind kind, const QByteArray &bytes,
                        const QByteArrayList &expected) { QTest::newRow(name) << kind << bytes << expected; };
    using enum TableKind;

    row("key, blanks, value", KeyValue, "a b\nc\t d e \n", {"+[a][b]", "+[c][d e]"});
    row("no last newline", KeyValue, "a b\nc d", {"+[a][b]", "+[c][d]"});
    row("empty", KeyValue, "", {});
    row("prose and blank lines", KeyValue, "# Who gets mail for us\n\n   \na b\n  # indented\n", {"+[a][b]"});
    row("continued with a comment inside", KeyValue, "a b,\n# why\n\n  c\nd e\n", {"+[a][b, c]", "+[d][e]"});
    row("a switched-off row inside a logical line is a comment", KeyValue, "a b,\n#x@y z\n  c\n",
        {"+[a][b, c]"});
    row("value in the next line", KeyValue, "a\n  b\n", {"+[a][b]"});
    row("indented first line", KeyValue, "  a b\n  c\nd e\n", {"+?[][a b c]", "+[d][e]"});
    row("CRLF", KeyValue, "a b\r\nc d,\r\n  e\r\n", {"+[a][b]", "+[c][d, e]"});
    row("NUL ends what is read", KeyValue, QByteArray("a b\0c\nd\0 e\n", 11), {"+[a][b]", "+?[d][]"});
    row("not UTF-8", KeyValue, "\xe4@b \xff\n", {"+[\xe4@b][\xff]"});
    row("no value", KeyValue, "a\nb c\n", {"+?[a][]", "+[b][c]"});
    row("quoted key keeps its quotes", KeyValue, "\"a b\"@c d\n", {"+[\"a b\"@c][d]"});
    row("escaped quote in a quoted key", KeyValue, "\"a\\\" b\" d\n", {"+[\"a\\\" b\"][d]"});
    row("quotes that are not closed", KeyValue, "\"a b c\nd e\n", {"+?[\"a b c][]", "+[d][e]"});
    row("backslash before a blank", KeyValue, "a\\ b c\n", {"+[a\\ b][c]"});
    row("hash in a value", KeyValue, "a b # c\n", {"+[a][b # c]"});

    row("switched off", KeyValue, "#user@example.com  target\n", {"-[user@example.com][target]"});
    row("switched off with a blank", KeyValue, "# example.com\tsmtp:[mail]:25\n",
        {"-[example.com][smtp:[mail]:25]"});
    row("switched off, an action", KeyValue, "#bad.example REJECT Go away, please\n",
        {"-[bad.example][REJECT Go away, please]"});
    row("switched off, a local name", KeyValue, "#root admin@example.com\n", {"-[root][admin@example.com]"});
    row("switched off, several lines", KeyValue, "#team@example.com a,\n#  b,\n#\n#\tc\nx y\n",
        {"-[team@example.com][a, b, c]", "+[x][y]"});
    row("switched off, comments below", KeyValue, "#team@example.com a\n# left in June\nx y\n",
        {"-[team@example.com][a]", "+[x][y]"});
    row("switched off host in brackets", KeyValue, "#[mail.example]:587 user:password\n",
        {"-[[mail.example]:587][user:password]"});
    row("prose of all kinds", KeyValue,
        "# See postmap(1) for details.\n#\n#Rebuild with postmap after a change\n# /etc/postfix/virtual\n"
        "# example.com: this one moved\n#   user@domain address, address\n#-----------------\n"
        "#!/bin/sh\n# vim: ts=4\n# example.com is our main domain\n## user@example.com x\n"
        "# TODO: ask someone\n# http://www.postfix.org/virtual.5.html for more\n",
        {});

    row("aliases", Aliases, "root: admin\npostmaster:root\n", {"+[root][admin]", "+[postmaster][root]"});
    row("quoted alias", Aliases, "\"a b\": c\n\"d:e\": f\n", {"+[a b][c]", "+[d:e][f]"});
    row("escaped alias", Aliases, "a\\ b: c\n", {"+[a b][c]"});
    row("pipe, file and include", Aliases, "a: |\"/bin/x -y: z\"\nb: /var/mail/b\nc: :include:/etc/list\n",
        {"+[a][|\"/bin/x -y: z\"]", "+[b][/var/mail/b]", "+[c][:include:/etc/list]"});
    row("dots and dashes in names", Aliases, "owner-list.x: y\nMAILER-DAEMON : postmaster\n",
        {"+[owner-list.x][y]", "+[MAILER-DAEMON][postmaster]"});
    row("continued alias", Aliases, "a: b,\n\tc,\n# no\n\td\n", {"+[a][b, c, d]"});
    row("alias without a value", Aliases, "a:\nb: c\n", {"+?[a][]", "+[b][c]"});
    row("alias with an empty quoted value", Aliases, "a: \"\"\n", {"+[a][\"\"]"});
    row("not local", Aliases, "a@b: c\nd e\n", {"+?[a@b][c]", "+?[d e][]"});
    row("comment in a name", Aliases, "a (the first): b\n", {"+[a (the first)][b]"});
    row("switched-off aliases", Aliases, "#postmaster: root\n# decode:\t/dev/null\n#a: \"|x y\", b\n",
        {"-[postmaster][root]", "-[decode][/dev/null]", "-[a][\"|x y\", b]"});
    row("switched-off alias of several lines", Aliases, "#team:\ta,\n#\tb\nx: y\n",
        {"-[team][a, b]", "+[x][y]"});
    row("prose in aliases", Aliases,
        "# NOTE: this\n#Note: run newaliases after a change\n# https://example.com/x\n# vim:ts=4:sw=4\n# "
        "Person who gets: x y\n",
        {});

    row("patterns", Pattern, "/^a b$/ REJECT no\n!/c/i OK\n|d/e|x DUNNO\n",
        {"+[/^a b$/][REJECT no]", "+![/c/i][OK]", "+[|d/e|x][DUNNO]"});
    row("escaped delimiter", Pattern, "/a\\/b/ OK\n", {"+[/a\\/b/][OK]"});
    row("if and endif", Pattern, "if /a/\n/b/ c\nendif\nIF !/d/\nEndif\n",
        {"+if[/a/][]", "+[/b/][c]", "+endif[][]", "+if![/d/][]", "+endif[][]"});
    row("blanks after the exclamation mark", Pattern, "! /a/ b\n!!/c/ d\n", {"+![/a/][b]", "+[/c/][d]"});
    row("two patterns", Pattern, "/a/!/b/ c\n", {"+[/a/!/b/][c]"});
    row("pattern over two lines", Pattern, "/a\n  b/ c\n", {"+[/a  b/][c]"});
    row("no replacement is an empty one", Pattern, "/a/\n", {"+[/a/][]"});
    row("no pattern at all", Pattern, "abc def\n/a b\n/a/z c\n",
        {"+?[abc][def]", "+?[/a b][]", "+?[/a/z][c]"});
    row("switched-off patterns", Pattern, "#/^a/ REJECT\n# /b c/i OK now\n#if /x/\n#endif\n#!/d/ e\n",
        {"-[/^a/][REJECT]", "-[/b c/i][OK now]", "-if[/x/][]", "-endif[][]", "-![/d/][e]"});
    row("switched-off pattern, result below", Pattern, "#/a/\n#   REJECT\n", {"-[/a/][REJECT]"});
    row("prose among patterns", Pattern,
        "# /etc/postfix/header_checks\n#!/bin/sh -e\n# if you want that\n#====\n# //\n#/x/\n# endif there is "
        "one\n",
        {});

    row("networks", Cidr, "10.0.0.0/8 OK\n!::1 REJECT not us\n[::1]\tx\n",
        {"+[10.0.0.0/8][OK]", "+![::1][REJECT not us]", "+[[::1]][x]"});
    row("networks in if", Cidr, "if 10.0.0.0/8\n10.1.0.0/16 OK\nendif\nendif x\n",
        {"+if[10.0.0.0/8][]", "+[10.1.0.0/16][OK]", "+endif[][]", "+?[][x]"});
    row("network without a result", Cidr, "10.0.0.0/8\nexample.com OK\n",
        {"+?[10.0.0.0/8][]", "+?[example.com][OK]"});
    row("switched-off networks", Cidr,
        "#10.0.0.0/8 REJECT x y\n# 192.0.2.1 reject\n#2001:db8::/32 OK\n#20250101 - someone\n",
        {"-[10.0.0.0/8][REJECT x y]", "-[192.0.2.1][reject]", "-[2001:db8::/32][OK]"});
    row("prose among networks", Cidr, "# 10.0.0.1 is our gateway\n#192.0.2.0/24\n", {});
}

void TableTest::rows()
{
    QFETCH(TableKind, kind);
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArrayList, expected);
    const Table table = tableOf(bytes, kind);
    QCOMPARE(described(table), expected);
    QVERIFY(isSound(table));
}

void TableTest::storedValueKeepsTheBlanks()
{
    const Table table = tableOf("k v\n  w\n#c\n\n   x \n", TableKind::KeyValue);
    QCOMPARE(table.storedValueOf(table.row(0)), QByteArray("v  w   x"));
    QCOMPARE(table.valueOf(table.row(0)), QByteArray("v w x"));
}

void TableTest::remarkBelongsToItsRow_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("remark");
    const auto row = [](const char *name, const char *bytes, const char *key, const char *remark) {
        QTest::newRow(name) << QByteArray(bytes) << QByteArray(key) << QByteArray(remark);
    };
    row("right above", "x y\n\n# about a\na b\n\nc d\n", "a", "# about a\n");
    row("between two rows", "x y\n# about a\na b\nc d\n", "a", "# about a\n");
    row("a blank line between", "x y\n# about x\n\na b\n", "a", "");
    row("heading of several rows", "x y\n\n# Sales\na1 b\nc d\n", "a1", "");
    row("heading that names the row", "x y\n\n# for a1 only\na1 b\nc d\n", "a1", "# for a1 only\n");
    row("not a switched-off row", "x y\n#u@example.com v\na b\n", "a", "");
    row("below a switched-off row", "x y\n#u@example.com v\n# about a\na b\n", "a", "# about a\n");
    row("long head of the file", "# one\n# two\n# three\na b\n", "a", "");
    row("short head of the file", "# one\na b\n", "a", "# one\n");
    row("not the comment inside the row above", "x y,\n# inside\n  z\na b\n", "a", "");
}

void TableTest::remarkBelongsToItsRow()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, remark);
    const Table table = tableOf(bytes, TableKind::KeyValue);
    for (qsizetype i = 0; i < table.rowCount(); ++i) {
        const Row row = table.row(i);
        if (table.keyOf(row) != key)
            continue;
        QCOMPARE(table.text().bytes(table.remarkOf(row)), remark);
        QVERIFY(table.remarkOf(row).end == row.whole.begin);
        return;
    }
    QFAIL("the row is not there");
}

void TableTest::everyTextIsSomeTable()
{
    support::RandomSource random("every text is some table");
    const QByteArrayList pieces{
        "a",    "b@c.d", " ",     "\t",   "\n",    "\n",  "#",   "# ",     ",",
        ":",    "/",     "!",     "if",   "endif", "\"",  "\\",  "\r",     "10.0.0.0/8",
        "(",    ")",     "[",     "]",    "|",     "\n ", "\n#", "REJECT", QByteArray("\0", 1),
        "\xff", "  ",    "\n#  ", "/x/ y"};
    for (int i = 0; i < support::share(20000); ++i) {
        const QByteArray bytes = random.text(pieces, 40);
        for (const TableKind kind :
             {TableKind::KeyValue, TableKind::Aliases, TableKind::Pattern, TableKind::Cidr}) {
            const Table table = tableOf(bytes, kind);
            QVERIFY2(isSound(table), bytes.toPercentEncoding().constData());
            for (qsizetype row = 0; row < table.rowCount(); ++row) {
                described(table, row);
                table.storedValueOf(table.row(row));
                table.remarkOf(table.row(row));
            }
        }
    }
}

void TableTest::changesReadOnlyWhatChanged()
{
    support::RandomSource random("a changed table is the table of the changed text");
    QByteArray bytes;
    for (int i = 0; i < support::share(20000); ++i)
        bytes += "user" + QByteArray::number(i) + "@example.com  target" + QByteArray::number(i) + '\n';
    const QByteArrayList pieces{"\n", " ", "#", "a b\n", "  more\n", "#x@y z\n", ",", "\n\n"};
    Table table = tableOf(bytes, TableKind::KeyValue);
    for (int i = 0; i < 300; ++i) {
        syntax::ByteRange range;
        range.begin = random.oneIn(2) ? random.below(table.text().size())
                                      : table.text().chunkBegin(random.below(table.text().chunkCount()));
        range.end = std::min(table.text().size(), range.begin + random.below(random.oneIn(30) ? 300000 : 30));
        table = Table(table.text().replaced(range, random.text(pieces, 4)), table);
        const Table fresh = tableOf(table.text().bytes(), TableKind::KeyValue);
        QCOMPARE(table.rowCount(), fresh.rowCount());
        for (int probe = 0; probe < 50 && fresh.rowCount() > 0; ++probe) {
            const qsizetype row = random.below(fresh.rowCount());
            QCOMPARE(described(table, row), described(fresh, row));
            QVERIFY(table.row(row).whole == fresh.row(row).whole);
        }
    }
}

QTEST_GUILESS_MAIN(TableTest)
#include "tst_table.moc"
