// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace {

struct Answer
{
    int status = -1;
    QByteArray out;
    QByteArray err;
};

Answer ask(const QStringList &arguments)
{
    QProcess process;
    process.start(QStringLiteral(CLI), arguments);
    if (!process.waitForFinished() || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

} // namespace

class TestCli : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void badCallsAreTwo_data();
    void badCallsAreTwo();
    void unknownTargetIsToldTheChoice_data();
    void unknownTargetIsToldTheChoice();
    void listingsGoToStandardOutput();
    void editsChangeOnlyTheirBytes_data();
    void editsChangeOnlyTheirBytes();
    void refusedEditWritesNothing_data();
    void refusedEditWritesNothing();
    void missingFolderIsSaid_data();
    void missingFolderIsSaid();
    void checkAnswersInItsStatus();
    void bundleIsTheSameTwice();
    void draftMustBeAskedFor();

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    QStringList in(const QStringList &arguments) const
    {
        return QStringList{arguments.first(), QStringLiteral("-c"), m_folder->path()} + arguments.sliced(1);
    }
    void write(const QString &name, const QByteArray &bytes)
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    QByteArray read(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    const QByteArray m_mainCf = "# head\nmyhostname = a\nmydestination = x,\n  # why\n  y\n#relayhost = r\n";
    const QByteArray m_masterCf = "smtp      inet  n       -       y       -       -       smtpd\n"
                                  "  -o syslog_name=one\n";
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestCli::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    write(QStringLiteral("main.cf"), m_mainCf);
    write(QStringLiteral("master.cf"), m_masterCf);
}

void TestCli::badCallsAreTwo_data()
{
    QTest::addColumn<QStringList>("arguments");
    const auto words = [](const char *line) {
        return QString::fromLatin1(line).split(u' ', Qt::SkipEmptyParts);
    };
    for (const char *line :
         {"", "nosuch", "--target newest postconf -n", "check --nosuch", "check --format xml",
          "check --postfix maybe", "check extra", "bundle", "bundle nosuch", "bundle export --nosuch"})
        QTest::newRow(line) << words(line);
}

void TestCli::badCallsAreTwo()
{
    QFETCH(const QStringList, arguments);
    const Answer answer = ask(arguments);
    QCOMPARE(answer.status, 2);
    QCOMPARE(answer.out, QByteArray());
    QVERIFY(!answer.err.isEmpty());
}

void TestCli::unknownTargetIsToldTheChoice_data()
{
    QTest::addColumn<QString>("target");
    QTest::newRow("too old") << QStringLiteral("2.9.1");
    QTest::newRow("too new") << QStringLiteral("4.0");
    QTest::newRow("none") << QStringLiteral("newest");
    QTest::newRow("nothing") << QString();
}

void TestCli::unknownTargetIsToldTheChoice()
{
    QFETCH(const QString, target);
    const Answer answer =
        ask({QStringLiteral("--target"), target, QStringLiteral("postconf"), QStringLiteral("-n")});
    QCOMPARE(answer.status, 2);
    QVERIFY(answer.out.isEmpty());
    QVERIFY2(answer.err.contains("from 2.10 to 3.12") && answer.err.contains(target.toUtf8()),
             answer.err.constData());
}

void TestCli::listingsGoToStandardOutput()
{
    const Answer settings = ask(in({QStringLiteral("postconf"), QStringLiteral("-n")}));
    QCOMPARE(settings.status, 0);
    QCOMPARE(settings.out,
             "config_directory = " + m_folder->path().toUtf8() + "\nmydestination = x, y\nmyhostname = a\n");
    const Answer services = ask(in({QStringLiteral("postconf"), QStringLiteral("-M")}));
    QCOMPARE(services.out,
             QByteArray("smtp       inet  n       -       y       -       -       smtpd "
                        "-o syslog_name=one\n"));
    const Answer overrides = ask(in({QStringLiteral("postconf"), QStringLiteral("-P")}));
    QCOMPARE(overrides.out, QByteArray("smtp/inet/syslog_name = one\n"));
}

void TestCli::editsChangeOnlyTheirBytes_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    const auto row = [](const char *name, const QStringList &arguments, const char *file, const char *before,
                        const char *after) {
        QTest::newRow(name) << arguments << QString::fromLatin1(file) << QByteArray(before)
                            << QByteArray(after);
    };
    const auto word = [](const char *text) { return QString::fromLatin1(text); };
    row("-e", {word("-e"), word("myhostname=b")}, "main.cf", "myhostname = a\n", "myhostname = b\n");
    row("name=value alone", {word("myhostname=b")}, "main.cf", "myhostname = a\n", "myhostname = b\n");
    row("-e of one item", {word("-e"), word("mydestination=x, z")}, "main.cf", "  y\n", "  z\n");
    row("-e below its example", {word("-e"), word("relayhost=s")}, "main.cf", "#relayhost = r\n",
        "#relayhost = r\nrelayhost = s\n");
    row("-#", {word("-#"), word("myhostname")}, "main.cf", "myhostname = a\n", "#myhostname = a\n");
    row("-X", {word("-X"), word("myhostname")}, "main.cf", "myhostname = a\n", "");
    row("-Fe", {word("-Fe"), word("smtp/inet/chroot=n")}, "master.cf", "inet  n       -       y",
        "inet  n       -       n");
    row("-Pe", {word("-Pe"), word("smtp/inet/syslog_name=two")}, "master.cf", "syslog_name=one",
        "syslog_name=two");
}

