// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/catalog/reference.h"
#include "core/edits/refusal.h"
#include "core/filters/endpoint.h"
#include "core/model/draft.h"

namespace filters {

/// A filter that all queued mail is sent through: FILTER_README.
struct ContentFilter
{
    QByteArray name = {}; ///< of the service that hands mail to it
    Endpoint endpoint = {}; ///< where it takes mail over SMTP; incomplete: it is a program that is run
    QByteArray returnPort = {}; ///< where this server takes the mail back, on this machine
    QByteArray user = {}; ///< of the program
    QByteArray command = {};
};

/// Makes the service and sends mail through it. A filter that speaks SMTP gives the mail back to a port of
/// its own, where it is not filtered again. A program gives it to sendmail, so that only mail from the
/// network goes through it.
edits::Outcome setUp(model::Draft &draft, const ContentFilter &filter, const catalog::Reference &reference,
                     const catalog::Version &version);

} // namespace filters
