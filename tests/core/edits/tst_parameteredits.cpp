// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/maincfedit.h"

#include <QTest>

using model::Draft;
using support::draftOf;
using support::edited;
using Reason = edits::Refusal::Reason;

class TestParameterEdits : public QObject
{
    Q_OBJECT

private slots:
    void setParameter_data();
    void setParameter();
    void newParameter_data();
    void newParameter();
    void resetParameter_data();
    void resetParameter();
    void commentOut_data();
    void commentOut();
    void commentOutOneOfSeveral_data();
    void commentOutOneOfSeveral();
    void switchOn_data();
    void switchOn();
    void commentedOutAndOnAgainIsTheSame_data();
    void commentedOutAndOnAgainIsTheSame();
    void removeSetting_data();
    void removeSetting();
    void moveSetting_data();
    void moveSetting();
    void oneSettingOfSeveral();
    void refused_data();
    void refused();
};

void TestParameterEdits::setParameter_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("after");

    const auto row = [](const char *name, const char *before, const char *value, const char *after) {
        QTest::newRow(name) << QByteArray(before) << QByteArray(value) << QByteArray(after);
    };
    row("plain", "a = b\n", "c", "a = c\n");
    row("no newline at the end", "a=b", "c", "a=c");
    row("windows line end", "a = b\r\nx = y\r\n", "c", "a = c\r\nx = y\r\n");
    row("blanks behind the value stay", "a = b  \n", "c", "a = c  \n");
    row("aligned", "a      = b\n", "c", "a      = c\n");
    row("same value", "a = b\n", " b ", "a = b\n");
    row("emptied", "a = b\n", "", "a =\n");
    row("from empty", "a =\n", "b", "a = b\n");
    row("from empty with a blank", "a = \n", "b", "a = b\n");
    row("from empty, tight", "a=\n", "b", "a=b\n");
    row("the one in force is edited", "a = 1\na = 2\nb = 3\n", "4", "a = 1\na = 4\nb = 3\n");
    row("a number sign is plain at the start of a value", "a = b\n", "#c", "a = #c\n");
    row("a number sign on a line of its own would be a comment", "a =\n  b\n", "#c", "a = #c\n");
    row("a line break becomes a continuation", "a = b\n", "c\nd", "a = c\n    d\n");
    row("a line break takes the indentation of the neighbours", "x = 1,\n\t2\na = b\n", "c\nd",
        "x = 1,\n\t2\na = c\n\td\n");
    row("a line break in a file with windows line ends", "a = b\r\n", "c\nd", "a = c\r\n    d\r\n");
    row("a line that would become a comment is joined", "a = b\n", "c\n#d\ne", "a = c #d\n    e\n");
    row("empty lines in the value are left out", "a = b\n", "\nc\n\n \nd\n", "a = c\n    d\n");
    row("same words on other lines", "a = b\n  c\n", "b c", "a = b\n  c\n");
    row("same items with other separators", "a = b, # x\n  # why\n  c\n", "b # x c",
        "a = b # x\n  # why\n  c\n");
    row("one line is text, not a list", "a = b, c\n", "b c", "a = b c\n");
    row("equals sign on the second line", "a\n = b\n", "c", "a\n = c\n");
    row("value on the second line", "a =\n  b\n", "c", "a =\n  c\n");
    row("what a NUL hides is replaced with the value", QByteArray("a = b").constData(), "c", "a = c");
    row("item appended", "a = b,\n    c\n", "b, c, d", "a = b,\n    c,\n    d\n");
    row("item appended, trailing comma", "a =\n    b,\n    c,\n", "b, c, d,",
        "a =\n    b,\n    c,\n    d,\n");
    row("commas that were not there", "a = b\n  # why\n  c\n", "b, c, d", "a = b,\n  # why\n  c,\n  d\n");
    row("item appended, blanks only", "a =\n    b\n    c\n", "b c d", "a =\n    b\n    c\n    d\n");
    row("item put first, first on the name's line", "a = b,\n    c\n", "x, b, c", "a = x,\n    b,\n    c\n");
    row("item put first, first below", "a =\n    b,\n    c\n", "x, b, c", "a =\n    x,\n    b,\n    c\n");
    row("item put between", "a = b,\n    c\n", "b, x, c", "a = b,\n    x,\n    c\n");
    row("item put above the comment of the next", "a = b,\n# why c\n    c\n", "b, x, c",
        "a = b,\n    x,\n# why c\n    c\n");
    row("last item removed", "a = b,\n    c\n", "b", "a = b\n");
    row("last item removed, no newline at the end", "a = b,\n    c", "b", "a = b");
    row("last item removed, trailing comma", "a = b,\n    c,\n", "b", "a = b\n");
    row("middle item removed", "a = b,\n    c,\n    d\n", "b, d", "a = b,\n    d\n");
    row("first item removed", "a = b,\n    c,\n    d\n", "c, d", "a = c,\n    d\n");
    row("first item removed, comment above the second", "a = b,\n# why c\n    c\n", "c",
        "a =\n# why c\n    c\n");
    row("item removed with its comment", "a = b,\n# why c\n    c,\n    d\n", "b, d", "a = b,\n    d\n");
    row("a comment apart from the item stays", "a = b,\n# about them\n\n    c,\n    d\n", "b, d",
        "a = b,\n# about them\n\n    d\n");
    row("a switched-off item stays", "a = b,\n#   x,\n    c,\n    d\n", "b, d", "a = b,\n#   x,\n    d\n");
    row("comments behind the last item stay", "a = b,\n# about them\n\n    c\n", "b",
        "a = b\n# about them\n\n");
    row("item removed from a line of several", "a = b, c, d,\n    e\n", "b, d, e", "a = b, d,\n    e\n");
    row("last on its line removed", "a = b, c,\n    d, e\n", "b, d, e", "a = b,\n    d, e\n");
    row("first on its line removed", "a = b, c,\n    d, e\n", "b, c, e", "a = b, c,\n    e\n");
    row("item appended to lines of several", "a = b, c,\n    d, e\n", "b, c, d, e, f",
        "a = b, c,\n    d, e, f\n");
    row("item replaced, comments stay", "a = b,\n# why c\n    c,\n    d\n", "b, x, d",
        "a = b,\n# why c\n    x,\n    d\n");
    row("items swapped, comments go along", "a =\n# why b\n    b,\n# why c\n    c\n", "c, b",
        "a =\n# why c\n    c,\n# why b\n    b\n");
    row("an action with its argument", "a = b,\n    c hash:/x,\n    d\n", "b, c hash:/x, e hash:/y, d",
        "a = b,\n    c hash:/x,\n    e hash:/y,\n    d\n");
    row("windows line ends in a list", "a = b,\r\n    c\r\n", "b, x, c", "a = b,\r\n    x,\r\n    c\r\n");
    row("commas in front", "a = b\n  , c\n  , d\n", "b, c, x, d", "a = b\n  , c\n  , x\n  , d\n");
    row("group kept", "a = b,\n    { c, d\n      e },\n    f\n", "b, { c, d e }, g",
        "a = b,\n    { c, d\n      e },\n    g\n");
    row("list emptied", "a = b,\n    c\nx = y\n", "", "a =\nx = y\n");
    row("list of one", "a = b,\n    c,\n    d\n", "x", "a = x\n");
}

