// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>

#include <memory>
#include <optional>

namespace lint {

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

/// The pattern as the library that Postfix uses has it.
class CompiledPattern
{
public:
    CompiledPattern(const PatternText &pattern, PatternSyntax syntax);

    bool isValid() const { return m_problem.isEmpty(); }
    const QByteArray &problem() const { return m_problem; }
    int groupCount() const { return m_groupCount; }
    bool matches(const QByteArray &text) const;

private:
    void compilePosix(const PatternText &pattern);
    void compilePerl(const PatternText &pattern);

    PatternSyntax m_syntax;
    std::shared_ptr<void> m_code;
    QByteArray m_problem;
    int m_groupCount = 0;
};

/// The `$number`s of a result.
struct Substitutions
{
    int highest = 0;
    QByteArray problem = {}; ///< of one that can't be
};
Substitutions substitutionsIn(QByteArrayView result);

} // namespace lint
