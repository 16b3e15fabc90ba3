// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>

namespace files {

/// The bytes of a file, cut anywhere; laid end to end they are the file.
using Content = QList<QByteArray>;

qint64 sizeOf(const Content &content);

/// A 32-byte BLAKE2b hash of the bytes, the same wherever they are cut and on every machine. About 1 ms per
/// MB.
QByteArray hashOf(const Content &content);

/// What a file was when it was looked at. Times in nanoseconds since 1970, sizes in bytes, mode without the
/// type bits.
struct Fingerprint
{
    quint64 device = 0;
    quint64 inode = 0;
    qint64 size = 0;
    qint64 modifiedNs = 0;
    qint64 changedNs = 0; ///< also moves when mode, owner or link count change
    quint32 mode = 0;
    quint32 uid = 0;
    quint32 gid = 0;
    quint64 links = 1;
    QByteArray contentHash = {}; ///< hashOf() its bytes; empty unless it was asked for
    bool isSettled = false; ///< it was quiet for so long that whatever is done to it later shows in its times

    bool operator==(const Fingerprint &) const = default;
};

/// Whether nothing at all happened to the file between the two looks, as far as the file system's clock can
/// tell.
bool isUntouched(const Fingerprint &then, const Fingerprint &now);

} // namespace files
