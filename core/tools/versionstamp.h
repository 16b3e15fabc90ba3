// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace tools {

/// The version of the Postfix that is installed on this machine, read from the stamp that every one of its
/// programs carries (MAIL_VERSION_STAMP in src/global/mail_version.h); empty without one. Runs nothing: for
/// callers that can't wait for detectPostfix().
QByteArray installedPostfixVersion();

/// The version stamped into the bytes of a Postfix program; empty without one.
QByteArray stampedVersion(QByteArrayView program);

} // namespace tools
