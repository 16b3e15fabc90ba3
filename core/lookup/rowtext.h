// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/syntax/logicalrow.h"

namespace lookup {

/// A row of a table of keys, taken apart; views of the text it was taken from.
struct KeyValue
{
    QByteArrayView key = {};
    QByteArrayView value = {};
    const char *problem = nullptr; ///< why Postfix ignores the row, in its words
};
/// postmap() in src/postmap/postmap.c, dict_thash_open() in src/util/dict_thash.c.
KeyValue keyValueOf(QByteArrayView row);

/// An alias as postalias(1) stores it.
struct Alias
{
    QByteArray name = {}; ///< without quotes
    QByteArray value = {}; ///< with one blank between words, and quotes where they are needed
    const char *problem = nullptr;
};
/// postalias() in src/postalias/postalias.c; tok822_scan(), tok822_internalize() and tok822_externalize() in
/// src/global/tok822_parse.c.
Alias aliasOf(QByteArrayView row);

/// The text of a row as a C string: no NUL, no blanks at its end; empty for one that Postfix does not read,
/// because it begins with a blank.
QByteArrayView readText(const syntax::LogicalRow &row);
/// The same with the blanks at its end: postalias(1) keeps them in quotes that nobody closes.
QByteArray untrimmedText(const syntax::RowLines &lines);

/// The lines that rows begin at, from 1, for rows in file order: counting from the top of a chunk for each of
/// them would take long.
class RowLineNumbers
{
public:
    explicit RowLineNumbers(const syntax::Text &text) : m_text(text) { }

    qsizetype lineOf(const syntax::RowLines &lines);

private:
    const syntax::Text &m_text;
    qsizetype m_chunkBegin = -1;
    qsizetype m_begin = 0; ///< of the last row, in its chunk
    qsizetype m_line = 0;
};

} // namespace lookup
