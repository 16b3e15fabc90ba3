// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/postconf/configuration.h"

namespace postconf {

/// postconf -n: the known settings in main.cf, sorted; only those of `names` when there are any, in their
/// order.
Output listSettings(const Configuration &configuration, const QByteArrayList &names = {});

/// postconf -M: the services in force in file order; only those that match NAME or NAME/TYPE (with * for
/// any).
Output listServices(const Configuration &configuration, const QByteArrayList &patterns = {});

/// postconf -P: the overrides of every service as NAME/TYPE/PARAMETER = VALUE; only those that match.
Output listOverrides(const Configuration &configuration, const QByteArrayList &patterns = {});

/// One line as postconf prints it: the words with one blank between them.
QByteArray squeezed(const QByteArray &line);

} // namespace postconf
