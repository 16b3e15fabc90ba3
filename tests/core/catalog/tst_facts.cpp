// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/catalog/reference.h"
#include "tests/support/factfiles.h"

#include <QSet>
#include <QTest>

using catalog::Catalog;
using catalog::Facts;
using catalog::Reference;
using catalog::Version;
using factfiles::json;
using factfiles::Told;

namespace {

Version versionOf(const QJsonValue &text)
{
    return Version::parse(text.toString().toLatin1()).value_or(Version());
}

QJsonValue levelDefaults(const Facts &facts)
{
    QJsonArray array;
    for (const catalog::LevelDefault &one : facts.levelDefaults)
        array.append(
            QJsonObject{{one.isBelow ? QStringLiteral("below") : QStringLiteral("from"), json(one.level)},
                        {QStringLiteral("value"), json(one.value)}});
    return array;
}

QJsonValue stressDefault(const Facts &facts)
{
    if (facts.stressDefaults.isEmpty())
        return {};
    return QJsonObject{{QStringLiteral("normal"), json(facts.stressDefaults.first().normal)},
                       {QStringLiteral("overload"), json(facts.stressDefaults.first().overload)}};
}

QJsonValue knownValues(const Facts &facts)
{
    QJsonArray array;
    for (const catalog::KnownValue &one : facts.values) {
        QJsonObject object{{QStringLiteral("value"), json(one.value)}};
        if (!one.label.isEmpty())
            object.insert(QStringLiteral("label"), json(one.label));
        if (one.since)
            object.insert(QStringLiteral("since"), json(one.since));
        if (!one.backports.isEmpty())
            object.insert(QStringLiteral("backported_to"), json(one.backports));
        array.append(object);
    }
    return array;
}

QJsonValue nameVariants(const Facts &facts)
{
    QJsonArray array;
    for (const catalog::NameVariant &one : facts.variants) {
        QJsonObject object{{QStringLiteral("name"), json(one.name)},
                           {QStringLiteral("relation"), json(nameOf(one.relation, catalog::relationNames))}};
        if (one.lastRelease)
            object.insert(QStringLiteral("last_release"), json(one.lastRelease));
        if (!one.isValid)
            object.insert(QStringLiteral("valid"), false);
        array.append(object);
    }
    return array;
}

QJsonValue newestDefault(const Facts &facts)
{
    return json(facts.defaultFor(Catalog::newest));
}

bool isDecidedElsewhere(const Facts &facts)
{
    using catalog::DefaultKind;
    return facts.defaultKind != DefaultKind::Literal && facts.defaultKind != DefaultKind::Expression;
}

/// Every key of parameters.json but those of default changes, which are compared version by version.
constexpr std::array places{
    Told<Facts>{"name", [](const Facts &one) { return json(one.name); }},
    Told<Facts>{"kind", [](const Facts &one) { return json(nameOf(one.kind, catalog::kindNames)); }},
    Told<Facts>{"default", newestDefault},
    Told<Facts>{"default_kind",
                [](const Facts &one) { return json(nameOf(one.defaultKind, catalog::defaultKindNames)); }},
    Told<Facts>{"default_computed", [](const Facts &one) { return json(isDecidedElsewhere(one)); }},
    Told<Facts>{"default_documented", [](const Facts &one) { return json(one.documentedDefault); }},
    Told<Facts>{"default_refers_to", [](const Facts &one) { return json(one.defaultRefersTo); }},
    Told<Facts>{"default_legacy_name", [](const Facts &one) { return json(one.legacyName); }},
    Told<Facts>{"default_effective", [](const Facts &one) { return json(one.effectiveDefault); }},
    Told<Facts>{"default_by_compatibility_level", levelDefaults},
    Told<Facts>{"default_by_stress", stressDefault},
    Told<Facts>{"min", [](const Facts &one) { return json(one.minimum); }},
    Told<Facts>{"max", [](const Facts &one) { return json(one.maximum); }},
    Told<Facts>{"min_length", [](const Facts &one) { return json(one.minimumLength); }},
    Told<Facts>{"max_length", [](const Facts &one) { return json(one.maximumLength); }},
    Told<Facts>{"unit",
                [](const Facts &one) {
                    return one.unit ? json(nameOf(*one.unit, catalog::timeUnitNames)) : QJsonValue();
                }},
    Told<Facts>{"expands_dollar", [](const Facts &one) { return json(one.isExpanded); }},
    Told<Facts>{"empty_allowed", [](const Facts &one) { return json(one.mayBeEmpty); }},
    Told<Facts>{"value_type",
                [](const Facts &one) { return json(nameOf(one.valueType, catalog::valueTypeNames)); }},
    Told<Facts>{"values", knownValues},
    Told<Facts>{"values_open", [](const Facts &one) { return json(one.areOthersLegal); }},
    Told<Facts>{"values_source", [](const Facts &one) { return json(one.valuesSource); }},
    Told<Facts>{"values_pattern", [](const Facts &one) { return json(one.pattern); }},
    Told<Facts>{"value_forms", [](const Facts &one) { return json(one.forms); }},
    Told<Facts>{"table_format", [](const Facts &one) { return json(one.tableFormat); }},
    Told<Facts>{"expansion_names", [](const Facts &one) { return json(one.expansionNames); }},
    Told<Facts>{"environment_names", [](const Facts &one) { return json(one.environmentNames); }},
    Told<Facts>{"since", [](const Facts &one) { return json(one.since); }},
    Told<Facts>{"since_source", [](const Facts &one) { return json(one.sinceSource); }},
    Told<Facts>{"since_documented", [](const Facts &one) { return json(one.documentedSince); }},
    Told<Facts>{"backported_to", [](const Facts &one) { return json(one.backports); }},
    Told<Facts>{"status", [](const Facts &one) { return json(nameOf(one.status, catalog::statusNames)); }},
    Told<Facts>{"status_note", [](const Facts &one) { return json(one.statusNote); }},
    Told<Facts>{"deprecated_since", [](const Facts &one) { return json(one.deprecatedSince); }},
    Told<Facts>{"ignored_since", [](const Facts &one) { return json(one.ignoredSince); }},
    Told<Facts>{"renamed_in", [](const Facts &one) { return json(one.renamedIn); }},
    Told<Facts>{"removed_in", [](const Facts &one) { return json(one.removedIn); }},
    Told<Facts>{"last_release", [](const Facts &one) { return json(one.lastRelease); }},
    Told<Facts>{"replaced_by", [](const Facts &one) { return json(one.replacedBy); }},
    Told<Facts>{"postconf_warning_since", [](const Facts &one) { return json(one.warnedSince); }},
    Told<Facts>{"used_by", [](const Facts &one) { return json(one.usedBy); }},
    Told<Facts>{"group", [](const Facts &one) { return json(one.topic); }},
    Told<Facts>{"apply", [](const Facts &one) { return json(nameOf(one.apply, catalog::applyNames)); }},
    Told<Facts>{"requires_build", [](const Facts &one) { return json(one.requiresBuild); }},
    Told<Facts>{"name_variants", nameVariants},
    Told<Facts>{"documented", [](const Facts &one) { return json(one.isDocumented); }},
    Told<Facts>{"summary", [](const Facts &one) { return json(one.help); }},
};

QSet<QString> wordsIn(const QString &text)
{
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    return {words.begin(), words.end()};
}

QSet<QString> wordsIn(const QJsonValue &array)
{
    QSet<QString> words;
    for (const QJsonValue &word : array.toArray())
        words.insert(word.toString());
    return words;
}

} // namespace

