// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/draft.h"

namespace support {

/// An empty main.cf and this master.cf.
inline model::Snapshot withMasterCf(const QByteArray &text)
{
    const auto file = [](const QString &name, model::FileKind kind, const QByteArray &bytes) {
        return model::File(model::FileInfo{.path = name, .name = name, .kind = kind},
                           syntax::Text(bytes, model::File::layoutOf(kind)));
    };
    return model::Snapshot({file(QStringLiteral("main.cf"), model::FileKind::MainCf, {}),
                            file(QStringLiteral("master.cf"), model::FileKind::MasterCf, text)});
}

} // namespace support
