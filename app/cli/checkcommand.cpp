// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/checkcommand.h"

#include "app/cli/environment.h"
#include "core/base/errortext.h"
#include "core/check/certificateproblems.h"
#include "core/check/report.h"
#include "core/check/suppression.h"
#include "core/files/path.h"
#include "core/tools/localrunner.h"

#include <QCommandLineParser>
#include <QDateTime>
#include <QEventLoop>
#include <QFutureWatcher>
#include <QJsonDocument>

#include <algorithm>
#include <optional>

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

template<typename T>
struct Choice
{
    const char *word;
    T value;
};

enum class Format : quint8 { Text, Json };

constexpr Choice<Format> formats[] = {{"text", Format::Text}, {"json", Format::Json}};
constexpr Choice<PostfixUse> postfixUses[] = {
    {"auto", PostfixUse::Auto}, {"never", PostfixUse::Never}, {"require", PostfixUse::Require}};
constexpr Choice<lint::Severity> severities[] = {
    {"error", lint::Severity::Error}, {"warning", lint::Severity::Warning}, {"info", lint::Severity::Info}};

template<typename T, size_t size>
std::optional<T> chosen(const Choice<T> (&choices)[size], const QString &word)
{
    const auto found = std::find_if(std::begin(choices), std::end(choices), [&](const Choice<T> &choice) {
        return word == QLatin1String(choice.word);
    });
    return found == std::end(choices) ? std::nullopt : std::optional(found->value);
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
         {QStringLiteral("master.cf"), snapshot.file(model::FileId::MasterCf).text().bytes()}}));
    if (!report)
        return report.error();
    return check::together(own, check::postfixProblems(snapshot, *report));
}

namespace {

constexpr char usage[] =
    "usage: postwright-cli check [-c DIR] [--format text|json] [--postfix auto|never|require]\n"
    "                            [--fail-on error|warning|info] [--target VERSION]\n"
    "                            [--profile normal|advice|FILE] [--show-suppressed]";

/// What a call asks for.
struct Call
{
    Invocation invocation;
    QString folder;
    QString profile;
    PostfixUse postfix = PostfixUse::Auto;
    lint::Severity failOn = lint::Severity::Error;
    Format format = Format::Text;
    bool showsIgnored = false;
};

/// Nothing when the call makes no sense; what is wrong was said then.
std::optional<Call> callFrom(const Invocation &invocation)
{
    QCommandLineParser parser;
    const auto option = [&](const char *name, const char *value, const char *otherwise = "") {
        QCommandLineOption made(QString::fromLatin1(name), {}, QString::fromLatin1(value),
                                QString::fromLatin1(otherwise));
        parser.addOption(made);
        return made;
    };
    const auto folder = option("c", "DIR", "/etc/postfix");
    const auto format = option("format", "FORMAT", "text");
    const auto postfix = option("postfix", "USE", "auto");
    const auto failOn = option("fail-on", "SEVERITY", "error");
    const auto profile = option("profile", "PROFILE", "normal");
    const auto target = option("target", "VERSION");
    const auto showIgnored = option("show-suppressed", "");
    if (!parse(parser, invocation))
        return std::nullopt;
    Call call{.invocation = invocation,
              .folder = parser.value(folder),
              .profile = parser.value(profile),
              .showsIgnored = parser.isSet(showIgnored)};
    const auto take = [&](const auto &choices, const QCommandLineOption &from, auto &into) {
        const auto value = chosen(choices, parser.value(from));
        if (value)
            into = *value;
        else
            sayError("postwright-cli: --" + from.names().first().toUtf8() + ' ' + parser.value(from).toUtf8()
                     + ": there is no such choice.");
        return value.has_value();
    };
    if (!take(formats, format, call.format) || !take(postfixUses, postfix, call.postfix)
        || !take(severities, failOn, call.failOn))
        return std::nullopt;
    if (parser.isSet(target)) {
        const auto version = catalog::targetFrom(parser.value(target).toUtf8());
        if (!version) {
            sayError("postwright-cli: " + version.error().detail.toUtf8());
            return std::nullopt;
        }
        call.invocation.target = *version;
    }
    if (!parser.positionalArguments().isEmpty()) {
        sayError("postwright-cli: " + parser.positionalArguments().first().toUtf8() + ": what is it for?");
        return std::nullopt;
    }
    return call;
}

int fail(const base::Error &error)
{
    sayError("postwright-cli: " + base::errorText(error).toUtf8());
    return CouldNot;
}

void sayProblems(const Call &call, const Checked &checked, const check::Problems &problems)
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
    }
}

} // namespace

int runCheck(const Invocation &invocation)
{
    const std::optional<Call> call = callFrom(invocation);
    if (!call) {
        sayError(usage);
        return BadCall;
    }
    const auto reference = loadReference();
    if (!reference)
        return fail(reference.error());
    const auto store = localFileStore();
    const auto checked = openChecked(*store, call->folder, call->profile, call->invocation, *reference);
    if (!checked)
        return fail(checked.error());
    const auto problems = problemsIn(*checked, call->postfix);
    if (!problems)
        return fail(problems.error());
    const check::Problems left = check::notIgnored(*problems);
    sayProblems(*call, *checked, call->showsIgnored ? *problems : left);
    const bool isBad = std::any_of(left.begin(), left.end(), [&](const check::Problem &problem) {
        return problem.severity >= call->failOn;
    });
    return isBad ? Found : Done;
}

} // namespace cli
