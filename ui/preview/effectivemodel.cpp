// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/preview/effectivemodel.h"

#include "core/base/displaytext.h"
#include "ui/session/editsession.h"
#include "ui/session/knowledge.h"
#include "ui/session/originwords.h"

#include <algorithm>

namespace ui {

namespace {

/// "submission/inet", as postconf(1) names a service.
QByteArray labelOf(const syntax::MasterCf &file, const syntax::Service &service)
{
    return file.fieldOf(service, syntax::ServiceField::Name).toByteArray() + '/'
        + file.fieldOf(service, syntax::ServiceField::Type).toByteArray();
}

} // namespace

EffectiveModel::EffectiveModel(EditSession &session, Knowledge &knowledge, QObject *parent)
    : QAbstractTableModel(parent), m_session(session), m_knowledge(knowledge)
{
}

QList<EffectiveModel::Row> EffectiveModel::rowsNow() const
{
    const syntax::MainCf &mainCf = m_session.snapshot().mainCf();
    QList<Row> rows;
    const QList<syntax::Setting> &settings = mainCf.settings();
    for (qsizetype i = 0; i < settings.size(); ++i) {
        if (settings[i].enabled && mainCf.find(mainCf.nameOf(settings[i])) == &settings[i])
            rows.append(Row{-1, i});
    }
    std::sort(rows.begin(), rows.end(), [&](const Row &a, const Row &b) {
        return mainCf.nameOf(settings[a.item]) < mainCf.nameOf(settings[b.item]);
    });
    const syntax::MasterCf &masterCf = m_session.snapshot().masterCf();
    const QList<syntax::Service> &services = masterCf.services();
    for (qsizetype i = 0; i < services.size(); ++i) {
        if (!services[i].enabled)
            continue;
        const QList<syntax::Override> &overrides = services[i].overrides;
        for (qsizetype j = 0; j < overrides.size(); ++j) {
            // Of an option given twice, the program uses the last.
            const bool isReplaced =
                std::any_of(overrides.begin() + j + 1, overrides.end(), [&](const auto &o) {
                    return o.enabled && masterCf.nameOf(o) == masterCf.nameOf(overrides[j]);
                });
            if (overrides[j].enabled && !isReplaced)
                rows.append(Row{i, j});
        }
    }
    return rows;
}

void EffectiveModel::refresh()
{
    QList<Row> rows = rowsNow();
    if (!m_filter.isEmpty()) {
        rows.removeIf([this](const Row &row) {
            return !nameOf(row).toLower().contains(m_filter)
                && !valueOf(row).contains(QString::fromUtf8(m_filter), Qt::CaseInsensitive);
        });
    }
    QByteArrayList names;
    names.reserve(rows.size());
    for (const Row &row : rows)
        names.append(nameOf(row));
    if (names == m_names) {
        m_rows = rows;
        if (!rows.isEmpty())
            emit dataChanged(index(0, ValueColumn), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_rows = rows;
    m_names = names;
    endResetModel();
}

void EffectiveModel::setFilter(const QString &text)
{
    m_filter = text.toUtf8().toLower();
    refresh();
}

QByteArray EffectiveModel::nameOf(const Row &row) const
{
    if (row.service < 0) {
        const syntax::MainCf &file = m_session.snapshot().mainCf();
        return file.nameOf(file.settings()[row.item]).toByteArray();
    }
    const syntax::MasterCf &file = m_session.snapshot().masterCf();
    const syntax::Service &service = file.services()[row.service];
    return labelOf(file, service) + '/' + file.nameOf(service.overrides[row.item]).toByteArray();
}

QByteArray EffectiveModel::parameterOf(const Row &row) const
{
    if (row.service < 0)
        return nameOf(row);
    const syntax::MasterCf &file = m_session.snapshot().masterCf();
    return file.nameOf(file.services()[row.service].overrides[row.item]).toByteArray();
}

QString EffectiveModel::valueOf(const Row &row) const
{
    const effective::Values *values = m_knowledge.values();
    const auto value =
        values ? values->value(parameterOf(row), values->serviceAt(row.service)) : std::nullopt;
    if (!value)
        return {};
    return value->isBroken
        ? tr("can’t be expanded: %1").arg(m_session.shownValue(parameterOf(row), value->unexpanded))
        : m_session.shownValue(parameterOf(row), value->expanded);
}

QString EffectiveModel::explanationOf(const Row &row) const
{
    const effective::Values *values = m_knowledge.values();
    return values ? OriginWords::explanation(*values, parameterOf(row), values->serviceAt(row.service))
                  : QString();
}

model::Place EffectiveModel::placeOf(int row) const
{
    const Row &source = m_rows[row];
    if (source.service < 0) {
        const syntax::Setting &setting = m_session.snapshot().mainCf().settings()[source.item];
        return {model::FileId::MainCf, {setting.name.begin, std::max(setting.name.end, setting.value.end)}};
    }
    const syntax::Service &service = m_session.snapshot().masterCf().services()[source.service];
    return {model::FileId::MasterCf, service.overrides[source.item].whole};
}

int EffectiveModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int EffectiveModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant EffectiveModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Row &row = m_rows[index.row()];
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    if (role == Qt::ToolTipRole && index.column() != NameColumn)
        return explanationOf(row);
    if (index.column() == NameColumn)
        return base::displayText(nameOf(row));
    if (index.column() == ValueColumn)
        return valueOf(row);
    const model::Place place = placeOf(index.row());
    return OriginWords::placeText(m_session.snapshot(), place);
}

QVariant EffectiveModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Setting");
    case ValueColumn:
        return tr("Value");
    default:
        return tr("From");
    }
}

} // namespace ui
