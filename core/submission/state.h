// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/effective/values.h"

namespace submission {

enum class Encryption : quint8 {
    None,
    Offered, ///< STARTTLS, for those who ask
    Required, ///< STARTTLS before anything else
    FromStart ///< TLS from the first byte: wrapper mode
};

enum class Login : quint8 {
    None,
    Offered,
    OfferedEncrypted, ///< offered once the connection is encrypted
};

/// Who gets mail for foreign domains accepted.
enum class Relaying : quint8 {
    LoggedIn, ///< whoever has logged in, and nobody else
    LoggedInAndOthers, ///< also trusted networks or other tests
    Others, ///< a login makes no difference
};

/// What one port does, as Postfix will see it.
struct State
{
    Encryption encryption = Encryption::None;
    Login login = Login::None;
    Relaying relaying = Relaying::Others;
    bool isSenderChecked = false; ///< who has logged in can use own addresses only
};

/// `service` is an index into values.services(); noService is smtpd as main.cf alone would have it.
/// The security level that smtpd goes by, that of the old switches where none is set, in small letters; empty
/// for none at all. Wrapper mode is not looked at.
QByteArray tlsLevelOf(const effective::Values &values, qsizetype service);
/// Whether a login is offered, if only once the connection is encrypted.
bool offersLogin(const effective::Values &values, qsizetype service);

State stateOf(const effective::Values &values, qsizetype service);

} // namespace submission
