// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/tables/rowfilter.h"

#include <QFuture>

#include <memory>

namespace tables {

/// Filter as you type: looks for a text in all rows of a table in a thread of its own, and remembers what it
/// found as long as the table stays the same, so that a longer text is looked for in fewer rows.
class RowSearch
{
public:
    RowSearch();
    ~RowSearch() { cancel(); }
    RowSearch(const RowSearch &) = delete;
    RowSearch &operator=(const RowSearch &) = delete;
    RowSearch(RowSearch &&) = delete;
    RowSearch &operator=(RowSearch &&) = delete;

    /// Gives up what it is looking for. The rows come in slices, ascending: each result is some more of them,
    /// the first one as many as are shown at once, and soon. An empty text is in no row: show all of them.
    QFuture<RowNumbers> start(const model::File &file, const QByteArray &text);
    void cancel() { m_running.cancel(); }

private:
    class Memory;

    std::shared_ptr<Memory> m_memory;
    QFuture<RowNumbers> m_running;
};

} // namespace tables
