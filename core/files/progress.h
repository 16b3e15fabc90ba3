// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <atomic>
#include <functional>
#include <memory>

namespace files {

/// Shared by the thread that works and the one that watches: copies are handles of the same work. The report
/// function is called in the worker's thread, with bytes done and bytes in all.
class Progress
{
public:
    using Report = std::function<void(qint64 done, qint64 total)>;

    Progress() = default;
    explicit Progress(Report report) : m_report(std::move(report)) { }

    /// From any thread. The work ends with Error::Code::Cancelled at its next safe point, or is finished if
    /// it can't.
    void cancel() const { *m_isCancelled = true; }
    bool isCancelled() const { return *m_isCancelled; }

    void report(qint64 done, qint64 total) const
    {
        if (m_report)
            m_report(done, total);
    }

private:
    std::shared_ptr<std::atomic_bool> m_isCancelled = std::make_shared<std::atomic_bool>(false);
    Report m_report;
};

} // namespace files
