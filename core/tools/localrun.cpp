// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tools/localrun.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>

namespace tools {

using base::Error;
using base::Result;
using namespace std::chrono_literals;

namespace {

constexpr auto patienceForOutput = 100ms;
constexpr auto patienceForDeath = 250ms;
constexpr auto pollInterval = 10ms;
constexpr int readsPerTurn = 16; ///< then the other runs of this thread have their turn

} // namespace

void LocalRun::start(const Command &command, const Promise &promise, QObject *parent)
{
    if (promise->isCanceled()) {
        promise->finish();
        return;
    }
    Result<ChildProcess> child = startChild(command);
    if (child) {
        new LocalRun(command, std::move(child).value(), promise, parent);
    } else {
        promise->addResult(child.error());
        promise->finish();
    }
}

LocalRun::LocalRun(Command command, ChildProcess child, Promise promise, QObject *parent)
    : QObject(parent),
      m_command(std::move(command)),
      m_child(child.id),
      m_promise(std::move(promise)),
      m_out({.descriptor = std::move(child.out)}),
      m_err({.descriptor = std::move(child.err)}),
      m_end(std::move(child.end))
{
    watch(m_out);
    watch(m_err);
    if (m_end.isOpen()) {
        m_endNotifier = std::make_unique<QSocketNotifier>(m_end.number(), QSocketNotifier::Read);
        connect(m_endNotifier.get(), &QSocketNotifier::activated, this, [this] { onEnd(); });
    } else {
        connect(&m_poll, &QTimer::timeout, this, [this] { onEnd(); });
        m_poll.start(pollInterval);
    }

    m_timeout.setSingleShot(true);
    connect(&m_timeout, &QTimer::timeout, this,
            [this] { endEarly(Error{.code = Error::Code::Timeout, .subject = m_command.program}); });
    m_timeout.start(m_command.timeout);
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, [this] { answer(); });

    connect(&m_watcher, &QFutureWatcherBase::canceled, this, [this] { endEarly(std::nullopt); });
    m_watcher.setFuture(m_promise->future());
}

LocalRun::~LocalRun()
{
    if (m_status)
        return;
    ::killpg(m_child, SIGKILL);
    pollfd end{.fd = m_end.number(), .events = POLLIN, .revents = 0};
    ::poll(&end, 1, static_cast<int>(patienceForDeath.count())); // so that it is no zombie after us
    ::waitpid(m_child, nullptr, WNOHANG);
}

void LocalRun::watch(Stream &stream)
{
    if (!stream.descriptor.isOpen())
        return;
    stream.notifier = std::make_unique<QSocketNotifier>(stream.descriptor.number(), QSocketNotifier::Read);
    connect(stream.notifier.get(), &QSocketNotifier::activated, this, [this, &stream] {
        read(stream);
        answerIfComplete();
    });
}

void LocalRun::read(Stream &stream)
{
    std::array<char, 65536> buffer;
    for (int turn = 0; turn < readsPerTurn && stream.descriptor.isOpen(); ++turn) {
        const ssize_t count = ::read(stream.descriptor.number(), buffer.data(), buffer.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0 && errno == EAGAIN)
            return;
        if (count <= 0) { // a pseudo-terminal whose other side is closed says EIO, a pipe the end
            stream.notifier->setEnabled(false);
            stream.notifier.release()->deleteLater(); // it may be what called us
            stream.descriptor.close();
            return;
        }
        if (!m_isKilled)
            stream.bytes.append(buffer.data(), count);
        if (m_out.bytes.size() + m_err.bytes.size() > m_command.outputLimit) {
            endEarly(Error{.code = Error::Code::TooLarge, .subject = m_command.program});
            return;
        }
        if (!m_isKilled && hasLastWords(stream.bytes))
            kill();
    }
}

void LocalRun::onEnd()
{
    int status = 0;
    const pid_t ended = ::waitpid(m_child, &status, WNOHANG);
    if (ended == 0 || (ended < 0 && errno == EINTR))
        return;
    m_status = status;
    if (ended < 0 && !m_error) // somebody else has waited for it: how it ended is lost
        m_error = Error{.code = Error::Code::ProcessFailed, .subject = m_command.program};
    m_poll.stop();
    if (m_endNotifier)
        m_endNotifier->setEnabled(false);
    m_timeout.stop();
    if (!m_isKilled)
        m_patience.start(patienceForOutput);
    answerIfComplete();
}

/// They count once their line is complete.
bool LocalRun::hasLastWords(const QByteArray &bytes) const
{
    if (m_command.lastWords.isEmpty())
        return false;
    const qsizetype start =
        bytes.startsWith(m_command.lastWords) ? 0 : bytes.indexOf('\n' + m_command.lastWords) + 1;
    return (start > 0 || bytes.startsWith(m_command.lastWords)) && bytes.indexOf('\n', start) >= 0;
}

/// A run without a reason was cancelled: it finishes without a result.
void LocalRun::endEarly(std::optional<Error> reason)
{
    if (m_isKilled || m_isAnswered)
        return;
    m_isCancelled = !reason;
    m_error = std::move(reason);
    kill();
    answerIfComplete();
}

void LocalRun::kill()
{
    m_isKilled = true;
    // As long as the leader is not waited for, its group's number belongs to nobody else.
    if (!m_status)
        ::killpg(m_child, SIGKILL);
    m_patience.start(patienceForDeath);
}

void LocalRun::answerIfComplete()
{
    const bool isRead = !m_out.descriptor.isOpen() && !m_err.descriptor.isOpen();
    if (m_status && (isRead || m_isKilled))
        answer();
}

void LocalRun::answer()
{
    if (!m_isAnswered) {
        m_isAnswered = true;
        m_watcher.disconnect(this);
        m_patience.stop();
        if (!m_isCancelled)
            m_promise->addResult(result());
        m_promise->finish();
    }
    if (m_status)
        deleteLater();
}

Result<Output> LocalRun::result() const
{
    if (m_error)
        return *m_error;
    if (!m_isKilled && WIFSIGNALED(*m_status))
        return Error{.code = Error::Code::ProcessFailed,
                     .subject = m_command.program,
                     .detail = QStringLiteral("signal %1").arg(WTERMSIG(*m_status))};
    Output output{
        .exitCode = m_isKilled ? -1 : WEXITSTATUS(*m_status), .out = m_out.bytes, .err = m_err.bytes};
    if (m_command.terminal)
        output.out.replace("\r\n", "\n"); // the exact inverse of the terminal's ONLCR
    return output;
}

} // namespace tools
