// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tools/message.h"

#include <QTest>

using tools::Message;
using tools::Origin;
using tools::Severity;

class TestMessage : public QObject
{
    Q_OBJECT

private slots:
    void whatPostfixSays_data();
    void whatPostfixSays();
    void emptyLinesAreNoMessages();
    void bytesThatAreNoTextAreShown();
    void repetitionsAreMerged();
    void differentPlacesAreNotMerged();
};

// What 3.7 prints, and what later versions add; DIR stands for the staged folder.
void TestMessage::whatPostfixSays_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<Severity>("severity");
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("lineNumber");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("parameter");
    QTest::addColumn<QByteArray>("service");

    const auto row = [](const char *name, const char *line, Severity severity, const char *file, int number,
                        const char *text, const char *parameter = "", const char *service = "") {
        QTest::newRow(name) << QByteArray(line).replace("DIR", "/tmp/staged") << severity
                            << QString::fromUtf8(file) << number << QString::fromUtf8(text)
                            << QByteArray(parameter) << QByteArray(service);
    };
    using enum Severity;
    row("unused parameter", "postconf: warning: DIR/main.cf: unused parameter: foo=bar = baz", Warning,
        "main.cf", 0, "unused parameter: foo=bar = baz", "foo");
    row("unused parameter of a service", "postconf: warning: DIR/master.cf: unused parameter: nope=$nix",
        Warning, "master.cf", 0, "unused parameter: nope=$nix", "nope");
    row("undefined parameter", "postconf: warning: DIR/main.cf: undefined parameter: mua_x", Warning,
        "main.cf", 0, "undefined parameter: mua_x", "mua_x");
    row("overriding, from a program run by a script",
        "/usr/sbin/postconf: warning: DIR/main.cf, line 36: overriding earlier entry: biff=no", Warning,
        "main.cf", 36, "overriding earlier entry: biff=no", "biff");
    row("overriding a value with a colon",
        "postfix/postlog: warning: DIR/main.cf, line 5: overriding earlier entry: "
        "alias_maps=hash:/etc/aliases",
        Warning, "main.cf", 5, "overriding earlier entry: alias_maps=hash:/etc/aliases", "alias_maps");
    row("read-only", "postconf: warning: DIR/main.cf: read-only parameter assignment: process_name=3",
        Warning, "main.cf", 0, "read-only parameter assignment: process_name=3", "process_name");
    row("missing equals sign",
        R"(postconf: fatal: DIR/main.cf, line 36: missing '=' after attribute name: "bar baz = 3")", Fatal,
        "main.cf", 36, R"(missing '=' after attribute name: "bar baz = 3")");
    row("missing name", R"(postmap: fatal: DIR/main.cf, line 38: missing attribute name: "=x")", Fatal,
        "main.cf", 38, R"(missing attribute name: "=x")");
    row("bad field count", "postconf: fatal: file DIR/master.cf: line 138: bad field count", Fatal,
        "master.cf", 138, "bad field count");
    row("bad field", R"(postconf: fatal: invalid private field "q" in "x inet q - - - - smtpd")", Fatal, "",
        0, R"(invalid private field "q" in "x inet q - - - - smtpd")", "", "x/inet");
    row("missing brace", R"(postconf: warning: master.cf: missing '}' in "{ foo = bar ")", Warning,
        "master.cf", 0, R"(missing '}' in "{ foo = bar ")");
    row("truncated macro", R"(postconf: warning: truncated macro reference: "${x")", Warning, "", 0,
        R"(truncated macro reference: "${x")");
    row("macro error", "postmap: fatal: dictionary mail_dict: macro processing error", Fatal, "", 0,
        "dictionary mail_dict: macro processing error");
    row("bad number", "postmap: fatal: bad numerical configuration: message_size_limit = abc", Fatal, "", 0,
        "bad numerical configuration: message_size_limit = abc", "message_size_limit");
    row("bad boolean", "postmap: fatal: bad boolean configuration: soft_bounce = maybe", Fatal, "", 0,
        "bad boolean configuration: soft_bounce = maybe", "soft_bounce");
    row("bad string length", "postmap: fatal: bad string length 0 < 1: mail_owner = ", Fatal, "", 0,
        "bad string length 0 < 1: mail_owner =", "mail_owner");
    row("number out of range", "postmap: fatal: invalid line_length_limit parameter value 1 < 512", Fatal, "",
        0, "invalid line_length_limit parameter value 1 < 512", "line_length_limit");
    row("unknown user",
        "postmap: fatal: file DIR/main.cf: parameter mail_owner: unknown user name value: nosuch", Fatal,
        "main.cf", 0, "parameter mail_owner: unknown user name value: nosuch", "mail_owner");
    row("same users",
        "postmap: fatal: file DIR/main.cf: parameters default_privs and mail_owner specify the same "
        "user postfix",
        Fatal, "main.cf", 0, "parameters default_privs and mail_owner specify the same user postfix",
        "default_privs");
    row("unknown host", "postmap: fatal: config variable inet_interfaces: host not found: nosuch.invalid",
        Fatal, "", 0, "config variable inet_interfaces: host not found: nosuch.invalid", "inet_interfaces");
    row("compatibility level", R"(postmap: fatal: malformed compatibility level syntax: "xyz")", Fatal, "", 0,
        R"(malformed compatibility level syntax: "xyz")", "compatibility_level");
    row("no main.cf", "postconf: fatal: open DIR/main.cf: No such file or directory", Fatal, "", 0,
        "open main.cf: No such file or directory");
    row("postfix check, permissions",
        "postfix/postfix-script: warning: group or other writable: /etc/postfix/./dynamicmaps.cf", Warning,
        "/etc/postfix/dynamicmaps.cf", 0, "group or other writable: /etc/postfix/./dynamicmaps.cf");
    row("postfix check, group",
        "postfix/postfix-script: warning: not owned by group postdrop: /usr/sbin/postqueue", Warning,
        "/usr/sbin/postqueue", 0, "not owned by group postdrop: /usr/sbin/postqueue");
    row("not root", "postfix: error: to submit mail, use the Postfix sendmail command", Error, "", 0,
        "to submit mail, use the Postfix sendmail command");
    row("advice", "postfix: Postfix is using backwards-compatible default settings", Note, "", 0,
        "Postfix is using backwards-compatible default settings");
    row("a panic is fatal", "postconf: panic: pcf_read_master: bad state", Fatal, "", 0,
        "pcf_read_master: bad state");
    row("another program", "find: '/x': Permission denied", Note, "", 0, "find: '/x': Permission denied");
    row("the live configuration", "/usr/sbin/postconf: warning: /etc/postfix/main.cf: unused parameter: a=b",
        Warning, "/etc/postfix/main.cf", 0, "unused parameter: a=b", "a");
    row("unprintable name", "postconf: warning: DIR/main.cf: unused parameter: fo?=???", Warning, "main.cf",
        0, "unused parameter: fo?=???", "fo?");
    row("deprecated, 3.9",
        R"(postconf: warning: DIR/main.cf: support for parameter "smtpd_use_tls" will be removed; instead, )"
        R"(specify "smtpd_tls_security_level")",
        Warning, "main.cf", 0,
        R"(support for parameter "smtpd_use_tls" will be removed; instead, specify )"
        R"("smtpd_tls_security_level")",
        "smtpd_use_tls");
    row("comment after text, 3.10",
        "postconf: warning: DIR/main.cf, line 3: #comment after other text is not allowed: #x", Warning,
        "main.cf", 3, "#comment after other text is not allowed: #x");
}

void TestMessage::whatPostfixSays()
{
    QFETCH(QByteArray, line);
    const auto messages = tools::parseMessages(line + '\n', Origin::Startup, QStringLiteral("/tmp/staged"));
    QCOMPARE(messages.size(), 1);
    QTEST(messages[0].severity, "severity");
    QTEST(messages[0].file, "file");
    QTEST(messages[0].line, "lineNumber");
    QTEST(messages[0].text, "text");
    QTEST(messages[0].parameter, "parameter");
    QTEST(messages[0].service, "service");
    QCOMPARE(messages[0].origin, Origin::Startup);
}

void TestMessage::emptyLinesAreNoMessages()
{
    QVERIFY(tools::parseMessages("", Origin::Postconf, {}).isEmpty());
    QVERIFY(tools::parseMessages("\n \r\n\n", Origin::Postconf, {}).isEmpty());
}

void TestMessage::bytesThatAreNoTextAreShown()
{
    const auto messages = tools::parseMessages("postconf: warning: \xff", Origin::Postconf, {});
    QCOMPARE(messages.size(), 1);
    QCOMPARE(messages[0].text, QStringLiteral("\\xff"));
}

// The same four warnings sixteen times, as `postfix check` prints them.
void TestMessage::repetitionsAreMerged()
{
    const QByteArray once =
        "/usr/sbin/postconf: warning: /s/main.cf, line 54: overriding earlier entry: a=b\n"
        "/usr/sbin/postconf: warning: /s/main.cf: undefined parameter: undefd\n"
        "/usr/sbin/postconf: warning: /s/main.cf: unused parameter: foo=bar\n"
        "postfix/postlog: warning: /s/main.cf, line 54: overriding earlier entry: a=b\n";
    const auto check = tools::parseMessages(once.repeated(16), Origin::PostfixCheck, QStringLiteral("/s"));
    QCOMPARE(check.size(), 64);
    const auto postconf = tools::parseMessages("postconf: warning: /s/main.cf: unused parameter: foo=bar\n",
                                               Origin::Postconf, QStringLiteral("/s"));
    const auto all = tools::merged(postconf + check);
    QCOMPARE(all.size(), 3);
    QCOMPARE(all[0].parameter, QByteArray("foo"));
    QCOMPARE(all[0].origin, Origin::Postconf);
    QCOMPARE(all[1].parameter, QByteArray("a"));
    QCOMPARE(all[2].parameter, QByteArray("undefd"));
}

void TestMessage::differentPlacesAreNotMerged()
{
    const auto messages = tools::parseMessages("postconf: warning: /s/main.cf: unused parameter: a=b\n"
                                               "postconf: warning: /s/master.cf: unused parameter: a=b\n"
                                               "postconf: warning: /s/main.cf: unused parameter: a=c\n"
                                               "postconf: fatal: /s/main.cf: unused parameter: a=b\n",
                                               Origin::Postconf, QStringLiteral("/s"));
    QCOMPARE(tools::merged(messages), messages);
}

QTEST_GUILESS_MAIN(TestMessage)
#include "tst_message.moc"
