// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/syntax/maincf.h"

namespace support {

/// What the ranges promise; the first promise that is broken.
inline QByteArray brokenPromise(const syntax::MainCf &file)
{
    const QByteArrayView text = file.text();
    const auto startsLine = [&](qsizetype at) { return at == 0 || text[at - 1] == '\n'; };
    qsizetype end = 0;
    for (const syntax::Setting &setting : file.settings()) {
        if (setting.remark.begin < end || setting.remark.end != setting.whole.begin)
            return "remark of " + QByteArray::number(setting.line);
        if (!startsLine(setting.remark.begin) || !startsLine(setting.whole.begin))
            return "line start of " + QByteArray::number(setting.line);
        if (setting.whole.end > text.size()
            || !(setting.whole.end == text.size() || startsLine(setting.whole.end)))
            return "line end of " + QByteArray::number(setting.line);
        if (setting.name.begin < setting.whole.begin || setting.name.isEmpty()
            || setting.separator.begin != setting.name.end || setting.separator.end != setting.value.begin
            || setting.value.begin > setting.value.end || setting.value.end > setting.whole.end)
            return "parts of " + QByteArray::number(setting.line);
        if (setting.line != text.first(setting.name.begin).count('\n'))
            return "number of " + QByteArray::number(setting.line);
        if (setting.enabled && setting.name.begin != setting.whole.begin)
            return "name of " + QByteArray::number(setting.line);
        qsizetype at = setting.value.begin;
        for (const syntax::ByteRange &piece : file.piecesOf(setting)) {
            if (piece.begin < at || piece.isEmpty() || piece.end > setting.value.end)
                return "pieces of " + QByteArray::number(setting.line);
            at = piece.end;
        }
        end = setting.whole.end;
    }
    for (const syntax::StrayLine &stray : file.strays())
        if (stray.range.isEmpty() || !startsLine(stray.range.begin) || stray.range.end > text.size())
            return "stray " + QByteArray::number(stray.line);
    return {};
}

} // namespace support
