// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/edits/serviceedits.h"
#include "tests/support/masterfile.h"

#include <QtTest>

#include <functional>

using edits::Outcome;
using edits::Refusal;
using model::Draft;
using syntax::ServiceField;
using Reason = Refusal::Reason;

namespace {

using Action = std::function<Outcome(Draft &)>;

Action field(qsizetype index, ServiceField which, const QByteArray &value)
{
    return [=](Draft &draft) { return edits::setServiceField(draft, index, which, value); };
}

Action option(qsizetype index, const QByteArray &name, const QByteArray &value)
{
    return [=](Draft &draft) { return edits::setOverride(draft, index, name, value); };
}

Action optionOn(qsizetype index, qsizetype which, bool enabled)
{
    return [=](Draft &draft) { return edits::setOverrideEnabled(draft, index, which, enabled); };
}

Action optionOut(qsizetype index, const QByteArray &name)
{
    return [=](Draft &draft) { return edits::removeOverride(draft, index, name); };
}

Action on(qsizetype index, bool enabled)
{
    return [=](Draft &draft) { return edits::setServiceEnabled(draft, index, enabled); };
}

Action remove(qsizetype index)
{
    return [=](Draft &draft) { return edits::removeService(draft, index); };
}

Action move(qsizetype index, qsizetype before)
{
    return [=](Draft &draft) { return edits::moveService(draft, index, before); };
}

Action copy(qsizetype index, const QByteArray &name, const QByteArray &type)
{
    return [=](Draft &draft) { return edits::copyService(draft, index, name, type); };
}

Action add(qsizetype before, const edits::ServiceSpec &spec)
{
    return [=](Draft &draft) { return edits::addService(draft, before, spec); };
}

Action words(qsizetype index, const QByteArrayList &arguments)
{
    return [=](Draft &draft) { return edits::setServiceArguments(draft, index, arguments); };
}

edits::ServiceSpec spec(const QByteArray &name, const QByteArray &type, const QByteArray &command,
                        const QByteArrayList &arguments = {})
{
    edits::ServiceSpec result;
    result.name = name;
    result.type = type;
    result.isPrivate = "n";
    result.command = command;
    result.arguments = arguments;
    return result;
}

const QByteArray smtp = "smtp      inet  n       -       y       -       -       smtpd\n";
const QByteArray pickup = "pickup    unix  n       -       y       60      1       pickup\n";
const QByteArray submission = "submission inet n       -       y       -       -       smtpd\n"
                              "  -o syslog_name=postfix/submission\n"
                              "#  -o smtpd_tls_auth_only=yes\n"
                              "  -o smtpd_sasl_auth_enable=yes\n";
const QByteArray uucp = "uucp      unix  -       n       n       -       -       pipe\n"
                        "  flags=Fqhu user=uucp argv=uux -r -n $nexthop!rmail ($recipient)\n";

QByteArray textOf(const Draft &draft)
{
    return draft.masterCf().text();
}

} // namespace

Q_DECLARE_METATYPE(Action)
Q_DECLARE_METATYPE(edits::Refusal::Reason)

class TestServiceEdits : public QObject
{
    Q_OBJECT

private slots:
    void edit_data();
    void edit();
    void refuse_data();
    void refuse();
    void thereAndBack_data();
    void thereAndBack();
    void tenThousandServicesAtOnce();
};

