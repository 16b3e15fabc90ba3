// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

namespace files {

/// A path as the rest of the program holds it. A byte that is not part of valid UTF-8 becomes the lone
/// surrogate U+DC00 + byte, so that a name of any bytes survives the trip through a QString.
QString pathFromBytes(QByteArrayView bytes);

/// The inverse of pathFromBytes(); for every other string its UTF-8.
QByteArray pathToBytes(QStringView path);

/// A path for a sentence: control characters and stray bytes as \xHH. Never parse the result back.
QString displayPath(QByteArrayView bytes);

} // namespace files
