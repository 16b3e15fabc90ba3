// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/folder/tablereferences.h"

#include "core/syntax/logicallines.h"

#include <QSet>

#include <algorithm>
#include <array>
#include <optional>

namespace folder {

namespace {

using model::FileKind;

struct TypeKind
{
    const char *type;
    FileKind kind;
};

/// Table types whose name is a file that a person writes. For the databases it is the client's configuration.
constexpr std::array fileTypes{
    TypeKind{"btree", FileKind::KeyValue}, TypeKind{"cdb", FileKind::KeyValue},
    TypeKind{"cidr", FileKind::Cidr},      TypeKind{"dbm", FileKind::KeyValue},
    TypeKind{"hash", FileKind::KeyValue},  TypeKind{"ldap", FileKind::Other},
    TypeKind{"lmdb", FileKind::KeyValue},  TypeKind{"memcache", FileKind::Other},
    TypeKind{"mongodb", FileKind::Other},  TypeKind{"mysql", FileKind::Other},
    TypeKind{"pcre", FileKind::Pattern},   TypeKind{"pgsql", FileKind::Other},
    TypeKind{"regexp", FileKind::Pattern}, TypeKind{"sdbm", FileKind::KeyValue},
    TypeKind{"sqlite", FileKind::Other},   TypeKind{"texthash", FileKind::KeyValue},
};

constexpr int maxExpansionDepth = 16;

std::optional<FileKind> kindOfType(QByteArrayView type)
{
    const auto found = std::find_if(fileTypes.begin(), fileTypes.end(),
                                    [&](const TypeKind &row) { return type == QByteArrayView(row.type); });
    return found == fileTypes.end() ? std::nullopt : std::optional(found->kind);
}

bool isNameByte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/// Daemons make these tables themselves; nobody writes a source for them.
bool isCache(QByteArrayView parameter)
{
    return parameter.endsWith("_cache_database") || parameter.endsWith("_cache_map")
        || parameter == "address_verify_map";
}

class References
{
public:
    References(const syntax::MainCf &mainCf, const QByteArray &configDirectory)
        : m_mainCf(mainCf), m_configDirectory(configDirectory)
    {
    }

    void read(QByteArrayView parameter, const QByteArray &value)
    {
        qsizetype at = 0;
        while (at < value.size()) {
            const auto ends = [](char c) { return syntax::isSpace(c) || c == ',' || c == '{' || c == '}'; };
            // Braces end a word unless they belong to ${name}.
            qsizetype end = at;
            while (end < value.size() && !ends(value[end])) {
                if (value[end] == '$' && end + 1 < value.size() && value[end + 1] == '{') {
                    const qsizetype close = value.indexOf('}', end);
                    end = close < 0 ? value.size() : close + 1;
                } else {
                    ++end;
                }
            }
            if (end > at)
                readWord(parameter, value.sliced(at, end - at));
            at = std::max(end, at + 1);
        }
    }

    QList<TableReference> result() const { return m_found; }

private:
    void readWord(QByteArrayView parameter, const QByteArray &raw)
    {
        if ((raw.indexOf(':') < 0 && raw.indexOf('$') < 0) || isCache(parameter))
            return;
        const std::optional<QByteArray> word = expanded(raw, 0);
        if (!word)
            return;
        if (syntax::trimmed(*word, {0, word->size()}).size() != word->size() || word->contains(' ')) {
            if (*word != raw) // a parameter that holds a list of tables
                read(parameter, *word);
            return;
        }
        QByteArray rest = *word;
        while (rest.startsWith("proxy:") || rest.startsWith("debug:"))
            rest = rest.sliced(6);
        const qsizetype colon = rest.indexOf(':');
        if (colon <= 0 || colon + 1 == rest.size())
            return;
        const QByteArray type = rest.first(colon);
        const QByteArray path = rest.sliced(colon + 1);
        const std::optional<FileKind> kind = kindOfTable(type, parameter);
        if (!kind || m_seen.contains(path))
            return;
        m_seen.insert(path);
        m_found.append(TableReference{type, path, *kind, parameter.toByteArray()});
    }

