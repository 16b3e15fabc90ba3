// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayList>
#include <QFlags>
#include <QString>

#include <span>

namespace ui {

/// What is written into the search box: words, all of which must occur in a parameter's name, value or help,
/// and filters. "two words" in quotes are looked for as they are.
struct ParameterQuery
{
    enum Is : quint8 {
        Changed = 0x01, ///< since the folder was opened
        Set = 0x02, ///< in main.cf or for a service
        Deprecated = 0x04, ///< or removed, renamed, ignored
        Unused = 0x08, ///< nothing reads it
        EqualToDefault = 0x10 ///< set to what it would be anyway
    };

    QByteArrayList words = {}; ///< in lower case
    QFlags<Is> is = {};
    QByteArrayList services = {};
    QByteArrayList topics = {};
    QStringList unknown = {}; ///< "@chnaged": no filter

    bool isEmpty() const { return words.isEmpty() && !is && services.isEmpty() && topics.isEmpty(); }
    bool operator==(const ParameterQuery &) const = default;
};
Q_DECLARE_OPERATORS_FOR_FLAGS(QFlags<ParameterQuery::Is>)

/// A last word that is the beginning of a filter is still being written, and asks for nothing yet.
ParameterQuery parseQuery(const QString &text);

/// A filter as it is offered.
struct QueryFilter
{
    const char *word; ///< with the '@'; a ':' at its end wants a name behind it
    const char *meaning; ///< translation context "query"
};
std::span<const QueryFilter> queryFilters();

/// `text` with the filter in it, or without it if it is there already.
QString withFilterToggled(const QString &text, const QString &filter);

} // namespace ui
