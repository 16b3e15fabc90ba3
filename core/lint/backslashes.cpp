// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/backslashes.h"

#include "core/lint/mending.h"
#include "core/syntax/logicallines.h"

namespace lint {

namespace {

using syntax::ByteRange;

/// The lines that backslashes were to join, which end with the first line without one.
ByteRange joinedLines(QByteArrayView text, ByteRange line)
{
    ByteRange run = line;
    while (run.begin > 0) {
        const qsizetype begin = text.first(run.begin - 1).lastIndexOf('\n') + 1;
        if (!endsInBackslash(text.sliced(begin, run.begin - begin)))
            break;
        run.begin = begin;
    }
    ByteRange last = line;
    while (run.end < text.size() && endsInBackslash(last.in(text))) {
        const qsizetype newline = text.indexOf('\n', run.end);
        last = {run.end, newline < 0 ? text.size() : newline + 1};
        run.end = last.end;
    }
    return run;
}

QByteArray withoutBackslashes(const QByteArray &lines, bool isMasterCf)
{
    QByteArray out;
    bool isFirst = true;
    for (qsizetype at = 0; at < lines.size();) {
        const qsizetype newline = lines.indexOf('\n', at);
        const qsizetype end = newline < 0 ? lines.size() : newline + 1;
        QByteArray line = lines.sliced(at, end - at);
        at = end;
        const QByteArray words = line.trimmed();
        const bool isText = !words.isEmpty() && !words.startsWith('#');
        const QByteArray before = out.trimmed();
        const bool isOneWord =
            isMasterCf && !isFirst && isText && (before.endsWith(',') || before.endsWith('='));
        if (isOneWord) {
            out = out.first(out.lastIndexOf(before.back()) + 1);
            line = line.sliced(line.indexOf(words));
        } else if (!isFirst && isText && !syntax::isSpace(line.front())) {
            out += "    ";
        }
        isFirst = false;
        if (endsInBackslash(line)) {
            qsizetype slash = line.lastIndexOf('\\');
            const QByteArray lineEnd = line.sliced(slash + 1);
            while (slash > 0 && (line[slash - 1] == ' ' || line[slash - 1] == '\t'))
                --slash;
            line = line.first(slash) + lineEnd;
        }
        out += line;
    }
    return out;
}

} // namespace

bool endsInBackslash(QByteArrayView line)
{
    return line.trimmed().endsWith('\\');
}

Fix joinLines(const char *title, model::FileId file, QByteArrayView text, ByteRange line)
{
    const ByteRange run = joinedLines(text, line);
    const QByteArray old = run.in(text).toByteArray();
    return replaceText(title, file, run, old, withoutBackslashes(old, file == model::FileId::MasterCf));
}

} // namespace lint
