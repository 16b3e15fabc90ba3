// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/edits/refusal.h"
#include "core/filters/endpoint.h"
#include "core/model/draft.h"

#include <QList>

namespace filters {

/// An item of smtpd_milters: where the milter listens, and what holds for it alone.
struct Milter
{
    Endpoint endpoint;
    QList<std::pair<QByteArray, QByteArray>> settings = {}; ///< of the form { endpoint, name = value }
};

/// Nothing for what can't be said in these words, a $name for one.
std::optional<Milter> readMilter(const QByteArray &item);
QByteArray writtenMilter(const Milter &milter);

/// Asks this milter last, for mail from the network and, if wanted, for mail from this machine too.
edits::Outcome addMilter(model::Draft &draft, const Milter &milter, bool alsoLocalMail);

} // namespace filters
