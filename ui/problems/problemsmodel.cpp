// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/problems/problemsmodel.h"

#include "ui/problems/findingwords.h"
#include "ui/session/editsession.h"
#include "ui/session/severityicon.h"
#include "ui/widgets/colors.h"
#include "ui/widgets/icon.h"

#include <QApplication>
#include <QFont>
#include <QIcon>
#include <QPalette>

namespace ui {

namespace {

constexpr quintptr noGroup = 0; ///< a group's row, or a row without groups; else the group's number plus one

QString identityOf(const Finding &finding)
{
    return foundBy(finding) + u'\n' + finding.message + (finding.ignored ? QStringLiteral("\n-") : QString());
}

} // namespace

ProblemsModel::ProblemsModel(EditSession &session, Findings &findings, QObject *parent)
    : QAbstractItemModel(parent), m_session(session), m_findings(findings)
{
    connect(&findings, &Findings::changed, this, &ProblemsModel::rebuild);
    // Places move along with an edit, and so can their order.
    connect(&session, &EditSession::changed, this, &ProblemsModel::rebuild);
    rebuild();
}

void ProblemsModel::rebuild()
{
    QList<Finding> shown = m_findings.all();
    if (m_filter.isIgnoredShown)
        shown += m_findings.ignored();
    QList<ProblemGroup> groups = problemGroups(shown, m_session.snapshot(), m_filter, m_grouping, m_order);
    QStringList identities;
    for (const ProblemGroup &group : groups) {
        identities.append(QString::number(static_cast<int>(m_grouping)) + group.key);
        for (const qsizetype row : group.rows)
            identities.append(identityOf(shown[row]));
    }
    if (identities != m_identities) {
        beginResetModel();
        m_shown = std::move(shown);
        m_groups = std::move(groups);
        m_identities = std::move(identities);
        endResetModel();
        return;
    }
    m_shown = std::move(shown);
    m_groups = std::move(groups);
    if (rowCount() == 0)
        return;
    emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    for (int group = 0; isGrouped() && group < rowCount(); ++group) {
        const QModelIndex above = index(group, 0);
        emit dataChanged(index(0, 0, above), index(rowCount(above) - 1, ColumnCount - 1, above));
    }
}

void ProblemsModel::setFilter(const ProblemFilter &filter)
{
    m_filter = filter;
    rebuild();
}

void ProblemsModel::setGrouping(ProblemGrouping grouping)
{
    if (grouping == m_grouping)
        return;
    // Other rows, even where they say the same.
    beginResetModel();
    m_grouping = grouping;
    m_groups.clear();
    m_identities.clear();
    endResetModel();
    rebuild();
}

void ProblemsModel::sort(int column, Qt::SortOrder order)
{
    using By = ProblemOrder::By;
    m_order = {.by = column == MessageColumn ? By::Severity
                   : column == PlaceColumn   ? By::Place
                   : column == FoundByColumn ? By::Kind
                                             : By::AsFound,
               .isDescending = order == Qt::DescendingOrder};
    rebuild();
}

const Finding *ProblemsModel::findingOf(const QModelIndex &index) const
{
    if (!index.isValid() || m_groups.isEmpty() || (isGrouped() && index.internalId() == noGroup))
        return nullptr;
    const ProblemGroup &group =
        m_groups[isGrouped() ? static_cast<qsizetype>(index.internalId()) - 1 : qsizetype(0)];
    const qsizetype row = index.row() < group.rows.size() ? group.rows[index.row()] : -1;
    return row >= 0 && row < m_shown.size() ? &m_shown[row] : nullptr;
}

QString ProblemsModel::groupKeyOf(const QModelIndex &index) const
{
    return isGrouped() && index.isValid() && index.internalId() == noGroup ? m_groups[index.row()].key
                                                                           : QString();
}

int ProblemsModel::findingCount() const
{
    qsizetype count = 0;
    for (const ProblemGroup &group : m_groups)
        count += group.rows.size();
    return static_cast<int>(count);
}

int ProblemsModel::positionOf(const QModelIndex &index) const
{
    if (!findingOf(index))
        return -1;
    int position = index.row();
    for (int group = 0; isGrouped() && group < index.parent().row(); ++group)
        position += static_cast<int>(m_groups[group].rows.size());
    return position;
}

QModelIndex ProblemsModel::indexAt(int position) const
{
    if (!isGrouped())
        return position >= 0 && position < rowCount() ? index(position, 0) : QModelIndex();
    for (int group = 0; position >= 0 && group < rowCount(); ++group) {
        const QModelIndex above = index(group, 0);
        if (position < rowCount(above))
            return index(position, 0, above);
        position -= rowCount(above);
    }
    return {};
}

QModelIndex ProblemsModel::indexLike(const Finding &finding, int near) const
{
    const QString wanted = identityOf(finding);
    QModelIndex best;
    for (int position = 0; position < findingCount(); ++position) {
        const QModelIndex candidate = indexAt(position);
        const Finding *other = findingOf(candidate);
        if (!other || identityOf(*other) != wanted)
            continue;
        if (!best.isValid() || std::abs(position - near) < std::abs(positionOf(best) - near))
            best = candidate;
    }
    return best;
}

QModelIndex ProblemsModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : noGroup);
}

