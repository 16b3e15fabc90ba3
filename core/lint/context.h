// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/effective/values.h"
#include "core/lint/reading.h"
#include "core/lint/target.h"
#include "core/lint/tracedvalue.h"

#include <functional>
#include <memory>
#include <optional>
#include <typeindex>
#include <utility>

namespace lint {

/// A setting of main.cf or an override of a service that Postfix reads.
struct Assignment
{
    QByteArray name;
    Definition definition = {};
    model::Place namePlace;
    model::Place valuePlace;
    qsizetype service = effective::noService;
    qsizetype which = 0; ///< among those of that name and that text
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

/// The name that stands for all texts that name a file of settings for a lookup client: see note().
inline constexpr QByteArrayView lookupClients = "lookup clients";

/// Where a rule was when it found something.
struct Visited
{
    int part = 0; ///< even: outside of the rule's loops over assignments
    qsizetype assignment = -1; ///< an index into assignments(), inside
};

/// Everything that rules ask for, over one snapshot. Not to be shared between threads: what was asked once
/// is kept. It notes what is asked, so that after an edit one knows who has to ask again.
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
            Kept kept;
            {
                const Turn turn(*this, {.notes = &kept.reading});
                kept.value = std::make_shared<const Value>(make(*this));
            }
            known = m_kept.insert(type, kept);
        }
        if (m_asking.notes)
            m_asking.notes->add(known->reading);
        return *static_cast<const Value *>(known->value.get());
    }

    /// What once() made for the last state in which somebody asked for it; null without one.
    template<typename Value>
    const Value *previous() const
    {
        const auto known = m_previous.constFind(std::type_index(typeid(Value)));
        return known == m_previous.cend() ? nullptr : static_cast<const Value *>(known->value.get());
    }

    /// Who asks.
    struct Asking
    {
        Reading *notes = nullptr; ///< where what is asked goes; null: nobody wants to know
        bool isByAssignment = false; ///< what a loop says about an assignment is kept by assignment
        const QList<qsizetype> *focus = nullptr; ///< then: the only ones that loops visit; null: all
        Visited visited = {};
    };
    /// Somebody else asks as long as it lives.
    class Turn
    {
    public:
        Turn(const Context &context, const Asking &asking)
            : m_context(context), m_outer(std::exchange(context.m_asking, asking))
        {
        }
        ~Turn() { m_context.m_asking = m_outer; }
        Turn(const Turn &) = delete;
        Turn &operator=(const Turn &) = delete;
        Turn(Turn &&) = delete;
        Turn &operator=(Turn &&) = delete;

    private:
        const Context &m_context;
        Asking m_outer;
    };
    const Visited &visited() const { return m_asking.visited; }
    /// Notes that who asks depends on it. Of an assignment that a loop visits the own name is no news, and
    /// neither are those that its value is made of.
    void note(QByteArrayView name) const
    {
        const bool isOwn =
            m_asking.visited.assignment >= 0 && m_assignments[m_asking.visited.assignment].name == name;
        if (m_asking.notes && !isOwn)
            m_asking.notes->add(m_numbers->of(name));
    }
    void note(Wholes wholes) const
    {
        if (m_asking.notes)
            m_asking.notes->add(wholes);
    }
    /// What an edit touched.
    struct Difference
    {
        Reading reading = {};
        QList<qsizetype> assignments = {}; ///< those that have to be looked at again, by index
        QList<qsizetype> wentTo = {}; ///< by the index before; -1 for those, and for what has gone
    };
    /// From the state that this one was made of; nothing when the services differ in more than overrides.
    std::optional<Difference> differenceFrom(const Context &before) const;

    const model::Snapshot &snapshot() const
    {
        note(Wholes(Whole::MainCf) | Whole::MasterCf);
        return m_snapshot;
    }
    const syntax::MainCf &mainCf() const
    {
        note(Whole::MainCf);
        return m_snapshot.mainCf();
    }
    const syntax::MasterCf &masterCf() const
    {
        note(Whole::MasterCf);
        return m_snapshot.masterCf();
    }
    const model::File &file(model::FileId id) const
    {
        if (id == model::FileId::MainCf || id == model::FileId::MasterCf)
            note(id == model::FileId::MainCf ? Whole::MainCf : Whole::MasterCf);
        return m_snapshot.file(id);
    }
    /// For those who asked for the ranges in it.
    const QByteArray &mainText() const { return m_snapshot.mainCf().text(); }
    const QByteArray &masterText() const { return m_snapshot.masterCf().text(); }
    /// Bytes of something that was asked for.
    QByteArray textAt(const model::Place &place) const
    {
        return m_snapshot.file(place.file).text().bytes(place.range);
    }
    bool hasMasterCf() const;

    bool hasTarget() const { return m_target != nullptr; }
    const Target &target() const { return *m_target; }
    bool isAdviceWanted() const { return m_isAdviceWanted; }
    const catalog::Version &version() const { return m_target->version; }
    const catalog::Reference &reference() const { return *m_target->reference; }
    const effective::Values &values() const
    {
        note(Wholes(Whole::Settings) | Whole::Services);
        return *m_values;
    }
    /// Of all that has a value.
    const QByteArrayList &valueNames() const
    {
        note(Whole::Names);
        return m_values->names();
    }
    /// For those who know better what they depend on.
    const effective::Values &valuesWithoutNote() const { return *m_values; }
    const catalog::Facts *factsOf(QByteArrayView parameter) const;

    /// All that are not commented out, main.cf first, in file order. Rules that look at each by itself use
    /// forEachAssignment().
    const QList<Assignment> &assignments() const
    {
        note(Whole::Settings);
        return m_assignments;
    }
    /// Calls `visit(index)` for each. What it does must depend on that assignment and what it notes only.
    template<typename Visit>
    void forEachIndex(Visit visit) const
    {
        Visited &visited = m_asking.visited;
        if (!m_asking.isByAssignment || visited.assignment >= 0) {
            note(Whole::Settings);
            for (qsizetype i = 0; i < m_assignments.size(); ++i)
                visit(i);
            return;
        }
        const QList<qsizetype> *focus = m_asking.focus;
        ++visited.part;
        for (qsizetype i = 0; i < (focus ? focus->size() : m_assignments.size()); ++i) {
            visited.assignment = focus ? (*focus)[i] : i;
            visit(visited.assignment);
        }
        visited = {visited.part + 1, -1};
    }
    qsizetype assignmentCount() const { return m_assignments.size(); }
    const Assignment &assignmentAt(qsizetype index) const { return m_assignments[index]; }
    /// What it comes to; null for one that is not in force or can't be judged.
    const TracedValue *judgedAt(qsizetype index) const;
    /// The one that decides; null when the default does.
    const Assignment *assignment(QByteArrayView name, qsizetype service = effective::noService) const
    {
        note(name);
        return assignmentOf(name, service);
    }
    bool isAssigned(QByteArrayView name) const { return assignment(name) != nullptr; }

    /// An assignment that is in force and can be judged, and what it comes to.
    struct Judged
    {
        const Assignment *assignment = nullptr;
        const TracedValue *value = nullptr;
    };
    /// Those of one parameter that are not spoilt by quotes or comments, and refer to nothing that isn't
    /// there.
    QList<Judged> judged(QByteArrayView name) const;
    QList<Judged> judged(const QSet<QByteArray> &names) const;

    std::optional<Definition> definition(QByteArrayView name, qsizetype service = effective::noService) const
    {
        note(name);
        return definitionOf(name, service);
    }
    /// Whether a name stands for something that the visited assignment refers to: see forEachAssignment().
    bool isDefined(QByteArrayView name, qsizetype service) const
    {
        return definitionOf(name, service).has_value();
    }
    bool isOverridden(QByteArrayView name) const;
    /// The effective value, with the places of its words; empty for a name that is not defined.
    const TracedValue &traced(QByteArrayView name, qsizetype service = effective::noService) const
    {
        note(name);
        return tracedOf(name, service);
    }
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

    const QList<effective::Service> &services() const
    {
        note(Whole::Services);
        return m_values->services();
    }
    const syntax::Service &row(const effective::Service &service) const
    {
        note(Whole::Services);
        return m_snapshot.masterCf().services()[service.index];
    }
    QByteArrayView fieldOf(const effective::Service &service, syntax::ServiceField field) const
    {
        return m_snapshot.masterCf().fieldOf(row(service), field);
    }
    model::Place placeOf(const effective::Service &service) const;
    /// True when a service of that name, unix or fifo, exists.
    bool hasTransport(QByteArrayView name) const;
    /// One that looks at main.cf alone when there is no master.cf.
    const QList<Listener> &listeners() const
    {
        note(Whole::Services);
        return m_listeners;
    }
    /// Whether its processes see nothing but the queue directory.
    bool isChrooted(const effective::Service &service) const;
    /// Whether strangers reach it.
    bool isPublic(const Listener &listener) const;

    /// The open file that the server knows by this path.
    std::optional<model::FileId> fileOf(const QByteArray &path) const;
    /// A number that grows with the level: 3.6 is 3006000; nothing when it can't be read.
    std::optional<qint64> compatibilityLevel() const;

