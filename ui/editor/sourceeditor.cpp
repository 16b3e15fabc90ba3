// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/editor/sourceeditor.h"

#include "ui/editor/commenttoggle.h"
#include "ui/editor/editorlook.h"
#include "ui/session/editsession.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QMimeData>
#include <QScopedValueRollback>
#include <Qsci/qscicommandset.h>

#include <array>

namespace ui {

namespace {

/// Beside the text that other programs want, the bytes as they are.
const QString bytesMimeType = QStringLiteral("application/x-postwright-bytes");

/// The line ends of the first line decide what Enter inserts.
int lineEndMode(const syntax::Text &text)
{
    const syntax::ByteRange first{0, std::min<qsizetype>(text.lineStart(1), text.size())};
    const QByteArray end = text.bytes({std::max<qsizetype>(0, first.end - 2), first.end});
    return end == "\r\n" ? QsciScintillaBase::SC_EOL_CRLF : QsciScintillaBase::SC_EOL_LF;
}

} // namespace

SourceEditor::SourceEditor(EditSession &session, model::FileId file, QWidget *parent)
    : QsciScintilla(parent), m_session(session), m_file(file)
{
    setUpScintilla();
    load();
    connect(this, &QsciScintillaBase::SCN_MODIFIED, this, &SourceEditor::onScintillaModified);
    connect(this, &QsciScintillaBase::SCN_UPDATEUI, this, &SourceEditor::onUpdateUi);
    connect(&session, &EditSession::changed, this, &SourceEditor::onSessionChanged);
    connect(&session, &EditSession::opened, this, &SourceEditor::load);
}

void SourceEditor::setUpScintilla()
{
    setUtf8(true);
    setAcceptDrops(true);
    setTabWidth(8);
    setIndentationsUseTabs(true);
    setBraceMatching(SloppyBraceMatch);
    setFrameShape(NoFrame);
    send(SCI_SETUNDOCOLLECTION, 0); // undo belongs to the session
    send(SCI_SETMODEVENTMASK, SC_MOD_INSERTTEXT | SC_MOD_DELETETEXT);
    send(SCI_SETSCROLLWIDTH, 1);
    send(SCI_SETSCROLLWIDTHTRACKING, 1);
    send(SCI_SETMARGINLEFT, 0, 4);
    // Keys that belong to the window or to the session.
    using Command = QsciCommand::Command;
    for (const auto command : std::to_array<Command>(
             {QsciCommand::Undo, QsciCommand::Redo, QsciCommand::ZoomIn, QsciCommand::ZoomOut,
              QsciCommand::LineCut, QsciCommand::LineTranspose, QsciCommand::SelectionLowerCase,
              QsciCommand::SelectionUpperCase, QsciCommand::LineDelete, QsciCommand::SelectionDuplicate})) {
        if (QsciCommand *bound = standardCommands()->find(command)) {
            bound->setKey(0);
            bound->setAlternateKey(0);
        }
    }
    applyEditorLook(*this);
}

void SourceEditor::load()
{
    const QScopedValueRollback applying(m_applying, true);
    m_typedUpTo = -1;
    send(SCI_SETREADONLY, 0);
    const bool exists = m_session.snapshot().contains(m_file);
    const syntax::Text text = exists ? m_session.snapshot().file(m_file).text() : syntax::Text();
    replaceBytes({0, size()}, text.bytes());
    send(SCI_SETEOLMODE, lineEndMode(text));
    send(SCI_SETREADONLY, exists && m_session.snapshot().file(m_file).isEditable() ? 0 : 1);
    send(SCI_GOTOPOS, 0);
    emit bytesChanged();
}

QByteArray SourceEditor::bytes() const
{
    return {static_cast<const char *>(SendScintillaPtrResult(SCI_GETCHARACTERPOINTER)), size()};
}

bool SourceEditor::agreesWithSession() const
{
    const model::Snapshot &snapshot = m_session.snapshot();
    return !m_applying && snapshot.contains(m_file) && snapshot.file(m_file).text().size() == size();
}

syntax::ByteRange SourceEditor::selectedRange() const
{
    return {send(SCI_GETSELECTIONSTART), send(SCI_GETSELECTIONEND)};
}

void SourceEditor::selectRange(syntax::ByteRange range)
{
    const qsizetype begin = std::clamp<qsizetype>(range.begin, 0, size());
    const qsizetype end = std::clamp<qsizetype>(range.end, begin, size());
    const auto first = send(SCI_LINEFROMPOSITION, begin);
    const auto last = send(SCI_LINEFROMPOSITION, end);
    for (auto line = first; line <= last; ++line)
        send(SCI_ENSUREVISIBLE, line);
    const auto onScreen = send(SCI_LINESONSCREEN);
    const auto top = send(SCI_VISIBLEFROMDOCLINE, first);
    const auto shown = send(SCI_GETFIRSTVISIBLELINE);
    if (top < shown || top + (last - first) >= shown + onScreen)
        send(SCI_SETFIRSTVISIBLELINE, std::max<qsizetype>(0, top - onScreen / 3));
    send(SCI_SETSEL, end, begin); // the caret at the start keeps long selections in sight
}

int SourceEditor::caretLine() const
{
    return static_cast<int>(send(SCI_LINEFROMPOSITION, send(SCI_GETCURRENTPOS)));
}

void SourceEditor::goToLine(int line)
{
    const auto at = send(SCI_POSITIONFROMLINE, std::clamp<qsizetype>(line, 0, send(SCI_GETLINECOUNT) - 1));
    selectRange({at, at});
}

void SourceEditor::toggleComment()
{
    const syntax::ByteRange selected = selectedRange();
    m_session.edit(tr("Toggle comment"), [&](model::Draft &draft) {
        draft.replaceAll(m_file, commentToggle(draft.snapshot().file(m_file).text(), selected));
    });
}

bool SourceEditor::continuesBurst(syntax::ByteRange range, const QByteArray &bytes) const
{
    if (m_burst < 0)
        return false;
    if (m_burstEvent == m_event)
        return true;
    const bool follows =
        bytes.isEmpty() ? range.end == m_typedUpTo || range.begin == m_typedUpTo : range.begin == m_typedUpTo;
    return follows && m_sinceKey.isValid() && m_sinceKey.elapsed() < m_burstPause;
}

void SourceEditor::onScintillaModified(int position, int type, const char *text, int length)
{
    if (m_applying || !(type & (SC_MOD_INSERTTEXT | SC_MOD_DELETETEXT)))
        return;
    const QScopedValueRollback reporting(m_reporting, true);
    const bool inserted = type & SC_MOD_INSERTTEXT;
    const syntax::ByteRange range{position, inserted ? position : position + length};
    const QByteArray bytes = inserted ? QByteArray(text, length) : QByteArray();
    if (!continuesBurst(range, bytes))
        m_burst = m_session.newBurst();
    m_burstEvent = m_event;
    m_typedUpTo = range.begin + bytes.size();
    m_sinceKey.restart();
    m_session.edit(
        tr("Typing"), [&](model::Draft &draft) { draft.replace(m_file, range, bytes); }, m_burst);
    emit bytesChanged();
}

void SourceEditor::onSessionChanged(const model::Changes &changes)
{
    if (m_reporting)
        return;
    m_burst = -1;
    qsizetype last = -1;
    {
        const QScopedValueRollback applying(m_applying, true);
        const bool readOnly = send(SCI_GETREADONLY);
        send(SCI_SETREADONLY, 0);
        for (const model::Change &change : changes) {
            if (change.file != m_file)
                continue;
            replaceBytes(change.range, change.bytes);
            last = change.range.begin + change.bytes.size();
        }
        send(SCI_SETREADONLY, readOnly);
    }
    if (last < 0)
        return;
    if (hasFocus()) { // what was undone or toggled here is where the user looks
        send(SCI_SETEMPTYSELECTION, std::min<qsizetype>(last, size()));
        send(SCI_ENSUREVISIBLE, caretLine());
        send(SCI_SCROLLCARET);
    }
    emit bytesChanged();
}

void SourceEditor::onUpdateUi(int updated)
{
    if (!(updated & SC_UPDATE_SELECTION))
        return;
    if (send(SCI_GETCURRENTPOS) != m_typedUpTo)
        m_typedUpTo = -1;
    emit caretMoved();
    if (hasFocus())
        reportFocus();
}

void SourceEditor::reportFocus()
{
    if (!agreesWithSession())
        return;
    const int line = caretLine();
    m_session.setFocus({m_file, {send(SCI_POSITIONFROMLINE, line), send(SCI_GETLINEENDPOSITION, line)}});
}

void SourceEditor::replaceBytes(syntax::ByteRange range, const QByteArray &bytes)
{
    SendScintilla(SCI_SETTARGETRANGE, static_cast<unsigned long>(range.begin), static_cast<long>(range.end));
    SendScintilla(SCI_REPLACETARGET, static_cast<unsigned long>(bytes.size()), bytes.constData());
}

bool SourceEditor::event(QEvent *event)
{
    if (event->type() == QEvent::KeyPress || event->type() == QEvent::InputMethod)
        ++m_event;
    return QsciScintilla::event(event);
}

bool SourceEditor::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Drop || event->type() == QEvent::MouseButtonPress)
        ++m_event;
    return QsciScintilla::viewportEvent(event);
}

