// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/catalog/lines.h"
#include "core/catalog/reference.h"

#include <QSet>
#include <QTest>

using catalog::Catalog;
using catalog::Facts;
using catalog::Reference;
using catalog::Standing;
using catalog::Version;

namespace {

QByteArray text(QByteArrayView view)
{
    return view.toByteArray();
}

/// The damage done to one table; all others are as they are shipped.
struct Damage
{
    QByteArray table;
    QByteArray text;
};
Damage damage;

base::Result<QByteArray> damagedTable(const char *table)
{
    if (damage.table == table)
        return damage.text;
    return catalog::tableText(table);
}

} // namespace

/// The shipped tables agree with one another, and damaged ones say where.
class TestReference : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void factsAreToldOfEveryName();
    void namesLeadToNames();
    void versionsAreInOrder();
    void valuesAreSound();
    void topicsAreATree();
    void programsAreKnown();
    void tablesAndFormatsAreKnown();
    void restrictionsAreKnown();
    void endpointsOverrideParameters();
    void restrictionIsFoundInAnyCase();
    void perServiceNamesAreFound_data();
    void perServiceNamesAreFound();
    void standingFollowsTheVersion_data();
    void standingFollowsTheVersion();
    void wordsAreFound();
    void damagedTableNamesItsLine_data();
    void damagedTableNamesItsLine();

private:
    bool isName(QByteArrayView name) const
    {
        const auto &removed = m_reference->removedNames();
        return m_reference->factsOf(name)
            || std::any_of(removed.begin(), removed.end(), [&](const auto &one) { return one.name == name; });
    }

    std::optional<Reference> m_reference;
};

void TestReference::initTestCase()
{
    const auto catalog = Catalog::load();
    QVERIFY(catalog);
    const auto reference = Reference::load(*catalog);
    QVERIFY2(reference,
             reference ? "" : qPrintable(reference.error().subject + u' ' + reference.error().detail));
    m_reference = *reference;
}

void TestReference::factsAreToldOfEveryName()
{
    QVERIFY(m_reference->parameters().size() > 950);
    for (const catalog::Parameter &parameter : m_reference->catalog().parameters())
        QVERIFY2(m_reference->factsOf(parameter.name), parameter.name.toByteArray().constData());
    for (const Facts &facts : m_reference->parameters()) {
        const QByteArray name = text(facts.name);
        QVERIFY2(m_reference->topic(facts.topic), name.constData());
        QVERIFY2(facts.help.endsWith('.') && facts.help.size() < 140 && facts.help[0] != ' ',
                 name.constData());
        QVERIFY2(!facts.defaults.isEmpty(), name.constData());
        // The two tables agree about who decides on the default.
        if (const catalog::Parameter *parameter = m_reference->catalog().find(facts.name))
            QVERIFY2(parameter->decidedBy ? parameter->decidedBy == facts.defaultKind
                                          : facts.defaultKind == catalog::DefaultKind::Literal
                             || facts.defaultKind == catalog::DefaultKind::Expression,
                     name.constData());
    }
    QVERIFY(!m_reference->factsOf("smtpd_tls_receivedheader"));
    QVERIFY(!m_reference->factsOf(""));
}

void TestReference::namesLeadToNames()
{
    for (const Facts &facts : m_reference->parameters()) {
        const QByteArray name = text(facts.name);
        for (const QByteArrayView other : facts.replacedBy)
            QVERIFY2(isName(other), (name + ": " + text(other)).constData());
        for (const QByteArrayView other : facts.defaultRefersTo)
            QVERIFY2(isName(other), (name + ": " + text(other)).constData());
        for (const catalog::NameVariant &variant : facts.variants)
            QVERIFY2(!variant.isValid || isName(variant.name),
                     (name + ": " + text(variant.name)).constData());
        QVERIFY2(facts.legacyName.isEmpty() || isName(facts.legacyName), name.constData());
        for (const QByteArrayView program : facts.usedBy) {
            const bool isCommand = m_reference->words("commands", "commands").contains(program);
            QVERIFY2(program == "all" || isCommand || m_reference->program(program),
                     (name + ": " + text(program)).constData());
        }
    }
    for (const catalog::SettingRelation &relation : m_reference->relations()) {
        QVERIFY(isName(relation.name));
        const qsizetype factor = relation.right.indexOf('*');
        QVERIFY2(isName(relation.right.sliced(factor + 1)), relation.right.toByteArray().constData());
    }
}

