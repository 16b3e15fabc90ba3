// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QByteArrayView>
#include <QList>

#include <functional>
#include <optional>

namespace syntax {

/// ISALNUM() or '_': what names are made of.
constexpr bool isNameByte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/// Where the expansion of a value goes wrong: Postfix stops there.
struct ExpansionError
{
    enum class Kind : quint8 {
        Truncated, ///< `${` or `$(` that is never closed
        EmptyName, ///< `$` with no name behind it
        NameSyntax, ///< something that is neither a name nor an operator
        Unbalanced, ///< `{` that is not closed inside `${ }`
        BadOperator, ///< `{a} op {b}` with an unknown operator
        BadSuffix, ///< a known operator with an unknown ending: `<=size`
        MissingBrace, ///< `{` expected
        MissingCondition, ///< `{a} == {b}` followed by neither `?` nor `:`
        MissingColon, ///< `{then}` followed by something else than `:`
        Leftover, ///< something behind `{else}`
        BadNumber, ///< a number with too many digits; Postfix ends at once, with the warning as its last
                   ///< words
        BadLevel, ///< a compatibility level that is none
        TooDeep, ///< more nesting than Postfix takes, as in a value that refers to itself
        TooLarge ///< a result that is too long, or takes too long, for anyone to have meant it
    };
    Kind kind = Kind::Truncated;
    QByteArray warning; ///< what Postfix logs, in its own words
};

/// What a value comes to.
struct Expansion
{
    QByteArray text; ///< as far as it was read when there is an error
    QList<ExpansionError> errors; ///< in the order in which Postfix warns of them
    QByteArrayList undefined; ///< names that were to be put in and have no value, each once
    int depth = 0; ///< how many calls deep Postfix was nested at most

    bool failed() const { return !errors.isEmpty(); }
};

/// What a name stands for.
struct NamedValue
{
    NamedValue(QByteArray text) : value(std::move(text)) { }
    NamedValue(QByteArray text, const Expansion *known) : value(std::move(text)), expansion(known) { }

    QByteArray value; ///< not expanded: `${name?text}` asks whether this is empty
    const Expansion *expansion = nullptr; ///< what it comes to, when that is known; lives until we are done
};

/// Called for each name that is read; nothing when the name is not defined.
using NameLookup = std::function<std::optional<NamedValue>(QByteArrayView name)>;

struct ExpansionRules
{
    /// What may stand in `${ }`.
    enum class Grammar : quint8 {
        Names, ///< before Postfix 3.0: `${name}`, `${name?text}`, `${name:text}`
        Relations, ///< from 3.0: also `{text}`, `?{then}:{else}`, `{a} == {b}`
        Levels, ///< from 3.6: also `<level` and its kin
        Functions ///< from 3.11: also `domain_to_ascii{text}` and `domain_to_utf8{text}`
    };
    Grammar grammar = Grammar::Levels;
    bool recursive = true; ///< values are expanded in turn: MAC_EXP_FLAG_RECURSE
    /// The bytes that a value may hold, when it is not expanded in turn; each other becomes '_'.
    std::optional<QByteArray> allowed = {};
    qsizetype maxSize = qsizetype{4} * 1024 * 1024; ///< of the result
    qsizetype maxSteps = 100'000; ///< pieces of text and references, so that doubling values end
};

/// Reads `value` as mac_expand() in src/util/mac_expand.c does: the same result, the same warnings. An
/// undefined name is empty. Any input ends, in bounded time and with a bounded result.
Expansion expand(QByteArrayView value, const NameLookup &lookup, const ExpansionRules &rules = {});

/// Calls `visit` with every name that `value` refers to, in both branches of a condition, in the order in
/// which Postfix reads them: mac_expand() with MAC_EXP_FLAG_SCAN. What it returns are the errors.
QList<ExpansionError> scanNames(QByteArrayView value, const std::function<void(QByteArrayView)> &visit,
                                const ExpansionRules &rules = {});

/// The text of expand(); nothing when it can't be read or refers to itself.
std::optional<QByteArray> expanded(QByteArrayView value, const NameLookup &lookup);

} // namespace syntax
