// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/effective/values.h"

#include <algorithm>

namespace effective {

namespace {

using Kind = Finding::Kind;

Kind findingKind(const syntax::ExpansionError &error)
{
    if (error.kind == syntax::ExpansionError::Kind::TooDeep)
        return Kind::TooDeep;
    return error.kind == syntax::ExpansionError::Kind::TooLarge ? Kind::TooLarge : Kind::Malformed;
}

} // namespace

QList<Finding> Values::findingsOf(QByteArrayView name, qsizetype service) const
{
    return findingsOf(m_names.find(name), service);
}

QList<Finding> Values::findingsOf(int id, qsizetype service) const
{
    const Entry *entry = entryOf(id, service);
    if (!entry)
        return {};
    QList<Finding> findings;
    if (entry->expansion.failed()) {
        const syntax::ExpansionError &error = entry->expansion.errors.first();
        Finding finding{findingKind(error), m_names[id], service, {}, error.warning};
        if (finding.kind == Kind::TooDeep)
            finding.names = circleOf(id, service);
        if (!finding.names.isEmpty())
            finding.kind = Kind::Cycle;
        findings.append(finding);
    }
    QByteArrayList undefined;
    // Defaults mention names that only older versions had; that is no mistake of anyone's.
    if (entry->source != Source::Default && !entry->isRaw) {
        for (const int reference : entry->references) {
            if (entry->expansion.undefined.contains(m_names[reference]) && !entryOf(reference, service))
                undefined.append(m_names[reference]);
        }
    }
    if (!undefined.isEmpty())
        findings.append(Finding{Kind::UndefinedName, m_names[id], service, undefined, {}});
    return findings;
}

QList<Finding> Values::findings() const
{
    QList<Finding> all;
    const auto add = [&](int id, qsizetype service, const Entry &entry) {
        if (!entry.expansion.failed() && entry.expansion.undefined.isEmpty())
            return;
        for (const Finding &finding : findingsOf(id, service)) {
            if (isRoot(entry, finding))
                all.append(finding);
        }
    };
    for (int id = 0; id < m_entries.size(); ++id) {
        if (m_entries[id])
            add(id, noService, *m_entries[id]);
    }
    for (qsizetype service = 0; service < m_overlays.size(); ++service) {
        const Overlay &overlay = *m_overlays[service];
        for (auto it = overlay.entries.cbegin(); it != overlay.entries.cend(); ++it) {
            const Entry *common = m_entries[it.key()].get();
            const bool isNew = (*it)->source == Source::Override || !common || !common->expansion.failed();
            if (isNew && (overlay.overrides.contains(it.key()) || (*it)->expansion.failed()))
                add(it.key(), service, **it);
        }
    }
    std::sort(all.begin(), all.end(), [](const Finding &a, const Finding &b) {
        return std::tie(a.service, a.name, a.kind) < std::tie(b.service, b.name, b.kind);
    });
    return all;
}

/// False when it is wrong only because a name that it mentions is.
bool Values::isRoot(const Entry &entry, const Finding &finding) const
{
    if (finding.kind == Kind::UndefinedName || finding.kind == Kind::Cycle)
        return true;
    return std::none_of(entry.references.begin(), entry.references.end(), [&](int reference) {
        const Entry *other = entryOf(reference, finding.service);
        return other && other->expansion.failed();
    });
}

/// The way from a name back to itself, ends left out but for the name itself when nothing lies between;
/// empty when there is none.
QByteArrayList Values::circleOf(int id, qsizetype service) const
{
    QHash<int, int> cameFrom;
    QList<int> open{id};
    for (qsizetype i = 0; i < open.size(); ++i) {
        const Entry *entry = entryOf(open[i], service);
        if (!entry)
            continue;
        for (const int reference : entry->references) {
            if (reference == id) {
                QByteArrayList names;
                for (int at = open[i]; at != id; at = cameFrom.value(at))
                    names.prepend(m_names[at]);
                return names.isEmpty() ? QByteArrayList{m_names[id]} : names;
            }
            if (!cameFrom.contains(reference)) {
                cameFrom.insert(reference, open[i]);
                open.append(reference);
            }
        }
    }
    return {};
}

} // namespace effective
