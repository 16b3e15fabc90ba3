// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tools/postfixchecks.h"

#include "core/base/whendone.h"
#include "core/tools/locate.h"
#include "core/tools/pinnedconfig.h"
#include "core/tools/postfixenvironment.h"
#include "core/tools/usernamespace.h"

#include <QCoreApplication>
#include <QFutureWatcher>
#include <QPromise>
#include <QThread>

#include <algorithm>
#include <optional>
#include <utility>

namespace tools {

using base::Error;
using base::Result;

namespace {

// In the private folder:
const QString plainFolder = QStringLiteral("config"); ///< the files as they are
const QString pinnedFolder = QStringLiteral("pinned");
const QString queueFolder = QStringLiteral("queue");
const QString dataFolder = QStringLiteral("data");

const QString mainCfName = QStringLiteral("main.cf");
const QString masterCfName = QStringLiteral("master.cf");

QByteArray bytesOf(const QList<StagedFile> &files, const QString &path)
{
    const auto file = std::find_if(files.begin(), files.end(),
                                   [&path](const StagedFile &candidate) { return candidate.path == path; });
    return file == files.end() ? QByteArray() : file->bytes;
}

bool isFatal(const Message &message)
{
    return message.severity == Severity::Fatal;
}

/// Each table has a folder, so that its name says nothing to anybody.
QString tablePath(qsizetype index)
{
    return QStringLiteral("tables/%1/table").arg(index);
}

QString notBuilt(const TableToCheck &table, const char *why)
{
    const QString sentence = QCoreApplication::translate("tools", why).arg(table.name);
    return sentence.contains(QLatin1String("%2")) ? sentence.arg(QString::fromUtf8(table.type)) : sentence;
}

/// One check under way; deletes itself when it has answered.
class Check : public QObject
{
public:
    Check(Runner &runner, PostfixInstallation installation, QList<StagedFile> files, CheckOptions options)
        : m_runner(runner),
          m_installation(std::move(installation)),
          m_files(std::move(files)),
          m_options(std::move(options))
    {
        // If the program ends first, the private folder goes with it.
        if (QCoreApplication *app = QCoreApplication::instance(); app && app->thread() == thread())
            setParent(app);
        QObject::connect(&m_watcher, &QFutureWatcherBase::canceled, this, [this] { cancelAll(); });
        m_promise.start();
        m_watcher.setFuture(m_promise.future());
    }

    QFuture<Result<CheckReport>> future() { return m_promise.future(); }

    void start()
    {
        if (!m_installation.isInstalled) {
            answer(Error{.code = Error::Code::NotFound, .subject = QStringLiteral("postconf")});
            return;
        }
        Result<StagedCopy> copy = stage();
        if (!copy) {
            answer(copy.error());
            return;
        }
        m_copy = std::move(copy).value();
        if (const base::Status pinned = pin(); !pinned) {
            answer(pinned.error());
            return;
        }
        runPostconf();
        runStartup();
    }

private:
    Result<StagedCopy> stage() const
    {
        QList<StagedFile> staged;
        for (const StagedFile &file : m_files)
            staged.append(StagedFile{plainFolder + u'/' + file.path, file.bytes});
        return StagedCopy::create(staged, {plainFolder, pinnedFolder, queueFolder, dataFolder});
    }

    /// The pinned configuration beside the plain one.
    base::Status pin()
    {
        const PrivatePlaces places{.configDirectory = m_copy->filePath(pinnedFolder),
                                   .queueDirectory = m_copy->filePath(queueFolder),
                                   .dataDirectory = m_copy->filePath(dataFolder),
                                   .logFile = m_copy->filePath(QStringLiteral("log"))};
        QList<StagedFile> pinned;
        for (const StagedFile &file : m_files) {
            if (file.path == mainCfName)
                pinned.append(StagedFile{pinnedFolder + u'/' + mainCfName,
                                         pinnedMainCf(file.bytes, m_installation, places)});
            else if (file.path == masterCfName)
                pinned.append(StagedFile{pinnedFolder + u'/' + masterCfName, pinnedMasterCf(file.bytes)});
        }
        return m_copy->add(pinned);
    }

    /// Where a message goes before main.cf is read is decided here: to a service that is not there.
    QMap<QString, QString> pinnedEnvironment() const
    {
        QMap<QString, QString> environment = postfixEnvironment();
        environment[QStringLiteral("POSTLOG_SERVICE")] =
            m_copy->filePath(queueFolder + QStringLiteral("/public/postlog"));
        return environment;
    }

