// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/effective/defaults.h"
#include "core/effective/names.h"
#include "core/model/snapshot.h"

#include <QSet>

namespace effective {

/// The value that Postfix uses for every parameter: built in, made by a service's name or defined by the
/// user, for main.cf and for each service. Constant and cheap to copy; safe to read from any thread.
///
/// A service sees the values of main.cf but for its own overrides, and whatever depends on these. A `$name`
/// counts with its value or default whichever program reads it, as postconf(1) shows it; a program that does
/// not know a built-in parameter that is not set takes it as empty.
class Values
{
public:
    Values(const model::Snapshot &snapshot, const Target &target);

    /// The same for another state of the same files: only what the difference can reach is worked out anew.
    Values updated(const model::Snapshot &snapshot) const;

    const model::Snapshot &snapshot() const { return m_snapshot; }
    const Target &target() const { return m_target; }

    /// Every parameter of this version, and every name that main.cf or a service sets, sorted.
    const QByteArrayList &names() const { return m_listed; }
    /// Those in force, in file order. `service` below is an index into this list, or noService.
    const QList<Service> &services() const { return m_services; }
    /// The index of a service of master.cf (Service::index); noService when it is not in force.
    qsizetype serviceAt(qsizetype masterIndex) const;

    /// Nothing when the name is not defined.
    std::optional<Value> value(QByteArrayView name, qsizetype service = noService) const;
    NameKind kindOf(QByteArrayView name) const;
    /// All that speak of it, first what counts, last the default.
    QList<Origin> originsOf(QByteArrayView name, qsizetype service = noService) const;
    /// The names that its text mentions, in both branches of a condition.
    QByteArrayList referencesOf(QByteArrayView name, qsizetype service = noService) const;
    /// The parameters that mention it, defaults among them, as main.cf has them.
    QByteArrayList referrersOf(QByteArrayView name) const;
    /// Names whose value is another for that service than for main.cf, sorted.
    QByteArrayList differingNames(qsizetype service) const;

    /// What is wrong with it, also by way of a name that it mentions.
    QList<Finding> findingsOf(QByteArrayView name, qsizetype service = noService) const;
    /// What is wrong, each at its root.
    QList<Finding> findings() const;

private:
    const Entry *entryOf(int id, qsizetype service) const;
    Value valueOf(const Entry &entry, QByteArrayView name) const;
    bool isReadOnly(QByteArrayView name) const;
    std::optional<Definition> definitionOf(int id) const;
    std::optional<Definition> definitionOf(int id, qsizetype service, const Overlay &overlay) const;

    void readServices();
    QList<int> evaluate(const QList<int> &changed);
    QList<int> withReferrers(const QList<int> &ids) const;
    void setEntry(int id, const EntryPointer &entry);
    OverlayPointer makeOverlay(qsizetype service);
    bool isTouched(const Overlay &overlay, const QSet<int> &dirty) const;
    void updateOverlays(const Values &before, const QSet<int> &dirty, QSet<int> &listChanges);
    bool isListed(int id) const;
    void list(int id);
    void readClasses();
    QList<Finding> findingsOf(int id, qsizetype service) const;
    bool isRoot(const Entry &entry, const Finding &finding) const;
    QByteArrayList circleOf(int id, qsizetype service) const;

    Target m_target;
    model::Snapshot m_snapshot;
    Names m_names;
    QByteArrayList m_listed;
    QList<Service> m_services;
    ServiceMadeDefaults m_serviceMade;
    QList<EntryPointer> m_entries; ///< by name; null when not defined
    QList<QList<int>> m_referrers; ///< by name
    QList<OverlayPointer> m_overlays; ///< by service
    QSet<QByteArray> m_classes; ///< in smtpd_restriction_classes
};

} // namespace effective
