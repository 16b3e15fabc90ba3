// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lookup/map.h"
#include "core/patterns/pattern.h"
#include "core/patterns/substitution.h"
#include "core/syntax/table.h"

namespace lookup {

/// A table of regular expressions: dict_regexp_open() in src/util/dict_regexp.c and dict_pcre_open() in
/// src/util/dict_pcre.c.
class PatternMap : public Map
{
public:
    PatternMap(const QByteArray &name, const syntax::Table &table, patterns::PatternSyntax syntax,
               const Rules &rules);

protected:
    Answer lookUp(const QByteArray &key) const override;
    QList<Match> lookUpAll(const QByteArray &key) const override;

private:
    struct Condition
    {
        patterns::CompiledPattern pattern;
        bool isNegated = false;
    };
    struct Rule
    {
        enum class Kind : quint8 { Row, If, EndIf };
        Kind kind = Kind::Row;
        qsizetype line = 0;
        QList<Condition> conditions = {}; ///< of a regexp row two at most
        std::optional<patterns::Substitution> result = {};
        qsizetype endIf = -1; ///< of an If: the rule that ends it
    };

    void readRow(QByteArrayView text, qsizetype line);
    void readIf(QByteArrayView text, qsizetype line);
    std::optional<Condition> readPattern(QByteArrayView text, qsizetype &at, qsizetype line);
    void skip(qsizetype line, const QByteArray &why);
    /// Calls visit(Match) for the rows that match, in order, until it returns false.
    template<typename Visit>
    void forEachMatch(const QByteArray &key, Visit visit) const;

    patterns::PatternSyntax m_syntax;
    QList<Rule> m_rules;
    QList<qsizetype> m_open; ///< the Ifs that have no end, while reading
};

} // namespace lookup
