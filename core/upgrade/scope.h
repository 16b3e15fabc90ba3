// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lint/context.h"
#include "core/model/draft.h"

namespace upgrade {

/// Where settings stand: main.cf, or what a service overrides. Remembered by name.
struct Scope
{
    QByteArray service = {}; ///< empty: main.cf
    QByteArray type = {};

    bool isMainCf() const { return service.isEmpty(); }
    QString toString() const; ///< "main.cf", "submission/inet"
};

Scope scopeOf(const lint::Context &context, qsizetype service);

bool isSet(const model::Draft &draft, const Scope &scope, QByteArrayView name);
/// All settings of that name.
void remove(model::Draft &draft, const Scope &scope, const QByteArray &name);
void set(model::Draft &draft, const Scope &scope, const QByteArray &name, const QByteArray &value);
/// Gives the setting that counts another name and value, in its place; other settings of the old name go.
void rename(model::Draft &draft, const Scope &scope, const QByteArray &from, const QByteArray &to,
            const QByteArray &value);

} // namespace upgrade
