// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/delivery/tree.h"

namespace delivery {

QList<int> Tree::ends() const
{
    QList<int> found;
    QList<int> open{0};
    while (!open.isEmpty()) {
        const int index = open.takeLast();
        const Node &node = nodes[index];
        if (node.isEnd() && !node.isRepeated)
            found.append(index);
        for (auto child = node.children.crbegin(); child != node.children.crend(); ++child)
            open.append(*child);
    }
    return found;
}

} // namespace delivery
