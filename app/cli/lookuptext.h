// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lookup/addresslookup.h"

#include <QJsonObject>

namespace cli {

/// One key that was asked of one table.
struct KeyAnswer
{
    QByteArray key;
    lookup::Answer answer;
    QList<lookup::Match> matches; ///< all rows that the key fits
};

/// `{"version":1,"table":...,"answers":[{"key":...,"state":"found|not-found|failed|not-asked","value":...,
/// "rows":[...],"matches":[...]}],"warnings":[{"line":...,"message":...}]}`
QJsonObject answersAsJson(const lookup::Map &map, const QList<KeyAnswer> &answers);
/// `{"version":1,"parameter":...,"address":...,"state":...,"result":...,"steps":[...]}`
QJsonObject stepsAsJson(const QByteArray &parameter, const QByteArray &address,
                        const lookup::AddressAnswer &answer);

/// A line for every row that the key fits.
QByteArray matchLines(const QList<lookup::Match> &matches);
/// A line for every question, and the result.
QByteArray stepLines(const lookup::AddressAnswer &answer);

} // namespace cli
