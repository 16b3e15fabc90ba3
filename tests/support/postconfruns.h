// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/postconf/editing.h"
#include "core/postconf/listing.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSet>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <cstdio>
#include <thread>

namespace support {

/// main.cf and master.cf; nothing for one that is not there.
struct PostconfFiles
{
    std::optional<QByteArray> main = QByteArray();
    std::optional<QByteArray> master = QByteArray();

    bool operator==(const PostconfFiles &) const = default;
};

/// One call of postconf, ours or Postfix's.
struct PostconfCall
{
    PostconfFiles files;
    QByteArrayList arguments; ///< behind "-c DIR"
    QByteArray label = {}; ///< for messages
};

/// What came of it.
struct PostconfAnswer
{
    int status = 0;
    QByteArray out = {};
    QSet<QByteArray> said = {}; ///< on standard error, "postconf: " left out
    PostconfFiles files = {}; ///< as they are then
    bool hasCrashed = false; ///< Postfix's does on some input
    qint64 processId = 0; ///< $process_id

    bool operator==(const PostconfAnswer &) const = default;
};

/// What two answers differ in, for a person.
inline QByteArray differenceOf(const PostconfAnswer &theirs, const PostconfAnswer &ours)
{
    QByteArray text;
    if (theirs.status != ours.status)
        text += "  status " + QByteArray::number(theirs.status) + ", ours " + QByteArray::number(ours.status)
            + '\n';
    const QByteArrayList theirLines = theirs.out.split('\n');
    const QByteArrayList ourLines = ours.out.split('\n');
    for (qsizetype i = 0; i < std::max(theirLines.size(), ourLines.size()); ++i) {
        if (theirLines.value(i) != ourLines.value(i)) {
            text += "  line " + QByteArray::number(i + 1) + ": " + theirLines.value(i)
                + "\n    ours: " + ourLines.value(i) + '\n';
            break;
        }
    }
    for (const QByteArray &line : theirs.said - ours.said)
        text += "  not said: " + line + '\n';
    for (const QByteArray &line : ours.said - theirs.said)
        text += "  said too: " + line + '\n';
    return text;
}

/// Whether two answers are the same, as far as Postfix's own are from run to run.
inline bool isSame(PostconfAnswer theirs, PostconfAnswer ours)
{
    theirs.processId = ours.processId;
    const auto isFatal = [](const QByteArray &line) { return line.startsWith("fatal: "); };
    if (theirs.status == 0)
        return theirs == ours;
    // Which warnings come before the end is up to the order of a hash; so is which of two values ends it.
    const auto onlyFatal = [&](QSet<QByteArray> &said) {
        said.removeIf([&](const QByteArray &line) { return !isFatal(line); });
        const bool isOfValues = std::any_of(said.cbegin(), said.cend(), [](const QByteArray &line) {
            return line.endsWith("macro processing error");
        });
        if (isOfValues)
            said = {"fatal: macro processing error"};
    };
    onlyFatal(theirs.said);
    onlyFatal(ours.said);
    return theirs == ours;
}

/// Prints what QVERIFY2() would cut off.
inline void report(const QByteArray &differences)
{
    std::fwrite(differences.constData(), 1, static_cast<size_t>(differences.size()), stderr);
}

/// Our answer, without a process and without files.
inline PostconfAnswer ourAnswer(const PostconfCall &call, const QByteArray &folder,
                                const catalog::Catalog &catalog, const catalog::Version &target,
                                const catalog::Host &host = {})
{
    PostconfAnswer answer{.files = call.files};
    const auto hear = [&answer](const postconf::Log &log) {
        for (const QByteArray &warning : log.warnings())
            answer.said.insert("warning: " + postconf::printable(warning));
        if (log.hasEnded())
            answer.said.insert("fatal: " + postconf::printable(log.fatal()));
        answer.status = log.hasEnded() ? 1 : 0;
    };
    const postconf::CommandLine line = postconf::parsedCommandLine(call.arguments, target);
    if (!line.complaint.isEmpty())
        answer.said.insert(line.complaint);
    if (!line.fatal.isEmpty()) {
        postconf::Log log;
        log.end(line.fatal);
        hear(log);
        return answer;
    }
    if (!line.options.edits()) {
        const auto read = [&](const QByteArray &path) -> base::Result<QByteArray> {
            const std::optional<QByteArray> &own = path == folder + "/main.cf" ? call.files.main
                : path == folder + "/master.cf"                                ? call.files.master
                                                                               : std::nullopt;
            if (own)
                return *own;
            QFile file(QString::fromLocal8Bit(path));
            if (QDir(file.fileName()).exists())
                return base::Error{base::Error::Code::NotAFile, file.fileName()};
            if (!path.startsWith(folder + '/') && file.open(QIODevice::ReadOnly))
                return file.readAll();
            return base::Error{base::Error::Code::NotFound, file.fileName(),
                               QStringLiteral("No such file or directory")};
        };
        const postconf::Listing listing = postconf::list({.directory = folder,
                                                          .isDirectoryGiven = true,
                                                          .catalog = catalog,
                                                          .host = host,
                                                          .target = target,
                                                          .readFile = read},
                                                         line.options);
        answer.out = listing.out;
        hear(listing.log);
        answer.status = listing.hasFailed ? 1 : answer.status;
        return answer;
    }
    model::Draft draft{model::Snapshot()};
    draft.replace(model::FileId::MainCf, {0, 0}, call.files.main.value_or(QByteArray()));
    draft.replace(model::FileId::MasterCf, {0, 0}, call.files.master.value_or(QByteArray()));
    const bool isMaster = line.options.isAboutServices();
    const postconf::Log log = isMaster ? postconf::editMaster(draft, line.options, folder + "/master.cf")
                                       : postconf::editMain(draft, line.options, folder + "/main.cf");
    hear(log);
    if (!log.hasEnded() && isMaster)
        answer.files.master = draft.masterCf().text();
    else if (!log.hasEnded())
        answer.files.main = draft.mainCf().text();
    return answer;
}

/// The postconf of an installed Postfix. It sleeps for a second where it ends with an error, so several are
/// asked at once.
class InstalledPostconf
{
public:
    InstalledPostconf()
        : m_program(QStandardPaths::findExecutable(QStringLiteral("postconf"))), m_folders(atOnce)
    {
        if (m_program.isEmpty())
            return;
        QProcess process;
        process.start(m_program, {QStringLiteral("-d")});
        process.waitForFinished();
        const auto catalog = catalog::Catalog::load();
        if (catalog)
            m_host = catalog::hostFromDefaults(*catalog, process.readAllStandardOutput());
    }

