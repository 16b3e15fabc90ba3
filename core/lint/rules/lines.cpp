// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/rules/lines.h"

#include "core/lint/backslashes.h"
#include "core/lint/mending.h"
#include "core/lint/words.h"
#include "core/syntax/logicallines.h"

#include <algorithm>

namespace lint {

namespace {

using model::FileId;
using model::Place;
using syntax::ByteRange;
using syntax::LineKind;
using syntax::PhysicalLine;

/// A line in force with what it belongs to.
struct ReadLine
{
    PhysicalLine line;
    ByteRange before = {}; ///< the physical line above it; empty for the first
    QByteArrayView head = {}; ///< the first line of its entry
};

template<typename Visit>
void forEachLine(QByteArrayView text, Visit visit)
{
    syntax::LineScanner scanner(text);
    PhysicalLine line;
    ByteRange before;
    QByteArrayView head;
    while (scanner.next(line)) {
        if (line.kind == LineKind::Start)
            head = line.text.in(text);
        if (line.kind == LineKind::Start || line.kind == LineKind::Continuation)
            visit(ReadLine{.line = line, .before = before, .head = head});
        before = line.range;
    }
}

/// The name in front of the first '='; empty without one.
QByteArrayView nameIn(QByteArrayView text)
{
    const qsizetype equals = text.indexOf('=');
    const QByteArrayView name = equals < 0 ? QByteArrayView() : text.first(equals).trimmed();
    const bool isName = std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'
            || c == '-';
    });
    return isName ? name : QByteArrayView();
}

bool isParameter(const Context &context, QByteArrayView name)
{
    return !name.isEmpty() && (context.factsOf(name) || context.reference().perServiceOf(name));
}

int bracesIn(QByteArrayView text)
{
    if (!text.contains('{') && !text.contains('}'))
        return 0;
    return static_cast<int>(std::count(text.begin(), text.end(), '{')
                            - std::count(text.begin(), text.end(), '}'));
}

/// Continuation lines of main.cf that look like settings.
template<typename Visit>
void forEachSwallowed(const Context &context, Visit visit)
{
    static const QList<QByteArrayView> assignmentLists{"export_environment", "import_environment",
                                                       "milter_macro_defaults"};
    const QByteArrayView text = context.mainCf().text();
    int braces = 0;
    forEachLine(text, [&](const ReadLine &read) {
        const QByteArrayView line = read.line.text.in(text);
        if (read.line.kind == LineKind::Start) {
            braces = 0;
        } else if (braces <= 0 && isParameter(context, nameIn(line))
                   && !assignmentLists.contains(nameIn(read.head))) {
            visit(read, nameIn(line));
        }
        braces += bracesIn(line);
    });
}

/// Whether a comment line is the beginning of an entry of that file that was switched off.
bool isCommentedHead(const Context &context, FileId file, QByteArrayView line)
{
    if (!line.startsWith('#'))
        return false;
    const QByteArrayView text = line.sliced(1);
    if (text.isEmpty() || text.front() == ' ' || text.front() == '\t' || text.front() == '#')
        return false;
    if (file == FileId::MainCf)
        return isParameter(context, nameIn(text));
    static const QList<QByteArray> types{"inet", "unix", "fifo", "pass", "unix-dgram"};
    const QList<QByteArray> words = text.toByteArray().simplified().split(' ');
    return words.size() >= syntax::serviceFieldCount && types.contains(words[1]);
}

} // namespace

void swallowedAssignment(const Context &context, Report &report)
{
    const QByteArrayView text = context.mainCf().text();
    forEachSwallowed(context, [&](const ReadLine &read, QByteArrayView name) {
        Finding &finding = report.add(Place{FileId::MainCf, read.line.text},
                                      {name.toByteArray(), nameIn(read.head).toByteArray()});
        const QByteArray line = read.line.range.in(text).toByteArray();
        finding.fixes = {
            Fix{QT_TRANSLATE_NOOP("lint", "Remove the indentation"), [line](model::Draft &draft) {
                    const qsizetype at = draft.mainCf().text().indexOf(line);
                    qsizetype blanks = 0;
                    while (blanks < line.size() && (line[blanks] == ' ' || line[blanks] == '\t'))
                        ++blanks;
                    if (at >= 0)
                        draft.replace(FileId::MainCf, {at, at + blanks}, {});
                }}};
    });
}

