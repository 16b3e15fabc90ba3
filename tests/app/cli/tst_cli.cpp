// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/cleanserver.h"

#include <QDir>
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
    void profileSaysWhatIsWantedAndOfWhatServer();
    void adviceIsSaidOnlyWhenItIsWanted();
    void ignoredFindingsAreShownWhenAsked();
    void rulesAreExplained();
    void fixesAreShownAndMade();
    void sarifIsWritten();
    void tableMayBeNamedThroughOtherParameters();
    void describedServerHasFilesElsewhere();
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
    void writeClean()
    {
        write(QStringLiteral("main.cf"), cleanserver::mainCf());
        write(QStringLiteral("master.cf"), cleanserver::masterCf());
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
          "check --postfix maybe", "check extra", "check --fail-on never", "check --target 1.0",
          "--target 1.0 check", "bundle", "bundle nosuch", "bundle export --nosuch"})
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
    const QStringList check{QStringLiteral("check"), QStringLiteral("--postfix"), QStringLiteral("never"),
                            QStringLiteral("--target"), QStringLiteral("3.10")};
    writeClean();
    const Answer fine = ask(in(check));
    QCOMPARE(fine.out, QByteArray());
    QCOMPARE(fine.status, 0);
    write(QStringLiteral("main.cf"), cleanserver::mainCf() + "myhostname = b.example.com\n");
    QCOMPARE(ask(in(check)).status, 0);
    const Answer strict = ask(in(check
                                 + QStringList{QStringLiteral("--fail-on"), QStringLiteral("warning"),
                                               QStringLiteral("--format"), QStringLiteral("json")}));
    QCOMPARE(strict.status, 1);
    const QJsonObject json = QJsonDocument::fromJson(strict.out).object();
    QCOMPARE(json[QStringLiteral("target")].toString(), QStringLiteral("3.10.0"));
    const QJsonArray findings = json[QStringLiteral("findings")].toArray();
    QCOMPARE(findings.size(), 1);
    QCOMPARE(findings.first()[QStringLiteral("line")].toInt(), cleanserver::mainCf().count('\n') + 1);
}

void TestCli::profileSaysWhatIsWantedAndOfWhatServer()
{
    writeClean();
    write(QStringLiteral("main.cf"),
          cleanserver::mainCf() + "virtual_alias_maps = hash:/etc/postfix/virtual\n");
    write(QStringLiteral("virtual"), "a@example.org b@example.org\n");
    QTemporaryDir elsewhere;
    const QString description = elsewhere.filePath(QStringLiteral("server.json"));
    const auto describe = [&](const QByteArray &json) {
        QFile file(description);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(json);
    };
    const auto targetFor = [&](const QStringList &more) {
        const Answer answer =
            ask(in(QStringList{QStringLiteral("check"), QStringLiteral("--postfix"), QStringLiteral("never"),
                               QStringLiteral("--format"), QStringLiteral("json"),
                               QStringLiteral("--profile"), description}
                   + more));
        return QJsonDocument::fromJson(answer.out).object()[QStringLiteral("target")].toString();
    };
    describe(R"({"target": "3.8.4", "profile": "advice"})");
    QCOMPARE(targetFor({}), QStringLiteral("3.8.4"));
    QCOMPARE(targetFor({QStringLiteral("--target"), QStringLiteral("3.5")}), QStringLiteral("3.5.0"));
    describe(R"({"target": 3})");
    const Answer refused = ask(in({QStringLiteral("check"), QStringLiteral("--profile"), description}));
    QCOMPARE(refused.status, 3);
    QVERIFY2(refused.err.contains("server.json") && refused.err.contains("target"), refused.err.constData());
    const Answer missing =
        ask(in({QStringLiteral("check"), QStringLiteral("--profile"), path(QStringLiteral("no"))}));
    QCOMPARE(missing.status, 3);
}

