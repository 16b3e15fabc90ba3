// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/grids/matrixmodel.h"

#include "core/base/displaytext.h"
#include "core/folder/secretsettings.h"
#include "ui/session/knowledge.h"
#include "ui/session/originwords.h"
#include "ui/widgets/icon.h"

#include <QGuiApplication>
#include <QPalette>

#include <algorithm>

namespace ui {

namespace {

constexpr qsizetype longest = 200; ///< of a value in a cell

/// What a service says of itself rather than of its settings, and so differs everywhere.
bool isOwnName(const QByteArray &name)
{
    return name == "service_name" || name == "process_name";
}

} // namespace

MatrixModel::MatrixModel(Knowledge &knowledge, QObject *parent)
    : QAbstractTableModel(parent), m_knowledge(knowledge)
{
}

bool MatrixModel::differs(const QByteArray &name, qsizetype service) const
{
    return m_differing[service].contains(name);
}

bool MatrixModel::matches(const QByteArray &name) const
{
    if (m_filter.isEmpty() || base::displayText(name).contains(m_filter, Qt::CaseInsensitive))
        return true;
    const effective::Values &values = *m_knowledge.values();
    const auto has = [&](qsizetype service) {
        const auto value = values.value(name, service);
        return value && base::displayText(value->expanded).contains(m_filter, Qt::CaseInsensitive);
    };
    return has(effective::noService) || std::any_of(m_columns.begin(), m_columns.end(), has);
}

void MatrixModel::refresh()
{
    const effective::Values *values = m_knowledge.values();
    QByteArrayList rows;
    QByteArrayList labels;
    m_differing.clear();
    QList<qsizetype> columns;
    for (qsizetype i = 0; values && i < values->services().size(); ++i) {
        const effective::Service &service = values->services()[i];
        QSet<QByteArray> differing;
        for (const QByteArray &name : values->differingNames(i)) {
            // What another program alone reads makes no difference here.
            const catalog::Facts *facts = m_knowledge.facts(name);
            const bool isSetHere = values->value(name, i)->source == effective::Source::Override;
            if (!isOwnName(name) && (isSetHere || !facts || facts->isReadBy(service.program)))
                differing.insert(name);
        }
        m_differing.append(differing);
        if (!m_differencesOnly || !differing.isEmpty()) {
            columns.append(i);
            labels.append(OriginWords::labelOf(service));
        }
    }
    const bool isOtherTable = labels != m_labels;
    if (isOtherTable)
        beginResetModel();
    m_columns = columns;
    m_labels = labels;
    for (const QByteArray &name : values ? values->names() : QByteArrayList()) {
        const bool isDifferent = std::any_of(m_columns.begin(), m_columns.end(),
                                             [&](qsizetype service) { return differs(name, service); });
        if ((isDifferent || !m_differencesOnly) && matches(name))
            rows.append(name);
    }
    if (isOtherTable) {
        m_rows = rows;
        endResetModel();
    } else if (rows != m_rows) {
        beginResetModel();
        m_rows = rows;
        endResetModel();
    } else if (!rows.isEmpty()) {
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    }
}

void MatrixModel::setFilter(const QString &text)
{
    m_filter = text.trimmed();
    refresh();
}

void MatrixModel::setDifferencesOnly(bool isOn)
{
    m_differencesOnly = isOn;
    refresh();
}

qsizetype MatrixModel::serviceAt(int column) const
{
    return column < FirstService ? effective::noService : m_columns[column - FirstService];
}

std::optional<model::Place> MatrixModel::placeOf(const QModelIndex &index) const
{
    if (!index.isValid() || !m_knowledge.values())
        return {};
    return OriginWords::placeOf(*m_knowledge.values(), m_rows[index.row()], serviceAt(index.column()));
}

int MatrixModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int MatrixModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : FirstService + static_cast<int>(m_columns.size());
}

QString MatrixModel::shownText(const QModelIndex &index) const
{
    const QByteArray &name = m_rows[index.row()];
    if (index.column() == NameColumn)
        return base::displayText(name);
    const qsizetype service = serviceAt(index.column());
    if (service != effective::noService && m_differencesOnly && !differs(name, service))
        return {};
    const auto value = m_knowledge.values()->value(name, service);
    if (!value)
        return {};
    if (value->isBroken)
        return tr("can’t be expanded");
    //: what a cell shows for an empty value
    const QByteArray shown = m_knowledge.secrets().masked(name, value->expanded);
    return shown.isEmpty() ? tr("(empty)") : base::displayText(shown.first(std::min(longest, shown.size())));
}

QVariant MatrixModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !m_knowledge.values())
        return {};
    const QByteArray &name = m_rows[index.row()];
    const qsizetype service = serviceAt(index.column());
    const bool isDifferent = service != effective::noService && differs(name, service);
    const effective::Values &values = *m_knowledge.values();
    const auto isSetHere = [&] {
        return isDifferent && values.value(name, service)->source == effective::Source::Override;
    };
    switch (role) {
    case Qt::DisplayRole:
        return shownText(index);
    case Qt::ToolTipRole:
        return index.column() == NameColumn ? QVariant() : OriginWords::explanation(values, name, service);
    case Qt::AccessibleTextRole:
        if (!isDifferent)
            return shownText(index);
        //: %1 is a value, read out for a cell of a table
        return isSetHere() ? tr("%1, override of this service").arg(shownText(index))
                           : tr("%1, by way of an override").arg(shownText(index));
    case Qt::DecorationRole:
        // A value of the service's own, or one that follows from it.
        return isDifferent ? QVariant(isSetHere() ? icon(QStringLiteral("pencil"), IconColor::Accent)
                                                  : icon(QStringLiteral("arrow-right"), IconColor::Muted))
                           : QVariant();
    case Qt::ForegroundRole:
        if (index.column() == NameColumn || isDifferent)
            return {};
        return QGuiApplication::palette().brush(QPalette::Disabled, QPalette::Text);
    default:
        return {};
    }
}

QVariant MatrixModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::DisplayRole) {
        if (section == NameColumn)
            return tr("Setting");
        //: the column with the values of main.cf
        return section == MainColumn ? tr("All services")
                                     : base::displayText(m_labels[section - FirstService]);
    }
    if (role == Qt::ToolTipRole && section == MainColumn)
        return tr("What a service uses that overrides nothing: main.cf and the defaults");
    if (role == Qt::ToolTipRole && section >= FirstService && m_knowledge.values())
        return base::displayText(m_knowledge.values()->services()[serviceAt(section)].program);
    return {};
}

} // namespace ui
