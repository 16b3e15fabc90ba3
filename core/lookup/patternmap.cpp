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

/// One match more, or the end of the block that was not entered.
bool fits(const auto &condition, const QByteArray &key, QByteArrayList *groups)
{
    const patterns::PatternMatch match = condition.pattern.match(key);
    // A pattern that can't be tried to the end counts as one that does not fit, negated or not.
    if (!match.problem.isEmpty())
        return false;
    if (groups)
        *groups = match.groups;
    return match.isFound != condition.isNegated;
}

} // namespace

PatternMap::PatternMap(const QByteArray &name, const syntax::Table &table, PatternSyntax syntax,
                       const Rules &rules)
    : Map(name, Keys::Patterns, rules), m_syntax(syntax)
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
        } else if (m_open.isEmpty()) {
            warn(line, "ignoring ENDIF without matching IF");
        } else {
            if (text.size() > 5)
                warn(line, "ignoring extra text after ENDIF");
            m_rules[m_open.takeLast()].endIf = m_rules.size();
            m_rules.append(Rule{.kind = Rule::Kind::EndIf, .line = line});
        }
        return true;
    });
    for (auto open = m_open.crbegin(); open != m_open.crend(); ++open)
        warn(m_rules[*open].line, "IF has no matching ENDIF");
}

void PatternMap::skip(qsizetype line, const QByteArray &why)
{
    warn(line, why + ": skipping this rule");
}

std::optional<PatternMap::Condition> PatternMap::readPattern(QByteArrayView text, qsizetype &at,
                                                             qsizetype line)
{
    const patterns::PatternText pattern = patterns::patternAt(text, at, m_syntax);
    Condition condition{CompiledPattern(pattern, m_syntax), pattern.isNegated};
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
    Rule rule{.line = line};
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
        m_rules.append(rule);
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
    m_open.append(m_rules.size());
    m_rules.append(Rule{.kind = Rule::Kind::If, .line = line, .conditions = {*condition}});
}

template<typename Visit>
void PatternMap::forEachMatch(const QByteArray &key, Visit visit) const
{
    QList<qsizetype> around;
    for (qsizetype at = 0; at < m_rules.size(); ++at) {
        const Rule &rule = m_rules[at];
        if (rule.kind == Rule::Kind::EndIf) {
            around.removeLast();
            continue;
        }
        QByteArrayList groups;
        bool isMatch = fits(rule.conditions.first(), key, &groups);
        for (qsizetype more = 1; isMatch && more < rule.conditions.size(); ++more)
            isMatch = fits(rule.conditions[more], key, nullptr);
        if (rule.kind == Rule::Kind::If) {
            if (isMatch)
                around.append(rule.line);
            else if (rule.endIf < 0)
                return;
            else
                at = rule.endIf;
            continue;
        }
        if (isMatch && !visit(Match{name(), rule.line, rule.result->applied(groups), groups, around}))
            return;
    }
}

Answer PatternMap::lookUp(const QByteArray &key) const
{
    Answer answer;
    forEachMatch(key, [&](const Match &match) {
        answer = {.state = Answer::State::Found, .value = match.value, .rows = {match}};
        return false;
    });
    return answer;
}

QList<Match> PatternMap::lookUpAll(const QByteArray &key) const
{
    QList<Match> all;
    forEachMatch(key, [&](const Match &match) {
        all.append(match);
        return true;
    });
    return all;
}

} // namespace lookup
