// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <optional>

namespace values {

/// Where mail is sent to, as relayhost and transports name it.
struct NextHop
{
    QByteArray host; ///< without brackets; may be a $name
    QByteArray port = {}; ///< empty: the usual one
    bool looksUpMx = false; ///< the mail servers of a domain rather than the host itself

    bool operator==(const NextHop &) const = default;
};

/// Reads `host`, `host:port`, `[host]` and `[host]:port`: smtp_parse_destination() in
/// src/smtp/smtp_connect.c. Nothing for what is none or more than one of these.
std::optional<NextHop> readNextHop(const QByteArray &text);

/// The same as it is written; empty without a host.
QByteArray writtenNextHop(const NextHop &nextHop);

} // namespace values
