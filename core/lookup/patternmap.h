// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lookup/rulemap.h"
#include "core/patterns/pattern.h"
#include "core/patterns/substitution.h"
#include "core/syntax/table.h"

namespace lookup {

/// What a row of patterns asks of a key.
struct PatternRule
{
    struct Condition
    {
        patterns::CompiledPattern pattern;
        bool isNegated = false;
    };
    QList<Condition> conditions = {}; ///< of a regexp row two at most
    std::optional<patterns::Substitution> result = {}; ///< of a row
};

/// A table of regular expressions: dict_regexp_open() in src/util/dict_regexp.c and dict_pcre_open() in
/// src/util/dict_pcre.c.
class PatternMap : public RuleMap<PatternRule>
{
public:
    PatternMap(const QByteArray &name, const syntax::Table &table, patterns::PatternSyntax syntax,
               const Rules &rules);

protected:
    Fit fit(const PatternRule &rule, const QByteArray &subject) const override;
    QByteArray resultOf(const PatternRule &rule, const QByteArrayList &groups) const override;

private:
    void readRow(QByteArrayView text, qsizetype line);
    void readIf(QByteArrayView text, qsizetype line);
    std::optional<PatternRule::Condition> readPattern(QByteArrayView text, qsizetype &at, qsizetype line);
    void skip(qsizetype line, const QByteArray &why);

    patterns::PatternSyntax m_syntax;
};

} // namespace lookup
