// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/edits/servicemeaning.h"

#include <algorithm>

namespace edits {

using syntax::MasterCf;
using syntax::Service;

namespace {

/// As comparing meaningOf() of both, without making copies.
bool meanTheSame(const MasterCf &file, const Service &service, const MasterCf &otherFile,
                 const Service &other)
{
    if (service.enabled != other.enabled || service.overrides.size() != other.overrides.size()
        || service.arguments.size() != other.arguments.size())
        return false;
    const auto same = [&](syntax::ByteRange range, syntax::ByteRange otherRange) {
        return range.in(file.text()) == otherRange.in(otherFile.text());
    };
    for (size_t i = 0; i < service.fields.size(); ++i) {
        if (!same(service.fields[i], other.fields[i]))
            return false;
    }
    for (qsizetype i = 0; i < service.overrides.size(); ++i) {
        const syntax::Override &option = service.overrides[i];
        const syntax::Override &otherOption = other.overrides[i];
        if (option.enabled != otherOption.enabled || !same(option.name, otherOption.name)
            || !same(option.value, otherOption.value))
            return false;
    }
    return std::equal(service.arguments.begin(), service.arguments.end(), other.arguments.begin(),
                      [&](const syntax::Argument &argument, const syntax::Argument &otherArgument) {
                          return same(argument.range, otherArgument.range);
                      });
}

bool sameStrays(const MasterCf &file, const MasterCf &other)
{
    return std::equal(file.strays().begin(), file.strays().end(), other.strays().begin(),
                      other.strays().end(),
                      [&](const syntax::StrayLine &stray, const syntax::StrayLine &otherStray) {
                          return stray.kind == otherStray.kind
                              && trimmed(file.text(), stray.range).in(file.text())
                              == trimmed(other.text(), otherStray.range).in(other.text());
                      });
}

} // namespace

ServiceMeaning meaningOf(const MasterCf &file, const Service &service)
{
    ServiceMeaning meaning;
    for (size_t i = 0; i < service.fields.size(); ++i)
        meaning.fields[i] = service.fields[i].in(file.text()).toByteArray();
    for (const syntax::Override &option : service.overrides) {
        (option.enabled ? meaning.inForce : meaning.off)
            .append({file.nameOf(option).toByteArray(), file.valueOf(option), option.enabled});
    }
    for (const syntax::Argument &argument : service.arguments)
        meaning.arguments.append(file.argumentOf(argument));
    meaning.enabled = service.enabled;
    return meaning;
}

bool isFulfilled(const ServiceIntent &intent, const MasterCf &before, const MasterCf &after)
{
    const qsizetype grown = intent.after.size() - (intent.last - intent.first);
    if (after.services().size() != before.services().size() + grown || !sameStrays(before, after))
        return false;
    for (qsizetype i = 0; i < intent.first; ++i) {
        if (!meanTheSame(before, before.services()[i], after, after.services()[i]))
            return false;
    }
    for (qsizetype i = 0; i < intent.after.size(); ++i) {
        if (meaningOf(after, after.services()[intent.first + i]) != intent.after[i])
            return false;
    }
    for (qsizetype i = intent.last; i < before.services().size(); ++i) {
        if (!meanTheSame(before, before.services()[i], after, after.services()[i + grown]))
            return false;
    }
    return true;
}

Outcome checkedEditable(const model::Draft &draft)
{
    const model::File &file = draft.snapshot().file(model::FileId::MasterCf);
    if (!file.isEditable())
        return Refusal{Refusal::Reason::NotEditable, file.info().name.toUtf8()};
    return {};
}

Outcome checkedService(const model::Draft &draft, qsizetype index)
{
    if (const Outcome refused = checkedEditable(draft))
        return refused;
    if (index < 0 || index >= draft.masterCf().services().size())
        return Refusal{Refusal::Reason::NotThere, "master.cf"};
    return {};
}

} // namespace edits
