// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/diff/filediff.h"

#include "core/diff/differences.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace diff {

namespace {

class HunkBuilder
{
public:
    HunkBuilder(const syntax::Text &before, const syntax::Text &after, int contextLines,
                qsizetype mostLines = std::numeric_limits<qsizetype>::max())
        : m_before(before), m_after(after), m_contextLines(contextLines), m_mostLines(mostLines)
    {
    }

    FileDiff build(const QList<Difference> &differences)
    {
        for (const Difference &difference : differences) {
            if (m_diff.added + m_diff.removed >= m_mostLines) {
                m_diff.isCut = true;
                break;
            }
            if (m_diff.hunks.isEmpty() || !reaches(difference))
                begin(difference);
            appendLines(m_before, difference.before.begin, LineOrigin::Context);
            appendLines(m_before, difference.before.end, LineOrigin::Removed);
            m_newAt = difference.after.begin;
            appendLines(m_after, difference.after.end, LineOrigin::Added);
            if (m_diff.isCut)
                return std::move(m_diff);
        }
        end();
        return std::move(m_diff);
    }

private:
    /// Whether the context of what is open touches that of the next difference.
    bool reaches(const Difference &next) const
    {
        qsizetype at = m_oldAt;
        for (int line = 0; line < 2 * m_contextLines && at < next.before.begin; ++line)
            at = m_before.lineAround(at).end;
        return at >= next.before.begin;
    }

    void begin(const Difference &difference)
    {
        end();
        m_oldAt = difference.before.begin;
        m_oldLine = m_before.lineAt(m_oldAt);
        m_newLine = m_after.lineAt(difference.after.begin);
        for (int line = 0; line < m_contextLines && m_oldAt > 0; ++line) {
            m_oldAt = m_before.lineAround(m_oldAt - 1).begin;
            --m_oldLine;
            --m_newLine;
        }
        m_diff.hunks.append(Hunk{{}, m_oldLine, m_newLine});
    }

    /// The context below the last difference of a hunk.
    void end()
    {
        if (m_diff.hunks.isEmpty())
            return;
        qsizetype at = m_oldAt;
        for (int line = 0; line < m_contextLines && at < m_before.size(); ++line)
            at = m_before.lineAround(at).end;
        appendLines(m_before, at, LineOrigin::Context);
    }

    void appendLines(const syntax::Text &text, qsizetype end, LineOrigin origin)
    {
        qsizetype &at = origin == LineOrigin::Added ? m_newAt : m_oldAt;
        qsizetype count = 0;
        while (at < end) {
            // Of a great piece that is replaced, some of both is worth more than all that was.
            if (origin != LineOrigin::Context && count++ == m_mostLines) {
                m_diff.isCut = true;
                return;
            }
            const syntax::ByteRange range = text.lineAround(at);
            QByteArrayView bytes = text.view(range);
            DiffLine line;
            line.origin = origin;
            if (origin != LineOrigin::Added)
                line.oldLine = m_oldLine++;
            if (origin != LineOrigin::Removed)
                line.newLine = m_newLine++;
            line.endsWithNewline = bytes.endsWith('\n');
            line.bytes = bytes.chopped(line.endsWithNewline ? 1 : 0).toByteArray();
            m_diff.hunks.last().lines.append(line);
            m_diff.added += origin == LineOrigin::Added ? 1 : 0;
            m_diff.removed += origin == LineOrigin::Removed ? 1 : 0;
            at = range.end;
        }
    }

    const syntax::Text &m_before;
    const syntax::Text &m_after;
    int m_contextLines;
    qsizetype m_mostLines;
    FileDiff m_diff;
    qsizetype m_oldAt = 0;
    qsizetype m_newAt = 0;
    qsizetype m_oldLine = 0;
    qsizetype m_newLine = 0;
};

} // namespace

FileDiff fileDiff(const syntax::Text &before, const syntax::Text &after, int contextLines)
{
    return HunkBuilder(before, after, contextLines).build(differences(before, after));
}

FileDiff fileDiffUpTo(qsizetype mostLines, const syntax::Text &before, const syntax::Text &after)
{
    constexpr int contextLines = 3;
    constexpr qsizetype longLine = 256;
    const qsizetype most = std::min(mostLines, std::numeric_limits<qsizetype>::max() / longLine) * longLine;
    QList<Difference> found = differences(before, after, most);
    const auto size = [](qsizetype sum, const Difference &one) {
        return sum + one.before.size() + one.after.size();
    };
    // What was not compared any more is the last of them.
    const bool isCut =
        !found.isEmpty() && std::accumulate(found.begin(), found.end() - 1, qsizetype(0), size) > most;
    if (isCut)
        found.removeLast();
    FileDiff diff = HunkBuilder(before, after, contextLines, mostLines).build(found);
    diff.isCut = diff.isCut || isCut;
    return diff;
}

} // namespace diff
