// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFuture>
#include <QPromise>

#include <thread>
#include <type_traits>
#include <utility>

namespace base {

/// Runs `work` in a thread of its own and returns at once: for what may never come to an end, as a pattern of
/// the C library, and so must take neither a thread of the pool nor wait for the program to end. Nobody waits
/// for that thread: it may outlive who asked, so `work` owns all it uses. It goes when the thread ends.
template<typename Work>
QFuture<std::invoke_result_t<Work &>> inOwnThread(Work work)
{
    QPromise<std::invoke_result_t<Work &>> promise;
    promise.start();
    auto future = promise.future();
    std::thread([promise = std::move(promise), work = std::move(work)]() mutable {
        promise.addResult(work());
        promise.finish();
    }).detach();
    return future;
}

} // namespace base
