// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/text/textview.h"

class QLineEdit;

namespace ui {

class EditSession;

/// The raw lines of a file that is too large for SourceEditor, whose every key costs as much as the text
/// before the caret is long. Here a line is edited in place, and becomes one edit of the session; a file of
/// millions of lines opens, scrolls and changes at once.
class LargeTextView : public TextView
{
    Q_OBJECT

public:
    LargeTextView(EditSession &session, model::FileId file, QWidget *parent = nullptr);

    /// Opens the current line for editing, with the keyboard in it.
    void editLine();
    bool isEditing() const { return m_edit != nullptr; }

public slots:
    void toggleComment();

signals:
    /// Why something could not be done; a whole sentence.
    void said(const QString &text);
    void caretMoved();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void onChanged(const model::Changes &changes);
    void load();
    void commit();
    void cancel();
    void placeEdit();
    void insertLine();
    void deleteLines();
    void paste();
    void reportFocus();
    bool isEditable() const;
    void replace(const QString &title, syntax::ByteRange range, const QByteArray &bytes);
    QByteArray lineEnd() const;

    EditSession &m_session;
    model::FileId m_file;
    QLineEdit *m_edit = nullptr; ///< over the current line while it is edited
    QByteArray m_before; ///< what the line was when editing began
};

} // namespace ui
