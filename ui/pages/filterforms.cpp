// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/filterforms.h"

#include "core/base/displaytext.h"
#include "core/edits/parameteredits.h"
#include "core/filters/contentfilter.h"
#include "core/filters/dnslists.h"
#include "core/filters/milters.h"
#include "core/filters/policies.h"
#include "ui/pages/setupform.h"
#include "ui/session/editsession.h"
#include "ui/session/knowledge.h"
#include "ui/widgets/textlabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QLineEdit>

namespace ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::FilterForms)
};

QByteArray textOf(const QLineEdit *line)
{
    return line->text().trimmed().toUtf8();
}

void clear(const QList<QLineEdit *> &lines)
{
    for (QLineEdit *line : lines)
        line->clear();
}

/// What depends on a choice is asked when that is made.
void askWhen(QComboBox *choice, int wanted, const QList<QWidget *> &fields)
{
    const auto apply = [choice, wanted, fields] {
        for (QWidget *field : fields)
            SetUpForm::setAsked(field, choice->currentIndex() == wanted);
    };
    QObject::connect(choice, &QComboBox::currentIndexChanged, choice, apply);
    apply();
}

/// One milter in words: "127.0.0.1, port 8891 (default_action = accept)".
QString milterWords(const QByteArray &item)
{
    const auto milter = filters::readMilter(item);
    if (!milter)
        return base::displayText(item);
    QString text = milter->endpoint.isSocket()
        ? Words::tr("the socket %1").arg(base::displayText(milter->endpoint.path))
        : Words::tr("%1, port %2")
              .arg(base::displayText(milter->endpoint.host), base::displayText(milter->endpoint.port));
    QStringList settings;
    for (const auto &[name, value] : milter->settings)
        settings.append(base::displayText(name) + QLatin1String(" = ") + base::displayText(value));
    return settings.isEmpty() ? text
                              : QStringLiteral("%1 (%2)").arg(text, settings.join(QLatin1String(", ")));
}

QString orderWords(const model::Snapshot &snapshot, const char *parameter)
{
    QStringList words;
    for (const QByteArray &item : edits::listItemsOf(snapshot, parameter)) {
        //: A place in an order and what stands there
        words.append(Words::tr("%1. %2").arg(words.size() + 1).arg(milterWords(item)));
    }
    return words.join(QLatin1String("  "));
}

} // namespace

QWidget *newMilterOrder(PageContext &context)
{
    auto *label = new TextLabel(TextLabel::Rank::Body, {});
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    const auto refresh = [label, &context] {
        const QString network = orderWords(context.session.snapshot(), "smtpd_milters");
        const QString local = orderWords(context.session.snapshot(), "non_smtpd_milters");
        QStringList lines;
        if (!network.isEmpty())
            lines.append(Words::tr("Mail from the network is shown to: %1").arg(network));
        if (!local.isEmpty())
            lines.append(Words::tr("Mail from this machine is shown to: %1").arg(local));
        label->setText(lines.isEmpty() ? Words::tr("No milter is asked.") : lines.join(u'\n'));
    };
    QObject::connect(&context.session, &EditSession::changed, label, refresh);
    QObject::connect(&context.session, &EditSession::opened, label, refresh);
    refresh();
    return label;
}

QWidget *newMilterForm(PageContext &context)
{
    auto *form = new SetUpForm(Words::tr("Add a milter"), Words::tr("Add Milter"));
    auto *where =
        form->addChoice(Words::tr("It listens at"), {Words::tr("Host and port"), Words::tr("Socket")});
    auto *host = form->addLine(Words::tr("Host"), {}, QStringLiteral("127.0.0.1"), 2);
    auto *port = form->addLine(Words::tr("Port"), QStringLiteral("8891"));
    auto *path =
        form->addLine(Words::tr("File of the socket"), QStringLiteral("/run/opendkim/opendkim.sock"), {}, 3);
    askWhen(where, 0, {host, port});
    askWhen(where, 1, {path});
    form->startRow();
    auto *action = form->addChoice(Words::tr("When it does not answer"),
                                   {Words::tr("as for all milters"), Words::tr("take the mail"),
                                    Words::tr("refuse it for now"), Words::tr("refuse it"),
                                    Words::tr("hold it for a look")});
    static constexpr const char *actions[] = {"", "accept", "tempfail", "reject", "quarantine"};
    const auto refresh = [action, &context] { // settings of one milter came with 3.0
        SetUpForm::setAsked(action, context.knowledge.target() >= catalog::Version{3, 0, 0});
    };
    QObject::connect(&context.knowledge, &Knowledge::targetChanged, form, refresh);
    refresh();
    auto *both = form->addBox(Words::tr("Also for mail from this machine (non_smtpd_milters)"));
    both->setChecked(true);
    QObject::connect(form, &SetUpForm::submitted, form, [=, &context] {
        filters::Milter milter{where->currentIndex() == 0
                                   ? filters::Endpoint{.host = textOf(host), .port = textOf(port)}
                                   : filters::Endpoint{.path = textOf(path)}};
        if (action->currentIndex() > 0 && !action->parentWidget()->isHidden())
            milter.settings.append(
                std::pair(QByteArray("default_action"), QByteArray(actions[action->currentIndex()])));
        const bool isAdded = context.session.edit(Words::tr("Add a Milter"), [&](model::Draft &draft) {
            return filters::addMilter(draft, milter, both->isChecked());
        });
        if (isAdded)
            clear({port, path});
    });
    return form;
}

