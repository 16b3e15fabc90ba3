// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lookup/plainmaps.h"

#include "core/lookup/braces.h"

#include <QCoreApplication>

#include <array>
#include <grp.h>
#include <pwd.h>

namespace lookup {

namespace {

constexpr size_t recordSize = 64 * 1024;

std::optional<QByteArray> userRecord(const QByteArray &name)
{
    std::array<char, recordSize> buffer{};
    passwd record{};
    passwd *found = nullptr;
    getpwnam_r(name.constData(), &record, buffer.data(), buffer.size(), &found);
    if (!found)
        return std::nullopt;
    const QByteArrayList fields{record.pw_name,
                                record.pw_passwd,
                                QByteArray::number(record.pw_uid),
                                QByteArray::number(record.pw_gid),
                                record.pw_gecos,
                                record.pw_dir,
                                record.pw_shell};
    return fields.join(':');
}

std::optional<QByteArray> groupRecord(const QByteArray &name)
{
    std::array<char, recordSize> buffer{};
    group record{};
    group *found = nullptr;
    getgrnam_r(name.constData(), &record, buffer.data(), buffer.size(), &found);
    if (!found)
        return std::nullopt;
    QByteArrayList members;
    for (char **member = record.gr_mem; *member; ++member)
        members.append(*member);
    const QByteArrayList fields{record.gr_name, record.gr_passwd, QByteArray::number(record.gr_gid),
                                members.join(',')};
    return fields.join(':');
}

} // namespace

PlainMap::PlainMap(const QByteArray &name, Keys keys, const Answer &answer, const Rules &rules)
    : Map(name, keys, rules), m_answer(answer)
{
}

Answer PlainMap::lookUp(const QByteArray &) const
{
    return m_answer;
}

SystemMap::SystemMap(const QByteArray &name, What what, const Rules &rules)
    : Map(name, Keys::Fixed, rules), m_what(what)
{
}

Answer SystemMap::lookUp(const QByteArray &key) const
{
    const auto record = m_what == What::Users ? userRecord(key) : groupRecord(key);
    if (!record)
        return {};
    return {
        .state = Answer::State::Found, .value = *record, .rows = {Match{.table = name(), .value = *record}}};
}

MapPointer staticMap(const QByteArray &name, const QByteArray &text, const Rules &rules)
{
    const std::optional<QByteArray> stripped = strippedOfBraces(text);
    if (!stripped && text.startsWith('{'))
        return failedMap(name,
                         QCoreApplication::translate("lookup",
                                                     "The braces of “%1” are not closed, so Postfix can’t "
                                                     "open it. Write static:{ text }.")
                             .arg(QString::fromUtf8(name)),
                         rules);
    const QByteArray value = stripped.value_or(text);
    const Answer answer{
        .state = Answer::State::Found, .value = value, .rows = {Match{.table = name, .value = value}}};
    return std::make_shared<PlainMap>(name, Map::Keys::Fixed, answer, rules);
}

MapPointer randomMap(const QByteArray &name, const QByteArray &text, const Rules &rules)
{
    const std::optional<QByteArray> content = withoutBraces(text);
    const QByteArrayList choices = content ? wordsOf(*content) : QByteArrayList();
    if (choices.isEmpty())
        return failedMap(name,
                         QCoreApplication::translate("lookup",
                                                     "“%1” names no values, so Postfix can’t open it. Write "
                                                     "randmap:{value, value}.")
                             .arg(QString::fromUtf8(name)),
                         rules);
    const Answer answer{.state = Answer::State::Found,
                        .value = choices.first(),
                        .rows = {Match{.table = name, .value = choices.first()}},
                        .choices = choices};
    return std::make_shared<PlainMap>(name, Map::Keys::Patterns, answer, rules);
}

MapPointer failedMap(const QByteArray &name, const QString &problem, const Rules &rules)
{
    const Answer answer{.state = Answer::State::Failed, .problem = problem};
    return std::make_shared<PlainMap>(name, Map::Keys::Patterns, answer, rules);
}

MapPointer unaskedMap(const QByteArray &name, const QString &problem, const Rules &rules)
{
    const Answer answer{.state = Answer::State::NotAsked, .problem = problem};
    return std::make_shared<PlainMap>(name, Map::Keys::Fixed, answer, rules);
}

} // namespace lookup
