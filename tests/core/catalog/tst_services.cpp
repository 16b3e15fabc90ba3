// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/catalog/reference.h"
#include "tests/support/factfiles.h"

#include <QTest>

using catalog::Catalog;
using catalog::Program;
using catalog::Reference;
using factfiles::json;

namespace {

/// What is not nothing.
void put(QJsonObject &object, const char *key, const QJsonValue &value)
{
    if (!factfiles::isNothing(value))
        object.insert(QLatin1String(key), value);
}

QJsonObject withoutNothing(const QJsonObject &object)
{
    QJsonObject kept;
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (!factfiles::isNothing(it.value()))
            kept.insert(it.key(), it.value());
    }
    return kept;
}

QJsonObject constraintsOf(const Program &program)
{
    QJsonObject constraints;
    put(constraints, "types", json(program.onlyTypes));
    put(constraints, "private", json(program.onlyPrivate));
    put(constraints, "unprivileged", json(program.onlyUnprivileged));
    put(constraints, "chroot", json(program.onlyChroot));
    put(constraints, "wakeup", json(program.onlyWakeup));
    put(constraints, "maxproc", json(program.onlyMaxproc));
    return constraints;
}

/// options and options_meaning, option_since, options_required; since of all where it is the same of all.
void putOptions(QJsonObject &object, const Program &program)
{
    QJsonArray names;
    QJsonArray required;
    QJsonObject meanings;
    QJsonObject since;
    for (const catalog::ProgramOption &option : program.options) {
        const QString name = QString::fromUtf8(option.name);
        names.append(name);
        if (option.isRequired)
            required.append(name);
        if (!option.meaning.isEmpty())
            meanings.insert(name, json(option.meaning));
        if (option.since)
            since.insert(name, json(option.since));
    }
    put(object, "options", names);
    put(object, "options_meaning", meanings);
    if (meanings.isEmpty() && !since.isEmpty())
        put(object, "options_since", since.begin().value());
    else
        put(object, "option_since", since);
    put(object, "options_required", required);
}

void putWords(QJsonObject &object, const QList<catalog::ProgramWord> &words, const char *name,
              const char *sinceName, const char *singleName)
{
    QJsonArray names;
    QJsonObject meanings;
    QJsonObject since;
    QStringList single;
    for (const catalog::ProgramWord &word : words) {
        const QString text = QString::fromUtf8(word.name);
        names.append(text);
        if (!word.meaning.isEmpty())
            meanings.insert(text, json(word.meaning));
        if (word.since)
            since.insert(text, json(word.since));
        if (word.isForSingleRecipients)
            single.append(text);
    }
    put(object, name, meanings.isEmpty() ? QJsonValue(names) : QJsonValue(meanings));
    put(object, sinceName, since);
    put(object, singleName, QJsonArray::fromStringList(single));
}

QJsonObject toldOf(const Program &program)
{
    QJsonObject object;
    put(object, "name", json(program.name));
    put(object, "purpose", json(program.purpose));
    put(object, "role", json(program.role));
    put(object, "since", json(program.since));
    put(object, "in_master_cf", json(program.isInMasterCf));
    put(object, "server_type", json(program.serverType));
    put(object, "same_program_as", json(program.sameProgramAs));
    put(object, "constraints", constraintsOf(program));
    put(object, "reload_needed", json(program.needsReload));
    put(object, "name_parameter", json(program.nameParameter));
    put(object, "other_name_parameters", json(program.otherNameParameters));
    put(object, "other_names", json(program.otherNames));
    put(object, "requires", json(program.neededWith));
    put(object, "requires_build", json(program.requiresBuild));
    put(object, "companions", json(program.companions));
    put(object, "managed_by", json(program.managedBy));
    put(object, "example_row", json(program.exampleRow));
    put(object, "since_type", json(program.typeSince));
    QJsonObject maxprocFor;
    for (const catalog::NamedNumber &one : program.maxprocFor)
        maxprocFor.insert(QString::fromUtf8(one.name), json(one.number));
    put(object, "maxproc_for", maxprocFor);
    putOptions(object, program);
    putWords(object, program.flags, "flags", "flag_since", "single_recipient_flags");
    putWords(object, program.macros, "macros", "macro_since", "single_recipient_macros");
    return object;
}

QJsonObject toldOf(const catalog::MasterRow &row)
{
    QJsonObject object;
    put(object, "service", json(row.name));
    put(object, "type", json(row.type));
    put(object, "private", json(row.isPrivate));
    put(object, "unprivileged", json(row.unprivileged));
    put(object, "chroot", json(row.chroot));
    put(object, "wakeup", json(row.wakeup));
    put(object, "maxproc", json(row.maxproc));
    put(object, "command", json(row.command));
    put(object, "arguments", json(row.arguments));
    put(object, "enabled", json(row.isEnabled));
    put(object, "since", json(row.since));
    QJsonArray lines;
    for (const catalog::OptionLine &line : row.optionLines)
        lines.append(QJsonObject{{QStringLiteral("options"), json(line.options)},
                                 {QStringLiteral("enabled"), json(line.isEnabled)}});
    put(object, "option_lines", lines);
    return object;
}

