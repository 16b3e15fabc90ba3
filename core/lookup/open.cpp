// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lookup/open.h"

#include "core/base/errortext.h"
#include "core/lookup/braces.h"
#include "core/lookup/chainmaps.h"
#include "core/lookup/inlinemap.h"
#include "core/lookup/keymap.h"
#include "core/lookup/networkmap.h"
#include "core/lookup/patternmap.h"
#include "core/lookup/plainmaps.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace lookup {

namespace {

using syntax::TableKind;

constexpr int maxDepth = 50;

QString said(const char *text)
{
    return QCoreApplication::translate("lookup", text);
}

template<size_t size>
bool isOneOf(const QByteArray &type, const std::array<const char *, size> &names)
{
    return std::any_of(names.begin(), names.end(), [&](const char *name) { return type == name; });
}

constexpr std::array compiled{"hash", "btree", "lmdb", "cdb", "dbm", "sdbm"};
constexpr std::array databases{"ldap",     "mysql", "pgsql",   "sqlite", "mongodb",
                               "memcache", "nis",   "nisplus", "netinfo"};
constexpr std::array endpoints{"tcp", "socketmap"};
constexpr std::array processes{"internal", "environ"};
constexpr std::array others{"texthash", "cidr",    "regexp", "pcre", "inline", "static", "unionmap",
                            "pipemap",  "randmap", "fail",   "unix", "proxy",  "debug"};

class Opener
{
public:
    explicit Opener(const Opening &opening) : m_opening(opening) { }

    MapPointer open(const QByteArray &name, int depth) const
    {
        QByteArray rest = name;
        // proxymap(8) asks the same table from another process, and debug: only logs what is asked.
        while (rest.startsWith("proxy:") || rest.startsWith("debug:"))
            rest = rest.sliced(rest.indexOf(':') + 1);
        const qsizetype colon = rest.indexOf(':');
        const QByteArray type = colon < 0 ? m_opening.defaultType : rest.first(colon);
        const QByteArray what = rest.sliced(colon + 1);
        if (depth > maxDepth)
            return failedMap(name, said(QT_TRANSLATE_NOOP("lookup", "The tables nest too deep.")), rules());
        if (type == "unionmap" || type == "pipemap")
            return openChain(name, type, what, depth);
        if (type == "inline")
            return openInline(name, what);
        if (type == "static")
            return staticMap(name, what, rules());
        if (type == "randmap")
            return randomMap(name, what, rules());
        if (type == "fail")
            return failedMap(name, said(QT_TRANSLATE_NOOP("lookup", "A fail: table fails every lookup.")),
                             rules());
        if (type == "unix")
            return openSystem(name, what);
        if (const QString why = unasked(type); !why.isEmpty())
            return unaskedMap(name, why, rules());
        return openFile(name, type, what);
    }

private:
    const Rules &rules() const { return m_opening.rules; }

    static QString unasked(const QByteArray &type)
    {
        if (isOneOf(type, databases))
            return said(QT_TRANSLATE_NOOP("lookup",
                                          "A database is not asked from here. Ask it on the server: "
                                          "postmap -q KEY TABLE."));
        if (isOneOf(type, endpoints))
            return said(QT_TRANSLATE_NOOP("lookup",
                                          "Another program answers for this table. Ask it on the "
                                          "server: postmap -q KEY TABLE."));
        if (isOneOf(type, processes))
            return said(QT_TRANSLATE_NOOP(
                "lookup", "This table lives in the memory of a Postfix process, so only that can ask it."));
        return {};
    }

    MapPointer openInline(const QByteArray &name, const QByteArray &what) const
    {
        const InlinePairs pairs = readInline(what);
        if (pairs.problem.isEmpty())
            return std::make_shared<InlineMap>(name, pairs.pairs, rules());
        return failedMap(name,
                         said(QT_TRANSLATE_NOOP("lookup",
                                                "Postfix can’t open “%1”: %2. Write "
                                                "inline:{key=value, key=value}."))
                             .arg(QString::fromUtf8(name), QString::fromUtf8(pairs.problem)),
                         rules());
    }