void TestParameterEdits::setParameter()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, value);
    QTEST(edited(before, [&](Draft &draft) { return edits::setParameter(draft, "a", value); }), "after");
}

void TestParameterEdits::newParameter_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("after");

    const auto row = [](const char *title, const char *before, const char *name, const char *value,
                        const char *after) {
        QTest::newRow(title) << QByteArray(before) << QByteArray(name) << QByteArray(value)
                             << QByteArray(after);
    };
    row("empty file", "", "a", "b", "a = b\n");
    row("at the end", "x = y\n", "a", "b", "x = y\na = b\n");
    row("no newline at the end", "x = y", "a", "b", "x = y\na = b");
    row("no newline at the end, windows line ends", "x = y\r\nz = 1", "a", "b", "x = y\r\nz = 1\r\na = b");
    row("windows line ends", "x = y\r\n", "a", "b", "x = y\r\na = b\r\n");
    row("tight style", "x=y\n", "a", "b", "x=y\na=b\n");
    row("empty value", "x = y\n", "a", "", "x = y\na =\n");
    row("several lines", "x = y\n", "a", "b,\nc", "x = y\na = b,\n    c\n");
    row("behind a comment without newline", "x = y\n# end", "a", "b", "x = y\n# end\na = b");
    row("upper case, dots and dashes are names", "x = y\n", "policy-spf_time.Limit", "1",
        "x = y\npolicy-spf_time.Limit = 1\n");
    row("below its own example", "#relayhost = [a]\n#relayhost = [b]\n\nx = y\n", "relayhost", "c",
        "#relayhost = [a]\n#relayhost = [b]\nrelayhost = c\n\nx = y\n");
    row("below an example of several lines", "#my_list = a,\n#    b\n# prose\nx = y\n", "my_list", "c",
        "#my_list = a,\n#    b\nmy_list = c\n# prose\nx = y\n");
    row("not below an example inside a value", "x = y\n#relayhost = a\n  z\nw = 1\n", "relayhost", "c",
        "x = y\n#relayhost = a\n  z\nw = 1\nrelayhost = c\n");
    row("not below an example above an orphan", "#relayhost = a\n  z\nw = 1\n", "relayhost", "c",
        "#relayhost = a\n  z\nw = 1\nrelayhost = c\n");
    row("beside its relatives",
        "smtpd_tls_cert_file = x\nsmtpd_tls_key_file = y,\n# c\n  z\n\nsmtpd_banner = b\nq = r\n",
        "smtpd_tls_loglevel", "1",
        "smtpd_tls_cert_file = x\nsmtpd_tls_key_file = y,\n# c\n  z\nsmtpd_tls_loglevel = 1\n\nsmtpd_banner "
        "= "
        "b\nq = r\n");
    row("smtp is no relative of smtpd", "smtpd_banner = b\nq = r\n", "smtp_helo_name", "x",
        "smtpd_banner = b\nq = r\nsmtp_helo_name = x\n");
    row("aligned with its relatives", "smtp_a    = b\nsmtp_long = c\nq = r\n", "smtp_bc", "x",
        "smtp_a    = b\nsmtp_long = c\nsmtp_bc   = x\nq = r\n");
    row("number sign", "x = y\n", "a", "#b", "x = y\na = #b\n");
}

