// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/grids/servicewords.h"

#include <QStyledItemDelegate>

#include <functional>

namespace ui {

/// Edits cells of a grid: a list to choose from where the column has one, else a line of text. Editors are
/// called what their column is called. A bar in front marks rows that differ from what is on disk.
class FieldDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using Choices = std::function<QList<FieldChoice>(int column)>;

    explicit FieldDelegate(QObject *parent = nullptr, Choices choices = {});

    /// Takes what was written into a cell, in place of the model.
    using Writer = std::function<void(const QModelIndex &index, const QString &text)>;
    void setWriter(Writer writer) { m_writer = std::move(writer); }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override;

private:
    void write(QAbstractItemModel *model, const QModelIndex &index, const QString &text) const;

    Choices m_choices;
    Writer m_writer;
};

} // namespace ui
