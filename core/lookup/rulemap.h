// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lookup/map.h"

namespace lookup {

/// A table of rules that are tried from the top, some of them only inside of an `if`. `Content` is what a
/// rule, or the `if` of several, asks of a key.
template<typename Content>
class RuleMap : public Map
{
protected:
    /// Whether a rule is one for a key, and what it found.
    struct Fit
    {
        bool isFit = false;
        QByteArrayList groups = {};
        QByteArray problem = {}; ///< why that can't be told; Postfix then goes on as if it did not fit
    };

    RuleMap(const QByteArray &name, const Rules &rules) : Map(name, Keys::Patterns, rules) { }

    /// What the rules are asked about; nothing for a key that none of them can fit.
    virtual std::optional<QByteArray> subjectOf(const QByteArray &key) const { return key; }
    virtual Fit fit(const Content &content, const QByteArray &subject) const = 0;
    virtual QByteArray resultOf(const Content &content, const QByteArrayList &groups) const = 0;

    void addRow(qsizetype line, const Content &content) { m_rules.append(Rule{Kind::Row, line, content}); }
    void addIf(qsizetype line, const Content &content)
    {
        m_open.append(m_rules.size());
        m_rules.append(Rule{Kind::If, line, content});
    }
    /// False where no `if` is open.
    bool addEndIf(qsizetype line)
    {
        if (m_open.isEmpty())
            return false;
        m_rules[m_open.takeLast()].endIf = m_rules.size();
        m_rules.append(Rule{Kind::EndIf, line, {}});
        return true;
    }
    /// To be called behind the last rule.
    void warnOfOpenIfs()
    {
        for (auto open = m_open.crbegin(); open != m_open.crend(); ++open)
            warn(m_rules[*open].line, "IF has no matching ENDIF");
    }

    Answer lookUp(const QByteArray &key) const override
    {
        Answer answer;
        answer.hitches = forEachMatch(key, [&](const Match &match) {
            answer.state = Answer::State::Found;
            answer.value = match.value;
            answer.rows = {match};
            return false;
        });
        return answer;
    }
    Trial tryAllRows(const QByteArray &key) const override
    {
        Trial trial;
        trial.hitches = forEachMatch(key, [&](const Match &match) {
            trial.matches.append(match);
            return true;
        });
        return trial;
    }

private:
    enum class Kind : quint8 { Row, If, EndIf };
    struct Rule
    {
        Kind kind = Kind::Row;
        qsizetype line = 0;
        Content content;
        qsizetype endIf = -1; ///< of an If: the rule that ends it
    };

    /// Calls visit(Match) for the rows that fit, in order, until it returns false; which ones could not be
    /// tried to the end.
    template<typename Visit>
    QList<Hitch> forEachMatch(const QByteArray &key, Visit visit) const
    {
        QList<Hitch> hitches;
        const std::optional<QByteArray> subject = subjectOf(key);
        QList<qsizetype> around;
        for (qsizetype at = 0; subject && at < m_rules.size(); ++at) {
            const Rule &rule = m_rules[at];
            if (rule.kind == Kind::EndIf) {
                around.removeLast();
                continue;
            }
            const Fit found = fit(rule.content, *subject);
            if (!found.problem.isEmpty())
                hitches.append(Hitch{name(), rule.line, found.problem});
            if (rule.kind == Kind::If) {
                if (found.isFit)
                    around.append(rule.line);
                else if (rule.endIf < 0)
                    break;
                else
                    at = rule.endIf;
                continue;
            }
            if (found.isFit
                && !visit(
                    Match{name(), rule.line, resultOf(rule.content, found.groups), found.groups, around}))
                break;
        }
        return hitches;
    }

    QList<Rule> m_rules;
    QList<qsizetype> m_open; ///< the Ifs that have no end, while reading
};

} // namespace lookup
