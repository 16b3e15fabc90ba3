// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lint/context.h"
#include "core/model/draft.h"

#include <QByteArrayList>

#include <functional>

namespace lint {

enum class Severity : quint8 { Info, Warning, Error };

/// How much is wanted.
enum class Profile : quint8 {
    Normal, ///< what is wrong
    Advice ///< also good practices that are missing although nothing written is wrong
};

class Movement;
struct Rule;

/// A way out. Runs when the user takes it, on the configuration as it is then: it finds its target again.
struct Fix
{
    const char *title = nullptr; ///< translation context "lint"
    std::function<void(model::Draft &)> apply;
    /// The same after an edit, or nothing when it touched the target; null for one found by its name.
    std::function<std::optional<Fix>(const Movement &)> moved = {};
};

struct Finding
{
    const Rule *rule = nullptr;
    model::Place place; ///< says nothing where the file is not open
    QByteArrayList arguments = {}; ///< for %1, %2 ... of Rule::message
    QList<Fix> fixes = {};
    QList<model::Place> related = {};
    QByteArray unopened = {}; ///< the name, as shown, of a file that is not open: it is about all of that
};

using Findings = QList<Finding>;

/// Where a check puts what it finds, and which assignment it looked at.
class Report
{
public:
    Report(const Rule &rule, Findings &findings) : m_rule(rule), m_findings(findings) { }
    Report(const Rule &rule, Findings &findings, const Context &context, QList<Visited> &visits)
        : m_rule(rule), m_findings(findings), m_context(&context), m_visits(&visits)
    {
    }

    Finding &add(const model::Place &place, const QByteArrayList &arguments = {})
    {
        return append(Finding{.rule = &m_rule, .place = place, .arguments = arguments});
    }
    /// About a file that is not open.
    Finding &addFile(const QByteArray &name, const QByteArrayList &arguments = {})
    {
        return append(Finding{.rule = &m_rule, .place = {}, .arguments = arguments, .unopened = name});
    }

private:
    Finding &append(const Finding &finding)
    {
        m_findings.append(finding);
        if (m_visits)
            m_visits->append(m_context->visited());
        return m_findings.last();
    }

    const Rule &m_rule;
    Findings &m_findings;
    const Context *m_context = nullptr;
    QList<Visited> *m_visits = nullptr; ///< one for each finding
};

/// What a rule looks at. An edit that touches nothing of it can't change what the rule finds.
enum class Reads : quint8 {
    Bytes = 0x01, ///< of every file; such rules need no target
    Settings = 0x02, ///< main.cf and the overrides of services
    Services = 0x04, ///< the rows of master.cf
    Tables = 0x08, ///< the rows of lookup tables
    Files = 0x10 ///< what is known about the server's files
};
Q_DECLARE_FLAGS(ReadsFlags, Reads)
Q_DECLARE_OPERATORS_FOR_FLAGS(ReadsFlags)

/// One thing that can be wrong: a row of data and one pure function.
struct Rule
{
    const char *id; ///< stable; users write it in their settings
    const char *title; ///< a few words; translation context "lint", as for the next two
    Severity severity;
    bool isAdvice;
    const char *message;
    const char *explanation; ///< why it matters
    const char *manual; ///< the part of the manual by name; may be empty
    catalog::Version since; ///< targets before this are not judged
    ReadsFlags reads;
    void (*check)(const Context &, Report &);
};

/// The file that a finding is about, as it is shown.
QString fileNameOf(const Finding &finding, const model::Snapshot &snapshot);
/// The sentence of a finding, in the language of the program.
QString messageOf(const Finding &finding);

} // namespace lint
