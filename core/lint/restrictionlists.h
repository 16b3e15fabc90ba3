// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lint/context.h"

namespace lint {

/// One step of an access list, with what belongs to it.
struct Check
{
    enum class Form : quint8 {
        Known, ///< a restriction of some version
        Class, ///< in smtpd_restriction_classes
        BareTable, ///< `type:name` without a word in front
        Unknown
    };
    Word word;
    Form form = Form::Unknown;
    QByteArray name = {}; ///< in lower case
    const catalog::Restriction *restriction = nullptr;
    QList<Word> arguments = {}; ///< at most one
    bool isArgumentMissing = false;
    bool isWarned = false; ///< warn_if_reject stands in front

    bool is(QByteArrayView wanted) const { return form == Form::Known && name == wanted; }
};

/// The parameters with access lists, in the order in which smtpd asks them.
const QByteArrayList &restrictionParameters();
bool isRestrictionParameter(QByteArrayView name);

/// The steps as they are written.
QList<Check> checksIn(const Context &context, QByteArrayView parameter, qsizetype service);
/// The same with the steps of restriction classes in their places.
QList<Check> flatChecksIn(const Context &context, QByteArrayView parameter, qsizetype service);

/// What a stranger meets in a list before relaying is stopped.
struct Protection
{
    bool isThere = false; ///< it is stopped before anything permits without a condition
    QList<Check> before = {}; ///< the steps in front of it
};
Protection protectionIn(const Context &context, QByteArrayView parameter, qsizetype service);

/// A scope and a list in it, each list that is another than main.cf's once.
struct ListPlace
{
    QByteArray parameter;
    qsizetype service = effective::noService;
};
/// Every access list that is assigned, and every restriction class.
QList<ListPlace> assignedLists(const Context &context);

} // namespace lint
