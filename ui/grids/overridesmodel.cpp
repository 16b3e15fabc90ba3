// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/grids/overridesmodel.h"

#include "core/base/displaytext.h"
#include "core/edits/serviceedits.h"
#include "ui/grids/servicewords.h"
#include "ui/session/editsession.h"

#include <utility>

namespace ui {

OverridesModel::OverridesModel(EditSession &session, QObject *parent)
    : SwitchedModel(parent), m_session(session)
{
}

const syntax::Service *OverridesModel::current() const
{
    const QList<syntax::Service> &services = m_session.snapshot().masterCf().services();
    return m_service >= 0 && m_service < services.size() ? &services[m_service] : nullptr;
}

const syntax::Override *OverridesModel::at(int row) const
{
    const syntax::Service *service = current();
    return row >= 0 && service && row < service->overrides.size() ? &service->overrides[row] : nullptr;
}

void OverridesModel::setService(int service)
{
    const syntax::MasterCf &file = m_session.snapshot().masterCf();
    const int previous = std::exchange(m_service, service);
    const syntax::Service *shown = current();
    const QString title = shown ? serviceTitle(file, *shown) : QString();
    // The same by number or, when one above it came or went, by name.
    const bool isAnother = service != previous && title != m_title;
    m_title = title;
    QByteArrayList names;
    if (shown) {
        for (const syntax::Override &option : shown->overrides)
            names.append(file.nameOf(option).toByteArray());
    }
    if (isAnother)
        resetKeys(names);
    else
        setKeys(names);
}

model::Place OverridesModel::placeOf(const QModelIndex &index) const
{
    const syntax::Override *option = at(index.row());
    if (!option)
        return {model::FileId::MasterCf, current() ? current()->whole : syntax::ByteRange{}};
    if (index.column() == NameColumn)
        return {model::FileId::MasterCf, option->name};
    if (index.column() == ValueColumn)
        return {model::FileId::MasterCf, option->value};
    return {model::FileId::MasterCf, option->whole};
}

int OverridesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant OverridesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case OnColumn:
        return tr("On");
    case NameColumn:
        return tr("Setting");
    default:
        return tr("Value for this service");
    }
}

bool OverridesModel::exists(int row) const
{
    return at(row) != nullptr;
}

bool OverridesModel::isOn(int row) const
{
    return at(row)->enabled;
}

bool OverridesModel::counts(int row) const
{
    return at(row)->enabled && current()->enabled;
}

QString OverridesModel::name(int row) const
{
    return base::displayText(text(row, NameColumn));
}

QByteArray OverridesModel::text(int row, int column) const
{
    const syntax::MasterCf &file = m_session.snapshot().masterCf();
    return column == NameColumn ? file.nameOf(*at(row)).toByteArray() : file.valueOf(*at(row));
}

QString OverridesModel::boxHint(int row) const
{
    return isOn(row) ? tr("In force for this service. Uncheck to comment it out.")
                     : tr("Commented out. Check to switch it on.");
}

bool OverridesModel::isEditable(int, int) const
{
    return m_session.snapshot().file(model::FileId::MasterCf).isEditable();
}

bool OverridesModel::switchTo(int row, bool isOn)
{
    const QString service = serviceTitle(m_session.snapshot().masterCf(), *current());
    return m_session.edit(
        (isOn ? tr("Switch On %1 of %2") : tr("Switch Off %1 of %2")).arg(name(row), service),
        [&](model::Draft &draft) { return edits::setOverrideEnabled(draft, m_service, row, isOn); });
}

bool OverridesModel::write(int row, int column, const QByteArray &written)
{
    const QString service = serviceTitle(m_session.snapshot().masterCf(), *current());
    const QByteArray newName = column == NameColumn ? written : text(row, NameColumn);
    const QByteArray newValue = column == ValueColumn ? written : text(row, ValueColumn);
    return m_session.edit(tr("Set %1 of %2").arg(name(row), service), [&](model::Draft &draft) {
        return edits::replaceOverride(draft, m_service, row, newName, newValue);
    });
}

} // namespace ui
