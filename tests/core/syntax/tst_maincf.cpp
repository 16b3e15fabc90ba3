// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/syntax/maincf.h"
#include "tests/support/mainpromises.h"
#include "tests/support/postfixreading.h"
#include "tests/support/randomconfig.h"
#include "tests/support/realpostconf.h"
#include "tests/support/share.h"

#include <QTest>

#include <ctime>
#include <limits>

using support::brokenPromise;
using syntax::MainCf;
using syntax::Setting;
using syntax::StrayLine;

Q_DECLARE_METATYPE(QList<StrayLine::Kind>)

namespace {

/// "name = value" of every setting, "#name = value" where it is switched off.
QByteArrayList described(const MainCf &file)
{
    QByteArrayList all;
    for (const Setting &setting : file.settings())
        all +=
            (setting.enabled ? "" : "#") + file.nameOf(setting).toByteArray() + " = " + file.valueOf(setting);
    return all;
}

} // namespace

class TestMainCf : public QObject
{
    Q_OBJECT

private slots:
    void settings_data();
    void settings();
    void strays_data();
    void strays();
    void switchedOff_data();
    void switchedOff();
    void proseIsNoSetting_data();
    void proseIsNoSetting();
    void remark_data();
    void remark();
    void lookup();
    void emptyValueHasItsPlace_data();
    void emptyValueHasItsPlace();
    void randomBytesReadAsPostfixReadsThem();
    void postconfAgrees();
    void sizeCountsOnce_data();
    void sizeCountsOnce();
};

void TestMainCf::settings_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArrayList>("expected");

    const auto row = [](const char *name, const QByteArray &text, const QByteArrayList &expected) {
        QTest::newRow(name) << text << expected;
    };
    row("plain", "a = b\n", {"a = b"});
    row("tight, no newline at the end", "a=b", {"a = b"});
    row("empty", "a =\n", {"a = "});
    row("continued", "a = b,\n\tc\n", {"a = b, c"});
    row("value on the second line", "a =\n  b\n", {"a = b"});
    row("equals sign on the second line", "a\n = b\n", {"a = b"});
    row("equals sign below a comment that has one", "a\n# c = d\n = b\n", {"a = b"});
    row("comment inside", "a = b\n# why\n  # too\n  c\n", {"a = b c"});
    row("blank line inside", "a = b\n\n \t\n  c\n", {"a = b c"});
    row("comment behind is not inside", "a = b\n# why\nc = d\n", {"a = b", "c = d"});
    row("number sign in the value", "a = #b # c\n", {"a = #b # c"});
    row("number sign on the second line is a comment", "a =\n  #b\n  c\n", {"a = c"});
    row("backslash is plain", "a = b\\\nc = d\\\n  e\n", {"a = b\\", "c = d\\ e"});
    row("windows line ends", "a = b,\r\n  c\r\nd =\r\n", {"a = b, c", "d = "});
    row("blanks within the value stay", "a = b  c\t d\n", {"a = b  c\t d"});
    row("all blanks around it go", "a \t=\v\f b \v\n", {"a = b"});
    row("second equals sign", "a = b = c\n", {"a = b = c"});
    row("both of two", "a = b\na = c\n", {"a = b", "a = c"});
    row("a NUL ends the value", QByteArray("a = b\0c\n  d\ne = f\n", 17), {"a = b", "e = f"});
    row("blanks in front of the NUL", QByteArray("a = b \0c\n", 9), {"a = b"});
    row("a NUL for a value", QByteArray("a = \0b\n", 7), {"a = "});
    row("odd names", "smtpd_tls_CAfile = x\npolicy-spf.limit=y\n#\n",
        {"smtpd_tls_CAfile = x", "policy-spf.limit = y"});
    row("not UTF-8", "a = \xff\n", {"a = \xff"});
    row("byte order mark is part of the first name",
        "\xef\xbb\xbf"
        "a = b\n",
        {"\xef\xbb\xbf"
         "a = b"});
    row("empty file", "", {});
    row("comments only", "# a\n\n#\n", {});
    row("indented first lines are nothing", "  a = b\n  c = d\ne = f\n", {"e = f"});
    row("indented line below a comment only", "# x\n  a = b\ne = f\n", {"e = f"});
}

void TestMainCf::settings()
{
    QFETCH(QByteArray, text);
    const MainCf file(text);
    QTEST(described(file), "expected");
    QCOMPARE(brokenPromise(file), QByteArray());
}

