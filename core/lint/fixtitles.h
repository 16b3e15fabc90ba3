// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QList>

namespace lint {

/// The titles of all fixes that findings of a rule may have, for those who have no finding at hand.
/// Translation context "lint".
QList<const char *> fixTitlesOf(QByteArrayView rule);

} // namespace lint
