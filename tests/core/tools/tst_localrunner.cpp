// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/whendone.h"
#include "core/tools/localrunner.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>
#include <csignal>
#include <optional>
#include <unistd.h>

using base::Error;
using base::Result;
using tools::Command;
using tools::LocalRunner;
using tools::Output;
using namespace std::chrono_literals;

class TestLocalRunner : public QObject
{
    Q_OBJECT

private slots:
    void collectsWhatIsWritten_data();
    void collectsWhatIsWritten();
    void anyExitCodeIsAnAnswer();
    void errorsOfStarting_data();
    void errorsOfStarting();
    void aSignalIsAnError();
    void inputOfAnySizeComesBack();
    void unreadInputIsNoError();
    void environmentIsChangedOnTop();
    void workingDirectoryIsUsed();
    void noDescriptorsAreInherited();
    void tooMuchOutputIsAnError();
    void lastWordsAreTheEnd_data();
    void lastWordsAreTheEnd();
    void timeoutEndsGrandchildren();
    void cancelEndsGrandchildren();
    void destroyingTheRunnerEndsEverything();
    void backgroundedProgramDoesNotDelayTheAnswer();
    void terminalShowsWhatPipesHide();
    void lastWordsOnATerminalAreNotLost();
    void needsNoEventLoop();
    void manyAtOnce();
    void startingDoesNotBlockTheEventLoop();
    void continuationDiesWithItsContext();
    void cancelledRunIsReportedAsCancelled();

private:
    static Command shell(const char *script)
    {
        return {.program = QStringLiteral("/bin/sh"),
                .arguments = {QStringLiteral("-c"), QString::fromUtf8(script)}};
    }
    static bool waitUntilFinished(const QFuture<Result<Output>> &future)
    {
        return QTest::qWaitFor([&] { return future.isFinished(); }, 20000);
    }
    Result<Output> run(const Command &command)
    {
        const auto future = m_runner.run(command);
        if (!waitUntilFinished(future) || future.resultCount() == 0)
            return Error{.code = Error::Code::Other, .subject = QStringLiteral("no answer")};
        return future.result();
    }
    /// A script that starts a grandchild, writes its number to `file` and waits for it.
    static Command grandparent(const QString &file)
    {
        Command command = shell(R"(sleep 600 & echo $! > "$0.new"; mv "$0.new" "$0"; wait)");
        command.arguments.append(file);
        return command;
    }
    static pid_t grandchild(const QString &file)
    {
        if (!QTest::qWaitFor([&] { return QFile::exists(file); }, 10000))
            return 0;
        QFile written(file);
        return written.open(QIODevice::ReadOnly) ? written.readAll().trimmed().toInt() : 0;
    }
    static bool isGone(pid_t process)
    {
        return QTest::qWaitFor(
            [&] {
                // A zombie that nobody has waited for yet is as dead as one can be.
                QFile state(QStringLiteral("/proc/%1/stat").arg(process));
                return !state.open(QIODevice::ReadOnly) || state.readAll().contains(") Z ");
            },
            5000);
    }

    LocalRunner m_runner;
};

void TestLocalRunner::collectsWhatIsWritten_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<QByteArray>("out");
    QTest::addColumn<QByteArray>("err");

    QTest::newRow("nothing") << QByteArray(":") << QByteArray() << QByteArray();
    QTest::newRow("both outputs apart")
        << QByteArray("echo a; echo b >&2") << QByteArray("a\n") << QByteArray("b\n");
    QTest::newRow("bytes that are no text")
        << QByteArray(R"(printf '\000\377\r\n')") << QByteArray("\0\xff\r\n", 4) << QByteArray();
    QTest::newRow("more than a pipe holds on both")
        << QByteArray("head -c 3000000 /dev/zero; head -c 3000000 /dev/zero >&2") << QByteArray(3000000, '\0')
        << QByteArray(3000000, '\0');
    QTest::newRow("a grandchild's words")
        << QByteArray("(sleep 0; echo late) &") << QByteArray("late\n") << QByteArray();
}

