// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lint/reading.h"

#include <algorithm>

namespace lint {

namespace {

constexpr size_t bits = 64;

} // namespace

size_t NameNumbers::of(QByteArrayView name)
{
    const auto known = m_numbers.constFind(QByteArray::fromRawData(name.data(), name.size()));
    if (known != m_numbers.cend())
        return *known;
    return *m_numbers.insert(name.toByteArray(), static_cast<size_t>(m_numbers.size()));
}

void Reading::add(size_t name)
{
    if (m_names.size() <= name / bits)
        m_names.resize(name / bits + 1);
    m_names[name / bits] |= quint64(1) << (name % bits);
}

void Reading::add(const Reading &other)
{
    m_wholes |= other.m_wholes;
    m_names.resize(std::max(m_names.size(), other.m_names.size()));
    for (size_t i = 0; i < other.m_names.size(); ++i)
        m_names[i] |= other.m_names[i];
}

bool Reading::has(size_t name) const
{
    return name / bits < m_names.size() && (m_names[name / bits] >> (name % bits) & 1) != 0;
}

bool Reading::meets(const Reading &other) const
{
    if (m_wholes & other.m_wholes)
        return true;
    const size_t common = std::min(m_names.size(), other.m_names.size());
    for (size_t i = 0; i < common; ++i) {
        if ((m_names[i] & other.m_names[i]) != 0)
            return true;
    }
    return false;
}

} // namespace lint
