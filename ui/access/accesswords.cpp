// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/access/accesswords.h"

#include "core/base/displaytext.h"
#include "ui/widgets/icon.h"

namespace ui {

using restrictions::ArgumentProblem;
using restrictions::Form;
using restrictions::List;
using restrictions::Note;
using restrictions::Stage;
using restrictions::Step;
using restrictions::Verdict;

QString AccessWords::title(const List &list)
{
    if (list.kind == List::Kind::Class)
        return tr("Class %1").arg(base::displayText(list.parameter));
    if (list.kind == List::Kind::Part)
        return tr("Steps of $%1").arg(base::displayText(list.parameter));
    switch (list.stage.value_or(Stage::Client)) {
    case Stage::Client:
        return tr("Who connects");
    case Stage::Helo:
        return tr("The name the client says (HELO)");
    case Stage::Etrn:
        return tr("Who may ask for queued mail (ETRN)");
    case Stage::Sender:
        return tr("The sender (MAIL FROM)");
    case Stage::Relay:
        return tr("Relaying (RCPT TO)");
    case Stage::Recipient:
        return tr("The recipient (RCPT TO)");
    case Stage::Data:
        return tr("Before the text (DATA)");
    case Stage::EndOfData:
        return tr("After the text (end of DATA)");
    }
    return {};
}

QString AccessWords::moment(const List &list, bool isDelayed)
{
    if (!list.stage) {
        if (list.users.isEmpty())
            return tr("No list uses it. A table of an access check can name it as its result.");
        QStringList users;
        for (const QByteArray &user : list.users)
            users.append(base::displayText(user));
        //: Where a named group of steps is used: one or more names of lists
        return tr("Used in %1.").arg(users.join(QStringLiteral(", ")));
    }
    switch (*list.stage) {
    case Stage::Client:
        return isDelayed ? tr("About the client, asked at the first recipient (smtpd_delay_reject).")
                         : tr("Asked as soon as a client connects.");
    case Stage::Helo:
        return isDelayed ? tr("About the name in HELO, asked at the first recipient (smtpd_delay_reject).")
                         : tr("Asked when the client says HELO or EHLO.");
    case Stage::Sender:
        return isDelayed ? tr("About the sender, asked at the first recipient (smtpd_delay_reject).")
                         : tr("Asked at MAIL FROM.");
    case Stage::Etrn:
        return tr("Asked when a client says ETRN, and at no other time.");
    case Stage::Relay:
        return tr("Asked for every recipient: who may send to other domains through this server.");
    case Stage::Recipient:
        return tr("Asked for every recipient.");
    case Stage::Data:
        return tr("Asked when the client wants to send the text.");
    case Stage::EndOfData:
        return tr("Asked when the whole text has come in.");
    }
    return {};
}

QString AccessWords::sentence(const Step &step)
{
    const QString does = [&] {
        switch (step.form) {
        case Form::Restriction:
            return base::displayText(step.restriction->help);
        case Form::Class:
            return tr("The steps of this class, shown below.");
        case Form::Part:
            return step.partName().isEmpty() ? tr("Whatever the names in it stand for.")
                                             : tr("The steps that this name stands for.");
        case Form::Table:
            return tr("Looked up with the test that goes with this list.");
        case Form::Unknown:
            break;
        }
        return tr("Shown as it is written.");
    }();
    return step.isWarning && step.form != Form::Unknown ? tr("Only logged, not refused: %1").arg(does) : does;
}

QString AccessWords::verdict(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Neither:
        return {};
    case Verdict::MayPermit:
        return tr("may accept");
    case Verdict::MayReject:
        return tr("may refuse");
    case Verdict::Either:
        return tr("may accept or refuse");
    case Verdict::Permits:
        return tr("accepts the rest");
    case Verdict::Rejects:
        return tr("refuses the rest");
    case Verdict::Fails:
        return tr("fails");
    }
    return {};
}

QIcon AccessWords::verdictIcon(Verdict verdict)
{
    switch (verdict) {
    case Verdict::MayPermit:
    case Verdict::Permits:
        return icon(QStringLiteral("circle-check"), IconColor::Muted);
    case Verdict::MayReject:
    case Verdict::Rejects:
        return icon(QStringLiteral("circle-x"), IconColor::Muted);
    case Verdict::Either:
        return icon(QStringLiteral("circle-help"), IconColor::Muted);
    case Verdict::Fails:
        return icon(QStringLiteral("triangle-alert"), IconColor::Error);
    case Verdict::Neither:
        break;
    }
    return icon(QStringLiteral("circle"), IconColor::Muted);
}

