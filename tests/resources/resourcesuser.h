// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

/// The bytes of an embedded file; null where there is none.
QByteArray embeddedFile(const QString &path);
