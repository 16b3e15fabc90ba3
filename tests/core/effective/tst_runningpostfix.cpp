// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/effective/values.h"
#include "core/model/draft.h"
#include "tests/support/conversation.h"
#include "tests/support/installedpostfix.h"

#include <QTest>

using effective::Values;
using model::FileId;
using support::Conversation;
using support::InstalledPostfix;

namespace {

/// Parameters whose values the SMTP server is made to say, in three replies.
const QList<QByteArrayList> spoken{
    {"myhostname", "mydomain", "myorigin", "mydestination", "mail_name", "service_name", "process_name",
     "syslog_name", "site", "tier", "nested", "relayhost"},
    {"smtpd_recipient_limit", "smtpd_hard_error_limit", "smtpd_soft_error_limit", "smtpd_junk_command_limit",
     "line_length_limit", "message_size_limit", "header_size_limit", "queue_minfree",
     "smtpd_history_flush_threshold", "smtpd_recipient_overshoot_limit",
     "smtpd_client_connection_count_limit", "unverified_sender_reject_code"},
    {"smtpd_helo_required", "disable_vrfy_command", "strict_rfc821_envelopes", "smtpd_delay_reject",
     "smtpd_sasl_auth_enable", "smtpd_tls_auth_only", "append_dot_mydomain", "inet_protocols", "chosen",
     "level_text", "smtpd_discard_ehlo_keywords", "smtpd_timeout", "recipient_delimiter", "alias_maps"}};

QByteArray mainCf()
{
    QByteArray text =
        "compatibility_level = 3.6\nmaillog_file = /var/log/postfix.log\nmyhostname = "
        "mail.example.org\nalias_maps =\nalias_database =\n"
        "mynetworks = 127.0.0.0/8\nsmtpd_delay_reject = no\n"
        "site = Rack ${tier}\ntier = 1\nnested = ${{$tier} >= {2} ? {upper <$site>} : {lower <$site>}}\n"
        "chosen = ${relayhost?{by $relayhost}:{directly}}\nrecipient_delimiter = +\n"
        "level_text = ${{$compatibility_level} <level {3.10} ? {older} : {newer}}\n"
        "smtpd_timeout = ${stress?{10}:{300}}s\nmessage_size_limit = 20480000\n"
        "syslog_name = postfix/$tier\nsmtpd_discard_ehlo_keywords =\n";
    // A server reads its numbers first, then its texts, then its yes-or-no: a text can name the default of a
    // number, but not that of a yes-or-no.
    text += "smtpd_helo_required = no\ndisable_vrfy_command = no\nstrict_rfc821_envelopes = no\n"
            "smtpd_sasl_auth_enable = no\nsmtpd_tls_auth_only = no\nappend_dot_mydomain = no\n";
    for (qsizetype i = 0; i < spoken.size(); ++i) {
        QByteArray says;
        for (const QByteArray &name : spoken[i])
            says += '[' + name + '=' + '$' + name + ']';
        text += "says_" + QByteArray::number(i) + " = " + says + '\n';
    }
    return text
        + "smtpd_banner = $says_0\nsmtpd_helo_restrictions = check_helo_access static:{REJECT $says_1}\n"
          "smtpd_sender_restrictions = check_sender_access static:{REJECT $says_2}\n";
}

const QByteArray masterCf =
    "plain unix n - n - - smtpd\n"
    "submission unix n - n - - smtpd\n"
    "  -o myhostname=submit.example.net -o { tier = 2 }\n"
    "  -o smtpd_helo_required=yes -o message_size_limit=1024000\n"
    "reader unix n - n - - smtpd\n"
    "  -o disable_vrfy_command=yes -o {mydestination = $mydomain, a.$mydomain}\n"
    "  -o compatibility_level=3.10 -o append_dot_mydomain=${tier?{yes}:{no}}\n"
    "backup unix n - n - - smtpd\n"
    "  -o relayhost=[relay.$mydomain] -o smtpd_soft_error_limit=3 -o tier=3 -o tier=4\n"
    "  -o smtpd_hard_error_limit=${tier}0 -o mail_name=Backup\n"
    "strict unix n - n - - smtpd\n"
    "  -o strict_rfc821_envelopes=yes -o { nested = $chosen and $nosuch. }\n"
    "  -o site=$service_name/$process_name -o smtpd_discard_ehlo_keywords=vrfy,$tier\n"
    "postlog unix-dgram n - n - 1 postlogd\n"
    "anvil unix - - n - 1 anvil\n"
    "proxymap unix - - n - - proxymap\n"
    "rewrite unix - - n - - trivial-rewrite\n";

constexpr qsizetype talkingServices = 5;

/// "[name=value][name=value]" anywhere in a reply.
QHash<QByteArray, QByteArray> spokenIn(const QByteArray &reply, const QByteArrayList &names)
{
    QHash<QByteArray, QByteArray> said;
    qsizetype at = 0;
    for (qsizetype i = 0; i < names.size(); ++i) {
        const qsizetype begin = reply.indexOf('[' + names[i] + '=', at);
        if (begin < 0)
            break;
        const qsizetype value = begin + names[i].size() + 2;
        const qsizetype end =
            i + 1 < names.size() ? reply.indexOf("][" + names[i + 1] + '=', value) : reply.lastIndexOf(']');
        if (end < value)
            break;
        said.insert(names[i], reply.sliced(value, end - value));
        at = end;
    }
    return said;
}

} // namespace

