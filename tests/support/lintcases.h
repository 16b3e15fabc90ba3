// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/catalog/reference.h"
#include "core/files/localfilestore.h"
#include "core/folder/opening.h"
#include "core/lint/registry.h"
#include "core/lint/serverprofile.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <set>
#include <tuple>

/// Configurations with the findings that are expected in them: a folder each, with case.json (a description
/// of the server, see lint::readServerProfile()) and expected.json. They are in the folder that
/// POSTWRIGHT_LINT_CASES names, else in one called shared/lint-cases beside the project.
namespace lintcases {

using Spot = std::tuple<QString, QString, int>; ///< rule, file, line

inline QDir folder()
{
    const QString named = qEnvironmentVariable("POSTWRIGHT_LINT_CASES");
    return QDir(named.isEmpty() ? QStringLiteral(SOURCE_DIR "/../shared/lint-cases") : named);
}

inline QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline QJsonObject jsonIn(const QString &path)
{
    return QJsonDocument::fromJson(contentOf(path)).object();
}

inline const catalog::Reference &reference()
{
    static const catalog::Catalog catalog = *catalog::Catalog::load();
    static const base::Result<catalog::Reference> loaded = catalog::Reference::load(catalog);
    return *loaded;
}

/// One case, opened as the command line opens it.
struct Case
{
    QString name;
    QString path;
    lint::ServerProfile server;
    model::Snapshot snapshot;
    std::set<Spot> expected = {};
};

inline std::optional<Case> opened(const QString &name)
{
    const QString path = folder().filePath(name);
    const QJsonObject expected = jsonIn(path + QStringLiteral("/expected.json"));
    if (!expected.contains(QStringLiteral("findings")))
        return std::nullopt;
    static const QTemporaryDir state;
    files::LocalFileStore store(state.path());
    const auto server = lint::readServerProfile(contentOf(path + QStringLiteral("/case.json")),
                                                {.reference = &reference()}, name);
    if (!server)
        return std::nullopt;
    const auto opened = folder::open(store, path, {.configDirectory = server->target.folder});
    if (!opened)
        return std::nullopt;
    lint::ServerProfile told = *server;
    for (const QByteArray &file : folder::filesBelowRoot(path)) {
        if (!told.target.files.contains(file))
            told.target.files.insert(file, lint::FileFact());
    }
    Case one{.name = name, .path = path, .server = told, .snapshot = opened->snapshot};
    for (const QJsonValue &finding : expected[QStringLiteral("findings")].toArray())
        one.expected.insert({finding[QStringLiteral("rule")].toString(),
                             finding[QStringLiteral("file")].toString(),
                             finding[QStringLiteral("line")].toInt()});
    return one;
}

/// The names of all cases, sorted.
inline QStringList names()
{
    QStringList all = folder().entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    all.removeIf([](const QString &name) {
        return !QFile::exists(folder().filePath(name + QStringLiteral("/expected.json")));
    });
    return all;
}

inline std::set<Spot> without(std::set<Spot> spots, const std::set<Spot> &others)
{
    for (const Spot &spot : others)
        spots.erase(spot);
    return spots;
}

inline QString listed(const std::set<Spot> &spots)
{
    QStringList lines;
    for (const auto &[rule, file, line] : spots)
        lines.append(QStringLiteral("%1 %2:%3").arg(rule, file).arg(line));
    return lines.isEmpty() ? QStringLiteral("nothing") : lines.join(QStringLiteral(", "));
}

/// How all cases came out.
struct Tally
{
    int run = 0;
    int exact = 0; ///< just what is expected was found
    int waiting = 0; ///< something is expected of rules that are not there yet
    QStringList unread = {}; ///< nothing could be said about these
};

/// Runs `foundIn(case)`, which returns the spots or nothing, over all of them, and says what is missing or
/// too much.
template<typename FoundIn>
Tally tallied(FoundIn foundIn)
{
    Tally tally;
    for (const QString &name : names()) {
        const std::optional<Case> one = opened(name);
        const std::optional<std::set<Spot>> found = one ? foundIn(*one) : std::nullopt;
        if (!found) {
            tally.unread.append(name);
            continue;
        }
        std::set<Spot> wanted;
        for (const Spot &spot : one->expected) {
            if (lint::ruleCalled(std::get<0>(spot).toLatin1()))
                wanted.insert(spot);
        }
        ++tally.run;
        tally.waiting += wanted.size() < one->expected.size() ? 1 : 0;
        if (*found == wanted)
            ++tally.exact;
        else
            qWarning("%s: missing %s; too many %s", qPrintable(name),
                     qPrintable(listed(without(wanted, *found))),
                     qPrintable(listed(without(*found, wanted))));
    }
    return tally;
}

} // namespace lintcases
