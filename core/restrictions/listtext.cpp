// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/restrictions/listtext.h"

#include "core/syntax/listvalue.h"

namespace restrictions {

using effective::Source;
using effective::Values;

ListText listText(const Values &values, QByteArrayView parameter, qsizetype service)
{
    const auto value = values.value(parameter, service);
    if (!value)
        return {};
    ListText text{.value = value->unexpanded, .source = value->source};
    if (text.source == Source::Default) {
        text.value = value->expanded;
        return text;
    }
    const QList<effective::Origin> origins = values.originsOf(parameter, service);
    if (!origins.isEmpty())
        text.place = origins.first().place;
    return text;
}

QSet<QByteArray> classesIn(const Values &values, qsizetype service)
{
    const auto value = values.value(classesParameter, service);
    QSet<QByteArray> classes;
    for (const QByteArray &name : itemsOf(value ? value->expanded : QByteArray()))
        classes.insert(name);
    return classes;
}

QByteArray expandedText(const Values &values, const QByteArray &text, qsizetype service)
{
    if (!text.contains('$'))
        return text;
    const auto lookUp = [&](QByteArrayView name) -> std::optional<syntax::NamedValue> {
        const auto value = values.value(name, service);
        return value ? std::optional(syntax::NamedValue(value->unexpanded)) : std::nullopt;
    };
    return syntax::expand(text, lookUp, effective::expansionRules(values.target().version)).text;
}

QByteArrayList itemsOf(const QByteArray &value)
{
    QByteArrayList items;
    for (const syntax::ListItem &item : syntax::listItems(value))
        items.append(item.range.in(value).toByteArray());
    return items;
}

} // namespace restrictions
