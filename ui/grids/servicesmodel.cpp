// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/grids/servicesmodel.h"

#include "core/base/displaytext.h"
#include "core/edits/serviceedits.h"
#include "ui/grids/celltext.h"
#include "ui/grids/findingicon.h"
#include "ui/grids/servicewords.h"
#include "ui/session/editsession.h"
#include "ui/widgets/colors.h"
#include "ui/widgets/icon.h"

#include <QApplication>
#include <QPalette>

#include <algorithm>

namespace ui {

using syntax::Service;
using syntax::ServiceField;

namespace {

bool isField(int column)
{
    return column >= ServicesModel::NameColumn && column <= ServicesModel::CommandColumn;
}

ServiceField fieldOf(int column)
{
    return static_cast<ServiceField>(column - ServicesModel::NameColumn);
}

} // namespace

ServicesModel::ServicesModel(EditSession &session, QObject *parent, Findings *findings)
    : KeyedModel(parent), m_session(session), m_findings(findings)
{
    if (findings)
        connect(findings, &Findings::changed, this, [this] {
            if (rowCount() > 0)
                emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        });
    connect(&session, &EditSession::opened, this, [this] { refresh(true); });
    connect(&session, &EditSession::changed, this, [this] { refresh(false); });
    refresh(true);
}

void ServicesModel::refresh(bool anew)
{
    const syntax::MasterCf &file = m_session.snapshot().masterCf();
    QByteArrayList keys;
    keys.reserve(file.services().size());
    m_endpoints.clear();
    for (const Service &service : file.services()) {
        const QByteArrayView name = file.fieldOf(service, ServiceField::Name);
        const QByteArrayView type = file.fieldOf(service, ServiceField::Type);
        keys.append(name.toByteArray() + '/' + type.toByteArray());
        if (service.enabled)
            ++m_endpoints[endpointOf(name, type)];
    }
    if (anew)
        resetKeys(keys);
    else
        setKeys(keys);
    emit refreshed();
}

bool ServicesModel::isDouble(const Service &service) const
{
    const syntax::MasterCf &file = m_session.snapshot().masterCf();
    return service.enabled
        && m_endpoints.value(endpointOf(file.fieldOf(service, ServiceField::Name),
                                        file.fieldOf(service, ServiceField::Type)))
        > 1;
}

model::Place ServicesModel::placeOf(const QModelIndex &index) const
{
    const QList<Service> &services = m_session.snapshot().masterCf().services();
    if (!has(index) || index.row() >= services.size())
        return {model::FileId::MasterCf, {}};
    const Service &service = services[index.row()];
    if (isField(index.column()))
        return {model::FileId::MasterCf, service.field(fieldOf(index.column()))};
    if (index.column() == ArgumentsColumn && !service.arguments.isEmpty())
        return {model::FileId::MasterCf,
                {service.arguments.first().range.begin, service.arguments.last().range.end}};
    if (index.column() == OverridesColumn && !service.overrides.isEmpty())
        return {model::FileId::MasterCf,
                {service.overrides.first().whole.begin, service.overrides.last().whole.end}};
    return {model::FileId::MasterCf, service.whole};
}

int ServicesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QByteArray ServicesModel::rawText(const Service &service, int column) const
{
    const syntax::MasterCf &file = m_session.snapshot().masterCf();
    return isField(column) ? file.fieldOf(service, fieldOf(column)).toByteArray()
                           : argumentLine(file, service);
}

bool ServicesModel::isDefault(const Service &service, int column) const
{
    return isField(column) && rawText(service, column) == "-"
        && !defaultMeaning(fieldOf(column), m_session.snapshot().mainCf()).isEmpty();
}

QString ServicesModel::shownText(const Service &service, int column) const
{
    const syntax::MasterCf &file = m_session.snapshot().masterCf();
    if (column == OverridesColumn) {
        QStringList words;
        for (const syntax::Override &option : service.overrides) {
            if (option.enabled)
                words.append(base::displayText(file.nameOf(option)) + u'='
                             + base::displayText(file.valueOf(option)));
        }
        return words.join(QLatin1String(",  "));
    }
    if (isDefault(service, column)) {
        //: A column of master.cf that says '-': what that stands for
        return tr("– (%1)").arg(defaultMeaning(fieldOf(column), m_session.snapshot().mainCf()));
    }
    return base::displayText(rawText(service, column));
}

QString ServicesModel::toolTip(const Service &service, int column) const
{
    const syntax::MasterCf &file = m_session.snapshot().masterCf();
    if (column == OnColumn)
        return service.enabled ? tr("Postfix runs this service. Uncheck to comment out all of it.")
                               : tr("Commented out. Check to switch on all of it.");
    if (column == NameColumn && isDouble(service))
        return tr("Another service in force listens on the same. Postfix starts only with one of them.");
    if (column == OverridesColumn) {
        QStringList lines;
        for (const syntax::Override &option : service.overrides) {
            const QString line = base::displayText(file.nameOf(option)) + QLatin1String(" = ")
                + base::displayText(file.valueOf(option));
            lines.append(option.enabled ? line : tr("%1 (switched off)").arg(line));
        }
        return lines.join(u'\n');
    }
    if (!isEditableText(rawText(service, column)))
        return notTextHint();
    if (isField(column)) {
        const QString raw = base::displayText(rawText(service, column));
        for (const FieldChoice &choice : fieldChoices(fieldOf(column), m_session.snapshot().mainCf())) {
            if (choice.value == raw)
                return raw + QLatin1String(" – ") + choice.meaning;
        }
    }
    return shownText(service, column);
}

QList<Finding> ServicesModel::findingsAt(const QModelIndex &index) const
{
    const QList<Service> &services = m_session.snapshot().masterCf().services();
    if (!m_findings || index.row() >= services.size() || index.column() == OnColumn)
        return {};
    const model::Place place = index.column() == NameColumn
        ? model::Place{model::FileId::MasterCf, services[index.row()].whole}
        : placeOf(index);
    const bool isWhole = place.range == services[index.row()].whole && index.column() != NameColumn;
    return isWhole ? QList<Finding>() : findingsIn(*m_findings, place);
}

QVariant ServicesModel::data(const QModelIndex &index, int role) const
{
    const QList<Service> &services = m_session.snapshot().masterCf().services();
    if (!has(index) || index.row() >= services.size())
        return {};
    const Service &service = services[index.row()];
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return column == OnColumn ? QVariant() : shownText(service, column);
    case Qt::EditRole:
        return column == OnColumn || column == OverridesColumn ? QVariant()
                                                               : editableCell(rawText(service, column));
    case Qt::CheckStateRole:
        return column == OnColumn ? QVariant(service.enabled ? Qt::Checked : Qt::Unchecked) : QVariant();
    case Qt::ToolTipRole: {
        QStringList lines;
        for (const Finding &finding : findingsAt(index))
            lines.append(finding.message);
        lines.append(toolTip(service, column));
        return lines.join(u'\n');
    }
    case Qt::AccessibleTextRole:
        if (column == OnColumn)
            return serviceTitle(m_session.snapshot().masterCf(), service);
        return shownText(service, column);
    case Qt::DecorationRole:
        if (column == NameColumn && isDouble(service))
            return icon(QStringLiteral("triangle-alert"), IconColor::Warning);
        if (const QList<Finding> found = findingsAt(index); !found.isEmpty())
            return findingIcon(found.first().severity);
        return {};
    case Qt::ForegroundRole:
        if (!service.enabled || isDefault(service, column))
            return colorsFor(QApplication::palette()).muted;
        return {};
    case Qt::TextAlignmentRole:
        if (column == LimitColumn || column == WakeupColumn)
            return QVariant(Qt::AlignRight | Qt::AlignVCenter);
        return {};
    default:
        return {};
    }
}

