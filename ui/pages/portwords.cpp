// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/portwords.h"

#include <QCoreApplication>
#include <QStringList>

namespace ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ports)
};

QString encryptionWords(submission::Encryption encryption)
{
    switch (encryption) {
    case submission::Encryption::None:
        return Words::tr("Connections are not encrypted.");
    case submission::Encryption::Offered:
        return Words::tr("Encryption is offered, and not asked for.");
    case submission::Encryption::Required:
        return Words::tr("Clients must encrypt with STARTTLS.");
    case submission::Encryption::FromStart:
        break;
    }
    return Words::tr("Connections are encrypted from the first byte.");
}

QString loginWords(submission::Login login)
{
    switch (login) {
    case submission::Login::None:
        return Words::tr("Nobody can log in.");
    case submission::Login::Offered:
        return Words::tr("Clients can log in, even without encryption.");
    case submission::Login::OfferedEncrypted:
        break;
    }
    return Words::tr("Clients can log in once the connection is encrypted.");
}

QString relayWords(submission::Relaying relaying)
{
    switch (relaying) {
    case submission::Relaying::LoggedIn:
        return Words::tr("Only who has logged in can send mail to other domains.");
    case submission::Relaying::LoggedInAndOthers:
        return Words::tr(
            "Who has logged in can send mail to other domains, and so can trusted networks or others.");
    case submission::Relaying::Others:
        break;
    }
    return Words::tr("A login makes no difference to who can send mail to other domains.");
}

} // namespace

QString summaryOf(const submission::State &state, bool isForServers)
{
    QStringList sentences{encryptionWords(state.encryption), loginWords(state.login)};
    const bool saysMore = state.login != submission::Login::None || !isForServers;
    if (saysMore)
        sentences.append(relayWords(state.relaying));
    if (state.login != submission::Login::None && state.isSenderChecked)
        sentences.append(Words::tr("They send with own addresses only."));
    return sentences.join(u' ');
}

} // namespace ui
