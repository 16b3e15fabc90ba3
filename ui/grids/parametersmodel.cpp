// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/grids/parametersmodel.h"

#include "core/base/displaytext.h"
#include "core/edits/parameteredits.h"
#include "core/edits/serviceedits.h"
#include "core/usages/rename.h"
#include "ui/grids/celltext.h"
#include "ui/grids/findingsin.h"
#include "ui/grids/keyedmodel.h"
#include "ui/grids/parameterwords.h"
#include "ui/session/editsession.h"
#include "ui/session/knowledge.h"
#include "ui/session/severityicon.h"
#include "ui/text/filename.h"
#include "ui/widgets/colors.h"
#include "ui/widgets/icon.h"

#include <QApplication>
#include <QFont>
#include <QPalette>

namespace ui {

using model::FileId;

namespace {

// What an index knows about itself: 0 a topic, a topic's number for a parameter, a row's for an override.
constexpr quintptr overrideMark = quintptr(1) << 30;

} // namespace

ParametersModel::ParametersModel(EditSession &session, Knowledge &knowledge, QObject *parent,
                                 Findings *findings)
    : QAbstractItemModel(parent),
      m_session(session),
      m_knowledge(knowledge),
      m_findings(findings),
      m_list(session, knowledge)
{
    if (findings)
        connect(findings, &Findings::changed, this, &ParametersModel::refreshMarks);
    connect(&knowledge, &Knowledge::changed, this, [this] { refresh(false); });
    connect(&knowledge, &Knowledge::targetChanged, this, [this] {
        m_list.clear();
        refresh(true);
    });
    connect(&session, &EditSession::baselineChanged, this, [this] { refresh(false); });
    connect(&session, &EditSession::opened, this, [this] {
        m_list.clear();
        refresh(true);
    });
    refresh(true);
}

void ParametersModel::setQuery(const QString &text)
{
    m_query = text;
    m_list.setQuery(parseQuery(text));
    refresh(true);
}

void ParametersModel::refresh(bool isNewQuery)
{
    // Rows have other numbers once parameters come or go: remembered is what was in sight, by name.
    QSet<QByteArray> kept;
    if (!isNewQuery) {
        for (const ShownTopic &topic : m_shown) {
            for (const int row : topic.rows)
                kept.insert(m_list.rows()[row].name);
        }
    }
    const qsizetype before = m_list.rows().size();
    if (!isNewQuery || before == 0)
        m_list.refresh();
    QList<ShownTopic> shown;
    QList<QByteArrayList> children(m_list.rows().size());
    int count = 0;
    for (int i = 0; i < m_list.rows().size(); ++i) {
        const ParameterRow &row = m_list.rows()[i];
        if (!kept.contains(row.name) && !m_list.matches(i))
            continue;
        if (shown.isEmpty() || shown.last().topic != row.topic)
            shown.append(ShownTopic{row.topic, {}});
        shown.last().rows.append(i);
        for (const ServiceSetting &setting : m_list.overridesOf(row.name))
            children[i].append(setting.key);
        ++count;
    }
    const bool isSame = before == m_list.rows().size() && shown == m_shown && children == m_children;
    m_shownCount = count;
    if (isSame) {
        for (int i = 0; i < m_shown.size(); ++i) {
            const QModelIndex topic = index(i, 0);
            emit dataChanged(index(0, 0, topic), index(rowCount(topic) - 1, ColumnCount - 1, topic));
        }
        emit refreshed(false);
        return;
    }
    beginResetModel();
    m_shown = shown;
    m_children = children;
    m_topicOfRow = QList<int>(m_list.rows().size(), -1);
    m_placeInTopic = QList<int>(m_list.rows().size(), 0);
    for (int topic = 0; topic < m_shown.size(); ++topic) {
        for (int place = 0; place < m_shown[topic].rows.size(); ++place) {
            m_topicOfRow[m_shown[topic].rows[place]] = topic;
            m_placeInTopic[m_shown[topic].rows[place]] = place;
        }
    }
    endResetModel();
    emit refreshed(true);
}

QModelIndex ParametersModel::index(int row, int column, const QModelIndex &parent) const
{
    if (row < 0 || column < 0 || column >= ColumnCount || row >= rowCount(parent))
        return {};
    if (!parent.isValid())
        return createIndex(row, column, quintptr(0));
    if (parent.internalId() == 0)
        return createIndex(row, column, static_cast<quintptr>(parent.row()) + 1);
    const int owner = m_shown[static_cast<int>(parent.internalId()) - 1].rows[parent.row()];
    return createIndex(row, column, overrideMark + static_cast<quintptr>(owner));
}

QModelIndex ParametersModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == 0)
        return {};
    if (child.internalId() < overrideMark)
        return createIndex(static_cast<int>(child.internalId()) - 1, 0, quintptr(0));
    const auto owner = static_cast<int>(child.internalId() - overrideMark);
    return createIndex(m_placeInTopic[owner], 0, static_cast<quintptr>(m_topicOfRow[owner]) + 1);
}

int ParametersModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_shown.size());
    if (parent.column() != 0 || parent.internalId() >= overrideMark)
        return 0;
    if (parent.internalId() == 0)
        return static_cast<int>(m_shown[parent.row()].rows.size());
    return static_cast<int>(
        m_children[m_shown[static_cast<int>(parent.internalId()) - 1].rows[parent.row()]].size());
}

int ParametersModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

const ParameterRow *ParametersModel::rowAt(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == 0)
        return nullptr;
    const int row = index.internalId() >= overrideMark
        ? static_cast<int>(index.internalId() - overrideMark)
        : m_shown[static_cast<int>(index.internalId()) - 1].rows[index.row()];
    return row < m_list.rows().size() ? &m_list.rows()[row] : nullptr;
}

const ServiceSetting *ParametersModel::overrideAt(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() < overrideMark)
        return nullptr;
    const QList<ServiceSetting> &settings = m_list.overridesOf(rowAt(index)->name);
    return index.row() < settings.size() ? &settings[index.row()] : nullptr;
}

ParametersModel::Node ParametersModel::nodeAt(const QModelIndex &index) const
{
    const ParameterRow *row = rowAt(index);
    const ServiceSetting *setting = overrideAt(index);
    return row ? Node{row->name, setting ? setting->key : QByteArray()} : Node{};
}

QModelIndex ParametersModel::indexOf(const Node &node, int column) const
{
    const int row = m_list.indexOf(node.name);
    if (row < 0 || m_topicOfRow[row] < 0)
        return {};
    if (node.service.isEmpty())
        return createIndex(m_placeInTopic[row], column, static_cast<quintptr>(m_topicOfRow[row]) + 1);
    const auto place = static_cast<int>(m_children[row].indexOf(node.service));
    return place < 0 ? QModelIndex() : createIndex(place, column, overrideMark + static_cast<quintptr>(row));
}

bool ParametersModel::isOwn(const QModelIndex &index) const
{
    const ParameterRow *row = rowAt(index);
    return row && !row->facts && index.internalId() < overrideMark && isEditableText(row->name)
        && m_list.isSet(*row);
}

QString ParametersModel::topicAt(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() != 0)
        return {};
    return m_list.topics()[m_shown[index.row()].topic].title;
}

std::optional<model::Place> ParametersModel::placeOf(const QModelIndex &index) const
{
    const ParameterRow *row = rowAt(index);
    if (!row)
        return {};
    const model::Snapshot &snapshot = m_session.snapshot();
    if (const ServiceSetting *setting = overrideAt(index))
        return model::Place{FileId::MasterCf,
                            snapshot.masterCf().services()[setting->service].overrides[setting->item].whole};
    if (const syntax::Setting *setting = snapshot.mainCf().find(row->name))
        return model::Place{FileId::MainCf,
                            {setting->name.begin, std::max(setting->name.end, setting->value.end)}};
    return {};
}

void ParametersModel::refreshMarks()
{
    for (int topic = 0; topic < rowCount(); ++topic) {
        const QModelIndex above = index(topic, 0);
        if (const int last = rowCount(above) - 1; last >= 0)
            emit dataChanged(index(0, NameColumn, above), index(last, NameColumn, above));
    }
}

