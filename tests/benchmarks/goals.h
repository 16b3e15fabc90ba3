// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QElapsedTimer>
#include <QList>

#include <algorithm>
#include <cstdio>
#include <functional>

namespace benchmarks {

/// The middle one of several runs: what a busy machine adds to some of them does not count.
inline double medianMilliseconds(int runs, const std::function<void()> &run)
{
    QList<double> times;
    for (int i = 0; i < runs; ++i) {
        QElapsedTimer timer;
        timer.start();
        run();
        times.append(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
}

/// Collects what was measured beside what was wanted, and prints it as a table.
class Goals
{
public:
    explicit Goals(const char *title) { std::printf("%s\n", title); }

    void note(const char *what, double value, const char *unit)
    {
        std::printf("  %-58s %9.3f %s\n", what, value, unit);
        std::fflush(stdout);
    }
    void atMost(const char *what, double value, double limit, const char *unit)
    {
        const bool met = value <= limit;
        m_missed += met ? 0 : 1;
        std::printf("  %-58s %9.3f %s (goal: at most %g) %s\n", what, value, unit, limit,
                    met ? "met" : "MISSED");
        std::fflush(stdout);
    }
    /// For main(): 1 when a goal was missed.
    int exitStatus() const { return m_missed > 0 ? 1 : 0; }

private:
    int m_missed = 0;
};

} // namespace benchmarks
