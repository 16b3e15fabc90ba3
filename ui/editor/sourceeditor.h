// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/changes.h"

#include <QElapsedTimer>
#include <Qsci/qsciscintilla.h>

namespace ui {

class EditSession;

/// The raw file. Talks to Scintilla in bytes only: QScintilla's QString API would lose what is not UTF-8.
///
/// What is typed is an edit of the session, and the keys of one burst are one step of its undo stack;
/// Scintilla's own undo is off. What others edit arrives as the bytes that differ, so caret, selection, folds
/// and marks stay where they are. Made for files of up to about a megabyte: see LargeTextView.
class SourceEditor : public QsciScintilla
{
    Q_OBJECT

public:
    SourceEditor(EditSession &session, model::FileId file, QWidget *parent = nullptr);

    EditSession &session() const { return m_session; }
    model::FileId file() const { return m_file; }

    /// A copy of all bytes; for tests and small jobs, never at a key.
    QByteArray bytes() const;
    qsizetype size() const { return send(SCI_GETLENGTH); }
    /// False while changes of the session are on their way into the editor: offsets then mean nothing.
    bool agreesWithSession() const;

    syntax::ByteRange selectedRange() const;
    /// Selects and scrolls there, unfolding what hides it.
    void selectRange(syntax::ByteRange range);
    /// The line of the caret, counted from 0.
    int caretLine() const;
    void goToLine(int line);

    /// Keys further apart than this are separate steps of undo.
    void setBurstPause(int milliseconds) { m_burstPause = milliseconds; }

    /// SendScintilla() with the types that offsets and lines have here.
    qsizetype send(unsigned int message, qsizetype first = 0, qsizetype second = 0) const
    {
        return SendScintilla(message, static_cast<unsigned long>(first), static_cast<long>(second));
    }

public slots:
    /// Puts '#' in front of the selected lines, or takes it away where all have one.
    void toggleComment();

signals:
    void caretMoved();
    /// The bytes of the editor have changed, by whoever; offsets are in step with the session again.
    void bytesChanged();
    /// The palette is another one: what was drawn in its colours is to be dressed again.
    void lookChanged();

protected:
    bool event(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    QMimeData *toMimeData(const QByteArray &text, bool rectangular) const override;
    QByteArray fromMimeData(const QMimeData *source, bool &rectangular) const override;

private:
    void setUpScintilla();
    void load();
    void onScintillaModified(int position, int type, const char *text, int length);
    void onSessionChanged(const model::Changes &changes);
    void onUpdateUi(int updated);
    bool continuesBurst(syntax::ByteRange range, const QByteArray &bytes) const;
    void pasteClipboard();
    void replaceBytes(syntax::ByteRange range, const QByteArray &bytes);
    void reportFocus();

    EditSession &m_session;
    model::FileId m_file;
    qsizetype m_typedUpTo = -1; ///< where the last key of the burst ended; -1 when the burst is over
    QElapsedTimer m_sinceKey;
    int m_burstPause = 1000;
    int m_burst = -1;
    int m_event = 0; ///< counts the events from the user: all that one of them does is one step
    int m_burstEvent = -1;
    bool m_applying = false; ///< a change is on its way from the session into Scintilla
    bool m_reporting = false; ///< a change is on its way from Scintilla into the session
};

} // namespace ui
