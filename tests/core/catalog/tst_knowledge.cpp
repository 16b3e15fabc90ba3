// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/catalog/reference.h"
#include "tests/support/factfiles.h"

#include <QTest>

using catalog::Catalog;
using catalog::Reference;
using factfiles::json;
using factfiles::Told;

namespace {

template<typename>
struct RecordOf;
template<typename Record, typename Value>
struct RecordOf<Value Record::*>
{
    using Type = Record;
};

/// The member whose value stands under that key in the fact file.
template<auto member>
constexpr auto told(const char *key)
{
    using Record = typename RecordOf<decltype(member)>::Type;
    return Told<Record>{key, [](const Record &record) { return json(record.*member); }};
}

constexpr std::array perServicePlaces{
    told<&catalog::PerService::pattern>("pattern"),
    told<&catalog::PerService::name>("suffix"),
    told<&catalog::PerService::defaultValue>("default"),
    Told<catalog::PerService>{
        "kind", [](const catalog::PerService &one) { return json(nameOf(one.kind, catalog::kindNames)); }},
    told<&catalog::PerService::minimum>("min"),
    told<&catalog::PerService::maximum>("max"),
    told<&catalog::PerService::appliesTo>("applies_to"),
    told<&catalog::PerService::nameSource>("name_source"),
    told<&catalog::PerService::baseParameter>("base_parameter"),
    Told<catalog::PerService>{
        "value_type",
        [](const catalog::PerService &one) { return json(nameOf(one.valueType, catalog::valueTypeNames)); }},
    told<&catalog::PerService::since>("since"),
    told<&catalog::PerService::documentedAs>("documented_as"),
    told<&catalog::PerService::listedFor>("postconf_lists_for"),
    told<&catalog::PerService::help>("summary"),
    told<&catalog::PerService::ownEntries>("own_entries"),
    Told<catalog::PerService>{"unit",
                              [](const catalog::PerService &one) {
                                  return one.unit ? json(nameOf(*one.unit, catalog::timeUnitNames))
                                                  : QJsonValue();
                              }},
};

constexpr std::array tableTypePlaces{
    told<&catalog::TableType::name>("type"),
    told<&catalog::TableType::summary>("summary"),
    told<&catalog::TableType::syntaxFamily>("syntax_family"),
    told<&catalog::TableType::needsCompile>("needs_compile"),
    told<&catalog::TableType::compileWith>("compile_with"),
    told<&catalog::TableType::fileSuffixes>("file_suffix"),
    told<&catalog::TableType::nameIs>("name_is"),
    told<&catalog::TableType::nameForm>("name_form"),
    told<&catalog::TableType::choices>("choices"),
    told<&catalog::TableType::isWritable>("writable"),
    told<&catalog::TableType::since>("since"),
    told<&catalog::TableType::isPatternBased>("pattern_based"),
    told<&catalog::TableType::requiresBuild>("requires_build"),
    told<&catalog::TableType::isRefusedForSensitiveTables>("refused_for_sensitive_tables"),
    told<&catalog::TableType::operations>("operations"),
    told<&catalog::TableType::isUsableAsCache>("usable_as_cache"),
    told<&catalog::TableType::inlineSince>("inline_since"),
};

constexpr std::array clientKeyPlaces{
    told<&catalog::ClientKey::key>("name"),
    told<&catalog::ClientKey::kind>("kind"),
    told<&catalog::ClientKey::defaultValue>("default"),
    told<&catalog::ClientKey::isRequired>("required"),
    told<&catalog::ClientKey::values>("values"),
    told<&catalog::ClientKey::isSecret>("secret"),
    told<&catalog::ClientKey::isObsolete>("obsolete"),
    told<&catalog::ClientKey::minimum>("min"),
    told<&catalog::ClientKey::maximum>("max"),
    told<&catalog::ClientKey::since>("since"),
    Told<catalog::ClientKey>{"replaced_by",
                             [](const catalog::ClientKey &one) {
                                 return one.replacedBy.isEmpty() ? QJsonValue()
                                                                 : json(one.replacedBy.first());
                             }},
};

constexpr std::array formatPlaces{
    told<&catalog::TableFormat::name>("format"),
    told<&catalog::TableFormat::manual>("manual"),
    told<&catalog::TableFormat::family>("family"),
    told<&catalog::TableFormat::key>("key"),
    told<&catalog::TableFormat::value>("value"),
    told<&catalog::TableFormat::note>("note"),
    told<&catalog::TableFormat::keyForms>("key_forms"),
    told<&catalog::TableFormat::valueForms>("value_forms"),
    told<&catalog::TableFormat::nexthopForms>("nexthop_forms"),
    told<&catalog::TableFormat::levels>("levels"),
    told<&catalog::TableFormat::pluginAttributes>("plugin_attributes"),
    told<&catalog::TableFormat::attributeSeparator>("attribute_separator"),
    told<&catalog::TableFormat::compileWith>("compile_with"),
    told<&catalog::TableFormat::compileOptions>("compile_options"),
    told<&catalog::TableFormat::isWritable>("writable"),
    told<&catalog::TableFormat::looksUpExtensions>("extension_lookup"),
    told<&catalog::TableFormat::isRecursive>("recursive"),
    told<&catalog::TableFormat::isSecuritySensitive>("security_sensitive"),
    told<&catalog::TableFormat::isSecret>("secret"),
    told<&catalog::TableFormat::isObsolete>("obsolete"),
    told<&catalog::TableFormat::since>("since"),
    Told<catalog::TableFormat>{"attributes",
                               [](const catalog::TableFormat &one) {
                                   QJsonObject attributes;
                                   for (const catalog::FormatAttribute &attribute : one.attributes) {
                                       QJsonObject facts;
                                       if (attribute.since)
                                           facts.insert(QStringLiteral("since"), json(attribute.since));
                                       if (!attribute.levels.isEmpty())
                                           facts.insert(QStringLiteral("levels"), json(attribute.levels));
                                       attributes.insert(QString::fromUtf8(attribute.name), facts);
                                   }
                                   return QJsonValue(attributes);
                               }},
    Told<catalog::TableFormat>{"value_since",
                               [](const catalog::TableFormat &one) {
                                   QJsonObject values;
                                   for (const catalog::FormatAttribute &value : one.laterValues)
                                       values.insert(QString::fromUtf8(value.name), json(value.since));
                                   return QJsonValue(values);
                               }},
};

constexpr std::array actionPlaces{
    told<&catalog::TableAction::action>("action"),
    told<&catalog::TableAction::kind>("kind"),
    told<&catalog::TableAction::argument>("argument"),
    told<&catalog::TableAction::note>("note"),
    told<&catalog::TableAction::pattern>("pattern"),
    told<&catalog::TableAction::since>("since"),
    told<&catalog::TableAction::scope>("scope"),
    told<&catalog::TableAction::notIn>("not_in"),
    told<&catalog::TableAction::stops>("stops"),
    told<&catalog::TableAction::synonyms>("synonyms"),
    told<&catalog::TableAction::isDocumented>("documented"),
};

constexpr std::array restrictionPlaces{
    told<&catalog::Restriction::name>("name"),
    told<&catalog::Restriction::help>("summary"),
    told<&catalog::Restriction::subject>("subject"),
    told<&catalog::Restriction::note>("note"),
    Told<catalog::Restriction>{
        "effect",
        [](const catalog::Restriction &one) { return json(nameOf(one.effect, catalog::effectNames)); }},
    Told<catalog::Restriction>{
        "argument",
        [](const catalog::Restriction &one) { return json(nameOf(one.argument, catalog::argumentNames)); }},
    Told<catalog::Restriction>{"status",
                               [](const catalog::Restriction &one) {
                                   return json(nameOf(one.status, catalog::restrictionStatusNames));
                               }},
    told<&catalog::Restriction::argumentForm>("argument_form"),
    told<&catalog::Restriction::resultFormat>("result_format"),
    told<&catalog::Restriction::replyCodeParameter>("reply_code_parameter"),
    told<&catalog::Restriction::needs>("needs"),
    told<&catalog::Restriction::aliasFor>("alias_for"),
    told<&catalog::Restriction::replacedBy>("replaced_by"),
    told<&catalog::Restriction::acceptedIn>("accepted_in"),
    told<&catalog::Restriction::usefulIn>("useful_in"),
    told<&catalog::Restriction::usefulWithDelayReject>("useful_with_smtpd_delay_reject"),
    told<&catalog::Restriction::since>("since"),
    told<&catalog::Restriction::obsoleteSince>("obsolete_since"),
    told<&catalog::Restriction::removedIn>("removed_in"),
    told<&catalog::Restriction::attributesSince>("attributes_since"),
    told<&catalog::Restriction::filterSince>("filter_since"),
    told<&catalog::Restriction::filterPatternSince>("filter_pattern_since"),
    told<&catalog::Restriction::isOkAllowed>("ok_result_allowed"),
    told<&catalog::Restriction::isRelayGuard>("relay_guard"),
    told<&catalog::Restriction::endsList>("ends_list"),
    told<&catalog::Restriction::isPrefix>("prefix"),
    told<&catalog::Restriction::isDocumented>("documented"),
    Told<catalog::Restriction>{"argument_options",
                               [](const catalog::Restriction &one) {
                                   QJsonObject options;
                                   for (const catalog::ArgumentOption &option : one.argumentOptions) {
                                       options.insert(QString::fromUtf8(option.name), json(option.words));
                                       options.insert(QStringLiteral("since"), json(option.since));
                                       options.insert(QStringLiteral("documented"),
                                                      json(option.documentedWords));
                                   }
                                   return QJsonValue(options);
                               }},
};

constexpr std::array listPlaces{
    told<&catalog::RestrictionList::name>("list"),
    told<&catalog::RestrictionList::parameter>("parameter"),
    told<&catalog::RestrictionList::evaluatedAt>("evaluated_at"),
    told<&catalog::RestrictionList::since>("since"),
    told<&catalog::RestrictionList::order>("order"),
    told<&catalog::RestrictionList::defaultTableCheck>("default_table_check"),
};

/// Records of a file against ours, in the same order.
template<typename Record, size_t count>
void compareAll(const QJsonArray &facts, const QList<Record> &records,
                const std::array<Told<Record>, count> &places, const QStringList &elsewhere = {})
{
    QVERIFY(!facts.isEmpty());
    QCOMPARE(records.size(), facts.size());
    for (qsizetype i = 0; i < records.size(); ++i) {
        QJsonObject fact = facts[i].toObject();
        for (const QString &key : elsewhere)
            fact.remove(key);
        const QString difference = factfiles::difference(fact, records[i], places);
        QVERIFY2(difference.isEmpty(), qPrintable(QString::fromUtf8(records[i].name) + u' ' + difference));
    }
}

template<typename Record>
QList<Record> valuesAt(const QList<const Record *> &records)
{
    QList<Record> values;
    for (const Record *record : records)
        values.append(*record);
    return values;
}

} // namespace

