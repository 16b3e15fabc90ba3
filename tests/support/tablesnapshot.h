// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/snapshot.h"

namespace support {

/// A snapshot whose one table, FileId::FirstOther, has these bytes.
inline model::Snapshot snapshotWithTable(const QByteArray &bytes, model::FileKind kind)
{
    QList<model::File> files = model::Snapshot().files();
    const model::FileInfo info{
        .path = QStringLiteral("/etc/postfix/table"), .name = QStringLiteral("table"), .kind = kind};
    files.append(model::File(info, syntax::Text(bytes, model::File::layoutOf(kind))));
    return model::Snapshot(files);
}

} // namespace support
