// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/edits/refusal.h"
#include "core/model/draft.h"

#include <QByteArrayList>

#include <array>

namespace edits {

/// What a service says, whatever it looks like.
struct ServiceMeaning
{
    struct Option
    {
        QByteArray name;
        QByteArray value;
        bool enabled = true;

        bool operator==(const Option &) const = default;
    };
    std::array<QByteArray, syntax::serviceFieldCount> fields;
    QList<Option> inForce; ///< in file order
    QList<Option> off; ///< in file order
    QByteArrayList arguments; ///< as they are written
    bool enabled = true;

    QByteArray &field(syntax::ServiceField which) { return fields[static_cast<size_t>(which)]; }
    bool operator==(const ServiceMeaning &) const = default;
};

ServiceMeaning meaningOf(const syntax::MasterCf &file, const syntax::Service &service);

/// What an edit of services is meant to lead to: services `first` to `last` (exclusive) become `after`, all
/// others and the lines that are no services stay what they are.
struct ServiceIntent
{
    qsizetype first = 0;
    qsizetype last = 0;
    QList<ServiceMeaning> after;
};

/// True when `after` reads as the intent has it, seen from `before`.
bool isFulfilled(const ServiceIntent &intent, const syntax::MasterCf &before, const syntax::MasterCf &after);

/// Nothing, or why master.cf can't be edited at all.
Outcome checkedEditable(const model::Draft &draft);
/// Nothing, or why it can't be edited or has no service `index`.
Outcome checkedService(const model::Draft &draft, qsizetype index);

} // namespace edits