void TestCli::editsChangeOnlyTheirBytes()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QString, file);
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, after);
    QByteArray expected = file == QLatin1String("main.cf") ? m_mainCf : m_masterCf;
    QVERIFY(expected.contains(before));
    expected.replace(before, after);
    const Answer answer = ask(in(QStringList{QStringLiteral("postconf")} + arguments));
    QCOMPARE(answer.err, QByteArray());
    QCOMPARE(answer.status, 0);
    QCOMPARE(read(file), expected);
}

void TestCli::refusedEditWritesNothing_data()
{
    QTest::addColumn<QStringList>("arguments");
    const auto row = [](const char *flags, const char *operand) {
        QTest::newRow(operand) << QStringList{QString::fromLatin1(flags), QString::fromLatin1(operand)};
    };
    row("-e", "myhostname");
    row("-e", "=b");
    row("-e", "my name=b");
    row("-Fe", "smtp/inet/chroot=maybe");
    row("-Fe", "smtp/inet/nosuch=y");
    row("-Pe", "smtp/inet");
    row("-Me", "x/unix=x unix n");
    row("-Z", "myhostname=b");
    row("-nM", "myhostname=b");
}

void TestCli::refusedEditWritesNothing()
{
    QFETCH(const QStringList, arguments);
    const Answer answer = ask(in(QStringList{QStringLiteral("postconf")} + arguments));
    QCOMPARE(answer.status, 1);
    QVERIFY2(answer.err.contains("postconf: fatal: "), answer.err.constData());
    QCOMPARE(read(QStringLiteral("main.cf")), m_mainCf);
    QCOMPARE(read(QStringLiteral("master.cf")), m_masterCf);
}

void TestCli::missingFolderIsSaid_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("status");
    // postconf(1) knows one status for all that goes wrong.
    QTest::newRow("list") << QStringList{QStringLiteral("postconf"), QStringLiteral("-n")} << 1;
    QTest::newRow("edit") << QStringList{QStringLiteral("postconf"), QStringLiteral("-e"),
                                         QStringLiteral("a=b")}
                          << 1;
    QTest::newRow("check") << QStringList{QStringLiteral("check")} << 3;
}

void TestCli::missingFolderIsSaid()
{
    QFETCH(QStringList, arguments);
    arguments.insert(1, QStringLiteral("-c"));
    arguments.insert(2, path(QStringLiteral("nosuch")));
    const Answer answer = ask(arguments);
    QFETCH(const int, status);
    QCOMPARE(answer.status, status);
    QVERIFY2(answer.err.contains("nosuch"), answer.err.constData());
}

void TestCli::checkAnswersInItsStatus()
{
    const QStringList never{QStringLiteral("--postfix"), QStringLiteral("never")};
    const Answer fine = ask(in(QStringList{QStringLiteral("check")} + never));
    QCOMPARE(fine.out, QByteArray());
    QCOMPARE(fine.status, 0);
    write(QStringLiteral("main.cf"), m_mainCf + "myhostname = b\n");
    QCOMPARE(ask(in(QStringList{QStringLiteral("check")} + never)).status, 0);
    const Answer strict =
        ask(in(QStringList{QStringLiteral("check"), QStringLiteral("--fail-on"), QStringLiteral("warning"),
                           QStringLiteral("--format"), QStringLiteral("json")}
               + never));
    QCOMPARE(strict.status, 1);
    const QJsonArray findings =
        QJsonDocument::fromJson(strict.out).object()[QStringLiteral("findings")].toArray();
    QCOMPARE(findings.size(), 1);
    QCOMPARE(findings.first().toObject()[QStringLiteral("line")].toInt(), 7);
}

void TestCli::bundleIsTheSameTwice()
{
    QStringList arguments{QStringLiteral("bundle"),
                          QStringLiteral("export"),
                          QStringLiteral("-c"),
                          m_folder->path(),
                          QStringLiteral("--without-postfix"),
                          QStringLiteral("-o")};
    QTemporaryDir output;
    const QString one = output.filePath(QStringLiteral("one.tar.zst"));
    const QString two = output.filePath(QStringLiteral("two.tar.zst"));
    QCOMPARE(ask(arguments + QStringList{one}).status, 0);
    QCOMPARE(ask(arguments + QStringList{two}).status, 0);
    QFile first(one);
    QFile second(two);
    QVERIFY(first.open(QIODevice::ReadOnly) && second.open(QIODevice::ReadOnly));
    const QByteArray bytes = first.readAll();
    QVERIFY(!bytes.isEmpty());
    QCOMPARE(second.readAll(), bytes);
}

void TestCli::draftMustBeAskedFor()
{
    write(QStringLiteral("main.cf"), "foo bar\n");
    QTemporaryDir output;
    const QString file = output.filePath(QStringLiteral("x.tar.gz"));
    QStringList arguments{QStringLiteral("bundle"),
                          QStringLiteral("export"),
                          QStringLiteral("-c"),
                          m_folder->path(),
                          QStringLiteral("--without-postfix"),
                          QStringLiteral("-o"),
                          file};
    QCOMPARE(ask(arguments).status, 1);
    QVERIFY(!QFileInfo::exists(file));
    QCOMPARE(ask(arguments + QStringList{QStringLiteral("--draft")}).status, 0);
    QVERIFY(QFileInfo::exists(file));
}

QTEST_GUILESS_MAIN(TestCli)
#include "tst_cli.moc"