void TestServiceEdits::edit_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<Action>("action");
    QTest::addColumn<QByteArray>("after");

    QTest::newRow("a field of the same width")
        << smtp << field(0, ServiceField::Chroot, "n") << QByteArray(smtp).replace("-       y", "-       n");
    QTest::newRow("a longer name eats the blanks after it")
        << smtp << field(0, ServiceField::Name, "smtps")
        << QByteArray("smtps     inet  n       -       y       -       -       smtpd\n");
    QTest::newRow("a name that is too long moves only what it must")
        << smtp << field(0, ServiceField::Name, "127.0.0.1:10025")
        << QByteArray("127.0.0.1:10025 inet n  -       y       -       -       smtpd\n");
    QTest::newRow("a shorter name leaves the columns")
        << submission << field(0, ServiceField::Name, "587")
        << QByteArray(submission).replace("submission inet", "587        inet");
    QTest::newRow("single blanks stay single")
        << QByteArray("submission inet n - y - - smtpd\n") << field(0, ServiceField::Name, "587")
        << QByteArray("587 inet n - y - - smtpd\n");
    QTest::newRow("tabs stay tabs") << QByteArray("smtp\t\tinet\tn\t-\ty\t-\t-\tsmtpd\n")
                                    << field(0, ServiceField::Name, "submission")
                                    << QByteArray("submission\tinet\tn\t-\ty\t-\t-\tsmtpd\n");
    QTest::newRow("a field of a commented-out service")
        << QByteArray("#smtp inet n - y - 1 postscreen\n") << field(0, ServiceField::ProcessLimit, "2")
        << QByteArray("#smtp inet n - y - 2 postscreen\n");
    QTest::newRow("an empty field is its default")
        << QByteArray("a unix n - y 60? 1 b\r\n") << field(0, ServiceField::Wakeup, "")
        << QByteArray("a unix n - y - 1 b\r\n");
    QTest::newRow("the command keeps its arguments")
        << uucp << field(0, ServiceField::Command, "spawn") << QByteArray(uucp).replace("pipe\n", "spawn\n");

    QTest::newRow("an override that is there") << submission << option(0, "syslog_name", "x")
                                               << QByteArray(submission).replace("postfix/submission", "x");
    QTest::newRow("a commented-out override is switched on, no second one added")
        << submission << option(0, "smtpd_tls_auth_only", "no")
        << QByteArray(submission).replace("#  -o smtpd_tls_auth_only=yes", "  -o smtpd_tls_auth_only=no");
    QTest::newRow("a new override goes below the last")
        << submission << option(0, "a", "b") << submission + "  -o a=b\n";
    QTest::newRow("the first override is indented by two")
        << smtp + pickup << option(0, "a", "b") << smtp + "  -o a=b\n" + pickup;
    QTest::newRow("overrides on one line stay on one line")
        << QByteArray("a unix - - n - - smtp -o x=1 -o y=2\n") << option(0, "z", "3")
        << QByteArray("a unix - - n - - smtp -o x=1 -o y=2 -o z=3\n");
    QTest::newRow("an override goes in front of the arguments of pipe")
        << uucp << option(0, "a", "b") << QByteArray(uucp).replace("  flags", "  -o a=b\n  flags");
    QTest::newRow("a value with blanks gets braces")
        << smtp << option(0, "a", "b c") << smtp + "  -o { a = b c }\n";
    QTest::newRow("a value that gets blanks gets braces") << smtp
            + "  -o a=b\n" << option(0, "a", "b c") << smtp + "  -o { a = b c }\n";
    QTest::newRow("braces stay when they are no longer needed") << smtp
            + "  -o { a = b c }\n" << option(0, "a", "b") << smtp + "  -o { a = b }\n";
    QTest::newRow("braces without a value") << smtp + "  -o { a = }\n"
                                            << option(0, "a", "b") << smtp + "  -o { a = b }\n";
    QTest::newRow("blanks within a value's own braces need no others")
        << smtp << option(0, "a", "${x?{b c}}") << smtp + "  -o a=${x?{b c}}\n";
    QTest::newRow("an empty value") << smtp << option(0, "a", "") << smtp + "  -o a=\n";
    QTest::newRow("the last of several is the one in force") << smtp
            + "  -o a=1\n  -o a=2\n" << option(0, "a", "3") << smtp + "  -o a=1\n  -o a=3\n";
    QTest::newRow("no last line end")
        << smtp + "  -o a=1" << option(0, "b", "2") << smtp + "  -o a=1\n  -o b=2";
    QTest::newRow("CRLF") << QByteArray("a unix - - n - - smtp\r\n") << option(0, "b", "2")
                          << QByteArray("a unix - - n - - smtp\r\n  -o b=2\r\n");
    QTest::newRow("an override of a commented-out service")
        << QByteArray("#a unix - - n - - smtp\n#  -o x=1\n") << option(0, "b", "2")
        << QByteArray("#a unix - - n - - smtp\n#  -o x=1\n#  -o b=2\n");
    QTest::newRow("the joined form keeps its look")
        << QByteArray("a unix - - n - - smtp -vo x=1\n") << option(0, "x", "2")
        << QByteArray("a unix - - n - - smtp -vo x=2\n");

    QTest::newRow("an override with its line")
        << submission << optionOut(0, "syslog_name")
        << QByteArray(submission).replace("  -o syslog_name=postfix/submission\n", "");
    QTest::newRow("one of several on a line")
        << QByteArray("a unix - - n - - smtp -o x=1 -o y=2\n") << optionOut(0, "x")
        << QByteArray("a unix - - n - - smtp -o y=2\n");
    QTest::newRow("the first of a line") << smtp + "    -o x=1 -o y=2\n"
                                         << optionOut(0, "x") << smtp + "    -o y=2\n";
    QTest::newRow("all of one name") << smtp + "  -o x=1\n  -o y=2\n  -o x=3\n"
                                     << optionOut(0, "x") << smtp + "  -o y=2\n";
    QTest::newRow("one over two lines") << smtp + "  -o\n    x=1\n  -o y=2\n"
                                        << optionOut(0, "x") << smtp + "  -o y=2\n";
    QTest::newRow("the last without a line end") << smtp + "  -o x=1" << optionOut(0, "x") << smtp.chopped(1);
    QTest::newRow("a commented-out service that only the override kept apart")
        << smtp + "#smtps inet n - y - - smtpd\n  -o x=1\n"
        << optionOut(0, "x") << smtp + "##smtps inet n - y - - smtpd\n";

    QTest::newRow("an override off") << submission << optionOn(0, 0, false)
                                     << QByteArray(submission).replace("  -o syslog", "#  -o syslog");
    QTest::newRow("an override on") << submission << optionOn(0, 1, true)
                                    << QByteArray(submission).replace("#  -o", "  -o");
    QTest::newRow("one on a shared line off")
        << QByteArray("a unix - - n - - smtp -o x=1 -o y=2\n") << optionOn(0, 0, false)
        << QByteArray("a unix - - n - - smtp -o y=2\n#  -o x=1\n");
    QTest::newRow("one on a shared commented line on")
        << smtp + "#  -o x=1 -o y=2\n"
        << optionOn(0, 1, true) << smtp + "#  -o x=1\n  -o y=2\n";
    QTest::newRow("one below the arguments of pipe goes above them")
        << uucp + "#  -o x=1\n"
        << optionOn(0, 0, true) << QByteArray(uucp).replace("  flags", "  -o x=1\n  flags");
    QTest::newRow("the column of the neighbours")
        << smtp + "        -o x=1\n#       -o y=2\n"
        << optionOn(0, 1, true) << smtp + "        -o x=1\n        -o y=2\n";
    QTest::newRow("off within off") << QByteArray("#a unix - - n - - smtp\n#  -o x=1\n")
                                    << optionOn(0, 0, false)
                                    << QByteArray("#a unix - - n - - smtp\n##  -o x=1\n");

    QTest::newRow("a service off with all its lines")
        << submission << on(0, false)
        << QByteArray("#submission inet n       -       y       -       -       smtpd\n"
                      "#  -o syslog_name=postfix/submission\n"
                      "##  -o smtpd_tls_auth_only=yes\n"
                      "#  -o smtpd_sasl_auth_enable=yes\n");
    QTest::newRow("a service on, its prose stays prose")
        << QByteArray("#a inet n - y - - smtpd\n#  -o x=1\n#     Prose here\n#  -o y=2\n\n# other\n")
        << on(0, true)
        << QByteArray("a inet n - y - - smtpd\n  -o x=1\n#     Prose here\n  -o y=2\n\n# other\n");
    QTest::newRow("a service on without the prose below it")
        << QByteArray("#tlsproxy  unix  -  -  y  -  0  tlsproxy\n# Choose one: enable submission\n#b unix - "
                      "- n - - c\n")
        << on(0, true)
        << QByteArray("tlsproxy  unix  -  -  y  -  0  tlsproxy\n# Choose one: enable submission\n#b unix - - "
                      "n - - c\n");
    QTest::newRow("an argument without a blank in front stays one")
        << QByteArray("#a inet n - y - - smtpd\n#-o x=1\n") << on(0, true)
        << QByteArray("a inet n - y - - smtpd\n -o x=1\n");

    QTest::newRow("remove a service with its remark and what is in it")
        << smtp + "# Clients\n" + submission + pickup << remove(1) << smtp + pickup;
    QTest::newRow("remove the last of a file without a last line end")
        << smtp + pickup.chopped(1) << remove(1) << smtp.chopped(1);
    QTest::newRow("move up with the remark") << smtp + "# Clients\n" + submission + pickup << move(1, 0)
                                             << "# Clients\n" + submission + smtp + pickup;
    QTest::newRow("move down") << smtp + submission + pickup << move(0, 3) << submission + pickup + smtp;
    QTest::newRow("move to the end of a file without a last line end")
        << smtp + pickup.chopped(1) << move(0, 2) << pickup + smtp.chopped(1);
    QTest::newRow("copy below, in its columns")
        << smtp + pickup << copy(0, "smtps", "inet")
        << smtp + "smtps     inet  n       -       y       -       -       smtpd\n" + pickup;
    QTest::newRow("copy a whole stanza")
        << submission + pickup << copy(0, "submit2", "unix")
        << submission + QByteArray(submission).replace("submission inet", "submit2    unix") + pickup;
    QTest::newRow("add in the columns of the file")
        << smtp + pickup << add(1, spec("a", "unix", "smtp", {"-v", "-o", "x=1", "-o", "y=2 3"}))
        << smtp
            + "a         unix  n       -       -       -       -       smtp -v\n  -o x=1\n  -o { y = 2 3 }\n"
            + pickup;
    QTest::newRow("add to an empty file")
        << QByteArray() << add(0, spec("a", "unix", "pipe", {"flags=R", "argv=b c"}))
        << QByteArray("a         unix  n       -       -       -       -       pipe\n"
                      "  flags=R { argv=b c }\n");
    QTest::newRow("add at the end, no last line end")
        << QByteArray("a\tunix\t-\t-\tn\t-\t-\tsmtp") << add(1, spec("b", "unix", "smtp"))
        << QByteArray("a\tunix\t-\t-\tn\t-\t-\tsmtp\nb\tunix\tn\t-\t-\t-\t-\tsmtp");

    QTest::newRow("one word of the arguments")
        << uucp
        << words(0, {"flags=Fqhu", "user=mail", "argv=uux", "-r", "-n", "$nexthop!rmail", "($recipient)"})
        << QByteArray(uucp).replace("user=uucp", "user=mail");
    QTest::newRow("fewer and more words")
        << uucp << words(0, {"flags=Fqhu", "argv=uux", "-r", "-n", "$nexthop!rmail", "($recipient)", "x"})
        << QByteArray("uucp      unix  -       n       n       -       -       pipe\n"
                      "  flags=Fqhu argv=uux -r -n $nexthop!rmail ($recipient) x\n");
    QTest::newRow("the first words") << smtp + "  -o a=b\n"
                                     << words(0, {"-v", "stress"})
                                     << QByteArray(smtp).replace("smtpd", "smtpd -v")
            + "  -o a=b\n  stress\n";
    QTest::newRow("a word with blanks")
        << uucp << words(0, {"flags=F", "argv=a", "b c"})
        << QByteArray("uucp      unix  -       n       n       -       -       pipe\n"
                      "  flags=F argv=a { b c }\n");
    QTest::newRow("no words any more")
        << uucp << words(0, {})
        << QByteArray("uucp      unix  -       n       n       -       -       pipe\n");
}

