// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tools/postfixchecks.h"
#include "tests/support/fakerunner.h"

#include <QFileInfo>
#include <QTest>

#include <memory>

using base::Error;
using base::Result;
using support::FakeRunner;
using tools::CheckOptions;
using tools::CheckReport;
using tools::Origin;
using State = tools::CheckReport::PostfixCheck;

/// What becomes of the programs' answers; the programs themselves are asked in tst_realpostfix.
class TestPostfixChecks : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void answersAreCollectedAndPlaced();
    void postfixCheckIsForRoot();
    void postfixCheckRunsInAUserNamespace();
    void tablesAreCompiledAndAsked();
    void noTableIsTriedAfterFatal();
    void postfixCheckIsLeftOut();
    void postfixCheckIsPointlessAfterFatal();
    void onlyPostfixCheckGetsATerminal();
    void whatIsOursIsNotReported();
    void anotherProgramsFailureIsToldBesides();
    void withoutPostfix();
    void pathThatLeadsOutIsRefused();
    void cancelEndsAllPrograms();
    void cancelBeforePostfixCheck();
    void privateFolderIsGoneAfterwards();

private:
    Result<CheckReport> check(const CheckOptions &options = {})
    {
        const auto future = tools::checkConfiguration(*m_runner, m_installation, m_files, options);
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, 30000) || future.resultCount() == 0)
            return Error{.code = Error::Code::Other, .subject = QStringLiteral("no answer")};
        return future.result();
    }
    /// The staged folder given to a program with -c.
    QString folderGivenTo(const QString &program) const
    {
        const auto commands = m_runner->commandsOf(program);
        const auto index = commands.isEmpty() ? -1 : commands[0].arguments.indexOf(QStringLiteral("-c"));
        return index < 0 ? QString() : commands[0].arguments[index + 1];
    }

    std::unique_ptr<FakeRunner> m_runner;
    tools::PostfixInstallation m_installation;
    QList<tools::StagedFile> m_files;
};

void TestPostfixChecks::init()
{
    m_runner = std::make_unique<FakeRunner>();
    m_runner->answer(QStringLiteral("postconf"), {QStringLiteral("-n")}, "foo = bar\n");
    m_runner->answer(QStringLiteral("postmap"), {QStringLiteral("-q")}, "value\n");
    m_runner->answer(QStringLiteral("postfix"), {QStringLiteral("check")}, "");
    m_installation = {.isInstalled = true,
                      .postconf = QStringLiteral("postconf"),
                      .configDirectory = QStringLiteral("/etc/postfix"),
                      .commandDirectory = QStringLiteral("/usr/sbin"),
                      .parameters = {{"daemon_directory", "/usr/lib/postfix/sbin"}},
                      .isSuperuser = true};
    m_files = {{QStringLiteral("main.cf"), "# comment\nfoo = bar\n"},
               {QStringLiteral("master.cf"), "smtp inet n - n - - smtpd\n"}};
}

void TestPostfixChecks::answersAreCollectedAndPlaced()
{
    // The folder is not known beforehand, so these name the file as postconf_master.c does.
    m_runner->answer(QStringLiteral("postconf"), {}, {},
                     "postconf: warning: main.cf: unused parameter: foo=bar\n");
    m_runner->answer(QStringLiteral("postmap"), {}, {},
                     "postmap: warning: main.cf: unused parameter: foo=bar\n");
    m_runner->answer(QStringLiteral("postfix"), {},
                     "postfix/postfix-script: warning: not owned by root: /usr/lib/postfix/sbin/./master\n");
    const auto report = check();
    QVERIFY(report);
    QVERIFY(report->failures.isEmpty());
    QCOMPARE(report->postfixCheck, State::Ran);
    QCOMPARE(report->messages.size(), 2);
    QCOMPARE(report->messages[0].file, QStringLiteral("main.cf"));
    QCOMPARE(report->messages[0].line, 2);
    QCOMPARE(report->messages[0].parameter, QByteArray("foo"));
    QCOMPARE(report->messages[1].file, QStringLiteral("/usr/lib/postfix/sbin/master"));
    QCOMPARE(report->messages[1].origin, Origin::PostfixCheck);
}

void TestPostfixChecks::postfixCheckIsForRoot()
{
    m_installation.isSuperuser = false;
    const auto report = check();
    QVERIFY(report);
    QCOMPARE(report->postfixCheck, State::NotPermitted);
    QVERIFY(m_runner->commandsOf(QStringLiteral("postfix")).isEmpty());
    QCOMPARE(m_runner->commandsOf(QStringLiteral("unshare")).size(), 1);
    QCOMPARE(m_runner->commands().size(), 3);
    QCOMPARE(report->notChecked.size(), 1);
}

