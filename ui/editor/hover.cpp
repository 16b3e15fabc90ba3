// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/editor/hover.h"

#include "core/base/displaytext.h"
#include "ui/editor/findingmarks.h"
#include "ui/editor/sourceeditor.h"
#include "ui/session/editsession.h"
#include "ui/session/knowledge.h"
#include "ui/session/language.h"
#include "ui/text/filename.h"

#include <QCursor>
#include <QToolTip>

namespace ui {

namespace {

using completion::Description;
using Kind = Description::Kind;
using Sci = QsciScintillaBase;

constexpr qsizetype longestValue = 200;

QString escaped(QByteArrayView bytes)
{
    QString text = base::displayText(bytes);
    if (text.size() > longestValue)
        text = text.first(longestValue) + QStringLiteral("…");
    return text.toHtmlEscaped();
}

QString kindText(Kind kind)
{
    switch (kind) {
    case Kind::Parameter:
        return Hover::tr("parameter");
    case Kind::OwnParameter:
        return Hover::tr("parameter of this configuration");
    case Kind::Service:
        return Hover::tr("service");
    case Kind::Program:
        return Hover::tr("program");
    case Kind::Restriction:
        return Hover::tr("restriction");
    case Kind::TableType:
        return Hover::tr("type of table");
    case Kind::Table:
        return Hover::tr("table");
    case Kind::Value:
        return Hover::tr("value");
    case Kind::Field:
        return Hover::tr("column of master.cf");
    case Kind::Action:
        return Hover::tr("action");
    }
    return {};
}

QString standingText(const Description &description)
{
    using catalog::Standing;
    QByteArrayList names = description.replacedBy;
    const QString other = escaped(names.join(", "));
    const QString instead = other.isEmpty() ? QString() : u' ' + Hover::tr("Use %1 instead.").arg(other);
    switch (description.standing) {
    case Standing::Deprecated:
    case Standing::Renamed:
        return Hover::tr("Out of date.") + instead;
    case Standing::Ignored:
        return Hover::tr("Postfix ignores it.") + instead;
    case Standing::Removed:
        return Hover::tr("This version of Postfix no longer has it.") + instead;
    case Standing::NotYet:
        return Hover::tr("This version of Postfix does not have it yet.");
    case Standing::ReadOnly:
        return Hover::tr("Postfix sets it; a setting of it is ignored.");
    case Standing::Current:
    case Standing::Internal:
    case Standing::Function:
        break;
    }
    return {};
}

/// A row of a small table: what, and its value in the fixed font.
QString row(const QString &label, const QString &value)
{
    return QStringLiteral("<tr><td style=\"padding-right:8px\">%1</td><td><code>%2</code></td></tr>")
        .arg(label, value);
}

QString originText(const effective::Origin &origin, const model::Snapshot &snapshot)
{
    if (origin.source == effective::Source::Default || !origin.place)
        return Hover::tr("Postfix itself");
    const model::File &file = snapshot.file(origin.place->file);
    //: where a value is set: file and line
    return Hover::tr("%1, line %2")
        .arg(shownName(snapshot, origin.place->file).toHtmlEscaped())
        .arg(file.text().lineAt(origin.place->range.begin) + 1);
}

QString valueText(const QByteArray &value)
{
    return value.isEmpty() ? QStringLiteral("<i>%1</i>").arg(Hover::tr("empty")) : escaped(value);
}

QString findingText(const Finding &finding)
{
    QString text = finding.message.toHtmlEscaped();
    for (const Finding::Fix &fix : finding.fixes)
        //: %1 is what a fix does, and the keys open the menu of fixes
        text += QStringLiteral("<br>") + Hover::tr("Fix (Ctrl+.): %1").arg(fix.title.toHtmlEscaped());
    return text;
}

} // namespace

Hover::Hover(SourceEditor &editor, Language *language, const FindingMarks *marks)
    : QObject(&editor), m_editor(editor), m_language(language), m_marks(marks)
{
    constexpr int patience = 400; // ms
    editor.send(Sci::SCI_SETMOUSEDWELLTIME, patience);
    connect(&editor, &QsciScintillaBase::SCN_DWELLSTART, this, [this](int position, int, int) {
        if (position >= 0)
            explain(position, QCursor::pos());
    });
    connect(&editor, &QsciScintillaBase::SCN_DWELLEND, this, [] { QToolTip::hideText(); });
}

void Hover::explainCaret()
{
    const qsizetype at = m_editor.send(Sci::SCI_GETCURRENTPOS);
    const auto x =
        static_cast<int>(m_editor.SendScintilla(Sci::SCI_POINTXFROMPOSITION, 0UL, static_cast<long>(at)));
    const auto y =
        static_cast<int>(m_editor.SendScintilla(Sci::SCI_POINTYFROMPOSITION, 0UL, static_cast<long>(at)));
    const auto height = static_cast<int>(m_editor.send(Sci::SCI_TEXTHEIGHT, m_editor.caretLine()));
    explain(at, m_editor.viewport()->mapToGlobal(QPoint(x, y + height / 2)));
}

void Hover::explain(qsizetype offset, const QPoint &globalPosition)
{
    const QString text = textAt(offset);
    if (!text.isEmpty())
        QToolTip::showText(globalPosition, text, &m_editor);
}

QString Hover::textAt(qsizetype offset) const
{
    QStringList parts;
    if (m_marks) {
        for (const Finding &finding : m_marks->findingsAt(offset))
            parts.append(findingText(finding));
    }
    const auto description = m_language && m_editor.agreesWithSession()
        ? m_language->descriptionAt({m_editor.file(), {offset, offset}})
        : std::nullopt;
    if (description)
        parts.append(describe(*description));
    return parts.join(QStringLiteral("<hr>"));
}

QString Hover::describe(const Description &description) const
{
    //: What stands below the pointer: its name, and what kind of thing it is
    QString text = tr("<b>%1</b>, %2").arg(escaped(description.name), kindText(description.kind));
    if (!description.help.isEmpty())
        text += QStringLiteral("<br>") + escaped(description.help);
    if (const QString standing = standingText(description); !standing.isEmpty())
        text += QStringLiteral("<br><b>%1</b>").arg(standing);
    QString rows;
    if (description.defaultValue)
        rows += row(tr("Default"), valueText(*description.defaultValue));
    const bool isParameter = description.kind == Kind::Parameter || description.kind == Kind::OwnParameter;
    if (isParameter)
        rows += valueRows(description);
    if (!description.detail.isEmpty()) {
        const bool isField = description.kind == Kind::Field;
        const bool isTable = description.kind == Kind::Table;
        //: What "-" stands for in a column of master.cf
        rows += row(isField       ? tr("“-” means")
                        : isTable ? tr("Named by")
                                  : tr("As"),
                    escaped(description.detail));
    }
    if (!rows.isEmpty())
        text += QStringLiteral("<table>%1</table>").arg(rows);
    if (description.places > 0)
        text += (rows.isEmpty() ? QStringLiteral("<br>") : QString())
            + tr("Places that name it: %1").arg(description.places);
    return text;
}

/// What Postfix uses here, and where it has it from.
QString Hover::valueRows(const Description &description) const
{
    const effective::Values *values = m_language->knowledge().values();
    if (!values)
        return {};
    const qsizetype service =
        description.service < 0 ? effective::noService : values->serviceAt(description.service);
    const std::optional<effective::Value> value = values->value(description.name, service);
    if (!value)
        return row(tr("Now"), tr("not defined, taken as empty"));
    QString rows = row(tr("Now"), value->isBroken ? tr("can’t be read") : valueText(value->expanded));
    if (value->unexpanded != value->expanded)
        rows += row(tr("Written as"), escaped(value->unexpanded));
    const QList<effective::Origin> origins = values->originsOf(description.name, service);
    if (!origins.isEmpty())
        rows += QStringLiteral("<tr><td style=\"padding-right:8px\">%1</td><td>%2</td></tr>")
                    .arg(tr("From"), originText(origins.first(), m_language->session().snapshot()));
    return rows;
}

} // namespace ui
