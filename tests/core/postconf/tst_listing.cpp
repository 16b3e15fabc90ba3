// SPDX-FileCopyrightText: 2026 The Postwright authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/postconfruns.h"

#include <QTest>

using support::PostconfAnswer;
using support::PostconfCall;
using support::PostconfFiles;

namespace {

const QByteArray folder = "/folder";
const QByteArray inMain = "warning: /folder/main.cf: ";
const QByteArray inMaster = "warning: /folder/master.cf: ";
const catalog::Version debian12{3, 7, 11};
const catalog::Version newest{3, 12, 0};

struct Case
{
    const char *name;
    QByteArrayList arguments;
    PostconfFiles files = {};
    QByteArray out = {};
    QByteArrayList said = {};
    int status = 0;
};

/// A main.cf alone, a master.cf alone.
PostconfFiles mainOf(const QByteArray &text)
{
    return {.main = text};
}
PostconfFiles masterOf(const QByteArray &text)
{
    return {.master = text};
}

const QByteArray pickup = "pickup unix n - y 60 1 pickup\n";
const QByteArray smtpd = "smtp inet n - y - - smtpd";

QList<Case> settingsCases()
{
    return {
        {"sorted", {"-n"}, mainOf("myorigin = b\nmydomain = a\n"), "mydomain = a\nmyorigin = b\n"},
        {"the last one counts",
         {"-n"},
         mainOf("mydomain = a\n\n\nmydomain = b\n"),
         "mydomain = b\n",
         {"warning: /folder/main.cf, line 4: overriding earlier entry: mydomain=a"}},
        {"the same twice is no override", {"-n"}, mainOf("mydomain = a\nmydomain=a\n"), "mydomain = a\n"},
        {"blanks are squeezed when they are printed",
         {"-n"},
         mainOf("mydomain = a  \t b\n  c\r\n"),
         "mydomain = a b c\n"},
        {"blanks are kept when they are quoted",
         {"-n"},
         mainOf("mine = a  \t b\n  c\n"),
         "",
         {inMain + "unused parameter: mine=a  ? b  c"}},
        {"an empty value", {"-n"}, mainOf("relayhost =\n"), "relayhost =\n"},
        {"an unused name", {"-n"}, mainOf("nosuch = a\n"), "", {inMain + "unused parameter: nosuch=a"}},
        {"a name that is referred to",
         {"-n"},
         mainOf("mine = a\nmydomain = $mine\n"),
         "mine = a\nmydomain = $mine\n"},
        {"a name in a branch that is not taken",
         {"-n"},
         mainOf("mine = a\nmydomain = ${myorigin?x:$mine}\n"),
         "mine = a\nmydomain = ${myorigin?x:$mine}\n"},
        {"a name without a value",
         {"-n"},
         mainOf("mydomain = $nosuch\n"),
         "mydomain = $nosuch\n",
         {inMain + "undefined parameter: nosuch"}},
        {"a name in a value that is not expanded",
         {"-n"},
         mainOf("forward_path = $nosuch\n"),
         "forward_path = $nosuch\n"},
        {"restriction classes are split at braces too",
         {"-n"},
         mainOf("smtpd_restriction_classes = {one, two}\ntwo} = permit\n"),
         "smtpd_restriction_classes = {one, two}\ntwo} = permit\n",
         {inMain + "undefined parameter: {one"}},
        {"restriction classes are expanded",
         {"-n"},
         mainOf("smtpd_restriction_classes = $list\nlist = one\none = permit\n"),
         "list = one\none = permit\nsmtpd_restriction_classes = $list\n"},
        {"restriction classes that can't be read",
         {"-n"},
         mainOf("smtpd_restriction_classes = ${\n"),
         "",
         {"warning: truncated macro reference: \"${\"",
          "fatal: dictionary mail_dict: macro processing error"},
         1},
        {"a database client",
         {"-n"},
         mainOf("virtual_alias_maps = ldap:acct\nacct_bind = no\nacct_x = 1\n"),
         "acct_bind = no\nvirtual_alias_maps = ldap:acct\n",
         {inMain + "unused parameter: acct_x=1"}},
        {"a database client of a user's parameter is not looked for",
         {"-n"},
         mainOf("mine = ldap:acct\nother = $mine\nacct_bind = no\n"),
         "mine = ldap:acct\n",
         {inMain + "unused parameter: acct_bind=no", inMain + "unused parameter: other=$mine"}},
        {"database clients within braces and behind proxies",
         {"-n"},
         mainOf("relayhost = proxy:proxy:ldap:xx:y,{ldap:qq},proxy:{ldap:rr},foo{ldap:ss},ldap:\n"
                "qq_bind=c\nrr_bind=d\nss_bind=v\nxx:y_bind=d\n"),
         "qq_bind = c\nrelayhost = proxy:proxy:ldap:xx:y,{ldap:qq},proxy:{ldap:rr},foo{ldap:ss},ldap:\n"
         "xx:y_bind = d\n",
         {inMain + "unused parameter: rr_bind=d", inMain + "unused parameter: ss_bind=v"}},
        {"a client file that is not there",
         {"-n"},
         mainOf("virtual_alias_maps = mysql:/nosuch/file\n"),
         "virtual_alias_maps = mysql:/nosuch/file\n",
         {"warning: open \"mysql\" configuration \"/nosuch/file\": No such file or directory"}},
        {"a client file that is a folder",
         {"-n"},
         mainOf("virtual_alias_maps = proxy:pgsql:/\n"),
         "virtual_alias_maps = proxy:pgsql:/\n",
         {"warning: open \"pgsql\" configuration \"/\": not a regular file"}},
        {"a name that only a default refers to",
         {"-n"},
         mainOf("postscreen_blacklist_action = drop\n"),
         "postscreen_blacklist_action = drop\n"},
        {"a parameter that can't be set",
         {"-n"},
         mainOf("process_name = x\nmydomain = a\n"),
         "mydomain = a\n",
         {inMain + "read-only parameter assignment: process_name=x"}},
        {"what is commented out", {"-n"}, mainOf("#mydomain = a\n")},
        {"an indented first line",
         {"-n"},
         mainOf("  mydomain = a\n   and more than thirty bytes\nmyorigin = b\n"),
         "myorigin = b\n",
         {inMain + "logical line must not start with whitespace: \"  mydomain = a   and more than...\""}},
        {"a value that refers to itself",
         {"-n"},
         mainOf("relayhost = $relayhost\n"),
         "",
         {"warning: unreasonable macro call nesting: \"relayhost\"", "fatal: macro processing error"},
         1},
        {"a user's value that refers to itself is never read",
         {"-n"},
         mainOf("mine = $mine\n"),
         "mine = $mine\n"},
        {"a reference that is never closed",
         {"-n"},
         mainOf("relayhost = ${a\n"),
         "",
         {"warning: truncated macro reference: \"${a\"", "fatal: macro processing error"},
         1},
        {"no equals sign",
         {"-n"},
         mainOf("mydomain = a\nfoo  bar\tb\xc3\xa9\n   more \n"),
         "",
         {"fatal: /folder/main.cf, line 2: missing '=' after attribute name: \"foo  bar?b??   more \""},
         1},
        {"no name",
         {"-n"},
         mainOf("= a\n"),
         "",
         {"fatal: /folder/main.cf, line 1: missing attribute name: \"= a\""},
         1},
        {"no main.cf",
         {"-n"},
         {.main = std::nullopt},
         "",
         {"fatal: open /folder/main.cf: No such file or directory"},
         1},
        {"no master.cf",
         {"-n"},
         {.main = "mydomain = a\n", .master = std::nullopt},
         "mydomain = a\n",
         {"warning: open /folder/master.cf: No such file or directory"}},
        {"with -h", {"-nh"}, mainOf("mydomain = a\nrelayhost =\n"), "a\n\n"},
        {"with -H", {"-n", "-H"}, mainOf("mydomain = a\nrelayhost =\n"), "mydomain\nrelayhost\n"},
        {"with -x",
         {"-nx"},
         mainOf("mine = ${mydomain}x\nmydomain = a\nmyorigin = $mine\n"),
         "mine = ax\nmydomain = a\nmyorigin = ax\n"},
        {"with -x a value that is not expanded stays",
         {"-nx"},
         mainOf("forward_path = $home\n"),
         "forward_path = $home\n"},
        {"with -f",
         {"-nf"},
         mainOf("mydestination = aaaaaaaaaaaaaaaaaaaa, bbbbbbbbbbbbbbbbbbbbbbbbb, cccccccccccccccc, "
                "ddd\n"),
         "mydestination = aaaaaaaaaaaaaaaaaaaa, bbbbbbbbbbbbbbbbbbbbbbbbb,\n    cccccccccccccccc, ddd\n"},
        {"with -o",
         {"-n", "-o", "myorigin=c", "-o", "nosuch = d"},
         mainOf("mydomain = a\nmyorigin = b\n"),
         "mydomain = a\nmyorigin = c\n",
         {inMain + "unused parameter: nosuch=d"}},
        {"with -o that is none",
         {"-n", "-o", "myorigin"},
         mainOf(""),
         "",
         {"fatal: invalid parameter override: myorigin: missing '=' after attribute name"},
         1},
        {"with -C",
         {"-nC", "User,service"},
         {.main = "mine = a\nmydomain = $mine\nsmtp_destination_recipient_limit = 3\n",
          .master = "smtp unix - - y - - smtp\n"},
         "mine = a\nsmtp_destination_recipient_limit = 3\n"},
        {"with -C of no class",
         {"-C", "all,nosuch"},
         {},
         "",
         {"fatal: unknown -C option value \"nosuch\" in \"all,nosuch\""},
         1},
        {"legacy names count as the user's once they are set",
         {"-C", "user"},
         {.main = "virtual_maps = a\n", .master = smtpd + " -o authorized_verp_clients=b\n"},
         "authorized_verp_clients =\nvirtual_maps = a\n"},
        {"by name, in the order of the call",
         {"myorigin", "nosuch", "mydomain", "fallback_relay"},
         mainOf("mydomain = a\n"),
         "myorigin = $myhostname\nmydomain = a\nfallback_relay =\n",
         {"warning: nosuch: unknown parameter"}},
        {"by name with -n", {"-n", "myorigin", "mydomain"}, mainOf("mydomain = a\n"), "mydomain = a\n"},
        {"defaults ignore main.cf",
         {"-d", "myorigin", "mine"},
         mainOf("myorigin = $mine\nmine = a\n"),
         "myorigin = $myhostname\n",
         {"warning: mine: unknown parameter"}},
        {"defaults of a service",
         {"-d", "x_destination_recipient_limit", "x_time_limit"},
         masterOf("x unix - - y - - pipe\n"),
         "x_destination_recipient_limit = $default_destination_recipient_limit\n"
         "x_time_limit = $command_time_limit\n"},
        {"a name behind the options is an operand",
         {"-p", "mydomain", "-d"},
         mainOf("mydomain = a\n"),
         "mydomain = a\n",
         {"warning: -d: unknown parameter"}},
    };
}

QList<Case> servicesCases()
{
    const PostconfFiles two{.main = "mydomain = a\n",
                            .master = pickup + smtpd + " -o mydomain=b -v\nsmtp unix - - y - - smtp\n"};
    return {
        {"columns are aligned",
         {"-M"},
         masterOf(pickup),
         "pickup     unix  n       -       y       60      1       pickup\n"},
        {"a long name moves them",
         {"-M"},
         masterOf("127.0.0.1:10025 inet n - n - - smtpd\n"),
         "127.0.0.1:10025 inet n   -       n       -       -       smtpd\n"},
        {"every form of an option",
         {"-M"},
         masterOf(smtpd + " -o mydomain=b -ofoo=d -v\n  -o { e = f  g }\n#  -o h=i\n  x\n"),
         "smtp       inet  n       -       y       -       -       smtpd -o mydomain=b -o f -o -o=d -v "
         "-o {e=f  g} x\n",
         {inMaster + "unused parameter: e=f  g", inMaster + "unused parameter: -o=d"}},
        {"folded",
         {"-Mf"},
         masterOf(smtpd + " -v -o mydomain=b -o { relayhost = f  g } x {y z}\n"),
         "smtp       inet  n       -       y       -       -       smtpd -v\n    -o mydomain=b\n"
         "    -o {relayhost=f  g}\n    x {y z}\n"},
        {"arguments in braces, the first one bare",
         {"-M"},
         masterOf("x unix - n n - - pipe {a b} {c d} {e}\n"),
         "x          unix  -       n       n       -       -       pipe a b {c d} e\n"},
        {"braces that don't match",
         {"-M"},
         masterOf(smtpd + " -o {mydomain = x y}z -o { relayhost=1\n"),
         "smtp       inet  n       -       y       -       -       smtpd -o {mydomain=x y} -o relayhost=1\n",
         {"warning: master.cf: syntax error after '}' in \"{mydomain = x y}z\"",
          "warning: master.cf: missing '}' in \"{ relayhost=1\""}},
        {"switched off", {"-M"}, masterOf("#" + smtpd + '\n')},
        {"expanded",
         {"-Mx"},
         {.main = "mine = a\n", .master = smtpd + " -o mydomain=$mine/$service_name/$process_name\n"},
         "smtp       inet  n       -       y       -       -       smtpd -o mydomain=a/smtp/smtpd\n"},
        {"too few fields",
         {"-M"},
         masterOf("\nsmtp inet n - y - -\n"),
         "",
         {"fatal: file /folder/master.cf: line 2: bad field count"},
         1},
        {"no such type",
         {"-M"},
         masterOf("smtp  tcp n - y - - smtpd\n  -v\n"),
         "",
         {"fatal: invalid type field \"tcp\" in \"smtp  tcp n - y - - smtpd  -v\""},
         1},
        {"neither yes nor no",
         {"-n"},
         masterOf("smtp inet yes - y - - smtpd\n"),
         "",
         {"fatal: invalid private field \"yes\" in \"smtp inet yes - y - - smtpd\""},
         1},
        {"no master.cf to list",
         {"-M"},
         {.main = std::nullopt, .master = std::nullopt},
         "",
         {"fatal: open /folder/master.cf: No such file or directory"},
         1},
        {"services by name",
         {"-M", "smtp"},
         two,
         "smtp       inet  n       -       y       -       -       smtpd -o mydomain=b -v\n"
         "smtp       unix  -       -       y       -       -       smtp\n"},
        {"services by type",
         {"-M", "*/inet", "nosuch"},
         two,
         "smtp       inet  n       -       y       -       -       smtpd -o mydomain=b -v\n",
         {"warning: unmatched request: \"nosuch\""}},
        {"a '*' within a name", {"-M", "s*"}, two, "", {"fatal: -M option requires service_name[/type]"}, 1},
        {"fields",
         {"-F", "smtp/inet"},
         two,
         "smtp/inet/service = smtp\nsmtp/inet/type = inet\nsmtp/inet/private = n\n"
         "smtp/inet/unprivileged = -\nsmtp/inet/chroot = y\nsmtp/inet/wakeup = -\n"
         "smtp/inet/process_limit = -\nsmtp/inet/command = smtpd -o mydomain=b -v\n"},
        {"one field", {"-Fh", "*/*/wakeup"}, two, "60\n-\n-\n"},
        {"names of fields",
         {"-FH", "smtp/inet/type", "pickup/unix/command"},
         two,
         "pickup/unix/command\nsmtp/inet/type\n"},
        {"no such field",
         {"-F", "smtp/inet/speed"},
         two,
         "",
         {"fatal: invalid service attribute name: \"speed\""},
         1},
        {"overrides are sorted",
         {"-P"},
         masterOf(smtpd + " -o myorigin=b -o mydomain=a\n -o myorigin=c\n"),
         "smtp/inet/mydomain = a\nsmtp/inet/myorigin = c\n"},
        {"overrides of one service twice are shared",
         {"-P"},
         masterOf(smtpd + " -o myorigin=b\n" + smtpd + " -o mydomain=a\n"),
         "smtp/inet/mydomain = a\nsmtp/inet/myorigin = b\nsmtp/inet/mydomain = a\nsmtp/inet/myorigin = b\n"},
        {"overrides of no use",
         {"-P"},
         masterOf(smtpd + " -o nosuch=a -o process_id=3 -o myorigin=$nono\n"),
         "smtp/inet/myorigin = $nono\nsmtp/inet/nosuch = a\n",
         {inMaster + "unused parameter: nosuch=a", inMaster + "read-only parameter assignment: process_id=3",
          inMaster + "undefined parameter: nono"}},
        {"overrides by name", {"-Ph", "smtp/inet/mydomain"}, two, "b\n"},
        {"names of overrides", {"-PH"}, two, "smtp/inet/mydomain\n"},
        {"an override that is not there",
         {"-P", "smtp/inet/relayhost"},
         two,
         "",
         {"warning: unmatched request: \"smtp/inet/relayhost\""}},
    };
}

QList<Case> refusals()
{
    const auto refusal = [](const char *name, const QByteArrayList &arguments, const char *message) {
        return Case{name, arguments, {}, "", {QByteArray("fatal: ") + message}, 1};
    };
    return {
        {"former names that are read where they are set",
         {"-n"},
         mainOf("postscreen_blacklist_action = drop\nsmtpd_per_record_deadline = yes\n"),
         "postscreen_blacklist_action = drop\nsmtpd_per_record_deadline = yes\n"},
        {"a former name's default", {"-d", "tlsproxy_client_level"}, {}, "tlsproxy_client_level =\n"},
        {"lock methods", {"-l"}, {}, "flock\nfcntl\ndotlock\n"},
        {"SASL of servers", {"-a"}, {}, "cyrus\ndovecot\n"},
        {"SASL of clients", {"-A"}, {}, "cyrus\n"},
        {"a TLS question", {"-Tx"}, {}, "", {"warning: unknown 'postconf -T' mode: x"}, 1},
        refusal("-h and -H", {"-nhH"}, "specify one of -h -H"),
        refusal("-n and -d", {"-nd"}, "specify one of -d -n"),
        refusal("-a and -A", {"-aA"}, "specify one of -a -A"),
        refusal("-M and -P", {"-PM"}, "specify one of -M -P"),
        refusal("-M and -d", {"-Md"}, "with option -M, do not specify -d"),
        refusal("-F and -n", {"-nF"}, "with option -F, do not specify -n"),
        refusal("-m and -x", {"-mx"}, "with option -m, do not specify -x"),
        refusal("-d and -o", {"-d", "-oa=b"}, "specify one of -d -o"),
        refusal("-e and -f", {"-fe", "a=b"}, "specify one of -e -f"),
        refusal("-X with a value", {"-X", "a=b"}, "specify one of -e -X"),
        refusal("-F#", {"-F#", "a/b/c"}, "with option -F, do not specify -#"),
        refusal("-e of nothing", {"-e"}, "-e requires name=value argument"),
        refusal("-b and -t", {"-bt"}, "specify one of -b and -t"),
    };
}

/// What later versions say; there is none of them to ask.
QList<Case> newestCases()
{
    const QByteArray details = "warning: See https://www.postfix.org/DEPRECATION_README.html for details";
    return {
        {"a name that is going away",
         {"-n"},
         mainOf("smtpd_use_tls = yes\nvirtual_maps = a\nlmtp_enforce_tls = no\n"
                "smtp_cname_overrides_servername = no\n"),
         "lmtp_enforce_tls = no\nsmtp_cname_overrides_servername = no\nsmtpd_use_tls = yes\n"
         "virtual_maps = a\n",
         {inMain
              + "support for parameter \"smtpd_use_tls\" will be removed; instead, specify "
                "\"smtpd_tls_security_level\"",
          inMain
              + "support for parameter \"virtual_maps\" will be removed; instead, specify "
                "\"virtual_alias_maps\"",
          inMain
              + "support for parameter \"lmtp_enforce_tls\" will be removed; instead, "
                "lmtp_tls_security_level",
          inMain
              + "support for parameter \"smtp_cname_overrides_servername\" will be removed; instead, do not "
                "specify",
          details}},
        {"a name that has gone",
         {"-n"},
         mainOf("tlsproxy_client_loglevel_parameter = a\ntls_legacy_public_key_fingerprints = no\n"),
         "",
         {inMain
              + "support for parameter tlsproxy_client_loglevel_parameter has been removed; instead, do not "
                "specify (leave at default)",
          inMain + "unused parameter: tls_legacy_public_key_fingerprints=no", details}},
        {"in master.cf",
         {"-M"},
         masterOf(smtpd + " -o smtpd_enforce_tls=no\n"),
         "smtp       inet  n       -       y       -       -       smtpd -o smtpd_enforce_tls=no\n",
         {inMaster
              + "support for parameter \"smtpd_enforce_tls\" will be removed; instead, specify "
                "\"smtpd_tls_security_level\"",
          details}},
        {"quietly", {"-nq"}, mainOf("smtpd_use_tls = yes\nnosuch = a\n"), "smtpd_use_tls = yes\n"},
        {"new names",
         {"-n"},
         mainOf("smtpd_hide_client_session = yes\n"),
         "smtpd_hide_client_session = yes\n"},
        {"a comment behind a value",
         {"-n"},
         mainOf("mydestination = a, b # or else more than that\nmyorigin = x#y\n"),
         "mydestination = a, b # or else more than that\nmyorigin = x#y\n",
         {inMain + "#comment after other text is not allowed: # or else more than th..."}},
        {"no comment within a pattern",
         {"-n"},
         mainOf("header_checks = pcre:{ {/a #b/ IGNORE} }, inline:{ {a #b=c} }\n"),
         "header_checks = pcre:{ {/a #b/ IGNORE} }, inline:{ {a #b=c} }\n",
         {inMain + "#comment after other text is not allowed: #b=c ..."}},
        {"messages name the whole path",
         {"-n"},
         {.main = "mydestination = {a b\n", .master = smtpd + " -o {mydomain = x}y\n"},
         "mydestination = {a b\n",
         {inMain + "missing '}' in \"{a b\"", inMaster + "syntax error after '}' in \"{mydomain = x}y\""}},
        {"table types",
         {"-m"},
         mainOf(""),
         "btree\ncidr\ndebug\nenviron\nfail\nhash\ninline\ninternal\nlmdb\nmemcache\nnis\npcre\npipemap\nprox"
         "y\n"
         "randmap\nregexp\nsocketmap\nstatic\ntcp\ntexthash\nunionmap\nunix\n"},
        {"functions",
         {"-nx"},
         mainOf("mydomain = ${domain_to_ascii{$mine}}\nmine = b\xc3\xbc.example\n"
                "myorigin = ${domain_to_utf8{xn--b-eha.example}}\n"),
         "mine = b\xc3\xbc.example\nmydomain = xn--b-eha.example\nmyorigin = b\xc3\xbc.example\n"},
        {"a table type that looks through another",
         {"-n"},
         mainOf("virtual_alias_maps = debug:ldap:acct\nacct_bind = no\n"),
         "acct_bind = no\nvirtual_alias_maps = debug:ldap:acct\n"},
    };
}

} // namespace

