// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/changes.h"
#include "core/tables/questions.h"

#include <QString>

#include <optional>

namespace ui {

/// One line of what happened when tables were asked.
struct LookupRow
{
    enum class Kind : quint8 {
        Found, ///< a question that was answered
        NotFound,
        Failed,
        Detail, ///< of the row that answers: the `if`s around it, what its groups took
        Other, ///< another row that the key fits; it is not reached
        Hitch ///< a pattern that could not be tried to the end
    };
    Kind kind = Kind::NotFound;
    QString key = {};
    QString table = {};
    QString answer = {};
    QString placeText = {}; ///< "virtual:12"
    std::optional<model::Place> place = {};

    bool operator==(const LookupRow &) const = default;
};

/// What is shown of an answer. With `isMasked`, dots stand for whatever a table of passwords says.
class LookupText
{
public:
    LookupText(const model::Snapshot &snapshot, const tables::Asker &asker, bool isMasked)
        : m_snapshot(snapshot), m_asker(asker), m_isMasked(isMasked)
    {
    }

    /// Some of its tables holds passwords.
    bool isSecret() const;
    QList<LookupRow> rows(const tables::Reply &reply) const;
    /// One or two sentences: what comes out.
    QString summary(const tables::Reply &reply) const;

private:
    bool isSecret(const QByteArray &table) const;
    QString value(const QByteArray &table, const QByteArray &value) const;
    LookupRow stepRow(const lookup::Step &step) const;
    void setPlace(LookupRow &row, const lookup::Match &match) const;
    void setPlace(LookupRow &row, const QByteArray &table, qsizetype line) const;
    QString detail(const lookup::Match &match) const;
    QString nothingFound() const;

    const model::Snapshot &m_snapshot;
    const tables::Asker &m_asker;
    bool m_isMasked;
};

/// "virtual_alias_maps", "check_sender_access hash:/etc/postfix/access", "hash:/etc/postfix/virtual".
QString askerTitle(const tables::Asker &asker);
/// The name of a table; the rows that stand in it are left out where they hold passwords.
QString tableTitle(const QByteArray &table, bool isSecret);

} // namespace ui
