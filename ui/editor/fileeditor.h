// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/changes.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QToolButton;
class QVBoxLayout;

namespace ui {

class EditSession;
class ElidedLabel;
class FindBar;
class Findings;
class Folding;
class FindingMarks;
class Hover;
class Language;
class LargeTextView;
class MessageBar;
class SourceEditor;
class TextView;

/// One file as source: what it is, its text in the editor that its size asks for, and find and replace. A
/// file that could not be read says why instead.
class FileEditor : public QWidget
{
    Q_OBJECT

public:
    /// Without `language` there is no completion and nothing is said about names.
    FileEditor(EditSession &session, Findings &findings, model::FileId file, Language *language = nullptr,
               QWidget *parent = nullptr);

    model::FileId file() const { return m_file; }
    /// Null when the file is large, or has no content to show.
    SourceEditor *sourceEditor() const { return m_source; }
    LargeTextView *largeView() const { return m_large; }
    /// What is secret in the file is hidden: there is no editor until it is asked for.
    bool isMasked() const { return m_masked && !m_masked->isHidden(); }

    /// Selects these bytes, in sight, and takes the keyboard.
    void showRange(syntax::ByteRange range);
    void takeKeyboard();

    /// Files of more bytes, or with longer lines, are not given to Scintilla.
    static constexpr qsizetype largestSource = qsizetype(1) << 20;
    static constexpr qsizetype longestLine = qsizetype(1) << 14;

private:
    QWidget *makeHeader();
    void makeEditor();
    void makeMasked();
    void setMasked(bool isMasked);
    void refreshMasked();
    void makeSource();
    void makeLarge();
    void makeFindBar();
    void addAction(const QString &name, const QKeySequence &key, std::function<void()> run);
    void goToLine();
    void refreshFacts();
    void refreshCaret();
    void say(const QString &text);

    EditSession &m_session;
    Findings &m_findings;
    Language *m_language;
    model::FileId m_file;
    QVBoxLayout *m_column = nullptr;
    SourceEditor *m_source = nullptr;
    Folding *m_folding = nullptr;
    LargeTextView *m_large = nullptr;
    QWidget *m_masked = nullptr; ///< in place of the editor; null where nothing is secret
    TextView *m_maskedText = nullptr;
    QToolButton *m_reveal = nullptr; ///< seen where something is secret
    FindBar *m_findBar = nullptr;
    MessageBar *m_message = nullptr;
    ElidedLabel *m_facts = nullptr;
    QLabel *m_caret = nullptr;
    QTimer m_settle;
};

} // namespace ui
