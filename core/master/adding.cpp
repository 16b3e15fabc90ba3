// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/master/adding.h"

#include "core/edits/parameteredits.h"

#include <algorithm>

namespace master {

using edits::Outcome;
using edits::ServiceSpec;
using syntax::MasterCf;
using syntax::ServiceField;

namespace {

qsizetype switchedOff(const MasterCf &file, const ServiceSpec &spec)
{
    const auto found = std::ranges::find_if(file.services(), [&](const syntax::Service &service) {
        return !service.enabled && file.fieldOf(service, ServiceField::Name) == spec.name
            && file.fieldOf(service, ServiceField::Type) == spec.type
            && file.programOf(service) == spec.command;
    });
    return found == file.services().end() ? -1 : found - file.services().begin();
}

Outcome switchOn(model::Draft &draft, qsizetype index, const ServiceSpec &spec)
{
    if (Outcome refused = edits::setServiceEnabled(draft, index, true))
        return refused;
    for (qsizetype i = 0; i + 1 < spec.arguments.size(); ++i) {
        if (spec.arguments[i] != "-o")
            continue;
        const QByteArray &option = spec.arguments[++i];
        const qsizetype equals = option.indexOf('=');
        const QByteArray name = option.first(equals);
        const MasterCf &file = draft.masterCf();
        if (file.overrideOf(file.services()[index], name))
            continue;
        if (Outcome refused = edits::setOverride(draft, index, name, option.sliced(equals + 1)))
            return refused;
    }
    return {};
}

} // namespace

Outcome addTemplate(model::Draft &draft, qsizetype before, const Template &chosen)
{
    model::Draft trial = draft;
    const qsizetype off = switchedOff(trial.masterCf(), chosen.spec);
    if (Outcome refused =
            off >= 0 ? switchOn(trial, off, chosen.spec) : edits::addService(trial, before, chosen.spec))
        return refused;
    for (const Companion &companion : chosen.companions) {
        const QByteArray name = chosen.spec.name + companion.suffix;
        if (trial.mainCf().find(name))
            continue;
        if (Outcome refused = edits::setParameter(trial, name, companion.value))
            return refused;
    }
    draft = trial;
    return {};
}

QByteArray freeName(const MasterCf &file, const QByteArray &name, const QByteArray &type)
{
    const auto isTaken = [&](const QByteArray &candidate) {
        return std::ranges::any_of(file.services(), [&](const syntax::Service &service) {
            return file.fieldOf(service, ServiceField::Name) == candidate
                && file.fieldOf(service, ServiceField::Type) == type;
        });
    };
    QByteArray free;
    if (type == "inet") {
        // A port: the next one, or one that nobody else uses.
        const QByteArray host = name.first(name.lastIndexOf(':') + 1);
        constexpr int firstFree = 10025;
        bool isNumber = false;
        int port = name.sliced(host.size()).toInt(&isNumber);
        port = isNumber ? port : firstFree - 1;
        do
            free = host + QByteArray::number(++port);
        while (isTaken(free));
        return free;
    }
    int number = 2;
    do
        free = name + '-' + QByteArray::number(number++);
    while (isTaken(free));
    return free;
}

} // namespace master
