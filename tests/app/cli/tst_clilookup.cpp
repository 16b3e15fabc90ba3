// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace {

struct Said
{
    int status = -1;
    QByteArray out;
    QByteArray err;
};

} // namespace

class TestCliLookup : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void keyIsAnswered_data();
    void keyIsAnswered();
    void badCallsAreTwo_data();
    void badCallsAreTwo();
    void keysComeFromStandardInput();
    void addressIsAskedStepByStep();
    void addressIsFollowedToItsEnd_data();
    void addressIsFollowedToItsEnd();
    void treeIsJson();
    void serviceHasItsOwnTables();
    void jsonSaysTheRows();
    void jsonSaysTheSteps();
    void warningsGoToStandardError();

private:
    void write(const QString &name, const QByteArray &bytes)
    {
        QFile file(m_folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    Said ask(const QStringList &arguments, const QByteArray &input = {}) const
    {
        QProcess process;
        process.start(QStringLiteral(CLI),
                      QStringList{QStringLiteral("lookup"), QStringLiteral("-c"), m_folder.path()}
                          + arguments);
        process.write(input);
        process.closeWriteChannel();
        if (!process.waitForFinished() || process.exitStatus() != QProcess::NormalExit)
            return {};
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }

    QTemporaryDir m_folder;
};

void TestCliLookup::initTestCase()
{
    write(QStringLiteral("main.cf"),
          "recipient_delimiter = +\nmydestination = home.test\ncompatibility_level = 3.6\n"
          "alias_maps = hash:/etc/postfix/aliases\n"
          "virtual_alias_maps = hash:/etc/postfix/virtual pcre:/etc/postfix/patterns\n");
    write(QStringLiteral("master.cf"),
          "cleanup unix n - n - 0 cleanup\nrewrite unix - - n - - trivial-rewrite\n"
          "local unix - n n - - local\nsmtp unix - - n - - smtp\nother unix n - n - 0 cleanup\n"
          "  -o virtual_alias_maps=inline:{joe@home.test=z@z.test}\n");
    write(QStringLiteral("aliases"), "root: a,b\n");
    write(QStringLiteral("virtual"), "joe@home.test x@y.test\n@old.test @new.test\n");
    write(QStringLiteral("patterns"), "if /@p/\n/^(.*)@p(.)?/ $1@q\nendif\n");
    write(QStringLiteral("twice"), "a 1\na 2\n");
}

void TestCliLookup::keyIsAnswered_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("out");
    QTest::addColumn<int>("status");
    const auto row = [](const char *title, const char *arguments, const char *out, int status) {
        QTest::newRow(title) << QString::fromLatin1(arguments).split(u'|') << QByteArray(out) << status;
    };
    row("a key", "hash:/etc/postfix/virtual|JOE@home.test", "x@y.test\n", 0);
    row("none", "hash:/etc/postfix/virtual|nobody", "", 1);
    row("case kept", "-f|hash:/etc/postfix/virtual|JOE@home.test", "", 1);
    row("aliases that main.cf names", "hash:/etc/postfix/aliases|root", "a, b\n", 0);
    row("aliases that it does not", "--aliases|lmdb:/etc/postfix/aliases|root", "a, b\n", 0);
    row("a table in the call", "inline:{a=b}|a", "b\n", 0);
    row("all rows", "--all|hash:/etc/postfix/twice|a",
        "hash:/etc/postfix/twice\tline 1: 1\nhash:/etc/postfix/twice\tline 2: 2\n", 0);
    row("a database", "mysql:/etc/postfix/x.cf|a", "", 3);
    row("a missing file", "hash:/etc/postfix/none|a", "", 3);
    row("a table that always fails", "fail:x|a", "", 3);
}

void TestCliLookup::keyIsAnswered()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QByteArray, out);
    QFETCH(const int, status);
    const Said said = ask(arguments);
    QCOMPARE(said.out, out);
    QCOMPARE(said.status, status);
    QCOMPARE(status == 3, said.err.startsWith("postwright-cli: "));
}

void TestCliLookup::badCallsAreTwo_data()
{
    QTest::addColumn<QStringList>("arguments");
    for (const char *line : {"", "hash:x", "hash:x|a|b", "--nosuch|hash:x|a", "--format|xml|hash:x|a",
                             "--for|virtual_alias_maps", "--for|nosuch_maps|a@b"})
        QTest::newRow(line) << QString::fromLatin1(line).split(u'|', Qt::SkipEmptyParts);
}

void TestCliLookup::badCallsAreTwo()
{
    QFETCH(const QStringList, arguments);
    const Said said = ask(arguments);
    QCOMPARE(said.status, 2);
    QCOMPARE(said.out, QByteArray());
    QVERIFY(!said.err.isEmpty());
}

void TestCliLookup::keysComeFromStandardInput()
{
    const Said said = ask({QStringLiteral("inline:{a=1, b=2}"), QStringLiteral("-")}, "a\nx\nB\n");
    QCOMPARE(said.out, QByteArray("a\t1\nB\t2\n"));
    QCOMPARE(said.status, 0);
}

