// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/model/snapshot.h"

namespace folder {

/// Which lookup tables a configuration names, and where they are seen from here.
struct TableReference
{
    QByteArray type; ///< hash, lmdb, pcre, ...
    QByteArray path; ///< as Postfix will read it: expanded, relative ones below the configuration folder
    model::FileKind kind = model::FileKind::Other;
};

/// Every `type:path` of a file-based type in the values of main.cf and the overrides of master.cf, each once.
/// $config_directory and other parameters set in the file are expanded; what can't be is left out.
QList<TableReference> tableReferences(const syntax::MainCf &mainCf, const syntax::MasterCf &masterCf,
                                      const QByteArray &configDirectory);

} // namespace folder
