// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/checkcommand.h"

#include "app/cli/checkcall.h"
#include "app/cli/environment.h"
#include "app/cli/explaining.h"
#include "core/base/errortext.h"
#include "core/check/certificateproblems.h"
#include "core/check/fixing.h"
#include "core/check/report.h"
#include "core/check/sarif.h"
#include "core/check/trialtables.h"
#include "core/diff/filediff.h"
#include "core/folder/maskeddiff.h"
#include "core/folder/saving.h"
#include "core/tools/localrunner.h"

#include <QDateTime>
#include <QEventLoop>
#include <QFutureWatcher>
#include <QJsonDocument>

#include <algorithm>

namespace cli {

namespace {

/// Waits for an answer from another program; the command line has nothing else to do.
template<typename T>
T waited(const QFuture<T> &future)
{
    QEventLoop loop;
    QFutureWatcher<T> watcher;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
    watcher.setFuture(future);
    if (!future.isFinished())
        loop.exec();
    return future.result();
}

} // namespace

base::Result<check::Problems> problemsIn(const Checked &checked, PostfixUse use)
{
    const model::Snapshot &snapshot = checked.opened.snapshot;
    const check::Problems own = check::withIgnored(
        check::ownProblems(snapshot, checked.server.target, checked.server.profile)
            + check::certificateProblems(snapshot, checked.server.target, checked.disk.pemFiles,
                                         QDateTime::currentSecsSinceEpoch()),
        snapshot, checked.project);
    const auto isMissing = [&](model::FileId id) { return snapshot.file(id).info().problem.has_value(); };
    if (use == PostfixUse::Never || isMissing(model::FileId::MainCf) || isMissing(model::FileId::MasterCf))
        return check::together(own, {});
    tools::LocalRunner runner;
    const tools::PostfixInstallation installation = waited(tools::detectPostfix(runner));
    if (!installation.isInstalled) {
        if (use == PostfixUse::Require)
            return base::Error{base::Error::Code::NotFound, QStringLiteral("postconf")};
        return check::together(own, {});
    }
    const auto report = waited(tools::checkConfiguration(
        runner, installation,
        {{QStringLiteral("main.cf"), snapshot.file(model::FileId::MainCf).text().bytes()},
         {QStringLiteral("master.cf"), snapshot.file(model::FileId::MasterCf).text().bytes()}},
        {.tables = check::trialTables(snapshot, checked.server.target)}));
    if (!report)
        return report.error();
    for (const QString &sentence : report->notChecked)
        sayError("postwright-cli: " + sentence.toUtf8());
    return check::together(own, check::postfixProblems(snapshot, *report));
}

namespace {

int fail(const base::Error &error)
{
    sayError("postwright-cli: " + base::errorText(error).toUtf8());
    return CouldNot;
}

void sayProblems(const CheckCall &call, const Checked &checked, const check::Problems &problems)
{
    const model::Snapshot &snapshot = checked.opened.snapshot;
    const QString target = checked.server.target.version.toString();
    switch (call.format) {
    case Format::Text:
        say(check::asText(problems, snapshot));
        break;
    case Format::Json:
        say(QJsonDocument(check::asJson(problems, snapshot, target)).toJson());
        break;
    case Format::Sarif:
        say(QJsonDocument(check::asSarif(problems, snapshot, checked.opened.path, target)).toJson());
        break;
    }
}

void sayFixed(const check::FixReport &report)
{
    for (const check::Fixed &fixed : report.fixed) {
        QByteArray where = fixed.problem.file.toUtf8();
        if (fixed.line > 0)
            where += ':' + QByteArray::number(fixed.line);
        sayError(where + ": " + fixed.problem.rule.toUtf8() + ": " + fixed.title.toUtf8());
    }
}

/// Passwords are dots in it, as they are on screen.
QByteArray diffOf(const model::Snapshot &before, const model::Snapshot &after)
{
    QByteArray text;
    for (const model::FileId id : before.ids()) {
        const QByteArray name = before.file(id).info().name.toUtf8();
        const bool isOutside = name.startsWith('/');
        const diff::FileDiff found = diff::fileDiff(before.file(id).text(), after.file(id).text());
        text += diff::unifiedDiff(folder::maskedDiff(found, before, after, id),
                                  isOutside ? name : "a/" + name, isOutside ? name : "b/" + name);
    }
    return text;
}

/// Mends and saves; `checked` is then as the files are.
base::Status mend(files::FileStore &store, const check::FixReport &report, Checked &checked)
{
    const model::Snapshot &after = report.draft.snapshot();
    const auto saved = folder::save(store, checked.opened, after, after.ids());
    if (!saved)
        return saved.error();
    checked.opened.snapshot = after;
    return base::Unit{};
}

int sayAndJudge(const CheckCall &call, const Checked &checked)
{
    const auto problems = problemsIn(checked, call.postfix);
    if (!problems)
        return fail(problems.error());
    const check::Problems left = check::notIgnored(*problems);
    sayProblems(call, checked, call.showsIgnored ? *problems : left);
    const bool isBad = std::any_of(left.begin(), left.end(), [&](const check::Problem &problem) {
        return problem.severity >= call.failOn;
    });
    return isBad ? Found : Done;
}

} // namespace

int runCheck(const Invocation &invocation)
{
    const std::optional<CheckCall> call = checkCallFrom(invocation);
    if (!call) {
        sayError(checkUsage());
        return BadCall;
    }
    if (call->explains)
        return explain(call->explained);
    const auto reference = loadReference();
    if (!reference)
        return fail(reference.error());
    const auto store = localFileStore();
    auto opened = openChecked(*store, call->folder, call->profile, call->invocation, *reference);
    if (!opened)
        return fail(opened.error());
    Checked checked = *std::move(opened);
    if (!call->fixes)
        return sayAndJudge(*call, checked);

    const check::FixReport report = check::fixAll(checked.opened.snapshot,
                                                  {.target = checked.server.target,
                                                   .profile = checked.server.profile,
                                                   .project = checked.project,
                                                   .rules = call->fixedRules});
    sayFixed(report);
    if (call->isDryRun) {
        say(diffOf(checked.opened.snapshot, report.draft.snapshot()));
        return report.fixed.isEmpty() ? Done : Found;
    }
    if (const base::Status mended = mend(*store, report, checked); !mended)
        return fail(mended.error());
    return sayAndJudge(*call, checked);
}

} // namespace cli
