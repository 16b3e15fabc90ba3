// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/effective/values.h"

#include <algorithm>

namespace effective {

qsizetype Values::serviceAt(qsizetype masterIndex) const
{
    const auto found = std::find_if(m_services.begin(), m_services.end(),
                                    [masterIndex](const Service &one) { return one.index == masterIndex; });
    return found == m_services.end() ? noService : found - m_services.begin();
}

const Entry *Values::entryOf(int id, qsizetype service) const
{
    if (id < 0)
        return nullptr;
    if (service != noService) {
        const QHash<int, EntryPointer> &own = m_overlays[service]->entries;
        if (const auto found = own.constFind(id); found != own.cend())
            return found->get();
    }
    return id < m_entries.size() ? m_entries[id].get() : nullptr;
}

std::optional<Value> Values::value(QByteArrayView name, qsizetype service) const
{
    const Entry *entry = entryOf(m_names.find(name), service);
    return entry ? std::optional(valueOf(*entry, name)) : std::nullopt;
}

Value Values::valueOf(const Entry &entry, QByteArrayView name) const
{
    return {entry.unexpanded, entry.expansion.text, entry.source,
            kindOf(name),     entry.isRaw,          entry.expansion.failed()};
}

NameKind Values::kindOf(QByteArrayView name) const
{
    const QByteArray key = QByteArray::fromRawData(name.data(), name.size());
    if (m_serviceMade.contains(key))
        return NameKind::ServiceMade;
    if (const catalog::Parameter *parameter = m_target.catalog.find(name);
        parameter && parameter->isKnownTo(m_target.version))
        return NameKind::BuiltIn;
    return m_classes.contains(key) ? NameKind::RestrictionClass : NameKind::UserDefined;
}

QList<Origin> Values::originsOf(QByteArrayView name, qsizetype service) const
{
    const int id = m_names.find(name);
    const Entry *entry = entryOf(id, service);
    if (!entry)
        return {};
    QList<Origin> origins;
    if (entry->source == Source::Override) {
        const syntax::MasterCf &masterCf = m_snapshot.masterCf();
        const syntax::Service &stanza = masterCf.services()[m_services[service].index];
        const syntax::Override &option = stanza.overrides[m_overlays[service]->overrides.value(id)];
        origins.append(Origin{Source::Override, masterCf.valueOf(option),
                              model::Place{model::FileId::MasterCf, option.whole}});
    } else if (entry->source == Source::Service) {
        const syntax::Service &stanza = m_snapshot.masterCf().services()[m_services[service].index];
        const auto field =
            name == "service_name" ? syntax::ServiceField::Name : syntax::ServiceField::Command;
        origins.append(Origin{Source::Service, entry->unexpanded,
                              model::Place{model::FileId::MasterCf, stanza.field(field)}});
    }
    const syntax::MainCf &mainCf = m_snapshot.mainCf();
    if (const syntax::Setting *setting = mainCf.find(name); setting && !isReadOnly(name)) {
        const syntax::ByteRange range{setting->name.begin, std::max(setting->name.end, setting->value.end)};
        origins.append(
            Origin{Source::MainCf, mainCf.valueOf(*setting), model::Place{model::FileId::MainCf, range}});
    }
    if (entry->source == Source::Default) {
        origins.append(Origin{Source::Default, entry->unexpanded});
    } else if (const std::optional<Definition> builtIn = builtInDefault(name, m_target)) {
        QByteArray text = builtIn->text;
        if (builtIn->made != Definition::Made::No) {
            QByteArrayList values;
            for (const QByteArray &other : madeFrom(builtIn->made, m_target)) {
                const std::optional<Value> known = value(other, service);
                // A domain that is a default itself was made from the name of the host.
                const bool isMade = other == "mydomain" && known && known->source == Source::Default;
                values.append(known && !isMade ? known->expanded : QByteArray());
            }
            text = madeDefault(builtIn->made, m_target, values);
        }
        origins.append(Origin{Source::Default, text});
    } else if (const auto made = m_serviceMade.constFind(QByteArray::fromRawData(name.data(), name.size()));
               made != m_serviceMade.cend()) {
        origins.append(Origin{Source::Default, *made});
    }
    return origins;
}

QByteArrayList Values::referencesOf(QByteArrayView name, qsizetype service) const
{
    QByteArrayList names;
    if (const Entry *entry = entryOf(m_names.find(name), service)) {
        for (const int reference : entry->references)
            names.append(m_names[reference]);
    }
    return names;
}

QByteArrayList Values::referrersOf(QByteArrayView name) const
{
    QByteArrayList names;
    const int id = m_names.find(name);
    if (id >= 0 && id < m_referrers.size()) {
        for (const int referrer : m_referrers[id])
            names.append(m_names[referrer]);
    }
    std::sort(names.begin(), names.end());
    return names;
}

QByteArrayList Values::differingNames(qsizetype service) const
{
    QByteArrayList names;
    const QHash<int, EntryPointer> &own = m_overlays[service]->entries;
    for (auto it = own.cbegin(); it != own.cend(); ++it) {
        const Entry *common = m_entries[it.key()].get();
        if (!common || common->expansion.text != (*it)->expansion.text)
            names.append(m_names[it.key()]);
    }
    std::sort(names.begin(), names.end());
    return names;
}

} // namespace effective