void TestServiceEdits::edit()
{
    QFETCH(const QByteArray, before);
    QFETCH(const Action, action);
    QFETCH(const QByteArray, after);

    Draft draft(support::withMasterCf(before));
    const Outcome refused = action(draft);
    QVERIFY2(!refused, refused ? qPrintable(edits::refusalText(*refused)) : "");
    QCOMPARE(textOf(draft), after);
    QCOMPARE(model::applied(draft.snapshot(), draft.inverse()).masterCf().text(), before);
}

void TestServiceEdits::refuse_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Action>("action");
    QTest::addColumn<Reason>("reason");

    QTest::newRow("no such service") << smtp << remove(1) << Reason::NotThere;
    QTest::newRow("no such override") << smtp << optionOn(0, 0, true) << Reason::NotThere;
    QTest::newRow("no override of that name") << smtp << optionOut(0, "a") << Reason::NotThere;
    QTest::newRow("an empty name") << smtp << field(0, ServiceField::Name, "") << Reason::EmptyName;
    QTest::newRow("a name with a blank") << smtp << field(0, ServiceField::Name, "a b") << Reason::BadField;
    QTest::newRow("a name that starts a comment")
        << smtp << field(0, ServiceField::Name, "#a") << Reason::BadField;
    QTest::newRow("a type that Postfix does not know")
        << smtp << field(0, ServiceField::Type, "tcp") << Reason::BadField;
    QTest::newRow("yes in place of y") << smtp << field(0, ServiceField::Chroot, "yes") << Reason::BadField;
    QTest::newRow("a wakeup with a unit")
        << smtp << field(0, ServiceField::Wakeup, "60s") << Reason::BadField;
    QTest::newRow("a wakeup that is only a question mark")
        << smtp << field(0, ServiceField::Wakeup, "?") << Reason::BadField;
    QTest::newRow("a limit below zero")
        << smtp << field(0, ServiceField::ProcessLimit, "-1") << Reason::BadField;
    QTest::newRow("no command") << smtp << field(0, ServiceField::Command, "-") << Reason::BadField;
    QTest::newRow("a command with arguments")
        << smtp << field(0, ServiceField::Command, "smtpd -v") << Reason::BadField;
    QTest::newRow("a NUL") << smtp << field(0, ServiceField::Name, QByteArray("a\0b", 3)) << Reason::NulByte;
    QTest::newRow("renamed to one that is there")
        << smtp + "smtp unix - - y - - smtp\n"
        << field(1, ServiceField::Type, "inet") << Reason::AlreadyThere;
    QTest::newRow("a copy under the same name") << smtp << copy(0, "smtp", "inet") << Reason::AlreadyThere;
    QTest::newRow("one that is there, added")
        << smtp << add(0, spec("smtp", "inet", "smtpd")) << Reason::AlreadyThere;
    QTest::newRow("one that is there, switched on") << smtp + "#smtp inet n - y - 1 postscreen\n"
                                                    << on(1, true) << Reason::AlreadyThere;
    QTest::newRow("an override without a name") << smtp << option(0, "", "b") << Reason::EmptyName;
    QTest::newRow("an override with a blank in its name") << smtp << option(0, "a b", "c") << Reason::BadName;
    QTest::newRow("a line break in a value") << smtp << option(0, "a", "b\nc") << Reason::LineBreak;
    QTest::newRow("a brace that is not closed") << smtp << option(0, "a", "b {c") << Reason::UnbalancedBraces;
    QTest::newRow("a brace that closes too soon")
        << smtp << option(0, "a", "b } c") << Reason::UnbalancedBraces;
    QTest::newRow("a line of nobody would join in")
        << QByteArray("#a unix - - n - - smtp\n  -o x=1\n") << on(0, true) << Reason::BadValue;
}

