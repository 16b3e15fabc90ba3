// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/syntax/byterange.h"
#include "core/values/domain.h"
#include "ui/forms/field.h"

class QAction;
class QComboBox;
class QLineEdit;
class QListView;
class QPushButton;

namespace ui {

class FilePresence;
class ListItems;

/// The items of a list in their order: change, add, remove and move them. Where Postfix knows the items they
/// are offered; a list of tables says whether their files are there.
class ListField : public Field
{
    Q_OBJECT

public:
    /// `presence` outlives it.
    ListField(const values::Domain &domain, FilePresence &presence, QWidget *parent = nullptr);

    /// For a list whose items are made of several words: where each item of a value stands.
    void setSplitter(std::function<QList<syntax::ByteRange>(const QByteArray &value)> splitter);
    void setValue(const QByteArray &value) override;
    void setReadOnly(bool isReadOnly) override;
    void commit() override;
    void revert() override;
    bool isModified() const override;
    void setName(const QString &name) override;
    void setDescription(const QString &text) override;
    void setMarks(const ItemMarks &marks) override;
    bool isTall() const override { return true; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QLayout *buildAddLine(const values::Domain &domain);
    void add();
    void move(int step);
    void remove();
    void fit();
    void refreshActions();
    int currentRow() const;
    void setCurrentRow(int row);

    ListItems *m_items = nullptr;
    QListView *m_list = nullptr;
    QComboBox *m_known = nullptr; ///< of the items that can be added; null where nothing is known
    QLineEdit *m_new = nullptr;
    QPushButton *m_add = nullptr;
    QWidget *m_buttons = nullptr; ///< act on the chosen item
    QAction *m_up = nullptr;
    QAction *m_down = nullptr;
    QAction *m_remove = nullptr;
    bool m_isReadOnly = false;
};

} // namespace ui
