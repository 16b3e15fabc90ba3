// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/catalog/version.h"

#include <QByteArray>

#include <optional>

/// What the TLS settings of Postfix say, and the edits of several of them at once.
namespace tls {

enum class Protocol : quint8 { SslV3, Tls10, Tls11, Tls12, Tls13 };

/// "TLS 1.2"
QByteArray nameOf(Protocol protocol);

/// The oldest protocol that a list of protocols lets pass, where it says no more than that: `>=TLSv1.2`, or
/// exclusions of all that is older. Nothing for any other list, or one that lets everything pass.
/// The words are those of tls_proto_mask_lims() in src/tls/tls_misc.c.
std::optional<Protocol> oldestIn(const QByteArray &value);

/// That list for a version of Postfix: before 3.6 it knows exclusions only.
QByteArray listFrom(Protocol oldest, const catalog::Version &version);

/// It knows a protocol by name only where its OpenSSL can: TLS 1.3 from 3.4.
bool knows(Protocol protocol, const catalog::Version &version);

} // namespace tls
