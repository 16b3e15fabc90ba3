// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/target.h"

#include "core/submission/ports.h"

namespace lint {

QByteArrayList pemBlocksIn(QByteArrayView text)
{
    const QByteArrayView begin = "-----BEGIN ";
    QByteArrayList blocks;
    for (qsizetype at = text.indexOf(begin); at >= 0; at = text.indexOf(begin, at + 1)) {
        const qsizetype name = at + begin.size();
        const qsizetype end = text.indexOf("-----", name);
        const bool isAtLineStart = at == 0 || text[at - 1] == '\n';
        if (end > name && isAtLineStart && !text.sliced(name, end - name).contains('\n'))
            blocks.append(text.sliced(name, end - name).toByteArray());
    }
    return blocks;
}

QSet<QByteArray> debianTableTypes()
{
    return {"btree",  "cdb",       "cidr",   "environ", "fail", "hash",     "inline",   "internal", "ldap",
            "lmdb",   "memcache",  "mysql",  "nis",     "pcre", "pgsql",    "pipemap",  "proxy",    "randmap",
            "regexp", "socketmap", "sqlite", "static",  "tcp",  "texthash", "unionmap", "unix"};
}

effective::Target Target::forValues() const
{
    effective::Target target{.catalog = reference->catalog(), .version = version};
    target.host.mailVersion = version.toString().toLatin1();
    target.host.build = {{"queue_directory", "/var/spool/postfix"},
                         {"data_directory", "/var/lib/postfix"},
                         {"config_directory", folder},
                         {"default_database_type", defaultTableType}};
    for (auto it = buildDefaults.cbegin(); it != buildDefaults.cend(); ++it)
        target.host.build.insert(it.key(), it.value());
    if (!hostName.isEmpty())
        target.host.name = hostName;
    return target;
}

std::optional<int> Target::portOf(QByteArrayView text) const
{
    if (const auto number = submission::numberOf(text))
        return number;
    const auto found = ports.constFind(text.toByteArray());
    return found == ports.cend() ? std::nullopt : std::optional(*found);
}

} // namespace lint