/// What is told about tables and restrictions, against the files it was made from.
class TestKnowledge : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void parametersOfServices();
    void tableTypes();
    void clientKeys();
    void tableFormats();
    void tableActions();
    void restrictions();
    void restrictionLists();
    void endpoints();
    void topicsAndRelations();
    void words();

private:
    /// Every text below `value` is one of the words on the point that leads there.
    void verifyWords(const char *section, const QString &point, const QJsonValue &value) const;

    std::optional<Reference> m_reference;
    QJsonObject m_templates;
    QJsonObject m_tables;
    QJsonObject m_restrictions;
};

void TestKnowledge::initTestCase()
{
    const auto catalog = Catalog::load();
    QVERIFY(catalog);
    const auto reference = Reference::load(*catalog);
    QVERIFY(reference);
    m_reference = *reference;
    m_templates = factfiles::read("templates").object();
    m_tables = factfiles::read("tables").object();
    m_restrictions = factfiles::read("restrictions").object();
    if (m_templates.isEmpty())
        QSKIP("The facts that the catalog is made from are not at hand");
}

void TestKnowledge::parametersOfServices()
{
    compareAll(m_templates[QStringLiteral("per_service")].toArray(), m_reference->perService(),
               perServicePlaces);
}

void TestKnowledge::tableTypes()
{
    compareAll(m_tables[QStringLiteral("types")].toArray(), m_reference->tableTypes(), tableTypePlaces,
               {QStringLiteral("config_keys")});
}

