// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/editor/findingmarks.h"

#include "ui/editor/sourceeditor.h"
#include "ui/session/editsession.h"
#include "ui/session/findings.h"
#include "ui/widgets/colors.h"

#include <array>

namespace ui {

namespace {

using Sci = QsciScintillaBase;
using Severity = Finding::Severity;

constexpr std::array severities{Severity::Info, Severity::Warning, Severity::Error}; ///< the worst on top

qsizetype indicatorOf(Severity severity)
{
    return Sci::INDIC_CONTAINER + 2 - static_cast<int>(severity);
}

/// An empty range stands for the whole line, without the blanks in front of it.
syntax::ByteRange shownRange(const SourceEditor &editor, syntax::ByteRange range)
{
    if (!range.isEmpty())
        return range;
    const qsizetype line = editor.send(Sci::SCI_LINEFROMPOSITION, range.begin);
    const qsizetype end = editor.send(Sci::SCI_GETLINEENDPOSITION, line);
    return {std::min(editor.send(Sci::SCI_GETLINEINDENTPOSITION, line), end), end};
}

} // namespace

FindingMarks::FindingMarks(SourceEditor &editor, Findings &findings)
    : QObject(&editor), m_editor(editor), m_findings(findings)
{
    dress();
    connect(&editor, &SourceEditor::lookChanged, this, &FindingMarks::dress);
    connect(&findings, &Findings::changed, this, &FindingMarks::refresh);
    refresh();
}

void FindingMarks::dress()
{
    const Colors &colors = colorsFor(m_editor.palette());
    const auto set = [this](Severity severity, int shape, const QColor &color) {
        m_editor.send(Sci::SCI_INDICSETSTYLE, indicatorOf(severity), shape);
        m_editor.SendScintilla(Sci::SCI_INDICSETFORE, static_cast<unsigned long>(indicatorOf(severity)),
                               color);
        m_editor.send(Sci::SCI_INDICSETUNDER, indicatorOf(severity), 1);
    };
    set(Severity::Error, Sci::INDIC_SQUIGGLE, colors.error);
    set(Severity::Warning, Sci::INDIC_SQUIGGLELOW, colors.warning);
    set(Severity::Info, Sci::INDIC_DASH, colors.info);
}

/// In between, Scintilla moves the marks along with the text.
void FindingMarks::refresh()
{
    if (!m_editor.agreesWithSession())
        return;
    for (const Severity severity : severities) {
        m_editor.send(Sci::SCI_SETINDICATORCURRENT, indicatorOf(severity));
        m_editor.send(Sci::SCI_INDICATORCLEARRANGE, 0, m_editor.size());
        for (const Finding &finding : m_findings.all()) {
            if (finding.severity != severity || !finding.place || finding.place->file != m_editor.file())
                continue;
            const syntax::ByteRange range = shownRange(m_editor, finding.place->range);
            if (range.end <= m_editor.size())
                m_editor.send(Sci::SCI_INDICATORFILLRANGE, range.begin, range.size());
        }
    }
}

QList<Finding> FindingMarks::findingsIn(syntax::ByteRange range) const
{
    QList<Finding> here;
    for (const Finding &finding : m_findings.all()) {
        if (!finding.place || finding.place->file != m_editor.file())
            continue;
        const syntax::ByteRange shown = shownRange(m_editor, finding.place->range);
        if (shown.begin < range.end && range.begin < std::max(shown.end, shown.begin + 1))
            here.append(finding);
    }
    return here;
}

} // namespace ui
