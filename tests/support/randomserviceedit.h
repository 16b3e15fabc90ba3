// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/edits/serviceedits.h"
#include "tests/support/masterreading.h"
#include "tests/support/randomsource.h"

#include <QMap>

namespace support {

using edits::Outcome;
using model::Draft;
using syntax::ServiceField;

/// Index among the services in force of the first one at or after service `index`.
inline qsizetype placeInForce(const MasterCf &file, qsizetype index)
{
    return std::count_if(file.services().begin(), file.services().begin() + index,
                         [](const Service &service) { return service.enabled; });
}

/// The one in force of every name, as Postfix takes the last.
inline QMap<QByteArray, QByteArray> effective(const PlainService &service)
{
    QMap<QByteArray, QByteArray> values;
    for (const auto &option : service.overrides)
        values[option.first] = option.second;
    return values;
}

/// One random edit: what it does to the file, and what it must do to the services in force.
struct RandomEdit
{
    QByteArray name;
    Outcome refused;
    QList<PlainService> expected;
    bool anyOrder = false; ///< compare the effective overrides, not their order
    syntax::ByteRange allowed; ///< bytes of the first file that may change; all when empty
};

inline RandomEdit randomEdit(Draft &draft, RandomSource &random)
{
    static const QByteArrayList names{"a",   "b",    "off", "x", "syslog_name", "new_name", "",
                                      "b d", "late", "w",   "v"};
    static const QByteArrayList values{"1",     "",   "a b",  "x,y",  "{ z }", "${n?{a b}}", "}",        "{",
                                       "a } b", "#1", "a\nb", "\xff", "=",     "-o",         " trim me "};
    static const QByteArrayList serviceNames{"smtp", "new", "127.0.0.1:587", "x y",
                                             "",     "#no", "relay",         "a-very-long-service-name"};
    const MasterCf file = draft.masterCf();
    const qsizetype count = file.services().size();
    RandomEdit edit;
    edit.expected = servicesInForce(file);
    const qsizetype index = random.below(count + (random.oneIn(20) ? 1 : 0));
    const bool exists = index < count;
    const Service service = exists ? file.services()[index] : Service();
    const qsizetype place = exists ? placeInForce(file, index) : 0;
    const bool inForce = exists && service.enabled;
    if (exists)
        edit.allowed = service.whole;
    const qsizetype which = random.below(service.overrides.size());
    const bool hasOption = !service.overrides.isEmpty();
    switch (random.below(11)) {
    case 0: {
        const auto field = static_cast<ServiceField>(random.below(8));
        static const QByteArrayList fieldValues{"y",    "n",    "-",    "60", "5?",  "inet",
                                                "unix", "smtp", "pipe", "",   "a b", "Y"};
        const QByteArray value =
            field == ServiceField::Name ? random.oneOf(serviceNames) : random.oneOf(fieldValues);
        edit.name = "field " + QByteArray::number(int(field)) + " = " + value;
        edit.refused = edits::setServiceField(draft, index, field, value);
        if (inForce)
            edit.expected[place].fields[int(field)] = value.isEmpty() ? QByteArray("-") : value;
        break;
    }
    case 1:
    case 2: {
        const QByteArray name = random.oneOf(names);
        const QByteArray value = random.oneOf(values);
        edit.name = "set override " + name + " = " + value;
        edit.refused = edits::setOverride(draft, index, name, value);
        edit.anyOrder = true;
        if (inForce)
            edit.expected[place].overrides.append({name, value.simplified()});
        break;
    }
    case 3: {
        const QByteArray name =
            hasOption ? file.nameOf(service.overrides[which]).toByteArray() : QByteArray("q");
        edit.name = "remove override " + name;
        edit.refused = edits::removeOverride(draft, index, name);
        if (inForce)
            edit.expected[place].overrides.removeIf([&](const auto &option) { return option.first == name; });
        break;
    }
    case 4: {
        const bool enabled = random.oneIn(2);
        edit.name = "override " + QByteArray::number(which) + (enabled ? " on" : " off");
        edit.refused = edits::setOverrideEnabled(draft, index, which, enabled);
        if (!inForce || !hasOption || service.overrides[which].enabled == enabled)
            break;
        const syntax::Override &option = service.overrides[which];
        const qsizetype at = std::count_if(service.overrides.begin(), service.overrides.begin() + which,
                                           [](const auto &other) { return other.enabled; });
        if (!enabled) {
            edit.expected[place].overrides.removeAt(at);
        } else {
            const QPair<QByteArray, QByteArray> added{file.nameOf(option).toByteArray(),
                                                      file.valueOf(option).simplified()};
            // Where it ends up is its own affair when it can't be where it was.
            const PlainService before = edit.expected[place];
            edit.expected[place].overrides.insert(at, added);
            if (!edit.refused && servicesInForce(draft.masterCf()) != edit.expected) {
                edit.expected[place] = before;
                edit.expected[place].overrides.append(added);
            }
        }
        break;
    }
    case 5: {
        const QByteArray name = random.oneOf(names);
        const QByteArray value = random.oneOf(values);
        edit.name = "replace override " + QByteArray::number(which) + " by " + name + " = " + value;
        edit.refused = edits::replaceOverride(draft, index, which, name, value);
        if (inForce && hasOption && service.overrides[which].enabled) {
            const qsizetype at = std::count_if(service.overrides.begin(), service.overrides.begin() + which,
                                               [](const auto &other) { return other.enabled; });
            edit.expected[place].overrides[at] = {name, value.simplified()};
        }
        break;
    }
    case 6: {
        edit.name = "remove";
        edit.refused = edits::removeService(draft, index);
        edit.allowed = {};
        if (inForce)
            edit.expected.removeAt(place);
        break;
    }
    case 7: {
        const qsizetype before = random.below(count + 1);
        edit.name = "move before " + QByteArray::number(before);
        edit.refused = edits::moveService(draft, index, before);
        edit.allowed = {};
        if (inForce) {
            const qsizetype to = placeInForce(file, before);
            edit.expected.move(place, to > place ? to - 1 : to);
        }
        break;
    }
    case 8: {
        const bool enabled = random.oneIn(2);
        edit.name = enabled ? "on" : "off";
        edit.refused = edits::setServiceEnabled(draft, index, enabled);
        if (!exists || service.enabled == enabled)
            break;
        if (!enabled)
            edit.expected.removeAt(place);
        else if (!edit.refused)
            edit.expected.insert(place, servicesInForce(draft.masterCf()).value(place));
        break;
    }
    case 9: {
        const QByteArray name = random.oneOf(serviceNames);
        edit.name = "copy as " + name;
        edit.refused = edits::copyService(draft, index, name, "unix");
        edit.allowed = {};
        if (inForce) {
            PlainService copied = edit.expected[place];
            copied.fields[0] = name;
            copied.fields[1] = "unix";
            edit.expected.insert(place + 1, copied);
        }
        break;
    }
    default: {
        edits::ServiceSpec spec;
        spec.name = random.oneOf(serviceNames);
        spec.command = "smtpd";
        const QByteArray value = random.oneOf(values);
        spec.arguments = {"-v", "-o", "first=" + value, "word", value};
        const qsizetype before = random.below(count + 1);
        edit.name = "add " + spec.name + " with " + value + " before " + QByteArray::number(before);
        edit.refused = edits::addService(draft, before, spec);
        edit.allowed = {};
        PlainService added{{spec.name, "unix", "-", "-", "-", "-", "-", "smtpd"},
                           {{"first", value.simplified()}},
                           {"-v", "word"}};
        if (!edit.refused)
            added.others.append(
                servicesInForce(draft.masterCf()).value(placeInForce(file, before)).others.value(2));
        edit.expected.insert(placeInForce(file, before), added);
    }
    }
    return edit;
}

/// Makes one random edit; says what is wrong about what it did, nothing when all is as it should be.
inline QByteArray wrongEdit(Draft &draft, RandomSource &random, bool &made)
{
    const QByteArray before = draft.masterCf().text();
    const qsizetype changes = draft.changes().size();
    const RandomEdit edit = randomEdit(draft, random);
    const QByteArray after = draft.masterCf().text();
    const auto complaint = [&](const QByteArray &what) {
        return what + ": " + edit.name + '\n' + before + "\n---- became\n" + after + "\n---- read as\n"
            + described(plainServices(after)) + "---- expected\n" + described(edit.expected);
    };
    made = !edit.refused;
    if (edit.refused)
        return after == before && draft.changes().size() == changes ? QByteArray()
                                                                    : complaint("refused and done");
    QList<PlainService> found = plainServices(after);
    for (qsizetype i = 0; edit.anyOrder && i < std::min(found.size(), edit.expected.size()); ++i) {
        if (effective(found[i]) == effective(edit.expected[i]))
            found[i].overrides = edit.expected[i].overrides;
    }
    if (found != edit.expected)
        return complaint("not what was meant");
    if (servicesInForce(draft.masterCf()) != plainServices(after))
        return complaint("read otherwise than Postfix does");
    if (!edit.allowed.isEmpty() && draft.changes().size() == changes + 1) {
        const syntax::ByteRange range = draft.changes().last().range;
        if (range.begin < edit.allowed.begin || range.end > edit.allowed.end)
            return complaint("changed bytes of others");
    }
    return {};
}

} // namespace support