void TestParameterEdits::newParameter()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    QTEST(edited(before, [&](Draft &draft) { return edits::setParameter(draft, name, value); }), "after");
}

void TestParameterEdits::resetParameter_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");

    QTest::newRow("not set") << QByteArray("x = y\n") << QByteArray("x = y\n");
    QTest::newRow("plain") << QByteArray("x = 1\na = b\ny = 2\n") << QByteArray("x = 1\ny = 2\n");
    QTest::newRow("all of them, so that no old value comes back")
        << QByteArray("a = 1\nx = y\na = 2\n") << QByteArray("x = y\n");
    QTest::newRow("with its lines and the comments between")
        << QByteArray("x = 1\na = b,\n# c\n\n  d\n# e\ny = 2\n") << QByteArray("x = 1\n# e\ny = 2\n");
    QTest::newRow("the remark and what is switched off stay")
        << QByteArray("x = 1\n# remark\na = b\n#a = c\n") << QByteArray("x = 1\n# remark\n#a = c\n");
    QTest::newRow("tabs and later lines of others stay")
        << QByteArray("x = 1\na = b\n# c\ny = 2,\n\t3\n") << QByteArray("x = 1\n# c\ny = 2,\n\t3\n");
    QTest::newRow("blank-indented lines go along")
        << QByteArray("x = 1\na = b,\n c\ny = 2\n") << QByteArray("x = 1\ny = 2\n");
    QTest::newRow("last, without newline") << QByteArray("x = 1\na = b") << QByteArray("x = 1");
    QTest::newRow("last, without newline, windows") << QByteArray("x = 1\r\na = b") << QByteArray("x = 1");
    QTest::newRow("two in a row at the end, without newline")
        << QByteArray("x = 1\na = b\na = c") << QByteArray("x = 1");
    QTest::newRow("alone") << QByteArray("a = b") << QByteArray("");
}

