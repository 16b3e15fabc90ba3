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

/// The text with changes whose ranges refer to it as it is, in ascending order and apart.
syntax::Text rebuilt(const syntax::Text &text, const Changes &changes)
{
    const QByteArray before = text.bytes();
    QByteArray after;
    after.reserve(before.size());
    qsizetype at = 0;
    for (const Change &change : changes) {
        after += QByteArrayView(before).sliced(at, change.range.begin - at);
        after += change.bytes;
        at = change.range.end;
    }
    after += QByteArrayView(before).sliced(at);
    return {after, text.layout()};
}

/// The text after changes each of which refers to it as the one before left it. A text of one piece is put
/// together once for all changes that follow one another in one direction.
syntax::Text changed(syntax::Text text, const Changes &changes)
{
    const bool whole = text.layout() == syntax::Text::Layout::Whole;
    for (qsizetype i = 0; i < changes.size();) {
        Changes down{changes[i]}; // towards the start of the file, put in file order below
        Changes up{changes[i]}; // towards its end, ranges moved back to where they were before the run
        qsizetype shift = 0;
        for (qsizetype j = i + 1; whole && j < changes.size(); ++j) {
            const Change &last = changes[j - 1];
            if (changes[j].range.end > last.range.begin)
                break;
            down.append(changes[j]);
        }
        for (qsizetype j = i + 1; whole && down.size() == 1 && j < changes.size(); ++j) {
            const Change &last = changes[j - 1];
            if (changes[j].range.begin < last.range.begin + last.bytes.size())
                break;
            shift += last.bytes.size() - last.range.size();
            Change moved = changes[j];
            moved.range.begin -= shift;
            moved.range.end -= shift;
            up.append(moved);
        }
        if (down.size() > 1) {
            std::reverse(down.begin(), down.end());
            text = rebuilt(text, down);
            i += down.size();
        } else if (up.size() > 1) {
            text = rebuilt(text, up);
            i += up.size();
        } else {
            text = text.replaced(changes[i].range, changes[i].bytes);
            ++i;
        }
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