void TestKnowledge::clientKeys()
{
    for (const QJsonValue &client : m_templates[QStringLiteral("table_client_settings")].toArray())
        compareAll(client[QLatin1String("keys")].toArray(),
                   valuesAt(m_reference->clientKeys(client[QLatin1String("type")].toString().toUtf8())),
                   clientKeyPlaces);
}

void TestKnowledge::tableFormats()
{
    const QJsonArray formats = m_tables[QStringLiteral("formats")].toArray();
    compareAll(formats, m_reference->tableFormats(), formatPlaces,
               {QStringLiteral("actions"), QStringLiteral("parameters")});
    for (const QJsonValue &format : formats) {
        QJsonArray parameters;
        for (const catalog::Facts &facts : m_reference->parameters()) {
            if (json(facts.tableFormat) == format[QLatin1String("format")])
                parameters.append(json(facts.name));
        }
        QCOMPARE(parameters, format[QLatin1String("parameters")].toArray());
    }
}

void TestKnowledge::tableActions()
{
    int actions = 0;
    for (const QJsonValue &format : m_tables[QStringLiteral("formats")].toArray()) {
        const QJsonArray told = format[QLatin1String("actions")].toArray();
        const auto ours = valuesAt(m_reference->actions(format[QLatin1String("format")].toString().toUtf8()));
        QCOMPARE(ours.size(), told.size());
        if (!told.isEmpty())
            compareAll(told, ours, actionPlaces);
        actions += static_cast<int>(told.size());
    }
    QVERIFY(actions > 50);
}