QJsonObject toldOf(const catalog::MasterField &field)
{
    QJsonObject object;
    put(object, "name", json(field.name));
    put(object, "index", json(field.index));
    put(object, "default", json(field.defaultValue));
    put(object, "default_depends_on", json(field.defaultDependsOn));
    put(object, "values", json(field.values));
    put(object, "form", json(field.form));
    put(object, "meaning", json(field.meaning));
    QJsonObject before;
    for (const catalog::NamedText &one : field.earlierDefaults)
        before.insert(QString::fromUtf8(one.name), json(one.text));
    put(object, "default_before", before);
    return object;
}

QJsonObject toldOf(const catalog::MasterType &type)
{
    QJsonObject object;
    put(object, "meaning", json(type.meaning));
    put(object, "name_form", json(type.nameForm));
    put(object, "private", json(type.isPrivate));
    put(object, "since", json(type.since));
    put(object, "obsolete", json(type.isObsolete));
    return object;
}

QJsonObject toldOf(const catalog::MasterOption &option)
{
    QJsonObject object;
    put(object, "option", json(option.name));
    put(object, "meaning", json(option.meaning));
    put(object, "since", json(option.since));
    return object;
}

template<typename Record>
void compareAll(const QJsonArray &facts, const QList<Record> &records, const QStringList &elsewhere = {})
{
    QVERIFY(!facts.isEmpty());
    QCOMPARE(records.size(), facts.size());
    for (qsizetype i = 0; i < records.size(); ++i) {
        QJsonObject fact = withoutNothing(facts[i].toObject());
        for (const QString &key : elsewhere)
            fact.remove(key);
        const QJsonObject ours = toldOf(records[i]);
        for (const QString &key : fact.keys() + ours.keys())
            QVERIFY2(ours[key] == fact[key], qPrintable(QString::fromUtf8(records[i].name) + u' ' + key));
    }
}

} // namespace

/// What is told about daemons and master.cf, against the file it was made from.
class TestServices : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void programs();
    void parametersOfPrograms();
    void masterRows();
    void masterFields();
    void masterTypes();
    void masterOptions();

private:
    QJsonArray programFacts() const { return m_services[QStringLiteral("services")].toArray(); }
    QJsonValue master(const char *key) const
    {
        return m_services[QStringLiteral("master_cf")].toObject()[QLatin1String(key)];
    }

    std::optional<Reference> m_reference;
    QJsonObject m_services;
};

void TestServices::initTestCase()
{
    const auto catalog = Catalog::load();
    QVERIFY(catalog);
    const auto reference = Reference::load(*catalog);
    QVERIFY(reference);
    m_reference = *reference;
    m_services = factfiles::read("services").object();
    if (m_services.isEmpty())
        QSKIP("The facts that the catalog is made from are not at hand");
}

void TestServices::programs()
{
    QJsonArray programs;
    for (const QJsonValue &program : programFacts()) {
        QStringList required; // ours stand in the order of all options
        for (const QJsonValue &option : program[QLatin1String("options_required")].toArray())
            required.append(option.toString());
        required.sort();
        QJsonObject fact = program.toObject();
        fact[QStringLiteral("options_required")] = QJsonArray::fromStringList(required);
        programs.append(fact);
    }
    compareAll(
        programs, m_reference->programs(),
        {QStringLiteral("parameters"), QStringLiteral("parameter_count"), QStringLiteral("default_rows")});
}

void TestServices::parametersOfPrograms()
{
    for (const QJsonValue &program : programFacts()) {
        QJsonArray parameters;
        for (const catalog::Facts &facts : m_reference->parameters()) {
            if (facts.usedBy.contains(program[QLatin1String("name")].toString().toUtf8()))
                parameters.append(json(facts.name));
        }
        QCOMPARE(parameters, program[QLatin1String("parameters")].toArray());
    }
}

void TestServices::masterRows()
{
    compareAll(master("shipped_rows").toArray(), m_reference->masterRows());
    for (const QJsonValue &program : programFacts()) {
        QJsonArray rows;
        for (const catalog::MasterRow &row : m_reference->masterRows()) {
            if (json(row.command) == program[QLatin1String("name")])
                rows.append(json(row.name));
        }
        QJsonArray names;
        for (const QJsonValue &row : program[QLatin1String("default_rows")].toArray())
            names.append(row[QLatin1String("service")]);
        QCOMPARE(rows, names);
    }
}

void TestServices::masterFields()
{
    compareAll(master("fields").toArray(), m_reference->masterFields());
}

void TestServices::masterTypes()
{
    const QJsonObject types = master("types").toObject();
    QCOMPARE(m_reference->masterTypes().size(), types.size());
    for (const catalog::MasterType &type : m_reference->masterTypes())
        QCOMPARE(toldOf(type), types[QString::fromUtf8(type.name)].toObject());
}

void TestServices::masterOptions()
{
    compareAll(master("common_options").toArray(), m_reference->masterOptions());
}

QTEST_GUILESS_MAIN(TestServices)
#include "tst_services.moc"
