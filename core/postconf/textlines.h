// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace postconf {

/// PCF_LINE_LIMIT and PCF_INDENT_LEN in src/postconf/postconf.h.
inline constexpr qsizetype lineLimit = 80;
inline constexpr qsizetype indent = 4;

/// The words of `text` with one blank between them and a line end; with `isFolded` lines are broken in front
/// of a word that would reach beyond the limit: pcf_print_line() in src/postconf/postconf_print.c.
void appendLine(QByteArray &out, QByteArrayView text, bool isFolded);

} // namespace postconf
