// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/grids/listitemsmodel.h"

#include "core/base/displaytext.h"
#include "core/edits/parameteredits.h"
#include "ui/grids/celltext.h"
#include "ui/session/editsession.h"

namespace ui {

ListItemsModel::ListItemsModel(EditSession &session, QObject *parent) : KeyedModel(parent), m_session(session)
{
}

void ListItemsModel::setParameter(const QByteArray &name)
{
    const bool isAnother = name != m_name;
    m_name = name;
    const QByteArrayList items =
        name.isEmpty() ? QByteArrayList() : edits::listItemsOf(m_session.snapshot(), name);
    if (isAnother)
        resetKeys(items);
    else
        setKeys(items);
}

bool ListItemsModel::insertItem(int at, const QByteArray &item)
{
    return m_session.edit(
        tr("Add %1 to %2").arg(base::displayText(item), base::displayText(m_name)),
        [&](model::Draft &draft) { return edits::insertListItem(draft, m_name, at, item); });
}

bool ListItemsModel::removeItem(int at)
{
    return m_session.edit(
        tr("Remove %1 from %2").arg(base::displayText(keyOf(at)), base::displayText(m_name)),
        [&](model::Draft &draft) { return edits::removeListItem(draft, m_name, at); });
}

bool ListItemsModel::moveItem(int from, int to)
{
    return m_session.edit(tr("Move %1 in %2").arg(base::displayText(keyOf(from)), base::displayText(m_name)),
                          [&](model::Draft &draft) { return edits::moveListItem(draft, m_name, from, to); });
}

QVariant ListItemsModel::data(const QModelIndex &index, int role) const
{
    if (!has(index))
        return {};
    const QByteArray &item = keyOf(index.row());
    if (role == Qt::DisplayRole)
        return base::displayText(item);
    if (role == Qt::EditRole)
        return editableCell(item);
    if (role == Qt::ToolTipRole)
        return isEditableText(item) ? base::displayText(item) : notTextHint();
    return {};
}

QVariant ListItemsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::DisplayRole && section == 0)
        return tr("Item");
    return {};
}

Qt::ItemFlags ListItemsModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = KeyedModel::flags(index);
    const bool isEditable = has(index) && m_session.snapshot().file(model::FileId::MainCf).isEditable()
        && isEditableText(keyOf(index.row()));
    return isEditable ? flags | Qt::ItemIsEditable : flags;
}

bool ListItemsModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !(flags(index) & Qt::ItemIsEditable))
        return false;
    const QByteArray item = value.toString().trimmed().toUtf8();
    if (item == keyOf(index.row()))
        return true;
    return m_session.edit(tr("Set %1").arg(base::displayText(m_name)), [&](model::Draft &draft) {
        return edits::replaceListItem(draft, m_name, index.row(), item);
    });
}

} // namespace ui
