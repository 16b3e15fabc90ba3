// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/syntax/mastercf.h"

#include <QTest>

#include <ctime>

using syntax::MasterCf;
using syntax::Service;
using syntax::ServiceField;

namespace {

/// One service per line: sign, name/type, command; overrides as name=value, in brackets when off, in braces
/// when braced; other words in angles; strays as "?" and their kind.
QByteArray described(const MasterCf &file)
{
    QByteArray text;
    for (const Service &service : file.services()) {
        text += service.enabled ? '+' : '-';
        text += file.fieldOf(service, ServiceField::Name).toByteArray() + '/'
            + file.fieldOf(service, ServiceField::Type).toByteArray() + ' '
            + file.fieldOf(service, ServiceField::Command).toByteArray();
        for (const syntax::Override &option : service.overrides) {
            QByteArray shown = file.nameOf(option).toByteArray() + '=' + file.valueOf(option);
            if (option.braced)
                shown = '{' + shown + '}';
            text += ' ' + (option.enabled ? shown : '[' + shown + ']');
        }
        for (const syntax::Argument &argument : service.arguments)
            text += " <" + file.argumentOf(argument) + '>';
        text += '\n';
    }
    for (const syntax::StrayLine &stray : file.strays())
        text += '?' + QByteArray::number(stray.line)
            + (stray.kind == syntax::StrayLine::Kind::Orphan ? " orphan\n" : " count\n");
    return text;
}

} // namespace

class TestMasterCf : public QObject
{
    Q_OBJECT

private slots:
    void read_data();
    void read();
    void normalizedArguments_data();
    void normalizedArguments();
    void remark_data();
    void remark();
    void lookUp();
    void manyServicesTakeLinearTime();
};