void continuedCommentedHead(const Context &context, Report &report)
{
    const auto isSwallowed = [&](qsizetype begin) {
        bool isFound = false;
        forEachSwallowed(context, [&](const ReadLine &read, QByteArrayView) {
            isFound = isFound || read.line.range.begin == begin;
        });
        return isFound;
    };
    for (const FileId file : {FileId::MainCf, FileId::MasterCf}) {
        const QByteArray text = context.file(file).text().bytes();
        forEachLine(text, [&](const ReadLine &read) {
            if (read.line.kind != LineKind::Continuation
                || !isCommentedHead(context, file, read.before.in(text)))
                return;
            if (file == FileId::MainCf && isSwallowed(read.line.range.begin))
                return;
            const QByteArrayView parent = file == FileId::MainCf
                ? nameIn(read.head)
                : read.head.first(std::max<qsizetype>(0, read.head.toByteArray().simplified().indexOf(' ')));
            qsizetype end = read.line.range.end;
            while (end < text.size() && (text[end] == ' ' || text[end] == '\t')) {
                const qsizetype newline = text.indexOf('\n', end);
                end = newline < 0 ? text.size() : newline + 1;
            }
            report.add(Place{file, read.line.text}, {parent.toByteArray()}).fixes = {
                commentLinesOut(file, text, {read.line.range.begin, end})};
        });
    }
}

// readllines() in src/util/readlline.c knows no backslash.
void trailingBackslash(const Context &context, Report &report)
{
    for (const FileId file : {FileId::MainCf, FileId::MasterCf}) {
        const QByteArray text = context.file(file).text().bytes();
        forEachLine(text, [&](const ReadLine &read) {
            const QByteArrayView line = read.line.text.in(text);
            if (!line.endsWith('\\'))
                return;
            const char before = line.size() > 1 ? line[line.size() - 2] : ' ';
            if (before != ' ' && before != '\t' && before != ',' && before != '=')
                return;
            const ByteRange where{read.line.text.end - 1, read.line.text.end};
            report.add(Place{file, where}).fixes = {
                joinLines(QT_TRANSLATE_NOOP("lint", "Remove the backslash and indent the next line"), file,
                          text, read.line.range)};
        });
    }
}

void typographicCharacter(const Context &context, Report &report)
{
    for (const FileId file : {FileId::MainCf, FileId::MasterCf}) {
        const QByteArray text = context.file(file).text().bytes();
        const bool isAscii =
            std::all_of(text.begin(), text.end(), [](char c) { return static_cast<signed char>(c) >= 0; });
        if (isAscii)
            continue;
        QList<ByteRange> prose;
        for (const Assignment &assignment : context.assignments()) {
            if (assignment.namePlace.file == file && isFreeText(assignment.name))
                prose.append(assignment.valuePlace.range);
        }
        forEachLine(text, [&](const ReadLine &read) {
            const QByteArrayView line = read.line.text.in(text);
            for (auto found = typographicIn(line); found;
                 found = typographicIn(line, found->at + found->size)) {
                const qsizetype begin = read.line.text.begin + found->at;
                const bool isProse = std::any_of(prose.begin(), prose.end(), [&](const ByteRange &range) {
                    return range.contains(begin);
                });
                constexpr char32_t byteOrderMarkCode = 0xFEFF;
                if (isProse || (begin == 0 && found->code == byteOrderMarkCode))
                    continue;
                const ByteRange where{begin, begin + found->size};
                const QByteArray bytes = where.in(text).toByteArray();
                report.add(Place{file, where}, {bytes, QByteArray::number(found->code, 16).toUpper()})
                    .fixes = {Fix{QT_TRANSLATE_NOOP("lint", "Write the ASCII character"),
                                  [file, where, bytes, ascii = found->ascii](model::Draft &draft) {
                                      const QByteArray now = draft.snapshot().file(file).text().bytes();
                                      if (where.end <= now.size() && where.in(now) == bytes)
                                          draft.replace(file, where, ascii);
                                  }}};
                return;
            }
        });
    }
}

void invalidUtf8(const Context &context, Report &report)
{
    for (const FileId id : context.snapshot().ids()) {
        const model::File &file = context.file(id);
        if (file.info().kind == model::FileKind::Other)
            continue;
        const syntax::Text &text = file.text();
        for (qsizetype i = 0; i < text.chunkCount(); ++i) {
            const QByteArrayView bytes = text.chunk(i)->bytes;
            if (bytes.isValidUtf8())
                continue;
            syntax::LineScanner scanner(bytes);
            PhysicalLine line;
            while (scanner.next(line)) {
                if (line.kind == LineKind::Blank || line.kind == LineKind::Comment
                    || line.text.in(bytes).isValidUtf8())
                    continue;
                const qsizetype begin = text.chunkBegin(i);
                const ByteRange where{begin + line.text.begin, begin + line.text.end};
                report.add(Place{id, where}).fixes = {
                    Fix{QT_TRANSLATE_NOOP("lint", "Read the line as Latin-1 and write it as UTF-8"),
                        [id, where, old = line.text.in(bytes).toByteArray()](model::Draft &draft) {
                            const syntax::Text &now = draft.snapshot().file(id).text();
                            if (where.end <= now.size() && now.bytes(where) == old)
                                draft.replace(id, where, QString::fromLatin1(old).toUtf8());
                        }}};
            }
        }
    }
}

} // namespace lint
