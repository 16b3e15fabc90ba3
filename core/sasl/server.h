// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/edits/refusal.h"
#include "core/effective/values.h"
#include "core/model/draft.h"

/// Logging in, at this server and at others.
namespace sasl {

/// Who checks the passwords of those who log in here.
enum class Checker : quint8 { None, Dovecot, Cyrus, Other };

struct Server
{
    Checker checker = Checker::None;
    QByteArray type = {}; ///< as it is written, also where nobody can log in
    QByteArray path = {}; ///< of a socket, or the name of a configuration of Cyrus
    bool isOnEverywhere = false; ///< at every port that does not say otherwise
    QByteArrayList services = {}; ///< "name/type" of those that offer login by an override
};

/// Without any port that offers login there is no checker, whatever its type says.
Server serverIn(const effective::Values &values);

/// Where the socket is: below the queue directory unless its path is absolute. Empty for one of the network.
QByteArray socketPath(const effective::Values &values, const QByteArray &path);

/// The settings of a checker as one step: which it is, where, and that logins are offered, at every port
/// unless a service offers them by itself. None resets all three; services keep what they say.
edits::Outcome setChecker(model::Draft &draft, Checker checker, const Server &before);

/// What a set of security options leaves for those who log in.
struct Offer
{
    bool isOffered = false; ///< any login at all
    bool hasPlaintext = false; ///< PLAIN and LOGIN: the password itself goes over the line
    bool hasAnonymous = false;
};
/// At a service, before and after encryption.
Offer offerAt(const effective::Values &values, qsizetype service, bool isEncrypted);

} // namespace sasl
