// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tools/localrunner.h"
#include "core/tools/manualpage.h"
#include "core/tools/manualsection.h"
#include "tests/support/fakerunner.h"

#include <QTest>

using support::FakeRunner;
using tools::PostfixInstallation;

class TestManual : public QObject
{
    Q_OBJECT

private slots:
    void sectionIsRead_data();
    void sectionIsRead();
    void sectionsOfOthersAreNot_data();
    void sectionsOfOthersAreNot();
    void pageIsLookedForInItsFolders();
    void machineWithoutTheManual();
    void defaultsAreThoseOfPostconf();
    void failureIsToldInItsOwnWords();
    void installedPageHasTheParameters();

private:
    static base::Result<QByteArray> wait(const QFuture<base::Result<QByteArray>> &future)
    {
        [&] { QTRY_VERIFY_WITH_TIMEOUT(future.isFinished(), 30000); }();
        return future.result();
    }
};

void TestManual::sectionIsRead_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("text");
    QTest::newRow("lines of a paragraph are one")
        << QByteArray("One line\nand another.\n") << "One line and another.";
    QTest::newRow("paragraphs") << QByteArray("One.\n.PP\nTwo.\n.sp\nThree.\n") << "One.\n\nTwo.\n\nThree.";
    QTest::newRow("fonts and hyphens")
        << QByteArray("Run \\fBpostfix \\-c\\fR or \\fIx\\fR.\n") << "Run postfix -c or x.";
    QTest::newRow("items") << QByteArray(
        ".IP \"\\fBnone\\fR\"\nNo\nTLS.\n.br\n.IP \\(bu\nA point.\n.PP\nBehind.\n")
                           << "none\n    No TLS.\n\n•\n    A point.\n\nBehind.";
    QTest::newRow("literal lines") << QByteArray(
        "Example:\n.nf\n.na\n.ft C\na = b\n    c = \\ed\n.fi\n.ad\n.ft R\nEnd.\n")
                                   << "Example:\n\n    a = b\n        c = \\d\n\nEnd.";
    QTest::newRow("unknown macros and characters") << QByteArray(".XX y\nA\\(zzb\\&c\n") << "Abc";
    QTest::newRow("cut off escapes") << QByteArray("a\\fB b\\(\n") << "a b";
    QTest::newRow("a backslash at the end") << QByteArray("a\\") << "a\\";
    QTest::newRow("nothing") << QByteArray() << "";
    QTest::newRow("not only ASCII") << QByteArray("\xe2\x89\xa5 3\n") << "≥ 3";
}

void TestManual::sectionIsRead()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QString, text);
    const QByteArray page =
        ".TH POSTCONF 5\n.SH other (default: no)\nOther.\n.SH name (default: a\\-b)\n" + body;
    const QString heading = QStringLiteral("name (default: a-b)");
    for (const QByteArray &whole : {page, QByteArray(page + "\n.SH last (default: empty)\nLast.\n")}) {
        const auto section = tools::manualSection(whole, "name");
        QVERIFY(section);
        QCOMPARE(section->title, heading);
        QCOMPARE(section->plainText(), text.isEmpty() ? heading : heading + QStringLiteral("\n\n") + text);
    }
}

void TestManual::sectionsOfOthersAreNot_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("the beginning of a name") << QByteArray("relay");
    QTest::newRow("the end of a name") << QByteArray("host");
    QTest::newRow("a word of the text") << QByteArray("word");
    QTest::newRow("nothing") << QByteArray();
}

void TestManual::sectionsOfOthersAreNot()
{
    QFETCH(const QByteArray, name);
    QVERIFY(!tools::manualSection(".SH relayhost (default: empty)\nword (default)\n", name));
    QVERIFY(!tools::manualSection(QByteArrayView(), name));
}

void TestManual::pageIsLookedForInItsFolders()
{
    FakeRunner runner;
    runner.answer(QStringLiteral("gzip"), {QStringLiteral("/opt/man/man5/postconf.5.gz")}, QByteArray(),
                  "no file\n", 1);
    runner.answer(QStringLiteral("cat"), {QStringLiteral("/opt/man/man5/postconf.5")},
                  QByteArray(".SH a (default: b)\n"));
    PostfixInstallation installation{.isInstalled = true};
    installation.parameters.insert("manpage_directory", "/opt/man");
    const auto page = wait(tools::readManualPage(runner, installation));
    QVERIFY(page);
    QVERIFY(tools::manualSection(*page, "a"));
    QCOMPARE(runner.commands().size(), 2);
}

void TestManual::machineWithoutTheManual()
{
    FakeRunner runner;
    const auto page = wait(tools::readManualPage(runner, {}));
    QVERIFY(!page);
    QCOMPARE(page.error().code, base::Error::Code::NotFound);
}

void TestManual::defaultsAreThoseOfPostconf()
{
    FakeRunner runner;
    runner.answer(QStringLiteral("postconf"), {QStringLiteral("-d")}, QByteArray("biff = yes\n"));
    const PostfixInstallation installation{.isInstalled = true,
                                           .postconf = QStringLiteral("/usr/sbin/postconf")};
    const auto defaults = wait(tools::readDefaults(runner, installation));
    QVERIFY(defaults);
    QCOMPARE(*defaults, QByteArray("biff = yes\n"));
    QCOMPARE(wait(tools::readDefaults(runner, {})).error().code, base::Error::Code::NotFound);
}

void TestManual::failureIsToldInItsOwnWords()
{
    FakeRunner runner;
    runner.answer(QStringLiteral("postconf"), {QStringLiteral("-d")}, QByteArray(),
                  "postconf: fatal: no luck\n", 1);
    const PostfixInstallation installation{.isInstalled = true,
                                           .postconf = QStringLiteral("/usr/sbin/postconf")};
    const auto defaults = wait(tools::readDefaults(runner, installation));
    QVERIFY(!defaults);
    QCOMPARE(defaults.error().code, base::Error::Code::ProcessFailed);
    QCOMPARE(defaults.error().detail, QStringLiteral("postconf: fatal: no luck"));
}

void TestManual::installedPageHasTheParameters()
{
    tools::LocalRunner runner;
    const auto page = wait(tools::readManualPage(runner, {}));
    if (!page)
        QSKIP("The manual of Postfix is not installed");
    int sections = 0;
    for (const QByteArray &line : page->split('\n')) {
        if (!line.startsWith(".SH ") || !line.contains(" (default: "))
            continue;
        const QByteArray name = line.sliced(4, line.indexOf(' ', 4) - 4);
        const auto section = tools::manualSection(*page, name);
        QVERIFY2(section && !section->blocks.isEmpty(), name.constData());
        const QString text = section->plainText();
        QVERIFY2(!text.contains(QStringLiteral("\\fR")) && !text.contains(QStringLiteral(".SH")),
                 qPrintable(text));
        ++sections;
    }
    QVERIFY(sections > 700);
}

QTEST_GUILESS_MAIN(TestManual)
#include "tst_manual.moc"
