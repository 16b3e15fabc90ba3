// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/checkerchoice.h"

#include "core/base/displaytext.h"
#include "ui/session/editsession.h"
#include "ui/session/knowledge.h"
#include "ui/widgets/explained.h"
#include "ui/widgets/spacing.h"
#include "ui/widgets/textlabel.h"

#include <QRadioButton>
#include <QVBoxLayout>

namespace ui {

using PasswordChecker = sasl::Checker;

CheckerChoice::CheckerChoice(PageContext &context, QWidget *parent) : QWidget(parent), m_context(context)
{
    struct Choice
    {
        PasswordChecker checker;
        QString title;
        QString sentence;
    };
    const QList<Choice> choices{
        {PasswordChecker::None, tr("Nobody logs in"),
         tr("Only trusted networks send mail to other domains through this server.")},
        {PasswordChecker::Dovecot, tr("Dovecot"),
         tr("The mailbox server checks the password: users log in with the same one for reading and "
            "sending.")},
        {PasswordChecker::Cyrus, tr("Cyrus SASL"),
         tr("A library within Postfix checks the password, with a configuration of its own in "
            "/etc/postfix/sasl/smtpd.conf.")},
    };
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::inset, 0, 0, 0);
    column->setSpacing(spacing::parts);
    column->addWidget(new TextLabel(TextLabel::Rank::Body, tr("Who checks passwords")));
    for (const Choice &choice : choices) {
        auto *button = new QRadioButton(choice.title);
        //: A choice: "Dovecot, who checks passwords (smtpd_sasl_type)"
        button->setAccessibleName(tr("%1, who checks passwords (smtpd_sasl_type)").arg(choice.title));
        connect(button, &QRadioButton::clicked, this, [this, checker = choice.checker] { choose(checker); });
        m_buttons.append({choice.checker, button});
        column->addLayout(explained(button, choice.sentence));
    }
    m_hint = new TextLabel(TextLabel::Rank::Body, {});
    m_hint->setWordWrap(true);
    m_hint->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(m_hint);
    connect(&context.knowledge, &Knowledge::changed, this, &CheckerChoice::refresh);
    refresh();
}

QString CheckerChoice::hint(const effective::Values &values, const sasl::Server &server) const
{
    const QString path = base::displayText(server.path);
    QStringList hints;
    if (server.checker == PasswordChecker::Dovecot && server.path.startsWith("inet:")) {
        hints.append(tr("Dovecot is asked over the network, at %1.").arg(path.sliced(5)));
    } else if (server.checker == PasswordChecker::Dovecot) {
        const QString socket = base::displayText(sasl::socketPath(values, server.path));
        hints.append(
            server.path.startsWith('/')
                ? tr("The socket is %1; a service in a chroot does not reach it there.").arg(socket)
                : tr("The socket %1 is relative to the queue directory: Dovecot has to listen at %2.")
                      .arg(path, socket));
    } else if (server.checker == PasswordChecker::Other) {
        hints.append(tr("The type “%1” is neither dovecot nor cyrus: it is left as it is.")
                         .arg(base::displayText(server.type)));
    }
    if (server.checker != PasswordChecker::None && !server.isOnEverywhere)
        hints.append(tr("Login is offered where a service asks for it: %1.")
                         .arg(base::displayText(server.services.join(", "))));
    return hints.join(u'\n');
}

void CheckerChoice::refresh()
{
    const effective::Values *values = m_context.knowledge.values();
    if (!values)
        return;
    const sasl::Server server = sasl::serverIn(*values);
    const bool isEditable = m_context.session.snapshot().file(model::FileId::MainCf).isEditable();
    for (const auto &[checker, button] : std::as_const(m_buttons)) {
        // Another type is none of them.
        button->setAutoExclusive(false);
        button->setChecked(checker == server.checker);
        button->setEnabled(isEditable);
    }
    for (const auto &[checker, button] : std::as_const(m_buttons))
        button->setAutoExclusive(true);
    m_hint->setText(hint(*values, server));
    m_hint->setVisible(!m_hint->text().isEmpty());
}

void CheckerChoice::choose(PasswordChecker checker)
{
    const effective::Values *values = m_context.knowledge.values();
    if (!values)
        return;
    const sasl::Server before = sasl::serverIn(*values);
    if (before.checker != checker) {
        m_context.session.edit(tr("Choose who checks passwords"),
                               [&](model::Draft &draft) { return sasl::setChecker(draft, checker, before); });
    }
    refresh();
}

} // namespace ui
