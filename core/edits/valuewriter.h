// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/edits/replacements.h"
#include "core/syntax/maincf.h"

#include <QByteArrayList>

namespace edits {

/// The lines in which `value` can be written: trimmed, none empty. A line that would start with '#' where
/// that makes it a comment is joined to the one above.
QByteArrayList valueLines(const QByteArray &value);

/// The offset behind the '=' of a setting.
qsizetype behindEquals(const syntax::MainCf &file, const syntax::Setting &setting);

/// The line end that is in use at `offset`: of the line there, or else of the line above.
QByteArray lineEndAt(QByteArrayView text, qsizetype offset);

/// What continuation lines of a setting start with: what its own do, or those of the nearest setting that has
/// any. A switched-off setting needs a '#' there.
QByteArray continuationPrefix(const syntax::MainCf &file, qsizetype index);

/// The same for a new setting that goes below setting `model`; -1 for none.
QByteArray newContinuationPrefix(const syntax::MainCf &file, qsizetype model);

/// Replaces the whole value of setting `index`.
Replacements replaceWholeValue(const syntax::MainCf &file, qsizetype index, const QByteArrayList &lines);

/// The line or lines of a setting, with a line end after each but the last.
QByteArray settingText(const QByteArray &head, const QByteArrayList &lines, const QByteArray &prefix,
                       const QByteArray &lineEnd);

} // namespace edits
