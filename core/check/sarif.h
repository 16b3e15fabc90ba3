// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/check/problem.h"

#include <QJsonObject>

namespace check {

/// The problems as SARIF 2.1.0, for tools that review code: one run with the rules that found something.
/// Files are relative to `folder`, an absolute path. Columns count characters from 1. Fixes are given as what
/// they would replace; what is ignored is suppressed.
QJsonObject asSarif(const Problems &problems, const model::Snapshot &snapshot, const QString &folder,
                    const QString &target);

} // namespace check