void TestLocalRunner::collectsWhatIsWritten()
{
    QFETCH(QByteArray, script);
    const auto result = run(shell(script.constData()));
    QVERIFY(result);
    QTEST(result->out, "out");
    QTEST(result->err, "err");
    QCOMPARE(result->exitCode, 0);
}

void TestLocalRunner::anyExitCodeIsAnAnswer()
{
    for (const int code : {0, 1, 127, 255}) {
        const auto result = run(shell(("exit " + QByteArray::number(code)).constData()));
        QVERIFY(result);
        QCOMPARE(result->exitCode, code);
    }
}

void TestLocalRunner::errorsOfStarting_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QString>("directory");
    QTest::addColumn<Error::Code>("code");
    QTest::addColumn<QString>("subject");

    const auto row = [](const char *name, const char *program, const char *directory, Error::Code code,
                        const char *subject) {
        QTest::newRow(name) << QString::fromUtf8(program) << QString::fromUtf8(directory) << code
                            << QString::fromUtf8(subject);
    };
    row("no such program in PATH", "no-such-program", "", Error::Code::NotFound, "no-such-program");
    row("no such path", "/no/such/program", "", Error::Code::NotFound, "/no/such/program");
    row("not executable", "/etc/passwd", "", Error::Code::NotPermitted, "/etc/passwd");
    row("a folder", "/usr", "", Error::Code::NotPermitted, "/usr");
    row("no such working directory", "/bin/true", "/no/such/folder", Error::Code::NotFound,
        "/no/such/folder");
    row("a file as working directory", "/bin/true", "/etc/passwd", Error::Code::NotFound, "/etc/passwd");
}

void TestLocalRunner::errorsOfStarting()
{
    QFETCH(QString, program);
    QFETCH(QString, directory);
    for (const bool terminal : {false, true}) {
        const auto result = run({.program = program, .workingDirectory = directory, .terminal = terminal});
        QVERIFY(!result);
        QTEST(result.error().code, "code");
        QTEST(result.error().subject, "subject");
        QVERIFY(!result.error().detail.isEmpty());
    }
}

void TestLocalRunner::aSignalIsAnError()
{
    const auto result = run(shell("kill -SEGV $$"));
    QVERIFY(!result);
    QCOMPARE(result.error().code, Error::Code::ProcessFailed);
    QCOMPARE(result.error().detail, QStringLiteral("signal 11"));
}

void TestLocalRunner::inputOfAnySizeComesBack()
{
    for (const qsizetype size : {0, 1, 5'000'000}) {
        QByteArray input(size, 'x');
        if (size > 1)
            input.replace(1, 1, QByteArray("\0", 1));
        const auto result = run({.program = QStringLiteral("cat"), .input = input});
        QVERIFY(result);
        QVERIFY(result->out == input);
    }
}

void TestLocalRunner::unreadInputIsNoError()
{
    const auto result = run({.program = QStringLiteral("true"), .input = QByteArray(5'000'000, 'x')});
    QVERIFY(result);
    QCOMPARE(result->exitCode, 0);
}

void TestLocalRunner::environmentIsChangedOnTop()
{
    qputenv("TST_KEPT", "kept");
    qputenv("TST_REMOVED", "removed");
    Command command = shell(R"(echo "$TST_KEPT,${TST_REMOVED-unset},$TST_ADDED")");
    command.environment = {{QStringLiteral("TST_REMOVED"), QString()},
                           {QStringLiteral("TST_ADDED"), QStringLiteral("=ä")}};
    const auto result = run(command);
    QVERIFY(result);
    QCOMPARE(result->out, QByteArray("kept,unset,=ä\n"));
}

void TestLocalRunner::workingDirectoryIsUsed()
{
    const auto result = run({.program = QStringLiteral("pwd"), .workingDirectory = QStringLiteral("/usr")});
    QVERIFY(result);
    QCOMPARE(result->out, QByteArray("/usr\n"));
}

