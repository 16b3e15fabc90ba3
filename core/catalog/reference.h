// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/catalog/facts.h"
#include "core/catalog/restrictions.h"
#include "core/catalog/services.h"
#include "core/catalog/tabletypes.h"

namespace catalog {

/// A subject of parameters. Topics are a tree of two levels.
struct Topic
{
    QByteArrayView name; ///< "tls.client"
    QByteArrayView title = {}; ///< "TLS: client"
    QByteArrayView parent = {}; ///< empty at the top
};

/// Two settings that should stand in this relation.
struct SettingRelation
{
    QByteArrayView name; ///< the parameter on the left
    QByteArrayView comparison = {}; ///< ">=", ">"
    QByteArrayView right = {}; ///< a parameter, or "1.5*message_size_limit"
};

/// A name that no version since 2.4 knows, and of which nothing else is known.
struct RemovedName
{
    QByteArrayView name;
    std::optional<Version> firstRelease = std::nullopt;
    std::optional<Version> lastRelease = std::nullopt;
    QList<QByteArrayView> replacedBy = {};
};

/// A few words on one point of syntax: "value_syntax" / "reference" / "$name", "${name}", "$(name)".
struct Words
{
    QByteArrayView name; ///< the section
    QByteArrayView point = {};
    QList<QByteArrayView> texts = {};
};

/// What is told about Postfix beyond what postconf needs (that is the Catalog): facts for pages, completion,
/// hover and checks. Constant; made once, when the first of them is shown, and handed to whoever needs it.
/// Reading it takes a few milliseconds.
class Reference
{
public:
    /// From the tables in the program's resources. Malformed names the table and the line.
    static base::Result<Reference> load(const Catalog &catalog);
    /// The text of a table by its name, "facts.tsv".
    using Source = base::Result<QByteArray> (*)(const char *table);
    static base::Result<Reference> read(const Catalog &catalog, Source source);

    const Catalog &catalog() const { return m_catalog; }

    const QList<Facts> &parameters() const { return m_facts; } ///< sorted by name
    /// Null for a name that Postfix does not know; see perServiceOf() for names that a service makes.
    const Facts *factsOf(QByteArrayView parameter) const;
    const QList<PerService> &perService() const { return m_perService; }
    /// The facts about "smtp_destination_recipient_limit" and the like, whatever the service is; or null.
    const PerService *perServiceOf(QByteArrayView parameter) const;
    const QList<SettingRelation> &relations() const { return m_relations; }
    const QList<RemovedName> &removedNames() const { return m_removedNames; }

    const QList<Topic> &topics() const { return m_topics; } ///< in the order in which they are shown
    const Topic *topic(QByteArrayView name) const;

    const QList<Program> &programs() const { return m_programs; }
    const Program *program(QByteArrayView name) const;
    const QList<MasterRow> &masterRows() const { return m_masterRows; }
    const QList<MasterField> &masterFields() const { return m_masterFields; }
    const QList<MasterType> &masterTypes() const { return m_masterTypes; }
    const QList<MasterOption> &masterOptions() const { return m_masterOptions; }

    const QList<TableType> &tableTypes() const { return m_tableTypes; }
    const TableType *tableType(QByteArrayView name) const;
    QList<const ClientKey *> clientKeys(QByteArrayView tableType) const;
    const QList<TableFormat> &tableFormats() const { return m_tableFormats; }
    const TableFormat *tableFormat(QByteArrayView name) const;
    QList<const TableAction *> actions(QByteArrayView tableFormat) const;

    const QList<Restriction> &restrictions() const { return m_restrictions; }
    const Restriction *restriction(QByteArrayView name) const; ///< whatever its case
    const QList<RestrictionList> &restrictionLists() const { return m_restrictionLists; }
    const QList<Endpoint> &endpoints() const { return m_endpoints; }

    /// Words on a point; none if there are none. Sections: value_syntax, functions, user_defined,
    /// syntax_families, not_types, sensitive, default_type, actions_in_code, restriction_rules,
    /// conventional_services, master_rules, commands.
    QList<QByteArrayView> words(QByteArrayView section, QByteArrayView point) const;
    const QList<Words> &allWords() const { return m_words; }

private:
    explicit Reference(Catalog catalog) : m_catalog(std::move(catalog)) { }

    Catalog m_catalog; ///< the facts point into its text too
    QList<QByteArray> m_texts; ///< what the views point into
    QList<Facts> m_facts;
    QList<PerService> m_perService;
    QList<SettingRelation> m_relations;
    QList<RemovedName> m_removedNames;
    QList<Topic> m_topics;
    QList<Program> m_programs;
    QList<MasterRow> m_masterRows;
    QList<MasterField> m_masterFields;
    QList<MasterType> m_masterTypes;
    QList<MasterOption> m_masterOptions;
    QList<TableType> m_tableTypes;
    QList<ClientKey> m_clientKeys;
    QList<TableFormat> m_tableFormats;
    QList<TableAction> m_tableActions;
    QList<Restriction> m_restrictions;
    QList<RestrictionList> m_restrictionLists;
    QList<Endpoint> m_endpoints;
    QList<Words> m_words;
};

} // namespace catalog
