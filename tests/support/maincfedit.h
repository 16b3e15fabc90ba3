// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/edits/parameteredits.h"

namespace support {

inline model::Draft draftOf(const QByteArray &mainCf)
{
    model::Draft draft{model::Snapshot()};
    draft.replace(model::FileId::MainCf, {0, 0}, mainCf);
    return model::Draft(draft.snapshot());
}

/// The main.cf that `edit` leaves; taking it back must give the first one.
template<typename Edit>
QByteArray edited(const QByteArray &before, Edit edit)
{
    model::Draft draft = draftOf(before);
    const edits::Outcome outcome = edit(draft);
    if (outcome)
        return "refused: " + edits::refusalText(*outcome).toUtf8();
    const model::Snapshot undone = model::applied(draft.snapshot(), draft.inverse());
    if (undone.mainCf().text() != before)
        return "undo gives: " + undone.mainCf().text();
    return draft.mainCf().text();
}

} // namespace support
