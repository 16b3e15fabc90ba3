// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/tools/childprocess.h"

#include <QFutureWatcher>
#include <QObject>
#include <QPromise>
#include <QSocketNotifier>
#include <QTimer>

#include <memory>
#include <optional>

namespace tools {

/// One command of LocalRunner under way; deletes itself when it has answered and the program is gone.
class LocalRun : public QObject
{
public:
    using Promise = std::shared_ptr<QPromise<base::Result<Output>>>;

    static void start(const Command &command, const Promise &promise, QObject *parent);
    ~LocalRun() override;
    Q_DISABLE_COPY_MOVE(LocalRun)

private:
    LocalRun(Command command, ChildProcess child, Promise promise, QObject *parent);

    /// One of the program's outputs; closed once nobody can write to it any more.
    struct Stream
    {
        Descriptor descriptor = {};
        std::unique_ptr<QSocketNotifier> notifier = {};
        QByteArray bytes = {};
    };

    void watch(Stream &stream);
    void read(Stream &stream);
    void onEnd();
    bool hasLastWords(const QByteArray &bytes) const;
    void endEarly(std::optional<base::Error> reason);
    void kill();
    void answerIfComplete();
    void answer();
    base::Result<Output> result() const;

    const Command m_command;
    const pid_t m_child;
    const Promise m_promise;
    QFutureWatcher<base::Result<Output>> m_watcher;
    Stream m_out;
    Stream m_err;
    Descriptor m_end;
    std::unique_ptr<QSocketNotifier> m_endNotifier;
    QTimer m_poll; ///< in place of m_endNotifier where there is no pidfd
    QTimer m_timeout;
    QTimer m_patience; ///< how long the answer waits for the last output, or for a killed program to be gone
    std::optional<int> m_status; ///< as waitpid() gave it, once the program has ended
    std::optional<base::Error> m_error; ///< why it was killed
    bool m_isKilled = false;
    bool m_isCancelled = false;
    bool m_isAnswered = false;
};

} // namespace tools
