// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/similarnames.h"

#include <algorithm>
#include <bit>
#include <cstdlib>
#include <vector>

namespace lint {

namespace {

QByteArray lettersOf(QByteArrayView text)
{
    QByteArray letters;
    letters.reserve(text.size());
    for (const char c : text) {
        if (c != '_' && c != '-' && c != ' ')
            letters += c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    }
    return letters;
}

/// A bit for each character that occurs, several characters sharing one.
quint64 charactersOf(QByteArrayView text)
{
    quint64 all = 0;
    for (const char c : text)
        all |= 1ULL << (static_cast<unsigned char>(c) & 63U);
    return all;
}

} // namespace

int distanceOf(QByteArrayView a, QByteArrayView b, int most)
{
    if (std::abs(a.size() - b.size()) > most)
        return most + 1;
    const auto columns = static_cast<size_t>(b.size()) + 1;
    std::vector<int> rows(columns * 3);
    int *before = rows.data();
    int *last = before + columns;
    int *now = last + columns;
    for (size_t j = 0; j < columns; ++j)
        last[j] = static_cast<int>(j);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        now[0] = static_cast<int>(i);
        int least = now[0];
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const int change = a[i - 1] == b[j - 1] ? 0 : 1;
            now[j] = std::min({last[j] + 1, now[j - 1] + 1, last[j - 1] + change});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                now[j] = std::min(now[j], before[j - 2] + 1);
            least = std::min(least, now[j]);
        }
        if (least > most)
            return most + 1;
        std::swap(before, last);
        std::swap(last, now);
    }
    return last[b.size()];
}

SimilarNames::SimilarNames(const QByteArrayList &names) : m_names(names)
{
    m_byLetters.reserve(names.size());
    m_characters.reserve(names.size());
    for (qsizetype i = 0; i < names.size(); ++i) {
        const QByteArray letters = lettersOf(names[i]);
        if (!m_byLetters.contains(letters))
            m_byLetters.insert(letters, i);
        m_characters.append(charactersOf(names[i]));
    }
}

std::optional<QByteArray> SimilarNames::closestTo(QByteArrayView word) const
{
    constexpr qsizetype shortName = 8;
    const int most = word.size() < shortName ? 1 : 2;
    const QByteArray letters = lettersOf(word);
    const auto same = m_byLetters.constFind(letters);
    if (same != m_byLetters.cend() && std::abs(m_names[*same].size() - word.size()) <= letters.size())
        return m_names[*same];
    const quint64 characters = charactersOf(word);
    qsizetype closest = -1;
    int least = most + 1;
    for (qsizetype i = 0; i < m_names.size(); ++i) {
        // One change takes a character away and brings one at most.
        if (std::abs(m_names[i].size() - word.size()) >= least
            || std::popcount(characters ^ m_characters[i]) > 2 * most)
            continue;
        const int distance = distanceOf(word, m_names[i], most);
        if (distance < least) {
            least = distance;
            closest = i;
        }
    }
    return closest < 0 ? std::nullopt : std::optional(m_names[closest]);
}

std::optional<QByteArray> closestOf(QByteArrayView word, const QByteArrayList &names)
{
    return SimilarNames(names).closestTo(word);
}

} // namespace lint
