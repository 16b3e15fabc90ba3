// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/catalog/facts.h"

#include <QString>

namespace ui {

/// The programs that read it: "smtpd, tlsproxy", "every program".
QString usersText(const catalog::Facts &facts);

/// What a version makes of a parameter, in a word or two: "Since 3.6", "Deprecated 3.9". Empty for what was
/// always there.
QString versionText(const catalog::Facts &facts, const catalog::Version &target);

/// The same in sentences, with what replaces it.
QString versionHelp(const catalog::Facts &facts, const catalog::Version &target);

/// The version has it, but advises against it, does not read it any more or does not know it.
bool isOutOfDate(const catalog::Facts &facts, const catalog::Version &target);

} // namespace ui
