// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>
#include <functional>

namespace benchmarks {

/// The quickest of several runs: what a busy machine adds to the others does not count.
inline double milliseconds(int runs, const std::function<void()> &run)
{
    double best = 0;
    for (int i = 0; i < runs; ++i) {
        QElapsedTimer timer;
        timer.start();
        run();
        const double time = static_cast<double>(timer.nsecsElapsed()) / 1e6;
        best = i == 0 ? time : std::min(best, time);
    }
    return best;
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