void TestReference::versionsAreInOrder()
{
    for (const Facts &facts : m_reference->parameters()) {
        const QByteArray name = text(facts.name);
        QVERIFY2(facts.since >= Version({1, 0, 0}) && facts.since <= Catalog::newest, name.constData());
        for (const auto &later : {facts.removedIn, facts.lastRelease})
            QVERIFY2(!later || *later >= facts.since, name.constData());
        // A copy of a parameter may be made when that one is obsolete already.
        for (const auto &when :
             {facts.removedIn, facts.renamedIn, facts.ignoredSince, facts.deprecatedSince, facts.warnedSince})
            QVERIFY2(!when || *when <= Catalog::newest, name.constData());
        for (const Version &backport : facts.backports)
            QVERIFY2(backport.patch > 0 && backport < facts.since, name.constData());
        for (qsizetype i = 1; i < facts.defaults.size(); ++i)
            QVERIFY2(facts.defaults[i - 1].since <= facts.defaults[i].since, name.constData());
        QVERIFY2(facts.status != catalog::Status::Removed || facts.removedIn || facts.lastRelease,
                 name.constData());
        QVERIFY2(facts.status != catalog::Status::LegacyAlias || facts.renamedIn, name.constData());
    }
    Version last = {};
    for (const catalog::Release &release : m_reference->catalog().releases()) {
        QVERIFY(last < release.version && catalog::isTarget(release.newest()));
        last = release.version;
    }
    QCOMPARE(m_reference->catalog().releases().first().version, Catalog::oldest);
    QCOMPARE(last, Catalog::newest);
}

void TestReference::valuesAreSound()
{
    using catalog::Kind;
    for (const Facts &facts : m_reference->parameters()) {
        const QByteArray name = text(facts.name);
        const QByteArrayView value = facts.defaultFor(Catalog::newest);
        QVERIFY2(!facts.minimum || !facts.maximum || *facts.minimum <= *facts.maximum, name.constData());
        QVERIFY2((facts.kind == Kind::Time) == facts.unit.has_value(), name.constData());
        QVERIFY2((facts.kind == Kind::Boolean || facts.kind == Kind::BooleanExpression)
                         == (facts.valueType == catalog::ValueType::Boolean)
                     || facts.defaultKind == catalog::DefaultKind::Expression || value.isEmpty()
                     || value == "yes" || value == "no",
                 name.constData());
        if (facts.kind == Kind::Integer && facts.defaultKind == catalog::DefaultKind::Literal) {
            bool isNumber = false;
            const qint64 number = value.toLongLong(&isNumber);
            QVERIFY2(isNumber && (!facts.minimum || number >= *facts.minimum)
                         && (!facts.maximum || number <= *facts.maximum),
                     name.constData());
        }
        // A choice without other legal values has its default among them.
        if (facts.valueType == catalog::ValueType::Choice && !facts.areOthersLegal && !value.isEmpty()
            && facts.defaultKind == catalog::DefaultKind::Literal)
            QVERIFY2(std::any_of(facts.values.begin(), facts.values.end(),
                                 [&](const catalog::KnownValue &one) { return one.value == value; }),
                     name.constData());
        for (const catalog::KnownValue &one : facts.values)
            QVERIFY2(!one.since || *one.since <= Catalog::newest, name.constData());
    }
}