void TestParameterEdits::resetParameter()
{
    QFETCH(QByteArray, before);
    QTEST(edited(before, [&](Draft &draft) { return edits::resetParameter(draft, "a"); }), "after");
}

void TestParameterEdits::commentOut_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");

    QTest::newRow("plain") << QByteArray("a_b = c\nx = y\n") << QByteArray("#a_b = c\nx = y\n");
    QTest::newRow("every line") << QByteArray("a_b = c,\n# why\n\n  d\nx = y\n")
                                << QByteArray("#a_b = c,\n## why\n#\n#  d\nx = y\n");
    QTest::newRow("all of them") << QByteArray("a_b = 1\nx = y\na_b = 2")
                                 << QByteArray("#a_b = 1\nx = y\n#a_b = 2");
}

void TestParameterEdits::commentOut()
{
    QFETCH(QByteArray, before);
    QTEST(edited(before, [&](Draft &draft) { return edits::commentOutParameter(draft, "a_b"); }), "after");
}

void TestParameterEdits::commentOutOneOfSeveral_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<int>("index");
    QTest::addColumn<QByteArray>("after");

    QTest::newRow("the one in force")
        << QByteArray("a = 1\nx = y\na = 2\n") << 2 << QByteArray("a = 1\nx = y\n#a = 2\n");
    QTest::newRow("an overridden one")
        << QByteArray("a = 1\nx = y\na = 2\n") << 0 << QByteArray("#a = 1\nx = y\na = 2\n");
    QTest::newRow("of several lines") << QByteArray("a = 1\na = b,\n# why\n  c\nx = y\n") << 1
                                      << QByteArray("a = 1\n#a = b,\n## why\n#  c\nx = y\n");
    QTest::newRow("one that is off already")
        << QByteArray("#a_b = 1\na_b = 2\n") << 0 << QByteArray("#a_b = 1\na_b = 2\n");
}

void TestParameterEdits::commentOutOneOfSeveral()
{
    QFETCH(QByteArray, before);
    QFETCH(int, index);
    QTEST(edited(before, [&](Draft &draft) { return edits::commentOutSetting(draft, index); }), "after");
}

void TestParameterEdits::switchOn_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<int>("index");
    QTest::addColumn<QByteArray>("after");

    QTest::newRow("plain") << QByteArray("#a_b = c\n") << 0 << QByteArray("a_b = c\n");
    QTest::newRow("with a blank") << QByteArray("# a_b = c\n") << 0 << QByteArray("a_b = c\n");
    QTest::newRow("several marks") << QByteArray("##  a_b = c\n") << 0 << QByteArray("a_b = c\n");
    QTest::newRow("indented") << QByteArray("x = y\n  # a_b = c\n") << 1 << QByteArray("x = y\na_b = c\n");
    QTest::newRow("several lines") << QByteArray("#a_b = c,\n#    d\n") << 0
                                   << QByteArray("a_b = c,\n    d\n");
    QTest::newRow("several lines with a blank")
        << QByteArray("# a_b = c,\n#     d\n") << 0 << QByteArray("a_b = c,\n    d\n");
    QTest::newRow("the line below stays indented")
        << QByteArray("# a_b = c,\n#  d\n") << 0 << QByteArray("a_b = c,\n d\n");
    QTest::newRow("a comment inside")
        << QByteArray("#a_b = c,\n## why\n#\n#  d\n") << 0 << QByteArray("a_b = c,\n# why\n\n  d\n");
    QTest::newRow("the other one is switched off")
        << QByteArray("a_b = 1\n#a_b = 2\n") << 1 << QByteArray("#a_b = 1\na_b = 2\n");
    QTest::newRow("the other one below too")
        << QByteArray("#a_b = 2\na_b = 1,\n  3\n") << 0 << QByteArray("a_b = 2\n#a_b = 1,\n#  3\n");
    QTest::newRow("on already") << QByteArray("a_b = 1\n") << 0 << QByteArray("a_b = 1\n");
}

