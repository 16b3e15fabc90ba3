// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/check/suppression.h"

namespace check {

/// What is to be mended, and for whom.
struct FixRequest
{
    lint::Target target;
    lint::Profile profile = lint::Profile::Normal;
    Project project = {}; ///< what it ignores is left alone
    QByteArrayList rules = {}; ///< "PF-TLS-004", "PF-TLS-*"; empty: all
};

/// A fix that was taken.
struct Fixed
{
    Problem problem; ///< as it was then; its place is in the snapshot before that fix
    QString title;
    qsizetype line = 0; ///< counted from 1, where it was then; 0 without a place
};

struct FixReport
{
    model::Draft draft; ///< all fixes as one change
    QList<Fixed> fixed = {};
};

/// Takes the first fix of every finding, one after the other, and judges anew after each. A fix that would
/// leave its finding or bring another error is not taken.
FixReport fixAll(const model::Snapshot &snapshot, const FixRequest &request);

} // namespace check
