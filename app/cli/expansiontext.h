// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/delivery/tree.h"

#include <QJsonObject>

namespace cli {

/// One line for each node, indented, with what happens there and where that is said.
QByteArray treeLines(const delivery::Tree &tree);
QJsonObject treeAsJson(const delivery::Tree &tree);

} // namespace cli
