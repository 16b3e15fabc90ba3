// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/draft.h"

#include <QString>

#include <functional>
#include <optional>

namespace upgrade {

enum class Weight : quint8 {
    Needed, ///< that version ignores or refuses what is there
    Advised, ///< it works, but is on its way out
    Choice ///< keeps how it was, or prepares for what comes
};

/// One thing to do on the way to another version.
struct Step
{
    QByteArray key = {}; ///< the same for the same thing in another state of the files
    Weight weight = Weight::Advised;
    QString title = {}; ///< what is done
    QString why = {}; ///< whole sentences
    std::optional<model::Place> place = {}; ///< what it is about
    /// Finds its target again in the draft, and does nothing when that is gone. Null where a person has to
    /// decide: `why` says what.
    std::function<void(model::Draft &)> apply = {};

    bool isByHand() const { return !apply; }
};

using Steps = QList<Step>;

} // namespace upgrade
