// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/edits/serviceedits.h"
#include "core/postconf/masterentry.h"

namespace postconf {

/// The service as postconf reads it; what is wrong with it goes to the log.
MasterEntry entryAt(const syntax::MasterCf &masterCf, qsizetype index, Log &log);

/// Turns the service into what the entry says, field by field, so that what is the same stays as it is
/// written.
edits::Outcome become(model::Draft &draft, qsizetype index, const MasterEntry &wanted);

/// Changes one column, even to that of another service.
edits::Outcome setColumn(model::Draft &draft, qsizetype index, syntax::ServiceField field,
                         const QByteArray &value);

/// Adds the entry at the end of the file.
edits::Outcome append(model::Draft &draft, const MasterEntry &wanted);

/// Gives every override of that name the value, or adds one.
edits::Outcome setOverrides(model::Draft &draft, qsizetype index, const QByteArray &name,
                            const QByteArray &value);

} // namespace postconf
