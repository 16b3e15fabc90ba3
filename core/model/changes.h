// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/snapshot.h"

#include <QByteArray>
#include <QList>

namespace model {

/// "In this file, replace these bytes by those." Nothing else ever changes a configuration.
struct Change
{
    FileId file = FileId::MainCf;
    syntax::ByteRange range;
    QByteArray bytes;

    bool operator==(const Change &) const = default;
};

/// In order: each range refers to the file as the change before it left it.
using Changes = QList<Change>;

/// A place to show: a file and the bytes in it.
struct Place
{
    FileId file = FileId::MainCf;
    syntax::ByteRange range;

    bool operator==(const Place &) const = default;
};

} // namespace model
