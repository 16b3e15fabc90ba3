// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/diff/filediff.h"
#include "core/syntax/table.h"

#include <cstdlib>

using syntax::Row;
using syntax::Table;
using syntax::TableKind;
using syntax::Text;

namespace {

void demand(bool condition)
{
    if (!condition)
        std::abort();
}

void readAll(const Table &table)
{
    qsizetype end = 0;
    for (qsizetype i = 0; i < table.rowCount(); ++i) {
        const Row row = table.row(i);
        demand(end <= row.whole.begin && row.whole.begin < row.whole.end
               && row.whole.end <= table.text().size());
        demand(row.whole.begin <= row.key.begin && row.key.begin <= row.key.end);
        demand(row.key.end == row.separator.begin && row.separator.end == row.value.begin);
        demand(row.value.begin <= row.value.end && row.value.end <= row.whole.end);
        demand(table.rowAt(row.whole.begin) == i && table.rowAt(row.whole.end - 1) == i);
        demand(table.remarkOf(row).end == row.whole.begin);
        table.keyOf(row);
        table.valueOf(row);
        table.storedValueOf(row);
        end = row.whole.end;
    }
}

} // namespace

/// The first four bytes are a change; the rest is read as a table of every kind, changed, and read again.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    if (size < 4)
        return 0;
    const QByteArray bytes(reinterpret_cast<const char *>(data + 4), static_cast<qsizetype>(size - 4));
    const Text text(bytes, Text::Layout::Chunked);
    demand(text.bytes() == bytes);
    const qsizetype begin = bytes.size() * data[0] / 256;
    const qsizetype end = std::min(bytes.size(), begin + data[1]);
    const QByteArray fresh =
        bytes.sliced(bytes.size() * data[2] / 256)
            .first(std::min<qsizetype>(data[3], bytes.size() - bytes.size() * data[2] / 256));
    const Text changed = text.replaced({begin, end}, fresh);
    demand(changed.bytes() == QByteArray(bytes).replace(begin, end - begin, fresh));
    demand(diff::fileDiff(text, changed).isEmpty() == (text == changed));
    for (const TableKind kind :
         {TableKind::KeyValue, TableKind::Aliases, TableKind::Pattern, TableKind::Cidr}) {
        const Table table(text, kind);
        readAll(table);
        const Table after(changed, table);
        readAll(after);
        demand(after.rowCount() == Table(Text(changed.bytes(), Text::Layout::Chunked), kind).rowCount());
    }
    return 0;
}
