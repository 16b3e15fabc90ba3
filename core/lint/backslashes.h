// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lint/rule.h"

/// Lines that somebody continued with backslashes, as a shell would have them.
namespace lint {

bool endsInBackslash(QByteArrayView line);

/// Writes the lines that the backslashes around `line` were to join as Postfix continues lines. In master.cf
/// a list that goes on behind "=" or a comma becomes one word: its blanks would end it.
Fix joinLines(const char *title, model::FileId file, QByteArrayView text, syntax::ByteRange line);

} // namespace lint
