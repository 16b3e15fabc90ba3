// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lookup/map.h"

namespace lookup {

/// The same answer whatever is asked: dict_static_lookup(), dict_random_lookup(), dict_fail_lookup(), and
/// what stands in for a table that can't be opened or asked.
class PlainMap : public Map
{
public:
    PlainMap(const QByteArray &name, Keys keys, const Answer &answer, const Rules &rules);

protected:
    Answer lookUp(const QByteArray &key) const override;

private:
    Answer m_answer;
};

/// `unix:passwd.byname` and `unix:group.byname`, from the users of this machine: src/util/dict_unix.c.
class SystemMap : public Map
{
public:
    enum class What : quint8 { Users, Groups };
    SystemMap(const QByteArray &name, What what, const Rules &rules);

protected:
    Answer lookUp(const QByteArray &key) const override;

private:
    What m_what;
};

MapPointer staticMap(const QByteArray &name, const QByteArray &text, const Rules &rules);
MapPointer randomMap(const QByteArray &name, const QByteArray &text, const Rules &rules);
/// For a table that Postfix could not open, or that always fails.
MapPointer failedMap(const QByteArray &name, const QString &problem, const Rules &rules);
/// For a table that only the server can ask.
MapPointer unaskedMap(const QByteArray &name, const QString &problem, const Rules &rules);

} // namespace lookup
