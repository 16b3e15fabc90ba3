// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/draft.h"

namespace model {

namespace {

/// The change without the bytes that stay as they are, and its inverse.
bool makeChange(FileId file, const syntax::Text &text, syntax::ByteRange range, QByteArrayView bytes,
                Change &change, Change &inverse)
{
    const QByteArray replaced = text.bytes(range);
    const qsizetype most = std::min(replaced.size(), bytes.size());
    qsizetype head = 0;
    while (head < most && replaced[head] == bytes[head])
        ++head;
    qsizetype tail = 0;
    while (tail < most - head && replaced[replaced.size() - 1 - tail] == bytes[bytes.size() - 1 - tail])
        ++tail;
    const syntax::ByteRange core{range.begin + head, range.end - tail};
    const QByteArray fresh = bytes.sliced(head, bytes.size() - head - tail).toByteArray();
    if (core.isEmpty() && fresh.isEmpty())
        return false;
    change = {file, core, fresh};
    inverse = {file, {core.begin, core.begin + fresh.size()}, replaced.sliced(head, core.size())};
    return true;
}

} // namespace

void Draft::replace(FileId file, syntax::ByteRange range, const QByteArray &bytes)
{
    replaceAll(file, {Replacement{range, bytes}});
}

void Draft::replaceAll(FileId file, const QList<Replacement> &replacements)
{
    syntax::Text text = m_snapshot.file(file).text();
    bool changed = false;
    // Last first, so that the ranges of the others stay true.
    for (auto it = replacements.rbegin(); it != replacements.rend(); ++it) {
        Change change;
        Change inverse;
        if (!makeChange(file, text, it->range, it->bytes, change, inverse))
            continue;
        text = text.replaced(change.range, change.bytes);
        m_changes.append(change);
        m_inverse.prepend(inverse);
        changed = true;
    }
    if (changed)
        m_snapshot = m_snapshot.with(file, m_snapshot.file(file).withText(text));
}

Snapshot applied(const Snapshot &snapshot, const Changes &changes)
{
    Snapshot result = snapshot;
    for (qsizetype i = 0; i < changes.size();) {
        // A file is read anew once for a run of changes to it.
        const FileId file = changes[i].file;
        syntax::Text text = result.file(file).text();
        for (; i < changes.size() && changes[i].file == file; ++i)
            text = text.replaced(changes[i].range, changes[i].bytes);
        result = result.with(file, result.file(file).withText(text));
    }
    return result;
}

} // namespace model
