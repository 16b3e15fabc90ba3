// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/edits/refusal.h"
#include "core/syntax/table.h"

#include <QByteArrayList>

#include <variant>

namespace edits {

/// The key as it is written in a table of that kind, or why it cannot be. An alias is quoted where it needs
/// it, and a bare pattern gets delimiters that it does not contain.
std::variant<QByteArray, Refusal> writtenKey(syntax::TableKind kind, const QByteArray &key);

/// The lines of a value, trimmed; a line that would be a comment is joined to the one before it.
std::variant<QByteArrayList, Refusal> rowValueLines(const QByteArray &value);

/// What goes between the key and the value of a row at `at` (the row there, or one that is put in front of
/// it), so that its value stands where those of the rows around it do. `key` is the key as it is written.
QByteArray separatorFor(const syntax::Table &table, qsizetype at, QByteArrayView key);

/// The separator of an existing row for another key: the value stays in its column when it shares that with a
/// neighbour.
QByteArray separatorAfterRename(const syntax::Table &table, qsizetype at, QByteArrayView newKey);

/// The blanks in front of a continuation line: those of the row at `at` or of one nearby.
QByteArray indentFor(const syntax::Table &table, qsizetype at);

/// How lines end around the offset: "\r\n" or "\n".
QByteArray lineEndAt(const syntax::Text &text, qsizetype offset);

} // namespace edits
