// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/usages/rename.h"

#include "core/usages/renaming.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace usages {

using edits::Outcome;
using edits::Refusal;
using Reason = Refusal::Reason;

namespace {

/// What `$name` can refer to: MAC_EXP in src/util/mac_expand.c.
bool isReferable(const QByteArray &name)
{
    return !name.isEmpty() && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    });
}

/// Whether smtpd would take the word for a restriction rather than for a class.
bool isRestriction(const QByteArray &name)
{
    static constexpr std::array words{"permit", "reject", "defer", "sleep", "warn_if_reject"};
    static constexpr std::array beginnings{"permit_", "reject_", "defer_", "check_"};
    return std::any_of(words.begin(), words.end(), [&](const char *word) { return name == word; })
        || std::any_of(beginnings.begin(), beginnings.end(),
                       [&](const char *beginning) { return name.startsWith(beginning); });
}

} // namespace

Outcome renamingRefused(const Index &index, const Symbol &symbol)
{
    // Named as such in Postfix itself, in no parameter: src/global/anvil_clnt.h, src/global/mail_proto.h.
    const bool isFixed = symbol.kind == Symbol::Kind::Service && !symbol.isNetwork
        && (symbol.name == "anvil" || symbol.name == "retry");
    if (isFixed)
        return Refusal{Reason::BuiltIn, symbol.name};
    if (symbol.kind == Symbol::Kind::Parameter)
        return checkedFree(index.roles(), index.snapshot(), symbol.name);
    if (symbol.kind == Symbol::Kind::Table) {
        return Refusal{
            Reason::BuiltIn, symbol.name,
            QCoreApplication::translate("edits", QT_TRANSLATE_NOOP("edits", "It is the name of a file."))};
    }
    return {};
}

Outcome renameParameter(model::Draft &draft, const catalog::Catalog &catalog, const QByteArray &from,
                        const QByteArray &to)
{
    const Index index(draft.snapshot(), catalog);
    const Symbol symbol{Symbol::Kind::Parameter, from};
    if (Outcome refused = renamingRefused(index, symbol))
        return refused;
    const Usages usages = index.of(symbol);
    if (usages.isEmpty())
        return Refusal{Reason::NotThere, from};
    if (to.isEmpty())
        return Refusal{Reason::EmptyName, to};
    if (to == from)
        return {};
    if (!isReferable(to)) {
        return Refusal{Reason::BadName, to,
                       QCoreApplication::translate(
                           "edits", QT_TRANSLATE_NOOP("edits", "Use letters, digits and “_” only."))};
    }
    if (index.roles().isClass(from) && isRestriction(to))
        return Refusal{Reason::BuiltIn, to};
    if (Outcome refused = checkedFree(index.roles(), draft.snapshot(), to))
        return refused;
    const Symbol renamed{Symbol::Kind::Parameter, to};
    if (Outcome refused = checkedUnused(index, renamed))
        return refused;

    model::Draft trial = draft;
    replaceNames(trial, usages, from, to);
    const Index after(trial.snapshot(), catalog);
    if (!after.of(symbol).isEmpty() || after.of(renamed).size() != usages.size())
        return Refusal{Reason::BadValue, to};
    draft = trial;
    return {};
}

} // namespace usages
