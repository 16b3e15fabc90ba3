// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/edits/parameteredits.h"
#include "core/upgrade/parts.h"

#include <QRegularExpression>

namespace upgrade {

namespace {

constexpr catalog::Version lmdbSince{2, 11, 0};
constexpr catalog::Version cacheTypeSince{3, 11, 0};

/// The types of Berkeley DB, where a table can be named: at the start of a word, or behind proxy: and in
/// braces.
const QRegularExpression &oldType()
{
    static const QRegularExpression pattern(QStringLiteral("(?<=[\\s,{:=]|^)(?:hash|btree)(?=:[/$\\w{])"));
    return pattern;
}

QList<syntax::ByteRange> oldTypesIn(QByteArrayView text, const QList<syntax::ByteRange> &pieces)
{
    QList<syntax::ByteRange> found;
    for (const syntax::ByteRange &piece : pieces) {
        // One character a byte, so that places are the same.
        const QString value = QString::fromLatin1(piece.in(text));
        auto matches = oldType().globalMatch(value);
        while (matches.hasNext()) {
            const auto match = matches.next();
            found.append({piece.begin + match.capturedStart(), piece.begin + match.capturedEnd()});
        }
    }
    return found;
}

void replaceAll(model::Draft &draft)
{
    QList<syntax::ByteRange> ranges;
    const syntax::MainCf &mainCf = draft.mainCf();
    for (const syntax::Setting &setting : mainCf.settings()) {
        if (setting.enabled)
            ranges += oldTypesIn(mainCf.text(), mainCf.piecesOf(setting));
    }
    for (qsizetype i = ranges.size() - 1; i >= 0; --i)
        draft.replace(model::FileId::MainCf, ranges[i], "lmdb");
    ranges.clear();
    const syntax::MasterCf masterCf = draft.masterCf();
    for (const syntax::Service &service : masterCf.services()) {
        for (const syntax::Override &option : service.overrides) {
            if (service.enabled && option.enabled)
                ranges += oldTypesIn(masterCf.text(), masterCf.piecesOf(option));
        }
    }
    for (qsizetype i = ranges.size() - 1; i >= 0; --i)
        draft.replace(model::FileId::MasterCf, ranges[i], "lmdb");
}

void setIfKnown(const Work &work, QByteArrayList &names, const char *name, const catalog::Version &since)
{
    const QByteArray value = work.now.value(name);
    if (work.to >= since && work.has(name) && (value == "hash" || value == "btree" || value.isEmpty()))
        names.append(name);
}

} // namespace

void addTableTypes(const Work &work)
{
    if (work.to < lmdbSince)
        return;
    qsizetype count = 0;
    std::optional<model::Place> place;
    for (const lint::Assignment &assignment : work.now.assignments()) {
        const QByteArray text = work.now.snapshot().file(assignment.namePlace.file).text().bytes();
        const auto found = oldTypesIn(text, assignment.definition.pieces);
        if (!found.isEmpty() && !place)
            place = model::Place{assignment.namePlace.file, found.first()};
        count += found.size();
    }
    if (count == 0)
        return;
    QByteArrayList types;
    setIfKnown(work, types, "default_database_type", lmdbSince);
    setIfKnown(work, types, "default_cache_db_type", cacheTypeSince);
    work.steps.append(Step{
        .key = "lmdb",
        .weight = Weight::Choice,
        .title = Words::tr("Use lmdb: tables instead of hash: and btree: (places: %1)").arg(count),
        .why = Words::tr("Berkeley DB is no longer maintained, and distributions begin to leave it out. "
                         "Postfix needs its lmdb plug-in then, and every table has to be built anew with "
                         "postmap or postalias after saving; caches are made by themselves."),
        .place = place,
        .apply = [types](model::Draft &draft) {
            replaceAll(draft);
            for (const QByteArray &name : types)
                edits::setParameter(draft, name, "lmdb");
        }});
}

} // namespace upgrade
