// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/catalog/reference.h"
#include "core/effective/values.h"
#include "core/restrictions/stages.h"
#include "core/restrictions/step.h"

namespace restrictions {

/// One list of steps, as it counts for smtpd as main.cf has it or for one service.
struct List
{
    enum class Kind : quint8 {
        Stage,
        Class, ///< named in smtpd_restriction_classes
        Part ///< a parameter that another list has as `$name`
    };
    Kind kind = Kind::Stage;
    QByteArray parameter;
    std::optional<Stage> stage = {};
    effective::Source source = effective::Source::Default;
    std::optional<model::Place> place = {}; ///< of the setting or the override that counts
    QByteArray value = {}; ///< as it is written there; a default with its conditions decided
    bool isEditable = true; ///< its bytes are text
    QList<Step> steps = {};
    QList<Note> notes = {};
    QByteArrayList users = {}; ///< of a class or a part: the lists that have it as a step
};

/// Every list of one smtpd: the stages in the order in which they are asked, then the classes, then the
/// parts.
struct Rules
{
    QList<List> lists;

    /// Null for another parameter.
    const List *list(QByteArrayView parameter) const;
};

/// `service` is an index into values.services(); noService is smtpd as main.cf alone would have it.
Rules rulesOf(const effective::Values &values, const catalog::Reference &reference, qsizetype service);

} // namespace restrictions
