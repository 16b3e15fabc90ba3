// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/master/templates.h"

namespace master {

/// The service in front of service `before`, with the parameters that go with it where main.cf does not have
/// them. One of that name, type and program that is commented out is switched on where it stands instead, and
/// gets the overrides that it has not.
edits::Outcome addTemplate(model::Draft &draft, qsizetype before, const Template &chosen);

/// A name for a copy that no other service of this type has.
QByteArray freeName(const syntax::MasterCf &file, const QByteArray &name, const QByteArray &type);

} // namespace master
