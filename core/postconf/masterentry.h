// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/syntax/mastercf.h"

#include <QMap>

namespace postconf {

/// The names of the columns in postconf's messages and -F patterns.
inline constexpr const char *fieldNames[syntax::serviceFieldCount] = {
    "service", "type", "private", "unprivileged", "chroot", "wakeup", "process_limit", "command"};

/// postconf's complaint about a column; empty when all are in order. pcf_check_master_entry() in
/// src/postconf/postconf_master.c.
QByteArray fieldProblem(const syntax::MasterCf &masterCf, const syntax::Service &service);

/// The `-o name=value` among the words behind a command; the last of a name counts.
QMap<QByteArray, QByteArray> overridesIn(const QByteArrayList &arguments);

/// One line of postconf -M: the columns at their places, one blank between the words behind the command.
QByteArray listedService(const syntax::MasterCf &masterCf, const syntax::Service &service,
                         const QByteArrayList &arguments);

} // namespace postconf
