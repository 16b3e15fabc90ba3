// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/addressclasses.h"

#include "core/base/displaytext.h"
#include "core/routing/moving.h"
#include "ui/session/editsession.h"
#include "ui/session/knowledge.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/spacing.h"
#include "ui/widgets/textlabel.h"

#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

using routing::AddressClass;
using routing::ClassKind;

namespace {

QString titleOf(ClassKind kind)
{
    switch (kind) {
    case ClassKind::Local:
        return AddressClasses::tr("Local domains");
    case ClassKind::VirtualAlias:
        return AddressClasses::tr("Virtual alias domains");
    case ClassKind::VirtualMailbox:
        return AddressClasses::tr("Virtual mailbox domains");
    case ClassKind::Relay:
        return AddressClasses::tr("Relay domains");
    case ClassKind::Default:
        break;
    }
    return AddressClasses::tr("All other domains");
}

QString purposeOf(ClassKind kind)
{
    switch (kind) {
    case ClassKind::Local:
        return AddressClasses::tr("accounts and aliases of this machine");
    case ClassKind::VirtualAlias:
        return AddressClasses::tr("every address stands for another one");
    case ClassKind::VirtualMailbox:
        return AddressClasses::tr("mailboxes that are no accounts of this machine");
    case ClassKind::Relay:
        return AddressClasses::tr("taken here and handed on");
    case ClassKind::Default:
        break;
    }
    return AddressClasses::tr("only for those who may relay");
}

QString domainsText(const AddressClass &shown)
{
    constexpr qsizetype most = 20;
    QStringList names;
    for (const routing::Domain &domain : shown.domains) {
        const QString name = base::displayText(domain.name);
        if (!names.contains(name))
            names.append(name);
        if (names.size() == most)
            break;
    }
    if (shown.domains.size() > most)
        names.append(AddressClasses::tr("%n in all", nullptr, static_cast<int>(shown.domains.size())));
    for (const QByteArray &table : shown.unseen) {
        //: A table whose domains can't be seen
        names.append(AddressClasses::tr("those in %1").arg(base::displayText(table)));
    }
    return names.isEmpty() ? AddressClasses::tr("None.") : names.join(QLatin1String(", "));
}

} // namespace

AddressClasses::AddressClasses(PageContext &context, QWidget *parent) : QWidget(parent), m_context(context)
{
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins({});
    m_column->setSpacing(spacing::parts);
    m_column->addWidget(new TextLabel(TextLabel::Rank::Heading, tr("Whose mail it is")));
    auto *note = new TextLabel(
        TextLabel::Rank::Muted,
        tr("Postfix looks for the domain of a recipient in these places, one after the other."));
    note->setWordWrap(true);
    m_column->addWidget(note);
    setAccessibleName(tr("Whose mail it is"));
    connect(&context.knowledge, &Knowledge::changed, this, [this] {
        m_isStale = true;
        if (isVisible())
            refresh();
    });
}

void AddressClasses::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_isStale)
        refresh();
}

void AddressClasses::refresh()
{
    m_isStale = false;
    const effective::Values *values = m_context.knowledge.values();
    if (!values)
        return;
    const QList<AddressClass> classes = routing::addressClasses(*values);
    QStringList said;
    for (const AddressClass &one : classes) {
        said += {domainsText(one), recipientsText(one), deliveryText(one)};
        for (const routing::Domain &domain : one.domains) {
            if (!domain.alsoIn.isEmpty())
                said.append(base::displayText(domain.name));
        }
    }
    if (m_cards && m_shown == said.join(u'\n'))
        return;
    m_shown = said.join(u'\n');
    if (m_cards) {
        m_cards->hide();
        m_cards->deleteLater();
    }
    m_cards = new QWidget;
    auto *column = new QVBoxLayout(m_cards);
    column->setContentsMargins({});
    column->setSpacing(spacing::parts);
    int number = 0;
    for (const AddressClass &one : classes)
        column->addWidget(newCard(one, ++number));
    m_column->addWidget(m_cards);
}

