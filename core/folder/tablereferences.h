// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/file.h"

#include <QList>

#include <optional>

namespace folder {

/// A file that the configuration names.
struct TableReference
{
    QByteArray type; ///< hash, lmdb, pcre, mysql, ...
    QByteArray path; ///< as Postfix reads it: $names expanded, a relative one as it is written
    model::FileKind kind = model::FileKind::Other;
    QByteArray parameter; ///< the first parameter that names it

    bool operator==(const TableReference &) const = default;
};

/// Every `type:path` of a file-based table type in the settings in force of main.cf and in the overrides in
/// force of master.cf, each path once, in order of appearance. Values of parameters that main.cf sets are
/// expanded, and $config_directory; a path with a name that is set nowhere is left out.
QList<TableReference> tableReferences(const syntax::MainCf &mainCf, const syntax::MasterCf &masterCf,
                                      const QByteArray &configDirectory);

/// What a file is that a table of this type is made from; nothing for types that have no file of their own.
std::optional<model::FileKind> kindOfTable(QByteArrayView type, QByteArrayView parameter);

/// What a file in the configuration folder that nothing names is, going by its name.
model::FileKind kindByName(const QString &fileName);

/// Whether a file is made by postmap, postalias or an editor's backup: nothing to open.
bool isDerivedFile(const QString &fileName);

} // namespace folder
