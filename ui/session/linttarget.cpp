// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/session/linttarget.h"

#include "core/files/path.h"
#include "ui/session/knowledge.h"

namespace ui {

namespace {

/// What the server calls the folder: of a mount or a copy of its file system, what follows the place where
/// that is. A folder that is in no /etc stands for the usual one.
QByteArray folderOnServer(const QByteArray &path)
{
    const qsizetype at = path.lastIndexOf("/etc/");
    return at < 0 ? lint::Target().folder : path.sliced(at);
}

} // namespace

std::optional<lint::Target> lintTarget(const Knowledge &knowledge, const model::Snapshot &snapshot)
{
    if (!knowledge.reference())
        return std::nullopt;
    const QByteArray path = files::pathToBytes(snapshot.file(model::FileId::MainCf).info().path);
    const QByteArray folder = path.first(std::max<qsizetype>(0, path.lastIndexOf('/')));
    lint::Target target{.reference = knowledge.reference(), .version = knowledge.target()};
    target.folder = folderOnServer(folder);
    // Another version is another machine's.
    const catalog::Host *host = knowledge.chosenTarget() ? nullptr : knowledge.host();
    if (host) {
        target.buildDefaults = host->build;
        if (target.folder == folder)
            target.hostName = host->name;
    }
    return target;
}

} // namespace ui