void TestMainCf::strays_data()
{
    using Kind = StrayLine::Kind;
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QList<Kind>>("kinds");
    QTest::addColumn<QByteArray>("bytes"); ///< of the first

    QTest::newRow("none") << QByteArray("a = b\n") << QList<Kind>{} << QByteArray();
    QTest::newRow("no equals sign") << QByteArray("foo bar\na = b\n") << QList{Kind::MissingEquals}
                                    << QByteArray("foo bar\n");
    QTest::newRow("no equals sign, with its lines")
        << QByteArray("foo bar\n# c\n  = d\na = b\n") << QList{Kind::MissingEquals}
        << QByteArray("foo bar\n# c\n  = d\n");
    QTest::newRow("a name alone") << QByteArray("a = b\nfoo\n# end\n") << QList{Kind::MissingEquals}
                                  << QByteArray("foo\n");
    QTest::newRow("a name alone, and more words below")
        << QByteArray("foo\n  bar = c\n") << QList{Kind::MissingEquals} << QByteArray("foo\n  bar = c\n");
    QTest::newRow("no name") << QByteArray("= c\n") << QList{Kind::MissingName} << QByteArray("= c\n");
    QTest::newRow("a NUL in the name")
        << QByteArray("a\0b = c\n", 8) << QList{Kind::MissingEquals} << QByteArray("a\0b = c\n", 8);
    QTest::newRow("a NUL for a name")
        << QByteArray("\0b = c\n", 7) << QList{Kind::MissingName} << QByteArray("\0b = c\n", 7);
    QTest::newRow("indented first lines") << QByteArray("\n  a = b\n# c\n  d\ne = f\n") << QList{Kind::Orphan}
                                          << QByteArray("  a = b\n# c\n  d\n");
}

void TestMainCf::strays()
{
    QFETCH(QByteArray, text);
    const MainCf file(text);
    QList<StrayLine::Kind> kinds;
    for (const StrayLine &stray : file.strays())
        kinds.append(stray.kind);
    QTEST(kinds, "kinds");
    if (!file.strays().isEmpty()) {
        const StrayLine &first = file.strays().first();
        QTEST(first.range.in(text).toByteArray(), "bytes");
        QCOMPARE(first.line, static_cast<int>(text.first(first.range.begin).count('\n')));
    }
}

void TestMainCf::switchedOff_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArrayList>("expected");

    const auto row = [](const char *name, const QByteArray &text, const QByteArrayList &expected) {
        QTest::newRow(name) << text << expected;
    };
    row("tight", "#myorigin = /etc/mailname\n", {"#myorigin = /etc/mailname"});
    row("with a blank", "# relayhost = x\n", {"#relayhost = x"});
    row("indented, several marks", "  ##relayhost=x\n", {"#relayhost = x"});
    row("no value", "#relay_domains =\n", {"#relay_domains = "});
    row("upper case", "# smtpd_tls_CAfile = x\n", {"#smtpd_tls_CAfile = x"});
    row("one word of one's own", "#hash = lmdb\n", {"#hash = lmdb"});
    row("list", "#my_list = a,\n#    b,\n#\tc\nx = y\n", {"#my_list = a, b, c", "x = y"});
    row("list below", "# my_list =\n#   Some words\n#   and more\n#\n# prose\n",
        {"#my_list = Some words and more"});
    row("list without commas", "#my_list = a_b\n#   c_d\n#   e\n", {"#my_list = a_b c_d e"});
    row("comments inside", "#my_list = a,\n## why\n#\n#    b\n", {"#my_list = a, b"});
    row("prose behind", "#my_list = a\n#    Some words on it\n", {"#my_list = a"});
    row("a word behind", "#my_list = a\n# word\n", {"#my_list = a"});
    row("another one behind", "#a_b = a,\n#    c_d = b\n", {"#a_b = a,", "#c_d = b"});
    row("fewer marks end it", "##a_b = a,\n#    b\n", {"#a_b = a,"});
    row("not inside of a value", "a = b\n#c_d = e\n  f\n#g_h = i\n", {"a = b f", "#g_h = i"});
    row("not above an indented first line", "#a_b = c\n  d\ne = f\n", {"e = f"});
    row("windows line ends", "#a_b = a,\r\n#   b\r\n", {"#a_b = a, b"});
    row("a number sign for a value", "#a_b = #c\n", {"#a_b = #c"});
}

void TestMainCf::switchedOff()
{
    settings();
}

