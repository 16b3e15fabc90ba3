// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/submissionpage.h"

#include "ui/forms/fieldbinding.h"
#include "ui/forms/formview.h"
#include "ui/session/editsession.h"
#include "ui/session/knowledge.h"
#include "ui/widgets/pageheader.h"

#include <QCheckBox>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

SubmissionPage::SubmissionPage(PageContext &context, QWidget *parent) : QWidget(parent), m_context(context)
{
    const FormContext forms{context.session, context.findings, context.knowledge, context.presence};
    m_view = new FormView(forms, tr("Submission"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(new PageHeader(tr("Submission"),
                                     tr("How mail programs and other servers hand mail to this server.")));
    column->addWidget(m_view, 1);
    connect(&context.knowledge, &Knowledge::changed, this, &SubmissionPage::refresh);
    m_isStale = false;
    refresh();
}

/// Those of the three mail ports that are off have a card as well.
QList<PortCardKey> SubmissionPage::wantedCards() const
{
    const syntax::MasterCf &file = m_context.session.snapshot().masterCf();
    QList<PortCardKey> known;
    QList<PortCardKey> others;
    for (const submission::Port &port : submission::portsIn(file)) {
        if (!port.isEnabled)
            continue;
        const int number = port.number.value_or(0);
        const bool isKnown = number == submission::smtpPort || number == submission::submissionPort
            || number == submission::submissionsPort;
        const bool isFirst =
            std::ranges::none_of(known, [&](const PortCardKey &other) { return other.number == number; });
        const PortCardKey key{.number = isKnown && isFirst && port.host.isEmpty() ? number : 0,
                              .service = serviceKey(file, file.services()[port.service]),
                              .isBehindPostscreen = port.isBehindPostscreen};
        (key.number ? known : others).append(key);
    }
    for (const int number : {submission::submissionPort, submission::submissionsPort}) {
        if (std::ranges::none_of(known, [&](const PortCardKey &key) { return key.number == number; }))
            known.append(PortCardKey{.number = number});
    }
    std::ranges::sort(known, {}, &PortCardKey::number);
    return known + others;
}

void SubmissionPage::refresh()
{
    m_isStale = !isVisible() && !m_cards.isEmpty();
    if (m_isStale)
        return;
    const QList<PortCardKey> wanted = wantedCards();
    QList<PortCard *> cards;
    int focused = 0;
    for (const PortCardKey &key : wanted) {
        const auto same =
            std::ranges::find_if(m_cards, [&](const PortCard *card) { return card->key() == key; });
        if (same != m_cards.end()) {
            cards.append(*same);
            continue;
        }
        // A port that was switched on or off keeps the keyboard at its switch.
        const bool hadKeyboard = std::ranges::any_of(m_cards, [&](PortCard *card) {
            return card->key().number == key.number && key.number != 0 && card->isAncestorOf(focusWidget());
        });
        auto *card = new PortCard(m_context, key);
        const auto before = std::ranges::find_if(m_cards, [&](const PortCard *other) {
            return key.number != 0 ? other->key().number == key.number : other->key().service == key.service;
        });
        if (before != m_cards.end())
            card->setOpenGroups((*before)->openGroups());
        if (hadKeyboard)
            focused = key.number;
        cards.append(card);
    }
    const QList<PortCard *> before = m_cards;
    m_cards = cards;
    for (PortCard *card : before) {
        if (!cards.contains(card)) {
            card->hide();
            card->deleteLater();
        }
    }
    for (PortCard *card : std::as_const(cards)) {
        m_view->addWidget(card); // again at the end: they stand in this order
        card->show();
        card->refresh();
        if (focused != 0 && card->key().number == focused)
            card->findChild<QCheckBox *>()->setFocus(Qt::OtherFocusReason);
    }
}

void SubmissionPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_isStale)
        refresh();
}

} // namespace ui
