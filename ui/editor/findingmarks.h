// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QStringList>

namespace ui {

class Findings;
class SourceEditor;

/// Underlines what is wrong in a source editor; Hover says what it is.
class FindingMarks : public QObject
{
    Q_OBJECT

public:
    FindingMarks(SourceEditor &editor, Findings &findings);

    /// What is wrong with what stands at that byte.
    QStringList messagesAt(qsizetype position) const;

private:
    void refresh();
    void dress();

    SourceEditor &m_editor;
    Findings &m_findings;
};

} // namespace ui
