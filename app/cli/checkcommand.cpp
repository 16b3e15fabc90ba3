// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/checkcommand.h"

#include "app/cli/environment.h"
#include "core/base/errortext.h"
#include "core/check/report.h"
#include "core/files/path.h"
#include "core/tools/localrunner.h"

#include <QCommandLineParser>
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

base::Result<check::Problems> problemsIn(const folder::Opened &opened, PostfixUse use)
{
    const model::Snapshot &snapshot = opened.snapshot;
    const check::Problems own = check::ownProblems(snapshot);
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

int runCheck(const Invocation &invocation)
{
    QCommandLineParser parser;
    const QCommandLineOption folderOption(QStringLiteral("c"), {}, QStringLiteral("DIR"),
                                          QStringLiteral("/etc/postfix"));
    const QCommandLineOption format(QStringLiteral("format"), {}, QStringLiteral("FORMAT"),
                                    QStringLiteral("text"));
    const QCommandLineOption postfix(QStringLiteral("postfix"), {}, QStringLiteral("USE"),
                                     QStringLiteral("auto"));
    const QCommandLineOption failOn(QStringLiteral("fail-on"), {}, QStringLiteral("SEVERITY"),
                                    QStringLiteral("error"));
    parser.addOptions({folderOption, format, postfix, failOn});
    const std::optional<PostfixUse> use =
        parse(parser, invocation) ? chosen(postfixUses, parser.value(postfix)) : std::nullopt;
    const std::optional<lint::Severity> worst = use ? chosen(severities, parser.value(failOn)) : std::nullopt;
    const bool isJson = worst && parser.value(format) == QLatin1String("json");
    const bool isText = worst && parser.value(format) == QLatin1String("text");
    if ((!isJson && !isText) || !parser.positionalArguments().isEmpty()) {
        sayError("usage: postwright-cli check [-c DIR] [--format text|json] [--postfix auto|never|require]\n"
                 "                            [--fail-on error|warning|info]");
        return BadCall;
    }

    const auto store = localFileStore();
    const auto opened = folder::open(*store, parser.value(folderOption));
    if (!opened) {
        sayError("postwright-cli: " + base::errorText(opened.error()).toUtf8());
        return CouldNot;
    }
    const base::Result<check::Problems> problems = problemsIn(*opened, *use);
    if (!problems) {
        sayError("postwright-cli: " + base::errorText(problems.error()).toUtf8());
        return CouldNot;
    }
    if (isJson)
        say(QJsonDocument(check::asJson(*problems, opened->snapshot, targetOf(invocation).toString()))
                .toJson());
    else
        say(check::asText(*problems, opened->snapshot));
    const bool isBad = std::any_of(problems->begin(), problems->end(),
                                   [&](const check::Problem &problem) { return problem.severity >= *worst; });
    return isBad ? Found : Done;
}

} // namespace cli
