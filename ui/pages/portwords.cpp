// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/portwords.h"

#include <QCoreApplication>
#include <QStringList>

namespace ui {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("ports", text);
}

QString encryptionWords(submission::Encryption encryption)
{
    switch (encryption) {
    case submission::Encryption::None:
        return words(QT_TRANSLATE_NOOP("ports", "Connections are not encrypted."));
    case submission::Encryption::Offered:
        return words(QT_TRANSLATE_NOOP("ports", "Encryption is offered, and not asked for."));
    case submission::Encryption::Required:
        return words(QT_TRANSLATE_NOOP("ports", "Clients must encrypt with STARTTLS."));
    case submission::Encryption::FromStart:
        break;
    }
    return words(QT_TRANSLATE_NOOP("ports", "Connections are encrypted from the first byte."));
}

QString loginWords(submission::Login login)
{
    switch (login) {
    case submission::Login::None:
        return words(QT_TRANSLATE_NOOP("ports", "Nobody can log in."));
    case submission::Login::Offered:
        return words(QT_TRANSLATE_NOOP("ports", "Clients can log in, even without encryption."));
    case submission::Login::OfferedEncrypted:
        break;
    }
    return words(QT_TRANSLATE_NOOP("ports", "Clients can log in once the connection is encrypted."));
}

QString relayWords(submission::Relaying relaying)
{
    switch (relaying) {
    case submission::Relaying::LoggedIn:
        return words(QT_TRANSLATE_NOOP("ports", "Only who has logged in can send mail to other domains."));
    case submission::Relaying::LoggedInAndOthers:
        return words(QT_TRANSLATE_NOOP(
            "ports",
            "Who has logged in can send mail to other domains, and so can trusted networks or others."));
    case submission::Relaying::Others:
        break;
    }
    return words(
        QT_TRANSLATE_NOOP("ports", "A login makes no difference to who can send mail to other domains."));
}

} // namespace

QString summaryOf(const submission::State &state, bool isForServers)
{
    QStringList sentences{encryptionWords(state.encryption), loginWords(state.login)};
    const bool saysMore = state.login != submission::Login::None || !isForServers;
    if (saysMore)
        sentences.append(relayWords(state.relaying));
    if (state.login != submission::Login::None && state.isSenderChecked)
        sentences.append(words(QT_TRANSLATE_NOOP("ports", "They send with own addresses only.")));
    return sentences.join(u' ');
}

} // namespace ui
