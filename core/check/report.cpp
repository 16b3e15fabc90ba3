// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/check/report.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace check {

namespace {

struct Position
{
    qsizetype line = 1;
    qsizetype column = 1;
};

Position positionOf(const syntax::Text &text, qsizetype offset)
{
    const qsizetype line = text.lineAt(offset);
    return {line + 1, offset - text.lineStart(line) + 1};
}

QString nameOf(lint::Severity severity)
{
    switch (severity) {
    case lint::Severity::Error:
        return QStringLiteral("error");
    case lint::Severity::Warning:
        return QStringLiteral("warning");
    case lint::Severity::Info:
        break;
    }
    return QStringLiteral("info");
}

QString nameOf(Origin origin)
{
    switch (origin) {
    case Origin::Lint:
        return QStringLiteral("lint");
    case Origin::Postconf:
        return QStringLiteral("postconf");
    case Origin::PostfixCheck:
        return QStringLiteral("postfix-check");
    case Origin::Files:
        break;
    }
    return QStringLiteral("files");
}

QString ignoredText(const Ignored &ignored)
{
    if (ignored.reason.isEmpty())
        return QCoreApplication::translate("check", "(suppressed)");
    return QCoreApplication::translate("check", "(suppressed: %1)").arg(ignored.reason);
}

QJsonObject findingAsJson(const Problem &problem, const model::Snapshot &snapshot)
{
    QJsonObject json{{QStringLiteral("rule"), problem.rule},
                     {QStringLiteral("severity"), nameOf(problem.severity)},
                     {QStringLiteral("advice"), problem.isAdvice},
                     {QStringLiteral("file"), problem.file},
                     {QStringLiteral("origin"), nameOf(problem.origin)},
                     {QStringLiteral("message"), problem.message}};
    if (problem.place) {
        const syntax::Text &text = snapshot.file(problem.place->file).text();
        const Position begin = positionOf(text, problem.place->range.begin);
        const Position end = positionOf(text, problem.place->range.end);
        json[QStringLiteral("line")] = begin.line;
        json[QStringLiteral("column")] = begin.column;
        json[QStringLiteral("endLine")] = end.line;
        json[QStringLiteral("endColumn")] = end.column;
    } else if (!problem.rule.isEmpty()) {
        // About the whole of a file that is not open.
        json[QStringLiteral("line")] = 1;
        json[QStringLiteral("column")] = 1;
    }
    QJsonArray fixes;
    for (const lint::Fix &fix : problem.fixes)
        fixes.append(QJsonObject{{QStringLiteral("title"), QCoreApplication::translate("lint", fix.title)}});
    QJsonArray related;
    for (const model::Place &place : problem.related) {
        const model::File &file = snapshot.file(place.file);
        related.append(
            QJsonObject{{QStringLiteral("file"), file.info().name},
                        {QStringLiteral("line"), positionOf(file.text(), place.range.begin).line}});
    }
    if (problem.ignored)
        json[QStringLiteral("suppressed")] =
            QJsonObject{{QStringLiteral("kind"),
                         problem.ignored->comment ? QStringLiteral("comment") : QStringLiteral("project")},
                        {QStringLiteral("reason"), problem.ignored->reason}};
    json[QStringLiteral("fixes")] = fixes;
    json[QStringLiteral("related")] = related;
    return json;
}

} // namespace

QByteArray asText(const Problems &problems, const model::Snapshot &snapshot)
{
    QByteArray out;
    for (const Problem &problem : problems) {
        if (!problem.file.isEmpty())
            out += problem.file.toUtf8() + ':';
        if (problem.place) {
            const Position at =
                positionOf(snapshot.file(problem.place->file).text(), problem.place->range.begin);
            out += QByteArray::number(at.line) + ':' + QByteArray::number(at.column) + ':';
        }
        if (!out.isEmpty() && out.back() == ':')
            out += ' ';
        const QString source = problem.rule.isEmpty() ? nameOf(problem.origin) : problem.rule;
        out += nameOf(problem.severity).toUtf8() + ": " + problem.message.toUtf8() + " [" + source.toUtf8()
            + ']';
        if (problem.ignored)
            out += ' ' + ignoredText(*problem.ignored).toUtf8();
        out += '\n';
    }
    return out;
}

QJsonObject asJson(const Problems &problems, const model::Snapshot &snapshot, const QString &target)
{
    QJsonArray findings;
    for (const Problem &problem : problems)
        findings.append(findingAsJson(problem, snapshot));
    return {{QStringLiteral("version"), 1},
            {QStringLiteral("target"), target},
            {QStringLiteral("findings"), findings}};
}

} // namespace check
