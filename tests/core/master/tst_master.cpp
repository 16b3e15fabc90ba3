// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/edits/serviceedits.h"
#include "core/master/adding.h"
#include "core/master/endpoints.h"
#include "core/master/invocation.h"
#include "core/master/mentioned.h"
#include "core/master/templates.h"

#include <QSet>
#include <QTest>

using model::FileId;
using syntax::MasterCf;
using syntax::ServiceField;

namespace {

const catalog::Reference &reference()
{
    static const auto loaded = [] {
        const auto catalog = catalog::Catalog::load();
        return catalog::Reference::load(*catalog);
    }();
    return *loaded;
}

effective::Target target()
{
    return {.catalog = reference().catalog(), .version = {3, 7, 11}};
}

model::Draft draftOf(const QByteArray &masterCf, const QByteArray &mainCf = {})
{
    model::Draft draft{model::Snapshot()};
    draft.replace(FileId::MainCf, {0, 0}, mainCf);
    draft.replace(FileId::MasterCf, {0, 0}, masterCf);
    return draft;
}

const master::Template *templateFor(const QList<master::Template> &all, QByteArrayView name,
                                    QByteArrayView type, QByteArrayView command)
{
    for (const master::Template &one : all) {
        if (one.spec.name == name && one.spec.type == type && one.spec.command == command)
            return &one;
    }
    return nullptr;
}

} // namespace

class TestMaster : public QObject
{
    Q_OBJECT

private slots:
    void everyDaemonHasATemplate_data();
    void everyDaemonHasATemplate();
    void templatesFollowTheVersion();
    void everyTemplateIsAccepted();
    void companionsGoWithTheService();
    void lineThatIsCommentedOutIsUsed();
    void rivalsAreFound_data();
    void rivalsAreFound();
    void invocationIsRead_data();
    void invocationIsRead();
    void invocationIsWritten_data();
    void invocationIsWritten();
    void mentionedNamesAreDefined();
    void freeNamesAreFree();
    void styleIsKept_data();
    void styleIsKept();
};

void TestMaster::everyDaemonHasATemplate_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("command");
    const auto row = [](const char *name, const char *type, const char *command) {
        QTest::addRow("%s %s %s", name, type, command)
            << QByteArray(name) << QByteArray(type) << QByteArray(command);
    };
    for (const char *name :
         {"pickup", "cleanup", "qmgr", "tlsmgr", "bounce", "verify", "flush", "proxymap", "showq", "error",
          "discard", "local", "virtual", "lmtp", "anvil", "scache", "smtp", "dnsblog", "tlsproxy"})
        row(name, "unix", name);
    row("smtp", "inet", "smtpd");
    row("smtp", "inet", "postscreen");
    row("smtpd", "pass", "smtpd");
    row("submission", "inet", "smtpd");
    row("submissions", "inet", "smtpd");
    row("relay", "unix", "smtp");
    row("rewrite", "unix", "trivial-rewrite");
    row("defer", "unix", "bounce");
    row("trace", "unix", "bounce");
    row("proxywrite", "unix", "proxymap");
    row("retry", "unix", "error");
    row("postlog", "unix-dgram", "postlogd");
    row("628", "inet", "qmqpd");
    row("dovecot", "unix", "pipe");
    row("spamassassin", "unix", "pipe");
    row("policy", "unix", "spawn");
    row("policy-spf", "unix", "spawn");
    row("dane", "unix", "smtp");
}

void TestMaster::everyDaemonHasATemplate()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, command);
    const auto all = master::templatesFor(reference(), {3, 12, 0});
    const master::Template *found = templateFor(all, name, type, command);
    QVERIFY(found);
    QVERIFY(found->title || !found->purpose.isEmpty());
}

void TestMaster::templatesFollowTheVersion()
{
    const auto old = master::templatesFor(reference(), {2, 10, 0});
    const auto recent = master::templatesFor(reference(), {3, 12, 0});
    QVERIFY(!templateFor(old, "postlog", "unix-dgram", "postlogd"));
    QVERIFY(templateFor(recent, "postlog", "unix-dgram", "postlogd"));
    // An override that came later is left out.
    const auto says = [](const master::Template *one, const char *option) {
        return one && one->spec.arguments.contains(QByteArray(option));
    };
    const auto *then = templateFor(old, "submission", "inet", "smtpd");
    const auto *now = templateFor(recent, "submission", "inet", "smtpd");
    QVERIFY(!says(then, "smtpd_forbid_unauth_pipelining=no"));
    QVERIFY(says(now, "smtpd_forbid_unauth_pipelining=no"));
    QVERIFY(says(then, "smtpd_tls_security_level=encrypt"));
}

