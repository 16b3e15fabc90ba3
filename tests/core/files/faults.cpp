// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "faults.h"

#include <cerrno>
#include <csignal>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/user.h>
#include <sys/wait.h>
#include <unistd.h>

namespace faults {

namespace {

constexpr int stoppedAtCall = SIGTRAP | 0x80;

#ifdef __x86_64__
using Registers = user_regs_struct;

long callOf(const Registers &registers)
{
    return static_cast<long>(registers.orig_rax);
}

void skipCall(Registers &registers)
{
    registers.orig_rax = static_cast<unsigned long long>(-1);
}

void setResult(Registers &registers, long result)
{
    registers.rax = static_cast<unsigned long long>(result);
}
#else
struct Registers
{
};

long callOf(const Registers &)
{
    return -1;
}

void skipCall(Registers &) { }
void setResult(Registers &, long) { }
#endif

Registers registersOf(pid_t child)
{
    Registers registers = {};
#ifdef __x86_64__
    ptrace(PTRACE_GETREGS, child, nullptr, &registers);
#endif
    return registers;
}

void setRegisters(pid_t child, Registers &registers)
{
#ifdef __x86_64__
    ptrace(PTRACE_SETREGS, child, nullptr, &registers);
#else
    Q_UNUSED(child)
    Q_UNUSED(registers)
#endif
}

// The others depend on the state of the heap, and leave nothing behind.
bool concernsFiles(long call)
{
    switch (call) {
    case SYS_brk:
    case SYS_mmap:
    case SYS_munmap:
    case SYS_mremap:
    case SYS_mprotect:
    case SYS_madvise:
    case SYS_futex:
    case SYS_pipe: // with write() on it, how sanitizers ask whether memory is there; files get pwrite()
    case SYS_pipe2:
    case SYS_write:
    case SYS_sigaltstack:
    case SYS_rt_sigprocmask:
    case SYS_getrandom:
    case SYS_close:
    case SYS_exit_group:
        return false;
    default:
        return true;
    }
}

/// Goes on to the next entry to or exit from a system call. False when the child has ended.
bool step(pid_t child, int &status)
{
    int signal = 0;
    for (;;) {
        ptrace(PTRACE_SYSCALL, child, nullptr, signal);
        if (waitpid(child, &status, __WALL) < 0 || !WIFSTOPPED(status))
            return false;
        if (WSTOPSIG(status) == stoppedAtCall)
            return true;
        signal = WSTOPSIG(status);
    }
}

[[noreturn]] void runTraced(const Work &work)
{
    work.before();
    ptrace(PTRACE_TRACEME, 0, nullptr, nullptr);
    raise(SIGSTOP);
    _exit(work.run());
}

} // namespace

bool isSupported()
{
#ifdef __x86_64__
    return true;
#else
    return false;
#endif
}

Outcome run(const Work &work, const Fault &fault)
{
    const pid_t child = fork();
    if (child == 0)
        runTraced(work);
    Outcome outcome;
    int status = 0;
    waitpid(child, &status, __WALL);
    ptrace(PTRACE_SETOPTIONS, child, nullptr, PTRACE_O_TRACESYSGOOD | PTRACE_O_EXITKILL);

    int index = -1;
    while (step(child, status)) {
        Registers registers = registersOf(child);
        const long call = callOf(registers);
        if (!concernsFiles(call)) {
            if (!step(child, status))
                break;
            continue;
        }
        outcome.calls.append(call);
        ++index;
        const bool fails = fault.failAt != never
            && (index == fault.failAt || (fault.failsFromThereOn && index > fault.failAt));
        if (fails) {
            skipCall(registers);
            setRegisters(child, registers);
        }
        if (!step(child, status))
            break;
        if (fails) {
            registers = registersOf(child);
            setResult(registers, -fault.error);
            setRegisters(child, registers);
        }
        if (index == fault.killAfter) {
            kill(child, SIGKILL);
            waitpid(child, &status, __WALL);
            break;
        }
        const bool isOver = fault.killAfter == never && fault.failAt == index && !fault.failsFromThereOn;
        if (isOver) {
            ptrace(PTRACE_CONT, child, nullptr, 0);
            waitpid(child, &status, __WALL);
            break;
        }
    }
    if (WIFEXITED(status))
        outcome.exitCode = WEXITSTATUS(status);
    return outcome;
}

int runFreely(const Work &work)
{
    const pid_t child = fork();
    if (child == 0) {
        work.before();
        _exit(work.run());
    }
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) { }
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

} // namespace faults
