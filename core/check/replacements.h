// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/changes.h"

namespace check {

/// Bytes of a file as it was, and what takes their place.
struct Replacement
{
    syntax::ByteRange range = {};
    QByteArray bytes = {};

    bool operator==(const Replacement &) const = default;
};

struct FileReplacements
{
    model::FileId file = model::FileId::MainCf;
    QList<Replacement> replacements = {}; ///< in the order of their places, apart from each other
};

/// What the changes come to, told by places in `snapshot`, which is as it was before all of them.
QList<FileReplacements> replacementsOf(const model::Snapshot &snapshot, const model::Changes &changes);

} // namespace check
