// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/completion/gathering.h"

#include <algorithm>

namespace completion {

namespace {

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool startsWith(QByteArrayView text, QByteArrayView typed)
{
    return text.size() >= typed.size()
        && std::equal(typed.begin(), typed.end(), text.begin(), [](char a, char b) { return a == lower(b); });
}

} // namespace

int Gatherer::rankOf(QByteArrayView text) const
{
    if (startsWith(text, m_typed))
        return 0;
    constexpr qsizetype tooShort = 2; // one letter would be found in nearly all
    if (m_typed.size() < tooShort)
        return -1;
    for (qsizetype at = 1; at < text.size(); ++at) {
        const char before = text[at - 1];
        if ((before == '_' || before == '-' || before == '/') && startsWith(text.sliced(at), m_typed))
            return 1;
    }
    return -1;
}

void Gatherer::add(Candidate candidate, int order)
{
    const int rank = rankOf(candidate.text);
    if (rank < 0 || candidate.text.isEmpty() || m_seen.contains(candidate.text))
        return;
    m_seen.insert(candidate.text);
    if (candidate.inserted.isEmpty())
        candidate.inserted = candidate.text;
    m_found.append(Ranked{std::move(candidate), rank, order});
}

QList<Candidate> Gatherer::take()
{
    std::stable_sort(m_found.begin(), m_found.end(), [](const Ranked &a, const Ranked &b) {
        return std::tuple(a.rank, a.candidate.isDeprecated, a.order, QByteArrayView(a.candidate.text))
            < std::tuple(b.rank, b.candidate.isDeprecated, b.order, QByteArrayView(b.candidate.text));
    });
    QList<Candidate> candidates;
    candidates.reserve(m_found.size());
    for (Ranked &found : m_found)
        candidates.append(std::move(found.candidate));
    return candidates;
}

} // namespace completion
