// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lookup/site.h"
#include "core/model/draft.h"
#include "tests/support/conversation.h"
#include "tests/support/installedpostfix.h"
#include "tests/support/keyrecorder.h"

#include <QTest>

#include <algorithm>

using support::Conversation;
using support::InstalledPostfix;

namespace {

/// Parameters whose tables are asked when mail is on its way. local(8) and virtual(8) trust no table of
/// another program.
const QByteArrayList mailParameters{"canonical_maps",
                                    "sender_canonical_maps",
                                    "recipient_canonical_maps",
                                    "virtual_alias_maps",
                                    "sender_bcc_maps",
                                    "recipient_bcc_maps",
                                    "transport_maps",
                                    "relocated_maps",
                                    "sender_dependent_relayhost_maps",
                                    "sender_dependent_default_transport_maps"};
/// Those of smtpd(8), and restrictions.
const QByteArrayList serverParameters{"local_recipient_maps",   "relay_recipient_maps",
                                      "check_client_access",    "check_reverse_client_hostname_access",
                                      "check_helo_access",      "check_sender_access",
                                      "check_recipient_access", "check_etrn_access",
                                      "virtual_mailbox_maps",   "smtpd_sender_login_maps"};
/// Those of smtp(8).
const QByteArrayList clientParameters{"smtp_tls_policy_maps", "smtp_sasl_password_maps", "smtp_generic_maps"};

QByteArray table(const QByteArray &parameter)
{
    return "memcache:/etc/postfix/keys." + parameter;
}

QByteArray mainCf()
{
    QByteArray text =
        "compatibility_level = 3.6\nmyhostname = mail.example.org\nmydestination = mail.example.org, "
        "example.org\nmyorigin = example.org\ninet_protocols = all\ninet_interfaces = 127.0.0.1\n"
        "maillog_file = /var/log/postfix.log\nsmtputf8_enable = no\nalias_database =\n"
        "recipient_delimiter = +\nvirtual_alias_domains =\nrelay_domains = "
        "relay.example\nvirtual_mailbox_domains = box.example\n"
        "virtual_mailbox_base = /srv\nvirtual_uid_maps = static:1000\nvirtual_gid_maps = static:1000\n"
        "propagate_unmatched_extensions = canonical, virtual\nsmtpd_delay_reject = no\n"
        "alias_maps = texthash:/etc/postfix/noaliases\nsmtpd_sasl_type = dovecot\nsmtpd_sasl_path = "
        "private/logins\n"
        "smtpd_authorized_xclient_hosts = static:all\nsmtpd_peername_lookup = no\nmynetworks = 127.0.0.0/8\n"

        "smtp_dns_support_level = disabled\nsmtp_host_lookup = native\nsmtp_tcp_port = 2525\n"
        "smtp_sasl_auth_enable = yes\nsmtp_sasl_security_options =\nsmtp_sender_dependent_authentication = "
        "yes\n"
        "smtp_tls_security_level = may\nlmtp_tcp_port = 2525\n";
    for (const QByteArray &parameter : mailParameters)
        text += parameter + " = " + table(parameter) + '\n';
    for (const QByteArray &parameter : clientParameters)
        text += parameter + " = " + table(parameter) + '\n';
    return text;
}

QByteArray masterCf()
{
    QByteArray text =
        "pickup unix n - n 60 1 pickup\ncleanup unix n - n - 0 cleanup\n"
        "qmgr unix n - n 300 1 qmgr\nrewrite unix - - n - - trivial-rewrite\n"
        "bounce unix - - n - 0 bounce\ndefer unix - - n - 0 bounce\n"
        "trace unix - - n - 0 bounce\nverify unix - - n - 1 verify\n"
        "proxymap unix - - n - - proxymap\nlocal unix - n n - - local -v\n"
        "virtual unix - n n - - virtual\nerror unix - - n - - error\n"
        "retry unix - - n - - error\ndiscard unix - - n - - discard\nscache unix - - n - 1 "
        "scache\nsmtp unix - - n - - smtp\nrelay unix - - n - - discard\n"
        "tlsmgr unix - - n 1000? 1 tlsmgr\nanvil unix - - n - 1 anvil\n"
        "flush unix n - n 1000? 0 flush\npostlog unix-dgram n - n - 1 postlogd\n"
        "logins unix - n n - 0 spawn user=nobody argv=/bin/sh /etc/postfix/logins.sh\n"
        "2525 inet n - n - - smtpd\n  -o myhostname=other.example\n  -o smtpd_sasl_auth_enable=yes\n"
        "  -o smtpd_relay_restrictions=permit_mynetworks,reject_unauth_destination\n"
        "  -o local_recipient_maps=\n  -o relay_recipient_maps=\n  -o virtual_mailbox_maps=\n"
        "  -o content_filter=discard:done\n  -o receive_override_options=no_address_mappings\n"
        "asked unix n - n - - smtpd\n  -o smtpd_sasl_auth_enable=yes\n";
    for (const char *parameter :
         {"local_recipient_maps", "relay_recipient_maps", "virtual_mailbox_maps", "smtpd_sender_login_maps"})
        text += "  -o " + QByteArray(parameter) + '=' + table(parameter) + '\n';
    const auto list = [&](const char *name, const QByteArrayList &restrictions) {
        QByteArray value;
        for (const QByteArray &one : restrictions)
            value += (value.isEmpty() ? "" : ",") + (one.startsWith("check_") ? one + ',' + table(one) : one);
        text += "  -o smtpd_" + QByteArray(name) + "_restrictions=" + value + '\n';
    };
    list("client", {"check_client_access", "check_reverse_client_hostname_access"});
    list("helo", {"check_helo_access"});
    list("sender", {"check_sender_access", "reject_sender_login_mismatch"});
    list("recipient", {"check_recipient_access", "permit"});
    list("relay", {"reject_unauth_destination"});
    text += "  -o smtpd_relay_before_recipient_restrictions=no\n";
    list("etrn", {"check_etrn_access", "permit"});
    return text;
}

/// The names that local(8) has looked for, by its log: it opens no table that could tell.
QByteArrayList aliasesAsked(const QByteArray &log)
{
    const QByteArray behind = " not found";
    QByteArrayList names;
    for (const QByteArray &line : log.split('\n')) {
        const qsizetype flags = line.indexOf("): "); // of the table, behind its name
        if (line.contains("deliver_alias: texthash:/etc/postfix/noaliases(") && line.endsWith(behind))
            names.append(line.sliced(flags + 3).chopped(behind.size()));
    }
    return names;
}

struct Asked
{
    QByteArray parameter;
    QByteArray what;
};

} // namespace