void TestLocalRunner::noDescriptorsAreInherited()
{
    QFile leaky(QStringLiteral("/dev/null"));
    QVERIFY(leaky.open(QIODevice::ReadOnly));
    const int copy = ::dup(leaky.handle()); // not close-on-exec
    const auto result = run(shell("ls /proc/self/fd | wc -l"));
    ::close(copy);
    QVERIFY(result);
    QCOMPARE(result->out.trimmed(), QByteArray("4")); // the three, and the folder ls is reading
}

void TestLocalRunner::tooMuchOutputIsAnError()
{
    const auto result = run({.program = QStringLiteral("yes"), .outputLimit = 1'000'000});
    QVERIFY(!result);
    QCOMPARE(result.error().code, Error::Code::TooLarge);
}

void TestLocalRunner::lastWordsAreTheEnd_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<QByteArray>("err");
    QTest::addColumn<int>("exitCode");

    QTest::newRow("first line") << QByteArray("echo 'end: x' >&2; sleep 600") << QByteArray("end: x\n") << -1;
    QTest::newRow("later line") << QByteArray("echo a >&2; echo 'end: x' >&2; sleep 600")
                                << QByteArray("a\nend: x\n") << -1;
    QTest::newRow("line in two parts")
        << QByteArray("printf 'end: ' >&2; echo x >&2; sleep 600") << QByteArray("end: x\n") << -1;
    QTest::newRow("inside a line they mean nothing")
        << QByteArray("echo 'the end: x' >&2; echo more >&2; exit 3") << QByteArray("the end: x\nmore\n")
        << 3;
    QTest::newRow("a program that ends without them") << QByteArray("exit 3") << QByteArray() << 3;
}

void TestLocalRunner::lastWordsAreTheEnd()
{
    QFETCH(QByteArray, script);
    Command command = shell(script.constData());
    command.lastWords = "end: ";
    const auto result = run(command);
    QVERIFY(result);
    QTEST(result->err, "err");
    QTEST(result->exitCode, "exitCode");
}

void TestLocalRunner::timeoutEndsGrandchildren()
{
    QTemporaryDir dir;
    const QString file = dir.filePath(QStringLiteral("pid"));
    Command command = grandparent(file);
    command.timeout = 1500ms;
    const auto result = run(command);
    QVERIFY(!result);
    QCOMPARE(result.error().code, Error::Code::Timeout);
    const pid_t process = grandchild(file);
    QVERIFY(process > 0);
    QVERIFY(isGone(process));
}

void TestLocalRunner::cancelEndsGrandchildren()
{
    QTemporaryDir dir;
    const QString file = dir.filePath(QStringLiteral("pid"));
    for (const bool terminal : {false, true}) {
        Command command = grandparent(file);
        command.terminal = terminal;
        auto future = m_runner.run(command);
        const pid_t process = grandchild(file);
        QVERIFY(process > 0);
        QVERIFY(::kill(process, 0) == 0);
        future.cancel();
        QVERIFY(waitUntilFinished(future));
        QCOMPARE(future.resultCount(), 0);
        QVERIFY(isGone(process));
        QFile::remove(file);
    }
}

void TestLocalRunner::destroyingTheRunnerEndsEverything()
{
    QTemporaryDir dir;
    const QString file = dir.filePath(QStringLiteral("pid"));
    QFuture<Result<Output>> future;
    pid_t process = 0;
    {
        LocalRunner runner;
        future = runner.run(grandparent(file));
        process = grandchild(file);
        QVERIFY(process > 0);
    }
    QVERIFY(future.isFinished());
    QVERIFY(future.isCanceled());
    QVERIFY(isGone(process));
}

