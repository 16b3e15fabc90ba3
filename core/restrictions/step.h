// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/catalog/restrictions.h"

#include <QByteArrayList>

namespace restrictions {

/// What a step is written as.
enum class Form : quint8 {
    Restriction, ///< a word that Postfix knows, in some version
    Class, ///< a name in smtpd_restriction_classes
    Part, ///< holds a `$name`: what that stands for takes its place
    Table, ///< `type:name` with no word in front: the test that goes with the list
    Unknown ///< nothing that can be told
};

/// What a step can do to a request.
enum class Verdict : quint8 {
    Neither,
    MayPermit,
    MayReject,
    Either, ///< permits or rejects, or leaves it to the steps behind it
    Permits, ///< whatever the request is
    Rejects,
    Fails ///< "Server configuration error": refuses for now whatever comes
};

/// What is to be said of a step or of a list. Names only; who shows it has the words.
struct Note
{
    enum class Kind : quint8 {
        Unreachable, ///< `names`: the step that permits, rejects or fails before
        Repeated, ///< the same step stands above, with the same answer
        AskedTwice, ///< the same look-up stands above
        Unknown, ///< Postfix does not know this word
        TooNew, ///< `names`: the version that knows it
        Removed, ///< `names`: the version without it, then what takes its place
        OldName, ///< `names`: what takes its place
        MissingArgument,
        OddArgument, ///< the argument is the name of a restriction
        NotHere, ///< does nothing in this list
        TooEarly, ///< does nothing in this list while smtpd_delay_reject is off
        NeedsDelay, ///< works in this list because smtpd_delay_reject is on
        NoTableHere, ///< a table needs a word in front of it in this list
        NoLogin, ///< nobody can log in: smtpd_sasl_auth_enable is off
        Needs, ///< `names`: a parameter that is off or empty, without which it does nothing
        HeloOptional, ///< who says no name passes: smtpd_helo_required is off
        Undefined, ///< a class or a name without steps
        Loop, ///< a class that leads back to itself
        NoTarget, ///< warn_if_reject with nothing behind it

        // Of lists.
        Delayed, ///< asked at the first recipient: smtpd_delay_reject
        NoRelayGuard, ///< neither this list nor the one it works with refuses foreign destinations
        ListTooNew, ///< `names`: the version that knows this list
        Opaque, ///< its `$names` run into one another: no steps can be told apart
    };
    Kind kind = Kind::Unknown;
    QByteArrayList names = {};

    bool operator==(const Note &) const = default;
};

/// A restriction with its argument and with `warn_if_reject` in front of it: what is moved and removed as
/// one.
struct Step
{
    qsizetype first = 0; ///< of the list's items
    qsizetype count = 1;
    QByteArray text = {}; ///< its items with a blank between them
    Form form = Form::Unknown;
    bool isWarning = false; ///< warn_if_reject: what it would reject is only logged
    QByteArray word = {}; ///< as written, without the argument
    QByteArray argument = {}; ///< as written
    const catalog::Restriction *restriction = nullptr; ///< of Form::Restriction
    bool isArgumentMissing = false;
    Verdict verdict = Verdict::Neither;
    bool isIdle = false; ///< never asked, or without any effect: the notes say why
    QList<Note> notes = {};

    /// `name` of a step that is nothing but `$name`; empty for any other.
    QByteArray partName() const;
};

} // namespace restrictions
