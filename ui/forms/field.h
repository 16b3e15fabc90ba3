// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QHash>
#include <QIcon>
#include <QWidget>

#include <functional>

namespace ui {

/// One change of a list, by item.
struct ListChange
{
    enum class Kind : quint8 { Insert, Remove, Move, Replace };
    Kind kind = Kind::Insert;
    qsizetype at = 0;
    qsizetype to = 0; ///< of a move: its index in the resulting list
    QByteArray item = {};
};

/// What is wrong with an item of a list.
struct ItemMark
{
    QIcon icon;
    QString text;
};
using ItemMarks = QHash<QByteArray, ItemMark>; ///< by item

/// Shows one value in the way that suits its kind, and lets it be changed. It knows the value and nothing of
/// where that comes from; what is wanted goes to the writer, and comes back with setValue().
class Field : public QWidget
{
    Q_OBJECT

public:
    /// Takes the value that is wanted; false when it was refused.
    using Writer = std::function<bool(const QByteArray &value)>;
    using ListWriter = std::function<bool(const ListChange &change)>;

    using QWidget::QWidget;

    void setWriter(Writer writer) { m_writer = std::move(writer); }
    void setListWriter(ListWriter writer) { m_listWriter = std::move(writer); }

    /// Whether this field has words for the value; where not, its raw text is shown.
    virtual bool canSay(const QByteArray &value) const;
    /// The value as it is now. A text that is being written stays.
    virtual void setValue(const QByteArray &value) = 0;
    virtual void setReadOnly(bool isReadOnly) = 0;

    /// Gives away what is being written, if anything is.
    virtual void commit() { }
    /// Forgets what is being written.
    virtual void revert() { }
    virtual bool isModified() const { return false; }

    /// What readers call it: the name goes to the widgets that take part.
    virtual void setName(const QString &name) = 0;
    /// For fields that show their items one by one.
    virtual void setMarks(const ItemMarks &) { }
    virtual void setDescription(const QString &text) { setAccessibleDescription(text); }
    /// Its items stand below one another.
    virtual bool isTall() const { return false; }
    /// It has a width of its own, and what the value means stands right beside it.
    virtual bool isNarrow() const { return false; }

signals:
    /// Something is being written that nobody has taken yet.
    void drafted(const QByteArray &value);

protected:
    bool write(const QByteArray &value) const;
    bool writeItem(const ListChange &change) const;

private:
    Writer m_writer;
    ListWriter m_listWriter;
};

} // namespace ui
