// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/rowwords.h"

#include "core/syntax/logicallines.h"

#include <algorithm>

namespace lint {

namespace {

using syntax::isSpace;

bool isNameByte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

bool startsWithWord(QByteArrayView row, QByteArrayView word)
{
    return row.size() >= word.size()
        && row.first(word.size()).toByteArray().compare(word, Qt::CaseInsensitive) == 0
        && (row.size() == word.size() || !isNameByte(row[word.size()]));
}

} // namespace

bool isPatternRow(QByteArrayView row)
{
    if (startsWithWord(row, "endif"))
        return std::all_of(row.begin() + 5, row.end(), isSpace);
    if (startsWithWord(row, "if")) {
        QByteArrayView rest = row.sliced(2);
        const qsizetype blanks = std::find_if_not(rest.begin(), rest.end(), isSpace) - rest.begin();
        rest = rest.sliced(blanks);
        return blanks > 0 && (rest.startsWith('/') || rest.startsWith("!/"));
    }
    if (!row.startsWith('/'))
        return false;
    for (qsizetype at = 1; at < row.size(); ++at) {
        if (row[at] == '\\') {
            ++at;
        } else if (row[at] == '/') {
            qsizetype end = at + 1;
            while (end < row.size() && QByteArrayView("imxsAEDSUX").contains(row[end]))
                ++end;
            if (end == row.size() || isSpace(row[end]))
                return true;
        }
    }
    return false;
}

bool isSwallowedRow(QByteArrayView text)
{
    const qsizetype end = std::find_if(text.begin(), text.end(), isSpace) - text.begin();
    const QByteArrayView word = text.first(end);
    const bool isKey = (word.contains('@') || word.contains('.')) && !word.endsWith(',');
    return isKey && !text.sliced(end).trimmed().isEmpty();
}

std::optional<qsizetype> commentIn(QByteArrayView text)
{
    for (qsizetype at = text.indexOf('#'); at >= 0; at = text.indexOf('#', at + 1)) {
        if (at == 0 || isSpace(text[at - 1]))
            return at;
    }
    return std::nullopt;
}

QByteArray parameterIn(const Context &context, QByteArrayView text)
{
    for (qsizetype at = text.indexOf('$'); at >= 0; at = text.indexOf('$', at + 1)) {
        if (at + 1 < text.size() && text[at + 1] == '$') {
            ++at;
            continue;
        }
        qsizetype begin = at + 1;
        const bool isBraced = begin < text.size() && (text[begin] == '{' || text[begin] == '(');
        begin += isBraced ? 1 : 0;
        qsizetype end = begin;
        while (end < text.size() && isNameByte(text[end]))
            ++end;
        const QByteArray name = text.sliced(begin, end - begin).toByteArray();
        if (!name.isEmpty() && context.definition(name))
            return name;
    }
    return {};
}

} // namespace lint
