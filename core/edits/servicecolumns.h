// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/draft.h"

#include <array>

namespace edits {

using ServiceFields = std::array<QByteArray, syntax::serviceFieldCount>;

/// Writes `value` into a column of the service. Where the line has aligned columns, the blanks behind it
/// grow or shrink so that the columns after it keep their place, or as many of them as can.
model::Draft::Replacement fieldReplacement(const syntax::MasterCf &file, const syntax::Service &service,
                                           syntax::ServiceField field, const QByteArray &value);

/// A line with these fields, in the columns of the nearest aligned service around `before`; those of
/// Postfix's own master.cf when there is none. Without a line end.
QByteArray alignedLine(const syntax::MasterCf &file, qsizetype before, const ServiceFields &fields);

} // namespace edits