QList<Finding> ParametersModel::findingsAt(const QModelIndex &index) const
{
    const auto place = m_findings ? placeOf(index) : std::nullopt;
    return place ? findingsIn(*m_findings, *place) : QList<Finding>();
}

QByteArray ParametersModel::valueOf(const ParameterRow &row) const
{
    const effective::Values *values = m_knowledge.values();
    const auto value = values ? values->value(row.name) : std::nullopt;
    return value ? value->unexpanded : QByteArray();
}

QString ParametersModel::originText(const ParameterRow &row) const
{
    const model::Snapshot &snapshot = m_session.snapshot();
    const auto services = static_cast<int>(m_list.overridesOf(row.name).size());
    QString origin;
    if (const syntax::Setting *setting = snapshot.mainCf().find(row.name))
        origin = QStringLiteral("%1:%2").arg(shownName(snapshot, FileId::MainCf)).arg(setting->line + 1);
    else if (m_knowledge.isKnown(row.name))
        origin = tr("Default");
    else if (services == 0)
        origin = tr("Not set");
    if (services == 0)
        return origin;
    const QString others = tr("%n service(s)", nullptr, services);
    //: Where a value comes from: "main.cf:12, 2 services"
    return origin.isEmpty() ? others : tr("%1, %2").arg(origin, others);
}

QString ParametersModel::valueTip(const ParameterRow &row, const QByteArray &service) const
{
    QByteArray written = valueOf(row);
    for (const ServiceSetting &setting : m_list.overridesOf(row.name)) {
        if (setting.key == service)
            written = setting.value;
    }
    if (!isEditableText(written))
        return notTextHint();
    if (m_session.secrets().hides(row.name, written))
        return passwordHint();
    const auto expanded = m_knowledge.expanded(written, service);
    if (!expanded || *expanded == written)
        return base::displayText(written);
    return tr("%1\ncomes out as\n%2")
        .arg(base::displayText(written), m_session.shownValue(row.name, *expanded));
}

QVariant ParametersModel::valueToEdit(const ParameterRow &row, const QByteArray &value) const
{
    return m_session.secrets().hides(row.name, value) ? QVariant() : editableCell(value);
}

QString ParametersModel::topicText(const QModelIndex &index) const
{
    //: A topic and how many parameters it has here
    return tr("%1 (%2)").arg(topicAt(index)).arg(m_shown[index.row()].rows.size());
}

QVariant ParametersModel::rowData(const ParameterRow &row, int column, int role) const
{
    const bool isSet = m_session.snapshot().mainCf().find(row.name) != nullptr;
    switch (role) {
    case Qt::DisplayRole:
        switch (column) {
        case NameColumn:
            return base::displayText(row.name);
        case ValueColumn:
            return m_session.shownValue(row.name, valueOf(row));
        case DefaultColumn:
            return base::displayText(m_knowledge.defaultOf(row.name));
        case OriginColumn:
            return originText(row);
        case UsersColumn:
            return row.facts ? usersText(*row.facts) : QString();
        default:
            return row.facts ? versionText(*row.facts, m_knowledge.target()) : QString();
        }
    case Qt::EditRole:
        if (column == NameColumn)
            return editableCell(row.name);
        return column == ValueColumn ? valueToEdit(row, valueOf(row)) : QVariant();
    case Qt::DecorationRole:
        if (column == VersionColumn && row.facts && isOutOfDate(*row.facts, m_knowledge.target()))
            return icon(QStringLiteral("triangle-alert"), isSet ? IconColor::Warning : IconColor::Muted);
        return {};
    case Qt::ToolTipRole:
        if (column == ValueColumn)
            return valueTip(row, {});
        if (column == VersionColumn)
            return row.facts ? versionHelp(*row.facts, m_knowledge.target()) : QString();
        if (column == NameColumn && row.facts)
            return QString::fromUtf8(row.facts->help);
        return rowData(row, column, Qt::DisplayRole);
    case Qt::ForegroundRole:
        if (column >= DefaultColumn || (column == ValueColumn && !isSet))
            return colorsFor(QApplication::palette()).muted;
        return {};
    case KeyedModel::ChangedRole:
        return m_list.isChanged(row.name);
    default:
        return {};
    }
}