void TestParameterEdits::switchOn()
{
    QFETCH(QByteArray, before);
    QFETCH(int, index);
    QTEST(edited(before, [&](Draft &draft) { return edits::switchOnParameter(draft, index); }), "after");
}

void TestParameterEdits::commentedOutAndOnAgainIsTheSame_data()
{
    QTest::addColumn<QByteArray>("text");

    QTest::newRow("plain") << QByteArray("a_b = c\nx = y\n");
    QTest::newRow("one word") << QByteArray("hash = c\nx = y\n");
    QTest::newRow("tight") << QByteArray("a_b=c\n");
    QTest::newRow("empty") << QByteArray("a_b =\nx = y\n");
    QTest::newRow("list") << QByteArray("a_b = c,\n# why\n   # indented\n\n  d,\n\te\n\nx = y\n");
    QTest::newRow("list without commas") << QByteArray("a_b =\n  reject_x hash:/y\n  permit\nx = y\n");
    QTest::newRow("shell command") << QByteArray(
        "a_b =\n  PATH=/bin; export PATH; (echo cont;\n  echo where) | x\n");
    QTest::newRow("windows") << QByteArray("a_b = c,\r\n  d\r\n");
    QTest::newRow("no newline") << QByteArray("a_b = c,\n  d");
}

void TestParameterEdits::commentedOutAndOnAgainIsTheSame()
{
    QFETCH(QByteArray, text);
    Draft draft = draftOf(text);
    const QByteArray name = draft.mainCf().nameOf(draft.mainCf().settings().first()).toByteArray();
    QVERIFY(!edits::commentOutParameter(draft, name));
    QVERIFY(!draft.mainCf().find(name));
    QCOMPARE(draft.mainCf().switchedOff(name).size(), 1);
    QVERIFY(!edits::switchOnParameter(draft, draft.mainCf().switchedOff(name).first()));
    QCOMPARE(draft.mainCf().text(), text);
}

void TestParameterEdits::removeSetting_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<int>("index");
    QTest::addColumn<QByteArray>("after");

    QTest::newRow("with its remark") << QByteArray("x = 1\n\n# about a\na = b\n\ny = 2\n") << 1
                                     << QByteArray("x = 1\n\n\ny = 2\n");
    QTest::newRow("a remark on several stays") << QByteArray("x = 1\n\n# about a and y\na = b\ny = 2\n") << 1
                                               << QByteArray("x = 1\n\n# about a and y\ny = 2\n");
    QTest::newRow("the header of the file stays")
        << QByteArray("# header\na = b\n\ny = 2\n") << 0 << QByteArray("# header\n\ny = 2\n");
    QTest::newRow("a switched-off one")
        << QByteArray("x = 1\n#a_b = c,\n#  d\ny = 2\n") << 1 << QByteArray("x = 1\ny = 2\n");
    QTest::newRow("one of two") << QByteArray("a = 1\na = 2\n") << 1 << QByteArray("a = 1\n");
}

void TestParameterEdits::removeSetting()
{
    QFETCH(QByteArray, before);
    QFETCH(int, index);
    QTEST(edited(before, [&](Draft &draft) { return edits::removeSetting(draft, index); }), "after");
}