QString AccessWords::note(const Note &note)
{
    const auto name = [&](qsizetype at) { return base::displayText(note.names.value(at)); };
    const QString instead = name(note.kind == Note::Kind::Removed ? 1 : 0);
    switch (note.kind) {
    case Note::Kind::Unreachable:
        return tr("Never asked: “%1” above decides about everything that gets there.").arg(name(0));
    case Note::Kind::Repeated:
        return tr("Without effect: the same step stands above.");
    case Note::Kind::AskedTwice:
        return tr("The same look-up stands above already.");
    case Note::Kind::Unknown:
        return tr("Postfix does not know “%1”: it refuses all mail that gets here, for now.").arg(name(0));
    case Note::Kind::TooNew:
        return tr("Postfix knows this from version %1 on; before, all mail that gets here is refused for "
                  "now.")
            .arg(name(0));
    case Note::Kind::Removed:
        return instead.isEmpty() ? tr("Postfix %1 does not have it any more.").arg(name(0))
                                 : tr("Postfix %1 does not have it any more; use %2.").arg(name(0), instead);
    case Note::Kind::OldName:
        return tr("Outdated: use %1 instead.").arg(instead);
    case Note::Kind::MissingArgument:
        return tr("What has to follow it is missing.");
    case Note::Kind::OddArgument:
        return tr("Postfix takes “%1” as the name of a DNS list here.").arg(name(0));
    case Note::Kind::NotHere:
        return tr("It does nothing in this list.");
    case Note::Kind::TooEarly:
        return tr("It does nothing here: what it asks about is not known yet, since smtpd_delay_reject is "
                  "off.");
    case Note::Kind::NeedsDelay:
        return tr("It works in this list only while smtpd_delay_reject is on.");
    case Note::Kind::NoTableHere:
        return tr("A table needs a word like check_client_access in front of it in this list.");
    case Note::Kind::NoLogin:
        return tr("Without effect: nobody can log in, smtpd_sasl_auth_enable is off.");
    case Note::Kind::Needs:
        return tr("Without effect until %1 is set.").arg(name(0));
    case Note::Kind::HeloOptional:
        return tr("A client that says no name passes: smtpd_helo_required is off.");
    case Note::Kind::Undefined:
        return tr("“%1” has no steps.").arg(name(0));
    case Note::Kind::Loop:
        return tr("“%1” leads back to itself: Postfix gives up, and refuses all mail for now.").arg(name(0));
    case Note::Kind::NoTarget:
        return tr("There is no step behind it to warn of.");
    case Note::Kind::Delayed:
        return {}; // the moment of the list says it
    case Note::Kind::NoRelayGuard:
        return tr("Nothing here or in the recipient list refuses mail for other domains. Add "
                  "reject_unauth_destination: without it smtpd does not start, or anyone may relay.");
    case Note::Kind::ListTooNew:
        return tr("Postfix reads this list from version %1 on.").arg(name(0));
    case Note::Kind::Opaque:
        return tr("Names in this list hold parts of steps. It can only be shown as it is written.");
    }
    return {};
}

QIcon AccessWords::noteIcon(const Note &note)
{
    switch (note.kind) {
    case Note::Kind::Unknown:
    case Note::Kind::TooNew:
    case Note::Kind::Removed:
    case Note::Kind::MissingArgument:
    case Note::Kind::NoTableHere:
    case Note::Kind::Loop:
    case Note::Kind::NoRelayGuard:
        return icon(QStringLiteral("circle-x"), IconColor::Error);
    case Note::Kind::Unreachable:
    case Note::Kind::Repeated:
    case Note::Kind::OddArgument:
    case Note::Kind::NotHere:
    case Note::Kind::TooEarly:
    case Note::Kind::NoLogin:
    case Note::Kind::Needs:
    case Note::Kind::Undefined:
    case Note::Kind::NoTarget:
    case Note::Kind::OldName:
        return icon(QStringLiteral("triangle-alert"), IconColor::Warning);
    case Note::Kind::AskedTwice:
    case Note::Kind::NeedsDelay:
    case Note::Kind::HeloOptional:
    case Note::Kind::Delayed:
    case Note::Kind::ListTooNew:
    case Note::Kind::Opaque:
        break;
    }
    return icon(QStringLiteral("info"), IconColor::Info);
}

QString AccessWords::problem(ArgumentProblem problem)
{
    switch (problem) {
    case ArgumentProblem::None:
        return {};
    case ArgumentProblem::Missing:
        return tr("Say what it is to look at.");
    case ArgumentProblem::SeveralItems:
        return tr("This would be more than one word: put { } around it, or leave out blanks and commas.");
    case ArgumentProblem::OpenBrace:
        return tr("A brace is not closed.");
    case ArgumentProblem::NoColon:
        return tr("The type is missing in front: hash:/etc/postfix/table, inet:host:port.");
    case ArgumentProblem::BlankBehindColon:
        return tr("There must be no blank behind the colon.");
    case ArgumentProblem::UnknownType:
        return tr("This version of Postfix has no such type of table.");
    case ArgumentProblem::NoName:
        return tr("There is nothing behind the colon.");
    case ArgumentProblem::UnknownEndpoint:
        return tr("A policy server is at inet:host:port or unix:path.");
    case ArgumentProblem::NoPort:
        return tr("Host and port are needed: inet:127.0.0.1:10023.");
    case ArgumentProblem::NotDomain:
        return tr("The domain of a DNS list is needed, like zen.example.org.");
    case ArgumentProblem::NotNumber:
        return tr("A number of seconds is needed.");
    case ArgumentProblem::BracesTooNew:
        return tr("This version of Postfix does not know { } here.");
    }
    return {};
}

QString AccessWords::example(const catalog::Restriction &restriction)
{
    switch (restriction.argument) {
    case catalog::Argument::Table:
        return QStringLiteral("hash:/etc/postfix/access");
    case catalog::Argument::BlockList:
        return QStringLiteral("zen.example.org");
    case catalog::Argument::Service:
        return QStringLiteral("unix:private/policy");
    case catalog::Argument::Seconds:
        return QStringLiteral("5");
    case catalog::Argument::None:
        break;
    }
    return {};
}

QString AccessWords::argumentName(catalog::Argument argument)
{
    switch (argument) {
    case catalog::Argument::Table:
        return tr("Table");
    case catalog::Argument::BlockList:
        return tr("DNS list");
    case catalog::Argument::Service:
        return tr("Policy server");
    case catalog::Argument::Seconds:
        return tr("Seconds");
    case catalog::Argument::None:
        break;
    }
    return {};
}

} // namespace ui
