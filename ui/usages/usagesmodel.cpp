// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/usages/usagesmodel.h"

#include "core/base/displaytext.h"
#include "core/folder/secrets.h"
#include "ui/session/editsession.h"
#include "ui/session/language.h"
#include "ui/text/filename.h"
#include "ui/widgets/colors.h"
#include "ui/widgets/icon.h"

#include <QApplication>
#include <QPalette>

namespace ui {

using usages::Usage;
using Role = usages::Usage::Role;

UsagesModel::UsagesModel(Language &language, QObject *parent)
    : QAbstractTableModel(parent), m_language(language)
{
}

void UsagesModel::search(const usages::Symbol &symbol)
{
    const usages::Usages found = m_language.usagesOf(symbol);
    const bool isSameCount = found.size() == m_usages.size();
    if (isSameCount) { // places have moved at most
        m_usages = found;
        if (!found.isEmpty())
            emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_usages = found;
    endResetModel();
}

int UsagesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_usages.size());
}

int UsagesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString UsagesModel::lineOf(const Usage &usage) const
{
    const model::Snapshot &snapshot = m_language.session().snapshot();
    if (!snapshot.contains(usage.place.file))
        return {};
    const syntax::Text &text = snapshot.file(usage.place.file).text();
    if (usage.place.range.end > text.size())
        return {};
    const qsizetype line = text.lineAt(usage.place.range.begin);
    const syntax::Text shown = folder::maskedFile(snapshot, usage.place.file).text();
    return base::displayText(shown.bytes(shown.lineAround(shown.lineStart(line))).trimmed());
}

QString UsagesModel::placeOf(const Usage &usage) const
{
    const model::Snapshot &snapshot = m_language.session().snapshot();
    if (!snapshot.contains(usage.place.file))
        return {};
    const qsizetype line = snapshot.file(usage.place.file).text().lineAt(usage.place.range.begin);
    //: a place: file and line
    return tr("%1:%2").arg(shownName(snapshot, usage.place.file)).arg(line + 1);
}

QVariant UsagesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Usage &usage = usageOf(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == TextColumn ? lineOf(usage)
            : index.column() == PlaceColumn ? placeOf(usage)
                                            : usageText(usage);
    case Qt::ToolTipRole:
        return index.column() == TextColumn ? QVariant(lineOf(usage)) : QVariant();
    case Qt::DecorationRole:
        if (index.column() != TextColumn)
            return {};
        return icon(usage.isDefinition() ? QStringLiteral("crosshair") : QStringLiteral("arrow-right"),
                    IconColor::Muted);
    case Qt::AccessibleTextRole:
        //: A place as a reader says it: the line, where it is, what it is there
        return index.column() == TextColumn
            ? tr("%1, %2, %3").arg(lineOf(usage), placeOf(usage), usageText(usage))
            : data(index, Qt::DisplayRole).toString();
    case Qt::ForegroundRole:
        if (index.column() == TextColumn && usage.enabled)
            return {};
        return colorsFor(QApplication::palette()).muted;
    default:
        return {};
    }
}

QVariant UsagesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TextColumn:
        return tr("Line");
    case PlaceColumn:
        return tr("Place");
    default:
        return tr("What it is there");
    }
}

QString usageText(const Usage &usage)
{
    const QString what = [&] {
        switch (usage.role) {
        case Role::Setting:
            return UsagesModel::tr("set in main.cf");
        case Role::Override:
            return UsagesModel::tr("set for a service");
        case Role::Reference:
            return UsagesModel::tr("reference");
        case Role::ClassName:
            return UsagesModel::tr("restriction class");
        case Role::Service:
            return UsagesModel::tr("service");
        case Role::Value:
            return UsagesModel::tr("value");
        case Role::Row:
            return UsagesModel::tr("result of a table");
        case Role::Derived:
            return UsagesModel::tr("parameter of the service");
        case Role::TableName:
            return UsagesModel::tr("table");
        }
        return QString();
    }();
    //: what a place is, and that it is commented out
    return usage.enabled ? what : UsagesModel::tr("%1, switched off").arg(what);
}

} // namespace ui
