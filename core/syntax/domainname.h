// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace syntax {

/// The two forms of an internationalized domain name; a name that can't be converted stays as it is.
QByteArray asciiDomain(const QByteArray &domain);
QByteArray unicodeDomain(const QByteArray &domain);

} // namespace syntax