void TestCli::adviceIsSaidOnlyWhenItIsWanted()
{
    writeClean();
    write(QStringLiteral("main.cf"), cleanserver::mainCf().replace("smtp_tls_security_level = may\n", ""));
    const QStringList check{QStringLiteral("check"), QStringLiteral("--postfix"),
                            QStringLiteral("never"), QStringLiteral("--target"),
                            QStringLiteral("3.10"),  QStringLiteral("--format"),
                            QStringLiteral("json"),  QStringLiteral("--profile")};
    const auto adviceIn = [&](const char *profile) {
        int count = 0;
        const Answer answer = ask(in(check + QStringList{QString::fromLatin1(profile)}));
        const QJsonArray findings = QJsonDocument::fromJson(answer.out)[QStringLiteral("findings")].toArray();
        for (const QJsonValue &finding : findings)
            count += finding[QStringLiteral("advice")].toBool() ? 1 : 0;
        return count;
    };
    QCOMPARE(adviceIn("normal"), 0);
    QVERIFY(adviceIn("advice") > 0);
}

void TestCli::ignoredFindingsAreShownWhenAsked()
{
    writeClean();
    const QStringList check{QStringLiteral("check"),  QStringLiteral("--postfix"),
                            QStringLiteral("never"),  QStringLiteral("--target"),
                            QStringLiteral("3.10"),   QStringLiteral("--fail-on"),
                            QStringLiteral("warning")};
    const QStringList shown{QStringLiteral("--show-suppressed")};
    write(QStringLiteral("main.cf"),
          cleanserver::mainCf() + "# postwright: ignore PF-SYN-008 it is so\nmyhostname = b.example.com\n");
    Answer answer = ask(in(check));
    QCOMPARE(answer.out, QByteArray());
    QCOMPARE(answer.status, 0);
    answer = ask(in(check + shown));
    QCOMPARE(answer.status, 0);
    QVERIFY2(answer.out.contains("PF-SYN-008") && answer.out.contains("it is so"), answer.out.constData());

    write(QStringLiteral("main.cf"), cleanserver::mainCf() + "myhostname = b.example.com\n");
    QCOMPARE(ask(in(check)).status, 1);
    write(QStringLiteral(".postwright.json"),
          R"({"version": 1, "ignore": [{"rule": "PF-SYN-008", "subject": "myhostname"}]})");
    QCOMPARE(ask(in(check)).status, 0);
    answer = ask(in(check + shown + QStringList{QStringLiteral("--format"), QStringLiteral("json")}));
    const QJsonArray findings = QJsonDocument::fromJson(answer.out)[QStringLiteral("findings")].toArray();
    QCOMPARE(findings.size(), 1);
    QVERIFY(findings.first()[QStringLiteral("suppressed")].isObject());
    write(QStringLiteral(".postwright.json"), "{");
    QCOMPARE(ask(in(check)).status, 3);
}

void TestCli::rulesAreExplained()
{
    const auto explain = [](const QStringList &rule) {
        return ask(QStringList{QStringLiteral("check"), QStringLiteral("--explain")} + rule);
    };
    const Answer one = explain({QStringLiteral("PF-SYN-008")});
    QCOMPARE(one.status, 0);
    for (const char *part : {"PF-SYN-008", "warning", "Message: ", "Fix: ", "See "})
        QVERIFY2(one.out.contains(part), part);
    const Answer all = explain({});
    QCOMPARE(all.status, 0);
    QVERIFY(all.out.count('\n') > 200);
    QCOMPARE(ask({QStringLiteral("check"), QStringLiteral("--rules")}).out, all.out);
    const Answer none = explain({QStringLiteral("PF-NONE-001")});
    QCOMPARE(none.status, 2);
    QVERIFY(none.err.contains("PF-NONE-001"));
}