void TestParameterEdits::moveSetting_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    QTest::addColumn<QByteArray>("after");

    QTest::newRow("up with its remark and lines")
        << QByteArray("x = 1\n\ny = 2\n\n# about a\na = b,\n  c\n") << 2 << 1
        << QByteArray("x = 1\n\n# about a\na = b,\n  c\ny = 2\n\n");
    QTest::newRow("down") << QByteArray("a = 1\nb = 2\nc = 3\n") << 0 << 2
                          << QByteArray("b = 2\na = 1\nc = 3\n");
    QTest::newRow("in front of a remark") << QByteArray("a = 1\nb = 2\n\n# about c\nc = 3\n") << 0 << 2
                                          << QByteArray("b = 2\n\na = 1\n# about c\nc = 3\n");
    QTest::newRow("to the end") << QByteArray("a = 1\nb = 2\n") << 0 << 2 << QByteArray("b = 2\na = 1\n");
    QTest::newRow("to the end without newline")
        << QByteArray("a = 1\nb = 2") << 0 << 2 << QByteArray("b = 2\na = 1");
    QTest::newRow("from the end without newline")
        << QByteArray("a = 1\nb = 2") << 1 << 0 << QByteArray("b = 2\na = 1");
    QTest::newRow("where it is") << QByteArray("a = 1\nb = 2\n") << 0 << 1 << QByteArray("a = 1\nb = 2\n");
}

void TestParameterEdits::moveSetting()
{
    QFETCH(QByteArray, before);
    QFETCH(int, from);
    QFETCH(int, to);
    QTEST(edited(before, [&](Draft &draft) { return edits::moveSetting(draft, from, to); }), "after");
}

void TestParameterEdits::oneSettingOfSeveral()
{
    const QByteArray text("#a_b = 1,\n#  2\na_b = 3\na_b = 4\n");
    const auto set = [&](qsizetype index, const QByteArray &value) {
        return edited(text, [&](Draft &draft) { return edits::setSettingValue(draft, index, value); });
    };
    QCOMPARE(set(1, "5"), QByteArray("#a_b = 1,\n#  2\na_b = 5\na_b = 4\n"));
    QCOMPARE(set(0, "1, 2, 5"), QByteArray("#a_b = 1,\n#  2,\n#  5\na_b = 3\na_b = 4\n"));
    QCOMPARE(set(0, "5"), QByteArray("#a_b = 5\na_b = 3\na_b = 4\n"));
}

void TestParameterEdits::refused_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<Reason>("reason");

    QTest::newRow("no name") << QByteArray() << QByteArray("b") << Reason::EmptyName;
    QTest::newRow("a blank in the name") << QByteArray("x y") << QByteArray("b") << Reason::BadName;
    QTest::newRow("a blank in front of it") << QByteArray(" x") << QByteArray("b") << Reason::BadName;
    QTest::newRow("an equals sign in it") << QByteArray("x=y") << QByteArray("b") << Reason::BadName;
    QTest::newRow("a number sign in front") << QByteArray("#x") << QByteArray("b") << Reason::BadName;
    QTest::newRow("a line break in it") << QByteArray("x\ny") << QByteArray("b") << Reason::BadName;
    QTest::newRow("a control byte in it") << QByteArray("x\x01") << QByteArray("b") << Reason::BadName;
    QTest::newRow("a NUL in it") << QByteArray("x\0y", 3) << QByteArray("b") << Reason::BadName;
    QTest::newRow("a NUL in a new value") << QByteArray("x") << QByteArray("b\0c", 3) << Reason::NulByte;
    QTest::newRow("a NUL in a value") << QByteArray("a") << QByteArray("b\0c", 3) << Reason::NulByte;
}

void TestParameterEdits::refused()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    Draft draft = draftOf("a = 1\n");
    const edits::Outcome outcome = edits::setParameter(draft, name, value);
    QVERIFY(outcome);
    QTEST(outcome->reason, "reason");
    QVERIFY(draft.changes().isEmpty());
    QVERIFY(!edits::refusalText(*outcome).isEmpty());
}

QTEST_GUILESS_MAIN(TestParameterEdits)
#include "tst_parameteredits.moc"
