// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/visits.h"

namespace ui {

void Visits::add(const Visit &visit)
{
    if (m_current >= 0 && m_all.at(m_current) == visit)
        return;
    constexpr qsizetype kept = 100;
    m_all = m_all.mid(0, m_current + 1);
    m_all.append(visit);
    if (m_all.size() > kept)
        m_all.removeFirst();
    m_current = m_all.size() - 1;
    emit changed();
}

void Visits::clear()
{
    m_all.clear();
    m_current = -1;
    emit changed();
}

Visit Visits::back()
{
    Q_ASSERT(canGoBack());
    const Visit visit = m_all.at(--m_current);
    emit changed();
    return visit;
}

Visit Visits::forward()
{
    Q_ASSERT(canGoForward());
    const Visit visit = m_all.at(++m_current);
    emit changed();
    return visit;
}

} // namespace ui
