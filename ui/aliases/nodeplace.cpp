// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/aliases/nodeplace.h"

#include "core/tables/namedtable.h"

namespace ui {

std::optional<model::Place> placeOfRow(const model::Snapshot &snapshot, const QByteArray &table,
                                       qsizetype line)
{
    const std::optional<model::FileId> id =
        tables::fileNamed(snapshot, table.sliced(table.lastIndexOf(':') + 1));
    if (!id || line < 1)
        return {};
    const syntax::Text &text = snapshot.file(*id).text();
    return model::Place{*id, text.lineAround(text.lineStart(line - 1))};
}

std::optional<model::Place> placeOf(const delivery::Node &node, const model::Snapshot &snapshot)
{
    if (node.row.line > 0)
        return placeOfRow(snapshot, node.row.table, node.row.line);
    const syntax::Setting *setting = snapshot.mainCf().find(node.row.parameter);
    return setting ? std::optional(model::Place{model::FileId::MainCf, setting->whole}) : std::nullopt;
}

} // namespace ui
