// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/editor/changemarks.h"

#include "core/diff/filediff.h"
#include "ui/editor/editorlook.h"
#include "ui/editor/sourceeditor.h"
#include "ui/session/editsession.h"
#include "ui/widgets/colors.h"

namespace ui {

namespace {

using Sci = QsciScintillaBase;

} // namespace

ChangeMarks::ChangeMarks(SourceEditor &editor) : QObject(&editor), m_editor(editor)
{
    const auto margin = static_cast<qsizetype>(EditorMargin::Changes);
    editor.send(Sci::SCI_SETMARGINMASKN, margin, (1 << Changed) | (1 << RemovedBelow));
    dress();
    m_settle.setSingleShot(true);
    m_settle.setInterval(60);
    connect(&m_settle, &QTimer::timeout, this, &ChangeMarks::refresh);
    connect(&editor, &SourceEditor::lookChanged, this, &ChangeMarks::dress);
    connect(&editor, &SourceEditor::bytesChanged, &m_settle, qOverload<>(&QTimer::start));
    connect(&editor.session(), &EditSession::baselineChanged, this, &ChangeMarks::refresh);
    refresh();
}

void ChangeMarks::dress()
{
    const Colors &colors = colorsFor(m_editor.palette());
    m_editor.send(Sci::SCI_MARKERDEFINE, Changed, Sci::SC_MARK_FULLRECT);
    m_editor.SendScintilla(Sci::SCI_MARKERSETBACK, static_cast<unsigned long>(Changed), colors.accent);
    m_editor.send(Sci::SCI_MARKERDEFINE, RemovedBelow, Sci::SC_MARK_UNDERLINE);
    m_editor.SendScintilla(Sci::SCI_MARKERSETBACK, static_cast<unsigned long>(RemovedBelow), colors.error);
}

void ChangeMarks::refresh()
{
    const EditSession &session = m_editor.session();
    if (!m_editor.agreesWithSession() || !session.baseline().contains(m_editor.file()))
        return;
    m_editor.send(Sci::SCI_MARKERDELETEALL, Changed);
    m_editor.send(Sci::SCI_MARKERDELETEALL, RemovedBelow);
    const diff::FileDiff found = diff::fileDiff(session.baseline().file(m_editor.file()).text(),
                                                session.snapshot().file(m_editor.file()).text(), 1);
    for (const diff::Hunk &hunk : found.hunks) {
        qsizetype line = 0; // the last one that is still there
        for (qsizetype i = 0; i < hunk.lines.size(); ++i) {
            const diff::DiffLine &row = hunk.lines[i];
            if (row.origin == diff::LineOrigin::Added)
                m_editor.send(Sci::SCI_MARKERADD, row.newLine, Changed);
            if (row.origin != diff::LineOrigin::Removed) {
                line = row.newLine;
                continue;
            }
            qsizetype next = i;
            while (next < hunk.lines.size() && hunk.lines[next].origin == diff::LineOrigin::Removed)
                ++next;
            const bool isReplaced =
                next < hunk.lines.size() && hunk.lines[next].origin == diff::LineOrigin::Added;
            if (!isReplaced) // an underline below what stood above
                m_editor.send(Sci::SCI_MARKERADD, line, RemovedBelow);
        }
    }
}

} // namespace ui