void TestServiceEdits::refuse()
{
    QFETCH(const QByteArray, text);
    QFETCH(const Action, action);
    QFETCH(const Reason, reason);

    Draft draft(support::withMasterCf(text));
    const Outcome refused = action(draft);
    QVERIFY(refused);
    QCOMPARE(refused->reason, reason);
    QVERIFY(!edits::refusalText(*refused).isEmpty());
    QCOMPARE(textOf(draft), text);
    QVERIFY(draft.changes().isEmpty());
}

void TestServiceEdits::thereAndBack_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("plain") << smtp;
    QTest::newRow("with an override that is off") << submission;
    QTest::newRow("with prose and gaps")
        << smtp + "  -o a=1\n\n# prose\n\n#\n#  -o b=2\n  # indented\n  # -o c=3\n  -o d=4\n" + pickup;
    QTest::newRow("with a commented-out service inside") << smtp + "#smtps inet n - y - - smtpd\n  -o x=1\n";
    QTest::newRow("with signs and comments in comments")
        << smtp + "## note\n########\n##  -o x=1\n# =====\n  -o y=1\n";
    QTest::newRow("pipe") << uucp + "#  flags=R user=a argv=b\n";
    QTest::newRow("pipe over three lines") << uucp + "  ${more}\n  words\n";
    QTest::newRow("CRLF") << QByteArray("a unix - - n - - smtp\r\n  -o a=1\r\n# b\r\n  -o c=2\r\n");
    QTest::newRow("no last line end") << smtp + "  -o a=1";
    QTest::newRow("braces over lines") << smtp + "  -o { a =\n   b\n   c }\n  -o d=e\n";
}

