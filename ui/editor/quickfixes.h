// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/session/findings.h"

#include <QObject>

class QMenu;

namespace ui {

class FindingMarks;
class SourceEditor;

/// Ctrl+. in a source editor: the fixes of what is wrong at the caret, or else in its line, in a menu. Each
/// is one edit, as everywhere.
class QuickFixes : public QObject
{
    Q_OBJECT

public:
    QuickFixes(SourceEditor &editor, const FindingMarks &marks);

    /// Below the caret; says so where nothing can be fixed.
    void open();

private:
    QList<Finding> findingsAtCaret() const;
    void fill(QMenu &menu);
    QPoint caretBelow() const;

    SourceEditor &m_editor;
    const FindingMarks &m_marks;
};

} // namespace ui
