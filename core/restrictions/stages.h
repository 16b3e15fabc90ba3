// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/catalog/version.h"

#include <QByteArrayView>
#include <QList>

#include <optional>

/// The access rules of the SMTP server: lists of steps, asked one after the other at certain moments of a
/// session.
namespace restrictions {

enum class Stage : quint8 { Client, Helo, Etrn, Sender, Relay, Recipient, Data, EndOfData };

struct StageFacts
{
    Stage stage;
    const char *name; ///< as the catalog calls its list
    const char *parameter;
    catalog::Version since;
    bool isDelayed; ///< waits for the first recipient with smtpd_delay_reject
};

/// In the order in which a session meets them; ETRN stands in place of everything that follows it.
const QList<StageFacts> &stages();
const StageFacts &factsOf(Stage stage);
/// Whose list a parameter is; nothing for any other parameter.
std::optional<Stage> stageOf(QByteArrayView parameter);

} // namespace restrictions
