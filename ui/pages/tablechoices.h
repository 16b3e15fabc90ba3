// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/tables/usedtables.h"
#include "ui/grids/servicewords.h"
#include "ui/pages/pagecontext.h"

namespace ui {

/// What the rows of tables of a format can do with a mail, by the version that the configuration is for.
QList<FieldChoice> actionsOf(const Knowledge &knowledge, QByteArrayView format);
/// The services in force that mail can be handed to, and what each runs.
QList<FieldChoice> transportsIn(const syntax::MasterCf &file);
/// The levels of TLS that the version knows.
QList<FieldChoice> tlsLevelsOf(const Knowledge &knowledge);

/// What may stand in the second column of a table; empty where anything may.
QList<FieldChoice> choicesFor(const PageContext &context, const tables::UsedTable &table);

} // namespace ui
