// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/grids/tabledelegate.h"

#include "ui/grids/tablerowsmodel.h"

#include <QCompleter>
#include <QLineEdit>

namespace ui {

TableDelegate::TableDelegate(const TableRowsModel &model, Choices choices, QObject *parent)
    : FieldDelegate(parent), m_model(model), m_known(std::move(choices))
{
}

QWidget *TableDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                                     const QModelIndex &index) const
{
    QWidget *editor = FieldDelegate::createEditor(parent, option, index);
    auto *line = qobject_cast<QLineEdit *>(editor);
    if (!line)
        return editor;
    if (m_model.isMasked(index.column()))
        line->setEchoMode(QLineEdit::Password);
    QStringList known;
    for (const FieldChoice &choice : m_known ? m_known(index.column()) : QList<FieldChoice>())
        known.append(choice.value);
    if (!known.isEmpty())
        line->setCompleter(new QCompleter(known, line));
    return line;
}

} // namespace ui
