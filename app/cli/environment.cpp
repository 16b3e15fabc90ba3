// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/environment.h"

#include "core/files/path.h"
#include "core/files/statefolder.h"
#include "core/tools/localhost.h"
#include "core/tools/versionstamp.h"

#include <QCommandLineParser>

#include <cstdio>
#include <unistd.h>

namespace cli {

void say(const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stdout);
}

void sayError(const QByteArray &line)
{
    std::fflush(stdout);
    std::fwrite(line.constData(), 1, static_cast<size_t>(line.size()), stderr);
    std::fputc('\n', stderr);
}

std::unique_ptr<files::FileStore> localFileStore()
{
    return std::make_unique<files::LocalFileStore>(files::stateFolder());
}

catalog::Version targetOf(const Invocation &invocation)
{
    if (invocation.target)
        return *invocation.target;
    return catalog::Version::parse(tools::installedPostfixVersion()).value_or(catalog::Catalog::newest);
}

base::Result<catalog::Reference> loadReference()
{
    const auto catalog = catalog::Catalog::load();
    if (!catalog)
        return catalog.error();
    return catalog::Reference::load(*catalog);
}

catalog::Host localHost()
{
    catalog::Host host;
    const tools::LocalHost machine = tools::localHost();
    if (!machine.name.isEmpty())
        host.name = machine.name;
    if (!machine.addresses.isEmpty())
        host.addresses.clear();
    for (const tools::LocalHost::Address &address : machine.addresses)
        host.addresses.append({address.bytes, address.prefixLength, address.isLocalhost});
    host.processId = getpid();
    host.mailVersion = tools::installedPostfixVersion();
    host.version = catalog::Version::parse(host.mailVersion);
    if (host.version)
        catalog::takeBuildRecord(host, tools::localBuildRecord());
    return host;
}

bool parse(QCommandLineParser &parser, const Invocation &invocation)
{
    QStringList words{QStringLiteral("postwright-cli")};
    for (const QByteArray &argument : invocation.arguments)
        words.append(files::pathFromBytes(argument));
    if (parser.parse(words))
        return true;
    sayError("postwright-cli: " + parser.errorText().toUtf8());
    return false;
}

} // namespace cli
