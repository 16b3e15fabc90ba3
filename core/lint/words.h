// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/catalog/kinds.h"
#include "core/lint/similarnames.h"

#include <QByteArrayList>

#include <optional>

/// Small things that many rules ask about texts.
namespace lint {

/// A character from a word processor or a web page that looks like an ASCII one.
struct Typographic
{
    char32_t code = 0;
    qsizetype at = 0;
    qsizetype size = 0;
    QByteArray ascii = {}; ///< what was meant
};
/// The first one at or behind `from`.
std::optional<Typographic> typographicIn(QByteArrayView text, qsizetype from = 0);
inline bool hasTypographicCharacter(QByteArrayView text)
{
    return typographicIn(text).has_value();
}

/// Banners, footers, reply templates and the like: what a person writes and reads.
bool isFreeText(QByteArrayView parameter);

/// Of digits and dots.
bool isNumeric(QByteArrayView text);
/// Whether Postfix takes it for the name of a host or a domain.
bool isHostName(const QByteArray &name);

/// "[::1]:smtp" is "::1" and "smtp"; a name alone is a port.
struct Endpoint
{
    QByteArray host = {};
    QByteArray port = {};
};
Endpoint endpointOf(QByteArrayView serviceName);

/// A time in seconds; nothing if it is none.
std::optional<qint64> secondsIn(QByteArrayView text, std::optional<catalog::TimeUnit> unit);
/// A compatibility level as a number that grows with it: 3.6 is 3006000.
std::optional<qint64> levelOf(QByteArrayView text);

/// A network or an address of an access list: 128 bits, IPv4 in the first four bytes.
struct Network
{
    QByteArray address = {}; ///< 4 or 16 bytes
    int length = 0;
    bool hasHostBits = false;

    bool isIPv4() const { return address.size() == 4; }
    bool contains(const Network &other) const;
};
/// "10.0.0.0/8", "[::1]/128", "::1"; nothing for what is no address.
std::optional<Network> networkOf(QByteArrayView text);
std::optional<QByteArray> addressOf(QByteArrayView text);
/// The network with its host bits cleared.
QByteArray networkText(const Network &network);
/// Private, loopback, link-local, shared or for documentation.
bool isReserved(const Network &network);

} // namespace lint