void TestReference::topicsAreATree()
{
    QSet<QByteArray> used;
    for (const Facts &facts : m_reference->parameters())
        used.insert(text(facts.topic));
    for (const catalog::Topic &topic : m_reference->topics()) {
        QVERIFY(!topic.title.isEmpty());
        const bool isParent =
            std::any_of(m_reference->topics().begin(), m_reference->topics().end(),
                        [&](const catalog::Topic &other) { return other.parent == topic.name; });
        QVERIFY2(isParent || used.contains(text(topic.name)), topic.name.toByteArray().constData());
        if (topic.parent.isEmpty())
            continue;
        const catalog::Topic *parent = m_reference->topic(topic.parent);
        QVERIFY(parent && parent->parent.isEmpty());
    }
}

void TestReference::programsAreKnown()
{
    for (const catalog::Program &program : m_reference->programs()) {
        const QByteArray name = text(program.name);
        QVERIFY2(program.purpose.endsWith('.') && !program.role.isEmpty(), name.constData());
        QVERIFY2(program.nameParameter.isEmpty() || isName(program.nameParameter), name.constData());
        for (const QByteArrayView other : program.otherNameParameters)
            QVERIFY2(isName(other), name.constData());
        QVERIFY2(program.sameProgramAs.isEmpty() || m_reference->program(program.sameProgramAs),
                 name.constData());
        QVERIFY2(program.isInMasterCf == !program.serverType.isEmpty(), name.constData());
        for (const QByteArrayView type : program.onlyTypes)
            QVERIFY2(std::any_of(m_reference->masterTypes().begin(), m_reference->masterTypes().end(),
                                 [&](const auto &one) { return one.name == type; }),
                     name.constData());
    }
    for (const catalog::MasterRow &row : m_reference->masterRows())
        QVERIFY2(m_reference->program(row.command), row.name.toByteArray().constData());
    QCOMPARE(m_reference->masterFields().size(), 8);
    for (const catalog::ServiceParameter &parameter : m_reference->catalog().serviceParameters()) {
        const catalog::PerService *facts = m_reference->perServiceOf("x" + text(parameter.suffix));
        QVERIFY(facts && facts->name == parameter.suffix && facts->defaultValue == parameter.defaultValue
                && facts->since == parameter.since && facts->listedFor == parameter.programs);
        QVERIFY(isName(facts->baseParameter) && isName(facts->documentedAs));
    }
}

void TestReference::tablesAndFormatsAreKnown()
{
    for (const Facts &facts : m_reference->parameters())
        QVERIFY2(facts.tableFormat.isEmpty() || m_reference->tableFormat(facts.tableFormat),
                 facts.name.toByteArray().constData());
    QSet<QByteArray> families;
    for (const catalog::Words &words : m_reference->allWords()) {
        if (words.name == "syntax_families")
            families.insert(text(words.point.first(words.point.indexOf('/'))));
    }
    for (const catalog::TableType &type : m_reference->tableTypes()) {
        QVERIFY2(families.contains(text(type.syntaxFamily)), type.name.toByteArray().constData());
        QVERIFY(!type.needsCompile || !type.compileWith.isEmpty());
    }
    for (const catalog::TableFormat &format : m_reference->tableFormats())
        QVERIFY2(families.contains(text(format.family)), format.name.toByteArray().constData());
    QVERIFY(m_reference->clientKeys("ldap").size() > 30);
    QVERIFY(m_reference->clientKeys("hash").isEmpty());
    QVERIFY(m_reference->actions("access").size() > 10);
}