/// Every name of parameters.json with all that is said of it.
class TestFacts : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everyFactIsTold();
    void everyDefaultChangeIsTold();
    void listsGrowAsTold();
    void oldNamesLeadToTheNewOnes();

private:
    QString defaultIn(const Facts &facts, const Version &version) const
    {
        return QString::fromUtf8(facts.defaultFor(version));
    }

    std::optional<Reference> m_reference;
    QJsonArray m_parameters;
};

void TestFacts::initTestCase()
{
    const auto catalog = Catalog::load();
    QVERIFY(catalog);
    const auto reference = Reference::load(*catalog);
    QVERIFY(reference);
    m_reference = *reference;
    m_parameters = factfiles::read("parameters").array();
    if (m_parameters.isEmpty())
        QSKIP("The facts that the catalog is made from are not at hand");
}

void TestFacts::everyFactIsTold()
{
    qsizetype facts = 0;
    for (const QJsonValue &value : std::as_const(m_parameters)) {
        QJsonObject fact = value.toObject();
        const QByteArray name = fact[QStringLiteral("name")].toString().toUtf8();
        const Facts *ours = m_reference->factsOf(name);
        QVERIFY2(ours, name.constData());
        // The files join the pieces of a C string with blanks; a character set has none of its own.
        if (ours->valueType == catalog::ValueType::CharacterSet)
            fact[QStringLiteral("default")] = fact[QStringLiteral("default")].toString().remove(u' ');
        facts += fact.size();
        for (const char *changes :
             {"default_history", "default_patch_changes", "backport_defaults", "default_list_changes"})
            fact.remove(QLatin1String(changes));
        const QString difference = factfiles::difference(fact, *ours, places);
        QVERIFY2(difference.isEmpty(), qPrintable(QString::fromUtf8(name) + u' ' + difference));
    }
    QCOMPARE(m_reference->parameters().size(), m_parameters.size());
    qInfo("%lld names with %lld facts", static_cast<long long>(m_parameters.size()),
          static_cast<long long>(facts));
}

