// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/certificates/pemfile.h"
#include "core/check/problem.h"

namespace check {

/// What is wrong with the certificates that the settings name, each at the setting or the row that names it:
/// "certificate-expired", "certificate-key-mismatch" and so on. `pemFiles` are those that could be read, by
/// their paths on the server; of the others nothing is said. `now` is in seconds since 1970.
Problems certificateProblems(const model::Snapshot &snapshot, const lint::Target &target,
                             const QHash<QByteArray, QList<certificates::Item>> &pemFiles, qint64 now);

} // namespace check
