// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/draft.h"

#include <algorithm>

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

/// The text after changes each of which refers to it as the one before left it. It is put together once for
/// all changes that follow one another in one direction.
syntax::Text changed(syntax::Text text, const Changes &changes)
{
    for (qsizetype i = 0; i < changes.size();) {
        QList<syntax::Splice> run{{changes[i].range, changes[i].bytes}};
        const auto isBelow = [&](qsizetype at) {
            return at < changes.size() && changes[at].range.end <= changes[at - 1].range.begin;
        };
        const auto isAbove = [&](qsizetype at) {
            const Change &last = changes[at - 1];
            return at < changes.size() && changes[at].range.begin >= last.range.begin + last.bytes.size();
        };
        qsizetype end = i + 1;
        if (isBelow(end)) {
            for (; isBelow(end); ++end)
                run.append({changes[end].range, changes[end].bytes});
            std::reverse(run.begin(), run.end());
        } else {
            // Ranges are moved back to where they were before the run.
            for (qsizetype shift = 0; isAbove(end); ++end) {
                shift += changes[end - 1].bytes.size() - changes[end - 1].range.size();
                const syntax::ByteRange range = changes[end].range;
                run.append({{range.begin - shift, range.end - shift}, changes[end].bytes});
            }
        }
        text = text.replaced(run);
        i = end;
    }
    return text;
}

} // namespace

void Draft::replace(FileId file, syntax::ByteRange range, const QByteArray &bytes)
{
    replaceAll(file, {Replacement{range, bytes}});
}

void Draft::replaceAll(FileId file, const QList<Replacement> &replacements)
{
    const syntax::Text &text = m_snapshot.file(file).text();
    Changes made;
    // Last first, so that the ranges of the others stay true.
    for (auto it = replacements.rbegin(); it != replacements.rend(); ++it) {
        Change change;
        Change inverse;
        if (!makeChange(file, text, it->range, it->bytes, change, inverse))
            continue;
        made.append(change);
        m_inverse.prepend(inverse);
    }
    if (made.isEmpty())
        return;
    m_snapshot = applied(m_snapshot, made);
    m_changes += made;
}

FileId Draft::include(FileInfo info)
{
    const auto layout = File::layoutOf(info.kind);
    m_included.append(File(std::move(info), syntax::Text({}, layout)));
    m_snapshot = m_snapshot.including(m_included.last());
    return m_snapshot.ids().last();
}

Snapshot applied(const Snapshot &snapshot, const Changes &changes)
{
    Snapshot result = snapshot;
    for (qsizetype i = 0; i < changes.size();) {
        // A file is read anew once for a run of changes to it.
        const FileId file = changes[i].file;
        const qsizetype first = i;
        while (i < changes.size() && changes[i].file == file)
            ++i;
        const syntax::Text text = changed(result.file(file).text(), changes.sliced(first, i - first));
        result = result.with(file, result.file(file).withText(text));
    }
    return result;
}

} // namespace model
