// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/server.h"

#include "app/cli/environment.h"
#include "core/files/path.h"
#include "core/tools/localhost.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace cli {

namespace {

base::Result<lint::ServerProfile> serverOf(const files::FileStore &store, const QString &profile,
                                           const Invocation &invocation, const catalog::Reference &reference)
{
    const lint::Target known{.reference = &reference, .version = targetOf(invocation)};
    if (profile == QLatin1String("normal") || profile == QLatin1String("advice"))
        return lint::ServerProfile{.target = known,
                                   .profile = profile == QLatin1String("advice") ? lint::Profile::Advice
                                                                                 : lint::Profile::Normal};
    const QString path = QFileInfo(profile).absoluteFilePath();
    const auto content = store.read(path);
    if (!content)
        return content.error();
    auto server = lint::readServerProfile(content->bytes, known, path);
    if (!server || !invocation.target)
        return server;
    lint::ServerProfile told = *server;
    told.target.version = *invocation.target; // what was asked for counts
    return told;
}

void takeThisMachine(lint::Target &target)
{
    const catalog::Host host = localHost();
    target.hostName = host.name;
    target.buildDefaults = host.build;
    target.defaultTableType = host.build.value("default_database_type", target.defaultTableType);
    target.ports = tools::localServices();
}

} // namespace

base::Result<Checked> openChecked(files::FileStore &store, const QString &folder, const QString &profile,
                                  const Invocation &invocation, const catalog::Reference &reference)
{
    const bool isDescribed = profile != QLatin1String("normal") && profile != QLatin1String("advice");
    auto server = serverOf(store, profile, invocation, reference);
    if (!server)
        return server.error();
    const QByteArray there = isDescribed ? server->target.folder : QByteArray();
    auto opened = folder::open(store, folder, {.configDirectory = there});
    if (!opened)
        return opened.error();
    auto project = check::loadProject(store, opened->path);
    if (!project)
        return project.error();
    Checked checked{
        .server = *std::move(server), .opened = *std::move(opened), .project = *std::move(project)};
    if (!checked.project.roles.isEmpty()) {
        checked.server.target.roles = lint::rolesCalled(checked.project.roles);
        if (!checked.server.target.roles)
            return base::Error{
                base::Error::Code::Malformed,
                checked.opened.path + u'/' + QLatin1String(check::projectFileName),
                QCoreApplication::translate("check", "one of the roles is none that there is")};
    }
    if (isDescribed) {
        for (const QByteArray &path : folder::filesBelowRoot(checked.opened.path)) {
            if (!checked.server.target.files.contains(path))
                checked.server.target.files.insert(path, lint::FileFact());
        }
    } else {
        const QByteArray here = files::pathToBytes(checked.opened.path);
        checked.server.target.folder = folder::configDirectory(checked.opened.path);
        if (checked.server.target.folder == here)
            takeThisMachine(checked.server.target);
        const auto disk = facts::factsOf(checked.opened.snapshot, checked.server.target, checked.opened.path);
        if (!disk)
            return disk.error();
        checked.disk = *disk;
        checked.disk.addTo(checked.server.target);
    }
    return checked;
}

} // namespace cli
