// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/completion/completion.h"

#include <QObject>

class QKeyEvent;

namespace ui {

class CompletionPopup;
class Language;
class SourceEditor;

/// Offers what could stand at the caret of a source editor: on Ctrl+Space, and while a name is typed, after
/// its second letter or a sign that asks for one. What is typed exactly is not offered, so Enter stays Enter.
class Completer : public QObject
{
    Q_OBJECT

public:
    Completer(SourceEditor &editor, Language &language);
    ~Completer() override;

    bool isOpen() const;
    /// Null while there has been nothing to offer.
    CompletionPopup *popup() const { return m_popup; }

public slots:
    void open();
    void close();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum class Reason : quint8 { Asked, Typed, Went };

    void offer(Reason reason);
    void onTyped(int character);
    void onCaret();
    bool handleKey(const QKeyEvent &event);
    void take(int row);
    QRect caretRect() const;

    SourceEditor &m_editor;
    Language &m_language;
    CompletionPopup *m_popup = nullptr;
    completion::Completion m_completion;
};

} // namespace ui
