// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/review/changecounts.h"

#include "core/diff/filediff.h"

#include <QMap>

#include <algorithm>

namespace review {

namespace {

using Meaning = QMap<QByteArray, QByteArray>;

/// What Postfix reads: name to value.
Meaning meaningOf(const syntax::MainCf &file)
{
    Meaning meaning;
    for (const syntax::Setting &setting : file.settings()) {
        if (setting.enabled)
            meaning.insert(file.nameOf(setting).toByteArray(), file.valueOf(setting)); // the last one counts
    }
    return meaning;
}

Meaning meaningOf(const syntax::MasterCf &file)
{
    Meaning meaning;
    for (const syntax::Service &service : file.services()) {
        if (!service.enabled)
            continue;
        QByteArrayList words;
        for (int i = 0; i < syntax::serviceFieldCount; ++i)
            words.append(file.fieldOf(service, static_cast<syntax::ServiceField>(i)).toByteArray());
        const QByteArray key = words[0] + '/' + words[1];
        words += file.normalizedArguments(service);
        meaning.insert(key, words.join('\0'));
    }
    return meaning;
}

QByteArrayList changedKeys(const Meaning &before, const Meaning &after)
{
    QByteArrayList keys;
    for (auto it = before.begin(); it != before.end(); ++it) {
        const auto now = after.find(it.key());
        if (now == after.end() || *now != *it)
            keys.append(it.key());
    }
    for (auto it = after.begin(); it != after.end(); ++it) {
        if (!before.contains(it.key()))
            keys.append(it.key());
    }
    std::sort(keys.begin(), keys.end());
    return keys;
}

} // namespace

QByteArrayList changedSettings(const syntax::MainCf &before, const syntax::MainCf &after)
{
    return changedKeys(meaningOf(before), meaningOf(after));
}

QByteArrayList changedServices(const syntax::MasterCf &before, const syntax::MasterCf &after)
{
    return changedKeys(meaningOf(before), meaningOf(after));
}

ChangeCounts changeCounts(const model::File &before, const model::File &after)
{
    ChangeCounts counts;
    const diff::FileDiff lines = diff::fileDiff(before.text(), after.text(), 0);
    counts.linesAdded = lines.added;
    counts.linesRemoved = lines.removed;
    if (before.mainCf() && after.mainCf())
        counts.settings = changedSettings(*before.mainCf(), *after.mainCf()).size();
    if (before.masterCf() && after.masterCf()) {
        const Meaning then = meaningOf(*before.masterCf());
        const Meaning now = meaningOf(*after.masterCf());
        for (const QByteArray &key : changedKeys(then, now)) {
            if (!then.contains(key))
                ++counts.servicesAdded;
            else if (!now.contains(key))
                ++counts.servicesRemoved;
            else
                ++counts.servicesChanged;
        }
    }
    return counts;
}

} // namespace review