void TestCliLookup::addressIsAskedStepByStep()
{
    const Said said =
        ask({QStringLiteral("--for"), QStringLiteral("virtual_alias_maps"), QStringLiteral("a+x@old.test")});
    QCOMPARE(said.out,
             QByteArray("a+x@old.test\thash:/etc/postfix/virtual\tnot found\n"
                        "a+x@old.test\tpcre:/etc/postfix/patterns\tnot found\n"
                        "a@old.test\thash:/etc/postfix/virtual\tnot found\n"
                        "@old.test\thash:/etc/postfix/virtual\tline 2: @new.test\n"
                        "result\ta+x@new.test\n"));
    QCOMPARE(said.status, 0);
}

void TestCliLookup::addressIsFollowedToItsEnd_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QByteArray>("out");
    QTest::addColumn<int>("status");
    QTest::newRow("a virtual alias") << QStringLiteral("joe@home.test")
                                     << QByteArray("joe@home.test\tvirtual alias (/etc/postfix/virtual:1)\n"
                                                   "  x@y.test\tgoes to smtp:y.test (default_transport)\n")
                                     << 0;
    QTest::newRow("no address") << QStringLiteral("a@-.test")
                                << QByteArray("a@-.test\tgoes back: this is no address\n") << 1;
}

void TestCliLookup::addressIsFollowedToItsEnd()
{
    QFETCH(const QString, address);
    QFETCH(const QByteArray, out);
    QFETCH(const int, status);
    const Said said = ask({QStringLiteral("--expand"), address});
    QCOMPARE(said.out, out);
    QCOMPARE(said.status, status);
}

void TestCliLookup::treeIsJson()
{
    const Said said = ask({QStringLiteral("--format"), QStringLiteral("json"), QStringLiteral("--expand"),
                           QStringLiteral("who@old.test")});
    const QJsonObject json = QJsonDocument::fromJson(said.out).object();
    QCOMPARE(json.value(QStringLiteral("step")).toString(), QStringLiteral("virtual"));
    QCOMPARE(json.value(QStringLiteral("key")).toString(), QStringLiteral("@old.test"));
    QCOMPARE(json.value(QStringLiteral("line")).toInt(), 2);
    const QJsonArray becomes = json.value(QStringLiteral("becomes")).toArray();
    QCOMPARE(becomes.size(), 1);
    QCOMPARE(becomes[0].toObject().value(QStringLiteral("address")).toString(),
             QStringLiteral("who@new.test"));
}

void TestCliLookup::serviceHasItsOwnTables()
{
    const QStringList question{QStringLiteral("--for"), QStringLiteral("virtual_alias_maps"),
                               QStringLiteral("joe@home.test"), QStringLiteral("--service")};
    QVERIFY(ask(question + QStringList{QStringLiteral("cleanup")}).out.endsWith("result\tx@y.test\n"));
    QVERIFY(ask(question + QStringList{QStringLiteral("other/unix")}).out.endsWith("result\tz@z.test\n"));
    QCOMPARE(ask(question + QStringList{QStringLiteral("none")}).status, 2);
}

void TestCliLookup::jsonSaysTheRows()
{
    const Said said = ask({QStringLiteral("--format"), QStringLiteral("json"),
                           QStringLiteral("pcre:/etc/postfix/patterns"), QStringLiteral("a@p")});
    const QJsonObject json = QJsonDocument::fromJson(said.out).object();
    QCOMPARE(json.value(QStringLiteral("version")).toInt(), 1);
    const QJsonObject answer = json.value(QStringLiteral("answers")).toArray().first().toObject();
    QCOMPARE(answer.value(QStringLiteral("state")).toString(), QStringLiteral("found"));
    QCOMPARE(answer.value(QStringLiteral("value")).toString(), QStringLiteral("a@q"));
    const QJsonObject row = answer.value(QStringLiteral("rows")).toArray().first().toObject();
    QCOMPARE(row.value(QStringLiteral("line")).toInt(), 2);
    QCOMPARE(row.value(QStringLiteral("conditions")).toArray(), QJsonArray{1});
    QCOMPARE(row.value(QStringLiteral("groups")).toArray(),
             (QJsonArray{QStringLiteral("a@p"), QStringLiteral("a"), QJsonValue()}));
    QCOMPARE(said.status, 0);
}

void TestCliLookup::jsonSaysTheSteps()
{
    const Said said = ask({QStringLiteral("--format"), QStringLiteral("json"), QStringLiteral("--for"),
                           QStringLiteral("check_sender_access"), QStringLiteral("inline:{b.test=OK}"),
                           QStringLiteral("a@b.test")});
    const QJsonObject json = QJsonDocument::fromJson(said.out).object();
    QCOMPARE(json.value(QStringLiteral("state")).toString(), QStringLiteral("found"));
    QCOMPARE(json.value(QStringLiteral("result")).toString(), QStringLiteral("OK"));
    const QJsonArray steps = json.value(QStringLiteral("steps")).toArray();
    QCOMPARE(steps.size(), 2);
    QCOMPARE(steps[0].toObject().value(QStringLiteral("state")).toString(), QStringLiteral("not-found"));
    QCOMPARE(steps[1].toObject().value(QStringLiteral("key")).toString(), QStringLiteral("b.test"));
}

void TestCliLookup::warningsGoToStandardError()
{
    const Said said = ask({QStringLiteral("hash:/etc/postfix/twice"), QStringLiteral("a")});
    QCOMPARE(said.out, QByteArray("1\n"));
    QCOMPARE(said.err, QByteArray("warning: hash:/etc/postfix/twice, line 2: duplicate entry: \"a\"\n"));
}

QTEST_GUILESS_MAIN(TestCliLookup)
#include "tst_clilookup.moc"
