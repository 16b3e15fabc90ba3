// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/filters/dnslists.h"

#include "core/edits/parameteredits.h"
#include "core/filters/steps.h"

#include <QCoreApplication>

#include <algorithm>

namespace filters {

using edits::Outcome;
using edits::Refusal;

namespace {

constexpr const char *sites = "postscreen_dnsbl_sites";

bool isWord(const QByteArray &text)
{
    return std::ranges::none_of(text, [](char c) {
        return static_cast<unsigned char>(c) <= ' ' || c == ',' || c == '{' || c == '}';
    });
}

Outcome checked(const DnsList &list)
{
    if (readDnsList(writtenDnsList(list)) == list)
        return {};
    return Refusal{
        Refusal::Reason::BadValue, list.domain,
        QCoreApplication::translate(
            "filters",
            "Give the domain of the list, like zen.example.org; answers are like 127.0.0.[2..11].")};
}

} // namespace

std::optional<DnsList> readDnsList(const QByteArray &item)
{
    DnsList list;
    QByteArray rest = item;
    if (const qsizetype star = rest.lastIndexOf('*'); star >= 0) {
        bool isNumber = false;
        list.weight = rest.sliced(star + 1).toInt(&isNumber);
        if (!isNumber)
            return std::nullopt;
        rest = rest.first(star);
    }
    const qsizetype equals = rest.indexOf('=');
    list.domain = equals < 0 ? rest : rest.first(equals);
    list.answers = equals < 0 ? QByteArray() : rest.sliced(equals + 1);
    const bool isDomain = list.domain.contains('.') && isWord(list.domain);
    return isDomain && isWord(list.answers) ? std::optional(list) : std::nullopt;
}

QByteArray writtenDnsList(const DnsList &list)
{
    QByteArray text = list.domain;
    if (!list.answers.isEmpty())
        text += '=' + list.answers;
    return list.weight == 1 ? text : text + '*' + QByteArray::number(list.weight);
}

Outcome addToPostscreen(model::Draft &draft, const DnsList &list)
{
    if (Outcome refused = checked(list))
        return refused;
    const QByteArrayList items = edits::listItemsOf(draft.snapshot(), sites);
    const QByteArray item = writtenDnsList(list);
    for (qsizetype i = 0; i < items.size(); ++i) {
        const auto known = readDnsList(items[i]);
        if (known && known->domain == list.domain && known->answers == list.answers)
            return edits::replaceListItem(draft, sites, i, item);
    }
    return items.isEmpty() ? edits::setParameter(draft, sites, item)
                           : edits::insertListItem(draft, sites, items.size(), item);
}

Outcome addToSmtpd(model::Draft &draft, const DnsList &list, const effective::Target &target)
{
    if (Outcome refused = checked(list))
        return refused;
    return addRecipientTest(draft, "reject_rbl_client", writtenDnsList({list.domain, list.answers, 1}),
                            target);
}

} // namespace filters
