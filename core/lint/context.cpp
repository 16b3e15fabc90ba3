// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/context.h"

#include "core/lint/words.h"

#include <algorithm>

namespace lint {

namespace {

using effective::noService;
using model::FileId;
using model::Place;
using syntax::ServiceField;

bool isLoopbackHost(QByteArrayView host)
{
    return host == "localhost" || host.startsWith("127.") || host == "::1";
}

} // namespace

Context::Context(const model::Snapshot &snapshot, const Target &target, bool isAdviceWanted)
    : m_snapshot(snapshot),
      m_target(&target),
      m_isAdviceWanted(isAdviceWanted),
      m_values(std::in_place, snapshot, target.forValues())
{
    readMainCf(nullptr);
    readServices(nullptr);
    readListeners();
}

Context::Context(const model::Snapshot &snapshot, const Context &before)
    : m_snapshot(snapshot),
      m_target(before.m_target),
      m_isAdviceWanted(before.m_isAdviceWanted),
      m_values(std::in_place, before.m_values->updated(snapshot)),
      m_numbers(before.m_numbers),
      m_facts(before.m_facts),
      m_previous(before.m_previous)
{
    m_previous.insert(before.m_kept);
    readMainCf(&before);
    readServices(&before);
    readListeners();
}

const catalog::Facts *Context::factsOf(QByteArrayView parameter) const
{
    const auto known = m_facts.constFind(QByteArray::fromRawData(parameter.data(), parameter.size()));
    if (known != m_facts.cend())
        return *known;
    const catalog::Facts *facts = reference().factsOf(parameter);
    m_facts.insert(parameter.toByteArray(), facts);
    return facts;
}

const TracedValue *Context::judgedAt(qsizetype index) const
{
    const Assignment &assignment = m_assignments[index];
    if (!assignment.isInForce || assignment.isSpoilt)
        return nullptr;
    if (m_tracedAt.isEmpty())
        m_tracedAt.resize(m_assignments.size());
    if (!m_tracedAt[index])
        m_tracedAt[index] = &tracedOf(assignment.name, assignment.service);
    return m_tracedAt[index]->isUncertain() ? nullptr : m_tracedAt[index];
}

QList<Context::Judged> Context::judged(QByteArrayView name) const
{
    note(name);
    QList<Judged> all;
    for (const qsizetype index : m_byName.value(QByteArray::fromRawData(name.data(), name.size()))) {
        if (const TracedValue *value = judgedAt(index))
            all.append(Judged{&m_assignments[index], value});
    }
    return all;
}

QList<Context::Judged> Context::judged(const QSet<QByteArray> &names) const
{
    QList<qsizetype> indexes;
    for (const QByteArray &name : names) {
        note(name);
        indexes += m_byName.value(name);
    }
    std::sort(indexes.begin(), indexes.end());
    QList<Judged> all;
    for (const qsizetype index : indexes) {
        if (const TracedValue *value = judgedAt(index))
            all.append(Judged{&m_assignments[index], value});
    }
    return all;
}

bool Context::hasMasterCf() const
{
    const model::File &file = m_snapshot.file(FileId::MasterCf);
    return !file.info().problem;
}

void Context::readListeners()
{
    constexpr int smtpPort = 25;
    if (!hasMasterCf()) {
        m_listeners.append(Listener{.port = smtpPort});
        return;
    }
    for (qsizetype i = 0; i < services().size(); ++i) {
        const effective::Service &service = services()[i];
        if (service.program != "smtpd" || (service.type != "inet" && service.type != "pass"))
            continue;
        const Endpoint endpoint = endpointOf(service.name);
        m_listeners.append(Listener{.service = i,
                                    .host = endpoint.host,
                                    .port = service.type == "inet" ? target().portOf(endpoint.port)
                                                                   : std::optional<int>(smtpPort),
                                    .isLoopback = isLoopbackHost(endpoint.host),
                                    .isPass = service.type == "pass",
                                    .place = placeOf(service)});
    }
}

const Assignment *Context::assignmentOf(QByteArrayView name, qsizetype service) const
{
    const QByteArray key = QByteArray::fromRawData(name.data(), name.size());
    if (service != noService) {
        const auto own = m_inServices[service].constFind(key);
        if (own != m_inServices[service].cend())
            return &m_assignments[*own];
    }
    const auto found = m_inMainCf.constFind(key);
    return found == m_inMainCf.cend() ? nullptr : &m_assignments[*found];
}

std::optional<Definition> Context::definitionOf(QByteArrayView name, qsizetype service) const
{
    if (const Assignment *assigned = assignmentOf(name, service))
        return assigned->definition;
    const auto value = m_values->value(name, service);
    if (!value)
        return std::nullopt;
    return Definition{.text = value->unexpanded, .isRaw = value->isRaw};
}

const TracedValue &Context::tracedOf(QByteArrayView name, qsizetype service) const
{
    const QByteArray key = QByteArray::fromRawData(name.data(), name.size());
    const bool differs =
        service != noService && (m_inServices[service].contains(key) || differing(service).contains(key));
    const qsizetype scope = differs ? service : noService;
    if (const auto known = m_traced.constFind({scope, key}); known != m_traced.cend())
        return **known;
    const auto found = definitionOf(name, scope);
    const auto lookup = [this, scope](QByteArrayView wanted) { return definitionOf(wanted, scope); };
    const auto made =
        found ? std::make_shared<const TracedValue>(*found, lookup) : std::make_shared<const TracedValue>();
    m_traced.insert({scope, name.toByteArray()}, made);
    return *made;
}

bool Context::isOverridden(QByteArrayView name) const
{
    const QList<qsizetype> all = m_byName.value(QByteArray::fromRawData(name.data(), name.size()));
    return std::any_of(all.begin(), all.end(),
                       [this](qsizetype index) { return !m_assignments[index].isInMainCf(); });
}

const QSet<QByteArray> &Context::differing(qsizetype service) const
{
    std::optional<QSet<QByteArray>> &known = m_differing[service];
    if (!known) {
        const QByteArrayList names =
            m_inServices[service].isEmpty() ? QByteArrayList() : m_values->differingNames(service);
        known.emplace(names.begin(), names.end());
    }
    return *known;
}

bool Context::isOn(QByteArrayView name, qsizetype service) const
{
    return value(name, service).compare("yes", Qt::CaseInsensitive) == 0;
}

std::optional<qint64> Context::number(QByteArrayView name, qsizetype service) const
{
    bool isNumber = false;
    const qint64 number = value(name, service).toLongLong(&isNumber);
    return isNumber ? std::optional(number) : std::nullopt;
}

std::optional<qint64> Context::duration(QByteArrayView name, qsizetype service) const
{
    const auto *facts = factsOf(name);
    return secondsIn(value(name, service), facts ? facts->unit : std::nullopt);
}

Place Context::placeOf(const Word &word, QByteArrayView parameter, qsizetype service) const
{
    if (word.place)
        return *word.place;
    const Assignment *assigned = assignment(parameter, service);
    return assigned ? assigned->place() : mainCfStart();
}

Place Context::placeOf(const effective::Service &service) const
{
    return {FileId::MasterCf, row(service).field(ServiceField::Name)};
}

bool Context::hasTransport(QByteArrayView name) const
{
    return std::any_of(services().begin(), services().end(), [&](const effective::Service &service) {
        return service.name == name && (service.type == "unix" || service.type == "fifo");
    });
}

bool Context::isChrooted(const effective::Service &service) const
{
    constexpr catalog::Version chrootOff{3, 0, 0};
    const QByteArrayView field = fieldOf(service, ServiceField::Chroot);
    if (field != "-")
        return field == "y";
    const auto level = compatibilityLevel();
    return version() < chrootOff
        || (isAssigned("compatibility_level") && level && *level < levelOf("1").value_or(0));
}

bool Context::isPublic(const Listener &listener) const
{
    if (listener.isLoopback)
        return false;
    const QByteArray interfaces = value("inet_interfaces", listener.service);
    return interfaces != "loopback-only" && interfaces != "localhost" && !isLoopbackHost(interfaces);
}

std::optional<FileId> Context::fileOf(const QByteArray &path) const
{
    const QString wanted = QString::fromUtf8(path);
    const QString folder = QString::fromUtf8(m_target->folder) + u'/';
    const QString name = wanted.startsWith(folder) ? wanted.sliced(folder.size()) : wanted;
    for (const FileId id : m_snapshot.ids()) {
        const model::FileInfo &info = m_snapshot.file(id).info();
        // A folder that is no /etc/postfix may be named as what it is here.
        if ((info.name == name || info.path == wanted) && !info.problem)
            return id;
    }
    return std::nullopt;
}

std::optional<qint64> Context::compatibilityLevel() const
{
    return levelOf(value("compatibility_level"));
}

} // namespace lint
