// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/effective/value.h"
#include "core/syntax/mastercf.h"

namespace effective {

/// The services of a master.cf that are in force, in file order.
QList<Service> servicesIn(const syntax::MasterCf &masterCf);

/// Indexes into the overrides of a service: the one that counts for each name, which is the last.
QList<qsizetype> overridesInForce(const syntax::MasterCf &masterCf, const syntax::Service &service);

/// Whether two services say the same, so that nothing about their values can differ.
bool isSameService(const syntax::MasterCf &before, qsizetype indexBefore, const syntax::MasterCf &now,
                   qsizetype indexNow);

} // namespace effective
