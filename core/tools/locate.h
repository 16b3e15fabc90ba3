// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/tools/message.h"

namespace tools {

/// The same messages, with file and line filled in where Postfix names only a parameter or a service, and
/// mended where the line it tells is another parameter's (3.7 may count the lines of a second reading). A
/// parameter is looked for where it is set (the last place counts, as in Postfix), else where it is used as
/// $name. What is found nowhere keeps line 0.
QList<Message> located(const QList<Message> &messages, const QByteArray &mainCf, const QByteArray &masterCf);

} // namespace tools
