// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/session/linttarget.h"

#include "core/files/path.h"
#include "core/folder/opening.h"
#include "ui/session/knowledge.h"

namespace ui {

std::optional<lint::Target> lintTarget(const Knowledge &knowledge, const model::Snapshot &snapshot)
{
    if (!knowledge.reference())
        return std::nullopt;
    const QByteArray path = files::pathToBytes(snapshot.file(model::FileId::MainCf).info().path);
    const QByteArray folder = path.first(std::max<qsizetype>(0, path.lastIndexOf('/')));
    lint::Target target{.reference = knowledge.reference(), .version = knowledge.target()};
    if (!folder.isEmpty())
        target.folder = folder::configDirectory(files::pathFromBytes(folder));
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
