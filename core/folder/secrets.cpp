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

bool isPrivate(const model::Snapshot &snapshot, model::FileId id)
{
    if (isSecret(snapshot, id))
        return true;
    const QByteArray path = files::pathToBytes(snapshot.file(id).info().path);
    const QByteArray name = path.sliced(path.lastIndexOf('/') + 1);
    const auto references = tableReferences(snapshot.mainCf(), snapshot.masterCf(), "/etc/postfix");
    return std::any_of(references.begin(), references.end(), [&](const TableReference &reference) {
        return reference.parameter == "tls_server_sni_maps" && reference.path.endsWith('/' + name);
    });
}

QByteArray maskedLine(const QByteArray &line)
{
    static const QByteArray dots = QByteArrayLiteral("\u2022\u2022\u2022\u2022\u2022\u2022\u2022\u2022");
    const auto isBlank = [](char c) { return c == ' ' || c == '\t'; };
    const QByteArray trimmed = line.trimmed();
    const qsizetype equals = line.indexOf('=');
    if (equals >= 0 && line.first(equals).contains("pass"))
        return line.first(equals + 1) + ' ' + dots;
    // A continuation line may hold the password alone.
    const auto key = std::find_if_not(line.begin(), line.end(), isBlank);
    const auto blank = key == line.begin() ? std::find_if(key, line.end(), isBlank) : key;
    const qsizetype colon = line.indexOf(':', blank - line.begin());
    if (trimmed.isEmpty() || blank == line.end() || (colon < 0 && key == line.begin()))
        return line;
    const qsizetype kept = colon < 0 ? key - line.begin() : colon + 1;
    return kept == line.size() ? line : line.first(kept) + dots;
}

} // namespace folder
