// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/syntax/mastercf.h"

/// postscreen(8) takes the connections at port 25, and four services of master.cf make that work.
namespace postscreen {

/// A service that has to be in force. `name` and `type` are those that Postfix looks for.
struct Part
{
    const char *name;
    const char *type;
    const char *program;
};

/// What gets the clients that postscreen lets through, and what it asks for lists and for TLS.
inline constexpr Part server{"smtpd", "pass", "smtpd"};
inline constexpr Part dnsBlog{"dnsblog", "unix", "dnsblog"};
inline constexpr Part tlsProxy{"tlsproxy", "unix", "tlsproxy"};
inline constexpr Part helpers[] = {server, dnsBlog, tlsProxy};

struct State
{
    QList<qsizetype> screens; ///< in force, port 25: postscreen
    QList<qsizetype> servers; ///< in force, port 25: smtpd itself
    QList<Part> missing; ///< of the helpers
    bool isOn() const { return !screens.isEmpty() && missing.isEmpty(); }
};

State stateOf(const syntax::MasterCf &file);

/// The service that is this part: one in force, else one that is commented out; -1 without any.
qsizetype indexOf(const syntax::MasterCf &file, const Part &part);

} // namespace postscreen
