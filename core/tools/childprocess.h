// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/tools/runner.h"

#include <sys/types.h>
#include <utility>

namespace tools {

/// A file descriptor that is closed with its owner.
class Descriptor
{
public:
    Descriptor() = default;
    explicit Descriptor(int number) : m_number(number) { }
    Descriptor(Descriptor &&other) noexcept : m_number(std::exchange(other.m_number, -1)) { }
    Descriptor &operator=(Descriptor &&other) noexcept
    {
        std::swap(m_number, other.m_number);
        return *this;
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    ~Descriptor() { close(); }

    void close();
    bool isOpen() const { return m_number >= 0; }
    int number() const { return m_number; }

private:
    int m_number = -1;
};

/// A program just started, the leader of a session of its own: killpg(id) reaches all that it starts.
struct ChildProcess
{
    pid_t id = 0;
    Descriptor out; ///< readable, never blocks; the pseudo-terminal if one was asked for
    Descriptor err; ///< closed with a pseudo-terminal
    Descriptor end; ///< a pidfd: readable once the program has ended; closed where the kernel has none
};

/// QProcess of Qt 6.4 copies the page tables of a program that holds a million rows, and knows no terminals.
base::Result<ChildProcess> startChild(const Command &command);

} // namespace tools