QVariant ParametersModel::overrideData(const ParameterRow &row, const ServiceSetting &setting, int column,
                                       int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        if (column == NameColumn)
            return base::displayText(setting.key);
        if (column == ValueColumn)
            return m_session.shownValue(row.name, setting.value);
        if (column == OriginColumn) {
            const model::Snapshot &snapshot = m_session.snapshot();
            const int line = snapshot.masterCf().services()[setting.service].overrides[setting.item].line;
            return QStringLiteral("%1:%2").arg(shownName(snapshot, FileId::MasterCf)).arg(line + 1);
        }
        return {};
    case Qt::EditRole:
        return column == ValueColumn ? valueToEdit(row, setting.value) : QVariant();
    case Qt::ToolTipRole:
        if (column == NameColumn)
            return tr("What this service has instead.");
        return column == ValueColumn ? valueTip(row, setting.key) : QString();
    case Qt::ForegroundRole:
        return column == OriginColumn ? QVariant(colorsFor(QApplication::palette()).muted) : QVariant();
    default:
        return {};
    }
}

QVariant ParametersModel::data(const QModelIndex &index, int role) const
{
    const ParameterRow *row = rowAt(index);
    if (!row) {
        if (index.isValid() && index.column() == 0 && role == Qt::DisplayRole)
            return topicText(index);
        if (index.isValid() && role == Qt::FontRole) {
            QFont font = QApplication::font();
            font.setWeight(QFont::DemiBold);
            return font;
        }
        return {};
    }
    if (index.column() == NameColumn && role == Qt::DecorationRole) {
        const QList<Finding> found = findingsAt(index);
        return found.isEmpty() ? QVariant() : severityIcon(found.first().severity);
    }
    const ServiceSetting *setting = overrideAt(index);
    return setting ? overrideData(*row, *setting, index.column(), role) : rowData(*row, index.column(), role);
}

QVariant ParametersModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Parameter");
    case ValueColumn:
        return tr("Value");
    case DefaultColumn:
        return tr("Default");
    case OriginColumn:
        return tr("Origin");
    case UsersColumn:
        return tr("Used by");
    default:
        return tr("Version");
    }
}

Qt::ItemFlags ParametersModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractItemModel::flags(index);
    const ParameterRow *row = rowAt(index);
    if (row && index.column() == NameColumn && isOwn(index))
        return flags | Qt::ItemIsEditable;
    if (!row || index.column() != ValueColumn)
        return flags;
    const FileId file = overrideAt(index) ? FileId::MasterCf : FileId::MainCf;
    if (m_session.snapshot().file(file).isEditable() && data(index, Qt::EditRole).isValid())
        flags |= Qt::ItemIsEditable;
    return flags;
}

bool ParametersModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const ParameterRow *row = rowAt(index);
    if (!row || role != Qt::EditRole || !(flags(index) & Qt::ItemIsEditable))
        return false;
    const QByteArray text = value.toString().trimmed().toUtf8();
    if (text == data(index, Qt::EditRole).toString().toUtf8())
        return true;
    const QByteArray name = row->name;
    if (index.column() == NameColumn) {
        const bool isRenamed =
            m_session.edit(tr("Rename %1").arg(base::displayText(name)), [&](model::Draft &draft) {
                return usages::renameParameter(draft, m_knowledge.reference()->catalog(), name, text);
            });
        if (isRenamed)
            emit renamed(text);
        return isRenamed;
    }
    const ServiceSetting *found = overrideAt(index);
    if (!found) {
        return m_session.edit(tr("Set %1").arg(base::displayText(name)),
                              [&](model::Draft &draft) { return edits::setParameter(draft, name, text); });
    }
    const ServiceSetting setting = *found;
    return m_session.edit(tr("Set %1 of %2").arg(base::displayText(name), base::displayText(setting.key)),
                          [&](model::Draft &draft) {
                              return edits::replaceOverride(draft, setting.service, setting.item, name, text);
                          });
}

} // namespace ui
