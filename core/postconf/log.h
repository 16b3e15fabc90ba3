// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayList>

namespace postconf {

/// What a run says on standard error: warnings, and the last words of a run that ends early. Neither has the
/// "postconf: warning: " or "postconf: fatal: " in front.
class Log
{
public:
    void warn(const QByteArray &message)
    {
        if (!hasEnded())
            m_warnings.append(message);
    }
    /// Only the first one counts; nothing is said after it.
    void end(const QByteArray &message)
    {
        if (!hasEnded())
            m_fatal = message;
    }

    const QByteArrayList &warnings() const { return m_warnings; }
    const QByteArray &fatal() const { return m_fatal; }
    bool hasEnded() const { return !m_fatal.isEmpty(); }

private:
    QByteArrayList m_warnings;
    QByteArray m_fatal;
};

/// As msg_vprintf() in src/util/msg_output.c prints it: what is not printable ASCII is shown as '?'.
QByteArray printable(QByteArray message);

} // namespace postconf
