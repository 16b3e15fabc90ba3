// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lookup/keyindex.h"
#include "core/lookup/map.h"
#include "core/lookup/rowtext.h"
#include "core/syntax/table.h"

namespace lookup {

/// A table of keys, asked as the index would be that postmap(1) or postalias(1) makes of its text. Of two
/// rows with the same key the first counts. The text is not copied.
class KeyMap : public Map
{
public:
    /// `table` is of the kind KeyValue, or Aliases for one that postalias(1) makes.
    KeyMap(const QByteArray &name, const syntax::Table &table, const Rules &rules);

protected:
    Answer lookUp(const QByteArray &key) const override;
    Trial tryAllRows(const QByteArray &key) const override;

private:
    struct Entry
    {
        QByteArray key = {}; ///< not folded
        QByteArray value = {};
        const char *problem = nullptr;
    };

    bool isOfAliases() const { return m_table.kind() == syntax::TableKind::Aliases; }
    void read();
    Entry entryOf(QByteArrayView text) const;
    Entry entryAt(qsizetype offset) const;
    QByteArray comparable(const QByteArray &key) const;
    qsizetype lineOf(qsizetype offset) const { return m_table.text().lineAt(offset) + 1; }
    std::optional<qsizetype> offsetOf(const QByteArray &key, quint32 tag) const;
    Match matchAt(qsizetype offset) const;
    void warnOfRow(const syntax::LogicalRow &row, QByteArrayView text, const Entry &entry);

    syntax::Table m_table;
    KeyIndex m_index;
    QList<std::pair<qsizetype, qsizetype>> m_duplicates; ///< of which row, and where
};

} // namespace lookup
