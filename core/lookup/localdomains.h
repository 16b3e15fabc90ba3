// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/effective/values.h"
#include "core/lookup/matchlist.h"

#include <QSet>

namespace lookup {

/// The domains whose mail is for this host: mydestination, and its own addresses in brackets.
/// resolve_local() in src/global/resolve_local.c.
class LocalDomains
{
public:
    LocalDomains() = default;
    LocalDomains(const effective::Values &values, qsizetype service, const Opening &opening);

    Membership find(const QByteArray &domain) const;

private:
    MatchList m_destinations;
    QSet<QByteArray> m_literals; ///< "[192.0.2.1]"
};

} // namespace lookup
