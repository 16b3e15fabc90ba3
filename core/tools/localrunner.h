// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/tools/runner.h"

#include <QThread>

namespace tools {

/// Runs commands on this machine. Starting them and reading from them happens in a thread of its own, so
/// run() may be called from any thread and never blocks; a thread without an event loop may wait on the
/// future. What still runs when the runner is destroyed is killed, and its future cancelled. A program that
/// ended is not waited for longer than a moment when something it left behind holds its output.
class LocalRunner final : public Runner
{
public:
    LocalRunner();
    ~LocalRunner() override;
    Q_DISABLE_COPY_MOVE(LocalRunner)

    QFuture<base::Result<Output>> run(const Command &command) override;

private:
    QThread m_thread;
    QObject *m_context; ///< lives in m_thread, parent of what runs there
};

} // namespace tools
