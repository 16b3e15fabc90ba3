// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/editor/quickfixes.h"

#include "ui/editor/findingmarks.h"
#include "ui/editor/sourceeditor.h"
#include "ui/session/editsession.h"
#include "ui/widgets/icon.h"

#include <QMenu>

namespace ui {

namespace {

using Sci = QsciScintillaBase;

} // namespace

QuickFixes::QuickFixes(SourceEditor &editor, const FindingMarks &marks)
    : QObject(&editor), m_editor(editor), m_marks(marks)
{
}

QList<Finding> QuickFixes::findingsAtCaret() const
{
    const qsizetype at = m_editor.send(Sci::SCI_GETCURRENTPOS);
    QList<Finding> here = m_marks.findingsIn({at, at + 1});
    if (!here.isEmpty())
        return here;
    const qsizetype line = m_editor.caretLine();
    return m_marks.findingsIn({m_editor.send(Sci::SCI_POSITIONFROMLINE, line),
                               m_editor.send(Sci::SCI_GETLINEENDPOSITION, line) + 1});
}

void QuickFixes::fill(QMenu &menu)
{
    for (const Finding &finding : findingsAtCaret()) {
        if (!finding.fixes.isEmpty())
            menu.addSection(QString(finding.title.isEmpty() ? finding.message.simplified() : finding.title)
                                .replace(u'&', QLatin1String("&&")));
        for (const Finding::Fix &fix : finding.fixes) {
            QAction *action = menu.addAction(icon(QStringLiteral("wrench")),
                                             QString(fix.title).replace(u'&', QLatin1String("&&")), this,
                                             [this, fix] { m_editor.session().edit(fix.title, fix.apply); });
            action->setToolTip(finding.message);
        }
    }
    if (menu.isEmpty())
        menu.addAction(tr("Nothing to fix in this line"))->setEnabled(false);
}

QPoint QuickFixes::caretBelow() const
{
    const auto at = static_cast<long>(m_editor.send(Sci::SCI_GETCURRENTPOS));
    const auto x = static_cast<int>(m_editor.SendScintilla(Sci::SCI_POINTXFROMPOSITION, 0UL, at));
    const auto y = static_cast<int>(m_editor.SendScintilla(Sci::SCI_POINTYFROMPOSITION, 0UL, at));
    const auto height = static_cast<int>(m_editor.send(Sci::SCI_TEXTHEIGHT, m_editor.caretLine()));
    return m_editor.viewport()->mapToGlobal(QPoint(x, y + height));
}

void QuickFixes::open()
{
    auto *menu = new QMenu(&m_editor);
    menu->setObjectName(QStringLiteral("quickFixes"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    fill(*menu);
    for (QAction *action : menu->actions()) {
        if (!action->isSeparator()) {
            menu->setActiveAction(action);
            break;
        }
    }
    menu->popup(caretBelow());
}

} // namespace ui
