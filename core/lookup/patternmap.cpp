// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lookup/patternmap.h"

#include "core/lookup/rowtext.h"
#include "core/syntax/logicallines.h"

namespace lookup {

using patterns::CompiledPattern;
using patterns::PatternSyntax;
using syntax::isSpace;

namespace {

bool isAlnum(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

void skipBlanks(QByteArrayView text, qsizetype &at)
{
    while (at < text.size() && isSpace(text[at]))
        ++at;
}

} // namespace

PatternMap::PatternMap(const QByteArray &name, const syntax::Table &table, PatternSyntax syntax,
                       const Rules &rules)
    : RuleMap(name, rules), m_syntax(syntax)
{
    RowLineNumbers numbers(table.text());
    table.forEachRowInForce([&](const syntax::RowLines &lines) {
        const syntax::LogicalRow row(lines);
        const QByteArrayView text = readText(row);
        const qsizetype line = numbers.lineOf(lines);
        if (text.isEmpty())
            return true;
        if (!isAlnum(text.front())) {
            readRow(text, line);
        } else if (row.isWord("if")) {
            readIf(text, line);
        } else if (!row.isWord("endif")) {
            warn(line, "ignoring unrecognized request");
        } else if (!addEndIf(line)) {
            warn(line, "ignoring ENDIF without matching IF");
        } else if (text.size() > 5) {
            warn(line, "ignoring extra text after ENDIF");
        }
        return true;
    });
    warnOfOpenIfs();
}

void PatternMap::skip(qsizetype line, const QByteArray &why)
{
    warn(line, why + ": skipping this rule");
}

std::optional<PatternRule::Condition> PatternMap::readPattern(QByteArrayView text, qsizetype &at,
                                                              qsizetype line)
{
    const patterns::PatternText pattern = patterns::patternAt(text, at, m_syntax);
    PatternRule::Condition condition{CompiledPattern(pattern, m_syntax), pattern.isNegated};
    if (!condition.pattern.isValid()) {
        skip(line, condition.pattern.problem());
        return std::nullopt;
    }
    at = pattern.end;
    return condition;
}

void PatternMap::readRow(QByteArrayView text, qsizetype line)
{
    qsizetype at = 0;
    PatternRule rule;
    const auto first = readPattern(text, at, line);
    if (!first)
        return;
    rule.conditions.append(*first);
    if (m_syntax == PatternSyntax::Posix && at < text.size() && text[at] == '!') {
        const auto second = readPattern(text, at, line);
        if (!second)
            return;
        rule.conditions.append(*second);
    }
    skipBlanks(text, at);
    if (at == text.size())
        warn(line, "no replacement text: using empty string");
    const patterns::Substitution result(text.sliced(at));
    if (!result.problem().isEmpty()) {
        warn(line, result.problem());
        skip(line, "bad replacement syntax");
    } else if (result.highest() > 0 && first->isNegated) {
        skip(line, "$number found in negative match replacement text");
    } else if (result.highest() > 0 && !rules().allowsSubstitution) {
        skip(line, "regular expression substitution is not allowed");
    } else if (result.highest() > first->pattern.groupCount()) {
        skip(line, "out of range replacement index \"" + QByteArray::number(result.highest()) + '"');
    } else {
        rule.result = result;
        addRow(line, rule);
    }
}

void PatternMap::readIf(QByteArrayView text, qsizetype line)
{
    qsizetype at = 2;
    const auto condition = readPattern(text, at, line);
    if (!condition)
        return;
    skipBlanks(text, at);
    if (at < text.size())
        warn(line, "ignoring extra text after IF statement: \"" + text.sliced(at).toByteArray() + '"');
    addIf(line, PatternRule{.conditions = {*condition}});
}

PatternMap::Fit PatternMap::fit(const PatternRule &rule, const QByteArray &subject) const
{
    Fit all{.isFit = true};
    for (const PatternRule::Condition &condition : rule.conditions) {
        const patterns::PatternMatch match = condition.pattern.match(subject);
        // A pattern that can't be tried to the end counts as one that does not fit, negated or not.
        if (!match.problem.isEmpty())
            return {.problem = match.problem};
        if (match.isFound == condition.isNegated)
            return {};
        if (&condition == &rule.conditions.first())
            all.groups = match.groups;
    }
    return all;
}

QByteArray PatternMap::resultOf(const PatternRule &rule, const QByteArrayList &groups) const
{
    return rule.result->applied(groups);
}

} // namespace lookup
