// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/syntax/rowgrammar.h"

#include <algorithm>
#include <cstring>

namespace syntax {

namespace {

bool isUpper(char c)
{
    return c >= 'A' && c <= 'Z';
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isAlnum(char c)
{
    return isDigit(c) || isUpper(c) || (c >= 'a' && c <= 'z');
}

QByteArrayView firstWord(QByteArrayView text)
{
    qsizetype end = 0;
    while (end < text.size() && !isSpace(text[end]))
        ++end;
    return text.first(end);
}

/// REJECT, OK, 450, DEFER_IF_PERMIT: how the result of an access table starts.
bool isAction(QByteArrayView word)
{
    return word.size() >= 2
        && std::all_of(word.begin(), word.end(), [](char c) { return isUpper(c) || isDigit(c) || c == '_'; });
}

/// Words separated by commas, none of which is two words; blanks in quotes do not count.
bool isItemList(QByteArrayView text)
{
    bool quoted = false;
    bool inItem = false;
    bool itemEnded = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '\\') {
            ++i;
        } else if (c == '"') {
            quoted = !quoted;
            if (itemEnded)
                return false;
            inItem = true;
        } else if (quoted) {
            continue;
        } else if (c == ',') {
            inItem = itemEnded = false;
        } else if (isSpace(c)) {
            itemEnded = inItem;
        } else if (itemEnded) {
            return false;
        } else {
            inItem = true;
        }
    }
    return !quoted;
}

/// An address, a domain, a network, [a host]: what nobody writes at the start of a sentence.
bool isAddressLike(QByteArrayView key)
{
    if (key.startsWith('[') || key.startsWith('"') || key.contains('@'))
        return true;
    const qsizetype dot = key.indexOf('.');
    return dot >= 0 && dot < key.size() - 1 && isAlnum(key[dot + 1]);
}

bool isSwitchedOffKeyValue(QByteArrayView key, QByteArrayView value, bool tight)
{
    if (key.isEmpty() || (!isAlnum(key[0]) && !std::strchr("@.[*\"+_<", key[0])) || key.endsWith(':')
        || key.contains("://"))
        return false;
    const bool isPlain = value.isEmpty() || isItemList(value) || isAction(firstWord(value));
    return isAddressLike(key) ? tight || isPlain : tight && isPlain;
}

bool isSwitchedOffAlias(QByteArrayView key, QByteArrayView separator, QByteArrayView value, bool tight)
{
    if (key.isEmpty() || value.startsWith("//"))
        return false;
    const bool isName =
        key[0] == '"' || std::none_of(key.begin(), key.end(), [](char c) { return isSpace(c) || c == '/'; });
    // "# NOTE: this" and "# vim:ts=4" are for people.
    if (!isName || (!tight && (!separator.contains(' ') && !separator.contains('\t')))
        || (!tight && isAction(key)))
        return false;
    return isItemList(value);
}

QByteArray joined(QByteArrayView bytes, const Row &row)
{
    QByteArray text;
    const RowPieces pieces = rowPieces(bytes, {row.whole.begin, row.value.end}, false);
    for (RowCursor cursor(bytes, pieces); !cursor.atEnd(); cursor.advance()) {
        if (cursor.offset() >= row.value.begin)
            text += cursor.peek();
    }
    return text;
}

bool isSwitchedOffRow(QByteArrayView bytes, const Row &row, TableKind kind, bool tight)
{
    const QByteArrayView key = row.key.in(bytes);
    const QByteArray value = joined(bytes, row);
    switch (kind) {
    case TableKind::KeyValue:
        return isSwitchedOffKeyValue(key, value, tight);
    case TableKind::Aliases:
        return isSwitchedOffAlias(key, row.separator.in(bytes), value, tight);
    case TableKind::Pattern:
        if (row.form == Row::Form::EndIf || row.form == Row::Form::If)
            return value.isEmpty();
        // At least one byte between the delimiters, and delimiters that are not also used to draw lines.
        return key.size() > 2 && key[1] != key[0] && std::strchr(tight ? "/|%~@,;" : "/", key[0]);
    case TableKind::Cidr:
        if (row.form == Row::Form::EndIf || row.form == Row::Form::If)
            return value.isEmpty();
        return (key.contains('.') || key.contains(':'))
            && (tight || isItemList(value) || isAction(firstWord(value)));
    }
    return false;
}

} // namespace

qsizetype switchedOffRowEnd(QByteArrayView bytes, qsizetype begin, TableKind kind)
{
    ByteRange whole = physicalLineAt(bytes, begin);
    const QByteArrayView line = whole.in(bytes);
    const qsizetype mark = offMarkSize(line, true);
    if (mark >= line.size() || isSpace(line[mark]) || line[mark] == '#')
        return -1;
    ParsedRow parsed = parseRow(bytes, whole, kind, false);
    // A key without its value may go on in the next line.
    if (parsed.row.form == Row::Form::Stray && !parsed.isOpen)
        return -1;
    if (parsed.row.key.isEmpty() && parsed.row.form != Row::Form::EndIf)
        return -1;
    const auto wantsMore = [&] {
        return parsed.isOpen || (!parsed.row.value.isEmpty() && bytes[parsed.row.value.end - 1] == ',');
    };
    qsizetype end = whole.end;
    while (end < bytes.size() && wantsMore()) {
        const ByteRange next = physicalLineAt(bytes, end);
        const QByteArrayView text = next.in(bytes);
        if (text[0] != '#')
            break;
        end = next.end;
        const ByteRange inner = trimmed(bytes, {next.begin + 1, next.end});
        if (inner.isEmpty() || bytes[inner.begin] == '#')
            continue;
        const qsizetype indent = inner.begin - next.begin - 1;
        // "# text" is how prose is written; it belongs to the row only where a list cannot end yet.
        const bool mayBeProse = indent == 1 && text[1] != '\t';
        if (indent == 0 || (mayBeProse && (parsed.isOpen || next.begin != whole.end)))
            break;
        whole.end = next.end;
        parsed = parseRow(bytes, whole, kind, false);
    }
    if (parsed.row.form == Row::Form::Stray || parsed.isOpen)
        return -1;
    const bool tight = mark == 1;
    return isSwitchedOffRow(bytes, parsed.row, kind, tight) ? whole.end : -1;
}

} // namespace syntax
