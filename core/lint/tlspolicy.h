// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayList>

namespace lint {

const QByteArrayList &tlsLevels();
/// The first word of a row of a TLS policy table that makes it void; empty when there is none.
QByteArray badTlsPolicyWord(QByteArrayView value);

} // namespace lint
