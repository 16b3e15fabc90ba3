// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/expansiontext.h"

#include "core/delivery/words.h"

#include <QJsonArray>

namespace cli {

namespace {

using delivery::Node;
using delivery::Tree;

void addLines(QByteArray &lines, const Tree &tree, int index, int depth)
{
    const Node &node = tree.nodes[index];
    lines += QByteArray(qsizetype{2} * depth, ' ') + node.text + '\t' + delivery::words(node).toUtf8();
    if (const QString place = delivery::placeOf(node); !place.isEmpty())
        lines += " (" + place.toUtf8() + ')';
    lines += '\n';
    for (const int child : node.children)
        addLines(lines, tree, child, depth + 1);
}

QJsonObject nodeAsJson(const Tree &tree, int index)
{
    const Node &node = tree.nodes[index];
    QJsonObject object{{QStringLiteral("address"), QString::fromUtf8(node.text)},
                       {QStringLiteral("step"), QLatin1String(delivery::idOf(node.step))},
                       {QStringLiteral("words"), delivery::words(node)}};
    const auto add = [&](const char *name, const QByteArray &value) {
        if (!value.isEmpty())
            object.insert(QLatin1String(name), QString::fromUtf8(value));
    };
    add("value", node.value);
    add("parameter", node.row.parameter);
    add("table", node.row.table);
    add("key", node.row.key);
    add("owner", node.owner);
    if (node.row.line > 0)
        object.insert(QStringLiteral("line"), node.row.line);
    if (node.isRepeated)
        object.insert(QStringLiteral("repeated"), true);
    QJsonArray children;
    for (const int child : node.children)
        children.append(nodeAsJson(tree, child));
    if (!children.isEmpty())
        object.insert(QStringLiteral("becomes"), children);
    return object;
}

} // namespace

QByteArray treeLines(const Tree &tree)
{
    QByteArray lines;
    addLines(lines, tree, 0, 0);
    return lines;
}

QJsonObject treeAsJson(const Tree &tree)
{
    QJsonObject object = nodeAsJson(tree, 0);
    object.insert(QStringLiteral("version"), 1);
    return object;
}

} // namespace cli