QVariant ServicesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && (section == LimitColumn || section == WakeupColumn))
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    struct Words
    {
        QString title;
        QString meaning;
    };
    const auto words = [section]() -> Words {
        switch (section) {
        case OnColumn:
            return {tr("On"), tr("Whether the service is in force or commented out")};
        case NameColumn:
            return {tr("Name"), tr("A port, an address and a port, or the name of a socket")};
        case TypeColumn:
            return {tr("Type"), tr("What the service listens on")};
        case PrivateColumn:
            return {tr("Private"), tr("Whether only Postfix’s own programs can reach it")};
        case UnprivilegedColumn:
            return {tr("Unpriv."), tr("Whether it runs without the privileges of root")};
        case ChrootColumn:
            return {tr("Chroot"), tr("Whether it is locked into the mail queue’s folder")};
        case WakeupColumn:
            return {tr("Wakeup"), tr("Every how many seconds it is woken up; “?” only when it is in use")};
        case LimitColumn:
            return {tr("Limit"), tr("How many processes may run at once; 0 is any number")};
        case CommandColumn:
            return {tr("Command"), tr("The program that is run")};
        case ArgumentsColumn:
            return {tr("Arguments"), tr("Its arguments, without the settings it overrides")};
        case OverridesColumn:
            return {tr("Overrides"), tr("Settings that this service has otherwise than main.cf says")};
        default:
            return {};
        }
    };
    if (role == Qt::AccessibleTextRole)
        return words().title;
    if (role == Qt::DisplayRole) {
        // Over numbers, which keep off the column at their right, a title does too.
        const bool isNumber = section == LimitColumn || section == WakeupColumn;
        return isNumber ? words().title + QChar(0x2002) : words().title;
    }
    if (role == Qt::ToolTipRole)
        return words().meaning;
    return {};
}

Qt::ItemFlags ServicesModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = KeyedModel::flags(index);
    if (!has(index) || !m_session.snapshot().file(model::FileId::MasterCf).isEditable())
        return flags;
    if (index.column() == OnColumn)
        return flags | Qt::ItemIsUserCheckable;
    if (data(index, Qt::EditRole).isValid())
        flags |= Qt::ItemIsEditable;
    return flags;
}

bool ServicesModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const syntax::MasterCf &file = m_session.snapshot().masterCf();
    if (!has(index) || !(flags(index) & (Qt::ItemIsEditable | Qt::ItemIsUserCheckable)))
        return false;
    const qsizetype row = index.row();
    const Service &service = file.services()[row];
    const QString title = serviceTitle(file, service);
    if (role == Qt::CheckStateRole && index.column() == OnColumn) {
        const bool isOn = value.toInt() == Qt::Checked;
        return m_session.edit(
            isOn ? tr("Switch On %1").arg(title) : tr("Switch Off %1").arg(title),
            [&](model::Draft &draft) { return edits::setServiceEnabled(draft, row, isOn); });
    }
    if (role != Qt::EditRole)
        return false;
    const QByteArray text = value.toString().trimmed().toUtf8();
    if (text == rawText(service, index.column()))
        return true;
    const QString what =
        tr("Set %1 of %2")
            .arg(headerData(index.column(), Qt::Horizontal, Qt::AccessibleTextRole).toString(), title);
    if (index.column() == ArgumentsColumn) {
        const QByteArrayList words = argumentWords(text, file, service);
        return m_session.edit(
            what, [&](model::Draft &draft) { return edits::setServiceArguments(draft, row, words); });
    }
    const ServiceField field = fieldOf(index.column());
    return m_session.edit(
        what, [&](model::Draft &draft) { return edits::setServiceField(draft, row, field, text); });
}

} // namespace ui
