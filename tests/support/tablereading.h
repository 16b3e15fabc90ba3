// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/file.h"

#include <QByteArrayList>
#include <QChar>

/// Postfix's reading of a table, written once more and as simply as can be.
namespace support::reading {

using model::FileKind;

inline bool isBlank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/// Runs of blanks as one, none at the ends.
inline QByteArray simplified(const QByteArray &text)
{
    QByteArray result;
    for (const char c : text) {
        if (!isBlank(c))
            result += c;
        else if (!result.isEmpty() && !result.endsWith(' '))
            result += ' ';
    }
    return result.endsWith(' ') ? result.chopped(1) : result;
}

/// The logical lines that count.
inline QByteArrayList logicalLines(const QByteArray &bytes)
{
    QByteArrayList lines;
    bool orphaned = false;
    for (qsizetype at = 0; at < bytes.size();) {
        qsizetype end = bytes.indexOf('\n', at);
        if (end < 0)
            end = bytes.size();
        const QByteArray line = bytes.sliced(at, end - at);
        at = end + 1;
        const QByteArray text = simplified(line);
        if (text.isEmpty() || text.startsWith('#'))
            continue;
        if (!isBlank(line.front())) {
            lines += line;
            orphaned = false;
        } else if (!lines.isEmpty() && !orphaned) {
            lines.last() += line;
        } else {
            orphaned = true;
        }
    }
    for (QByteArray &line : lines) {
        const qsizetype nul = line.indexOf('\0');
        line = nul < 0 ? line : line.first(nul);
        // Postfix takes the blanks at the end off, and a carriage return is one.
        while (!line.isEmpty() && isBlank(line.back()))
            line.chop(1);
    }
    return lines;
}

struct Entry
{
    QByteArray key;
    QByteArray value;
    bool negated = false;
};

/// Key and value of a line that is an entry; anything for one that is none.
inline Entry split(const QByteArray &line, FileKind kind)
{
    Entry entry;
    qsizetype at = 0;
    if (kind == FileKind::KeyValue) {
        bool quoted = false;
        while (at < line.size() && (quoted || !isBlank(line[at]))) {
            if (line[at] == '\\')
                ++at;
            else if (line[at] == '"')
                quoted = !quoted;
            ++at;
        }
    } else if (kind == FileKind::Aliases) {
        bool quoted = false;
        const bool isPlain = !line.contains('"');
        while (at < line.size() && (quoted || line[at] != ':')) {
            if (line[at] == '\\' && at + 1 < line.size())
                entry.key += line[++at];
            else if (line[at] == '"')
                quoted = !quoted;
            else if (isPlain || quoted || !isBlank(line[at]))
                entry.key += line[at];
            ++at;
        }
        if (isPlain)
            entry.key = simplified(entry.key);
        entry.value = simplified(line.sliced(std::min(line.size(), at + 1)));
        return entry;
    } else {
        if (line.size() > 2 && line.first(2).toLower() == "if"
            && !QChar::isLetterOrNumber(static_cast<uchar>(line[2])))
            at = 2;
        while (at < line.size() && (line[at] == '!' || isBlank(line[at])))
            entry.negated ^= line[at++] == '!';
        const qsizetype begin = at;
        if (kind == FileKind::Pattern && at < line.size()) {
            const char delimiter = line[at++];
            while (at < line.size() && line[at] != delimiter)
                at += line[at] == '\\' ? 2 : 1;
        }
        while (at < line.size() && !isBlank(line[at]))
            ++at;
        at = std::min(at, line.size());
        entry.key = line.sliced(begin, at - begin);
        entry.value = simplified(line.sliced(at));
        return entry;
    }
    at = std::min(at, line.size());
    entry.key = line.first(at);
    entry.value = simplified(line.sliced(at));
    return entry;
}

} // namespace support::reading
