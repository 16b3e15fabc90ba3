// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/grids/overridesmodel.h"

#include "core/base/displaytext.h"
#include "core/edits/serviceedits.h"
#include "ui/grids/celltext.h"
#include "ui/grids/servicewords.h"
#include "ui/session/editsession.h"
#include "ui/widgets/colors.h"

#include <QApplication>
#include <QPalette>

#include <utility>

namespace ui {

OverridesModel::OverridesModel(EditSession &session, QObject *parent) : KeyedModel(parent), m_session(session)
{
}

const syntax::Service *OverridesModel::current() const
{
    const QList<syntax::Service> &services = m_session.snapshot().masterCf().services();
    return m_service >= 0 && m_service < services.size() ? &services[m_service] : nullptr;
}

const syntax::Override *OverridesModel::at(const QModelIndex &index) const
{
    const syntax::Service *service = current();
    return has(index) && service && index.row() < service->overrides.size() ? &service->overrides[index.row()]
                                                                            : nullptr;
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
    const syntax::Override *option = at(index);
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

QByteArray OverridesModel::rawText(const syntax::Override &option, int column) const
{
    const syntax::MasterCf &file = m_session.snapshot().masterCf();
    return column == NameColumn ? file.nameOf(option).toByteArray() : file.valueOf(option);
}

QVariant OverridesModel::data(const QModelIndex &index, int role) const
{
    const syntax::Override *option = at(index);
    if (!option)
        return {};
    const bool isBox = index.column() == OnColumn;
    switch (role) {
    case Qt::DisplayRole:
        return isBox ? QVariant() : base::displayText(rawText(*option, index.column()));
    case Qt::EditRole:
        return isBox ? QVariant() : editableCell(rawText(*option, index.column()));
    case Qt::CheckStateRole:
        return isBox ? QVariant(option->enabled ? Qt::Checked : Qt::Unchecked) : QVariant();
    case Qt::ToolTipRole:
        if (isBox)
            return option->enabled ? tr("In force for this service. Uncheck to comment it out.")
                                   : tr("Commented out. Check to switch it on.");
        if (!isEditableText(rawText(*option, index.column())))
            return notTextHint();
        return base::displayText(rawText(*option, index.column()));
    case Qt::AccessibleTextRole:
        return base::displayText(rawText(*option, isBox ? int(NameColumn) : index.column()));
    case Qt::ForegroundRole:
        if (!option->enabled || !current()->enabled)
            return colorsFor(QApplication::palette()).muted;
        return {};
    default:
        return {};
    }
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

Qt::ItemFlags OverridesModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = KeyedModel::flags(index);
    if (!at(index) || !m_session.snapshot().file(model::FileId::MasterCf).isEditable())
        return flags;
    if (index.column() == OnColumn)
        return flags | Qt::ItemIsUserCheckable;
    if (data(index, Qt::EditRole).isValid())
        flags |= Qt::ItemIsEditable;
    return flags;
}

bool OverridesModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const syntax::Override *option = at(index);
    if (!option || !(flags(index) & (Qt::ItemIsEditable | Qt::ItemIsUserCheckable)))
        return false;
    const syntax::MasterCf &file = m_session.snapshot().masterCf();
    const qsizetype service = m_service;
    const qsizetype which = index.row();
    const QString name = base::displayText(file.nameOf(*option));
    const QString title = serviceTitle(file, *current());
    if (role == Qt::CheckStateRole) {
        const bool isOn = value.toInt() == Qt::Checked;
        return m_session.edit(
            (isOn ? tr("Switch On %1 of %2") : tr("Switch Off %1 of %2")).arg(name, title),
            [&](model::Draft &draft) { return edits::setOverrideEnabled(draft, service, which, isOn); });
    }
    const QByteArray text = value.toString().trimmed().toUtf8();
    if (role != Qt::EditRole || text == rawText(*option, index.column()))
        return role == Qt::EditRole;
    const QByteArray newName = index.column() == NameColumn ? text : file.nameOf(*option).toByteArray();
    const QByteArray newValue = index.column() == ValueColumn ? text : file.valueOf(*option);
    return m_session.edit(tr("Set %1 of %2").arg(name, title), [&](model::Draft &draft) {
        return edits::replaceOverride(draft, service, which, newName, newValue);
    });
}

} // namespace ui