class TestListing : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void answersAreThese_data();
    void answersAreThese();
    void installedPostconfAgrees();

private:
    std::optional<catalog::Catalog> m_catalog;
};

void TestListing::initTestCase()
{
    const auto loaded = catalog::Catalog::load();
    QVERIFY(loaded);
    m_catalog = *loaded;
}

void TestListing::answersAreThese_data()
{
    QTest::addColumn<PostconfCall>("call");
    QTest::addColumn<catalog::Version>("target");
    QTest::addColumn<PostconfAnswer>("answer");
    const auto add = [](const QList<Case> &cases, const catalog::Version &target) {
        for (const Case &one : cases) {
            // The folder counts as a setting, which is nothing that a case is about.
            QByteArray out = one.out;
            QTest::addRow("%s: %s", qPrintable(target.toString()), one.name)
                << PostconfCall{one.files, one.arguments} << target
                << PostconfAnswer{one.status, out, {one.said.cbegin(), one.said.cend()}, one.files};
        }
    };
    add(settingsCases(), debian12);
    add(servicesCases(), debian12);
    add(refusals(), debian12);
    add(newestCases(), newest);
}

namespace {

/// Without the line about the folder.
PostconfAnswer withoutFolder(PostconfAnswer answer, const QByteArray &path)
{
    for (const QByteArray &line :
         {"config_directory = " + path + '\n', path + '\n', QByteArray("config_directory\n")}) {
        if (answer.out.startsWith(line))
            answer.out.remove(0, line.size());
        else
            answer.out.replace('\n' + line, "\n");
    }
    return answer;
}

} // namespace