    /// Nothing when there is none.
    const std::optional<catalog::Version> &version() const { return m_host.version; }
    const catalog::Host &host() const { return m_host; }

    /// The folder that call `index` is made in.
    QByteArray folderOf(qsizetype index) const
    {
        return m_folders[static_cast<size_t>(index % atOnce)].path().toLocal8Bit();
    }

    QList<PostconfAnswer> answersTo(const QList<PostconfCall> &calls) const
    {
        QList<PostconfAnswer> answers(calls.size());
        PostconfAnswer *const first = answers.data(); // detached here, not in the threads
        std::vector<std::thread> threads;
        for (qsizetype lane = 0; lane < atOnce; ++lane) {
            threads.emplace_back([&, lane] {
                for (qsizetype i = lane; i < calls.size(); i += atOnce)
                    first[i] = answerTo(calls[i], QString::fromLocal8Bit(folderOf(i)));
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        return answers;
    }

private:
    static constexpr qsizetype atOnce = 8;

    static void write(const QString &path, const std::optional<QByteArray> &bytes)
    {
        QFile file(path);
        if (!bytes) {
            file.remove();
            return;
        }
        // A young file makes Postfix wait until it is two seconds old.
        if (file.open(QIODevice::WriteOnly) && file.write(*bytes) == bytes->size() && file.flush())
            file.setFileTime(QDateTime::currentDateTime().addSecs(-60), QFileDevice::FileModificationTime);
    }

    static std::optional<QByteArray> read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? std::optional(file.readAll()) : std::nullopt;
    }

    PostconfAnswer answerTo(const PostconfCall &call, const QString &folder) const
    {
        const QString mainCf = folder + QStringLiteral("/main.cf");
        const QString masterCf = folder + QStringLiteral("/master.cf");
        write(mainCf, call.files.main);
        write(masterCf, call.files.master);
        QStringList arguments{QStringLiteral("-c"), folder};
        for (const QByteArray &argument : call.arguments)
            arguments.append(QString::fromLocal8Bit(argument));
        QProcess process;
        process.start(m_program, arguments);
        const qint64 processId = process.processId();
        process.waitForFinished();
        PostconfAnswer answer{.status = process.exitCode(), .out = process.readAllStandardOutput()};
        for (const QByteArray &line : process.readAllStandardError().split('\n')) {
            if (!line.isEmpty()) // it calls itself as it was called: by its path
                answer.said.insert(line.sliced(line.indexOf("postconf: ") + 10));
        }
        answer.processId = processId;
        answer.hasCrashed = process.exitStatus() == QProcess::CrashExit;
        answer.files = {.main = read(mainCf), .master = read(masterCf)};
        return answer;
    }

    QString m_program;
    std::vector<QTemporaryDir> m_folders;
    catalog::Host m_host;
};

} // namespace support
