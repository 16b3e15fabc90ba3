// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/rules/straylines.h"

#include "core/lint/words.h"
#include "core/syntax/logicallines.h"

namespace lint {

namespace {

using model::FileId;
using model::Place;
using syntax::ByteRange;
using syntax::LineKind;
using syntax::StrayLine;

constexpr QByteArrayView byteOrderMarkBytes("\xef\xbb\xbf");

ByteRange firstWord(QByteArrayView text, ByteRange range)
{
    const ByteRange inside = syntax::trimmed(text, range);
    qsizetype end = inside.begin;
    while (end < inside.end && !syntax::isSpace(text[end]) && text[end] != '=')
        ++end;
    return {inside.begin, end};
}

/// Lines of text that stand in front of the first entry: the scanner's orphans.
void indentedLines(QByteArrayView text, FileId file, Report &report)
{
    syntax::LineScanner scanner(text);
    syntax::PhysicalLine line;
    while (scanner.next(line) && line.kind != LineKind::Start) {
        if (line.kind == LineKind::Orphan)
            report.add(Place{file, line.text});
    }
}

} // namespace

// split_nameval() in src/util/split_nameval.c; dict_load_fp() ends the program on it.
void missingEquals(const Context &context, Report &report)
{
    const syntax::MainCf &file = context.mainCf();
    for (const StrayLine &stray : file.strays()) {
        const bool startsWithMark = stray.range.begin == 0 && file.text().startsWith(byteOrderMarkBytes);
        const ByteRange word = firstWord(file.text(), stray.range);
        if (stray.kind != StrayLine::Kind::MissingEquals || startsWithMark
            || hasTypographicCharacter(word.in(file.text())))
            continue;
        report.add(Place{FileId::MainCf, word}, {word.in(file.text()).toByteArray()});
    }
}

void missingName(const Context &context, Report &report)
{
    const syntax::MainCf &file = context.mainCf();
    for (const StrayLine &stray : file.strays()) {
        if (stray.kind == StrayLine::Kind::MissingName)
            report.add(Place{FileId::MainCf, syntax::trimmed(file.text(), stray.range)});
    }
}

// readllines() in src/util/readlline.c warns and throws the text away.
void indentedFirstLine(const Context &context, Report &report)
{
    for (const FileId id : context.snapshot().ids()) {
        const model::File &file = context.snapshot().file(id);
        if (file.info().kind == model::FileKind::Other)
            continue;
        // Nothing but comments may stand above it, so the first chunk tells.
        indentedLines(file.text().chunk(0)->bytes, id, report);
    }
}

// pcf_parse_master_entry() in src/postconf/postconf_master.c.
void fieldCount(const Context &context, Report &report)
{
    const syntax::MasterCf &file = context.masterCf();
    for (const StrayLine &stray : file.strays()) {
        if (stray.kind != StrayLine::Kind::FieldCount)
            continue;
        qsizetype words = 0;
        for (const ByteRange &piece : syntax::valuePieces(file.text(), stray.range))
            words += piece.in(file.text()).toByteArray().simplified().split(' ').size();
        report.add(Place{FileId::MasterCf, syntax::trimmed(file.text(), stray.range)},
                   {QByteArray::number(words)});
    }
}

} // namespace lint
