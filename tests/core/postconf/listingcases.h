// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/postconfruns.h"

// What postconf prints of small configurations, as Postfix 3.7 does unless a list says otherwise.

namespace listing {

struct Case
{
    const char *name;
    QByteArrayList arguments;
    support::PostconfFiles files = {};
    QByteArray out = {};
    QByteArrayList said = {};
    int status = 0;
};

QList<Case> settingsCases();
QList<Case> servicesCases();
QList<Case> refusals();
/// What later versions say; there is none of them to ask.
QList<Case> newestCases();

} // namespace listing
