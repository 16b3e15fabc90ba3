// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/effective/values.h"

/// Where mail goes, by the domain of its recipient: ADDRESS_CLASS_README.
namespace routing {

/// In the order in which Postfix looks: resolve_addr() in src/trivial-rewrite/resolve.c.
enum class ClassKind : quint8 { Local, VirtualAlias, VirtualMailbox, Relay, Default };

/// A domain of a class, and where that is said.
struct Domain
{
    QByteArray name; ///< in small letters
    qsizetype item = -1; ///< of the list in the parameter, not expanded
    bool isAlone = true; ///< that item says nothing but this domain
    std::optional<model::FileId> table = {}; ///< that has it as a key
    qsizetype row = -1;
    QList<ClassKind> alsoIn = {}; ///< other classes that have it
};

struct AddressClass
{
    ClassKind kind = ClassKind::Default;
    QList<Domain> domains = {};
    QByteArrayList unseen = {}; ///< tables and patterns that hold more, and can't be looked into
    QByteArray transport = {}; ///< expanded; what delivers it
    QByteArray recipients = {}; ///< not expanded; what says which addresses there are, empty if nothing does
};

/// The parameters that make a class; null where it has none.
const char *domainsParameter(ClassKind kind);
const char *transportParameter(ClassKind kind);
const char *recipientsParameter(ClassKind kind);

/// All five, in their order. Domains of tables whose rows are open are among them, at most `most` of a table.
QList<AddressClass> addressClasses(const effective::Values &values, qsizetype most = 1000);

} // namespace routing
