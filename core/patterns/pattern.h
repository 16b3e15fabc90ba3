// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayList>

#include <memory>

/// Regular expressions as the tables of types regexp and pcre have them.
namespace patterns {

enum class PatternSyntax : quint8 { Posix, Perl };

/// A pattern as it stands in a regexp or pcre table: "!/text/flags".
struct PatternText
{
    bool isNegated = false;
    QByteArray body = {};
    QByteArray flags = {};
    qsizetype end = 0; ///< where the text behind it begins
    QByteArray problem = {}; ///< why there is none, in a few words; empty when there is one
};
/// dict_regexp_get_pat() in src/util/dict_regexp.c, dict_pcre_get_pattern() in src/util/dict_pcre.c.
PatternText patternAt(QByteArrayView text, qsizetype from, PatternSyntax syntax);

/// What a pattern finds in a text.
struct PatternMatch
{
    bool isFound = false;
    QByteArrayList groups = {}; ///< the whole, then each group; null where a group took no part
    QByteArray problem = {}; ///< why it could not be tried to the end; Postfix then goes on with the next row
};

/// The pattern as the library that Postfix uses has it, in the C locale that Postfix runs in.
class CompiledPattern
{
public:
    CompiledPattern(const PatternText &pattern, PatternSyntax syntax);

    bool isValid() const { return m_problem.isEmpty(); }
    const QByteArray &problem() const { return m_problem; }
    int groupCount() const { return m_groupCount; }
    /// Negation is left to the caller.
    bool matches(const QByteArray &text) const;
    /// A Perl pattern gives up after as many steps as Postfix lets it take, so none can run for ever.
    PatternMatch match(const QByteArray &text) const;

private:
    void compilePosix(const PatternText &pattern);
    void compilePerl(const PatternText &pattern);
    PatternMatch matchPosix(const QByteArray &text) const;
    PatternMatch matchPerl(const QByteArray &text) const;

    PatternSyntax m_syntax;
    std::shared_ptr<void> m_code;
    std::shared_ptr<void> m_limits; ///< of a Perl pattern
    QByteArray m_problem;
    int m_groupCount = 0;
};

} // namespace patterns
