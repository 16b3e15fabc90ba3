// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

namespace ui {

/// What a setting of a database client is called: "Password" for "bind_pw".
QString clientSettingWords(const QByteArray &key);
/// The place of a setting among those that somebody who sets up such a client asks for first; -1 for others.
qsizetype usualPlace(const QByteArray &type, const QByteArray &key);
/// "LDAP", "MySQL or MariaDB".
QString clientTitle(const QByteArray &type);

} // namespace ui
