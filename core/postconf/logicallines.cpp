// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/postconf/logicallines.h"

#include "core/postconf/nameval.h"

#include <algorithm>

namespace postconf {

using syntax::LineKind;

LogicalLines::LogicalLines(QByteArrayView bytes, QByteArray path, Log &log)
    : m_bytes(bytes), m_path(std::move(path)), m_log(log), m_scanner(bytes)
{
    advance();
}

void LogicalLines::advance()
{
    do {
        m_hasAhead = m_scanner.next(m_ahead);
        ++m_aheadLine;
    } while (m_hasAhead && (m_ahead.kind == LineKind::Blank || m_ahead.kind == LineKind::Comment));
}

QByteArrayView LogicalLines::ahead() const
{
    QByteArrayView text = m_ahead.range.in(m_bytes);
    if (text.endsWith('\n'))
        text.chop(1);
    return text;
}

void LogicalLines::warnOfOrphan()
{
    constexpr qsizetype shown = 30;
    QByteArray text;
    for (; m_hasAhead && m_ahead.kind == LineKind::Orphan; advance())
        text += ahead();
    m_log.warn(m_path + ": logical line must not start with whitespace: \""
               + text.first(std::min(shown, text.size())) + (text.size() > shown ? "...\"" : "\""));
}

bool LogicalLines::next()
{
    if (m_hasAhead && m_ahead.kind == LineKind::Orphan)
        warnOfOrphan();
    if (!m_hasAhead)
        return false;
    m_line = m_aheadLine;
    m_text = ahead().toByteArray();
    for (advance(); m_hasAhead && m_ahead.kind == LineKind::Continuation; advance())
        m_text += ahead();
    if (const qsizetype nul = m_text.indexOf('\0'); nul >= 0)
        m_text.truncate(nul);
    return true;
}

void readSetting(const LogicalLines &lines, const QByteArray &path, QMap<QByteArray, QByteArray> &settings,
                 Log &log)
{
    const QByteArray where = path + ", line " + QByteArray::number(lines.line()) + ": ";
    const NameValue both = nameValueOf(lines.text());
    if (both.error) {
        log.end(where + both.error + ": \"" + lines.text() + '"');
        return;
    }
    const auto earlier = settings.find(both.name);
    if (earlier == settings.end()) {
        settings.insert(both.name, both.value);
    } else if (*earlier != both.value) {
        log.warn(where + "overriding earlier entry: " + both.name + '=' + *earlier);
        *earlier = both.value;
    }
}

} // namespace postconf
