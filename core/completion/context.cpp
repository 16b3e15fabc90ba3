// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/completion/context.h"

#include "core/syntax/logicallines.h"
#include "core/syntax/servicewords.h"

#include <algorithm>

namespace completion {

using syntax::ByteRange;
using Kind = Context::Kind;

namespace {

constexpr int mostLines = 2000; ///< of a value that are looked at above the caret

bool isNameByte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/// What ends a word in a value. A colon does, and belongs to what is in front of it.
bool isSeparator(char c)
{
    return syntax::isSpace(c) || c == ',' || c == '{' || c == '}' || c == '=' || c == '(' || c == ')'
        || c == ':' || c == '!' || c == '<' || c == '>' || c == '"' || c == '?' || c == '\0';
}

template<typename Ends>
ByteRange wordAround(QByteArrayView bytes, qsizetype offset, Ends ends)
{
    ByteRange word{offset, offset};
    while (word.begin > 0 && !ends(bytes[word.begin - 1]))
        --word.begin;
    while (word.end < bytes.size() && !ends(bytes[word.end]))
        ++word.end;
    return word;
}

void setWord(Context &context, QByteArrayView bytes, ByteRange word, qsizetype offset)
{
    context.word = word;
    context.typed = bytes.sliced(word.begin, offset - word.begin).toByteArray();
    const qsizetype lineEnd = bytes.indexOf('\n', word.end);
    context.after = bytes.sliced(word.end, (lineEnd < 0 ? bytes.size() : lineEnd) - word.end).toByteArray();
}

/// The word at the caret within a value whose text in front of the caret is `value`.
void setValueWord(Context &context, QByteArrayView bytes, qsizetype offset, QByteArrayView value)
{
    const ByteRange name = wordAround(bytes, offset, [](char c) { return !isNameByte(c); });
    const QByteArrayView before = bytes.first(name.begin);
    context.isReference = before.endsWith('$') || before.endsWith("${") || before.endsWith("$(");
    if (context.isReference) { // `$$` is a dollar sign
        qsizetype dollars = 0;
        for (qsizetype at = before.lastIndexOf('$'); at >= 0 && before[at] == '$'; --at)
            ++dollars;
        context.isReference = dollars % 2 == 1;
    }
    setWord(context, bytes,
            context.isReference ? name : wordAround(bytes, offset, [](char c) { return isSeparator(c); }),
            offset);
    context.before = value.chopped(std::min(context.typed.size(), value.size())).toByteArray();
}

Context mainCfContext(QByteArrayView bytes, qsizetype offset)
{
    Context context;
    const Lead lead = leadAt(bytes, offset);
    if (lead.isComment)
        return context;
    const qsizetype equals = lead.text.indexOf('=');
    if (equals < 0) {
        if (lead.isContinued || std::any_of(lead.text.begin(), lead.text.end(), syntax::isSpace))
            return context;
        context.kind = Kind::ParameterName;
        setWord(context, bytes,
                wordAround(bytes, offset, [](char c) { return syntax::isSpace(c) || c == '=' || c == '#'; }),
                offset);
        return context;
    }
    context.kind = Kind::Value;
    context.parameter = lead.text.first(equals).trimmed();
    setValueWord(context, bytes, offset, QByteArrayView(lead.text).sliced(equals + 1));
    return context;
}

/// `name` or `name = value`, from behind -o up to the caret.
void readOverride(Context &context, QByteArrayView bytes, qsizetype offset, QByteArrayView text)
{
    context.isBraced = text.startsWith('{');
    if (context.isBraced)
        text = text.sliced(1);
    const qsizetype equals = text.indexOf('=');
    if (equals >= 0) {
        context.kind = Kind::Value;
        context.parameter = text.first(equals).toByteArray().trimmed();
        setValueWord(context, bytes, offset, text.sliced(equals + 1));
        return;
    }
    const QByteArrayView name = text.sliced(syntax::trimmed(text, {0, text.size()}).begin);
    if (std::any_of(name.begin(), name.end(), syntax::isSpace))
        return;
    context.kind = Kind::OverrideName;
    const ByteRange around = wordAround(bytes, offset, [](char c) { return !isNameByte(c) && c != '-'; });
    setWord(context, bytes, {offset - name.size(), around.end}, offset);
}

Context masterCfContext(QByteArrayView bytes, qsizetype offset)
{
    Context context;
    const Lead lead = leadAt(bytes, offset);
    if (lead.isComment)
        return context;
    syntax::ServiceWords words = syntax::serviceWords(lead.text);
    const bool startsWord = words.isEmpty() || words.last().end < lead.text.size();
    if (startsWord)
        words.append(ByteRange{lead.text.size(), lead.text.size()});
    const auto wordAt = [&](qsizetype i) { return words[i].in(lead.text); };
    const qsizetype last = words.size() - 1;
    constexpr qsizetype fields = syntax::serviceFieldCount;
    if (words.size() >= fields)
        context.program = wordAt(fields - 1).toByteArray();
    const auto isBlank = [](char c) { return syntax::isSpace(c); };
    if (last < fields) {
        if (lead.isContinued && last == 0)
            return context;
        context.kind = Kind::Field;
        context.field = static_cast<int>(last);
        setWord(context, bytes, wordAround(bytes, offset, isBlank), offset);
        return context;
    }
    // Options end at the first word that is none: getopt().
    bool isValueNext = false;
    for (qsizetype i = fields; i < last; ++i) {
        if (isValueNext) {
            isValueNext = false;
            continue;
        }
        if (!wordAt(i).startsWith('-')) {
            context.program += ' '; // behind its options no parameter is named
            break;
        }
        isValueNext = wordAt(i).startsWith("-o") && wordAt(i).size() == 2;
    }
    const QByteArrayView current = wordAt(last);
    const bool isBehindOptions = context.program.endsWith(' ');
    context.program = context.program.trimmed();
    if (isValueNext && !isBehindOptions) {
        readOverride(context, bytes, offset, current);
    } else if (current.startsWith("-o") && current.size() > 2 && !isBehindOptions) {
        readOverride(context, bytes, offset, current.sliced(2));
    } else {
        context.kind = Kind::Argument;
        setWord(context, bytes, wordAround(bytes, offset, isBlank), offset);
    }
    return context;
}

/// Where the right-hand side begins in a line of a table; -1 when the caret is in front of it.
qsizetype resultBegin(QByteArrayView line, syntax::TableKind kind)
{
    qsizetype at = 0;
    if (kind == syntax::TableKind::Pattern) {
        at = line.startsWith('!') ? 1 : 0;
        if (at >= line.size())
            return -1;
        const char delimiter = line[at++];
        while (at < line.size() && line[at] != delimiter)
            at += line[at] == '\\' ? 2 : 1;
        if (at >= line.size())
            return -1;
        ++at;
    }
    while (at < line.size() && !syntax::isSpace(line[at]))
        at += line[at] == '\\' ? 2 : 1;
    return at < line.size() ? at + 1 : -1;
}

Context tableContext(const model::File &file, qsizetype offset)
{
    Context context;
    const syntax::Table &table = *file.table();
    if (table.kind() == syntax::TableKind::Aliases)
        return context;
    // Lines lie within one chunk, and so does what they continue.
    const qsizetype chunk = file.text().chunkAt(offset);
    const qsizetype shift = file.text().chunkBegin(chunk);
    const QByteArrayView bytes = file.text().chunk(chunk)->bytes;
    const Lead lead = leadAt(bytes, offset - shift);
    const qsizetype begin = lead.isComment ? -1 : resultBegin(lead.text, table.kind());
    if (begin < 0)
        return context;
    context.kind = Kind::Result;
    setValueWord(context, bytes, offset - shift, QByteArrayView(lead.text).sliced(begin));
    context.isReference = false;
    context.word = {context.word.begin + shift, context.word.end + shift};
    return context;
}

} // namespace

Lead leadAt(QByteArrayView bytes, qsizetype offset)
{
    const auto lineBegin = [&](qsizetype at) { return bytes.first(at).lastIndexOf('\n') + 1; };
    qsizetype begin = lineBegin(offset);
    Lead lead{bytes.sliced(begin, offset - begin).toByteArray()};
    const auto isIndented = [&] {
        return begin < bytes.size() && (bytes[begin] == ' ' || bytes[begin] == '\t');
    };
    lead.isComment = lead.text.trimmed().startsWith('#');
    if (lead.isComment || !isIndented())
        return lead;
    lead.isContinued = true;
    lead.text = lead.text.sliced(syntax::trimmed(lead.text + 'x', {0, lead.text.size() + 1}).begin);
    for (int lines = 0; begin > 0 && lines < mostLines; ++lines) {
        const qsizetype end = begin - 1;
        begin = lineBegin(end);
        const QByteArrayView text = syntax::trimmed(bytes, {begin, end}).in(bytes);
        if (text.isEmpty() || text.startsWith('#'))
            continue;
        lead.text = text.toByteArray() + ' ' + lead.text;
        if (!isIndented())
            break;
    }
    return lead;
}

Context contextAt(const model::File &file, qsizetype offset)
{
    if (offset < 0 || offset > file.text().size())
        return {};
    if (const syntax::MainCf *mainCf = file.mainCf())
        return mainCfContext(mainCf->text(), offset);
    if (const syntax::MasterCf *masterCf = file.masterCf())
        return masterCfContext(masterCf->text(), offset);
    return file.table() ? tableContext(file, offset) : Context();
}

} // namespace completion
