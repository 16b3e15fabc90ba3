// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/filters/milters.h"

#include "core/edits/parameteredits.h"
#include "core/syntax/listvalue.h"

#include <QCoreApplication>

namespace filters {

using edits::Outcome;
using edits::Refusal;

namespace {

constexpr const char *networkMail = "smtpd_milters";
constexpr const char *localMail = "non_smtpd_milters";

Outcome append(model::Draft &draft, const char *parameter, const QByteArray &item)
{
    const QByteArrayList items = edits::listItemsOf(draft.snapshot(), parameter);
    if (items.contains(item))
        return {};
    return items.isEmpty() ? edits::setParameter(draft, parameter, item)
                           : edits::insertListItem(draft, parameter, items.size(), item);
}

} // namespace

std::optional<Milter> readMilter(const QByteArray &item)
{
    if (!item.startsWith('{')) {
        const auto endpoint = readEndpoint(item);
        return endpoint ? std::optional(Milter{*endpoint}) : std::nullopt;
    }
    if (!item.endsWith('}'))
        return std::nullopt;
    // In braces settings are kept apart by commas: parse_milter() in src/milter/milter.c.
    const QByteArrayList parts = item.sliced(1, item.size() - 2).split(',');
    const auto endpoint = readEndpoint(parts.first().trimmed());
    if (!endpoint)
        return std::nullopt;
    Milter milter{*endpoint};
    for (const QByteArray &part : parts.sliced(1)) {
        const qsizetype equals = part.indexOf('=');
        if (equals < 0 && !part.trimmed().isEmpty())
            return std::nullopt;
        if (equals >= 0)
            milter.settings.append(
                std::pair(part.first(equals).trimmed(), part.sliced(equals + 1).trimmed()));
    }
    return milter;
}

QByteArray writtenMilter(const Milter &milter)
{
    QByteArray text = writtenEndpoint(milter.endpoint);
    if (milter.settings.isEmpty())
        return text;
    for (const auto &[name, value] : milter.settings)
        text += ", " + name + " = " + value;
    return "{ " + text + " }";
}

Outcome addMilter(model::Draft &draft, const Milter &milter, bool alsoLocalMail)
{
    const QByteArray item = writtenMilter(milter);
    if (!milter.endpoint.isComplete() || !readMilter(item))
        return Refusal{
            Refusal::Reason::BadValue, item,
            QCoreApplication::translate(
                "filters", "Give the host and the port, or the file name of the socket, without blanks.")};
    model::Draft trial = draft;
    if (Outcome refused = append(trial, networkMail, item))
        return refused;
    if (alsoLocalMail) {
        const QByteArrayList local = edits::listItemsOf(trial.snapshot(), localMail);
        const bool isSame = local.contains("$smtpd_milters") || local.contains("${smtpd_milters}");
        Outcome refused = isSame ? Outcome()
            : local.isEmpty()    ? edits::setParameter(trial, localMail, "$smtpd_milters")
                                 : append(trial, localMail, item);
        if (refused)
            return refused;
    }
    draft = trial;
    return {};
}

} // namespace filters
