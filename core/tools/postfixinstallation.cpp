// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tools/postfixinstallation.h"

#include "core/base/whendone.h"
#include "core/tools/postfixenvironment.h"

#include <QFile>
#include <QFutureWatcher>
#include <QPromise>

namespace tools {

using base::Result;
using namespace std::chrono_literals;

namespace {

constexpr auto patience = 10s;

/// In this order postconf is asked for them, and answers one per line.
QList<QByteArray> askedParameters()
{
    return QList<QByteArray>{"mail_version", "config_directory", "default_database_type"}
    + installationParameters();
}

Command postconfCommand(const QString &program, const QString &mode)
{
    Command command{
        .program = program, .arguments = {mode}, .environment = postfixEnvironment(), .timeout = patience};
    for (const QByteArray &name : askedParameters())
        command.arguments.append(QLatin1String(name));
    return command;
}

/// One detection under way; deletes itself when it has answered.
class Detection : public QObject
{
public:
    explicit Detection(Runner &runner) : m_runner(runner)
    {
        m_promise.start();
        QObject::connect(&m_watcher, &QFutureWatcherBase::canceled, this, [this] { m_current.cancel(); });
        m_watcher.setFuture(m_promise.future());
        ask();
    }

    QFuture<PostfixInstallation> future() { return m_promise.future(); }

private:
    void ask()
    {
        m_current = m_runner.run(postconfCommand(m_candidates.first(), m_mode));
        base::whenDone(m_current, this, [this](const Result<Output> &result) { onParameters(result); });
    }

    void onParameters(const Result<Output> &result)
    {
        if (result && result->exitCode == 0) {
            take(result->out);
            askForUser();
        } else if (result && m_mode != u"-dxh") {
            m_mode = QStringLiteral("-dxh"); // the main.cf in use is missing or broken
            ask();
        } else if (m_candidates.size() > 1 && !m_promise.isCanceled()) {
            m_candidates.removeFirst();
            m_mode = QStringLiteral("-xh");
            ask();
        } else {
            finish();
        }
    }

    void take(const QByteArray &out)
    {
        const QList<QByteArray> names = askedParameters();
        const QList<QByteArray> values = out.split('\n');
        for (qsizetype i = 0; i < qMin(names.size(), values.size()); ++i)
            m_found.parameters.insert(names[i], values[i]);
        const auto value = [this](const char *name) {
            return QFile::decodeName(m_found.parameters.value(name));
        };
        m_found.postconf = m_candidates.first();
        m_found.mailVersion = value("mail_version");
        m_found.configDirectory = value("config_directory");
        m_found.commandDirectory = value("command_directory");
        m_found.daemonDirectory = value("daemon_directory");
        m_found.defaultDatabaseType = value("default_database_type");
        m_found.isInstalled = !m_found.mailVersion.isEmpty() && m_found.commandDirectory.startsWith(u'/');
    }

    void askForUser()
    {
        m_current = m_runner.run(
            {.program = QStringLiteral("id"), .arguments = {QStringLiteral("-u")}, .timeout = patience});
        base::whenDone(m_current, this, [this](const Result<Output> &result) {
            m_found.isSuperuser = result && result->exitCode == 0 && result->out.trimmed() == "0";
            finish();
        });
    }

    void finish()
    {
        if (!m_promise.isCanceled())
            m_promise.addResult(m_found);
        m_promise.finish();
        deleteLater();
    }

    Runner &m_runner;
    QPromise<PostfixInstallation> m_promise;
    QFutureWatcher<PostfixInstallation> m_watcher;
    QFuture<Result<Output>> m_current;
    PostfixInstallation m_found;
    QString m_mode = QStringLiteral("-xh");
    QStringList m_candidates = {QStringLiteral("postconf"), QStringLiteral("/usr/sbin/postconf"),
                                QStringLiteral("/usr/local/sbin/postconf"),
                                QStringLiteral("/opt/postfix/sbin/postconf"),
                                QStringLiteral("/usr/lib/postfix/sbin/postconf")};
};

} // namespace

QList<QByteArray> installationParameters()
{
    return {"command_directory", "daemon_directory", "meta_directory",  "shlib_directory",
            "sendmail_path",     "mailq_path",       "newaliases_path", "manpage_directory",
            "sample_directory",  "readme_directory", "html_directory"};
}

QFuture<PostfixInstallation> detectPostfix(Runner &runner)
{
    return (new Detection(runner))->future();
}

} // namespace tools