QWidget *AddressClasses::newCard(const AddressClass &shown, int number)
{
    auto *card = new QFrame;
    card->setFrameShape(QFrame::StyledPanel);
    card->setAccessibleName(titleOf(shown.kind));
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(spacing::fields, spacing::parts, spacing::fields, spacing::parts);
    column->setSpacing(spacing::tight);
    auto *head = new QHBoxLayout;
    head->setSpacing(spacing::parts);
    //: The place in an order, and what stands there: "2. Virtual alias domains"
    head->addWidget(
        new TextLabel(TextLabel::Rank::Heading, tr("%1. %2").arg(number).arg(titleOf(shown.kind))));
    auto *purpose = new TextLabel(TextLabel::Rank::Muted, purposeOf(shown.kind));
    purpose->setWordWrap(true);
    head->addWidget(purpose, 1);
    column->addLayout(head);
    const auto add = [column](TextLabel::Rank rank, const QString &text) {
        auto *label = new TextLabel(rank, text);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        column->addWidget(label);
    };
    if (shown.kind != ClassKind::Default)
        add(TextLabel::Rank::Body, domainsText(shown));
    const bool isUsed =
        !shown.domains.isEmpty() || !shown.unseen.isEmpty() || shown.kind == ClassKind::Default;
    if (isUsed) {
        add(TextLabel::Rank::Small, recipientsText(shown));
        add(TextLabel::Rank::Small, deliveryText(shown));
    }
    constexpr int most = 5;
    int conflicts = 0;
    for (const routing::Domain &domain : shown.domains) {
        if (!domain.alsoIn.isEmpty() && conflicts++ < most)
            column->addWidget(newConflict(domain, shown.kind));
    }
    if (conflicts > most)
        add(TextLabel::Rank::Small, tr("%n of these domains are in another place too.", nullptr, conflicts));
    return card;
}

QWidget *AddressClasses::newConflict(const routing::Domain &domain, ClassKind kind)
{
    const QString name = base::displayText(domain.name);
    QStringList others;
    for (const ClassKind other : domain.alsoIn)
        others.append(titleOf(other));
    auto *line = new QWidget;
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins({});
    row->setSpacing(spacing::parts);
    auto *sign = new QLabel;
    const int size = fontMetrics().height();
    sign->setPixmap(icon(QStringLiteral("triangle-alert"), IconColor::Warning).pixmap(size, size));
    row->addWidget(sign, 0, Qt::AlignTop);
    auto *text = new TextLabel(
        TextLabel::Rank::Body,
        //: A domain, and other groups of domains that have it as well
        tr("%1 is also among: %2. Only the first place counts.").arg(name, others.join(QLatin1String(", "))));
    text->setWordWrap(true);
    row->addWidget(text, 1);
    auto *button = new QPushButton(tr("Keep Only Here"));
    button->setAccessibleName(tr("Keep %1 only in: %2").arg(name, titleOf(kind)));
    button->setToolTip(tr("Takes %1 out of the other places").arg(name));
    connect(button, &QPushButton::clicked, this, [this, kind, key = domain.name] { keep(kind, key); });
    row->addWidget(button, 0, Qt::AlignTop);
    return line;
}

void AddressClasses::keep(ClassKind kind, const QByteArray &domain)
{
    const effective::Values *values = m_context.knowledge.values();
    if (!values)
        return;
    const effective::Target target = values->target();
    m_context.session.edit(
        tr("Keep %1 in: %2").arg(base::displayText(domain), titleOf(kind)),
        [&](model::Draft &draft) { return routing::moveDomain(draft, target, kind, domain); });
}

QString AddressClasses::recipientsText(const AddressClass &shown) const
{
    const char *name = routing::recipientsParameter(shown.kind);
    if (!name)
        return tr("Recipients: whoever has them decides.");
    const QString parameter = QString::fromLatin1(name);
    if (shown.recipients.isEmpty() && shown.kind == ClassKind::VirtualAlias)
        return tr("Recipients: none, since %1 is empty. All mail is refused.").arg(parameter);
    if (shown.recipients.isEmpty())
        return tr("Recipients: %1 is empty, so any address is accepted, and mail for nobody bounces later.")
            .arg(parameter);
    return tr("Recipients: those in %1 = %2").arg(parameter, base::displayText(shown.recipients));
}

QString AddressClasses::deliveryText(const AddressClass &shown) const
{
    if (shown.kind == ClassKind::VirtualAlias)
        return tr("Delivered: to the addresses that they stand for, wherever those are.");
    QString by = tr("Delivered by %1 (%2)")
                     .arg(base::displayText(shown.transport),
                          QString::fromLatin1(routing::transportParameter(shown.kind)));
    if (shown.kind != ClassKind::Default)
        return by;
    const auto relay = m_context.knowledge.values()->value("relayhost");
    const QByteArray host = relay ? relay->expanded.trimmed() : QByteArray();
    return host.isEmpty() ? tr("%1, straight to the servers of each domain").arg(by)
                          : tr("%1 by way of %2 (relayhost)").arg(by, base::displayText(host));
}

} // namespace ui
