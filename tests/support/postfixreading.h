// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayList>
#include <QList>
#include <QMap>

namespace support {

/// What Postfix makes of bytes, written down a second time, apart from core/syntax and as plainly as
/// possible, so that the two can be held against each other.

inline bool postfixSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\v' || c == '\f' || c == '\r';
}

/// readllines() in src/util/readlline.c: the logical lines; those it ignores with a warning are left out.
inline QByteArrayList postfixLines(const QByteArray &bytes, int *ignored = nullptr)
{
    QByteArrayList all;
    QByteArray buffer;
    qsizetype at = 0;
    while (at < bytes.size()) {
        qsizetype end = bytes.indexOf('\n', at);
        const bool isLast = end < 0;
        if (isLast)
            end = bytes.size();
        const QByteArray line = bytes.mid(at, end - at);
        at = isLast ? end : end + 1;
        qsizetype first = 0;
        while (first < line.size() && postfixSpace(line[first]))
            ++first;
        if (first < line.size() && line[first] != '#')
            buffer += line;
        const bool goesOn = at < bytes.size() && (bytes[at] == '#' || postfixSpace(bytes[at]));
        if (buffer.isEmpty() || goesOn)
            continue;
        if (!postfixSpace(buffer[0]))
            all.append(buffer);
        else if (ignored)
            ++*ignored;
        buffer.clear();
    }
    if (!buffer.isEmpty() && !postfixSpace(buffer[0]))
        all.append(buffer);
    else if (!buffer.isEmpty() && ignored)
        ++*ignored;
    return all;
}

struct PostfixSetting
{
    QByteArray name;
    QByteArray value;

    bool operator==(const PostfixSetting &) const = default;
};

struct PostfixReading
{
    QList<PostfixSetting> settings; ///< in file order; of one name the last counts
    int refused = 0; ///< logical lines that Postfix stops at
    int ignored = 0; ///< logical lines that start with a blank

    QMap<QByteArray, QByteArray> inForce() const
    {
        QMap<QByteArray, QByteArray> last;
        for (const PostfixSetting &setting : settings)
            last[setting.name] = setting.value;
        return last;
    }
};

/// Every run of blanks as one: how lines were joined is no difference.
inline QByteArray withSingleBlanks(const QByteArray &value)
{
    QByteArray result;
    for (const char c : value) {
        if (!postfixSpace(c))
            result += c;
        else if (!result.isEmpty() && result.back() != ' ')
            result += ' ';
    }
    if (result.endsWith(' '))
        result.chop(1);
    return result;
}

/// dict_load_fp() in src/util/dict.c with split_nameval() in src/util/split_nameval.c.
inline PostfixReading postfixReading(const QByteArray &bytes)
{
    PostfixReading reading;
    for (QByteArray line : postfixLines(bytes, &reading.ignored)) {
        if (const qsizetype nul = line.indexOf('\0'); nul >= 0)
            line.truncate(nul);
        qsizetype nameEnd = 0;
        while (nameEnd < line.size() && line[nameEnd] != '=' && !postfixSpace(line[nameEnd]))
            ++nameEnd;
        qsizetype equals = nameEnd;
        while (equals < line.size() && postfixSpace(line[equals]))
            ++equals;
        if (nameEnd == 0 || equals == line.size() || line[equals] != '=')
            ++reading.refused;
        else
            reading.settings.append({line.first(nameEnd), withSingleBlanks(line.sliced(equals + 1))});
    }
    return reading;
}

/// mystrtokq(CHARS_COMMA_SP, CHARS_BRACE) in src/util/mystrtok.c.
inline QByteArrayList postfixItems(const QByteArray &value)
{
    QByteArrayList items;
    QByteArray item;
    int level = 0;
    for (const char c : value) {
        if (level == 0 && (c == ',' || c == ' ' || c == '\t' || c == '\r' || c == '\n')) {
            if (!item.isEmpty())
                items.append(item);
            item.clear();
            continue;
        }
        if (c == '{')
            ++level;
        else if (c == '}' && level > 0)
            --level;
        item += c;
    }
    if (!item.isEmpty())
        items.append(item);
    return items;
}

} // namespace support
