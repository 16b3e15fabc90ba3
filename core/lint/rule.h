// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/draft.h"

#include <QByteArrayList>

#include <functional>

namespace lint {

enum class Severity : quint8 { Info, Warning, Error };

struct Rule;

/// A way out. Runs when the user takes it, on the configuration as it is then: it finds its target again.
struct Fix
{
    const char *title = nullptr; ///< translation context "lint"
    std::function<void(model::Draft &)> apply;
};

struct Finding
{
    const Rule *rule = nullptr;
    model::Place place;
    QByteArrayList arguments = {}; ///< for %1, %2 ... of Rule::message
    QList<Fix> fixes = {};
    QList<model::Place> related = {};
};

using Findings = QList<Finding>;

/// Where a check puts what it finds.
class Report
{
public:
    Report(const Rule &rule, Findings &findings) : m_rule(rule), m_findings(findings) { }

    Finding &add(const model::Place &place, const QByteArrayList &arguments = {})
    {
        m_findings.append(Finding{.rule = &m_rule, .place = place, .arguments = arguments});
        return m_findings.last();
    }

private:
    const Rule &m_rule;
    Findings &m_findings;
};

/// One thing that can be wrong: a row of data and one pure function.
struct Rule
{
    const char *id; ///< stable; users write it in their settings
    Severity severity;
    const char *message; ///< translation context "lint"
    void (*check)(const model::Snapshot &, Report &);
};

/// The sentence of a finding, in the language of the program.
QString messageOf(const Finding &finding);

} // namespace lint
