// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lookup/open.h"
#include "core/model/snapshot.h"

#include <QHash>

#include <mutex>

namespace tables {

/// Reads the files of a configuration as they are here, saved or not. One that is not open is NotFound.
lookup::ReadTable readerOf(const model::Snapshot &snapshot);

/// Tables that are kept open for as long as the files they are read from stay what they are, so that asking
/// again costs nothing. Any thread may use it.
class OpenTables
{
public:
    /// The table as it is in that snapshot; `opening` says how it is read, but not from where.
    lookup::MapPointer open(const QByteArray &name, const lookup::Opening &opening,
                            const model::Snapshot &snapshot);

private:
    struct Source
    {
        QByteArray path;
        syntax::TableKind kind = syntax::TableKind::KeyValue;
        std::optional<syntax::Text> text = {}; ///< nothing: it could not be read
    };
    struct Kept
    {
        lookup::MapPointer map;
        QList<Source> sources = {};
    };

    std::mutex m_mutex;
    QHash<QByteArray, Kept> m_kept;
};

} // namespace tables
