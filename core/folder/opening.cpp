// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/folder/opening.h"

#include "core/files/path.h"
#include "core/folder/tablereferences.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QThreadPool>

#include <algorithm>
#include <array>

namespace folder {

namespace {

using base::Error;
using base::Result;
using files::FileStore;
using model::File;
using model::FileInfo;
using model::FileKind;

/// One file to read and what came of it.
struct Job
{
    FileInfo info;
    bool mayBeBinary = false; ///< nothing names it: skipped when it is no text
    std::optional<files::Fingerprint> fingerprint = {};
    syntax::Text text = {};
    bool isSkipped = false;
    bool isLeftOut = false; ///< out of scope: it is there, but nothing is known of it
};

qsizetype longestLine(QByteArrayView bytes)
{
    qsizetype longest = 0;
    for (qsizetype at = 0; at < bytes.size();) {
        const qsizetype end = bytes.indexOf('\n', at);
        const qsizetype next = end < 0 ? bytes.size() : end + 1;
        longest = std::max(longest, next - at);
        at = next;
    }
    return longest;
}

bool hasLineOver(const syntax::Text &text, qint64 limit)
{
    for (qsizetype i = 0; i < text.chunkCount(); ++i) {
        const QByteArrayView bytes = text.chunk(i)->bytes;
        if (bytes.size() > limit && longestLine(bytes) > limit)
            return true;
    }
    return false;
}

Error tooLarge(const QString &path, const char *what, qint64 limit)
{
    return Error{Error::Code::TooLarge, path, QCoreApplication::translate("folder", what).arg(limit)};
}

void read(FileStore &store, const OpenOptions &options, Job &job, bool isBrief = false)
{
    const bool isConfiguration = job.info.kind == FileKind::MainCf || job.info.kind == FileKind::MasterCf;
    const Limits &limits = options.limits;
    const qint64 limit = isConfiguration ? limits.configurationFile : limits.table;
    job.text = syntax::Text({}, File::layoutOf(job.info.kind));
    const Result<files::FileContent> content =
        store.read(job.info.path, {.limit = limit, .isBrief = isBrief, .progress = options.progress});
    if (!content) {
        job.info.problem = content.error();
        if (content.error().code == Error::Code::TooLarge)
            job.info.problem =
                tooLarge(job.info.path, QT_TRANSLATE_NOOP("folder", "the limit is %1 bytes"), limit);
        return;
    }
    if (job.mayBeBinary
        && content->bytes.first(std::min<qsizetype>(8000, content->bytes.size())).contains('\0')) {
        job.isSkipped = true;
        return;
    }
    job.fingerprint = content->fingerprint;
    const syntax::Text text(content->bytes, File::layoutOf(job.info.kind));
    if (hasLineOver(text, limits.line)) {
        job.info.problem = tooLarge(
            job.info.path, QT_TRANSLATE_NOOP("folder", "a single line is longer than %1 bytes"), limits.line);
        return;
    }
    job.text = text;
}

/// All at once: over a slow link the round trips of the files overlap.
void readAll(FileStore &store, const OpenOptions &options, QList<Job> &jobs)
{
    if (jobs.size() == 1) {
        read(store, options, jobs.first());
        return;
    }
    QThreadPool pool;
    pool.setMaxThreadCount(std::clamp<int>(static_cast<int>(jobs.size()), 1, 16));
    Job *first = jobs.data();
    for (qsizetype i = 0; i < jobs.size(); ++i)
        pool.start([&store, &options, job = first + i] { read(store, options, *job); });
    pool.waitForDone();
}

/// Only the job at `index`.
void readOnly(FileStore &store, const OpenOptions &options, QList<Job> &jobs, qsizetype index)
{
    for (Job &job : jobs) {
        job.isLeftOut = &job != &jobs[index];
        if (job.isLeftOut)
            job.info.problem = Error{Error::Code::Other, job.info.path,
                                     QCoreApplication::translate("folder", "it was not read")};
    }
    read(store, options, jobs[index]);
}

Job jobFor(const QString &folder, const QString &path, FileKind kind)
{
    const QString prefix = folder.endsWith(u'/') ? folder : folder + u'/';
    const QString name = path.startsWith(prefix) ? path.sliced(prefix.size()) : path;
    return Job{.info = {.path = path, .name = name, .kind = kind}};
}

bool isOfThisSystem(const QString &folder)
{
    static constexpr std::array roots{"/etc/", "/usr/", "/opt/"};
    return std::any_of(roots.begin(), roots.end(), [path = folder + u'/'](const char *root) {
        return path.startsWith(QLatin1String(root));
    });
}

bool isWritable(const QString &path)
{
    // A missing file is as writable as its folder.
    const QFileInfo info(path);
    return info.exists() ? info.isWritable() : QFileInfo(info.path()).isWritable();
}

/// main.cf and master.cf do not name it, but it is in the folder and looks like something a person reads.
QList<Job> unnamedFiles(const QString &folder, const QList<files::Entry> &entries, const QList<Job> &named)
{
    QList<Job> jobs;
    for (const files::Entry &entry : entries) {
        const QString path = folder + u'/' + entry.name;
        const bool isNamed =
            std::any_of(named.begin(), named.end(), [&](const Job &job) { return job.info.path == path; });
        if (isNamed || entry.type != files::Entry::Type::File || isDerivedFile(entry.name))
            continue;
        Job job = jobFor(folder, path, kindByName(entry.name));
        job.mayBeBinary = true;
        jobs.append(job);
    }
    return jobs;
}

/// Where a copy keeps the other files of the server; empty when it keeps none.
QString rootOf(const QString &folder)
{
    const QString path = folder + QStringLiteral("/root");
    return QFileInfo(path).isDir() ? path : QString();
}

} // namespace

Found readFile(FileStore &store, const QString &folder, const QString &path, FileKind kind, bool isBrief)
{
    Job job = jobFor(folder, path, kind);
    read(store, {}, job, isBrief);
    job.info.writable = isWritable(path);
    return {File(job.info, job.text), job.fingerprint};
}

FileInfo missingFile(const QString &folder, const QString &path, FileKind kind)
{
    FileInfo info = jobFor(folder, path, kind).info;
    info.problem = Error{Error::Code::NotFound, path};
    return info;
}

QByteArrayList filesBelowRoot(const QString &folder)
{
    QByteArrayList paths;
    const QString root = rootOf(folder);
    if (root.isEmpty())
        return paths;
    QDirIterator iterator(root, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (iterator.hasNext())
        paths.append(files::pathToBytes(iterator.next().sliced(root.size())));
    return paths;
}

QByteArray configDirectory(const QString &folder)
{
    if (isOfThisSystem(folder))
        return files::pathToBytes(folder);
    // /etc/postfix, or /etc/postfix-out as postmulti(1) names its instances
    const QString name = folder.section(u'/', -1);
    for (const char *parent : {"/usr/local/etc/", "/usr/pkg/etc/", "/etc/"}) {
        const QString path = QLatin1String(parent) + name;
        if (name.startsWith(QLatin1String("postfix")) && folder.endsWith(path))
            return files::pathToBytes(path);
    }
    return "/etc/postfix";
}

QString localPath(const QString &folder, const QByteArray &path, const QByteArray &told)
{
    const QString wanted = QDir::cleanPath(files::pathFromBytes(path));
    if (!wanted.startsWith(u'/'))
        return {}; // relative to the queue directory, if anything
    if (wanted.startsWith(folder + u'/') || (isOfThisSystem(folder) && told.isEmpty()))
        return wanted;
    const QString there = files::pathFromBytes(told.isEmpty() ? configDirectory(folder) : told);
    if (wanted.startsWith(there + u'/'))
        return folder + wanted.sliced(there.size());
    if (folder.endsWith(there))
        return folder.chopped(there.size()) + wanted;
    const QString beside = folder + u'/' + wanted.section(u'/', -1);
    return QFileInfo::exists(beside) ? beside : QString();
}

Result<Opened> open(FileStore &store, const QString &path, const OpenOptions &options)
{
    QString folder = QDir::cleanPath(QFileInfo(path).absoluteFilePath());
    if (QFileInfo(folder).isFile())
        folder = QFileInfo(folder).path();

    QList<Job> jobs{jobFor(folder, folder + QStringLiteral("/main.cf"), FileKind::MainCf),
                    jobFor(folder, folder + QStringLiteral("/master.cf"), FileKind::MasterCf)};
    const Result<QList<files::Entry>> entries = options.scope == Scope::Everything
        ? store.list(folder)
        : Result<QList<files::Entry>>(QList<files::Entry>());
    if (!entries)
        return entries.error();
    if (options.scope == Scope::MainCf || options.scope == Scope::MasterCf)
        readOnly(store, options, jobs, options.scope == Scope::MainCf ? 0 : 1);
    else
        readAll(store, options, jobs);
    if (options.progress.isCancelled())
        return Error{Error::Code::Cancelled, folder};
    const auto isMissing = [](const Job &job) {
        return job.info.problem && job.info.problem->code == Error::Code::NotFound;
    };
    if (std::all_of(jobs.begin(), jobs.end(),
                    [&](const Job &job) { return isMissing(job) || job.isLeftOut; }))
        return jobs[options.scope == Scope::MasterCf ? 1 : 0].info.problem.value();

    if (options.scope == Scope::Everything) {
        const syntax::MainCf mainCf(jobs[0].text.bytes());
        const syntax::MasterCf masterCf(jobs[1].text.bytes());
        QList<Job> others;
        const QByteArray there =
            options.configDirectory.isEmpty() ? configDirectory(folder) : options.configDirectory;
        for (const TableReference &reference : tableReferences(mainCf, masterCf, there)) {
            const QString below = options.configDirectory.isEmpty() ? QString() : rootOf(folder);
            const bool isBelow =
                !below.isEmpty() && QFileInfo::exists(below + files::pathFromBytes(reference.path));
            const QString local = isBelow ? below + files::pathFromBytes(reference.path)
                                          : localPath(folder, reference.path, options.configDirectory);
            const auto isOpen = [&](const Job &job) { return job.info.path == local; };
            if (local.isEmpty() || std::any_of(jobs.begin(), jobs.end(), isOpen)
                || std::any_of(others.begin(), others.end(), isOpen))
                continue;
            others.append(jobFor(folder, local, reference.kind));
            if (isBelow)
                others.last().info.name = files::pathFromBytes(reference.path);
        }
        others += unnamedFiles(folder, *entries, jobs + others);
        readAll(store, options, others);
        if (options.progress.isCancelled())
            return Error{Error::Code::Cancelled, folder};
        jobs += others;
    }

    Opened opened{.path = folder, .hasMainCf = !isMissing(jobs[0])};
    const Result<QString> mountPoint = store.mountPoint(folder);
    if (!mountPoint)
        return mountPoint.error();
    opened.mountPoint = *mountPoint;
    QList<File> all;
    for (Job &job : jobs) {
        if (job.isSkipped)
            continue;
        job.info.writable = isWritable(job.info.path);
        all.append(File(job.info, job.text));
        opened.fingerprints.append(job.fingerprint);
    }
    opened.snapshot = model::Snapshot(all);
    return opened;
}

} // namespace folder
