// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/grids/parameterlist.h"

#include "core/catalog/reference.h"
#include "core/syntax/listvalue.h"
#include "ui/session/editsession.h"
#include "ui/session/knowledge.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>

namespace ui {

using syntax::MainCf;
using syntax::MasterCf;
using syntax::ServiceField;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ParameterList)
};

/// Of the candidates, those that are called that, or else that begin so.
template<typename Candidates, typename Name, typename Take>
bool takeNamed(const Candidates &candidates, const QByteArray &wanted, Name name, Take take)
{
    bool isFound = false;
    for (const bool isExact : {true, false}) {
        for (const auto &candidate : candidates) {
            const QByteArray own = name(candidate).toLower();
            if (isExact ? own == wanted : own.startsWith(wanted)) {
                take(candidate);
                isFound = true;
            }
        }
        if (isFound)
            return true;
    }
    return false;
}

} // namespace

ParameterList::ParameterList(EditSession &session, Knowledge &knowledge)
    : m_session(session), m_knowledge(knowledge)
{
}

void ParameterList::clear()
{
    m_names.clear();
    m_rows.clear();
    m_byName.clear();
    m_topics.clear();
}

int ParameterList::topicOf(const catalog::Facts *facts) const
{
    // The user's own stand first.
    return facts ? m_topicNumbers.value(QByteArray::fromRawData(facts->topic.data(), facts->topic.size()), 0)
                 : 0;
}

void ParameterList::rebuild(const QByteArrayList &names)
{
    m_topics = {Topic{"own", Words::tr("Your own")}};
    if (const catalog::Reference *reference = m_knowledge.reference()) {
        for (const catalog::Topic &topic : reference->topics())
            m_topics.append(Topic{topic.name.toByteArray(), QString::fromUtf8(topic.title)});
    }
    m_topicNumbers.clear();
    for (int i = 0; i < m_topics.size(); ++i)
        m_topicNumbers.insert(m_topics[i].name, i);
    m_rows.clear();
    m_rows.reserve(names.size());
    for (const QByteArray &name : names) {
        ParameterRow row{.name = name, .facts = m_knowledge.facts(name)};
        row.topic = topicOf(row.facts);
        row.words = name.toLower();
        if (row.facts)
            row.words += '\n' + row.facts->help.toByteArray().toLower();
        m_rows.append(row);
    }
    std::stable_sort(m_rows.begin(), m_rows.end(),
                     [](const ParameterRow &a, const ParameterRow &b) { return a.topic < b.topic; });
    m_byName.clear();
    for (int i = 0; i < m_rows.size(); ++i)
        m_byName.insert(m_rows[i].name, i);
}

ParameterList::Overrides ParameterList::overridesIn(const model::Snapshot &snapshot)
{
    Overrides found;
    const MasterCf &file = snapshot.masterCf();
    for (qsizetype i = 0; i < file.services().size(); ++i) {
        const syntax::Service &service = file.services()[i];
        if (!service.enabled)
            continue;
        const QByteArray key = file.fieldOf(service, ServiceField::Name).toByteArray() + '/'
            + file.fieldOf(service, ServiceField::Type).toByteArray();
        for (qsizetype j = 0; j < service.overrides.size(); ++j) {
            const syntax::Override &option = service.overrides[j];
            if (!option.enabled)
                continue;
            QList<ServiceSetting> &settings = found[file.nameOf(option).toByteArray()];
            // Of an option given twice, the program uses the last.
            if (!settings.isEmpty() && settings.last().service == i)
                settings.removeLast();
            settings.append(ServiceSetting{i, j, key, file.valueOf(option)});
        }
    }
    return found;
}

void ParameterList::refresh()
{
    m_overrides = overridesIn(m_session.snapshot());
    m_areTableSettingsKnown = false;
    const effective::Values *values = m_knowledge.values();
    QByteArrayList names = values ? values->names() : QByteArrayList();
    if (!m_rows.isEmpty()) {
        // What was there stays in sight, unless it was renamed.
        const QSet<QByteArray> now(names.begin(), names.end());
        QByteArrayList gone;
        for (const ParameterRow &row : m_rows) {
            if (!now.contains(row.name))
                gone.append(row.name);
        }
        const bool hasNew = std::any_of(names.begin(), names.end(),
                                        [this](const QByteArray &name) { return !m_byName.contains(name); });
        if (!gone.isEmpty() && !hasNew) {
            names += gone;
            std::sort(names.begin(), names.end());
        }
    }
    if (names != m_names) {
        m_names = names;
        rebuild(names);
    }
    m_areValuesKnown = false;
    setQuery(m_query);
}

