// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/problems/problemrows.h"

#include "ui/problems/findingwords.h"

#include <QCoreApplication>

#include <algorithm>
#include <tuple>

namespace ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::ProblemsModel)
};

bool isWanted(const Finding &finding, const ProblemFilter &filter, const QStringList &words,
              const model::Snapshot &snapshot)
{
    if (!filter.isShown.at(static_cast<size_t>(finding.severity)))
        return false;
    if (filter.origin && *filter.origin != finding.origin)
        return false;
    const QString text = words.isEmpty()
        ? QString()
        : QStringList{finding.message, finding.title, foundBy(finding), whereText(finding, snapshot)}.join(
            u'\n');
    return std::all_of(words.begin(), words.end(),
                       [&](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

QString fileOf(const Finding &finding, const model::Snapshot &snapshot)
{
    return finding.place && snapshot.contains(finding.place->file)
        ? snapshot.file(finding.place->file).info().name
        : finding.file;
}

ProblemGroup groupFor(const Finding &finding, const model::Snapshot &snapshot, ProblemGrouping grouping)
{
    switch (grouping) {
    case ProblemGrouping::File: {
        const QString file = fileOf(finding, snapshot);
        return {.key = file, .title = file.isEmpty() ? Words::tr("Without a file") : file};
    }
    case ProblemGrouping::Kind: {
        const QString kind = kindOf(finding);
        if (kind.isEmpty())
            return {.key = originText(finding.origin), .title = originText(finding.origin)};
        return {.key = kind, .title = finding.title.isEmpty() ? kind : finding.title};
    }
    case ProblemGrouping::Severity:
        return {.key = QString::number(static_cast<int>(finding.severity)),
                .title = severitiesText(finding.severity)};
    case ProblemGrouping::None:
        break;
    }
    return {};
}

/// Where it is, as a number that can be compared.
std::tuple<int, QString, qsizetype> placeKey(const Finding &finding, const model::Snapshot &snapshot)
{
    return {finding.place ? static_cast<int>(finding.place->file) : INT_MAX, fileOf(finding, snapshot),
            lineOf(finding, snapshot)};
}

void sortRows(QList<qsizetype> &rows, const QList<Finding> &findings, const model::Snapshot &snapshot,
              ProblemOrder order)
{
    const auto sortBy = [&](auto keyOf) {
        std::ranges::stable_sort(rows, [&](qsizetype a, qsizetype b) {
            return order.isDescending ? keyOf(findings[b]) < keyOf(findings[a])
                                      : keyOf(findings[a]) < keyOf(findings[b]);
        });
    };
    switch (order.by) {
    case ProblemOrder::By::AsFound:
        break;
    case ProblemOrder::By::Severity:
        sortBy([](const Finding &finding) { return std::tuple(finding.severity, finding.message); });
        break;
    case ProblemOrder::By::Place:
        sortBy([&](const Finding &finding) { return placeKey(finding, snapshot); });
        break;
    case ProblemOrder::By::Kind:
        sortBy([](const Finding &finding) { return foundBy(finding); });
        break;
    }
}

} // namespace

QString foundBy(const Finding &finding)
{
    return finding.rule.isEmpty() ? originText(finding.origin) : finding.rule;
}

QString kindOf(const Finding &finding)
{
    return finding.rule;
}

QList<ProblemGroup> problemGroups(const QList<Finding> &findings, const model::Snapshot &snapshot,
                                  const ProblemFilter &filter, ProblemGrouping grouping, ProblemOrder order)
{
    const QStringList words = filter.text.split(u' ', Qt::SkipEmptyParts);
    QList<ProblemGroup> groups;
    QHash<QString, qsizetype> byKey;
    for (qsizetype i = 0; i < findings.size(); ++i) {
        if (!isWanted(findings[i], filter, words, snapshot))
            continue;
        const ProblemGroup made = groupFor(findings[i], snapshot, grouping);
        const auto known = byKey.constFind(made.key);
        const qsizetype which = known == byKey.cend() ? groups.size() : *known;
        if (known == byKey.cend()) {
            byKey.insert(made.key, which);
            groups.append(made);
        }
        groups[which].worst = std::min(groups[which].worst, findings[i].severity);
        groups[which].rows.append(i);
    }
    for (ProblemGroup &group : groups)
        sortRows(group.rows, findings, snapshot, order);
    std::ranges::stable_sort(groups, [&](const ProblemGroup &a, const ProblemGroup &b) {
        if (grouping == ProblemGrouping::File)
            return placeKey(findings[a.rows.first()], snapshot)
                < placeKey(findings[b.rows.first()], snapshot);
        return a.worst < b.worst;
    });
    return groups;
}

} // namespace ui