void TestReference::restrictionsAreKnown()
{
    QSet<QByteArray> lists;
    for (const catalog::RestrictionList &list : m_reference->restrictionLists()) {
        lists.insert(text(list.name));
        QVERIFY(isName(list.parameter));
        QVERIFY(list.defaultTableCheck.isEmpty() || m_reference->restriction(list.defaultTableCheck));
    }
    for (const catalog::Restriction &restriction : m_reference->restrictions()) {
        const QByteArray name = text(restriction.name);
        QVERIFY2(restriction.help.endsWith('.'), name.constData());
        for (const auto &where :
             {restriction.acceptedIn, restriction.usefulIn, restriction.usefulWithDelayReject}) {
            for (const QByteArrayView list : where)
                QVERIFY2(lists.contains(text(list)), name.constData());
        }
        for (const QByteArrayView parameter : restriction.needs)
            QVERIFY2(isName(parameter), name.constData());
        for (const QByteArrayView other : restriction.aliasFor)
            QVERIFY2(m_reference->restriction(other), name.constData());
        for (const QByteArrayView other : restriction.replacedBy)
            QVERIFY2(m_reference->restriction(other) || isName(other), name.constData());
        QVERIFY2(restriction.resultFormat.isEmpty() || m_reference->tableFormat(restriction.resultFormat),
                 name.constData());
        QVERIFY2(restriction.replyCodeParameter.isEmpty() || isName(restriction.replyCodeParameter),
                 name.constData());
    }
}

void TestReference::endpointsOverrideParameters()
{
    for (const catalog::Endpoint &endpoint : m_reference->endpoints()) {
        for (const QByteArrayView user : endpoint.usedIn)
            QVERIFY(isName(user) || m_reference->restriction(user));
        for (const catalog::EndpointAttribute &attribute : endpoint.attributes)
            QVERIFY(attribute.overrides.isEmpty() ? !attribute.words.isEmpty() : isName(attribute.overrides));
    }
}

void TestReference::restrictionIsFoundInAnyCase()
{
    QVERIFY(m_reference->restriction("permit_mynetworks"));
    QCOMPARE(m_reference->restriction("Permit_MyNetworks"), m_reference->restriction("permit_mynetworks"));
    QVERIFY(!m_reference->restriction("permit_my"));
}

void TestReference::perServiceNamesAreFound_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("suffix");
    QTest::newRow("a transport") << QByteArray("slow_destination_rate_delay")
                                 << QByteArray("_destination_rate_delay");
    QTest::newRow("the longer suffix")
        << QByteArray("x_destination_recipient_limit") << QByteArray("_destination_recipient_limit");
    QTest::newRow("the shorter suffix") << QByteArray("x_recipient_limit") << QByteArray("_recipient_limit");
    QTest::newRow("no service") << QByteArray("_recipient_limit") << QByteArray();
    QTest::newRow("something else") << QByteArray("relayhost") << QByteArray();
}

void TestReference::perServiceNamesAreFound()
{
    QFETCH(const QByteArray, name);
    QFETCH(const QByteArray, suffix);
    const catalog::PerService *facts = m_reference->perServiceOf(name);
    QCOMPARE(facts ? text(facts->name) : QByteArray(), suffix);
}

void TestReference::standingFollowsTheVersion_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("version");
    QTest::addColumn<Standing>("standing");
    const auto row = [](const char *name, const char *version, Standing standing) {
        QTest::addRow("%s in %s", name, version) << QByteArray(name) << QByteArray(version) << standing;
    };
    row("smtpd_tls_chain_files", "3.3.22", Standing::NotYet);
    row("smtpd_tls_chain_files", "3.4", Standing::Current);
    row("smtpd_forbid_bare_newline", "3.7.8", Standing::NotYet);
    row("smtpd_forbid_bare_newline", "3.7.9", Standing::Current);
    row("postscreen_blacklist_action", "3.5", Standing::Current);
    row("postscreen_blacklist_action", "3.6", Standing::Renamed);
    row("tls_dane_digest_agility", "3.4", Standing::Removed);
    row("smtpd_use_tls", "3.8", Standing::Current);
    row("smtpd_use_tls", "3.9", Standing::Deprecated);
    row("mail_version", "3.7", Standing::ReadOnly);
    row("domain_to_ascii", "3.11", Standing::Function);
}

