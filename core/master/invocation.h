// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/edits/serviceedits.h"

#include <optional>

namespace master {

/// Whether the service hands mail or connections to a program that is not Postfix's own: pipe or spawn.
bool runsProgram(const syntax::MasterCf &file, const syntax::Service &service);

/// What stands behind "flags=", "user=" or "argv=" in the arguments of such a service; of "argv=" with all
/// words behind it. Nothing where it does not stand. Words with blanks keep their braces.
std::optional<QByteArray> invocationPart(const syntax::MasterCf &file, const syntax::Service &service,
                                         QByteArrayView option);

/// Writes it in place, or where Postfix looks for it: in front of "argv=", which is the last. An empty value
/// takes it out, but for "argv=" and "user=", which pipe and spawn can't do without: get_service_attr() in
/// src/pipe/pipe.c.
edits::Outcome setInvocationPart(model::Draft &draft, qsizetype index, QByteArrayView option,
                                 const QByteArray &value);

} // namespace master
