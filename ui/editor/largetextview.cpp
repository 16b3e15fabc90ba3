// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/editor/largetextview.h"

#include "ui/editor/commenttoggle.h"
#include "ui/session/editsession.h"
#include "ui/text/escapedline.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLineEdit>

namespace ui {

LargeTextView::LargeTextView(EditSession &session, model::FileId file, QWidget *parent)
    : TextView(parent), m_session(session), m_file(file)
{
    load();
    connect(&session, &EditSession::changed, this, &LargeTextView::onChanged);
    connect(&session, &EditSession::opened, this, &LargeTextView::load);
    connect(this, &TextView::currentLineChanged, this, [this] {
        emit caretMoved();
        if (hasFocus())
            reportFocus();
    });
}

void LargeTextView::load()
{
    cancel();
    const model::Snapshot &snapshot = m_session.snapshot();
    setFile(snapshot.contains(m_file) ? std::optional(snapshot.file(m_file)) : std::nullopt);
}

void LargeTextView::onChanged(const model::Changes &changes)
{
    model::Changes mine = changes;
    mine.removeIf([this](const model::Change &change) { return change.file != m_file; });
    if (mine.isEmpty())
        return;
    setFile(m_session.snapshot().file(m_file), mine);
    if (m_edit && lineBytes(currentLine()) != m_before)
        cancel(); // somebody else has changed the line: what was typed was meant for another text
    placeEdit();
}

bool LargeTextView::isEditable() const
{
    return file() && file()->isEditable();
}

QByteArray LargeTextView::lineEnd() const
{
    const QByteArray first = file()->text().bytes(lineRange(0));
    return first.endsWith("\r\n") ? "\r\n" : "\n";
}

void LargeTextView::replace(const QString &title, syntax::ByteRange range, const QByteArray &bytes)
{
    m_session.edit(title, [&](model::Draft &draft) { draft.replace(m_file, range, bytes); });
}

void LargeTextView::editLine()
{
    if (m_edit || !isEditable())
        return;
    m_before = lineBytes(currentLine());
    if (m_before.size() > LineLayout::longestShown) {
        emit said(tr("Line %1 is too long to be edited here: %2 bytes, and %3 are the limit.")
                      .arg(currentLine() + 1)
                      .arg(m_before.size())
                      .arg(LineLayout::longestShown));
        return;
    }
    goToLine(currentLine());
    scrollToLine(currentLine());
    m_edit = new QLineEdit(viewport());
    m_edit->setAccessibleName(tr("Line %1").arg(currentLine() + 1));
    m_edit->setFrame(false);
    m_edit->setFont(looks().font());
    m_edit->setMaxLength(std::numeric_limits<int>::max());
    m_edit->setText(editableText(m_before));
    m_edit->installEventFilter(this);
    placeEdit();
    m_edit->show();
    m_edit->setFocus();
    m_edit->setCursorPosition(0);
}

void LargeTextView::placeEdit()
{
    if (m_edit)
        m_edit->setGeometry(lineRect(currentLine()).adjusted(2, -2, 0, 2));
}

void LargeTextView::cancel()
{
    if (!m_edit)
        return;
    QLineEdit *edit = std::exchange(m_edit, nullptr);
    const bool hadFocus = edit->hasFocus();
    edit->removeEventFilter(this);
    edit->hide();
    edit->deleteLater();
    if (hadFocus)
        setFocus();
}

void LargeTextView::commit()
{
    if (!m_edit)
        return;
    const QByteArray bytes = editedBytes(m_edit->text());
    const QByteArray before = m_before;
    cancel();
    const qsizetype begin = lineRange(currentLine()).begin;
    if (bytes != before)
        replace(tr("Edit line"), {begin, begin + before.size()}, bytes);
}

bool LargeTextView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_edit)
        return TextView::eventFilter(watched, event);
    if (event->type() == QEvent::FocusOut
        && static_cast<QFocusEvent *>(event)->reason() != Qt::PopupFocusReason) {
        commit();
    } else if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Up || key == Qt::Key_Down) {
            commit();
            if (key == Qt::Key_Up || key == Qt::Key_Down)
                goToLine(currentLine() + (key == Qt::Key_Up ? -1 : 1));
            return true;
        }
        if (key == Qt::Key_Escape) {
            cancel();
            return true;
        }
    }
    return false;
}

void LargeTextView::insertLine()
{
    commit();
    const syntax::ByteRange line = lineRange(currentLine());
    const bool isEnded = file()->text().bytes(line).endsWith('\n');
    replace(tr("Insert line"), {line.end, line.end}, lineEnd());
    goToLine(currentLine() + (isEnded || line.end > line.begin ? 1 : 0));
    editLine();
}

void LargeTextView::deleteLines()
{
    const qsizetype line = currentLine();
    const syntax::ByteRange range = selectedRange().isEmpty() ? lineRange(line) : selectedRange();
    replace(tr("Delete lines"), range, {});
    goToLine(file()->text().lineAt(std::min(range.begin, file()->text().size())));
}

void LargeTextView::paste()
{
    QByteArray bytes = QGuiApplication::clipboard()->text().toUtf8();
    if (bytes.isEmpty())
        return;
    if (lineEnd() == "\r\n")
        bytes.replace("\r\n", "\n").replace("\n", "\r\n");
    if (!bytes.endsWith('\n'))
        bytes += lineEnd();
    const qsizetype at = lineRange(currentLine()).begin;
    replace(tr("Paste lines"), {at, at}, bytes);
    selectRange({at, at + bytes.size()});
}

void LargeTextView::toggleComment()
{
    commit();
    if (!isEditable())
        return;
    const syntax::ByteRange selected = selectedRange().isEmpty() ? lineRange(currentLine()) : selectedRange();
    m_session.edit(tr("Toggle comment"), [&](model::Draft &draft) {
        draft.replaceAll(m_file, commentToggle(draft.snapshot().file(m_file).text(), selected));
    });
}

void LargeTextView::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->matches(QKeySequence::Undo))
        m_session.undoStack()->undo();
    else if (event->matches(QKeySequence::Redo))
        m_session.undoStack()->redo();
    else if (!isEditable())
        TextView::keyPressEvent(event);
    else if (event->key() == Qt::Key_Insert || (isEnter && event->modifiers() & Qt::ControlModifier))
        insertLine();
    else if (isEnter || event->key() == Qt::Key_F2)
        editLine();
    else if (event->key() == Qt::Key_Delete)
        deleteLines();
    else if (event->matches(QKeySequence::Paste))
        paste();
    else if (event->key() == Qt::Key_Slash && event->modifiers() == Qt::ControlModifier)
        toggleComment();
    else
        TextView::keyPressEvent(event);
}

void LargeTextView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        editLine();
}

void LargeTextView::focusInEvent(QFocusEvent *event)
{
    TextView::focusInEvent(event);
    reportFocus();
}

void LargeTextView::reportFocus()
{
    if (!m_session.snapshot().contains(m_file))
        return;
    const syntax::ByteRange line = lineRange(currentLine());
    m_session.setFocus({m_file, {line.begin, std::max(line.begin, line.end - 1)}});
}

void LargeTextView::resizeEvent(QResizeEvent *event)
{
    TextView::resizeEvent(event);
    placeEdit();
}

void LargeTextView::scrollContentsBy(int dx, int dy)
{
    TextView::scrollContentsBy(dx, dy);
    viewport()->update();
    placeEdit();
}

} // namespace ui
