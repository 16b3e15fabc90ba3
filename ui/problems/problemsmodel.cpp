// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/problems/problemsmodel.h"

#include "ui/session/editsession.h"
#include "ui/widgets/colors.h"
#include "ui/widgets/icon.h"

#include <QApplication>
#include <QIcon>
#include <QPalette>

namespace ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::ProblemsModel)
};

} // namespace

QString severityText(Finding::Severity severity)
{
    switch (severity) {
    case Finding::Severity::Error:
        return Words::tr("Error");
    case Finding::Severity::Warning:
        return Words::tr("Warning");
    case Finding::Severity::Info:
        return Words::tr("Hint");
    }
    return {};
}

QString originText(Finding::Origin origin)
{
    switch (origin) {
    case Finding::Origin::Lint:
        return Words::tr("Postwright");
    case Finding::Origin::Postconf:
        return QStringLiteral("postconf");
    case Finding::Origin::PostfixCheck:
        return QStringLiteral("postfix check");
    case Finding::Origin::Files:
        return Words::tr("Files");
    }
    return {};
}

QIcon severityIcon(Finding::Severity severity)
{
    switch (severity) {
    case Finding::Severity::Error:
        return icon(QStringLiteral("circle-x"), IconColor::Error);
    case Finding::Severity::Warning:
        return icon(QStringLiteral("triangle-alert"), IconColor::Warning);
    case Finding::Severity::Info:
        return icon(QStringLiteral("info"), IconColor::Info);
    }
    return {};
}

ProblemsModel::ProblemsModel(EditSession &session, Findings &findings, QObject *parent)
    : QAbstractTableModel(parent), m_session(session), m_findings(findings)
{
    connect(&findings, &Findings::changed, this, &ProblemsModel::reset);
    connect(&session, &EditSession::changed, this, &ProblemsModel::refreshPlaces);
    reset();
}

void ProblemsModel::reset()
{
    beginResetModel();
    m_rows.clear();
    const QList<Finding> &all = m_findings.all();
    for (qsizetype i = 0; i < all.size(); ++i) {
        if (m_isShown.at(static_cast<size_t>(all[i].severity)))
            m_rows.append(i);
    }
    endResetModel();
}

void ProblemsModel::refreshPlaces()
{
    // Places move along with an edit, and so can their order.
    if (!m_rows.isEmpty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void ProblemsModel::setShown(Finding::Severity severity, bool isShown)
{
    m_isShown.at(static_cast<size_t>(severity)) = isShown;
    reset();
}

const Finding &ProblemsModel::findingOf(int row) const
{
    return m_findings.all()[m_rows[row]];
}

int ProblemsModel::rowLike(const Finding &finding, int near) const
{
    const auto isLike = [&](int row) {
        const Finding &other = findingOf(row);
        return other.rule == finding.rule && other.message == finding.message
            && other.origin == finding.origin;
    };
    if (near >= 0 && near < rowCount() && isLike(near))
        return near;
    for (int row = 0; row < rowCount(); ++row) {
        if (isLike(row))
            return row;
    }
    return -1;
}

int ProblemsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ProblemsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ProblemsModel::toolTip(const Finding &finding) const
{
    QStringList lines{finding.message};
    for (const Finding::Fix &fix : finding.fixes)
        lines.append(tr("Fix: %1").arg(fix.title));
    return lines.join(u'\n');
}

QVariant ProblemsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount() || m_rows[index.row()] >= m_findings.all().size())
        return {};
    const Finding &finding = findingOf(index.row());
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == MessageColumn)
            return finding.message.simplified();
        return index.column() == PlaceColumn ? whereText(finding, m_session.snapshot())
                                             : originText(finding.origin);
    case Qt::ToolTipRole:
        return toolTip(finding);
    case Qt::DecorationRole:
        return index.column() == MessageColumn ? QVariant(severityIcon(finding.severity)) : QVariant();
    case Qt::AccessibleTextRole:
        //: A finding as a reader says it: how bad it is, and what it is
        return index.column() == MessageColumn
            ? tr("%1: %2").arg(severityText(finding.severity), finding.message)
            : data(index, Qt::DisplayRole).toString();
    case Qt::ForegroundRole:
        return index.column() == MessageColumn ? QVariant()
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
