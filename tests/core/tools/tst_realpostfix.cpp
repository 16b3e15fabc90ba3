// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tools/localrunner.h"
#include "core/tools/postfixchecks.h"
#include "core/tools/postfixenvironment.h"
#include "core/tools/usernamespace.h"

#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <sys/stat.h>

using base::Error;
using base::Result;
using tools::CheckOptions;
using tools::CheckReport;
using tools::Message;
using tools::Severity;
using tools::StagedFile;
using State = tools::CheckReport::PostfixCheck;

/// The installed Postfix, asked about small configurations of our own and about the one it came with.
class TestRealPostfix : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void messages_data();
    void messages();
    void everyFormOfPostconfIsCovered_data() { messages_data(); }
    void everyFormOfPostconfIsCovered();
    void tablesAreTried_data();
    void tablesAreTried();
    void missingMainCf();
    void theLiveConfigurationInMilliseconds();
    void nothingOfTheLiveSystemChanges();
    void noProgramOfTheConfigurationRuns();
    void fatalMessagesAreNotSleptUpon();
    void cancel();

private:
    Result<CheckReport> check(const QByteArray &mainCf, const QByteArray &masterCf,
                              const CheckOptions &options = {})
    {
        const auto future = tools::checkConfiguration(m_runner, m_installation,
                                                      {StagedFile{QStringLiteral("main.cf"), mainCf},
                                                       StagedFile{QStringLiteral("master.cf"), masterCf}},
                                                      options);
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, 60000) || future.resultCount() == 0)
            return Error{.code = Error::Code::Other, .subject = QStringLiteral("no answer")};
        return future.result();
    }
    QByteArray liveFile(const char *name) const
    {
        QFile file(m_installation.configDirectory + u'/' + QLatin1String(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QByteArray liveValue(const char *parameter)
    {
        auto future = m_runner.run({.program = m_installation.postconf,
                                    .arguments = {QStringLiteral("-xh"), QLatin1String(parameter)}});
        future.waitForFinished();
        return future.result() ? future.result()->out.trimmed() : QByteArray();
    }

    tools::LocalRunner m_runner;
    tools::PostfixInstallation m_installation;
    bool m_mayCheck = false; ///< as root, or in a user namespace
};

static const char minimalMainCf[] = "compatibility_level = 3.6\n" // 1
                                    "myhostname = mail.example.org\n"
                                    "mynetworks = 127.0.0.0/8\n" // 3
                                    "inet_protocols = ipv4\n";
static const char minimalMasterCf[] = "smtp inet n - n - - smtpd\n"
                                      "pickup unix n - n 60 1 pickup\n"; // 2

void TestRealPostfix::initTestCase()
{
    const auto future = tools::detectPostfix(m_runner);
    QTRY_VERIFY_WITH_TIMEOUT(future.isFinished(), 30000);
    m_installation = future.result();
    if (!m_installation.isInstalled)
        QSKIP("Postfix is not installed on this machine");
    const auto space = tools::tryUserNamespace(m_runner);
    QTRY_VERIFY_WITH_TIMEOUT(space.isFinished(), 30000);
    m_mayCheck = m_installation.isSuperuser || (space.result() && space.result()->exitCode == 0);
    qInfo("This user may%s run postfix check.", m_mayCheck ? "" : " not");
}

void TestRealPostfix::messages_data()
{
    QTest::addColumn<QByteArray>("mainCf"); // after the minimal one
    QTest::addColumn<QByteArray>("masterCf");
    QTest::addColumn<QString>("text"); // how the first message begins
    QTest::addColumn<Severity>("severity");
    QTest::addColumn<QString>("place");
    QTest::addColumn<int>("count");

    const auto row = [](const char *name, const char *mainCf, const char *masterCf, const char *text,
                        Severity severity, const char *place, int count = 1) {
        QTest::newRow(name) << QByteArray(mainCf) << QByteArray(masterCf) << QString::fromUtf8(text)
                            << severity << QString::fromUtf8(place) << count;
    };
    using enum Severity;
    row("nothing wrong", "", "", "", Note, "");
    row("unused parameter", "\nfoo = bar\n", "", "unused parameter: foo=bar", Warning, "main.cf:6");
    row("undefined parameter", "virtual_transport =\n  # here\n  $nowhere\n", "",
        "undefined parameter: nowhere", Warning, "main.cf:7");
    row("given twice", "myhostname = other.example.org\n", "",
        "overriding earlier entry: myhostname=", Warning, "main.cf:5");
    row("no equals sign", "what is this\n", "", "missing '=' after attribute name", Fatal, "main.cf:5");
    row("not a number", "message_size_limit = 10M\n", "", "bad numerical configuration: message_size_limit",
        Fatal, "main.cf:5");
    row("unknown user", "mail_owner = no-such-user\n", "", "parameter mail_owner: unknown user name value",
        Fatal, "main.cf:5");
    // postsuper overrides it, and says so: only postfix check runs it
    row("read-only", "process_name = x\n", "", "read-only parameter assignment: process_name=x", Warning,
        "main.cf:5", m_mayCheck ? 2 : 1);
    row("truncated macro", "virtual_transport = ${x\n", "", R"(truncated macro reference: "${x")", Warning,
        "main.cf:5", 2); // and that this is fatal
    row("bytes that are no text", "fo\xe4 = 1\n", "", "unused parameter: fo?=1", Warning, "main.cf:5");
    row("override that nobody reads", "", "lmtp unix - - n - - lmtp\n  -o nope=1\n",
        "unused parameter: nope=1", Warning, "master.cf:4");
    row("undefined in an override", "", "lmtp unix - - n - - lmtp\n  -o myhostname=$nix\n",
        "undefined parameter: nix", Warning, "master.cf:4");
    row("too few fields", "", "# here:\nlmtp unix - -\n", "bad field count", Fatal, "master.cf:4");
    row("bad field", "", "# here:\nlmtp unix q - n - - lmtp\n", R"(invalid private field "q")", Fatal,
        "master.cf:4");
    row("missing brace", "", "lmtp unix - - n - - lmtp -o { syslog_name = a\n", "missing '}' in", Warning,
        "master.cf:3");
}

void TestRealPostfix::messages()
{
    QFETCH(QByteArray, mainCf);
    QFETCH(QByteArray, masterCf);
    QFETCH(QString, text);
    const auto report = check(minimalMainCf + mainCf, minimalMasterCf + masterCf);
    QVERIFY(report);
    QVERIFY(report->failures.isEmpty());

    QList<Message> aboutTheFiles = report->messages;
    aboutTheFiles.removeIf([](const Message &message) { return message.file.startsWith(u'/'); });
    if (text.isEmpty()) {
        QVERIFY2(aboutTheFiles.isEmpty(), qPrintable(aboutTheFiles.value(0).text));
        QCOMPARE(report->postfixCheck, m_mayCheck ? State::Ran : State::NotPermitted);
        return;
    }
    QTEST(int(aboutTheFiles.size()), "count");
    const Message &first = aboutTheFiles[0];
    QVERIFY2(first.text.startsWith(text), qPrintable(first.text));
    QTEST(first.severity, "severity");
    QTEST(QStringLiteral("%1:%2").arg(first.file).arg(first.line), "place");
    const bool isFatal = std::any_of(aboutTheFiles.begin(), aboutTheFiles.end(),
                                     [](const Message &m) { return m.severity == Severity::Fatal; });
    QCOMPARE(report->postfixCheck,
             isFatal          ? State::NotReached
                 : m_mayCheck ? State::Ran
                              : State::NotPermitted);
}

// checkConfiguration() asks for -n only: the other forms must have nothing to add.
void TestRealPostfix::everyFormOfPostconfIsCovered()
{
    QFETCH(QByteArray, mainCf);
    QFETCH(QByteArray, masterCf);
    const auto copy = tools::StagedCopy::create({{QStringLiteral("main.cf"), minimalMainCf + mainCf},
                                                 {QStringLiteral("master.cf"), minimalMasterCf + masterCf}});
    QVERIFY(copy);
    const QStringList forms = {QStringLiteral("-n"), QStringLiteral("-M"), QStringLiteral("-P"),
                               QStringLiteral("-F")};
    QList<QFuture<Result<tools::Output>>> futures;
    for (const QString &form : forms)
        futures.append(m_runner.run({.program = m_installation.postconf,
                                     .arguments = {QStringLiteral("-c"), copy->path(), form},
                                     .environment = tools::postfixEnvironment(),
                                     .lastWords = "postconf: fatal: "}));
    QHash<QString, QSet<QByteArray>> warnings;
    for (qsizetype i = 0; i < forms.size(); ++i) {
        futures[i].waitForFinished();
        QVERIFY(futures[i].result());
        const auto lines = futures[i].result()->err.split('\n');
        warnings[forms[i]] = QSet<QByteArray>(lines.begin(), lines.end());
    }
    for (const auto &lines : std::as_const(warnings))
        QVERIFY(warnings[QStringLiteral("-n")].contains(lines));
}

void TestRealPostfix::tablesAreTried_data()
{
    QTest::addColumn<tools::TableToCheck>("table");
    QTest::addColumn<QString>("text"); // how the only message begins
    QTest::addColumn<int>("line");
    const QString name = QStringLiteral("some file");
    const auto row = [&](const char *title, const char *type, const char *bytes, const QByteArrayList &keys,
                         const char *text, int line) {
        const bool isAliases = QByteArrayView(type) == "aliases";
        const tools::TableToCheck table{.name = name,
                                        .type = isAliases ? "hash" : type,
                                        .isCompiled = isAliases || QByteArrayView(type) == "hash",
                                        .isAliases = isAliases,
                                        .bytes = bytes,
                                        .keys = keys};
        QTest::newRow(title) << table << QString::fromUtf8(text) << line;
    };
    row("all is well", "hash", "# x\na@example.com b\nc d\n", {"a@example.com", "c"}, "", 0);
    row("row without a value", "hash", "a b\nc\n", {"a"}, "expected format: key whitespace value", 2);
    row("row twice", "hash", "a b\nc d\na e\n", {"a"}, "duplicate entry: \"a\"", 0);
    row("aliases", "aliases", "root: me\npostmaster: root\n", {"root"}, "", 0);
    row("aliases without a colon", "aliases", "root: me\npostmaster root\n", {"root"}, "need name:value pair",
        2);
    row("key that is not there", "hash", "a b\n", {"x"}, "“x” is not found", 0);
    row("pattern without an end", "regexp", "/a/ OK\n/b OK\n", {}, "no closing regexp delimiter", 2);
    row("network", "cidr", "10.0.0.1/8 OK\n", {}, "non-null host address bits", 1);
}

void TestRealPostfix::tablesAreTried()
{
    QFETCH(const tools::TableToCheck, table);
    QFETCH(const QString, text);
    // That the copy has folders of its own is none of the user's business.
    const auto report = check(QByteArray(minimalMainCf) + "data_directory = /var/lib/postfix\n",
                              minimalMasterCf, {.postfixCheck = false, .tables = {table}});
    QVERIFY(report);
    QVERIFY(report->failures.isEmpty() && report->notChecked.isEmpty());
    if (text.isEmpty()) {
        QVERIFY2(report->messages.isEmpty(), qPrintable(report->messages.value(0).text));
        return;
    }
    QCOMPARE(report->messages.size(), 1);
    const Message &message = report->messages[0];
    QVERIFY2(message.text.startsWith(text), qPrintable(message.text));
    QCOMPARE(message.file, table.name);
    QTEST(message.line, "line");
    QCOMPARE(message.key.isEmpty(), message.line > 0);
}

void TestRealPostfix::missingMainCf()
{
    auto future = tools::checkConfiguration(m_runner, m_installation,
                                            {StagedFile{QStringLiteral("master.cf"), minimalMasterCf}});
    QTRY_VERIFY_WITH_TIMEOUT(future.isFinished(), 30000);
    const auto report = future.result();
    QVERIFY(report);
    QCOMPARE(report->messages.size(), 1);
    QCOMPARE(report->messages[0].severity, Severity::Fatal);
    QVERIFY(report->messages[0].text.contains(u"main.cf"));
}

void TestRealPostfix::theLiveConfigurationInMilliseconds()
{
    const QByteArray mainCf = liveFile("main.cf");
    const QByteArray masterCf = liveFile("master.cf");
    if (mainCf.isEmpty())
        QSKIP("this machine's main.cf is missing or can't be read");
    // A file that looks too young costs a second or two per program, on every turn.
    const auto quickest = [&](const CheckOptions &options) {
        qint64 best = std::numeric_limits<qint64>::max();
        for (int turn = 0; turn < 5; ++turn) {
            QElapsedTimer timer;
            timer.start();
            const bool answered = check(mainCf, masterCf, options).has_value();
            best = answered ? qMin(best, timer.nsecsElapsed()) : best;
        }
        return double(best) / 1e6;
    };
    const double alone = quickest({.postfixCheck = false});
    qInfo("this machine's configuration: %.1f ms, with postfix check %.1f ms", alone, quickest({}));
    QVERIFY(alone < 900);
}

/// Everything about the files below a folder but the time they were last read.
static QStringList stateOf(const QStringList &folders)
{
    QStringList state;
    const auto add = [&state](const QString &path) {
        struct stat s = {};
        if (::lstat(QFile::encodeName(path).constData(), &s) == 0)
            state.append(QStringLiteral("%1 %2 %3 %4 %5 %6.%7 %8.%9")
                             .arg(path, QString::number(s.st_mode, 8))
                             .arg(s.st_uid)
                             .arg(s.st_gid)
                             .arg(s.st_size)
                             .arg(s.st_mtim.tv_sec)
                             .arg(s.st_mtim.tv_nsec)
                             .arg(s.st_ctim.tv_sec)
                             .arg(s.st_ctim.tv_nsec));
    };
    for (const QString &folder : folders) {
        add(folder);
        QDirIterator entries(folder, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                             QDirIterator::Subdirectories);
        while (entries.hasNext())
            add(entries.next());
    }
    state.sort();
    return state;
}

void TestRealPostfix::nothingOfTheLiveSystemChanges()
{
    if (!m_installation.isSuperuser)
        QSKIP("only root could change something, and is not running this test");
    const QStringList live = {m_installation.configDirectory,
                              m_installation.daemonDirectory,
                              QFile::decodeName(liveValue("queue_directory")),
                              QFile::decodeName(liveValue("data_directory")),
                              QStringLiteral("/etc/aliases"),
                              QStringLiteral("/etc/aliases.db")};
    const QStringList before = stateOf(live);
    QVERIFY(before.size() > 10);

    // The live configuration, so that every path in it is a live one.
    const auto report = check(liveFile("main.cf"), liveFile("master.cf"));
    QVERIFY(report);
    QCOMPARE(report->postfixCheck, State::Ran);
    QCOMPARE(stateOf(live), before);

    // One that postfix check has something to say about.
    const auto other = check(liveFile("main.cf") + "\nmaillog_file = /var/log/postwright-test\nfoo = bar\n",
                             liveFile("master.cf"));
    QVERIFY(other);
    QCOMPARE(other->postfixCheck, State::Ran);
    QCOMPARE(stateOf(live), before);
    QVERIFY(!QFile::exists(QStringLiteral("/var/log/postwright-test")));
}

// A configuration from elsewhere must not become a way to run programs or to delete files as root.
void TestRealPostfix::noProgramOfTheConfigurationRuns()
{
    QTemporaryDir trap;
    const QString sprung = trap.filePath(QStringLiteral("sprung"));
    for (const char *name :
         {"postfix-script", "post-install", "postconf", "postlog", "postsuper", "master"}) {
        QFile program(trap.filePath(QLatin1String(name)));
        QVERIFY(program.open(QIODevice::WriteOnly));
        program.write("#!/bin/sh\ntouch " + QFile::encodeName(sprung) + "\n");
        program.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadOther
                               | QFile::ExeOther);
    }
    QFile kept(trap.filePath(QStringLiteral("kept")));
    QVERIFY(kept.open(QIODevice::WriteOnly));
    kept.close();

    const QByteArray folder = QFile::encodeName(trap.path());
    QByteArray mainCf = minimalMainCf;
    for (const char *name : {"command_directory", "daemon_directory", "meta_directory", "shlib_directory",
                             "sample_directory", "config_directory", "manpage_directory"})
        mainCf += QByteArray(name) + " = " + folder + "\n";
    mainCf += "import_environment = MAIL_CONFIG LD_PRELOAD=" + folder + "/kept PATH=" + folder + "\n";
    mainCf += "queue_directory = " + folder + "/queue\n";
    mainCf += "data_directory = " + folder + " -delete -o -path " + folder + "\n";
    mainCf += "syslog_name = -c " + folder + "\n";
    mainCf += "debugger_command = touch " + QFile::encodeName(sprung) + "\n";
    mainCf += "maillog_file = " + folder + "/log\nmaillog_file_prefixes = " + folder; // and no last newline
    const auto report = check(mainCf, minimalMasterCf);
    QVERIFY(report);
    QCOMPARE(report->postfixCheck, m_mayCheck ? State::Ran : State::NotPermitted);
    QVERIFY(!QFile::exists(sprung));
    QVERIFY(QFile::exists(kept.fileName()));
    QVERIFY(!QFile::exists(trap.filePath(QStringLiteral("queue"))));
    QVERIFY(!QFile::exists(trap.filePath(QStringLiteral("log"))));
    for (const Message &message : report->messages)
        QVERIFY2(!message.text.contains(u"preload"), qPrintable(message.text));
}

void TestRealPostfix::fatalMessagesAreNotSleptUpon()
{
    qint64 quickest = std::numeric_limits<qint64>::max();
    for (int turn = 0; turn < 3; ++turn) {
        QElapsedTimer timer;
        timer.start();
        const auto report = check("what is this\n", minimalMasterCf);
        QVERIFY(report);
        QCOMPARE(report->messages.size(), 1);
        quickest = qMin(quickest, timer.elapsed());
    }
    QVERIFY(quickest < 900);
}

void TestRealPostfix::cancel()
{
    QElapsedTimer timer;
    timer.start();
    auto future = tools::checkConfiguration(m_runner, m_installation,
                                            {StagedFile{QStringLiteral("main.cf"), "what is this\n"}});
    future.cancel();
    QTRY_VERIFY(future.isFinished());
    QCOMPARE(future.resultCount(), 0);
    QVERIFY(timer.elapsed() < 900);
}

QTEST_GUILESS_MAIN(TestRealPostfix)
#include "tst_realpostfix.moc"