void TestMasterCf::read_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const QByteArray &text, const QByteArray &expected) {
        QTest::newRow(name) << text << expected;
    };
    row("nothing", "", "");
    row("eight fields", "smtp inet n - y - - smtpd\n", "+smtp/inet smtpd\n");
    row("tabs and CRLF", "smtp\tinet\tn\t-\ty\t-\t-\tsmtpd\r\n  -o a=b\r\n", "+smtp/inet smtpd a=b\n");
    row("no last line end", "smtp inet n - y - - smtpd\n -o a=b", "+smtp/inet smtpd a=b\n");
    row("every type", "a pass - - - - - p\nb fifo - - - - - f\nc unix-dgram - - - - - d\n",
        "+a/pass p\n+b/fifo f\n+c/unix-dgram d\n");
    row("names with addresses",
        "[::1]:10025 inet n - n - - smtpd\n2001:db8::1:smtp inet n - n - - smtpd\n127.0.0.1:10025 inet n - n "
        "- - smtpd\n",
        "+[::1]:10025/inet smtpd\n+2001:db8::1:smtp/inet smtpd\n+127.0.0.1:10025/inet smtpd\n");
    row("too few fields", "smtp inet n - y - -\n", "?0 count\n");
    row("an indented first line", "  smtp inet n - y - - smtpd\n  -o a=b\n\nx unix - - n - - smtp\n",
        "+x/unix smtp\n?0 orphan\n");
    row("a service with a leading blank joins the one above",
        "x unix - - n - - smtp\n smtps inet n - y - - smtpd\n",
        "+x/unix smtp <smtps> <inet> <n> <-> <y> <-> <-> <smtpd>\n");
    row("a backslash continues nothing", "x unix - - n - - smtp \\\n-o a=b\n",
        "+x/unix smtp <\\>\n?1 count\n");
    row("a NUL ends the line for Postfix", QByteArray("x unix - - n - - smtp -o a=b\0c -o d=e\n", 38),
        "+x/unix smtp a=b\n");
    row("bytes that are no UTF-8", "caf\xe9 unix - - n - - smtp\n", "+caf\xe9/unix smtp\n");

    row("forms of an override",
        "x unix - - n - - smtp -o a=1 -ob=2 -o {c = 3 4} -o { d=5 } -vo e=6 -o f= -o g=h=i\n",
        "+x/unix smtp a=1 b=2 {c=3 4} {d=5} e=6 f= g=h=i <-v>\n");
    row("an override over lines",
        "x unix - - n - - smtp\n  -o\n# between\n  a=b\n  -o { c =\n# why\n    d\n\n e }\n",
        "+x/unix smtp a=b {c=d e}\n");
    row("an 'o' in the value is no option", "x unix - - n - - smtp -oname=foo\n", "+x/unix smtp name=foo\n");
    row("blanks around '=' end the override", "x unix - - n - - smtp -o a= b\n", "+x/unix smtp a= <b>\n");
    row("no assignment is no override", "x unix - - n - - smtp -o a -o {b} -o =c -v\n",
        "+x/unix smtp <-o> <a> <-o> <{b}> <-o> <=c> <-v>\n");
    row("options end at the first other word", "x unix - - n - - pipe -v flags=R -o a=b\n",
        "+x/unix pipe <-v> <flags=R> <-o> <a=b>\n");
    row("options end at --", "x unix - - n - - pipe -- -o a=b\n", "+x/unix pipe <--> <-o> <a=b>\n");
    row("braces keep words together", "x unix - - n - - pipe argv=a { b c } d{e f}g\n",
        "+x/unix pipe <argv=a> <{ b c }> <d{e f}g>\n");
    row("a brace that is never closed", "x unix - - n - - smtp -o { a = b\n",
        "+x/unix smtp <-o> <{ a = b>\n");
    row("a name in $", "x unix - - n - - smtp -o a=${b?{c d}:{e}}\n", "+x/unix smtp a=${b?{c d}:{e}}\n");

    row("an override that is off, wherever it stands",
        "x unix - - n - - smtp\n# -o a=1\n  -o b=2\n#  -o c=3 -o d=4\n\n#-o e=5\n\ny unix - - n - - smtp\n",
        "+x/unix smtp [a=1] b=2 [c=3] [d=4] [e=5]\n+y/unix smtp\n");
    row("prose in a service is no override",
        "x unix - - n - - smtp\n# use -o to set\n# -o is nice\n  -o b=2\n", "+x/unix smtp b=2\n");
    row("an indented comment", "x unix - - n - - smtp\n  # -o a=1\n  -o b=2\n", "+x/unix smtp [a=1] b=2\n");
    row("braces over commented lines", "x unix - - n - - smtp\n#  -o { a =\n#    b }\n",
        "+x/unix smtp [{a=b}]\n");
    row("arguments commented out are no overrides",
        "x unix - - n - - pipe\n  flags=R argv=a\n#  flags=D argv=b\n", "+x/unix pipe <flags=R> <argv=a>\n");

    row("a service that is off", "#x unix - - n - - smtp\n#  -o a=1\n", "-x/unix smtp a=1\n");
    row("a service that is off, its sign apart", "# x unix - - n - - smtp\n#   -o a=1\n",
        "-x/unix smtp a=1\n");
    row("off within off", "#x unix - - n - - smtp\n#  -o a=1\n##  -o b=2\n# #  -o c=3\n",
        "-x/unix smtp a=1 [b=2] [c=3]\n");
    row("prose between its lines",
        "#x unix - - n - - smtp\n#  -o a=1\n#     Instead of a, use b\n#     (where it helps).\n#  -o b=2\n",
        "-x/unix smtp a=1 b=2\n");
    row("prose below is not its arguments",
        "#tlsproxy unix - - y - 0 tlsproxy\n# Choose one: enable submission for loopback clients\n"
        "#submission inet n - y - - smtpd\n",
        "-tlsproxy/unix tlsproxy\n-submission/inet smtpd\n");
    row("arguments of pipe", "#x unix - - n - - pipe\n#  flags=R user=a argv=b\n#  ${nexthop} ${user}\n",
        "-x/unix pipe <flags=R> <user=a> <argv=b> <${nexthop}> <${user}>\n");
    row("prose below the arguments of pipe", "#x unix - - n - - pipe\n#  flags=R argv=b\n# More prose here\n",
        "-x/unix pipe <flags=R> <argv=b>\n");
    row("a rule ends it", "#x unix - - n - - smtp\n# ====\n#  -o a=1\n", "-x/unix smtp\n");
    row("prose after a gap ends it", "#x unix - - n - - smtp\n#\n# To set it:\n#  -o a=1\n",
        "-x/unix smtp\n");
    row("a commented-out service between the lines of another is none",
        "x unix - - n - - smtp\n#y unix - - n - - smtp\n#  -o a=1\n  -o b=2\n", "+x/unix smtp b=2\n");
    row("column heads are no service",
        "# service type  private unpriv  chroot  wakeup  maxproc command + args\n"
        "#               (yes)   (yes)   (no)    (never) (100)\n",
        "");
    row("a sentence is no service", "# smtp inet is what a - b - c - d\n", "");
}

void TestMasterCf::read()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, expected);
    const MasterCf file(text);
    QCOMPARE(file.text(), text);
    QCOMPARE(described(file), expected);
}

void TestMasterCf::normalizedArguments_data()
{
    QTest::addColumn<QByteArray>("words");
    QTest::addColumn<QByteArrayList>("expected");
    const auto row = [](const char *name, const QByteArray &words, const QByteArrayList &expected) {
        QTest::newRow(name) << words << expected;
    };
    row("apart", "-o a=b", {"-o", "a=b"});
    row("together", "-vo a=b", {"-v", "-o", "a=b"});
    row("a later 'o' is taken for an option, as postconf does", "-oname=foo -o a=b",
        {"-o", "name=f", "-o", "-o", "-o", "a=b"});
    row("braces", "-o { a = b c } x { y z }", {"-o", "a=b c", "x", "y z"});
    row("blanks inside stay", "-o { a =\n  b\n#x\n   c }", {"-o", "a=b   c"});
    row("text behind a brace is dropped", "-o {a=b}x", {"-o", "a=b"});
    row("a brace that is never closed", "x {h", {"x", "h"});
    row("a single dash", "- -o a=b -- -o c=d", {"-", "-o", "a=b", "--", "-o", "c=d"});
    row("nothing behind -o", "-v -o", {"-v", "-o"});
}