/// Tables of a running Postfix write down which keys they are asked for: the same, in the same order, as we
/// say.
class TestKeyOrder : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void mailOnItsWay_data();
    void mailOnItsWay();
    void serverAsks_data();
    void serverAsks();
    void cleanupTestCase();

private:
    void compare(const QList<Asked> &expected, const QHash<QByteArray, QByteArrayList> &recorded);
    QByteArrayList keysOf(const QByteArray &parameter, const QByteArray &what) const;

    InstalledPostfix m_postfix;
    support::OwnPostfix m_running;
    QTemporaryDir m_folder;
    std::unique_ptr<support::KeyRecorder> m_recorder;
    std::optional<catalog::Catalog> m_catalog;
    std::optional<effective::Values> m_values;
    int m_compared = 0;
};

void TestKeyOrder::initTestCase()
{
    const QString hindrance = support::OwnPostfix::hindrance();
    if (!hindrance.isEmpty())
        QSKIP(qPrintable(hindrance));
    InstalledPostfix::write(m_folder.path(), QStringLiteral("main.cf"), mainCf());
    InstalledPostfix::write(m_folder.path(), QStringLiteral("master.cf"), masterCf());
    for (const QByteArray &parameter : mailParameters + serverParameters + clientParameters)
        InstalledPostfix::write(m_folder.path(), QStringLiteral("keys.") + QString::fromLatin1(parameter),
                                "memcache = unix:/var/log/keys.socket\nkey_format = " + parameter
                                    + "|%s\nmax_tries = 1\n");
    InstalledPostfix::write(m_folder.path(), QStringLiteral("noaliases"), "# nobody\n");
    // What a server for logins says first, so that smtpd(8) offers them. Nobody logs in.
    InstalledPostfix::write(m_folder.path(), QStringLiteral("logins.sh"),
                            "printf 'VERSION\\t1\\t1\\nMECH\\tPLAIN\\tplaintext\\nSPID\\t1\\nCUID\\t1\\n"
                            "COOKIE\\t00\\nDONE\\n'\nexec cat >/dev/null\n");
    QVERIFY(QDir().mkpath(m_running.outside(QStringLiteral("/var/log"))));
    m_recorder =
        std::make_unique<support::KeyRecorder>(m_running.outside(QStringLiteral("/var/log/keys.socket")));
    QVERIFY(m_recorder->isListening());
    InstalledPostfix::write(m_running.workFile({}), QStringLiteral("before.sh"),
                            "cat >\"$work/hosts\" <<'END'\n127.0.0.1 localhost mx.a.far.example far.example "
                            "a.b.far.example\nEND\nmount --bind \"$work/hosts\" /etc/hosts\n");
    const QByteArray failure =
        m_running.start(m_folder.path(), {.before = m_running.workFile(QStringLiteral("before.sh"))});
    QVERIFY2(failure.isEmpty(), failure.constData());

    const auto loaded = catalog::Catalog::load();
    QVERIFY(loaded);
    m_catalog = *loaded;
    const auto defaults = m_postfix.ask(m_folder.path(), {QStringLiteral("-d")});
    model::Draft draft{model::Snapshot()};
    draft.replace(model::FileId::MainCf, {0, 0}, mainCf());
    draft.replace(model::FileId::MasterCf, {0, 0}, masterCf());
    m_values = effective::Values(draft.snapshot(), InstalledPostfix::target(*m_catalog, defaults.out));
}

