// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/check/ignorecomments.h"

#include "core/syntax/logicallines.h"

#include <QByteArrayMatcher>

#include <algorithm>

namespace check {

namespace {

using syntax::ByteRange;
using syntax::Text;

constexpr QByteArrayView marker = "postwright:";

/// "PF-TLS-004", "PF-TLS-*" or "*".
bool isRuleWord(QByteArrayView word)
{
    if (word == "*")
        return true;
    if (!word.startsWith("PF-"))
        return false;
    const qsizetype dash = word.indexOf('-', 3);
    if (dash < 0 || dash + 1 == word.size())
        return false;
    const QByteArrayView number = word.sliced(dash + 1);
    return number == "*"
        || std::all_of(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Nothing when the line is no comment of ours.
std::optional<IgnoreComment> parsed(QByteArrayView line)
{
    QByteArrayView rest = line.trimmed();
    if (!rest.startsWith('#'))
        return std::nullopt;
    while (rest.startsWith('#'))
        rest = rest.sliced(1);
    rest = rest.trimmed();
    if (!rest.startsWith(marker))
        return std::nullopt;
    IgnoreComment comment;
    bool isFirst = true;
    for (rest = rest.sliced(marker.size()).trimmed(); !rest.isEmpty();) {
        const auto *const end =
            std::find_if(rest.begin(), rest.end(), [](char c) { return syntax::isSpace(c); });
        const QByteArrayView word = rest.first(end - rest.begin());
        QByteArrayView plain = word;
        while (plain.endsWith(',') || plain.endsWith(':'))
            plain.chop(1);
        if (isFirst && plain != "ignore" && plain != "ignore-file")
            return std::nullopt;
        if (isFirst)
            comment.isForFile = plain == "ignore-file";
        else if (isRuleWord(plain))
            comment.rules.append(plain.toByteArray());
        else
            break;
        isFirst = false;
        rest = rest.sliced(word.size()).trimmed();
    }
    comment.reason = QString::fromUtf8(rest);
    return comment.rules.isEmpty() ? std::nullopt : std::optional(comment);
}

bool isSkipped(QByteArrayView line)
{
    const QByteArrayView text = line.trimmed();
    return text.isEmpty() || text.startsWith('#');
}

/// The next line that counts; with its continuation lines when it begins an entry.
ByteRange coveredBelow(const Text &text, qsizetype from)
{
    const auto lineAt = [&](qsizetype offset) { return text.lineAround(offset); };
    ByteRange first{from, from};
    while (first.end < text.size()) {
        first = lineAt(first.end);
        if (!isSkipped(text.view(first)))
            break;
    }
    if (first.isEmpty() || isSkipped(text.view(first)))
        return {from, from};
    ByteRange covered = first;
    const bool isContinuation = syntax::isSpace(text.view(first).front());
    while (!isContinuation && covered.end < text.size()) {
        const ByteRange next = lineAt(covered.end);
        const QByteArrayView line = text.view(next);
        if (!isSkipped(line) && !syntax::isSpace(line.front()))
            break;
        covered.end = next.end;
    }
    return covered;
}

} // namespace

QList<IgnoreComment> ignoreCommentsIn(const Text &text)
{
    static const QByteArrayMatcher matcher(marker.toByteArray());
    QList<IgnoreComment> comments;
    for (qsizetype i = 0; i < text.chunkCount(); ++i) {
        const QByteArrayView bytes = text.chunk(i)->bytes;
        for (qsizetype at = matcher.indexIn(bytes); at >= 0; at = matcher.indexIn(bytes, at + 1)) {
            const ByteRange line = text.lineAround(text.chunkBegin(i) + at);
            std::optional<IgnoreComment> comment = parsed(text.view(line));
            if (!comment || (!comments.isEmpty() && comments.last().line == line))
                continue;
            comment->line = line;
            comment->covered = comment->isForFile ? ByteRange{0, text.size()} : coveredBelow(text, line.end);
            comments.append(*comment);
        }
    }
    return comments;
}

QByteArray writtenIgnoreComment(const QByteArrayList &rules, const QString &reason, bool isForFile)
{
    QByteArray line = "# " + marker.toByteArray() + (isForFile ? " ignore-file " : " ignore ");
    line += rules.join(' ');
    const QByteArray why = reason.simplified().toUtf8();
    return why.isEmpty() ? line : line + ' ' + why;
}

bool isMeant(QByteArrayView pattern, QByteArrayView rule)
{
    return pattern.endsWith('*') ? rule.startsWith(pattern.chopped(1)) : pattern == rule;
}

} // namespace check
