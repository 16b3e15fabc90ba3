// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

namespace ui {

class Findings;
class SourceEditor;

/// Underlines what is wrong in a source editor, and says what it is below the pointer.
class FindingMarks : public QObject
{
    Q_OBJECT

public:
    FindingMarks(SourceEditor &editor, Findings &findings);

private:
    void refresh();
    void dress();
    void explain(int position);

    SourceEditor &m_editor;
    Findings &m_findings;
};

} // namespace ui