void TestFacts::everyDefaultChangeIsTold()
{
    int changes = 0;
    for (const QJsonValue &value : std::as_const(m_parameters)) {
        const QJsonObject fact = value.toObject();
        const Facts *ours = m_reference->factsOf(fact[QStringLiteral("name")].toString().toUtf8());
        QVERIFY(ours);
        for (const auto &[key, when] :
             {std::pair{"default_history", "since"}, std::pair{"default_patch_changes", "release"},
              std::pair{"backport_defaults", "release"}}) {
            for (const QJsonValue &one : fact[QLatin1String(key)].toArray()) {
                QString expected = one[QLatin1String("value")].toString();
                if (ours->valueType == catalog::ValueType::CharacterSet)
                    expected.remove(u' ');
                QCOMPARE(defaultIn(*ours, versionOf(one[QLatin1String(when)])), expected);
                ++changes;
            }
        }
    }
    QVERIFY(changes > 250);
}

void TestFacts::listsGrowAsTold()
{
    int changes = 0;
    for (const QJsonValue &value : std::as_const(m_parameters)) {
        const QJsonObject fact = value.toObject();
        const Facts *ours = m_reference->factsOf(fact[QStringLiteral("name")].toString().toUtf8());
        QVERIFY(ours);
        QSet<QString> feature;
        for (const QJsonValue &one : fact[QStringLiteral("default_list_changes")].toArray()) {
            const bool isPatch = one[QLatin1String("since")].isUndefined();
            const Version version =
                versionOf(one[isPatch ? QLatin1String("release") : QLatin1String("since")]);
            QSet<QString> words = feature;
            if (isPatch)
                words = wordsIn(defaultIn(*ours, {version.major, version.minor, version.patch - 1}));
            words += wordsIn(one[QLatin1String("added")]);
            words -= wordsIn(one[QLatin1String("removed")]);
            QCOMPARE(wordsIn(defaultIn(*ours, version)), words);
            if (!isPatch)
                feature = words;
            ++changes;
        }
    }
    QVERIFY(changes > 0);
}

void TestFacts::oldNamesLeadToTheNewOnes()
{
    const QJsonObject templates = factfiles::read("templates").object();
    const QJsonArray aliases = templates[QStringLiteral("aliases")].toArray();
    QVERIFY(!aliases.isEmpty());
    for (const QJsonValue &alias : aliases) {
        const Facts *ours = m_reference->factsOf(alias[QLatin1String("old")].toString().toUtf8());
        QVERIFY(ours);
        QVERIFY(factfiles::areEqual(alias[QLatin1String("new")], json(ours->replacedBy)));
        QVERIFY(factfiles::areEqual(alias[QLatin1String("renamed_in")], json(ours->renamedIn)));
        QVERIFY(factfiles::areEqual(alias[QLatin1String("deprecated_since")], json(ours->deprecatedSince)));
    }
    for (const QJsonValue &name : templates[QStringLiteral("removed_names")].toArray()) {
        const auto &removed = m_reference->removedNames();
        QVERIFY(std::any_of(removed.begin(), removed.end(), [&](const catalog::RemovedName &one) {
            return json(one.name) == name[QLatin1String("name")]
                && json(one.firstRelease) == name[QLatin1String("first_release")]
                && json(one.lastRelease) == name[QLatin1String("last_release")]
                && factfiles::areEqual(json(one.replacedBy), name[QLatin1String("replaced_by")]);
        }));
    }
}

QTEST_GUILESS_MAIN(TestFacts)
#include "tst_facts.moc"
