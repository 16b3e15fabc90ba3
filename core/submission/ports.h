// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/syntax/mastercf.h"

#include <QList>

#include <optional>

/// The ports at which mail comes in by SMTP.
namespace submission {

inline constexpr int smtpPort = 25;
inline constexpr int submissionPort = 587;
inline constexpr int submissionsPort = 465;

/// A service of master.cf that runs smtpd at a port, in force or commented out as a whole.
struct Port
{
    qsizetype service = 0; ///< in MasterCf::services()
    QByteArray name; ///< of the service, as written: "submission", "127.0.0.1:587"
    QByteArray host; ///< that it listens at; empty: wherever inet_interfaces says
    std::optional<int> number; ///< nothing for a name that is none of the mail ports'
    bool isBehindPostscreen = false; ///< gets its clients from postscreen, which listens at that port
    bool isEnabled = false;
};

/// In file order. An smtpd of type pass has the port of the postscreen that is in force.
QList<Port> portsIn(const syntax::MasterCf &file);

/// The number that a port has by name, or is; nothing for a name that is none of the mail ports'.
std::optional<int> numberOf(QByteArrayView port);

} // namespace submission