void TestMaster::everyTemplateIsAccepted()
{
    for (const catalog::Version version : {catalog::Version{2, 10, 0}, {3, 7, 0}, {3, 12, 0}}) {
        for (const master::Template &one : master::templatesFor(reference(), version)) {
            model::Draft draft = draftOf("other unix - - n - - other\n");
            const edits::Outcome refused = master::addTemplate(draft, 1, one);
            QVERIFY2(!refused, one.spec.name.constData());
            const MasterCf &file = draft.masterCf();
            QCOMPARE(file.services().size(), 2);
            QVERIFY(file.strays().isEmpty());
            QCOMPARE(file.programOf(file.services()[1]).toByteArray(), one.spec.command);
        }
    }
}

void TestMaster::companionsGoWithTheService()
{
    const auto all = master::templatesFor(reference(), {3, 7, 0});
    model::Draft draft = draftOf("smtp inet n - n - - smtpd\n");
    QVERIFY(!master::addTemplate(draft, 1, *templateFor(all, "policy-spf", "unix", "spawn")));
    QVERIFY(draft.mainCf().text().contains("policy-spf_time_limit = 3600\n"));
    model::Draft known = draftOf("smtp inet n - n - - smtpd\n", "policy-spf_time_limit = 10m\n");
    QVERIFY(!master::addTemplate(known, 1, *templateFor(all, "policy-spf", "unix", "spawn")));
    QCOMPARE(known.mainCf().text(), "policy-spf_time_limit = 10m\n");
}

void TestMaster::lineThatIsCommentedOutIsUsed()
{
    const auto all = master::templatesFor(reference(), {3, 7, 0});
    model::Draft draft = draftOf("smtp inet n - y - - smtpd\n"
                                 "#submission inet n - y - - smtpd\n"
                                 "#  -o syslog_name=postfix/587\n"
                                 "##  -o smtpd_tls_auth_only=no\n"
                                 "qmgr unix n - n 300 1 qmgr\n");
    QVERIFY(!master::addTemplate(draft, 0, *templateFor(all, "submission", "inet", "smtpd")));
    const MasterCf &file = draft.masterCf();
    QCOMPARE(file.services().size(), 3);
    const syntax::Service &service = file.services()[1];
    QVERIFY(service.enabled);
    QCOMPARE(file.valueOf(*file.overrideOf(service, "syslog_name")), "postfix/587"); // as it was
    QCOMPARE(file.valueOf(*file.overrideOf(service, "smtpd_tls_security_level")), "encrypt");
    QCOMPARE(file.valueOf(*file.overrideOf(service, "smtpd_tls_auth_only")), "yes");
}

void TestMaster::rivalsAreFound_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("hearsAll");
    QTest::addColumn<QList<qsizetype>>("ofFirst");
    const auto row = [](const char *title, const QByteArray &first, const QByteArray &second, bool isRival,
                        bool hearsAll = true) {
        QTest::newRow(title) << QByteArray(first + " n - n - - smtpd\n" + second + " n - n - - smtpd\n")
                             << hearsAll << (isRival ? QList<qsizetype>{1} : QList<qsizetype>{});
    };
    row("the same name and type", "smtp inet", "smtp inet", true);
    row("the same name, another type", "smtp inet", "smtp unix", false);
    row("a port by name and by number", "smtp inet", "25 inet", true);
    row("smtps is port 465", "smtps inet", "465 inet", true);
    row("smtps is submissions", "smtps inet", "submissions inet", true);
    row("other ports", "submission inet", "submissions inet", false);
    row("two addresses", "192.0.2.1:25 inet", "192.0.2.2:25 inet", false);
    row("one address twice", "192.0.2.1:25 inet", "192.0.2.1:smtp inet", true);
    row("an address among all", "smtp inet", "127.0.0.1:25 inet", true);
    row("an address that may not be among them", "smtp inet", "127.0.0.1:25 inet", false, false);
    row("IPv6 with and without brackets", "[::1]:25 inet", "::1:25 inet", true);
    row("commented out", "smtp inet", "#25 inet", false);
}

void TestMaster::rivalsAreFound()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, hearsAll);
    QFETCH(QList<qsizetype>, ofFirst);
    const QList<QList<qsizetype>> found = master::rivals(MasterCf(text), hearsAll);
    QCOMPARE(found.size(), 2);
    QCOMPARE(found[0], ofFirst);
    QCOMPARE(found[1].isEmpty(), ofFirst.isEmpty());
}

