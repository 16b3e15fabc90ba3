// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/effective/values.h"

#include <QCoreApplication>

namespace ui {

/// Where a value comes from, in words for eyes.
class OriginWords
{
    Q_DECLARE_TR_FUNCTIONS(ui::OriginWords)

public:
    /// "master.cf:12"
    static QString placeText(const model::Snapshot &snapshot, const model::Place &place);
    /// Everything that speaks of it, a line for each, what counts first; then the names it is made of.
    static QString explanation(const effective::Values &values, const QByteArray &name, qsizetype service);
    /// "submission/inet", as postconf(1) names a service.
    static QByteArray labelOf(const effective::Service &service);

    /// The bytes that decide about a value: its own, or those of a name that it mentions and that this
    /// service overrides.
    static std::optional<model::Place> placeOf(const effective::Values &values, const QByteArray &name,
                                               qsizetype service);
};

} // namespace ui
