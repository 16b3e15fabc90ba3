// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/syntax/byterange.h"
#include "ui/forms/field.h"

#include <QAbstractListModel>
#include <QByteArrayList>

#include <functional>

namespace ui {

class FilePresence;

/// The items of a list value as rows to edit in place. What is written goes to the writer and comes back with
/// setValue().
class ListItems : public QAbstractListModel
{
    Q_OBJECT

public:
    using Replace = std::function<bool(int row, const QByteArray &item)>;
    using Splitter = std::function<QList<syntax::ByteRange>(const QByteArray &value)>;

    /// With `presence` the items name tables, and one whose file is missing says so.
    explicit ListItems(FilePresence *presence, QObject *parent = nullptr);

    void setReplace(Replace replace) { m_replace = std::move(replace); }
    /// For a list whose items are made of several words.
    void setSplitter(Splitter splitter) { m_splitter = std::move(splitter); }
    void setReadOnly(bool isReadOnly) { m_isReadOnly = isReadOnly; }
    void setValue(const QByteArray &value);
    void setMarks(const ItemMarks &marks);
    const QByteArrayList &items() const { return m_items; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    bool isMissing(const QByteArray &item) const;
    const ItemMark *markOf(const QByteArray &item) const;

    FilePresence *m_presence;
    Replace m_replace;
    Splitter m_splitter;
    QByteArrayList m_items;
    ItemMarks m_marks;
    bool m_isReadOnly = false;
};

/// The file that an item of a list of tables names: of "proxy:hash:/a" it is "/a". Empty where it names none.
QByteArray tableFile(QByteArrayView item);

} // namespace ui
