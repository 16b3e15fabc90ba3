// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>

#include <functional>
#include <optional>

/// Runs work in a child process under ptrace(2), one system call at a time, so that a test can kill it
/// between any two of them or let any of them fail.
namespace faults {

constexpr int never = -1;

struct Fault
{
    int killAfter = never; ///< the index of the last system call the child may make
    int failAt = never; ///< the index of the system call that fails instead of being made
    int error = 0; ///< with this errno
    bool failsFromThereOn = false; ///< and so do all later ones, as when a mount has gone
};

struct Outcome
{
    QList<long> calls; ///< the numbers of the system calls made, up to the last fault
    std::optional<int> exitCode; ///< none: killed
};

/// Whether this processor's registers are known to us.
bool isSupported();

/// What happens in the child, a copy of this process with this thread alone.
struct Work
{
    std::function<int()> run; ///< returns the child's exit code
    std::function<void()> before = [] {}; ///< done first, without faults
};

Outcome run(const Work &work, const Fault &fault);

/// The same at full speed and without faults.
int runFreely(const Work &work);

} // namespace faults
