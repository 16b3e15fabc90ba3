// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QTimer>

namespace ui {

class SourceEditor;

/// Marks in the margin of a source editor the lines that differ from what is on disk.
class ChangeMarks : public QObject
{
    Q_OBJECT

public:
    explicit ChangeMarks(SourceEditor &editor);

    enum Marker { Changed, RemovedBelow };

    /// Brings the marks up to date; happens by itself at each pause.
    void refresh();

private:
    void dress();

    SourceEditor &m_editor;
    QTimer m_settle;
};

} // namespace ui