void TestPostfixChecks::postfixCheckRunsInAUserNamespace()
{
    m_installation.isSuperuser = false;
    m_runner->answer(QStringLiteral("unshare"), {QStringLiteral("true")}, {});
    m_runner->answer(
        QStringLiteral("unshare"), {QStringLiteral("check")},
        "postfix/postfix-script: warning: not owned by root: /usr/lib/postfix/sbin/./master\n"
        "postfix/postfix-script: warning: group or other writable: /usr/lib/postfix/sbin/./pipe\n");
    const auto report = check();
    QVERIFY(report);
    QCOMPARE(report->postfixCheck, State::Ran);
    QCOMPARE(report->messages.size(), 1);
    QCOMPARE(report->messages[0].file, QStringLiteral("/usr/lib/postfix/sbin/pipe"));
    QCOMPARE(report->notChecked.size(), 1);
    const auto commands = m_runner->commandsOf(QStringLiteral("unshare"));
    QVERIFY(commands[1].terminal);
    QVERIFY(commands[1].arguments.contains(QStringLiteral("/usr/sbin/postfix")));
}

void TestPostfixChecks::tablesAreCompiledAndAsked()
{
    m_runner->answer(QStringLiteral("postmap"), {}, {});
    m_runner->answer(QStringLiteral("postmap"), {QStringLiteral("-")}, "a\tb\n");
    const auto report = check(
        {.postfixCheck = false,
         .tables = {
             {.name = QStringLiteral("virtual"), .type = "hash", .bytes = "a b\nc d\n", .keys = {"a", "c"}},
             {.name = QStringLiteral("checks"), .type = "regexp", .isCompiled = false, .bytes = "/a/ OK\n"},
             {.name = QStringLiteral("huge"),
              .type = "hash",
              .bytes = QByteArray(tools::largestTable + 1, '\n')}}});
    QVERIFY(report);
    QCOMPARE(report->messages.size(), 1);
    QCOMPARE(report->messages[0].file, QStringLiteral("virtual"));
    QCOMPARE(report->messages[0].key, QByteArray("c"));
    QCOMPARE(report->messages[0].origin, Origin::Postmap);
    QCOMPARE(report->notChecked.size(), 1);
    QVERIFY(report->notChecked[0].contains(QStringLiteral("huge")));
    QCOMPARE(m_runner->commandsOf(QStringLiteral("postmap")).size(), 4);
    QCOMPARE(m_runner->commandsOf(QStringLiteral("postmap")).last().input, QByteArray("a\nc\n"));
}

void TestPostfixChecks::noTableIsTriedAfterFatal()
{
    m_runner->answer(QStringLiteral("postmap"), {}, {},
                     "postmap: fatal: bad numerical configuration: message_size_limit = abc\n", 1);
    const auto report = check({.tables = {{.name = QStringLiteral("virtual"), .type = "hash"}}});
    QVERIFY(report);
    QCOMPARE(report->messages.size(), 1);
    QCOMPARE(report->notChecked.size(), 2);
    QCOMPARE(m_runner->commandsOf(QStringLiteral("postmap")).size(), 1);
}

void TestPostfixChecks::postfixCheckIsLeftOut()
{
    const auto report = check({.postfixCheck = false});
    QVERIFY(report);
    QCOMPARE(report->postfixCheck, State::NotAsked);
    QVERIFY(m_runner->commandsOf(QStringLiteral("postfix")).isEmpty());
}

void TestPostfixChecks::postfixCheckIsPointlessAfterFatal()
{
    m_runner->answer(QStringLiteral("postmap"), {}, {},
                     "postmap: fatal: bad numerical configuration: message_size_limit = abc\n", 1);
    const auto report = check();
    QVERIFY(report);
    QCOMPARE(report->postfixCheck, State::NotReached);
    QCOMPARE(report->messages.size(), 1);
    QVERIFY(m_runner->commandsOf(QStringLiteral("postfix")).isEmpty());
}

void TestPostfixChecks::onlyPostfixCheckGetsATerminal()
{
    QVERIFY(check());
    QCOMPARE(m_runner->commands().size(), 3);
    for (const tools::Command &command : m_runner->commands())
        QCOMPARE(command.terminal, command.program == u"/usr/sbin/postfix");
}

