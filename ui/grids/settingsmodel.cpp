// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/grids/settingsmodel.h"

#include "core/base/displaytext.h"
#include "core/edits/parameteredits.h"
#include "core/edits/serviceedits.h"
#include "ui/grids/servicewords.h"
#include "ui/session/editsession.h"
#include "ui/text/filename.h"

#include <algorithm>

namespace ui {

using model::FileId;

SettingsModel::SettingsModel(EditSession &session, QObject *parent)
    : SwitchedModel(parent), m_session(session)
{
}

void SettingsModel::setParameter(const QByteArray &parameter)
{
    const bool isAnother = parameter != m_name;
    m_name = parameter;
    QList<Source> rows;
    QByteArrayList keys;
    const syntax::MainCf &mainCf = m_session.snapshot().mainCf();
    for (qsizetype i = 0; i < mainCf.settings().size() && !m_name.isEmpty(); ++i) {
        if (mainCf.nameOf(mainCf.settings()[i]) == m_name) {
            rows.append(Source{-1, i});
            keys.append(QByteArray());
        }
    }
    const syntax::MasterCf &masterCf = m_session.snapshot().masterCf();
    for (qsizetype i = 0; i < masterCf.services().size() && !m_name.isEmpty(); ++i) {
        const syntax::Service &service = masterCf.services()[i];
        for (qsizetype j = 0; j < service.overrides.size(); ++j) {
            if (masterCf.nameOf(service.overrides[j]) == m_name) {
                rows.append(Source{i, j});
                keys.append(serviceTitle(masterCf, service).toUtf8());
            }
        }
    }
    m_rows = rows;
    if (isAnother)
        resetKeys(keys);
    else
        setKeys(keys);
}

QByteArray SettingsModel::valueOf(const Source &source) const
{
    if (source.service < 0) {
        const syntax::MainCf &file = m_session.snapshot().mainCf();
        return file.valueOf(file.settings()[source.item]);
    }
    const syntax::MasterCf &file = m_session.snapshot().masterCf();
    return file.valueOf(file.services()[source.service].overrides[source.item]);
}

SettingsModel::State SettingsModel::stateOf(const Source &source) const
{
    if (source.service < 0) {
        const syntax::MainCf &file = m_session.snapshot().mainCf();
        const syntax::Setting &setting = file.settings()[source.item];
        if (!setting.enabled)
            return State::Off;
        return file.find(m_name) == &setting ? State::InForce : State::Overridden;
    }
    const syntax::MasterCf &file = m_session.snapshot().masterCf();
    const syntax::Service &service = file.services()[source.service];
    if (!service.overrides[source.item].enabled)
        return State::Off;
    if (!service.enabled)
        return State::OffWithService;
    // Of an option given twice, the program uses the last.
    const bool isReplaced =
        std::any_of(service.overrides.begin() + source.item + 1, service.overrides.end(),
                    [&](const syntax::Override &o) { return o.enabled && file.nameOf(o) == m_name; });
    return isReplaced ? State::Overridden : State::InForce;
}

SettingsModel::State SettingsModel::stateOf(int row) const
{
    return stateOf(m_rows[row]);
}

model::Place SettingsModel::placeOf(int row) const
{
    const Source &source = m_rows[row];
    if (source.service < 0) {
        const syntax::Setting &setting = m_session.snapshot().mainCf().settings()[source.item];
        return {FileId::MainCf, {setting.name.begin, std::max(setting.name.end, setting.value.end)}};
    }
    const syntax::Service &service = m_session.snapshot().masterCf().services()[source.service];
    return {FileId::MasterCf, service.overrides[source.item].whole};
}

QString SettingsModel::placeText(const Source &source) const
{
    const model::Snapshot &snapshot = m_session.snapshot();
    const auto place = [&](FileId file, int line) {
        return QStringLiteral("%1:%2").arg(shownName(snapshot, file)).arg(line + 1);
    };
    if (source.service < 0)
        return place(FileId::MainCf, snapshot.mainCf().settings()[source.item].line);
    const syntax::MasterCf &file = snapshot.masterCf();
    const syntax::Service &service = file.services()[source.service];
    return QStringLiteral("%1 %2").arg(place(FileId::MasterCf, service.overrides[source.item].line),
                                       serviceTitle(file, service));
}

QString SettingsModel::stateText(State state) const
{
    switch (state) {
    case State::InForce:
        return tr("In force");
    case State::Overridden:
        return tr("Not used");
    case State::Off:
        return tr("Switched off");
    case State::OffWithService:
        return tr("Service is off");
    }
    return {};
}

QString SettingsModel::titleOf(const Source &source) const
{
    const QString parameter = base::displayText(m_name);
    if (source.service < 0)
        return parameter;
    const syntax::MasterCf &file = m_session.snapshot().masterCf();
    return tr("%1 of %2").arg(parameter, serviceTitle(file, file.services()[source.service]));
}

int SettingsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant SettingsModel::data(const QModelIndex &index, int role) const
{
    if (role == Qt::ToolTipRole && has(index) && exists(index.row()) && index.column() == StateColumn) {
        if (stateOf(index.row()) == State::Overridden)
            return tr("A later line sets it again, and Postfix uses that one.");
        if (stateOf(index.row()) == State::OffWithService)
            return tr("The whole service is commented out.");
    }
    return SwitchedModel::data(index, role);
}

QVariant SettingsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case OnColumn:
        return tr("On");
    case ValueColumn:
        return tr("Value");
    case PlaceColumn:
        return tr("Place");
    default:
        return tr("State");
    }
}

