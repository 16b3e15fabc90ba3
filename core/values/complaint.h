// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/values/domain.h"

#include <QString>

namespace values {

/// What Postfix would not accept in a value, or not as it is meant.
struct Complaint
{
    QString message; ///< whole sentences, for a person
    std::optional<QByteArray> instead = {}; ///< the value that was probably meant
};

/// `value` is expanded: as the program gets to see it. Nothing when there is nothing to say.
/// The programs' checks are those of mail_conf_bool.c, mail_conf_int.c and mail_conf_time.c in src/global.
std::optional<Complaint> complaintAbout(const Domain &domain, const QByteArray &value);

/// The one of `candidates` that `word` is a slip of the keyboard for; nothing when none is close.
std::optional<QByteArray> closestTo(const QByteArray &word, const QByteArrayList &candidates);

} // namespace values
