// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/problems/fixing.h"

#include <QHash>

#include <algorithm>
#include <tuple>

namespace ui {

const Finding::Fix *fixCalled(const Finding &finding, const QString &title)
{
    const auto found = std::find_if(finding.fixes.begin(), finding.fixes.end(),
                                    [&](const Finding::Fix &fix) { return fix.title == title; });
    return found == finding.fixes.end() ? nullptr : &*found;
}

QStringList fixTitles(const QList<Finding> &findings)
{
    QStringList titles;
    QHash<QString, int> count;
    for (const Finding &finding : findings) {
        for (const Finding::Fix &fix : finding.fixes) {
            if (++count[fix.title] == 1)
                titles.append(fix.title);
        }
    }
    std::ranges::stable_sort(
        titles, [&](const QString &a, const QString &b) { return count.value(a) > count.value(b); });
    return titles;
}

edits::Outcome applyFixes(model::Draft &draft, const QList<Finding> &findings, const QString &title)
{
    QList<Finding> fromTheEnd = findings;
    std::ranges::stable_sort(fromTheEnd, [](const Finding &a, const Finding &b) {
        const auto key = [](const Finding &finding) {
            return finding.place
                ? std::tuple(static_cast<int>(finding.place->file), finding.place->range.begin)
                : std::tuple(-1, qsizetype(0));
        };
        return key(a) > key(b);
    });
    edits::Outcome refused;
    for (const Finding &finding : std::as_const(fromTheEnd)) {
        if (const Finding::Fix *fix = fixCalled(finding, title))
            refused = fix->apply(draft);
    }
    return findings.size() == 1 ? refused : edits::Outcome();
}

} // namespace ui