void TestCli::fixesAreShownAndMade()
{
    writeClean();
    const QByteArray bad = cleanserver::mainCf() + "smtpd_helo_required = true\nsmtp_helo_timeout = 30 sec\n";
    write(QStringLiteral("main.cf"), bad);
    const QStringList fix{QStringLiteral("check"),    QStringLiteral("--postfix"), QStringLiteral("never"),
                          QStringLiteral("--target"), QStringLiteral("3.10"),      QStringLiteral("--fix")};
    const Answer shown = ask(in(fix + QStringList{QStringLiteral("--dry-run")}));
    QCOMPARE(shown.status, 1);
    QVERIFY2(shown.out.startsWith("--- a/main.cf\n+++ b/main.cf\n@@ "), shown.out.constData());
    QVERIFY(shown.out.contains("\n-smtpd_helo_required = true\n")
            && shown.out.contains("\n+smtpd_helo_required = yes\n"));
    QCOMPARE(read(QStringLiteral("main.cf")), bad);

    const Answer one = ask(in(fix + QStringList{QStringLiteral("PF-VAL-001")}));
    QVERIFY2(one.err.contains("PF-VAL-001"), one.err.constData());
    QCOMPARE(read(QStringLiteral("main.cf")), QByteArray(bad).replace("= true", "= yes"));
    QCOMPARE(one.status, 1); // the other error is still there

    const Answer rest = ask(in(fix));
    QCOMPARE(rest.status, 0);
    QCOMPARE(read(QStringLiteral("main.cf")),
             QByteArray(bad).replace("= true", "= yes").replace("30 sec", "30s"));
    QCOMPARE(ask(in(fix + QStringList{QStringLiteral("--dry-run")})).status, 0);
}

void TestCli::sarifIsWritten()
{
    writeClean();
    write(QStringLiteral("main.cf"), cleanserver::mainCf() + "smtpd_helo_required = true\n");
    const Answer answer =
        ask(in({QStringLiteral("check"), QStringLiteral("--postfix"), QStringLiteral("never"),
                QStringLiteral("--format"), QStringLiteral("sarif"), QStringLiteral("--target"),
                QStringLiteral("3.10")}));
    QCOMPARE(answer.status, 1);
    const QJsonDocument sarif = QJsonDocument::fromJson(answer.out);
    QCOMPARE(sarif[QStringLiteral("version")].toString(), QStringLiteral("2.1.0"));
    const QJsonArray results = sarif[QStringLiteral("runs")][0][QStringLiteral("results")].toArray();
    QCOMPARE(results.size(), 1);
    QCOMPARE(results[0][QStringLiteral("ruleId")].toString(), QStringLiteral("PF-VAL-001"));
}

void TestCli::tableMayBeNamedThroughOtherParameters()
{
    writeClean();
    write(QStringLiteral("main.cf"),
          cleanserver::mainCf()
              + "indexed = ${default_database_type}:${config_directory}/\n"
                "transport_maps = ${indexed}transport\n");
    write(QStringLiteral("transport"), "example.org smtp:\n");
    const Answer answer =
        ask(in({QStringLiteral("check"), QStringLiteral("--postfix"), QStringLiteral("never"),
                QStringLiteral("--target"), QStringLiteral("3.10")}));
    QCOMPARE(answer.out, QByteArray());
    QCOMPARE(answer.status, 0);
}

void TestCli::describedServerHasFilesElsewhere()
{
    writeClean();
    write(QStringLiteral("main.cf"),
          cleanserver::mainCf().replace("alias_maps =\nalias_database =\n",
                                        "alias_maps = hash:/etc/aliases\nalias_database = $alias_maps\n"));
    QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral("root/etc")));
    write(QStringLiteral("root/etc/aliases"), "postmaster: root\nroot admin@example.org\n");
    write(QStringLiteral("server.json"), R"({"target": "3.10.4"})");
    const Answer answer =
        ask(in({QStringLiteral("check"), QStringLiteral("--postfix"), QStringLiteral("never"),
                QStringLiteral("--profile"), path(QStringLiteral("server.json"))}));
    QCOMPARE(answer.status, 1);
    QVERIFY2(answer.out.startsWith("/etc/aliases:2:1: error: "), answer.out.constData());
    QCOMPARE(answer.out.count('\n'), 1);
}

void TestCli::bundleIsTheSameTwice()
{
    writeClean();
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
