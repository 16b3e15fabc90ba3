// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/postconfcommand.h"

#include "core/base/errortext.h"
#include "core/files/localfilestore.h"
#include "core/files/path.h"
#include "core/postconf/listing.h"

#include <cstdio>
#include <cstdlib>

namespace cli {

namespace {

void say(std::FILE *stream, const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stream);
}

/// msg_printf() shows what is not printable ASCII as '?'.
QByteArray printable(QByteArray text)
{
    for (char &c : text) {
        if (c < 32 || c == 127)
            c = '?';
    }
    return text;
}

void warn(const QByteArrayList &warnings)
{
    for (const QByteArray &warning : warnings)
        say(stderr, "postconf: warning: " + printable(warning) + '\n');
}

int finish(const postconf::Output &output)
{
    warn(output.warnings);
    if (!output.fatal.isEmpty()) {
        say(stderr, "postconf: fatal: " + printable(output.fatal) + '\n');
        return Found;
    }
    say(stdout, output.out);
    std::fflush(stdout);
    warn(output.lateWarnings);
    return Done;
}

} // namespace

int runPostconf(const Invocation &invocation)
{
    QByteArray directory = "/etc/postfix";
    bool isDirectoryGiven = false;
    QByteArray flags;
    QByteArrayList names;
    for (qsizetype i = 0; i < invocation.arguments.size(); ++i) {
        const QByteArray &argument = invocation.arguments[i];
        if (argument == "-c" && i + 1 < invocation.arguments.size()) {
            directory = invocation.arguments[++i];
            isDirectoryGiven = true;
        } else if (argument.startsWith('-')) {
            flags += argument.sliced(1);
        } else {
            names.append(argument);
        }
    }
    const auto catalog = catalog::Catalog::load();
    files::LocalFileStore store{QString()};
    const auto read = [&](const QByteArray &path) -> base::Result<QByteArray> {
        auto content = store.read(files::pathFromBytes(path));
        if (!content)
            return content.error();
        return content->bytes;
    };
    const auto mainCf = read(directory + "/main.cf");
    const auto masterCf = read(directory + "/master.cf");
    if (!catalog || !mainCf)
        return CouldNot;
    const postconf::Configuration configuration{
        .mainCf = syntax::MainCf(*mainCf),
        .masterCf = syntax::MasterCf(masterCf ? *masterCf : QByteArray()),
        .directory = directory,
        .isDirectoryGiven = isDirectoryGiven,
        .hasMasterCf = masterCf.has_value(),
        .catalog = *catalog,
        .target = invocation.target.value_or(catalog::Version{3, 7, 11}),
        .readClientFile = read,
    };
    if (flags.contains('M'))
        return finish(postconf::listServices(configuration, names));
    if (flags.contains('P'))
        return finish(postconf::listOverrides(configuration, names));
    return finish(postconf::listSettings(configuration, names));
}

} // namespace cli
