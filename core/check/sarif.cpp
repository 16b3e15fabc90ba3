// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/check/sarif.h"

#include "core/check/replacements.h"
#include "core/check/suppression.h"
#include "core/folder/secrets.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonArray>
#include <QUrl>

#include <algorithm>

namespace check {

namespace {

using model::Place;
using syntax::ByteRange;

constexpr char folderBase[] = "CONFIGURATION";

QString key(const char *name)
{
    return QString::fromLatin1(name);
}

QJsonObject text(const QString &words)
{
    return {{key("text"), words}};
}

/// SARIF has three levels besides "none".
QString levelOf(lint::Severity severity)
{
    switch (severity) {
    case lint::Severity::Error:
        return key("error");
    case lint::Severity::Warning:
        return key("warning");
    case lint::Severity::Info:
        break;
    }
    return key("note");
}

/// The id of a result's rule: the lint's, or who said it.
QString ruleIdOf(const Problem &problem)
{
    if (!problem.rule.isEmpty())
        return problem.rule;
    switch (problem.origin) {
    case Origin::Postconf:
        return key("postconf");
    case Origin::PostfixCheck:
        return key("postfix-check");
    case Origin::Lint:
    case Origin::Files:
        break;
    }
    return key("files");
}

QJsonObject ruleAsJson(const QString &id)
{
    QJsonObject json{{key("id"), id}};
    const lint::Rule *rule = lint::ruleCalled(id.toLatin1());
    if (!rule) {
        const char *words = id == key("files")
            ? QT_TRANSLATE_NOOP("check", "What the files themselves show.")
            : QT_TRANSLATE_NOOP("check", "What Postfix's own programs say.");
        json[key("shortDescription")] = text(QCoreApplication::translate("check", words));
        return json;
    }
    const auto words = [](const char *source) { return QCoreApplication::translate("lint", source); };
    json[key("shortDescription")] = text(words(rule->title));
    json[key("fullDescription")] = text(words(rule->explanation));
    json[key("defaultConfiguration")] = QJsonObject{{key("level"), levelOf(rule->severity)}};
    if (*rule->manual != '\0')
        json[key("help")] =
            text(QCoreApplication::translate("check", "See %1.").arg(QString::fromUtf8(rule->manual)));
    if (rule->isAdvice)
        json[key("properties")] = QJsonObject{{key("tags"), QJsonArray{key("advice")}}};
    return json;
}

/// Where a byte is: characters are code points, and a byte that is no part of one counts as one.
struct Position
{
    qsizetype line = 1;
    qsizetype column = 1;
};

Position positionOf(const syntax::Text &file, qsizetype offset)
{
    const qsizetype line = file.lineAt(offset);
    const QByteArray before = file.bytes({file.lineStart(line), std::min(offset, file.size())});
    return {line + 1, QString::fromUtf8(before).toUcs4().size() + 1};
}

QJsonObject regionOf(const syntax::Text &file, ByteRange range)
{
    const Position begin = positionOf(file, range.begin);
    const Position end = positionOf(file, range.end);
    return {{key("startLine"), begin.line},
            {key("startColumn"), begin.column},
            {key("endLine"), end.line},
            {key("endColumn"), end.column}};
}

QJsonObject artifactOf(const QString &name)
{
    if (name.startsWith(u'/'))
        return {{key("uri"), QString::fromLatin1(QUrl::fromLocalFile(name).toEncoded())}};
    return {{key("uri"), QString::fromLatin1(QUrl::toPercentEncoding(name, "/"))},
            {key("uriBaseId"), key(folderBase)}};
}

QJsonObject locationOf(const model::Snapshot &snapshot, const Place &place)
{
    const model::File &file = snapshot.file(place.file);
    return {{key("physicalLocation"),
             QJsonObject{{key("artifactLocation"), artifactOf(file.info().name)},
                         {key("region"), regionOf(file.text(), place.range)}}}};
}

/// Bytes that are no text can't be shown as text.
QJsonObject contentOf(const QByteArray &bytes)
{
    if (QByteArrayView(bytes).isValidUtf8())
        return text(QString::fromUtf8(bytes));
    return {{key("binary"), QString::fromLatin1(bytes.toBase64())}};
}

QJsonArray fixesOf(const Problem &problem, const model::Snapshot &snapshot)
{
    QJsonArray fixes;
    for (const lint::Fix &fix : problem.fixes) {
        model::Draft draft(snapshot);
        fix.apply(draft);
        // What is written there may hold a password; the fix itself is still told of by its finding.
        if (std::any_of(draft.changes().begin(), draft.changes().end(), [&](const model::Change &change) {
                return snapshot.contains(change.file) && folder::isSecret(snapshot, change.file);
            }))
            continue;
        QJsonArray changes;
        for (const FileReplacements &file : replacementsOf(snapshot, draft.changes())) {
            QJsonArray replacements;
            for (const Replacement &one : file.replacements)
                replacements.append(
                    QJsonObject{{key("deletedRegion"), regionOf(snapshot.file(file.file).text(), one.range)},
                                {key("insertedContent"), contentOf(one.bytes)}});
            changes.append(
                QJsonObject{{key("artifactLocation"), artifactOf(snapshot.file(file.file).info().name)},
                            {key("replacements"), replacements}});
        }
        if (!changes.isEmpty())
            fixes.append(
                QJsonObject{{key("description"), text(QCoreApplication::translate("lint", fix.title))},
                            {key("artifactChanges"), changes}});
    }
    return fixes;
}

QJsonObject suppressionOf(const Ignored &ignored, const model::Snapshot &snapshot)
{
    QJsonObject json{{key("kind"), ignored.comment ? key("inSource") : key("external")}};
    if (!ignored.reason.isEmpty())
        json[key("justification")] = ignored.reason;
    if (ignored.comment)
        json[key("location")] = locationOf(snapshot, *ignored.comment);
    return json;
}

/// The same for a finding whose line has moved.
QString fingerprintOf(const Problem &problem, const model::Snapshot &snapshot)
{
    const QByteArray subject = problem.place ? subjectOf(snapshot, *problem.place) : problem.message.toUtf8();
    const QByteArray what = ruleIdOf(problem).toUtf8() + '\n' + problem.file.toUtf8() + '\n' + subject;
    return QString::fromLatin1(QCryptographicHash::hash(what, QCryptographicHash::Sha256).toHex());
}

QJsonObject resultOf(const Problem &problem, const model::Snapshot &snapshot, qsizetype ruleIndex)
{
    QJsonObject json{
        {key("ruleId"), ruleIdOf(problem)},
        {key("ruleIndex"), ruleIndex},
        {key("level"), levelOf(problem.severity)},
        {key("message"), text(problem.message)},
        {key("partialFingerprints"), QJsonObject{{key("subject/v1"), fingerprintOf(problem, snapshot)}}}};
    if (problem.place)
        json[key("locations")] = QJsonArray{locationOf(snapshot, *problem.place)};
    else if (!problem.file.isEmpty())
        json[key("locations")] = QJsonArray{QJsonObject{
            {key("physicalLocation"), QJsonObject{{key("artifactLocation"), artifactOf(problem.file)}}}}};
    QJsonArray related;
    for (const Place &place : problem.related) {
        QJsonObject location = locationOf(snapshot, place);
        location[key("id")] = related.size() + 1;
        related.append(location);
    }
    if (!related.isEmpty())
        json[key("relatedLocations")] = related;
    if (const QJsonArray fixes = fixesOf(problem, snapshot); !fixes.isEmpty())
        json[key("fixes")] = fixes;
    if (problem.ignored)
        json[key("suppressions")] = QJsonArray{suppressionOf(*problem.ignored, snapshot)};
    return json;
}

} // namespace

QJsonObject asSarif(const Problems &problems, const model::Snapshot &snapshot, const QString &folder,
                    const QString &target)
{
    QStringList ids;
    QJsonArray rules;
    QJsonArray results;
    for (const Problem &problem : problems) {
        const QString id = ruleIdOf(problem);
        if (!ids.contains(id)) {
            ids.append(id);
            rules.append(ruleAsJson(id));
        }
        results.append(resultOf(problem, snapshot, ids.indexOf(id)));
    }
    const QJsonObject driver{{key("name"), key("Postwright")},
                             {key("version"), key(POSTWRIGHT_VERSION)},
                             {key("semanticVersion"), key(POSTWRIGHT_VERSION)},
                             {key("rules"), rules}};
    const QString base = folder.endsWith(u'/') ? folder : folder + u'/';
    const QJsonObject run{
        {key("tool"), QJsonObject{{key("driver"), driver}}},
        {key("columnKind"), key("unicodeCodePoints")},
        {key("originalUriBaseIds"),
         QJsonObject{
             {key(folderBase),
              QJsonObject{{key("uri"), QString::fromLatin1(QUrl::fromLocalFile(base).toEncoded())}}}}},
        {key("properties"), QJsonObject{{key("postfix"), target}}},
        {key("results"), results}};
    return {{key("$schema"), key("https://json.schemastore.org/sarif-2.1.0.json")},
            {key("version"), key("2.1.0")},
            {key("runs"), QJsonArray{run}}};
}

} // namespace check