void SourceEditor::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Undo))
        m_session.undoStack()->undo();
    else if (event->matches(QKeySequence::Redo))
        m_session.undoStack()->redo();
    else if (event->matches(QKeySequence::Paste))
        pasteClipboard();
    else if (event->key() == Qt::Key_Slash && event->modifiers() == Qt::ControlModifier)
        toggleComment();
    else
        QsciScintilla::keyPressEvent(event);
}

void SourceEditor::focusInEvent(QFocusEvent *event)
{
    QsciScintilla::focusInEvent(event);
    reportFocus();
}

void SourceEditor::changeEvent(QEvent *event)
{
    QsciScintilla::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange) {
        applyEditorLook(*this);
        emit lookChanged();
    }
}

void SourceEditor::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const bool editable = !send(SCI_GETREADONLY);
    const bool selected = !selectedRange().isEmpty();
    const auto add = [&](const QString &text, const QKeySequence &key, bool enabled, auto action) {
        QAction *entry = menu->addAction(text);
        entry->setShortcut(key);
        entry->setEnabled(enabled);
        connect(entry, &QAction::triggered, this, [this, action] {
            ++m_event;
            action();
        });
    };
    QUndoStack *stack = m_session.undoStack();
    add(tr("&Undo"), QKeySequence::Undo, stack->canUndo(), [stack] { stack->undo(); });
    add(tr("&Redo"), QKeySequence::Redo, stack->canRedo(), [stack] { stack->redo(); });
    menu->addSeparator();
    add(tr("Cu&t"), QKeySequence::Cut, editable && selected, [this] { send(SCI_CUT); });
    add(tr("&Copy"), QKeySequence::Copy, selected, [this] { send(SCI_COPY); });
    add(tr("&Paste"), QKeySequence::Paste, editable && send(SCI_CANPASTE), [this] { pasteClipboard(); });
    menu->addSeparator();
    add(tr("Toggle Co&mment"), Qt::CTRL | Qt::Key_Slash, editable, [this] { toggleComment(); });
    add(tr("Select &All"), QKeySequence::SelectAll, true, [this] { send(SCI_SELECTALL); });
    if (!actions().isEmpty()) { // of the features that this editor has
        menu->addSeparator();
        menu->addActions(actions());
    }
    menu->popup(event->globalPos());
}

