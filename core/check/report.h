// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/check/problem.h"

#include <QJsonObject>

namespace check {

/// One line a problem, as compilers print them: "main.cf:12:1: error: ...", with the rule or the origin
/// behind it.
QByteArray asText(const Problems &problems, const model::Snapshot &snapshot);

/// {"version":1,"target":...,"findings":[...]}: lines and columns count from 1, columns count bytes. A
/// finding that is ignored has "suppressed":{"kind":"comment|project","reason":...}.
QJsonObject asJson(const Problems &problems, const model::Snapshot &snapshot, const QString &target);

} // namespace check
