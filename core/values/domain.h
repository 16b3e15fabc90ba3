// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>

#include <optional>

namespace values {

/// What kind of thing the value of a parameter is: which field shows it, and how it is checked.
enum class Kind : quint8 {
    Text,
    YesNo,
    Number,
    Time,
    Size, ///< in bytes
    Choice,
    ChoiceList,
    List,
    Maps, ///< type:name, several
    File,
    Folder,
    NextHop ///< a host, with its port and whether its domain is asked for mail servers
};

/// A value that is known by name, and what it does.
struct Choice
{
    QByteArray value;
    QByteArray label = {}; ///< English; empty where the value says it all
};

/// What a parameter accepts.
struct Domain
{
    Kind kind = Kind::Text;
    std::optional<qint64> min = {}; ///< of a time in seconds
    std::optional<qint64> max = {};
    char unit = 's'; ///< of a time without one
    QList<Choice> choices = {};
    bool isOpen = true; ///< other values than the choices are as good
    bool mayBeEmpty = true;
};

} // namespace values
