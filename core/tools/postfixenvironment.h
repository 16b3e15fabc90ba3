// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMap>
#include <QString>

namespace tools {

/// For Command::environment: messages in English, and nothing of ours that would lead Postfix's programs to
/// another configuration or make them talkative (mail_conf.h names the variables).
inline QMap<QString, QString> postfixEnvironment()
{
    return {{QStringLiteral("LC_ALL"), QStringLiteral("C")}, {QStringLiteral("MAIL_CONFIG"), QString()},
            {QStringLiteral("MAIL_DEBUG"), QString()},       {QStringLiteral("MAIL_VERBOSE"), QString()},
            {QStringLiteral("MAIL_LOGTAG"), QString()},      {QStringLiteral("POSTLOG_SERVICE"), QString()},
            {QStringLiteral("POSTLOG_HOSTNAME"), QString()}};
}

} // namespace tools
