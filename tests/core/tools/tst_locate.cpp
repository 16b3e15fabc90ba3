// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tools/locate.h"

#include <QTest>

using tools::Message;

class TestLocate : public QObject
{
    Q_OBJECT

private slots:
    void places_data();
    void places();
};

static const char mainCf[] = "# unknown = 1\n" // 1
                             "unknown = 0\n"
                             "myhostname = a\n" // 3
                             "list = x,\n"
                             "# $missing in a comment\n"
                             "  $missing,\n" // 6
                             "  ${missing2?y} $missing22\n"
                             "\n"
                             "unknown\t=  1\n" // 9
                             "  unknown = continued\n"
                             "fo\xe4 = 1\n" // 11
                             "broken = ${x\n";

static const char masterCf[] = "smtp inet n - n - - smtpd\n" // 1
                               "  -o nope=$nix\n"
                               "#  -o off=1\n"
                               "  -o { spaced = a }\n" // 4
                               "  -onarrow=1\n"
                               "smtp unix - - n - - smtp\n" // 6
                               "  -o late=$myhostname\n"
                               "[::1]:smtp inet n - n - - smtpd -o { brace = b\n"
                               "smtp   inet q - n - - smtpd\n"; // 9

void TestLocate::places_data()
{
    QTest::addColumn<Message>("message");
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("line");

    const auto row = [](const char *name, const Message &message, const char *file, int line) {
        QTest::newRow(name) << message << QString::fromUtf8(file) << line;
    };
    const QString main = QStringLiteral("main.cf");
    const QString master = QStringLiteral("master.cf");

    row("last assignment", {.file = main, .parameter = "unknown"}, "main.cf", 9);
    row("file not told", {.parameter = "myhostname"}, "main.cf", 3);
    row("use", {.file = main, .parameter = "missing"}, "main.cf", 6);
    row("use in braces", {.file = main, .parameter = "missing2"}, "main.cf", 7);
    row("bytes that were not printed", {.file = main, .parameter = "fo?"}, "main.cf", 11);
    row("override", {.file = master, .parameter = "nope"}, "master.cf", 2);
    row("override in braces", {.file = master, .parameter = "spaced"}, "master.cf", 4);
    row("override joined to -o", {.file = master, .parameter = "narrow"}, "master.cf", 5);
    row("override switched off", {.file = master, .parameter = "off"}, "master.cf", 0);
    row("use in an override", {.file = master, .parameter = "nix"}, "master.cf", 2);
    row("override, file not told", {.parameter = "late"}, "master.cf", 7);
    row("the other file is not searched", {.file = master, .parameter = "unknown"}, "master.cf", 0);
    row("service, the last of two", {.service = "smtp/inet"}, "master.cf", 9);
    row("service by type", {.service = "smtp/unix"}, "master.cf", 6);
    row("service with colons", {.service = "[::1]:smtp/inet"}, "master.cf", 8);
    row("no such service", {.service = "x/inet"}, "", 0);
    row("quoted text", {.text = QStringLiteral(R"(truncated macro reference: "${x")")}, "main.cf", 12);
    row("quoted text of master.cf",
        {.file = master, .text = QStringLiteral(R"(missing '}' in "{ brace = b")")}, "master.cf", 8);
    row("a line that is right", {.file = main, .line = 2, .parameter = "unknown"}, "main.cf", 2);
    row("a line of another parameter", {.file = main, .line = 3, .parameter = "unknown"}, "main.cf", 9);
    row("a line beyond the end", {.file = main, .line = 99, .parameter = "unknown"}, "main.cf", 9);
    row("a line of no parameter", {.file = master, .line = 8}, "master.cf", 8);
    row("found nowhere", {.parameter = "nowhere"}, "", 0);
    row("elsewhere on the machine",
        {.file = QStringLiteral("/etc/postfix/main.cf"), .parameter = "myhostname"}, "/etc/postfix/main.cf",
        0);
}

void TestLocate::places()
{
    QFETCH(Message, message);
    const auto messages = tools::located({message}, mainCf, masterCf);
    QCOMPARE(messages.size(), 1);
    QTEST(messages[0].file, "file");
    QTEST(messages[0].line, "line");
    QCOMPARE(tools::located({message}, {}, {})[0].line, message.line);
}

QTEST_GUILESS_MAIN(TestLocate)
#include "tst_locate.moc"
