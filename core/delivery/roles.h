// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/delivery/expander.h"

#include <span>

namespace delivery {

/// A name that others write to on every server, and who should get its mail where nobody does.
struct Role
{
    const char *name;
    const char *usual; ///< an alias that is commonly its target; null for one that needs a person
};
/// root, postmaster (RFC 5321), abuse (RFC 2142), MAILER-DAEMON.
std::span<const Role> roles();

enum class Reach : quint8 {
    Someone, ///< a person, a program or another server gets it
    RootOnly, ///< it stays in root's own mailbox, which nobody reads as a mail user
    Nobody, ///< it goes back, or is thrown away
    Unknown ///< can't be told from here
};

/// Who gets the mail of a role, as it is handed in on the server.
struct Reception
{
    QByteArray role;
    Tree tree;
    Reach reach = Reach::Unknown;
    QByteArrayList receivers = {}; ///< users, addresses, commands and files, each once
    bool needsAlias = false; ///< an alias of that name would help
};
Reception receptionOf(Expander &expander, const Role &role);

/// One or two sentences: who gets it, or what happens to it instead.
QString sentence(const Reception &reception);

} // namespace delivery
