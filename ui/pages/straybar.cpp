// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/straybar.h"

#include "ui/session/editsession.h"
#include "ui/widgets/messagebar.h"

#include <QVBoxLayout>

namespace ui {

StrayBar::StrayBar(EditSession &session, QWidget *parent) : QWidget(parent), m_session(session)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    connect(&session, &EditSession::opened, this, &StrayBar::refresh);
    connect(&session, &EditSession::changed, this, &StrayBar::refresh);
    refresh();
}

QString StrayBar::sentence(const QList<syntax::StrayLine> &strays) const
{
    const syntax::StrayLine &first = strays.first();
    QString text;
    if (first.kind == syntax::StrayLine::Kind::Orphan) {
        text = tr("Line %1 of master.cf begins with a blank but continues no service: Postfix ignores it. "
                  "Remove the blank or the line.")
                   .arg(first.line + 1);
    } else {
        text = tr("Line %1 of master.cf has fewer than eight columns: Postfix does not start with it. Add "
                  "the columns that are missing.")
                   .arg(first.line + 1);
    }
    if (strays.size() > 1)
        text += u' ' + tr("%n more line(s) are no services.", nullptr, static_cast<int>(strays.size() - 1));
    return text;
}

void StrayBar::refresh()
{
    const QList<syntax::StrayLine> &strays = m_session.snapshot().masterCf().strays();
    const QString text = strays.isEmpty() ? QString() : sentence(strays);
    if (text == m_said)
        return;
    m_said = text;
    if (m_bar)
        m_bar->dismiss();
    if (text.isEmpty())
        return;
    m_bar = new MessageBar(MessageBar::Kind::Warning, text);
    m_bar->addAction(tr("Show"), [this] {
        const QList<syntax::StrayLine> &now = m_session.snapshot().masterCf().strays();
        if (!now.isEmpty())
            m_session.request({model::FileId::MasterCf, now.first().range});
    });
    layout()->addWidget(m_bar);
}

} // namespace ui
