// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lint/restrictionlists.h"
#include "core/lint/rule.h"

/// Fixes of lists that change the words in question and leave the others as they are written. Each returns
/// no fix where that can't be done: the words come out of a `$name`, or stand in several settings.
namespace lint {

using Fixes = QList<Fix>;

/// The setting or override whose value holds the place of a word that was asked for; null when none does.
const Assignment *assignmentAt(const Context &context, const model::Place &place);

/// Removes neighbouring words.
Fixes removeWords(const Context &context, const char *title, const QList<Word> &words);
/// A step of an access list with its argument, and "warn_if_reject" in front of it.
Fixes removeCheck(const Context &context, const char *title, const Check &check);
/// `text` in front of the word.
Fixes insertBefore(const Context &context, const char *title, const Word &word, const QByteArray &text);
/// The step goes in front of, or behind, another one of the same list.
Fixes moveBefore(const Context &context, const char *title, const Check &check, const Check &other);
Fixes moveBehind(const Context &context, const char *title, const Check &check, const Check &other);
/// `text` in front of, or behind, everything that the setting has.
Fix prepended(const Assignment &assignment, const char *title, const QByteArray &text);
Fix appended(const Assignment &assignment, const char *title, const QByteArray &text);
/// `text` behind the word with that number; -1: in front of all.
Fix insertedBehind(const Assignment &assignment, const char *title, qsizetype index, const QByteArray &text);

/// Gives a service another value than main.cf, as its own `-o`.
Fix setOverride(const effective::Service &service, const char *title, const QByteArray &name,
                const QByteArray &value);
/// Adds a service at the end of master.cf; does nothing where there is one of that name and type.
struct NewService
{
    QByteArray name;
    QByteArray type = "unix";
    QByteArray isPrivate = "-";
    QByteArray chroot = "n";
    QByteArray processLimit = "-";
    QByteArray command = {};
    QByteArrayList arguments = {};
};
Fix addService(const char *title, const NewService &service);

} // namespace lint
