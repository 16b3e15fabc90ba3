// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayList>

#include <optional>

namespace lookup {

/// The size of the `{ ... }` that the text begins with; 0 when there is none: balpar() in src/util/balpar.c.
qsizetype bracedSize(QByteArrayView text);
/// What is between the braces of "{ ... }", all of the text; nothing for anything else.
std::optional<QByteArray> withoutBraces(QByteArrayView text);
/// The same without the blanks at both ends: extpar() in src/util/extpar.c.
std::optional<QByteArray> strippedOfBraces(QByteArrayView text);
/// The words of a list; a `{ ... }` is one: mystrtokq() in src/util/mystrtok.c.
QByteArrayList wordsOf(const QByteArray &text);

} // namespace lookup
