// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/edits/refusal.h"
#include "core/model/draft.h"

namespace edits {

/// What the remark above a row says: its lines without '#', joined by one blank; empty without one.
QByteArray remarkText(const syntax::Table &table, const syntax::Row &row);

/// Writes, changes or removes (with an empty text) the remark above a row: comment lines that go wherever the
/// row goes. Written with "##" where it would pass for a row that is switched off.
Outcome setRowRemark(model::Draft &draft, model::FileId file, qsizetype index, const QByteArray &text);

} // namespace edits