void TestMaster::invocationIsRead_data()
{
    QTest::addColumn<QByteArray>("arguments");
    QTest::addColumn<QByteArray>("option");
    QTest::addColumn<QByteArray>("expected");
    QTest::addColumn<bool>("isThere");
    QTest::newRow("flags") << QByteArray("flags=DRhu user=a argv=/bin/x -d ${recipient}")
                           << QByteArray("flags=") << QByteArray("DRhu") << true;
    QTest::newRow("the command") << QByteArray("flags=R user=a argv=/bin/x -d ${recipient}")
                                 << QByteArray("argv=") << QByteArray("/bin/x -d ${recipient}") << true;
    QTest::newRow("over lines") << QByteArray("flags=R\n  user=a:b\n# why\n  argv=/bin/x\n  -d y")
                                << QByteArray("argv=") << QByteArray("/bin/x -d y") << true;
    QTest::newRow("none") << QByteArray("user=a argv=/bin/x") << QByteArray("flags=") << QByteArray()
                          << false;
    QTest::newRow("words of the program are its own")
        << QByteArray("user=a argv=/bin/x flags=R") << QByteArray("flags=") << QByteArray() << false;
}

void TestMaster::invocationIsRead()
{
    QFETCH(QByteArray, arguments);
    QFETCH(QByteArray, option);
    QFETCH(QByteArray, expected);
    QFETCH(bool, isThere);
    const MasterCf file("x unix - n n - - pipe\n  " + arguments + "\n");
    QVERIFY(master::runsProgram(file, file.services()[0]));
    const auto part = master::invocationPart(file, file.services()[0], option);
    QCOMPARE(part.has_value(), isThere);
    QCOMPARE(part.value_or(QByteArray()), expected);
}

void TestMaster::invocationIsWritten_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("option");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("after");
    const auto row = [](const char *title, const QByteArray &before, const char *option, const char *value,
                        const QByteArray &after) {
        QTest::newRow(title) << before << QByteArray(option) << QByteArray(value) << after;
    };
    const QByteArray layout = "  flags=DR user=a\n# how it is called\n  argv=/bin/x -d ${recipient}\n";
    row("flags", layout, "flags=", "DRhu",
        "  flags=DRhu user=a\n# how it is called\n  argv=/bin/x -d ${recipient}\n");
    row("user", layout, "user=", "vmail:vmail",
        "  flags=DR user=vmail:vmail\n# how it is called\n  argv=/bin/x -d ${recipient}\n");
    row("the program", layout, "argv=", "/bin/y -d ${recipient}",
        "  flags=DR user=a\n# how it is called\n  argv=/bin/y -d ${recipient}\n");
    row("a word more", layout, "argv=", "/bin/x -d ${recipient} -f ${sender}",
        "  flags=DR user=a\n# how it is called\n  argv=/bin/x -d ${recipient} -f ${sender}\n");
    row("the same", layout, "argv=", "/bin/x -d ${recipient}", layout);
    row("flags that were not there", "  user=a argv=/bin/x\n", "flags=", "R",
        "  user=a flags=R argv=/bin/x\n");
    row("no flags any more", "  flags=R user=a argv=/bin/x\n", "flags=", "", "  user=a argv=/bin/x\n");
}

void TestMaster::invocationIsWritten()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, option);
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, after);
    const QByteArray head = "x unix - n n - - pipe\n";
    model::Draft draft = draftOf(head + before);
    const edits::Outcome refused = master::setInvocationPart(draft, 0, option, value);
    QVERIFY2(!refused, refused ? qPrintable(edits::refusalText(*refused)) : "");
    QCOMPARE(draft.masterCf().text(), head + after);
    QVERIFY(master::setInvocationPart(draft, 0, "user=", "  "));
    QVERIFY(master::setInvocationPart(draft, 0, "argv=", ""));
    QCOMPARE(draft.masterCf().text(), head + after);
}

void TestMaster::mentionedNamesAreDefined()
{
    const QByteArray text = "submission inet n - y - - smtpd\n"
                            "  -o smtpd_sasl_auth_enable=yes\n"
                            "#  -o smtpd_client_restrictions=$mua_client_restrictions\n"
                            "#  -o smtpd_helo_restrictions=$mua_helo_restrictions\n"
                            "  -o smtpd_banner=$undefined_before\n";
    model::Draft draft = draftOf(text, "myhostname = a.example\n");
    const model::Snapshot before = draft.snapshot();
    QVERIFY(!edits::setOverrideEnabled(draft, 0, 1, true));
    QVERIFY(!master::defineMentioned(draft, before, target()));
    QCOMPARE(draft.mainCf().text(), "myhostname = a.example\nmua_client_restrictions =\n");
    // A name that has a value keeps it.
    model::Draft known = draftOf(text, "mua_client_restrictions = reject\n");
    const model::Snapshot knownBefore = known.snapshot();
    QVERIFY(!edits::setOverrideEnabled(known, 0, 1, true));
    QVERIFY(!master::defineMentioned(known, knownBefore, target()));
    QCOMPARE(known.mainCf().text(), "mua_client_restrictions = reject\n");
}

