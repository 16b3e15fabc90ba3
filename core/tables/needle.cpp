// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tables/needle.h"

#include <cstring>

namespace tables {

namespace {

constexpr quint8 caseBit = 0x20;

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

char folded(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + caseBit) : c;
}

} // namespace

Needle::Needle(const QByteArray &text, Qt::CaseSensitivity sensitivity)
    : m_text(sensitivity == Qt::CaseInsensitive ? text.toLower() : text),
      m_sensitivity(sensitivity),
      m_probes{probeAt(0), probeAt((m_text.size() - 1) / 3), probeAt((m_text.size() - 1) * 2 / 3),
               probeAt(m_text.size() - 1)}
{
}

Needle::Probe Needle::probeAt(qsizetype at) const
{
    if (m_text.isEmpty())
        return {};
    const bool ignoresCase = m_sensitivity == Qt::CaseInsensitive && isLetter(m_text[at]);
    const quint8 ignored = ignoresCase ? caseBit : 0;
    return {at, ignored, static_cast<quint8>(static_cast<quint8>(m_text[at]) | ignored)};
}

bool Needle::isAt(const char *place) const
{
    if (m_sensitivity == Qt::CaseSensitive)
        return std::memcmp(place, m_text.constData(), static_cast<size_t>(m_text.size())) == 0;
    for (const char c : m_text) {
        if (folded(*place++) != c)
            return false;
    }
    return true;
}

/// The first of so many places, or -1. Most of them are ruled out in a shape that compilers turn into vector
/// code.
qsizetype Needle::findInLanes(const char *places) const
{
    const auto [first, second, third, last] = m_probes;
    std::array<quint8, lanes> hits;
    for (size_t i = 0; i < lanes; ++i) {
        const char *place = places + i;
        const int difference = first.differenceAt(place) | second.differenceAt(place)
            | third.differenceAt(place) | last.differenceAt(place);
        hits[i] = static_cast<quint8>(difference == 0 ? 1 : 0);
    }
    constexpr size_t step = sizeof(quint64);
    for (size_t i = 0; i < lanes; i += step) {
        quint64 eight = 0;
        std::memcpy(&eight, hits.data() + i, step);
        if (eight == 0)
            continue;
        for (size_t lane = i; lane < i + step; ++lane) {
            if (hits[lane] != 0 && isAt(places + lane))
                return static_cast<qsizetype>(lane);
        }
    }
    return -1;
}

qsizetype Needle::findIn(QByteArrayView bytes, qsizetype from) const
{
    if (m_text.isEmpty() || bytes.size() - from < m_text.size())
        return -1;
    const char *const begin = bytes.data();
    const char *at = begin + from;
    const char *const last = begin + bytes.size() - m_text.size(); // where it could begin at the latest
    for (; last - at >= lanes; at += lanes) {
        if (const qsizetype lane = findInLanes(at); lane >= 0)
            return at + lane - begin;
    }
    for (; at <= last; ++at) {
        if (isAt(at))
            return at - begin;
    }
    return -1;
}

} // namespace tables
