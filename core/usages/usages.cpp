// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/usages/usages.h"

#include "core/usages/scanner.h"

#include <algorithm>

namespace usages {

using model::FileId;
using syntax::ByteRange;

namespace {

/// Includes the place right behind the last byte: a caret stands there.
bool touches(ByteRange range, qsizetype offset)
{
    return range.begin <= offset && offset <= range.end;
}

/// Calls `scan` with every row of the table that may contain `word`.
template<typename Scan>
void scanRowsWith(const syntax::Table &table, const QByteArray &word, Scan scan)
{
    const syntax::Text &text = table.text();
    qsizetype done = -1;
    for (qsizetype i = 0; i < text.chunkCount(); ++i) {
        const QByteArrayView bytes = text.chunk(i)->bytes;
        for (qsizetype at = bytes.indexOf(word); at >= 0; at = bytes.indexOf(word, at + word.size())) {
            const qsizetype row = table.rowAt(text.chunkBegin(i) + at);
            if (row == done || row >= table.rowCount())
                continue;
            done = row;
            scan(table.row(row));
        }
    }
}

} // namespace

Index::Index(model::Snapshot snapshot, const catalog::Catalog &catalog)
    : m_snapshot(std::move(snapshot)), m_roles(m_snapshot, catalog)
{
}

Usages Index::at(FileId file, qsizetype offset) const
{
    Usages found;
    Scanner scanner(m_snapshot, m_roles, [&](const Usage &usage) {
        if (usage.place.file == file && touches(usage.place.range, offset))
            found.append(usage);
    });
    const model::File &content = m_snapshot.file(file);
    if (const syntax::MainCf *mainCf = content.mainCf()) {
        for (const syntax::Setting &setting : mainCf->settings()) {
            if (touches(setting.whole, offset))
                scanner.scanSetting(setting);
        }
    } else if (const syntax::MasterCf *masterCf = content.masterCf()) {
        for (const syntax::Service &service : masterCf->services()) {
            if (touches(service.whole, offset))
                scanner.scanService(service);
        }
    } else if (const syntax::Table *table = content.table(); table && m_roles.formsOf(file)) {
        const qsizetype row = table->rowAt(offset);
        if (row < table->rowCount())
            scanner.scanRow(file, *table, table->row(row));
    }
    std::stable_sort(found.begin(), found.end(), [](const Usage &a, const Usage &b) {
        return a.role == Usage::Role::Derived && b.role != Usage::Role::Derived;
    });
    return found;
}

Usages Index::of(const Symbol &symbol) const
{
    Usages found;
    if (symbol.name.isEmpty())
        return found; // it would be everywhere
    Scanner scanner(m_snapshot, m_roles, [&](const Usage &usage) {
        if (usage.symbol == symbol)
            found.append(usage);
    });
    for (const syntax::Setting &setting : m_snapshot.mainCf().settings())
        scanner.scanSetting(setting);
    for (const syntax::Service &service : m_snapshot.masterCf().services())
        scanner.scanService(service);
    for (const FileId id : m_snapshot.ids()) {
        const syntax::Table *table = m_snapshot.file(id).table();
        if (table && m_roles.formsOf(id) && symbol.kind != Symbol::Kind::Table)
            scanRowsWith(*table, symbol.name,
                         [&](const syntax::Row &row) { scanner.scanRow(id, *table, row); });
    }
    std::stable_sort(found.begin(), found.end(), [](const Usage &a, const Usage &b) {
        return a.place.file != b.place.file ? a.place.file < b.place.file
                                            : a.place.range.begin < b.place.range.begin;
    });
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

QList<model::Place> Index::definitionsOf(const Usage &usage) const
{
    if (usage.symbol.kind == Symbol::Kind::Table) {
        const auto file = m_roles.fileOf(usage.symbol.name);
        return file ? QList<model::Place>{model::Place{*file, {0, 0}}} : QList<model::Place>();
    }
    // Of two settings the last counts; the others and what is switched off come behind.
    const auto rank = [&](const Usage &definition) {
        if (!definition.enabled)
            return 3;
        if (definition.role != Usage::Role::Override)
            return 1;
        const auto isAround = [&](const syntax::Service &service) {
            return service.whole.contains(definition.place.range.begin)
                && service.whole.contains(usage.place.range.begin);
        };
        const QList<syntax::Service> &services = m_snapshot.masterCf().services();
        const bool isOwn =
            usage.place.file == FileId::MasterCf && std::any_of(services.begin(), services.end(), isAround);
        return isOwn ? 0 : 2;
    };
    Usages definitions;
    for (const Usage &other : of(usage.symbol)) {
        if (other.isDefinition())
            definitions.prepend(other);
    }
    if (usage.symbol.kind == Symbol::Kind::Service)
        std::reverse(definitions.begin(), definitions.end());
    std::stable_sort(definitions.begin(), definitions.end(),
                     [&](const Usage &a, const Usage &b) { return rank(a) < rank(b); });
    QList<model::Place> places;
    for (const Usage &definition : definitions)
        places.append(definition.place);
    return places;
}

} // namespace usages
