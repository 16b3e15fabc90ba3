// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/postconf/log.h"

namespace postconf {

QByteArray printable(QByteArray message)
{
    for (char &c : message) {
        if (c < ' ' || c > '~')
            c = '?';
    }
    return message;
}

} // namespace postconf