/// A Postfix of its own, in its own folders and namespaces: what its SMTP servers say is what we say they
/// use.
class TestRunningPostfix : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void serversUseTheEffectiveValues();
    void serversBehaveAsTheirValuesSay();
    void postconfAgrees();
    void cleanupTestCase();

private:
    QString socketOf(const QByteArray &service) const
    {
        return m_running.outside(QStringLiteral("/var/spool/postfix/public/") + QLatin1String(service));
    }

    InstalledPostfix m_postfix;
    support::OwnPostfix m_running;
    QTemporaryDir m_folder;
    std::optional<catalog::Catalog> m_catalog;
    std::optional<Values> m_values;
};

void TestRunningPostfix::initTestCase()
{
    const QString hindrance = support::OwnPostfix::hindrance();
    if (!hindrance.isEmpty())
        QSKIP(qPrintable(hindrance));
    const QString configuration = m_folder.filePath(QStringLiteral("etc"));
    QVERIFY(QDir().mkdir(configuration));
    const QByteArray mainText = mainCf();
    InstalledPostfix::write(configuration, QStringLiteral("main.cf"), mainText);
    InstalledPostfix::write(configuration, QStringLiteral("master.cf"), masterCf);

    const auto loaded = catalog::Catalog::load();
    QVERIFY(loaded);
    m_catalog = *loaded;
    const auto defaults = m_postfix.ask(configuration, {QStringLiteral("-d")});
    model::Draft draft{model::Snapshot()};
    draft.replace(FileId::MainCf, {0, 0}, mainText);
    draft.replace(FileId::MasterCf, {0, 0}, masterCf);
    m_values = Values(draft.snapshot(), InstalledPostfix::target(*m_catalog, defaults.out));

    const QByteArray failure = m_running.start(configuration);
    QVERIFY2(failure.isEmpty(), failure.constData());
    QTRY_VERIFY2_WITH_TIMEOUT(Conversation(socketOf("strict")).isConnected(), m_running.log().constData(),
                              support::OwnPostfix::patience);
}

void TestRunningPostfix::cleanupTestCase()
{
    QVERIFY(m_running.stop());
}

void TestRunningPostfix::serversUseTheEffectiveValues()
{
    int compared = 0;
    QByteArrayList differences;
    for (qsizetype service = 0; service < talkingServices; ++service) {
        const QByteArray &name = m_values->services()[service].name;
        Conversation client(socketOf(name));
        const QByteArrayList replies{client.reply(), client.ask("HELO client.example.com"),
                                     client.ask("MAIL FROM:<a@example.com>")};
        for (qsizetype i = 0; i < replies.size(); ++i) {
            const auto said = spokenIn(replies[i], spoken[i]);
            // A server that insists on a greeting never gets as far as the sender.
            if (i == 2 && said.isEmpty()
                && m_values->value("smtpd_helo_required", service)->expanded == "yes")
                continue;
            QVERIFY2(said.size() == spoken[i].size(), (name + ": " + replies[i]).constData());
            for (const QByteArray &parameter : spoken[i]) {
                ++compared;
                const QByteArray ours = m_values->value(parameter, service)->expanded;
                if (said.value(parameter) != ours)
                    differences.append(name + '/' + parameter + "\n  Postfix: " + said.value(parameter)
                                       + "\n  here:    " + ours);
            }
        }
    }
    qInfo("%d values of %lld services compared", compared, static_cast<long long>(talkingServices));
    QVERIFY2(differences.isEmpty(), differences.join('\n').constData());
    QVERIFY(compared >= 30 * 5);
}

void TestRunningPostfix::serversBehaveAsTheirValuesSay()
{
    for (qsizetype service = 0; service < talkingServices; ++service) {
        const QByteArray &name = m_values->services()[service].name;
        const auto isYes = [&](QByteArrayView parameter) {
            return m_values->value(parameter, service)->expanded == "yes";
        };
        Conversation client(socketOf(name));
        client.reply();
        const QByteArray early = client.ask("MAIL FROM:<a@example.com>");
        QVERIFY2(early.contains("send HELO/EHLO first") == isYes("smtpd_helo_required"), early.constData());
        const QByteArray vrfy = client.ask("VRFY someone");
        QVERIFY2(vrfy.contains("VRFY command is disabled") == isYes("disable_vrfy_command"),
                 vrfy.constData());
    }
}

void TestRunningPostfix::postconfAgrees()
{
    const auto answer = m_postfix.ask(m_folder.filePath(QStringLiteral("etc")), {QStringLiteral("-Px")});
    QVERIFY(!answer.isFatal);
    const auto overrides = InstalledPostfix::settingsIn(answer.out);
    QVERIFY(overrides.size() > 15);
    for (auto it = overrides.cbegin(); it != overrides.cend(); ++it) {
        const QByteArrayList parts = it.key().split('/');
        qsizetype service = 0;
        while (m_values->services()[service].name != parts[0])
            ++service;
        const auto ours = m_values->value(parts[2], service)->expanded;
        // Two defaults are made from myhostname: by postconf for all services, by a server for itself.
        if (m_values->referencesOf(parts[2], service).contains("mydomain"))
            continue;
        QVERIFY2(ours.simplified() == *it, (it.key() + ": " + *it + " | " + ours).constData());
    }
}

QTEST_GUILESS_MAIN(TestRunningPostfix)
#include "tst_runningpostfix.moc"
