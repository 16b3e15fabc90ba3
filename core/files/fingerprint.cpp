// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/files/fingerprint.h"

#include <QCryptographicHash>

#include <numeric>

namespace files {

qint64 sizeOf(const Content &content)
{
    return std::accumulate(content.cbegin(), content.cend(), qint64(0),
                           [](qint64 sum, const QByteArray &block) { return sum + block.size(); });
}

QByteArray hashOf(const Content &content)
{
    QCryptographicHash hash(QCryptographicHash::Blake2b_256);
    for (const QByteArray &block : content)
        hash.addData(block);
    return hash.result();
}

bool isUntouched(const Fingerprint &then, const Fingerprint &now)
{
    return then.device == now.device && then.inode == now.inode && then.size == now.size
        && then.modifiedNs == now.modifiedNs && then.changedNs == now.changedNs;
}

} // namespace files
