// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/restrictions/stages.h"

#include <algorithm>

namespace restrictions {

const QList<StageFacts> &stages()
{
    using catalog::Version;
    static const QList<StageFacts> table{
        {Stage::Client, "client", "smtpd_client_restrictions", Version{1, 0, 0}, true},
        {Stage::Helo, "helo", "smtpd_helo_restrictions", Version{1, 0, 0}, true},
        {Stage::Etrn, "etrn", "smtpd_etrn_restrictions", Version{1, 0, 0}, false},
        {Stage::Sender, "sender", "smtpd_sender_restrictions", Version{1, 0, 0}, true},
        {Stage::Relay, "relay", "smtpd_relay_restrictions", Version{2, 10, 0}, false},
        {Stage::Recipient, "recipient", "smtpd_recipient_restrictions", Version{1, 0, 0}, false},
        {Stage::Data, "data", "smtpd_data_restrictions", Version{2, 0, 0}, false},
        {Stage::EndOfData, "end_of_data", "smtpd_end_of_data_restrictions", Version{2, 2, 0}, false},
    };
    return table;
}

const StageFacts &factsOf(Stage stage)
{
    return *std::ranges::find_if(stages(), [&](const StageFacts &facts) { return facts.stage == stage; });
}

std::optional<Stage> stageOf(QByteArrayView parameter)
{
    const auto found = std::ranges::find_if(
        stages(), [&](const StageFacts &facts) { return parameter == QByteArrayView(facts.parameter); });
    return found == stages().end() ? std::nullopt : std::optional(found->stage);
}

} // namespace restrictions
