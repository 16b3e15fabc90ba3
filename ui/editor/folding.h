// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QTimer>

namespace ui {

class SourceEditor;

/// Lets a source editor fold long values and blocks of comments.
class Folding : public QObject
{
    Q_OBJECT

public:
    explicit Folding(SourceEditor &editor);

public slots:
    /// Folds or unfolds what the line of the caret belongs to.
    void toggleAtCaret();
    void foldAll();
    void unfoldAll();
    /// Brings the folds in step with the text; happens by itself at each pause.
    void refresh();

private:
    void dress();

    SourceEditor &m_editor;
    QTimer m_settle;
};

} // namespace ui
