// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/patternwords.h"
#include "core/lint/rowresults.h"
#include "core/syntax/logicalrow.h"

#include <QCoreApplication>

namespace lint {

namespace {

using patterns::CompiledPattern;
using patterns::patternAt;
using patterns::PatternSyntax;
using patterns::PatternText;
using syntax::ByteRange;
using syntax::LogicalRow;
using syntax::RowLines;

QByteArray said(const char *text)
{
    return QCoreApplication::translate("lint", text).toUtf8();
}

/// One pass over the rules of a regexp or pcre table.
class PatternRows
{
public:
    PatternRows(const Context &context, const KnownTable &table)
        : m_context(context),
          m_table(table),
          m_results(context, table),
          m_syntax(table.named.use.type == "regexp" ? PatternSyntax::Posix : PatternSyntax::Perl)
    {
    }

    RowHits scan()
    {
        constexpr qsizetype often = 64;
        qsizetype count = 0;
        m_table.content->forEachRowInForce([&](const RowLines &lines) {
            if (++count % often == 0 && m_context.isCancelled())
                return false;
            const LogicalRow row(lines);
            if (!row.text.isEmpty() && !syntax::isSpace(row.text.front()))
                judge(row);
            return true;
        });
        for (const ByteRange &open : m_open)
            m_hits.add(RowProblem::BadPattern, open,
                       {said(QT_TRANSLATE_NOOP("lint", "“if” has no matching “endif”"))});
        return m_hits;
    }

private:
    void judge(const LogicalRow &row)
    {
        if (row.isWord("endif")) {
            if (m_open.isEmpty())
                m_hits.add(RowProblem::BadPattern, row.where,
                           {said(QT_TRANSLATE_NOOP("lint", "“endif” has no matching “if”"))});
            else
                m_open.removeLast();
            return;
        }
        const bool isIf = row.isWord("if");
        if (!isIf && startsWithLiteral(row.text)) {
            m_hits.add(RowProblem::NoPattern, row.where);
            return;
        }
        if (m_open.isEmpty() && m_catchAll && !m_isTold) {
            m_isTold = true;
            m_hits.add(RowProblem::Unreachable, row.where,
                       {QByteArray::number(m_table.content->text().lineAt(*m_catchAll) + 1)});
        }
        if (isIf) {
            const PatternText condition = patternAt(row.text, 2, m_syntax);
            const CompiledPattern code(condition, m_syntax);
            if (!code.isValid())
                m_hits.add(RowProblem::BadPattern, row.where, {code.problem()});
            m_open.append(row.where);
            return;
        }
        judgeRule(row);
    }

    void judgeRule(const LogicalRow &row)
    {
        PatternText pattern = patternAt(row.text, 0, m_syntax);
        const CompiledPattern code(pattern, m_syntax);
        QByteArray problem = code.problem();
        qsizetype end = pattern.end;
        bool hasException = false;
        if (problem.isEmpty() && end < row.text.size() && row.text[end] == '!') {
            const PatternText exception = patternAt(row.text, end, m_syntax);
            problem = CompiledPattern(exception, m_syntax).problem();
            end = exception.end;
            hasException = true;
        }
        const QByteArray value = problem.isEmpty() ? row.text.sliced(end).trimmed() : QByteArray();
        if (problem.isEmpty())
            problem = problemOf(value, pattern, code);
        if (!problem.isEmpty()) {
            m_hits.add(RowProblem::BadPattern, row.where, {problem});
            return;
        }
        if (m_open.isEmpty() && !pattern.isNegated && !hasException && isCatchAllPattern(pattern.body))
            m_catchAll = row.where.begin;
        if (isTrusting(value) && !isCatchAllPattern(pattern.body) && isOpenEnded(pattern.body))
            m_hits.add(RowProblem::OpenEnded, row.where);
        if (m_table.roles.testFlag(TableRole::HeaderChecks) && !pattern.isNegated && !hasException
            && isRemoval(value) && matchesAllReceived(pattern.body, code))
            m_hits.add(RowProblem::AllReceived, row.where);
        const bool isStatus = m_table.roles.testFlag(TableRole::StatusFilter);
        if (isStatus && startsWithForeignCharacter(pattern.body))
            m_hits.add(RowProblem::Status, row.where);
        m_results.judge(value, row.where, m_hits);
    }

    static QByteArray problemOf(const QByteArray &value, const PatternText &pattern,
                                const CompiledPattern &code)
    {
        if (value.isEmpty())
            return said(QT_TRANSLATE_NOOP("lint", "There is no result"));
        const patterns::Substitution substitution(value);
        if (!substitution.problem().isEmpty())
            return substitution.problem();
        if (substitution.highest() > 0 && pattern.isNegated)
            return said(QT_TRANSLATE_NOOP("lint", "There is no group to insert after “!”"));
        if (substitution.highest() > code.groupCount())
            return QCoreApplication::translate("lint", "“$%1” is used, but there are %2 groups")
                .arg(substitution.highest())
                .arg(code.groupCount())
                .toUtf8();
        return {};
    }

    bool isTrusting(const QByteArray &value) const
    {
        return m_table.roles.testFlag(TableRole::Logins)
            || (m_table.roles.testFlag(TableRole::Access) && isPermit(value));
    }

    const Context &m_context;
    const KnownTable &m_table;
    RowResults m_results;
    PatternSyntax m_syntax;
    RowHits m_hits;
    QList<ByteRange> m_open; ///< the `if`s around
    std::optional<qsizetype> m_catchAll;
    bool m_isTold = false;
};

} // namespace

RowHits patternRowHits(const Context &context, const KnownTable &table)
{
    return PatternRows(context, table).scan();
}

} // namespace lint
