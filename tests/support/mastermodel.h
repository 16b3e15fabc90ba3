// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayList>
#include <QList>

namespace support {

/// master.cf as Postfix reads it, written a second time and as plainly as can be, to check the reader with.
struct PlainService
{
    QByteArrayList fields;
    QList<QPair<QByteArray, QByteArray>> overrides; ///< in order, repeated ones among them
    QByteArrayList others; ///< all words that belong to no override

    bool operator==(const PlainService &) const = default;
};

inline bool isPlainSpace(char c)
{
    return c == ' ' || (c >= 9 && c <= 13);
}

/// readlline(): comments and blank lines are nothing, a line with a blank in front goes on with the last one.
inline QByteArrayList plainLines(const QByteArray &text)
{
    QByteArrayList logical;
    bool orphaned = true;
    for (const QByteArray &line : text.split('\n')) {
        qsizetype at = 0;
        while (at < line.size() && isPlainSpace(line[at]))
            ++at;
        if (at == line.size() || line[at] == '#')
            continue;
        if (at == 0) {
            logical.append(line);
            orphaned = false;
        } else if (!orphaned) {
            logical.last() += line;
        }
    }
    for (QByteArray &line : logical)
        line = QByteArray(line.constData()); // ends at a NUL
    return logical;
}

/// argv_splitq(line, " \t\r\n", "{}")
inline QByteArrayList plainWords(const QByteArray &line)
{
    QByteArrayList words;
    QByteArray word;
    int level = 0;
    for (const char c : line) {
        if (level == 0 && (c == ' ' || c == '\t' || c == '\r' || c == '\n')) {
            if (!word.isEmpty())
                words.append(word);
            word.clear();
            continue;
        }
        level += c == '{' ? 1 : c == '}' && level > 0 ? -1 : 0;
        word += c;
    }
    if (!word.isEmpty())
        words.append(word);
    return words;
}

inline QByteArray plainTrimmed(QByteArray text)
{
    while (!text.isEmpty() && isPlainSpace(text.front()))
        text.remove(0, 1);
    while (!text.isEmpty() && isPlainSpace(text.back()))
        text.chop(1);
    return text;
}

/// The name and the value of "a=b" or "{ a = b }"; false for anything else.
inline bool plainAssignment(QByteArray text, QByteArray &name, QByteArray &value)
{
    if (text.startsWith('{')) {
        int level = 0;
        qsizetype end = 0;
        do {
            level += text[end] == '{' ? 1 : text[end] == '}' ? -1 : 0;
            ++end;
        } while (level > 0 && end < text.size());
        if (level > 0 || end != text.size())
            return false;
        text = text.sliced(1, text.size() - 2);
    }
    text = plainTrimmed(text);
    qsizetype nameEnd = 0;
    while (nameEnd < text.size() && !isPlainSpace(text[nameEnd]) && text[nameEnd] != '=')
        ++nameEnd;
    name = text.first(nameEnd);
    const QByteArray rest = plainTrimmed(text.sliced(nameEnd));
    if (name.isEmpty() || !rest.startsWith('='))
        return false;
    value = plainTrimmed(rest.sliced(1));
    return true;
}

/// Every logical line with at least eight words; options as getopt() finds them.
inline QList<PlainService> plainServices(const QByteArray &text)
{
    QList<PlainService> services;
    for (const QByteArray &line : plainLines(text)) {
        QByteArrayList words = plainWords(line);
        if (words.size() < 8)
            continue;
        PlainService service{words.first(8), {}, {}};
        words = words.sliced(8);
        while (!words.isEmpty() && words.first().size() > 1 && words.first().startsWith('-')
               && words.first() != "--") {
            const QByteArray word = words.takeFirst();
            const qsizetype letter = word.indexOf('o');
            if (letter < 0) {
                service.others.append(word);
                continue;
            }
            const bool apart = letter == word.size() - 1;
            const QByteArray assignment = !apart ? word.sliced(letter + 1)
                : words.isEmpty()                ? QByteArray()
                                                 : words.first();
            QByteArray name;
            QByteArray value;
            if (plainAssignment(assignment, name, value)) {
                if (letter > 1)
                    service.others.append(word.first(letter));
                service.overrides.append({name, value.simplified()});
            } else {
                service.others.append(word);
                if (apart && !words.isEmpty())
                    service.others.append(words.first());
            }
            if (apart && !words.isEmpty())
                words.removeFirst();
        }
        service.others += words;
        for (QByteArray &word : service.others)
            word = word.simplified();
        services.append(service);
    }
    return services;
}

} // namespace support
