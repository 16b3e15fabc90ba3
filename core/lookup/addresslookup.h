// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lookup/addresskeys.h"
#include "core/lookup/open.h"

namespace lookup {

/// One question to one table.
struct Step
{
    QByteArray table;
    QByteArray key;
    Answer answer;
};

struct AddressAnswer
{
    QList<Step> steps = {}; ///< in the order in which Postfix asks; the last one answered, if any did
    Answer answer = {};
    /// What becomes of the address: the value, with the user put before "@domain" and the extension that was
    /// taken off put back, where the parameter's tables rewrite addresses.
    QByteArray result = {};
    QByteArray extension = {}; ///< that was taken off to find the answer
};

/// The addresses of a list, each with the extension behind its user: mail_addr_crunch_opt() in
/// src/global/mail_addr_crunch.c.
QByteArrayList withExtension(const QByteArray &value, const QByteArray &extension);

/// How a parameter, or a restriction such as check_sender_access, has its tables opened.
Opening openingFor(QByteArrayView parameter, Opening opening);

/// The tables that the value of a parameter lists, opened as that parameter has them opened.
QList<MapPointer> openAll(QByteArrayView parameter, const QByteArray &value, Opening opening);

/// Asks the tables for a key in turn until one answers: maps_find() in src/global/maps.c.
AddressAnswer findKey(const QList<MapPointer> &maps, const AddressKey &key);

/// Asks the tables of a parameter for an address as Postfix does.
AddressAnswer findAddress(QByteArrayView parameter, const QList<MapPointer> &maps, const QByteArray &address,
                          const Site &site);

} // namespace lookup
