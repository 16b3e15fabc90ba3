// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/grids/servicesmodel.h"

#include "core/base/displaytext.h"
#include "core/edits/serviceedits.h"
#include "core/master/endpoints.h"
#include "core/master/mentioned.h"
#include "ui/grids/celltext.h"
#include "ui/grids/findingsin.h"
#include "ui/grids/servicewords.h"
#include "ui/session/editsession.h"
#include "ui/session/knowledge.h"
#include "ui/session/severityicon.h"
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

/// Where a port without a host is one of every address: inet_interfaces is what it is when nobody sets it.
bool hearsAll(const syntax::MainCf &file)
{
    const syntax::Setting *setting = file.find("inet_interfaces");
    return !setting || file.valueOf(*setting).toLower() == "all";
}

} // namespace

ServicesModel::ServicesModel(EditSession &session, QObject *parent, Findings *findings,
                             const Knowledge *knowledge)
    : KeyedModel(parent), m_session(session), m_findings(findings), m_knowledge(knowledge)
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
    m_rivals = master::rivals(file, hearsAll(m_session.snapshot().mainCf()));
    for (const Service &service : file.services())
        keys.append(file.fieldOf(service, ServiceField::Name).toByteArray() + '/'
                    + file.fieldOf(service, ServiceField::Type).toByteArray());
    if (anew)
        resetKeys(keys);
    else
        setKeys(keys);
    emit refreshed();
}

QString ServicesModel::rivalText(int row) const
{
    if (row >= m_rivals.size() || m_rivals[row].isEmpty())
        return {};
    const syntax::MasterCf &file = m_session.snapshot().masterCf();
    QStringList others;
    for (const qsizetype other : m_rivals[row]) {
        const Service &service = file.services()[other];
        //: A service and its line: "smtps inet (line 12)"
        others.append(tr("%1 (line %2)").arg(serviceTitle(file, service)).arg(service.line + 1));
    }
    return tr("Listens on the same as %1. Postfix runs with one of them only: switch the others off or give "
              "them another name.")
        .arg(others.join(QLatin1String(", ")));
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
                             + m_session.shownValue(file.nameOf(option).toByteArray(), file.valueOf(option)));
        }
        return words.join(QLatin1String(",  "));
    }
    if (isDefault(service, column)) {
        //: A column of master.cf that says '-': what that stands for
        return tr("– (%1)").arg(defaultMeaning(fieldOf(column), m_session.snapshot().mainCf()));
    }
    return base::displayText(rawText(service, column));
}

QString ServicesModel::toolTip(int row, int column) const
{
    const Service &service = m_session.snapshot().masterCf().services()[row];
    const syntax::MasterCf &file = m_session.snapshot().masterCf();
    if (column == OnColumn)
        return service.enabled ? tr("Postfix runs this service. Uncheck to comment out all of it.")
                               : tr("Commented out. Check to switch on all of it.");
    if (column == NameColumn && !rivalText(row).isEmpty())
        return rivalText(row);
    if (column == WakeupColumn && !wakeupMeaning(rawText(service, column)).isEmpty())
        return base::displayText(rawText(service, column)) + QLatin1String(" – ")
            + wakeupMeaning(rawText(service, column));
    if (column == OverridesColumn) {
        QStringList lines;
        for (const syntax::Override &option : service.overrides) {
            const QString line = base::displayText(file.nameOf(option)) + QLatin1String(" = ")
                + m_session.shownValue(file.nameOf(option).toByteArray(), file.valueOf(option));
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
        lines.append(toolTip(index.row(), column));
        return lines.join(u'\n');
    }
    case Qt::AccessibleTextRole:
        if (column == OnColumn)
            return serviceTitle(m_session.snapshot().masterCf(), service);
        return shownText(service, column);
    case Qt::DecorationRole:
        if (column == NameColumn && !rivalText(index.row()).isEmpty())
            return icon(QStringLiteral("triangle-alert"), IconColor::Warning);
        if (const QList<Finding> found = findingsAt(index); !found.isEmpty())
            return severityIcon(found.first().severity);
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
            return {tr("Private"),
                    tr("y: only Postfix’s own programs can reach it. n: public, others can reach it too")};
        case UnprivilegedColumn:
            return {
                tr("Unpriv."),
                tr("y: unprivileged, it runs as the mail owner. n: privileged, it runs with the rights of "
                   "root")};
        case ChrootColumn:
            return {tr("Chroot"),
                    tr("y: locked into the mail queue’s folder. n: it sees the whole file system")};
        case WakeupColumn:
            return {tr("Wakeup"),
                    tr("Every how many seconds it is woken up; with “?” only while it is in use, not if it "
                       "is unused")};
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
    if (role == Qt::CheckStateRole && index.column() == OnColumn)
        return switchAll({index.row()}, value.toInt() == Qt::Checked);
    if (role != Qt::EditRole)
        return false;
    const QByteArray text = value.toString().trimmed().toUtf8();
    if (text == rawText(service, index.column()))
        return true;
    if (index.column() != ArgumentsColumn)
        return writeAll({index.row()}, index.column(), text);
    const QByteArrayList words = argumentWords(text, file, service);
    return m_session.edit(editTitle({row}, index.column()),
                          [&](model::Draft &draft) { return edits::setServiceArguments(draft, row, words); });
}

/// What is changed, of one service or of several.
QString ServicesModel::editTitle(const QList<qsizetype> &rows, int column) const
{
    const QString what = headerData(column, Qt::Horizontal, Qt::AccessibleTextRole).toString();
    const syntax::MasterCf &file = m_session.snapshot().masterCf();
    if (rows.size() == 1)
        return tr("Set %1 of %2").arg(what, serviceTitle(file, file.services()[rows.first()]));
    return tr("Set %1 of %n service(s)", nullptr, static_cast<int>(rows.size())).arg(what);
}

bool ServicesModel::writeAll(const QList<qsizetype> &rows, int column, const QByteArray &text)
{
    Q_ASSERT(isField(column) && !rows.isEmpty());
    return m_session.edit(editTitle(rows, column), [&](model::Draft &draft) {
        return edits::setServiceFields(draft, rows, fieldOf(column), text);
    });
}

bool ServicesModel::switchAll(const QList<qsizetype> &rows, bool isOn)
{
    const syntax::MasterCf &file = m_session.snapshot().masterCf();
    const auto count = static_cast<int>(rows.size());
    const QString one = count == 1 ? serviceTitle(file, file.services()[rows.first()]) : QString();
    const QString title = count == 1 ? (isOn ? tr("Switch On %1") : tr("Switch Off %1")).arg(one)
        : isOn                       ? tr("Switch On %n Service(s)", nullptr, count)
                                     : tr("Switch Off %n Service(s)", nullptr, count);
    return m_session.edit(title, [&](model::Draft &draft) -> edits::Outcome {
        const model::Snapshot before = draft.snapshot();
        for (const qsizetype row : rows) {
            if (edits::Outcome refusal = edits::setServiceEnabled(draft, row, isOn))
                return refusal;
        }
        const effective::Values *values = isOn && m_knowledge ? m_knowledge->values() : nullptr;
        return values ? master::defineMentioned(draft, before, values->target()) : edits::Outcome();
    });
}

} // namespace ui
