// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/tables/meanings.h"

#include "core/base/displaytext.h"

#include <QCoreApplication>

#include <algorithm>

namespace ui {

namespace {

using lookup::KeyOrder;

constexpr Meaning meanings[] = {
    {"", QT_TRANSLATE_NOOP("tables", "Table"), QT_TRANSLATE_NOOP("tables", "Key"),
     QT_TRANSLATE_NOOP("tables", "Value"), QT_TRANSLATE_NOOP("tables", "key"),
     QT_TRANSLATE_NOOP("tables", "value")},
    {"access", QT_TRANSLATE_NOOP("tables", "Access rules"),
     QT_TRANSLATE_NOOP("tables", "Client, address or name"), QT_TRANSLATE_NOOP("tables", "Action"),
     QT_TRANSLATE_NOOP("tables", "ann@example.org or example.org"), QT_TRANSLATE_NOOP("tables", "REJECT")},
    {"addresses", QT_TRANSLATE_NOOP("tables", "Networks"), QT_TRANSLATE_NOOP("tables", "Address or network"),
     QT_TRANSLATE_NOOP("tables", "Any word"), QT_TRANSLATE_NOOP("tables", "192.0.2.0/24"),
     QT_TRANSLATE_NOOP("tables", "OK")},
    {"address_list", QT_TRANSLATE_NOOP("tables", "Networks"),
     QT_TRANSLATE_NOOP("tables", "Address or network"), QT_TRANSLATE_NOOP("tables", "Any word"),
     QT_TRANSLATE_NOOP("tables", "192.0.2.0/24"), QT_TRANSLATE_NOOP("tables", "OK")},
    {"aliases", QT_TRANSLATE_NOOP("tables", "Local aliases"), QT_TRANSLATE_NOOP("tables", "Name"),
     QT_TRANSLATE_NOOP("tables", "Targets"), QT_TRANSLATE_NOOP("tables", "postmaster"),
     QT_TRANSLATE_NOOP("tables", "ann, bob@example.net")},
    {"bcc", QT_TRANSLATE_NOOP("tables", "Copies of mail"), QT_TRANSLATE_NOOP("tables", "Address"),
     QT_TRANSLATE_NOOP("tables", "Copy to"), QT_TRANSLATE_NOOP("tables", "ann@example.org or @example.org"),
     QT_TRANSLATE_NOOP("tables", "archive@example.org")},
    {"bdb_mapping", QT_TRANSLATE_NOOP("tables", "Table types in place of others"),
     QT_TRANSLATE_NOOP("tables", "Type or table"), QT_TRANSLATE_NOOP("tables", "Table type"),
     QT_TRANSLATE_NOOP("tables", "hash"), QT_TRANSLATE_NOOP("tables", "lmdb")},
    {"body_checks", QT_TRANSLATE_NOOP("tables", "Body checks"), QT_TRANSLATE_NOOP("tables", "Pattern"),
     QT_TRANSLATE_NOOP("tables", "Action"), QT_TRANSLATE_NOOP("tables", "/lottery/"),
     QT_TRANSLATE_NOOP("tables", "REJECT")},
    {"cache", QT_TRANSLATE_NOOP("tables", "Cache that Postfix keeps"), QT_TRANSLATE_NOOP("tables", "Key"),
     QT_TRANSLATE_NOOP("tables", "Value"), QT_TRANSLATE_NOOP("tables", "key"),
     QT_TRANSLATE_NOOP("tables", "value")},
    {"canonical", QT_TRANSLATE_NOOP("tables", "Addresses rewritten"), QT_TRANSLATE_NOOP("tables", "Address"),
     QT_TRANSLATE_NOOP("tables", "Becomes"), QT_TRANSLATE_NOOP("tables", "ann or @old.example.org"),
     QT_TRANSLATE_NOOP("tables", "ann.lee@example.org")},
    {"command_filter", QT_TRANSLATE_NOOP("tables", "Commands of clients rewritten"),
     QT_TRANSLATE_NOOP("tables", "Command"), QT_TRANSLATE_NOOP("tables", "Becomes"),
     QT_TRANSLATE_NOOP("tables", "/^HELP/"), QT_TRANSLATE_NOOP("tables", "NOOP")},
    {"delivery_status_filter", QT_TRANSLATE_NOOP("tables", "Delivery reports rewritten"),
     QT_TRANSLATE_NOOP("tables", "Report"), QT_TRANSLATE_NOOP("tables", "Becomes"),
     QT_TRANSLATE_NOOP("tables", "/^4(\\.4\\.1 .*)/"), QT_TRANSLATE_NOOP("tables", "5$1")},
    {"dns_reply_filter", QT_TRANSLATE_NOOP("tables", "Answers of name servers filtered"),
     QT_TRANSLATE_NOOP("tables", "Record"), QT_TRANSLATE_NOOP("tables", "Action"),
     QT_TRANSLATE_NOOP("tables", "/^\\S+\\s+\\S+\\s+\\S+\\s+AAAA\\s+/"),
     QT_TRANSLATE_NOOP("tables", "IGNORE")},
    {"dnsbl_reply", QT_TRANSLATE_NOOP("tables", "Names of block lists for others to see"),
     QT_TRANSLATE_NOOP("tables", "Block list"), QT_TRANSLATE_NOOP("tables", "Shown name"),
     QT_TRANSLATE_NOOP("tables", "secret.zen.example.org"), QT_TRANSLATE_NOOP("tables", "zen.example.org")},
    {"domains", QT_TRANSLATE_NOOP("tables", "Domains"), QT_TRANSLATE_NOOP("tables", "Domain"),
     QT_TRANSLATE_NOOP("tables", "Any word"), QT_TRANSLATE_NOOP("tables", "example.org"),
     QT_TRANSLATE_NOOP("tables", "OK")},
    {"ehlo_keywords", QT_TRANSLATE_NOOP("tables", "EHLO keywords left out"),
     QT_TRANSLATE_NOOP("tables", "Client"), QT_TRANSLATE_NOOP("tables", "Keywords"),
     QT_TRANSLATE_NOOP("tables", "192.0.2.1"), QT_TRANSLATE_NOOP("tables", "silent-discard, starttls")},
    {"generic", QT_TRANSLATE_NOOP("tables", "Addresses rewritten on the way out"),
     QT_TRANSLATE_NOOP("tables", "Address"), QT_TRANSLATE_NOOP("tables", "Becomes"),
     QT_TRANSLATE_NOOP("tables", "ann@localdomain.local"),
     QT_TRANSLATE_NOOP("tables", "ann.lee@example.org")},
    {"header_checks", QT_TRANSLATE_NOOP("tables", "Header checks"), QT_TRANSLATE_NOOP("tables", "Pattern"),
     QT_TRANSLATE_NOOP("tables", "Action"), QT_TRANSLATE_NOOP("tables", "/^Subject: .*lottery/"),
     QT_TRANSLATE_NOOP("tables", "REJECT")},
    {"local_login_sender", QT_TRANSLATE_NOOP("tables", "Senders by login name"),
     QT_TRANSLATE_NOOP("tables", "Login"), QT_TRANSLATE_NOOP("tables", "Sender addresses"),
     QT_TRANSLATE_NOOP("tables", "ann"), QT_TRANSLATE_NOOP("tables", "ann@example.org")},
    {"mailbox_command", QT_TRANSLATE_NOOP("tables", "Delivery commands by user"),
     QT_TRANSLATE_NOOP("tables", "User"), QT_TRANSLATE_NOOP("tables", "Command"),
     QT_TRANSLATE_NOOP("tables", "ann"), QT_TRANSLATE_NOOP("tables", "/usr/bin/procmail")},
    {"mailbox_transport", QT_TRANSLATE_NOOP("tables", "Delivery by user"),
     QT_TRANSLATE_NOOP("tables", "User"), QT_TRANSLATE_NOOP("tables", "Transport"),
     QT_TRANSLATE_NOOP("tables", "ann"), QT_TRANSLATE_NOOP("tables", "lmtp:unix:private/lmtp")},
    {"milter_header_checks", QT_TRANSLATE_NOOP("tables", "Checks of headers that milters add"),
     QT_TRANSLATE_NOOP("tables", "Pattern"), QT_TRANSLATE_NOOP("tables", "Action"),
     QT_TRANSLATE_NOOP("tables", "/^X-Spam: yes/"), QT_TRANSLATE_NOOP("tables", "REJECT")},
    {"milter_map", QT_TRANSLATE_NOOP("tables", "Milters by client"), QT_TRANSLATE_NOOP("tables", "Client"),
     QT_TRANSLATE_NOOP("tables", "Milters"), QT_TRANSLATE_NOOP("tables", "192.0.2.0/24"),
     QT_TRANSLATE_NOOP("tables", "DISABLE")},
    {"names", QT_TRANSLATE_NOOP("tables", "Names"), QT_TRANSLATE_NOOP("tables", "Name"),
     QT_TRANSLATE_NOOP("tables", "Any word"), QT_TRANSLATE_NOOP("tables", "name"),
     QT_TRANSLATE_NOOP("tables", "OK")},
    {"pix_workarounds", QT_TRANSLATE_NOOP("tables", "Workarounds by server"),
     QT_TRANSLATE_NOOP("tables", "Server"), QT_TRANSLATE_NOOP("tables", "Workarounds"),
     QT_TRANSLATE_NOOP("tables", "192.0.2.1"), QT_TRANSLATE_NOOP("tables", "delay_dotcrlf")},
    {"postscreen_access", QT_TRANSLATE_NOOP("tables", "Clients allowed or refused at once"),
     QT_TRANSLATE_NOOP("tables", "Network"), QT_TRANSLATE_NOOP("tables", "Action"),
     QT_TRANSLATE_NOOP("tables", "192.0.2.0/24"), QT_TRANSLATE_NOOP("tables", "reject")},
    {"rbl_reply", QT_TRANSLATE_NOOP("tables", "Replies by block list"),
     QT_TRANSLATE_NOOP("tables", "Block list"), QT_TRANSLATE_NOOP("tables", "Reply"),
     QT_TRANSLATE_NOOP("tables", "zen.example.org"),
     QT_TRANSLATE_NOOP("tables", "$rbl_code Service unavailable")},
    {"recipient_list", QT_TRANSLATE_NOOP("tables", "Recipients that exist"),
     QT_TRANSLATE_NOOP("tables", "Address"), QT_TRANSLATE_NOOP("tables", "Any word"),
     QT_TRANSLATE_NOOP("tables", "ann@example.org or @example.org"), QT_TRANSLATE_NOOP("tables", "OK")},
    {"reject_filter", QT_TRANSLATE_NOOP("tables", "Replies to clients rewritten"),
     QT_TRANSLATE_NOOP("tables", "Reply"), QT_TRANSLATE_NOOP("tables", "Becomes"),
     QT_TRANSLATE_NOOP("tables", "/^550 (.*)/"), QT_TRANSLATE_NOOP("tables", "450 $1")},
    {"reject_footer", QT_TRANSLATE_NOOP("tables", "Footers of replies"), QT_TRANSLATE_NOOP("tables", "Reply"),
     QT_TRANSLATE_NOOP("tables", "Footer"), QT_TRANSLATE_NOOP("tables", "/^5/"),
     QT_TRANSLATE_NOOP("tables", "See example.org/help")},
    {"relocated", QT_TRANSLATE_NOOP("tables", "Users who have moved"), QT_TRANSLATE_NOOP("tables", "Address"),
     QT_TRANSLATE_NOOP("tables", "Moved to"), QT_TRANSLATE_NOOP("tables", "ann@example.org"),
     QT_TRANSLATE_NOOP("tables", "ann@example.net")},
    {"reply_filter", QT_TRANSLATE_NOOP("tables", "Replies of servers rewritten"),
     QT_TRANSLATE_NOOP("tables", "Reply"), QT_TRANSLATE_NOOP("tables", "Becomes"),
     QT_TRANSLATE_NOOP("tables", "/^5/"), QT_TRANSLATE_NOOP("tables", "450 $0")},
    {"requiretls_policy", QT_TRANSLATE_NOOP("tables", "REQUIRETLS by destination"),
     QT_TRANSLATE_NOOP("tables", "Destination"), QT_TRANSLATE_NOOP("tables", "Policy"),
     QT_TRANSLATE_NOOP("tables", "example.org"), QT_TRANSLATE_NOOP("tables", "enforce")},
    {"sasl_passwd", QT_TRANSLATE_NOOP("tables", "Passwords by server"),
     QT_TRANSLATE_NOOP("tables", "Server or sender"), QT_TRANSLATE_NOOP("tables", "User and password"),
     QT_TRANSLATE_NOOP("tables", "[mail.example.org]:587"), QT_TRANSLATE_NOOP("tables", "user:password")},
    {"sender_login", QT_TRANSLATE_NOOP("tables", "Sender addresses and their owners"),
     QT_TRANSLATE_NOOP("tables", "Sender address"), QT_TRANSLATE_NOOP("tables", "Logins that own it"),
     QT_TRANSLATE_NOOP("tables", "ann@example.org"), QT_TRANSLATE_NOOP("tables", "ann, office")},
    {"sender_relayhost", QT_TRANSLATE_NOOP("tables", "Relay hosts by sender"),
     QT_TRANSLATE_NOOP("tables", "Sender"), QT_TRANSLATE_NOOP("tables", "Relay host"),
     QT_TRANSLATE_NOOP("tables", "ann@example.org or @example.org"),
     QT_TRANSLATE_NOOP("tables", "[mail.example.net]:587")},
    {"sender_transport", QT_TRANSLATE_NOOP("tables", "Transports by sender"),
     QT_TRANSLATE_NOOP("tables", "Sender"), QT_TRANSLATE_NOOP("tables", "Transport"),
     QT_TRANSLATE_NOOP("tables", "ann@example.org or @example.org"),
     QT_TRANSLATE_NOOP("tables", "smtp:[mail.example.net]:587")},
    {"smtp_header_checks", QT_TRANSLATE_NOOP("tables", "Checks of mail on the way out"),
     QT_TRANSLATE_NOOP("tables", "Pattern"), QT_TRANSLATE_NOOP("tables", "Action"),
     QT_TRANSLATE_NOOP("tables", "/^Received:/"), QT_TRANSLATE_NOOP("tables", "IGNORE")},
    {"tls_clientcerts", QT_TRANSLATE_NOOP("tables", "Client certificates that may relay"),
     QT_TRANSLATE_NOOP("tables", "Fingerprint"), QT_TRANSLATE_NOOP("tables", "Name"),
     QT_TRANSLATE_NOOP("tables", "AB:CD:…"), QT_TRANSLATE_NOOP("tables", "laptop of Ann")},
    {"tls_loglevel", QT_TRANSLATE_NOOP("tables", "TLS logging by client or server"),
     QT_TRANSLATE_NOOP("tables", "Client or server"), QT_TRANSLATE_NOOP("tables", "Level"),
     QT_TRANSLATE_NOOP("tables", "192.0.2.1"), QT_TRANSLATE_NOOP("tables", "1")},
    {"tls_per_site", QT_TRANSLATE_NOOP("tables", "TLS by host (old style)"),
     QT_TRANSLATE_NOOP("tables", "Host"), QT_TRANSLATE_NOOP("tables", "Level"),
     QT_TRANSLATE_NOOP("tables", "mail.example.org"), QT_TRANSLATE_NOOP("tables", "MUST")},
    {"tls_policy", QT_TRANSLATE_NOOP("tables", "TLS by destination"),
     QT_TRANSLATE_NOOP("tables", "Destination"), QT_TRANSLATE_NOOP("tables", "Level"),
     QT_TRANSLATE_NOOP("tables", "[mail.example.org]:587"), QT_TRANSLATE_NOOP("tables", "secure")},
    {"tls_sni", QT_TRANSLATE_NOOP("tables", "Certificates by name"), QT_TRANSLATE_NOOP("tables", "Name"),
     QT_TRANSLATE_NOOP("tables", "Files"), QT_TRANSLATE_NOOP("tables", "mail.example.org"),
     QT_TRANSLATE_NOOP("tables", "/etc/ssl/key.pem, /etc/ssl/chain.pem")},
    {"transport", QT_TRANSLATE_NOOP("tables", "Routes by recipient"),
     QT_TRANSLATE_NOOP("tables", "Recipient or domain"), QT_TRANSLATE_NOOP("tables", "Route"),
     QT_TRANSLATE_NOOP("tables", "example.org, .example.org or ann@example.org"),
     QT_TRANSLATE_NOOP("tables", "smtp:[mail.example.net]:25")},
    {"virtual", QT_TRANSLATE_NOOP("tables", "Virtual aliases"), QT_TRANSLATE_NOOP("tables", "Address"),
     QT_TRANSLATE_NOOP("tables", "Stands for"),
     QT_TRANSLATE_NOOP("tables", "info@example.org or @example.org"),
     QT_TRANSLATE_NOOP("tables", "ann@example.net, bob")},
    {"virtual_gid", QT_TRANSLATE_NOOP("tables", "Groups of mailboxes"),
     QT_TRANSLATE_NOOP("tables", "Address"), QT_TRANSLATE_NOOP("tables", "Group number"),
     QT_TRANSLATE_NOOP("tables", "ann@example.org"), QT_TRANSLATE_NOOP("tables", "5000")},
    {"virtual_mailbox", QT_TRANSLATE_NOOP("tables", "Mailboxes"), QT_TRANSLATE_NOOP("tables", "Address"),
     QT_TRANSLATE_NOOP("tables", "Mailbox"), QT_TRANSLATE_NOOP("tables", "ann@example.org"),
     QT_TRANSLATE_NOOP("tables", "example.org/ann/")},
    {"virtual_uid", QT_TRANSLATE_NOOP("tables", "Users of mailboxes"), QT_TRANSLATE_NOOP("tables", "Address"),
     QT_TRANSLATE_NOOP("tables", "User number"), QT_TRANSLATE_NOOP("tables", "ann@example.org"),
     QT_TRANSLATE_NOOP("tables", "5000")},
};

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(tables)
};

QString orderSentence(KeyOrder order)
{
    switch (order) {
    case KeyOrder::Address:
        return Words::tr("Asked for user+extension@domain, user@domain, the user alone if the "
                         "domain is this server’s, and @domain.");
    case KeyOrder::Mailbox:
        return Words::tr("Asked for user+extension@domain, user@domain and @domain.");
    case KeyOrder::LocalPart:
        return Words::tr("Asked for user+extension and user, without the domain.");
    case KeyOrder::Transport:
        return Words::tr("Asked for user+extension@domain, user@domain, the domain, its parents, and *.");
    case KeyOrder::AccessAddress:
        return Words::tr("Asked for user@domain, the domain and its parents, and user@.");
    case KeyOrder::AccessName:
        return Words::tr("Asked for the name and its parent domains.");
    case KeyOrder::AccessClient:
        return Words::tr(
            "Asked for the client’s name and its parent domains, then for its address and its networks.");
    case KeyOrder::NextHop:
        return Words::tr("Asked for the destination as it is written, with brackets and port, "
                         "then for its parent domains, each with a dot in front.");
    case KeyOrder::Login:
        return Words::tr(
            "Asked for the sender where that is switched on, then for the server as it is written.");
    case KeyOrder::Whole:
        break;
    }
    return {};
}

} // namespace