void TestMainCf::proseIsNoSetting_data()
{
    QTest::addColumn<QByteArray>("comment");

    for (const char *comment :
         {"# See https://x.example/?a=b", "# NOTE = read this", "# note = read this",
          "# PATH=/bin; export PATH", "# listen=\"/var/imap/socket/lmtp\" prefork=0",
          "# By default (mynetworks_style = subnet), Postfix", "# Specify \"mynetworks_style = class\" when",
          "# mynetworks_style = host\" when Postfix should", "# smtpd_use_tls = yes is deprecated",
          "# a == b", "#=====", "# x = y", "# the a_b = c", "# _x_ = y", "# 10_000 = many", "#",
          "# =", "#MYNETWORKS = ['a', ...]", "# relay_host == x"})
        QTest::newRow(comment) << QByteArray(comment);
}

void TestMainCf::proseIsNoSetting()
{
    QFETCH(QByteArray, comment);
    QCOMPARE(described(MainCf(comment + "\nx = y\n")), QByteArrayList{"x = y"});
}

void TestMainCf::remark_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected"); ///< of the last setting that starts with "a"

    const auto row = [](const char *name, const char *text, const char *expected) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(expected);
    };
    row("right above", "x = 1\n\n# about a\n# and more\na = b\n", "# about a\n# and more\n");
    row("an empty comment line in between", "x = 1\n\n# about a\n#\na = b\n", "# about a\n#\n");
    row("of a switched-off setting", "x = 1\n# about a\n#a_b = c\n\ny = 2\n", "# about a\n");
    row("a blank line in between", "x = 1\n\n# about something\n\na = b\n", "");
    row("the header of the file", "# Made by hand\na = b\n", "");
    row("a switched-off setting", "x = 1\n\n# about it\n#a_c = d\na = b\n", "");
    row("of several in a row", "x = 1\n\n# about both\na = b\nc = d\n", "");
    row("of the next one, not of this", "x = 1\na = b\n# about c\nc = d\n", "");
    row("below a heading", "x = 1\n\n# TLS\n# ---\n# about a\na = b\n", "# about a\n");
    row("a heading", "x = 1\n\n# SENDING MAIL\na = b\n", "");
    row("a box", "x = 1\n\n########\n# Mail #\n########\na = b\n", "");
}

void TestMainCf::remark()
{
    QFETCH(QByteArray, text);
    const MainCf file(text);
    QByteArray found;
    for (const Setting &setting : file.settings())
        if (file.nameOf(setting).startsWith('a'))
            found = setting.remark.in(text).toByteArray();
    QTEST(found, "expected");
    QCOMPARE(brokenPromise(file), QByteArray());
}

void TestMainCf::lookup()
{
    const MainCf file("a_b = 1\n#a_b = 2\na_b = 3\n#a_b = 4\n#c_d = 5\n");
    QCOMPARE(file.indexOf("a_b"), 2);
    QCOMPARE(file.find("a_b"), &file.settings().at(2));
    QCOMPARE(file.allOf("a_b"), (QList<qsizetype>{0, 2}));
    QCOMPARE(file.switchedOff("a_b"), (QList<qsizetype>{1, 3}));
    QCOMPARE(file.indexOf("c_d"), -1);
    QVERIFY(!file.find("c_d"));
    QVERIFY(!file.find("A_B"));
    const MainCf copy =
        file; // NOLINT(performance-unnecessary-copy-initialization): its index must still hold
    QCOMPARE(copy.indexOf("a_b"), 2);
}

void TestMainCf::emptyValueHasItsPlace_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("place");

    QTest::newRow("behind the equals sign") << QByteArray("a =\n") << 3;
    QTest::newRow("behind its blanks") << QByteArray("a = \n") << 4;
    QTest::newRow("not behind the line end") << QByteArray("a = \r\n") << 4;
    QTest::newRow("at the end of the file") << QByteArray("a =") << 3;
    QTest::newRow("in front of a comment") << QByteArray("a =\n# b\n") << 3;
    QTest::newRow("switched off") << QByteArray("#a_b =\n") << 6;
}

void TestMainCf::emptyValueHasItsPlace()
{
    QFETCH(QByteArray, text);
    const MainCf file(text);
    QCOMPARE(file.settings().size(), 1);
    QVERIFY(file.settings().first().value.isEmpty());
    QTEST(static_cast<int>(file.settings().first().value.begin), "place");
}

