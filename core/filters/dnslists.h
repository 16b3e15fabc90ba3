// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/edits/refusal.h"
#include "core/effective/target.h"
#include "core/model/draft.h"

#include <optional>

namespace filters {

/// An item of postscreen_dnsbl_sites: "domain=answers*weight".
struct DnsList
{
    QByteArray domain;
    QByteArray answers = {}; ///< that count; empty: any
    int weight = 1;

    bool operator==(const DnsList &) const = default;
};

/// psc_dnsbl_add_site() in src/postscreen/postscreen_dnsbl.c. Nothing for what is none.
std::optional<DnsList> readDnsList(const QByteArray &item);
QByteArray writtenDnsList(const DnsList &list);

/// postscreen asks this list too.
edits::Outcome addToPostscreen(model::Draft &draft, const DnsList &list);
/// smtpd refuses whom this list has: reject_rbl_client.
edits::Outcome addToSmtpd(model::Draft &draft, const DnsList &list, const effective::Target &target);

} // namespace filters
