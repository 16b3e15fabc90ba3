// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayList>
#include <QList>
#include <QString>

#include <memory>

/// What Postfix would answer when a lookup table is asked.
namespace lookup {

/// A row that speaks for a key.
struct Match
{
    QByteArray table; ///< "type:name"
    qsizetype line = 0; ///< where it begins in its file, from 1; 0 where there is no file
    QByteArray value; ///< after substitution
    QByteArrayList groups = {}; ///< of a pattern: the whole match, then each group
    QList<qsizetype> conditions = {}; ///< the lines of the `if`s around it, outermost first
};

/// A row of which it can't be told whether it speaks for a key: its pattern took more steps than are allowed.
/// Postfix logs that and goes on as if it did not fit.
struct Hitch
{
    QByteArray table;
    qsizetype line = 0; ///< from 1; 0 where there is no file
    QByteArray problem; ///< in the words of the library of patterns
};

/// All that a key meets in a table.
struct Trial
{
    QList<Match> matches = {}; ///< every row that it fits, first the one that answers
    QList<Hitch> hitches = {};
};

struct Answer
{
    enum class State : quint8 {
        Found,
        NotFound,
        Failed, ///< Postfix would answer with an error, and try again later
        NotAsked ///< only the server could say; Postwright asks no database and no network
    };
    State state = State::NotFound;
    QByteArray value = {};
    QList<Match> rows =
        {}; ///< those that made the value: one, or one for each table of a unionmap or pipemap
    QList<Hitch> hitches = {}; ///< above the row that answers
    QByteArrayList choices = {}; ///< of a randmap: Postfix takes one by chance, `value` is the first
    QString problem = {}; ///< why there is no answer

    bool isFound() const { return state == State::Found; }
    /// The two that end a search through several tables.
    bool isError() const { return state == State::Failed || state == State::NotAsked; }
};

/// What Postfix logs when it reads a table, in its own words.
struct Warning
{
    qsizetype line = 0; ///< from 1; 0 where there is no file
    QByteArray text;
};

/// How the tables of one configuration are asked.
struct Rules
{
    bool isUtf8 = false; ///< smtputf8_enable: keys and values must be UTF-8, and other letters fold as well
    bool foldsKeys = true; ///< the -f option of postmap(1) turns it off
    bool allowsSubstitution = true; ///< false: rules with a $number are left out, as for transport_maps
};

/// A table that can be asked: dict(3). Constant after it was opened, so any thread may ask it.
class Map
{
public:
    /// How keys are compared: DICT_FLAG_FIXED or DICT_FLAG_PATTERN. Parts of an address are not asked of
    /// patterns.
    enum class Keys : quint8 { Fixed, Patterns };

    virtual ~Map() = default;

    const QByteArray &name() const { return m_name; }
    Keys keys() const { return m_keys; }
    const QList<Warning> &warnings() const { return m_warnings; }

    /// The answer of `postmap -q`. A NUL ends the key.
    Answer find(const QByteArray &key) const;
    /// The key is tried with every row; for patterns and networks many may fit.
    Trial tryAll(const QByteArray &key) const;
    QList<Match> matches(const QByteArray &key) const { return tryAll(key).matches; }

protected:
    Map(QByteArray name, Keys keys, const Rules &rules);
    Q_DISABLE_COPY_MOVE(Map)

    virtual Answer lookUp(const QByteArray &key) const = 0;
    virtual Trial tryAllRows(const QByteArray &key) const;
    /// Without UTF-8, tables that only hand on a key hand it on as it is.
    virtual bool foldsPlainKeys() const { return true; }

    const Rules &rules() const { return m_rules; }
    void warn(qsizetype line, const QByteArray &text) { m_warnings.append(Warning{line, text}); }

private:
    std::optional<QByteArray> preparedKey(const QByteArray &key) const;

    QByteArray m_name;
    Keys m_keys;
    Rules m_rules;
    QList<Warning> m_warnings;
};

using MapPointer = std::shared_ptr<const Map>;

} // namespace lookup
