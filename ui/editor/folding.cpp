// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/editor/folding.h"

#include "ui/editor/editorlook.h"
#include "ui/editor/foldlevels.h"
#include "ui/editor/sourceeditor.h"
#include "ui/session/editsession.h"

#include <algorithm>

namespace ui {

namespace {

using Sci = QsciScintillaBase;

qsizetype level(FoldLine line)
{
    switch (line) {
    case FoldLine::Header:
        return Sci::SC_FOLDLEVELBASE | Sci::SC_FOLDLEVELHEADERFLAG;
    case FoldLine::Body:
        return Sci::SC_FOLDLEVELBASE + 1;
    default:
        return Sci::SC_FOLDLEVELBASE;
    }
}

} // namespace

Folding::Folding(SourceEditor &editor) : QObject(&editor), m_editor(editor)
{
    dress();
    m_settle.setSingleShot(true);
    m_settle.setInterval(120);
    connect(&m_settle, &QTimer::timeout, this, &Folding::refresh);
    connect(&editor, &SourceEditor::bytesChanged, &m_settle, qOverload<>(&QTimer::start));
    refresh();
}

void Folding::dress()
{
    const auto margin = static_cast<qsizetype>(EditorMargin::Folds);
    m_editor.send(Sci::SCI_SETMARGINTYPEN, margin, Sci::SC_MARGIN_SYMBOL);
    m_editor.send(Sci::SCI_SETMARGINMASKN, margin, Sci::SC_MASK_FOLDERS);
    m_editor.send(Sci::SCI_SETMARGINSENSITIVEN, margin, 1);
    m_editor.send(Sci::SCI_SETMARGINWIDTHN, margin, 14);
    m_editor.send(Sci::SCI_SETAUTOMATICFOLD,
                  Sci::SC_AUTOMATICFOLD_SHOW | Sci::SC_AUTOMATICFOLD_CLICK | Sci::SC_AUTOMATICFOLD_CHANGE);
    m_editor.send(Sci::SCI_SETFOLDFLAGS, 0);
    for (qsizetype marker = Sci::SC_MARKNUM_FOLDEREND; marker <= qsizetype(Sci::SC_MARKNUM_FOLDEROPEN);
         ++marker)
        m_editor.send(Sci::SCI_MARKERDEFINE, marker, Sci::SC_MARK_EMPTY);
    m_editor.send(Sci::SCI_MARKERDEFINE, Sci::SC_MARKNUM_FOLDER, Sci::SC_MARK_ARROW);
    m_editor.send(Sci::SCI_MARKERDEFINE, Sci::SC_MARKNUM_FOLDEROPEN, Sci::SC_MARK_ARROWDOWN);
}

void Folding::refresh()
{
    if (!m_editor.agreesWithSession())
        return;
    const QByteArray bytes = m_editor.session().snapshot().file(m_editor.file()).text().bytes();
    const QList<FoldLine> lines = foldLines(bytes);
    // Lines whose level stays are not touched: setting it would redraw them.
    const qsizetype count = m_editor.send(Sci::SCI_GETLINECOUNT);
    for (qsizetype i = 0; i < count; ++i) {
        const qsizetype wanted = level(i < lines.size() ? lines[i] : FoldLine::Plain);
        if (m_editor.send(Sci::SCI_GETFOLDLEVEL, i) != wanted)
            m_editor.send(Sci::SCI_SETFOLDLEVEL, i, wanted);
    }
}

void Folding::toggleAtCaret()
{
    refresh();
    const qsizetype line = m_editor.caretLine();
    const bool isHeader = m_editor.send(Sci::SCI_GETFOLDLEVEL, line) & Sci::SC_FOLDLEVELHEADERFLAG;
    const qsizetype header = isHeader ? line : m_editor.send(Sci::SCI_GETFOLDPARENT, line);
    if (header < 0)
        return;
    m_editor.send(Sci::SCI_TOGGLEFOLD, header);
    m_editor.goToLine(static_cast<int>(header)); // a caret in hidden lines would be lost to the eye
}

void Folding::foldAll()
{
    refresh();
    m_editor.send(Sci::SCI_FOLDALL, Sci::SC_FOLDACTION_CONTRACT);
}

void Folding::unfoldAll()
{
    m_editor.send(Sci::SCI_FOLDALL, Sci::SC_FOLDACTION_EXPAND);
}

} // namespace ui
