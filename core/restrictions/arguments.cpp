// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/restrictions/arguments.h"

#include "core/restrictions/listtext.h"
#include "core/restrictions/splitting.h"
#include "core/restrictions/stages.h"

#include <QSet>

#include <algorithm>

namespace restrictions {

namespace {

using catalog::Argument;
using catalog::Reference;
using catalog::Restriction;
using catalog::Version;
using Problem = ArgumentProblem;

Problem tableProblem(QByteArrayView text, const Reference &reference, const Version &version)
{
    const qsizetype colon = text.indexOf(':');
    if (colon <= 0)
        return Problem::NoColon;
    // "proxy:hash:/etc/postfix/x"
    const QByteArrayView type = text.first(colon);
    const catalog::TableType *known = reference.tableType(type);
    if (!known || version < known->since)
        return Problem::UnknownType;
    const QByteArrayView name = text.sliced(colon + 1);
    if (name.isEmpty())
        return Problem::NoName;
    return type == "proxy" ? tableProblem(name, reference, version) : Problem::None;
}

Problem endpointProblem(QByteArrayView text)
{
    const qsizetype colon = text.indexOf(':');
    if (colon <= 0)
        return Problem::NoColon;
    const QByteArrayView type = text.first(colon);
    const QByteArrayView name = text.sliced(colon + 1);
    if (type != "inet" && type != "unix" && type != "local")
        return Problem::UnknownEndpoint;
    if (name.isEmpty())
        return Problem::NoName;
    return type == "inet" && !name.contains(':') ? Problem::NoPort : Problem::None;
}

/// "zen.example.org", "zen.example.org=127.0.0.[2..11]"
Problem domainProblem(QByteArrayView text)
{
    const qsizetype equals = text.indexOf('=');
    const QByteArrayView domain = equals < 0 ? text : text.first(equals);
    const bool isDomain = domain.contains('.') && !domain.startsWith('.')
        && std::ranges::none_of(domain, [](char c) { return c == ':' || c == '/' || c == '@'; });
    return isDomain ? Problem::None : Problem::NotDomain;
}

Problem numberProblem(QByteArrayView text)
{
    const bool isNumber = std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
    return isNumber ? Problem::None : Problem::NotNumber;
}

} // namespace

Problem problemOf(const Restriction &restriction, const QByteArray &argument, const Reference &reference,
                  const Version &version)
{
    const QByteArray text = argument.trimmed();
    if (restriction.argument == Argument::None)
        return Problem::None;
    if (text.isEmpty())
        return Problem::Missing;
    if (text.count('{') != text.count('}'))
        return Problem::OpenBrace;
    const QByteArrayList items = itemsOf(text);
    if (items.size() != 1)
        return items.size() == 2 && items.first().endsWith(':') ? Problem::BlankBehindColon
                                                                : Problem::SeveralItems;
    QByteArray inner = text;
    if (text.startsWith('{')) {
        constexpr Version braces{3, 0, 0};
        if (version < restriction.attributesSince.value_or(braces))
            return Problem::BracesTooNew;
        const QByteArrayList attributes = itemsOf(text.sliced(1, text.size() - 2));
        inner = attributes.isEmpty() ? QByteArray() : attributes.first();
        if (inner.isEmpty())
            return Problem::Missing;
    }
    if (inner.contains('$'))
        return Problem::None;
    switch (restriction.argument) {
    case Argument::Table:
        return tableProblem(inner, reference, version);
    case Argument::Service:
        return endpointProblem(inner);
    case Argument::BlockList:
        return domainProblem(inner);
    case Argument::Seconds:
        return numberProblem(inner);
    case Argument::None:
        break;
    }
    return Problem::None;
}

QByteArrayList argumentsInUse(Argument kind, const effective::Values &values, const Reference &reference)
{
    QSet<QByteArray> found;
    const Vocabulary words{.reference = &reference, .classes = classesIn(values, effective::noService)};
    const auto look = [&](const QByteArray &name, qsizetype service) {
        const auto value = values.value(name, service);
        if (!value || value->source == effective::Source::Default)
            return;
        const bool isList = stageOf(name) || words.classes.contains(name);
        const QByteArrayList items = itemsOf(value->unexpanded);
        if (kind == Argument::Table && !isList) {
            for (const QByteArray &item : items) {
                const qsizetype colon = item.indexOf(':');
                if (colon > 0 && reference.tableType(item.first(colon)))
                    found.insert(item);
            }
        }
        for (const Step &step : isList ? splitSteps(items, words) : QList<Step>()) {
            if (step.restriction && step.restriction->argument == kind && !step.argument.isEmpty())
                found.insert(step.argument);
        }
    };
    for (const QByteArray &name : values.names())
        look(name, effective::noService);
    for (qsizetype i = 0; i < values.services().size(); ++i) {
        for (const QByteArray &name : values.differingNames(i))
            look(name, i);
    }
    QByteArrayList list(found.begin(), found.end());
    std::ranges::sort(list);
    return list;
}

} // namespace restrictions