void TestMasterCf::normalizedArguments()
{
    QFETCH(const QByteArray, words);
    QFETCH(const QByteArrayList, expected);
    const MasterCf file("x unix - - n - - smtp " + words + '\n');
    QCOMPARE(file.normalizedArguments(file.services().first()), expected);
    const MasterCf off("#x unix - - n - - smtp "
                       + QByteArray(words).replace("\n#", "\n##").replace("\n ", "\n# ") + '\n');
    if (!words.contains('#'))
        QCOMPARE(off.normalizedArguments(off.services().first()), expected);
}

void TestMasterCf::remark_data()
{
    QTest::addColumn<QByteArray>("text"); // the remark of the last service in «»
    QTest::newRow("right above") << QByteArray(
        "a unix - - n - - b\n«# about c\n# and more\n»c unix - - n - - d\n");
    QTest::newRow("none behind a gap") << QByteArray("a unix - - n - - b\n# other\n\nc unix - - n - - d\n");
    QTest::newRow("below a rule") << QByteArray("# ====\n«# about c\n»c unix - - n - - d\n");
    QTest::newRow("a rule is none") << QByteArray("# about c\n# ====\nc unix - - n - - d\n");
    QTest::newRow("the head of the file is none") << QByteArray("# Managed by hand\nc unix - - n - - d\n");
    QTest::newRow("above a bare sign when it names the service")
        << QByteArray("#\n«# maildrop. See its page.\n#\n»maildrop unix - - n - - pipe\n");
    QTest::newRow("not above a bare sign when it does not")
        << QByteArray("#\n# Other delivery methods.\n#\nifmail unix - - n - - pipe\n");
    QTest::newRow("of a service that is off")
        << QByteArray("x unix - - n - - b\n«# about c\n»#c unix - - n - - d\n");
    QTest::newRow("what another service has is none")
        << QByteArray("#x unix - - n - - b\n#  -o a=b\nc unix - - n - - d\n");
}

void TestMasterCf::remark()
{
    QFETCH(QByteArray, text);
    const QByteArray open = "«";
    const QByteArray close = "»";
    const qsizetype begin = text.indexOf(open);
    QByteArray expected;
    if (begin >= 0) {
        text.remove(begin, open.size());
        const qsizetype end = text.indexOf(close);
        text.remove(end, close.size());
        expected = text.sliced(begin, end - begin);
    }
    const MasterCf file(text);
    const Service &service = file.services().last();
    QCOMPARE(service.remark.in(file.text()).toByteArray(), expected);
    QCOMPARE(service.remark.end, service.whole.begin);
}

void TestMasterCf::lookUp()
{
    const MasterCf file(
        "#a unix - - n - - off\na inet n - n - - one\na unix - - n - - two\na unix - - n - - three\n");
    QCOMPARE(file.indexOf("a", "unix"), 2);
    QCOMPARE(file.indexOf("a", "inet"), 1);
    QCOMPARE(file.indexOf("b", "inet"), -1);
}

void TestMasterCf::manyServicesTakeLinearTime()
{
    const auto textOf = [](int count) {
        QByteArray text;
        for (int i = 0; i < count; ++i)
            text +=
                "service" + QByteArray::number(i) + " inet n - y - - smtpd\n  -o a=b\n#  -o c={\n# prose\n";
        return text;
    };
    // Time of the processor, for the machine may be busy with other things.
    const auto timeOf = [](const QByteArray &text) {
        std::clock_t best = 0;
        for (int i = 0; i < 3; ++i) {
            const std::clock_t start = std::clock();
            const MasterCf file(text);
            const std::clock_t spent = std::clock() - start;
            best = i == 0 ? spent : std::min(best, spent);
        }
        return double(best) * 1000 / CLOCKS_PER_SEC;
    };
    const double few = timeOf(textOf(2000));
    const double many = timeOf(textOf(20000));
    qInfo("2,000 services in %.1f ms, 20,000 in %.1f ms", few, many);
    QVERIFY(many < 40 * std::max(few, 1.0));
    // One service with very many words, open braces and comments.
    const double wide = timeOf("a inet n - y - - smtpd\n" + QByteArray("  -o a={\n").repeated(100000)
                               + QByteArray("#  -o b={\n").repeated(100000));
    qInfo("200,000 lines of open braces in %.1f ms", wide);
    QVERIFY(wide < 200 * many);
}

QTEST_GUILESS_MAIN(TestMasterCf)
#include "tst_mastercf.moc"
