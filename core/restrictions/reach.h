// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/restrictions/listtext.h"
#include "core/restrictions/splitting.h"
#include "core/restrictions/stages.h"

namespace restrictions {

/// What steps do, as generic_checks() in src/smtpd/smtpd_check.c does it.
class Reach
{
public:
    /// Both outlive it. `service` is an index into values.services().
    Reach(const effective::Values &values, const catalog::Reference &reference, qsizetype service);

    const Vocabulary &words() const { return m_words; }
    /// Gives the steps their verdicts, and marks those that are never asked or say nothing new. Without a
    /// stage it is the list of a class.
    void judge(QList<Step> &steps, std::optional<Stage> stage) const;
    /// Whether smtpd finds one of the steps there without which it does not start: has_required().
    bool hasRelayGuard(const QList<Step> &steps) const;
    /// The steps that a class or a `$name` stands for.
    QList<Step> stepsBehind(const Step &step) const;

private:
    Verdict verdictOf(const Step &step, std::optional<Stage> stage, int depth) const;
    Verdict knownVerdict(const Step &step) const;
    Verdict insideVerdict(const Step &step, std::optional<Stage> stage, int depth) const;
    bool endsList(const Step &step, std::optional<Stage> stage, int depth = 0) const;
    bool hasRelayGuard(const QList<Step> &steps, int depth) const;

    const effective::Values &m_values;
    qsizetype m_service;
    Vocabulary m_words;
};

/// Nothing behind such a step is asked.
constexpr bool isFinal(Verdict verdict)
{
    return verdict == Verdict::Permits || verdict == Verdict::Rejects || verdict == Verdict::Fails;
}

} // namespace restrictions