void TestKnowledge::restrictions()
{
    compareAll(m_restrictions[QStringLiteral("restrictions")].toArray(), m_reference->restrictions(),
               restrictionPlaces, {QStringLiteral("attributes")});
}

void TestKnowledge::restrictionLists()
{
    compareAll(m_restrictions[QStringLiteral("lists")].toArray(), m_reference->restrictionLists(),
               listPlaces);
}

void TestKnowledge::endpoints()
{
    const QJsonArray facts = m_templates[QStringLiteral("endpoint_overrides")].toArray();
    QCOMPARE(m_reference->endpoints().size(), facts.size());
    for (qsizetype i = 0; i < facts.size(); ++i) {
        const catalog::Endpoint &ours = m_reference->endpoints()[i];
        QCOMPARE(json(ours.usedIn), facts[i][QLatin1String("used_in")]);
        QCOMPARE(json(ours.form), facts[i][QLatin1String("form")]);
        QCOMPARE(json(ours.since), facts[i][QLatin1String("since")]);
        QJsonObject attributes;
        for (const catalog::EndpointAttribute &attribute : ours.attributes)
            attributes.insert(QString::fromUtf8(attribute.name),
                              attribute.words.isEmpty() ? json(attribute.overrides) : json(attribute.words));
        QCOMPARE(attributes, facts[i][QLatin1String("attributes")].toObject());
    }
}

void TestKnowledge::topicsAndRelations()
{
    const QJsonObject groups = m_templates[QStringLiteral("groups")].toObject();
    for (auto it = groups.begin(); it != groups.end(); ++it) {
        const catalog::Topic *topic = m_reference->topic(it.key().toUtf8());
        QVERIFY2(topic, qPrintable(it.key()));
        QCOMPARE(json(topic->title), it.value());
    }
    const QJsonArray relations = m_templates[QStringLiteral("relations")].toArray();
    QCOMPARE(m_reference->relations().size(), relations.size());
    for (qsizetype i = 0; i < relations.size(); ++i) {
        const catalog::SettingRelation &ours = m_reference->relations()[i];
        QCOMPARE(json(ours.name), relations[i][QLatin1String("left")]);
        QCOMPARE(json(ours.comparison), relations[i][QLatin1String("operator")]);
        QCOMPARE(json(ours.right), relations[i][QLatin1String("right")]);
    }
}

void TestKnowledge::verifyWords(const char *section, const QString &point, const QJsonValue &value) const
{
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            verifyWords(section, point.isEmpty() ? it.key() : point + u'/' + it.key(), it.value());
        return;
    }
    const QJsonArray items = value.isArray() ? value.toArray() : QJsonArray{value};
    for (const QJsonValue &item : items) {
        if (item.isObject()) // conditional forms: told by their form
            continue;
        const QByteArray word = item.toVariant().toString().toUtf8();
        QVERIFY2(m_reference->words(section, point.toUtf8()).contains(word), qPrintable(point));
    }
}

void TestKnowledge::words()
{
    verifyWords("value_syntax", QString(), m_templates[QStringLiteral("value_syntax")]);
    for (const char *section :
         {"syntax_families", "not_types", "sensitive", "default_type", "actions_in_code"})
        verifyWords(section, QString(), m_tables[QLatin1String(section)]);
    verifyWords("restriction_rules", QString(), m_restrictions[QStringLiteral("rules")]);
    for (const QJsonValue &form :
         m_templates[QStringLiteral("value_syntax")][QStringLiteral("conditional")].toArray()) {
        const QByteArray point = "conditional/" + form[QLatin1String("form")].toString().toUtf8();
        const auto &all = m_reference->allWords();
        QVERIFY(std::any_of(all.begin(), all.end(),
                            [&](const catalog::Words &one) { return one.point == point; }));
    }
}

QTEST_GUILESS_MAIN(TestKnowledge)
#include "tst_knowledge.moc"
