// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/bundle/bundle.h"

#include "core/check/report.h"
#include "core/files/path.h"
#include "core/folder/opening.h"
#include "core/folder/secrets.h"
#include "core/review/aftersaving.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

namespace bundle {

namespace {

using model::FileId;

/// Where the file belongs on a server.
QByteArray targetPath(const model::FileInfo &info)
{
    const bool isOutside = info.name.startsWith(u'/');
    return isOutside ? files::pathToBytes(info.name).sliced(1)
                     : "etc/postfix/" + files::pathToBytes(info.name);
}

QByteArray jsonBytes(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Indented);
}

QJsonObject manifestRow(const Entry &entry, bool secret)
{
    const QByteArray hash = QCryptographicHash::hash(entry.bytes, QCryptographicHash::Sha256).toHex();
    return {{QStringLiteral("path"), u'/' + files::pathFromBytes(entry.path)},
            {QStringLiteral("mode"), QStringLiteral("%1").arg(entry.mode, 4, 8, QLatin1Char('0'))},
            {QStringLiteral("size"), entry.bytes.size()},
            {QStringLiteral("sha256"), QString::fromLatin1(hash)},
            {QStringLiteral("secret"), secret}};
}

/// The commands that build the index files of a table on the server.
QJsonArray buildCommands(const model::Snapshot &snapshot, FileId id)
{
    const QString folder = QFileInfo(snapshot.file(FileId::MainCf).info().path).path();
    QJsonArray commands;
    for (const auto &rebuild : review::rebuildsOf(snapshot, id, folder, folder::configDirectory(folder)))
        commands.append(QString::fromUtf8(rebuild.program + ' ' + rebuild.table));
    return commands;
}

} // namespace

base::Result<Bundle> exported(const model::Snapshot &snapshot, const check::Problems &problems,
                              const Options &options)
{
    Bundle bundle;
    bundle.isDraft = std::any_of(problems.begin(), problems.end(), [](const check::Problem &problem) {
        return problem.severity == lint::Severity::Error;
    });
    QList<Entry> entries;
    QJsonArray rows;
    for (const FileId id : snapshot.ids()) {
        const model::File &file = snapshot.file(id);
        const bool secret = folder::isSecret(snapshot, id);
        if (file.info().problem || (secret && !options.withSecrets)) {
            bundle.leftOut.append(file.info().name);
            continue;
        }
        bundle.hasSecrets |= secret;
        const quint32 mode = secret ? 0600 : 0644;
        const Entry entry{.path = targetPath(file.info()), .mode = mode, .bytes = file.text().bytes()};
        QJsonObject row = manifestRow(entry, secret);
        if (const QJsonArray commands = buildCommands(snapshot, id); !commands.isEmpty())
            row.insert(QStringLiteral("build"), commands);
        rows.append(row);
        entries.append(entry);
    }
    const QJsonObject manifest{{QStringLiteral("version"), 1},
                               {QStringLiteral("target"), options.target},
                               {QStringLiteral("validated"), !bundle.isDraft},
                               {QStringLiteral("files"), rows},
                               {QStringLiteral("leftOut"), QJsonArray::fromStringList(bundle.leftOut)}};
    entries.append(Entry{.path = "manifest.json", .bytes = jsonBytes(manifest)});
    entries.append(
        Entry{.path = "report.json", .bytes = jsonBytes(check::asJson(problems, snapshot, options.target))});
    base::Result<QByteArray> bytes = archive(entries, options.compression);
    if (!bytes)
        return bytes.error();
    bundle.bytes = *bytes;
    return bundle;
}

QString fileName(const QString &folder, const QDateTime &time, Compression compression)
{
    const QString base = QFileInfo(folder).fileName();
    const QString name = base.isEmpty() ? QStringLiteral("postfix") : base;
    const QString suffix = compression == Compression::Zstd ? QStringLiteral("zst") : QStringLiteral("gz");
    return QStringLiteral("%1-%2.tar.%3").arg(name, time.toString(QStringLiteral("yyyyMMdd-HHmmss")), suffix);
}

Compression compressionOf(const QString &path)
{
    return path.endsWith(QLatin1String(".gz")) ? Compression::Gzip : Compression::Zstd;
}

} // namespace bundle
