// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/rules/tablefiles.h"

#include "core/edits/parameteredits.h"
#include "core/lint/mending.h"
#include "core/lint/serverfiles.h"

#include <algorithm>
#include <array>

namespace lint {

namespace {

constexpr int readableByAll = 04;

model::Place placeOf(const Context &context, const Assignment &assignment, const TableUse &table)
{
    return context.placeOf(table.word, assignment.name, assignment.service);
}

/// Calls `visit(assignment, table, index)` for the tables that an admin compiles.
template<typename Visit>
void forEachIndex(const Context &context, Visit visit)
{
    forEachTableFile(context, [&](const Assignment &assignment, const TableUse &table) {
        const QByteArray suffix = indexSuffix(table.type);
        if (!suffix.isEmpty() && !isCache(assignment.name))
            visit(assignment, table, table.name + suffix);
    });
}

/// An element of a list in main.cf that stands there as a whole, beside others.
std::optional<Fix> removeElement(const Context &context, const Assignment &assignment, const Word &word)
{
    const catalog::Facts *facts = assignment.facts;
    const QByteArrayList items = edits::listItemsOf(context.snapshot(), assignment.name);
    if (!facts || facts->valueType != catalog::ValueType::TableList || !assignment.isInMainCf()
        || items.size() < 2 || items.count(word.text) != 1)
        return std::nullopt;
    return Fix{QT_TRANSLATE_NOOP("lint", "Take the table out of the list"),
               [name = assignment.name, item = word.text](model::Draft &draft) {
                   const QByteArrayList now = edits::listItemsOf(draft.snapshot(), name);
                   if (const qsizetype at = now.indexOf(item); at >= 0 && now.size() > 1)
                       edits::removeListItem(draft, name, at);
               }};
}

bool holdsSecrets(const Assignment &assignment, const TableUse &table)
{
    static const QSet<QByteArray> clients{"ldap", "mysql", "pgsql", "mongodb"};
    return clients.contains(table.type) || assignment.name.endsWith("_sasl_password_maps")
        || assignment.name == "tls_server_sni_maps";
}

/// Calls `visit(assignment, table, path)` for sources and indexes.
template<typename Visit>
void forEachSecretFile(const Context &context, Visit visit)
{
    forEachTableFile(context, [&](const Assignment &assignment, const TableUse &table) {
        if (!holdsSecrets(assignment, table))
            return;
        visit(assignment, table, table.name);
        if (const QByteArray suffix = indexSuffix(table.type); !suffix.isEmpty())
            visit(assignment, table, table.name + suffix);
    });
}

struct SecretFiles
{
    QSet<QByteArray> paths = {};
};

SecretFiles secretFiles(const Context &context)
{
    SecretFiles files;
    forEachSecretFile(context, [&](const Assignment &, const TableUse &, const QByteArray &path) {
        files.paths.insert(path);
    });
    return files;
}

/// What editors and package managers leave beside a file.
bool isLeftoverOf(const QByteArray &path, const QByteArray &original)
{
    static const QSet<QByteArray> endings{"~", ".bak", ".old", ".orig", ".save", ".swp"};
    const qsizetype slash = original.lastIndexOf('/') + 1;
    if (path == original.first(slash) + '.' + original.sliced(slash) + ".swp")
        return true;
    if (!path.startsWith(original))
        return false;
    const QByteArray rest = path.sliced(original.size());
    return endings.contains(rest) || rest.startsWith(".dpkg-") || rest.startsWith(".rpm");
}

} // namespace

void tableSourceMissing(const Context &context, Report &report)
{
    forEachTableFile(context, [&](const Assignment &assignment, const TableUse &table) {
        const QByteArray suffix = indexSuffix(table.type);
        const bool isSourceMissing = presenceOf(context, table.name) == Presence::Missing;
        const bool isIndexMissing =
            suffix.isEmpty() || presenceOf(context, table.name + suffix) == Presence::Missing;
        if (!isSourceMissing || !isIndexMissing || isCache(assignment.name))
            return;
        Finding &finding = report.add(placeOf(context, assignment, table), {table.name});
        if (const auto fix = removeElement(context, assignment, table.word))
            finding.fixes = {*fix};
    });
}

void indexMissing(const Context &context, Report &report)
{
    forEachIndex(context, [&](const Assignment &assignment, const TableUse &table, const QByteArray &index) {
        if (presenceOf(context, table.name) == Presence::There
            && presenceOf(context, index) == Presence::Missing)
            report.add(placeOf(context, assignment, table), {index, table.type + ':' + table.name});
    });
}

void indexStale(const Context &context, Report &report)
{
    forEachIndex(context, [&](const Assignment &assignment, const TableUse &table, const QByteArray &index) {
        const FileFact *source = factOf(context, table.name);
        const FileFact *built = factOf(context, index);
        if (source && built && source->exists && built->exists && source->modified && built->modified
            && *source->modified > *built->modified)
            report.add(placeOf(context, assignment, table), {table.name});
    });
}

void indexWithoutSource(const Context &context, Report &report)
{
    forEachIndex(context, [&](const Assignment &assignment, const TableUse &table, const QByteArray &index) {
        if (presenceOf(context, table.name) == Presence::Missing
            && presenceOf(context, index) == Presence::There)
            report.add(placeOf(context, assignment, table), {table.name});
    });
}

void indexSuffixInName(const Context &context, Report &report)
{
    static constexpr std::array suffixes{".db", ".lmdb", ".cdb", ".pag", ".dir"};
    forEachTableFile(context, [&](const Assignment &assignment, const TableUse &table) {
        if (!table.isIndexed())
            return;
        for (const QByteArray suffix : suffixes) {
            if (!table.name.endsWith(suffix))
                continue;
            Finding &finding = report.add(placeOf(context, assignment, table), {suffix});
            const Word &word = table.word;
            if (word.place && word.isWhole && word.text.endsWith(suffix))
                finding.fixes = {replaceText(QT_TRANSLATE_NOOP("lint", "Leave it out"), word.place->file,
                                             word.place->range, word.text, word.text.chopped(suffix.size()))};
        }
    });
}

void secretTableReadable(const Context &context, Report &report)
{
    forEachSecretFile(context,
                      [&](const Assignment &assignment, const TableUse &table, const QByteArray &path) {
                          const auto mode = modeOf(context, path);
                          if (mode && (*mode & readableByAll) != 0)
                              report.add(placeOf(context, assignment, table), {path, modeText(*mode)});
                      });
}

void leftoverWithSecret(const Context &context, Report &report)
{
    const QByteArrayList files = filesInFolder(context);
    if (files.isEmpty())
        return;
    const QSet<QByteArray> &secrets = context.once<SecretFiles>(secretFiles).paths;
    for (const QByteArray &path : files) {
        const auto mode = modeOf(context, path);
        const bool isLeftover = std::any_of(secrets.begin(), secrets.end(), [&](const QByteArray &secret) {
            return isLeftoverOf(path, secret);
        });
        if (isLeftover && mode && (*mode & readableByAll) != 0)
            reportFile(context, report, path, {path});
    }
}

} // namespace lint
