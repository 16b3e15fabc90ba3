// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/portcard.h"

#include "core/base/displaytext.h"
#include "core/edits/serviceedits.h"
#include "core/submission/state.h"
#include "core/submission/switching.h"
#include "ui/forms/fieldbinding.h"
#include "ui/forms/formsection.h"
#include "ui/pages/portwords.h"
#include "ui/session/editsession.h"
#include "ui/session/knowledge.h"
#include "ui/widgets/spacing.h"
#include "ui/widgets/textlabel.h"

#include <QCheckBox>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr FormField mainFields[] = {
    {"smtpd_tls_security_level", QT_TRANSLATE_NOOP("forms", "Encryption")},
    {"smtpd_tls_wrappermode", QT_TRANSLATE_NOOP("forms", "Encrypted from the first byte")},
    {"smtpd_sasl_auth_enable", QT_TRANSLATE_NOOP("forms", "Login")},
};
constexpr FormField accessFields[] = {
    {"smtpd_client_restrictions", QT_TRANSLATE_NOOP("forms", "Tests of the client")},
    {"smtpd_helo_restrictions", QT_TRANSLATE_NOOP("forms", "Tests of the name it says")},
    {"smtpd_sender_restrictions", QT_TRANSLATE_NOOP("forms", "Tests of the sender")},
    {"smtpd_relay_restrictions", QT_TRANSLATE_NOOP("forms", "Who may relay")},
    {"smtpd_recipient_restrictions", QT_TRANSLATE_NOOP("forms", "Tests of the recipient")},
    {"smtpd_data_restrictions", QT_TRANSLATE_NOOP("forms", "Tests before the text")},
    {"smtpd_sender_login_maps", QT_TRANSLATE_NOOP("forms", "Sender addresses and their owners")},
    {"smtpd_reject_unlisted_recipient", QT_TRANSLATE_NOOP("forms", "Refuse unknown recipients at once")},
};
constexpr FormField otherFields[] = {
    {"smtpd_tls_auth_only", QT_TRANSLATE_NOOP("forms", "Log in only when encrypted")},
    {"smtpd_sasl_type", QT_TRANSLATE_NOOP("forms", "Who checks passwords")},
    {"smtpd_sasl_path", QT_TRANSLATE_NOOP("forms", "Socket or service of the checker")},
    {"smtpd_tls_req_ccert", QT_TRANSLATE_NOOP("forms", "Require a client certificate")},
    {"smtpd_milters", QT_TRANSLATE_NOOP("forms", "Milters")},
    {"milter_macro_daemon_name", QT_TRANSLATE_NOOP("forms", "Name for milters")},
    {"content_filter", QT_TRANSLATE_NOOP("forms", "Content filter")},
    {"cleanup_service_name", QT_TRANSLATE_NOOP("forms", "Cleanup service")},
    {"syslog_name", QT_TRANSLATE_NOOP("forms", "Name in the log")},
};

constexpr FormGroup fieldGroups[] = {
    {QT_TRANSLATE_NOOP("forms", "Encryption and login"), nullptr, mainFields},
    {QT_TRANSLATE_NOOP("forms", "Who may send"), nullptr, accessFields, true},
    {QT_TRANSLATE_NOOP("forms", "Filters, names and other values"), nullptr, otherFields, true},
};

} // namespace

PortCard::PortCard(PageContext &context, const PortCardKey &key, QWidget *parent)
    : QFrame(parent), m_context(context), m_key(key)
{
    setFrameShape(QFrame::StyledPanel);
    setAccessibleName(title());
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(spacing::fields, spacing::fields, spacing::fields, spacing::fields);
    m_column->setSpacing(spacing::fields);
    m_column->addLayout(buildHeader());
    m_summary = new TextLabel(TextLabel::Rank::Body, {});
    m_summary->setWordWrap(true);
    m_summary->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_column->addWidget(m_summary);
    if (!key.service.isEmpty())
        buildFields();
    refresh();
}

QLayout *PortCard::buildHeader()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(spacing::parts);
    row->addWidget(new TextLabel(TextLabel::Rank::Heading, title()));
    row->addWidget(new TextLabel(TextLabel::Rank::Muted, purpose()), 1);
    m_switch = new QCheckBox(tr("On"));
    //: "Port 587 (submission) on"
    m_switch->setAccessibleName(tr("%1 on").arg(title()));
    m_switch->setChecked(!m_key.service.isEmpty());
    if (m_key.isBehindPostscreen) // whoever has no parent yet is shown as a window
        m_switch->hide();
    connect(m_switch, &QCheckBox::clicked, this, &PortCard::switchPort);
    row->addWidget(m_switch);
    return row;
}

