// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tools/localrunner.h"

#include "core/tools/localrun.h"

#include <QPromise>

#include <memory>

namespace tools {

using base::Result;

LocalRunner::LocalRunner() : m_context(new QObject)
{
    m_thread.setObjectName(QStringLiteral("runner"));
    m_context->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_context, &QObject::deleteLater);
    m_thread.start();
}

LocalRunner::~LocalRunner()
{
    m_thread.quit();
    m_thread.wait();
}

QFuture<Result<Output>> LocalRunner::run(const Command &command)
{
    // Shared because the functor must be copyable; the last owner to go cancels the future.
    const auto promise = std::make_shared<QPromise<Result<Output>>>();
    promise->start();
    QMetaObject::invokeMethod(
        m_context, [context = m_context, command, promise] { LocalRun::start(command, promise, context); },
        Qt::QueuedConnection);
    return promise->future();
}

} // namespace tools