/// Only when a word is looked for, and once for a configuration.
void ParameterList::readValues() const
{
    if (m_areValuesKnown)
        return;
    m_areValuesKnown = true;
    m_values.clear();
    m_values.reserve(m_rows.size());
    const effective::Values *values = m_knowledge.values();
    for (const ParameterRow &row : m_rows) {
        const auto value = values ? values->value(row.name) : std::nullopt;
        m_values.append(value ? value->unexpanded.toLower() : QByteArray());
        for (const ServiceSetting &setting : overridesOf(row.name))
            m_values.last() += '\n' + setting.value.toLower();
    }
}

bool ParameterList::contains(int row, const QByteArray &word) const
{
    if (m_rows[row].words.contains(word))
        return true;
    readValues();
    return m_values[row].contains(word);
}

int ParameterList::indexOf(QByteArrayView name) const
{
    return m_byName.value(QByteArray::fromRawData(name.data(), name.size()), -1);
}

const QList<ServiceSetting> &ParameterList::overridesOf(const QByteArray &name) const
{
    static const QList<ServiceSetting> none;
    const auto found = m_overrides.constFind(name);
    return found == m_overrides.constEnd() ? none : *found;
}

bool ParameterList::isSet(const ParameterRow &row) const
{
    return m_session.snapshot().mainCf().find(row.name) || !overridesOf(row.name).isEmpty();
}

bool ParameterList::isChanged(const QByteArray &name) const
{
    const MainCf &now = m_session.snapshot().mainCf();
    const MainCf &then = m_session.baseline().mainCf();
    const syntax::Setting *ours = now.find(name);
    const syntax::Setting *theirs = then.find(name);
    if (!ours != !theirs || (ours && now.valueOf(*ours) != then.valueOf(*theirs)))
        return true;
    if (m_session.snapshot().masterCf().text() == m_session.baseline().masterCf().text())
        return false;
    const auto saying = [&name](const MasterCf &file) {
        QByteArrayList said;
        for (const syntax::Service &service : file.services()) {
            for (const syntax::Override &option : service.overrides) {
                if (service.enabled && option.enabled && file.nameOf(option) == name)
                    said.append(file.fieldOf(service, ServiceField::Name).toByteArray() + ' '
                                + file.fieldOf(service, ServiceField::Type).toByteArray() + ' '
                                + file.valueOf(option));
            }
        }
        return said;
    };
    return saying(m_session.snapshot().masterCf()) != saying(m_session.baseline().masterCf());
}

bool ParameterList::isUnused(const ParameterRow &row) const
{
    const effective::Values *values = m_knowledge.values();
    if (!values || !isSet(row) || values->kindOf(row.name) != effective::NameKind::UserDefined)
        return false;
    if (row.facts && row.facts->since > m_knowledge.target())
        return true; // a version too early
    if (!values->referrersOf(row.name).isEmpty())
        return false;
    if (!m_areTableSettingsKnown) {
        // The client of ldap:people reads people_server_host and the like from main.cf.
        m_areTableSettingsKnown = true;
        m_tableSettings.clear();
        readValues();
        for (const QByteArray &value : m_values) {
            if (!value.contains(':'))
                continue;
            for (const syntax::ListItem &item : syntax::listItems(value)) {
                const QByteArrayList parts = item.range.in(value).toByteArray().split(':');
                if (parts.size() < 2 || parts.last().contains('/'))
                    continue;
                for (const QByteArrayView key :
                     m_knowledge.reference()->catalog().tableClientKeys(parts[parts.size() - 2]))
                    m_tableSettings.insert(parts.last() + '_' + key.toByteArray().toLower());
            }
        }
    }
    return !m_tableSettings.contains(row.name.toLower());
}

bool ParameterList::isEqualToDefault(const ParameterRow &row) const
{
    const MainCf &file = m_session.snapshot().mainCf();
    const syntax::Setting *setting = file.find(row.name);
    return setting && m_knowledge.isKnown(row.name)
        && file.valueOf(*setting) == m_knowledge.defaultOf(row.name);
}

