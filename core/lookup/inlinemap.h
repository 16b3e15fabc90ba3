// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lookup/map.h"

#include <QHash>

namespace lookup {

/// `inline:{ key=value, { key = text with blanks } }`. Of two with the same key the last counts:
/// dict_inline_open() in src/util/dict_inline.c.
class InlineMap : public Map
{
public:
    /// `pairs` as readInline() gives them.
    InlineMap(const QByteArray &name, const QList<std::pair<QByteArray, QByteArray>> &pairs,
              const Rules &rules);

protected:
    Answer lookUp(const QByteArray &key) const override;

private:
    QHash<QByteArray, QByteArray> m_values;
};

struct InlinePairs
{
    QList<std::pair<QByteArray, QByteArray>> pairs = {};
    QByteArray problem = {}; ///< in Postfix's words; then it opens no table
};
/// What stands behind "inline:".
InlinePairs readInline(const QByteArray &text);

} // namespace lookup
