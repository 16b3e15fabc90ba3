// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/rules/paths.h"

#include "core/lint/assigned.h"
#include "core/lint/mending.h"
#include "core/lint/references.h"
#include "core/syntax/listvalue.h"

#include <algorithm>

namespace lint {

namespace {

using catalog::ValueType;
using model::Place;

bool isTableParameter(const catalog::Facts &facts)
{
    return facts.valueType == ValueType::Table || facts.valueType == ValueType::TableList;
}

bool isPathParameter(QByteArrayView name)
{
    static const QList<QByteArrayView> endings{"_cert_file", "_key_file",    "_CAfile",
                                               "_CApath",    "_chain_files", "_directory"};
    static const QSet<QByteArray> paths{"newaliases_path", "mailq_path", "sendmail_path"};
    return paths.contains(name.toByteArray())
        || std::any_of(endings.begin(), endings.end(),
                       [&](QByteArrayView ending) { return name.endsWith(ending); });
}

bool mayBeNone(QByteArrayView name, QByteArrayView text)
{
    static const QSet<QByteArray> folders{"readme_directory", "html_directory", "shlib_directory",
                                          "manpage_directory", "sample_directory"};
    return text == "none" || (text == "no" && folders.contains(name.toByteArray()));
}

/// The file in `type:file`, for types that read files by their names.
QByteArray tableFile(QByteArray text)
{
    static const QSet<QByteArray> types{"hash",     "btree",  "cdb",      "lmdb",   "dbm",  "sdbm",
                                        "texthash", "regexp", "pcre",     "cidr",   "ldap", "mysql",
                                        "pgsql",    "sqlite", "memcache", "mongodb"};
    for (const QByteArray wrapper : {"proxy:", "debug:"}) {
        if (text.startsWith(wrapper))
            text = text.sliced(wrapper.size());
    }
    const qsizetype colon = text.indexOf(':');
    return colon > 0 && types.contains(text.first(colon)) ? text.sliced(colon + 1) : QByteArray();
}

bool looksLikeFile(const QByteArray &name)
{
    static const QList<QByteArray> suffixes{".cf",   ".db",   ".map",    ".txt",  ".conf",
                                            ".cidr", ".pcre", ".regexp", ".lmdb", ".cdb"};
    return name.contains('/') || std::any_of(suffixes.begin(), suffixes.end(), [&](const QByteArray &suffix) {
               return name.endsWith(suffix);
           });
}

} // namespace

void relativeMailboxBase(const Context &context, Report &report)
{
    forEachValueOf(context, "virtual_mailbox_base",
                   [&](const Assignment &assignment, const TracedValue &value) {
                       if (!value.text().isEmpty() && !value.text().startsWith('/'))
                           report.add(assignment.place());
                   });
}

void mapWithoutType(const Context &context, Report &report)
{
    // These name parameters and domains too.
    static const QSet<QByteArray> others{"proxy_read_maps", "proxy_write_maps"};
    forEachValue(context, [&](const Assignment &assignment, const TracedValue &) {
        const catalog::Facts *facts = assignment.facts;
        if (!facts || !isTableParameter(*facts) || others.contains(assignment.name))
            return;
        for (const syntax::ListItem &item : syntax::listItems(assignment.definition.text)) {
            const QByteArray text = item.range.in(assignment.definition.text).toByteArray();
            const bool isKeyword =
                std::any_of(facts->values.begin(), facts->values.end(),
                            [&](const catalog::KnownValue &known) { return known.value == text; });
            if (item.isGroup || text.contains(':') || text.contains('$') || isKeyword)
                continue;
            const syntax::ByteRange where = fileRange(assignment.definition, item.range);
            const bool isNumber =
                std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
            Finding &finding = report.add(Place{assignment.namePlace.file, where}, {text});
            const QByteArray type = isNumber ? QByteArray("static") : context.target().defaultTableType;
            if (isNumber || text.startsWith('/'))
                finding.fixes = {replaceText(QT_TRANSLATE_NOOP("lint", "Write the table type in front"),
                                             assignment.namePlace.file, where, text, type + ':' + text)};
        }
    });
}

void relativePath(const Context &context, Report &report)
{
    forEachValue(context, [&](const Assignment &assignment, const TracedValue &value) {
        const catalog::Facts *facts = assignment.facts;
        if (!facts || assignment.definition.isRaw)
            return;
        const bool isPath = isPathParameter(assignment.name) && assignment.name != "virtual_mailbox_base";
        const bool hasTables = isTableParameter(*facts) || facts->valueType == ValueType::RestrictionList;
        if (!isPath && !hasTables)
            return;
        for (const Word &word : value.words()) {
            const QByteArray path = isPath ? word.text : tableFile(word.text);
            if (path.isEmpty() || path.startsWith('/') || mayBeNone(assignment.name, path)
                || (!isPath && (path.startsWith('{') || !looksLikeFile(path))))
                continue;
            Finding &finding = report.add(assignment.place(), {path});
            if (context.fileOf(context.target().folder + '/' + path) && word.isWhole && word.place) {
                const QByteArray head = word.text.first(word.text.size() - path.size());
                finding.fixes = {replaceText(QT_TRANSLATE_NOOP("lint", "Begin with the configuration folder"),
                                             word.place->file, word.place->range, word.text,
                                             head + "$config_directory/" + path)};
            }
        }
    });
}

void maildirWithoutSlash(const Context &context, Report &report)
{
    for (const QByteArray name : {"home_mailbox", "mail_spool_directory"}) {
        forEachValueOf(context, name, [&](const Assignment &assignment, const TracedValue &value) {
            const QByteArray text = value.text().trimmed();
            const QByteArray last = text.sliced(text.lastIndexOf('/') + 1);
            if (last == "Maildir" || last == "maildir" || last == ".maildir")
                report.add(assignment.place()).fixes = {
                    setValue(assignment, QT_TRANSLATE_NOOP("lint", "End it with a slash"),
                             assignment.definition.text + '/')};
        });
    }
}

// data_redirect_map() in src/global/data_redirect.c.
void cacheOutsideDataDirectory(const Context &context, Report &report)
{
    static const QSet<QByteArray> types{"btree", "hash", "lmdb", "cdb", "dbm", "sdbm"};
    const auto isCacheName = [](const QByteArray &name) {
        return name.endsWith("_tls_session_cache_database") || name.endsWith("_sasl_auth_cache_name")
            || name == "address_verify_map" || name == "postscreen_cache_map"
            || name == "tls_random_exchange_name";
    };
    forEachValue(context, [&](const Assignment &assignment, const TracedValue &value) {
        const QByteArray text = value.text().trimmed();
        if (!isCacheName(assignment.name) || text.isEmpty())
            return;
        QByteArray path = text;
        for (const QByteArray wrapper : {"proxy:", "debug:"}) {
            if (path.startsWith(wrapper))
                path = path.sliced(wrapper.size());
        }
        if (const qsizetype colon = path.indexOf(':'); colon >= 0)
            path = types.contains(path.first(colon)) ? path.sliced(colon + 1) : QByteArray();
        QByteArray folder = context.value("data_directory", assignment.service);
        while (folder.endsWith('/'))
            folder.chop(1);
        if (!path.startsWith('/') || folder.isEmpty() || path.startsWith(folder + '/'))
            return;
        const QByteArray head = text.first(text.size() - path.size());
        report.add(assignment.place(), {path}).fixes = {
            setValue(assignment, QT_TRANSLATE_NOOP("lint", "Move it to the data directory"),
                     head + "$data_directory/" + path.sliced(path.lastIndexOf('/') + 1))};
    });
}

} // namespace lint
