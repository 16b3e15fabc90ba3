// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/grids/tableshape.h"

/// The tables whose rows have a place on a page.
namespace ui::shapes {

extern const TableShape tlsPolicies;
extern const TableShape sniCertificates;
extern const TableShape clientFingerprints;
extern const TableShape passwords;
extern const TableShape senderLogins;

} // namespace ui::shapes