QModelIndex ProblemsModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == noGroup)
        return {};
    return createIndex(static_cast<int>(child.internalId()) - 1, 0, noGroup);
}

int ProblemsModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid() && isGrouped())
        return static_cast<int>(m_groups.size());
    if (!parent.isValid())
        return m_groups.isEmpty() ? 0 : static_cast<int>(m_groups.first().rows.size());
    const bool isGroup = isGrouped() && parent.column() == 0 && parent.internalId() == noGroup;
    return isGroup ? static_cast<int>(m_groups[parent.row()].rows.size()) : 0;
}

int ProblemsModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QString ProblemsModel::toolTip(const Finding &finding)
{
    QStringList lines{finding.message};
    for (const Finding::Fix &fix : finding.fixes)
        lines.append(tr("Fix: %1").arg(fix.title));
    return lines.join(u'\n');
}

QVariant ProblemsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (const Finding *finding = findingOf(index))
        return findingData(*finding, index.column(), role);
    return isGrouped() ? groupData(m_groups[index.row()], index.column(), role) : QVariant();
}

QVariant ProblemsModel::groupData(const ProblemGroup &group, int column, int role) const
{
    if (column != MessageColumn)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        //: A group of findings, and how many there are in it
        return tr("%1 (%2)").arg(group.title).arg(group.rows.size());
    case Qt::DecorationRole:
        return severityIcon(group.worst);
    case Qt::FontRole: {
        QFont font = QApplication::font();
        font.setWeight(QFont::DemiBold);
        return font;
    }
    default:
        return {};
    }
}

QVariant ProblemsModel::findingData(const Finding &finding, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        if (column == MessageColumn)
            return finding.message.simplified();
        return column == PlaceColumn ? whereText(finding, m_session.snapshot()) : foundBy(finding);
    case Qt::ToolTipRole:
        return toolTip(finding);
    case Qt::DecorationRole:
        if (column != MessageColumn)
            return {};
        return finding.ignored ? icon(QStringLiteral("eye-off"), IconColor::Muted)
                               : severityIcon(finding.severity);
    case Qt::AccessibleTextRole:
        //: A finding as a reader says it: how bad it is, and what it is
        return column == MessageColumn ? tr("%1: %2").arg(
                   finding.ignored ? tr("Ignored") : severityText(finding.severity), finding.message)
                                       : findingData(finding, column, Qt::DisplayRole).toString();
    case Qt::ForegroundRole:
        return column == MessageColumn && !finding.ignored
            ? QVariant()
            : QVariant(colorsFor(QApplication::palette()).muted);
    default:
        return {};
    }
}

QVariant ProblemsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case MessageColumn:
        return tr("Problem");
    case PlaceColumn:
        return tr("Place");
    default:
        return tr("Found by");
    }
}

} // namespace ui
