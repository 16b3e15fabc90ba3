// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/grids/parametersmodel.h"

#include "core/base/displaytext.h"
#include "core/edits/parameteredits.h"
#include "core/edits/serviceedits.h"
#include "ui/grids/celltext.h"
#include "ui/grids/servicewords.h"
#include "ui/session/editsession.h"
#include "ui/text/filename.h"
#include "ui/widgets/colors.h"

#include <QApplication>
#include <QPalette>

#include <algorithm>

namespace ui {

using model::FileId;

namespace {

/// What a setting says, for telling whether it was there when the folder was opened.
QByteArray fingerprint(const QByteArray &where, bool isOn, const QByteArray &value)
{
    return where + (isOn ? '\1' : '\2') + value;
}

QByteArray serviceKey(const syntax::MasterCf &file, const syntax::Service &service)
{
    return file.fieldOf(service, syntax::ServiceField::Name).toByteArray() + '/'
        + file.fieldOf(service, syntax::ServiceField::Type).toByteArray();
}

} // namespace

ParametersModel::ParametersModel(EditSession &session, QObject *parent)
    : KeyedModel(parent), m_session(session)
{
    connect(&session, &EditSession::opened, this, [this] {
        resetKeys({});
        m_rows.clear();
        readBaseline();
        refresh();
    });
    connect(&session, &EditSession::changed, this, &ParametersModel::refresh);
    connect(&session, &EditSession::baselineChanged, this, [this] {
        readBaseline();
        refresh();
    });
    readBaseline();
    refresh();
}

void ParametersModel::readBaseline()
{
    m_baseline.clear();
    const model::Snapshot &baseline = m_session.baseline();
    const syntax::MainCf &mainCf = baseline.mainCf();
    for (const syntax::Setting &setting : mainCf.settings()) {
        m_baseline.insert(
            fingerprint(mainCf.nameOf(setting).toByteArray(), setting.enabled, mainCf.valueOf(setting)));
    }
    const syntax::MasterCf &masterCf = baseline.masterCf();
    for (const syntax::Service &service : masterCf.services()) {
        for (const syntax::Override &option : service.overrides) {
            m_baseline.insert(
                fingerprint(serviceKey(masterCf, service) + '/' + masterCf.nameOf(option).toByteArray(),
                            option.enabled && service.enabled, masterCf.valueOf(option)));
        }
    }
}

QByteArray ParametersModel::keyFor(const Source &source) const
{
    if (source.service < 0)
        return nameOf(source);
    const syntax::MasterCf &file = m_session.snapshot().masterCf();
    return serviceKey(file, file.services()[source.service]) + '/' + nameOf(source);
}

bool ParametersModel::isChanged(const Source &source) const
{
    bool isOn = false;
    if (source.service < 0) {
        isOn = m_session.snapshot().mainCf().settings()[source.item].enabled;
    } else {
        const syntax::Service &service = m_session.snapshot().masterCf().services()[source.service];
        isOn = service.enabled && service.overrides[source.item].enabled;
    }
    return !m_baseline.contains(fingerprint(keyFor(source), isOn, valueOf(source)));
}

bool ParametersModel::isShown(const Source &source) const
{
    const State state = stateOf(source);
    if ((m_shown == Shown::InForce && state != State::InForce)
        || (m_shown == Shown::SwitchedOff && state != State::Off && state != State::OffWithService)
        || (m_shown == Shown::Overrides && source.service < 0)
        || (m_shown == Shown::Changed && !isChanged(source)))
        return false;
    return m_search.isEmpty() || nameOf(source).toLower().contains(m_search)
        || valueOf(source).toLower().contains(m_search);
}

void ParametersModel::refresh()
{
    QList<Source> rows;
    const auto add = [&](const Source &source) {
        if (isShown(source))
            rows.append(source);
    };
    const qsizetype settings = m_session.snapshot().mainCf().settings().size();
    for (qsizetype i = 0; i < settings; ++i)
        add(Source{-1, i});
    const QList<syntax::Service> &services = m_session.snapshot().masterCf().services();
    for (qsizetype i = 0; i < services.size(); ++i) {
        for (qsizetype j = 0; j < services[i].overrides.size(); ++j)
            add(Source{i, j});
    }
    QByteArrayList keys;
    keys.reserve(rows.size());
    for (const Source &source : rows)
        keys.append(keyFor(source));
    m_rows = rows;
    setKeys(keys);
    emit refreshed();
}

void ParametersModel::setShown(Shown shown)
{
    m_shown = shown;
    refresh();
}

void ParametersModel::setSearch(const QString &text)
{
    m_search = text.toUtf8().toLower();
    refresh();
}

QByteArray ParametersModel::nameOf(const Source &source) const
{
    if (source.service < 0) {
        const syntax::MainCf &file = m_session.snapshot().mainCf();
        return file.nameOf(file.settings()[source.item]).toByteArray();
    }
    const syntax::MasterCf &file = m_session.snapshot().masterCf();
    return file.nameOf(file.services()[source.service].overrides[source.item]).toByteArray();
}

QByteArray ParametersModel::valueOf(const Source &source) const
{
    if (source.service < 0) {
        const syntax::MainCf &file = m_session.snapshot().mainCf();
        return file.valueOf(file.settings()[source.item]);
    }
    const syntax::MasterCf &file = m_session.snapshot().masterCf();
    return file.valueOf(file.services()[source.service].overrides[source.item]);
}

ParametersModel::State ParametersModel::stateOf(const Source &source) const
{
    if (source.service < 0) {
        const syntax::MainCf &file = m_session.snapshot().mainCf();
        const syntax::Setting &setting = file.settings()[source.item];
        if (!setting.enabled)
            return State::Off;
        return file.find(file.nameOf(setting)) == &setting ? State::InForce : State::Overridden;
    }
    const syntax::MasterCf &file = m_session.snapshot().masterCf();
    const syntax::Service &service = file.services()[source.service];
    const syntax::Override &option = service.overrides[source.item];
    if (!option.enabled)
        return State::Off;
    if (!service.enabled)
        return State::OffWithService;
    // Of an option given twice, the program uses the last.
    const bool isReplaced =
        std::any_of(service.overrides.begin() + source.item + 1, service.overrides.end(),
                    [&](const auto &o) { return o.enabled && file.nameOf(o) == file.nameOf(option); });
    return isReplaced ? State::Overridden : State::InForce;
}

QByteArray ParametersModel::nameOf(int row) const
{
    return nameOf(m_rows[row]);
}

QByteArray ParametersModel::valueOf(int row) const
{
    return valueOf(m_rows[row]);
}

ParametersModel::State ParametersModel::stateOf(int row) const
{
    return stateOf(m_rows[row]);
}

QByteArray ParametersModel::linesOf(int row) const
{
    const Source &source = m_rows[row];
    if (source.service >= 0)
        return valueOf(source);
    const syntax::MainCf &file = m_session.snapshot().mainCf();
    QByteArrayList lines;
    for (const syntax::ByteRange &piece : file.piecesOf(file.settings()[source.item]))
        lines.append(piece.in(file.text()).toByteArray());
    return lines.join('\n');
}

model::Place ParametersModel::placeOf(int row) const
{
    const Source &source = m_rows[row];
    if (source.service < 0) {
        const syntax::Setting &setting = m_session.snapshot().mainCf().settings()[source.item];
        return {FileId::MainCf, {setting.name.begin, std::max(setting.name.end, setting.value.end)}};
    }
    const syntax::Service &service = m_session.snapshot().masterCf().services()[source.service];
    return {FileId::MasterCf, service.overrides[source.item].whole};
}

QString ParametersModel::placeText(int row) const
{
    const Source &source = m_rows[row];
    const model::Snapshot &snapshot = m_session.snapshot();
    if (source.service < 0) {
        return QStringLiteral("%1:%2")
            .arg(shownName(snapshot, FileId::MainCf))
            .arg(snapshot.mainCf().settings()[source.item].line + 1);
    }
    const syntax::MasterCf &file = snapshot.masterCf();
    const syntax::Service &service = file.services()[source.service];
    return QStringLiteral("%1:%2 %3")
        .arg(shownName(snapshot, FileId::MasterCf))
        .arg(service.overrides[source.item].line + 1)
        .arg(base::displayText(serviceKey(file, service)));
}

QString ParametersModel::stateText(int row) const
{
    switch (stateOf(row)) {
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

bool ParametersModel::isEditable(int row) const
{
    const FileId file = m_rows[row].service < 0 ? FileId::MainCf : FileId::MasterCf;
    return m_session.snapshot().file(file).isEditable();
}

int ParametersModel::rowInForce(const QByteArray &name) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (m_rows[row].service < 0 && nameOf(row) == name && stateOf(row) == State::InForce)
            return row;
    }
    return -1;
}

bool ParametersModel::setValue(int row, const QByteArray &value)
{
    const Source source = m_rows[row];
    const QByteArray name = nameOf(source);
    const QString title = base::displayText(name);
    if (source.service < 0) {
        return m_session.edit(tr("Set %1").arg(title), [&](model::Draft &draft) {
            return edits::setSettingValue(draft, source.item, value);
        });
    }
    const syntax::MasterCf &file = m_session.snapshot().masterCf();
    return m_session.edit(tr("Set %1 of %2").arg(title, serviceTitle(file, file.services()[source.service])),
                          [&](model::Draft &draft) {
                              return edits::replaceOverride(draft, source.service, source.item, name, value);
                          });
}

bool ParametersModel::setOn(int row, bool isOn)
{
    const Source source = m_rows[row];
    const QByteArray name = nameOf(source);
    const QString title = base::displayText(name);
    const QString what = isOn ? tr("Switch On %1").arg(title) : tr("Switch Off %1").arg(title);
    return m_session.edit(what, [&](model::Draft &draft) {
        if (source.service >= 0)
            return edits::setOverrideEnabled(draft, source.service, source.item, isOn);
        return isOn ? edits::switchOnParameter(draft, source.item) : edits::commentOutParameter(draft, name);
    });
}

bool ParametersModel::exists(const QModelIndex &index) const
{
    if (!has(index) || index.row() >= m_rows.size())
        return false;
    const Source &source = m_rows[index.row()];
    if (source.service < 0)
        return source.item < m_session.snapshot().mainCf().settings().size();
    const QList<syntax::Service> &services = m_session.snapshot().masterCf().services();
    return source.service < services.size() && source.item < services[source.service].overrides.size();
}

int ParametersModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ParametersModel::toolTip(int row, int column) const
{
    const State state = stateOf(row);
    switch (column) {
    case OnColumn:
        if (m_rows[row].service < 0 && state == State::Overridden)
            return tr("Uncheck to comment out every line that sets this.");
        return state == State::Off ? tr("Commented out. Check to switch it on.")
                                   : tr("Uncheck to comment it out.");
    case ValueColumn:
        return isEditableText(valueOf(row)) ? base::displayText(linesOf(row)) : notTextHint();
    case StateColumn:
        if (state == State::Overridden)
            return tr("A later line sets it again, and Postfix uses that one.");
        if (state == State::OffWithService)
            return tr("The whole service is commented out.");
        return stateText(row);
    case PlaceColumn:
        return placeText(row);
    default:
        return base::displayText(nameOf(row));
    }
}

QVariant ParametersModel::data(const QModelIndex &index, int role) const
{
    if (!exists(index))
        return {};
    const int row = index.row();
    const int column = index.column();
    const bool isOff = stateOf(row) == State::Off;
    switch (role) {
    case Qt::DisplayRole:
        switch (column) {
        case NameColumn:
            return base::displayText(nameOf(row));
        case ValueColumn:
            return base::displayText(valueOf(row));
        case PlaceColumn:
            return placeText(row);
        case StateColumn:
            return stateText(row);
        default:
            return {};
        }
    case Qt::EditRole:
        return column == ValueColumn ? editableCell(valueOf(row)) : QVariant();
    case Qt::CheckStateRole:
        return column == OnColumn ? QVariant(isOff ? Qt::Unchecked : Qt::Checked) : QVariant();
    case Qt::ToolTipRole:
        return toolTip(row, column);
    case Qt::AccessibleTextRole:
        return column == OnColumn ? base::displayText(nameOf(row)) : data(index, Qt::DisplayRole).toString();
    case Qt::ForegroundRole:
        if (stateOf(row) != State::InForce || column == PlaceColumn || column == StateColumn)
            return colorsFor(QApplication::palette()).muted;
        return {};
    case ChangedRole:
        return isChanged(m_rows[row]);
    default:
        return {};
    }
}

QVariant ParametersModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case OnColumn:
        return tr("On");
    case NameColumn:
        return tr("Parameter");
    case ValueColumn:
        return tr("Value");
    case PlaceColumn:
        return tr("Place");
    default:
        return tr("State");
    }
}

Qt::ItemFlags ParametersModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = KeyedModel::flags(index);
    if (!exists(index) || !isEditable(index.row()))
        return flags;
    if (index.column() == OnColumn)
        flags |= Qt::ItemIsUserCheckable;
    else if (data(index, Qt::EditRole).isValid())
        flags |= Qt::ItemIsEditable;
    return flags;
}

bool ParametersModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!exists(index) || !(flags(index) & (Qt::ItemIsEditable | Qt::ItemIsUserCheckable)))
        return false;
    if (role == Qt::CheckStateRole && index.column() == OnColumn)
        return setOn(index.row(), value.toInt() == Qt::Checked);
    if (role != Qt::EditRole || index.column() != ValueColumn)
        return false;
    const QByteArray text = value.toString().trimmed().toUtf8();
    return text == valueOf(index.row()) || setValue(index.row(), text);
}

} // namespace ui
