// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/completion/completion.h"
#include "core/completion/context.h"
#include "core/usages/roles.h"

#include <QSet>

namespace completion {

/// Collects the candidates that go with what has been typed, each once.
class Gatherer
{
public:
    explicit Gatherer(const QByteArray &typed) : m_typed(typed.toLower()) { }

    /// Whether it is worth making a candidate of that name.
    bool matches(QByteArrayView text) const { return rankOf(text) >= 0; }
    /// A lower `order` comes first among those that match as well. Without `inserted` it is the text.
    void add(Candidate candidate, int order = 0);

    QList<Candidate> take();

private:
    struct Ranked
    {
        Candidate candidate;
        int rank = 0;
        int order = 0;
    };

    int rankOf(QByteArrayView text) const;

    QByteArray m_typed;
    QList<Ranked> m_found;
    QSet<QByteArray> m_seen;
};

/// All that candidates are made from.
struct Desk
{
    const model::Snapshot &snapshot;
    const Known &known;
    const usages::Roles &roles;
    model::FileId file = model::FileId::MainCf;
};

void addParameterNames(const Desk &desk, const Context &context, Gatherer &gatherer);
void addReferences(const Desk &desk, const Context &context, Gatherer &gatherer);
/// Returns true where a sign in front of the word asks for one of them.
bool addValues(const Desk &desk, const Context &context, Gatherer &gatherer);
void addRestrictions(const Desk &desk, const Context &context, QByteArrayView list, Gatherer &gatherer);
void addTableTypes(const Desk &desk, Gatherer &gatherer);
void addTableNames(const Desk &desk, QByteArrayView type, Gatherer &gatherer);
/// The names that others reach services by; with `suffix` behind them.
void addServices(const Desk &desk, const QByteArray &suffix, bool onlyTransports, Gatherer &gatherer);
void addFields(const Desk &desk, const Context &context, Gatherer &gatherer);
void addArguments(const Desk &desk, const Context &context, Gatherer &gatherer);
bool addResults(const Desk &desk, const Context &context, Gatherer &gatherer);

} // namespace completion
