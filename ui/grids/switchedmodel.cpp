// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/grids/switchedmodel.h"

#include "core/base/displaytext.h"
#include "ui/grids/celltext.h"
#include "ui/widgets/colors.h"

#include <QApplication>
#include <QPalette>

namespace ui {

QVariant SwitchedModel::data(const QModelIndex &index, int role) const
{
    if (!isThere(index))
        return {};
    const int row = index.row();
    const bool isBox = index.column() == OnColumn;
    const auto isHidden = [&] { return shown(row, index.column()) != text(row, index.column()); };
    switch (role) {
    case Qt::DisplayRole:
        return isBox ? QVariant() : base::displayText(shown(row, index.column()));
    case Qt::EditRole:
        return isBox || isHidden() ? QVariant() : editableCell(text(row, index.column()));
    case Qt::CheckStateRole:
        return isBox ? QVariant(isOn(row) ? Qt::Checked : Qt::Unchecked) : QVariant();
    case Qt::ToolTipRole:
        if (isBox)
            return boxHint(row);
        if (!isEditableText(text(row, index.column())))
            return notTextHint();
        if (isHidden())
            return passwordHint();
        return base::displayText(text(row, index.column()));
    case Qt::AccessibleTextRole:
        return isBox ? name(row) : base::displayText(shown(row, index.column()));
    case Qt::ForegroundRole:
        return counts(row) ? QVariant() : colorsFor(QApplication::palette()).muted;
    default:
        return {};
    }
}

Qt::ItemFlags SwitchedModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = KeyedModel::flags(index);
    if (!isThere(index) || !isEditable(index.row(), index.column()))
        return flags;
    if (index.column() == OnColumn)
        return flags | Qt::ItemIsUserCheckable;
    return data(index, Qt::EditRole).isValid() ? flags | Qt::ItemIsEditable : flags;
}

bool SwitchedModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!isThere(index) || !(flags(index) & (Qt::ItemIsEditable | Qt::ItemIsUserCheckable)))
        return false;
    const bool isBox = index.column() == OnColumn;
    if (role == Qt::CheckStateRole && isBox)
        return switchTo(index.row(), value.toInt() == Qt::Checked);
    if (role != Qt::EditRole || isBox)
        return false;
    const QByteArray wanted = value.toString().trimmed().toUtf8();
    return wanted == text(index.row(), index.column()) || write(index.row(), index.column(), wanted);
}

} // namespace ui
