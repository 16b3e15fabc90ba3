// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/folder/secrets.h"

#include "core/files/path.h"
#include "core/folder/secretsettings.h"
#include "core/folder/tablereferences.h"

#include <algorithm>

namespace folder {

namespace {

constexpr qsizetype largestMasked = qsizetype(1) << 20;
const QByteArray dots = QByteArrayLiteral("\u2022\u2022\u2022\u2022\u2022\u2022\u2022\u2022");

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

bool isDatabase(const QByteArray &type)
{
    return type == "ldap" || type == "mysql" || type == "pgsql" || type == "mongodb" || type == "memcache";
}

/// The value of a row behind the user's name; all of it where no colon divides it.
QByteArray withoutPassword(const QByteArray &line)
{
    // A continuation line may hold the password alone.
    const auto key = std::find_if_not(line.begin(), line.end(), isBlank);
    const auto blank = key == line.begin() ? std::find_if(key, line.end(), isBlank) : key;
    const auto value = std::find_if_not(blank, line.end(), isBlank);
    if (value == line.end() || *value == '\r')
        return line;
    const qsizetype from = value - line.begin();
    const qsizetype colon = line.indexOf(':', from);
    const qsizetype kept = colon < 0 ? from : colon + 1;
    return kept == line.size() ? line : line.first(kept) + dots;
}

QByteArray withoutSecretSetting(const QByteArray &line)
{
    const qsizetype equals = line.indexOf('=');
    if (line.startsWith(' ') || line.startsWith('\t')) {
        const auto text = std::find_if_not(line.begin(), line.end(), isBlank);
        return text == line.end() || *text == '#' ? line : line.first(text - line.begin()) + dots;
    }
    if (equals < 0 || !isSecretSetting(line.first(equals).trimmed(), line.sliced(equals + 1).trimmed()))
        return line;
    return line.first(equals + 1) + ' ' + dots;
}

} // namespace

Secret secretOf(const model::Snapshot &snapshot, model::FileId id)
{
    const model::File &file = snapshot.file(id);
    if (id < model::FileId::FirstOther)
        return SecretSettings(snapshot).isIn(file) ? Secret::Settings : Secret::None;
    const syntax::Text &text = file.text();
    const QByteArray path = files::pathToBytes(file.info().path);
    const QByteArray name = path.sliced(path.lastIndexOf('/') + 1);
    if (text.bytes({0, std::min<qsizetype>(text.size(), 65536)}).contains("PRIVATE KEY-----"))
        return Secret::Key;
    const auto references = tableReferences(snapshot.mainCf(), snapshot.masterCf(), "/etc/postfix");
    for (const TableReference &reference : references) {
        if (reference.path != path && !reference.path.endsWith('/' + name))
            continue;
        if (isDatabase(reference.type))
            return Secret::Client;
        if (reference.parameter.endsWith("_sasl_password_maps"))
            return Secret::Passwords;
    }
    return name.startsWith("sasl_passwd") ? Secret::Passwords : Secret::None;
}

bool isPrivate(const model::Snapshot &snapshot, model::FileId id)
{
    // Commands of every user read main.cf.
    if (id < model::FileId::FirstOther)
        return false;
    if (isSecret(snapshot, id))
        return true;
    const QByteArray path = files::pathToBytes(snapshot.file(id).info().path);
    const QByteArray name = path.sliced(path.lastIndexOf('/') + 1);
    const auto references = tableReferences(snapshot.mainCf(), snapshot.masterCf(), "/etc/postfix");
    return std::any_of(references.begin(), references.end(), [&](const TableReference &reference) {
        return reference.parameter == "tls_server_sni_maps" && reference.path.endsWith('/' + name);
    });
}

bool isSecretSetting(const QByteArray &name, const QByteArray &value)
{
    const QByteArray bare = name.startsWith('#') ? name.sliced(1).trimmed() : name;
    const qsizetype url = value.indexOf("://");
    return bare.contains("pass") || bare.endsWith("pw") || bare.contains("secret") || bare == "uri"
        || (url >= 0 && value.indexOf('@', url) > 0);
}

QByteArray maskedLine(const QByteArray &line, Secret secret)
{
    if (line.trimmed().isEmpty())
        return line;
    switch (secret) {
    case Secret::None:
        return line;
    case Secret::Passwords:
        return withoutPassword(line);
    case Secret::Client:
        return withoutSecretSetting(line);
    case Secret::Key:
        return line.startsWith("-----") ? line : dots;
    case Secret::Settings:
        return line.first(line.indexOf('=') + 1) + dots;
    }
    return dots;
}

model::File maskedFile(const model::Snapshot &snapshot, model::FileId id)
{
    const model::File &file = snapshot.file(id);
    const Secret secret = secretOf(snapshot, id);
    if (secret == Secret::None)
        return file;
    if (secret == Secret::Settings)
        return SecretSettings(snapshot).maskedFile(file);
    if (file.text().size() > largestMasked)
        return file.withText(syntax::Text(dots + '\n', file.text().layout()));
    QByteArrayList lines = file.text().bytes().split('\n');
    for (QByteArray &line : lines)
        line = maskedLine(line, secret);
    return file.withText(syntax::Text(lines.join('\n'), file.text().layout()));
}

} // namespace folder
