// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/daneswitch.h"

#include "core/tls/dane.h"
#include "ui/session/editsession.h"
#include "ui/session/knowledge.h"
#include "ui/widgets/spacing.h"
#include "ui/widgets/textlabel.h"

#include <QCheckBox>
#include <QVBoxLayout>

namespace ui {

DaneSwitch::DaneSwitch(PageContext &context, QWidget *parent) : QWidget(parent), m_context(context)
{
    m_switch = new QCheckBox(tr("Verify servers that publish their certificate in DNS (DANE)"));
    m_hint = new TextLabel(TextLabel::Rank::Muted, {});
    m_hint->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::inset, 0, 0, 0);
    column->setSpacing(spacing::tight);
    column->addWidget(m_switch);
    column->addWidget(m_hint);
    connect(m_switch, &QCheckBox::clicked, this, &DaneSwitch::choose);
    connect(&context.knowledge, &Knowledge::changed, this, &DaneSwitch::refresh);
    refresh();
}

void DaneSwitch::refresh()
{
    const effective::Values *values = m_context.knowledge.values();
    if (!values)
        return;
    const tls::Dane dane = tls::daneIn(*values);
    m_switch->setChecked(dane.isOn && dane.hasDnssec);
    m_switch->setEnabled(m_context.session.snapshot().file(model::FileId::MainCf).isEditable()
                         && (dane.isKnown || dane.isOn));
    if (!dane.isKnown)
        m_hint->setText(tr("The chosen version of Postfix does not know DANE: it came with 2.11."));
    else if (dane.isOn && !dane.hasDnssec)
        m_hint->setText(tr("The level asks for it, but DNS answers are not asked to be signed "
                           "(smtp_dns_support_level), so it has no effect. Check the box to set both."));
    else if (dane.isOn && !dane.asksDns)
        m_hint->setText(
            tr("Hosts are also looked up outside of DNS (smtp_host_lookup), where nothing is signed: "
               "DANE has no effect."));
    else if (dane.isOn)
        m_hint->setText(
            tr("It needs a resolver that checks DNSSEC and can be trusted, best one on this machine: "
               "the first in /etc/resolv.conf."));
    else
        m_hint->setText(tr("Sets the level to dane and asks for signed DNS answers. It needs a resolver that "
                           "checks DNSSEC on this machine. Mail to all other servers goes out as before."));
    m_switch->setAccessibleDescription(m_hint->text());
}

void DaneSwitch::choose(bool isOn)
{
    m_context.session.edit(isOn ? tr("Switch on DANE") : tr("Switch off DANE"),
                           [isOn](model::Draft &draft) { return tls::setDane(draft, isOn); });
    refresh();
}

} // namespace ui
