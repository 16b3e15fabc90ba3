// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/rules/bytes.h"

#include <array>

namespace lint {

namespace {

using model::FileId;
using model::Place;

/// Every file that Postfix reads line by line.
template<typename Check>
void forEachFile(const model::Snapshot &snapshot, Check check)
{
    for (const FileId id : snapshot.ids()) {
        if (snapshot.file(id).info().kind != model::FileKind::Other)
            check(id, snapshot.file(id).text());
    }
}

/// The first place of `needle`, which does not cross a line end except at its own end.
std::optional<syntax::ByteRange> firstOf(const syntax::Text &text, QByteArrayView needle)
{
    for (qsizetype i = 0; i < text.chunkCount(); ++i) {
        const QByteArrayView bytes = text.chunk(i)->bytes;
        if (!bytes.contains(needle.front()))
            continue;
        const qsizetype at = bytes.indexOf(needle);
        if (at >= 0)
            return syntax::ByteRange{text.chunkBegin(i) + at, text.chunkBegin(i) + at + needle.size()};
    }
    return std::nullopt;
}

void replaceIfThere(model::Draft &draft, FileId file, QByteArrayView needle, const QByteArray &by)
{
    QList<model::Draft::Replacement> all;
    const syntax::Text &text = draft.snapshot().file(file).text();
    for (qsizetype i = 0; i < text.chunkCount(); ++i) {
        const QByteArrayView bytes = text.chunk(i)->bytes;
        for (qsizetype at = bytes.indexOf(needle); at >= 0; at = bytes.indexOf(needle, at + needle.size())) {
            const qsizetype begin = text.chunkBegin(i) + at;
            all.append({{begin, begin + needle.size()}, by});
        }
    }
    draft.replaceAll(file, all);
}

const QByteArrayView nul("\0", 1);

} // namespace

void nulByte(const Context &context, Report &report)
{
    forEachFile(context.snapshot(), [&](FileId id, const syntax::Text &text) {
        if (const auto where = firstOf(text, nul)) {
            report.add(Place{id, *where}).fixes = {
                Fix{QT_TRANSLATE_NOOP("lint", "Remove every zero byte"),
                    [id](model::Draft &draft) { replaceIfThere(draft, id, nul, {}); }}};
        }
    });
}

void windowsLineEnds(const Context &context, Report &report)
{
    forEachFile(context.snapshot(), [&](FileId id, const syntax::Text &text) {
        if (const auto where = firstOf(text, "\r\n")) {
            report.add(Place{id, *where}).fixes = {
                Fix{QT_TRANSLATE_NOOP("lint", "Convert to Unix line ends"),
                    [id](model::Draft &draft) { replaceIfThere(draft, id, "\r\n", "\n"); }}};
        }
    });
}

void byteOrderMark(const Context &context, Report &report)
{
    static const std::array<QByteArray, 3> marks{"\xef\xbb\xbf", "\xfe\xff", "\xff\xfe"};
    forEachFile(context.snapshot(), [&](FileId id, const syntax::Text &text) {
        const QByteArray start = text.bytes({0, std::min<qsizetype>(3, text.size())});
        for (const QByteArray &mark : marks) {
            if (!start.startsWith(mark))
                continue;
            const syntax::ByteRange where{0, mark.size()};
            report.add(Place{id, where}).fixes = {
                Fix{QT_TRANSLATE_NOOP("lint", "Remove the byte order mark"),
                    [id, where, mark](model::Draft &draft) {
                        const syntax::Text &now = draft.snapshot().file(id).text();
                        if (now.size() >= where.end && now.bytes(where) == mark)
                            draft.replace(id, where, {});
                    }}};
            return;
        }
    });
}

void noFinalNewline(const Context &context, Report &report)
{
    forEachFile(context.snapshot(), [&](FileId id, const syntax::Text &text) {
        const qsizetype size = text.size();
        if (size == 0 || text.bytes({size - 1, size}) == "\n")
            return;
        report.add(Place{id, {text.lineStart(text.newlines()), size}}).fixes = {
            Fix{QT_TRANSLATE_NOOP("lint", "End the last line"), [id](model::Draft &draft) {
                    const syntax::Text &now = draft.snapshot().file(id).text();
                    const qsizetype end = now.size();
                    if (end > 0 && now.bytes({end - 1, end}) != "\n")
                        draft.replace(id, {end, end}, "\n");
                }}};
    });
}

} // namespace lint
