// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/edits/valuewriter.h"

#include <optional>

namespace edits {

/// One item of a list value as it is to be.
struct ListEntry
{
    qsizetype kept = -1; ///< index of the item that it is now; -1 for a new one
    bool moved = false; ///< it leaves its place, its comment comes along
    std::optional<QByteArray> text = {}; ///< what it says; not needed where a kept item says the same
    std::optional<bool> commaBefore = {}; ///< when not told, as the rest of the value has it
};

/// The entries that make the items of setting `index` into those of `value`: what is in both stays where it
/// is, as much of it as possible, and what only changed its place is moved.
QList<ListEntry> entriesFor(const syntax::MainCf &file, qsizetype index, const QByteArray &value);

/// Rewrites a list value item by item. Lines, separators and comments between items that stay are kept; the
/// comment right above an item goes where the item goes, all other comments stay where they are.
Replacements rewriteList(const syntax::MainCf &file, qsizetype index, const QList<ListEntry> &entries);

} // namespace edits