void ParameterList::setQuery(const ParameterQuery &query)
{
    m_query = query;
    m_problems.clear();
    for (const QString &unknown : query.unknown)
        m_problems.append(Words::tr("There is no filter “%1”.").arg(unknown));
    resolveServices();
    resolveTopics();
}

void ParameterList::resolveServices()
{
    m_wantedKeys.clear();
    m_wantedPrograms.clear();
    const MasterCf &file = m_session.snapshot().masterCf();
    for (const QByteArray &wanted : m_query.services) {
        const auto take = [&](const syntax::Service &service) {
            if (!service.enabled)
                return;
            m_wantedPrograms.insert(file.programOf(service).toByteArray());
            m_wantedKeys.insert(file.fieldOf(service, ServiceField::Name).toByteArray() + '/'
                                + file.fieldOf(service, ServiceField::Type).toByteArray());
        };
        const bool isService = takeNamed(
            file.services(), wanted,
            [&](const syntax::Service &one) { return file.fieldOf(one, ServiceField::Name).toByteArray(); },
            take);
        if (!isService)
            takeNamed(
                file.services(), wanted,
                [&](const syntax::Service &one) { return file.programOf(one).toByteArray(); }, take);
        if (m_wantedKeys.isEmpty())
            m_problems.append(Words::tr("There is no service “%1”.").arg(QString::fromUtf8(wanted)));
    }
}

void ParameterList::resolveTopics()
{
    m_wantedTopics.clear();
    for (const QByteArray &wanted : m_query.topics) {
        QList<int> all(m_topics.size());
        std::iota(all.begin(), all.end(), 0);
        const bool isFound = takeNamed(
            all, wanted, [this](int topic) { return m_topics[topic].name; },
            [this](int topic) { m_wantedTopics.insert(topic); });
        // "tls" is a topic and the beginning of others: those below it count too.
        for (const int topic : all) {
            if (m_topics[topic].name.startsWith(wanted + '.'))
                m_wantedTopics.insert(topic);
        }
        if (!isFound)
            m_problems.append(Words::tr("There is no topic “%1”.").arg(QString::fromUtf8(wanted)));
    }
}

bool ParameterList::isOfService(const ParameterRow &row) const
{
    for (const ServiceSetting &setting : overridesOf(row.name)) {
        if (m_wantedKeys.contains(setting.key))
            return true;
    }
    return row.facts
        && std::any_of(m_wantedPrograms.begin(), m_wantedPrograms.end(),
                       [&](const QByteArray &program) { return row.facts->isReadBy(program); });
}

bool ParameterList::matches(int index) const
{
    const ParameterRow &row = m_rows[index];
    for (const QByteArray &word : m_query.words) {
        if (!contains(index, word))
            return false;
    }
    if (!m_query.topics.isEmpty() && !m_wantedTopics.contains(row.topic))
        return false;
    if (!m_query.services.isEmpty() && !isOfService(row))
        return false;
    const auto asks = [this](ParameterQuery::Is flag) { return m_query.is.testFlag(flag); };
    if (asks(ParameterQuery::Set) && !isSet(row))
        return false;
    if (asks(ParameterQuery::Changed) && !isChanged(row.name))
        return false;
    if (asks(ParameterQuery::EqualToDefault) && !isEqualToDefault(row))
        return false;
    if (asks(ParameterQuery::Unused) && !isUnused(row))
        return false;
    if (asks(ParameterQuery::Deprecated)) {
        using catalog::Standing;
        const Standing standing =
            row.facts ? catalog::standingIn(*row.facts, m_knowledge.target()) : Standing::Current;
        return standing == Standing::Deprecated || standing == Standing::Ignored
            || standing == Standing::Renamed || standing == Standing::Removed;
    }
    return true;
}

QStringList ParameterList::serviceNames() const
{
    const MasterCf &file = m_session.snapshot().masterCf();
    QStringList names;
    for (const syntax::Service &service : file.services()) {
        const QString name = QString::fromUtf8(file.fieldOf(service, ServiceField::Name));
        if (service.enabled && !names.contains(name))
            names.append(name);
    }
    names.sort();
    return names;
}

QStringList ParameterList::topicNames() const
{
    QStringList names;
    for (const Topic &topic : m_topics)
        names.append(QString::fromUtf8(topic.name));
    return names;
}

} // namespace ui
