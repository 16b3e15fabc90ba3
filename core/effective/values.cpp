// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/effective/values.h"

#include "core/effective/evaluation.h"
#include "core/effective/services.h"
#include "core/effective/settingchanges.h"

#include <algorithm>

namespace effective {

namespace {

constexpr QByteArrayView serviceName = "service_name";
constexpr QByteArrayView processName = "process_name";

} // namespace

// NOLINTNEXTLINE(modernize-pass-by-value): a copy of a snapshot costs next to nothing
Values::Values(const model::Snapshot &snapshot, const Target &target) : m_target(target), m_snapshot(snapshot)
{
    const syntax::MainCf &mainCf = m_snapshot.mainCf();
    m_names.reserve(target.catalog.parameters().size() + mainCf.settings().size());
    readServices();
    QList<int> ids;
    for (const catalog::Parameter &parameter : target.catalog.parameters()) {
        if (parameter.isKnownTo(target.version))
            ids.append(m_names.add(parameter.name));
    }
    for (auto it = m_serviceMade.cbegin(); it != m_serviceMade.cend(); ++it)
        ids.append(m_names.add(it.key()));
    for (const syntax::Setting &setting : mainCf.settings()) {
        if (setting.enabled)
            ids.append(m_names.add(mainCf.nameOf(setting)));
    }
    evaluate(ids);
    for (qsizetype i = 0; i < m_services.size(); ++i)
        m_overlays.append(makeOverlay(i));
    readClasses();
    m_listed.reserve(m_names.size());
    for (int id = 0; id < m_names.size(); ++id) {
        if (isListed(id))
            m_listed.append(m_names[id]);
    }
    std::sort(m_listed.begin(), m_listed.end());
}

Values Values::updated(const model::Snapshot &snapshot) const
{
    Values next = *this;
    next.m_snapshot = snapshot;
    QList<int> changed;
    for (const QByteArray &name : changedSettings(m_snapshot.mainCf(), snapshot.mainCf()))
        changed.append(next.m_names.add(name));
    if (m_snapshot.masterCf().text() != snapshot.masterCf().text()) {
        next.readServices();
        for (auto it = m_serviceMade.cbegin(); it != m_serviceMade.cend(); ++it) {
            if (!next.m_serviceMade.contains(it.key()))
                changed.append(next.m_names.add(it.key()));
        }
        for (auto it = next.m_serviceMade.cbegin(); it != next.m_serviceMade.cend(); ++it) {
            if (!m_serviceMade.contains(it.key()))
                changed.append(next.m_names.add(it.key()));
        }
    }
    const QList<int> reached = next.evaluate(changed);
    QSet<int> listChanges(changed.begin(), changed.end());
    next.updateOverlays(*this, QSet<int>(reached.begin(), reached.end()), listChanges);
    next.readClasses();
    for (const int id : listChanges)
        next.list(id);
    return next;
}

void Values::readServices()
{
    m_services = servicesIn(m_snapshot.masterCf());
    m_serviceMade = serviceMadeDefaults(m_services, m_target);
}

bool Values::isReadOnly(QByteArrayView name) const
{
    const catalog::Parameter *parameter = m_target.catalog.find(name);
    return parameter && parameter->isReadOnly && parameter->isKnownTo(m_target.version);
}

std::optional<Definition> Values::definitionOf(int id) const
{
    const QByteArray &name = m_names[id];
    const syntax::MainCf &mainCf = m_snapshot.mainCf();
    std::optional<Definition> builtIn = builtInDefault(name, m_target);
    if (const syntax::Setting *setting = mainCf.find(name); setting && !isReadOnly(name))
        return Definition{mainCf.valueOf(*setting), Source::MainCf, builtIn && builtIn->isRaw};
    if (builtIn)
        return builtIn;
    const auto made = m_serviceMade.constFind(name);
    return made == m_serviceMade.cend() ? std::nullopt : std::optional(Definition{*made});
}

std::optional<Definition> Values::definitionOf(int id, qsizetype service, const Overlay &overlay) const
{
    const QByteArray &name = m_names[id];
    const auto found = overlay.overrides.constFind(id);
    if (found == overlay.overrides.cend() || isReadOnly(name)) {
        std::optional<Definition> definition = definitionOf(id);
        if (definition && (name == serviceName || name == processName))
            return Definition{name == serviceName ? m_services[service].name : m_services[service].program,
                              Source::Service};
        return definition;
    }
    const syntax::MasterCf &masterCf = m_snapshot.masterCf();
    const syntax::Service &stanza = masterCf.services()[m_services[service].index];
    const catalog::Parameter *parameter = m_target.catalog.find(name);
    return Definition{masterCf.valueOf(stanza.overrides[*found]), Source::Override,
                      parameter && parameter->isRaw};
}

/// Works out these and all that refer to them; says which that were.
QList<int> Values::evaluate(const QList<int> &changed)
{
    QList<int> reached = withReferrers(changed);
    const QSet<int> dirty(reached.begin(), reached.end());
    const qsizetype known = m_entries.size();
    Evaluation evaluation(m_names, m_target,
                          {.definition = [this](int id) { return definitionOf(id); },
                           .isSettled = [&](int id) { return id < known && !dirty.contains(id); },
                           .settled = [this](int id) { return m_entries[id].get(); }});
    evaluation.evaluate(reached);
    m_entries.resize(m_names.size());
    m_referrers.resize(m_names.size());
    for (auto it = evaluation.results().cbegin(); it != evaluation.results().cend(); ++it)
        setEntry(it.key(), *it);
    return reached;
}

QList<int> Values::withReferrers(const QList<int> &ids) const
{
    QList<int> reached;
    QSet<int> seen;
    const auto visit = [&](int id) {
        if (seen.contains(id))
            return;
        seen.insert(id);
        reached.append(id);
    };
    for (const int id : ids)
        visit(id);
    qsizetype next = 0;
    while (next < reached.size()) {
        const int id = reached[next++];
        if (id < m_referrers.size()) {
            for (const int referrer : m_referrers[id])
                visit(referrer);
        }
    }
    return reached;
}

void Values::setEntry(int id, const EntryPointer &entry)
{
    const QList<int> before = m_entries[id] ? m_entries[id]->references : QList<int>();
    const QList<int> now = entry ? entry->references : QList<int>();
    m_entries[id] = entry;
    if (before == now)
        return;
    for (const int reference : before)
        m_referrers[reference].removeOne(id);
    for (const int reference : now)
        m_referrers[reference].append(id);
}

OverlayPointer Values::makeOverlay(qsizetype service)
{
    const auto overlay = std::make_shared<Overlay>();
    const syntax::MasterCf &masterCf = m_snapshot.masterCf();
    const syntax::Service &stanza = masterCf.services()[m_services[service].index];
    QList<int> own{m_names.add(serviceName), m_names.add(processName)};
    for (const qsizetype index : overridesInForce(masterCf, stanza)) {
        const int id = m_names.add(masterCf.nameOf(stanza.overrides[index]));
        overlay->overrides.insert(id, index);
        own.append(id);
    }
    const QList<int> reached = withReferrers(own);
    const QSet<int> different(reached.begin(), reached.end());
    const qsizetype known = m_entries.size();
    Evaluation evaluation(m_names, m_target,
                          {.definition = [&](int id) { return definitionOf(id, service, *overlay); },
                           .isSettled = [&](int id) { return id < known && !different.contains(id); },
                           .settled = [this](int id) { return m_entries[id].get(); }});
    evaluation.evaluate(reached);
    m_entries.resize(m_names.size());
    m_referrers.resize(m_names.size());
    QSet<int> outside;
    for (const int id : reached) {
        const EntryPointer entry = evaluation.results().value(id);
        if (!entry)
            continue;
        overlay->entries.insert(id, entry);
        for (const int reference : entry->references) {
            if (!different.contains(reference))
                outside.insert(reference);
        }
    }
    overlay->outside = QList<int>(outside.begin(), outside.end());
    return overlay;
}

bool Values::isTouched(const Overlay &overlay, const QSet<int> &dirty) const
{
    return std::any_of(overlay.outside.begin(), overlay.outside.end(),
                       [&](int id) { return dirty.contains(id); })
        || std::any_of(dirty.begin(), dirty.end(), [&](int id) {
               if (overlay.entries.contains(id))
                   return true;
               const Entry *entry = m_entries[id].get();
               return entry
                   && std::any_of(entry->references.begin(), entry->references.end(),
                                  [&](int reference) { return overlay.entries.contains(reference); });
           });
}

void Values::updateOverlays(const Values &before, const QSet<int> &dirty, QSet<int> &listChanges)
{
    const syntax::MasterCf &oldFile = before.m_snapshot.masterCf();
    const syntax::MasterCf &newFile = m_snapshot.masterCf();
    QHash<QByteArrayView, qsizetype> known; // the lines of a service to its index
    for (qsizetype i = 0; i < before.m_services.size(); ++i)
        known.insert(oldFile.services()[before.m_services[i].index].whole.in(oldFile.text()), i);
    const auto noteOverrides = [&listChanges](const Overlay &overlay) {
        for (auto it = overlay.overrides.cbegin(); it != overlay.overrides.cend(); ++it)
            listChanges.insert(it.key());
    };
    // What main.cf says of a name that the service has by itself is nothing to it.
    const QSet<int> changed = listChanges;
    const auto overridesAll = [&](const Overlay &overlay) {
        return std::all_of(changed.begin(), changed.end(), [&](int id) {
            return overlay.overrides.contains(id) && !isReadOnly(m_names[id]);
        });
    };
    QList<OverlayPointer> overlays;
    QSet<qsizetype> kept;
    for (qsizetype i = 0; i < m_services.size(); ++i) {
        const qsizetype same =
            known.value(newFile.services()[m_services[i].index].whole.in(newFile.text()), -1);
        if (same >= 0)
            kept.insert(same);
        if (same >= 0
            && (overridesAll(*before.m_overlays[same]) || !isTouched(*before.m_overlays[same], dirty))) {
            overlays.append(before.m_overlays[same]);
            continue;
        }
        overlays.append(makeOverlay(i));
        if (same < 0)
            noteOverrides(*overlays.last());
    }
    for (qsizetype i = 0; i < before.m_overlays.size(); ++i) {
        if (!kept.contains(i))
            noteOverrides(*before.m_overlays[i]);
    }
    m_overlays = overlays;
}

bool Values::isListed(int id) const
{
    const Entry *entry = id < m_entries.size() ? m_entries[id].get() : nullptr;
    if (entry) {
        const catalog::Parameter *parameter = m_target.catalog.find(m_names[id]);
        if (entry->source != Source::Default || !parameter || !parameter->isLegacy)
            return true;
    }
    return std::any_of(m_overlays.begin(), m_overlays.end(),
                       [id](const OverlayPointer &overlay) { return overlay->overrides.contains(id); });
}

void Values::list(int id)
{
    const QByteArray &name = m_names[id];
    const auto place = std::lower_bound(m_listed.cbegin(), m_listed.cend(), name);
    const bool isThere = place != m_listed.cend() && *place == name;
    if (isListed(id) == isThere)
        return;
    if (isThere)
        m_listed.erase(place);
    else
        m_listed.insert(place, name);
}

void Values::readClasses()
{
    const int id = m_names.find("smtpd_restriction_classes");
    const Entry *entry = id < 0 ? nullptr : entryOf(id, noService);
    m_classes.clear();
    if (!entry)
        return;
    QByteArray names = entry->expansion.text;
    for (char &c : names) {
        if (c == ',' || c == '\t' || c == '\r' || c == '\n')
            c = ' ';
    }
    for (const QByteArray &name : names.split(' ')) {
        if (!name.isEmpty())
            m_classes.insert(name);
    }
}

} // namespace effective
