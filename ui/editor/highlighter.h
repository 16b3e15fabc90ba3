// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QTimer>

namespace ui {

class SourceEditor;

/// Colours a source editor from the index of the snapshot, and only the lines that are painted.
class Highlighter : public QObject
{
    Q_OBJECT

public:
    explicit Highlighter(SourceEditor &editor);

private:
    void style(int upTo);
    void invalidate();

    SourceEditor &m_editor;
    QTimer m_settle; ///< what an edit meant for lines far above it is caught up with at a pause
};

} // namespace ui
