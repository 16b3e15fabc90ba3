// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/session/findings.h"

#include <QObject>

namespace ui {

class SourceEditor;

/// Underlines what is wrong in a source editor; Hover says what it is.
class FindingMarks : public QObject
{
    Q_OBJECT

public:
    FindingMarks(SourceEditor &editor, Findings &findings);

    /// What is wrong with what stands at that byte.
    QList<Finding> findingsAt(qsizetype position) const { return findingsIn({position, position + 1}); }
    /// What is wrong with any of these bytes.
    QList<Finding> findingsIn(syntax::ByteRange range) const;

private:
    void refresh();
    void dress();

    SourceEditor &m_editor;
    Findings &m_findings;
};

} // namespace ui