/// What we say a table of whole keys is asked.
QByteArrayList TestKeyOrder::keysOf(const QByteArray &parameter, const QByteArray &what) const
{
    const lookup::Opening opening = lookup::openingOf(*m_values, {});
    const auto maps = lookup::openAll(parameter, "inline:{none=x}", opening);
    QByteArrayList keys;
    for (const lookup::Step &step :
         lookup::findAddress(parameter, maps, what, lookup::siteOf(*m_values, parameter, opening)).steps) {
        // The wildcard of transport_maps is asked once for all mail.
        if (step.key != "*")
            keys.append(step.key.toLower());
    }
    return keys;
}

/// Each list of ours is a part of what was asked, without a gap.
void TestKeyOrder::compare(const QList<Asked> &expected, const QHash<QByteArray, QByteArrayList> &recorded)
{
    QByteArrayList differences;
    for (const Asked &asked : expected) {
        const QByteArrayList ours = keysOf(asked.parameter, asked.what);
        QByteArrayList theirs = recorded.value(asked.parameter);
        theirs.removeAll("*");
        std::ranges::transform(theirs, theirs.begin(), [](const QByteArray &key) { return key.toLower(); });
        const auto found = std::search(theirs.begin(), theirs.end(), ours.begin(), ours.end());
        // Nothing that belongs to the same question is in front of it or behind it.
        const auto belongs = [&](const QByteArray &key) {
            return ours.first().contains(key) && !ours.contains(key);
        };
        const bool isWhole = found != theirs.end() && std::none_of(theirs.begin(), theirs.end(), belongs);
        if (ours.isEmpty() || !isWhole)
            differences.append(asked.parameter + " for " + asked.what + "\n  Postfix: " + theirs.join(" | ")
                               + "\n  here:    " + ours.join(" | "));
        ++m_compared;
    }
    QVERIFY2(differences.isEmpty(), differences.join('\n').constData());
}

