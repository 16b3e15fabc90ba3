// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/effective/value.h"

#include <QHash>

#include <memory>

namespace effective {

/// What a name stands for, before it is expanded.
struct Definition
{
    /// A default that is made from the values of other parameters rather than written with a `$`.
    enum class Made : quint8 { No, HostName, DomainName, Networks };

    QByteArray text;
    Source source = Source::Default;
    bool isRaw = false;
    Made made = Made::No;
};

/// One parameter in one scope. Constant; shared by every Values that has not seen it change.
struct Entry
{
    QByteArray unexpanded;
    syntax::Expansion expansion;
    QList<int> references; ///< every name it mentions, in any branch, each once
    Source source = Source::Default;
    bool isRaw = false;
};

using EntryPointer = std::shared_ptr<const Entry>;

/// What is different for one service: the names that it overrides, and all that depend on these.
struct Overlay
{
    QHash<int, qsizetype> overrides; ///< name to index into the service's overrides
    QHash<int, EntryPointer> entries;
    QList<int> outside; ///< names that these refer to and that are those of main.cf
};

using OverlayPointer = std::shared_ptr<const Overlay>;

} // namespace effective
