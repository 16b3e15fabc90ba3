// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/effective/settingchanges.h"

#include <QSet>

#include <algorithm>

namespace effective {

namespace {

bool isSame(const syntax::MainCf &before, const syntax::Setting &a, const syntax::MainCf &now,
            const syntax::Setting &b)
{
    return a.enabled == b.enabled && a.whole.in(before.text()) == b.whole.in(now.text());
}

bool hasSameValue(const syntax::MainCf &before, const syntax::MainCf &now, QByteArrayView name)
{
    const syntax::Setting *a = before.find(name);
    const syntax::Setting *b = now.find(name);
    return a && b ? before.valueOf(*a) == now.valueOf(*b) : !a && !b;
}

} // namespace

// Settings that are the same at both ends of the file need no look: an edit is in one place.
QByteArrayList changedSettings(const syntax::MainCf &before, const syntax::MainCf &now)
{
    const QList<syntax::Setting> &a = before.settings();
    const QList<syntax::Setting> &b = now.settings();
    const qsizetype shorter = std::min(a.size(), b.size());
    qsizetype head = 0;
    while (head < shorter && isSame(before, a[head], now, b[head]))
        ++head;
    qsizetype tail = 0;
    while (tail < shorter - head && isSame(before, a[a.size() - 1 - tail], now, b[b.size() - 1 - tail]))
        ++tail;
    QByteArrayList changed;
    QSet<QByteArrayView> seen;
    const auto look = [&](const syntax::MainCf &file, qsizetype count) {
        for (qsizetype i = head; i < count - tail; ++i) {
            const QByteArrayView name = file.nameOf(file.settings()[i]);
            if (seen.contains(name))
                continue;
            seen.insert(name);
            if (!hasSameValue(before, now, name))
                changed.append(name.toByteArray());
        }
    };
    look(before, a.size());
    look(now, b.size());
    return changed;
}

} // namespace effective
