// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/syntax/maincf.h"

#include <QByteArrayList>

namespace effective {

/// The names whose setting in force has another value, or that are set in one of the two only.
QByteArrayList changedSettings(const syntax::MainCf &before, const syntax::MainCf &now);

} // namespace effective