void TestReference::standingFollowsTheVersion()
{
    QFETCH(const QByteArray, name);
    QFETCH(const QByteArray, version);
    QFETCH(const Standing, standing);
    const Facts *facts = m_reference->factsOf(name);
    QVERIFY(facts);
    QCOMPARE(catalog::standingIn(*facts, *Version::parse(version)), standing);
}

void TestReference::wordsAreFound()
{
    QCOMPARE(m_reference->words("value_syntax", "literal_dollar"), QList<QByteArrayView>{"$$"});
    QVERIFY(m_reference->words("value_syntax", "comparison_operators").contains(QByteArrayView("<=")));
    QVERIFY(m_reference->words("sensitive", "sensitive").contains(QByteArrayView("alias_maps")));
    QVERIFY(m_reference->words("value_syntax", "nothing").isEmpty());
}

void TestReference::damagedTableNamesItsLine_data()
{
    QTest::addColumn<QByteArray>("table");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("line");
    const auto row = [](const char *name, const char *table, const QByteArray &content, int line) {
        QTest::newRow(name) << QByteArray(table) << content << line;
    };
    const QByteArray good = "basic\ttitle Basic\n";
    row("a key that nobody knows", "topics.tsv", good + "x\ttitel X\nend\n", 2);
    row("a statement with a value", "tabletypes.tsv", "hash\twritable yes\nend\n", 1);
    row("a bad version", "tabletypes.tsv", "hash\tsince new\nend\n", 1);
    row("a bad number", "perservice.tsv", "_x\tmin few\nend\n", 1);
    row("a word that is none", "perservice.tsv", "_x\tkind odd\nend\n", 1);
    row("an empty word in a list", "programs.tsv", "smtpd\tonly_types inet,,unix\nend\n", 1);
    row("a composed value with too much", "facts.tsv", "x\tby_stress 1|2|3\nend\n", 1);
    row("a bad version in a composed value", "facts.tsv", "x\tvalue a||new\nend\n", 1);
    row("an unknown relation", "facts.tsv", "x\tname_variant y|cousin\nend\n", 1);
    row("a line without a name", "topics.tsv", good + "\ttitle X\nend\n", 2);
    row("an empty line", "topics.tsv", good + "\nend\n", 2);
    row("a NUL", "topics.tsv", good + QByteArray("x\ttitle \0\n", 10) + "end\n", 2);
    row("a huge line", "topics.tsv", good + "x\ttitle " + QByteArray(1000000, 'x') + "\nend\n", 2);
    row("cut off", "topics.tsv", good + "x\ttit", 2);
    row("cut off at the end of a line", "topics.tsv", good, 2);
    row("nothing", "topics.tsv", QByteArray(), 1);
    row("names out of order", "facts.tsv",
        "b\tgroup basic\tsince 1.0\tdefault 1.0 x\tsummary B.\na\tgroup basic\tsince 1.0\tdefault 1.0 "
        "x\tsummary A.\nend\n",
        2);
    row("a name without facts", "facts.tsv", "b\tgroup basic\tdefault 1.0 x\tsummary B.\nend\n", 2);
    row("a name without help", "facts.tsv", "b\tgroup basic\tdefault 1.0 x\nend\n", 1);
}

void TestReference::damagedTableNamesItsLine()
{
    QFETCH(const QByteArray, table);
    QFETCH(const QByteArray, text);
    QFETCH(const int, line);
    damage = {table, text};
    const auto reference = Reference::read(m_reference->catalog(), damagedTable);
    QVERIFY(!reference);
    QCOMPARE(reference.error().code, base::Error::Code::Malformed);
    QCOMPARE(reference.error().subject, QString::fromLatin1(table));
    QCOMPARE(reference.error().detail, QStringLiteral("line %1").arg(line));
}

QTEST_GUILESS_MAIN(TestReference)
#include "tst_reference.moc"
