// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/commandline.h"
#include "core/files/path.h"
#include "ui/widgets/theme.h"

#include <QTest>

class tst_CommandLine : public QObject
{
    Q_OBJECT

private slots:
    void folderAndOptions();
    void pathOfAnyBytes();
    void wrongCallsAreSaid_data();
    void wrongCallsAreSaid();
    void helpAndVersionAreAnswers();
};

static QStringList called(const QStringList &arguments)
{
    return QStringList(QStringLiteral("postwright")) + arguments;
}

void tst_CommandLine::folderAndOptions()
{
    const desktop::CommandLine line = desktop::parse(
        called({QStringLiteral("--theme"), QStringLiteral("dark"), QStringLiteral("--screenshots"),
                QStringLiteral("/tmp/x"), QStringLiteral("--"), QStringLiteral("-folder")}));
    QVERIFY(!line.answer);
    QCOMPARE(line.options.path, QStringLiteral("-folder"));
    QCOMPARE(line.options.screenshots, QStringLiteral("/tmp/x"));
    QCOMPARE(line.options.theme, static_cast<int>(ui::Theme::Dark));
    QVERIFY(!line.options.isSample);
}

void tst_CommandLine::pathOfAnyBytes()
{
    QByteArray program("postwright");
    QByteArray folder("/srv/caf\xe9");
    char *words[] = {program.data(), folder.data()};
    const desktop::CommandLine line = desktop::parse(desktop::argumentsFrom(2, words));
    QCOMPARE(files::pathToBytes(line.options.path), folder);
}

void tst_CommandLine::wrongCallsAreSaid_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("two folders") << QStringList{QStringLiteral("a"), QStringLiteral("b")};
    QTest::newRow("an unknown option") << QStringList{QStringLiteral("--frobnicate")};
    QTest::newRow("an unknown theme") << QStringList{QStringLiteral("--theme"), QStringLiteral("pink")};
    QTest::newRow("a missing value") << QStringList{QStringLiteral("--screenshots")};
}

void tst_CommandLine::wrongCallsAreSaid()
{
    QFETCH(QStringList, arguments);
    const desktop::CommandLine line = desktop::parse(called(arguments));
    QVERIFY(line.answer);
    QVERIFY(line.answer->isError);
    QVERIFY(line.answer->text.contains(QStringLiteral("--sample")));
}

void tst_CommandLine::helpAndVersionAreAnswers()
{
    const desktop::CommandLine help = desktop::parse(called({QStringLiteral("--help")}));
    QVERIFY(help.answer && !help.answer->isError);
    QVERIFY(help.answer->text.contains(QStringLiteral("--screenshots")));
    const desktop::CommandLine version = desktop::parse(called({QStringLiteral("--version")}));
    QVERIFY(version.answer && version.answer->text.contains(QStringLiteral(POSTWRIGHT_VERSION)));
}

QTEST_GUILESS_MAIN(tst_CommandLine)
#include "tst_commandline.moc"
