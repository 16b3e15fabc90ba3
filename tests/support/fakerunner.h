// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/tools/runner.h"

#include <QFileInfo>
#include <QPromise>

#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

namespace support {

/// A Runner that runs nothing: it answers from a script and remembers what it was asked.
/// A program the script does not know is not there, as on a machine without it.
class FakeRunner final : public tools::Runner
{
public:
    using Result = base::Result<tools::Output>;

    /// From now on, `program` (its name, whatever the folder) called with all of these arguments among its
    /// own answers this. Of several answers that fit, the one given last counts.
    void answer(const QString &program, const QStringList &arguments, const Result &result)
    {
        m_answers.append(Answer{program, arguments, result});
    }
    void answer(const QString &program, const QStringList &arguments, const QByteArray &out,
                const QByteArray &err = {}, int exitCode = 0)
    {
        answer(program, arguments, Result(tools::Output{.exitCode = exitCode, .out = out, .err = err}));
    }

    /// Until release(), commands stay under way.
    void hold() { m_isHolding = true; }
    void release()
    {
        m_isHolding = false;
        for (Held &held : std::exchange(m_held, {}))
            finish(*held.promise, held.result);
    }
    /// How many commands are held that nobody has cancelled.
    qsizetype running() const
    {
        return std::count_if(m_held.begin(), m_held.end(),
                             [](const Held &held) { return !held.promise->isCanceled(); });
    }

    const QList<tools::Command> &commands() const { return m_commands; }
    /// The commands that were calls of this program.
    QList<tools::Command> commandsOf(const QString &program) const
    {
        QList<tools::Command> result;
        std::copy_if(m_commands.begin(), m_commands.end(), std::back_inserter(result),
                     [&program](const tools::Command &command) { return nameOf(command) == program; });
        return result;
    }

    QFuture<Result> run(const tools::Command &command) override
    {
        m_commands.append(command);
        Held call{std::make_unique<QPromise<Result>>(), resultFor(command)};
        call.promise->start();
        QFuture<Result> future = call.promise->future();
        if (m_isHolding)
            m_held.push_back(std::move(call));
        else
            finish(*call.promise, call.result);
        return future;
    }

private:
    struct Answer
    {
        QString program;
        QStringList arguments;
        Result result;
    };
    struct Held
    {
        std::unique_ptr<QPromise<Result>> promise;
        Result result;
    };

    static QString nameOf(const tools::Command &command) { return QFileInfo(command.program).fileName(); }

    static void finish(QPromise<Result> &promise, const Result &result)
    {
        if (!promise.isCanceled())
            promise.addResult(result);
        promise.finish();
    }

    Result resultFor(const tools::Command &command) const
    {
        const auto fits = [&command](const Answer &answer) {
            return answer.program == nameOf(command)
                && std::all_of(answer.arguments.begin(), answer.arguments.end(),
                               [&command](const QString &a) { return command.arguments.contains(a); });
        };
        const auto found = std::find_if(m_answers.rbegin(), m_answers.rend(), fits);
        if (found != m_answers.rend())
            return found->result;
        return base::Error{.code = base::Error::Code::NotFound, .subject = command.program};
    }

    QList<Answer> m_answers;
    QList<tools::Command> m_commands;
    std::vector<Held> m_held;
    bool m_isHolding = false;
};

} // namespace support
