// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tools/tablechecks.h"

#include "core/tools/postfixenvironment.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace tools {

namespace {

QString programOf(const TableToCheck &table)
{
    return table.isAliases ? QStringLiteral("postalias") : QStringLiteral("postmap");
}

QString reference(const TableToCheck &table, const QString &path)
{
    return QString::fromLatin1(table.type) + u':' + path;
}

Command command(const PostfixInstallation &installation, const TableToCheck &table,
                const QStringList &arguments)
{
    return {.program = installation.program(programOf(table)),
            .arguments = arguments,
            .environment = postfixEnvironment(),
            .lastWords = programOf(table).toLatin1() + ": fatal: "};
}

} // namespace

Command trialCommand(const PostfixInstallation &installation, const TableToCheck &table, const QString &path,
                     const QString &folder)
{
    QStringList arguments{QStringLiteral("-c"), folder};
    if (!table.isCompiled)
        arguments += {QStringLiteral("-q"), QStringLiteral("postwright@example.com")};
    return command(installation, table, arguments + QStringList{reference(table, path)});
}

Command lookupCommand(const PostfixInstallation &installation, const TableToCheck &table, const QString &path,
                      const QString &folder)
{
    Command lookup = command(
        installation, table,
        {QStringLiteral("-c"), folder, QStringLiteral("-q"), QStringLiteral("-"), reference(table, path)});
    lookup.input = table.keys.join('\n') + '\n';
    return lookup;
}

QList<Message> trialMessages(const QByteArray &err, const TableToCheck &table, const QString &path,
                             bool &unsupported)
{
    // postmap() in src/postmap/postmap.c, dict_db_update() in src/util/dict_db.c and its likes.
    static const QRegularExpression duplicate(QStringLiteral("duplicate entry: \"(.*)\""));
    QList<Message> messages = parseMessages(err, Origin::Postmap, {});
    // What these programs say of main.cf, every program says.
    messages.removeIf([&path](const Message &message) {
        return !message.file.isEmpty() && !message.file.startsWith(path);
    });
    unsupported = false;
    for (Message &message : messages) {
        unsupported = unsupported || message.text.contains(u"unsupported dictionary type")
            || message.text.contains(u"unsupported map type") || message.text.contains(u"is not supported");
        message.file = table.name;
        message.text.replace(path, table.name);
        if (const auto match = duplicate.match(message.text); match.hasMatch())
            message.key = match.captured(1).toUtf8();
    }
    if (unsupported)
        messages.clear();
    return messages;
}

// postmap_queries() in src/postmap/postmap.c answers with the key, a tabulator and the value;
// postalias_queries() in src/postalias/postalias.c writes a colon behind the key.
QList<Message> lookupMessages(const Output &output, const TableToCheck &table)
{
    QSet<QByteArray> answered;
    for (const QByteArray &line : output.out.split('\n')) {
        const QByteArray key = line.first(std::max<qsizetype>(line.indexOf('\t'), 0));
        answered.insert(table.isAliases && key.endsWith(':') ? key.chopped(1) : key);
    }
    QList<Message> messages;
    for (const QByteArray &key : table.keys) {
        if (!answered.contains(key))
            messages.append(
                Message{.severity = Severity::Warning,
                        .origin = Origin::Postmap,
                        .file = table.name,
                        .text = QCoreApplication::translate(
                                    "tools", "“%1” is not found in the table that was compiled of “%2”.")
                                    .arg(QString::fromUtf8(key), table.name),
                        .key = key});
    }
    return messages;
}

} // namespace tools
