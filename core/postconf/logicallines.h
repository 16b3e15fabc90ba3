// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/postconf/log.h"
#include "core/syntax/logicallines.h"

#include <QMap>

namespace postconf {

/// The logical lines of a file as readllines() in src/util/readlline.c hands them out: its lines end to end,
/// with every blank that stands in them, cut at a NUL. Orphaned lines are warned of on the way.
class LogicalLines
{
public:
    LogicalLines(QByteArrayView bytes, QByteArray path, Log &log);

    /// False at the end of the file.
    bool next();
    const QByteArray &text() const { return m_text; }
    /// The first physical line of the current one, counted from 1.
    int line() const { return m_line; }

private:
    /// Moves `m_ahead` to the next line that is neither blank nor a comment.
    void advance();
    QByteArrayView ahead() const;
    void warnOfOrphan();

    QByteArrayView m_bytes;
    QByteArray m_path;
    Log &m_log;
    syntax::LineScanner m_scanner;
    syntax::PhysicalLine m_ahead;
    int m_aheadLine = 0;
    bool m_hasAhead = false;
    QByteArray m_text;
    int m_line = 0;
};

/// Takes the current line into `settings` as dict_load_fp() in src/util/dict.c does: the last one of a name
/// counts, and another value than before is warned of. A line that is no setting ends the run.
void readSetting(const LogicalLines &lines, const QByteArray &path, QMap<QByteArray, QByteArray> &settings,
                 Log &log);

} // namespace postconf
