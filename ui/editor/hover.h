// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/completion/description.h"

#include <QObject>

namespace ui {

class FindingMarks;
class Language;
class SourceEditor;

/// Says below the pointer what the word there means and what is wrong with it; on Ctrl+F1 the same at the
/// caret.
class Hover : public QObject
{
    Q_OBJECT

public:
    Hover(SourceEditor &editor, Language *language, const FindingMarks *marks);

    /// What is shown for a place of the source, as rich text; empty where there is nothing to say.
    QString textAt(qsizetype offset) const;

public slots:
    void explainCaret();

private:
    void explain(qsizetype offset, const QPoint &globalPosition);
    QString describe(const completion::Description &description) const;
    QString valueRows(const completion::Description &description) const;

    SourceEditor &m_editor;
    Language *m_language;
    const FindingMarks *m_marks;
};

} // namespace ui