    void runPostconf()
    {
        const QString folder = m_copy->filePath(plainFolder);
        run({.program = m_installation.postconf,
             .arguments = {QStringLiteral("-c"), folder, QStringLiteral("-n")},
             .environment = postfixEnvironment(),
             .timeout = m_options.timeout,
             .lastWords = "postconf: fatal: "},
            [this, folder](const Output &output) {
                add(parseMessages(output.err, Origin::Postconf, folder));
            });
    }

    void runStartup()
    {
        const QString folder = m_copy->filePath(pinnedFolder);
        run({.program = m_installation.program(QStringLiteral("postmap")),
             .arguments = {QStringLiteral("-c"), folder, QStringLiteral("-q"), QStringLiteral("key"),
                           QStringLiteral("static:value")},
             .environment = pinnedEnvironment(),
             .timeout = m_options.timeout,
             .lastWords = "postmap: fatal: "},
            [this, folder](const Output &output) {
                add(parseMessages(output.err, Origin::Startup, folder));
            });
    }

    void runPostfixCheck()
    {
        const QString folder = m_copy->filePath(pinnedFolder);
        const Command command{.program = m_installation.program(QStringLiteral("postfix")),
                              .arguments = {QStringLiteral("-c"), folder, QStringLiteral("check")},
                              .environment = pinnedEnvironment(),
                              .timeout = m_options.timeout,
                              .terminal = true};
        run(m_installation.isSuperuser ? command : inUserNamespace(command),
            [this, folder](const Output &output) {
                m_report.postfixCheck = CheckReport::PostfixCheck::Ran;
                QList<Message> messages = parseMessages(output.out, Origin::PostfixCheck, folder);
                if (!m_installation.isSuperuser) // there, root's files seem to be nobody's
                    messages.removeIf(
                        [](const Message &message) { return message.text.startsWith(u"not owned by "); });
                add(messages);
            });
    }

    /// Whether this user can have one decides what becomes of `postfix check`.
    void tryNamespace()
    {
        ++m_open;
        const auto future = tryUserNamespace(m_runner);
        m_running.append(future);
        base::whenDone(future, this, [this](const Result<Output> &result) {
            --m_open;
            if (result && result->exitCode == 0 && !m_promise.isCanceled()) {
                m_report.notChecked.append(QCoreApplication::translate(
                    "tools", "The owners of Postfix's own files were not checked: only root sees them."));
                m_report.postfixCheck = CheckReport::PostfixCheck::Failed; // until it has an answer
                runPostfixCheck();
                return;
            }
            m_report.postfixCheck = CheckReport::PostfixCheck::NotPermitted;
            m_report.notChecked.append(QCoreApplication::translate(
                "tools",
                "“postfix check” was not run: only root may, and this system gives you no user namespace "
                "with users of its own (see newuidmap(1) and subuid(5))."));
            finish();
        });
    }

    void runTables()
    {
        for (qsizetype i = 0; i < m_options.tables.size(); ++i) {
            const TableToCheck &table = m_options.tables[i];
            if (table.bytes.size() > largestTable) {
                m_report.notChecked.append(
                    notBuilt(table, QT_TRANSLATE_NOOP("tools", "“%1” was not tried: it is too large.")));
                continue;
            }
            if (const base::Status staged = m_copy->add({StagedFile{tablePath(i), table.bytes}}); !staged) {
                m_report.failures.append(staged.error());
                continue;
            }
            runTable(table, m_copy->filePath(tablePath(i)));
        }
    }

    void runTable(const TableToCheck &table, const QString &path)
    {
        const QString folder = m_copy->filePath(pinnedFolder);
        Command trial = trialCommand(m_installation, table, path, folder);
        trial.timeout = m_options.timeout;
        run(trial, [this, table, path, folder](const Output &output) {
            bool unsupported = false;
            const QList<Message> messages = trialMessages(output.err, table, path, unsupported);
            add(messages);
            if (unsupported)
                m_report.notChecked.append(
                    notBuilt(table,
                             QT_TRANSLATE_NOOP("tools",
                                               "“%1” was not tried: the installed Postfix has "
                                               "no tables of type %2.")));
            if (unsupported || !table.isCompiled || table.keys.isEmpty() || m_promise.isCanceled()
                || std::any_of(messages.begin(), messages.end(), isFatal))
                return;
            run(lookupCommand(m_installation, table, path, folder),
                [this, table](const Output &answer) { add(lookupMessages(answer, table)); });
        });
    }