void TestLocalRunner::backgroundedProgramDoesNotDelayTheAnswer()
{
    QElapsedTimer timer;
    timer.start();
    const auto result = run(shell("sleep 600 & echo $!"));
    QVERIFY(result);
    const pid_t left = result->out.trimmed().toInt();
    QVERIFY(left > 0);
    QCOMPARE(::kill(left, SIGKILL), 0); // it is still there: it was not timed out or cancelled
    QVERIFY(timer.elapsed() < 10000);
}

void TestLocalRunner::terminalShowsWhatPipesHide()
{
    Command command = shell("test -t 1 && echo out; test -t 2 && echo err >&2; "
                            "test -t 0 && echo in; printf 'a\\r\\nb\\n'; cat");
    command.input = "typed\n";
    const auto hidden = run(command);
    QVERIFY(hidden);
    QCOMPARE(hidden->out, QByteArray("a\r\nb\ntyped\n"));

    command.terminal = true;
    const auto shown = run(command);
    QVERIFY(shown);
    QCOMPARE(shown->out, QByteArray("out\nerr\na\r\nb\ntyped\n"));
    QCOMPARE(shown->err, QByteArray());
}

void TestLocalRunner::lastWordsOnATerminalAreNotLost()
{
    const QByteArray expected = QByteArray("0123456789\n").repeated(20000) + "end";
    for (int turn = 0; turn < 10; ++turn) {
        Command command = shell("cat; printf end");
        command.input = expected.chopped(3);
        command.terminal = true;
        const auto result = run(command);
        QVERIFY(result);
        QVERIFY(result->out == expected);
    }
}

void TestLocalRunner::needsNoEventLoop()
{
    auto future = m_runner.run(shell("echo a"));
    future.waitForFinished();
    QCOMPARE(future.result()->out, QByteArray("a\n"));
}

void TestLocalRunner::manyAtOnce()
{
    QList<QFuture<Result<Output>>> futures;
    for (int i = 0; i < 60; ++i)
        futures.append(m_runner.run(
            {.program = QStringLiteral("echo"), .arguments = {QString::number(i)}, .terminal = i % 2 == 0}));
    for (int i = 0; i < futures.size(); ++i) {
        futures[i].waitForFinished();
        QVERIFY(futures[i].result());
        QCOMPARE(futures[i].result()->out, QByteArray::number(i) + '\n');
    }
}

void TestLocalRunner::startingDoesNotBlockTheEventLoop()
{
    // The longest of many turns of run() is what the window would feel.
    qint64 longest = 0;
    QList<QFuture<Result<Output>>> futures;
    for (int i = 0; i < 50; ++i) {
        QElapsedTimer timer;
        timer.start();
        futures.append(m_runner.run(shell("head -c 100000 /dev/zero")));
        longest = qMax(longest, timer.nsecsElapsed());
    }
    for (auto &future : futures)
        future.waitForFinished();
    qInfo("longest call of run(): %.3f ms", double(longest) / 1e6);
    QVERIFY(longest < 50'000'000);
}

void TestLocalRunner::continuationDiesWithItsContext()
{
    int calls = 0;
    base::whenDone(m_runner.run(shell(":")), this, [&calls](const Result<Output> &) { ++calls; });
    QTRY_COMPARE(calls, 1);

    bool called = false;
    auto *context = new QObject;
    auto future = m_runner.run(shell(":"));
    base::whenDone(future, context, [&called](const Result<Output> &) { called = true; });
    delete context;
    QVERIFY(waitUntilFinished(future));
    QCoreApplication::processEvents();
    QVERIFY(!called);
}

void TestLocalRunner::cancelledRunIsReportedAsCancelled()
{
    std::optional<Error::Code> code;
    auto future = m_runner.run(shell("sleep 600"));
    base::whenDone(future, this, [&code](const Result<Output> &result) {
        if (!result)
            code = result.error().code;
    });
    future.cancel();
    QTRY_VERIFY(code);
    QCOMPARE(*code, Error::Code::Cancelled);
}

QTEST_GUILESS_MAIN(TestLocalRunner)
#include "tst_localrunner.moc"
