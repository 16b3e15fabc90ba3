// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/edits/valuewriter.h"

namespace edits {

/// All ranges here are whole lines of main.cf. A file whose last line has no line end keeps it so.

/// `ranges` in ascending order and apart.
Replacements removeLines(QByteArrayView text, const QList<syntax::ByteRange> &ranges);

/// `to` is the start of a line or the end of the file, and not within `lines`.
Replacements moveLines(QByteArrayView text, syntax::ByteRange lines, qsizetype to);

/// A '#' in front of every line.
Replacements commentOutLines(QByteArrayView text, syntax::ByteRange lines);

/// Takes off what commentOutLines() or a person put in front of a switched-off setting.
Replacements switchOnLines(const syntax::MainCf &file, const syntax::Setting &setting);

} // namespace edits
