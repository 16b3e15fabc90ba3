// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/check/project.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace check {

namespace {

constexpr int projectVersion = 1;
constexpr char versionKey[] = "version";
constexpr char rolesKey[] = "roles";
constexpr char ignoreKey[] = "ignore";

QString pathIn(const QString &folder)
{
    return folder + u'/' + QLatin1String(projectFileName);
}

QJsonObject written(const Suppression &suppression)
{
    QJsonObject json{{QStringLiteral("rule"), QString::fromLatin1(suppression.rule)}};
    if (!suppression.file.isEmpty())
        json[QStringLiteral("file")] = suppression.file;
    if (!suppression.subject.isEmpty())
        json[QStringLiteral("subject")] = QString::fromUtf8(suppression.subject);
    if (!suppression.reason.isEmpty())
        json[QStringLiteral("reason")] = suppression.reason;
    return json;
}

} // namespace

base::Result<Project> readProject(const QByteArray &json, const QString &subject)
{
    const auto malformed = [&](const QString &why) {
        return base::Error{base::Error::Code::Malformed, subject, why};
    };
    Project project;
    if (json.trimmed().isEmpty())
        return project;
    QJsonParseError error{};
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return malformed(error.errorString());
    if (!document.isObject())
        return malformed(QCoreApplication::translate("check", "it is not a JSON object"));
    project.other = document.object();
    if (project.other.take(QLatin1String(versionKey)).toInt(projectVersion) > projectVersion)
        return malformed(QCoreApplication::translate("check", "a newer Postwright wrote it"));
    for (const auto &role : project.other.take(QLatin1String(rolesKey)).toArray())
        project.roles.append(role.toString().toUtf8());
    for (const auto &entry : project.other.take(QLatin1String(ignoreKey)).toArray()) {
        const Suppression suppression{.rule = entry[QStringLiteral("rule")].toString().toLatin1(),
                                      .file = entry[QStringLiteral("file")].toString(),
                                      .subject = entry[QStringLiteral("subject")].toString().toUtf8(),
                                      .reason = entry[QStringLiteral("reason")].toString()};
        if (suppression.rule.isEmpty())
            return malformed(QCoreApplication::translate("check", "an entry of \"ignore\" names no rule"));
        project.suppressions.append(suppression);
    }
    return project;
}

QByteArray writtenProject(const Project &project)
{
    QJsonObject json = project.other;
    json[QLatin1String(versionKey)] = projectVersion;
    QJsonArray roles;
    for (const QByteArray &role : project.roles)
        roles.append(QString::fromUtf8(role));
    if (!roles.isEmpty())
        json[QLatin1String(rolesKey)] = roles;
    QJsonArray ignored;
    for (const Suppression &suppression : project.suppressions)
        ignored.append(written(suppression));
    if (!ignored.isEmpty())
        json[QLatin1String(ignoreKey)] = ignored;
    return QJsonDocument(json).toJson();
}

base::Result<Project> loadProject(const files::FileStore &store, const QString &folder)
{
    const QString path = pathIn(folder);
    const auto content = store.read(path, {.withHash = true});
    if (!content && content.error().code == base::Error::Code::NotFound)
        return Project{};
    if (!content)
        return content.error();
    base::Result<Project> read = readProject(content->bytes, path);
    if (!read)
        return read;
    Project project = *std::move(read);
    project.fingerprint = content->fingerprint;
    return project;
}

base::Status saveProject(files::FileStore &store, const QString &folder, Project &project)
{
    const files::Write write{
        .path = pathIn(folder), .content = {writtenProject(project)}, .opened = project.fingerprint};
    const auto report = store.save({write}, {});
    if (!report)
        return report.error();
    project.fingerprint = report->files.first().fingerprint;
    return base::Unit{};
}

} // namespace check