const Meaning &meaningOf(QByteArrayView id)
{
    const auto *const found =
        std::ranges::find_if(meanings, [&](const Meaning &one) { return id == QByteArrayView(one.id); });
    return found == std::end(meanings) ? meanings[0] : *found;
}

QString meaningTitle(const tables::UsedTable &table)
{
    return Words::tr(meaningOf(table.meaning).title);
}

QString lookupSentence(const tables::UsedTable &table)
{
    const QByteArray &type = table.table.type;
    if (type == "cidr")
        return Words::tr("The first network that the address is in decides, from top to bottom.");
    if (tables::isOrdered(type))
        return Words::tr("The first pattern that fits decides, from top to bottom.");
    QStringList sentences;
    for (const tables::Use &use : table.uses) {
        if (use.order && sentences.isEmpty())
            sentences.append(orderSentence(*use.order));
    }
    if (tables::foldsKeys(type))
        sentences.append(Words::tr("Capital and small letters in keys are the same."));
    sentences.removeAll(QString());
    return sentences.join(u' ');
}

QString useText(const tables::Use &use)
{
    QString text = base::displayText(use.parameter);
    if (!use.restriction.isEmpty())
        text = Words::tr("%1 (%2)").arg(text, base::displayText(use.restriction));
    if (!use.service.isEmpty()) {
        //: A parameter and the service of master.cf that sets it for itself
        text = Words::tr("%1 of %2").arg(text, base::displayText(use.service));
    }
    if (use.isDefault)
        text = Words::tr("%1 (default)").arg(text);
    return text;
}

} // namespace ui
