// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/restrictions/rules.h"

#include "core/restrictions/notes.h"

#include <algorithm>

namespace restrictions {

namespace {

using effective::Source;
using effective::Values;

/// Whether the items that the names stand for are those of the steps one by one: a name may hold half of a
/// step, and then nothing but the whole can be shown.
bool fitsTogether(const List &list, const Reach &reach, const Values &values, qsizetype service)
{
    if (!list.value.contains('$'))
        return true;
    QByteArrayList apart;
    for (const Step &step : list.steps) {
        const QList<Step> inside = step.form == Form::Part ? reach.stepsBehind(step) : QList<Step>();
        if (step.form == Form::Part) {
            for (const Step &inner : inside)
                apart.append((step.isWarning && &inner == &inside.first() ? "warn_if_reject " : "")
                             + inner.text);
        } else {
            apart.append(expandedText(values, step.text, service));
        }
    }
    QByteArrayList together;
    for (const Step &step : splitSteps(itemsOf(expandedText(values, list.value, service)), reach.words()))
        together.append(step.text);
    return apart == together;
}

bool isText(const QByteArray &bytes)
{
    return bytes.isValidUtf8() && std::ranges::none_of(bytes, [](char c) {
               const auto byte = static_cast<unsigned char>(c);
               return (byte < ' ' && c != '\t') || byte == 0x7f;
           });
}

List readList(const QByteArray &parameter, List::Kind kind, const Reach &reach, const Values &values,
              qsizetype service)
{
    const ListText text = listText(values, parameter, service);
    List list{.kind = kind,
              .parameter = parameter,
              .stage = kind == List::Kind::Stage ? stageOf(parameter) : std::nullopt,
              .source = text.source,
              .place = text.place,
              .value = text.value,
              .isEditable = isText(text.value)};
    list.steps = splitSteps(itemsOf(text.value), reach.words());
    if (!fitsTogether(list, reach, values, service))
        list.notes.append(Note{Note::Kind::Opaque, {}});
    reach.judge(list.steps, list.stage);
    noteSteps(list, reach, values, service);
    return list;
}

/// RCPT TO asks for relaying first from 3.6 on, unless told otherwise: smtpd_check_rcpt().
bool asksRelayFirst(const Values &values, qsizetype service)
{
    const auto value = values.value("smtpd_relay_before_recipient_restrictions", service);
    return value && value->expanded.toLower() == "yes";
}

QList<StageFacts> stagesInOrder(const Values &values, qsizetype service)
{
    QList<StageFacts> order = stages();
    if (!asksRelayFirst(values, service)) {
        const auto relay =
            std::ranges::find_if(order, [](const StageFacts &facts) { return facts.stage == Stage::Relay; });
        std::iter_swap(relay, relay + 1);
    }
    return order;
}

void addUsers(Rules &rules)
{
    for (const List &user : std::as_const(rules.lists)) {
        for (const Step &step : user.steps) {
            const QByteArray name = step.form == Form::Class ? step.word : step.partName();
            for (List &list : rules.lists) {
                if (!name.isEmpty() && list.kind != List::Kind::Stage && list.parameter == name
                    && !list.users.contains(user.parameter))
                    list.users.append(user.parameter);
            }
        }
    }
}

} // namespace

const List *Rules::list(QByteArrayView parameter) const
{
    const auto found =
        std::ranges::find_if(lists, [&](const List &list) { return list.parameter == parameter; });
    return found == lists.end() ? nullptr : &*found;
}

Rules rulesOf(const Values &values, const catalog::Reference &reference, qsizetype service)
{
    const Reach reach(values, reference, service);
    Rules rules;
    for (const StageFacts &facts : stagesInOrder(values, service)) {
        const List list = readList(facts.parameter, List::Kind::Stage, reach, values, service);
        // One that this version does not read is shown where somebody has set it.
        if (values.target().version >= facts.since || list.source != Source::Default)
            rules.lists.append(list);
    }
    const auto classes = values.value(classesParameter, service);
    for (const QByteArray &name : itemsOf(classes ? classes->expanded : QByteArray())) {
        if (!rules.list(name))
            rules.lists.append(readList(name, List::Kind::Class, reach, values, service));
    }
    for (qsizetype i = 0; i < rules.lists.size(); ++i) {
        for (const Step &step : QList<Step>(rules.lists[i].steps)) {
            const QByteArray name = step.partName();
            if (!name.isEmpty() && !rules.list(name) && values.value(name, service)
                && values.kindOf(name) == effective::NameKind::UserDefined)
                rules.lists.append(readList(name, List::Kind::Part, reach, values, service));
        }
    }
    noteLists(rules, reach, values, service);
    addUsers(rules);
    return rules;
}

} // namespace restrictions
