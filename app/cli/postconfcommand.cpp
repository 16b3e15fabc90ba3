// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/postconfcommand.h"

#include "app/cli/environment.h"
#include "core/base/errortext.h"
#include "core/files/path.h"
#include "core/folder/saving.h"
#include "core/postconf/editing.h"
#include "core/postconf/listing.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace cli {

namespace {

using postconf::Configuration;
using postconf::Output;

struct Request
{
    QByteArray directory = "/etc/postfix";
    bool isDirectoryGiven = false;
    QByteArray flags; ///< letters, each once
    QByteArrayList operands;

    bool has(char flag) const { return flags.contains(flag); }
};

struct Listing
{
    char flag;
    Output (*list)(const Configuration &, const QByteArrayList &);
};

constexpr std::array listings{
    Listing{'M', postconf::listServices},
    Listing{'P', postconf::listOverrides},
    Listing{'n', postconf::listSettings},
};

struct Edit
{
    const char *flags;
    model::FileId file;
    postconf::EditReport (*edit)(model::Draft &, const QByteArrayList &);
};

constexpr std::array editRows{
    Edit{"Me", model::FileId::MasterCf, postconf::setServices},
    Edit{"Fe", model::FileId::MasterCf, postconf::setFields},
    Edit{"Pe", model::FileId::MasterCf, postconf::setOverrides},
    Edit{"e", model::FileId::MainCf, postconf::setSettings},
    Edit{"#", model::FileId::MainCf, postconf::commentOutSettings},
    Edit{"X", model::FileId::MainCf, postconf::removeSettings},
};

/// msg_printf() shows a control character as '?'.
QByteArray printable(QByteArray text)
{
    for (char &c : text) {
        if ((c >= 0 && c < ' ') || c == '\x7f')
            c = '?';
    }
    return text;
}

void warn(const QByteArrayList &warnings)
{
    for (const QByteArray &warning : warnings)
        sayError("postconf: warning: " + printable(warning));
}

int fail(const QByteArray &message, int status = Found)
{
    sayError("postconf: fatal: " + printable(message));
    return status;
}

/// The error as Postfix's programs word it, for scripts that look for it.
int failToOpen(const base::Error &error)
{
    return fail("open " + error.subject.toUtf8() + ": " + error.detail.toUtf8(), CouldNot);
}

/// As getopt(3) takes them: letters may share a dash, "--" ends them.
std::optional<Request> requestOf(const QByteArrayList &arguments)
{
    constexpr QByteArrayView known("nMPFeX#");
    Request request;
    if (const char *configured = std::getenv("MAIL_CONFIG")) {
        request.directory = configured;
        request.isDirectoryGiven = true;
    }
    qsizetype i = 0;
    for (; i < arguments.size(); ++i) {
        const QByteArray &word = arguments[i];
        if (word == "--") {
            ++i;
            break;
        }
        if (!word.startsWith('-') || word.size() == 1)
            break;
        for (qsizetype at = 1; at < word.size(); ++at) {
            if (word[at] == 'c') {
                const bool isAttached = at + 1 < word.size();
                if (!isAttached && i + 1 == arguments.size())
                    return std::nullopt;
                request.directory = isAttached ? word.sliced(at + 1) : arguments[++i];
                request.isDirectoryGiven = true;
                break;
            }
            if (!known.contains(word[at]))
                return std::nullopt;
            if (!request.has(word[at]))
                request.flags += word[at];
        }
    }
    request.operands = arguments.sliced(i);
    return request;
}

int print(const Output &output)
{
    warn(output.warnings);
    if (!output.fatal.isEmpty())
        return fail(output.fatal);
    say(output.out);
    warn(output.lateWarnings);
    return Done;
}

int list(const Request &request, const Invocation &invocation, const Listing &listing)
{
    const auto catalog = catalog::Catalog::load();
    if (!catalog)
        return fail(base::errorText(catalog.error()).toUtf8(), CouldNot);
    const auto store = localFileStore();
    const auto read = [&store](const QByteArray &path) -> base::Result<QByteArray> {
        auto content = store->read(files::pathFromBytes(path), {.limit = folder::Limits().configurationFile});
        if (!content)
            return content.error();
        return content->bytes;
    };
    const auto mainCf = read(request.directory + "/main.cf");
    if (!mainCf)
        return failToOpen(mainCf.error());
    const auto masterCf = read(request.directory + "/master.cf");
    if (!masterCf && masterCf.error().code != base::Error::Code::NotFound)
        return failToOpen(masterCf.error());
    return print(listing.list(
        {
            .mainCf = syntax::MainCf(*mainCf),
            .masterCf = syntax::MasterCf(masterCf ? *masterCf : QByteArray()),
            .directory = request.directory,
            .isDirectoryGiven = request.isDirectoryGiven,
            .hasMasterCf = masterCf.has_value(),
            .catalog = *catalog,
            .target = targetOf(invocation),
            .readClientFile = read,
        },
        request.operands));
}

int edit(const Request &request, const Edit &row)
{
    const auto store = localFileStore();
    const QString directory = files::pathFromBytes(request.directory);
    if (const auto recovered = store->recoverInterruptedSaves(directory); !recovered)
        return fail(base::errorText(recovered.error()).toUtf8(), CouldNot);
    const auto opened = folder::open(
        *store, directory,
        {.scope = row.file == model::FileId::MainCf ? folder::Scope::MainCf : folder::Scope::MasterCf});
    if (!opened)
        return failToOpen(opened.error());
    const std::optional<base::Error> &problem = opened->snapshot.file(row.file).info().problem;
    if (problem)
        return failToOpen(*problem);
    model::Draft draft(opened->snapshot);
    const postconf::EditReport report = row.edit(draft, request.operands);
    warn(report.warnings);
    if (!report.fatal.isEmpty())
        return fail(report.fatal);
    folder::Opened known = *opened;
    const auto saved = folder::save(*store, known, draft.snapshot(), {row.file});
    if (!saved)
        return fail(base::errorText(saved.error()).toUtf8(), CouldNot);
    return Done;
}

} // namespace

int runPostconf(const Invocation &invocation)
{
    const std::optional<Request> request = requestOf(invocation.arguments);
    if (!request) {
        sayError("usage: postwright-cli postconf [-c DIR] -n|-M|-P [NAME...]\n"
                 "       postwright-cli postconf [-c DIR] -e|-Me|-Fe|-Pe NAME=VALUE...\n"
                 "       postwright-cli postconf [-c DIR] -#|-X NAME...");
        return BadCall;
    }
    QByteArray flags = request->flags;
    const bool edits = request->has('e') || request->has('#') || request->has('X')
        || (flags.isEmpty() && !request->operands.isEmpty() && request->operands.first().contains('='));
    if (!edits) {
        const auto found = std::find_if(listings.begin(), listings.end(),
                                        [&](const Listing &row) { return request->has(row.flag); });
        if (found != listings.end())
            return list(*request, invocation, *found);
    } else {
        if (flags.isEmpty())
            flags = "e";
        std::sort(flags.begin(), flags.end());
        const auto found = std::find_if(editRows.begin(), editRows.end(),
                                        [&](const Edit &row) { return flags == row.flags; });
        if (found != editRows.end() && request->operands.isEmpty())
            return fail(flags.endsWith('e') ? "-e requires name=value argument" : "missing service argument");
        if (found != editRows.end())
            return edit(*request, *found);
    }
    sayError("postwright-cli postconf: these flags can't be combined: -" + request->flags);
    return BadCall;
}

} // namespace cli
