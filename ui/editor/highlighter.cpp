// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/editor/highlighter.h"

#include "ui/editor/sourceeditor.h"
#include "ui/session/editsession.h"
#include "ui/text/syntaxstyles.h"

namespace ui {

namespace {

using Sci = QsciScintillaBase;

} // namespace

Highlighter::Highlighter(SourceEditor &editor) : QObject(&editor), m_editor(editor)
{
    // QScintilla's notion of "no lexer" is Scintilla's null lexer, which never asks for styles.
    editor.send(Sci::SCI_SETLEXER, Sci::SCLEX_CONTAINER);
    m_settle.setSingleShot(true);
    m_settle.setInterval(200);
    connect(&m_settle, &QTimer::timeout, this, [this] {
        m_editor.send(Sci::SCI_STARTSTYLING, 0);
        m_editor.viewport()->update();
    });
    connect(&editor, &QsciScintillaBase::SCN_STYLENEEDED, this, &Highlighter::style);
    connect(&editor, &SourceEditor::bytesChanged, this, &Highlighter::invalidate);
}

void Highlighter::style(int upTo)
{
    if (!m_editor.agreesWithSession())
        return;
    const auto line = m_editor.send(Sci::SCI_LINEFROMPOSITION, m_editor.send(Sci::SCI_GETENDSTYLED));
    const qsizetype begin = m_editor.send(Sci::SCI_POSITIONFROMLINE, line);
    const auto last = m_editor.send(Sci::SCI_LINEFROMPOSITION, upTo);
    const bool hasMore = last + 1 < m_editor.send(Sci::SCI_GETLINECOUNT);
    const qsizetype end = hasMore ? m_editor.send(Sci::SCI_POSITIONFROMLINE, last + 1) : m_editor.size();
    if (begin >= end)
        return;
    const model::File &file = m_editor.session().snapshot().file(m_editor.file());
    const QByteArray styles = syntaxStyles(file, {begin, end});
    m_editor.send(Sci::SCI_STARTSTYLING, begin);
    m_editor.SendScintilla(Sci::SCI_SETSTYLINGEX, static_cast<unsigned long>(styles.size()),
                           styles.constData());
}

/// A key may change what lines above it mean: a value that goes on, a name that is repeated. Those in sight
/// are styled again at once.
void Highlighter::invalidate()
{
    const auto top = m_editor.send(Sci::SCI_DOCLINEFROMVISIBLE, m_editor.send(Sci::SCI_GETFIRSTVISIBLELINE));
    const qsizetype begin = m_editor.send(Sci::SCI_POSITIONFROMLINE, top);
    if (begin < m_editor.send(Sci::SCI_GETENDSTYLED))
        m_editor.send(Sci::SCI_STARTSTYLING, begin);
    m_settle.start();
}

} // namespace ui
