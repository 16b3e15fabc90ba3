// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/tablemoves/naming.h"
#include "core/tables/usedtables.h"

namespace tablemoves {

/// The files of a table that nothing reads any more once it has its new name: its rows where the path is
/// another, and its index where the new one is not the same file. What another of `all` needs is not among
/// them, nor is a path that is not a whole one.
QByteArrayList leftovers(const QList<tables::UsedTable> &all, const tables::UsedTable &table,
                         const TableName &to, const catalog::Reference &reference);

/// What removes these files on the server; empty without any.
QByteArray removingCommand(const QByteArrayList &files);

} // namespace tablemoves
