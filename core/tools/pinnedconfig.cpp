// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tools/pinnedconfig.h"

#include <QFile>

namespace tools {

namespace {

/// Those of pinnedMainCf() that are not installationParameters().
const QList<QByteArray> privateParameters = {"config_directory",   "queue_directory",       "data_directory",
                                             "maillog_file",       "maillog_file_prefixes", "syslog_name",
                                             "import_environment", "debugger_command"};

QByteArray assignment(const QByteArray &name, const QByteArray &value)
{
    return '\n' + name + " = " + value;
}

} // namespace

QByteArray pinnedMainCf(const QByteArray &mainCf, const PostfixInstallation &installation,
                        const PrivatePlaces &places)
{
    QByteArray result = mainCf;
    for (const QByteArray &name : installationParameters()) {
        if (installation.parameters.contains(name))
            result += assignment(name, installation.parameters.value(name));
    }
    const QByteArray logFile = QFile::encodeName(places.logFile);
    result += assignment("config_directory", QFile::encodeName(places.configDirectory));
    result += assignment("queue_directory", QFile::encodeName(places.queueDirectory));
    result += assignment("data_directory", QFile::encodeName(places.dataDirectory));
    result += assignment("maillog_file", logFile);
    result += assignment("maillog_file_prefixes", logFile);
    result += assignment("syslog_name", "postfix");
    // The names of the default value; name=value entries, LD_PRELOAD above all, would reach root's programs.
    result += assignment("import_environment",
                         "MAIL_CONFIG MAIL_LOGTAG TZ LANG=C POSTLOG_SERVICE POSTLOG_HOSTNAME");
    result += assignment("debugger_command", "");
    return result + '\n';
}

QByteArray pinnedMasterCf(const QByteArray &masterCf)
{
    return masterCf + "\npostlog unix-dgram n - n - 1 postlogd\n";
}

bool isPinned(const QByteArray &parameter)
{
    return privateParameters.contains(parameter) || installationParameters().contains(parameter);
}

} // namespace tools
