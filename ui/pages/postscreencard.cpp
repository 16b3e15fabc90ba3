// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/postscreencard.h"

#include "core/postscreen/state.h"
#include "core/postscreen/switching.h"
#include "ui/session/editsession.h"
#include "ui/widgets/spacing.h"
#include "ui/widgets/textlabel.h"

#include <QCheckBox>
#include <QVBoxLayout>

namespace ui {

PostscreenCard::PostscreenCard(PageContext &context, QWidget *parent) : QFrame(parent), m_context(context)
{
    setFrameShape(QFrame::StyledPanel);
    setAccessibleName(tr("postscreen in front of port 25"));
    auto *row = new QHBoxLayout;
    row->setSpacing(spacing::parts);
    row->addWidget(new TextLabel(TextLabel::Rank::Heading, tr("postscreen in front of port 25")));
    auto *purpose = new TextLabel(TextLabel::Rank::Muted, tr("keeps spam programs away from smtpd"));
    purpose->setWordWrap(true);
    row->addWidget(purpose, 1);
    m_switch = new QCheckBox(tr("On"));
    m_switch->setAccessibleName(tr("postscreen on"));
    row->addWidget(m_switch);
    m_state = new TextLabel(TextLabel::Rank::Body, {});
    m_state->setWordWrap(true);
    m_state->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::fields, spacing::parts, spacing::fields, spacing::parts);
    column->setSpacing(spacing::parts);
    column->addLayout(row);
    column->addWidget(m_state);
    connect(m_switch, &QCheckBox::clicked, this, &PostscreenCard::switchTo);
    connect(&context.session, &EditSession::changed, this, &PostscreenCard::refresh);
    connect(&context.session, &EditSession::opened, this, &PostscreenCard::refresh);
    refresh();
}

void PostscreenCard::refresh()
{
    const model::Snapshot &snapshot = m_context.session.snapshot();
    const postscreen::State state = postscreen::stateOf(snapshot.masterCf());
    m_switch->setChecked(state.isOn());
    m_switch->setEnabled(snapshot.file(model::FileId::MasterCf).isEditable());
    QStringList missing;
    for (const postscreen::Part &part : state.missing)
        missing.append(QLatin1String(part.name) + u' ' + QLatin1String(part.type));
    if (state.screens.isEmpty()) {
        m_state->setText(
            tr("Off: smtpd itself answers at port 25. Switched on, four lines of master.cf take its "
               "place, those that are there commented out."));
    } else if (!missing.isEmpty()) {
        m_state->setText(
            tr("postscreen answers at port 25, but what it needs is not there: %1. Switch it on to "
               "add that.")
                .arg(missing.join(QLatin1String(", "))));
    } else {
        m_state->setText(
            tr("On: postscreen answers at port 25, and smtpd gets those whom it lets through. Mail "
               "programs belong on port 587 or 465."));
    }
}

void PostscreenCard::switchTo(bool isOn)
{
    m_context.session.edit(isOn ? tr("Switch On postscreen") : tr("Switch Off postscreen"),
                           [isOn](model::Draft &draft) {
                               return isOn ? postscreen::switchOn(draft) : postscreen::switchOff(draft);
                           });
    refresh();
}

} // namespace ui
