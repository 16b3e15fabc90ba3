// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/edits/refusal.h"
#include "core/effective/values.h"
#include "core/model/draft.h"

namespace tls {

/// Whether mail to servers that publish their certificate in DNSSEC goes to none but those servers.
struct Dane
{
    bool isOn = false; ///< the level asks for it
    bool isDemanded = false; ///< dane-only: mail waits for servers that do not
    bool hasDnssec = false; ///< the answers of DNS are asked to be signed; else the level has no effect
    bool asksDns = true; ///< hosts are looked up in DNS, and nowhere else: what DANE needs
    bool isKnown = true; ///< to that version: from 2.11
};
Dane daneIn(const effective::Values &values);

/// Both settings at once. Off, the level is `may`.
edits::Outcome setDane(model::Draft &draft, bool isOn);

} // namespace tls
