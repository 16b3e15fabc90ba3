// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/postconf/clientnames.h"

#include "core/postconf/logicallines.h"
#include "core/postconf/nameval.h"

#include <QMap>

#include <array>

namespace postconf {

namespace {

constexpr int maxDepth = 1000; ///< braces within braces

struct NewerKey
{
    QByteArrayView type;
    QByteArrayView key; ///< empty: the whole type
    catalog::Version since;
};

// As far back as targets go, the others have always been there.
constexpr std::array newerKeys{
    NewerKey{"memcache", "key_digest", {3, 11, 0}}, NewerKey{"mongodb", "", {3, 9, 0}},
    NewerKey{"mysql", "charset", {3, 9, 0}},        NewerKey{"mysql", "idle_interval", {3, 9, 0}},
    NewerKey{"mysql", "option_group", {2, 11, 0}},  NewerKey{"mysql", "require_result_set", {3, 2, 0}},
    NewerKey{"mysql", "retry_interval", {3, 9, 0}}, NewerKey{"pgsql", "encoding", {3, 8, 0}},
    NewerKey{"pgsql", "idle_interval", {3, 9, 0}},  NewerKey{"pgsql", "retry_interval", {3, 9, 0}},
};

/// The settings that a database client of the target version reads.
QList<QByteArrayView> keysOf(QByteArrayView type, const Configuration &configuration)
{
    QList<QByteArrayView> keys = configuration.catalog.tableClientKeys(type);
    for (const NewerKey &newer : newerKeys) {
        if (newer.type != type || newer.since <= configuration.target)
            continue;
        if (newer.key.isEmpty())
            return {};
        keys.removeOne(newer.key);
    }
    return keys;
}

/// Whether what stands in the braces of such a table is patterns, in which '#' is no comment.
bool holdsPatterns(QByteArrayView type)
{
    return type == "regexp" || type == "pcre";
}

void readClientFile(const QByteArray &type, const QByteArray &path, const QList<QByteArrayView> &keys,
                    const ClientScan &scan)
{
    const QByteArray table = type + ':' + path;
    if (scan.visitedFiles.contains(table))
        return;
    scan.visitedFiles.insert(table);
    const base::Result<QByteArray> content = scan.configuration.readFile(path);
    if (!content) {
        const base::Error &error = content.error();
        if (error.code == base::Error::Code::NotPermitted) // it may hold a password that is none of ours
            return;
        const bool isOther = error.code == base::Error::Code::NotAFile;
        scan.log.warn("open \"" + type + "\" configuration \"" + path
                      + "\": " + (isOther ? QByteArray("not a regular file") : error.detail.toLocal8Bit()));
        return;
    }
    QMap<QByteArray, QByteArray> settings;
    LogicalLines lines(*content, path, scan.log);
    while (lines.next() && !scan.log.hasEnded())
        readSetting(lines, path, settings, scan.log);
    if (!scan.warnsOfUnused)
        return;
    for (auto it = settings.cbegin(); it != settings.cend(); ++it) {
        if (!keys.contains(it.key()))
            scan.log.warn(table + ": unused parameter: " + it.key() + '=' + *it);
    }
}

QByteArray unbraced(QByteArrayView text, const ClientScan &scan)
{
    const Extracted inside = extracted(text, Trim::No);
    if (!inside.error.isEmpty())
        scan.log.warn(scan.place + ": " + inside.error);
    return inside.text;
}

/// False when the rest of the value is not to be read.
bool isNoComment(QByteArrayView word, QByteArrayView rest, const ClientScan &scan)
{
    constexpr qsizetype shown = 20;
    if (!word.startsWith('#') || !scan.configuration.isAtLeast(3, 8))
        return true;
    scan.log.warn(scan.path + ": #comment after other text is not allowed: " + word.toByteArray() + ' '
                  + rest.first(std::min(shown, rest.size())).toByteArray() + "...");
    return false;
}

void scanWords(QByteArrayView value, const ClientScan &scan, bool readsGroups, int depth)
{
    if (depth > maxDepth)
        return;
    for (QByteArrayView word = nextWord(value, blanksAndCommas); !word.isNull();
         word = nextWord(value, blanksAndCommas)) {
        if (!isNoComment(word, value, scan))
            return;
        if (word.startsWith('{')) {
            const QByteArray inside = unbraced(word, scan);
            if (readsGroups)
                scanWords(inside, scan, readsGroups, depth + 1);
            continue;
        }
        qsizetype colon = word.indexOf(':');
        QByteArrayView type = colon < 0 ? word : word.first(colon);
        while (colon >= 0 && (type == "proxy" || (type == "debug" && scan.configuration.isAtLeast(3, 11)))) {
            word = word.sliced(colon + 1);
            colon = word.indexOf(':');
            type = colon < 0 ? word : word.first(colon);
        }
        if (colon < 0)
            continue;
        const QByteArrayView name = word.sliced(colon + 1);
        const QList<QByteArrayView> keys = keysOf(type, scan.configuration);
        if (name.startsWith('{')) {
            const bool isPattern = holdsPatterns(type) && scan.configuration.isAtLeast(3, 8);
            scanWords(unbraced(name, scan), scan, readsGroups && !isPattern, depth + 1);
        } else if (name.startsWith('/') && !keys.isEmpty()) {
            readClientFile(type.toByteArray(), name.toByteArray(), keys, scan);
        } else if (!name.startsWith('/') && !name.startsWith('.')) {
            for (const QByteArrayView key : keys)
                scan.flag(name.toByteArray() + '_' + key.toByteArray());
        }
    }
}

} // namespace

void scanClients(QByteArrayView value, const ClientScan &scan)
{
    scanWords(value, scan, true, 0);
}

} // namespace postconf