private:
    struct Kept
    {
        std::shared_ptr<const void> value = nullptr;
        Reading reading = {};
    };

    /// An assignment as it stands in a file.
    struct Written
    {
        qsizetype service = effective::noService;
        syntax::ByteRange name;
        syntax::ByteRange value;
        qsizetype option = 0; ///< index into the settings, or the overrides of the row
    };
    void readMainCf(const Context *before);
    void readServices(const Context *before);
    void append(const QList<Written> &written, const Context *before);
    void append(Assignment assignment, qsizetype from);
    Assignment made(const Written &written) const;
    const QSet<QByteArray> &differing(qsizetype service) const;
    void readListeners();
    const Assignment *assignmentOf(QByteArrayView name, qsizetype service) const;
    std::optional<Definition> definitionOf(QByteArrayView name, qsizetype service) const;
    const TracedValue &tracedOf(QByteArrayView name, qsizetype service) const;

    model::Snapshot m_snapshot;
    const Target *m_target = nullptr;
    bool m_isAdviceWanted = false;
    std::optional<effective::Values> m_values;
    QList<Assignment> m_assignments;
    QList<qsizetype> m_from; ///< what they were in the state before; -1: they are new
    QHash<QByteArray, qsizetype> m_inMainCf; ///< name to the index of the one in force
    QList<QHash<QByteArray, qsizetype>> m_inServices;
    /// Names whose value is another for a service than for main.cf, once asked for.
    mutable QList<std::optional<QSet<QByteArray>>> m_differing;
    QList<Listener> m_listeners;

    IsCancelled m_isCancelled;
    std::shared_ptr<NameNumbers> m_numbers = std::make_shared<NameNumbers>();
    mutable Asking m_asking;
    mutable QHash<QByteArray, QList<qsizetype>> m_byName;
    mutable QHash<QByteArray, const catalog::Facts *> m_facts;
    mutable QHash<std::pair<qsizetype, QByteArray>, std::shared_ptr<const TracedValue>> m_traced;
    mutable QList<const TracedValue *> m_tracedAt; ///< of each assignment, once asked for
    mutable QHash<std::type_index, Kept> m_kept;
    QHash<std::type_index, Kept> m_previous;
};

} // namespace lint