void TestPostfixChecks::whatIsOursIsNotReported()
{
    m_runner->answer(
        QStringLiteral("postfix"), {},
        "postfix: warning: main.cf, line 3: overriding earlier entry: queue_directory=/x\n"
        "/usr/sbin/postconf: warning: /etc/postfix/main.cf: unused parameter: live=1\n"
        "/usr/sbin/postconf: warning: /etc/postfix/main.cf, line 7: overriding earlier entry: a=1\n"
        "postfix/postfix-script: warning: group or other writable: /etc/postfix/./main.cf\n");
    const auto report = check();
    QVERIFY(report);
    QCOMPARE(report->messages.size(), 1);
    QCOMPARE(report->messages[0].file, QStringLiteral("/etc/postfix/main.cf"));

    // The same from postconf is about the file as the user wrote it.
    m_runner->answer(QStringLiteral("postconf"), {}, {},
                     "postconf: warning: main.cf, line 3: overriding earlier entry: queue_directory=/x\n");
    QCOMPARE(check()->messages.size(), 2);
}

void TestPostfixChecks::anotherProgramsFailureIsToldBesides()
{
    m_runner->answer(QStringLiteral("postconf"), {}, {},
                     "postconf: warning: main.cf: unused parameter: foo=bar\n");
    m_runner->answer(QStringLiteral("postmap"), {},
                     Error{.code = Error::Code::Timeout, .subject = QStringLiteral("/usr/sbin/postmap")});
    const auto slow = check();
    QVERIFY(slow);
    QCOMPARE(slow->messages.size(), 1);
    QCOMPARE(slow->failures.size(), 1);
    QCOMPARE(slow->failures[0].code, Error::Code::Timeout);
    QCOMPARE(slow->postfixCheck, State::NotReached);

    m_runner->answer(QStringLiteral("postmap"), {}, "value\n");
    m_runner->answer(QStringLiteral("postfix"), {},
                     Error{.code = Error::Code::NotFound, .subject = QStringLiteral("/usr/sbin/postfix")});
    const auto missing = check();
    QVERIFY(missing);
    QCOMPARE(missing->messages.size(), 1);
    QCOMPARE(missing->failures.size(), 1);
    QCOMPARE(missing->postfixCheck, State::Failed);
}

void TestPostfixChecks::withoutPostfix()
{
    m_installation = {};
    const auto report = check();
    QVERIFY(!report);
    QCOMPARE(report.error().code, Error::Code::NotFound);
    QVERIFY(m_runner->commands().isEmpty());
}

void TestPostfixChecks::pathThatLeadsOutIsRefused()
{
    m_files.append({QStringLiteral("../outside"), "a"});
    const auto report = check();
    QVERIFY(!report);
    QCOMPARE(report.error().code, Error::Code::Malformed);
    QVERIFY(m_runner->commands().isEmpty());
}

void TestPostfixChecks::cancelEndsAllPrograms()
{
    m_runner->hold();
    auto future = tools::checkConfiguration(*m_runner, m_installation, m_files);
    QCOMPARE(m_runner->running(), 2);
    const QString folder = folderGivenTo(QStringLiteral("postconf"));
    QVERIFY(QFileInfo::exists(folder));
    future.cancel();
    QTRY_COMPARE(m_runner->running(), 0);
    QVERIFY(!future.isFinished()); // the programs are not gone yet, and may still look at the folder
    m_runner->release();
    QTRY_VERIFY(future.isFinished());
    QCOMPARE(future.resultCount(), 0);
    QVERIFY(!QFileInfo::exists(folder));
}

void TestPostfixChecks::cancelBeforePostfixCheck()
{
    m_runner->hold();
    auto future = tools::checkConfiguration(*m_runner, m_installation, m_files);
    m_runner->release();
    future.cancel();
    QTRY_VERIFY(future.isFinished());
    QVERIFY(m_runner->commandsOf(QStringLiteral("postfix")).isEmpty());
}

void TestPostfixChecks::privateFolderIsGoneAfterwards()
{
    QVERIFY(check());
    for (const char *program : {"postconf", "postmap", "postfix"}) {
        const QString folder = folderGivenTo(QString::fromUtf8(program));
        QVERIFY(folder.startsWith(u'/'));
        QVERIFY(!QFileInfo::exists(folder));
        QVERIFY(!QFileInfo::exists(QFileInfo(folder).path()));
    }
}

QTEST_GUILESS_MAIN(TestPostfixChecks)
#include "tst_postfixchecks.moc"
