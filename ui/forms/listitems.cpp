// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/forms/listitems.h"

#include "core/base/displaytext.h"
#include "core/syntax/listvalue.h"
#include "ui/session/filepresence.h"
#include "ui/widgets/icon.h"

#include <array>

namespace ui {

QByteArray tableFile(QByteArrayView item)
{
    static constexpr std::array fileTypes{"hash", "btree",    "lmdb",  "cdb",    "dbm",
                                          "sdbm", "texthash", "pcre",  "regexp", "cidr",
                                          "ldap", "mysql",    "pgsql", "sqlite", "memcache"};
    const qsizetype colon = item.indexOf(':');
    if (colon < 0)
        return {};
    const QByteArrayView type = item.first(colon);
    const QByteArrayView name = item.sliced(colon + 1);
    if (type == "proxy" || type == "pipemap" || type == "unionmap")
        return type == "proxy" ? tableFile(name) : QByteArray();
    for (const char *known : fileTypes) {
        if (type == known && name.startsWith('/'))
            return name.toByteArray();
    }
    return {};
}

ListItems::ListItems(FilePresence *presence, QObject *parent)
    : QAbstractListModel(parent), m_presence(presence)
{
    if (presence) {
        connect(presence, &FilePresence::found, this, [this] {
            if (!m_items.isEmpty())
                emit dataChanged(index(0), index(static_cast<int>(m_items.size()) - 1), {Qt::DecorationRole});
        });
    }
}

void ListItems::setValue(const QByteArray &value)
{
    QByteArrayList items;
    if (m_splitter) {
        for (const syntax::ByteRange &range : m_splitter(value))
            items.append(range.in(value).toByteArray());
    } else {
        for (const syntax::ListItem &item : syntax::listItems(value))
            items.append(item.range.in(value).toByteArray());
    }
    if (items == m_items)
        return;
    if (items.size() == m_items.size()) {
        m_items = items;
        emit dataChanged(index(0), index(static_cast<int>(m_items.size()) - 1));
        return;
    }
    beginResetModel();
    m_items = items;
    endResetModel();
}

void ListItems::setMarks(const ItemMarks &marks)
{
    if (marks.isEmpty() && m_marks.isEmpty())
        return;
    m_marks = marks;
    if (!m_items.isEmpty())
        emit dataChanged(index(0), index(static_cast<int>(m_items.size()) - 1));
}

int ListItems::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_items.size());
}

bool ListItems::isMissing(const QByteArray &item) const
{
    const QByteArray file = m_presence ? tableFile(item) : QByteArray();
    return !file.isEmpty() && m_presence->stateOf(QString::fromUtf8(file)) == FilePresence::State::Missing;
}

/// Of the item, or of one of its words.
const ItemMark *ListItems::markOf(const QByteArray &item) const
{
    if (const auto mark = m_marks.constFind(item); mark != m_marks.cend())
        return &*mark;
    if (!m_splitter || m_marks.isEmpty())
        return nullptr;
    for (const syntax::ListItem &word : syntax::listItems(item)) {
        if (const auto mark = m_marks.constFind(word.range.in(item).toByteArray()); mark != m_marks.cend())
            return &*mark;
    }
    return nullptr;
}

QVariant ListItems::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_items.size())
        return {};
    const QByteArray &item = m_items[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return base::displayText(item);
    case Qt::EditRole:
        return item.isValidUtf8() ? QVariant(QString::fromUtf8(item)) : QVariant();
    case Qt::DecorationRole:
        if (const ItemMark *mark = markOf(item))
            return mark->icon;
        return isMissing(item) ? icon(QStringLiteral("triangle-alert"), IconColor::Warning) : QVariant();
    case Qt::ToolTipRole:
    case Qt::AccessibleDescriptionRole:
        if (const ItemMark *mark = markOf(item))
            return mark->text;
        return isMissing(item) ? tr("This file does not exist.") : QVariant();
    default:
        return {};
    }
}

bool ListItems::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !(flags(index) & Qt::ItemIsEditable))
        return false;
    const QByteArray item = value.toString().trimmed().toUtf8();
    return item == m_items[index.row()] || (m_replace && m_replace(index.row(), item));
}

Qt::ItemFlags ListItems::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractListModel::flags(index) | Qt::ItemNeverHasChildren;
    if (index.isValid() && index.row() < m_items.size() && !m_isReadOnly
        && m_items[index.row()].isValidUtf8())
        flags |= Qt::ItemIsEditable;
    return flags;
}

} // namespace ui
