// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/completion/gathering.h"
#include "core/usages/tablewords.h"

#include <QMap>

#include <algorithm>
#include <array>

namespace completion {

using Kind = Candidate::Kind;
using syntax::ServiceField;

void addTableTypes(const Desk &desk, Gatherer &gatherer)
{
    for (const catalog::TableType &type : desk.known.reference.tableTypes()) {
        if (type.since > desk.known.target)
            continue;
        const QByteArray name = type.name.toByteArray() + ':';
        gatherer.add({.text = name,
                      .kind = Kind::TableType,
                      .detail = type.summary.toByteArray(),
                      .help = type.summary.toByteArray()});
    }
}

namespace {

/// What tables of the folder are mostly written with in front of their name.
QByteArray usualFolder(const Desk &desk)
{
    QMap<QByteArray, int> counts;
    const syntax::MainCf &file = desk.snapshot.mainCf();
    for (const syntax::Setting &setting : file.settings()) {
        const QByteArray value = file.valueOf(setting);
        if (!value.contains('/') || !value.contains(':'))
            continue;
        for (const usages::TableWord &word : usages::tableWords(value)) {
            const QByteArray name = word.name.in(value).toByteArray();
            const qsizetype slash = name.lastIndexOf('/');
            if (slash > 0 && desk.roles.fileOf(desk.roles.expandedName(name)))
                ++counts[name.first(slash + 1)];
        }
    }
    QByteArray usual = "/etc/postfix/";
    int most = 0;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it) {
        if (*it > most) {
            most = *it;
            usual = it.key();
        }
    }
    return usual;
}

bool isIndexedType(QByteArrayView type)
{
    static constexpr std::array types{"btree", "cdb", "dbm", "hash", "lmdb", "sdbm", "texthash"};
    return std::any_of(types.begin(), types.end(),
                       [&](const char *known) { return type == QByteArrayView(known); });
}

bool isOfType(const model::File &file, QByteArrayView type)
{
    using model::FileKind;
    switch (file.info().kind) {
    case FileKind::Pattern:
        return type == "pcre" || type == "regexp";
    case FileKind::Cidr:
        return type == "cidr";
    case FileKind::KeyValue:
    case FileKind::Aliases:
        return isIndexedType(type);
    case FileKind::Other:
        return !isIndexedType(type) && usages::isNamedTableType(type);
    case FileKind::MainCf:
    case FileKind::MasterCf:
        break;
    }
    return false;
}

} // namespace

void addTableNames(const Desk &desk, QByteArrayView type, Gatherer &gatherer)
{
    const QByteArray folder = usualFolder(desk);
    for (const model::FileId id : desk.snapshot.ids()) {
        const model::File &file = desk.snapshot.file(id);
        if (!isOfType(file, type))
            continue;
        const QByteArray name = file.info().name.toUtf8();
        const QByteArray path = name.startsWith('/') ? name : folder + name;
        const QByteArrayList naming = desk.roles.parametersNaming(id);
        gatherer.add({.text = path, .kind = Kind::File, .detail = naming.join(", ")},
                     naming.isEmpty() ? 0 : 1);
    }
}

void addServices(const Desk &desk, const QByteArray &suffix, bool onlyTransports, Gatherer &gatherer)
{
    const syntax::MasterCf &file = desk.snapshot.masterCf();
    for (const syntax::Service &service : file.services()) {
        if (!service.enabled || file.fieldOf(service, ServiceField::Type) == "inet")
            continue;
        const QByteArray command = file.fieldOf(service, ServiceField::Command).toByteArray();
        const catalog::Program *program = desk.known.reference.program(command);
        const bool delivers = !program || program->role == "delivery";
        if (onlyTransports && !delivers)
            continue;
        const QByteArray name = file.fieldOf(service, ServiceField::Name).toByteArray();
        gatherer.add({.text = name,
                      .inserted = name + suffix,
                      .kind = Kind::Service,
                      .detail = command,
                      .help = program ? program->purpose.toByteArray() : QByteArray()});
    }
}

} // namespace completion
