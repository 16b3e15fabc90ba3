// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>

namespace tls {

/// What a level does to mail. Texts: translation context "tls".
struct LevelWords
{
    const char *title;
    const char *sentence;
};

/// Null for one that nothing is known about.
const LevelWords *serverLevelWords(QByteArrayView level);
const LevelWords *clientLevelWords(QByteArrayView level);

} // namespace tls
