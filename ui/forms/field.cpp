// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/forms/field.h"

namespace ui {

bool Field::canSay(const QByteArray &) const
{
    return true;
}

// Writing may end in the field being taken away, and its writer with it: a copy is what is called.

bool Field::write(const QByteArray &value) const
{
    const Writer writer = m_writer;
    return writer && writer(value);
}

bool Field::writeItem(const ListChange &change) const
{
    const ListWriter writer = m_listWriter;
    return writer && writer(change);
}

} // namespace ui