void TestMaster::freeNamesAreFree()
{
    const MasterCf file("smtp inet n - n - - smtpd\n10025 inet n - n - - smtpd\na unix - - n - - smtp\n"
                        "[::1]:2525 inet n - n - - smtpd\n");
    QCOMPARE(master::freeName(file, "smtp", "inet"), "10026");
    QCOMPARE(master::freeName(file, "[::1]:2525", "inet"), "[::1]:2526");
    QCOMPARE(master::freeName(file, "a", "unix"), "a-2");
}

void TestMaster::styleIsKept_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("options with comments in the middle")
        << QByteArray("submission inet n       -       n       -       -       smtpd\n"
                      "  -o syslog_name=postfix/submission\n"
                      "  -o smtpd_tls_security_level=encrypt\n"
                      "#  -o smtpd_client_restrictions=$mua_client_restrictions\n"
                      "#  -o smtpd_helo_restrictions=$mua_helo_restrictions\n"
                      "  # who may send\n"
                      "  -o smtpd_recipient_restrictions=\n"
                      "qmgr      unix  n       -       n       300     1       qmgr\n");
    QTest::newRow("an aligned table with every word on a line of its own")
        << QByteArray("#type      type      private   unpriv    chroot    wakeup    maxproc   command\n"
                      "submission inet     n         -         n         -         -         smtpd\n"
                      "  -o smtpd_sasl_auth_enable=yes\n"
                      "  -o smtpd_tls_security_level=encrypt\n"
                      "  # here too\n"
                      "  -o { smtpd_banner = two words }\n"
                      "tlsmgr     unix     -         -         n         1000?     1         tlsmgr\n");
    QTest::newRow("tabs and CRLF") << QByteArray("submission\tinet\tn\t-\tn\t-\t-\tsmtpd\r\n"
                                                 "\t-o a=b\r\n# c\r\n\t-o d=e\r\n"
                                                 "qmgr\tunix\tn\t-\tn\t300\t1\tqmgr\r\n");
}

/// Whatever is done and taken back leaves every byte; what is done keeps the comments.
void TestMaster::styleIsKept()
{
    QFETCH(QByteArray, text);
    model::Draft draft = draftOf(text);
    const auto comments = [](const QByteArray &bytes) {
        QByteArrayList found;
        for (const QByteArray &line : bytes.split('\n')) {
            if (line.trimmed().startsWith('#'))
                found.append(line);
        }
        return found;
    };
    const QByteArrayList before = comments(text);
    // A column of all, there and back.
    QList<qsizetype> all;
    for (qsizetype i = 0; i < draft.masterCf().services().size(); ++i)
        all.append(i);
    QVERIFY(!edits::setServiceFields(draft, all, ServiceField::Chroot, "y"));
    QCOMPARE(comments(draft.masterCf().text()), before);
    QVERIFY(!edits::setServiceFields(draft, all, ServiceField::Chroot, "n"));
    QCOMPARE(draft.masterCf().text(), text);
    // Off and on.
    QVERIFY(!edits::setServiceEnabled(draft, 0, false));
    QVERIFY(!edits::setServiceEnabled(draft, 0, true));
    QCOMPARE(draft.masterCf().text(), text);
    // Every override off and on.
    for (qsizetype i = 0; i < draft.masterCf().services()[0].overrides.size(); ++i) {
        const bool isOn = draft.masterCf().services()[0].overrides[i].enabled;
        QVERIFY(!edits::setOverrideEnabled(draft, 0, i, !isOn));
        QVERIFY(!edits::setOverrideEnabled(draft, 0, i, isOn));
        QCOMPARE(draft.masterCf().text(), text);
    }
    // Another one, and away with it.
    QVERIFY(!edits::setOverride(draft, 0, "smtpd_sasl_type", "dovecot"));
    QCOMPARE(comments(draft.masterCf().text()), before);
    QVERIFY(!edits::removeOverride(draft, 0, "smtpd_sasl_type"));
    QCOMPARE(draft.masterCf().text(), text);
    // Down and up.
    QVERIFY(!edits::moveService(draft, 0, 2));
    QVERIFY(!edits::moveService(draft, 1, 0));
    QCOMPARE(draft.masterCf().services().size(), 2);
}

QTEST_GUILESS_MAIN(TestMaster)
#include "tst_master.moc"
