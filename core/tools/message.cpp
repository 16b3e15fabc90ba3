// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tools/message.h"

#include "core/base/displaytext.h"

#include <QRegularExpression>
#include <QSet>

#include <array>

namespace tools {

namespace {

// postconf, /usr/sbin/postconf, postfix/postfix-script: msg_vstream.c prints the tag, then the severity if
// any.
const QRegularExpression &lineForm()
{
    static const QRegularExpression form(QStringLiteral(
        "^(?:/\\S+/)?post[a-z0-9-]+(?:/[a-z0-9-]+)*: (?:(warning|error|fatal|panic): )?(.*)$"));
    return form;
}

// "FILE, line 3: ..." of dict.c, "file FILE: line 3: ..." of postconf_master.c, "FILE: ..." of
// postconf_unused.c.
const QRegularExpression &placeForm()
{
    static const QRegularExpression form(QStringLiteral(
        "^(?:file |[a-z]+ map )?(main\\.cf|master\\.cf|/[^:,\\s]+)(?:[,:] line (\\d+)(?:-\\d+)?)?: (.*)$"));
    return form;
}

// The findings of postfix-script end in the path they are about.
const QRegularExpression &permissionForm()
{
    static const QRegularExpression form(QStringLiteral(
        "^(?:not owned by .*|(?:group or )?other writable|symlink leaves directory|not set-gid .*): (/.*)$"));
    return form;
}

const QRegularExpression &serviceForm()
{
    static const QRegularExpression form(QStringLiteral("^invalid \\S+ field \".*\" in \"(\\S+)\\s+(\\S+)"));
    return form;
}

/// How messages name a parameter; the first that fits counts.
QByteArray parameterIn(const QString &text)
{
    static const std::array forms = {
        // postconf_unused.c, postconf_user.c, dict.c
        QRegularExpression(QStringLiteral(
            "^(?:unused parameter|read-only parameter assignment|overriding earlier entry): ([^=]+)=")),
        QRegularExpression(QStringLiteral("^undefined parameter: (.+)$")),
        // mail_conf_int.c, mail_conf_bool.c, mail_conf_str.c, mail_conf_time.c
        QRegularExpression(QStringLiteral("^bad \\w+ configuration: (\\S+) =")),
        QRegularExpression(QStringLiteral("^bad string length .*?: (\\S+) =")),
        QRegularExpression(QStringLiteral("^invalid (\\S+) parameter value")),
        QRegularExpression(QStringLiteral("^invalid (?:parameter )?setting: ?\"(\\S+) =")),
        // mail_params.c
        QRegularExpression(QStringLiteral("^parameters? (\\S+?)(?::| and )")),
        QRegularExpression(QStringLiteral("^config variable (\\S+): ")),
        QRegularExpression(QStringLiteral("^bad (\\S+) value: ")),
        QRegularExpression(QStringLiteral("^(\\w+) (?:and \\w+ )?parameter settings? must not ")),
        // the deprecation warnings of 3.9 and later
        QRegularExpression(QStringLiteral("support for parameter \"?(\\w+)\"? ")),
    };
    for (const QRegularExpression &form : forms) {
        const auto match = form.match(text);
        if (match.hasMatch())
            return match.captured(1).trimmed().toUtf8();
    }
    // compat_level.c does not name the only parameter it can mean.
    return text.startsWith(u"malformed compatibility level") ? QByteArray("compatibility_level")
                                                             : QByteArray();
}

Severity severityOf(const QString &word)
{
    if (word == u"warning")
        return Severity::Warning;
    if (word == u"error")
        return Severity::Error;
    return word.isEmpty() ? Severity::Note : Severity::Fatal;
}

void splitPlace(Message &message)
{
    if (const auto place = placeForm().match(message.text); place.hasMatch()) {
        message.file = place.captured(1);
        message.line = place.captured(2).toInt();
        message.text = place.captured(3);
    } else if (const auto permission = permissionForm().match(message.text); permission.hasMatch()) {
        message.file = permission.captured(1).replace(QStringLiteral("/./"), QStringLiteral("/"));
    }
}

} // namespace

QList<Message> parseMessages(const QByteArray &output, Origin origin, const QString &folder)
{
    QList<Message> messages;
    for (const QByteArray &bytes : output.split('\n')) {
        QString line = base::displayText(bytes).trimmed();
        if (!folder.isEmpty())
            line.remove(folder + u'/');
        if (line.isEmpty())
            continue;
        Message message{.severity = Severity::Note, .origin = origin, .text = line};
        if (const auto parts = lineForm().match(line); parts.hasMatch()) {
            message.severity = severityOf(parts.captured(1));
            message.text = parts.captured(2);
            splitPlace(message);
            message.parameter = parameterIn(message.text);
            const auto service = serviceForm().match(message.text);
            if (service.hasMatch())
                message.service = (service.captured(1) + u'/' + service.captured(2)).toUtf8();
        }
        messages.append(message);
    }
    return messages;
}

QList<Message> merged(const QList<Message> &messages)
{
    QList<Message> result;
    QSet<QString> seen;
    for (const Message &message : messages) {
        const QString key = QStringLiteral("%1\n%2\n%3\n%4")
                                .arg(QString::number(static_cast<int>(message.severity)), message.file,
                                     QString::number(message.line), message.text);
        if (!seen.contains(key))
            result.append(message);
        seen.insert(key);
    }
    return result;
}

} // namespace tools
