// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tools/manualpage.h"

#include "core/base/whendone.h"
#include "core/tools/postfixenvironment.h"

#include <QFile>
#include <QFutureWatcher>
#include <QPromise>

#include <array>

namespace tools {

using base::Error;
using base::Result;

namespace {

struct Packing
{
    const char *suffix;
    const char *program; ///< writes the unpacked file to its output
    const char *flag;
};

constexpr std::array packings{Packing{".gz", "gzip", "-dc"}, Packing{"", "cat", "--"},
                              Packing{".xz", "xz", "-dc"}, Packing{".zst", "zstd", "-dcq"},
                              Packing{".bz2", "bzip2", "-dc"}};

/// Runs commands one after the other until one of them succeeds with output; deletes itself then.
class FirstOutput : public QObject
{
public:
    FirstOutput(Runner &runner, QList<Command> commands, Error otherwise)
        : m_runner(runner), m_commands(std::move(commands)), m_error(std::move(otherwise))
    {
        m_promise.start();
        QObject::connect(&m_watcher, &QFutureWatcherBase::canceled, this, [this] { m_current.cancel(); });
        m_watcher.setFuture(m_promise.future());
        next();
    }

    QFuture<Result<QByteArray>> future() { return m_promise.future(); }

private:
    void next()
    {
        if (m_commands.isEmpty() || m_promise.isCanceled()) {
            answer(m_error);
            return;
        }
        m_current = m_runner.run(m_commands.takeFirst());
        base::whenDone(m_current, this, [this](const Result<Output> &result) {
            if (result && result->exitCode == 0 && !result->out.isEmpty()) {
                answer(result->out);
                return;
            }
            if (m_error.code == Error::Code::ProcessFailed) {
                if (result)
                    m_error.detail = QString::fromUtf8(result->err).trimmed();
                else
                    m_error = result.error();
            }
            next();
        });
    }

    void answer(const Result<QByteArray> &result)
    {
        if (!m_promise.isCanceled())
            m_promise.addResult(result);
        m_promise.finish();
        deleteLater();
    }

    Runner &m_runner;
    QList<Command> m_commands;
    Error m_error;
    QPromise<Result<QByteArray>> m_promise;
    QFutureWatcher<Result<QByteArray>> m_watcher;
    QFuture<Result<Output>> m_current;
};

} // namespace

QFuture<Result<QByteArray>> readManualPage(Runner &runner, const PostfixInstallation &installation)
{
    QStringList folders{QStringLiteral("/usr/share/man"), QStringLiteral("/usr/local/share/man"),
                        QStringLiteral("/usr/local/man")};
    const QString configured = QFile::decodeName(installation.parameters.value("manpage_directory"));
    if (configured.startsWith(u'/')) {
        folders.removeAll(configured);
        folders.prepend(configured);
    }
    QList<Command> commands;
    for (const QString &folder : std::as_const(folders)) {
        for (const Packing &packing : packings) {
            const QString path = folder + QStringLiteral("/man5/postconf.5") + QLatin1String(packing.suffix);
            commands.append({.program = QLatin1String(packing.program),
                             .arguments = {QLatin1String(packing.flag), path},
                             .environment = postfixEnvironment()});
        }
    }
    return (new FirstOutput(runner, commands,
                            {.code = Error::Code::NotFound, .subject = QStringLiteral("postconf(5)")}))
        ->future();
}

QFuture<Result<QByteArray>> readDefaults(Runner &runner, const PostfixInstallation &installation)
{
    const Command command{.program = installation.postconf,
                          .arguments = {QStringLiteral("-d")},
                          .environment = postfixEnvironment()};
    return (new FirstOutput(
                runner, installation.isInstalled ? QList<Command>{command} : QList<Command>(),
                {.code = installation.isInstalled ? Error::Code::ProcessFailed : Error::Code::NotFound,
                 .subject = QStringLiteral("postconf")}))
        ->future();
}

} // namespace tools