void TestKeyOrder::mailOnItsWay_data()
{
    QTest::addColumn<QByteArray>("sender");
    QTest::addColumn<QByteArray>("recipient");
    QTest::addColumn<QByteArrayList>("senders"); ///< that are asked for the sender
    QTest::addColumn<QByteArrayList>("recipients"); ///< that are asked for the recipient
    const QByteArrayList senders{"canonical_maps", "sender_canonical_maps", "sender_bcc_maps"};
    const QByteArrayList recipients{"canonical_maps",     "recipient_canonical_maps", "virtual_alias_maps",
                                    "recipient_bcc_maps", "transport_maps",           "relocated_maps"};
    const QByteArrayList relays{"sender_dependent_relayhost_maps", "sender_dependent_default_transport_maps"};
    QTest::newRow("to another server")
        << QByteArray("joe+x@sub.Sender.example") << QByteArray("ann+y@a.b.far.example") << senders + relays
        << recipients + QByteArrayList{"smtp_generic_maps"};
    QTest::newRow("to a relay domain")
        << QByteArray("joe@example.org") << QByteArray("ann+y@relay.example") << senders << recipients;
    QTest::newRow("to a local user") << QByteArray("joe+x@example.org")
                                     << QByteArray("Nobody+list+a@example.org") << senders
                                     << recipients + QByteArrayList{"alias_maps"};
    QTest::newRow("to a virtual mailbox")
        << QByteArray("owner-x+y@s.example") << QByteArray("dora+z@box.example") << senders << recipients;
    QTest::newRow("without a sender") << QByteArray("<>") << QByteArray("ann@far.example") << relays
                                      << recipients + QByteArrayList{"smtp_generic_maps"};
    QTest::newRow("names without an extension")
        << QByteArray("double-bounce+x@s.example") << QByteArray("postmaster@far.example") << senders + relays
        << recipients + QByteArrayList{"smtp_generic_maps"};
    QTest::newRow("an extension alone")
        << QByteArray("+x@s.example") << QByteArray("a+@far.example") << senders + relays
        << recipients + QByteArrayList{"smtp_generic_maps"};
}

void TestKeyOrder::mailOnItsWay()
{
    QFETCH(const QByteArray, sender);
    QFETCH(const QByteArray, recipient);
    QFETCH(const QByteArrayList, senders);
    QFETCH(const QByteArrayList, recipients);
    m_recorder->take();
    const qsizetype before = m_running.log().size();
    int exitCode = -1;
    const QByteArray said = m_running.run(
        {QStringLiteral("sh"), QStringLiteral("-c"),
         QStringLiteral("echo test | sendmail -f '%1' -- '%2'")
             .arg(sender == "<>" ? QString() : QString::fromLatin1(sender), QString::fromLatin1(recipient))},
        &exitCode);
    QVERIFY2(exitCode == 0, said.constData());
    // The other end of smtp(8) takes it once more, and throws it away.
    const qsizetype times = recipients.contains("smtp_generic_maps") ? 2 : 1;
    const auto isThrough = [&] {
        return m_running.log().sliced(before).count("to=<" + recipient + ">, ") >= times;
    };
    if (!QTest::qWaitFor(isThrough, support::OwnPostfix::patience))
        qWarning().noquote() << m_running.log().sliced(before);
    QVERIFY(isThrough());
    QList<Asked> expected;
    for (const QByteArray &parameter : senders)
        expected.append(Asked{parameter, sender});
    for (const QByteArray &parameter : recipients)
        expected.append(Asked{parameter, recipient});
    if (recipients.contains("smtp_generic_maps")) {
        const QByteArray domain = recipient.sliced(recipient.indexOf('@') + 1);
        expected.append(Asked{"smtp_tls_policy_maps", domain});
        expected.append(Asked{"smtp_sasl_password_maps", domain});
        if (sender != "<>")
            expected.append(Asked{"smtp_sasl_password_maps", sender});
    }
    auto recorded = m_recorder->take();
    recorded.insert("alias_maps", aliasesAsked(m_running.log().sliced(before)));
    if (const QByteArrayList logins = recorded.value("smtp_sasl_password_maps"); !logins.isEmpty()) {
        const bool isBySender = sender != "<>";
        QCOMPARE(logins.first().toLower() == sender.toLower(), isBySender); // the server comes after it
    }
    compare(expected, recorded);
}

