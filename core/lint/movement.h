// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lint/rule.h"

namespace lint {

/// Where the lines of main.cf and master.cf went that an edit left as they are. Places in other files stay.
class Movement
{
public:
    Movement(const model::Snapshot &before, const model::Snapshot &now);

    bool isNone() const { return m_mainCf.isNone() && m_masterCf.isNone(); }
    /// Nothing for a place that the edit touched.
    std::optional<model::Place> moved(const model::Place &place) const;
    std::optional<Finding> moved(Finding finding) const;

private:
    /// From the first line that is another to the last one.
    struct Edit
    {
        Edit() = default;
        Edit(QByteArrayView before, QByteArrayView now);

        bool isNone() const { return begin == end && shift == 0; }
        std::optional<syntax::ByteRange> moved(syntax::ByteRange range) const;

        qsizetype begin = 0;
        qsizetype end = 0; ///< before the edit
        qsizetype shift = 0;
    };

    Edit m_mainCf;
    Edit m_masterCf;
};

} // namespace lint
