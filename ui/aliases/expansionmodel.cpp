// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/aliases/expansionmodel.h"

#include "core/base/displaytext.h"
#include "core/delivery/words.h"
#include "ui/widgets/icon.h"

namespace ui {

using delivery::Node;
using delivery::Step;

QIcon nodeIcon(const Node &node)
{
    const auto plain = [](const char *name) { return icon(QLatin1String(name)); };
    if (node.isRepeated)
        return icon(QStringLiteral("copy"), IconColor::Muted);
    if (node.why == delivery::Why::AliasLoop || node.why == delivery::Why::ForwardingLoop)
        return icon(QStringLiteral("refresh-cw"), IconColor::Error);
    switch (node.step) {
    case Step::Completed:
    case Step::Masqueraded:
        return plain("at-sign");
    case Step::Canonical:
        return plain("replace");
    case Step::Virtual:
    case Step::Alias:
        return plain("users");
    case Step::Include:
        return plain("list");
    case Step::Resent:
    case Step::LuserRelay:
        return plain("arrow-right");
    case Step::Mailbox:
        return plain("mail");
    case Step::Command:
        return plain("code");
    case Step::File:
        return plain("file-text");
    case Step::Relayed:
        return plain("server");
    case Step::Discarded:
        return icon(QStringLiteral("trash-2"), IconColor::Warning);
    case Step::Bounced:
        return icon(QStringLiteral("circle-x"), IconColor::Error);
    case Step::Deferred:
        return icon(QStringLiteral("clock"), IconColor::Warning);
    case Step::Unknown:
        return icon(QStringLiteral("circle-help"), IconColor::Info);
    }
    return {};
}

void ExpansionModel::setTree(const delivery::Tree &tree)
{
    beginResetModel();
    m_tree = tree;
    endResetModel();
}

const Node &ExpansionModel::node(const QModelIndex &index) const
{
    return m_tree.nodes[static_cast<qsizetype>(index.internalId())];
}

QModelIndex ExpansionModel::indexOf(int node, int column) const
{
    const int parent = m_tree.nodes[node].parent;
    const auto row = parent < 0 ? 0 : m_tree.nodes[parent].children.indexOf(node);
    return createIndex(static_cast<int>(row), column, static_cast<quintptr>(node));
}

QModelIndex ExpansionModel::index(int row, int column, const QModelIndex &parent) const
{
    if (row < 0 || row >= rowCount(parent) || column < 0 || column >= ColumnCount)
        return {};
    return createIndex(row, column,
                       parent.isValid() ? static_cast<quintptr>(node(parent).children[row]) : quintptr{0});
}

QModelIndex ExpansionModel::parent(const QModelIndex &index) const
{
    const int parent = index.isValid() ? node(index).parent : -1;
    return parent < 0 ? QModelIndex() : indexOf(parent, 0);
}

int ExpansionModel::rowCount(const QModelIndex &parent) const
{
    if (m_tree.nodes.isEmpty() || parent.column() > 0)
        return 0;
    return parent.isValid() ? static_cast<int>(node(parent).children.size()) : 1;
}

int ExpansionModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant ExpansionModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Node &shown = node(index);
    if (role == Qt::DecorationRole)
        return index.column() == AddressColumn ? QVariant(nodeIcon(shown)) : QVariant();
    if (role == Qt::AccessibleTextRole && index.column() == AddressColumn)
        return QStringLiteral("%1: %2").arg(base::displayText(shown.text), delivery::words(shown));
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case AddressColumn:
        return role == Qt::ToolTipRole && !shown.address.isEmpty() ? base::displayText(shown.address)
                                                                   : base::displayText(shown.text);
    case WordsColumn:
        return delivery::words(shown);
    default:
        return delivery::placeOf(shown);
    }
}

QVariant ExpansionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case AddressColumn:
        return tr("Mail for");
    case WordsColumn:
        return tr("What happens");
    default:
        return tr("Said in");
    }
}

} // namespace ui
