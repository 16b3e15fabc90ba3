// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/rules/straylines.h"

#include "core/lint/backslashes.h"
#include "core/lint/mending.h"
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
            report.add(Place{file, line.text}).fixes = {
                replaceText(QT_TRANSLATE_NOOP("lint", "Remove the indentation"), file,
                            {line.range.begin, line.text.begin},
                            ByteRange{line.range.begin, line.text.begin}.in(text).toByteArray(), {})};
    }
}

bool isOption(QByteArrayView line)
{
    return line.startsWith("-o") || line.startsWith("flags=") || line.startsWith("user=")
        || line.startsWith("argv=");
}

/// All such lines of the entry: one alone would be joined to another that is none.
Fix indentOptions(const Context &context, int strayLine)
{
    const QByteArray text = context.masterCf().text();
    QList<ByteRange> lines;
    syntax::LineScanner scanner(text);
    syntax::PhysicalLine line;
    bool isReached = false;
    for (int number = 0; scanner.next(line); ++number) {
        const bool isOfRun = line.kind == LineKind::Start && isOption(line.text.in(text));
        if (line.kind == LineKind::Start && !isOfRun) {
            if (isReached)
                break;
            lines.clear();
        }
        if (isOfRun)
            lines.append(line.range);
        isReached = isReached || number == strayLine;
    }
    QByteArray out;
    const ByteRange run{lines.first().begin, lines.last().end};
    qsizetype at = run.begin;
    for (const ByteRange &one : lines) {
        out += text.sliced(at, one.begin - at) + "  ";
        at = one.begin;
    }
    out += text.sliced(at, run.end - at);
    return replaceText(QT_TRANSLATE_NOOP("lint", "Indent the line"), FileId::MasterCf, run,
                       run.in(text).toByteArray(), out);
}

QList<Fix> optionFixes(const Context &context, const StrayLine &stray)
{
    const QByteArray text = context.masterCf().text();
    const syntax::ByteRange line = syntax::physicalLineAt(text, stray.range.begin);
    const qsizetype above = text.first(line.begin - 1).lastIndexOf('\n') + 1;
    if (endsInBackslash(line.in(text)) || endsInBackslash(ByteRange{above, line.begin}.in(text)))
        return {joinLines(QT_TRANSLATE_NOOP("lint", "Indent the line"), FileId::MasterCf, text, line)};
    // More words than that would become arguments of the service.
    const QByteArrayList words = stray.range.in(text).toByteArray().simplified().split(' ');
    const bool isOneOption = words.size() == 1 || (words.size() == 2 && words.first() == "-o");
    return isOneOption ? QList<Fix>{indentOptions(context, stray.line)} : QList<Fix>();
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
        const QByteArray name = word.in(file.text()).toByteArray();
        Finding &finding = report.add(Place{FileId::MainCf, word}, {name});
        if (context.hasTarget() && (context.factsOf(name) || context.reference().perServiceOf(name)))
            finding.fixes = {replaceText(QT_TRANSLATE_NOOP("lint", "Put an equals sign behind the name"),
                                         FileId::MainCf, word, name, name + " =")};
        else
            finding.fixes = {commentLinesOut(FileId::MainCf, file.text(), stray.range)};
    }
}

void missingName(const Context &context, Report &report)
{
    const syntax::MainCf &file = context.mainCf();
    for (const StrayLine &stray : file.strays()) {
        if (stray.kind == StrayLine::Kind::MissingName)
            report.add(Place{FileId::MainCf, syntax::trimmed(file.text(), stray.range)}).fixes = {
                commentLinesOut(FileId::MainCf, file.text(), stray.range)};
    }
}

// readllines() in src/util/readlline.c warns and throws the text away.
void indentedFirstLine(const Context &context, Report &report)
{
    for (const FileId id : context.snapshot().ids()) {
        const model::File &file = context.file(id);
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
        const ByteRange inside = syntax::trimmed(file.text(), stray.range);
        Finding &finding = report.add(Place{FileId::MasterCf, inside}, {QByteArray::number(words)});
        const QByteArrayView line = inside.in(file.text());
        if (isOption(line) && stray.line > 0)
            finding.fixes = optionFixes(context, stray);
    }
}

} // namespace lint
