// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/parameterfacts.h"

#include "core/base/displaytext.h"
#include "core/values/meaning.h"
#include "ui/forms/fielddomain.h"
#include "ui/grids/parameterwords.h"
#include "ui/session/editsession.h"
#include "ui/session/knowledge.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/spacing.h"
#include "ui/widgets/textlabel.h"

#include <QCoreApplication>
#include <QGridLayout>
#include <QLocale>
#include <QToolButton>

#include <algorithm>

namespace ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ParameterFacts)
};

QString kindText(values::Kind kind)
{
    using values::Kind;
    switch (kind) {
    case Kind::YesNo:
        return Words::tr("yes or no");
    case Kind::Number:
        return Words::tr("a whole number");
    case Kind::Time:
        return Words::tr("a time: a number and s, m, h, d or w");
    case Kind::Size:
        return Words::tr("a number of bytes");
    case Kind::Choice:
        return Words::tr("one of a few values");
    case Kind::ChoiceList:
        return Words::tr("some of a few values");
    case Kind::List:
        return Words::tr("a list, separated by commas or blanks");
    case Kind::Maps:
        return Words::tr("a list of tables, each as type:name");
    case Kind::File:
        return Words::tr("the name of a file");
    case Kind::Folder:
        return Words::tr("the name of a folder");
    case Kind::NextHop:
        return Words::tr("a host, [host] or domain, with or without :port");
    case Kind::Text:
        return Words::tr("text");
    }
    return {};
}

QString limitText(const values::Domain &domain)
{
    const auto amount = [&domain](qint64 limit) {
        return domain.kind == values::Kind::Time ? values::durationText(limit) : QLocale().toString(limit);
    };
    if (domain.min && domain.max)
        return Words::tr("from %1 to %2").arg(amount(*domain.min), amount(*domain.max));
    if (domain.min)
        return Words::tr("%1 or more").arg(amount(*domain.min));
    if (domain.max)
        return Words::tr("%1 or less").arg(amount(*domain.max));
    return {};
}

QString valuesText(const values::Domain &domain)
{
    QStringList lines;
    for (const values::Choice &choice : domain.choices) {
        const QString value = QString::fromUtf8(choice.value);
        lines.append(choice.label.isEmpty()
                         ? value
                         : QStringLiteral("%1 – %2").arg(value, QString::fromUtf8(choice.label)));
    }
    // Values without an explanation fit on one line.
    const bool isPlain = std::none_of(domain.choices.begin(), domain.choices.end(),
                                      [](const values::Choice &choice) { return !choice.label.isEmpty(); });
    return lines.join(isPlain ? QStringLiteral(", ") : QStringLiteral("\n"));
}

QString applyText(catalog::Apply apply)
{
    switch (apply) {
    case catalog::Apply::Automatic:
        return Words::tr("by itself, as processes are started anew");
    case catalog::Apply::Reload:
        return Words::tr("postfix reload");
    case catalog::Apply::StopStart:
        return Words::tr("postfix stop and postfix start");
    case catalog::Apply::SetPermissions:
        return Words::tr("postfix set-permissions");
    case catalog::Apply::NewAliases:
        return Words::tr("newaliases, then postfix reload");
    }
    return {};
}

QString listOf(const QList<QByteArrayView> &names)
{
    QStringList texts;
    for (const QByteArrayView name : names)
        texts.append(QString::fromUtf8(name));
    return texts.join(QStringLiteral(", "));
}

} // namespace