void TestKeyOrder::serverAsks_data()
{
    QTest::addColumn<QByteArrayList>("lines");
    QTest::addColumn<QByteArray>("last"); ///< the one that counts
    QTest::addColumn<QByteArray>("parameter");
    QTest::addColumn<QByteArray>("what");
    const auto row = [](const char *title, const QByteArrayList &lines, const char *last,
                        const char *parameter, const char *what) {
        QTest::newRow(title) << lines << QByteArray(last) << QByteArray(parameter) << QByteArray(what);
    };
    const QByteArray client = "XCLIENT NAME=c.b.Client.example ADDR=192.0.2.77";
    const QByteArrayList greeted{client, "EHLO h.g.helo.example"};
    const QByteArrayList begun = greeted + QByteArrayList{"MAIL FROM:<joe+x@a.b.sender.example>"};
    // A client is asked for when it has said who it is.
    row("a client", {}, client.constData(), "check_client_access", "c.b.Client.example [192.0.2.77]");
    row("a client without a name", {}, "XCLIENT NAME=[UNAVAILABLE] ADDR=198.51.100.7", "check_client_access",
        "unknown [198.51.100.7]");
    row("a client of IPv6", {}, "XCLIENT NAME=v6.example ADDR=IPV6:2001:db8:1::77", "check_client_access",
        "v6.example [2001:db8:1::77]");
    row("the name of an address", {},
        "XCLIENT NAME=c.example REVERSE_NAME=r.q.client.example ADDR=192.0.2.77",
        "check_reverse_client_hostname_access", "r.q.client.example");
    row("a greeting", {client}, "EHLO h.g.Helo.example", "check_helo_access", "h.g.Helo.example");
    row("a sender", greeted, "MAIL FROM:<Joe+x@a.b.sender.example>", "check_sender_access",
        "Joe+x@a.b.sender.example");
    row("a sender here", greeted, "MAIL FROM:<joe@example.org>", "check_sender_access", "joe@example.org");
    row("no sender", greeted, "MAIL FROM:<>", "check_sender_access", "<>");
    row("the owner of a sender", greeted, "MAIL FROM:<Joe+x+y@a.b.sender.example>", "smtpd_sender_login_maps",
        "Joe+x+y@a.b.sender.example");
    row("the owner of a sender here", greeted, "MAIL FROM:<Joe+x@example.org>", "smtpd_sender_login_maps",
        "Joe+x@example.org");
    row("a recipient", begun, "RCPT TO:<ann+y@c.d.far.example>", "check_recipient_access",
        "ann+y@c.d.far.example");
    row("a recipient here", begun, "RCPT TO:<Ann+y@example.org>", "local_recipient_maps",
        "Ann+y@example.org");
    row("a recipient in a relay domain", begun, "RCPT TO:<ann+y@relay.example>", "relay_recipient_maps",
        "ann+y@relay.example");
    row("a recipient in a virtual domain", begun, "RCPT TO:<ann+y@box.example>", "virtual_mailbox_maps",
        "ann+y@box.example");
    row("another server’s queue", greeted, "ETRN e.f.queue.example", "check_etrn_access",
        "e.f.queue.example");
}

void TestKeyOrder::serverAsks()
{
    QFETCH(const QByteArrayList, lines);
    QFETCH(const QByteArray, last);
    QFETCH(const QByteArray, parameter);
    QFETCH(const QByteArray, what);
    Conversation conversation(m_running.outside(QStringLiteral("/var/spool/postfix/public/asked")));
    QVERIFY(conversation.isConnected());
    QByteArray said = conversation.reply();
    for (const QByteArray &line : lines)
        said += conversation.ask(line);
    m_recorder->take();
    said += conversation.ask(last);
    auto recorded = m_recorder->take();
    if (!recorded.contains(parameter))
        qWarning().noquote() << said << m_running.log().right(2000);
    compare({Asked{parameter, what}}, recorded);
}

void TestKeyOrder::cleanupTestCase()
{
    qInfo("%d lists of keys compared", m_compared);
    QVERIFY(m_running.stop());
}

QTEST_GUILESS_MAIN(TestKeyOrder)
#include "tst_keyorder.moc"