void PortCard::buildFields()
{
    if (m_key.number != submission::smtpPort) {
        m_ownSenders = new QCheckBox(tr("Who has logged in sends with own addresses only"));
        //: The port and what is to be switched: "Port 587 (submission): own addresses only"
        m_ownSenders->setAccessibleName(tr("%1: own addresses only").arg(title()));
        connect(m_ownSenders, &QCheckBox::clicked, this, &PortCard::checkSender);
        m_senderHint = new TextLabel(TextLabel::Rank::Small, {});
        m_senderHint->setWordWrap(true);
        auto *column = new QVBoxLayout;
        column->setSpacing(spacing::tight);
        column->addWidget(m_ownSenders);
        column->addWidget(m_senderHint);
        m_column->addLayout(column);
    }
    const FormContext forms{m_context.session, m_context.findings, m_context.knowledge, m_context.presence};
    for (const FormGroup &group : fieldGroups) {
        m_sections.append(new FormSection(forms, group, m_key.service));
        m_column->addWidget(m_sections.last());
    }
}

QList<bool> PortCard::openGroups() const
{
    if (m_sections.isEmpty())
        return m_openGroups;
    QList<bool> open;
    for (const FormSection *section : m_sections)
        open.append(section->isOpen());
    return open;
}

void PortCard::setOpenGroups(const QList<bool> &open)
{
    m_openGroups = open;
    for (qsizetype i = 0; i < std::min(open.size(), m_sections.size()); ++i) {
        if (m_sections[i]->isOpen() != open[i])
            m_sections[i]->setOpen(open[i]);
    }
}

QString PortCard::title() const
{
    const QString name =
        base::displayText(m_key.service.first(std::max<qsizetype>(m_key.service.lastIndexOf('/'), 0)));
    switch (m_key.number) {
    case submission::smtpPort:
        return tr("Port 25 (smtp)");
    case submission::submissionPort:
        return tr("Port 587 (submission)");
    case submission::submissionsPort:
        return tr("Port 465 (submissions)");
    default:
        return tr("Port %1").arg(name);
    }
}

QString PortCard::purpose() const
{
    switch (m_key.number) {
    case submission::smtpPort:
        return m_key.isBehindPostscreen ? tr("Mail from other servers, behind postscreen")
                                        : tr("Mail from other servers");
    case submission::submissionPort:
        return tr("Mail programs, encrypted by STARTTLS");
    case submission::submissionsPort:
        return tr("Mail programs, encrypted from the start");
    default:
        return tr("Another smtpd of master.cf");
    }
}

qsizetype PortCard::serviceIndex() const
{
    const qsizetype slash = m_key.service.lastIndexOf('/');
    const QByteArrayView key = m_key.service;
    return slash < 0
        ? -1
        : m_context.session.snapshot().masterCf().indexOf(key.first(slash), key.sliced(slash + 1));
}

void PortCard::refresh()
{
    const QSignalBlocker quiet(m_switch);
    m_switch->setChecked(!m_key.service.isEmpty());
    m_switch->setEnabled(m_context.session.snapshot().file(model::FileId::MasterCf).isEditable());
    const effective::Values *values = m_context.knowledge.values();
    if (m_key.service.isEmpty() || !values) {
        m_summary->setText(tr("Off: nobody can connect here."));
        return;
    }
    const qsizetype service = values->serviceAt(serviceIndex());
    const submission::State state = submission::stateOf(*values, service);
    m_summary->setText(summaryOf(state, m_key.number == submission::smtpPort));
    if (!m_ownSenders)
        return;
    m_ownSenders->setChecked(state.isSenderChecked);
    const auto owners = values->value("smtpd_sender_login_maps", service);
    const bool hasOwners = owners && !owners->expanded.trimmed().isEmpty();
    m_senderHint->setText(state.isSenderChecked && !hasOwners ? tr(
                              "No table says who owns which address yet, so every sender is refused: set one "
                              "below “Who may send”, or on the Authentication page.")
                                                              : QString());
    m_senderHint->setVisible(!m_senderHint->text().isEmpty());
}

void PortCard::switchPort(bool isOn)
{
    const catalog::Reference *reference = m_context.knowledge.reference();
    const effective::Values *values = m_context.knowledge.values();
    if (!reference || !values)
        return;
    const effective::Target target = values->target();
    if (isOn) {
        m_context.session.edit(tr("Switch on %1").arg(title()), [&](model::Draft &draft) {
            return submission::switchOn(draft, m_key.number, target);
        });
    } else {
        m_context.session.edit(tr("Switch off %1").arg(title()), [&](model::Draft &draft) {
            return edits::setServiceEnabled(draft, serviceIndex(), false);
        });
    }
    refresh();
}

void PortCard::checkSender(bool isChecked)
{
    if (const effective::Values *values = m_context.knowledge.values()) {
        const effective::Target target = values->target();
        m_context.session.edit(tr("Senders at %1").arg(title()), [&](model::Draft &draft) {
            return submission::setSenderChecked(draft, serviceIndex(), isChecked, target);
        });
    }
    refresh();
}

} // namespace ui
