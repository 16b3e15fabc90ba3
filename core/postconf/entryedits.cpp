// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/postconf/entryedits.h"

#include "core/syntax/logicallines.h"

#include <QMap>

namespace postconf {

namespace {

using edits::Outcome;
using model::Draft;
using syntax::ServiceField;
using syntax::serviceFieldCount;

Outcome becomeColumns(Draft &draft, qsizetype index, const MasterEntry &wanted)
{
    for (int i = 0; i < serviceFieldCount; ++i) {
        if (auto refusal = setColumn(draft, index, static_cast<ServiceField>(i), wanted.words[i]))
            return refusal;
    }
    return std::nullopt;
}

Outcome becomeOverrides(Draft &draft, qsizetype index, const QList<EntryOverride> &wanted)
{
    QMap<QByteArray, QByteArray> values; // the last of a name counts
    for (const EntryOverride &one : wanted)
        values[one.name] = one.value;
    const syntax::Service before = draft.masterCf().services()[index];
    QByteArrayList superfluous;
    for (const syntax::Override &option : before.overrides) {
        const QByteArray name = draft.masterCf().nameOf(option).toByteArray();
        if (option.enabled && !values.contains(name) && !superfluous.contains(name))
            superfluous.append(name);
    }
    for (const QByteArray &name : std::as_const(superfluous)) {
        if (auto refusal = edits::removeOverride(draft, index, name))
            return refusal;
    }
    for (const EntryOverride &one : wanted) {
        if (auto refusal = edits::setOverride(draft, index, one.name, values[one.name]))
            return refusal;
    }
    return std::nullopt;
}

/// The words behind the command that are no overrides.
QByteArrayList plainWords(const MasterEntry &entry)
{
    QByteArrayList words = entry.words;
    const QList<EntryOverride> overrides = overridesOf(entry);
    for (auto it = overrides.crbegin(); it != overrides.crend(); ++it)
        words.remove(it->word - 1, 2);
    return words.sliced(serviceFieldCount);
}

} // namespace

MasterEntry entryAt(const syntax::MasterCf &masterCf, qsizetype index, Log &log)
{
    // Here postconf keeps the line ends: pcf_gobble_cf_line() in src/postconf/postconf_edit.c.
    const syntax::Service &service = masterCf.services()[index];
    const QByteArrayView file = QByteArrayView(masterCf.text()).first(service.whole.end);
    QByteArray text;
    syntax::LineScanner scanner(file, service.field(ServiceField::Name).begin);
    for (syntax::PhysicalLine line; scanner.next(line);) {
        if (line.kind == syntax::LineKind::Start || line.kind == syntax::LineKind::Continuation)
            text += line.range.in(file);
    }
    if (!text.endsWith('\n'))
        text += '\n';
    return parsedEntry(text, "master.cf", log).value_or(MasterEntry());
}

Outcome setColumn(Draft &draft, qsizetype index, ServiceField field, const QByteArray &value)
{
    const Outcome refusal = edits::setServiceField(draft, index, field, value);
    // Postfix's postconf does not mind two services of one name.
    if (!refusal || refusal->reason != edits::Refusal::Reason::AlreadyThere)
        return refusal;
    draft.replace(model::FileId::MasterCf, draft.masterCf().services()[index].field(field), value);
    return std::nullopt;
}

Outcome become(Draft &draft, qsizetype index, const MasterEntry &wanted)
{
    Outcome refusal = becomeColumns(draft, index, wanted);
    if (!refusal)
        refusal = becomeOverrides(draft, index, overridesOf(wanted));
    if (!refusal)
        refusal = edits::setServiceArguments(draft, index, plainWords(wanted));
    return refusal;
}

Outcome append(Draft &draft, const MasterEntry &wanted)
{
    const QByteArrayList &words = wanted.words;
    return edits::addService(draft, draft.masterCf().services().size(),
                             {.name = words[0],
                              .type = words[1],
                              .isPrivate = words[2],
                              .unprivileged = words[3],
                              .chroot = words[4],
                              .wakeup = words[5],
                              .processLimit = words[6],
                              .command = words[7],
                              .arguments = words.sliced(serviceFieldCount)});
}

Outcome setOverrides(Draft &draft, qsizetype index, const QByteArray &name, const QByteArray &value)
{
    const QList<syntax::Override> overrides = draft.masterCf().services()[index].overrides;
    for (qsizetype i = overrides.size() - 1; i >= 0; --i) {
        if (!overrides[i].enabled || draft.masterCf().nameOf(overrides[i]) != name)
            continue;
        if (auto refusal = edits::replaceOverride(draft, index, i, name, value))
            return refusal;
    }
    return edits::setOverride(draft, index, name, value);
}

} // namespace postconf
