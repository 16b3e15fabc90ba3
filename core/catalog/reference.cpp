// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/catalog/reference.h"

#include "core/catalog/records.h"

#include <algorithm>

namespace catalog {

using base::Result;

namespace {

using columns::value;
using columns::words;

constexpr std::array topicColumns{
    Column<Topic>{"parent", value<&Topic::parent>},
    Column<Topic>{"title", value<&Topic::title>},
};

constexpr std::array relationColumns{
    Column<SettingRelation>{"operator", value<&SettingRelation::comparison>},
    Column<SettingRelation>{"right", value<&SettingRelation::right>},
};

constexpr std::array removedNameColumns{
    Column<RemovedName>{"first_release", value<&RemovedName::firstRelease>},
    Column<RemovedName>{"last_release", value<&RemovedName::lastRelease>},
    Column<RemovedName>{"replaced_by", words<&RemovedName::replacedBy>},
};

constexpr std::array wordColumns{
    Column<Words>{"name", value<&Words::point>},
    Column<Words>{"text", value<&Words::texts>},
};

Result<QList<Topic>> readTopics(const QByteArray &text)
{
    return readRecords("topics.tsv", text, topicColumns);
}

Result<QList<SettingRelation>> readRelations(const QByteArray &text)
{
    return readRecords("relations.tsv", text, relationColumns);
}

Result<QList<RemovedName>> readRemovedNames(const QByteArray &text)
{
    return readRecords("removednames.tsv", text, removedNameColumns);
}

Result<QList<Words>> readWords(const QByteArray &text)
{
    return readRecords("words.tsv", text, wordColumns);
}

/// Reads one table after the other until one fails.
class TableReader
{
public:
    TableReader(Reference::Source source, QList<QByteArray> &texts) : m_source(source), m_texts(texts) { }

    template<typename Record, typename Read>
    void read(const char *table, QList<Record> &records, Read readTable)
    {
        if (!m_status)
            return;
        const Result<QByteArray> text = m_source(table);
        if (!text) {
            m_status = text.error();
            return;
        }
        m_texts.append(*text);
        auto found = readTable(m_texts.last());
        if (found)
            records = std::move(found).value();
        else
            m_status = found.error();
    }

    const base::Status &status() const { return m_status; }

private:
    Reference::Source m_source;
    QList<QByteArray> &m_texts;
    base::Status m_status = base::Unit();
};

template<typename Record>
const Record *named(const QList<Record> &records, QByteArrayView name)
{
    const auto found = std::find_if(records.begin(), records.end(),
                                    [&](const Record &record) { return record.name == name; });
    return found == records.end() ? nullptr : &*found;
}

template<typename Record>
QList<const Record *> allNamed(const QList<Record> &records, QByteArrayView name)
{
    QList<const Record *> found;
    for (const Record &record : records) {
        if (record.name == name)
            found.append(&record);
    }
    return found;
}

} // namespace

Result<Reference> Reference::load(const Catalog &catalog)
{
    return read(catalog, tableText);
}

Result<Reference> Reference::read(const Catalog &catalog, Source source)
{
    Reference reference(catalog);
    TableReader reader(source, reference.m_texts);
    reader.read("facts.tsv", reference.m_facts,
                [&](const QByteArray &text) { return readFacts(text, reference.m_catalog); });
    reader.read("perservice.tsv", reference.m_perService, readPerService);
    reader.read("relations.tsv", reference.m_relations, readRelations);
    reader.read("removednames.tsv", reference.m_removedNames, readRemovedNames);
    reader.read("topics.tsv", reference.m_topics, readTopics);
    reader.read("programs.tsv", reference.m_programs, readPrograms);
    reader.read("masterrows.tsv", reference.m_masterRows, readMasterRows);
    reader.read("masterfields.tsv", reference.m_masterFields, readMasterFields);
    reader.read("mastertypes.tsv", reference.m_masterTypes, readMasterTypes);
    reader.read("masteroptions.tsv", reference.m_masterOptions, readMasterOptions);
    reader.read("tabletypes.tsv", reference.m_tableTypes, readTableTypes);
    reader.read("clientkeys.tsv", reference.m_clientKeys, readClientKeys);
    reader.read("tableformats.tsv", reference.m_tableFormats, readTableFormats);
    reader.read("tableactions.tsv", reference.m_tableActions, readTableActions);
    reader.read("restrictions.tsv", reference.m_restrictions, readRestrictions);
    reader.read("restrictionlists.tsv", reference.m_restrictionLists, readRestrictionLists);
    reader.read("endpoints.tsv", reference.m_endpoints, readEndpoints);
    reader.read("words.tsv", reference.m_words, readWords);
    if (!reader.status())
        return reader.status().error();
    return reference;
}

const Facts *Reference::factsOf(QByteArrayView parameter) const
{
    const auto found =
        std::lower_bound(m_facts.begin(), m_facts.end(), parameter,
                         [](const Facts &one, QByteArrayView name) { return one.name < name; });
    return found == m_facts.end() || found->name != parameter ? nullptr : &*found;
}

const PerService *Reference::perServiceOf(QByteArrayView parameter) const
{
    const PerService *longest = nullptr;
    for (const PerService &one : m_perService) {
        const bool fits = parameter.size() > one.name.size() && parameter.endsWith(one.name);
        if (fits && (!longest || one.name.size() > longest->name.size()))
            longest = &one;
    }
    return longest;
}

const Topic *Reference::topic(QByteArrayView name) const
{
    return named(m_topics, name);
}

const Program *Reference::program(QByteArrayView name) const
{
    return named(m_programs, name);
}

const TableType *Reference::tableType(QByteArrayView name) const
{
    return named(m_tableTypes, name);
}

QList<const ClientKey *> Reference::clientKeys(QByteArrayView tableType) const
{
    return allNamed(m_clientKeys, tableType);
}

const TableFormat *Reference::tableFormat(QByteArrayView name) const
{
    return named(m_tableFormats, name);
}

QList<const TableAction *> Reference::actions(QByteArrayView tableFormat) const
{
    return allNamed(m_tableActions, tableFormat);
}

// generic_checks() in src/smtpd/smtpd_check.c compares with strcasecmp().
const Restriction *Reference::restriction(QByteArrayView name) const
{
    const auto found =
        std::find_if(m_restrictions.begin(), m_restrictions.end(), [&](const Restriction &one) {
            return one.name.size() == name.size()
                && qstrnicmp(one.name.data(), one.name.size(), name.data(), name.size()) == 0;
        });
    return found == m_restrictions.end() ? nullptr : &*found;
}

QList<QByteArrayView> Reference::words(QByteArrayView section, QByteArrayView point) const
{
    const auto found = std::find_if(m_words.begin(), m_words.end(), [&](const Words &one) {
        return one.name == section && one.point == point;
    });
    return found == m_words.end() ? QList<QByteArrayView>() : found->texts;
}

} // namespace catalog