    MapPointer openChain(const QByteArray &name, const QByteArray &type, const QByteArray &what,
                         int depth) const
    {
        const std::optional<QByteArray> content = withoutBraces(what);
        const QByteArrayList names = content ? wordsOf(*content) : QByteArrayList();
        const bool areTables =
            std::all_of(names.begin(), names.end(), [](const QByteArray &one) { return one.contains(':'); });
        if (names.isEmpty() || !areTables)
            return failedMap(name,
                             said(QT_TRANSLATE_NOOP("lookup",
                                                    "Postfix can’t open “%1”. Write "
                                                    "%2:{type:name, type:name}."))
                                 .arg(QString::fromUtf8(name), QString::fromUtf8(type)),
                             rules());
        QList<MapPointer> maps;
        for (const QByteArray &one : names)
            maps.append(open(one, depth + 1));
        const auto how = type == "unionmap" ? ChainMap::How::Union : ChainMap::How::Pipe;
        return std::make_shared<ChainMap>(name, how, maps, rules());
    }

    MapPointer openSystem(const QByteArray &name, const QByteArray &what) const
    {
        if (!m_opening.isThisMachine)
            return unaskedMap(name,
                              said(QT_TRANSLATE_NOOP("lookup",
                                                     "The users and groups of the server are not "
                                                     "known here. Ask on the server: postmap -q "
                                                     "KEY TABLE.")),
                              rules());
        if (what == "passwd.byname")
            return std::make_shared<SystemMap>(name, SystemMap::What::Users, rules());
        if (what == "group.byname")
            return std::make_shared<SystemMap>(name, SystemMap::What::Groups, rules());
        return failedMap(name,
                         said(QT_TRANSLATE_NOOP("lookup",
                                                "There is no table “%1”: it is unix:passwd.byname "
                                                "or unix:group.byname."))
                             .arg(QString::fromUtf8(name)),
                         rules());
    }

    MapPointer openFile(const QByteArray &name, const QByteArray &type, const QByteArray &what) const
    {
        const bool isPattern = type == "regexp" || type == "pcre";
        const bool isKeyed = isOneOf(type, compiled) || type == "texthash";
        if (!isPattern && !isKeyed && type != "cidr")
            return failedMap(name,
                             said(QT_TRANSLATE_NOOP("lookup", "Postfix knows no table type “%1”."))
                                 .arg(QString::fromUtf8(type)),
                             rules());
        const TableKind kind = isPattern ? TableKind::Pattern
            : type == "cidr"             ? TableKind::Cidr
            : isAliasFile(type)          ? TableKind::Aliases
                                         : TableKind::KeyValue;
        const base::Result<syntax::Table> table =
            !isKeyed && what.startsWith('{') ? contentOf(name, what, kind) : m_opening.read(what, kind);
        if (!table)
            return failedMap(name, base::errorText(table.error()), rules());
        if (table->text().size() > KeyIndex::maxOffset)
            return failedMap(name, said(QT_TRANSLATE_NOOP("lookup", "The table is larger than 4 GiB.")),
                             rules());
        if (isKeyed)
            return std::make_shared<KeyMap>(name, *table, rules());
        if (isPattern)
            return std::make_shared<PatternMap>(
                name, *table, type == "pcre" ? patterns::PatternSyntax::Perl : patterns::PatternSyntax::Posix,
                rules());
        return std::make_shared<NetworkMap>(name, *table, rules());
    }

    bool isAliasFile(const QByteArray &type) const { return m_opening.areAliases && type != "texthash"; }

    /// The rows that stand in the name itself: dict_inline_to_multiline() in src/util/dict_stream.c.
    static base::Result<syntax::Table> contentOf(const QByteArray &name, const QByteArray &what,
                                                 TableKind kind)
    {
        const std::optional<QByteArray> content = withoutBraces(what);
        if (!content)
            return base::Error{base::Error::Code::Malformed, QString::fromUtf8(name),
                               QStringLiteral("the braces are not closed")};
        QByteArray lines;
        for (const QByteArray &word : wordsOf(*content)) {
            const std::optional<QByteArray> line = strippedOfBraces(word);
            if (!line)
                return base::Error{
                    base::Error::Code::Malformed, QString::fromUtf8(name),
                    QStringLiteral("no '{' at start of text in \"%1\"").arg(QString::fromUtf8(word))};
            lines += *line + '\n';
        }
        return syntax::Table(syntax::Text(lines, syntax::Text::Layout::Chunked), kind);
    }

    const Opening &m_opening;
};

} // namespace

bool isTableType(const QByteArray &type)
{
    return isOneOf(type, compiled) || isOneOf(type, databases) || isOneOf(type, endpoints)
        || isOneOf(type, processes) || isOneOf(type, others);
}

MapPointer open(const QByteArray &name, const Opening &opening)
{
    return Opener(opening).open(name, 0);
}

} // namespace lookup