    /// Plain $name, ${name} and $(name); nothing when a name is not set or the value nests too deep.
    std::optional<QByteArray> expanded(const QByteArray &raw, int depth) const
    {
        if (depth > maxExpansionDepth)
            return std::nullopt;
        QByteArray out;
        for (qsizetype at = 0; at < raw.size();) {
            if (raw[at] != '$' || at + 1 == raw.size()) {
                out += raw[at++];
                continue;
            }
            const char open = raw[at + 1];
            const bool isBracketed = open == '{' || open == '(';
            const qsizetype begin = at + (isBracketed ? 2 : 1);
            qsizetype end = begin;
            while (end < raw.size() && isNameByte(raw[end]))
                ++end;
            if (end == begin || (isBracketed && (end == raw.size() || raw[end] != (open == '{' ? '}' : ')'))))
                return std::nullopt;
            const std::optional<QByteArray> value = valueOf(raw.sliced(begin, end - begin), depth);
            if (!value)
                return std::nullopt;
            out += *value;
            at = isBracketed ? end + 1 : end;
        }
        return out;
    }

    std::optional<QByteArray> valueOf(const QByteArray &name, int depth) const
    {
        if (const syntax::Setting *setting = m_mainCf.find(name))
            return expanded(m_mainCf.valueOf(*setting), depth + 1);
        if (name == "config_directory")
            return m_configDirectory;
        // Which of the compiled types it is makes no difference to the file that a person edits.
        if (name == "default_database_type")
            return QByteArrayLiteral("hash");
        if (name == "alias_maps" || name == "alias_database")
            return QByteArrayLiteral("hash:/etc/aliases");
        return std::nullopt;
    }

    const syntax::MainCf &m_mainCf;
    QByteArray m_configDirectory;
    QList<TableReference> m_found;
    QSet<QByteArray> m_seen;
};

} // namespace

QList<TableReference> tableReferences(const syntax::MainCf &mainCf, const syntax::MasterCf &masterCf,
                                      const QByteArray &configDirectory)
{
    References references(mainCf, configDirectory);
    for (const syntax::Setting &setting : mainCf.settings()) {
        if (setting.enabled && mainCf.find(mainCf.nameOf(setting)) == &setting)
            references.read(mainCf.nameOf(setting), mainCf.valueOf(setting));
    }
    for (const syntax::Service &service : masterCf.services()) {
        if (!service.enabled)
            continue;
        for (const syntax::Override &option : service.overrides) {
            if (option.enabled)
                references.read(masterCf.nameOf(option), masterCf.valueOf(option));
        }
    }
    return references.result();
}

std::optional<FileKind> kindOfTable(QByteArrayView type, QByteArrayView parameter)
{
    const std::optional<FileKind> kind = kindOfType(type);
    const bool isAliases = parameter == "alias_maps" || parameter == "alias_database";
    return isAliases && kind == FileKind::KeyValue ? FileKind::Aliases : kind;
}

FileKind kindByName(const QString &fileName)
{
    const auto endsWith = [&](const char *suffix) { return fileName.endsWith(QLatin1String(suffix)); };
    if (endsWith(".pcre") || endsWith(".regexp") || fileName == QLatin1String("header_checks")
        || fileName == QLatin1String("body_checks"))
        return FileKind::Pattern;
    if (endsWith(".cidr"))
        return FileKind::Cidr;
    if (fileName == QLatin1String("aliases"))
        return FileKind::Aliases;
    static const QSet<QString> usual{
        QStringLiteral("access"),       QStringLiteral("canonical"),        QStringLiteral("generic"),
        QStringLiteral("relocated"),    QStringLiteral("sasl_passwd"),      QStringLiteral("sender_access"),
        QStringLiteral("transport"),    QStringLiteral("recipient_access"), QStringLiteral("virtual"),
        QStringLiteral("tls_policy"),   QStringLiteral("helo_access"),      QStringLiteral("client_access"),
        QStringLiteral("relay_domains")};
    return usual.contains(fileName) ? FileKind::KeyValue : FileKind::Other;
}

bool isDerivedFile(const QString &fileName)
{
    static constexpr std::array suffixes{".db",  ".lmdb", ".cdb", ".dir", ".pag", ".lock", "~",
                                         ".swp", ".gz",   ".xz",  ".bz2", ".zst", ".so"};
    return fileName.startsWith(u'.')
        || std::any_of(suffixes.begin(), suffixes.end(),
                       [&](const char *suffix) { return fileName.endsWith(QLatin1String(suffix)); });
}

} // namespace folder
