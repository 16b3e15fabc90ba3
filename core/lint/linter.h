// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lint/role.h"
#include "core/lint/rule.h"

#include <memory>

namespace lint {

/// Runs all rules over one state of a configuration after another: after an edit only those that the edit can
/// reach, with what is known of the state before. What it finds is what a run from nothing finds. Not to be
/// shared between threads, but it may go from one to another.
class Linter
{
public:
    explicit Linter(Target target, Profile profile = Profile::Normal);
    ~Linter();
    Linter(const Linter &) = delete;
    Linter &operator=(const Linter &) = delete;
    Linter(Linter &&) = delete;
    Linter &operator=(Linter &&) = delete;

    /// In the order of files and places. The same rule at the same line is one finding. Nothing when it was
    /// cancelled; the next run then starts from the state before.
    Findings findingsIn(const model::Snapshot &snapshot, const Context::IsCancelled &isCancelled = {});
    /// How many rules the last run ran.
    int rulesRun() const { return m_rulesRun; }

private:
    /// What a rule found last, and what that depends on.
    struct Known
    {
        bool isKnown = false;
        bool hasLoops = false; ///< over assignments, one by one
        Findings findings = {};
        QList<Visited> visits = {}; ///< for each of them
        Reading reading = {};

        void sort();
    };

    bool isWanted(const Rule &rule, Roles roles) const;
    void run(const Rule &rule, const Context &context, Known &known);
    static bool update(const Rule &rule, const Context &context, const Context::Difference &difference,
                       const Movement &movement, Known &known);

    Target m_target;
    Profile m_profile;
    std::unique_ptr<const Context> m_context; ///< of the last state; null before the first
    model::Snapshot m_before; ///< the same
    QList<Known> m_known; ///< by rule
    int m_rulesRun = 0;
};

/// In the order of places; the same rule at the same line only once.
Findings inOrder(Findings findings, const model::Snapshot &snapshot);

} // namespace lint
