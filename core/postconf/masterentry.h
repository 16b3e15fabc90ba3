// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/postconf/log.h"
#include "core/syntax/mastercf.h"

#include <functional>

namespace postconf {

/// The names of the columns in postconf's messages and -F patterns.
inline constexpr const char *fieldNames[syntax::serviceFieldCount] = {
    "service", "type", "private", "unprivileged", "chroot", "wakeup", "process_limit", "command"};

/// One service of master.cf as postconf takes it apart: the columns, then the words behind the command, each
/// option and its value apart, without braces.
struct MasterEntry
{
    QByteArrayList words;

    const QByteArray &name() const { return words[0]; }
    const QByteArray &type() const { return words[1]; }
    const QByteArray &command() const { return words[syntax::serviceFieldCount - 1]; }
    QByteArray place() const { return name() + '/' + type(); }
};

/// One `-o name=value` of an entry.
struct EntryOverride
{
    qsizetype word = 0; ///< index of name=value among the words
    QByteArray name;
    QByteArray value;
};
QList<EntryOverride> overridesOf(const MasterEntry &entry);

/// Whether a word is an option, and whether one with a value: postconf knows -o only.
bool isOption(QByteArrayView word);
bool takesValue(QByteArrayView option);

/// Reads one logical line: pcf_parse_master_entry() in src/postconf/postconf_master.c. Braces that don't
/// match are warned of under the name `file`. With columns that Postfix does not take the run is ended; with
/// too few of them there is no entry and the caller says where.
std::optional<MasterEntry> parsedEntry(const QByteArray &text, const QByteArray &file, Log &log);
inline constexpr const char *tooFewFields = "bad field count";

/// The words behind a command, taken apart likewise.
QByteArrayList parsedArguments(QByteArrayView text, const QByteArray &file, Log &log);

/// Ends the run when a column is not as pcf_check_master_entry() wants it; `quoted` is the text to blame.
void checkColumns(const QByteArrayList &words, const QByteArray &quoted, Log &log);

/// What the value of an option is shown as.
using ShowValue = std::function<QByteArray(const QByteArray &nameAndValue)>;

/// The lines of postconf -M: columns at their places, one blank between the words behind the command.
/// Folded, each -o is on a line of its own: pcf_print_master_entry().
QByteArray listedEntry(const MasterEntry &entry, bool isFolded, const ShowValue &show);

struct FieldStyle
{
    bool isFolded = false;
    bool hasName = true;
    bool hasValue = true;
};
/// The lines of postconf -F for one column; the command comes with all that is behind it:
/// pcf_print_master_field().
QByteArray listedField(const MasterEntry &entry, int field, const FieldStyle &style, const ShowValue &show);

} // namespace postconf
