// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/postconfcommand.h"

#include "app/cli/environment.h"
#include "core/base/errortext.h"
#include "core/files/path.h"
#include "core/folder/saving.h"
#include "core/postconf/editing.h"
#include "core/postconf/listing.h"

#include <cstdlib>

namespace cli {

namespace {

using postconf::Options;

/// Like postconf(1) a run of this command ends with 1 whatever went wrong, so that scripts can't tell them
/// apart.
constexpr int failure = 1;

void warn(const QByteArrayList &warnings)
{
    for (const QByteArray &warning : warnings)
        sayError("postconf: warning: " + postconf::printable(warning));
}

int fail(const QByteArray &message)
{
    sayError("postconf: fatal: " + postconf::printable(message));
    return failure;
}

int fail(const base::Error &error)
{
    return fail(base::errorText(error).toUtf8());
}

struct Directory
{
    QByteArray path = "/etc/postfix";
    bool isGiven = false;
};

Directory directoryOf(const Options &options)
{
    if (options.directory)
        return {.path = *options.directory, .isGiven = true};
    if (const char *configured = std::getenv("MAIL_CONFIG"))
        return {.path = configured, .isGiven = true};
    return {};
}

int list(const Options &options, const catalog::Version &target)
{
    const auto catalog = catalog::Catalog::load();
    if (!catalog)
        return fail(catalog.error());
    const auto store = localFileStore();
    const auto read = [&store](const QByteArray &path) -> base::Result<QByteArray> {
        auto content = store->read(files::pathFromBytes(path), {.limit = folder::Limits().configurationFile});
        if (!content)
            return content.error();
        return content->bytes;
    };
    const catalog::Host host = localHost();
    const Directory directory = directoryOf(options);
    const postconf::Listing listing = postconf::list({.directory = directory.path,
                                                      .isDirectoryGiven = directory.isGiven,
                                                      .catalog = *catalog,
                                                      .host = host,
                                                      .target = target,
                                                      .readFile = read},
                                                     options);
    const QByteArrayList &warnings = listing.log.warnings();
    warn(warnings.first(listing.warningsBefore));
    say(listing.out);
    warn(warnings.sliced(listing.warningsBefore));
    if (listing.log.hasEnded())
        return fail(listing.log.fatal());
    return listing.hasFailed ? failure : static_cast<int>(Done);
}

int edit(const Options &options)
{
    const bool isMaster = options.isAboutServices();
    const auto file = isMaster ? model::FileId::MasterCf : model::FileId::MainCf;
    const Directory directory = directoryOf(options);
    const QByteArray path = directory.path + (isMaster ? "/master.cf" : "/main.cf");
    const auto store = localFileStore();
    const QString folderPath = files::pathFromBytes(directory.path);
    if (const auto recovered = store->recoverInterruptedSaves(folderPath); !recovered)
        return fail(recovered.error());
    const auto opened = folder::open(*store, folderPath,
                                     {.scope = isMaster ? folder::Scope::MasterCf : folder::Scope::MainCf});
    if (!opened)
        return fail("open " + path + ".tmp: " + opened.error().detail.toLocal8Bit());
    if (const std::optional<base::Error> &problem = opened->snapshot.file(file).info().problem)
        return fail("open " + path + " for reading: " + problem->detail.toLocal8Bit());
    model::Draft draft(opened->snapshot);
    const postconf::Log log =
        isMaster ? postconf::editMaster(draft, options, path) : postconf::editMain(draft, options, path);
    warn(log.warnings());
    if (log.hasEnded())
        return fail(log.fatal());
    folder::Opened known = *opened;
    const auto saved = folder::save(*store, known, draft.snapshot(), {file});
    return saved ? static_cast<int>(Done) : fail(saved.error());
}

} // namespace

int runPostconf(const Invocation &invocation)
{
    const catalog::Version target = targetOf(invocation);
    const postconf::CommandLine line = postconf::parsedCommandLine(invocation.arguments, target);
    if (!line.complaint.isEmpty())
        sayError("postconf: " + line.complaint);
    if (!line.fatal.isEmpty())
        return fail(line.fatal);
    const Options &options = line.options;
    if (!options.edits())
        return list(options, target);
    if (options.operands.isEmpty())
        return fail("missing service argument");
    return edit(options);
}

} // namespace cli
