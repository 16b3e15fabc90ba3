// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace lint {

bool isPort(QByteArrayView text);
/// `host`, `host:port`, `[host]` or `[host]:port`.
bool isNextHop(QByteArrayView text);
/// The next hop that was meant, by a URL or a port inside the brackets; empty when that is not known.
QByteArray mendedNextHop(const QByteArray &written);

} // namespace lint