bool SettingsModel::exists(int row) const
{
    if (row >= m_rows.size())
        return false;
    const Source &source = m_rows[row];
    if (source.service < 0)
        return source.item < m_session.snapshot().mainCf().settings().size();
    const QList<syntax::Service> &services = m_session.snapshot().masterCf().services();
    return source.service < services.size() && source.item < services[source.service].overrides.size();
}

bool SettingsModel::isOn(int row) const
{
    return stateOf(row) != State::Off;
}

bool SettingsModel::counts(int row) const
{
    return stateOf(row) == State::InForce;
}

QString SettingsModel::name(int row) const
{
    return placeText(m_rows[row]);
}

QByteArray SettingsModel::text(int row, int column) const
{
    if (column == ValueColumn)
        return valueOf(m_rows[row]);
    return (column == PlaceColumn ? placeText(m_rows[row]) : stateText(stateOf(row))).toUtf8();
}

QByteArray SettingsModel::shown(int row, int column) const
{
    const QByteArray written = text(row, column);
    return column == ValueColumn ? m_session.secrets().masked(m_name, written) : written;
}

QString SettingsModel::boxHint(int row) const
{
    return isOn(row) ? tr("Uncheck to comment this one out.") : tr("Commented out. Check to switch it on.");
}

bool SettingsModel::isEditable(int row, int column) const
{
    const FileId file = m_rows[row].service < 0 ? FileId::MainCf : FileId::MasterCf;
    return column <= ValueColumn && m_session.snapshot().file(file).isEditable();
}

bool SettingsModel::switchTo(int row, bool isOn)
{
    const Source source = m_rows[row];
    return m_session.edit((isOn ? tr("Switch On %1") : tr("Switch Off %1")).arg(titleOf(source)),
                          [&](model::Draft &draft) {
                              if (source.service >= 0)
                                  return edits::setOverrideEnabled(draft, source.service, source.item, isOn);
                              return isOn ? edits::switchOnParameter(draft, source.item)
                                          : edits::commentOutSetting(draft, source.item);
                          });
}

bool SettingsModel::write(int row, int, const QByteArray &value)
{
    const Source source = m_rows[row];
    return m_session.edit(tr("Set %1").arg(titleOf(source)), [&](model::Draft &draft) {
        return source.service < 0 ? edits::setSettingValue(draft, source.item, value)
                                  : edits::replaceOverride(draft, source.service, source.item, m_name, value);
    });
}

bool SettingsModel::remove(int row)
{
    const Source source = m_rows[row];
    return m_session.edit(tr("Remove %1").arg(titleOf(source)), [&](model::Draft &draft) {
        return source.service < 0 ? edits::removeSetting(draft, source.item)
                                  : edits::removeOverrideAt(draft, source.service, source.item);
    });
}

} // namespace ui
