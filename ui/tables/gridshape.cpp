// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/tables/gridshape.h"

#include "ui/tables/checkshapes.h"
#include "ui/tables/meanings.h"
#include "ui/tables/routeshapes.h"
#include "ui/tables/tableshapes.h"

#include <QtGlobal>

#include <algorithm>

namespace ui {

namespace {

constexpr TableColumn flagsColumn{QT_TRANSLATE_NOOP("tables", "Flags"), QT_TRANSLATE_NOOP("tables", "i")};
constexpr TableColumn textColumn{QT_TRANSLATE_NOOP("tables", "Text, address or destination"),
                                 QT_TRANSLATE_NOOP("tables", "No spam, please")};

/// The one that a page has for tables of that parameter.
const TableShape *pageShape(QByteArrayView parameter)
{
    const auto isIts = [&](const TableShape *shape) { return parameter == QByteArrayView(shape->parameter); };
    for (const TableShape *shape : {&shapes::tlsPolicies, &shapes::sniCertificates,
                                    &shapes::clientFingerprints, &shapes::passwords, &shapes::senderLogins}) {
        if (isIts(shape))
            return shape;
    }
    for (const TableShape *shape : shapes::routes()) {
        if (isIts(shape))
            return shape;
    }
    for (const shapes::Check &check : shapes::checks()) {
        if (isIts(check.shape))
            return check.shape;
    }
    return nullptr;
}

/// Columns for rows of a meaning that no page has rows of.
bool hasActions(QByteArrayView meaning)
{
    return meaning == "access" || meaning.endsWith("_checks");
}

} // namespace

GridShape::GridShape(const tables::UsedTable &table)
{
    const Meaning &meaning = meaningOf(table.meaning);
    const auto use = std::ranges::find_if(table.uses, [&](const tables::Use &one) {
        return one.meaning == table.meaning && pageShape(one.parameter);
    });
    const TableShape *known = use != table.uses.end() ? pageShape(use->parameter) : nullptr;
    if (!known && table.isUsedAs("sasl_passwd")) // whoever asks for them
        known = &shapes::passwords;
    if (known) {
        m_shape = *known;
        m_columns.assign(m_shape.columns.begin(), m_shape.columns.end());
    } else {
        m_columns = {{meaning.key, meaning.keyHint}, {meaning.value, meaning.valueHint}};
        if (hasActions(table.meaning)) {
            m_columns.push_back(textColumn);
            m_shape.value = {.separator = ' '};
        }
        m_shape.parameter = "";
        m_shape.fileName = "";
    }
    m_shape.title = meaning.title;
    m_shape.empty = QT_TRANSLATE_NOOP("tables", "No rows yet. Write the first one below, or paste some.");
    if (table.table.type == "regexp" || table.table.type == "pcre") {
        m_columns.front().title = QT_TRANSLATE_NOOP("tables", "Pattern");
        if (m_columns.front().hint[0] != '/')
            m_columns.front().hint = QT_TRANSLATE_NOOP("tables", "/@example\\.org$/");
        m_columns.insert(m_columns.begin() + 1, flagsColumn);
        m_shape.hasFlags = true;
    } else if (table.table.type == "cidr") {
        m_columns.front().title = QT_TRANSLATE_NOOP("tables", "Network");
        m_columns.front().hint = QT_TRANSLATE_NOOP("tables", "192.0.2.0/24");
    }
    m_shape.hasRemarks = true;
    m_shape.columns = m_columns;
}

tables::Layout GridShape::layout() const
{
    tables::Layout layout{.value = m_shape.value, .hasFlags = m_shape.hasFlags};
    for (const TableColumn &column : m_columns)
        layout.titles.append(column.title);
    return layout;
}

bool GridShape::hasSecret() const
{
    return std::ranges::any_of(m_columns, [](const TableColumn &column) { return column.isSecret; });
}

} // namespace ui
