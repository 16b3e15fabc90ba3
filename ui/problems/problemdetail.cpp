// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/problems/problemdetail.h"

#include "ui/problems/findingwords.h"
#include "ui/problems/problemrows.h"
#include "ui/session/editsession.h"
#include "ui/session/originwords.h"
#include "ui/widgets/colors.h"
#include "ui/widgets/spacing.h"

#include <QEvent>
#include <QScrollBar>
#include <QTextDocument>

namespace ui {

namespace {

QString paragraph(const QString &html)
{
    return QStringLiteral("<p style=\"margin-top:0px; margin-bottom:8px\">%1</p>").arg(html);
}

QString link(const QString &kind, qsizetype number, const QString &text)
{
    return QStringLiteral("<a href=\"%1:%2\">%3</a>").arg(kind).arg(number).arg(text.toHtmlEscaped());
}

} // namespace

ProblemDetail::ProblemDetail(EditSession &session, QWidget *parent) : QTextBrowser(parent), m_session(session)
{
    setAccessibleName(tr("About the selected problem"));
    setFrameShape(QFrame::NoFrame);
    setOpenLinks(false);
    setTabChangesFocus(false);
    document()->setDocumentMargin(spacing::parts);
    connect(this, &QTextBrowser::anchorClicked, this, &ProblemDetail::follow);
    connect(&session, &EditSession::changed, this, &ProblemDetail::refresh); // lines move
    refresh();
}

void ProblemDetail::show(const std::optional<Finding> &finding)
{
    m_finding = finding;
    refresh();
}

void ProblemDetail::refresh()
{
    const QString text = html();
    if (text == property("shown").toString())
        return;
    setProperty("shown", text);
    setHtml(text);
    verticalScrollBar()->setValue(0);
}

QString ProblemDetail::html() const
{
    const QString muted = colorsFor(palette()).muted.name();
    const auto quiet = [&](const QString &text) {
        return QStringLiteral("<span style=\"color:%1\">%2</span>").arg(muted, text);
    };
    if (!m_finding)
        return paragraph(quiet(tr("Select a problem to read why it matters.")));
    const Finding &finding = *m_finding;
    const model::Snapshot &snapshot = m_session.snapshot();
    QString text;
    text += paragraph(
        QStringLiteral("<b>%1</b>")
            .arg((finding.title.isEmpty() ? severityText(finding.severity) : finding.title).toHtmlEscaped()));
    text += paragraph(finding.message.toHtmlEscaped());
    if (!finding.explanation.isEmpty())
        text += paragraph(finding.explanation.toHtmlEscaped());
    if (finding.ignored) {
        const QString why = finding.ignored->reason.isEmpty()
            ? tr("It is ignored.")
            : tr("It is ignored: %1").arg(finding.ignored->reason.toHtmlEscaped());
        text += paragraph(why);
    }
    QStringList places;
    if (finding.place && snapshot.contains(finding.place->file))
        places.append(link(QStringLiteral("place"), -1, whereText(finding, snapshot)));
    for (qsizetype i = 0; i < finding.related.size(); ++i) {
        if (snapshot.contains(finding.related[i].file))
            places.append(
                link(QStringLiteral("place"), i, OriginWords::placeText(snapshot, finding.related[i])));
    }
    if (!places.isEmpty())
        //: In front of links to lines of files
        text += paragraph(tr("Where: %1").arg(places.join(QStringLiteral(", "))));
    for (qsizetype i = 0; i < finding.fixes.size(); ++i)
        //: In front of a link that says what a fix does
        text += paragraph(tr("Fix: %1").arg(link(QStringLiteral("fix"), i, finding.fixes[i].title)));
    //: %1 is a part of Postfix's manual
    const QString manual =
        finding.manual.isEmpty() ? QString() : tr("See %1.").arg(finding.manual.toHtmlEscaped()) + u' ';
    //: %1 is the name of a rule, or a program
    text += paragraph(quiet(manual + tr("Found by %1.").arg(foundBy(finding).toHtmlEscaped())));
    return text;
}

void ProblemDetail::follow(const QUrl &link)
{
    if (!m_finding)
        return;
    const qsizetype number = link.path().toLongLong();
    if (link.scheme() == QLatin1String("fix")) {
        if (number >= 0 && number < m_finding->fixes.size())
            emit fixAsked(m_finding->fixes[number].title);
        return;
    }
    const model::Snapshot &snapshot = m_session.snapshot();
    const auto place = number < 0            ? m_finding->place
        : number < m_finding->related.size() ? std::optional(m_finding->related[number])
                                             : std::nullopt;
    if (place && snapshot.contains(place->file))
        m_session.request(*place);
}

void ProblemDetail::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        refresh();
}

} // namespace ui
