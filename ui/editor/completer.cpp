// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/editor/completer.h"

#include "core/base/displaytext.h"
#include "ui/editor/completionpopup.h"
#include "ui/editor/sourceeditor.h"
#include "ui/session/editsession.h"
#include "ui/session/language.h"

#include <QKeyEvent>

namespace ui {

namespace {

using Sci = QsciScintillaBase;

bool isNameByte(int c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

} // namespace

Completer::Completer(SourceEditor &editor, Language &language)
    : QObject(&editor), m_editor(editor), m_language(language)
{
    editor.installEventFilter(this);
    editor.viewport()->installEventFilter(this);
    connect(&editor, &QsciScintillaBase::SCN_CHARADDED, this, &Completer::onTyped);
    connect(&editor, &SourceEditor::caretMoved, this, &Completer::onCaret);
}

Completer::~Completer()
{
    delete m_popup; // a child of the window, which may stay
}

bool Completer::isOpen() const
{
    return m_popup && m_popup->isVisible();
}

void Completer::open()
{
    offer(Reason::Asked);
}

void Completer::close()
{
    if (m_popup)
        m_popup->hide();
}

void Completer::offer(Reason reason)
{
    const qsizetype caret = m_editor.send(Sci::SCI_GETCURRENTPOS);
    if (!m_editor.agreesWithSession() || m_editor.send(Sci::SCI_GETREADONLY)
        || !m_editor.selectedRange().isEmpty())
        return close();
    m_completion = m_language.completionAt({m_editor.file(), {caret, caret}});
    const QList<completion::Candidate> &candidates = m_completion.candidates;
    constexpr qsizetype enough = 2; // letters, before it opens by itself
    const bool isWorthIt = reason == Reason::Asked || isOpen() || m_completion.isAskedFor
        || (reason == Reason::Typed && m_completion.typed.size() >= enough);
    const bool isDone =
        reason != Reason::Asked && !candidates.isEmpty() && candidates.first().text == m_completion.typed;
    if (candidates.isEmpty() || !isWorthIt || isDone)
        return close();
    if (!m_popup || m_popup->parentWidget() != m_editor.window()) {
        delete m_popup;
        m_popup = new CompletionPopup(m_editor);
        connect(m_popup, &QObject::destroyed, this, [this] { m_popup = nullptr; });
        connect(m_popup, &CompletionPopup::chosen, this, &Completer::take);
    }
    m_popup->setCompletion(m_completion);
    m_popup->showAt(caretRect());
}

QRect Completer::caretRect() const
{
    const qsizetype at = m_completion.range.begin;
    const auto x =
        static_cast<int>(m_editor.SendScintilla(Sci::SCI_POINTXFROMPOSITION, 0UL, static_cast<long>(at)));
    const auto y =
        static_cast<int>(m_editor.SendScintilla(Sci::SCI_POINTYFROMPOSITION, 0UL, static_cast<long>(at)));
    const auto height = static_cast<int>(m_editor.send(Sci::SCI_TEXTHEIGHT, m_editor.caretLine()));
    return {m_editor.viewport()->mapTo(m_editor.window(), QPoint(x, y)), QSize(1, height)};
}

void Completer::onTyped(int character)
{
    const bool isSign = character == '$' || character == '{' || character == '(' || character == ':'
        || character == ' ' || character == '/' || character == '=';
    if (isNameByte(character) || (isSign && isOpen()))
        return offer(Reason::Typed);
    if (isSign)
        return offer(Reason::Went);
    close();
}

/// Keys that move the caret out of the word, a click elsewhere, an edit by another view.
void Completer::onCaret()
{
    if (!isOpen())
        return;
    const qsizetype caret = m_editor.send(Sci::SCI_GETCURRENTPOS);
    const qsizetype typedUpTo = m_completion.range.begin + m_completion.typed.size();
    if (caret == typedUpTo)
        return;
    const bool isInWord = caret >= m_completion.range.begin && caret <= m_completion.range.end + 1;
    if (isInWord && m_editor.agreesWithSession())
        offer(Reason::Typed);
    else
        close();
}

bool Completer::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
        if (watched == &m_editor)
            return handleKey(static_cast<const QKeyEvent &>(*event));
        break;
    case QEvent::ShortcutOverride:
        // Esc and the like are the popup's as long as it is open.
        if (isOpen() && static_cast<const QKeyEvent &>(*event).key() == Qt::Key_Escape)
            event->accept();
        break;
    case QEvent::FocusOut:
    case QEvent::Hide:
        if (watched == &m_editor)
            close();
        break;
    case QEvent::Wheel:
    case QEvent::MouseButtonPress:
        close();
        break;
    default:
        break;
    }
    return false;
}

bool Completer::handleKey(const QKeyEvent &event)
{
    if (event.key() == Qt::Key_Space && event.modifiers() == Qt::ControlModifier) {
        open();
        return true;
    }
    if (!isOpen() || (event.modifiers() & ~Qt::KeypadModifier))
        return false;
    switch (event.key()) {
    case Qt::Key_Up:
        m_popup->moveRows(-1);
        return true;
    case Qt::Key_Down:
        m_popup->moveRows(1);
        return true;
    case Qt::Key_PageUp:
        m_popup->movePages(-1);
        return true;
    case Qt::Key_PageDown:
        m_popup->movePages(1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Tab:
        take(m_popup->current());
        return true;
    case Qt::Key_Escape:
        close();
        return true;
    default:
        return false;
    }
}

void Completer::take(int row)
{
    if (row < 0 || row >= m_completion.candidates.size())
        return;
    const completion::Candidate candidate = m_completion.candidates[row];
    const syntax::ByteRange range = m_completion.range;
    close();
    if (!m_editor.agreesWithSession())
        return;
    m_language.session().edit(
        tr("Complete “%1”").arg(base::displayText(candidate.text)),
        [&](model::Draft &draft) { draft.replace(m_editor.file(), range, candidate.inserted); });
    m_editor.send(Sci::SCI_GOTOPOS, range.begin + candidate.inserted.size());
    m_editor.send(Sci::SCI_SCROLLCARET);
    const char last = candidate.inserted.back();
    if (last == ':' || last == '=' || last == ' ')
        offer(Reason::Asked); // what comes next is a choice, or nothing
}

} // namespace ui