QWidget *newContentFilterForm(PageContext &context)
{
    auto *form = new SetUpForm(Words::tr("Set up a content filter"), Words::tr("Set Up Filter"));
    auto *kind = form->addChoice(Words::tr("The filter is"),
                                 {Words::tr("a server that speaks SMTP"), Words::tr("a program")});
    auto *name = form->addLine(Words::tr("Name of its service"), QStringLiteral("amavis"), {}, 2);
    form->startRow();
    auto *host = form->addLine(Words::tr("Host"), {}, QStringLiteral("127.0.0.1"), 2);
    auto *port = form->addLine(Words::tr("Port"), {}, QStringLiteral("10024"));
    auto *back = form->addLine(Words::tr("Port for the way back"), {}, QStringLiteral("10025"));
    auto *user = form->addLine(Words::tr("Runs as"), QStringLiteral("debian-spamd"));
    auto *command = form->addLine(
        Words::tr("Command, which ends in sendmail"), {},
        QStringLiteral("/usr/bin/spamc -e /usr/sbin/sendmail -oi -f ${sender} ${recipient}"), 3);
    askWhen(kind, 0, {host, port, back});
    askWhen(kind, 1, {user, command});
    QObject::connect(form, &SetUpForm::submitted, form, [=, &context] {
        const catalog::Reference *reference = context.knowledge.reference();
        if (!reference)
            return;
        filters::ContentFilter filter{.name = textOf(name)};
        if (kind->currentIndex() == 0) {
            filter.endpoint = {.host = textOf(host), .port = textOf(port)};
            filter.returnPort = textOf(back);
        } else {
            filter.user = textOf(user);
            filter.command = textOf(command);
        }
        const bool isSetUp =
            context.session.edit(Words::tr("Set Up a Content Filter"), [&](model::Draft &draft) {
                return filters::setUp(draft, filter, *reference, context.knowledge.target());
            });
        if (isSetUp)
            name->clear();
    });
    return form;
}

QWidget *newPolicyForm(PageContext &context)
{
    auto *form = new SetUpForm(Words::tr("Ask a policy service"), Words::tr("Add Policy Service"));
    auto *kind = form->addChoice(Words::tr("The service is"),
                                 {Words::tr("a program that Postfix starts"), Words::tr("at a host and port"),
                                  Words::tr("at a socket")});
    auto *name = form->addLine(Words::tr("Name of its service"), QStringLiteral("policy-spf"));
    auto *host = form->addLine(Words::tr("Host"), {}, QStringLiteral("127.0.0.1"), 2);
    auto *port = form->addLine(Words::tr("Port"), QStringLiteral("10023"));
    auto *path = form->addLine(Words::tr("File of the socket"), QStringLiteral("private/policy"), {}, 2);
    form->startRow();
    auto *user = form->addLine(Words::tr("Runs as"), QStringLiteral("policyd-spf"));
    auto *command = form->addLine(Words::tr("Command"), QStringLiteral("/usr/bin/policyd-spf"), {}, 2);
    askWhen(kind, 0, {name, user, command});
    askWhen(kind, 1, {host, port});
    askWhen(kind, 2, {path});
    QObject::connect(form, &SetUpForm::submitted, form, [=, &context] {
        if (!context.knowledge.values())
            return;
        const effective::Target target = context.knowledge.values()->target();
        filters::Policy policy;
        if (kind->currentIndex() == 0)
            policy = {.name = textOf(name), .user = textOf(user), .command = textOf(command)};
        else if (kind->currentIndex() == 1)
            policy.endpoint = {.host = textOf(host), .port = textOf(port)};
        else
            policy.endpoint = {.path = textOf(path)};
        // Without its name it would pass for one that runs by itself.
        if (kind->currentIndex() == 0 && policy.name.isEmpty())
            policy.name = "policy";
        const bool isAdded =
            context.session.edit(Words::tr("Add a Policy Service"), [&](model::Draft &draft) {
                return filters::addPolicy(draft, policy, target);
            });
        if (isAdded)
            clear({name, port, path, user, command});
    });
    return form;
}

QWidget *newDnsListForm(PageContext &context)
{
    auto *form = new SetUpForm(Words::tr("Ask a DNS list"), Words::tr("Add DNS List"));
    auto *who = form->addChoice(Words::tr("Asked by"),
                                {Words::tr("postscreen, by weight"), Words::tr("smtpd, which refuses")});
    auto *domain = form->addLine(Words::tr("Domain of the list"), QStringLiteral("zen.example.org"), {}, 2);
    auto *weight = form->addLine(Words::tr("Weight"), {}, QStringLiteral("1"));
    form->startRow();
    auto *answers =
        form->addLine(Words::tr("Answers that count (all, when empty)"), QStringLiteral("127.0.0.[2..11]"));
    askWhen(who, 0, {weight});
    QObject::connect(form, &SetUpForm::submitted, form, [=, &context] {
        if (!context.knowledge.values())
            return;
        const effective::Target target = context.knowledge.values()->target();
        bool isNumber = false;
        const int number = weight->text().trimmed().toInt(&isNumber);
        const filters::DnsList list{textOf(domain), textOf(answers), isNumber ? number : 1};
        const bool isPostscreen = who->currentIndex() == 0;
        const bool isAdded = context.session.edit(Words::tr("Add a DNS List"), [&](model::Draft &draft) {
            return isPostscreen ? filters::addToPostscreen(draft, list)
                                : filters::addToSmtpd(draft, list, target);
        });
        if (isAdded)
            clear({domain, answers});
    });
    return form;
}

} // namespace ui