void SourceEditor::pasteClipboard()
{
    const QMimeData *source = QGuiApplication::clipboard()->mimeData();
    if (send(SCI_GETREADONLY) || !source || !source->hasFormat(bytesMimeType)) {
        send(SCI_PASTE);
        return;
    }
    // QScintilla's own way ends at the first NUL.
    const QByteArray pasted = source->data(bytesMimeType);
    const qsizetype begin = selectedRange().begin;
    send(SCI_TARGETFROMSELECTION);
    SendScintilla(SCI_REPLACETARGET, static_cast<unsigned long>(pasted.size()), pasted.constData());
    send(SCI_GOTOPOS, begin + pasted.size());
}

QMimeData *SourceEditor::toMimeData(const QByteArray &text, bool rectangular) const
{
    QMimeData *mimeData = QsciScintilla::toMimeData(text, rectangular);
    const syntax::ByteRange selected = selectedRange();
    // What Scintilla hands over has a blank for each NUL.
    if (!rectangular && selected.size() == text.size())
        mimeData->setData(bytesMimeType, selected.in(bytes()).toByteArray());
    return mimeData;
}

QByteArray SourceEditor::fromMimeData(const QMimeData *source, bool &rectangular) const
{
    if (source->hasFormat(bytesMimeType)) {
        rectangular = false;
        return source->data(bytesMimeType);
    }
    return QsciScintilla::fromMimeData(source, rectangular);
}

} // namespace ui
