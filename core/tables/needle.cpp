// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tables/needle.h"

#include <bit>
#include <cstring>

namespace tables {

namespace {

constexpr quint64 ones = 0x0101010101010101ULL;
constexpr quint64 highs = 0x8080808080808080ULL;
constexpr quint8 caseBit = 0x20;

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

char folded(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + caseBit) : c;
}

quint64 eightAt(const char *place)
{
    quint64 word = 0;
    std::memcpy(&word, place, sizeof word);
    return word;
}

} // namespace

Needle::Needle(const QByteArray &text, Qt::CaseSensitivity sensitivity)
    : m_text(sensitivity == Qt::CaseInsensitive ? text.toLower() : text),
      m_sensitivity(sensitivity),
      m_probes{probeAt(0), probeAt(m_text.size() - 1), probeAt(m_text.size() / 2)}
{
}

Needle::Probe Needle::probeAt(qsizetype at) const
{
    if (m_text.isEmpty())
        return {};
    const bool ignoresCase = m_sensitivity == Qt::CaseInsensitive && isLetter(m_text[at]);
    const quint64 ignored = ignoresCase ? ones * caseBit : 0;
    return {at, ignored, (ones * static_cast<quint8>(m_text[at])) | ignored};
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

qsizetype Needle::findIn(QByteArrayView bytes, qsizetype from) const
{
    if (m_text.isEmpty() || bytes.size() - from < m_text.size())
        return -1;
    constexpr qsizetype step = sizeof(quint64);
    const char *const begin = bytes.data();
    const char *at = begin + from;
    const char *const last = begin + bytes.size() - m_text.size(); // where it could begin at the latest
    for (; last - at >= step; at += step) {
        quint64 difference = 0;
        for (const Probe &probe : m_probes)
            difference |= (eightAt(at + probe.at) | probe.ignored) ^ probe.wanted;
        // A byte that is zero becomes a high bit; so may the one above it, which isAt() tells apart.
        if (((difference - ones) & ~difference & highs) == 0)
            continue;
        for (qsizetype i = 0; i < step; ++i) {
            if (isAt(at + i))
                return at + i - begin;
        }
    }
    for (; at <= last; ++at) {
        if (isAt(at))
            return at - begin;
    }
    return -1;
}

} // namespace tables
