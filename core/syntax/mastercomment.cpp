// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/syntax/mastercomment.h"

#include "core/syntax/logicallines.h"

#include <algorithm>
#include <array>

namespace syntax {

namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isNameByte(char c)
{
    return isLetter(c) || isDigit(c) || c == '_' || c == '-' || c == '.' || c == '$' || c == '{' || c == '}';
}

QByteArrayView nextWord(QByteArrayView text, qsizetype &at)
{
    while (at < text.size() && isSpace(text[at]))
        ++at;
    const qsizetype begin = at;
    while (at < text.size() && !isSpace(text[at]))
        ++at;
    return text.sliced(begin, at - begin);
}

bool isAssignment(QByteArrayView text)
{
    const auto *end = std::find_if_not(text.begin(), text.end(), isNameByte);
    return end != text.begin() && end != text.end() && *end == '=';
}

bool isCommandWord(QByteArrayView word)
{
    return !word.isEmpty() && (isLetter(word[0]) || word[0] == '/' || word[0] == '$')
        && std::all_of(word.begin(), word.end(), [](char c) { return isNameByte(c) || c == '/'; });
}

bool isHead(QByteArrayView content)
{
    qsizetype at = 0;
    const QByteArrayView name = nextWord(content, at);
    if (name.isEmpty() || name.endsWith(':') || !isServiceType(nextWord(content, at)))
        return false;
    for (int i = 0; i < 3; ++i) {
        if (!isServiceFlag(nextWord(content, at)))
            return false;
    }
    return isWakeup(nextWord(content, at)) && isProcessLimit(nextWord(content, at))
        && isCommandWord(nextWord(content, at));
}

/// "-o" and a value that has a '=' or is in braces; then words of which none is plain prose.
bool isOption(QByteArrayView content)
{
    if (content.size() < 2 || content[0] != '-')
        return false;
    qsizetype at = 0;
    bool value = false; // an -o waits for its value
    bool anything = false; // in braces, behind a comma, or a command with words of its own
    for (QByteArrayView word = nextWord(content, at); !word.isEmpty(); word = nextWord(content, at)) {
        if (anything)
            return true;
        if (value) {
            if (word[0] != '{' && !isAssignment(word))
                return false;
            value = false;
        } else if (word[0] == '-' && word.size() > 1) {
            const qsizetype option = word.indexOf('o');
            const qsizetype flags = option < 0 ? word.size() : option;
            if (!std::all_of(word.begin() + 1, word.begin() + flags, isLetter))
                return false;
            if (option > 0 && option + 1 < word.size()) {
                const QByteArrayView rest = word.sliced(option + 1);
                if (rest[0] != '{' && !isAssignment(rest))
                    return false;
            } else {
                value = option > 0;
            }
        } else if (word[0] != '{' && !isAssignment(word)) {
            return false;
        }
        anything = word.endsWith(',') || word.contains('{') || word.startsWith("argv=");
    }
    return !value;
}

bool isArgument(QByteArrayView content)
{
    // The attributes of pipe(8) and spawn(8).
    static constexpr std::array<QByteArrayView, 8> attributes{
        "flags=", "user=", "argv=", "chroot=", "directory=", "eol=", "null_sender=", "size="};
    if (std::any_of(attributes.begin(), attributes.end(),
                    [content](QByteArrayView attribute) { return content.startsWith(attribute); }))
        return true;
    return content.startsWith('{') && content.endsWith('}');
}

bool isRule(QByteArrayView content, int hashes)
{
    const auto isSign = [](char c) {
        return c == '=' || c == '-' || c == '*' || c == '_' || c == '~' || c == '+' || c == '#';
    };
    const auto textBegin = std::find_if_not(content.begin(), content.end(), isSign);
    if (textBegin == content.end())
        return content.size() >= 3;
    // A title between signs: "==== Mail ====", "###### Mail", "Mail ------".
    qsizetype atEnd = 0;
    while (atEnd < content.size() && isSign(content[content.size() - 1 - atEnd]))
        ++atEnd;
    if (textBegin - content.begin() >= 4 || atEnd >= 4 || hashes > 4)
        return true;
    if (content.startsWith("(yes)"))
        return true;
    qsizetype at = 0;
    return nextWord(content, at) == "service" && nextWord(content, at) == "type";
}

} // namespace

bool isServiceType(QByteArrayView word)
{
    return word == "inet" || word == "unix" || word == "fifo" || word == "pass" || word == "unix-dgram";
}

bool isServiceFlag(QByteArrayView word)
{
    return word == "y" || word == "n" || word == "-";
}

bool isWakeup(QByteArrayView word)
{
    if (word == "-")
        return true;
    if (word.endsWith('?'))
        word.chop(1);
    return isProcessLimit(word) && word != "-";
}

bool isProcessLimit(QByteArrayView word)
{
    return word == "-" || (!word.isEmpty() && std::all_of(word.begin(), word.end(), isDigit));
}

int openBraces(QByteArrayView text, int openBefore)
{
    int open = openBefore;
    for (const char c : text) {
        if (c == '{')
            ++open;
        else if (c == '}' && open > 0)
            --open;
    }
    return open;
}

MasterComment masterComment(QByteArrayView bytes, ByteRange text, qsizetype lineBegin)
{
    using Kind = MasterComment::Kind;
    MasterComment comment;
    comment.indented = lineBegin != text.begin;
    comment.hashes = 0;
    qsizetype at = text.begin;
    for (; at < text.end && (bytes[at] == '#' || isSpace(bytes[at])); ++at)
        comment.hashes += bytes[at] == '#' ? 1 : 0;
    comment.content = {at, text.end};
    const QByteArrayView content = comment.content.in(bytes);
    // A head has '#' in the first column and at most two blanks after it.
    const bool mayBeHead = !comment.indented && at - text.begin - comment.hashes <= 2;
    if (content.isEmpty())
        comment.kind = comment.hashes == 1 ? Kind::Bare : comment.hashes > 2 ? Kind::Rule : Kind::Prose;
    else if (isRule(content, comment.hashes))
        comment.kind = Kind::Rule;
    else if (mayBeHead && isHead(content))
        comment.kind = Kind::Head;
    else if (isOption(content))
        comment.kind = Kind::Option;
    else if (isArgument(content))
        comment.kind = Kind::Argument;
    return comment;
}

bool continuesCommand(QByteArrayView bytes, const MasterComment &above, const MasterComment &comment)
{
    const auto indentOf = [bytes](const MasterComment &line) {
        qsizetype begin = line.content.begin;
        while (begin > 0 && isBlank(bytes[begin - 1]))
            --begin;
        return bytes.sliced(begin, line.content.begin - begin);
    };
    const QByteArrayView content = comment.content.in(bytes);
    if (comment.kind != MasterComment::Kind::Prose || content.isEmpty())
        return false;
    const QByteArrayView indent = indentOf(comment);
    if (indent.isEmpty())
        return false;
    const bool isDashed =
        content[0] == '-' && content.size() > 1 && !isSpace(content[1]) && content[1] != '-';
    if (isDashed || content[0] == '/' || content[0] == '{' || content.contains('$'))
        return true;
    // A sentence begins with a capital letter; an argument rarely does.
    const bool likeProse = content.size() > 1 && content[0] >= 'A' && content[0] <= 'Z'
        && isLetter(content[1]) && content.contains(' ');
    return indent == indentOf(above) && (indent.size() > 1 || indent[0] == '\t') && !likeProse;
}

} // namespace syntax