    template<typename Handler>
    void run(const Command &command, Handler onOutput)
    {
        const auto future = m_runner.run(command);
        m_running.append(future);
        ++m_open;
        base::whenDone(future, this, [this, onOutput](const Result<Output> &result) {
            if (result)
                onOutput(*result); // which may start another
            else
                m_report.failures.append(result.error());
            if (--m_open == 0)
                proceed();
        });
    }

    /// Something was fatal to a program, or one did not end: the others would fare the same.
    bool isHopeless() const
    {
        return !m_report.failures.isEmpty()
            || std::any_of(m_report.messages.begin(), m_report.messages.end(), isFatal);
    }

    void proceed()
    {
        if (m_promise.isCanceled() || m_isPostfixCheckTried) {
            finish();
            return;
        }
        if (!m_areTablesTried) {
            m_areTablesTried = true;
            m_isHopeless = isHopeless();
            if (m_isHopeless && !m_options.tables.isEmpty())
                m_report.notChecked.append(
                    QCoreApplication::translate("tools", "No table was tried: what is fatal comes first."));
            else
                runTables();
            if (m_open > 0)
                return;
        }
        m_isPostfixCheckTried = true;
        proceedToPostfixCheck();
    }

    void proceedToPostfixCheck()
    {
        using State = CheckReport::PostfixCheck;
        if (!m_options.postfixCheck) {
            m_report.postfixCheck = State::NotAsked;
        } else if (m_isHopeless) {
            m_report.postfixCheck = State::NotReached;
            m_report.notChecked.append(QCoreApplication::translate(
                "tools", "“postfix check” was not run: what is fatal comes first."));
        } else if (!m_installation.isSuperuser) {
            tryNamespace();
            return;
        } else {
            m_report.postfixCheck = State::Failed; // until it has an answer
            runPostfixCheck();
            return;
        }
        finish();
    }

    void add(const QList<Message> &messages)
    {
        for (const Message &message : messages) {
            if (message.origin == Origin::Postconf || message.origin == Origin::Postmap
                || !isAboutUs(message))
                m_report.messages.append(message);
        }
    }

    /// postfix-script also reads the main.cf of the live system; and the private folders are ours.
    bool isAboutUs(const Message &message) const
    {
        const QString &live = m_installation.configDirectory;
        const bool isLive =
            message.file == live + u'/' + mainCfName || message.file == live + u'/' + masterCfName;
        return isPinned(message.parameter) || message.text.contains(m_copy->path())
            || (isLive && (message.line > 0 || !message.parameter.isEmpty()));
    }

    void finish()
    {
        m_report.messages =
            merged(located(m_report.messages, bytesOf(m_files, mainCfName), bytesOf(m_files, masterCfName)));
        answer(m_report);
    }

    void answer(const Result<CheckReport> &result)
    {
        m_copy.reset(); // before anybody is told, so that nothing of the check is left when it is over
        if (!m_promise.isCanceled())
            m_promise.addResult(result);
        m_promise.finish();
        deleteLater();
    }

    void cancelAll()
    {
        for (auto &future : m_running)
            future.cancel();
    }

    Runner &m_runner;
    const PostfixInstallation m_installation;
    const QList<StagedFile> m_files;
    const CheckOptions m_options;
    QPromise<Result<CheckReport>> m_promise;
    QFutureWatcher<Result<CheckReport>> m_watcher;
    std::optional<StagedCopy> m_copy;
    QList<QFuture<Result<Output>>> m_running;
    int m_open = 0; ///< programs that have not answered
    bool m_areTablesTried = false;
    bool m_isPostfixCheckTried = false;
    bool m_isHopeless = false; ///< not by a table
    CheckReport m_report;
};

} // namespace

QFuture<Result<CheckReport>> checkConfiguration(Runner &runner, const PostfixInstallation &installation,
                                                const QList<StagedFile> &files, const CheckOptions &options)
{
    auto *check = new Check(runner, installation, files, options);
    auto future = check->future();
    check->start();
    return future;
}

} // namespace tools
