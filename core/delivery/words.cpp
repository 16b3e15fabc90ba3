// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/delivery/words.h"

#include <QCoreApplication>

namespace delivery {

namespace {

QString said(const char *text)
{
    return QCoreApplication::translate("delivery", text);
}

QString shown(const QByteArray &bytes)
{
    return QString::fromUtf8(bytes);
}

QString reasonOf(const Node &node)
{
    const QString value = shown(node.value);
    switch (node.why) {
    case Why::None:
        return {};
    case Why::NoSuchUser:
        return said(QT_TRANSLATE_NOOP("delivery", "goes back: there is no alias and no user “%1”"))
            .arg(value);
    case Why::NoSuchMailbox:
        return said(QT_TRANSLATE_NOOP("delivery", "goes back: virtual_mailbox_maps has no such mailbox"));
    case Why::NotInVirtualAliases:
        return said(
            QT_TRANSLATE_NOOP("delivery", "goes back: its domain has only virtual aliases, and none fits"));
    case Why::Relocated:
        return said(QT_TRANSLATE_NOOP("delivery", "goes back, saying that the user has moved to %1"))
            .arg(value);
    case Why::ErrorTransport:
        return node.step == Step::Deferred
            ? said(QT_TRANSLATE_NOOP("delivery", "waits in the queue: %1")).arg(value)
            : said(QT_TRANSLATE_NOOP("delivery", "goes back, saying “%1”")).arg(value);
    case Why::BadAddress:
        return said(QT_TRANSLATE_NOOP("delivery", "goes back: this is no address"));
    case Why::AliasLoop:
        return said(QT_TRANSLATE_NOOP("delivery", "goes back: the alias “%1” leads to itself")).arg(value);
    case Why::ForwardingLoop:
        return said(QT_TRANSLATE_NOOP("delivery", "goes back: the message has been at %1 before")).arg(value);
    case Why::TooManyResults:
        return said(QT_TRANSLATE_NOOP(
            "delivery",
            "is refused for now: there are more addresses than virtual_alias_expansion_limit allows"));
    case Why::TooDeep:
        return said(
            QT_TRANSLATE_NOOP("delivery", "does not arrive: one address leads to another without end"));
    case Why::TooLong:
        return said(QT_TRANSLATE_NOOP(
            "delivery",
            "is refused for now: the address is longer than virtual_alias_address_length_limit allows"));
    case Why::LookupFailed:
        return said(QT_TRANSLATE_NOOP("delivery", "waits: %1")).arg(node.problem);
    case Why::NotAsked:
        return said(QT_TRANSLATE_NOOP("delivery", "can’t be told from here: %1")).arg(node.problem);
    case Why::UsersNotSeen:
        return said(QT_TRANSLATE_NOOP(
                        "delivery", "mailbox %1, if the server has that user, which can’t be seen from here"))
            .arg(value);
    case Why::CommandsForbidden:
        return said(
            QT_TRANSLATE_NOOP("delivery", "goes back: allow_mail_to_commands does not allow commands here"));
    case Why::FilesForbidden:
        return said(
            QT_TRANSLATE_NOOP("delivery", "goes back: allow_mail_to_files does not allow files here"));
    case Why::NoHome:
        return said(QT_TRANSLATE_NOOP("delivery", "goes back: an alias has no home folder"));
    case Why::BadInclude:
        return said(QT_TRANSLATE_NOOP("delivery", "goes back: the path of the list must begin with a slash"));
    case Why::IncludeNotRead:
        return said(QT_TRANSLATE_NOOP("delivery", "the addresses in %1 can’t be seen from here")).arg(value);
    case Why::EmptyAlias:
        return said(QT_TRANSLATE_NOOP("delivery", "waits: the alias names nobody"));
    case Why::NoSuchTransport:
        return said(QT_TRANSLATE_NOOP("delivery", "waits: master.cf has no service “%1”")).arg(value);
    case Why::TransportDeferred:
        return said(QT_TRANSLATE_NOOP("delivery", "waits: defer_transports holds back “%1”")).arg(value);
    case Why::WaitsWithOthers:
        return said(QT_TRANSLATE_NOOP("delivery", "waits with the address that can’t be expanded"));
    case Why::RequiredAlias:
        return said(QT_TRANSLATE_NOOP("delivery", "is thrown away: there is no alias “%1”")).arg(value);
    case Why::TooLarge:
        return said(
            QT_TRANSLATE_NOOP("delivery", "is not followed any further: there are too many addresses"));
    }
    return {};
}

} // namespace

QString words(const Node &node)
{
    const QString value = shown(node.value);
    if (node.isRepeated)
        return said(QT_TRANSLATE_NOOP("delivery", "has the message already"));
    if (node.why != Why::None)
        return reasonOf(node);
    switch (node.step) {
    case Step::Completed:
        return said(QT_TRANSLATE_NOOP("delivery", "is completed"));
    case Step::Canonical:
        return said(QT_TRANSLATE_NOOP("delivery", "is rewritten"));
    case Step::Masqueraded:
        return said(QT_TRANSLATE_NOOP("delivery", "is given the shorter domain"));
    case Step::Virtual:
        return said(QT_TRANSLATE_NOOP("delivery", "virtual alias"));
    case Step::Alias:
        return node.owner.isEmpty()
            ? said(QT_TRANSLATE_NOOP("delivery", "alias"))
            : said(QT_TRANSLATE_NOOP("delivery", "alias, errors go to %1")).arg(shown(node.owner));
    case Step::Include:
        return said(QT_TRANSLATE_NOOP("delivery", "list of addresses"));
    case Step::Resent:
        return said(QT_TRANSLATE_NOOP("delivery", "is sent on as a new message"));
    case Step::LuserRelay:
        return said(QT_TRANSLATE_NOOP("delivery", "no such user: luser_relay takes it"));
    case Step::Mailbox:
        return node.mayForward
            ? said(QT_TRANSLATE_NOOP("delivery",
                                     "mailbox %1, unless the user’s .forward file sends it elsewhere"))
                  .arg(value)
            : said(QT_TRANSLATE_NOOP("delivery", "mailbox %1")).arg(value);
    case Step::Command:
        return said(QT_TRANSLATE_NOOP("delivery", "command: %1")).arg(value);
    case Step::File:
        return said(QT_TRANSLATE_NOOP("delivery", "file %1")).arg(value);
    case Step::Relayed:
        return said(QT_TRANSLATE_NOOP("delivery", "goes to %1")).arg(value);
    case Step::Discarded:
        return said(QT_TRANSLATE_NOOP("delivery", "is thrown away"));
    case Step::Bounced:
        return said(QT_TRANSLATE_NOOP("delivery", "goes back"));
    case Step::Deferred:
        return said(QT_TRANSLATE_NOOP("delivery", "waits"));
    case Step::Unknown:
        return said(QT_TRANSLATE_NOOP("delivery", "can’t be told from here"));
    }
    return {};
}

QString placeOf(const Node &node)
{
    const QByteArray &table = node.row.table;
    if (table.isEmpty())
        return shown(node.row.parameter);
    const QByteArray path = node.row.line > 0 ? table.sliced(table.lastIndexOf(':') + 1) : table;
    return shown(node.row.line > 0 ? path + ':' + QByteArray::number(node.row.line) : path);
}

const char *idOf(Step step)
{
    switch (step) {
    case Step::Completed:
        return "completed";
    case Step::Canonical:
        return "canonical";
    case Step::Masqueraded:
        return "masqueraded";
    case Step::Virtual:
        return "virtual";
    case Step::Alias:
        return "alias";
    case Step::Include:
        return "include";
    case Step::Resent:
        return "resent";
    case Step::LuserRelay:
        return "luser-relay";
    case Step::Mailbox:
        return "mailbox";
    case Step::Command:
        return "command";
    case Step::File:
        return "file";
    case Step::Relayed:
        return "relayed";
    case Step::Discarded:
        return "discarded";
    case Step::Bounced:
        return "bounced";
    case Step::Deferred:
        return "deferred";
    case Step::Unknown:
        return "unknown";
    }
    return "";
}

} // namespace delivery
