// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/check/problem.h"

#include "core/base/errortext.h"
#include "core/check/hiding.h"
#include "core/check/samethings.h"

#include <algorithm>
#include <tuple>

namespace check {

namespace {

using model::FileId;
using model::Place;

lint::Severity severityOf(tools::Severity severity)
{
    switch (severity) {
    case tools::Severity::Fatal:
    case tools::Severity::Error:
        return lint::Severity::Error;
    case tools::Severity::Warning:
        return lint::Severity::Warning;
    case tools::Severity::Note:
        break;
    }
    return lint::Severity::Info;
}

Origin originOf(tools::Origin origin)
{
    const bool isThorough = origin == tools::Origin::PostfixCheck || origin == tools::Origin::Postmap;
    return isThorough ? Origin::PostfixCheck : Origin::Postconf;
}

std::optional<FileId> fileCalled(const QString &name, const model::Snapshot &snapshot)
{
    for (const FileId id : snapshot.ids()) {
        const model::FileInfo &info = snapshot.file(id).info();
        if (info.name == name || info.path == name)
            return id;
    }
    return std::nullopt;
}

syntax::ByteRange lineRange(const syntax::Text &text, int line)
{
    const qsizetype begin = text.lineStart(line - 1);
    qsizetype end = text.lineStart(line);
    if (end > begin && text.bytes({end - 1, end}) == "\n")
        --end;
    return {begin, end};
}

/// The last row with that key.
std::optional<Place> rowWith(const QByteArray &key, FileId file, const model::Snapshot &snapshot)
{
    const syntax::Table *table = snapshot.file(file).table();
    for (qsizetype i = table ? table->rowCount() : 0; i-- > 0;) {
        const syntax::Row row = table->row(i);
        if (row.enabled && table->keyOf(row).compare(key, Qt::CaseInsensitive) == 0)
            return Place{file, row.key};
    }
    return std::nullopt;
}

/// Where a message without a line is at home: at the row, the service or the setting that it names.
std::optional<Place> placeByName(const tools::Message &message, const model::Snapshot &snapshot)
{
    const std::optional<FileId> table =
        message.key.isEmpty() ? std::nullopt : fileCalled(message.file, snapshot);
    if (table)
        return rowWith(message.key, *table, snapshot);
    const qsizetype slash = message.service.indexOf('/');
    if (slash > 0) {
        const syntax::MasterCf &file = snapshot.masterCf();
        const qsizetype index = file.indexOf(message.service.first(slash), message.service.sliced(slash + 1));
        if (index >= 0)
            return Place{FileId::MasterCf, file.services()[index].field(syntax::ServiceField::Name)};
    }
    if (const syntax::Setting *setting = snapshot.mainCf().find(message.parameter))
        return Place{FileId::MainCf, setting->name};
    return std::nullopt;
}

/// A rule says of a table that it is not there, and where it is named.
bool isToldMissing(const lint::Findings &findings, const model::FileInfo &info)
{
    return std::any_of(findings.begin(), findings.end(), [&](const lint::Finding &finding) {
        const QByteArrayView id = finding.rule->id;
        const QString path = QString::fromUtf8(finding.arguments.value(0));
        return (id == "PF-FILE-001" || id == "PF-FILE-004")
            && (path == info.name || path.endsWith(u'/' + info.name));
    });
}

Problems problemsOf(const model::Snapshot &snapshot, const lint::Findings &findings)
{
    Problems problems;
    for (const FileId id : snapshot.ids()) {
        const model::FileInfo &info = snapshot.file(id).info();
        if (!info.problem)
            continue;
        const bool isNeeded = id == FileId::MainCf || id == FileId::MasterCf;
        const bool isMissing = info.problem->code == base::Error::Code::NotFound;
        if (isMissing && !isNeeded && isToldMissing(findings, info))
            continue;
        problems.append(Problem{.severity = isNeeded ? lint::Severity::Error
                                    : isMissing      ? lint::Severity::Warning
                                                     : lint::Severity::Info,
                                .origin = Origin::Files,
                                .message = base::errorText(*info.problem),
                                .place = Place{id, {}},
                                .file = info.name});
    }
    Hiding hiding(snapshot);
    for (const lint::Finding &finding : findings) {
        problems.append(
            Problem{.severity = finding.rule->severity,
                    .isAdvice = finding.rule->isAdvice,
                    .origin = Origin::Lint,
                    .rule = QString::fromLatin1(finding.rule->id),
                    .message = lint::messageOf(hiding.withoutSecrets(finding)),
                    .place = finding.unopened.isEmpty() ? std::optional(finding.place) : std::nullopt,
                    .file = lint::fileNameOf(finding, snapshot),
                    .fixes = finding.fixes,
                    .related = finding.related});
    }
    return problems;
}

} // namespace

Problems ownProblems(const model::Snapshot &snapshot)
{
    return problemsOf(snapshot, lint::findingsIn(snapshot));
}

Problems ownProblems(const model::Snapshot &snapshot, const lint::Target &target, lint::Profile profile)
{
    return problemsOf(snapshot, lint::findingsIn(snapshot, target, profile));
}

Problems ownProblems(const model::Snapshot &snapshot, lint::Linter &linter,
                     const lint::Context::IsCancelled &isCancelled)
{
    return problemsOf(snapshot, linter.findingsIn(snapshot, isCancelled));
}

Problems postfixProblems(const model::Snapshot &snapshot, const tools::CheckReport &report)
{
    Problems problems;
    Hiding hiding(snapshot);
    for (const tools::Message &message : report.messages) {
        Problem problem{.severity = severityOf(message.severity),
                        .origin = originOf(message.origin),
                        .message = message.text,
                        .file = message.file};
        const std::optional<FileId> file = fileCalled(message.file, snapshot);
        problem.place = file && message.line > 0
            ? Place{*file, lineRange(snapshot.file(*file).text(), message.line)}
            : placeByName(message, snapshot);
        if (problem.place)
            problem.file = snapshot.file(problem.place->file).info().name;
        problem.message = Hiding::withoutUnusedSecret(problem.message, problem.file);
        problem.message = problem.place ? hiding.withoutSecrets(problem.message, *problem.place)
                                        : hiding.withoutSecrets(problem.message);
        problems.append(problem);
    }
    return problems;
}

Problems together(const Problems &own, const Problems &postfix)
{
    Problems all = own;
    for (const Problem &problem : postfix) {
        const bool isKnown = std::any_of(own.begin(), own.end(),
                                         [&](const Problem &known) { return isSameThing(known, problem); });
        if (!isKnown)
            all.append(problem);
    }
    std::ranges::stable_sort(all, [](const Problem &a, const Problem &b) {
        const auto key = [](const Problem &problem) {
            const Place place = problem.place.value_or(Place{});
            return std::tuple(problem.severity == lint::Severity::Error         ? 0
                                  : problem.severity == lint::Severity::Warning ? 1
                                                                                : 2,
                              problem.file, place.range.begin);
        };
        return key(a) < key(b);
    });
    return all;
}

} // namespace check
