// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/facts/facts.h"

#include "core/facts/disk.h"
#include "core/facts/mentions.h"
#include "core/files/path.h"

#include <QDir>

#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

namespace facts {

namespace {

using base::Error;
using lint::FileFact;

/// What the two threads share. The one that looks may outlive the other by hours.
struct Work
{
    std::mutex mutex;
    std::condition_variable ended;
    bool isDone = false;
    std::atomic_bool isGivenUp = false;
    std::atomic_int steps = 0;
    Known known;
};

class Looking
{
public:
    Looking(View view, std::map<QByteArray, Mention> mentions, Work &work)
        : m_view(std::move(view)), m_mentions(std::move(mentions)), m_work(work)
    {
    }

    void run()
    {
        if (m_view.root) {
            m_groups = groupsBelow(*m_view.root);
            add(m_view.configDirectory, false);
            const bool isComplete = forEachIn(m_view.folder, [this](const QString &relative) {
                add(m_view.configDirectory + '/' + files::pathToBytes(relative), false);
                return !m_work.isGivenUp;
            });
            if (isComplete)
                m_work.known.listing = lint::Listing::Folder;
        }
        for (const auto &[path, mention] : m_mentions) {
            if (m_work.isGivenUp)
                return;
            add(path, mention.isPem);
        }
    }

private:
    void add(const QByteArray &written, bool isPem)
    {
        ++m_work.steps;
        const QString local = m_view.localPath(written);
        const QByteArray path = files::pathToBytes(QDir::cleanPath(files::pathFromBytes(written)));
        if (local.isEmpty())
            return;
        const QString root = m_view.root.value_or(QString());
        std::optional<FileFact> fact = factAt(root, local);
        if (!fact || (!fact->exists && !m_view.root))
            return;
        if (isPem && fact->exists && fact->type.isEmpty())
            readPem(path, pemTextAt(root, local), *fact);
        if (!m_view.root)
            fact = FileFact{.type = fact->type, .size = fact->size, .pemBlocks = fact->pemBlocks};
        if (fact->gid)
            fact->group = m_groups.value(*fact->gid);
        m_work.known.files.insert(path, *fact);
    }

    void readPem(const QByteArray &path, std::optional<QByteArray> text, FileFact &fact)
    {
        if (!text)
            return;
        fact.pemBlocks = lint::pemBlocksIn(*text);
        m_work.known.pemFiles.insert(path, certificates::itemsIn(*text));
        text->fill('\0');
    }

    const View m_view;
    const std::map<QByteArray, Mention> m_mentions;
    Work &m_work;
    QHash<int, QByteArray> m_groups;
};

} // namespace

void Known::addTo(lint::Target &target) const
{
    target.listing = listing;
    for (auto it = files.cbegin(); it != files.cend(); ++it)
        target.files.insert(it.key(), it.value());
}

base::Result<Known> factsOf(const model::Snapshot &snapshot, const lint::Target &target,
                            const QString &folder, const Options &options)
{
    const Error cancelled{.code = Error::Code::Cancelled, .subject = folder};
    if (options.progress.isCancelled())
        return cancelled;
    constexpr std::chrono::milliseconds slice{20};
    const auto work = std::make_shared<Work>();
    std::thread([work, folder, view = options.view,
                 mentions = mentionsIn(lint::Context(snapshot, target))]() mutable {
        Looking(view ? *view : viewOf(folder), std::move(mentions), *work).run();
        const std::lock_guard lock(work->mutex);
        work->isDone = true;
        work->ended.notify_all();
    }).detach();

    std::unique_lock lock(work->mutex);
    int steps = 0;
    auto since = std::chrono::steady_clock::now();
    while (!work->ended.wait_for(lock, slice, [&] { return work->isDone; })) {
        const auto now = std::chrono::steady_clock::now();
        if (const int made = work->steps; made != steps) {
            steps = made;
            since = now;
        }
        const bool isCancelled = options.progress.isCancelled();
        if (!isCancelled && now - since < options.patience)
            continue;
        work->isGivenUp = true;
        return isCancelled ? cancelled : Error{.code = Error::Code::Timeout, .subject = folder};
    }
    return work->known;
}

} // namespace facts
