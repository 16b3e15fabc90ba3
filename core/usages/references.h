// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/syntax/byterange.h"

#include <QList>

namespace usages {

/// One `$name` in a value, in any of its forms.
struct Reference
{
    syntax::ByteRange name;
    bool isHead = false; ///< the value begins with it, so that it says what the value begins with
};

/// Every name that the value refers to, in both branches of conditions and in what is compared, in order:
/// mac_expand() in src/util/mac_expand.c. Whatever does not fit is passed over.
QList<Reference> references(QByteArrayView value);

} // namespace usages
