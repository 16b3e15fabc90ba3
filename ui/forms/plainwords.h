// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QString>

namespace ui {

/// The name of a parameter read as words, where nobody has found better ones: "smtpd_tls_CAfile" is "SMTP
/// server TLS CA file".
QString plainWords(QByteArrayView parameter);

} // namespace ui