void TestServiceEdits::thereAndBack()
{
    QFETCH(const QByteArray, text);
    Draft draft(support::withMasterCf(text));
    QVERIFY(!edits::setServiceEnabled(draft, 0, false));
    QVERIFY(!draft.masterCf().services()[0].enabled);
    QVERIFY(!edits::setServiceEnabled(draft, 0, true));
    QCOMPARE(textOf(draft), text);
}

void TestServiceEdits::tenThousandServicesAtOnce()
{
    QByteArray text;
    QList<qsizetype> all;
    for (int i = 0; i < 10000; ++i) {
        text += "service" + QByteArray::number(i) + " unix - - y - - smtp\n  -o syslog_name=x\n";
        all.append(i);
    }
    Draft draft(support::withMasterCf(text));
    QElapsedTimer timer;
    timer.start();
    QVERIFY(!edits::setServiceFields(draft, all, ServiceField::Chroot, "n"));
    const qint64 forward = timer.restart();
    QCOMPARE(draft.changes().size(), 10000);
    QCOMPARE(textOf(draft), QByteArray(text).replace(" y ", " n "));
    QCOMPARE(model::applied(draft.snapshot(), draft.inverse()).masterCf().text(), text);
    qInfo("10,000 services changed in %lld ms, changed back in %lld ms", forward, timer.elapsed());
}

QTEST_GUILESS_MAIN(TestServiceEdits)
#include "tst_serviceedits.moc"