void TestListing::answersAreThese()
{
    QFETCH(const PostconfCall, call);
    QFETCH(const catalog::Version, target);
    QFETCH(const PostconfAnswer, answer);
    const PostconfAnswer ours = withoutFolder(support::ourAnswer(call, folder, *m_catalog, target), folder);
    QVERIFY2(ours == answer, support::differenceOf(answer, ours).constData());
}

void TestListing::installedPostconfAgrees()
{
    const support::InstalledPostconf installed;
    if (!installed.version())
        QSKIP("Postfix is not installed");
    QList<PostconfCall> calls;
    for (const Case &one : settingsCases() + servicesCases() + refusals())
        calls.append({one.files, one.arguments, one.name});
    const QList<PostconfAnswer> theirs = installed.answersTo(calls);
    QByteArray differences;
    for (qsizetype i = 0; i < calls.size(); ++i) {
        const PostconfAnswer ours = support::ourAnswer(calls[i], installed.folderOf(i), *m_catalog,
                                                       *installed.version(), installed.host());
        if (!support::isSame(theirs[i], ours))
            differences += calls[i].label + ":\n" + support::differenceOf(theirs[i], ours);
    }
    qInfo("%lld calls answered as postconf %s answers them", static_cast<long long>(calls.size()),
          qPrintable(installed.version()->toString()));
    support::report(differences);
    QVERIFY(differences.isEmpty());
}

QTEST_GUILESS_MAIN(TestListing)
#include "tst_listing.moc"