void TestMainCf::randomBytesReadAsPostfixReadsThem()
{
    support::RandomSource random("tst_maincf");
    support::RandomMainCf generator(random);
    for (int round = 0; round < support::share(20000); ++round) {
        const QByteArray text = generator.file();
        const MainCf file(text);
        QVERIFY2(brokenPromise(file).isEmpty(), (brokenPromise(file) + " in\n" + text).constData());
        const support::PostfixReading expected = support::postfixReading(text);
        QList<support::PostfixSetting> found;
        for (const Setting &setting : file.settings())
            if (setting.enabled)
                found.append(
                    {file.nameOf(setting).toByteArray(), support::withSingleBlanks(file.valueOf(setting))});
        QVERIFY2(found == expected.settings, text.constData());
        const auto refused =
            std::count_if(file.strays().begin(), file.strays().end(),
                          [](const StrayLine &stray) { return stray.kind != StrayLine::Kind::Orphan; });
        QVERIFY2(refused == expected.refused, text.constData());
        QVERIFY2(file.strays().size() - refused == expected.ignored, text.constData());
    }
}

void TestMainCf::postconfAgrees()
{
    const support::RealPostconf postconf;
    if (!postconf.isInstalled())
        QSKIP("Postfix is not installed, so its postconf can't be asked.");
    support::RandomSource random("tst_maincf, postconf");
    support::RandomMainCf generator(random);
    int fatal = 0;
    for (int asked = 0; asked < 120;) {
        // A '$' that is cut off from its name is an error of its own, which is not what this is about; and of
        // some blanks postconf prints that they can't be printed.
        const QByteArray text = generator.file().replace('$', 'S').replace('\v', ' ').replace('\f', ' ');
        const MainCf file(text);
        const bool refused = std::any_of(file.strays().begin(), file.strays().end(), [](const auto &stray) {
            return stray.kind != StrayLine::Kind::Orphan;
        });
        if (refused && ++fatal > 3)
            continue;
        const auto answer = postconf.settingsOf(text);
        ++asked;
        QVERIFY2(
            refused
                == (answer.said.contains("missing '='") || answer.said.contains("missing attribute name")),
            (text + answer.said).constData());
        for (auto it = answer.settings.begin(); it != answer.settings.end(); ++it) {
            const Setting *setting = file.find(it.key());
            QVERIFY2(setting, (it.key() + " in\n" + text).constData());
            const QByteArray value = support::withSingleBlanks(file.valueOf(*setting));
            const QByteArray said =
                it.key() + " is " + it.value() + " there, and " + value + " here in\n" + text;
            QVERIFY2(it.value() == value || it.value() == postconf.printed(value), said.constData());
        }
    }
    qInfo("postconf was asked about 120 files");
}

void TestMainCf::sizeCountsOnce_data()
{
    QTest::addColumn<QByteArray>("line"); ///< repeated
    QTest::addColumn<QByteArray>("head");

    QTest::newRow("settings") << QByteArray("a_b = c\n") << QByteArray();
    QTest::newRow("one huge line") << QByteArray("x y, ") << QByteArray("a_b = ");
    QTest::newRow("one long value") << QByteArray("  x,\n") << QByteArray("a_b =\n");
    QTest::newRow("comments inside of a value") << QByteArray("# c\n") << QByteArray("a_b = c\n");
    QTest::newRow("switched-off settings inside of a value")
        << QByteArray("#c_d = x\n  e\n") << QByteArray("a_b = c\n");
    QTest::newRow("a long switched-off value") << QByteArray("#   x,\n") << QByteArray("#a_b = c,\n");
    QTest::newRow("a switched-off value that may go on") << QByteArray("##\n") << QByteArray("#a_b = c,\n");
    QTest::newRow("a name without equals sign") << QByteArray("# = d\n") << QByteArray("a_b\n");
    QTest::newRow("indented lines") << QByteArray("  a\n") << QByteArray();
}

void TestMainCf::sizeCountsOnce()
{
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, head);
    const auto processorTime = [&](int times) {
        const QByteArray text = head + line.repeated(times);
        auto best = std::numeric_limits<std::clock_t>::max();
        for (int i = 0; i < 3; ++i) {
            const std::clock_t start = std::clock();
            const MainCf file(text);
            for (const Setting &setting : file.settings())
                (void)file.piecesOf(setting);
            best = std::min(best, std::clock() - start);
        }
        return best;
    };
    // 32 times the lines may take 32 times as long; quadratic would be 1024 times.
    QVERIFY2(processorTime(320000) < 200 * std::max<std::clock_t>(processorTime(10000), 100),
             line.constData());
}

QTEST_GUILESS_MAIN(TestMainCf)
#include "tst_maincf.moc"
