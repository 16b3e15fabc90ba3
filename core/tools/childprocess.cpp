// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tools/childprocess.h"

#include "core/base/systemerror.h"

#include <QFile>
#include <QFileInfo>
#include <QProcessEnvironment>
#include <QStandardPaths>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <vector>

namespace tools {

using base::Error;
using base::Result;

namespace {

/// A null-terminated array of C strings for exec, with the bytes it points to.
class StringVector
{
public:
    explicit StringVector(const QList<QByteArray> &strings) : m_strings(strings)
    {
        for (QByteArray &string : m_strings)
            m_pointers.push_back(string.data());
        m_pointers.push_back(nullptr);
    }

    char *const *data() { return m_pointers.data(); }

private:
    QList<QByteArray> m_strings;
    std::vector<char *> m_pointers;
};

QList<QByteArray> argumentsOf(const Command &command)
{
    QList<QByteArray> arguments = {QFile::encodeName(command.program)};
    for (const QString &argument : command.arguments)
        arguments.append(QFile::encodeName(argument));
    return arguments;
}

QList<QByteArray> environmentOf(const Command &command)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (auto change = command.environment.cbegin(); change != command.environment.cend(); ++change) {
        if (change.value().isNull())
            environment.remove(change.key());
        else
            environment.insert(change.key(), change.value());
    }
    QList<QByteArray> result;
    for (const QString &variable : environment.toStringList())
        result.append(QFile::encodeName(variable));
    return result;
}

/// All input is known beforehand, so the program reads it from a file in memory: nothing of ours can block on
/// it, and a program that does not read to the end raises no SIGPIPE here.
Result<Descriptor> inputOf(const QByteArray &bytes)
{
    const auto fail = [] { return base::systemError(errno, QStringLiteral("stdin")); };
    if (bytes.isEmpty()) {
        Descriptor nothing(::open("/dev/null", O_RDONLY | O_CLOEXEC));
        if (!nothing.isOpen())
            return fail();
        return nothing;
    }
    Descriptor file(::memfd_create("input", MFD_CLOEXEC));
    if (!file.isOpen())
        return fail();
    for (qsizetype written = 0; written < bytes.size();) {
        const ssize_t count =
            ::write(file.number(), bytes.constData() + written, static_cast<size_t>(bytes.size() - written));
        if (count < 0 && errno != EINTR)
            return fail();
        written += qMax(count, ssize_t(0));
    }
    if (::lseek(file.number(), 0, SEEK_SET) < 0)
        return fail();
    return file;
}

/// The arguments of posix_spawn that need freeing.
struct SpawnPlan
{
    posix_spawn_file_actions_t actions = {};
    posix_spawnattr_t attributes = {};

    SpawnPlan()
    {
        ::posix_spawn_file_actions_init(&actions);
        ::posix_spawnattr_init(&attributes);
        sigset_t blocked;
        sigset_t defaults;
        ::sigemptyset(&blocked);
        ::sigemptyset(&defaults);
        ::posix_spawnattr_setsigmask(&attributes, &blocked);
        // An ignored signal stays ignored over exec, and Qt ignores SIGPIPE.
        for (const int number : {SIGPIPE, SIGINT, SIGQUIT, SIGTERM, SIGHUP, SIGCHLD})
            ::sigaddset(&defaults, number);
        ::posix_spawnattr_setsigdefault(&attributes, &defaults);
        constexpr int flags = POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF;
        ::posix_spawnattr_setflags(&attributes, static_cast<short>(flags));
    }
    ~SpawnPlan()
    {
        ::posix_spawnattr_destroy(&attributes);
        ::posix_spawn_file_actions_destroy(&actions);
    }
    Q_DISABLE_COPY_MOVE(SpawnPlan)
};

/// The program's side of one output pipe becomes `number` there; ours is returned.
Result<Descriptor> pipeTo(int number, SpawnPlan &plan, Descriptor &theirSide)
{
    std::array<int, 2> ends = {};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        return base::systemError(errno, QStringLiteral("pipe"));
    Descriptor ours(ends[0]);
    theirSide = Descriptor(ends[1]);
    ::fcntl(ours.number(), F_SETFL, O_NONBLOCK);
    ::posix_spawn_file_actions_adddup2(&plan.actions, theirSide.number(), number);
    return ours;
}

/// The other side is opened in the child only, so reading ours ends when the last program there has gone.
Result<Descriptor> terminalTo(SpawnPlan &plan)
{
    Descriptor ours(::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK));
    std::array<char, 128> name = {};
    if (!ours.isOpen() || ::grantpt(ours.number()) != 0 || ::unlockpt(ours.number()) != 0
        || ::ptsname_r(ours.number(), name.data(), name.size()) != 0)
        return base::systemError(errno, QStringLiteral("/dev/ptmx"));
    // Not the controlling terminal: a question through /dev/tty fails instead of waiting for ever.
    ::posix_spawn_file_actions_addopen(&plan.actions, STDOUT_FILENO, name.data(), O_RDWR | O_NOCTTY, 0);
    ::posix_spawn_file_actions_adddup2(&plan.actions, STDOUT_FILENO, STDERR_FILENO);
    return ours;
}

Error startError(int number, const Command &command)
{
    if (!command.workingDirectory.isEmpty() && !QFileInfo(command.workingDirectory).isDir())
        return base::systemError(number, command.workingDirectory);
    // exec tells of a folder in PATH that it may not look into, even if the program is in no other either.
    const bool isSought = !command.program.contains(u'/');
    const bool isMissing = isSought && QStandardPaths::findExecutable(command.program).isEmpty();
    return base::systemError(isMissing ? ENOENT : number, command.program);
}

} // namespace

void Descriptor::close()
{
    if (isOpen())
        ::close(std::exchange(m_number, -1));
}

Result<ChildProcess> startChild(const Command &command)
{
    SpawnPlan plan;
    ChildProcess child;
    Descriptor theirOut;
    Descriptor theirErr;

    const Result<Descriptor> input = inputOf(command.input);
    if (!input)
        return input.error();
    ::posix_spawn_file_actions_adddup2(&plan.actions, input->number(), STDIN_FILENO);

    Result<Descriptor> out = command.terminal ? terminalTo(plan) : pipeTo(STDOUT_FILENO, plan, theirOut);
    if (!out)
        return out.error();
    child.out = std::move(out).value();
    if (!command.terminal) {
        Result<Descriptor> err = pipeTo(STDERR_FILENO, plan, theirErr);
        if (!err)
            return err.error();
        child.err = std::move(err).value();
    }

    const QByteArray directory = QFile::encodeName(command.workingDirectory);
    if (!directory.isEmpty())
        ::posix_spawn_file_actions_addchdir_np(&plan.actions, directory.constData());
    ::posix_spawn_file_actions_addclosefrom_np(&plan.actions, STDERR_FILENO + 1);

    StringVector arguments(argumentsOf(command));
    StringVector environment(environmentOf(command));
    const int failure = ::posix_spawnp(&child.id, arguments.data()[0], &plan.actions, &plan.attributes,
                                       arguments.data(), environment.data());
    if (failure != 0)
        return startError(failure, command);
    child.end = Descriptor(static_cast<int>(::syscall(SYS_pidfd_open, child.id, 0)));
    return child;
}

} // namespace tools
