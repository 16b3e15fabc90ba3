// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace tools {

enum class Severity { Note, Warning, Error, Fatal };

/// Which program said it first.
enum class Origin {
    Postconf, ///< postconf -n
    Startup, ///< what every Postfix program does first: reading and judging the parameters they all share
    PostfixCheck, ///< postfix check
    Postmap ///< postmap and postalias
};

/// What one of Postfix's programs has to say about a configuration, in its own words (which are English).
struct Message
{
    Severity severity = Severity::Warning;
    Origin origin = Origin::Postconf;
    QString file = {}; ///< as it was staged ("main.cf"), an absolute path elsewhere on the machine, or empty
    int line = 0; ///< from 1; 0 if it was not told
    QString text = {}; ///< without program, severity and place
    QByteArray parameter = {}; ///< the parameter it speaks of; '?' stands for bytes Postfix did not print
    QByteArray service = {}; ///< the service it speaks of, as "smtp/inet"
    QByteArray key = {}; ///< the row of a table it speaks of

    friend bool operator==(const Message &, const Message &) = default;
};

/// The messages in what a program wrote. `folder` is the staged configuration: paths below it become
/// relative.
QList<Message> parseMessages(const QByteArray &output, Origin origin, const QString &folder);

/// Each message once, where it came first: one check makes a dozen programs read the same file.
QList<Message> merged(const QList<Message> &messages);

} // namespace tools
