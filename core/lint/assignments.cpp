// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/context.h"
#include "core/lint/references.h"
#include "core/lint/words.h"
#include "core/syntax/listvalue.h"

#include <algorithm>

namespace lint {

namespace {

using effective::noService;
using model::FileId;
using syntax::ByteRange;

/// Comments, quotes and typographic characters have rules of their own.
bool isSpoiltText(QByteArrayView text)
{
    const auto isQuote = [](char c) { return c == '"' || c == '\''; };
    if (text.size() > 1 && isQuote(text.front()))
        return true;
    for (const syntax::ListItem &item : syntax::listItems(text)) {
        if (item.range.in(text).startsWith('#'))
            return true;
    }
    return hasTypographicCharacter(text);
}

QByteArrayView bytesOf(const model::Snapshot &snapshot, const Assignment &assignment)
{
    const QByteArray &text = assignment.isInMainCf() ? snapshot.mainCf().text() : snapshot.masterCf().text();
    return ByteRange{assignment.namePlace.range.begin, assignment.valuePlace.range.end}.in(text);
}

/// What counts for the values of a service besides its overrides.
bool isSameRow(const syntax::MasterCf &before, const syntax::Service &old, const syntax::MasterCf &now,
               const syntax::Service &row)
{
    if (old.enabled != row.enabled || old.arguments.size() != row.arguments.size())
        return false;
    for (size_t i = 0; i < old.fields.size(); ++i) {
        if (old.fields[i].in(before.text()) != row.fields[i].in(now.text()))
            return false;
    }
    for (qsizetype i = 0; i < old.arguments.size(); ++i) {
        if (old.arguments[i].range.in(before.text()) != row.arguments[i].range.in(now.text()))
            return false;
    }
    return true;
}

bool haveSameRows(const syntax::MasterCf &before, const syntax::MasterCf &now)
{
    return std::equal(before.services().begin(), before.services().end(), now.services().begin(),
                      now.services().end(), [&](const syntax::Service &old, const syntax::Service &row) {
                          return isSameRow(before, old, now, row);
                      });
}

bool namesClient(const QByteArray &text)
{
    for (const char *type : {"ldap:", "mysql:", "pgsql:", "sqlite:", "memcache:", "mongodb:"}) {
        if (text.contains(type))
            return true;
    }
    return false;
}

} // namespace

Assignment Context::made(const Written &written) const
{
    const bool isInMainCf = written.service == noService;
    const FileId file = isInMainCf ? FileId::MainCf : FileId::MasterCf;
    const syntax::MainCf &mainCf = m_snapshot.mainCf();
    const syntax::MasterCf &masterCf = m_snapshot.masterCf();
    Assignment one{.name = written.name.in(isInMainCf ? mainCf.text() : masterCf.text()).toByteArray(),
                   .namePlace = {file, written.name},
                   .valuePlace = {file, written.value},
                   .service = written.service};
    one.facts = factsOf(one.name);
    one.definition = {.file = file, .isRaw = one.facts && !one.facts->isExpanded};
    if (isInMainCf) {
        const syntax::Setting &setting = mainCf.settings()[written.option];
        one.definition.text = mainCf.valueOf(setting);
        one.definition.pieces = mainCf.piecesOf(setting);
    } else {
        const syntax::Service &row = masterCf.services()[m_values->services()[written.service].index];
        one.definition.text = masterCf.valueOf(row.overrides[written.option]);
        one.definition.pieces = masterCf.piecesOf(row.overrides[written.option]);
    }
    one.isSpoilt = isSpoiltText(one.definition.text) || hasTypographicCharacter(one.name);
    return one;
}

void Context::append(Assignment assignment, qsizetype from)
{
    auto &scope = assignment.isInMainCf() ? m_inMainCf : m_inServices[assignment.service];
    assignment.isInForce = true;
    assignment.which = 0;
    for (const qsizetype index : m_byName.value(assignment.name)) {
        const Assignment &earlier = m_assignments[index];
        if (earlier.isInMainCf() == assignment.isInMainCf()
            && earlier.definition.text == assignment.definition.text)
            ++assignment.which;
    }
    if (const auto earlier = scope.constFind(assignment.name); earlier != scope.cend())
        m_assignments[*earlier].isInForce = false;
    scope.insert(assignment.name, m_assignments.size());
    m_byName[assignment.name].append(m_assignments.size());
    m_assignments.append(std::move(assignment));
    m_from.append(from);
}

/// What stands in front of the edit and behind it is taken over.
void Context::append(const QList<Written> &written, const Context *before)
{
    const bool isInMainCf = !written.isEmpty() && written.first().service == noService;
    const auto firstInServices = [](const QList<Assignment> &all) {
        return std::find_if(all.begin(), all.end(), [](const Assignment &one) { return !one.isInMainCf(); })
            - all.begin();
    };
    qsizetype oldBegin = 0;
    qsizetype oldEnd = 0;
    if (before) {
        const qsizetype border = firstInServices(before->m_assignments);
        oldBegin = isInMainCf ? 0 : border;
        oldEnd = isInMainCf ? border : before->m_assignments.size();
    }
    const QByteArray &text = isInMainCf ? m_snapshot.mainCf().text() : m_snapshot.masterCf().text();
    const auto isSame = [&](qsizetype old, const Written &now) {
        const Assignment &one = before->m_assignments[old];
        return one.service == now.service
            && bytesOf(before->m_snapshot, one) == ByteRange{now.name.begin, now.value.end}.in(text);
    };
    qsizetype front = 0;
    const qsizetype most = std::min(oldEnd - oldBegin, written.size());
    while (front < most && isSame(oldBegin + front, written[front]))
        ++front;
    qsizetype back = 0;
    while (back < most - front && isSame(oldEnd - 1 - back, written[written.size() - 1 - back]))
        ++back;
    for (qsizetype i = 0; i < written.size(); ++i) {
        const bool isInFront = i < front;
        if (!isInFront && i < written.size() - back) {
            append(made(written[i]), -1);
            continue;
        }
        const qsizetype from = isInFront ? oldBegin + i : oldEnd - (written.size() - i);
        Assignment one = before->m_assignments[from];
        const qsizetype shift = written[i].name.begin - one.namePlace.range.begin;
        if (shift != 0) {
            one.namePlace.range = written[i].name;
            one.valuePlace.range = written[i].value;
            for (ByteRange &piece : one.definition.pieces)
                piece = {piece.begin + shift, piece.end + shift};
        }
        append(one, from);
    }
}

void Context::readMainCf(const Context *before)
{
    const QList<syntax::Setting> &settings = m_snapshot.mainCf().settings();
    QList<Written> written;
    written.reserve(settings.size());
    for (qsizetype i = 0; i < settings.size(); ++i) {
        if (settings[i].enabled)
            written.append(Written{.name = settings[i].name, .value = settings[i].value, .option = i});
    }
    m_assignments.reserve(settings.size());
    m_inMainCf.reserve(settings.size());
    m_byName.reserve(settings.size());
    append(written, before);
}

void Context::readServices(const Context *before)
{
    const QList<effective::Service> &services = m_values->services();
    m_inServices.resize(services.size());
    m_differing.resize(services.size());
    QList<Written> written;
    for (qsizetype i = 0; i < services.size(); ++i) {
        const QList<syntax::Override> &all = m_snapshot.masterCf().services()[services[i].index].overrides;
        for (qsizetype option = 0; option < all.size(); ++option) {
            if (all[option].enabled)
                written.append(Written{i, all[option].name, all[option].value, option});
        }
    }
    const bool isComparable = before && haveSameRows(before->m_snapshot.masterCf(), m_snapshot.masterCf());
    append(written, isComparable ? before : nullptr);
}

std::optional<Context::Difference> Context::differenceFrom(const Context &before) const
{
    if (!haveSameRows(before.m_snapshot.masterCf(), m_snapshot.masterCf()))
        return std::nullopt;
    Difference difference;
    QByteArrayList names;
    QSet<QByteArray> mentioned;
    Reading &touched = difference.reading;
    const auto touch = [&](const QByteArray &name) {
        const size_t number = m_numbers->of(name);
        if (!touched.has(number))
            names.append(name);
        touched.add(number);
    };
    const auto touchAllOf = [&](const Assignment &assignment) {
        touch(assignment.name);
        touched.add(Whole::Settings);
        for (const QByteArray &name : namesIn(assignment.definition.text))
            mentioned.insert(name);
        if (namesClient(assignment.definition.text))
            touched.add(m_numbers->of(lookupClients));
    };
    difference.wentTo.fill(-1, before.m_assignments.size());
    for (qsizetype i = 0; i < m_assignments.size(); ++i) {
        if (m_from[i] >= 0)
            difference.wentTo[m_from[i]] = i;
        else
            touchAllOf(m_assignments[i]);
    }
    for (qsizetype i = 0; i < difference.wentTo.size(); ++i) {
        if (difference.wentTo[i] < 0)
            touchAllOf(before.m_assignments[i]);
    }
    // Values know who refers to what in main.cf; what is overridden, or overrides, is added here.
    QHash<QByteArray, QByteArrayList> referrers;
    for (const Assignment &assignment : m_assignments) {
        if (names.isEmpty() || (assignment.isInMainCf() && assignment.isInForce)
            || !assignment.definition.text.contains('$'))
            continue;
        for (const QByteArray &name : namesIn(assignment.definition.text))
            referrers[name].append(assignment.name);
    }
    for (qsizetype i = 0; i < names.size(); ++i) {
        const QByteArray name = names[i];
        for (const QByteArray &referrer : m_values->referrersOf(name))
            touch(referrer);
        for (const QByteArray &referrer : referrers.value(name))
            touch(referrer);
    }
    if (before.m_values->names() != m_values->names())
        touched.add(Whole::Names);
    if (before.m_snapshot.mainCf().text() != m_snapshot.mainCf().text())
        touched.add(Whole::MainCf);
    if (before.m_snapshot.masterCf().text() != m_snapshot.masterCf().text())
        touched.add(Whole::MasterCf);
    for (qsizetype i = 0; i < m_assignments.size(); ++i) {
        const QByteArray &name = m_assignments[i].name;
        if (!touched.has(m_numbers->of(name)) && !mentioned.contains(name))
            continue;
        difference.assignments.append(i);
        if (m_from[i] >= 0)
            difference.wentTo[m_from[i]] = -1;
    }
    return difference;
}

} // namespace lint
