// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/effective/defaults.h"
#include "core/effective/names.h"

#include <functional>

namespace effective {

/// Works out the values of some names of one scope, each once: a name that others refer to comes first. No
/// chain of names is too long for it. Names in a circle are read by Postfix's own rules, each for itself: the
/// circle may be one that no value takes, and where one does these rules give up.
class Evaluation
{
public:
    struct Scope
    {
        /// What a name stands for; nothing when it is not defined.
        std::function<std::optional<Definition>(int id)> definition;
        /// True for a name whose value `settled` has.
        std::function<bool(int id)> isSettled;
        /// Null when the name is not defined.
        std::function<const Entry *(int id)> settled;
    };

    Evaluation(Names &names, const Target &target, Scope scope);

    /// Also every name that these need and that is not settled.
    void evaluate(const QList<int> &ids);

    /// A null entry says that the name is not defined.
    const QHash<int, EntryPointer> &results() const { return m_results; }

private:
    /// A name that is being worked on: on its way from open() to close().
    struct Pending
    {
        std::optional<Definition> definition = {};
        QList<int> references = {};
        qsizetype next = 0; ///< into the references
        int order = 0; ///< when it was opened
        int lowest = 0; ///< the earliest opened that it leads to: Tarjan's way to find circles
    };

    bool isReady(int id) const { return m_results.contains(id) || m_scope.isSettled(id); }
    const Entry *ready(int id) const;
    void open(int id);
    void close(int id);
    void finish(const QList<int> &circle);
    EntryPointer entryFor(const Pending &pending, bool isCircle);
    QByteArray madeText(const Pending &pending);
    QList<int> referencesOf(const Definition &definition);
    std::optional<syntax::NamedValue> valueOf(QByteArrayView name);

    Names &m_names;
    const Target &m_target;
    Scope m_scope;
    syntax::ExpansionRules m_rules;
    QHash<int, EntryPointer> m_results;
    QHash<int, Pending> m_pending;
    QList<int> m_path; ///< from the name that was asked for to the one that is looked at
    QList<int> m_stack; ///< opened, and not known yet to be in no circle or another
    int m_opened = 0;
};

} // namespace effective
