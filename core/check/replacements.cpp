// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/check/replacements.h"

#include <map>

namespace check {

namespace {

using syntax::ByteRange;

/// A piece of a file in the making: bytes that it had, or new ones.
struct Piece
{
    ByteRange kept = {}; ///< in the file as it was; empty for new bytes
    QByteArray bytes = {};

    qsizetype size() const { return kept.isEmpty() ? bytes.size() : kept.size(); }
};

QList<Piece> part(const Piece &piece, qsizetype begin, qsizetype end)
{
    if (begin >= end)
        return {};
    if (piece.kept.isEmpty())
        return {Piece{.bytes = piece.bytes.sliced(begin, end - begin)}};
    return {Piece{.kept = {piece.kept.begin + begin, piece.kept.begin + end}}};
}

QList<Piece> changed(const QList<Piece> &pieces, const model::Change &change)
{
    QList<Piece> out;
    const QList<Piece> added =
        change.bytes.isEmpty() ? QList<Piece>() : QList<Piece>{{.bytes = change.bytes}};
    bool isAdded = false;
    qsizetype at = 0;
    for (const Piece &piece : pieces) {
        const qsizetype end = at + piece.size();
        out += part(piece, 0, std::min(change.range.begin, end) - at);
        if (!isAdded && change.range.begin <= end) {
            out += added;
            isAdded = true;
        }
        out += part(piece, std::max(change.range.end, at) - at, piece.size());
        at = end;
    }
    return isAdded ? out : out + added;
}

QList<Replacement> replacements(const QList<Piece> &pieces, qsizetype size)
{
    QList<Replacement> found;
    Replacement open{.range = {0, 0}};
    const auto close = [&](qsizetype end) {
        open.range.end = end;
        if (!open.range.isEmpty() || !open.bytes.isEmpty())
            found.append(open);
    };
    for (const Piece &piece : pieces) {
        if (piece.kept.isEmpty()) {
            open.bytes += piece.bytes;
            continue;
        }
        close(piece.kept.begin);
        open = {.range = {piece.kept.end, piece.kept.end}};
    }
    close(size);
    return found;
}

} // namespace

QList<FileReplacements> replacementsOf(const model::Snapshot &snapshot, const model::Changes &changes)
{
    std::map<model::FileId, QList<Piece>> files;
    for (const model::Change &change : changes) {
        const qsizetype size = snapshot.file(change.file).text().size();
        const auto [it, isNew] = files.try_emplace(change.file);
        if (isNew && size > 0)
            it->second = {Piece{.kept = {0, size}}};
        it->second = changed(it->second, change);
    }
    QList<FileReplacements> all;
    for (const auto &[file, pieces] : files) {
        const QList<Replacement> found = replacements(pieces, snapshot.file(file).text().size());
        if (!found.isEmpty())
            all.append(FileReplacements{.file = file, .replacements = found});
    }
    return all;
}

} // namespace check