ParameterFacts::ParameterFacts(PageContext &pageContext, QWidget *parent)
    : QWidget(parent), m_context(pageContext)
{
    m_help = new TextLabel(TextLabel::Rank::Body, {});
    m_help->setWordWrap(true);
    m_help->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_grid = new QGridLayout;
    m_grid->setHorizontalSpacing(spacing::fields);
    m_grid->setVerticalSpacing(spacing::tight);
    m_grid->setColumnStretch(1, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(spacing::parts);
    m_manualButton = new QToolButton;
    m_manualButton->setIcon(icon(QStringLiteral("file-text")));
    m_manualButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_manualButton->setAutoRaise(true);
    m_manualButton->setCheckable(true);
    m_manualButton->setFocusPolicy(Qt::TabFocus);
    m_manualButton->setToolTip(tr("Show what the manual on this machine says about it"));
    connect(m_manualButton, &QToolButton::toggled, this, &ParameterFacts::showManual);
    m_manual = new TextLabel(TextLabel::Rank::Body, {});
    m_manual->setWordWrap(true);
    m_manual->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(m_help);
    column->addLayout(m_grid);
    column->addWidget(m_manualButton, 0, Qt::AlignLeft);
    column->addWidget(m_manual);
}

/// The local manual's own words, looked up when somebody wants to see them.
void ParameterFacts::showManual()
{
    const QString &version = m_context.knowledge.manualVersion();
    m_manualButton->setVisible(!m_name.isEmpty() && !version.isEmpty());
    m_manualButton->setText(tr("Manual of Postfix %1 on this machine").arg(version));
    const bool isOpen = m_manualButton->isVisibleTo(this) && m_manualButton->isChecked();
    m_manual->setVisible(isOpen);
    if (!isOpen)
        return;
    const auto section = m_context.knowledge.manual(m_name);
    m_manual->setText(section ? section->plainText() : tr("It says nothing about this parameter."));
}

void ParameterFacts::say(const QString &label, const QString &text)
{
    if (text.isEmpty())
        return;
    if (m_used == m_labels.size()) {
        m_labels.append(new TextLabel(TextLabel::Rank::Muted, {}));
        m_texts.append(new TextLabel(TextLabel::Rank::Body, {}));
        m_labels.last()->setAlignment(Qt::AlignTop | Qt::AlignLeft);
        m_texts.last()->setWordWrap(true);
        m_texts.last()->setTextInteractionFlags(Qt::TextSelectableByMouse);
        m_grid->addWidget(m_labels.last(), m_used, 0);
        m_grid->addWidget(m_texts.last(), m_used, 1);
    }
    m_labels[m_used]->setText(label);
    m_texts[m_used]->setText(text);
    m_labels[m_used]->show();
    m_texts[m_used]->show();
    ++m_used;
}

QString ParameterFacts::defaultText(const QByteArray &name) const
{
    if (!m_context.knowledge.isKnown(name))
        return {};
    const QByteArray value = m_context.knowledge.defaultOf(name);
    if (value.isEmpty())
        return tr("empty");
    const auto expanded = m_context.knowledge.expanded(value);
    if (!expanded || *expanded == value)
        return base::displayText(value);
    //: A default and what it comes to: "$myhostname, which is mail.example.org"
    return tr("%1, which is %2")
        .arg(base::displayText(value),
             expanded->isEmpty() ? tr("empty") : m_context.session.shownValue(name, *expanded));
}

void ParameterFacts::setParameter(const QByteArray &name)
{
    m_used = 0;
    m_name = name;
    const catalog::Facts *facts = name.isEmpty() ? nullptr : m_context.knowledge.facts(name);
    const catalog::Version &target = m_context.knowledge.target();
    m_help->setVisible(!name.isEmpty());
    if (facts) {
        const values::Domain domain = domainOf(facts, target);
        m_help->setText(QString::fromUtf8(facts->help));
        say(tr("Default"), defaultText(name));
        const QString limits = limitText(domain);
        const QString kind = kindText(domain.kind);
        //: What a parameter accepts: "a whole number, 1 or more"
        say(tr("Accepts"), limits.isEmpty() ? kind : tr("%1, %2").arg(kind, limits));
        say(tr("Values"), valuesText(domain));
        say(tr("Forms"), listOf(facts->forms));
        say(tr("Used by"), usersText(*facts));
        say(tr("Counts after"), applyText(facts->apply));
        say(tr("Needs"),
            facts->requiresBuild.isEmpty() ? QString()
                                           : tr("a Postfix built with %1").arg(listOf(facts->requiresBuild)));
        say(tr("Version"), versionHelp(*facts, target));
        if (const catalog::Topic *topic = m_context.knowledge.reference()->topic(facts->topic))
            say(tr("Topic"), QString::fromUtf8(topic->title));
    } else {
        m_help->setText(
            tr("Postfix does not know this name. Its value counts where other settings refer to it "
               "as $%1.")
                .arg(base::displayText(name)));
    }
    showManual();
    for (int i = m_used; i < m_labels.size(); ++i) {
        m_labels[i]->hide();
        m_texts[i]->hide();
    }
}

} // namespace ui
