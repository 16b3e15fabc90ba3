// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/effective/values.h"
#include "core/lint/target.h"
#include "core/lint/tracedvalue.h"

#include <functional>
#include <memory>
#include <typeindex>

namespace lint {

/// A setting of main.cf or an override of a service that Postfix reads.
struct Assignment
{
    QByteArray name;
    Definition definition;
    model::Place namePlace;
    model::Place valuePlace;
    qsizetype service = effective::noService;
    bool isInForce = true; ///< not overridden by a later one
    bool isSpoilt = false; ///< by a comment, quotes or foreign characters; its value is not judged again
    const catalog::Facts *facts = nullptr; ///< null for what is not Postfix's own

    bool isInMainCf() const { return service == effective::noService; }
    /// Where a finding about the whole of it is: on the line where it begins.
    const model::Place &place() const { return namePlace; }
};

/// An entry of master.cf for smtpd that takes connections.
struct Listener
{
    qsizetype service = effective::noService; ///< what to ask values for
    QByteArray host = {};
    std::optional<int> port = {};
    bool isLoopback = false;
    bool isPass = false;
    std::optional<model::Place> place = {}; ///< its name; nothing without a master.cf
};

/// Everything that rules ask for, over one snapshot. Not to be shared between threads: what was asked once
/// is kept.
class Context
{
public:
    /// Without `target`, only the bytes of files can be asked for.
    explicit Context(model::Snapshot snapshot) : m_snapshot(std::move(snapshot)) { }
    Context(const model::Snapshot &snapshot, const Target &target, bool isAdviceWanted = false);
    /// The same for another state of the same files, which takes over what did not change.
    Context(const model::Snapshot &snapshot, const Context &before);
    ~Context() = default;
    Context(const Context &) = delete;
    Context &operator=(const Context &) = delete;
    Context(Context &&) = delete;
    Context &operator=(Context &&) = delete;

    /// Work that takes long asks it now and then, and stops: what was found so far is of no use.
    using IsCancelled = std::function<bool()>;
    void setCancel(const IsCancelled &isCancelled) { m_isCancelled = isCancelled; }
    bool isCancelled() const { return m_isCancelled && m_isCancelled(); }

    /// What make(*this) returns, of which one of each type is made and kept.
    template<typename Value, typename Make>
    const Value &once(Make make) const
    {
        const std::type_index type(typeid(Value));
        auto known = m_kept.constFind(type);
        if (known == m_kept.cend()) {
            const auto made = std::make_shared<const Value>(make(*this));
            known = m_kept.insert(type, made);
        }
        return *static_cast<const Value *>(known->get());
    }

    /// What once() made for the state before; null when it did not, or there was none.
    template<typename Value>
    const Value *previous() const
    {
        const auto known = m_previous.constFind(std::type_index(typeid(Value)));
        return known == m_previous.cend() ? nullptr : static_cast<const Value *>(known->get());
    }

    const model::Snapshot &snapshot() const { return m_snapshot; }
    const syntax::MainCf &mainCf() const { return m_snapshot.mainCf(); }
    const syntax::MasterCf &masterCf() const { return m_snapshot.masterCf(); }
    bool hasMasterCf() const;

    bool hasTarget() const { return m_target != nullptr; }
    const Target &target() const { return *m_target; }
    bool isAdviceWanted() const { return m_isAdviceWanted; }
    const catalog::Version &version() const { return m_target->version; }
    const catalog::Reference &reference() const { return *m_target->reference; }
    const effective::Values &values() const { return *m_values; }
    const catalog::Facts *factsOf(QByteArrayView parameter) const;

    /// All that are not commented out, main.cf first, in file order.
    const QList<Assignment> &assignments() const { return m_assignments; }
    /// The one that decides; null when the default does.
    const Assignment *assignment(QByteArrayView name, qsizetype service = effective::noService) const;
    bool isAssigned(QByteArrayView name) const { return assignment(name) != nullptr; }

    /// An assignment that is in force and can be judged, and what it comes to.
    struct Judged
    {
        const Assignment *assignment = nullptr;
        const TracedValue *value = nullptr;
    };
    /// All that are not spoilt by quotes or comments, and refer to nothing that isn't there.
    const QList<Judged> &judged() const;
    /// Those of one parameter.
    QList<Judged> judged(QByteArrayView name) const;

    std::optional<Definition> definition(QByteArrayView name, qsizetype service = effective::noService) const;
    /// The effective value, with the places of its words; empty for a name that is not defined.
    const TracedValue &traced(QByteArrayView name, qsizetype service = effective::noService) const;
    QByteArray value(QByteArrayView name, qsizetype service = effective::noService) const
    {
        return traced(name, service).text().trimmed();
    }
    bool isOn(QByteArrayView name, qsizetype service = effective::noService) const;
    std::optional<qint64> number(QByteArrayView name, qsizetype service = effective::noService) const;
    /// In seconds.
    std::optional<qint64> duration(QByteArrayView name, qsizetype service = effective::noService) const;

    /// Where a word points: its own place, or the assignment that decides, or the beginning of main.cf.
    model::Place placeOf(const Word &word, QByteArrayView parameter, qsizetype service) const;
    model::Place mainCfStart() const { return {model::FileId::MainCf, {0, 0}}; }
    model::Place masterCfStart() const { return {model::FileId::MasterCf, {0, 0}}; }

    const QList<effective::Service> &services() const { return m_values->services(); }
    const syntax::Service &row(const effective::Service &service) const
    {
        return masterCf().services()[service.index];
    }
    model::Place placeOf(const effective::Service &service) const;
    /// True when a service of that name, unix or fifo, exists.
    bool hasTransport(QByteArrayView name) const;
    /// One that looks at main.cf alone when there is no master.cf.
    const QList<Listener> &listeners() const { return m_listeners; }
    /// Whether its processes see nothing but the queue directory.
    bool isChrooted(const effective::Service &service) const;
    /// Whether strangers reach it.
    bool isPublic(const Listener &listener) const;

    /// The open file that the server knows by this path.
    std::optional<model::FileId> fileOf(const QByteArray &path) const;
    /// A number that grows with the level: 3.6 is 3006000; nothing when it can't be read.
    std::optional<qint64> compatibilityLevel() const;

private:
    void readMainCf();
    void readServices();
    void readListeners();

    model::Snapshot m_snapshot;
    const Target *m_target = nullptr;
    bool m_isAdviceWanted = false;
    std::optional<effective::Values> m_values;
    QList<Assignment> m_assignments;
    QHash<QByteArray, qsizetype> m_inMainCf; ///< name to the index of the one in force
    QList<QHash<QByteArray, qsizetype>> m_inServices;
    QList<QSet<QByteArray>> m_differing; ///< names whose value is another for a service than for main.cf
    QList<Listener> m_listeners;
    void judge() const;

    IsCancelled m_isCancelled;
    mutable bool m_isJudged = false;
    mutable QList<Judged> m_judged;
    mutable QHash<QByteArray, QList<Judged>> m_judgedByName;
    mutable QHash<QByteArray, const catalog::Facts *> m_facts;
    mutable QHash<std::pair<qsizetype, QByteArray>, std::shared_ptr<const TracedValue>> m_traced;
    mutable QHash<std::type_index, std::shared_ptr<const void>> m_kept;
    QHash<std::type_index, std::shared_ptr<const void>> m_previous;
};

} // namespace lint
