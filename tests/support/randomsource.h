// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayList>
#include <QRandomGenerator>

#include <cstdio>

namespace support {

/// Random input for the laws; the seed is printed, and POSTWRIGHT_SEED repeats a run.
class RandomSource
{
public:
    explicit RandomSource(const char *law) : m_generator(seedFor(law)) { }
    explicit RandomSource(quint32 seed) : m_generator(seed) { }

    /// 0 <= result < bound; 0 for a bound of 0.
    qsizetype below(qsizetype bound)
    {
        return bound > 0 ? static_cast<qsizetype>(m_generator.bounded(static_cast<qint64>(bound))) : 0;
    }
    bool oneIn(qsizetype times) { return below(times) == 0; }
    template<typename List>
    auto oneOf(const List &list)
    {
        return list[below(list.size())];
    }
    /// Up to `most` of the given pieces in a row.
    QByteArray text(const QByteArrayList &pieces, qsizetype most)
    {
        QByteArray result;
        for (qsizetype left = below(most + 1); left > 0; --left)
            result += oneOf(pieces);
        return result;
    }

private:
    static quint32 seedFor(const char *law)
    {
        bool given = false;
        quint32 seed = qEnvironmentVariable("POSTWRIGHT_SEED").toUInt(&given);
        if (!given)
            seed = QRandomGenerator::global()->generate();
        std::printf("%s: POSTWRIGHT_SEED=%u\n", law, seed);
        std::fflush(stdout);
        return seed;
    }

    QRandomGenerator m_generator;
};

} // namespace support
