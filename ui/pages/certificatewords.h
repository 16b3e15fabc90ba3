// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/tls/pictures.h"

#include <QString>

namespace ui {

/// "mail.example.org, imap.example.org", or what else it is called.
QString namesOf(const certificates::Certificate &certificate);
/// The common name of a subject or an issuer, else all of it.
QString commonNameOf(const QByteArray &subject);
/// Until when it is valid, and how long that is; `now` in seconds since 1970.
QString validityOf(const certificates::Certificate &certificate, qint64 now);
bool isValidAt(const certificates::Certificate &certificate, qint64 now);
/// "EC 256 bits, sha256"
QString keyWords(const certificates::Certificate &certificate);

/// What follows the last certificate of a chain.
QString endWords(const certificates::Chain &chain);
/// It needs somebody to look at it.
bool isEndBad(const certificates::Chain &chain);
QString keyStateWords(certificates::Chain::Key key);
/// Why a file says nothing, and what to do; empty for one that was read.
QString stateWords(const tls::PemFile &file);

} // namespace ui
