// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/folder/secrets.h"

#include "core/files/path.h"
#include "core/folder/tablereferences.h"

#include <algorithm>

namespace folder {

bool isSecret(const model::Snapshot &snapshot, model::FileId id)
{
    const model::File &file = snapshot.file(id);
    const syntax::Text &text = file.text();
    if (text.bytes({0, std::min<qsizetype>(text.size(), 65536)}).contains("PRIVATE KEY-----"))
        return true;
    const QByteArray path = files::pathToBytes(file.info().path);
    const QByteArray name = path.sliced(path.lastIndexOf('/') + 1);
    if (name.startsWith("sasl_passwd"))
        return true;
    const auto references = tableReferences(snapshot.mainCf(), snapshot.masterCf(), "/etc/postfix");
    return std::any_of(references.begin(), references.end(), [&](const TableReference &reference) {
        const bool isOfIt = reference.path == path || reference.path.endsWith('/' + name);
        const bool isDatabase = reference.type == "ldap" || reference.type == "mysql"
            || reference.type == "pgsql" || reference.type == "mongodb" || reference.type == "memcache";
        return isOfIt && (isDatabase || reference.parameter.endsWith("_sasl_password_maps"));
    });
}

} // namespace folder
