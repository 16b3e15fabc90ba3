// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lookup/map.h"

namespace lookup {

/// Several tables in a row; the first decides whether its keys are patterns.
class ChainMap : public Map
{
public:
    enum class How : quint8 {
        Union, ///< `unionmap:`, all that they answer, with commas: src/util/dict_union.c
        Pipe ///< `pipemap:`, the answer of one is the key of the next: src/util/dict_pipe.c
    };
    /// There is one at least.
    ChainMap(const QByteArray &name, How how, const QList<MapPointer> &maps, const Rules &rules);

protected:
    Answer lookUp(const QByteArray &key) const override;
    Trial tryAllRows(const QByteArray &key) const override;
    bool foldsPlainKeys() const override { return false; }

private:
    Answer united(const QByteArray &key) const;
    Answer piped(const QByteArray &key) const;

    How m_how;
    QList<MapPointer> m_maps;
};

} // namespace lookup
