// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tables/rowsearch.h"

#include <QMutex>
#include <QPromise>
#include <QThreadPool>

#include <limits>
#include <memory>
#include <optional>

namespace tables {

/// What was found for the texts of one table. Asked and told from several threads.
class RowSearch::Memory
{
public:
    /// The fewest rows that are known to have all rows of that text.
    std::optional<RowNumbers> around(const model::File &file, const QByteArray &text)
    {
        const QMutexLocker lock(&m_mutex);
        if (!m_file || m_file->table() != file.table())
            return {};
        const Found *best = nullptr;
        for (const Found &found : m_found) {
            if (text.contains(found.text) && (!best || found.rows.size() < best->rows.size()))
                best = &found;
        }
        return best ? std::optional(best->rows) : std::nullopt;
    }

    void keep(const model::File &file, const QByteArray &text, const RowNumbers &rows)
    {
        const QMutexLocker lock(&m_mutex);
        if (!m_file || m_file->table() != file.table())
            m_found.clear();
        m_file = file;
        constexpr qsizetype most = 16;
        if (m_found.size() == most)
            m_found.removeFirst();
        m_found.append(Found{text, rows});
    }

private:
    struct Found
    {
        QByteArray text; ///< in small letters
        RowNumbers rows;
    };

    QMutex m_mutex;
    std::optional<model::File> m_file; ///< keeps the table that `m_found` is about
    QList<Found> m_found;
};

RowSearch::RowSearch() : m_memory(std::make_shared<Memory>()) { }

QFuture<RowNumbers> RowSearch::start(const model::File &file, const QByteArray &text)
{
    cancel();
    auto promise = std::make_shared<QPromise<RowNumbers>>();
    m_running = promise->future();
    promise->start();
    const auto work = [promise, memory = m_memory, file, text = text.toLower()] {
        constexpr qsizetype firstPage = 256;
        constexpr qsizetype slice = qsizetype(4) * 1024 * 1024;
        constexpr qsizetype all = std::numeric_limits<qsizetype>::max();
        RowFilter filter(file, text, memory->around(file, text));
        RowNumbers known;
        for (qsizetype wanted = firstPage; !filter.atEnd() && !promise->isCanceled();
             wanted = known.size() < firstPage ? firstPage : all) {
            const RowNumbers found = filter.next(wanted, slice);
            known += found;
            if (!found.isEmpty())
                promise->addResult(found);
        }
        if (!promise->isCanceled() && !text.isEmpty())
            memory->keep(file, text, known);
        promise->finish();
    };
    QThreadPool::globalInstance()->start(work);
    return m_running;
}

} // namespace tables
