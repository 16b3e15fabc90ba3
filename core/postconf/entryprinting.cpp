// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/postconf/masterentry.h"
#include "core/postconf/textlines.h"

#include <array>

namespace postconf {

namespace {

using syntax::serviceFieldCount;

constexpr std::array<qsizetype, serviceFieldCount> columns{0, 11, 17, 25, 33, 41, 49, 57};

bool needsBraces(const QByteArray &word)
{
    return word.contains(' ') || word.contains('\t') || word.contains('\r') || word.contains('\n');
}

QByteArray inBraces(const QByteArray &word)
{
    return needsBraces(word) ? '{' + word + '}' : word;
}

/// One or more lines in the making. `length` is what postconf takes for the length of the current one; it
/// says "full" to have a break.
struct Lines
{
    QByteArray text;
    qsizetype length = 0;
    bool isFolded = false;

    void add(const QByteArray &piece)
    {
        text += piece;
        length += piece.size();
    }
    void fill() { length = lineLimit; }
    /// In front of a piece that takes `wanted` columns.
    void separate(qsizetype wanted)
    {
        if (length <= indent)
            return;
        if (!isFolded || length + 1 + wanted < lineLimit) {
            add(" ");
        } else {
            text += '\n' + QByteArray(indent, ' ');
            length = indent;
        }
    }
};

/// The words behind the command. An option counts with `valueCost` columns for what is between it and its
/// value.
void addArguments(const MasterEntry &entry, qsizetype valueCost, const ShowValue &show, Lines &lines)
{
    bool isInOptions = true;
    for (qsizetype i = serviceFieldCount; i < entry.words.size(); ++i) {
        const QByteArray &word = entry.words[i];
        if (!isInOptions) {
            lines.separate(word.size());
            lines.add(inBraces(word));
            continue;
        }
        isInOptions = isOption(word);
        if (!isInOptions || !takesValue(word) || i + 1 == entry.words.size()) {
            // The first word that is no option is shown without braces, blanks or not.
            lines.separate(word.size());
            lines.add(word);
            continue;
        }
        lines.fill();
        ++i;
        const QByteArray value = inBraces(word == "-o" ? show(entry.words[i]) : entry.words[i]);
        lines.separate(word.size() + value.size() + valueCost);
        lines.add(word + ' ' + value);
        lines.fill();
    }
}

} // namespace

QByteArray listedEntry(const MasterEntry &entry, bool isFolded, const ShowValue &show)
{
    Lines lines{.text = {}, .length = 0, .isFolded = isFolded};
    for (size_t i = 0; i < columns.size(); ++i) {
        if (lines.length > 0)
            lines.add(QByteArray(std::max<qsizetype>(1, columns[i] - lines.length), ' '));
        lines.add(entry.words[static_cast<qsizetype>(i)]);
    }
    addArguments(entry, 3, show, lines);
    return lines.text + '\n';
}

QByteArray listedField(const MasterEntry &entry, int field, const FieldStyle &style, const ShowValue &show)
{
    Lines lines{.text = {}, .length = 0, .isFolded = style.isFolded};
    if (style.hasName)
        lines.add(entry.place() + '/' + fieldNames[field]);
    if (style.hasName && style.hasValue)
        lines.add(" = ");
    if (style.hasValue) {
        if (lines.length > 0 && lines.length + entry.words[field].size() > lineLimit) {
            lines.text += '\n' + QByteArray(indent, ' ');
            lines.length = indent;
        }
        lines.add(entry.words[field]);
        if (field == serviceFieldCount - 1)
            addArguments(entry, 1, show, lines);
    }
    return lines.text + '\n';
}

} // namespace postconf
